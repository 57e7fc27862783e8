"""What a cell of a text says (a figure, words, a code, a heading), and at which headings its tables begin."""

import re
from collections.abc import Callable, Sequence

from sxtdbv_cli.files.txt.tokens import Piece
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.text.saying import says

_QUANTITY = re.compile(r"~?[\d.,]+ ?\(?[^\W\d_]+(?:[/ ][^\W\d_]+)?\)?").fullmatch
"""``15 chiếc``, ``77.444 kg``, ``3 (đợt/năm)``: stands in columns of figures and in those of words."""
NUMBER = r"(?:(?:(?:Phần|Chương|Mục) )?[IVXLC]{1,6}|Mục \d{1,2}|[A-ZĐa-zđ]|\d{1,3}|\d{1,2}(?:\.\d{1,2})+|[-+*•])[.)]?"
_COUNT = re.compile(r"\d{1,3}").fullmatch
is_figure = says(
    r"[-(+~]?\d{1,3}((\.\d{3})+(,\d+)?|(,\d{3})+(\.\d+)?|([ \xa0]\d{3})+(,\d+)?)"
    r"(\)|\s?((nghìn|ngàn|triệu|t[ỷỉ]) )?([đĐ]ồng|đ|VNĐ|VND|vnđ|vnd)"
    r"(\s?/[^\d()]{1,60})?)?|-?\d+,\d+"
)
"""Whether a cell holds a figure that is written in groups or with decimals, perhaps in đồng for each of something."""
says_words = says(r"[^\W\d_]{2}", within=True)
"""Whether a cell holds words."""
_YEAR = r"(?:19|20)\d\d"
is_heading = says(
    rf".*[^\W\d_]{{2}}.*|{_YEAR}(?: ?[-/] ?{_YEAR})?(?: \(%\))?|%|[TQ] ?\d{{1,2}}|"
    rf"\d{{1,2}}[-/.]\d{{1,2}}[-/.]{_YEAR}|{_YEAR}-\d\d-\d\d"
)
"""Whether a cell can be the heading of a column: words, years, a month, a day."""
is_code = says(r"\S{0,10}|\d{1,3}(?:[. ]{1,2}\d{1,3}){1,4}")
"""Whether a cell can be the code of a line, or none."""
is_number = says(NUMBER)
"""Whether a cell is the number of a line (IV, a), 12, 3.2, Mục 1) or a mark, and certainly no word and no amount."""
is_label = says(r"[(\[]?(?:[A-ZĐa-zđ]|\d{1,2})[)\]]?(?:\s*=.*)?")
"""Whether a cell can be one of a row that numbers the columns: A, (1), 4=3/2."""
is_total = says(r"(tong( cong| so)?|cong|total)( \(.*\))?:?", plain, around="*_ ")
"""Whether a cell says *Tổng*, and nothing else."""
_FIRST_HEADING = re.compile(r"(so )?(s ?tt|t ?t)\.?|so thu tu").fullmatch
_CODE_HEADING = re.compile(
    r"ma( so)?( (chi tieu|chuong|muc|noi dung|nd|nhiem vu|du an))?|chuong|loai|khoan|nhom|tieu nhom|muc|tieu muc"
).fullmatch
_TITLE_HEADING = re.compile(
    r"noi dung.*|hang muc.*|danh muc.*|chi tieu.*|dia phuong|don vi|ten .*|cac khoan.*|chuong trinh.*|du an.*|"
    r"nhiem vu.*|linh vuc|khoan (muc|chi|thu).*|dien giai|category|items?|description|"
    r"line item|activity"
).fullmatch

_WORDS_HEADING = re.compile(r"ghi chu|notes?|remarks?|comments?|d\.?v\.?t\.?|don vi( tinh)?|units?").fullmatch


def holds_figure(text: str) -> bool:
    """Whether a cell holds a figure, written in groups or too small for them."""
    return is_figure(text) or bool(_COUNT(text))


def is_amount(text: str) -> bool:
    """Whether a cell holds a figure that is no code: in groups, with decimals, or none at all."""
    return is_figure(text) or text == "0"


def holds_words(text: str) -> bool:
    """Whether a cell holds words, and is no quantity with its unit."""
    return says_words(text) and not (_QUANTITY(text) or is_figure(text))


def starts(pieces: Sequence[Piece]) -> list[int]:
    """Where tables begin: the pieces that end in the words of a first heading, ``STT`` or ``Số TT``; where none does,
    the first of titles behind a bar, and those that repeat it, or what stands before it right behind the first bar;
    else that."""
    coded = [number for number, piece in enumerate(pieces[:-1]) if _heading_lines(piece, _FIRST_HEADING)]
    if coded:
        return coded
    titles = next((number for number, piece in enumerate(pieces[1:-1], 1) if _TITLE_HEADING(plain(piece.text))), 0)
    if not (titles or any(piece.blank for piece in pieces[1:-1])):
        return []  # no bar stands before each row
    if not titles and pieces[1].blank and len(pieces) > 3 and is_heading(pieces[2].text):
        return [1]
    first = pieces[titles if any(not is_heading(piece.text) for piece in pieces[1:titles]) else 1].text
    return [number for number, piece in enumerate(pieces[:-1]) if number and piece.text == first and is_heading(first)]


def heading_lines(piece: Piece) -> int:
    """How many of the last lines of a piece are the heading of the codes of a table; 0 for none."""
    return _heading_lines(piece, _FIRST_HEADING) or _heading_lines(piece, _CODE_HEADING)


def _heading_lines(piece: Piece, is_one: Callable[[str], object]) -> int:
    for lines in (1, 2):
        if is_one(plain(" ".join(part.text.strip("*_ ") for part in piece.parts[-lines:]))):
            return lines
    return 0


def numbers_lines(text: str) -> bool:
    """Whether a cell is the heading of the numbers of lines; *No* says so below *STT*, too."""
    return bool(_FIRST_HEADING(plain(text))) or plain(text) in ("no", "no.")


def heads_words(text: str) -> bool:
    """Whether a cell is the heading of notes or of units, below which no amount stands."""
    return bool(_WORDS_HEADING(plain(text)))


def heads_titles(text: str) -> bool:
    """Whether a cell is the heading of titles."""
    return bool(_TITLE_HEADING(plain(text)))


def heads_a_table(text: str) -> bool:
    """Whether a cell is the first heading of a table: that of codes or of titles."""
    return bool(_FIRST_HEADING(plain(text)) or heads_titles(text))
