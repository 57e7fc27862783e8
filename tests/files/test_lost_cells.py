"""Tables that were copied with their merged cells lost: the header by words and sums, short rows by what they hold."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from transcripts import one_cell_a_line

from sxtdbv_cli.files import txt
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.grid import Grid
from sxtdbv_cli.text.language import Language
from sxtdbv_cli.text.numbers import write_amount

Rows = Sequence[Sequence[str]]


def grid(text: str) -> Grid:
    (found,) = txt.grids(text.encode(), "x.txt")
    return found


def texts(found: Grid) -> list[list[str]]:
    return [["" if cell is None else cell.text for cell in row] for row in found.rows]


def tabbed(rows: Rows) -> str:
    return "\n".join("\t".join(row) for row in rows)


def barred(rows: Rows) -> str:
    """As another legal site prints tables: a bar behind each cell, a row on each line."""
    return "\n".join("".join(f"{cell} | " for cell in row).rstrip(" ") for row in rows)


def said(found: Grid) -> list[str]:
    return [remark.message.say(Language.EN, remark.facts) for remark in found.remarks if remark.message]


def refusal(text: str) -> str:
    with pytest.raises(Unreadable) as caught:
        grid(text)
    fault = caught.value.faults[0]
    return f"{fault.place}: {fault.message.say(Language.EN, fault.facts)}"


HEAD = ["TT", "Nội dung", "Chủ trì", "Tổng", "Năm 2024", "Năm 2025", "Ghi chú"]
LINES = [
    ["1", "In sổ tay", "Sở A", "1.300", "1.000", "300", ""],
    ["2", "Tập huấn", "Sở A", "2.500", "1.500", "1.000", "hai đợt"],
    ["3", "Kiểm tra", "Sở B", "70", "", "70", ""],
]
SUM = ["", "Tổng cộng", "", "3.870", "2.500", "1.370", ""]


@pytest.mark.parametrize("form", [tabbed, barred])
def test_a_total_whose_title_covers_columns_keeps_its_figures(form: object) -> None:
    assert callable(form)
    found = grid(form([HEAD, *LINES, ["Tổng cộng", *SUM[3:]]]))
    assert texts(found)[1:] == [*LINES, SUM]
    assert said(found) == [
        "1 row has fewer than 7 cells (some were merged, and lost in copying); the figures were put into the only "
        "columns where they agree with the other rows"
    ]
    assert str(found.place(4, 3)).startswith("x.txt:5:")


@pytest.mark.parametrize("form", [tabbed, barred])
def test_a_cell_that_reaches_down_is_missing_in_the_next_row(form: object) -> None:
    assert callable(form)
    short = [*LINES[1][:2], *LINES[1][3:]]
    assert texts(grid(form([HEAD, LINES[0], short, LINES[2]])))[2] == [*LINES[1][:2], "", *LINES[1][3:]]


def test_a_row_that_suits_two_places_is_refused() -> None:
    """Blanks at the end are written here, so that row lacks others, and its figure may be of either year."""
    assert refusal(tabbed([HEAD, *LINES, ["4", "Khác", "5"]])).startswith(
        "x.txt:5:1: this row has 3 cells, the table 7"
    )


def test_the_title_of_a_section_covers_columns_where_a_sum_proves_it() -> None:
    head = ["STT", "Nội dung", "Số lượng", "Đơn giá", "Thành tiền"]
    items = [["1", "Bàn", "10", "500", "5.000"], ["2", "Ghế", "12", "200", "2.400"]]
    rows = [head, ["I", "Mua sắm", "7.400"], *items, ["II", "Sửa chữa", "900"], ["1", "Cửa", "3", "300", "900"]]
    assert texts(grid(tabbed(rows)))[1] == ["I", "Mua sắm", "", "", "7.400"]
    assert texts(grid(tabbed(rows)))[4] == ["II", "Sửa chữa", "", "", "900"]
    unproven = grid(tabbed([head, ["I", "Mua sắm", "7.500"], *items]))
    assert texts(unproven)[1] == ["I", "Mua sắm", "7.500"]
    assert "read as if the last were missing" in said(unproven)[0]


TOP = ["STT", "Danh mục", "Tổng mức đầu tư", "Kế hoạch vốn 2024", "Ghi chú"]
LOW = ["Tổng số", "NSTW", "NSĐP"]
WORKS = [
    ["1", "Cầu A", "9.000", "3.000", "2.000", "1.000", ""],
    ["2", "Đường B", "8.000", "1.500", "", "1.500", "mới"],
    ["3", "Kè C", "4.100", "1.200", "1.200", "", ""],
]
SHOWN = [
    ["STT", "Danh mục", "Tổng mức đầu tư", "Kế hoạch vốn 2024", "", "", "Ghi chú"],
    ["", "", "", *LOW, ""],
]


@pytest.mark.parametrize("text", [tabbed([TOP, LOW, *WORKS]), barred([TOP, LOW, *WORKS]),
                                  tabbed([TOP, ["", "", "", *LOW], *WORKS])])  # fmt: skip
def test_the_sums_below_divide_a_header_in_rows_of_lines(text: str) -> None:
    """By its words *Tổng mức đầu tư* could stand over the three as well."""
    assert texts(grid(text)) == [*SHOWN, *WORKS]


def test_the_sums_below_divide_a_header_with_a_cell_a_line() -> None:
    assert texts(grid("|\n" + one_cell_a_line([TOP, LOW, *WORKS], lead=True)))[-5:] == [*SHOWN, *WORKS]
    unproven = [[*row[:3], row[3].replace("1", "7"), *row[4:]] for row in WORKS]
    assert "several ways" in refusal("|\n" + one_cell_a_line([TOP, LOW, *unproven], lead=True))
    assert "5 cells, the table 7 columns" in refusal(tabbed([TOP, LOW, *unproven]))


def test_a_total_before_groups_is_the_sum_of_all_of_them() -> None:
    top, low = ["STT", "Đơn vị", "Tổng số", "Cân đối", "MTQG"], ["Đầu tư", "Thường xuyên", "Tổng số", "Vốn A", "Vốn B"]
    rows = [
        ["1", "Huyện X", "812", "120", "560", "132", "98", "34"],
        ["2", "Huyện Y", "640", "85", "456", "99", "70", "29"],
    ]
    text = one_cell_a_line([top, low, *rows], lead=True)
    assert texts(grid("|\n" + text))[-4] == ["STT", "Đơn vị", "Tổng số", "Cân đối", "", "MTQG", "", ""]


def test_groups_that_differ_in_names_alone_are_told() -> None:
    """No sum depends on whether the two kinds stand under the first source or the second."""
    top, middle, low = ["TT", "Nội dung", "Tổng", "Trong đó"], ["NSTW", "NSĐP", "Khác"], ["Đầu tư", "Sự nghiệp"]
    rows = [["1", "Đường", "1.010", "500", "500", "10", ""], ["2", "Trường", "1.150", "700", "400", "", "50"]]
    found = grid("|\n" + one_cell_a_line([top, middle, low, *rows], lead=True))
    assert texts(found)[-2:] == rows
    assert "they may stand under “NSĐP”, “Khác” as well, and only the names" in said(found)[-1]


def test_large_figures_stand_under_no_percentage() -> None:
    heads = ["TT", "Nội dung", "Ước năm 2023", "Dự toán năm 2024", "So sánh (%)", *["Thu NSNN", "Thu NSĐP"] * 2]
    lines = [
        ["", "TỔNG THU", "1.972.900", "1.792.900", "2.126.600", "1.950.500", "104,2"],
        ["1", "Thu từ DNNN", "1.310.000", "1.300.000", "1.325.000", "1.310.000", "104,8"],
        ["2", "Thuế môi trường", "662.900", "492.900", "801.600", "640.500", ""],
    ]
    found = grid("\n|\n".join([*heads, *(cell for line in lines for cell in line)]).replace("|\n\n|", "|\n|") + "\n|\n")
    assert texts(found)[0] == ["TT", "Nội dung", "Ước năm 2023", "", "Dự toán năm 2024", "", "So sánh (%)"]


def test_words_divide_a_header() -> None:
    top = ["STT", "Nội dung", "Dự toán 2024", "Dự toán 2025", "So sánh"]
    rows = [["A", "Thu", "2.000", "3.000", "1.000", "150"], ["B", "Chi", "2.500", "3.000", "500", "120"]]
    text = one_cell_a_line(
        [top, ["Tuyệt đối", "Tương đối (%)"], ["A", "B", "1", "2", "3=2-1", "4=2/1"], *rows], lead=True
    )
    assert texts(grid("|\n" + text))[-5][-2:] == ["So sánh", ""]
    top = ["STT", "Đơn vị", "Dự toán đã giao", "Điều chỉnh", "Dự toán sau điều chỉnh"]
    rows = [["1", "Phòng A", "2.000", "300", "", "2.300"], ["2", "Phòng B", "2.500", "", "200", "2.300"]]
    text = one_cell_a_line([top, ["Tăng", "Giảm"], *rows], lead=True)
    assert texts(grid("|\n" + text))[-4] == [*top[:4], "", top[4]]


def test_a_total_before_years_stands_under_one_heading_with_them() -> None:
    """Without bars before rows, nothing but words and what stands below tells where the second row begins."""
    top, low = ["STT", "Nội dung", "Kinh phí", "Ghi chú"], ["Tổng", "Năm 2024", "Năm 2025"]
    rows = [["1", "In", "3.000", "1.000", "2.000", "x"], ["2", "Thi", "4.000", "", "4.000", ""]]
    assert texts(grid(one_cell_a_line([top, low, *rows]))) == [
        ["STT", "Nội dung", "Kinh phí", "", "", "Ghi chú"],
        ["", "", *low, ""],
        *rows,
    ]


def test_a_bar_at_the_beginning_is_a_blank_cell_where_others_have_none() -> None:
    found = grid("STT | Nội dung | 2024 |\n | Tổng | 1.500 |\n1 | In | 1.500 |\n")
    assert texts(found)[1] == ["", "Tổng", "1.500"]
    framed = grid("| STT | Nội dung | 2024 |\n| | Tổng | 1.500 |\n")
    assert texts(framed)[1] == ["", "Tổng", "1.500"]


WORDS = st.sampled_from(["In sổ tay", "Tập huấn", "Khảo sát", "Mua sắm", "Kiểm tra"])
AMOUNT = st.one_of(st.just(""), st.integers(1000, 10**7).map(write_amount))
LINE = st.tuples(
    WORDS, st.sampled_from(["Sở A", "Sở B", "UBND xã"]), AMOUNT, AMOUNT, AMOUNT, st.sampled_from(["", "x y"])
)


def figures_of(rows: Rows) -> list[tuple[int, int, str]]:
    """The figures of rows, with the row and the column of each."""
    cells = ((number, column, cell) for number, row in enumerate(rows) for column, cell in enumerate(row))
    return [(number, column, cell) for number, column, cell in cells if column > 1 and cell[:1].isdecimal()]


@given(st.lists(LINE, min_size=3, max_size=7), st.data())
@settings(deadline=None, max_examples=150)
def test_no_figure_changes_its_column(lines: list[tuple[str, ...]], data: st.DataObject) -> None:
    """Whatever cells are lost, each figure is read in its own column, or the table is refused, or it is told."""
    full = [[str(number), *line] for number, line in enumerate(lines, 1)]
    given_: list[list[str]] = []
    for number, row in enumerate(full):
        lost = data.draw(st.sampled_from(["", "unit", "front", "title"])) if number else ""
        given_.append(
            [*row[:2], *row[3:]]
            if lost == "unit"
            else row[2:]
            if lost == "front"
            else [row[1], *row[3:]]
            if lost
            else row
        )
    form = data.draw(st.sampled_from([tabbed, barred]))
    try:
        found = grid(form([HEAD, *given_]))
    except Unreadable:
        return
    if any("as if the last were missing" in words for words in said(found)):
        return
    assert figures_of(texts(found)[1:]) == figures_of(full)
