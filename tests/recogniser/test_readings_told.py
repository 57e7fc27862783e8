"""Readings that nothing in a table confirms are told; units, signs and counts that change along its lines."""

import pytest

from recogniser.made import book, calculated, columns, doubts, lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.files.loaded import Loaded


def table(text: str) -> Loaded:
    """A table of cells between semicolons."""
    return reading(text, "a.csv")


def errors(loaded: Loaded) -> list[str]:
    """The codes of the errors that are found."""
    return [found.code for found in check_plan(loaded).findings if found.severity == "error"]


def units(loaded: Loaded) -> list[str]:
    """What is told of the unit and of its exceptions, in English."""
    assert loaded.sheet is not None
    found = [doubt for doubt in loaded.sheet.understanding.doubts if doubt.code in ("SX512", "SX518")]
    return [doubt.message.en.format(**doubt.facts) for doubt in found if doubt.message]


DEDUCTIONS = "TT;Nội dung;Xã A (đồng);Xã B\n1;Được giao;842;615\n2;{};118;75\n;Tổng số còn được cấp;{};{}\n"


@pytest.mark.parametrize("title", ["Trừ: thu hồi tạm ứng", "Tiết kiệm 10%", "Giảm trừ"])
def test_what_is_called_so_and_comes_out_so_is_taken_away(title: str) -> None:
    loaded = table(DEDUCTIONS.format(title, 842 - 118, 615 - 75))
    assert lines(loaded)[1] == f"2 {title} [deduction] | 118 75"
    assert not doubts(loaded) and not errors(loaded)


def test_what_is_called_so_and_is_added_is_a_line() -> None:
    loaded = table(DEDUCTIONS.format("Giảm nghèo", 842 + 118, 615 + 75))
    assert lines(loaded)[1] == "2 Giảm nghèo | 118 75"


def test_a_deduction_may_fail_in_one_of_two_columns_and_is_told() -> None:
    loaded = table(DEDUCTIONS.format("Trừ: thu hồi", 842 - 118, 615 - 76))
    assert "[deduction]" in lines(loaded)[1]
    assert doubts(loaded) == ["SX513"] and not errors(loaded)
    assert "[deduction]" not in lines(table(DEDUCTIONS.format("Trừ: thu hồi", 842 + 118, 615 - 76)))[1]


def test_figures_below_a_row_with_another_unit_are_put_into_that_of_the_table() -> None:
    loaded = table(
        "ĐVT: triệu đồng;;;\nTT;Nội dung;2024;2025\n1;Doanh nghiệp;1240;1365\nĐVT: nghìn đồng;;;\n"
        "TT;Nội dung;2024;2025\n2;Hộ nghèo;96500;218400\nĐVT: triệu đồng;;;\n3;Khác;7;8\n"
    )
    assert lines(loaded) == ["1 Doanh nghiệp | 1240 1365", "2 Hộ nghèo | 96.5 218.4", "3 Khác | 7 8"]
    assert [one for one in units(loaded) if "nghìn" in one] and "SX518" in doubts(loaded)


PAID = "Item;{};{}\nHosting;35;52,500 {code}\nMail;40;60,000 {code}\nTotal;75;112,500 {code}\n"


def test_a_column_with_the_code_of_another_currency_than_a_heading_is_told() -> None:
    told = units(table(PAID.format("USD", "Plan", code="KRW")))
    assert [one for one in told if one.startswith("more than one unit is stated: USD, KRW;")]


def test_a_sign_that_many_currencies_share_is_no_other_than_that_of_a_heading() -> None:
    assert not units(table("Item;Cost (MXN)\nHosting;$52,500\nMail;$60,000\nTotal;$112,500\n"))


BEHIND = "Item;Cost\nHosting;52,500\nMail;12,000\nTotal;64,500\n"


@pytest.mark.parametrize("amount", ["about 4,200", "0~10,000", "약 4,200 KRW", "$80/seat", "€7K/desk"])
def test_a_row_behind_the_total_whose_amount_is_put_in_words_is_told(amount: str) -> None:
    assert doubts(table(f"{BEHIND}Domain;{amount}\n")) == [*doubts(table(BEHIND)), "SX516"]


@pytest.mark.parametrize("said", ["approved", "on 5/12/2024", "at 10:30", "see 12", "mail@example.org 2024", "9/seat"])
def test_a_remark_behind_the_total_is_not_told(said: str) -> None:
    assert doubts(table(f"{BEHIND}Chair;{said}\n")) == doubts(table(BEHIND))


def test_the_same_unit_on_every_page_is_not_told() -> None:
    page = "ĐVT: triệu đồng;;;\nTT;Nội dung;2024;2025\n"
    assert not units(table(f"{page}1;Đường;1240;1365\n{page}2;Cầu;96;104\n"))


def test_a_title_and_headings_with_two_units_are_told() -> None:
    loaded = table("CHI ĐẦU TƯ (triệu đồng);;\nTT;Huyện;Kế hoạch (đồng)\n1;Mộc Châu;64300\n2;Vân Hồ;38450\n")
    assert units(loaded) == ["more than one unit is stated: đồng, triệu đồng; đồng is taken; state it with --unit"]


def test_a_column_of_another_currency_is_told_once_and_a_single_figure_by_itself() -> None:
    head = "ĐVT: triệu đồng;;;\nTT;Dự án;Ngoại tệ;Vốn quy đổi\n"
    every = table(head + "1;Cấp nước;42,5 triệu USD;1050\n2;Đô thị;150 triệu USD;3700\n")
    assert [one for one in units(every) if one.startswith("the figures of column C say “USD”")]
    one = table(head + "1;Cấp nước;42,5 triệu USD;1050\n2;Đô thị;3700;3700\n")
    assert [said for said in units(one) if "42,5 triệu USD" in said]


def test_lines_that_count_things_among_amounts_are_told_as_one() -> None:
    school = "{};Trường {};\n-;Số lớp;24\n-;Số học sinh;986\n-;Kinh phí;5412\n"
    loaded = table("ĐVT: triệu đồng;;\nTT;Chỉ tiêu;Năm 2024\n" + "".join(map(school.format, ("I", "II", "III"), "ABC")))
    assert [one for one in units(loaded) if one.startswith("“Số lớp” counts something")]
    assert len(units(loaded)) == 1


def test_lines_that_are_called_counts_and_are_added_are_amounts() -> None:
    loaded = table("ĐVT: triệu đồng;;\nTT;Chỉ tiêu;Vốn\n1;Số dự án mới;30\n2;Chuyển tiếp;50\n;Tổng cộng;80\n")
    assert not units(loaded)


def test_titles_on_two_rows_are_told_also_where_most_are() -> None:
    loaded = table(
        "TT;Nội dung;Vốn (đồng)\n1;Hỗ trợ cán bộ theo;\n;Nghị quyết 34;186\n2;Hỗ trợ học sinh theo;\n"
        ";Nghị quyết 08;94\n3;Hỏa táng;12\n;Cộng;292\n"
    )
    assert doubts(loaded).count("SX513") == 2


def test_a_project_below_each_commune_is_none_of_them() -> None:
    loaded = table(
        "TT;Xã;Vốn (đồng)\n1;Xã A;\n;Đường thôn 1;186\n2;Xã B;\n;Nhà văn hóa;94\n3;Xã C;\n;Trạm bơm;12\n;Cộng;292\n"
    )
    assert not doubts(loaded)


def test_figures_in_brackets_of_a_partial_listing_are_told() -> None:
    loaded = table(
        "ĐVT: triệu đồng;;\nTT;Dự án;Vốn\n1;Đường tránh;4.200\n;(Trong đó vốn vay);(1.450)\n2;Cầu;2.760\n;Cộng;6.960\n"
    )
    assert lines(loaded)[1] == "  (Trong đó vốn vay) [of-which] | -1450"
    assert doubts(loaded) == ["SX511"]


def test_a_total_of_two_lines_that_the_last_total_needs_is_found_and_told() -> None:
    loaded = table(
        "Phường, khoản thu;Kế hoạch (đồng);Thực hiện\nMôn bài;418;402\nTrước bạ;1260;1315\nĐất;336;351\n"
        "Tân An;2014;2068\nMôn bài;512;498\nBến bãi;264;270\nThành Công;776;768\nTổng số;2790;2836\n"
    )
    assert lines(loaded)[4:7] == ["Thành Công | 776 768", "  Môn bài | 512 498", "  Bến bãi | 264 270"]
    assert doubts(loaded) == ["SX513"] and not errors(loaded)


def test_sums_above_a_number_that_fits_no_place_convict_nobody() -> None:
    loaded = table(
        "TT;Nội dung;Vốn (đồng);Khác\n1;Chuẩn bị;28;9\nI;Tuyên truyền;10;4\nII;Tập luyện;18;5\n2;Tổ chức;33;8\n"
        "I;Giám khảo;9;2\nII;Giải thưởng;24;6\n3;Hậu cần;2;1\n;Tổng cộng;63;18\n"
    )
    assert "SX513" in doubts(loaded) and not errors(loaded)


def test_a_total_counts_what_bullets_stand_below() -> None:
    loaded = table(
        "Hoạt động;Nhà nước (đồng);Đóng góp\nVăn nghệ;;\n- Hội diễn;42;18\n- Giao lưu;26;9\nThể thao;;\n"
        "- Bóng đá;55;30\n- Cờ tướng;8;4\nThư viện;37;0\nTruyền thống;61;12\nCộng;229;73\n"
    )
    assert lines(loaded)[-1] == "declared | 229 73" and not errors(loaded)


@pytest.mark.parametrize("heading", ["Mã NDKT", "Mã tính chất nguồn", "Chỉ số cũ"])
def test_what_has_a_number_or_is_read_off_a_meter_is_no_amount(heading: str) -> None:
    rows = "".join(
        f"{title};{code};{code * 1000}\n" for title, code in [("Lương", 6001), ("Điện", 6501), ("Khác", 6799)]
    )
    loaded = table(f"Nội dung;{heading};Số tiền (đồng)\n{rows}")
    assert [line.split(" | ")[1] for line in lines(loaded)] == ["6001000", "6501000", "6799000"]


def told(loaded: Loaded, code: str) -> list[str]:
    """The columns that are told with a code."""
    assert loaded.sheet is not None
    found = [doubt for doubt in loaded.sheet.understanding.doubts if doubt.code == code]
    return [str(doubt.facts["letters"]) for doubt in found if "letters" in doubt.facts]


def spending(heading: str, values: list[int], total: str = "") -> str:
    """Five lines of spending with a column of something else before the amounts."""
    rows = "".join(f"{at};Khoản {at};{value};{at * 1234567}\n" for at, value in enumerate(values, 1))
    return f"TT;Nội dung;{heading};Số tiền (đồng)\n{rows}" + (f";Cộng;{total};18518505\n" if total is not None else "")


@pytest.mark.parametrize("heading", ["Nguồn kinh phí", "QĐ giao vốn", "Mục chi"])
def test_a_column_without_a_total_beside_those_that_have_one_is_told_whatever_its_heading(heading: str) -> None:
    assert told(table(spending(heading, [13, 12, 13, 12, 14])), "SX518") == ["C"]
    assert not told(table(spending("Đã chi", [13, 12, 13, 12, 14], total="64")), "SX518")


def test_a_balance_has_no_total_and_is_not_told() -> None:
    assert not told(table(spending("Luỹ kế chi", [13, 125, 138, 1250, 1264])), "SX518")


@pytest.mark.parametrize("heading", ["Quý", "Đợt chi"])
def test_months_and_turns_in_a_list_without_a_total_are_told(heading: str) -> None:
    rows = "".join(f"{at};Trường {at};{turn};{at * 415}\n" for at, turn in enumerate([1, 2, 2, 3, 4], 1))
    assert told(table(f"ĐVT: triệu đồng;;;\nTT;Đơn vị;{heading};Kinh phí cấp\n{rows}"), "SX518") == ["C"]


def test_goods_beside_money_are_told_each() -> None:
    loaded = table(
        "ĐVT: nghìn đồng;;;;\nTT;Xã;Gạo cấp;Nước uống;Tiền mặt\n1;A;12500;1260;186000\n2;B;9800;990;142500\n"
        "3;C;15400;1530;231000\n;Cộng;37700;3780;559500\n"
    )
    assert told(loaded, "SX518") == ["C", "D"]


def test_the_total_of_a_list_typed_in_the_column_of_notes_is_told() -> None:
    loaded = table("TT;Nội dung;Số tiền (đồng);Ghi chú\n1;Loa;8500;\n2;Sân khấu;14200;có hóa đơn\n;Tổng cộng;;22700\n")
    assert told(loaded, "SX516") == ["D"]


def test_amounts_several_to_a_cell_are_told_by_their_signs() -> None:
    head = "| Đợt | Việc | Tiền (USD) | Cả đợt |\n|---|---|---|---|\n"
    for sign in ("$", ""):
        several = "| Thử | Máy<br>Người | $60.5<br>$21.0 | 81.5 |\n| Chạy | Máy<br>Xe | $9.0<br>$8.0 | 17.0 |\n"
        several = several.replace("$", sign)
        loaded = reading(f"{head}{several}| Cộng | | | 98.5 |\n", "a.md")
        assert (told(loaded, "SX516") == ["C"]) == bool(sign)


def test_a_section_that_is_named_once_more_on_a_new_page_is_one() -> None:
    head = "TT;Nội dung;Năm 2024 (đồng)\n"
    loaded = table(
        head + "I;Chi đầu tư;57\n1;Đường;31\n2;Cầu;18\n" + head + "I;Chi đầu tư (tiếp theo);\n3;Kè;8\nII;Lương;40\n"
    )
    assert lines(loaded) == ["I Chi đầu tư | 57", "  1 Đường | 31", "  2 Cầu | 18", "  3 Kè | 8", "II Lương | 40"]


def test_ratios_are_told_also_where_their_total_is_no_ratio() -> None:
    loaded = table(
        "TT;Nhiệm vụ;Vốn giao (triệu đồng);Đã giải ngân;Kết quả giải ngân\n1;A;640;512;80\n2;B;1275;918;72\n"
        "3;C;318;318;100\n4;D;2140;1006;47\n5;E;455;391;86\n;Cộng;4828;3145;75\n"
    )
    assert told(loaded, "SX518") == ["E"]


def test_lines_without_a_code_head_those_with_the_number_of_a_project() -> None:
    loaded = table(
        "Mã dự án;Tên dự án;Kế hoạch (triệu đồng);Giải ngân\n;Tổng cộng;80750;63271\n;Giao thông;58900;48075\n"
        "7812345;Đường;12400;9860\n7812388;Cầu;46500;38215\n;Y tế;21850;15196\n7790112;Trạm xá;3150;3150\n"
        "7790260;Bệnh viện;18700;12046\n"
    )
    assert lines(loaded)[:4] == [
        "Tổng cộng | 80750 63271", "  Giao thông | 58900 48075", "    7812345 Đường | 12400 9860",
        "    7812388 Cầu | 46500 38215",
    ]  # fmt: skip
    assert not errors(loaded)


def test_codes_without_sums_head_nothing() -> None:
    loaded = table("Mã dự án;Tên;Vốn (đồng)\n;Giao thông;700\n7812345;Đường;12\n7812388;Cầu;46\n")
    assert [one for one in lines(loaded) if one.startswith(" ")] == []


def test_groups_without_a_number_stand_between_numbers_and_bullets() -> None:
    loaded = table(
        "TT;Nội dung;2024 (đồng);2025\n1;Giáo dục;16;27\n;Mầm non;5;9\n-;Lương;4;7\n-;Điện;1;2\n"
        ";Tiểu học;11;18\n-;Lương;8;13\n-;Điện;3;5\n2;Y tế;7;8\n;Trạm xá;7;8\n-;Lương;6;6\n-;Thuốc;1;2\n;Cộng;23;35\n"
    )
    assert lines(loaded)[4:6] == ["  Tiểu học | 11 18", "    - Lương | 8 13"]
    assert not doubts(loaded) and not errors(loaded)


def test_the_same_lines_in_other_years_are_another_table() -> None:
    loaded = reading(
        book([
            ["TT", "Dự án", "Tổng (đồng)", 2022, 2023], [1, "Hồ", 10, 2, 3], [2, "Đập", 20, 4, 6],
            [None, "Cộng", 30, 6, 9], [], ["TT", "Dự án", 2024, 2025, "Ghi chú"], [1, "Hồ", 1, 4],
            [2, "Đập", 5, 5], [None, "Cộng", 6, 9],
        ])
    )  # fmt: skip
    assert [one.split(" |")[0] for one in lines(loaded)] == ["1 Hồ", "2 Đập", "declared"]
    assert "SX516" in doubts(loaded)


def test_a_difference_to_a_year_is_told_where_one_line_is_another() -> None:
    rows = "1;A;41;43;2\n2;B;92;89;-3\n3;C;64;70;6\n4;D;86;91;6\n5;E;31;35;4\n"
    assert "SX514" in doubts(table(f"TT;Khu vực;2024;2025;So 2024\n{rows}"))


def test_the_same_years_below_another_name_are_a_section() -> None:
    loaded = reading(
        book([
            ["Income", 2023, 2024, "Budget 2025"], ["Fees", 10, 11, 12], ["Gifts", 5, 6, 7],
            ["Total income", 15, 17, 19], ["Expenditure", 2023, 2024, "Budget 2025"], ["Rent", 8, 8, 9],
            ["Fuel", 3, 4, 4], ["Total expenditure", 11, 12, 13],
        ])
    )  # fmt: skip
    assert [one.split(" |")[0].strip() for one in lines(loaded)].count("Rent") == 1


def test_the_header_once_more_below_another_name_holds_no_total() -> None:
    rows = "Fees;;10\nGrants;;50\nTotal income;;60\nExpenditure;Subtotal;Total\nRent;;35\nFuel;;25\n"
    loaded = reading(f"Income;Subtotal;Total\n{rows}Total expenditure;;60\n", "a.csv")
    assert [one for one in lines(loaded) if not one.startswith(" ")][1] == "Expenditure | 60"
    assert "SX513" not in doubts(loaded)


@pytest.mark.parametrize("written", ["1.250.000,-", "1.250.000./.", "1.250.000.-", "1.250.000/-"])
def test_figures_closed_by_a_stroke_are_figures(written: str) -> None:
    loaded = table(f"TT;Nội dung;Số tiền (đồng)\n1;Đèn;{written}\n2;Ống;2.400.000\n;Cộng;3.650.000\n")
    assert lines(loaded)[0] == "1 Đèn | 1250000"


def test_a_first_line_without_amounts_is_no_heading_of_the_total_that_names_the_one_above() -> None:
    loaded = table(
        "Expenditure;2024 (USD);2025\nCentre;;\nDues;;\nRepairs;7,5;61\nSalaries;96;4\nTotal Centre;103,5;65\n"
        "Government;;\nHire;;94\nFees;68;3\nTotal Government;68;97\nGRAND TOTAL;171,5;162\n"
    )
    assert [line.split(" |")[0] for line in lines(loaded)] == [
        "Centre", "  Dues", "  Repairs", "  Salaries", "Government", "  Hire", "  Fees", "declared",
    ]  # fmt: skip


def test_formulas_of_the_total_of_everything_speak_for_its_sections() -> None:
    rows = [
        ["Item", "2018", "2019"], ["Centre", None, None], ["   Play", None, None], ["   Bank", 79, 926],
        ["   Rental", 3, 24], ["Sub-Total", "=SUM(B3:B5)", "=SUM(C3:C5)"], ["Staff", None, None], ["   Phone", 19, 48],
        ["   Fuel", 52, 61], ["Sub-Total", "=SUM(B8:B9)", "=SUM(C8:C9)"], ["Total", "=B6+B10", "=C6+C10"],
    ]  # fmt: skip
    values = {"B6": 82, "C6": 950, "B10": 71, "C10": 109, "B11": 153, "C11": 1059}
    assert [line.split(" |")[0] for line in lines(reading(calculated(book(rows), values)))] == [
        "Centre", "  Play", "  Bank", "  Rental", "Staff", "  Phone", "  Fuel", "declared",
    ]  # fmt: skip


def test_the_total_of_a_plain_list_is_its_total_though_a_first_digit_is_wrong() -> None:
    """A digit of the total, or two neighbours in a line, explain what it is off by; half of all lines do not."""
    head, rows = "Vai trò;Thành tiền (đồng)\n", "Quản trị;6250000\nLập trình;{}\nKiểm thử;4850000\n"
    for line, total, found in ((16500000, 57600000, 1), (61500000, 27600000, 1), (16500000, 13950000, 0)):
        loaded = table(head + rows.format(line) + f"Tổng;{total}\n")
        assert len(errors(loaded)) == found
        assert "SX513" in doubts(loaded)


def test_a_total_that_the_next_one_adds_is_that_of_the_lines_above_it_though_one_is_wrong() -> None:
    text = "Hạng mục;Thành tiền (đồng)\nCông sức;60000000\nPhông chữ;{}\nTên miền;305000\n"
    text += "Cộng;62305000\nDự phòng;6230500\n"
    for figure, found in ((2_000_000, []), (200_000, ["SX102"])):
        loaded = table(text.format(figure) + "TỔNG NGÂN SÁCH;68535500\n")
        assert lines(loaded)[:2] == ["Cộng | 62305000", "  Công sức | 60000000"]
        assert errors(loaded) == found


def test_a_sum_that_nothing_but_its_place_states_convicts_where_one_slip_explains_it() -> None:
    text = "Nội dung;Dự toán (đồng)\nChi lương;{}\n  Biên chế;12504300\n  Hợp đồng;3208150\n"
    text += "Chi khác;420600\n  Điện;420600\n"
    for stated, found in ((15_712_450, []), (15_721_450, ["SX102"]), (15_998_330, [])):
        assert errors(table(text.format(stated))) == found
    assert "SX513" in doubts(table(text.format(15_998_330)))


def test_a_listing_that_is_all_of_its_line_in_most_columns_is_added() -> None:
    text = "STT;Nội dung;Dự toán (đồng);Quý I;Lũy kế\n1;Chi đầu tư;500;120;310\n2;Chi thường xuyên;900;{};640\n"
    text += ";Trong đó:;;;\n2.1;Quốc phòng;400;110;{}\n2.2;An ninh;500;150;360\n"
    for quarter, year, found in ((260, 280, []), (290, 280, ["SX102"]), (290, 180, [])):
        loaded = table(text.format(quarter, year))
        assert errors(loaded) == found
        assert ("of-which" in lines(loaded)[2]) == (year == 180)


@pytest.mark.parametrize("paid", ["Thực lĩnh", "Thực lãnh", "Tổng tiền lương được nhận", "Còn lĩnh"])
def test_what_is_paid_out_is_no_part_of_the_wages_it_is_left_of(paid: str) -> None:
    text = f"TT;Họ tên;Lương (đồng);Phụ cấp;Tổng tiền lương;BHXH;BHYT;Cộng khấu trừ;{paid}\n"
    text += "1;A;{};130;630;40;10;50;580\n2;B;700;210;910;70;30;100;810\n3;C;400;115;515;40;10;50;465\n"
    loaded = table(text.format(500))
    assert columns(loaded)["Tổng tiền lương"] == "Lương (đồng) + Phụ cấp"
    assert columns(loaded)[paid] == "Tổng tiền lương - Cộng khấu trừ"
    assert errors(table(text.format(510))) == ["SX101"]


def test_a_unit_of_money_that_all_lines_name_is_that_of_the_table() -> None:
    rows = "1;Dưới 30 người;{};95\n2;Từ 30 người;{};92\n;Từ 50 người;;\n"
    head = "TT;Định mức;ĐVT;Năm 2026\n"
    loaded = table(head + rows.format("Triệu đồng/người /năm", "Triệu đồng/người"))
    assert loaded.plan.unit.name == "triệu đồng"
    assert lines(loaded)[0] == "1 Dưới 30 người | 95" and not units(loaded)
    for unit in ("người", ""):
        assert table(head + rows.format("Triệu đồng", unit)).plan.unit.name != "triệu đồng"
    priced = "TT;Hàng;ĐVT;Số lượng;Đơn giá;Thành tiền\n1;Tem;đồng;2;30;60\n2;Phiếu;đồng;4;5;20\n"
    assert "no unit" in "".join(units(table(priced)))


@pytest.mark.parametrize("heading", ["Thiết bị", "Xây lắp", "Tư vấn", "Dự phòng", "Sở Tài chính thẩm định", "Doanh số"])
def test_headings_of_what_money_is_for_need_no_word(heading: str) -> None:
    loaded = table(f"ĐVT: đồng;;;\nTT;Nội dung;Dự toán giao;{heading}\n1;A;31000000;12450000\n2;B;8200000;3380000\n")
    assert told(loaded, "SX518") == []


SECTIONS = (
    "Line;2024;2023\nIncome;;\nSales;947;917\nGrants;201;206\n{};1151;1127\n"
    "Expenses;;\nStaff;788;701\nRent;107;99\n{};36;37\n"
)


def test_sections_whose_end_nothing_shows_are_told() -> None:
    assert doubts(table(SECTIONS.format("Gifts", "Power"))) == []
    for last in (("Gifts", "Net result"), ("Income", "Power"), ("Gifts", "Reserve")):  # of which lines is not shown
        found = table(SECTIONS.format(*last))
        assert doubts(found) == ["SX513", "SX513"] and not errors(found), last


@pytest.mark.parametrize(("total", "severity"), [(54, "note"), (57, "warning")])
def test_a_line_without_figures_is_a_note_where_its_list_comes_out(total: int, severity: str) -> None:
    loaded = table(f"Item;Cost\nFilm;21\nOther (specify);\nPostage;33\nTotal;{total}\n")
    told = [found.severity for found in check_plan(loaded).findings if found.code == "SX513"]
    assert {*told} == {severity}


BALANCED = (
    "STT;Nội dung;2024\nI;Thu trên địa bàn;7451\n1;Nội địa;7451\n"
    "II;Thu ngân sách;3188135\n1;Thuế;2795767\n2;Bổ sung;392318\n3;Kết dư;50\n{};Chi ngân sách;3188135\n"
)


def test_a_numbered_line_that_states_what_the_one_before_it_does_is_no_total_of_it() -> None:
    assert doubts(table(BALANCED.format("III"))) == []
    assert doubts(table(BALANCED.format(""))) == ["SX513"]
