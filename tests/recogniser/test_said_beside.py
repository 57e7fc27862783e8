"""What stands beside figures and totals: a unit, a remark, where a total is named, what *trong đó* is of."""

from recogniser.made import Rows, book, columns, doubts, lines, reading
from sxtdbv_cli.check import check_plan

MONTHS: Rows = [
    ["Tháng", "Hoạt động", "Nhân sự", "Thiết bị", "Tổng tháng", "Lũy kế"],
    [1, "Khảo sát", 130, 4, 134, 134],
    [2, "Tích hợp", 213, 33, 246, 380],
    [3, "Chạy thử", 233, 7, 240, 620],
]


def test_a_running_column_adds_nothing_where_the_number_names_the_total() -> None:
    loaded = reading(book([*MONTHS, ["TỔNG", "Ba tháng", 576, 44, 620, 620]]))
    assert list(columns(loaded)) == ["Nhân sự", "Thiết bị", "total"]
    assert doubts(loaded) == ["SX516"]
    assert not [one for one in check_plan(loaded).findings if one.severity == "error"]


def test_a_running_column_without_a_total_stays() -> None:
    loaded = reading(book([*MONTHS, ["Tổng", None, 576, 44, 620, None]]))
    assert list(columns(loaded))[-1] == "Lũy kế"
    assert not [one for one in check_plan(loaded).findings if one.severity == "error"]


def test_the_first_number_says_trong_do_for_all_that_come_to_the_whole() -> None:
    rows: Rows = [
        ["STT", "Diễn giải", "Số tiền (đồng)"],
        ["I", "Số dư theo sổ quỹ", 48356000],
        ["II", "Số kiểm kê thực tế", 48350000],
        [1, "Trong đó: - Loại 500.000 đồng", 40000000],
        [2, "- Loại 200.000 đồng", 6400000],
        [3, "- Loại 50.000 đồng", 1950000],
        ["III", "Chênh lệch (III = I - II)", 6000],
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[2] == "  1 Trong đó: - Loại 500.000 đồng | 40000000"
    assert not [one for one in check_plan(loaded).findings if one.severity == "error"]
    rows[4] = [2, "- Loại 200.000 đồng", 8350000]
    rows[5] = [3, "- Loại 50.000 đồng", None]
    assert "  1 Trong đó: - Loại 500.000 đồng | 40000000" in lines(reading(book(rows)))
    rows[4] = [2, "- Loại 200.000 đồng", 46400000]
    rows[5] = [3, "- Loại 50.000 đồng", 1950000]
    assert "  1 Trong đó: - Loại 500.000 đồng [of-which] | 40000000" in lines(reading(book(rows)))


def test_a_figure_with_the_unit_that_its_heading_has_in_brackets() -> None:
    rows: Rows = [
        ["STT", "Vị trí", "Lương tháng (VNĐ)", "Tổng công (MM)"],
        [1, "Quản lý", "50.000.000", 8],
        [2, "Lập trình", "27.000.000", "7,5 MM"],
        [3, "Kiểm thử", "20.000.000", "6 người"],
        [4, "Triển khai", "18.000.000", 4],
        [5, "Phân tích", "30.000.000", 5],
        ["TỔNG", "Năm người", "145.000.000", "24,5 MM"],
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[1:3] == ["2 Lập trình | 27000000 7.5", "3 Kiểm thử | 20000000 ."]
    assert lines(loaded)[-1] == "declared | 145000000 24.5"
    assert doubts(loaded).count("SX511") == 1


def test_a_figure_with_a_long_remark_ends_no_table() -> None:
    rows = ["Hạng mục,Giá trị", "Giá xe,1.499.000.000 VNĐ", "Phí đăng kiểm,340.000 VNĐ"]
    rows += ["Phí bảo trì,1.560.000 VNĐ / năm (Phí bảo trì đường bộ các loại)", "Bảo hiểm,873.400 VNĐ / năm"]
    loaded = reading("\n".join([*rows, "Tổng chi phí,1.501.773.400 VNĐ"]), "phi.csv")
    assert lines(loaded)[2:] == ["Phí bảo trì | 1560000", "Bảo hiểm | 873400", "declared | 1501773400"]
    assert doubts(loaded) == ["SX511"]
