"""What officers head, number and divide in their own ways: a heading of a sign, levels in words, one amount in two."""

import pytest

from recogniser.made import Rows, book, columns, doubts, lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.files.loaded import Loaded


def table(text: str) -> Loaded:
    """A table of cells between semicolons."""
    return reading(text, "a.csv")


def errors(loaded: Loaded) -> list[str]:
    """The codes of the errors that are found."""
    return [found.code for found in check_plan(loaded).findings if found.severity == "error"]


def test_a_heading_of_nothing_but_the_sign_of_percent_is_one() -> None:
    loaded = table("STT;Nội dung;Kế hoạch (đồng);Thực hiện;%\n1;Đường;80;60;75\n2;Cầu;40;30;75\n;Cộng;120;90;75\n")
    assert [*columns(loaded)] == ["Kế hoạch (đồng)", "Thực hiện"]
    assert doubts(loaded) == []


@pytest.mark.parametrize(
    ("part", "section"), [("Phần A. ", "Mục 1. "), ("PHẦN I: ", "Mục 1 - "), ("Chương A. ", "Mục 1: ")]
)
def test_titles_may_begin_with_a_level_in_words(part: str, section: str) -> None:
    text = f"Nội dung;Số tiền (đồng)\n{part}Thu;900\n{section}Học phí;700\na) Chính quy;400\nb) Tại chức;300\n"
    loaded = table(text + f"{section.replace('1', '2')}Khác;200\n")
    assert [len(line) - len(line.lstrip()) for line in lines(loaded)] == [0, 2, 4, 4, 2]
    assert doubts(loaded) == []


def two_ways(total: int, central: int, second: int) -> Loaded:
    """A total that is divided by source and by project."""
    return table(
        f"TT;Nội dung;Kế hoạch (đồng);Giải ngân\n;TỔNG SỐ;900;{total}\n;- Vốn trung ương;700;{central}\n"
        f";- Vốn địa phương;200;150\nI;Dự án 1;600;400\nII;Dự án 2;300;{second}\n"
    )


def test_one_amount_divided_by_lines_with_numbers_and_by_lines_without_is_added_once() -> None:
    right = two_ways(650, 500, 250)
    assert "memo" in lines(right)[3] and "memo" not in lines(right)[1]
    assert not errors(right) and not doubts(right)
    assert errors(two_ways(650, 520, 250)) == ["SX102"]  # the sources are wrong: they are the ones that count
    assert errors(two_ways(650, 500, 230)) == ["SX102"]
    assert errors(two_ways(640, 500, 250)) == ["SX102"]


def test_what_is_added_up_is_no_price_though_months_multiply_it() -> None:
    text = "TT;Họ tên;Lương cơ sở;Phụ cấp 1 tháng;Số tháng;Thành tiền (đồng)\nI;Tổ Toán;;900;;4900\n"
    text += "1;A;50;400;6;2400\n2;B;50;500;5;2500\nII;Tổ Văn;;700;;4200\n1;C;50;700;6;4200\n"
    assert [*columns(table(text))] == ["Phụ cấp 1 tháng", "Thành tiền (đồng)"]
    priced = text.replace("Toán;;900", "Toán;;").replace("Văn;;700", "Văn;;")
    assert [*columns(table(priced))] == ["Thành tiền (đồng)"]


def test_numbers_of_notes_below_the_heading_of_notes_are_no_amounts() -> None:
    text = "TT;Đơn vị;Số tiền (đồng);Ghi chú\n1;Quỳ Hợp;221;\n2;Tân Kỳ;197;{}\n3;Con Cuông;248;(2)\n;Cộng;666;\n"
    assert [*columns(table(text.format("(1)")))] == ["Số tiền (đồng)"]
    assert len(columns(table(text.format("(1.350)")))) == 2


def test_the_total_of_numbered_lines_is_clear_though_lines_below_them_have_no_number() -> None:
    text = (
        "STT;Nhiệm vụ;2024;2025\n1;Cam;200;235\n;Tỉnh;120;135\n;Dân;80;100\n2;Mã số;35;43\n;Tỉnh;26;32\n;Huyện;9;11\n"
    )
    loaded = table(text + ";TỔNG CỘNG;235;278\n")
    assert doubts(loaded) == doubts(table(text + ";TỔNG CỘNG;235;248\n"))
    assert "SX513" in doubts(table(text.replace("120;135", "150;135") + ";TỔNG CỘNG;235;248\n"))


def test_a_numbered_line_called_a_total_where_nothing_is_added_is_a_line() -> None:
    rows = "A;Tổng thu;900\nB;Tổng chi;700\nC;Trả nợ gốc;50\nD;Tổng {};20\n"
    text = "STT;Nội dung;Dự toán (đồng)\n" + rows
    assert "SX513" not in doubts(table(text.format("mức vay")))
    assert errors(table(text.format("cộng"))) == ["SX103"]


def fund(closing: int, title: str = "Số dư cuối năm") -> Loaded:
    """The account of a fund over two years."""
    return table(
        "STT;Nội dung;Năm 2022 (đồng);Năm 2023\nA;Số dư đầu năm;41260;72381\nB;Tổng thu;190910;201530\n"
        "1;Doanh nghiệp;121450;130620\n2;Người lao động;69460;70910\nC;Tổng chi;159789;185015\n1;Đê kè;84030;61275\n"
        f"2;Hỗ trợ;75759;123740\nD;{title};72381;{closing}\n"
    )


def test_a_closing_balance_is_the_opening_one_and_what_came_in_less_what_went_out() -> None:
    right = fund(88896)
    assert lines(right)[-1].startswith("D Số dư cuối năm") and "memo" in lines(right)[-1]
    assert not errors(right) and not doubts(right)
    assert errors(fund(88986)) == ["SX104"]  # two digits exchanged
    assert doubts(fund(88986)) == ["SX515"]  # and it is told that no more than the names say the rule
    assert errors(fund(71500)) == []  # as many years agree as not: nothing states the rule, and no slip explains it
    assert errors(fund(88986, "Chi tiết khác")) == []


def test_a_stated_rule_of_columns_is_checked_though_one_mistake_shows_in_the_totals_too() -> None:
    text = "TT;Đơn vị;Giao (đồng);Tiết kiệm;Còn được chi\nA;B;1;2;3=1-2\nI;Y tế;336;11;{}\n1;Đô Lương;184;6;178\n"
    text += "2;Con Cuông;152;5;{}\n3;Dân số;;;\nII;Khác;24;1;23\n;Cộng;360;12;{}\n"
    assert errors(table(text.format(325, 147, 348))) == []
    assert errors(table(text.format(334, 156, 357))) == ["SX104", "SX104", "SX104"]
    other = table(text.format(300, 120, 310))  # each line is off by another amount: the column is something else
    assert "SX104" not in errors(other) and "SX514" in doubts(other)


def test_money_before_its_sources_is_what_they_come_to_and_a_line_that_differs_is_told() -> None:
    text = "TT;Việc;Kinh phí (đồng);Ngân sách;Xã hội hóa\n1;Khai mạc;1060;530;530\n2;Bế mạc;512;310;202\n"
    text += "3;Hội thi;1507;{};705\n4;Khen thưởng;{};420;\n;Cộng;3499;2062;1437\n"
    assert columns(table(text.format(802, 420)))["Kinh phí (đồng)"] == "Ngân sách + Xã hội hóa"
    assert errors(table(text.format(820, 420))) == ["SX101", "SX103"]  # two digits exchanged
    other = table(text.format(866, 420))
    assert errors(other) == ["SX103"] and "SX514" in doubts(other)
    many = table(text.format(866, 633).replace("310;202", "110;202"))  # there are other sources
    assert "SX101" not in errors(many) and "SX514" not in doubts(many)


def test_a_header_that_begins_with_a_sign_is_no_line_where_it_stands_once_more() -> None:
    head = "#;Budget line;Total;Q1;Q2\n"
    loaded = table(head + "1;Training;90;50;40\n2;Travel;70;30;40\n" + head + "3;Equipment;20;10;10\n")
    assert [line.split(" |")[0] for line in lines(loaded)] == ["1 Training", "2 Travel", "3 Equipment"]


def test_merged_groups_of_no_known_name_belong_to_the_header_of_a_table_without_numbers() -> None:
    rows: Rows = [
        ["NHẬP - XUẤT - TỒN (đồng)"],
        ["Tên vật tư", "ĐVT", "Đơn giá", "Tồn đầu kỳ", "", "Nhập trong kỳ", "", "Xuất trong kỳ", ""],
        ["", "", "", *["SL", "Tiền"] * 3],
        ["Xi măng", "tấn", 1_650, 12, 19_800, 30, 49_500, 35, 57_750],
        ["Thép", "tấn", 15_800, 3, 47_400, 5, 79_000, 6, 94_800],
    ]
    loaded = reading(book(rows, ("A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:G2", "H2:I2")))
    assert [*columns(loaded)] == ["Tồn đầu kỳ: Tiền", "Nhập trong kỳ: Tiền", "Xuất trong kỳ: Tiền"]


def test_units_in_brackets_in_a_row_of_their_own_are_remarks_on_the_headings_above() -> None:
    rows: Rows = [
        ["STT", "Mô hình", "Diện tích", "Ngân sách", "Vốn vay", "Tổng cộng"],
        [None, None, "(ha)", *["(triệu đồng)"] * 3],
        [1, "Lúa", 120, 310, 250, 650],
        [2, "Cá tra", 42, 170, 90, 340],
        [3, "Cây ăn trái", 77, 205, 130, 335],
    ]
    loaded = reading(book(rows))
    assert [*columns(loaded)] == ["Ngân sách (triệu đồng)", "Vốn vay (triệu đồng)", "Tổng cộng (triệu đồng)"]
    assert "SX514" in doubts(loaded)  # it is called a total, and most lines do not say of what
    rows[2][5], rows[3][5] = 560, 260
    assert columns(reading(book(rows)))["total"] == "Ngân sách (triệu đồng) + Vốn vay (triệu đồng)"


def test_a_first_line_called_by_one_letter_is_no_row_of_numbers() -> None:
    loaded = reading("STT,Phường,Số tiền,Đã chi\n1,A,10,15\n2,B,20,25\n3,C,30,35\n", "a.csv")
    assert lines(loaded) == ["1 A | 10 15", "2 B | 20 25", "3 C | 30 35"]


def test_numbers_of_columns_stand_below_a_lone_heading_too() -> None:
    rows = [["ĐVT: triệu đồng"], [None, "Dự toán năm 2024"], ["A", 1], ["TỔNG CHI", 90], ["I. Chi đầu tư", 30]]
    assert lines(reading(book([*rows, ["II. Chi thường xuyên", 60]])))[0] == "TỔNG CHI | 90"


def test_figures_that_a_total_without_a_name_adds_number_no_lines() -> None:
    rows = (
        "TT;Nhân dân;Tổng vốn;NS huyện;Công trình\n1;120;640;150;Nhà văn hóa\n2;180;415;100;Sân\n3;200;912;250;Đường\n"
    )
    loaded = reading(f"{rows}4;600;1250;100;Đình\n;1100;3217;600;\n", "a.csv")
    assert lines(loaded)[-1] == "declared | 1100 3217 600"


def test_units_in_brackets_below_a_header_of_two_rows_belong_to_it() -> None:
    rows = [["TT", "Hạng mục", "Khối lượng", "Đơn giá", "Kinh phí", "Trong đó", ""]]
    rows += [["", "", "", "", "", "Nhà nước", "Nhân dân"], ["", "", "(m3)", "(1.000đ/m3)", *["(1.000đ)"] * 3]]
    rows += [[1, "Đào đất", 1250, 40, 50000, 35000, 15000], [2, "Đắp đất", 840, 50, 42000, 29400, 12600]]
    loaded = reading(book(rows, merged=["F1:G1", *(f"{column}1:{column}2" for column in "ABCDE")]))
    assert lines(loaded) == ["1 Đào đất | 50000 35000 15000", "2 Đắp đất | 42000 29400 12600"]
    assert [*columns(loaded)] == ["Kinh phí (1.000đ)", "Trong đó: Nhà nước (1.000đ)", "Trong đó: Nhân dân (1.000đ)"]
    assert loaded.plan.unit.name == "nghìn đồng" and not doubts(loaded)
