"""What a table does not state is inferred from words, order, formulas, sums; where they fail, nobody is convicted."""

import re

import pytest

from recogniser.made import book, calculated, doubts, lines, reading
from sxtdbv_cli.check import check_plan

N = None
HEAD = ["STT", "Nội dung", "Dự toán", "Quyết toán"]


def codes(content: bytes) -> list[str]:
    """The codes of the findings about sums, and of the doubts about levels."""
    found = check_plan(reading(content)).findings
    return sorted({finding.code for finding in found if finding.code < "SX2" or finding.code in ("SX502", "SX513")})


def test_sums_of_a_level_that_is_only_conjectured_are_no_errors() -> None:
    rows = [HEAD, [1, "Chi A", 90, 70], [N, "đợt một", 10, 20], [N, "đợt hai", 30, 40], [2, "Chi B", 50, 60]]
    assert codes(book(rows)) == ["SX513"]


def test_sums_of_a_level_that_numbers_state_are_errors() -> None:
    rows = [HEAD, ["I", "Chi A", 90, 70], [1, "Lương", 10, 20], [2, "Phụ cấp", 30, 40], ["II", "Chi B", 50, 60]]
    assert codes(book(rows)) == ["SX102"]


def test_the_wrong_total_of_a_plain_list_is_an_error_whatever_its_name() -> None:
    rows = [["Item", "Budget"], ["Salaries", 50], ["Rent", 30], ["Insurance", 4], ["Total running costs", 80]]
    assert "SX103" in codes(book(rows))


def test_a_section_right_below_the_header_is_no_second_row_of_it() -> None:
    rows = [
        ["Code", "Budget line", "Q1", "Q2"],
        [N, "Income"],
        [1000, "Rent", 5, 6],
        [1010, "Fees", 1, 2],
        [N, "Total income", 6, 8],
    ]
    assert lines(reading(book(rows))) == ["Income | 6 8", "  1000 Rent | 5 6", "  1010 Fees | 1 2"]


def test_a_few_letters_in_order_number_the_sections_of_many_lines_without_a_number() -> None:
    rows = [["Account", "Description", "2024", "2025"]]
    for letter, title in (("A", "Parks"), ("B", "Roads")):
        rows += [[letter, title, 10, 15], *([N, f"{title} {number}", 2, 3] for number in range(5))]
    found = lines(reading(book(rows)))
    assert found[0] == "A Parks | 10 15"
    assert found[5:7] == ["  Parks 4 | 2 3", "B Roads | 10 15"]


def test_a_line_without_figures_inside_a_section_heads_nothing_where_a_total_says_so() -> None:
    rows = [
        ["Department", "2024", "2025"],
        ["Administration"],
        ["Salaries", 10, 12],
        ["Legal fees"],
        ["Postage", 3, 4],
        ["Total administration", 13, 16],
        ["Police"],
        ["Salaries", 20, 22],
        ["Total police", 20, 22],
    ]
    assert lines(reading(book(rows))) == [
        "Administration | 13 16",
        "  Salaries | 10 12",
        "  Legal fees | . .",
        "  Postage | 3 4",
        "Police | 20 22",
        "  Salaries | 20 22",
    ]


def test_headings_that_no_total_confirms_are_told() -> None:
    rows = [["Item", "2024", "2025"], ["Hall"], ["Rent", 5, 6], ["Cleaning", 3, 4], ["Signs"], ["Insurance", 1, 2]]
    assert doubts(reading(book(rows))) == ["SX513", "SX513"]


def test_a_wrong_total_that_names_its_section_belongs_to_it() -> None:
    rows = [
        ["Department", "2024", "2025"],
        ["Equipment"],
        ["Computers", 10, 12],
        ["Chairs", 3, 4],
        ["TOTAL EQUIPMENT", 14, 17],
        ["Training"],
        ["Courses", 20, 22],
        ["TOTAL TRAINING", 20, 22],
        ["TOTAL", 34, 39],
    ]
    content = book(rows)
    assert lines(reading(content))[0] == "Equipment | 14 17"
    assert "SX102" in codes(content)


def test_a_total_of_another_name_is_not_given_to_a_line_that_waits_for_figures() -> None:
    rows = [
        ["Expense", "2024", "2025"],
        ["Printing", 1, 2],
        ["Mileage", 3, 4],
        ["Total administration", 4, 6],
        ["Hall hire"],
        ["Catering", 5, 6],
        ["Flowers", 7, 8],
        ["Total events", 12, 14],
    ]
    assert lines(reading(book(rows))) == [
        "Total administration | 4 6",
        "  Printing | 1 2",
        "  Mileage | 3 4",
        "Total events | 12 14",
        "  Hall hire | . .",
        "  Catering | 5 6",
        "  Flowers | 7 8",
    ]


def test_a_total_goes_to_the_section_that_waits_for_it_before_a_line_of_the_same_figure() -> None:
    rows = [
        ["TT", "Nội dung", "Số tiền"],
        ["I", "Thu"],
        [1, "Phí", N],
        [2, "Thuế", 70],
        ["a", "Môn bài", 30],
        ["b", "Nhà đất", 40],
        [N, "Cộng", 70],
        ["II", "Chi"],
        [1, "Lương", 20],
        [2, "Điện", 10],
        [N, "Cộng", 30],
    ]
    assert lines(reading(book(rows)))[0] == "I Thu | 70"


def test_formulas_nest_lines_that_nothing_else_does_and_what_one_leaves_out_stays_beside() -> None:
    rows = [
        ["Item", "Budget"],
        ["Personnel", "=SUM(B3:B4)"],
        ["Salaries", 10],
        ["Insurance", 20],
        ["Fees", 5],
        ["Travel", "=SUM(B7:B8)"],
        ["Flights", 7],
        ["Hotels", 8],
    ]
    assert lines(reading(book(rows)))[:3] == ["Personnel | .", "  Salaries | 10", "  Insurance | 20"]
    assert lines(reading(book(rows)))[3:] == ["Fees | 5", "Travel | .", "  Flights | 7", "  Hotels | 8"]


def test_a_capital_letter_behind_numbers_heads_a_level_above_them() -> None:
    rows = [HEAD]
    for letter in (N, "A", "B"):
        rows += [[letter, "Tổng hợp" if letter is None else f"Đơn vị {letter}", 30, 40]] if letter else []
        rows += [["I", "Thu", 30, 40], [1, "Phí", 10, 10], [2, "Thuế", 20, 30]]
    found = lines(reading(book(rows)))
    assert found[3] == "A Đơn vị A | 30 40"
    assert found[4:6] == ["  I Thu | 30 40", "    1 Phí | 10 10"]


def test_words_below_a_heading_that_names_years_are_no_other_header() -> None:
    rows = [
        ["TT", "Danh mục dự án", "Quyết định đầu tư: số, ngày, tháng, năm", "Tổng mức đầu tư", "Kế hoạch năm 2025"],
        ["I", "Giao thông", N, 30, 15],
        [1, "Đường A", "12/QĐ-UBND ngày 05/10/2023", N, N],
        [2, "Đường B", "13/QĐ-UBND ngày 06/10/2023", 30, 15],
    ]
    assert len(lines(reading(book(rows)))) == 3


def test_a_second_table_of_other_columns_ends_the_first() -> None:
    rows = [
        ["STT", "Nội dung", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền"],
        [1, "Giấy", "ram", 2, 50, 100],
        [2, "Mực", "hộp", 1, 300, 300],
        [3, "Bút", "hộp", 1, 20, 20],
        [],
        ["TT", "Nguồn", "Số tiền"],
        [1, "Ngân sách", 400],
        [2, "Học phí", 20],
    ]
    loaded = reading(book(rows))
    assert len(lines(loaded)) == 3
    assert doubts(loaded) == ["SX516"]


def test_a_last_line_without_figures_is_a_line() -> None:
    rows = [["Item", "Jan", "Feb"], ["Rent", 5, 6], ["Cleaning", 3, 4], ["Repairs"]]
    assert lines(reading(book(rows)))[-1] == "Repairs | . ."


def test_a_total_beside_years_is_theirs_in_a_table_of_two_lines_with_one_mistake_too() -> None:
    head = ["STT", "Nội dung", "Tổng kinh phí", "Năm 2022", "Năm 2023"]
    assert codes(book([head, [1, "Tập huấn", 70, 40, 31], [2, "In tài liệu", 10, 10, N]])) == ["SX101"]
    plans = ["STT", "Nội dung", "Tổng kinh phí", "Dự toán 2022", "Thực hiện 2022"]
    assert codes(book([plans, [1, "Tập huấn", 70, 40, 31], [2, "In tài liệu", 10, 10, N]])) == []


def test_a_line_whose_number_was_forgotten_stands_in_the_gap() -> None:
    rows = [
        HEAD,
        ["I", "Chi A", 100, 110],
        [1, "Lương", 10, 20],
        [N, "Phụ cấp", 30, 30],
        [3, "Điện", 60, 60],
        ["II", "Chi B", 7, 8],
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[2] == "  Phụ cấp | 30 30"
    assert doubts(loaded) == []


def test_chapters_of_the_budget_index_with_totals_below_and_partial_listings() -> None:
    rows = [
        ["Mục", "Nội dung", "Quý I", "Quý II"],
        [6050, "Tiền công"],
        [6051, "Lao động thường xuyên", 5, 6],
        [6099, "Khác", 4, 5],
        [N, "Trong đó:"],
        ["-", "Thưởng", 1, 2],
        [N, "Cộng 6050", 9, 11],
        [6500, "Dịch vụ"],
        [6501, "Điện", 3, 4],
        [N, "Trong đó: hội trường", 1, 1],
        [N, "Cộng 6500", 3, 4],
    ]
    assert lines(reading(book(rows))) == [
        "6050 Tiền công | 9 11",
        "  6051 Lao động thường xuyên | 5 6",
        "  6099 Khác | 4 5",
        "    - Thưởng [of-which] | 1 2",
        "6500 Dịch vụ | 3 4",
        "  6501 Điện | 3 4",
        "    Trong đó: hội trường [of-which] | 1 1",
    ]


def test_sections_with_numbers_that_only_their_totals_have_figures_of() -> None:
    rows = [
        ["Code", "Item", "Q1", "Q2"],
        [1000, "Parks"],
        [1010, "Mowing", 5, 6],
        [1020, "Trees", 1, 1],
        [N, "Total Parks", 6, 7],
        [2000, "Roads"],
        [2010, "Salt", 2, 3],
        [2020, "Signs", 4, 4],
        [N, "Total Roads", 6, 7],
    ]
    assert lines(reading(book(rows)))[:2] == ["1000 Parks | 6 7", "  1010 Mowing | 5 6"]


def test_a_total_of_everything_taken_for_that_of_the_first_line_is_told() -> None:
    rows = [["Item", "2024", "2025"], ["Printing"], ["Hall", 5, 6], ["Signs"], ["Rent", 1, 2], ["GRAND TOTAL", 6, 8]]
    sheet = reading(book(rows)).sheet
    assert sheet is not None
    assert ("lines", 0) in [doubt.address for doubt in sheet.understanding.doubts]


def test_a_line_without_a_number_or_figures_among_numbered_ones_is_told() -> None:
    rows = [
        HEAD,
        ["I", "Chi A", 30, 30],
        ["-", "Lương", 10, 20],
        ["-", "Phụ cấp", 20, 10],
        [N, "Điện"],
        ["II", "B", 7, 8],
    ]
    loaded = reading(book(rows))
    assert doubts(loaded) == ["SX513"]


def test_a_line_that_may_belong_elsewhere_convicts_neither_its_parent_nor_the_line_above_that() -> None:
    head = ["STT", "Nội dung", "Quý I", "Quý II", "Quý III"]
    rows = [
        head,
        ["A", "Chi A", 60, 30, 9],
        ["I", "Lương", 10, 20, 4],
        [1, "Ngạch", 10, 20, 4],
        ["II", "Điện", 20, 10, 5],
        [1, "Trụ sở", 10, 5, 2],
        [2, "Kho", 10, 5, 3],
        [N, "Nước", 30, N, N],
        ["B", "Chi B", 7, 8, 9],
    ]
    assert codes(book(rows)) == ["SX513"]


def test_where_most_totals_fit_nowhere_the_others_convict_nobody() -> None:
    rows = [["linecode", "item", "2019 Actual", "2020 Budget", "2021 Budget"]]
    for code in (4130, 4140, 4150, 4151, 4152):
        rows += [[code, "Dues", 10, 20, 30], [code, "TOTAL", 900 + code, 800 + code, 77], [code, "Zoning", 4, 5, 6]]
    group = [[4916, "Hall", 5, 20, 7], [4916, "Safety", 2, 3, 8], [4916, "TAX IMPACT TOTAL", 7, 23, 99]]
    after = [[4917, "Art", 1, 2, 3]]
    assert codes(book([*rows, *group, *after])) == ["SX513"]
    assert codes(book([rows[0], *group, *after])) == ["SX102"]


def test_a_heading_with_the_noughts_of_a_form_is_no_wrong_total() -> None:
    rows = [
        ["STT", "Nội dung", "Báo cáo", "Thẩm tra", "Chênh lệch"],
        ["A", "Tổng hợp", None, 0, 0],
        [1, "Thu hồi", 10, 12, 2],
        [2, "Nộp trả", 20, 27, 7],
        ["B", "Chi tiết", 9, 12, 3],
        [1, "Thu hồi", 4, 6, 2],
        [2, "Nộp trả", 5, 6, 1],
    ]
    assert codes(book(rows)) == ["SX513"]
    rows[1][2] = 0  # it leaves no column out: totals of nought are stated, and wrong
    rows[2][4] = rows[3][4] = 0
    assert codes(book(rows)) == ["SX102"]


def test_a_list_numbered_anew_below_a_line_without_a_number_is_its_sum_as_those_of_others_are() -> None:
    rows = [
        HEAD[:3],
        *[[N, "Thôn 1", 600], [1, "A", 350], [2, "B", 250]],
        *[[N, "Thôn 2", 700], [1, "C", 150], [2, "D", 570], [3, "E", 30]],
        *[[N, "Thôn 3", 120], [1, "F", 120]],
        [N, "Tổng cộng", 1_420],
    ]
    assert codes(book(rows)) == ["SX102"]
    rows[8][2], rows[-1][2] = 180, 1_480  # now as many of these sums fail as hold
    assert codes(book(rows)) == ["SX513"]


@pytest.mark.parametrize(("rule", "found"), [(" (1-2)", ["SX102"]), ("", ["SX513"])])
def test_what_rules_of_lines_take_away_speaks_against_no_other_sum(rule: str, found: list[str]) -> None:
    rows = [
        ["STT", "Nội dung", "Năm 2030", "Năm 2031"],
        *[["A", "Tổng thu", 9000, 9500], [1, "Thu thuế", 6000, 6200], [2, "Thu khác", 3000, 3200]],
        ["B", "Nguồn bù đắp (I+II)", 1450, 1600],
        *[["I", f"Vay trong nước{rule}", 1000, 1100], [1, "Phát hành", 3900, 4200], [2, "Trả nợ", 2900, 3100]],
        *[["II", f"Vay nước ngoài{rule}", 450, 500], [1, "Phát hành", 900, 950], [2, "Trả nợ", 450, 450]],
    ]
    assert codes(book(rows)) == found


LISTS = [
    ["Mục", "Tiểu mục", "Nội dung", "Dự toán", "Quyết toán"],
    [N, N, "TỔNG CỘNG", "=D3+D5+D8", "=E3+E5+E8"],
    ["6000", N, "Tiền lương", "=SUM(D4:D4)", "=SUM(E4:E4)"], [N, "6001", "Lương", 842, 836],
    ["6100", N, "Phụ cấp", "=SUM(D6:D7)", "=SUM(E6:E7)"],
    [N, "6101", "Chức vụ", 38, 35], [N, "6113", "Vượt khung", 12, 11],
    ["6300", N, "Đóng góp", "=SUM(D9:D11)", "=SUM(E9:E11)"],
    [N, "6301", "Bảo hiểm", 151, 150], [N, "6302", "Y tế", 26, 25], [N, "6303", "Công đoàn", 17, 16],
]  # fmt: skip
SUMS = {"D2": 1086, "E2": 1073, "D3": 842, "E3": 836, "D5": 50, "E5": 46, "D8": 194, "E8": 191}


def test_formulas_that_leave_a_line_out_are_wrong_where_the_others_say_which_lines_are_added() -> None:
    assert codes(calculated(book(LISTS), SUMS)) == []
    short = [
        [re.sub(r"([DE])11", r"\g<1>10", cell) if isinstance(cell, str) else cell for cell in row] for row in LISTS
    ]
    wrong = {"D2": 1069, "E2": 1057, "D8": 177, "E8": 175}
    assert codes(calculated(book(short), SUMS | wrong)) == ["SX102", "SX502"]
    typed = [
        [SUMS.get(f"{'ABCDE'[at]}{row}", cell) for at, cell in enumerate(cells)] for row, cells in enumerate(LISTS, 1)
    ]
    typed[7][3:] = [177, 175]
    typed[1][3:] = [1069, 1057]
    assert codes(book(typed)) == ["SX513"]  # nothing says it but the column of codes


def test_a_line_some_of_whose_formulas_take_away_is_no_sum_of_the_others() -> None:
    rows = [
        ["Unit: USD"], ["", "Budget", "Actual"], ["Income"], ["Fees", 80, 85], ["Bar", 142, 158],
        ["Total income", 222, 243],
        ["Expenditure"], ["Green", 61, 64], ["Stock", 89, 96], ["Total expenditure", 150, 160],
        ["Surplus / (deficit)", "=B6-B10", "=C6+C10"],
    ]  # fmt: skip
    right = calculated(book([*rows[:-1], [rows[-1][0], "=B6-B10", "=C6-C10"]]), {"B11": 72, "C11": 83})
    assert lines(reading(right))[-1].startswith("Surplus / (deficit) [memo] [= ")
    wrong = lines(reading(calculated(book(rows), {"B11": 72, "C11": 403})))
    assert not [line for line in wrong if line.startswith("declared")]


def test_a_total_of_what_came_in_and_went_out_that_is_less_than_either_is_doubted() -> None:
    """Somebody subtracted wrongly, and the total was told to be short of the sum of both."""
    rows = [["Item", "Amount (USD)"], ["Income", 750], ["Expenses", 1193], ["Reserves", 12], ["Total", -401]]
    assert codes(book(rows)) == ["SX513"]
    assert "SX103" in codes(book([*rows[:-1], ["Total", 1965]]))
    assert "SX103" in codes(book([*rows[:-1], ["Total", 1855]]))
