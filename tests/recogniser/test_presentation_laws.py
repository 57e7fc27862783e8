"""A law of the recogniser: what an office changes in how a table looks changes nothing in what is read, or it is told.

Tables are made with their truth, then presented in other ways that leave it as it is. Each is read exactly, with a
doubt, or not at all; never as something else without a word.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from recogniser.made import doubts
from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.model.choices import NONE
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.grid import Grid, GridCell, Kind
from sxtdbv_cli.model.place import in_sheet
from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.tables import recognise

Cell = str | int | None
Rows = list[list[Cell]]
Line = tuple[str, str | None, tuple[int, ...]]
"""A title, the title of the line above it, the amounts."""

TOTAL, HEADER = "Tổng cộng", 2
SECTIONS = ["Chi thường xuyên", "Chi đầu tư phát triển", "Dự phòng ngân sách"]
ITEMS = [
    "Tiền lương và phụ cấp",
    "Điện chiếu sáng công cộng",
    "Sửa chữa trụ sở xã",
    "Hỗ trợ hộ nghèo",
    "Mua máy vi tính",
]
AMOUNT = st.integers(10_007, 999_983).filter(lambda amount: amount % 10 != 0)


class Table(NamedTuple):
    """A table as it is typed, the lines it states, and its total."""

    rows: Rows
    lines: list[Line]
    total: tuple[int, ...]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A letterhead, a unit, a header, sections with lines, a total below."""
    rows: Rows = [["UBND XÃ AN PHÚ", None, None, None], [None, None, None, "ĐVT: đồng"]]
    rows += [["STT", "Nội dung", "Năm 2024", "Năm 2025"]]
    lines: list[Line] = []
    totals = [0, 0]
    for number, section in enumerate(SECTIONS[: draw(st.integers(2, 3))]):
        kept = draw(st.integers(2, 4))
        items = [(f"{ITEMS[at]} đợt {number + 1}", (draw(AMOUNT), draw(AMOUNT))) for at in range(kept)]
        sums = tuple(sum(amounts) for amounts in zip(*(figures for _, figures in items), strict=True))
        rows.append([["I", "II", "III"][number], section, *sums])
        rows += [[str(at), title, *figures] for at, (title, figures) in enumerate(items, 1)]
        lines += [(section, None, sums), *((title, section, figures) for title, figures in items)]
        totals = [whole + part for whole, part in zip(totals, sums, strict=True)]
    return Table([*rows, [None, TOTAL, *totals]], lines, (totals[0], totals[1]))


def _each(rows: Rows, change: Callable[[list[Cell]], list[Cell]]) -> Rows:
    """The rows of the body changed one by one."""
    return [*rows[: HEADER + 1], *map(change, rows[HEADER + 1 :])]


def _written(pattern: Callable[[int], str]) -> Callable[[Rows, int], Rows]:
    """The figures typed as texts."""
    return lambda rows, _: _each(rows, lambda row: [pattern(cell) if isinstance(cell, int) else cell for cell in row])


def _put(*more: list[Cell]) -> Callable[[Rows, int], Rows]:
    """Rows put somewhere into the body."""

    def change(rows: Rows, at: int) -> Rows:
        place = HEADER + 2 + at % (len(rows) - HEADER - 2)
        return [*rows[:place], *(list(row) for row in more), *rows[place:]]

    return change


def _beside(*more: list[Cell], gap: int) -> Callable[[Rows, int], Rows]:
    """Cells put beside the header and the first lines."""
    by_row = {HEADER + number: [*([None] * gap), *cells] for number, cells in enumerate(more)}
    return lambda rows, _: [[*row, *by_row.get(number, [])] for number, row in enumerate(rows)]


def _without_codes(which: str) -> Callable[[Rows, int], Rows]:
    return lambda rows, _: _each(rows, lambda row: [None if str(row[0])[:1] in which else row[0], *row[1:]])


def _wrapped(rows: Rows, at: int) -> Rows:
    """A title goes on in a row of its own."""
    place = HEADER + 1 + at % (len(rows) - HEADER - 2)
    code, title, *figures = rows[place]
    first, _, rest = str(title).rpartition(" ")
    own: Rows = [[code, first, *figures], [None, rest, None, None]]
    below: Rows = [[code, first, None, None], [None, rest, *figures]]
    return [*rows[:place], *(below if at % 2 else own), *rows[place + 1 :]]


def _with_shares(rows: Rows, _: int) -> Rows:
    whole = rows[-1][2]
    assert isinstance(whole, int)
    shares = [f"{100 * row[2] / whole:.2f}" if isinstance(row[2], int) else None for row in rows[HEADER + 1 :]]
    return [
        *rows[:HEADER],
        [*rows[HEADER], "Phần"],
        *([*r, s] for r, s in zip(rows[HEADER + 1 :], shares, strict=True)),
    ]


def _closed_below(rows: Rows, _: int) -> Rows:
    """The sections have their figures in a row behind their lines."""
    found: Rows = []
    waiting: list[Cell] = []
    for row in rows[HEADER + 1 :]:
        if waiting and not str(row[0]).isdecimal():
            found.append([None, "Cộng", *waiting])
            waiting = []
        opens = str(row[0])[:1] == "I"
        waiting = row[2:] if opens else waiting
        found.append([*row[:2], None, None] if opens else row)
    return [*rows[: HEADER + 1], *found]


def _grouped(mark: str) -> Callable[[int], str]:
    return lambda amount: f"{amount:,}".replace(",", mark)


SMALL: Rows = [["TT", "Nguồn", "Số tiền"], [1, "Ngân sách tỉnh", 71_233], [2, "Ngân sách huyện", 88_191]]
NAMED: Rows = [["Nguồn vốn", "Kinh phí"], ["Trung ương", 71_233], ["Địa phương", 88_191]]

CHANGES: Mapping[str, Callable[[Rows, int], Rows]] = {
    "no codes": _without_codes("I123456789"),
    "no codes of sections": _without_codes("I"),
    "no codes of lines": _without_codes("123456789"),
    "no letterhead": lambda rows, _: [[None] * 4, [None] * 4, *rows[HEADER:]],
    "blank row": _put([None] * 4),
    "blank rows": _put([None] * 4, [None] * 4),
    "header again": _put(["STT", "Nội dung", "Năm 2024", "Năm 2025"]),
    "page": _put([None, "Trang 2"]),
    "numbers of columns": lambda rows, _: [*rows[: HEADER + 1], ["A", "B", "1", "2"], *rows[HEADER + 1 :]],
    "note": lambda rows, _: [*rows, [None, "Ghi chú: số liệu chưa gồm nguồn khác."]],
    "signatures": lambda rows, _: [*rows, [], [None, "Người lập biểu", None, "Chủ tịch"]],
    "total on top": lambda rows, _: [*rows[: HEADER + 1], rows[-1], *rows[HEADER + 1 : -1]],
    "total of no name": lambda rows, _: [*rows[:-1], [None, "Kinh phí thực hiện", *rows[-1][2:]]],
    "sections closed below": _closed_below,
    "line behind the total": lambda rows, _: [*rows, [None, "Ngân sách huyện", 71_233, None]],
    "table below": lambda rows, _: [*rows, *SMALL],
    "named table below": lambda rows, _: [*rows, *NAMED],
    "table beside": _beside(*SMALL, gap=0),
    "table far beside": _beside(*SMALL, gap=2),
    "named table beside": _beside(*NAMED, gap=0),
    "scratch sum": _beside([], [], [71_233], gap=1),
    "wrapped title": _wrapped,
    "shares": _with_shares,
}

NOTATIONS: Mapping[str, Callable[[Rows, int], Rows]] = {
    "numbers": lambda rows, _: rows,
    "dots": _written(_grouped(".")),
    "commas": _written(_grouped(",")),
    "blanks": _written(_grouped("\xa0")),
    "currency": _written(lambda amount: f"{_grouped('.')(amount)} đ "),
}


def _grid(rows: Rows) -> Grid:
    """The rows as a sheet."""
    kinds = {str: Kind.TEXT, int: Kind.NUMBER}
    cells = [[None if cell is None else GridCell(kinds[type(cell)], str(cell)) for cell in row] for row in rows]
    return Grid("S", cells, in_sheet("x.xlsx", "S"))


def _read(loaded: Loaded) -> list[Line]:
    """The lines that were read; a total above all of them is the total of the plan said in another way."""
    plan, found = loaded.plan, loaded.plan.lines
    titles = [" ".join(title.split()) for title in found.titles]
    roots = [line for line, parent in enumerate(found.parents) if parent == NOWHERE]
    top = roots[0] if len(roots) == 1 and titles[roots[0]] == TOTAL else None
    return [
        (
            titles[line],
            None if parent in (NOWHERE, top) else titles[parent],
            tuple(amounts[line] for amounts in plan.lines.amounts if amounts[line] is not None),
        )
        for line, parent in enumerate(found.parents)
        if line != top
    ]


@given(tables(), st.sampled_from(sorted(CHANGES)), st.integers(0, 99), st.sampled_from(sorted(NOTATIONS)))
@settings(max_examples=150, deadline=None)
def test_how_a_table_is_presented_changes_nothing_or_is_told(table: Table, change: str, at: int, notation: str) -> None:
    rows = NOTATIONS[notation](CHANGES[change](table.rows, at), at)
    try:
        plan, sheet = recognise([_grid(rows)], NONE, "x.xlsx")
    except Unreadable as unreadable:
        assert unreadable.faults
        return
    loaded = Loaded("x.xlsx", plan, sheet.place, sheet)
    exact = _read(loaded) == table.lines and plan.declared in (table.total, (None, None))
    assert exact or doubts(loaded)


def test_the_tables_of_the_law_are_read_exactly_as_they_are() -> None:
    figures = (12_345, 67_891), (23_459, 34_567)
    sums = (35_804, 102_458)
    rows: Rows = [["UBND XÃ"], [None, None, None, "ĐVT: đồng"], ["STT", "Nội dung", "Năm 2024", "Năm 2025"]]
    lines: list[Line] = []
    for number, section in enumerate(SECTIONS[:2]):
        rows += [["I" * (number + 1), section, *sums]]
        rows += [[str(at), f"{ITEMS[at]} {number}", *amounts] for at, amounts in enumerate(figures, 1)]
        lines += [(section, None, sums), *((f"{ITEMS[at]} {number}", section, f) for at, f in enumerate(figures, 1))]
    plan, sheet = recognise([_grid([*rows, [None, TOTAL, 71_608, 204_916]])], NONE, "x.xlsx")
    loaded = Loaded("x.xlsx", plan, sheet.place, sheet)
    assert _read(loaded) == lines
    assert plan.declared == (71_608, 204_916)
    assert doubts(loaded) == []
