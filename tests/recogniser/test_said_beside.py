"""What stands beside figures and totals: a unit, a remark, where a total is named, what *trong đó* is of."""

import pytest

from recogniser.made import Rows, book, columns, doubts, lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.model.finding import Unreadable

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


def test_a_unit_in_a_line_behind_the_table() -> None:
    rows: Rows = [["STT", "Nội dung", "Dự toán"], [1, "Chi đầu tư", 15], [2, "Chi khác", 30], [None, "Tổng cộng", 45]]
    assert reading(book([*rows, ["Đơn vị: triệu đồng"]])).plan.unit.name == "triệu đồng"
    another: Rows = [[], ["Đơn vị: triệu đồng"], ["STT", "Nội dung", "Thực hiện"], [1, "Chi đầu tư", 12]]
    assert reading(book([*rows, *another])).plan.unit.name != "triệu đồng"


def test_a_rate_of_tax_or_interest_in_per_cent_is_no_lost_figure() -> None:
    rows: Rows = [["Chỉ tiêu", "Năm 2024", "Năm 2025"], ["Lợi nhuận", 11025, 12951], ["Thuế", 1636, 1799]]
    loaded = reading(book([*rows, ["Thuế suất hiệu dụng", "14,84%", "13,89%"], ["Vay", 14446, 19169]]))
    assert "SX511" not in doubts(loaded)
    assert "SX511" in doubts(reading(book([*rows, ["Chi thưởng", "14,84%", "13,89%"], ["Vay", 14446, 19169]])))


def test_a_numeral_with_a_number_stands_below_the_numeral() -> None:
    rows: Rows = [
        ["TT", "Nguồn thu", "Năm 2018", "Năm 2019"],
        ["I", "Quỹ đầu tư và bảo lãnh", 300, None],
        [1, "Cho vay", 100, None],
        [2, "Doanh thu", 200, None],
        ["I.1", "Quỹ đầu tư (tách từ I)", None, 410],
        [1, "Cho vay", None, 300],
        [2, "Doanh thu", None, 110],
        ["I.2", "Quỹ bảo lãnh (tách từ I)", None, 90],
        ["II", "Quỹ phát triển đất", 50, 70],
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[3:5] == ["  I.1 Quỹ đầu tư (tách từ I) | . 410", "    1 Cho vay | . 300"]
    assert lines(loaded)[6:] == ["  I.2 Quỹ bảo lãnh (tách từ I) | . 90", "II Quỹ phát triển đất | 50 70"]
    assert doubts(loaded) == []


def test_a_group_of_totals_before_others_is_the_sum_of_their_namesakes() -> None:
    rows: Rows = [
        ["STT", "Đơn vị", "Tổng số", None, "Lương", None, "Hoạt động", None],
        [None, None, "DT", "QT", "DT", "QT", "DT", "QT"],
        [1, "Phòng 1", 140, 147, 80, 85, 60, 62],
        [2, "Phòng 2", 70, 78, 40, 45, 30, 33],
        [3, "Phòng 3", 50, 40, 20, 25, 30, 15],
    ]
    loaded = reading(book(rows, merged=["C1:D1", "E1:F1", "G1:H1"]))
    assert list(columns(loaded).values())[:2] == ["Lương: DT + Hoạt động: DT", "Lương: QT + Hoạt động: QT"]
    assert doubts(loaded) == []
    rows[3] = [2, "Phòng 2", 70, 87, 40, 45, 30, 33]
    loaded = reading(book(rows, merged=["C1:D1", "E1:F1", "G1:H1"]))
    assert [one.code for one in check_plan(loaded).findings if one.severity == "error"] == ["SX101"]


def test_what_a_total_adds_less_what_is_called_a_deduction() -> None:
    heads = ["STT", "Đơn vị", "Giao đầu năm", "Bổ sung", "Giảm", "Tổng dự toán được giao"]
    rows: Rows = [heads, [1, "Xã A", 10250, 2013, 507, 11756], [2, "Xã B", 20480, 0, 1021, 19459]]
    rows = [*rows, [3, "Xã C", 15317, 3044, 0, 18361]]
    assert list(columns(reading(book(rows))).values())[-1] == "Giao đầu năm + Bổ sung - Giảm"
    wrong = reading(book([*rows, [4, "Xã D", 90127, 10312, 5026, 95513]]))
    assert [one.code for one in check_plan(wrong).findings if one.severity == "error"] == ["SX104"]


def test_what_may_be_kept_of_a_fee_is_a_difference() -> None:
    rows: Rows = [["STT", "Nội dung", "Số thu", "Số nộp NSNN", "Số được để lại"], [1, "Phí A", 100, 40, 60]]
    loaded = reading(book([*rows, [2, "Phí B", 50, 20, 30], [3, "Lệ phí C", 30, 30, 0]]))
    assert list(columns(loaded).values())[-1] == "Số thu - Số nộp NSNN"


def test_a_row_is_named_right_before_its_only_figure() -> None:
    rows: Rows = [
        ["Description", "Qty", "Unit price (USD)", "Amount (USD)"],
        ["Design", 10, 85, 850],
        ["Hosting", 12, 15, 180],
        [None, None, "Subtotal", 1030],
        [None, None, "Shipping", 24],
        [None, None, "Total", 1054],
    ]
    loaded = reading(book(rows))
    assert lines(loaded) == ["Subtotal | 1030", "  Design | 850", "  Hosting | 180", "Shipping | 24", "declared | 1054"]
    assert not doubts(loaded)


def test_the_name_of_a_row_in_a_column_of_amounts_is_no_amount() -> None:
    rows: Rows = [
        ["Chi phí (đồng)", "Thứ 2", "Thứ 3", "Tổng"],
        ["Ăn", 300, 200, 500],
        ["Ở", 700, None, 700],
        ["Cộng", 1000, 200, 1200],
        [None, None, "Đã tạm ứng", 1000],
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[-2:] == ["Đã tạm ứng [memo] | . . 1000", "declared | 1000 200 1200"]
    assert "SX511" not in doubts(loaded)


def test_a_currency_in_place_of_the_heading_of_titles_is_one() -> None:
    rows: Rows = [
        ["Helio Ltd"],
        ["£", "Jan-25", "Feb-25", "YTD"],
        ["Subscriptions", 12000, 12900, 24900],
        ["Services", 3000, 2500, 5500],
        ["Revenue", 15000, 15400, 30400],
    ]
    loaded = reading(book(rows))
    assert list(columns(loaded)) == ["Jan-25", "Feb-25", "YTD"]
    assert columns(loaded)["YTD"] == "Jan-25 + Feb-25"


def test_a_rate_of_pay_is_a_price_where_it_says_its_currency() -> None:
    rows: Rows = [
        ["Name", "FTE", "Months", "Monthly rate (EUR)", "Salary", "Overhead 25%", "Total"],
        ["Berg", 0.5, 36, 7200, 129600, 32400, 162000],
        ["Dahl", 1, 36, 3900, 140400, 35100, 175500],
        ["Falk", 1, 24, 5200, 124800, 31200, 156000],
        ["Total", 2.5, 96, None, 394800, 98700, 493500],
    ]
    assert list(columns(reading(book(rows)))) == ["Salary", "Overhead 25%", "total"]


def test_a_figure_with_a_remark_behind_its_unit_says_how_figures_are_written() -> None:
    rows = ["Dự án;Vốn đăng ký", "Nhà máy;3.850 tỷ đồng", "Bến cảng;2.200 tỷ đồng", "{}", "Chợ;980 tỷ đồng"]
    told = reading("\n".join(rows).format("Nhà máy điện;1.450 tỷ đồng (58 triệu USD)"), "a.csv")
    assert lines(told) == ["Nhà máy | 3850", "Bến cảng | 2200", "Nhà máy điện | 1450", "Chợ | 980"]
    with pytest.raises(Unreadable):
        reading("\n".join(rows).format("Nhà máy điện;450 tỷ đồng (58 triệu USD)"), "a.csv")
