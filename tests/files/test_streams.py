"""Tables with a cell on each line as legal sites of provinces print price lists: no heading of codes, codes in a column
for each level, units that reach down, texts merged over the columns of amounts."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from transcripts import one_cell_a_line

from recogniser.made import doubts, lines, reading
from sxtdbv_cli.files import txt
from sxtdbv_cli.files.txt.evidence import contradicts, rules_of
from sxtdbv_cli.files.txt.tokens import piece_of
from sxtdbv_cli.files.txt.tree import levels_of
from sxtdbv_cli.model.finding import Unreadable

Rows = Sequence[Sequence[str]]


def page(rows: Rows, unit: str = "Đơn vị tính: 1.000 đồng") -> str:
    """A decision with a table in it."""
    return (
        f"Điều 1. Quy định mức giá như sau:\n\n{unit}\n\n{one_cell_a_line(rows, lead=True)}\n\nĐiều 2. Có hiệu lực.\n"
    )


def test_a_table_that_nothing_but_a_bar_opens_begins_there() -> None:
    rows = [["Khu vực", "Nhà trẻ", "Tiểu học"], ["Phường", "190", "210"], ["Xã", "140", "160"], ["Đảo", "105", "115"]]
    loaded = reading(page(rows), "bang.txt")
    assert lines(loaded) == ["Phường | 190 210", "Xã | 140 160", "Đảo | 105 115"]
    assert loaded.plan.unit.name == "1.000 đồng" and not doubts(loaded)


def test_titles_stand_in_the_third_column_behind_two_of_codes() -> None:
    rows = [
        ["STT", "Mã hiệu", "Tên công tác", "Đơn vị", "Đơn giá (đồng)"],
        ["I", "", "KHU VỰC PHƯỜNG", "", ""],
        ["1", "TG.1.1", "Thu gom tại ngõ", "đồng/km", "85.731"],
        ["2", "TG.1.2", "Thu gom tại phố", "đồng/km", "343.611"],
        ["II", "", "KHU VỰC XÃ", "", ""],
        ["1", "TG.2.1", "Thu gom tại thôn", "đồng/km", "95.420"],
    ]
    found = lines(reading(page(rows, ""), "bang.txt"))
    assert (
        found[:2] == ["I KHU VỰC PHƯỜNG | .", "  1 Thu gom tại ngõ | 85731"]
        and found[-1] == "  1 Thu gom tại thôn | 95420"
    )


LEVELS = [
    ["Mã nhóm loại", "Tên loại đá", "Đơn vị tính", "Đơn giá (đồng)"],
    ["Cấp 1", "Cấp 2", "Cấp 3"],
    ["II", "", "", "Đá các loại", "", ""],
    ["", "II2", "", "Đá xây dựng", "", ""],
    ["", "", "II201", "Đá hộc", "m3", "120.000"],
    ["", "", "II202", "Đá dăm", "m3", "217.912"],
    ["", "II3", "", "Đá nung vôi", "m3", "128.000"],
    ["", "II5", "", "Cát", "m3", "80.500"],
]


def test_a_column_of_codes_for_each_level_stands_under_one_heading() -> None:
    """The price stands over nothing but prices; few of a level are no titles that all lines have."""
    loaded = reading(page(LEVELS, ""), "bang.txt")
    assert lines(loaded) == [
        "II Đá các loại | .",
        "  II2 Đá xây dựng | .",
        "    II201 Đá hộc | 120000",
        "    II202 Đá dăm | 217912",
        "  II3 Đá nung vôi | 128000",
        "  II5 Cát | 80500",
    ]


def test_a_unit_reaches_down_into_the_next_row() -> None:
    rows = [
        ["TT", "Danh mục", "Đơn vị tính", "Mức trần", "Ghi chú"],
        ["1", "Bán trú", "", "", ""],
        ["1.1", "Bữa sáng", "đồng/ngày", "20.000", ""],
        ["1.2", "Bữa trưa", "35.000", ""],
        ["1.3", "Bữa chiều", "15.000", ""],
        ["2", "Trông giữ", "đồng/giờ", "12.000", "60 phút"],
    ]
    loaded = reading(page(rows, ""), "bang.txt")
    assert lines(loaded)[1:4] == ["  1.1 Bữa sáng | 20000", "  1.2 Bữa trưa | 35000", "  1.3 Bữa chiều | 15000"]
    assert not doubts(loaded)


def test_what_an_amount_depends_on_is_merged_over_all_columns_behind_a_title() -> None:
    """It is no header of another table, though it speaks of money."""
    rows = [
        ["STT", "Nội dung chi", "Cấp tỉnh", "Cấp xã", "Đơn vị tính", "Ghi chú"],
        ["1", "Ban Tổ chức", ""],
        ["", "- Trưởng ban", "442", "398", "người/ngày", ""],
        ["", "- Ủy viên", "353", "285", "người/ngày", ""],
        ["2", "Chi khác", ""],
        ["", "- Tiền nước", "40", "30", "người/ngày", ""],
        ["", "- Thuê mướn", "Căn cứ hóa đơn trong dự toán được giao"],
        ["", "- Tiền ăn", "300", "240", "người/ngày", "Hai bữa"],
    ]
    found = lines(reading(page(rows), "bang.txt"))
    assert found[-3:] == ["  - Tiền nước | 40 30", "  - Thuê mướn | . .", "  - Tiền ăn | 300 240"]


def test_what_is_paid_for_each_of_something_is_a_figure_and_a_blank_may_stand_in_the_lower_header() -> None:
    rows = [
        ["STT", "Nội dung", "Mức chi", "Ghi chú"],
        ["Cấp tỉnh", "Cấp xã", ""],
        ["1", "Chi họp", "", "", ""],
        ["1.1", "Chủ trì", "500.000 đồng/người /cuộc", "400.000 đồng/người/ cuộc", ""],
        ["1.2", "Đại biểu", "100.000 đồng/người/buổi", "80.000 đồng/người/buổi", ""],
        ["2", "Biển hiệu", "1.500.000 đồng/Biển", "1.500.000 đồng/Biển", "Nếu chưa có"],
    ]
    loaded = reading(page(rows, ""), "bang.txt")
    assert lines(loaded) == [
        "1 Chi họp | . .",
        "  1.1 Chủ trì | 500000 400000",
        "  1.2 Đại biểu | 100000 80000",
        "2 Biển hiệu | 1500000 1500000",
    ]
    assert loaded.plan.unit.name == "đồng"


HELD = "Lũy kế vốn đã bố trí"
PROJECTS = [
    ["TT", "Danh mục dự án", "Quyết định đầu tư", HELD, "Kế hoạch trung hạn", "Ghi chú"],
    ["Số quyết định", "TMĐT", "Tổng số (các nguồn)", "Trong đó: NSTW", "Tổng số", "Trong đó"],
    ["Tổng số (các nguồn)", "Trong đó: NSTW", "NSTW", "NS tỉnh"],
    ["", "TỔNG SỐ", "", "1.500", "920", "700", "400", "1.100", "600", "500", ""],
    ["1", "Đường Tân An", "12/QĐ-UBND", "900", "500", "300", "200", "600", "300", "300", ""],
    ["2", "Cầu Phú Lộc", "15/QĐ-UBND", "600", "420", "400", "200", "500", "300", "200", ""],
]
QUARTERS = [
    ["Mã HĐ", "Hoạt động", "Nguồn vốn", "Tổng kinh phí", "Phân kỳ thực hiện"],
    ["Vốn viện trợ", "Vốn đối ứng", "Quý I", "Quý II", "Quý III", "Quý IV"],
    ["1", "Tập huấn", "924", "223", "1.147", "286", "229", "382", "250"],
    ["2", "Truyền thông", "915", "751", "1.666", "416", "333", "554", "363"],
    ["Tổng cộng", "1.839", "974", "2.813", "702", "562", "936", "613"],
]
STOCK = [
    ["STT", "Tên vật tư", "Đơn giá", "Tồn đầu kỳ", "Nhập trong kỳ"],
    ["SL", "Tiền", "SL", "Tiền"],
    ["1", "Xi măng", "1.000", "10", "10.000", "5", "5.000"],
    ["2", "Cát", "2.000", "7", "14.000", "8", "16.000"],
]
COMPARED = [
    ["STT", "Nội dung", "Dự toán năm", "Thực hiện quý I", "So sánh (%)"],
    ["Dự toán năm", "Cùng kỳ năm trước"],
    ["A", "B", "1", "2", "3=2/1", "4"],
    ["I", "Thu cân đối", "8.250.000", "2.318.640", "28,1", "112,8"],
    ["1", "Thu nội địa", "7.900.000", "2.241.175", "28,4", "111,9"],
    ["2", "Thu viện trợ", "350.000", "77.465", "22,1", "146,0"],
]
FUNDS = [
    ["STT", "Tên quỹ", "Dư đầu năm", "Thu trong năm", "Chi trong năm", "Dư cuối năm"],
    ["Tổng số", "Trong đó: ngân sách hỗ trợ"],
    ["A", "B", "1", "2", "3", "4", "5=1+2-4"],
    ["1", "Quỹ Khuyến học", "87.650", "215.500", "50.000", "198.000", "105.150"],
    ["2", "Quỹ Phòng chống thiên tai", "12.000", "455.000", "100.000", "310.250", "156.750"],
]
EACH_YEAR = [
    ["TT", "Nhiệm vụ", "Tổng cộng", "Năm 2023", "Năm 2024"],
    ["Tổng", "NSTW", "NSĐP"] * 3,
    ["1", "Xây dựng phóng sự", "315", "245", "70", "150", "120", "30", "165", "125", "40"],
    ["2", "In tờ rơi", "120", "90", "30", "60", "45", "15", "60", "45", "15"],
    ["3", "Hội nghị", "200", "150", "50", "100", "75", "25", "100", "75", "25"],
]
BESIDE_TOTAL = [
    ["TT", "Nội dung", "Năm 2023", "Năm 2024", "Tổng 2 năm"],
    ["Tổng", "NSNN", "Dân đối ứng"] * 2,
    ["1", "Nuôi cá lồng", "938,753", "496,505", "442,248", "1.196,83", "520,58", "676,25", "2.135,583"],
    ["2", "Lúa hữu cơ", "662,365", "314,598", "347,767", "145,02", "71,46", "73,56", "807,385"],
]
ABROAD = [
    ["TT", "Dự án", "Nhà tài trợ", "Tổng mức đầu tư", "Kế hoạch năm 2025"],
    ["Tổng số", "Trong đó", "Tổng số", "Trong đó"],
    ["Vốn đối ứng", "Vốn nước ngoài", "Vốn đối ứng", "Vốn nước ngoài"],
    ["Cấp phát", "Vay lại", "Cấp phát", "Vay lại"],
    ["1", "2", "3", "4=5+6+7", "5", "6", "7", "8=9+10+11", "9", "10", "11"],
    ["1", "Đường ven biển", "WB", "1.220", "340", "610", "270", "125", "25", "70", "30"],
    ["2", "Cấp nước", "ADB", "2.440", "680", "1.220", "540", "250", "50", "140", "60"],
]
MONTHLY = [
    ["STT", "Nội dung", "Mã số", "Dự toán năm", "Thực hiện", "So sánh với dự toán năm (%)"],
    ["Trong tháng", "Luỹ kế từ đầu năm"],
    ["A", "B", "C", "1", "2", "3", "4"],
    ["I", "Chi thường xuyên", "300", "4.320.000.000", "346.370.000", "2.464.050.000", "57,0"],
    ["1", "Chi quản lý", "310", "2.160.000.000", "173.000.000", "1.232.000.000", "57,0"],
    ["2", "Chi y tế", "320", "2.160.000.000", "173.370.000", "1.232.050.000", "57,0"],
]
OWN = [
    ["TT", "Khoản chi", "Tổng số", "Nguồn vốn"],
    ["Ngân sách", "Tự có"],
    ["Tổng số", "Khoán chi", "Không khoán chi"],
    ["1", "2", "3", "4", "5", "6", "7"],
    ["1", "Trả công lao động", "731,86", "677,49", "360,16", "317,33", "54,37"],
    ["2", "Nguyên vật liệu", "1.873,06", "1.158,79", "574,31", "584,48", "714,27"],
    ["3", "Sửa chữa", "203,96", "", "", "", "203,96"],
]


@pytest.mark.parametrize(
    ("rows", "over"),
    [
        (COMPARED, {"So sánh (%)": 2}),
        (FUNDS, {"Thu trong năm": 2}),
        (EACH_YEAR, {"Tổng cộng": 3, "Năm 2023": 3, "Năm 2024": 3}),
        (BESIDE_TOTAL, {"Năm 2023": 3, "Năm 2024": 3}),
        (ABROAD, {"Tổng mức đầu tư": 4, "Kế hoạch năm 2025": 4, "Trong đó": 3, "Vốn đối ứng": 2}),
        (OWN, {"Nguồn vốn": 4, "Ngân sách": 3}),
        (MONTHLY, {"Thực hiện": 2}),
        (
            PROJECTS,
            {"Quyết định đầu tư": 3, "TMĐT": 2, "Lũy kế vốn đã bố trí": 2, "Kế hoạch trung hạn": 3, "Trong đó": 2},
        ),
        (QUARTERS, {"Nguồn vốn": 2, "Phân kỳ thực hiện": 4}),
        (STOCK, {"Tồn đầu kỳ": 2, "Nhập trong kỳ": 2}),
    ],
    ids=[
        "percentages under what says so",
        "no part in a rule with others",
        "a total of all over each part's cells",
        "decimals",
        "alike headings alike",
        "a total that covers a group and a column",
        "what was done below no plan",
        "nothing over itself",
        "quarters together, and a total beside its group",
        "no price over a group",
    ],
)
def test_headers_of_investment_aid_and_stocks_are_put_together(rows: Rows, over: dict[str, int]) -> None:
    (found,) = txt.grids(page(rows).encode(), "x.txt")
    told = [remark.facts for remark in found.remarks if "heading" in remark.facts]
    assert {facts["heading"]: facts["columns"] for facts in told} == over


@pytest.mark.parametrize(("rows", "over"), [(COMPARED, {"So sánh (%)": 2}), (FUNDS, {"Thu trong năm": 2})])
def test_headers_are_put_together_without_bars_before_rows(rows: Rows, over: dict[str, int]) -> None:
    (found,) = txt.grids(one_cell_a_line(rows).encode(), "x.txt")
    told = [remark.facts for remark in found.remarks if "heading" in remark.facts]
    assert {facts["heading"]: facts["columns"] for facts in told} == over


@pytest.mark.parametrize("rows", [STOCK, OWN], ids=["quantities and sums", "a total beside a group"])
def test_headers_that_can_be_cut_otherwise_are_refused_without_bars_before_rows(rows: Rows) -> None:
    with pytest.raises(Unreadable):
        txt.grids(one_cell_a_line(rows).encode(), "x.txt")


def test_figures_may_have_their_groups_set_off_by_blanks() -> None:
    rows = [["TT", "Nguồn vốn", "Năm 2024", "Cộng"], ["I", "Nguồn NSNN", "162 034 000", "374 015 000"]]
    rows += [["1", "NS tỉnh", "84 754 000", "228 638 000"], ["2", "NS huyện", "77 280 000", "145 377 000"]]
    found = lines(reading(one_cell_a_line(rows), "bang.txt"))
    assert found[-1] == "  2 NS huyện | 77280000 145377000"


@pytest.mark.parametrize("second", [[], [["", "VND", "VND"]]], ids=["one row", "two rows"])
def test_titles_need_no_heading_where_every_row_has_all_cells(second: Rows) -> None:
    rows = [
        ["", "Kỳ này", "Năm trước"],
        *second,
        ["Số dư đầu kỳ", "631.564", "569.062"],
        ["Tăng", "313.569", "425.218"],
    ]
    found = reading(page([*rows, ["Số dư cuối kỳ", "945.133", "994.280"]], ""), "bang.txt")
    assert lines(found)[:2] == ["Số dư đầu kỳ | 631564 569062", "Tăng | 313569 425218"]
    unit = ": VND" if second else ""
    assert [column.key for column in found.plan.columns] == [f"Kỳ này{unit}", f"Năm trước{unit}"]


def test_days_months_and_spans_of_years_are_headings() -> None:
    rows = [["Chỉ tiêu", "31/12/2024", "T3", "2017/2013 (%)"], ["Vốn", "20.871", "22.410", "107,37"]]
    rows += [["- Vay", "15.607", "20.718", "132,75"], ["- Tự có", "5.264", "1.692", "32,14"]]
    (found,) = txt.grids(page(rows, "").encode(), "x.txt")
    texts = [["" if cell is None else cell.text for cell in row] for row in found.rows]
    assert texts[texts.index(rows[0]) :][: len(rows)] == rows


def test_a_column_may_hold_figures_and_words_where_blanks_before_rows_are_no_chance() -> None:
    rows = [["Hạng mục", "Nhà cung cấp", "Đơn giá", "Thành tiền"]]
    rows += [[f"Vật tư {name}", "Minh Long", "1.500", "3.000"] for name in "ABCDEF"]
    rows += [["", "", "Cộng", "18.000"], ["", "", "Phí vận chuyển", "500"]]
    (found,) = txt.grids(page(rows, "").encode(), "x.txt")
    texts = [["" if cell is None else cell.text for cell in row] for row in found.rows]
    assert texts[texts.index(rows[0]) :][: len(rows)] == rows


def test_a_total_beside_no_title_stands_in_a_table_whose_rows_have_all_cells() -> None:
    rows = [
        ["", "Dự kiến", "Thực hiện", "Chênh lệch"],
        ["THU", "", "", ""],
        ["Vé (120 x 25)", "3.000", "3.125", "125"],
        ["Nhà tài trợ A", "1.500", "1.500", "0"],
        ["", "4.500", "4.625", "125"],
        ["CHI", "", "", ""],
        ["Hội trường", "1.200", "1.180", "-20"],
    ]
    (found,) = txt.grids(page(rows, "").encode(), "x.txt")
    texts = [["" if cell is None else cell.text for cell in row] for row in found.rows]
    assert texts[texts.index(rows[0]) :][: len(rows)] == rows


def test_units_below_headings_of_which_some_have_none_are_a_row_of_the_header() -> None:
    rows = [
        ["STT", "Mô hình", "Diện tích", "Ngân sách", "Dân góp"],
        ["", "", "(ha)", "(triệu đồng)", "(triệu đồng)"],
        ["1", "Trồng lúa", "125,5", "8.931", "3.945"],
        ["2", "Nuôi cá", "42,25", "5.201", "2.756"],
    ]
    loaded = reading(page(rows, ""), "bang.txt")
    assert lines(loaded) == ["1 Trồng lúa | 8931 3945", "2 Nuôi cá | 5201 2756"]
    assert loaded.plan.unit.name == "triệu đồng"


CODES = [
    ["Chương", "Loại", "Mục", "Nội dung", "Dự toán năm", "Trong đó"],
    ["Quý I", "Quý II"],
    ["622", "", "", "Phòng Giáo dục", "942.500", "442.300", "500.200"],
    ["", "070", "", "Giáo dục", "942.500", "442.300", "500.200"],
    ["", "", "6000", "Tiền lương", "942.500", "442.300", "500.200"],
]


def test_columns_of_codes_of_the_budget_begin_a_table() -> None:
    (found,) = txt.grids(page(CODES).encode(), "x.txt")
    assert [cell.text for cell in found.rows[2] if cell][:4] == ["Chương", "Loại", "Mục", "Nội dung"]


SCHOOL = [
    ["STT", "Lớp", "Số học sinh", "Phải nộp", "Đã nộp", "Ghi chú"],
    ["1", "Lớp 6A", "33", "16.200.000", "14.760.000", ""],
    ["2", "Lớp 6B", "35", "17.820.000", "17.100.000", ""],
    ["Tổng cộng", "68", "34.020.000", "31.860.000", ""],
]


def test_a_total_over_its_code_and_title_ends_a_table_without_bars_before_its_rows() -> None:
    found = lines(reading(f"Đơn vị tính: đồng\n\n{one_cell_a_line(SCHOOL)}\n\nNơi nhận: như trên\n", "bang.txt"))
    assert found[-1] == "declared | 34020000 31860000"


def test_the_numbers_of_columns_may_stand_in_square_brackets_or_below_a_merged_header() -> None:
    numbered = [SCHOOL[0], [f"[{number}]" for number in range(1, 7)], *SCHOOL[1:]]
    assert len(lines(reading(page(numbered), "bang.txt"))) == 3
    rows = [
        ["TT", "Tên đơn vị", "Tổng chi", "Bao gồm"],
        ["Lương", "Dự phòng"],
        ["A", "B", "1=2+3", "2", "3"],
        ["", "TỔNG SỐ", "14.751", "7.246", "7.505"],
        ["1", "Xã Tân An", "9.314", "4.280", "5.034"],
        ["2", "Xã Phú Lộc", "5.437", "2.966", "2.471"],
    ]
    plain = f"Đơn vị tính: triệu đồng\n\n{one_cell_a_line(rows)}\n\nNơi nhận: như trên\n"
    assert "Xã Tân An | 9314 4280 5034" in lines(reading(plain, "bang.txt"))[1]


def test_figures_with_their_unit_are_figures_whatever_it_is() -> None:
    rows = [
        ["Hạng giải", "Số lượng", "Mức thưởng (VNĐ/giải)", "Thành tiền"],
        ["Giải Nhất", "01 giải", "1.000.000 VNĐ", "1.000.000 VNĐ"],
        ["Giải Nhì", "02 giải", "500.000 VNĐ / giải", "1.000.000 VNĐ"],
        ["TỔNG", "03 giải", "—", "2.000.000 VNĐ"],
    ]
    assert lines(reading(page(rows, ""), "bang.txt"))[0].startswith("Giải Nhất | 1000000")
    rows = [["TT", "Đề tài", "Số lượng", "Kinh phí"], ["1", "Cấp Bộ", "3", "1.417 triệu đồng"]]
    rows += [["2", "Cấp cơ sở", "13", "3.380 triệu đồng"], ["Tổng số", "", "", "4.797 triệu đồng"]]
    assert lines(reading(page(rows, ""), "bang.txt"))[-1] == "declared | 4797"


def test_words_behind_titles_make_these_no_codes() -> None:
    rows = [["Kịch bản", "Điều kiện", "Tổng"], ["Tối thiểu", "Có sẵn máy; chỉ mua vật tư", "440.000 VNĐ"]]
    rows += [["Tiết kiệm", "Thuê máy chủ", "1.100.000 VNĐ"], ["Trần", "Mua máy", "8.800.000 VNĐ"]]
    found = lines(reading(page(rows, "Đơn vị tính: đồng"), "bang.txt"))
    assert found == ["Tối thiểu | 440000", "Tiết kiệm | 1100000", "Trần | 8800000"]


def test_a_header_with_a_blank_for_each_cell_that_a_merged_one_covers_has_all_its_cells() -> None:
    rows = [
        ["STT", "Nội dung", "Dự toán", "", "So sánh", ""],
        ["", "", "2025", "2026", "Tuyệt đối", "%"],
        ["1", "Chi đầu tư", "12.500", "13.000", "500", "104"],
        ["2", "Chi thường xuyên", "8.400", "9.240", "840", "110"],
    ]
    (found,) = txt.grids(page(rows).encode(), "x.txt")
    assert [[cell.text if cell else "" for cell in row] for row in found.rows[2:4]] == rows[:2]
    plain = f"Đơn vị tính: triệu đồng\n\n{one_cell_a_line(rows)}\n\nNơi nhận: như trên\n"
    for text in (page(rows), plain):
        assert lines(reading(text, "bang.txt"))[0] == "1 Chi đầu tư | 12500 13000 500"


@pytest.mark.parametrize(
    "body",
    [
        [["Ban A", ""], ["1", "Họp", "1.000", "1.000", "người/ngày", ""], ["1", "Họp", "", "1.000", "mỗi đợt"]],
        [["Ban A", "", ""], ["Ban B", "", "", ""], ["Ban C", "", "", ""], ["1", "Họp", "", "0", "", ""]],
    ],
    ids=["one of another width", "rows of the body"],
)
def test_headings_without_figures_are_no_part_of_a_header_that_is_whole(body: Rows) -> None:
    head = ["STT", "Nội dung", "Mức 1", "Mức 2", "Đơn vị", "Ghi chú"]
    with pytest.raises(Unreadable):
        txt.grids(page([head, *body, ["9", "Chi khác", "1.500", "", "năm", ""]]).encode(), "x.txt")


def test_rows_that_all_have_the_cells_of_the_header_are_told_apart_whatever_they_hold() -> None:
    rows = [["Tháng", "Doanh thu", "Tổng chi", "Ghi chú"], ["T1/2026", "38000000", "26500000", ""]]
    rows += [["T2/2026", "32000000", "24000000", ""], ["T3/2026", "42500000", "28300000", "Tết"]]
    found = lines(reading(page(rows, "Đơn vị tính: đồng"), "bang.txt"))
    assert found == ["T1/2026 | 38000000 26500000", "T2/2026 | 32000000 24000000", "T3/2026 | 42500000 28300000"]


CELLS = st.sampled_from(["", "", "T1/2026", "Chi khác", "1.500", "38000000", "7", "12,5%", "2025", "a)", "-"])


@given(
    st.integers(2, 5).flatmap(lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=3)),
    st.sampled_from(["", "A"]),
)
def test_rows_with_a_bar_before_each_come_back_as_they_are_or_are_refused(body: list[list[str]], bare: str) -> None:
    head = [f"Cột {letter * 2}" if letter > bare else "" for letter in "ABCDE"[: len(body[0])]]
    rows = [head, *([row[0] or "Dòng", *row[1:]] for row in body)]
    try:
        (found,) = txt.grids(page(rows, "").encode(), "x.txt")
    except Unreadable:
        return
    texts = [["" if cell is None else cell.text for cell in row] for row in found.rows]
    start = texts.index(head)
    assert texts[start : start + len(rows)] == rows


@pytest.mark.parametrize(
    "rows",
    [
        [["Nội dung", "Tổng", "2026"], ["1.500", "1.500", ""], ["", "", ""], ["", "", ""]],
        [["NSĐP", "Nội dung", "NSĐP", "người/ngày", ""]],
        [["STT", "Nội dung", "Kinh phí", "Mã số"], ["NSĐP", "Năm 2025", "ĐVT", "Trong đó"], ["7", "a)", "7", "1"]],
        [
            ["STT", "Nội dung", "%", "NSĐP", "2026", "%", "Số lượng"],
            ["2026", "ĐVT", "ĐVT"],
            ["I", "Mua sắm", "", "2.500", "4.000", "12", "12"],
            ["1", "Chi khác", "4.000", "12", "12", "1.500", "1.500"],
            ["1", "Trong đó:", "Trong đó:"],
            ["1", "2025", ""],
            ["1", "Mua sắm", "2.500", "1.500", "1.500", "1.500", ""],
        ],
    ],
    ids=["short", "no rows", "numbers at the end", "no title that covers columns"],
)
def test_what_is_no_table_is_refused(rows: Rows) -> None:
    for text in (page(rows), one_cell_a_line(rows)):
        with pytest.raises(Unreadable):
            txt.grids(text.encode(), "x.txt")


@pytest.mark.parametrize(
    ("under", "numbers", "contradicts_them"),
    [
        ((0, 0, 0, 2, 0), "1 2 3=4+...+6 4 5 6", True),  # the sum of a group and another
        ((0, 0, 0, 2, 0), "1 2 3=4+5 4 5 6", False),
        ((0, 0, 0, 3, 0), "1 2 3=4+...+6 4 5 6 7", False),
        ((0, 0, 2, 0), "1 2 3=4+5 4 5", True),  # the sum of one of its group and another
        ((0, 0, 3, 0), "1 2 3=4+5 4 5 6", False),
    ],
)
def test_a_way_to_divide_a_header_that_rules_of_columns_know_nothing_of_contradicts_them(
    under: Sequence[int], numbers: str, *, contradicts_them: bool
) -> None:
    rows = [[piece_of(f"Cột {at}", 1, 1) for at in range(width)] for width in (len(under), sum(under))]
    body = [[piece_of(number, 2, 1) for number in numbers.split()]]
    _, rules = rules_of(body)
    assert contradicts(levels_of((tuple(under),), rows), rules) is contradicts_them


PARAGRAPHS = [
    ["STT", "Chỉ tiêu", "Dự toán", "Ghi chú"],
    [" ", " ", "2025", " "],
    ["No", " ", "(Plan 2025)", " "],
    ["A", "Tổng thu", "765.824.500", " "],
    ["1", "Học phí\nphổ thông", "77.962.500", "Theo quy định"],
    ["2", "Thu khác", "687.862.000", " "],
    [" ", "Trong đó:", " ", " "],
    ["a", "Nước uống", "8.800.000", " "],
]


def paragraphs(rows: Rows) -> str:
    """A page each of whose cells is a paragraph, as its text is copied."""
    return "\n\n".join(["THÔNG BÁO", "Đơn vị: đồng", *(cell for row in rows for cell in row), "Ngày 5 tháng 9", "Ký"])


def test_cells_that_are_paragraphs_are_rows_where_blank_ones_are_there() -> None:
    loaded = reading(paragraphs(PARAGRAPHS), "bang.txt")
    assert lines(loaded) == [
        "A Tổng thu | 765824500",
        "  1 Học phí phổ thông | 77962500",
        "  2 Thu khác | 687862000",
        "    a Nước uống [of-which] | 8800000",
    ]
    assert loaded.plan.unit.name == "đồng" and not doubts(loaded)
    noted = reading(paragraphs([*PARAGRAPHS[:-1], ["a", "Nước uống", "8.800.000", "Tháng"]]), "bang.txt")
    assert (lines(noted), noted.plan.lines.notes[-1]) == (lines(loaded), "Tháng")


@pytest.mark.parametrize(
    "rows",
    [
        [*PARAGRAPHS, ["b", "Bán trú", "900.000", "cả năm"], ["c", "Giữ xe", " ", " "]],
        [*PARAGRAPHS[:3], PARAGRAPHS[3][:3], *PARAGRAPHS[4:]],
        [[cell for cell in row if cell.strip()] for row in PARAGRAPHS],
        [*PARAGRAPHS, ["b", "Bán trú", " ", " "]],
        [[cell.strip() for cell in row] for row in PARAGRAPHS],
    ],
    ids=[
        "one without figures behind a note",
        "one lost",
        "blanks lost",
        "a row without figures ends it",
        "nothing for blanks",
    ],
)
def test_paragraphs_whose_rows_cannot_be_told_are_refused(rows: Rows) -> None:
    with pytest.raises(Unreadable):
        reading(paragraphs(rows), "bang.txt")
