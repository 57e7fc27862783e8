"""Consistent plans drawn in another way than ``mistakes.draw``, written without a look at it.

Offices with tasks of any number, sections of one shape, trees grown at random, all lines under one total; steps of
a hundred thousand to a billion, amounts whose size (not whose value) is even, the same each year, growing by some per
cent, of a few kinds, odd to the đồng, without figures in some years; declared totals for all columns or one.
"""

from collections.abc import Callable, Iterator
from functools import cache, partial
from math import comb, log10, prod
from random import Random
from typing import NamedTuple

from mistakes import Row, Table

from sxtdbv_cli.model.plan import NOWHERE

STEPS = (100_000, 1_000_000, 5_000_000, 10_000_000, 100_000_000)
GROWTH = (3, 5, 7, 8, 10, 12, 15, 20)

Shape = Callable[[Random, int, int], list[int]]
"""From the lines wanted and the line at the top (NOWHERE: none) the parents of all lines but that one."""


def draw(random: Random, count: int, years: int, *, ragged: bool = False) -> Table:
    """A consistent table of about so many lines; with ``ragged`` years without figures are blank."""
    whole = random.random() < 0.6
    parents = [NOWHERE] if whole else []
    shape = random.choice(SHAPES if count <= 300 else SHAPES[:-1])
    parents += shape(random, count, 0 if whole else NOWHERE)
    rows = [[0] * (years + 1) for _ in parents]
    table = Table(parents, rows, None)
    leaves, style = table.leaves(), _style(random)
    table.likely = partial(_likely, style=style)
    for line, figures in zip(leaves, _amounts(random, style, len(leaves), years), strict=True):
        rows[line] = [sum(figures), *figures]
    for line in reversed(range(len(parents))):
        if parents[line] != NOWHERE:
            rows[parents[line]] = [one + two for one, two in zip(rows[parents[line]], rows[line], strict=True)]
    tops = [row for row, parent in zip(rows, parents, strict=True) if parent == NOWHERE]
    if len(tops) > 1 or random.random() < 0.5:
        table.declared = [sum(column) for column in zip(*tops, strict=True)]
    if ragged:
        table.blank = {(line, at) for line in leaves for at, amount in enumerate(rows[line]) if at and not amount}
    return table


def _offices(random: Random, count: int, top: int) -> list[int]:
    """Sections of offices with tasks, some of them in parts."""
    few = count <= 100
    parents: list[int] = []
    first = top + 1

    def add(parent: int) -> int:
        parents.append(parent)
        return first + len(parents) - 1

    while len(parents) < count:
        section = add(top)
        for _ in range(random.randint(1, 4) if few else random.randint(3, 12)):
            office = add(section)
            for _ in range(random.randint(1, 6) if few else random.randint(2, 14)):
                task = add(office)
                for _ in range(random.randint(2, 4) if random.random() < 0.25 else 0):
                    add(task)
    return parents


def _even(random: Random, count: int, top: int) -> list[int]:
    """Every line of a level has as many lines below it."""
    depth = random.choice((2, 3, 3, 4) if count <= 300 else (3, 4, 5))
    widths = [max(2, round(count ** (1 / depth) * random.uniform(0.6, 1.6))) for _ in range(depth)]
    parents: list[int] = []

    def add(parent: int, level: int) -> None:
        for _ in range(widths[level] if level < depth else 0):
            parents.append(parent)
            add(top + len(parents), level + 1)

    add(top, 0)
    return parents


def _grown(random: Random, count: int, top: int) -> list[int]:
    """A line at a time, under any that may have lines below it."""
    deepest = random.choice((3, 4, 5, 6))
    below: list[list[int]] = [[] for _ in range(count + 1)]
    inner, level = [0], [0] * (count + 1)
    for line in range(1, count + 1):
        parent = random.choice(inner)
        below[parent].append(line)
        level[line] = level[parent] + 1
        if level[line] < deepest and random.random() < 0.35:
            inner.append(line)

    def in_order(line: int, parent: int) -> Iterator[int]:
        for child in below[line]:
            yield parent
            places[child] = top + 1 + len(places)
            yield from in_order(child, places[child])

    places: dict[int, int] = {}
    return list(in_order(0, top))


def _flat(_: Random, count: int, top: int) -> list[int]:
    """All lines under one."""
    return [top] * count


SHAPES: tuple[Shape, ...] = (_offices, _offices, _even, _even, _grown, _flat)


class Style(NamedTuple):
    """How the amounts of one table are drawn."""

    step: int
    size: float
    kinds: tuple[str, ...]
    odd: float
    empty: float
    few: list[int]


def _style(random: Random) -> Style:
    step, size = random.choice(STEPS), random.choice((1, 1.5, 2, 3))
    kinds = random.choice((("equal", "growing", "free", "free"), ("equal",), ("growing",), ("free",), ("few",)))
    odd, empty = random.choice((0, 0, 0.05, 0.3)), random.choice((0, 0, 0.1, 0.3))
    return Style(step, size, kinds, odd, empty, [_one(random, step, size) for _ in range(random.randint(6, 20))])


def _one(random: Random, step: int, size: float) -> int:
    return int(10 ** random.uniform(0, size)) * step


def _amounts(random: Random, style: Style, lines: int, years: int) -> Iterator[Row]:
    """The years of so many lines."""
    step, size, kinds, odd, empty, few = style
    for _ in range(lines):
        kind, base, rate = random.choice(kinds), _one(random, step, size), random.choice(GROWTH)
        row = {
            "equal": [base] * years,
            "growing": _growing(base, rate, years, step),
            "few": [random.choice(few) for _ in range(years)],
            "free": [_one(random, step, size) for _ in range(years)],
        }[kind]
        if random.random() < odd:
            row = [amount + random.randint(1, step - 1) for amount in row]
        if random.random() < empty:
            gone = random.sample(range(years), random.randint(1, years - 1))
            row = [0 if year in gone else amount for year, amount in enumerate(row)]
        yield row


def _growing(base: int, rate: int, years: int, step: int) -> Row:
    return [base * (100 + rate) ** year // 100**year // step * step for year in range(years)]


def _likely(row: Row, style: Style) -> float:
    """How likely ``_amounts`` is to draw the years of a row."""
    stated = {year: amount for year, amount in enumerate(row[1:]) if amount}
    years, gone = len(row) - 1, len(row) - 1 - len(stated)
    if row[0] != sum(row[1:]) or not stated or min(stated.values()) < 0:
        return 0
    rests = {bool(amount % style.step) for amount in stated.values()}
    blanks = style.empty / (years - 1) / comb(years, gone) if gone else 1 - style.empty
    digits = (style.odd / (style.step - 1) ** len(stated) if rests == {True} else 1 - style.odd) * (len(rests) == 1)
    even = {year: amount // style.step * style.step for year, amount in stated.items()}
    return blanks * digits * sum(_likely_of(kind, even, years, style) for kind in style.kinds) / len(style.kinds)


def _likely_of(kind: str, stated: dict[int, int], years: int, style: Style) -> float:
    amounts = list(stated.values())
    if kind == "equal":
        return _likely_one(amounts[0], style) if len({*amounts}) == 1 else 0
    if kind == "growing":
        rows = _all_growing(style.step, int(10**style.size), years)
        return sum(
            _likely_one(row[0], style) / len(GROWTH)
            for row in rows
            if all(row[year] == amount for year, amount in stated.items())
        )
    return prod(style.few.count(one) / len(style.few) if kind == "few" else _likely_one(one, style) for one in amounts)


@cache
def _all_growing(step: int, most: int, years: int) -> list[Row]:
    return [_growing(base * step, rate, years, step) for base in range(1, most) for rate in GROWTH]


def _likely_one(amount: int, style: Style) -> float:
    """How likely ``_one`` is to draw an amount."""
    times = amount // style.step
    return log10((times + 1) / times) / style.size if 1 <= times < 10**style.size else 0
