"""Tables in plain text: rows are found where one way only leads to them, and refused where not."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject as Data
from transcripts import HEADINGS, letter, one_cell_a_line

from sxtdbv_cli.files import txt
from sxtdbv_cli.files.read import read
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.grid import Grid, Span
from sxtdbv_cli.text.language import Language
from sxtdbv_cli.text.numbers import write_amount

PLAN = read(str(Path(__file__).parents[2] / "data/plan_2022_2025.yaml")).plan
LINES = PLAN.lines


def grid(text: str, name: str = "x.txt") -> Grid:
    found = txt.grids(text.encode(), name)
    assert len(found) == 1
    return found[0]


def texts(found: Grid) -> list[list[str]]:
    return [["" if cell is None else cell.text for cell in row] for row in found.rows]


def refusal(text: str) -> str:
    with pytest.raises(Unreadable) as caught:
        grid(text)
    fault = caught.value.faults[0]
    assert fault.place.line
    return fault.message.say(Language.EN, fault.facts)


def plan_rows() -> list[list[str]]:
    """The lines of the real plan as rows of texts."""
    rows = []
    for number, title in enumerate(LINES.titles):
        amounts = [column[number] for column in LINES.amounts]
        shown = ["" if amount is None else write_amount(amount) for amount in amounts]
        rows.append([LINES.codes[number] or "", title, LINES.schedules[number] or "", *shown, ""])
    return rows


@pytest.mark.parametrize("lead", [False, True])
def test_the_real_plan_is_read_cell_for_cell(lead: bool) -> None:
    rows = plan_rows()
    found = grid(letter(one_cell_a_line([HEADINGS, *rows], lead=lead)))
    start = next(row for row, cells in enumerate(found.rows) if cells[0] is not None and cells[0].text == "STT")
    assert texts(found)[start] == [heading.replace("\n", " ") for heading in HEADINGS]
    assert texts(found)[start + 1 :] == rows
    heads = [row[0] for row in texts(found)[:start]]
    assert heads[:3] == ["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI", "Số: 160/KH-UBND"]
    assert heads[-2:] == ["PHỤ LỤC:", "TỔNG HỢP CÁC NHIỆM VỤ"]
    assert found.remarks == []


def test_a_transcript_that_breaks_off_says_so() -> None:
    text = letter(one_cell_a_line([HEADINGS, *plan_rows()])).rstrip("|\n")
    assert texts(grid(text))[-1] == plan_rows()[-1][:-1]
    found = grid("|".join(text.split("|")[:-2]))
    assert texts(found)[-1] == plan_rows()[-1][:-3]
    assert [(remark.code, remark.facts) for remark in found.remarks] == [("SX522", {"missing": 3})]


def test_a_place_is_that_of_the_line() -> None:
    text = one_cell_a_line([HEADINGS, *plan_rows()])
    found = grid(text)
    assert (str(found.place(1, 1)), str(found.place(1, 2))) == ("x.txt:29:1", "x.txt:30:2")
    assert text.splitlines()[28] == "Sở Công Thương"


TWO_ROWS = """Mẫu biểu số 03

*Đơn
vị: Triệu đồng.*

|
**STT**
|
**Nội dung**
|
**Năm 2025**
|
**Dự toán năm 2026**
|
**So sánh 2026 với 2025**
|
|
**Dự toán**
|
**Ước thực hiện**
|
|
*A*
|
*B*
|
*1*
|
*2*
|
*3*
|
*4=3/2*
|
|
|
**TỔNG
THU (I+II)**
|
**9.415**
|
**10.643**
|
10.631
|
*99,9*
|
|
I
|
Thuế
|
9.015
|
10.043
|
10.031
|
99,9
|
|
II
|
Phí
|
400
|
600
|
600
|
-
|

(1) Ghi chú cuối bảng
"""


def test_merged_cells_of_a_header_are_worked_out_and_said() -> None:
    found = grid(TWO_ROWS)
    assert texts(found) == [
        ["Mẫu biểu số 03"],
        ["Đơn vị: Triệu đồng."],
        ["STT", "Nội dung", "Năm 2025", "", "Dự toán năm 2026", "So sánh 2026 với 2025"],
        ["", "", "Dự toán", "Ước thực hiện", "", ""],
        ["A", "B", "1", "2", "3", "4=3/2"],
        ["", "TỔNG THU (I+II)", "9.415", "10.643", "10.631", "99,9"],
        ["I", "Thuế", "9.015", "10.043", "10.031", "99,9"],
        ["II", "Phí", "400", "600", "600", "-"],
        [],
        ["(1) Ghi chú cuối bảng"],
    ]
    assert Span(2, 2, 2, 3) in found.merged
    assert Span(2, 0, 3, 0) in found.merged
    assert [(remark.code, remark.row, remark.column) for remark in found.remarks] == [("SX522", 2, 2)]


def test_a_header_that_can_be_divided_in_several_ways_is_refused() -> None:
    text = TWO_ROWS.replace("**Dự toán**", "**Vốn trong nước**").replace("**Ước thực hiện**", "**Vốn ngoài nước**")
    assert "several ways" in refusal(text)


def test_a_row_without_one_of_its_blanks_is_refused() -> None:
    rows = plan_rows()
    text = one_cell_a_line([HEADINGS, *rows[:6], rows[6][:-3], *rows[7:]])
    assert "no number of columns" in refusal(text)
    for lead, lost in ((False, 2), (True, 8)):
        short = [*rows[8][:lost], *rows[8][lost + 1 :]]
        text = one_cell_a_line([HEADINGS, *rows[:8], short, *rows[9:]], lead=lead)
        assert ("no way to cut" if lead else "no number of columns") in refusal(f"|\n{text}" if lead else text)


def padded(row: Iterable[str], columns: int) -> list[str]:
    return [*row, *[""] * columns][:columns]


RATES = (
    ("STT", "Nội dung chi", "Mức chi", "Đơn vị tính", "Ghi chú"),
    ("1", "Hội đồng chấm", ""),
    ("", "- Chủ tịch", "500", "người/ngày", ""),
    ("", "- Thư ký", "350", "người/ngày", ""),
    ("2", "Ban đề", ""),
    ("** **", "- Trưởng ban", "450", "người/ngày", "mỗi đợt"),
)


def test_a_row_without_one_of_its_blanks_keeps_its_amounts_or_is_refused() -> None:
    rows, told = plan_rows(), 0
    for at, lost in ((at, lost) for at, row in enumerate(rows) for lost in range(2, 9) if not row[lost]):
        short = [*rows[at][:lost], *rows[at][lost + 1 :]]
        text = "|\n" + one_cell_a_line([HEADINGS, *rows[:at], short, *rows[at + 1 :]], lead=True)
        try:
            found = texts(grid(text))
        except Unreadable:
            continue
        told += 1
        assert found[at + 1][3:8] == rows[at][3:8]
    assert told > 5


def test_the_rows_of_sections_may_have_merged_cells() -> None:
    found = grid("|\n" + one_cell_a_line(RATES, lead=True) + "\n\nHết")
    assert texts(found)[0] == list(RATES[0])
    assert texts(found)[1:-2] == [padded(("" if cell == "** **" else cell for cell in row), 5) for row in RATES[1:]]
    assert texts(found)[-1] == ["Hết"]


def test_a_text_that_breaks_off_behind_a_section_is_refused() -> None:
    assert "how many columns" in refusal("|\n" + one_cell_a_line(RATES[:5], lead=True))
    assert "no way to cut" in refusal("|\n" + one_cell_a_line(RATES, lead=True) + "\n|\n3")


def test_a_table_of_titles_without_codes() -> None:
    rows = [
        ("Nội dung", "Năm 2025", "Năm 2026"),
        ("Học bổng", "1.200", "1.300"),
        ("Sách", "", "450"),
        ("Phòng", "80", ""),
    ]
    found = grid("ĐVT: triệu đồng\n|\n" + one_cell_a_line(rows, lead=True))
    assert texts(found)[1:] == [list(row) for row in rows]
    assert "how many columns" in refusal(one_cell_a_line(rows))


def test_a_table_whose_codes_are_called_otherwise() -> None:
    rows = [
        ["Mã số", "Chỉ tiêu", "Năm trước", "Năm nay"],
        ["01", "I. Số dư chuyển sang", "15.000", "22.000"],
        ["02", "II. Dự toán giao", "850.000", "910.000"],
        ["03", "III. Tổng số", "865.000", "932.000"],
    ]
    assert texts(grid(f"BIỂU TỔNG HỢP\n\n{one_cell_a_line(rows, lead=True)}"))[-4:] == rows


def test_a_figure_behind_a_merged_cell_is_read_where_one_column_only_can_hold_it() -> None:
    """What follows may lack its first cell, or the row a cell before the figure: that would be the column of units."""
    rows = [*RATES[:2], ("3", "Cộng", "1.300", ""), *RATES[2:]]
    found = grid("|\n" + one_cell_a_line(rows, lead=True))
    assert texts(found)[2] == ["3", "Cộng", "1.300", "", ""]
    assert [remark.code for remark in found.remarks] == ["SX522"]
    two = [
        (*row[:3], row[3] and row[3].replace("người/ngày", "40").replace("Đơn vị tính", "2025"), *row[4:])
        for row in rows
        if len(row) > 3
    ]
    assert "no number of columns" in refusal("|\n" + one_cell_a_line(two, lead=True))


def test_cells_that_reach_down_are_missing_in_the_rows_below() -> None:
    rows = [
        ("TT", "Nội dung", "Mức chi", "ĐVT", "Ghi chú"),
        ("4.1", "- Đơn:", "", "", ""),
        ("+ Giải nhất", "400", "Giải", ""),
        ("+ Giải nhì", "320", "Giải", ""),
        ("", "- Đôi:", "", "", ""),
        ("4.2", "+ Giải nhất", "520", "Giải", ""),
        ("5", "Chi khác", "theo thực tế", ""),
        ("6", "Tàu xe", "25", "Người", "đi về"),
    ]
    found = grid("|\n" + one_cell_a_line(rows, lead=True) + "\n")
    assert [padded(row, 5) for row in texts(found)] == [
        *(list(row) for row in rows[:2]),
        ["", *rows[2]],
        ["", *rows[3]],
        *(padded(row, 5) for row in rows[4:]),
    ]
    assert [remark.code for remark in found.remarks] == ["SX522"]


def test_two_cells_may_reach_down() -> None:
    rows = [
        ("Số TT", "Kỳ thi", "Nội dung chi", "Mức chi", "ĐVT", "Ghi chú"),
        ("I", "Tốt nghiệp", "1. Ban chỉ đạo", ""),
        ("- Trưởng ban", "692", "người/ngày", ""),
        ("- Ủy viên", "554", "người/ngày", ""),
        ("2. Hội đồng", ""),
        ("- Chủ tịch", "692", "người/ngày", ""),
    ]
    found = grid("|\n" + one_cell_a_line(rows, lead=True) + "\n\nHết")
    assert texts(found)[1:-2] == [
        ["I", "Tốt nghiệp", "1. Ban chỉ đạo", "", "", ""],
        ["", "", *rows[2]],
        ["", "", *rows[3]],
        ["", "", "2. Hội đồng", "", "", ""],
        ["", "", *rows[5]],
    ]


MONITORING = [
    ("TT", "Chỉ tiêu", "Tần suất", "Số mẫu", "Đơn giá", "Thành tiền", "Ghi chú"),
    ("I", "Vùng nuôi tôm", "310.000", ""),
    ("-", "pH", "3 (đợt/năm)", "2", "50.000", "300.000", ""),
    ("-", "Độ mặn", "", "1", "10.000", "10.000", "giá 2018"),
    ("II", "Vùng nuôi cá", "60.000", ""),
    ("-", "Nhiệt độ", "", "2", "20.000", "40.000", ""),
    ("-", "Độ kiềm", "", "1", "20.000", "20.000", ""),
]


def test_a_title_that_covers_columns_is_believed_where_sums_prove_it() -> None:
    found = grid("|\n" + one_cell_a_line(MONITORING, lead=True) + "\n")
    assert texts(found)[1] == ["I", "Vùng nuôi tôm", "", "", "", "310.000", ""]
    assert texts(found)[4] == ["II", "Vùng nuôi cá", "", "", "", "60.000", ""]
    assert [remark.facts for remark in found.remarks] == [{"rows": 2}]
    wrong = [*MONITORING[:1], ("I", "Vùng nuôi tôm", "999.000", ""), *MONITORING[2:]]
    assert "no way to cut" in refusal("|\n" + one_cell_a_line(wrong, lead=True))


def test_a_title_that_covers_columns_may_keep_their_blanks() -> None:
    """Its figure stands behind it in the text, in the column of frequencies; they are counts here and words there."""
    fairs = [
        ("III", "Hội nghị", "9.000.000", "", "", "", ""),
        ("1", "Thuê hội trường", "Ngày", "2", "2.500.000", "5.000.000", ""),
        ("2", "Nước uống", "Người", "100", "40.000", "4.000.000", "2 buổi"),
    ]
    counted = [(*row[:2], "2" if row[2] == "" else row[2], *row[3:]) for row in MONITORING]
    found = grid("|\n" + one_cell_a_line([*counted, *fairs], lead=True) + "\n")
    assert [texts(found)[at] for at in (1, 7)] == [
        ["I", "Vùng nuôi tôm", "", "", "", "310.000", ""],
        ["III", "Hội nghị", "", "", "", "9.000.000", ""],
    ]
    assert texts(found)[8:] == [list(row) for row in fairs[1:]]
    assert [remark.facts for remark in found.remarks] == [{"rows": 3}]


PAGE = """Văn bản này chưa cập nhật nội dung tiếng Anh
Ban hành: 16/06/2025
|
NỘI DUNG SỬA ĐỔI, HƯỚNG DẪN
|
|
**Điện thoại:**
|
(024) 3123 4567
|
|
Xin lỗi Quý khách vì sự bất tiện này"""


def test_a_table_ends_where_the_page_around_it_goes_on() -> None:
    """The text below has bars as well; where a figure stands behind one it is no such text."""
    rows = [("STT", "Địa phương", "Kinh phí"), ("", "TỔNG", "5.300"), ("1", "Xã A", "3.100"), ("2", "Xã B", "2.200")]
    table = one_cell_a_line(rows, lead=True)
    found = grid(f"Đơn vị: Triệu đồng\n{table}\n{PAGE}")
    assert texts(found)[1:5] == [list(row) for row in rows]
    assert ["NỘI DUNG SỬA ĐỔI, HƯỚNG DẪN"] in texts(found)
    assert ["(024) 3123 4567"] in texts(found)
    assert "no way to cut" in refusal(f"Đơn vị: Triệu đồng\n{table}\n{PAGE.replace('(024) 3123 4567', '1.200')}")


def test_the_row_that_numbers_the_columns_says_how_many_there_are() -> None:
    """The outcome is that of the year that runs; the other years cannot stand over it."""
    top = ("STT", "Nội dung", "ĐVT", "Năm hiện hành 2025", "Năm 2026", "Năm 2027")
    rows = [
        top,
        ("Kế hoạch", "Ước thực hiện"),
        tuple("1234567"),
        ("1", "Dân số", "người", "5", "", "7", "8"),
        ("2", "Cơ cấu"),
    ]
    rows.append(("", "- Công nghiệp", "%", "34,48", "34,5", "33,31", "31,76"))
    found = grid("|\n" + one_cell_a_line(rows, lead=True) + "\n\nHết")
    assert texts(found)[:2] == [
        ["STT", "Nội dung", "ĐVT", "Năm hiện hành 2025", "", "Năm 2026", "Năm 2027"],
        ["", "", "", "Kế hoạch", "Ước thực hiện", "", ""],
    ]
    assert texts(found)[4] == ["2", "Cơ cấu", "", "", "", "", ""]


def test_the_rule_of_markdown_says_what_is_a_header() -> None:
    found = grid("Gastos\n\n| Partida | Importe |\n|---|--:|\n| Salarios | 1.500,00 |\n", "x.md")
    assert found.headers == {1}


def test_a_line_of_text_with_bars_is_no_row_of_the_markdown_table_below_it() -> None:
    found = grid("*Mẫu:* BM-03 | *Số:* 12\n\n| Dịch vụ | Thuế | Tiền |\n|---|--:|--:|\n| Cước | 20 | 220 |\n", "x.md")
    assert texts(found) == [["Mẫu: BM-03", "Số: 12"], [], [], [], *texts(found)[4:]]
    assert found.headers == {4}


def test_a_bar_that_frames_no_other_row_borders_a_blank_cell() -> None:
    rows = ["STT | Nội dung | Năm 2024 | Năm 2025", "| Tổng số | 30 | 40", "1 | Tập huấn | 10 |", "2 | Họp | 20 | 40"]
    assert texts(grid("\n".join(rows)))[1:3] == [["", "Tổng số", "30", "40"], ["1", "Tập huấn", "10", ""]]


def test_a_bar_before_few_rows_of_a_markdown_table_borders_a_blank_cell() -> None:
    rows = ["TT | Nội dung | 2024 | 2025", "---|---|---|---", "1 | Hội thảo | 10 |", "2 | Họp | 20 |", "| - Loa | 5 |"]
    assert texts(grid("\n".join(rows), "x.md"))[3] == ["", "- Loa", "5"]
    framed = ["| Nội dung | 2024 | 2025 |", "|---|---|---|", "Hội thảo | 10 |", "Họp | 20 | 5 |", "| Tổng số | 30 |"]
    assert texts(grid("\n".join(framed), "x.md"))[3] == ["Tổng số", "30"]


def test_a_frame_is_none_of_the_cells() -> None:
    rows = ["| STT | Nội dung | 2024 |", "| | Tổng số | 30 |", "| 1 | Tập huấn | 30", "2 | Họp | |"]
    assert texts(grid("\n".join(rows))) == [
        ["STT", "Nội dung", "2024"],
        ["", "Tổng số", "30"],
        ["1", "Tập huấn", "30"],
        ["2", "Họp", ""],
    ]


def test_rows_that_can_be_cut_in_two_ways_are_shown() -> None:
    rows = [RATES[0], RATES[2], ("I", "Ban chỉ đạo"), ("a", "Ban đề"), *RATES[2:4]]
    told = refusal("|\n" + one_cell_a_line(rows, lead=True) + "\n\nHết")
    assert "in two ways: “I ¦ Ban chỉ đạo" in told


def test_text_that_is_no_table_is_refused() -> None:
    assert "STT" in refusal("Tiêu đề\n|\nTập huấn\n|\n1.000\n|\n")
    assert "no number" in refusal("STT\n|\nTập huấn\n|\n1.000\n|\n")


FIVE = plan_rows()[:5]


def test_a_table_that_goes_on_is_one_and_others_are_not() -> None:
    table = one_cell_a_line([HEADINGS, *FIVE], lead=True)
    again, other = txt.grids(f"|\n{table}\n{table}\n\nPhụ lục 2\n\n{table}\n\nHết".encode(), "x.txt")
    assert texts(again) == 2 * [[heading.replace("\n", " ") for heading in HEADINGS], *FIVE]
    assert texts(other)[0] == ["Phụ lục 2"]
    assert texts(other)[2:] == [*FIVE, [], ["Hết"]]
    assert [again.name, other.name] == ["table 1", "table 2"]


def test_tables_without_bars_before_their_rows() -> None:
    table = one_cell_a_line([HEADINGS, *FIVE])
    first, second = txt.grids(f"{table}\nPhụ lục 2\n{table}".encode(), "x.txt")
    assert texts(first)[1:] == FIVE
    assert texts(second)[0] == ["Phụ lục 2"]
    assert texts(second)[2:] == FIVE


def test_a_table_that_cannot_be_read_is_told_beside_those_that_can() -> None:
    table = one_cell_a_line([HEADINGS, *FIVE])
    broken = one_cell_a_line([HEADINGS, *FIVE[:2], FIVE[2][:-4], *FIVE[3:]])
    (found,) = txt.grids(f"{broken}\nPhụ lục 2\n{table}".encode(), "x.txt")
    assert texts(found)[2:] == FIVE
    assert [(remark.code, remark.facts["line"]) for remark in found.remarks] == [("SX522", 1)]


def test_groups_of_years_are_told_from_other_groups() -> None:
    """Two merged cells stand over five; which stands over which three is told by what is a year."""
    top = ["STT", "Nội dung", "Năm hiện hành 2025", "Dự kiến 03 năm kế hoạch"]
    low = ["Dự toán giao", "Dự toán quyết định", "Đánh giá thực hiện", "Năm 2026", "Năm 2027", "Năm 2028"]
    marks = ["A", "B", *"123456"]
    rows = [["I", "Thu", *["1.000"] * 6], ["", "- Thuế", *["1.000"] * 6]]
    found = grid(one_cell_a_line([top, low, marks, *rows], lead=True))
    assert texts(found)[:2] == [
        ["STT", "Nội dung", "Năm hiện hành 2025", "", "", "Dự kiến 03 năm kế hoạch", "", ""],
        ["", "", *low],
    ]
    assert texts(found)[2:] == [marks, *rows]
    assert len(found.remarks) == 2


def test_a_span_of_years_stands_over_these_years() -> None:
    """None of the other cells of the row does, nor a span that leaves one of them out."""
    low = ["Năm 2026", "Năm 2027", "Năm 2028"]
    rows = [["1", "Cà phê", *["1.000"] * 4], ["-", "Diện tích", *["26.120"] * 4], ["-", "Sản lượng", *["37.724"] * 4]]
    for span, known in (("GIAI ĐOẠN 2026 - 2028", True), ("GIAI ĐOẠN 2026 - 2027", False)):
        text = "|\n" + one_cell_a_line([["TT", "Chỉ tiêu", "Năm 2025", span], low, *rows], lead=True)
        if known:
            assert texts(grid(text)) == [
                ["TT", "Chỉ tiêu", "Năm 2025", span, "", ""],
                ["", "", "", *low],
                *rows,
            ]
        else:
            assert "merged cells of the header" in refusal(text)


def test_the_row_that_numbers_the_columns_may_leave_out_the_first() -> None:
    pair = ["Lượng (tấn)", "Giá trị (nghìn USD)"]
    rows = [
        ["", "Tổng I + II", "", "12.700", "", "14.100"],
        ["I", "Nông sản", "", "12.000", "", "13.000"],
        ["1", "Xoài", "13.500", "7.000", "14.800", "7.800"],
        ["2", "Chè", "", "5.000", "10", "5.200"],
        ["II", "Xi măng", "60", "700", "", "1.100"],
    ]
    top = ["TT", "Sản phẩm", "Kế hoạch 2026", "Kế hoạch 2027"]
    found = grid("|\n" + one_cell_a_line([top, pair * 2, ["", *"12345"], *rows], lead=True))
    assert texts(found) == [
        ["TT", "Sản phẩm", "Kế hoạch 2026", "", "Kế hoạch 2027", ""],
        ["", "", *pair * 2],
        ["", *"12345"],
        *rows,
    ]


def test_a_header_of_three_rows() -> None:
    top = ["STT", "Nội dung", "Kinh phí", "Ghi chú"]
    middle = ["Tổng số", "Trong đó"]
    low = ["NSTW", "NSĐP", "Khác"]
    rows = [["I", "Tập huấn", "3.000", "1.000", "1.000", "1.000", ""], ["1", "In", "3.000", "", "3.000", "", "x"]]
    found = grid(one_cell_a_line([top, middle, low, *rows], lead=True))
    assert texts(found) == [
        ["STT", "Nội dung", "Kinh phí", "", "", "", "Ghi chú"],
        ["", "", "Tổng số", "Trong đó", "", "", ""],
        ["", "", "", *low, ""],
        *rows,
    ]
    spans = [Span(0, 0, 2, 0), Span(0, 1, 2, 1), Span(0, 2, 0, 5), Span(0, 6, 2, 6), Span(1, 2, 2, 2), Span(1, 3, 1, 5)]
    assert [span for span in found.merged if span.top < 2] == spans


def test_a_total_may_stand_where_others_have_a_code() -> None:
    rows = [["STT", "Tên hàng", "ĐVT", "Thành tiền"], ["1", "Bàn làm việc", "Bộ", "35.000.000"]]
    rows += [["2", "Ghế chờ", "Cái", "4.400.000"], ["TỔNG CỘNG", "", "", "39.400.000"]]
    assert texts(grid(one_cell_a_line(rows))) == rows


def test_a_pipe_table() -> None:
    found = grid(
        "# Dự toán\n\n| STT | Nội *dung* | 2022 |\n|---|:--|--:|\n| 1 | Chi A \\| B |  |\n| | **Tổng** | 5 |\n"
    )
    assert texts(found) == [["# Dự toán"], ["STT", "Nội dung", "2022"], ["1", "Chi A | B", ""], ["", "Tổng", "5"]]
    assert str(found.place(2, 1)) == "x.txt:5:7"
    assert "has 3 cells but the header only 2" in refusal("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n")


def test_a_table_pasted_from_a_workbook() -> None:
    found = grid("STT\tNội dung\t2022\n1\t Tập huấn\t\n\tTổng\t5\n")
    assert texts(found) == [["STT", "Nội dung", "2022"], ["1", "Tập huấn", ""], ["", "Tổng", "5"]]
    assert str(found.place(1, 1)) == "x.txt:2:4"


TITLE = st.text("abcdeghưởợộ -+*_", min_size=4, max_size=20).map(lambda text: f"Ab{' '.join(text.split())}".strip())
AMOUNT = st.one_of(st.just(""), st.integers(1000, 10**9).map(write_amount), st.just("0"))


@given(st.lists(st.tuples(TITLE, AMOUNT, AMOUNT, AMOUNT), min_size=2, max_size=8), st.booleans())
@settings(deadline=None, max_examples=100)
def test_a_transcript_is_read_exactly_or_refused(lines: list[tuple[str, ...]], lead: bool) -> None:
    """Whatever the cells hold, no amount ever changes its row or its column."""
    rows = [["STT", "Nội dung", "2022", "2023", "2024"], *([str(n), *line] for n, line in enumerate(lines, 1))]
    try:
        found = texts(grid(one_cell_a_line(rows, lead=lead, width=80)))
    except Unreadable:
        return
    assert [row[2:] for row in found] == [row[2:] for row in rows]


HEAD = ["STT", "Nội dung", "2022", "2023", "2024"]
BLANKS = st.lists(st.tuples(TITLE, AMOUNT, AMOUNT, AMOUNT), min_size=3, max_size=8)


@given(BLANKS, st.booleans(), st.data())
@settings(deadline=None, max_examples=100)
def test_a_missing_blank_is_never_filled_by_what_follows(lines: list[tuple[str, ...]], lead: bool, data: Data) -> None:
    """One blank cell is left out: the table is refused, or, in its last row, said to break off there; a section loses
    nothing."""
    rows = [[str(n), *line] for n, line in enumerate(lines, 1)]
    blanks = [(row, column) for row, cells in enumerate(rows) for column, cell in enumerate(cells) if not cell]
    if not blanks:
        return
    row, column = data.draw(st.sampled_from(blanks))
    del rows[row][column]
    try:
        found = grid(one_cell_a_line([HEAD, *rows], lead=lead, width=80))
    except Unreadable:
        return
    if found.remarks:
        assert row == len(rows) - 1
        assert [remark.code for remark in found.remarks] == ["SX522"]
    else:  # a row that says nothing but a code and a title says the same with one blank less
        assert lead
        assert not any(rows[row][2:])
        assert [padded(cells[2:], 3) for cells in texts(found)[1:]] == [padded(cells[2:], 3) for cells in rows]


PLAIN = TITLE.map(lambda text: text.translate(str.maketrans("*_", "xy")))
SECTION = st.tuples(st.sampled_from(["I", "2", "a"]), PLAIN, st.integers(0, 2))
ENTRY = st.tuples(st.sampled_from(["", "1", "b"]), PLAIN, AMOUNT, st.sampled_from(["", "người", "tiết"]), AMOUNT)


TWO_SECTIONS: list[tuple[object, ...]] = [
    *[("", "Tập huấn", "", "", "")] * 2,
    *[("", "Tập huấn", "1.000", "", "")] * 2,
    *[("I", "Tập huấn", 0)] * 2,
    ("", "Tập huấn", "", "", "0"),
]
"""Two sections behind each other, as long together as a row."""


@given(st.lists(SECTION | ENTRY, min_size=3, max_size=8))
@example(TWO_SECTIONS)
@settings(deadline=None, max_examples=200)
def test_sections_with_merged_cells_are_read_right_or_not_at_all(drawn: list[tuple[object, ...]]) -> None:
    """Sections have some of the blanks behind their titles only; what is read is what was written."""
    rows = [
        [str(row[0]), str(row[1]), *([""] * row[2] if isinstance(row[2], int) else map(str, row[2:]))] for row in drawn
    ]
    try:
        found = grid("|\n" + one_cell_a_line([["STT", "Nội dung", "Mức chi", "Đơn vị", "2025"], *rows], lead=True))
    except Unreadable:
        return
    assert [padded(row, 5) for row in texts(found)[1:]] == [padded(row, 5) for row in rows]


UNITS = st.sampled_from(["", "người/ngày", "tiết", "12 tháng"])
NOTES = st.sampled_from(["", "", "mỗi đợt"])
WHOLE = st.tuples(st.sampled_from(["1", "b", "1.2"]), PLAIN, AMOUNT, AMOUNT, UNITS, NOTES).map(lambda row: (row, row))
BELOW = st.tuples(PLAIN, AMOUNT, AMOUNT, UNITS, NOTES).map(lambda row: (row, ("", *row)))
HEADS = st.tuples(st.sampled_from(["I", "2", "a"]), PLAIN, st.integers(0, 3)).map(
    lambda row: 2 * ((*row[:2], *[""] * row[2]),)
)
ALONE = st.tuples(PLAIN, st.integers(0, 3)).map(lambda row: ((row[0], *[""] * row[1]), ("", row[0])))


@given(st.lists(WHOLE | BELOW | HEADS | ALONE, min_size=3, max_size=8), st.data())
@settings(deadline=None, max_examples=300)
def test_no_amount_of_a_table_with_merged_cells_changes_its_row_or_column(drawn: list[Any], data: Data) -> None:
    """Rows without cells that were merged, in any order, a blank cell lost here or there: read right or not at all."""
    drawn = [*drawn, 2 * (("9", "Chi khác", "1.500", "", "năm", ""),)]
    rows, meant = [list(row) for row, _ in drawn], [padded(row, 6) for _, row in drawn]
    lost = [(row, cell) for row, cells in enumerate(rows) for cell, text in enumerate(cells) if not text and cell > 1]
    if lost and data.draw(st.booleans()):
        row, cell = data.draw(st.sampled_from(lost))
        del rows[row][cell]
    heads = ["STT", "Nội dung", "Mức 1", "Mức 2", "Đơn vị", "Ghi chú"]
    try:
        found = grid("|\n" + one_cell_a_line([heads, *rows], lead=True, width=80))
    except Unreadable:
        return
    assert [padded(row, 6) for row in texts(found)[1:]] == meant


@given(st.text("|\n\tSTT 1.0-Aaộ\\*", max_size=60))
def test_no_text_is_a_traceback(text: str) -> None:
    try:
        txt.grids(text.encode(), "x.md")
    except Unreadable as error:
        assert error.faults


@pytest.mark.parametrize("amount", ["0", "1.000"])
def test_rows_that_are_as_long_as_others_by_chance_are_not_cut_where_no_row_begins(amount: str) -> None:
    """A row without its first cell that lost a blank, then one of a title, then a section: together as long as two."""
    for second in (["Ấp 1", "", "", "", ""], ["Ấp 1", "", "0", "", ""]):
        rows = [["Ấp 2", "", amount, ""], second, ["I", "Chi"], ["9", "Chi khác", "1.500", "", "năm", ""]]
        heads = ["STT", "Nội dung", "Mức 1", "Mức 2", "Đơn vị", "Ghi chú"]
        with pytest.raises(Unreadable):
            grid("|\n" + one_cell_a_line([heads, *rows], lead=True, width=80))


def test_no_row_below_stt_begins_with_words_before_others_or_with_an_amount_nor_ends_with_one_as_its_note() -> None:
    heads = ["STT", "Nội dung", "Mức 1", "Mức 2", "Đơn vị", "Ghi chú"]
    last = ["9", "Chi khác", "1.500", "năm", ""]
    notes = [["I", "Chi"], ["Ấp 1", "", "1.000", ""], ["Ấp 2", "", "", "", ""], [*last[:3], "", *last[3:]]]
    words = [["Ấp 2"], ["Ấp 1", "", "0", "", ""], ["1", "Chi", "1.000", "0", "", ""], last]
    amounts = [["2", "Chi", "", ""], ["Ấp", "", "1.000", "người/ngày"], ["2", "Ấp 1", ""], [*last[:3], "", *last[3:]]]
    for rows in (words, amounts, notes):
        with pytest.raises(Unreadable):
            grid("|\n" + one_cell_a_line([heads, *rows], lead=True, width=80))


def test_no_number_stands_below_titles_before_words_where_its_own_cell_is_blank() -> None:
    """A cell of two paragraphs, as of a school's fees, moves all cells behind it by one."""
    heads = ["STT", "Nội dung thu", "Mức thu", "Ghi chú"]
    fees = [["I", "Học phí", "75.000đ/trẻ 5T", "95.000đ/trẻ 4T", " "], ["II.", "Thỏa thuận", " ", " "]]
    fees += [[f"{at}.", f"Tiền ăn của trẻ bữa {at}", f"{at}3.000đ/trẻ/ngày", " "] for at in range(1, 6)]
    fees += [["III", "Thu hộ", " ", " "], ["6", "Quỹ", "20.000đ/trẻ/năm", " "], ["7", "Bảo hiểm", "100.000đ/trẻ/năm"]]
    with pytest.raises(Unreadable):
        grid("\n\n".join(cell for row in [heads, *fees] for cell in row))
    fees[0].pop(3)
    fees[-1].append(" ")
    assert texts(grid("\n\n".join(cell for row in [heads, *fees] for cell in row)))[3][1] == "Tiền ăn của trẻ bữa 1"
