"""A text cut at its bars: pieces with their places."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from sxtdbv_cli.model.grid import GridCell, Kind
from sxtdbv_cli.model.place import Place

Lines = Sequence[tuple[int, str]]
"""Lines with their numbers."""

BAR = re.compile(r"(?<!\\)\|")
_EMPHASIS = re.compile(r"(\*\*)( ?)(?=\S)(.+?)(?<=\S)( ?)\1|(__|\*|`)(?=\S)(.+?)(?<=\S)( ?)(?<!\*)\5(?!\*)")
_BOLD = re.compile(r"(\*\*|__)(?=\S).+(?<=\S)\1").fullmatch
_NOTHING = re.compile(r"(\*{1,3}|_{1,3})\s+\1").fullmatch
"""An emphasis of nothing."""
_NOTHING_BEHIND = re.compile(r"\*\s+\*$")
_BLANKS = re.compile(r"(?:&(?:em|en|nb)sp;)+").match
"""Blanks that Markdown keeps, as entities."""
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_LEFT_OVER = re.compile(r"^(?:\*\*|\*(?=\w))|(?<=\w)\*\*?$|(?<=[.:)])\*\*?$")
"""The mark of an emphasis whose other end stands in another line."""
_MARKED = re.compile(r"[*_`<&\\\]]").search
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?!\s)[^()]*(?:\([^()]*\)[^()]*)?\)")
"""A link or a picture, as its words."""


class Part(NamedTuple):
    """One line of a piece, without blanks around it; lines and columns count from 1."""

    text: str
    line: int
    column: int


class Piece(NamedTuple):
    """What stands between two bars: its lines that are not blank, and where it begins, for one without any; how far
    it is indented where that shows its level."""

    parts: tuple[Part, ...]
    line: int
    column: int
    indent: int = 0

    @property
    def text(self) -> str:
        """Its lines in one, without the marks of emphasis."""
        return _said(self.parts)

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.parts

    @property
    def bold(self) -> bool:
        """Whether all of it is in bold type."""
        return bool(self.parts) and bool(_BOLD(" ".join(part.text for part in self.parts)))

    def cell(self) -> GridCell | None:
        """The cell of a table it makes."""
        kept = _BLANKS(self.parts[0].text) if self.parts else None
        lines = [plain_text(line) for line in _BREAK.split(" ".join(part.text for part in self.parts))]
        text = "\n".join(filter(None, lines)) if len(lines) > 1 else self.text
        return GridCell(Kind.TEXT, text, indent=self.indent or (kept.end() if kept else 0)) if text else None

    def place(self, file: str) -> Place:
        """Where it stands; a blank one where it begins."""
        if not self.parts:
            return Place(file, self.line, self.column, self.line, self.column)
        first, last = self.parts[0], self.parts[-1]
        return Place(file, first.line, first.column, last.line, last.column + len(last.text))


BLANK = Piece((), 1, 1)
"""A cell of a table that nothing of the text stands for; it is placed where another of its row is."""
Row = list[Piece]
"""The cells of a row of a table."""


@lru_cache(maxsize=65536)
def _said(parts: tuple[Part, ...]) -> str:
    return plain_text(" ".join(part.text for part in parts))


def plain_text(text: str) -> str:
    """A text without Markdown's marks of emphasis and code, its links, breaks, backslashes and entities of HTML."""
    if not _MARKED(text):
        return text.strip()
    if "<" in text:
        text = " ".join(_BREAK.sub(" ", text).split())
    text = unescape(text) if "&" in text else text
    text = _LINK.sub(r"\1", text) if "](" in text else text
    text = _NOTHING_BEHIND.sub("", text)
    for _ in range(2):  # ***both***
        text = _EMPHASIS.sub(r"\2\3\4\6\7", text)
    return _ESCAPED.sub(r"\1", _LEFT_OVER.sub("", text)).strip()


def piece_of(text: str, line: int, column: int) -> Piece:
    """What stands on a line from a column on."""
    bare = text.strip()
    return Piece((Part(bare, line, column + len(text) - len(text.lstrip())),) if bare else (), line, column)


def cut(lines: Iterable[tuple[int, str]]) -> list[Piece]:
    """The pieces between the bars of lines; each but the last is ended by a bar."""
    pieces: list[Piece] = []
    parts: list[Part] = []
    start = (1, 1)
    for number, line in lines:
        at = 0
        for bar in [*(match.start() for match in BAR.finditer(line)), None]:
            text = line[at:bar]
            if (bare := text.strip()) and not _NOTHING(bare):
                parts.append(Part(bare, number, at + len(text) - len(text.lstrip()) + 1))
            if bar is not None:
                pieces.append(Piece(tuple(parts), *start))
                parts, at = [], bar + 1
                start = (number, at + 1)
    return [*pieces, Piece(tuple(parts), *start)]


def joined(pieces: Sequence[Piece]) -> Piece:
    """The lines of pieces that are one cell."""
    parts = tuple(part for piece in pieces for part in piece.parts)
    return pieces[0]._replace(parts=parts) if pieces else BLANK


def spread(cells: Mapping[int, Piece], columns: int) -> Row:
    """A row of so many columns with cells in some of them."""
    return [cells.get(column, BLANK) for column in range(columns)]


def split_at_blanks(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces cut at the blanks."""
    rows: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.blank:
            rows.append([])
        else:
            rows[-1].append(piece)
    return [row for row in rows if row]
