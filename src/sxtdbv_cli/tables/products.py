"""Which column of amounts is the product of others (số lượng x đơn giá = thành tiền), and what each product comes to.

A product is stated by the row that numbers the columns (``5=3x4``), or meant by a quantity and a price before an
amount, and a share or a coefficient beside them (*Tỷ lệ (%)*). Like a sum across it is taken only where most rows
agree. Factors are figures as printed: a whole quantity is exact; what shows decimals, or stands in a table of nghìn,
triệu or tỷ, was rounded to the last digit that is shown.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, product
from math import prod
from typing import NamedTuple

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.model.grid import Kind
from sxtdbv_cli.model.plan import Unit
from sxtdbv_cli.model.sheet import Factor, Product, Use
from sxtdbv_cli.tables.blocks.head import Head, constants
from sxtdbv_cli.tables.body.lines import Body
from sxtdbv_cli.tables.columns.taken import Taken, Why, amounts_of
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.figures.exact import What, read_figure
from sxtdbv_cli.tables.figures.noise import decimals_of, without_noise
from sxtdbv_cli.tables.view import View
from sxtdbv_cli.tables.words.totals import is_total

FEWEST = 2
"""So many rows must agree with a product that nothing states."""
STEPS = (Fraction(1), Fraction(1, 1000), Fraction(1, 1000000))
"""From the unit of a price to that of the amounts: đồng to nghìn, to triệu."""
_HALF = Fraction(1, 2)
_SIGNED = re.compile(r"([-+])([^-+]+)").findall
_FACTORS = (Use.QUANTITY, Use.PRICE)
_SHARES = (Why.RATIO, Why.COEFFICIENTS)
_FIGURES = (What.FIGURE, What.PERCENT)


class Products(NamedTuple):
    """The products that are checked, and the rules that are stated but do not hold: a column of amounts (its position
    among them) and the words of the rule."""

    found: tuple[Product, ...] = ()
    refuted: tuple[tuple[int, str], ...] = ()


class _Rule(NamedTuple):
    """A column of amounts, by its position among them, and what it is the product of; ``times`` is
    multiplied too: the 12 months that the rule states, the step from the unit of a price to that of the table; so is
    what a line states in the columns ``shares``."""

    column: int
    factors: tuple[Factor, ...]
    said: str = ""
    times: Fraction = Fraction(1)
    shares: tuple[Factor, ...] = ()


class _Factor(NamedTuple):
    """A figure of a column of factors, and half the last digit that it shows, 0 where it is exact."""

    value: Fraction | int
    slack: Fraction | int


def find_products(view: View, taken: Sequence[Taken], body: Body, entries: Sequence[Entry], unit: Unit) -> Products:
    """The products of a table, each with every line that states all of it."""
    found: list[Product] = []
    refuted: list[tuple[int, str]] = []
    rules = _rules(taken)
    columns = sorted({column for rule in rules for one in (*rule.factors, *rule.shares) for column in one.columns})
    factors = {column: _factors(view, body, column, taken, unit) for column in columns}
    tried = [one for rule in rules for one in _tried(rule, factors, entries, unit)]
    done: set[int] = set()
    for rule, products, agreeing in sorted(tried, key=lambda one: (not one[0].said, len(one[1]) - one[2])):
        if rule.column in done:
            continue
        stepped = rule.times.denominator > 1
        if 2 * agreeing > len(products) and agreeing >= (1 if rule.said and not stepped else FEWEST):
            found += products
            done.add(rule.column)
        elif rule.said and products and not stepped:
            refuted.append((rule.column, rule.said))
    return Products(tuple(found), tuple(refuted))


def _tried(
    rule: _Rule, factors: dict[int, dict[int, _Factor]], entries: Sequence[Entry], unit: Unit
) -> Iterator[tuple[_Rule, list[Product], int]]:
    """A rule with its products and how many amounts are; in thousands and millions, too, where some are none."""
    for step in STEPS:
        stepped = rule._replace(times=rule.times * step)
        products = list(_products(stepped, factors, entries, unit))
        yield stepped, products, (agreeing := _agreeing(products, entries))
        if agreeing == len(products) >= FEWEST:
            return


def _agreeing(products: Sequence[Product], entries: Sequence[Entry]) -> int:
    """How many amounts are their product."""
    amounts = [(entries[one.line].figures[one.column], one) for one in products]
    return sum(amount is not None and abs(amount - one.computed) <= one.slack for amount, one in amounts)


def _rules(taken: Sequence[Taken]) -> list[_Rule]:
    """What may be a product: first what the labels state, then what the headings mean."""
    amounts = amounts_of(taken)
    labels = {column.head.label.partition("=")[0].strip("() "): column.head.column for column in taken}
    rules = [rule for position, column in enumerate(amounts) for rule in _said(position, column.head, labels)]
    return rules + _meant(taken, [column.head.column for column in amounts])


def _said(position: int, head: Head, labels: Mapping[str, int]) -> Iterator[_Rule]:
    """The products that a label may state: ``5=3x4``, ``6=(4+5)x2.340.000``, ``7=6x8/100``."""
    said = head.label.replace(" ", "")
    for readings in product(*(_readings(factor, labels) for factor in head.factors)):
        if own := tuple(factor for factor, _ in readings if factor is not None):
            yield _Rule(position, own, said, prod([number for _, number in readings], start=Fraction(1)))


def _readings(said: str, labels: Mapping[str, int]) -> list[tuple[Factor | None, Fraction]]:
    """What a factor may be: columns, and how much of them; or a number. *8%* is that, or what column 8 has in per cent,
    which its heading may say already."""
    name, _, divisor = said.partition("/")
    parts = [1 / number for number in constants(divisor)] if divisor else [Fraction(1)]
    percent = name.endswith("%")
    terms = _SIGNED(f"+{name.removesuffix('%')}")
    columns = [(sign, labels[one]) for sign, one in terms if one in labels]
    if len(columns) < len(terms):
        return [(None, number * part) for number in constants(name) for part in parts]
    plus, minus = (tuple(column for sign, column in columns if sign == side) for side in "+-")
    shares = [Fraction(1, 100), Fraction(1)] if percent or divisor == "100" else parts
    numbers = constants(name) if percent else []
    return [*((Factor(plus, minus), share) for share in shares), *((None, number) for number in numbers)]


def _meant(taken: Sequence[Taken], amounts: Sequence[int]) -> list[_Rule]:
    """An amount behind a price, or a later total of such: the price times the quantity next to it, or two or all
    quantities since the last amount, or those before it where several offers share them; times a share beside them, or
    not. Of several the one that fails least is meant."""
    rules: list[_Rule] = []
    group: list[Taken] = []
    shares: list[int] = []
    last: list[int] = []
    quantities: list[int] = []
    for column in taken:
        if column.use in _FACTORS:
            group.append(column)
        elif column.why in _SHARES:
            shares.append(column.head.column)
        elif column.use is Use.AMOUNT:
            prices = [other.head.column for other in group if other.use is Use.PRICE]
            quantities = [other.head.column for other in group if other.use is Use.QUANTITY] or quantities
            position = amounts.index(column.head.column)
            last = prices[-1:] or last
            for price in last if is_total(column.head.text) else prices[-1:]:
                near = sorted(quantities, key=lambda other, price=price: abs(other - price))  # type: ignore[misc]
                rules += [_rule(position, quantity, price) for quantity in near]
                rules += [_rule(position, *pair, price) for pair in combinations(quantities, 2)]
                rules += [_rule(position, quantity, price, share=one) for quantity in near for one in shares]
            group, shares = [], []
    return rules


def _rule(position: int, *columns: int, share: int | None = None) -> _Rule:
    shares = () if share is None else (Factor((share,)),)
    return _Rule(position, tuple(Factor((column,)) for column in columns), shares=shares)


def _factors(view: View, body: Body, column: int, taken: Sequence[Taken], unit: Unit) -> dict[int, _Factor]:
    """The figures of a column of factors by their rows.

    A figure with decimals was rounded to those it shows itself, a whole one among such to those of the column.
    """
    own = next(found for found in taken if found.head.column == column)
    units = [other.head.column for other in taken if other.use is Use.UNIT and own.use is Use.QUANTITY]
    shown = {row.row: found for row in body.rows if (found := _shown(view, body, row.row, own, units))}
    most = max((decimals_of(value) for value, _ in shown.values()), default=0)
    exact = not most and (own.use is not Use.PRICE or unit.precision == 1)
    whole = {row: _Factor(int(value), 0) for row, (value, of) in shown.items() if exact and of == 1}
    if len(whole) == len(shown):
        return whole  # as most, for which fractions take their time
    slacks = {
        value: Fraction(0) if exact else _HALF / 10 ** (decimals_of(value) or most) for value, _ in shown.values()
    }
    return {row: _Factor(Fraction(value) / of, slacks[value] / of) for row, (value, of) in shown.items()}


def _shown(view: View, body: Body, row: int, taken: Taken, units: Sequence[int]) -> tuple[Decimal, int] | None:
    """The figure of a cell as it is shown, and of how much it is: 30 of 100 where it is a percentage, or its unit is
    one (*Vật liệu khác, %*)."""
    cell = view.at(row, taken.head.column)
    figure = read_figure(cell, body.notation)
    if cell is None or figure.value is None or figure.what not in _FIGURES:
        return None
    percent = figure.what is What.PERCENT
    value = figure.value * 100 if percent and cell.kind is Kind.NUMBER else figure.value
    percent |= "%" in taken.head.text or any(view.text(row, column).startswith("%") for column in units)
    return without_noise(value), 100 if percent else 1


def _products(
    rule: _Rule, factors: dict[int, dict[int, _Factor]], entries: Sequence[Entry], unit: Unit
) -> Iterator[Product]:
    """The product of every line that states the amount and all factors, in smallest steps."""
    one = rule.times * 10**unit.scale
    start = int(one) if one.denominator == 1 else one
    half = _HALF * max(unit.precision, 1)
    values = {factor: _values(factor, factors) for factor in (*rule.factors, *rule.shares)}
    for line, entry in enumerate(entries):
        shares = [share for share in rule.shares if entry.row in values[share]]
        stated = [found for factor in (*rule.factors, *shares) if (found := values[factor].get(entry.row))]
        if (
            entry.figures[rule.column] is None
            or entry.figures_row != entry.row
            or len(stated) < len(rule.factors) + len(shares)
        ):
            continue
        computed = Fraction(prod([found.value for found in stated], start=start))
        slack = half
        if any(found.slack for found in stated):
            slack += prod([abs(Fraction(found.value)) + found.slack for found in stated], start=one) - abs(computed)
        yield Product(line, rule.column, (*rule.factors, *shares), computed, slack, rule.times)


def _values(factor: Factor, columns: Mapping[int, Mapping[int, _Factor]]) -> Mapping[int, _Factor]:
    """What a factor is by rows; several columns are added as far as they are stated."""
    if len(factor.columns) == 1:
        return columns[factor.plus[0]]
    signed = [*((1, columns[column]) for column in factor.plus), *((-1, columns[column]) for column in factor.minus)]
    found = by_key((row, (sign, one)) for sign, rows in signed for row, one in rows.items())
    return {
        row: _Factor(sum(sign * one.value for sign, one in stated), sum(one.slack for _, one in stated))
        for row, stated in found.items()
    }
