"""Tables copied from the page of a browser: a tab on a line of its own between two cells, nothing between two rows."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sxtdbv_cli.files import txt
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.grid import Grid
from sxtdbv_cli.text.language import Language
from sxtdbv_cli.text.numbers import write_amount

Rows = Sequence[Sequence[str]]
BLANK = "\N{NO-BREAK SPACE}"
HEAD = ["STT", "Nội dung", "Tổng", "Năm 2024", "Năm 2025", "Ghi chú"]
LINES = [
    ["I", "Đào tạo", "3.800", "2.500", "1.300", ""],
    ["1", "In sổ tay", "1.300", "1.000", "300", "hai đợt"],
    ["2", "Tập huấn\n\n(03 lớp)", "2.500", "1.500", "1.000", ""],
    ["", "Tổng cộng", "3.800", "2.500", "1.300", ""],
]
BEFORE = "PHỤ LỤC II\n\nĐVT: triệu đồng"
BEHIND = "Bằng chữ: Ba tỷ tám trăm triệu đồng."


def page(rows: Rows) -> str:
    """What a browser copies of a table between two paragraphs."""
    lines = ["\n\n\t\n\n".join(cell or BLANK for cell in row) for row in rows]
    return "\n\n".join([BEFORE, *lines, BEHIND])


def grid(text: str) -> Grid:
    (found,) = txt.grids(text.encode(), "x.txt")
    return found


def texts(found: Grid) -> list[list[str]]:
    """The rows of the table, those of one cell left out."""
    return [["" if cell is None else cell.text for cell in row] for row in found.rows if len(row) > 1]


def refusal(text: str) -> str:
    with pytest.raises(Unreadable) as caught:
        grid(text)
    fault = caught.value.faults[0]
    assert fault.place.line
    return fault.message.say(Language.EN, fault.facts)


def flat(rows: Rows) -> list[list[str]]:
    return [[" ".join(cell.split()) for cell in row] for row in rows]


def test_every_row_is_found_and_the_text_around_it_stands_apart() -> None:
    found = grid(page([HEAD, *LINES]))
    assert texts(found) == flat([HEAD, *LINES])
    alone = [row[0].text for row in found.rows if len(row) == 1 and row[0]]
    assert alone == ["PHỤ LỤC II", "ĐVT: triệu đồng", BEHIND]
    assert str(found.place(4, 2)) == "x.txt:13:1"


@given(st.lists(st.lists(st.one_of(st.none(), st.integers(0, 10**9)), min_size=3, max_size=3), min_size=2, max_size=9))
def test_figures_stay_in_their_columns(figures: list[list[int | None]]) -> None:
    shown = [["" if amount is None else write_amount(amount) for amount in row] for row in figures]
    rows = [[str(number), "Dòng", *row, ""] for number, row in enumerate(shown, 1)]
    assert texts(grid(page([HEAD, *rows]))) == [HEAD, *rows]


def test_merged_cells_of_the_header_are_put_back() -> None:
    head = [["STT", "Nội dung", "Tổng số", "Trong đó", "Ghi chú"], ["Năm 2024", "Năm 2025"]]
    found = grid(page([*head, *LINES]))
    assert texts(found)[2:] == flat(LINES)
    assert [(span.left, span.right) for span in found.merged if span.right > span.left] == [(3, 4)]


def test_a_table_whose_first_cells_are_no_codes_follows_the_length_of_its_header() -> None:
    rows = [["Xã A", "10", "1.500"], ["Xã B", "20", "2.500"], ["Tổng cộng", "30", "4.000"]]
    assert texts(grid(page([["Địa phương", "Số hộ", "Kinh phí"], *rows]))) == [
        ["Địa phương", "Số hộ", "Kinh phí"],
        *rows,
    ]


UNCLEAR = "which cell and which row “{}” belongs to cannot be told"


def test_a_lost_tab_is_refused_at_its_place() -> None:
    joined = page([HEAD, *LINES]).replace("1.500\n\n\t\n\n1.000", "1.500\n\n1.000")
    assert refusal(joined).startswith(UNCLEAR.format("1.500"))
    broken = page([HEAD, *LINES]).replace(f"1.300\n\n\t\n\n{BLANK}\n\n1\n", f"1.300\n\n{BLANK}\n\n1\n")
    assert refusal(broken).startswith(UNCLEAR.format("1.300"))


def test_a_lost_blank_cell_is_refused() -> None:
    rows = page([HEAD, *LINES]).replace(f"{BLANK}\n\n1\n", "1\n")
    assert refusal(rows).startswith("which cell and which row")


def test_a_paragraph_behind_a_note_is_refused() -> None:
    """It may be a row of its own, and a line of the plan then."""
    assert refusal(page([HEAD, *LINES]).replace("hai đợt", "hai đợt\n\nQuý III")).startswith(UNCLEAR.format("Quý III"))


def test_a_header_that_lost_a_cell_stands_over_no_other_columns() -> None:
    text = page([HEAD[1:], *LINES])
    assert refusal(text).startswith("this row of the header has only 5 cells, the table 6 columns")
