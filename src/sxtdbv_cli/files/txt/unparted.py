"""Tables whose cells only single blanks part, as pages of the web and readers of PDF give them, or whose figures stand
on lines of their own below each title: the last figures of each line are its amounts where each line has as many, and
the sums of the lines confirm them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, repeat
from typing import NamedTuple

from sxtdbv_cli.files.txt.cell import says_words
from sxtdbv_cli.files.txt.laid import SHAPE, Laid
from sxtdbv_cli.files.txt.lines import bare, is_year
from sxtdbv_cli.files.txt.tokens import Lines, Piece, Row, piece_of
from sxtdbv_cli.model.grid import Remark
from sxtdbv_cli.text.language import Text

LEAST = 4
"""So many lines must have amounts."""
DIGITS = 6
"""So many digits that agree are no coincidence."""
GROUP = 3
_WORD = re.compile(r"\S+")
_AMOUNT = re.compile(
    r"[-–−]?\(?[-–−]?[$£€]?(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+|\d+)(?:[.,]\d{1,2})?[-)]?"
).fullmatch
_SHARE = re.compile(r"[-–−]?\d+(?:[.,]\d+)?%").fullmatch
_RATE = re.compile(r".*(?:[.,]\d{1,2}|%)").fullmatch
_BLANK = re.compile(r"[-–—_]").fullmatch
_GROUP = re.compile(r"\d{3}(?:[.,]\d{1,2})?\)?").fullmatch
PARTED = Text(
    "chỉ dấu cách ngăn các ô của bảng: {count:d} số cuối mỗi dòng được đọc là các cột số tiền, vì các phép cộng khớp "
    "như vậy; tên các cột không đọc được; hãy đối chiếu với bản gốc",
    "only blanks part the cells of the table: the last {count:d} {count:figure|figures} of each line were read as the "
    "columns of amounts, for so the sums hold; the headings could not be read; compare it with the original",
)


class _Line(NamedTuple):
    """A line of a text: what stands before its last figures, and these, with their places from 0; the numbers of the
    lines that they stand on, where these are others."""

    number: int
    title: str
    figures: Sequence[re.Match[str]]
    numbers: Sequence[int] = ()

    @property
    def texts(self) -> list[str]:
        return [match[0] for match in self.figures]


def by_last_figures(lines: Lines) -> Laid | None:
    """A row for each line: its title and its last figures; None where the lines have not as many, figures may be
    groups of others, or no sum confirms them."""
    read = _joined([_line(number, bare(text)) for number, text in lines], dict(lines))
    counted = Counter(len(line.figures) for line in read if line.figures and says_words(line.title))
    columns = counted.most_common(1)[0][0] if counted else 0
    at = [at for at, line in enumerate(read) if len(line.figures) == columns and _is_row(line)]
    if len(at) < LEAST:
        return None
    body = [line for line in read[at[0] : at[-1] + 1] if line.title or line.figures]
    rows = [line for line in body if line.figures]
    if any(len(line.figures) != columns or not says_words(line.title) for line in rows) or _are_groups(rows):
        return None
    columns_of = [*zip(*(line.texts for line in rows), strict=True)]
    whole = [
        column for column in columns_of if not any(map(_RATE, column))
    ] or columns_of  # no shares: they add nothing
    values = [[*map(_value, row)] for row in zip(*whole, strict=True)]
    if 2 * len(rows) < len(body) or not (_confirmed(values) or _confirmed(values[::-1])):  # totals stand above, too
        return None
    texts = dict(lines)
    before = [_alone(texts, line) for line in read[: at[0]]]
    above, sections = texts[read[at[0] - 1].number] if at[0] else "", [line.title for line in body if not line.figures]
    below = bool(body[0].numbers)  # headings stand above the first line, unless it is called as other sections are
    alike = above.split()[:1] in [title.split()[:1] for title in sections]
    named = alike if below else bool(above.strip()) and not re.search(r"\d", above)
    if named and not (sections or below) and len(above.split()) <= columns:
        return None  # the heading of columns, of all lines, or a line without amounts
    before += [] if named and sections else [[]]
    behind = [_alone(texts, line) for line in read[at[-1] + 1 :]]
    remarks = (Remark(SHAPE, len(before), 0, {"count": columns}, PARTED),)
    table = [[*_pieces(line)] for line in body]
    return Laid([*before, *table, [], [], [], *behind], remarks=remarks)


def _joined(read: Sequence[_Line], texts: Mapping[int, str]) -> Sequence[_Line]:
    """The lines with the figures below them, where most figures stand on a line alone."""
    alone = sum(len(line.figures) == 1 and not line.title for line in read)
    if 2 * alone <= sum(bool(line.figures) for line in read):
        return read
    found: list[_Line] = []
    for line in read:
        own = line.figures or [*filter(None, [_BLANK(line.title)])]
        if len(own) == 1 and line.title in ("", own[0][0]) and found:
            last = found[-1]
            found[-1] = last._replace(figures=[*last.figures, *own], numbers=[*last.numbers, line.number])
        elif line.title or line.figures:
            found.append(_Line(line.number, bare(texts[line.number]).strip(), []))
    return found


def _alone(texts: Mapping[int, str], line: _Line) -> Row:
    """A line of the text around the table."""
    return [piece_of(texts[line.number], line.number, 1)]


def _is_row(line: _Line) -> bool:
    """Whether a line has words and amounts, not only years, as headings have."""
    return says_words(line.title) and not all(map(is_year, line.texts))


def _are_groups(rows: Sequence[_Line]) -> bool:
    """Whether figures may be the groups of others, *12 345*: none is longer than a group, and some stand so."""
    texts = [line.texts for line in rows]
    longer = any(len(re.sub(r"\D", "", text)) > GROUP for line in texts for text in line)
    return not longer and any(_GROUP(other) for line in texts for one, other in pairwise(line) if not _BLANK(one))


def _line(number: int, text: str) -> _Line:
    """A line cut before its last figures."""
    words = [*_WORD.finditer(text)]
    first = len(words) - any(_SHARE(match[0]) for match in words[-1:])
    while first and (_AMOUNT(words[first - 1][0]) or _BLANK(words[first - 1][0])):
        first -= 1
    figures = words[first:] if any(_AMOUNT(match[0]) for match in words[first:]) else []
    return _Line(number, text[: figures[0].start()].rstrip(" :") if figures else text.strip(), figures)


def _pieces(line: _Line) -> Iterator[Piece]:
    """The cells of a line."""
    yield piece_of(line.title, line.number, 1)
    for number, match in zip(line.numbers or repeat(line.number), line.figures, strict=False):
        yield piece_of(match[0], number, match.start() + 1)


def _value(text: str) -> int:
    """The digits of a figure as they stand: all have as many decimals, or no sum of them holds."""
    digits = int(re.sub(r"\D", "", text) or 0)
    return -digits if re.search(r"[-–−(]", text) else digits


def _confirmed(rows: Sequence[Sequence[int]]) -> bool:
    """Whether a line is the sum of the lines before it, two or more, in every column."""
    first: dict[tuple[int, ...], int] = {}  # where the lines before a line come to so much
    total = (0,) * len(rows[0])
    for end, whole in enumerate(rows):
        first.setdefault(total, end)
        start = first.get(tuple([one - other for one, other in zip(total, whole, strict=True)]), end)
        if end - start > 1 and sum(len(str(abs(figure))) for figure in whole if figure) >= DIGITS:
            return True
        total = tuple([one + other for one, other in zip(total, whole, strict=True)])
    return False
