"""Lists with a total behind them, bullets of other signs, numbers that only name, and rules that multiply constants."""

import pytest

from recogniser.made import book, calculated, doubts, lines, reading
from sxtdbv_cli.check import Doubt, check_plan
from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.model.sheet import Use


def errors(loaded: Loaded) -> list[str]:
    """The codes of the errors that are found."""
    return [found.code for found in check_plan(loaded).findings if found.severity == "error"]


def codes(*rows: list[object]) -> list[str]:
    return [one.code for one in check_plan(reading(book([*rows])), doubt=Doubt(wanted=False)).findings]


def test_a_total_adds_no_list_from_its_second_number_on() -> None:
    head = "STT\tHọ tên\tSố tiền (đồng)\n"
    people = "1\tBà Sáu\t500.000\n2\tÔng Năm\t2.000.000\n3\tCô Bảy\t350.000\n4\tChú Ba\t1.200.000\n"
    loaded = reading(head + people + "\tTổng cộng\t3.550.000\n", "x.tsv")
    assert lines(loaded)[-1] == "declared | 3550000"
    assert errors(loaded) == ["SX103"]


def test_a_total_of_receipts_leaves_the_balance_before_them_out() -> None:
    rows = "1\tTồn quỹ năm trước\t500.000\n2\tHội phí\t2.000.000\n3\tTài trợ\t350.000\n4\tLãi\t200.000\n"
    loaded = reading("STT\tNội dung\tSố tiền (đồng)\n" + rows + "\tTổng thu\t2.550.000\n", "x.tsv")
    assert errors(loaded) == []


def test_a_total_of_what_no_line_shows_stays_a_line_and_is_told() -> None:
    rows = "| Nội dung | Quý 1 | Quý 2 |\n|---|---|---|\n| Chi phí bán hàng | 120 | 150 |\n"
    loaded = reading("Đơn vị: triệu đồng\n\n" + rows + "| Tổng lợi nhuận trước thuế | 990 | 1.250 |\n", "x.md")
    assert lines(loaded) == ["Chi phí bán hàng | 120 150", "Tổng lợi nhuận trước thuế | 990 1250"]
    assert "SX513" in doubts(loaded)


def test_arrows_and_squares_are_bullets() -> None:
    for sign in "→▪►":
        rows = f"Tiền vé | 90\nQuỹ thưởng | 60\n{sign} Giải nhất | 40\n{sign} Giải nhì | 20\n".replace(" | ", ",")
        assert lines(reading("Nội dung,Số tiền (nghìn đồng)\n" + rows, "x.csv"))[2:] == [
            f"  {sign} Giải nhất | 40",
            f"  {sign} Giải nhì | 20",
        ]


def test_numbers_filled_up_with_noughts_name_their_lines_where_some_are_long() -> None:
    rows = "00004,Phường A,120,70,50\n00070,Phường B,240,40,200\n00103,Phường C,110,10,100\n00118,Phường D,90,40,50\n"
    loaded = reading("Mã,Tên,Tổng thu,Trung ương,Địa phương\n" + rows, "x.csv")
    assert [line.strip() for line in lines(loaded)] == lines(loaded)
    assert not [one for one in check_plan(loaded).findings if one.severity == "warning"]


def test_a_rule_multiplies_numbers_with_decimals_and_the_count_it_names_first() -> None:
    head = ["STT", "Chỉ tiêu", "Tổng đơn vị", "Mức khoán quỹ", "Kinh phí tăng thêm"]
    loaded = reading(
        book([
            ["ĐVT: triệu đồng"], head,
            ["A", "B", "(1)", "(2)", "(3) = (1) x (2) x 0,09 x 6t"],
            ["I", "Xã", 67, None, "619.2"], [1, "Xã loại I", 20, "20.0", "216"], [2, "Xã loại II", 47, "16.0", "403.2"],
        ])
    )  # fmt: skip
    assert [taken.use for taken in loaded.sheet.understanding.columns][2:4] == [Use.QUANTITY, Use.PRICE]
    assert errors(loaded) == []


def test_a_group_with_the_rate_of_one_line_below_it_is_no_product() -> None:
    head = ["STT", "Nội dung", "Số lượng", "Đơn giá", "Thành tiền"]
    rows = [["I", "Xã khó khăn", 8, 200, 3800], ["-", "Thôn", 38, 100, 3800]]
    rows += [["II", "Xã còn lại", 5, None, 4500], ["-", "Thôn", 45, 100, 4500], ["-", "Tổ", 0, 100, 0]]
    assert codes(["ĐVT: nghìn đồng"], head, *rows) == []


def test_numbers_below_a_first_line_that_lead_up_to_it_leave_no_gap() -> None:
    head = ["STT", "Khoản mục", "Giá trị (đồng)"]
    rows = [[1, "Trực tiếp", 480_125_311], [2, "Gián tiếp", 35_317_208], [3, "Lợi nhuận", 28_409_116]]
    sums = [[4, "Trước thuế", 543_851_635], [5, "Thuế", 54_385_163], [None, "Tổng cộng", 598_236_798]]
    assert "SX302" not in codes(head, *rows, *sums)


def test_a_short_subtotal_in_a_numbered_list_is_told_and_no_error() -> None:
    head = ["STT", "Khoản mục", "Giá trị (triệu đồng)"]
    rows = [[1, "Trực tiếp", 480], [2, "Gián tiếp", 35], [3, "Lợi nhuận", 28], [4, "Trước thuế", 543], [5, "Thuế", 54]]
    loaded = reading(book([head, *rows, [None, "Tổng cộng", 597]]))
    assert (errors(loaded), doubts(loaded)) == ([], ["SX513"])


def test_days_counted_and_days_off_are_no_amounts() -> None:
    rows = "Ngân hàng,Kỳ hạn (ngày),Số tiền (đồng),Ngày đến hạn\nAn Bình,90,15000000,5\nBắc Á,30,2000000,-3\n"
    loaded = reading(rows, "x.csv")
    assert [column.key for column in loaded.plan.columns] == ["Số tiền (đồng)"]
    assert "SX518" not in doubts(loaded)


def test_the_numbers_of_rows_of_words_below_a_table_are_no_figures_left_out() -> None:
    table = "| STT | Nội dung | Số tiền (đồng) |\n|---|---|---|\n| 1 | Điện | 500 |\n| 2 | Nước | 300 |\n\n"
    other = "| STT | Chức năng | Điều kiện |\n|---|---|---|\n| 1 | Đăng nhập | có tài khoản |\n| 2 | Thoát | đã vào |\n"
    assert "SX516" not in doubts(reading(table + "## Kiểm thử\n\n" + other, "x.md"))


def test_all_levels_of_the_budget_index_in_two_columns_and_how_items_come_about() -> None:
    head = ["Nhóm, mục chi", "Tiểu mục", "Nội dung", "Dự toán năm (đồng)", "Quý 1", "Quý 2"]
    rows = [
        [None, None, "A-Kinh phí giao tự chủ", 9_000, None, None],
        ["0500", "I", "Chi thường xuyên", 9_000, 4_000, 5_000],
        ["0129", None, "Chi thanh toán cá nhân", 7_000, 3_000, 4_000],
        ["6000", None, "Tiền lương", 5_000, 2_200, 2_800],
        [None, "6001", "Lương ngạch bậc", 3_900, 1_700, 2_200],
        [None, None, "48,3 x 1.210 x 12 tháng", 3_500, 1_500, 2_000],
        [None, None, "Nâng lương 0,3 x 1.210 x 9 tháng", 400, 200, 200],
        [None, "6003", "Lương hợp đồng", 1_100, 500, 600],
        [None, None, "4,9 x 1.210 x 12 tháng", 1_100, 500, 600],
        ["6100", None, "Phụ cấp lương", 2_000, 800, 1_200],
        [None, "6101", "Phụ cấp chức vụ", 2_000, 800, 1_200],
        ["0130", None, "Chi nghiệp vụ", 2_000, 1_000, 1_000],
        ["6500", None, "Dịch vụ công cộng", 2_000, 1_000, 1_000],
        [None, "6501", "Tiền điện", 2_000, 1_000, 1_000],
    ]
    loaded = reading(book([head, *rows]))
    depths = [(len(line) - len(line.lstrip())) // 2 for line in lines(loaded)]
    assert depths == [0, 1, 2, 3, 4, 5, 5, 4, 5, 3, 4, 2, 3, 4]
    assert errors(loaded) == []


def test_lines_without_a_code_stand_below_the_one_before_that_has_one_where_sums_say_so() -> None:
    rows = [
        ["622", None, "Trường Một", 700],
        [None, "6001", "Lương", 500],
        [None, None, "20 người x 20", 400],
        [None, None, "10 người x 10", 100],
        [None, "6501", "Điện", 200],
        ["623", None, "Trường Hai", 300],
        [None, "6001", "Lương", 300],
    ]
    loaded = reading(book([["Mã đơn vị", "Mã khoản", "Nội dung", "Kinh phí (đồng)"], *rows]))
    assert [(len(line) - len(line.lstrip())) // 2 for line in lines(loaded)] == [0, 1, 2, 2, 1, 0, 1]


def test_what_stands_behind_a_rounded_total_is_no_line() -> None:
    table = (
        "| STT | Tên tài sản | Thành tiền (đồng) |\n|---|---|---|\n| 1 | Đất | 3.217.500 |\n| 2 | Nhà | 1.163.136 |\n"
    )
    total = "| Tổng cộng | | 4.380.636 |\n| Làm tròn (đồng) | | 4.381.000 |\n| Bằng chữ: Bốn triệu. | | |\n"
    loaded = reading(table + total + "| XI. PHƯƠNG PHÁP THẨM ĐỊNH: so sánh | | |\n", "x.md")
    assert lines(loaded) == ["1 Đất | 3217500", "2 Nhà | 1163136", "declared | 4380636"]
    assert doubts(loaded) == []


def test_days_name_the_lines_where_one_account_stands_on_all_of_them() -> None:
    rows = "01/10/2026,Quỹ tiền mặt,500,30,0,530\n02/10/2026,Quỹ tiền mặt,530,0,10,520\n"
    loaded = reading("Ngày,Tài khoản,Số dư đầu ngày (đồng),Tổng thu,Tổng chi,Tồn cuối ngày\n" + rows, "x.csv")
    assert [line.partition(" | ")[0] for line in lines(loaded)] == ["01/10/2026", "02/10/2026"]


def test_what_an_hour_is_paid_is_a_price() -> None:
    head = "STT,Họ và tên,Số tiền một giờ,Số giờ,Tổng lương (đồng)\n"
    loaded = reading(head + "1,Bà Sáu,85000,20,1700000\n2,Ông Năm,72000,10,720000\n,Tổng cộng,,30,2420000\n", "x.csv")
    assert [column.key for column in loaded.plan.columns] == ["Tổng lương (đồng)"]
    assert doubts(loaded) == []


ESTIMATE = (
    "STT;Khoản mục;Ký hiệu;Cách tính;Giá trị (đồng)\n1;Trực tiếp;T;theo bảng;480.125\n2;Gián tiếp;GT;T x 7,3%;35.317\n"
    "3;Lợi nhuận;TL;(T + GT) x 5,5%;28.409\n4;Trước thuế;G;T + GT + TL;{}\n5;Thuế;VAT;G x 10%;54.385\n"
    "6;TỔNG SAU THUẾ;Gxd;G + VAT;598.236\n"
)


def test_symbols_say_which_lines_of_an_estimate_others_add() -> None:
    right = reading(ESTIMATE.format("543.851"), "x.csv")
    assert lines(right)[0] == "4 Trước thuế | 543851"
    assert (errors(right), doubts(right)) == ([], [])
    wrong = reading(ESTIMATE.format("543.351"), "x.csv")
    assert lines(wrong)[1:4] == lines(right)[1:4]
    assert errors(wrong) == ["SX102", "SX103"]


def test_symbols_say_which_lines_were_added_where_only_they_name_those_of_the_total() -> None:
    text = ESTIMATE.format("{}").replace("6;TỔNG SAU THUẾ;Gxd;G + VAT", ";TỔNG SAU THUẾ;Gxd;")
    right = reading(text.format("543.851"), "x.csv")
    rounded = reading(text.format("543.852").replace("598.236", "598.237"), "x.csv")
    assert lines(rounded)[:2] == ["4 Trước thuế | 543852", "  1 Trực tiếp | 480125"]
    assert (lines(rounded)[1:-1], doubts(rounded)) == (lines(right)[1:-1], doubts(right))
    assert errors(rounded) == ["SX102"]


def test_symbols_say_so_in_a_column_in_which_figures_stand_too() -> None:
    rows = [
        "| STT | Khoản mục | Ký hiệu | Cách tính | Thành tiền |",
        "| A | Trực tiếp | T | VL+NC+MT+CT+TT | 5,000,562 |",
    ]
    rows += [
        "| 1 | Vật liệu | VL | 1,543,380 | |",
        "| 2 | Nhân công | NC | 3,185,352 | |",
        "| 3 | Máy | MT | 150,865 | |",
    ]
    rows += ["| 4 | Được cấp | CT | 0 | |", "| 5 | Trực tiếp khác | TT | 120,965 | |"]
    rows += ["| B | Gián tiếp | GT | T * % | 325,036 |", "| C | Lợi nhuận | TL | (T + GT)*% | 292,908 |"]
    rows += ["| D | Trước thuế | G | T + GT + TL | {} |", "| E | Thuế | VAT | G * % | 561,850 |"]
    text = "\n".join([*rows, "| F | Sau thuế | Gxd | G + VAT | 6,180,356 |", "| G | Nhà tạm | NT | 0 | |"])
    right, wrong = (reading(text.format(figure), "bang.md") for figure in ("5,618,506", "5,618,536"))
    assert lines(right)[8] == "D Trước thuế [memo] [= A + B + C] | . 5618506" and errors(right) == []
    assert [line.partition(" | ")[0] for line in lines(wrong)] == [line.partition(" | ")[0] for line in lines(right)]
    assert errors(wrong) == ["SX104", "SX104"]


def test_symbols_that_no_line_has_are_told() -> None:
    without = "".join(line for line in ESTIMATE.format("543.851").splitlines(keepends=True) if ";VAT;" not in line)
    assert "SX515" in doubts(reading(without, "x.csv"))


def test_a_numbered_total_behind_a_subtotal_that_is_wrong_is_told() -> None:
    rows = "1;Trực tiếp;480.125\n2;Gián tiếp;35.317\n3;Lợi nhuận;28.409\n4;Trước thuế;543.351\n5;Thuế;54.385\n"
    loaded = reading("STT;Khoản mục;Giá trị (đồng)\n" + rows + "6;TỔNG SAU THUẾ;598.236\n", "x.csv")
    assert "SX513" in doubts(loaded)


def test_revenue_may_be_compared_with_the_estimate_and_expenditure_with_the_plan() -> None:
    head = ["STT", "Nội dung", "Dự toán 2024 (đồng)", "Ước 2024", "Dự toán 2025", "So sánh: Tuyệt đối"]
    rows = [
        ["A", "Tổng thu", 9_000, 9_800, 9_500, -300],
        [1, "Thu thuế", 5_000, 5_500, 5_200, -300],
        [2, "Thu phí", 3_000, 3_100, 3_200, 100],
        [3, "Thu khác", 1_000, 1_200, 1_100, -100],
        ["B", "Tổng chi", 8_000, 8_500, 8_900, 900],
        [1, "Chi đầu tư", 3_000, 3_300, 3_100, 100],
        [2, "Chi thường xuyên", 5_000, 5_200, 5_800, 800],
    ]
    assert doubts(reading(book([head, *rows]))) == []
    rows[6][5] = 700
    assert doubts(reading(book([head, *rows]))) != []


def test_one_day_after_another_has_no_levels_and_one_account_continues_no_title() -> None:
    days = "".join(f"0{day}/10/2026,Quỹ tiền mặt,{500 + day},30,0,{530 + day}\n" for day in range(1, 8))
    loaded = reading("Ngày,Tài khoản,Số dư đầu ngày (đồng),Tổng thu,Tổng chi,Tồn cuối ngày\n" + days, "x.csv")
    assert not [one for one in check_plan(loaded).findings if one.severity == "warning"]


def test_what_is_left_behind_the_total_is_no_warning() -> None:
    rows = (
        "| Khoản | Số tiền (đồng) |\n|---|---|\n| Vé | 2.200.000 |\n| Khách sạn | 1.600.000 |\n| Tổng | 3.800.000 |\n"
    )
    loaded = reading(rows + "| Còn lại | 1.200.000 |\n", "x.md")
    assert [one.severity for one in check_plan(loaded).findings] == ["note"]


@pytest.mark.parametrize("mark", ["", "- "], ids=["bare", "bullets"])
def test_what_divides_the_total_of_everything_may_be_called_as_what_divides_its_sections(mark: str) -> None:
    state, works, fund = (f"{mark}{name}" for name in ("Ngân sách tỉnh", "Ngân sách huyện", "Quỹ việc làm"))
    rows = [["TT", "Hoạt động", "Năm 2025", "Năm 2026"], [1, "Đào tạo nghề", 570, 610], ["", state, 450, 480]]
    rows += [["", works, 120, 130], [2, "Hỗ trợ việc làm", 2300, 2400], ["", state, 800, 800], ["", fund, 1500, 1600]]
    rows += [["", "Tổng số", 2870, 3010], ["", state, 1250, 1280], ["", works, 120, 130], ["", fund, 1500, 1600]]
    loaded = reading(book(rows))
    assert lines(loaded)[3:] == [
        "2 Hỗ trợ việc làm | 2300 2400",
        f"  {state} | 800 800",
        f"  {fund} | 1500 1600",
        f"{state} [memo] [= 1/#1 + 2/#1] | 1250 1280",
        f"{works} [memo] [= 1/#2] | 120 130",
        f"{fund} [memo] [= 2/#2] | 1500 1600",
        "declared | 2870 3010",
    ]
    assert not doubts(loaded)


def test_a_formula_that_adds_lines_of_its_own_name_makes_no_total_of_the_table() -> None:
    rows = [["TT", "Hoạt động", "Năm 2025"], [1, "Đào tạo nghề", "=C3+C4"], ["", "NS tỉnh", 450], ["", "NS huyện", 120]]
    rows += [[2, "Hỗ trợ việc làm", "=C6+C7"], ["", "NS tỉnh", 800], ["", "NS huyện", 1500], ["", "Tổng số", "=C2+C5"]]
    content = book([*rows, ["", "NS tỉnh", "=C3+C6"], ["", "NS huyện", "=C4+C7"]])
    stored = {"C2": 570, "C5": 2300, "C8": 2870, "C9": 1250, "C10": 1620}
    assert lines(reading(calculated(content, stored)))[-3:] == [
        "NS tỉnh [memo] [= 1/#1 + 2/#1] | 1250",
        "NS huyện [memo] [= 1/#2 + 2/#2] | 1620",
        "declared | 2870",
    ]


def test_a_total_behind_nothing_but_a_line_that_is_not_added_is_read() -> None:
    loaded = reading("STT,Nội dung,Tổng số,2024,2025\nTỷ lệ (%)\n,1\n", "a.csv")
    assert lines(loaded) and "SX513" in doubts(loaded)


@pytest.mark.parametrize("names", [("A1", "B1", "B2", "B3"), ("[01]", "[02]", "[03]", "[04]")])
def test_rules_name_lines_by_the_codes_of_a_form(names: tuple[str, ...]) -> None:
    """*B3=A1+B1-B2*, *[04]=[01]+[02]-[03]*, as tax returns are printed."""
    profit, more, less, taxed = names

    def form(stated: str) -> Loaded:
        rows = [
            "STT;Chỉ tiêu;Mã chỉ tiêu;Số tiền (đồng)",
            "A;Kết quả kinh doanh;;",
            f"1;Tổng lợi nhuận kế toán;{profit};160550000",
            "B;Xác định thu nhập chịu thuế;;",
            f"1;Điều chỉnh tăng;{more};16400000",
            f"2;Điều chỉnh giảm;{less};8200000",
            f"3;Thu nhập chịu thuế ({taxed}={profit}+{more}-{less});{taxed};{stated}",
        ]
        return reading("\n".join(rows), "a.csv")

    assert "SX515" not in doubts(form("168750000"))
    assert "SX515" in doubts(form("186750000"))


def test_places_in_brackets_are_no_rule() -> None:
    rows = ["TT;Hạng mục;Dự toán (đồng)", "1;Khối nhà (A1+A2);450000", "2;Tuyến đường (D1-D5);320000", "3;Sân;95000"]
    assert not doubts(reading("\n".join(rows), "a.csv"))


def test_two_lists_of_a_section_have_a_total_each() -> None:
    rows = "TT,Nội dung,Ước,Dự toán\nI,THU CHI,,\n1,TÍCH LŨY ĐẦU KỲ,18462,15209\n2,THU,,\n2.1,Đoàn phí,30744,32316\n"
    rows += "2.2,Kinh phí,76860,80790\n,CỘNG THU,107604,113106\n3,CẤP TRÊN HỖ TRỢ,4000,\n,TỔNG CỘNG THU,130066,128315\n"
    rows += (
        "4,CHI,,\n4.1,Chăm lo,61240,66500\n4.2,Quản lý,8902,9400\n,CỘNG CHI,70142,75900\n5,NỘP CẤP TRÊN,20880,22800\n"
    )
    rows += ",TỔNG CỘNG CHI,91022,98700\n6,TÍCH LŨY CUỐI KỲ,39044,29615\n"
    loaded = reading(rows, "a.csv")
    assert [line for line in lines(loaded) if not line.startswith("    ")] == [
        "I THU CHI | . .",
        "  TỔNG CỘNG THU | 130066 128315",
        "  TỔNG CỘNG CHI | 91022 98700",
        "  6 TÍCH LŨY CUỐI KỲ | 39044 29615",
    ]
    assert not doubts(loaded)


def test_a_whole_that_nothing_adds_is_no_total_of_counts_beside_it() -> None:
    rows = "TT,Nội dung,Ước,Dự toán\nI,CHỈ TIÊU CƠ BẢN,,\n1,Số lao động,86,88\n2,Số đoàn viên,84,87\n"
    rows += "3,Tổng quỹ lương,5124000,5386000\nII,KINH PHÍ,30744,32316\n1,Đoàn phí,12000,12500\n2,Khác,18744,19816\n"
    assert "SX513" not in doubts(reading(rows, "a.csv"))


def test_a_line_that_is_only_called_a_total_is_one_where_the_last_total_adds_it() -> None:
    rows = "Nội dung,Dự toán,Thực hiện\nChi lương,31000000,12450000\nTổng phụ cấp,8200000,3380000\n"
    rows += "Chi mua sắm,15600000,7125000\nChi sửa chữa,4000000,960000\nTổng cộng,{},23915000\n"
    loaded = reading(rows.format(58_800_000), "a.csv")
    assert lines(loaded)[1] == "Tổng phụ cấp | 8200000 3380000"
    assert lines(loaded)[-1] == "declared | 58800000 23915000"
    assert not doubts(loaded)
    assert "SX513" in doubts(reading(rows.format(58_900_000), "a.csv"))


def test_a_last_total_that_says_which_lines_it_adds_is_one_more_line() -> None:
    rows = "STT,Nội dung,Thành tiền\nI,Phí theo quyết định,112700\n1,Lý thuyết,46200\n2,Sa hình,66500\n"
    rows += "II,Phí thực tế,104600\n1,Lý thuyết,43000\n2,Sa hình,61600\nIII,Lệ phí,19170\n"
    rows += "IV,Tổng cộng (II + III),123770\n,Tổng cộng (I + III),131870\n"
    loaded = reading(rows, "a.csv")
    assert lines(loaded)[-2:] == [
        "IV Tổng cộng (II + III) [memo] [= II + III] | 123770",
        "Tổng cộng (I + III) [memo] [= I + III] | 131870",
    ]
    assert not doubts(loaded)
    sides = "STT,Nội dung,Năm 1,Năm 2\nA,Dư đầu,4765,100\nB,Thu,43266,900\n,Tổng cộng (A+B),48031,1000\n"
    sides += "C,Chi,43221,950\nD,Dư cuối,4810,50\n,Tổng cộng (C+D),48031,1000\n"
    found = [line for line in lines(reading(sides, "a.csv")) if not line.startswith("  ")]
    assert found == ["Tổng cộng (A+B) | 48031 1000", "Tổng cộng (C+D) | 48031 1000"]  # of all that is left: a parent
