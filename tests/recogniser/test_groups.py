"""Groups of lines and what opens, closes or follows them: headings, totals of one name, listings, forms."""

import pytest

from recogniser.made import book, doubts, lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.model.audit import audit

N = None
HEAD = ["STT", "Nội dung", "Quý I", "Quý II"]


def test_a_total_names_its_section_by_the_code_before_the_title() -> None:
    rows = [
        ["STT", "Nội dung", "Thành tiền"],
        ["1. Cấp nước"],
        [N, "Ống", 30],
        [N, "Bơm", 20],
        [N, "Máy", 7],
        [N, "Cộng 1", 57],
        ["2. Trường học"],
        [N, "Bàn", 5],
        [N, "Ghế", 6],
        [N, "Bảng", 3],
        [N, "Cộng 2", 14],
        [N, "Tổng số", 71],
    ]
    assert lines(reading(book(rows))) == [
        "1. Cấp nước | 57", "  Ống | 30", "  Bơm | 20", "  Máy | 7",
        "2. Trường học | 14", "  Bàn | 5", "  Ghế | 6", "  Bảng | 3",
        "declared | 71",
    ]  # fmt: skip


def test_a_first_line_without_figures_is_no_heading_where_other_groups_have_none() -> None:
    rows = [*GROUPS, ["Paper"], ["Ink", 5, 6], ["Pens", 7, 8], ["Sub-Total", 12, 14], ["Rent", 2], ["Heat", 3, 1]]
    loaded = reading(book([*rows, ["Sub-Total", 5, 1]]))
    assert [line.split(" |")[0] for line in lines(loaded)] == [
        "Sub-Total", "  Cars", "  Fuel", "Sub-Total", "  Paper", "  Ink", "  Pens", "Sub-Total", "  Rent", "  Heat",
    ]  # fmt: skip
    assert "SX513" in doubts(loaded)


GROUPS = [["Item", "2025", "2026"], ["Cars", 1, 2], ["Fuel", 3, 4], ["Sub-Total", 4, 6]]


def test_a_heading_among_groups_without_one_is_doubtful() -> None:
    loaded = reading(book([*GROUPS, ["Office"], ["Ink", 5, 6], ["Pens", 7, 8], ["Sub-Total", 12, 14]]))
    assert "Office | 12 14" in lines(loaded)
    assert "SX513" in doubts(loaded)


def test_a_total_called_as_those_of_the_sections_before_is_that_of_the_last() -> None:
    rows = [
        ["STT", "Nội dung", "Thành tiền"],
        ["A", "Chi A"],
        [1, "Bàn", 30],
        [2, "Ghế", 20],
        [N, "Cộng", 50],
        ["B", "Chi B"],
        [1, "Ống", 7],
        [2, "Bơm", 90],
        [N, "Cộng", 16],
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[3] == "B Chi B | 16"
    assert loaded.plan.declared == (None,)
    assert "SX513" in doubts(loaded)


def _listing(last: int) -> list[list[object]]:
    return [
        HEAD,
        ["I", "Giáo dục", 100, 50],
        ["(1)", "Lương", 40, 20],
        ["(2)", "Điện", 30, 20],
        [N, "Trong đó:"],
        [N, "- Trụ sở", 3, 4],
        [N, "- Kho", 5, 6],
        [N, "Nước", last, 10],
        ["II", "Y tế", 27, 18],
        ["(1)", "Thuốc", 20, 10],
        [N, "Trong đó:"],
        [N, "Kho thuốc", 3, 4],
        [N, "Vận chuyển", 5, 6],
        ["(2)", "Khám", 7, 8],
    ]


def test_a_line_behind_a_listing_that_no_sum_places_is_doubtful() -> None:
    assert "SX513" in doubts(reading(book(_listing(31))))


def test_a_repeated_header_hides_no_codes() -> None:
    head = ["Account", "Line Item", "FY2025", "FY2026"]
    rows = [
        head,
        ["A", "Debt", 4, 6],
        [N, "Cars", 1, 2],
        [N, "Fuel", 3, 4],
        head,
        ["B", "Parks", 5, 6],
        [N, "Ink", 5, 6],
    ]
    assert lines(reading(book(rows)))[::3] == ["A Debt | 4 6", "B Parks | 5 6"]


def test_a_number_that_follows_in_one_alphabet_leaves_none_out() -> None:
    rows = [HEAD, ["D", "Kinh tế", 5, 6], [N, "Bàn", 2, 2], [N, "Ghế", 3, N], [N, "Ống", N, 4], ["E", "Y tế", 7, 8]]
    assert [line[:2] for line in lines(reading(book(rows)))] == ["D ", "  ", "  ", "  ", "E "]


def test_a_total_in_the_column_of_codes_hides_no_codes() -> None:
    head = ["Account", "Line Item", "FY2025", "FY2026"]
    rows = [
        head,
        ["A", "Debt", 4, 6],
        [N, "Cars", 4, 6],
        ["B", "Parks", 5, 6],
        [N, "Ink", 5, 6],
        ["Grand Total", N, 9, 12],
    ]
    assert lines(reading(book(rows)))[::2] == ["A Debt | 4 6", "B Parks | 5 6", "declared | 9 12"]


def test_lines_without_a_number_or_figures_are_doubtful_one_by_one() -> None:
    rows = [HEAD, [1, "Chi A", 30, 20], [N, "Bàn", 20, 10], ["1.2", "Ghế", 10, 10], [N, "Ống"], [2, "Chi B", 7, 8]]
    assert doubts(reading(book(rows))) == ["SX513"]
    rows = [HEAD, [1, "A", 9, 8], ["1.1", "Bàn", 9, 8], [N, "Ống"], ["1.2", "Bơm"], [N, "Máy"], [2, "B", 7, 8]]
    assert "SX513" in doubts(reading(book(rows)))


WRAPPED = [
    ["STT", "Nội dung", "Quý I", "Quý II"],
    ["I", "Kiến nghị của kiểm toán và", 30, 12],
    [N, "thanh tra các năm trước", 0, 0],
    [1, "Thu hồi", 10, 5],
    [2, "Nộp trả", 20, 7],
    ["II", "Kiến nghị năm nay của", 4, 5],
    [N, "cơ quan tài chính", 0, N],
    [1, "Thu hồi", 4, 5],
]


def test_a_title_goes_on_in_a_row_that_begins_small_and_states_nothing() -> None:
    loaded = reading(book(WRAPPED))
    assert lines(loaded) == [
        "I Kiến nghị của kiểm toán và thanh tra các năm trước | 30 12", "  1 Thu hồi | 10 5", "  2 Nộp trả | 20 7",
        "II Kiến nghị năm nay của cơ quan tài chính | 4 5", "  1 Thu hồi | 4 5",
    ]  # fmt: skip
    assert doubts(loaded) == ["SX513", "SX513"]
    assert not audit(loaded.plan).failing


@pytest.mark.parametrize(("above", "below"), [([N, N], [30, 12]), ([30, 12], [N, N])])
def test_a_title_goes_on_where_the_next_row_closes_its_bracket(
    above: list[int | None], below: list[int | None]
) -> None:
    """Its rest was a line with the figures, and the row above a section of all that comes behind."""
    rows = [
        ["Nội dung", "Quý I", "Quý II"],
        ["Công ty Vận tải An Bình", 20, 10],
        ["Công ty Kho vận Hải Đăng (Việt", *above],
        ["Nam)", *below],
        ["Công ty Bao bì Minh Tâm", 5, 6],
        ["Tổng cộng", 55, 28],
    ]
    assert lines(reading(book(rows))) == [
        "Công ty Vận tải An Bình | 20 10", "Công ty Kho vận Hải Đăng (Việt Nam) | 30 12",
        "Công ty Bao bì Minh Tâm | 5 6", "declared | 55 28",
    ]  # fmt: skip


def test_rows_with_figures_each_are_lines_though_one_closes_the_bracket_of_the_other() -> None:
    rows = [["Nội dung", "Quý I", "Quý II"], ["Bàn (gỗ", 20, 10], ["Ghế)", 3, 4], ["Tủ", 5, 6], ["Tổng cộng", 28, 20]]
    assert len(lines(reading(book(rows)))) == 4


def test_rows_that_begin_small_are_lines_where_one_states_something() -> None:
    rows = [*WRAPPED, [N, "lãi chậm nộp", 0, 3]]
    assert "thanh tra các năm trước" in str(lines(reading(book(rows))))
    assert "và thanh tra" not in str(lines(reading(book(rows))))


def test_a_nought_below_a_figure_is_a_line_where_no_numbers_begin_the_lines() -> None:
    rows = [["Đơn vị", "Số tiền"], ["Tỉnh Hà Đông", 3], ["thành phố Tây Hồ", 0], ["Tỉnh Sơn Tây", 4], ["Tổng cộng", 7]]
    assert lines(reading(book(rows)))[:2] == ["Tỉnh Hà Đông | 3", "thành phố Tây Hồ | 0"]
    rows[2][1] = N
    assert lines(reading(book(rows)))[0] == "Tỉnh Hà Đông thành phố Tây Hồ | 3"


@pytest.mark.parametrize(
    ("before", "between", "after"),
    [
        ("Gồm các khoản:", [], "thu hồi nợ"),
        ("Gồm các khoản", [], "thu hồi nợ và:"),
        ("gồm các khoản", [], "thu hồi nợ"),
        ("Gồm các khoản", [[]], "thu hồi nợ"),
        ("Gồm các khoản", [], "trong đó: thu hồi nợ"),
        ("Gồm các khoản", [], "a) thu hồi nợ"),
    ],
)
def test_what_looks_like_a_line_of_its_own_is_no_rest_of_a_title(
    before: str, between: list[list[object]], after: str
) -> None:
    rows = [HEAD, ["I", before, 30, 12], *between, [N, after, 0, 0], ["II", "Khác", 4, 5]]
    loaded = reading(book(rows))
    assert loaded.sheet is not None
    assert after in loaded.plan.lines.titles


def test_the_total_that_names_its_section_is_none_of_everything() -> None:
    rows = [
        ["", "Budget", "Actual"],
        ["Opening balance", 10, 12],
        ["Income", None, None],
        ["Fees", 30, 31],
        ["Grants", 5, 6],
        ["Total income", 35, 37],
        ["Expenditure", None, None],
        ["Rent", 20, 21],
        ["Sundries", 4, 3],
        ["Total expenditure", 24, 24],
        ["Closing balance", 21, 25],
    ]
    found = reading(book(rows))
    assert lines(found)[4:7] == ["Expenditure | 24 24", "  Rent | 20 21", "  Sundries | 4 3"]
    assert found.sheet is not None
    assert [doubt.code for doubt in found.sheet.understanding.doubts] == ["SX512"]


def test_sections_that_a_total_adds_up_are_no_lines_without_a_heading() -> None:
    rows = [
        ["Code", "Heading", "2024", "2025"],
        [100, "Administration"],
        [110, "Salary", 12, 13],
        [120, "Audit", 4, 5],
        [None, "Sub-total", 16, 18],
        [200, "Open spaces"],
        [210, "Grass", 42, 46],
        [220, "Play area", 15, 20],
        [None, "Sub-total", 57, 66],
        [None, "TOTAL EXPENDITURE", 73, 84],
        [None, "Less: income", -6, -7],
        [None, "PRECEPT", 67, 77],
    ]
    found = reading(book(rows))
    assert found.sheet is not None
    assert [doubt.code for doubt in found.sheet.understanding.doubts] == ["SX512"]


def test_the_grand_total_counts_the_lines_of_sections_without_figures() -> None:
    rows = [
        ["STT", "Nhiệm vụ", "2026", "2027"],
        ["I", "Thể chế", N, N],
        [1, "Rà soát", 150, 120],
        [2, "Tập huấn", 200, 220],
        ["II", "Hạ tầng", 1200, 700],
        [1, "Máy chủ", 900, 400],
        [2, "Đường truyền", 300, 300],
        [N, "Tổng cộng", 1550, 1040],
    ]
    found = reading(book(rows))
    assert lines(found)[-1] == "declared | 1550 1040"
    assert doubts(found) == []
    assert audit(found.plan).hold == 4
    assert not audit(found.plan).blank
    rows[2] = [1, "Rà soát", 160, 120]
    assert [one.gap for one in audit(reading(book(rows)).plan).failing] == [-10]


def test_a_code_with_a_nought_behind_heads_those_of_its_number() -> None:
    rows = [
        ["Ref", "Description", "Amount"],
        ["1.0", "Venue", N],
        ["1.1", "Hall hire", 900],
        ["1.2", "PA system", 220],
        ["2.0", "Catering", N],
        ["2.1", "Lunch", 1062],
        ["2.2", "Coffee", 272],
        [N, "Sub total", 2454],
        [N, "VAT 20%", 491],
        [N, "Total", 2945],
    ]
    loaded = reading(book(rows))
    assert lines(loaded) == [
        "Sub total | 2454",
        "  1.0 Venue | .",
        "    1.1 Hall hire | 900",
        "    1.2 PA system | 220",
        "  2.0 Catering | .",
        "    2.1 Lunch | 1062",
        "    2.2 Coffee | 272",
        "VAT 20% | 491",
        "declared | 2945",
    ]
    assert not [finding for finding in check_plan(loaded).findings if finding.code == "SX303"]


def test_sections_that_divide_one_amount_in_two_ways_convict_nobody() -> None:
    rows = [
        ["STT", "Nội dung", "Dự toán", "Quyết toán"],
        ["A", "Chi đầu tư", 100, 110],
        ["I", "Phân theo nguồn vốn", N, N],
        [1, "Nguồn tập trung", 60, 65],
        [2, "Nguồn đất", 40, 45],
        ["II", "Phân theo lĩnh vực", N, N],
        [1, "Giao thông", 70, 75],
        [2, "Y tế", 30, 35],
        ["B", "Chi thường xuyên", 200, 210],
        [N, "Tổng số", 300, 320],
    ]
    findings = check_plan(reading(book(rows))).findings
    assert [one.code for one in findings if one.severity != "note"] == ["SX513"]
