"""The tables of a document as grids: each with the paragraphs before it; a table that goes on is one grid."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sxtdbv_cli.files.docx.numbering import Numbering
from sxtdbv_cli.files.docx.parts import Block
from sxtdbv_cli.files.docx.xml import children, indent, is_on, is_revised, number, paragraph_text, value
from sxtdbv_cli.model.finding import Fact
from sxtdbv_cli.model.grid import Grid, GridCell, Kind, Remark, Span
from sxtdbv_cli.model.place import Place
from sxtdbv_cli.text.language import Text

REVISED = Text(
    "ô có sửa đổi chưa được chấp nhận; đã đọc theo nội dung sau khi sửa: “{text}”",
    "the cell has changes that were not accepted; it was read as changed: “{text}”",
)
NOT_NUMBERED = Text(
    "Word tự đánh số ô này theo kiểu không đọc được; hãy gõ số thứ tự vào ô",
    "Word numbers this cell in a way that cannot be read; type the number into the cell",
)
_SHAPE = "SX522"
MOST_COLUMNS = 200


class _Paragraph(NamedTuple):
    """A paragraph outside the tables: which it is, what it says, how far it is set in."""

    number: int
    text: str
    indent: int


class _Cell(NamedTuple):
    """A cell of a row: its first column, how many it takes, and whether it goes on from the row above."""

    column: int
    width: int
    below: bool
    cell: GridCell | None
    remark: Text | None
    nested: tuple[Any, ...]


class _Found(NamedTuple):
    """A table on its way to a grid; ``places`` has the table and the row of it for each row, 0 for a paragraph."""

    name: str
    rows: list[list[GridCell | None]]
    places: list[tuple[str | None, int]]
    merged: list[Span]
    remarks: list[Remark]
    widths: set[int]


def tables(blocks: Iterable[Block], numbering: Numbering, file: str) -> list[Grid]:
    """Every table of a document, those within a cell after it."""
    found: list[_Found] = []
    before: list[_Paragraph] = []
    rows: list[list[_Cell]] = []
    paragraphs = 0
    for kind, element in blocks:
        if kind == "p":
            paragraphs += 1
            text = _labelled(element, numbering)[0].strip()
            before += [_Paragraph(paragraphs, text, indent(element))] if text else []
        elif kind == "tr":
            rows += _rows([element], numbering)
        else:
            _add(rows, before, numbering, found)
            before, rows = [], []
    if found and before:
        found[-1].rows.append([])  # what stands behind a table is none of its rows
        found[-1].places.append((None, before[0].number))
        _text_rows(found[-1], before)
    return [_grid(table, file) for table in found]


def _add(
    rows: list[list[_Cell]], before: list[_Paragraph], numbering: Numbering, found: list[_Found], *, inner: bool = False
) -> None:
    """One table more, or more rows of the last one if nothing stands between and the columns are the same."""
    name = f"table {sum(len({place[0] for place in table.places if place[0]}) for table in found) + 1}"
    widths = {row[-1].column + row[-1].width for row in rows if row}
    goes_on = bool(found) and not before and not inner and max(found[-1].widths, default=0) == max(widths, default=-1)
    table = found[-1] if goes_on else _Found(name, [], [], [], [], set())
    _text_rows(table, before)
    for line, row in enumerate(rows, 1):
        _lay(row, table)
        table.places.append((name, line))
    table.widths.update(widths)
    if not goes_on:
        found.append(table)
    for nested in (nested for row in rows for cell in row for nested in cell.nested):
        _add(_rows(children(nested, "tr"), numbering), [], numbering, found, inner=True)


def _rows(elements: Iterable[Any], numbering: Numbering) -> list[list[_Cell]]:
    """The rows that were not deleted."""
    return [list(_row(row, numbering)) for row in elements if not is_on(row, "trPr", "del")]


def _text_rows(table: _Found, paragraphs: list[_Paragraph]) -> None:
    for paragraph in paragraphs:
        table.rows.append([GridCell(Kind.TEXT, paragraph.text, indent=paragraph.indent)])
        table.places.append((None, paragraph.number))


def _row(row: Any, numbering: Numbering) -> Iterator[_Cell]:
    column = number(row, "trPr", "gridBefore")
    for element in children(row, "tc"):
        width = max(1, min(number(element, "tcPr", "gridSpan"), MOST_COLUMNS))
        cell, remark = _cell(element, numbering)
        below = value(element, "tcPr", "vMerge") in ("on", "continue")
        yield _Cell(column, width, below, cell, remark, tuple(children(element, "tbl")))
        column = min(column + width, MOST_COLUMNS)


def _cell(element: Any, numbering: Numbering) -> tuple[GridCell | None, Text | None]:
    """What a cell says, its automatic number included, and what is to be said of it."""
    paragraphs = list(children(element, "p"))
    texts = [_labelled(paragraph, numbering) for paragraph in paragraphs]
    text = "\n".join(text for text, _ in texts).strip("\n")
    shown = indent(paragraphs[0]) if paragraphs else 0
    cell = GridCell(Kind.TEXT, text, indent=shown) if text.strip() else None
    if not all(sure for _, sure in texts):
        return cell, NOT_NUMBERED
    return cell, REVISED if is_revised(element) else None


def _labelled(paragraph: Any, numbering: Numbering) -> tuple[str, bool]:
    """The text of a paragraph behind the number Word gives it, and whether that number is sure."""
    text = paragraph_text(paragraph)
    label = numbering.label(paragraph)
    if label is None:
        return text, True
    return " ".join(part for part in (label.text, text) if part), label.sure


def _lay(cells: list[_Cell], table: _Found) -> None:
    """Put the cells of a row into its columns; one that goes on from above lengthens the merged cell it belongs to."""
    top = len(table.rows)
    row: list[GridCell | None] = [None] * max((cell.column + cell.width for cell in cells), default=0)
    for cell in cells:
        row[cell.column] = cell.cell
        if cell.remark:
            facts: dict[str, Fact] = {"text": cell.cell.text if cell.cell else ""}
            table.remarks.append(Remark(_SHAPE, top, cell.column, facts, cell.remark))
        above = _above(table.merged, top, cell) if cell.below else None
        if above is not None:
            table.merged[above] = table.merged[above]._replace(bottom=top)
        else:
            table.merged.append(Span(top, cell.column, top, cell.column + cell.width - 1))
    table.rows.append(row)


def _above(merged: list[Span], top: int, cell: _Cell) -> int | None:
    """Which span ends right above a cell, in its first column."""
    for at in range(len(merged) - 1, -1, -1):
        if merged[at].bottom < top - MOST_COLUMNS:
            return None
        if merged[at].bottom == top - 1 and merged[at].left == cell.column:
            return at
    return None


def _grid(table: _Found, file: str) -> Grid:
    places = table.places

    def place(row: int, column: int) -> Place:
        sheet, line = places[row]
        at = column + 1 if sheet else 1
        return Place(file, line, at, line, at + 1, sheet)

    merged = [span for span in table.merged if span.bottom > span.top or span.right > span.left]
    return Grid(table.name, table.rows, place, merged=sorted(merged), remarks=table.remarks, sheet=False)
