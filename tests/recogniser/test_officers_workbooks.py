"""Workbooks as officers keep them: what is counted, priced or compared beside amounts, and balances over quarters."""

import pytest

from recogniser.made import book, columns, doubts, lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.model.audit import audit
from sxtdbv_cli.model.finding import Unreadable

N = None


def table(text: str) -> Loaded:
    """A table of cells between semicolons."""
    return reading(text, "a.csv")


def errors(loaded: Loaded) -> list[str]:
    """The codes of the errors that are found."""
    return [found.code for found in check_plan(loaded).findings if found.severity == "error"]


def test_a_price_in_thousands_makes_an_amount_in_millions() -> None:
    rows = "I;Bảo trợ;;;;4,44\na;Người cao tuổi;5;360;2;3,6\nb;Trẻ mồ côi;1;420;2;{}\nc;Mai táng;{}\n"
    head = "STT;Chính sách;Số người;Mức hỗ trợ (nghìn đồng/tháng);Số tháng;Kinh phí (triệu đồng)\n"
    right = table(head + rows.format("0,84", "2;540;1;1,08").replace("4,44", "5,52"))
    assert list(columns(right)) == ["Kinh phí (triệu đồng)"] and not errors(right)
    wrong = table(head + rows.format("0,84", "2;540;1;1,18").replace("4,44", "5,62"))
    assert errors(wrong) == ["SX508"]


def test_what_is_paid_for_each_is_a_price_also_where_one_product_fails() -> None:
    loaded = table(
        "TT;Lớp;Số học sinh;Học phí;Thành tiền (đồng);Miễn giảm (HS)\n1;6A;42;100000;4200000;3\n"
        "2;6B;41;100000;4100000;2\n3;6C;40;100000;4500000;1\n4;6D;38;100000;3800000;\n;Tổng cộng;161;;16600000;6\n"
    )
    assert list(columns(loaded)) == ["Thành tiền (đồng)"]
    assert errors(loaded) == ["SX508"]


def test_works_done_are_amounts_unless_they_have_a_price() -> None:
    paid = table("TT;Dự án;Kế hoạch (triệu đồng);Khối lượng thực hiện;Giải ngân\n1;Đường;90;60;50\n2;Cầu;70;40;35\n")
    assert [*columns(paid)][1] == "Khối lượng thực hiện"
    bought = table(
        "TT;Công việc;ĐVT;Khối lượng thực hiện;Đơn giá;Thành tiền (đồng)\n1;Đào;m3;6;50;300\n2;Lấp;m3;4;20;80\n"
    )
    assert [*columns(bought)] == ["Thành tiền (đồng)"]


@pytest.mark.parametrize("heading", ["So với dự toán", "TH/DT", "Đạt so với KH"])
def test_comparisons_are_no_amounts(heading: str) -> None:
    loaded = table(
        f"TT;Chỉ tiêu;Dự toán (đồng);Thực hiện;{heading}\nI;Thu;500;600;120\n1;a;200;180;90\n2;b;300;420;140\n"
    )
    assert [*columns(loaded)] == ["Dự toán (đồng)", "Thực hiện"]


@pytest.mark.parametrize("heading", ["So sánh tăng, giảm", "So với dự toán", "So sánh"])
def test_comparisons_in_amounts_are_amounts(heading: str) -> None:
    rows = "I;Thu;500;600;100\n1;a;200;180;-20\n2;b;300;420;120\n"
    loaded = table(f"TT;Chỉ tiêu;Dự toán (đồng);Thực hiện;{heading}\n{rows}")
    assert columns(loaded)[heading] == "Thực hiện - Dự toán (đồng)"


def test_totals_and_years_in_a_group_that_counts_things_are_counts() -> None:
    rows = [
        ["TT", "Xã", "Số hộ (hộ)", N, "Kinh phí (đồng)", N],
        [N, N, "Tổng số", "Năm 2024", "Tổng số", "Năm 2024"],
        [1, "Xã A", 5, 3, 50, 30],
        [2, "Xã B", 4, 4, 40, 40],
        [N, "Tổng cộng", 9, 7, 90, 70],
    ]
    loaded = reading(book(rows, ["C1:D1", "E1:F1"]))
    assert [*columns(loaded)] == ["Kinh phí (đồng): Tổng số", "Kinh phí (đồng): Năm 2024"]


def test_a_column_without_a_heading_of_amounts_that_no_total_states_is_doubted() -> None:
    head, total = "TT;Hộ;Ký hiệu lô;Hỗ trợ (đồng);Bồi thường (đồng)\n", ";Tổng cộng;;15;33\n"
    loaded = table(head + "1;a;4412;5;10\n2;b;391;4;11\n3;c;52207;6;12\n" + total)
    assert doubts(loaded) == ["SX518"]


def test_numbers_that_name_people_and_papers_are_no_amounts() -> None:
    loaded = table(
        "TT;Họ tên;Số CCCD;Số hợp đồng;Hỗ trợ (đồng);Số tài khoản\n1;a;25070000123;15;50;2708205112345\n"
        "2;b;25171000456;27;40;2708205198765\n;Tổng cộng;;;90;\n"
    )
    assert [*columns(loaded)] == ["Hỗ trợ (đồng)"]


def test_a_balance_over_quarters_is_no_sum() -> None:
    text = (
        "TT;Nội dung;Quý I;Quý II;Cả năm (đồng)\nA;Tồn đầu kỳ;10;12;{}\nB;Tổng thu;5;6;11\n1;Ủng hộ;4;6;10\n"
        "2;Lãi;1;;1\nC;Tổng chi;3;8;11\n1;Tặng quà;2;7;9\n2;Chi khác;1;1;2\n"
        "D;Tồn cuối kỳ (A+B-C);12;10;10\n"
    )
    loaded = table(text.format(10))
    assert columns(loaded)["Cả năm (đồng)"] == "Quý I + Quý II"
    assert not audit(loaded.plan).failing
    assert "SX101" in errors(table(text.format(11)))


def test_the_header_once_more_may_be_typed_in_other_letters() -> None:
    loaded = table(
        "TT;Tên xã;Kinh phí (đồng)\n1;Xã A;5\n2;Xã B;4\nTT;TÊN XÃ;KINH PHÍ (ĐỒNG)\n3;Xã C;3\n;Tổng cộng;12\n"
    )
    assert lines(loaded) == ["1 Xã A | 5", "2 Xã B | 4", "3 Xã C | 3", "declared | 12"]


def test_years_with_a_dash_among_them_are_years() -> None:
    loaded = table(
        "TT;Công trình;Năm HT;Quyết toán (đồng)\nI;Xã A;-;9\n1;a;2019;5\n2;b;2020;4\nII;Xã B;-;8\n1;c;2021;8\n"
    )
    assert [*columns(loaded)] == ["Quyết toán (đồng)"]


def test_lines_in_another_unit_are_not_added() -> None:
    loaded = table(
        "TT;Chỉ tiêu;ĐVT;Năm 2023;Năm 2024\n1;Tổng thu;Triệu đồng;2450;2600\n"
        "-;Tỷ lệ thu/GRDP;%;8;9\n-;Thu nội địa;%;96;97\n"
        "2;Biên chế;Người;24;23\n"
    )
    assert [line.partition(" |")[0] for line in lines(loaded)][1] == "  - Tỷ lệ thu/GRDP [memo]"
    assert not errors(loaded)


def test_trd_opens_a_partial_listing() -> None:
    loaded = table("TT;Nội dung;2024 (đồng)\n1;Quỹ lương;78\n;Trđ: Tăng lương cơ sở;30\n2;Chi khác;12\n;Tổng cộng;90\n")
    assert lines(loaded)[1] == "  Trđ: Tăng lương cơ sở [of-which] | 30"


@pytest.mark.parametrize("heading", ["Số hỗ trợ", "Số tiết kiệm", "Số cần bổ sung", "Số xét duyệt", "Số còn điều tiết"])
def test_amounts_are_no_counts_because_a_word_begins_like_one(heading: str) -> None:
    loaded = table(f"TT;Đơn vị;Dự toán (đồng);{heading}\n1;Xã A;500;60\n2;Xã B;400;50\n;Tổng cộng;900;110\n")
    assert [*columns(loaded)] == ["Dự toán (đồng)", heading]


@pytest.mark.parametrize("heading", ["Số lô", "Số cử tri", "Số hộ nghèo", "Số tiết dạy"])
def test_counts_are_no_amounts(heading: str) -> None:
    loaded = table(f"TT;Đơn vị;Dự toán (đồng);{heading}\n1;Xã A;500;60\n2;Xã B;400;50\n;Tổng cộng;900;110\n")
    assert [*columns(loaded)] == ["Dự toán (đồng)"]


def test_small_whole_numbers_beside_large_amounts_are_doubted() -> None:
    loaded = table("TT;Đơn vị;Hỗ trợ (đồng);Nghệ nhân\n1;a;52000;6\n2;b;41000;5\n3;c;30000;4\n;Tổng cộng;123000;15\n")
    assert doubts(loaded) == ["SX518"]


@pytest.mark.parametrize("heading", ["Nghệ nhân", "Ký hiệu cũ", "Trái phiếu loại"])
def test_a_column_whose_heading_promises_no_amounts_is_told_beside_some_that_do(heading: str) -> None:
    loaded = table(f"TT;Đơn vị;Kinh phí (đồng);{heading}\n1;a;52000;6100,5\n2;b;41000;5200\n;Tổng cộng;93000;11300,5\n")
    assert [*columns(loaded)] == ["Kinh phí (đồng)", heading]
    assert doubts(loaded) == ["SX518"]


def test_a_column_that_only_its_figures_make_a_ratio_is_told() -> None:
    loaded = table("TT;Nội dung;Dự toán;Thực hiện;Đạt\n1;a;5000;4000;80,0\n2;b;4000;1000;25,0\n3;c;800;700;87,5\n")
    assert [*columns(loaded)] == ["Dự toán", "Thực hiện"]
    assert doubts(loaded) == ["SX516"]


def test_codes_of_each_level_below_one_merged_heading() -> None:
    rows = [
        ["STT", None, None, "Nội dung", "Kinh phí (đồng)"],
        ["A", None, None, "Nông thôn mới", 5300],
        [None, "I", None, "Hạ tầng", 3300],
        [None, None, 1, "Đường Ấp 1", 2000],
        [None, None, 2, "Cầu kênh 3", 1300],
        [None, "II", None, "Sản xuất", 2000],
        ["B", None, None, "Giảm nghèo", 700],
        [None, "I", None, "Sinh kế", 700],
    ]
    loaded = reading(book(rows, ["A1:C1"]))
    assert lines(loaded)[:4] == [
        "A Nông thôn mới | 5300", "  I Hạ tầng | 3300", "    1 Đường Ấp 1 | 2000", "    2 Cầu kênh 3 | 1300",
    ]  # fmt: skip
    assert not errors(loaded) and not doubts(loaded)


def test_a_rate_of_each_group_is_a_price() -> None:
    rows = [
        ["STT", "Họ tên", "Số ngày", "Lưu trú", None, "Tiền ngủ", None, "Tổng (đồng)"],
        [None, None, None, "Mức", "Tiền", "Mức", "Tiền", None],
        [1, "An", 3, 200, 600, 450, 900, 1500],
        [2, "Bình", 2, 200, 400, 450, 450, 850],
        [3, "Cường", 5, 200, 1000, 450, 1800, 2800],
    ]
    loaded = reading(book(rows, ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1", "H1:H2"]))
    assert columns(loaded) == {
        "Lưu trú: Tiền": "", "Tiền ngủ: Tiền": "", "total": "Lưu trú: Tiền + Tiền ngủ: Tiền",
    }  # fmt: skip


def test_letters_among_numbers_that_only_run_head_parts_of_the_table() -> None:
    rows = [
        ["Mã số", "Nội dung", "Số duyệt (đồng)"],
        ["A", "Phần I: Tổng hợp", None],
        [10, "1. Số dư kỳ trước", 125],
        [20, "2. Kinh phí được sử dụng (20=21+22)", 1500],
        [21, "- Ngân sách cấp", 1200],
        [22, "- Đảng phí", 300],
        [30, "3. Tổng kinh phí (30=10+20)", 1625],
        [40, "4. Kinh phí đã chi", 1500],
        [50, "5. Còn lại (50=30-40)", 125],
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[2:5] == [
        "  20 2. Kinh phí được sử dụng (20=21+22) | 1500", "    21 - Ngân sách cấp | 1200", "    22 - Đảng phí | 300",
    ]  # fmt: skip
    assert not errors(loaded)


def test_large_typed_figures_below_a_share_are_amounts() -> None:
    text = (
        "Category;Total (USD);Cost share\nA. Personnel;370.908;50.000\nB. Fringe;118.690;16.000\nC. Travel;24.000;0\n"
    )
    assert list(columns(table(text))) == ["Total (USD)", "Cost share"]


INDEX = [
    [None, None, "Nhóm 1: Thanh toán cá nhân", 900],
    [6000, None, "Tiền lương", 700],
    [None, 6001, "Lương ngạch bậc", 650],
    [None, 6003, "Lương hợp đồng", 50],
    [6100, None, "Phụ cấp", 200],
    [None, 6101, "Phụ cấp chức vụ", 200],
    [None, None, "Nhóm 2: Hàng hóa, dịch vụ", 90],
    [6500, None, "Dịch vụ công cộng", 90],
    [None, 6501, "Điện", 70],
    [None, 6502, "Nước", 20],
    [None, None, "Tổng cộng", 990],
]


@pytest.mark.parametrize("apart", [True, False])
def test_groups_without_a_code_above_chapters_and_items(apart: bool) -> None:
    head = ["Mục", "Tiểu mục", "Nội dung", "Dự toán (đồng)"] if apart else ["Mã", "Nội dung", "Dự toán (đồng)"]
    rows = INDEX if apart else [[one or two, *rest] for one, two, *rest in INDEX]
    loaded = reading(book([head, *rows]))
    assert [line.partition(" | ")[0] for line in lines(loaded)] == [
        "Nhóm 1: Thanh toán cá nhân", "  6000 Tiền lương", "    6001 Lương ngạch bậc", "    6003 Lương hợp đồng",
        "  6100 Phụ cấp", "    6101 Phụ cấp chức vụ",
        "Nhóm 2: Hàng hóa, dịch vụ", "  6500 Dịch vụ công cộng", "    6501 Điện", "    6502 Nước", "declared",
    ]  # fmt: skip
    assert not errors(loaded) and not doubts(loaded)


def test_years_below_a_word_that_is_no_money_are_told_beside_years_of_money() -> None:
    rows = [
        ["STT", "Đối tượng", "Suất học", None, "Nhu cầu kinh phí (triệu đồng)", None],
        [None, None, 2024, 2025, 2024, 2025],
        [1, "Cán bộ xã", 120, 130, 240, 260],
        [2, "Công chức", 80, 70, 176, 154],
    ]
    assert doubts(reading(book(rows, ["A1:A2", "B1:B2", "C1:D1", "E1:F1"]))) == ["SX518"] * 2


def test_a_plan_as_changed_is_the_one_before_with_what_was_added_less_what_was_taken() -> None:
    text = "TT;Dự án;KH đã giao (đồng);Tăng;Giảm;KH sau điều chỉnh\n1;a;120;30;0;150\n2;b;80;0;20;60\n3;c;100;;10;90\n"
    assert columns(table(text))["KH sau điều chỉnh"] == "KH đã giao (đồng) + Tăng - Giảm"
    text = "Item;Original budget (USD);Transfers;Revised budget\na;120;30;150\nb;80;-20;60\nc;100;;100\n"
    assert columns(table(text))["Revised budget"] == "Original budget (USD) + Transfers"


def test_a_currency_in_a_heading_of_a_table_in_dong_is_told() -> None:
    loaded = table("TT;Dự án;Vốn (triệu USD);Quy đổi (tỷ đồng)\n1;Cấp nước;25;625\n2;Thoát nước;40;1000\n")
    assert doubts(loaded) == ["SX518"]


HALF = [[8890, 490, 910, 660, 6830], [9970, None, 9620, None, 350], [1310, 80, 1430, None, 500], [2000, 80, 1, 2, 5]]


def halfway(group: str, *parts: str) -> Loaded:
    heads = [["TT", "Nội dung", "Dự toán (đồng)", group, None, None, None], [None] * 3 + [*parts]]
    rows = [[number, f"Việc {number}", *figures] for number, figures in enumerate(HALF, 1)]
    return reading(book([*heads, *rows], ["A1:A2", "B1:B2", "C1:C2", "D1:G1"]))


def test_quarters_below_one_heading_add_up_to_the_year() -> None:
    assert errors(halfway("Phân bổ", "Quý I", "Quý II", "Quý III", "Quý IV")) == ["SX101"] * 2


def test_a_sum_across_says_that_a_column_holds_amounts() -> None:
    loaded = table(
        "TT;Đơn vị;Tổng số (đồng);Hòm phiếu;In ấn\n1;a;52000;50000;2000\n2;b;41000;40000;1000\n3;c;300;200;100\n"
    )
    assert doubts(loaded) == []


def test_small_whole_numbers_below_totals_and_years_are_doubted_where_others_speak_of_money() -> None:
    rows = [
        ["TT", "Nghề", "Học nghề", None, None, "Kinh phí thực hiện (triệu đồng)", None, None],
        [None, None, "Năm 2023", "Năm 2024", "Tổng", "Năm 2023", "Năm 2024", "Tổng"],
        [1, "Trồng chè", 35, 40, 75, 8500, 9100, 17600],
        [2, "Chăn nuôi", 60, 30, 90, 15200, 7400, 22600],
        [3, "Nuôi ong", 25, 30, 55, 6100, 7200, 13300],
    ]
    loaded = reading(book(rows, ["A1:A2", "B1:B2", "C1:E1", "F1:H1"]))
    assert next(iter(columns(loaded))) == "Học nghề: Năm 2023"
    assert doubts(loaded) == ["SX518"] * 3


def test_a_total_divided_once_more_in_another_way_is_not_added_twice() -> None:
    loaded = table(
        "TT;Hạng mục;Vốn (đồng);NSĐP\n;TỔNG;168;43\n1;Giao thông;60;18\n2;Lưu trú;98;20\n3;Quảng bá;10;5\n"
        ";Phân theo giai đoạn:;;\n-;2021 - 2025;64;11\n-;2026 - 2030;104;32\n"
    )
    assert lines(loaded)[4:6] == ["  Phân theo giai đoạn: [memo] | . .", "    - 2021 - 2025 | 64 11"]
    assert not errors(loaded) and not doubts(loaded)


def test_numbers_that_only_run_show_no_levels_where_titles_are_numbered() -> None:
    loaded = table(
        "Chỉ tiêu;Mã số;Năm nay (đồng)\nI. TIỀN TỪ HOẠT ĐỘNG CHÍNH;;\n1. Thu;01;42\n2. Chi;02;-30\n"
        "Tiền thuần (03=01+02);03;12\nII. TIỀN TỪ ĐẦU TƯ;;\n1. Mua;04;-5\n2. Bán;05;1\nTiền thuần (06=04+05);06;-4\n"
        "III. TĂNG GIẢM TIỀN (07=03+06);07;8\n"
    )
    assert [line for line in lines(loaded) if not line.startswith(" ")] == [
        "I. TIỀN TỪ HOẠT ĐỘNG CHÍNH | .",
        "II. TIỀN TỪ ĐẦU TƯ | .",
        "07 III. TĂNG GIẢM TIỀN (07=03+06) | 8",
    ]
    assert not doubts(loaded)


@pytest.mark.parametrize("title", ["Tổng kết năm học", "Tổng điều tra", "Tổng phụ trách Đội", "Tổng hợp, báo cáo"])
def test_lines_are_no_totals_because_their_names_begin_like_one(title: str) -> None:
    loaded = table(f"Nội dung;Dự toán (đồng)\nLương;60\nĐiện;50\n{title};70\nNước;20\nTổng cộng;200\n")
    assert lines(loaded)[2] == f"{title} | 70" and not doubts(loaded)


@pytest.mark.parametrize("heading", ["Ghi chú", "Thời gian"])
def test_figures_under_the_heading_of_words_are_doubted(heading: str) -> None:
    assert doubts(table(f"TT;Đơn vị;Vốn (triệu đồng);{heading}\n1;Xã A;50,5;6\n2;Xã B;40;5\n")) == ["SX518"]


@pytest.mark.parametrize("heading", ["Điểm", "Bậc lương", "Năm sinh", "Ngày công", "Lao động", "Số cuộc kiểm tra"])
def test_numbers_of_other_things_are_no_amounts(heading: str) -> None:
    loaded = table(f"TT;Đơn vị;Vốn (triệu đồng);{heading}\n1;Xã A;50,5;6\n2;Xã B;40;5\n;Tổng cộng;90,5;11\n")
    assert [*columns(loaded)] == ["Vốn (triệu đồng)"]


@pytest.mark.parametrize("heading", ["Giá gói thầu", "Giá trị khối lượng thực hiện", "Công đoàn phí", "Thừa"])
def test_amounts_beside_prices_are_amounts(heading: str) -> None:
    head = f"TT;Nội dung;Số lượng;Đơn giá;Thành tiền (đồng);{heading}\n"
    loaded = table(head + "1;a;2;150;300;120\n2;b;3;141;423;31\n;Tổng cộng;;;723;151\n")
    assert [*columns(loaded)] == ["Thành tiền (đồng)", heading]


def test_the_days_of_a_month_are_no_amounts() -> None:
    days = [*range(1, 32)]
    rows = [["TT", "Họ tên", *days, "Tổng công", "Đơn giá", "Thành tiền (đồng)"]]
    rows += [[n, f"Người {n}", *[1] * (20 + n), *[N] * (11 - n), 20 + n, 300, 300 * (20 + n)] for n in (1, 2, 3)]
    assert [*columns(reading(book([*rows, [N, "Cộng", *[N] * 31, 66, N, 19800]])))] == ["Thành tiền (đồng)"]


def test_what_heads_a_page_is_no_line() -> None:
    head = ["TT", "Công trình", "Địa điểm", "Kế hoạch"]
    rows = [
        ["PHỤ LỤC 1"], [N, N, N, "ĐVT: triệu đồng"], head,
        ["I", "Cầu", N, 90], [1, "Cầu A", "Xã A", 50], [2, "Cầu B", "Xã B", 40], [N],
        ["PHỤ LỤC 1 (tiếp theo)"], [N, N, N, "ĐVT: triệu đồng"], head,
        ["II", "Đường", N, 30], [1, "Đường C", "Xã C", 30], [N, "Tổng cộng", N, 120],
    ]  # fmt: skip
    loaded = reading(book(rows))
    assert [line.split(" |")[0] for line in lines(loaded)] == [
        "I Cầu", "  1 Cầu A", "  2 Cầu B", "II Đường", "  1 Đường C", "declared",
    ]  # fmt: skip
    assert not doubts(loaded)


def test_accounts_of_both_sides_are_no_amounts() -> None:
    loaded = table(
        "STT;Diễn giải;TK Nợ;TK Có;Số tiền (đồng)\n1;Điện;6612;112;72\n2;Văn phòng phẩm;152;111;26\n;Cộng;;;98\n"
    )
    assert [*columns(loaded)] == ["Số tiền (đồng)"] and not doubts(loaded)


LISTED = "STT;Nội dung;Số tiền (đồng)\nI;Tập huấn;50\n1;Giảng viên;20\n2;Học viên;30\nII;Hội thảo;70\n;Tổng cộng;120\n"


@pytest.mark.parametrize(
    "behind", [";Trong đó:;\n;- NS tỉnh;90\n;- NS huyện;30\n", ";- NS tỉnh;90\n", ";Trong đó: NS tỉnh;90\n"]
)
def test_what_divides_the_total_behind_it_is_no_part_of_the_last_line(behind: str) -> None:
    loaded = table(LISTED + behind)
    assert lines(loaded)[4].endswith("NS tỉnh [memo] | 90") and not lines(loaded)[4].startswith(" ")
    assert not errors(loaded) and not doubts(loaded)


def test_what_divides_the_total_of_a_section_stands_below_the_section() -> None:
    loaded = table(
        "STT;Nội dung;Số tiền (đồng)\nI;Phần 1;\n1;a;5\n2;b;7\n;Cộng I;12\n;Trong đó: NS tỉnh;9\n"
        "II;Phần 2;\n1;c;4\n2;d;6\n;Cộng II;10\n;Trong đó: NS tỉnh;8\n;Tổng cộng;22\n;Trong đó:;\n;+ NS tỉnh;17\n"
    )
    assert lines(loaded)[3] == "  Trong đó: NS tỉnh [of-which] | 9"
    assert lines(loaded)[-2:] == ["+ NS tỉnh [memo] | 17", "declared | 22"]
    assert not errors(loaded)


def test_what_divides_the_total_of_a_section_may_be_taken_by_another_total() -> None:
    loaded = table(
        "STT;Nội dung;Số tiền (đồng)\nI;Phần 1;\n1;a;5\n2;b;7\n;Cộng I;12\n;Trong đó: NS tỉnh;9\n"
        "II;Phần 2;\n1;c;4\n;Cộng II;10\n;Trong đó: NS tỉnh;8\n;Tổng cộng;22\n;Trong đó:;\n;+ NS tỉnh;97\n"
    )
    assert sorted(line.strip() for line in lines(loaded))[:2] == ["+ NS tỉnh [of-which] | 97", "1 a | 5"]
    assert doubts(loaded)


def test_bullets_below_a_total_that_heads_them_are_its_lines() -> None:
    loaded = table(
        "STT;Nội dung;Số tiền (đồng)\n;TỔNG THU;12\n;- Học phí;7\n;- Khác;5\n;TỔNG CHI;11\n;- Lương;8\n;- Điện;3\n"
    )
    assert lines(loaded)[4] == "  - Lương | 8"


def test_a_total_below_two_halves_of_a_list_convicts_nobody() -> None:
    head = ["STT", "Họ tên", "Số tiền"]
    rows = [[*head, *head], [1, "A", 50, 4, "D", 60], [2, "B", 50, 5, "E", 70], ["Cộng", N, 100, "Cộng", N, 130]]
    loaded = reading(book([*rows, [N, "Tổng cộng", 230]]))
    assert "SX516" in doubts(loaded) and not errors(loaded)


@pytest.mark.parametrize(
    ("typed", "read"),
    [("850.000", "850000"), ("850,000", "850000"), ("850.000đ", "850000"), ("12.000", None), ("1.250", None)],
)
def test_a_figure_typed_as_text_is_of_the_size_of_the_numbers_or_refused(typed: str, read: str | None) -> None:
    rows = [
        ["STT", "Nội dung", "Kinh phí (đồng)"],
        [1, "a", typed],
        [2, "b", 6150000],
        [3, "c", 7410000],
        [4, "d", 1260000],
    ]
    if read is None:
        with pytest.raises(Unreadable):
            reading(book(rows))
    else:
        assert lines(reading(book(rows)))[0] == f"1 a | {read}"


@pytest.mark.parametrize("typed", ["7.350", "7,350"])
def test_no_decimals_end_in_nought_among_whole_figures_of_three_digits(typed: str) -> None:
    rows = [["STT", "Nội dung", "Kinh phí (triệu đồng)"], ["I", "Chi", typed], [1, "a", "400"], [2, "b", "256"]]
    assert lines(reading(book([*rows, [3, "c", "50"]])))[0] == "I Chi | 7350"
    with pytest.raises(Unreadable):
        reading(book([["STT", "Nội dung", "Kinh phí"], ["I", "Chi", "7.355"], *rows[2:], [3, "c", "50"]]))


@pytest.mark.parametrize("others", [[1300.5, 2400, 980], [13, 24, 9], [1300, 2400]])
def test_nothing_is_told_by_size_where_numbers_have_decimals_are_small_or_few(others: list[float]) -> None:
    rows = [["STT", "Nội dung", "Kinh phí (đồng)"], [1, "a", "1.250"]]
    with pytest.raises(Unreadable):
        reading(book([*rows, *[[at, "b", value] for at, value in enumerate(others, 2)]]))


def test_figures_that_decimals_alone_make_as_large_as_those_beside_them_are_refused() -> None:
    text = "TT|Xã|Kế hoạch|Đã chi\n1|a|120|{}\n2|b|86|85,912\n3|c|104|99,375\n|Cộng|310|{}\n"
    with pytest.raises(Unreadable):
        reading(text.format("118,245", "303,532"), "a.csv")
    assert lines(reading(text.format("718,245", "903,532"), "a.csv"))[0] == "1 a | 120 718245"


def test_numbers_below_a_heading_of_money_that_were_not_read_are_told() -> None:
    rows = [["TT", "Đơn vị", "Phải nộp", "Đã nộp"], [N, "a", "120", 86], [N, "b", "215", 215], [N, "c", "74", 40]]
    loaded = reading(book(rows))
    assert [*columns(loaded)] == ["Đã nộp"] and doubts(loaded) == ["SX516"]


def test_a_figure_among_whole_ones_of_a_text_is_of_their_size() -> None:
    text = "| STT | Nội dung | Kinh phí |\n|---|---|---|\n| 1 | a | 350 triệu đồng |\n| 2 | b | 1.200 triệu đồng |\n"
    text += "| 3 | c | {} |\n"
    assert lines(reading(text.format("70 triệu đồng\n| 4 | d | 180"), "a.md"))[1] == "2 b | 1200"
    with pytest.raises(Unreadable):
        reading(text.format("7 triệu đồng"), "a.md")


def test_notes_and_sums_made_in_passing_are_no_part_of_the_table() -> None:
    rows: list[list[object]] = [["Chi phí", "Dự kiến", "Thực hiện"], ["Hoa", 300, 275, *4 * [None], "hỏi chị An"]]
    rows += [["Nến", 50, 45], ["Nhạc", 120, 130, *4 * [None], 1250], ["Loa", 30, 30], ["Tổng chi phí", 500, 480]]
    loaded = reading(book([*rows, [], [], [None, 550]]))
    assert [*columns(loaded)] == ["Dự kiến", "Thực hiện"]
    assert lines(loaded)[-1] == "declared | 500 480" and not errors(loaded) and "SX516" in doubts(loaded)


def test_figures_where_none_belong_are_told() -> None:
    rows = [
        ["Đơn vị: đồng"],
        ["STT", "Nội dung", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền"],
        [1, "a", "cái", 2, 300, 600],
    ]
    total = [None, "Cộng", None, None, None, 600]
    assert doubts(reading(book([*rows, total]))) == []
    for stray in ([*rows, [2, "b", 5000000, 1, 100, 100], [None, "Cộng", None, None, None, 700]],
                  [[None, None, None, 4500000], *rows, total], [*rows, total, [], [None, None, 4500000]]):  # fmt: skip
        assert doubts(reading(book(stray))) == ["SX516"]


@pytest.mark.parametrize(
    "title",
    ["T.Cộng", "TC", "Toàn huyện", "Toàn quận", "Cả xã", "Thành tiền", "Tổng mức đầu tư", "Tổng cộng (làm tròn)"],
)
def test_totals_by_other_names(title: str) -> None:
    rows = "Nội dung;Kinh phí (đồng)\nLương;6150\nĐiện;5230\nKhác;7410\n"
    assert lines(table(f"{rows}{title};18790\n"))[-1] in ("declared | 18790", "  Khác | 7410")
    wrong = table(f"{rows}{title};18791\n")
    assert errors(wrong) or "SX513" in doubts(wrong)


@pytest.mark.parametrize(
    ("heads", "rows", "rule"),
    [
        ("Phải nộp (đồng);Đã nộp;Còn phải thu", "18;12;6\n24;20;4\n9;4;5\n", "Phải nộp (đồng) - Đã nộp"),
        ("Thu (đồng);Chi phí;Số còn điều tiết", "18;12;6\n24;20;4\n9;4;5\n", "Thu (đồng) - Chi phí"),
        (
            "Dư nợ đầu năm (đồng);Vay;Trả gốc;Trả lãi;Dư nợ cuối năm",
            "42;8;5;1;45\n118;26;7;2;137\n36;3;12;4;27\n",
            "Dư nợ đầu năm (đồng) + Vay - Trả gốc",
        ),
    ],
)
def test_what_is_left_and_what_is_there_at_the_end_are_told_by_their_names(heads: str, rows: str, rule: str) -> None:
    numbered = "".join(f"{at};Mục {at};{row}\n" for at, row in enumerate(rows.split(), 1))
    assert list(columns(table(f"TT;Nội dung;{heads}\n{numbered}")).values())[-1] == rule
    wrong = numbered.replace(";6\n", ";7\n").replace(";45\n", ";46\n")
    assert "SX514" in doubts(table(f"TT;Nội dung;{heads}\n{wrong}"))


def test_a_total_over_lines_of_two_kinds_convicts_nobody() -> None:
    loaded = table(
        "TT;Họ tên;Tiền (đồng)\n;Khoa Điện;66\n1;A;36\n2;B;30\n;Khoa Cơ khí;95\n3;C;70\n4;D;20\n;Tổng cộng;161\n"
    )
    assert not [code for code in errors(loaded) if code == "SX103"]


def test_an_average_with_one_line_wrong_is_one() -> None:
    rows = "".join(f"{at};Mục {at};{12 * at};{at if at != 2 else 3}\n" for at in (5, 2, 7, 9, 4))
    assert [*columns(table(f"TT;Nội dung;Cả năm (đồng);Bình quân tháng\n{rows}"))] == ["Cả năm (đồng)"]


def test_of_differences_that_most_lines_of_noughts_agree_with_the_best_is_taken() -> None:
    head = "TT;Nội dung;Báo cáo (đồng);KTNN;Thẩm tra;Chênh lệch\n"
    rows = "".join(f"{at};Mục {at};{at}5;{at}5;{at}5;0\n" for at in range(1, 30))
    loaded = table(f"{head}{rows}30;Mục 30;70;90;90;20\n")
    assert columns(loaded)["Chênh lệch"] == "Thẩm tra - Báo cáo (đồng)" and not errors(loaded)


def test_a_year_by_one_before_it_is_a_ratio_and_years_that_go_on_are_a_budget_year() -> None:
    ratios = table(
        "DỰ BÁO (nghìn tỷ đồng)\nNội dung;2023;2024;2024/2023\nThu;112,5;121,3;1,078\nTổng thu;112,5;121,3;1,078\n"
    )
    assert list(columns(ratios)) == ["2023", "2024"]
    assert ratios.plan.unit.scale == 12
    years = table("Nội dung;2023/2024;2024/2025\nThu (triệu đồng);112;121\nChi (triệu đồng);100;90\n")
    assert list(columns(years)) == ["2023/2024", "2024/2025"]


def test_of_which_in_short_is_no_unit() -> None:
    rows = "A;500;300;100\nB;260;120;40\nTổng cộng;760;420;140\n"
    assert table(f"Nội dung;Tổng số;Năm 2024;Trđ: ĐTPT\n{rows}").plan.unit.name == "?"
    assert table(f"Nội dung;Tổng số (trđ);Năm 2024;Trđ: ĐTPT\n{rows}").plan.unit.name == "triệu đồng"


def test_a_last_line_that_is_nearly_the_sum_is_doubted() -> None:
    rows = "Nội dung;Kinh phí (đồng)\nLương;6150\nĐiện;5230\nKhác;7410\n"
    assert doubts(table(rows + "Chung;18791\n")) == ["SX513"]
    assert not doubts(table(rows + "Nước;1879\n"))
