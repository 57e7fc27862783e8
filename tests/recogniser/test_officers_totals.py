"""Totals and differences in which officers make slips, and what heads lines without saying so."""

import re

import pytest

from recogniser.made import Rows, book, calculated, columns, doubts, lines, reading
from sxtdbv_cli.model.audit import audit
from sxtdbv_cli.model.subject import subject_of


def _failing(rows: Rows) -> int:
    return len(audit(reading(book(rows)).plan).failing)


def test_bullets_from_the_first_line_on_mark_sections_of_numbered_lines() -> None:
    rows = [["STT", "Công tác", "Vật liệu", "Nhân công"], ["*", "PHẦN MÓNG", 75, 36], [1, "Đào", None, 16]]
    rows += [[2, "Lót", 31, 12], [3, "Xây", 44, 8], ["*", "PHẦN THÂN", 83, 21], [4, "Đan", 52, 7], [5, "Thép", 31, 14]]
    loaded = reading(book([*rows, [None, "THM", 158, 57]]))
    assert [line.split(" |")[0] for line in lines(loaded)] == [
        "* PHẦN MÓNG", "  1 Đào", "  2 Lót", "  3 Xây", "* PHẦN THÂN", "  4 Đan", "  5 Thép", "declared",
    ]  # fmt: skip
    assert doubts(loaded) == []


def test_a_total_that_names_all_sections_is_theirs_whatever_it_states() -> None:
    rows = [["TT", "Nội dung", "Tổng", "2023", "2024"], ["I", "Thể chế", 415, 275, 140], [1, "Quy chế", 415, 275, 140]]
    rows += [["II", "Hạ tầng", 540, 320, 220], [1, "Mạng", 540, 320, 220]]
    for total in ([955, 595, 360], [971, 595, 376]):
        loaded = reading(book([["ĐVT: đồng"], *rows, [None, "Tổng cộng (I+II)", *total]]))
        assert (doubts(loaded), len(audit(loaded.plan).failing)) == ([], 2 * (total[2] == 376))


def test_formulas_above_the_header_that_add_the_lines_are_their_total() -> None:
    rows: Rows = [["ĐVT: đồng"], [None, None, "=SUBTOTAL(9,C4:C6)"], ["TT", "Đơn vị", "Dự toán"]]
    rows += [[1, "Phòng A", 634], [2, "Phòng B", 211], [3, "Phòng C", 390]]
    loaded = reading(calculated(book(rows), {"C2": 1235}))
    assert lines(loaded) == ["1 Phòng A | 634", "2 Phòng B | 211", "3 Phòng C | 390", "declared | 1235"]
    assert doubts(loaded) == []


def test_codes_of_two_levels_stand_behind_a_column_that_nobody_filled_in() -> None:
    rows = [["ĐVT: đồng"], ["STT", "Mục", "Tiểu mục", "Nội dung", "NSNN"], [None, None, None, "Tổng số", 1150]]
    rows += [[None, "6000", None, "Tiền lương", 900], [None, None, "6001", "Ngạch bậc", 700]]
    rows += [[None, None, "6003", "Hợp đồng", 200], [None, "6100", None, "Phụ cấp", 250]]
    rows += [[None, None, "6101", "Chức vụ", 90], [None, None, "6112", "Ưu đãi", 160]]
    loaded = reading(book(rows))
    assert lines(loaded)[:4] == [
        "Tổng số | 1150", "  6000 Tiền lương | 900", "    6001 Ngạch bậc | 700", "    6003 Hợp đồng | 200",
    ]  # fmt: skip
    assert doubts(loaded) == []


def test_a_difference_that_only_its_heading_tells_is_one_though_two_digits_were_exchanged() -> None:
    rows = [["ĐVT: đồng"], ["TT", "Dự án", "Kế hoạch đã giao", "Tăng", "Giảm", "Kế hoạch sau điều chỉnh"]]
    rows += [[1, "Đường", 25_000, None, 9_500, 15_500], [2, "Cầu", 40_000, 18_200, None, 58_200]]
    rows += [[3, "Hồ", 62_350, None, 12_100, 50_250], [4, "Đê", 14_800, 7_450, None, 22_250]]
    loaded = reading(book(rows))
    assert (doubts(loaded), _failing(rows)) == ([], 0)
    rows[-1][-1] = 22_520
    assert (doubts(reading(book(rows))), _failing(rows)) == ([], 1)
    rows[-1][-1] = 31_940  # no slip: the heading may mean something else
    assert (doubts(reading(book(rows))), _failing(rows)) == (["SX514"], 0)


def test_columns_that_list_some_of_a_total_leave_it_alone() -> None:
    rows = [["ĐVT: đồng"], ["TT", "Dự án", "Kế hoạch 2025", None, None], [None, None, "Tổng số", "Trong đó", None]]
    rows += [[None, None, None, "Thu hồi vốn ứng", "Trả nợ"], [1, "Đường", 18_500, 5_000, 13_500]]
    rows += [[2, "Kè", 22_000, 3_500, 6_180], [3, "Trường", 34_600, None, 9_855], [4, "Chợ", 12_000, 1_000, 2_000]]
    assert doubts(reading(book(rows, merged=("C2:E2", "D3:E3")))) == []
    rows[5][2] = 6_000  # less than one that is listed
    assert doubts(reading(book(rows, merged=("C2:E2", "D3:E3")))) == ["SX514"]


def test_what_is_paid_more_a_month_is_an_amount_though_months_multiply_it() -> None:
    rows = [["ĐVT: đồng"], ["TT", "Họ tên", "Lương cũ", "Lương mới", "Chênh lệch 1 tháng", "Số tháng", "Thành tiền"]]
    rows += [[1, "A", 8_075, 9_756, 1_681, 6, 10_086], [2, "B", 6_928, 8_370, 1_442, 6, 8_652]]
    rows += [[3, "C", 5_453, 6_588, 1_135, 3, 3_405]]
    assert list(columns(reading(book(rows)))) == ["Lương cũ", "Lương mới", "Chênh lệch 1 tháng", "Thành tiền"]


def test_one_figure_that_breaks_most_sums_of_a_table_is_told_and_not_the_levels() -> None:
    rows = [
        ["ĐVT: đồng"],
        ["TT", "Đơn vị", "Tổng số", "Trung ương", "Tỉnh"],
        [None, "TỔNG NGUỒN", 15_000, 10_000, 5_000],
    ]
    rows += [["A", "Đã phân bổ", 9_951, 6_050, 3_901], [1, "Huyện A", 5_425, 3_541, 1_884]]
    rows += [[2, "Huyện B", 4_976, 2_959, 2_017], ["B", "Còn lại", 4_599, 3_500, 1_099]]
    loaded = reading(book(rows))
    assert doubts(loaded) == []
    assert len(audit(loaded.plan).failing) == 4


def test_lines_without_a_number_are_right_where_the_other_sums_of_the_table_hold() -> None:
    rows = [["ĐVT: đồng"], ["STT", "Nội dung", "Kinh phí đề nghị", "Kinh phí duyệt"]]
    for name, figures in {
        "Văn phòng": (850, 700, 95, 95),
        "Thanh tra": (62, 60, 140, 110),
        "Chi cục": (42, 38, 26, 24),
    }.items():
        rows += [[None, name, figures[0] + figures[2], figures[1] + figures[3]]]
        rows += [[1, f"{name} sửa chữa", *figures[:2]], [2, f"{name} mua sắm", *figures[2:]]]
    rows[2][3] = 295
    loaded = reading(book(rows))
    assert (doubts(loaded), len(audit(loaded.plan).failing)) == ([], 1)


def test_a_total_that_only_its_heading_tells_is_one_though_a_digit_was_mistyped() -> None:
    rows = [
        ["ĐVT: đồng"],
        ["STT", "Bộ phận", "Quỹ lương", "Đơn vị đóng (21,5%)", "Người đóng (10,5%)", "Tổng số phải nộp"],
    ]
    rows += [[1, "A", 92_430, 19_872, 9_705, 29_577], [2, "B", 318_744, 68_530, 33_468, 101_998]]
    rows += [[3, "C", 95_220, 20_472, 9_998, 30_470], [4, "D", 325_116, 69_900, 34_137, 104_037]]
    assert (doubts(reading(book(rows))), _failing(rows)) == ([], 0)
    rows[-1][-1] = 704_037
    assert (doubts(reading(book(rows))), _failing(rows)) == ([], 1)


def test_numbers_of_lines_without_a_heading_are_the_codes_and_those_of_projects_are_not() -> None:
    rows = [["ĐVT: đồng"], [None, "Tên dự án", "Mã dự án", "Kế hoạch"], ["I", "Giao thông", None, 964]]
    rows += [[1, "Đường", "7712045", 250], [2, "Cầu", "7845512", 400], [3, "Kè", "7690377", 314]]
    rows += [["II", "Thủy lợi", None, 768], [1, "Hồ", "7333981", 620], [2, "Đê", "7901124", 148]]
    assert lines(reading(book(rows)))[:2] == ["I Giao thông | 964", "  1 Đường | 250"]


def test_the_total_of_a_month_is_that_of_the_lines_above_though_they_are_numbered_through() -> None:
    rows = [["ĐVT: đồng"], ["STT", "Nội dung", "Số tiền"], [1, "Nước", 1_250], [2, "Phông", 3_800], [3, "Đoàn", 6_475]]
    rows += [[None, "Cộng tháng 10", 11_465], [4, "Tổng kết", 5_260], [5, "Kết nghĩa", 4_733]]
    rows += [[None, "Cộng tháng 11", 9_993], [None, "Tổng cộng", 21_458]]
    loaded = reading(book(rows))
    assert [line for line in lines(loaded) if line.startswith("Cộng")] == [
        "Cộng tháng 10 | 11465",
        "Cộng tháng 11 | 9993",
    ]


def test_a_last_line_that_spans_the_years_of_all_lines_is_their_total() -> None:
    rows = [
        ["Năm", "Tổng số (đồng)", "Tỉnh", "Huyện"],
        *([f"Năm {2021 + at}", 91 + at, 54, 37 + at] for at in range(3)),
    ]
    for county in (114, 141):
        loaded = reading(book([*rows, ["Giai đoạn 2021-2023", 276, 162, county]]))
        assert lines(loaded)[-1] == f"declared | 276 162 {county}"
        assert (doubts(loaded), len(audit(loaded.plan).failing)) == ([], 2 * (county == 141))
    assert lines(reading(book([*rows, ["Giai đoạn 2021-2024", 276, 162, 141]])))[-1].startswith("Giai đoạn")


def test_a_total_heads_the_lines_that_are_indented_behind_it_where_half_of_its_sums_hold() -> None:
    rows = [["Nội dung", "Dự kiến (đồng)", "Thực hiện"], ["Tổng thu", 548, 413], ["   Vé", 241, 217]]
    rows += [
        ["   Tài trợ", 307, 196],
        ["Tổng chi", 758, 733],
        ["   Sân khấu", 327, 359],
        ["   Truyền thông", 431, 3740],
    ]
    assert lines(reading(book(rows))) == [
        "Tổng thu | 548 413", "  Vé | 241 217", "  Tài trợ | 307 196",
        "Tổng chi | 758 733", "  Sân khấu | 327 359", "  Truyền thông | 431 3740",
    ]  # fmt: skip


def test_words_that_begin_like_totals_name_lines() -> None:
    names = ["Điện tim đồ", "Tổng phân tích tế bào máu", "Siêu âm", "Tổng quan"]
    rows = "\n".join(f"{name};{price}.{price}00" for price, name in enumerate(names, 3))
    assert [line.partition(" |")[0] for line in lines(reading(f"Dịch vụ;Giá (đồng)\n{rows}\n", "a.csv"))] == names


def test_a_subtotal_takes_in_the_lines_without_figures_that_count_up_to_its_first() -> None:
    rows = [["TT", "Nội dung", "Dự toán", "Thực hiện"], ["I", "Phần chi", None, None], [1, "Lương", None, None]]
    rows += [[2, "Phụ cấp", 4_812_600, 4_205_300], [3, "Phong trào", 2_113_450, 1_987_250]]
    rows += [[None, "Cộng chi", 6_926_050, 6_192_550], [4, "Nộp cấp trên", 1_520_400, 1_330_700]]
    rows += [[None, "Tổng cộng (I)", 8_446_450, 7_523_250], ["II", "Dự phòng", 310_000, 275_000]]
    loaded = reading(book([["ĐVT: đồng"], *rows]))
    assert [line.split(" |")[0] for line in lines(loaded)] == [
        "I Phần chi", "  Cộng chi", "    1 Lương", "    2 Phụ cấp", "    3 Phong trào", "  4 Nộp cấp trên",
        "II Dự phòng",
    ]  # fmt: skip
    assert doubts(loaded) == []


QUOTE: Rows = [["STT", "Nội dung", "Số tiền (đồng)"], [1, "Máy in", 12400], [2, "Bàn ghế", 3100], [3, "Tủ", 9700]]


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        (
            [("Chiết khấu 10%", 2520), ("Cộng sau chiết khấu", 22680), ("Thuế", 2268), ("Tổng cộng", 24948)],
            ["Cộng sau chiết khấu", "  Cộng", *["    ."] * 3, "  Chiết khấu 10% [deduction]", "Thuế", "declared"],
        ),
        (
            [("Giá trước chiết khấu", 27720), ("Chiết khấu", 2772), ("Tổng cộng", 24948)],
            ["Cộng", *["  ."] * 3, "Tổng cộng", "  Giá trước chiết khấu", "  Chiết khấu [deduction]"],
        ),
        ([("Chiết khấu", 2520), ("Tổng cộng", 22680)], ["Cộng", *["  ."] * 3, "Chiết khấu [deduction]", "declared"]),
    ],
)
def test_a_total_behind_a_discount_is_what_is_left(rest: list[tuple[str, int]], found: list[str]) -> None:
    loaded = reading(book([*QUOTE, [None, "Cộng", 25200], *([None, *row] for row in rest)]))
    names = [line.split(" | ")[0] for line in lines(loaded)]
    assert [re.sub(r"^( *)\d .*", r"\1.", name) for name in names] == found
    assert doubts(loaded) == []
    assert not audit(loaded.plan).failing


def test_a_total_is_less_only_what_says_that_it_is_taken_away() -> None:
    loaded = reading(book([*QUOTE, [None, "Cộng", 25200], [None, "Giao hàng", 2520], [None, "Tổng cộng", 22680]]))
    assert "SX513" in doubts(loaded)


@pytest.mark.parametrize(("formula", "told"), [("=C8+C9", False), ("=C8*1", True)])
def test_formulas_of_the_last_total_tell_its_lines(formula: str, told: bool) -> None:
    rows = [*QUOTE, [None, "Cộng", 25200], [None, "Tỷ giá", 7]]
    rows += [[None, "Quy ra đồng", 176400], [None, "Thuế", 17640], [None, "Tổng cộng", formula]]
    loaded = reading(calculated(book([*rows[:6], [None, "Phí", 31], *rows[6:]]), {"C10": 194040}))
    assert lines(loaded)[-3:] == ["Tổng cộng | 194040", "  Quy ra đồng | 176400", "  Thuế | 17640"]
    assert loaded.sheet is not None
    messages = [doubt.message.en for doubt in loaded.sheet.understanding.doubts if doubt.message]
    assert any("not clear which lines" in message for message in messages) is told


@pytest.mark.parametrize(("text", "title"), [("Tỷ giá", "Tỷ giá"), ("Mục IV", ""), ("TK 11", "")])
def test_a_few_words_in_the_column_of_numbers_are_the_title_of_a_row_without_another(text: str, title: str) -> None:
    loaded = reading(book([*QUOTE, [text, None, 26395]], merged=["A5:B5"]))
    assert loaded.plan.lines.titles[-1] == title


@pytest.mark.parametrize("codes", [("A", "B"), ("I", "II"), (None, None)])
def test_what_goes_out_is_no_total_of_what_comes_in_though_it_is_as_much(codes: tuple[str | None, ...]) -> None:
    came = [[codes[0], "Tổng thu", 7658], [1, "Học phí", 779], [2, "Thu khác", 6879]]
    loaded = reading(book([QUOTE[0], *came, [codes[1], "Tổng chi", 7658]]))
    assert [line.split(" | ")[0].strip(" ABI") for line in lines(loaded)] == [
        "Tổng thu", "1 Học phí", "2 Thu khác", "Tổng chi",
    ]  # fmt: skip
    assert not lines(loaded)[3].startswith(" ")


def test_a_grand_total_numbered_behind_the_only_section_is_its_total() -> None:
    rows = [["A", "Chi đầu tư", 7658], [1, "Đường", 779], [2, "Trường", 6879], ["B", "Tổng cộng", 7658]]
    assert lines(reading(book([QUOTE[0], *rows])))[-1] == "declared | 7658"


@pytest.mark.parametrize("quote", ["", "'", "“"])
@pytest.mark.parametrize(("first", "level"), [(2100, "  "), (600, "    ")])
def test_bullets_below_a_line_whose_title_begins_with_one_stand_where_sums_hold(
    quote: str, first: int, level: str
) -> None:
    """Beside it where the line above adds all of them; a quote keeps a dash from being a formula."""
    rows = [[1, "Học thêm", first + 600 * (first > 600)], ["a", f"{quote}- Dạy", first]]
    rows += [[None, f"{quote}- Quản lý", 460], [None, f"{quote}- Sửa chữa", 140]]
    rows += [[2, "Khác", 300], [None, f"{quote}- Xe", 200], [None, f"{quote}- Điện", 100]]
    loaded = reading(book([QUOTE[0], *rows]))
    assert lines(loaded)[2:4] == [f"{level}{quote}- Quản lý | 460", f"{level}{quote}- Sửa chữa | 140"]
    assert doubts(loaded) == [] and not audit(loaded.plan).failing


@pytest.mark.parametrize(
    ("second", "first"), [(["No", None, "(Plan)"], "A Tổng thu | 900"), (["No", None, 5], "No | 5")]
)
def test_a_heading_of_numbers_below_another_is_one_more_row_of_the_header(second: list[object], first: str) -> None:
    rows = [["A", "Tổng thu", 900], [1, "Thuế", 500], [2, "Phí", 400]]
    loaded = reading(book([QUOTE[0], second, *rows]))
    assert first in lines(loaded)
    assert "SX511" not in doubts(loaded)


def test_a_quote_before_a_number_is_no_part_of_it() -> None:
    """As for figures: spreadsheets do not show it, but programs write it out."""
    rows = [["'1", "Thu nước", 800], ["'1.1", "Lớp 1", 500], ["'1.2", "Lớp 2", 300], ["'2", "Thu học thêm", 900]]
    loaded = reading(book([QUOTE[0], *rows]))
    assert [line[:2] for line in lines(loaded)] == ["'1", "  ", "  ", "'2"]
    assert doubts(loaded) == []


PARTS: Rows = [
    ["Khoản mục", "Số tiền (đồng)"],
    ["I. PHẦN THU"], ["Tồn quỹ chuyển sang", 1_250_000], ["Hội phí", 19_000_000], ["Ủng hộ", 3_000_000],
    ["Cộng thu", 23_250_000],
    ["II. PHẦN CHI"], ["Thăm hỏi", 2_500_000], ["Đại hội", 9_700_000], ["Sửa nhà kho", 5_700_000],
    ["Cộng chi", 17_900_000],
    ["III. CÒN LẠI (I-II)", 5_350_000],
]  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({}, []),
        ({4: None, 9: None}, ["I. PHẦN THU", "II. PHẦN CHI"]),  # neither total is the sum of anything
        ({11: 5_650_000}, ["III. CÒN LẠI (I-II)"]),  # a digit of few: the table says which lines it is
    ],
)
def test_a_total_is_that_of_the_part_that_it_names_though_no_sum_holds(wrong: dict[int, object], told: object) -> None:
    rows = [[row[0], wrong[at] if at in wrong else row[1]] if len(row) > 1 else row for at, row in enumerate(PARTS)]
    loaded = reading(book(rows))
    assert [line.partition(" |")[0] for line in lines(loaded)] == [
        "I. PHẦN THU", "  Tồn quỹ chuyển sang", "  Hội phí", "  Ủng hộ",
        "II. PHẦN CHI", "  Thăm hỏi", "  Đại hội", "  Sửa nhà kho", "III. CÒN LẠI (I-II) [memo] [= #1 - #2]",
    ]  # fmt: skip
    assert [
        loaded.plan.lines.titles[one.sum.whole % (len(loaded.plan.lines) + 1)] for one in audit(loaded.plan).failing
    ] == told


@pytest.mark.parametrize(
    ("first", "doubted"),
    [
        ([3_200_000, 2_913_407], False),  # another figure is wrong in each column: the sums are off by a little
        ([9_900_000, 700_000], True),  # it is far from what the lines come to: they may be no parts of it
    ],
)
def test_a_line_that_all_others_stand_below_is_their_sum_where_it_is_near(first: list[int], doubted: bool) -> None:
    rows = [["STT", "Nội dung chi", "Dự toán (đồng)", "Quyết toán"], [None, "TỔNG CHI", *first]]
    rows += [["A", "Đầu tư", 1_500_000, 1_480_000], [1, "Cầu", 900_000, 885_000], [2, "Cống", 600_000, 595_000]]
    rows += [
        ["B", "Thường xuyên", 1_600_000, 1_433_400],
        [1, "Lương", 1_100_000, 932_400],
        [2, "Xã hội", 500_000, 501_000],
    ]
    loaded = reading(book([*rows, ["C", "Dự phòng", 200_000, 0]]))
    assert [line.partition(" |")[0] for line in lines(loaded)][:2] == ["TỔNG CHI", "  A Đầu tư"]
    assert len(subject_of(loaded.plan, loaded.sheet).audit.failing) == (0 if doubted else 2)


@pytest.mark.parametrize(("stated", "its"), [(24_973_000, True), (31_000_000, False)])
def test_a_total_behind_a_numbered_list_is_that_of_the_list_where_it_is_near(stated: int, its: bool) -> None:
    rows = [
        ["STT", "Tên hàng", "Thành tiền (đồng)"],
        [1, "Giấy", 11_700_000],
        [2, "Mực", 11_100_000],
        [3, "Bìa", 2_170_000],
    ]
    loaded = reading(
        book([*rows, [None, "Cộng", stated], [None, "Thuế VAT 8%", 1_997_600], [None, "Tổng cộng", 26_967_600]])
    )
    assert [line.partition(" |")[0] for line in lines(loaded)][:2] == (
        ["Cộng", "  1 Giấy"] if its else ["1 Giấy", "2 Mực"]
    )


def test_what_says_trong_do_right_below_the_total_is_no_part_of_it_beside_numbered_lines() -> None:
    rows = [["ĐVT: triệu đồng"], ["STT", "Nội dung", "Kế hoạch", "Giải ngân"], [None, "TỔNG SỐ", 170, 97]]
    rows += [[None, "Trong đó: Vốn trung ương", 90, 55], ["I", "Ban Giao thông", 90, 60], ["-", "Vốn tỉnh", 90, 60]]
    rows += [["II", "Ban Dân dụng", 50, 25], ["III", "Thị xã", 30, 12]]
    assert lines(reading(book(rows)))[:3] == [
        "TỔNG SỐ | 170 97", "  Trong đó: Vốn trung ương [of-which] | 90 55", "  I Ban Giao thông | 90 60",
    ]  # fmt: skip


def test_what_says_so_first_is_a_part_where_the_total_adds_it() -> None:
    rows = [["ĐVT: triệu đồng"], ["STT", "Nội dung", "Kế hoạch", "Giải ngân"], [None, "TỔNG SỐ", 170, 97]]
    rows += [[None, "Trong đó: Vốn vay", 90, 55], ["I", "Ban Giao thông", 50, 30], ["II", "Thị xã", 30, 12]]
    assert lines(reading(book(rows)))[1] == "  Trong đó: Vốn vay | 90 55"


def test_a_rule_that_is_stated_is_kept_where_half_of_a_short_list_agree() -> None:
    rows: Rows = [["ĐVT: đồng"], ["STT", "Họ và tên", "Tàu xe", "Lưu trú", "Nghỉ", "Cộng"]]
    rows += [["A", "B", "1", "2", "3", "4=1+2+3"], [1, "An", 420_000, 600_000, 900_000, 1_920_000]]
    rows += [[2, "Bé", 380_000, 40_000, 600_000, 1_380_000], [3, "Hà", 1_250_000, 800_000, 1_200_000, 3_250_000]]
    rows += [[4, "Tú", None, 400_000, 600_000, 1_000_000], [5, "Mai", 515_000, 600_000, 900_000, 2_051_000]]
    rows += [[None, "Tổng cộng", 2_556_000, 2_800_000, 4_200_000, 9_565_000]]
    assert doubts(reading(book(rows))) == []
    assert _failing(rows) == 6  # the three slips across, and three totals
