"""Columns that are the product, the quotient or the relative difference of two others."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, permutations
from math import prod

from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.columns.figured import ENOUGH, Figured, Found, Numbers, are_whole
from sxtdbv_cli.tables.columns.reasons import FACTOR, RATIO_FOUND
from sxtdbv_cli.tables.figures import decimals_of


def products(known: Mapping[int, Figured], open_: Mapping[int, Figured]) -> Iterator[tuple[int, Found]]:
    """Two columns whose product is a third wherever all three are stated; what has nothing but parts of one is a
    ratio."""
    parts = {column for column, figures in known.items() if is_parts(figures.values)}
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


def products_of_three(known: Mapping[int, Figured], open_: Mapping[int, Figured]) -> Iterator[tuple[int, Found]]:
    """Three columns whose product is a fourth wherever all are stated: people, months, and a wage that its heading may
    call an amount. One of them at least no heading calls so."""
    for whole in known:
        rest = [column for column in known if column != whole]
        for factors in combinations(rest, 3):
            if not open_.keys().isdisjoint(factors) and _is_product_of(known, factors, whole):
                price = max(factors, key=lambda column: max(abs(v) for v in known[column].values if v is not None))
                yield from ((column, (Use.PRICE if column == price else Use.QUANTITY, FACTOR)) for column in factors)


def _is_product_of(known: Mapping[int, Figured], factors: Sequence[int], whole: int) -> bool:
    rows = _together(*(known[column].values for column in factors), known[whole].values)
    telling = [row for row in rows if row[-1] and sum(value != 1 for value in row[:-1]) > 1]
    return len(telling) >= ENOUGH and all(prod(row[:-1]) == row[-1] for row in rows)


def _is_product(known: Mapping[int, Figured], one: int, other: int, whole: int) -> bool:
    triples = _together(known[one].values, known[other].values, known[whole].values)
    telling = [(a, b) for a, b, _ in triples if a not in (0, 1) and b not in (0, 1)]
    half = Decimal(1).scaleb(-max((decimals_of(v) for v in known[whole].values if v is not None), default=0)) / 2
    return len(telling) >= ENOUGH and all(abs(a * b - c) <= half for a, b, c in triples)


def ratios(known: Mapping[int, Figured], open_: Mapping[int, Figured]) -> Iterator[tuple[int, Found]]:
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


def is_parts(values: Numbers) -> bool:
    """Whether a column has nothing but parts of one, whatever its heading."""
    stated = [value for value in values if value is not None]
    return len(stated) > ENOUGH and all(0 <= value <= 1 for value in stated) and not are_whole(stated)


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
