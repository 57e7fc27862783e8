"""Columns of percentages beside the amounts that are worked out of them: what does not come out on some lines.

*So sánh (%)* is one column of amounts in percent of another, or how far it is from it; *Tỷ trọng (%)* is a column in
percent of its own largest figure. The row that numbers the columns says of which (``3=2/1``); else it is the two of
which nearly all lines are the quotient. The figures of percentages are no amounts: nothing is added, and what is wrong
is one of three.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import islice, permutations, product
from typing import NamedTuple

from sxtdbv_cli.model.grid import Kind
from sxtdbv_cli.model.place import column_letters
from sxtdbv_cli.model.plan import Amount
from sxtdbv_cli.model.sheet import Proportion
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.columns.quotients import PERCENT, SCALES, SHOWN
from sxtdbv_cli.tables.columns.taken import Taken, Why, amounts_of
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.figures.exact import What, read_figure
from sxtdbv_cli.tables.figures.noise import decimals_of, without_noise
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.saying import Late

FEWEST, TOLD = 5, 2
"""So many lines must be the quotient of two columns; of two that the table names."""
_MOST, _MOST_TOLD = 5, 2
"""One line in so many may fail; of two columns that the table names, where enough lines agree."""
_COLUMNS, _LOOK = 12, 60
"""Of so many columns at most it is asked which two are meant, and of so many lines."""
_LONGEST = 4
"""What is stored with more decimals than that was never typed."""
_DECIMALS = Late(r"\d[.,](\d\d?)\b\D*$").search
_QUOTIENT = Late(r"[^=]*=\(?(\w+)\)?[/:÷]\(?(\w+?)\)?(?:[x×*.]?100)?%?").fullmatch


class _Way(NamedTuple):
    """The columns of amounts whose quotient is meant, by their places; how far the first is from the second in a
    ``change``; in percent, or in parts of one. Or the share that the first has ``of`` one amount."""

    part: int
    whole: int
    change: bool = False
    scale: int = PERCENT
    of: int = 0

    def formula(self, columns: Sequence[str]) -> str:
        """The same with the letters of the columns of amounts."""
        part, whole = columns[self.part], columns[self.whole]
        return f"({part} - {whole}) / {whole}" if self.change else f"{part} / {'Σ' * bool(self.of)}{whole}"

    def amounts(self, entry: Entry) -> tuple[Amount, Amount]:
        """What a line states of the two."""
        return entry.figures[self.part], self.of or entry.figures[self.whole]


class _Stated(NamedTuple):
    """A line with the figure that its cell shows, in parts of a ``unit``, and one ``step`` of its last digit; and of
    what else it may be a share: the line above it, or itself where others stand below it."""

    entry: Entry
    value: int
    unit: int
    step: int
    wholes: Sequence[Entry]

    @property
    def row(self) -> int:
        """The row of its figures."""
        return self.entry.figures_row


def find_proportions(reading: Reading) -> tuple[tuple[Proportion, ...], dict[int, str]]:
    """The percentages of a table that are not what their columns come to, further off than rounding explains; and of
    each column of percentages that is compared with others what it is, as a formula (``E / D``)."""
    rates = [column for column in reading.taken if column.why == Why.RATIO] if reading.view.grid.joined is None else []
    found = {column.head.column: _compared(reading, column) for column in rates}
    columns = [column_letters(column.head.column + 1) for column in amounts_of(reading.taken)]
    formulas = {column: way.formula(columns) for column, (_, way) in found.items() if way is not None}
    return tuple(one for wrong, _ in found.values() for one in wrong), formulas


def _compared(reading: Reading, rate: Taken) -> tuple[list[Proportion], _Way | None]:
    """Those of one column, and what it is taken for."""
    stated = [*_stated(reading, rate.head.column)]
    columns = [column.head.column for column in amounts_of(reading.taken)]
    precision = reading.plan.unit.precision if reading.plan.unit.precision > 1 else 0
    said = _said(rate, reading.taken)
    telling = [one for one in stated if abs(one.value) >= SHOWN * one.step]
    ways = [_Way(*said, change, scale) for change, scale in product((False, True), SCALES)] if said else []
    held = _held(ways, stated, telling, precision, said=True)
    if not held and len(columns) <= _COLUMNS:  # nothing is said, or it is not so
        first = telling[:_LOOK]
        ways = [way for way in _ways(stated, len(columns)) if _may_be(way, first, precision)]
        held = _held(ways, stated, telling, precision, said=False)
    fewest = min((len(off) for _, off in held), default=0)
    best = [(way, off) for way, off in held if len(off) == fewest]
    wrong = set.intersection(*(off for _, off in best)) if fewest else set()
    told = [one for one in stated if one.row in wrong]
    if told and best[0][0].change:
        turned = best[0][0]._replace(scale=-best[0][0].scale)  # of income and expenses what is better has a plus
        others = [one for one in told if _is_off(turned, one, precision)]
        told = others if len(told) - len(others) > 1 else told
    wrong_ones = [_proportion(one, rate.head.column, best[0][0], columns) for one in told]
    return wrong_ones, best[0][0] if best else None


def _held(
    ways: Iterable[_Way], stated: Sequence[_Stated], telling: Sequence[_Stated], precision: int, *, said: bool
) -> list[tuple[_Way, set[int]]]:
    """The ways that explain enough rows, each with those that it does not explain."""
    found = ((way, _failing(way, stated, telling, precision, said=said)) for way in ways)
    return [(way, off) for way, off in found if off is not None]


def _failing(
    way: _Way, stated: Sequence[_Stated], telling: Sequence[_Stated], precision: int, *, said: bool
) -> set[int] | None:
    """The rows that a way does not explain; None where it does not explain nearly all, and so many that tell."""
    off = {one.row: _is_off(way, one, precision) for one in stated}
    agree, failing = sum(off[one.row] is False for one in telling), {row for row, is_off in off.items() if is_off}
    least, most = TOLD if said else FEWEST, _MOST_TOLD if said and agree >= FEWEST else _MOST
    return failing if agree >= least and most * len(failing) <= agree + len(failing) else None


def _ways(stated: Sequence[_Stated], columns: int) -> Iterator[_Way]:
    """Every way in which percentages may be meant that nothing explains: of two columns, or of a whole column."""
    for (part, whole), change, scale in product(permutations(range(columns), 2), (False, True), SCALES):
        yield _Way(part, whole, change, scale)
    for (at, figures), scale in product(enumerate(zip(*(one.entry.figures for one in stated), strict=True)), SCALES):
        yield _Way(at, at, scale=scale, of=max(filter(None, figures), key=abs, default=0))


def _stated(reading: Reading, column: int) -> Iterator[_Stated]:
    """The lines that state a percentage, the total of everything too."""
    found = reading.structure
    whole = found.outcome.declared
    lines = [
        (entry, [*filter(None, (found.whole(parent), entry if line in found.children else None))])
        for line, (entry, parent) in enumerate(zip(found.entries, found.parents, strict=True))
    ]
    for entry, wholes in [*lines, *([(whole, [])] if whole else [])]:
        cell = reading.view.at(entry.figures_row, column)
        figure = read_figure(cell, reading.body.notation)
        if cell is None or figure.value is None or figure.what not in (What.FIGURE, What.PERCENT) or figure.rough:
            continue
        stored = cell.kind is Kind.NUMBER and figure.what is What.PERCENT
        value = without_noise(figure.value) * (PERCENT if stored else 1)
        typed = _DECIMALS(cell.text) if cell.kind is Kind.TEXT else None  # *20,0* says more than *20*
        shown = max(decimals_of(value), len(typed[1]) if typed else 0)
        yield _Stated(entry, int(value * 10**shown), 10**shown, 10 ** max(shown - _LONGEST, 0), wholes)


def _said(rate: Taken, taken: Sequence[Taken]) -> tuple[int, int] | None:
    """The columns of amounts that the number of a column names, ``3=2/1``, ``(5)=(4):(2)``, or its heading by how
    theirs begin: *Ước thực hiện/Dự toán năm (tỷ lệ %)*."""
    heads = [column.head for column in amounts_of(taken)]
    match = _QUOTIENT(re.sub(r"\s+", "", rate.head.label))
    names = [head.label.partition("=")[0].strip("() ") for head in heads]
    if match:
        return (names.index(match[1]), names.index(match[2])) if {match[1], match[2]} <= {*names} else None
    part, _, whole = re.sub(r"\(.*?\)|%", " ", plain(rate.head.text)).partition("/")
    begun = [
        [at for at, head in enumerate(heads) if plain(head.text).startswith(side.strip())] for side in (part, whole)
    ]
    return (begun[0][0], begun[1][0]) if whole.strip() and [*map(len, begun)] == [1, 1] else None


def _may_be(way: _Way, first: Sequence[_Stated], precision: int) -> bool:
    """Whether more than half of the first lines are not off."""
    most = (len(first) - 1) // 2
    return len([*islice((one for one in first if _is_off(way, one, precision)), most + 1)]) <= most


def _is_off(way: _Way, one: _Stated, precision: int) -> bool | None:
    """Whether a line is further off a quotient than a step of the last digit and the rounding of the amounts, and of a
    whole column off its share of the line above it as well; None where one of the amounts is not there. How far a
    figure is from one below zero may have either sign."""
    part, whole = way.amounts(one.entry)
    if part is None or not whole:
        return None
    meant = way.scale * one.unit * (part - way.change * whole)
    gap = abs(one.value * whole - meant)
    if way.change and whole < 0:
        gap = min(gap, abs(one.value * whole + meant))
    off = 2 * (gap - one.step * abs(whole)) > precision * (abs(one.value) + abs(way.scale) * one.unit)
    if not (off and way.of and one.wholes):
        return off
    others = (way._replace(of=figure) for entry in one.wholes if (figure := entry.figures[way.part]))
    return all(_is_off(other, one._replace(wholes=()), precision) for other in others)


def _proportion(one: _Stated, column: int, way: _Way, columns: Sequence[int]) -> Proportion:
    stated_part, stated_whole = way.amounts(one.entry)
    part, whole = stated_part or 0, stated_whole or 1
    computed = Fraction(way.scale * (part - way.change * whole), whole)
    sign = "%" if way.scale == PERCENT else ""
    decimals = max(len(str(one.unit // one.step)) - 1, 1)
    stated, meant = (_shown(value, decimals, sign) for value in (Fraction(one.value, one.unit), computed))
    return Proportion(one.row, column, (columns[way.part], columns[way.whole]), part, whole, way.change, stated, meant)


def _shown(value: Fraction, decimals: int, sign: str) -> Text:
    """A percentage as each language writes it."""
    steps = round(value * 10**decimals)
    digits = f"{abs(steps):0{decimals + 1}d}"
    minus = "-" if steps < 0 else ""
    whole, parts = digits[:-decimals], digits[-decimals:]
    return Text(f"{minus}{whole},{parts}{sign}", f"{minus}{whole}.{parts}{sign}")
