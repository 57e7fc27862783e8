"""Where the tables of a text begin: at the heading of their codes or of their titles."""

import re
from collections.abc import Callable, Iterator, Sequence

from sxtdbv_cli.files.txt.tokens import Piece
from sxtdbv_cli.model.units import plain

_FIRST_HEADING = re.compile(r"(so )?(stt|tt)\.?|so thu tu").fullmatch
_CODE_HEADING = re.compile(
    r"ma( so)?( (chi tieu|chuong|muc|noi dung|nd|nhiem vu|du an))?|chuong|muc|tieu muc"
).fullmatch
_TITLE_HEADING = re.compile(
    r"noi dung.*|hang muc.*|danh muc.*|chi tieu.*|dia phuong|don vi|ten .*|cac khoan.*|chuong trinh.*|du an.*|"
    r"nhiem vu.*|linh vuc|khoan (muc|chi|thu).*|dien giai|category|items?|description|"
    r"line item|activity"
).fullmatch


def starts(pieces: Sequence[Piece]) -> list[int]:
    """Where tables begin: the pieces that end in the words of a first heading, ``STT`` or ``Số TT``; where none does,
    another of codes (``Mã số``) that titles follow; else the first of titles behind a bar, and those that repeat it."""
    coded = [number for number, piece in enumerate(pieces[:-1]) if _heading_lines(piece, _FIRST_HEADING)]
    coded = coded or [*_before_titles(pieces)]
    if coded:
        return coded
    first = next((piece.text for piece in pieces[1:-1] if _TITLE_HEADING(plain(piece.text))), None)
    return [number for number, piece in enumerate(pieces[:-1]) if number and piece.text == first]


def _before_titles(pieces: Sequence[Piece]) -> Iterator[int]:
    """The pieces that head codes where a heading of titles follows, or one of more codes and then of titles."""
    first: int | None = None
    for number, piece in enumerate(pieces[:-1]):
        if _heading_lines(piece, _CODE_HEADING):
            first = number if first is None else first
            continue
        if first is not None and _TITLE_HEADING(plain(piece.text)):
            yield first
        first = None


def heading_lines(piece: Piece) -> int:
    """How many of the last lines of a piece are the heading of the codes of a table; 0 for none."""
    return _heading_lines(piece, _FIRST_HEADING) or _heading_lines(piece, _CODE_HEADING)


def _heading_lines(piece: Piece, is_one: Callable[[str], object]) -> int:
    for lines in (1, 2):
        if is_one(plain(" ".join(part.text.strip("*_ ") for part in piece.parts[-lines:]))):
            return lines
    return 0


def heads_a_table(text: str) -> bool:
    """Whether a cell is the first heading of a table: that of codes or of titles."""
    return bool(_FIRST_HEADING(plain(text)) or _TITLE_HEADING(plain(text)))
