"""What a line of a page set out with blanks is by itself: cut by them, ended by a figure, the line of a title."""

import re
from collections.abc import Sequence

from sxtdbv_cli.files.txt.cell import NUMBER, heads_a_table, is_label, is_total
from sxtdbv_cli.files.txt.tokens import Lines
from sxtdbv_cli.model.units import plain

LONGEST_HEADING = 30
FEWEST = 3
"""So many cells number columns."""
GAP = re.compile(r"(?<=\S)\s{2,}(?=\S)")
_LEADERS = re.compile(r" ?(?:\.{3,}|(?=[.,…]{2})[.,]*…[.,…]*) ?|\.\.(?= {2})")
_SIGN = re.compile(r"(?<!\S)([$£€¥₫])( +)(?=[-(]?\d|-(?!\S))")
is_shown_figure = re.compile(r"[-+(]*[^\w\s]?[-(]?\d[\d.,']*\)?\s?(?:%|[^\W\d_]{1,5}|[^\w\s])?").fullmatch
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?|\d+,\d+").fullmatch
is_year = re.compile(r"(?:19|20)\d\d").fullmatch
_NUMBERED = re.compile(r"[(\[]?(\d{1,2})").match
begins_with_code = re.compile(rf"\s*{NUMBER}\s+[^\W\d_]").match


def bare(line: str) -> str:
    """A line without leaders, a page break and tabs, the signs of currencies right before their figures."""
    plain = _LEADERS.sub(lambda match: " " * len(match[0]), line.replace("\f", "").expandtabs().rstrip())
    return _SIGN.sub(r"\2\1", plain)


def begin_of(line: str) -> int:
    """Where the text of a line begins."""
    return len(line) - len(line.lstrip())


def is_written(line: str) -> bool:
    """Whether a line has a letter or a digit."""
    return any(map(str.isalnum, line))


def is_cut(line: str) -> bool:
    """Whether two blanks or more part what is written on a line."""
    return bool(GAP.search(line)) and is_written(line)


def numbers_columns(line: str) -> bool:
    """Whether a line numbers the columns: ``A B 1 2 3=1+2``."""
    words = line.split()
    if len(words) < FEWEST or not all(map(is_label, words)):
        return False
    numbers = _numbers(line)
    return len(numbers) > 1 and numbers[0] <= FEWEST and (counts_on(line) or "=" in line)


def counts_on(line: str) -> bool:
    """Whether the numbers of columns leave none out."""
    numbers = _numbers(line)
    return numbers == [*range(numbers[0], numbers[0] + len(numbers))]


def _numbers(line: str) -> list[int]:
    return [int(number[1]) for number in map(_NUMBERED, line.split()) if number]


def figured(page: Lines) -> list[int]:
    """The lines of a page that are cut and hold a figure. Years behind a total are figures where others stand above."""
    found: list[int] = []
    for at, (_, line) in enumerate(page):
        plain = "|" not in line and is_cut(line) and not numbers_columns(line)
        cells = GAP.split(line.strip()) if plain else [""]
        if len(cells) > 1 and (states(cells) or (found and is_total(cells[0]) and is_shown_figure(cells[-1]))):
            found.append(at)
    return found


def states(cells: Sequence[str]) -> bool:
    """Whether a line ends with a figure, or has one in groups behind its first cell; years beside headings are none."""
    if heads_a_table(cells[0]) or all(is_year(cell) or is_total(cell) for cell in cells):
        return any(map(_GROUPED, cells[1:]))
    return bool(is_shown_figure(cells[-1])) or any(map(_GROUPED, cells[1:]))


def is_text(line: str) -> bool:
    """Whether a line above a header is none of it: it stands to the left, is long, or says more than a heading."""
    text = line.strip()
    return not GAP.search(line) and (line == text or len(text) > LONGEST_HEADING or ":" in text or text[0] == "(")


_UNIT = re.compile(r"\(?(don vi( tinh)?|d\.?v\.?t?|dv tinh|unit)\.? ?:").match


def states_unit(line: str) -> bool:
    """Whether a line states the unit of the table, which stands right above its header: *Đơn vị: triệu đồng*."""
    return any(_UNIT(plain(text)) for text in GAP.split(line.strip()))


def is_row(line: str) -> bool:
    """Whether a line has a code and a title, which begins with a capital: a heading may go on with neither."""
    coded = begins_with_code(line)
    return coded is not None and coded[0][-1].isupper() and not numbers_columns(line)


def is_section(line: str) -> bool:
    """Whether a line holds nothing but a code and a title, wherever that stands."""
    cells = GAP.split(line.strip())
    titled = len(cells) == 2 and bool(begins_with_code(line)) and not states(cells)
    return titled and not any(map(_GROUPED, cells[1].split()))
