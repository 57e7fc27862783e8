"""Columns that are the product, the quotient or the relative difference of two others."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import permutations
from typing import TypeVar, cast

from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.columns.figured import ENOUGH, Figured, Found, Numbers, are_whole
from sxtdbv_cli.tables.columns.taken import Why
from sxtdbv_cli.tables.figures.noise import decimals_of
from sxtdbv_cli.text.saying import Late

Number = TypeVar("Number", int, Decimal)
PERCENT = 100
SCALES = (1, PERCENT)
"""Ratios stand in parts of one, or in percent."""
SHOWN = 10
"""A share of fewer steps of its last digit agrees with anything."""
_MOST = 4
"""One line in so many may fail a product that headings and places suggest."""


def products(
    known: Mapping[int, Figured], open_: Mapping[int, Figured], counts: Sequence[int]
) -> Iterator[tuple[int, Found]]:
    """Two columns whose product is a third wherever all three are stated; what has nothing but parts of one is a
    ratio, and what is added up is no factor."""
    parts = {column for column, figures in known.items() if is_parts(figures.values)}
    for one, other, whole in permutations(known, 3):
        if (
            one < other
            and not {one, other} & parts
            and {one, other} & open_.keys()
            and _is_product(known, one, other, whole)
            and not any(_is_added(known, a, b, whole) for a, b in permutations((one, other)) if a in counts)
        ):
            yield from (
                (column, (use, Why.FACTOR))
                for column, use in ((one, Use.QUANTITY), (other, Use.PRICE))
                if column in open_
            )


def multiplied(known: Mapping[int, Figured], factors: Mapping[int, Use]) -> Iterator[int]:
    """Columns headed as prices that are another price times a quantity, and are multiplied with none themselves: what
    is paid for each of something (*Cost/Store*)."""
    counts = [column for column in known if factors[column] is Use.QUANTITY]
    pairs = permutations([column for column in known if factors[column] is Use.PRICE], 2)
    for price, whole in pairs if counts else ():
        if any(_is_product(known, count, price, whole) for count in counts):
            yield whole


def prices(
    known: Mapping[int, Figured], quantities: Sequence[int], columns: Sequence[int], counts: Sequence[int]
) -> Iterator[int]:
    """Columns that times a column of quantities are a third: prices, whatever their headings; those that call
    themselves averages are rounded. A line or two may be wrong; what is added up beside counts is no price."""
    for quantity in quantities:
        for column, whole in permutations(columns, 2):
            if quantity == column or (quantity in counts and _is_added(known, quantity, column, whole)):
                continue
            rows = _rows(known, quantity, column, whole)
            off = _half(known[column].values) if _AVERAGE(plain(known[column].heading)) else 0
            half = _half(known[whole].values)
            right = [row for row in rows if abs(row[0] * row[1] - row[2]) <= half + off * abs(row[0])]
            telling = sum(bool(row[2]) and row[0] != 1 for row in right)
            wrong = len(rows) - len(right)
            if telling >= (ENOUGH if wrong else 1) and len(right) >= max(ENOUGH, 2 * wrong + 1):
                yield column


def _is_added(known: Mapping[int, Figured], count: int, column: int, whole: int) -> bool:
    """Whether a column is stated wherever the whole is and nothing is counted: in totals, which have no price."""
    rows = zip(known[count].values, known[column].values, known[whole].values, strict=True)
    pairs = [(one, all_) for counted, one, all_ in rows if counted is None and all_]
    return bool(pairs) and all(one not in (None, all_) for one, all_ in pairs)


_AVERAGE = Late(r"\b(average|avg|mean|binh quan|trung binh|tb)\b").search
MOST_AVERAGED = 60
_BINARY = Decimal("0.000001")
"""Binary numbers show a quotient to so much at least."""


def averages(known: Mapping[int, Figured], open_: Mapping[int, Figured]) -> Iterator[tuple[int, Found]]:
    """Columns that call themselves averages, and are another divided by one number on nearly every line."""
    for column, figures in open_.items():
        for whole in known if _AVERAGE(plain(figures.heading)) else ():
            pairs = [pair for pair in together(figures.values, known[whole].values) if pair[0] and pair[1]]
            counts = Counter(round(total / average) for average, total in pairs)
            count, _ = counts.most_common(1)[0] if counts else (0, 0)
            step = max(_half(figures.values) * 2, _BINARY)
            right = sum(bool(count) and abs(average - total / count) <= step for average, total in pairs)
            if right >= ENOUGH and 1 < count <= MOST_AVERAGED and _MOST * (len(pairs) - right) <= len(pairs):
                yield column, (Use.SKIP, Why.AVERAGE)


_PER_YEAR = Late(r"\b(base|salary|salaries|wages?|rate|stipend)\b").search
EFFORTS = (1, 12, 100)
"""An effort is a part of one, months of twelve, or percent."""


def efforts(known: Mapping[int, Figured], open_: Mapping[int, Figured]) -> Iterator[tuple[int, Found]]:
    """An effort and the salary of a year, which times it is what is asked for: *3.6 months* of *161,000*."""
    for effort in open_:
        for salary, whole in permutations([column for column in known if column != effort], 2):
            if _PER_YEAR(known[salary].heading.lower()) and any(
                _is_share(known, effort, salary, whole, share) for share in EFFORTS
            ):
                yield from ((column, (Use.SKIP, Why.FACTOR)) for column in (effort, salary))


def _is_share(known: Mapping[int, Figured], effort: int, salary: int, whole: int, share: int) -> bool:
    """Whether a column is everywhere the part of another that an effort says, which is never more than all of it."""
    rows = _rows(known, effort, salary, whole)
    telling = {row for row in rows if row[2] and row[0] not in (0, 1, share)}
    half = _half(known[whole].values)
    return len(telling) >= ENOUGH and all(
        0 <= part <= share and abs(part * year / share - asked) <= half for part, year, asked in rows
    )


def _rows(known: Mapping[int, Figured], *columns: int) -> list[tuple[Decimal, ...]]:
    """The rows on which all of some columns have a figure."""
    return [*together(*(known[column].values for column in columns))]


def _half(values: Numbers) -> Decimal:
    """Half a unit of the last decimal that a column shows."""
    return Decimal(1).scaleb(-places_of(values)) / 2


def _is_product(known: Mapping[int, Figured], one: int, other: int, whole: int) -> bool:
    triples = _rows(known, one, other, whole)
    telling = [(a, b) for a, b, _ in triples if a not in (0, 1) and b not in (0, 1)]
    half = _half(known[whole].values)
    return len(telling) >= ENOUGH and all(abs(a * b - c) <= half for a, b, c in triples)


def ratios(
    known: Mapping[int, Figured], open_: Mapping[int, Figured], counts: Sequence[int], scales: Sequence[int] = SCALES
) -> Iterator[tuple[int, Found]]:
    """Columns that are the quotient of two others, or their difference in parts of one, or in percent.

    Of a quotient and the column that it divides by, each is the quotient of the two others: the one that shows more
    decimals is meant.
    """
    places = {column: places_of(figures.values) for column, figures in known.items()}
    for column, figures in open_.items():
        others = [other for other in known if other != column]
        if any(
            _is_quotient(figures.values, known[one].values, known[other].values, places[column], scales)
            and not (other in open_ and places[other] > places[column])
            and not (other in counts and _is_added(known, other, column, one))
            for one, other in permutations(others, 2)
        ):
            yield column, (Use.SKIP, Why.RATIO_FOUND)


def places_of(values: Numbers) -> int:
    """How many decimals a column shows."""
    return max((decimals_of(value) for value in values if value is not None), default=0)


def _is_quotient(values: Numbers, one: Numbers, other: Numbers, places: int, scales: Sequence[int]) -> bool:
    """Whether a column is the quotient of two others, or their difference in parts of the second, or in percent."""
    step = Decimal(1).scaleb(-places)
    triples = [triple for triple in together(values, one, other) if triple[2]]
    telling = {value for value, _, _ in triples if value}
    return len(telling) >= ENOUGH and any(comes_out(triples, scale, step) for scale in scales)


def comes_out(rows: Iterable[tuple[Number, ...]], scale: int, step: Number) -> bool:
    """Whether figures are quotients, times a scale and to a step of their last digit: on every row the first of the
    second and the third, or on every row of their difference and the third, which is not nought."""
    less = {0, 1}
    for value, part, whole in rows:
        less = {one for one in less if abs(value * whole - scale * (part - one * whole)) <= step * abs(whole)}
        if not less:
            return False
    return True


def is_parts(values: Numbers) -> bool:
    """Whether a column has nothing but parts of one, whatever its heading."""
    stated = [value for value in values if value is not None]
    return len(stated) > ENOUGH and all(0 <= value <= 1 for value in stated) and not are_whole(stated)


def together(*columns: Sequence[Number | None]) -> Iterator[tuple[Number, ...]]:
    """The rows on which all columns have a figure."""
    return cast("Iterator[tuple[Number, ...]]", (row for row in zip(*columns, strict=True) if None not in row))
