"""The tables of a web page, from the stream of its tags."""

import re
from html.parser import HTMLParser
from typing import Any, NamedTuple

from sxtdbv_cli.files import cells
from sxtdbv_cli.files.container_faults import CELLS
from sxtdbv_cli.files.faults import refused
from sxtdbv_cli.model.grid import Grid, GridCell, Span
from sxtdbv_cli.model.place import Place

WIDEST, HIGHEST = 1000, 10_000
"""The most columns and rows a cell may say it takes, in the manner of browsers."""
_UNSEEN = ("script", "style", "head", "title", "template", "noscript")
_BREAKS = ("p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "caption", "hr")
_PARTS = ("thead", "tbody", "tfoot")
_SOFT_HYPHEN = "\xad"
_Attributes = dict[str, str | None]
_SHIFTED = re.compile(
    r"\b(?:padding-left|margin-left|text-indent)\s*:\s*(\d{1,4}(?:\.\d+)?)(px|pt|em|rem)?", re.I
).search
_PIXELS = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0}
_LEVEL, _HARD_BLANK, _DEEPEST = 10, 5, 15
"""Pixels of a level of indentation and of a blank that keeps its place, and the most levels."""


class _Piece(NamedTuple):
    """A text and where its element begins, lines and columns from 1; how many levels it is indented."""

    text: str
    line: int
    column: int
    indent: int = 0


class _Table:
    """A table while it is read; ``taken`` has for each column how many more rows the cell above it takes."""

    def __init__(self, line: int, column: int) -> None:
        self.start = (line, column)
        self.rows: list[list[_Piece | None]] = []
        self.merged: list[Span] = []
        self.taken: dict[int, int] = {}
        self.in_row = False
        self.open: tuple[int, int, _Attributes] | None = None
        self.texts: list[str] = []

    def begin_row(self) -> None:
        """A row begins: the cells above that reach into it have their columns."""
        self.end_cell()
        self.in_row = True
        self.rows.append([])
        self.taken = {column: rows - 1 for column, rows in self.taken.items() if rows > 1}

    def end_row(self) -> None:
        """A row ends: a cell behind it begins another, with or without a tag of its own."""
        self.end_cell()
        self.in_row = False

    def begin_cell(self, line: int, column: int, attributes: _Attributes) -> None:
        """A cell begins."""
        self.end_cell()
        if not self.in_row:
            self.begin_row()
        self.open = (line, column, attributes)

    def end_cell(self) -> None:
        """Put the open cell into the first free column of the row."""
        if self.open is None:
            return
        line, column, attributes = self.open
        row, top = self.rows[-1], len(self.rows) - 1
        while len(row) in self.taken:
            row.append(None)
        width, height = _wide(attributes), min(cells.times(attributes.get("rowspan")), HIGHEST)
        left = len(row)
        text = "".join(self.texts)
        lines = (" ".join(line.split()) for line in text.split("\n"))
        row += [_Piece("\n".join(filter(None, lines)), line, column, _indent(attributes, text)), *[None] * (width - 1)]
        if height > 1:
            self.taken |= dict.fromkeys(range(left, left + width), height)
        if width > 1 or height > 1:
            self.merged.append(Span(top, left, top + height - 1, left + width - 1))
        self.open = None
        self.texts = []


class Page(HTMLParser):
    """Reads a page once; a table within a cell is a table of its own."""

    def __init__(self, file: str) -> None:
        super().__init__(convert_charrefs=True)
        self._file = file
        self._open: list[_Table] = []
        self._found: list[tuple[list[_Piece], _Table]] = []
        self._lines: list[_Piece] = []
        self._texts: list[str] = []
        self._at = (1, 1)
        self._unseen = self._raised = self._slots = 0

    def tables(self, text: str) -> list[Grid]:
        """The tables of a page, each with the lines before it; those behind the last one stand behind it."""
        self.feed(text)
        self.close()
        self._end_line()
        for table in self._open:
            table.end_cell()
        last = len(self._found) - 1
        return [
            self._grid(number, before, table, self._lines if number == last else [])
            for number, (before, table) in enumerate(self._found)
        ]

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        """A tag opens."""
        line, column = self.getpos()
        if tag in _UNSEEN:
            self._unseen += 1
        if tag in _BREAKS:
            self._break()
        if tag == "sup":
            self._raised += 1
        if tag == "table":
            self._open.append(_Table(line, column + 1))
            self._found.append((self._lines, self._open[-1]))
            self._lines = []
        elif self._open and tag == "tr":
            self._open[-1].begin_row()
        elif self._open and tag in _PARTS:
            self._open[-1].end_row()
        elif self._open and tag in ("td", "th"):
            self._open[-1].begin_cell(line, column + 1, dict(attrs))
            self._bound(_wide(dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """A tag closes."""
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        if tag in _BREAKS:
            self._break()
        if tag == "sup":
            self._raised = max(0, self._raised - 1)
        if self._open and tag in ("td", "th"):
            self._open[-1].end_cell()
        elif self._open and tag in ("tr", "table", *_PARTS):
            self._open[-1].end_row()
            if tag == "table":
                self._open.pop()

    def handle_data(self, data: str) -> None:
        """A text."""
        if self._unseen:
            return
        text = (cells.raised(data) if self._raised else data).replace(_SOFT_HYPHEN, "")
        if self._open:
            self._open[-1].texts.append(text.replace("\n", " ")) if self._open[-1].open else None
        else:
            if not self._texts:
                self._at = (self.getpos()[0], self.getpos()[1] + 1)
            self._texts.append(text)

    def _break(self) -> None:
        if self._open:
            self._open[-1].texts.append("\n")
        else:
            self._end_line()

    def _end_line(self) -> None:
        text = " ".join("".join(self._texts).split())
        if text:
            self._lines.append(_Piece(text, *self._at))
        self._texts = []

    def _bound(self, slots: int) -> None:
        """Count places before they are laid out."""
        self._slots += slots
        if self._slots > cells.MOST_CELLS:
            raise refused(CELLS, self._file, sheet="table", limit=cells.MOST_CELLS)

    def _grid(self, number: int, before: list[_Piece], table: _Table, behind: list[_Piece]) -> Grid:
        rows: list[list[_Piece | None]] = [*_as_rows(before), *table.rows]
        rows += [[], *_as_rows(behind)] if behind else []  # what stands behind a table is none of its rows
        top, bottom = len(before), len(before) + len(table.rows) - 1
        merged = [Span(span.top + top, span.left, min(span.bottom + top, bottom), span.right) for span in table.merged]

        def place(row: int, column: int) -> Place:
            known = [piece for piece in rows[row][: column + 1] if piece is not None]
            line, at = known[-1][1:3] if known else table.start
            return Place(self._file, line, at, line, at)

        laid: list[list[GridCell | None]] = [
            cells.trimmed([cells.typed(piece.text, piece.indent) if piece else None for piece in row]) for row in rows
        ]
        return Grid(f"table {number + 1}", laid, place, merged=merged, sheet=False)


def _as_rows(lines: list[_Piece]) -> list[list[_Piece | None]]:
    return [[line] for line in lines]


def _indent(attributes: _Attributes, text: str) -> int:
    """How many levels a cell is indented, by its style and by the blanks before its text that keep their place."""
    found = _SHIFTED(attributes.get("style") or "")
    pixels = float(found[1]) * _PIXELS[(found[2] or "px").lower()] if found else 0.0
    blanks = text[: len(text) - len(text.lstrip())].count("\xa0")
    return min(round((pixels + blanks * _HARD_BLANK) / _LEVEL), _DEEPEST)


def _wide(attributes: _Attributes) -> int:
    """How many columns a cell says it takes."""
    return min(cells.times(attributes.get("colspan")), WIDEST)
