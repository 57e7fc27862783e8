"""Revenue and expenditure in one table or one list; rows whose titles were merged; figures that sums decide."""

from io import BytesIO
from typing import Any

import openpyxl
import pytest

from recogniser.made import Rows, book, calculated, doubts, lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.model.choices import Choices
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.render.annotation.workbook import annotate
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.language import Language

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


@pytest.mark.parametrize(
    ("left", "right"),
    [("Income", "Expenditure"), ("Receipts", "Payments"), ("Sources", "Uses"), ("Tài sản", "Nguồn vốn")],
)
def test_the_two_sides_of_an_account_are_one_list(left: str, right: str) -> None:
    rows: Rows = [
        [left, "2024 (USD)", right, "2024 (USD)"],
        ["Grants", 700, "Salaries", 420],
        ["Gifts", 80, "Rent", 120],
        [None, None, "Other", 240],
        ["Total", 780, "Total", 780],
    ]
    assert lines(reading(book(rows))) == [
        "Total | 780", "  Grants | 700", "  Gifts | 80",
        "Total | 780", "  Salaries | 420", "  Rent | 120", "  Other | 240",
    ]  # fmt: skip


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


ABOVE = [["UBND xã A"], ["CÂN ĐỐI NGÂN SÁCH XÃ"], ["", "", "", "Đơn vị: triệu đồng"]]


def sheet(rows: Rows) -> list[list[Any]]:
    """Rows below the heading of a form, figures as numbers."""
    typed = [[int(c.replace(".", "")) if str(c).replace(".", "").isdecimal() else c for c in row] for row in rows]
    return [*ABOVE, *typed]


def findings(loaded: Loaded, *codes: str) -> list[tuple[str, str]]:
    return [(one.code, one.place.within) for one in check_plan(loaded).findings if one.code in codes]


def test_a_workbook_is_read_as_one_list_with_the_places_of_its_cells() -> None:
    loaded = reading(book([*sheet(SIDES), [], ["Ghi chú: số làm tròn"]]))
    assert lines(loaded) == ONE_LIST
    key = loaded.plan.columns[0].key
    places = [loaded.place(("lines", line, *rest)).within for line in (3, 5, 8) for rest in ((), ("amounts", key))]
    assert places == ["Sheet1!A8", "Sheet1!B8", "Sheet1!C5", "Sheet1!D5", "Sheet1!C8", "Sheet1!D8"]
    assert [one.code for one in check_plan(loaded).findings] == ["SX522"]
    assert loaded.sheet is not None
    assert [(one.column, one.heading) for one in loaded.sheet.understanding.columns][2] == (2, "NỘI DUNG CHI")


def test_what_is_wrong_on_the_right_side_is_marked_there() -> None:
    rows = sheet(SIDES)
    rows[4][3] = 3700
    content = book(rows)
    loaded = reading(content)
    assert findings(loaded, "SX102") == [("SX102", "Sheet1!D5")]
    copy = openpyxl.load_workbook(BytesIO(annotate(content, [check_plan(loaded)], Style(Language.EN))))["Sheet1"]
    assert [cell.coordinate for row in copy.iter_rows() for cell in row if cell.comment] == [
        "A4", "C5", "D5", "D6", "D7"
    ]  # fmt: skip


def test_formulas_of_both_sides_are_held_to_the_sums_of_their_side() -> None:
    rows = sheet(SIDES)
    rows[4][1], rows[4][3], rows[5][1] = "=B6+B9", "=SUM(D6:D8)", "=SUM(B7:B8)"
    values = {"B5": 3600, "D5": 3600, "B6": 600}
    assert lines(reading(calculated(book(rows), values))) == ONE_LIST
    rows[4][3] = "=D6+D8"
    loaded = reading(calculated(book(rows), values | {"D5": 1200}))
    assert findings(loaded, "SX502", "SX503") == [("SX502", "Sheet1!D5")]


GROUPED = [
    ["PHẦN THU", "", "", "PHẦN CHI", "", ""],
    ["STT", "Nội dung", "Số tiền", "STT", "Nội dung", "Số tiền"],
    ["I", "Thu 100%", "600", "I", "Chi đầu tư", "1.100"],
    ["1", "Phí", "200", "II", "Chi thường xuyên", "2.400"],
    ["2", "Thu khác", "400", "III", "Dự phòng", "100"],
    ["II", "Thu bổ sung", "3.000", "", "", ""],
    *[["", "", "", str(row), f"Dự phòng xóm {row}", "25"] for row in range(1, 5)],
    ["", "Cộng", "3.600", "", "Cộng", "3.600"],
]


@pytest.mark.parametrize("merged", [(), ("A4:C4", "D4:F4")])
def test_each_side_has_its_own_groups_numbers_and_total(merged: tuple[str, ...]) -> None:
    """Rows that one side leaves blank do not end it, and the total is that of its side, whatever it is called."""
    loaded = reading(book(sheet(GROUPED), merged))
    assert lines(loaded) == [
        "Cộng | 3600",
        "  I Thu 100% | 600",
        "    1 Phí | 200",
        "    2 Thu khác | 400",
        "  II Thu bổ sung | 3000",
        "Cộng | 3600",
        "  I Chi đầu tư | 1100",
        "  II Chi thường xuyên | 2400",
        "  III Dự phòng | 100",
        *(f"    {number} Dự phòng xóm {number} | 25" for number in range(1, 5)),
    ]
    assert [one.code for one in check_plan(loaded).findings] == ["SX522"]


def test_what_stands_below_both_sides_is_behind_both() -> None:
    rows = [
        ["Income", "", "", "Expenses", ""],
        ["Dues", "1200", "", "Boards", "340"],
        ["Gifts", "860", "", "Rent", "720"],
    ]
    rows += [
        ["Raffle", "150", "", "Prizes", "210"],
        ["Total", "2210", "", "Total", "1270"],
        [],
        ["Balance", "940", "", "", ""],
    ]
    loaded = reading("\n".join(",".join(row) for row in rows), "club.csv")
    assert [*map(str.strip, lines(loaded))][::4] == [
        "Income | 2210",
        "Expenses | 1270",
        "Balance [memo] [= #1 - #2] | 940",
    ]


def test_columns_of_both_sides_may_say_whose_they_are_and_be_numbered() -> None:
    loaded = reading(
        book(
            [
                *ABOVE,
                [
                    "Phần thu",
                    "Tổng số",
                    "Thu NS huyện",
                    "Thu NS xã",
                    "Phần chi",
                    "Tổng số",
                    "Chi NS huyện",
                    "Chi NS xã",
                ],
                ["A", "1=2+3", 2, 3, "B", "4=5+6", 5, 6],
                ["Tổng số", 2035, 1025, 1010, "Tổng số", 1908, 1018, 890],
                ["1. Thu 100%", 2000, 1000, 1000, "1. Chi đầu tư", 100, 80, 20],
                ["2. Thu bổ sung", 35, 25, 10, "2. Chi thường xuyên", 1808, 938, 870],
            ]
        )
    )
    assert lines(loaded) == [
        "Tổng số | 2035 1025 1010",
        "  1. Thu 100% | 2000 1000 1000",
        "  2. Thu bổ sung | 35 25 10",
        "Tổng số | 1908 1018 890",
        "  1. Chi đầu tư | 100 80 20",
        "  2. Chi thường xuyên | 1808 938 870",
    ]
    assert [column.plus for column in loaded.plan.columns] == [(1, 2), (), ()]


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


def test_two_sides_below_words_that_nobody_knows_are_one_list() -> None:
    rows: list[list[object]] = [
        ["Aufwand", "20XX", "20XX-1", "Ertrag", "20XX", "20XX-1"], ["Löhne", 156, 154, "Beiträge", 214, 200],
        ["Miete", 36, 36, "Spenden", 15, 19], ["Verlust", 37, 29],
        ["Total Aufwand", 229, 219, "Total Ertrag", 229, 219],
    ]  # fmt: skip
    assert lines(reading(book(rows))) == [
        "Aufwand | 229 219", "  Löhne | 156 154", "  Miete | 36 36", "  Verlust | 37 29",
        "Ertrag | 229 219", "  Beiträge | 214 200", "  Spenden | 15 19",
    ]  # fmt: skip
