"""Headers of two rows whose merged cells were lost: which cells of the first stand over which of the second."""

from collections.abc import Sequence

import pytest
from transcripts import one_cell_a_line

from recogniser.made import lines, reading
from sxtdbv_cli.files import txt
from sxtdbv_cli.model.finding import Unreadable

Rows = Sequence[Sequence[str]]


def headings(rows: Rows) -> list[str]:
    """What stands over the columns: in the first row a cell that is merged is blank behind its first column."""
    (found,) = txt.grids(one_cell_a_line(rows, lead=True).encode(), "x.txt")
    over, below = (["" if cell is None else cell.text for cell in row] for row in found.rows[:2])
    return [": ".join(filter(None, pair)) for pair in zip(over, below, strict=True)]


def test_years_stand_over_cells_that_come_again_for_each() -> None:
    years = [f"Năm {year}" for year in range(2015, 2023)]
    rows = [["TT", "Nguồn thu", "Chi tiết", *years, "Kế hoạch 2023"], ["KH", "TH"] * len(years)]
    rows += [[str(line), f"Quỹ {line}", "", *[str(100 * line + at) for at in range(17)]] for line in range(1, 4)]
    found = headings(rows)
    assert found[:4] == ["TT", "Nguồn thu", "Chi tiết", "Năm 2015: KH"]
    assert found[4:6] == ["TH", "Năm 2016: KH"] and found[-2:] == ["TH", "Kế hoạch 2023"]


WORKS = [
    ["1", "Đào đất", "m3", "10,5", "1.000", "2.000", "500", "10.500", "21.000", "5.250"],
    ["2", "Bê tông", "m3", "4", "900.000", "300.000", "80.000", "3.600.000", "1.200.000", "320.000"],
    ["3", "Trát tường", "m2", "100", "20.000", "45.000", "", "2.000.000", "4.500.000", ""],
]
ESTIMATE = [
    ["STT", "Công việc", "ĐVT", "Khối lượng", "Đơn giá", "Thành tiền"],
    ["Vật liệu", "Nhân công", "Máy"] * 2,
]


def test_prices_of_material_and_labour_times_the_quantity_are_the_amounts() -> None:
    found = headings([*ESTIMATE, *WORKS])
    assert found[3:8] == ["Khối lượng", "Đơn giá: Vật liệu", "Nhân công", "Máy", "Thành tiền: Vật liệu"]
    loaded = reading(one_cell_a_line([*ESTIMATE, *WORKS], lead=True), "bang.txt")
    assert lines(loaded)[0] == "1 Đào đất | 10500 21000 5250"


def test_where_no_product_holds_the_quantity_may_be_divided_as_well() -> None:
    wrong = [[*row[:4], "7", "8", "9", *row[7:]] for row in WORKS]
    with pytest.raises(Unreadable):
        headings([*ESTIMATE, *wrong])


def test_prices_are_not_divided_where_numbers_and_sums_come_again() -> None:
    rows = [["STT", "Tên", "ĐVT", "Đơn giá", "Tồn đầu", "Nhập", "Xuất", "Tồn cuối"], ["SL", "Tiền"] * 4]
    rows += [
        [str(at), f"Vật tư {at}", "kg", "10.000", *["100", "1.000.000", "150", "1.500.000"] * 2] for at in range(1, 5)
    ]
    assert headings(rows)[3:6] == ["Đơn giá", "Tồn đầu: SL", "Tiền"]


def test_an_amount_that_is_the_sum_of_a_group_beside_it_shows_the_group() -> None:
    rows = [["STT", "Nội dung", "Số lượng", "Đơn giá", "Thành tiền", "Nguồn vốn"], ["Ngân sách", "Xã hội hóa"]]
    rows += [["1", "Máy tính", "10", "15.000", "150.000", "100.000", "50.000"]]
    rows += [["2", "Máy in", "5", "4.000", "20.000", "15.000", "5.000"]]
    assert headings(rows)[4:] == ["Thành tiền", "Nguồn vốn: Ngân sách", "Xã hội hóa"]


def test_a_heading_of_a_sum_closes_its_group() -> None:
    rows = [
        ["STT", "Ghi Nợ các tài khoản", "TK 334 - Phải trả người lao động", "TK 338 - Phải nộp khác", "Tổng cộng"],
        ["Lương", "Khoản khác", "Cộng Có TK 334", "BHXH", "BHYT", "Cộng Có TK 338"],
        ["1", "Nhân công trực tiếp", "184", "12", "196", "32", "5", "37", "233"],
        ["2", "Sản xuất chung", "38", "2", "40", "6", "1", "7", "47"],
        ["3", "Bán hàng", "27", "3", "30", "4", "1", "5", "35"],
    ]
    found = headings(rows)
    assert found[2:5] == ["TK 334 - Phải trả người lao động: Lương", "Khoản khác", "Cộng Có TK 334"]
    assert found[5:] == ["TK 338 - Phải nộp khác: BHXH", "BHYT", "Cộng Có TK 338", "Tổng cộng"]


@pytest.mark.parametrize("compared", ["DT 2026/DT 2025", "So với dự toán 2025"])
def test_what_is_compared_stands_under_the_comparison(compared: str) -> None:
    rows = [["STT", "Nội dung", "Dự toán 2025", "Ước 2025", "Dự toán 2026", "So sánh (%)"]]
    rows += [[compared, compared.replace("2025", "2024")], ["1", "Chi y tế", "800", "820", "810", "101,3", "98,8"]]
    assert headings([*rows, ["2", "Chi khác", "200", "220", "210", "105,0", "95,5"]])[5] == f"So sánh (%): {compared}"
