"""Revenue and expenditure in one table or one list; rows whose titles were merged; figures that sums decide."""

import pytest

from recogniser.made import doubts, lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.model.choices import Choices
from sxtdbv_cli.model.finding import Unreadable

SIDES = [
    ["NỘI DUNG THU", "DỰ TOÁN", "NỘI DUNG CHI", "DỰ TOÁN"],
    ["TỔNG SỐ THU", "3.600", "TỔNG SỐ CHI", "3.600"],
    ["I. Thu xã hưởng 100%", "600", "I. Chi đầu tư", "1.100"],
    ["1. Phí, lệ phí", "200", "II. Chi thường xuyên", "2.400"],
    ["2. Thu khác", "400", "III. Dự phòng", "100"],
    ["II. Thu bổ sung", "3.000", "", ""],
]
ONE_LIST = [
    "TỔNG SỐ THU | 3600",
    "  I. Thu xã hưởng 100% | 600",
    "    1. Phí, lệ phí | 200",
    "    2. Thu khác | 400",
    "  II. Thu bổ sung | 3000",
    "TỔNG SỐ CHI | 3600",
    "  I. Chi đầu tư | 1100",
    "  II. Chi thường xuyên | 2400",
    "  III. Dự phòng | 100",
]


def text(rows: list[list[str]]) -> str:
    return "Đơn vị: triệu đồng\n" + "\n".join("\t".join(row) for row in rows) + "\n"


def test_revenue_and_expenditure_side_by_side_are_one_list() -> None:
    loaded = reading(text(SIDES), "x.txt")
    assert lines(loaded) == ONE_LIST
    told = [finding for finding in check_plan(loaded).findings if finding.code == "SX522"]
    assert [str(finding.place) for finding in told] == ["x.txt:2:1"]
    assert str(loaded.place(("lines", 5, "amounts", loaded.plan.columns[0].key))).startswith("x.txt:3:")


def test_other_tables_side_by_side_stay_two() -> None:
    """Without *thu* and *chi* nothing says that both sides are of one plan; and what is stated is taken as stated."""
    rows = [[cell.replace("THU", "A").replace("CHI", "B") for cell in row] for row in SIDES]
    rows = [[cell.replace("Thu", "Mục").replace("Chi", "Khoản") for cell in row] for row in rows]
    assert "SX516" in doubts(reading(text(rows), "x.txt"))
    stated = reading(text(SIDES), "x.txt", Choices(range="A2:B7"))
    assert len(lines(stated)) == 5


def test_a_list_with_two_totals_each_above_its_lines() -> None:
    """The numbers begin again behind the second total: its lines stand beside those of the first."""
    rows = [SIDES[0][:2], *(row[:2] for row in SIDES[1:]), *(row[2:] for row in SIDES[1:5])]
    assert lines(reading(text(rows), "x.txt")) == ONE_LIST


def test_a_row_without_its_title_is_called_by_its_other_words() -> None:
    rows = [
        ["TT", "Đối tượng", "Thông số", "Số mẫu", "Kinh phí"],
        ["1", "Nước ao", "Độ mặn", "3", "300"],
        ["", "", "- Kim loại nặng", "2", "900"],
        ["2", "Bùn", "pH", "4", "500"],
        ["", "Tổng cộng", "", "", "1.700"],
    ]
    assert lines(reading(text(rows), "x.txt")) == [
        "1 Nước ao | 300",
        "Kim loại nặng | 900",
        "2 Bùn | 500",
        "declared | 1700",
    ]


EITHER = [["STT", "Khoản chi", "2023"], ["1", "Lương", "842"], ["2", "Điện", "404"], ["", "Cộng", "1.246"]]


def test_a_sum_decides_how_a_figure_is_read() -> None:
    loaded = reading(text(EITHER), "x.txt")
    assert lines(loaded) == ["1 Lương | 842", "2 Điện | 404", "declared | 1246"]
    assert doubts(loaded) == ["SX517"]
    small = [
        [cell.replace("842", "0,842").replace("404", "0,404").replace("1.246", "1,246") for cell in row]
        for row in EITHER
    ]
    assert lines(reading(text(small), "x.txt"))[-1] == "declared | 1.246"


@pytest.mark.parametrize("cell", ["1.247", "1.246"])
def test_a_figure_that_no_sum_decides_is_refused(cell: str) -> None:
    """A sum that fails proves nothing, and one that holds nothing of a figure it has no part in."""
    rows = [
        [*row, "2024"] if row[0] == "STT" else [*row, "1.500" if row[0] == "1" and cell == "1.246" else ""]
        for row in EITHER
    ]
    rows[-1][2] = cell
    with pytest.raises(Unreadable, match="faults"):
        reading(text(rows), "x.txt")
