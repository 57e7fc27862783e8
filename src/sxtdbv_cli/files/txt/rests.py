"""Cells of texts set out in columns that go on in the next line: their next word had no room in the column."""

from collections.abc import Sequence

from sxtdbv_cli.files.txt.cell import holds_figure, is_amount, says_words
from sxtdbv_cli.files.txt.laid import SHAPE, Laid
from sxtdbv_cli.files.txt.lines import is_shown_figure
from sxtdbv_cli.files.txt.tokens import Piece, Row, joined
from sxtdbv_cli.model.grid import Remark
from sxtdbv_cli.text.language import Text

JOINED = Text(
    "{rows:d} dòng không có số được đọc là phần tiếp của dòng trên, vì từ đầu của nó không đủ chỗ ở đó; chúng cũng có "
    "thể là dòng riêng",
    "{rows:d} {rows:line|lines} without figures {rows:was|were} read as the rest of the line above, for the first word "
    "had no room there; they may be lines of their own",
)

SLACK = 4
"""In print letters are not all as wide: a word may have had no room where a fourth of the column is left."""


def with_rests(rows: Sequence[Row], heads: Sequence[Row]) -> Laid:
    """The same rows, those that are but the rest of the cells above put into these; rests that begin with a capital
    letter are told.

    A row is such a rest where it has no first cell and no figure, each of its cells stands right below one with text,
    and the first word of none would have had room there. Below one of ``heads`` a capital letter begins a section.
    """
    widths = _widths(rows)
    found: list[Row] = []
    told: list[int] = []
    above, headed = list[Piece](), {*map(id, heads)}
    for row in rows:
        cells = [at for at, piece in enumerate(row) if not piece.blank]
        begins = id(above) in headed and any(row[at].text[:1].isupper() for at in cells)
        if found and not begins and _is_rest(row, cells, found[-1], widths):
            below = {at: row[at] for at in cells}
            told += [len(found) - 1] if any(piece.text[0].isupper() for piece in below.values()) else []
            for at, piece in below.items():
                found[-1][at] = joined([found[-1][at], piece])
        else:
            found.append([*row])
            above = row
    remarks = (Remark(SHAPE, told[0], 0, {"rows": len(told)}, JOINED, weighed=True),) if told else ()
    return Laid(found, (), remarks)


def _widths(rows: Sequence[Row]) -> dict[int, int]:
    """How long the longest text of each column is, in rows of several cells."""
    widths: dict[int, int] = {}
    for row in rows:
        for at, piece in enumerate(row) if len(row) > 1 else ():
            if piece.parts:
                widths[at] = max(widths.get(at, 0), _width(piece.parts[-1].text))
    return widths


def _is_rest(row: Row, cells: Sequence[int], above: Row, widths: dict[int, int]) -> bool:
    if not cells or len(above) <= max(cells[-1], 1):
        return False
    if cells[0] == 0 and not (says_words(row[0].text) and row[0].text[0].islower()):
        return False  # a code, or a title
    return all(_goes_on(above[at], row[at], widths[at]) for at in cells)


def _goes_on(above: Piece, below: Piece, width: int) -> bool:
    """Whether a text is the rest of the one right above it, for its first word had no room there."""
    if above.blank or below.parts[0].line != above.parts[-1].line + 1:
        return False
    plain = is_shown_figure(above.text) and is_shown_figure(below.text)
    if plain or holds_figure(below.text) or holds_figure(above.text):
        return _is_broken(above, below)
    if below.text[0].islower():
        return True
    word, *more = below.parts[0].text.split()
    if more and below.text.isupper() > above.text.isupper():
        return False
    needed = _width(above.parts[-1].text) + 1 + _width(word)
    return needed + needed // SLACK > width


def _width(text: str) -> int:
    """How much room a text takes: in print capitals are half as wide again as small letters."""
    return len(text) + (len(text) // 2 if text.isupper() else 0)


def _is_broken(above: Piece, below: Piece) -> bool:
    """Whether a figure was broken off where it had no more room: neither is one, both together are."""
    return not holds_figure(above.text) and is_amount(above.text + below.text)
