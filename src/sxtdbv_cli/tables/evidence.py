"""What the figures of a column are, shown by themselves: ratios and factors by arithmetic, years, numbers that name
what a column of words names, marks of yes and no. Such columns hold no amounts, whatever their language.

A column whose heading calls it amounts is left alone, except where its cells are all years or name things.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import permutations
from typing import NamedTuple

from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.blocks import Block
from sxtdbv_cli.tables.figures import decimals_of, find_notation, read_figure
from sxtdbv_cli.tables.view import View, is_year
from sxtdbv_cli.tables.words import is_total, spelled
from sxtdbv_cli.text.language import Text

YEARS = Text("năm của từng dòng", "the year of each line")
NAMING = Text("số hiệu, không phải số tiền", "numbers that name something, no amounts")
REPEATING = Text("mỗi số luôn đi với một tên: số hiệu", "each number goes with one name: numbers that name something")
MARKS = Text("chỉ có 0 và 1, hoặc vài cấp: đánh dấu", "nothing but 0 and 1, or a few levels: marks")
RATIO_FOUND = Text("tính ra đúng là tỷ lệ của hai cột khác", "comes out as the ratio of two other columns")
FACTOR = Text("nhân với nhau ra đúng một cột khác", "multiplies to another column on every line")

SAMPLE = 400
ENOUGH = 3
MOST_COLUMNS = 14
MOST_LEVELS, LEVELLED, LARGE = 5, 4, 100
"""So many levels at most, each on so many lines, beside amounts larger than this."""
_NAMES = re.compile(
    r"level|cap|group|nhom|class|type|loai|dept|fund|char|phone|mobile|fax|(so )?dien thoai|sdt|.* phone|tel\.?|"
    r"(unit|room|floor|page|row|index|rank|zip|fund|dept|department|account|object|sub ?\.?obj\w*|unit|org\w*|program|"
    r"category|priority|iteration|month|day|week|quarter)( ?(number|no\.?|id|code|#))?|"
    r"\w+ ?(id|code|number|no\.)|parent|niveau|nivel|ebene|stufe|telef\w*|pages?"
).fullmatch

Found = tuple[Use, Text]
Numbers = Sequence[Decimal | None]


class Figured(NamedTuple):
    """A column of figures as it is weighed: its values by row, its heading, whether the heading calls it amounts."""

    values: Numbers
    heading: str
    amounts: bool
    years: bool


def evidence(
    view: View, block: Block, figured: Mapping[int, tuple[str, bool]], factors: Sequence[int], worded: Sequence[int]
) -> dict[int, Found]:
    """What columns of figures are shown to be, where they are no amounts.

    ``figured`` has the heading of each, and whether it calls them amounts; ``factors`` are the columns of quantities
    and prices, ``worded`` those of words.
    """
    rows = [row for row in range(block.body, min(block.end, block.body + SAMPLE)) if not view.is_blank(row)]
    columns = {
        column: _figured(view, rows, column, heading, amounts=amounts) for column, (heading, amounts) in figured.items()
    }
    for column, figures in columns.items():
        if figures.years and _is_totalled(view, rows, column, worded):
            columns[column] = figures._replace(years=False)
    found = {column: what for column, figures in columns.items() if (what := _by_name(figures))}
    found |= _repeating(view, rows, {c: f for c, f in columns.items() if c not in found and not f.amounts}, worded)
    known = {column: figures for column, figures in columns.items() if column not in found}
    open_ = {column: figures for column, figures in known.items() if not figures.amounts}
    if len(known) <= MOST_COLUMNS:
        known |= {column: _figured(view, rows, column, "", amounts=True) for column in factors}
        found |= dict(_products(known, open_))
        parts = {c: f for c, f in known.items() if c in figured and c not in open_ and _is_parts(f.values)}
        found |= dict(_ratios(known, parts | {c: f for c, f in open_.items() if c not in found}))
    found |= {c: (Use.SKIP, MARKS) for c, f in open_.items() if c not in found and _is_marks(f.values, known, c)}
    return found if len(found) < len(columns) else {c: what for c, what in found.items() if what[1] is YEARS}


def _by_name(figures: Figured) -> Found | None:
    """What the heading of a column says that its figures name."""
    if figures.years:
        return Use.SCHEDULE, YEARS
    if len(figures.values) > ENOUGH and {str(value) for value in figures.values} == {figures.heading}:
        return Use.SKIP, NAMING  # the year of the heading once more on every line
    if _NAMES(plain(spelled(figures.heading))) and _whole(figures.values):
        return Use.SKIP, NAMING
    return None


def _figured(view: View, rows: Sequence[int], column: int, heading: str, *, amounts: bool) -> Figured:
    cells = [view.at(row, column) for row in rows]
    notation = find_notation(cell.text for cell in cells if cell is not None)
    filled = [cell for cell in cells if cell is not None]
    return Figured(
        [read_figure(cell, notation).value for cell in cells],
        heading,
        amounts,
        bool(filled) and all(map(is_year, filled)) and not _year(heading),
    )


def _is_totalled(view: View, rows: Sequence[int], column: int, worded: Sequence[int]) -> bool:
    """Whether a total has a figure in a column: it holds amounts then, though each of them could be a year."""
    totals = (row for row in rows if any(is_total(view.text(row, other)) for other in worded))
    return any(view.at(row, column) is not None for row in totals)


def _year(heading: str) -> bool:
    """Whether a heading is a year itself: what stands below it are amounts."""
    return bool(re.search(r"(?<!\d)(19|20)\d\d(?!\d)", heading))


def _whole(values: Numbers) -> bool:
    return all(value is None or (value == value.to_integral_value() and value >= 0) for value in values)


def _repeating(
    view: View, rows: Sequence[int], columns: Mapping[int, Figured], worded: Sequence[int]
) -> dict[int, Found]:
    """Columns of whole numbers each of which always stands with the same words, and the words with it, again and
    again: the number of a department beside its name."""
    found: dict[int, Found] = {}
    for column, figures in columns.items():
        if len(found) + 1 >= len(columns) or not _whole(figures.values):
            continue
        for other in worded:
            pairs = [
                (value, text)
                for row, value in zip(rows, figures.values, strict=True)
                if (text := view.text(row, other)) and value is not None
            ]
            numbers, texts = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
            if 1 < len(set(pairs)) == len(numbers) == len(texts) and 2 * len(texts) <= len(pairs) > ENOUGH:
                found[column] = Use.SKIP, REPEATING
    return found


def _products(known: Mapping[int, Figured], open_: Mapping[int, Figured]) -> Iterator[tuple[int, Found]]:
    """Two columns whose product is a third wherever all three are stated; what has nothing but parts of one is a
    ratio."""
    parts = {column for column, figures in known.items() if _is_parts(figures.values)}
    for one, other, whole in permutations(known, 3):
        if (
            one < other
            and not {one, other} & parts
            and {one, other} & open_.keys()
            and _is_product(known, one, other, whole)
        ):
            yield from (
                (column, (use, FACTOR)) for column, use in ((one, Use.QUANTITY), (other, Use.PRICE)) if column in open_
            )


def _is_product(known: Mapping[int, Figured], one: int, other: int, whole: int) -> bool:
    triples = _together(known[one].values, known[other].values, known[whole].values)
    telling = [(a, b) for a, b, _ in triples if a not in (0, 1) and b not in (0, 1)]
    half = Decimal(1).scaleb(-max((decimals_of(v) for v in known[whole].values if v is not None), default=0)) / 2
    return len(telling) >= ENOUGH and all(abs(a * b - c) <= half for a, b, c in triples)


def _ratios(known: Mapping[int, Figured], open_: Mapping[int, Figured]) -> Iterator[tuple[int, Found]]:
    """Columns that are the quotient of two others, or their difference in parts of one, or in percent."""
    for column, figures in open_.items():
        step = Decimal(1).scaleb(-max((decimals_of(v) for v in figures.values if v is not None), default=0))
        others = [other for other in known if other != column]
        for one, other in permutations(others, 2):
            triples = [t for t in _together(figures.values, known[one].values, known[other].values) if t[2]]
            telling = [value for value, _, _ in triples if value]
            if len(set(telling)) < ENOUGH or _is_whole(triples):
                continue
            for scale in (1, 100):
                if any(
                    all(abs(value - scale * (a - less * b) / b) <= step for value, a, b in triples) for less in (0, 1)
                ):
                    yield column, (Use.SKIP, RATIO_FOUND)


def _is_parts(values: Numbers) -> bool:
    """Whether a column has nothing but parts of one, whatever its heading."""
    stated = [value for value in values if value is not None]
    return len(stated) > ENOUGH and all(0 <= value <= 1 for value in stated) and not _whole(stated)


def _is_whole(triples: Sequence[tuple[Decimal, ...]]) -> bool:
    """Whether the first of three figures is the largest by far: it is what the others are the parts and ratios of."""
    return all(abs(value) >= abs(part) and abs(value) > 1 >= abs(ratio) for value, part, ratio in triples if value)


def _together(*columns: Numbers) -> list[tuple[Decimal, ...]]:
    """The rows on which all columns have a figure."""
    return [
        tuple(value for value in values if value is not None)
        for values in zip(*columns, strict=True)
        if None not in values
    ]


def _is_marks(values: Numbers, known: Mapping[int, Figured], column: int) -> bool:
    """Whether a column says yes and no, or has a few levels again and again, beside one of larger figures."""
    stated = [value for value in values if value is not None]
    others = [abs(v) for other in known if other != column for v in known[other].values if v is not None]
    told, most = set(stated), max(others, default=Decimal(0))
    if len(stated) > ENOUGH and Decimal(1) in told and told <= {Decimal(0), Decimal(1)} and most > 1:
        return True
    levels = {Decimal(level) for level in range(1, len(told) + 1)}
    return 1 < len(told) <= MOST_LEVELS and told == levels and len(stated) >= LEVELLED * len(told) and most > LARGE
