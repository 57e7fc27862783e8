"""One table read from end to end, each step from the one before."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from sxtdbv_cli.model.choices import Choices, Numbers
from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.model.sheet import Balance, Use
from sxtdbv_cli.model.units import MOST_DECIMALS
from sxtdbv_cli.tables.across import Across, find_rules
from sxtdbv_cli.tables.across.crossing import crossed
from sxtdbv_cli.tables.balances import find_balances
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.blocks.head import Head, headings
from sxtdbv_cli.tables.body import read_body
from sxtdbv_cli.tables.body.figures import in_unit_of_table
from sxtdbv_cli.tables.body.lines import Body
from sxtdbv_cli.tables.body.shared_titles import shared_titles, with_names
from sxtdbv_cli.tables.choosing import Chosen, stated_columns
from sxtdbv_cli.tables.columns import uses
from sxtdbv_cli.tables.columns.taken import Taken, amounts_of, columns_of
from sxtdbv_cli.tables.document.prose import Prose, read_prose
from sxtdbv_cli.tables.document.said_totals import Totals, breaks_off, declared_in, fit
from sxtdbv_cli.tables.document.surroundings import title_of
from sxtdbv_cli.tables.document.unit import Stated, unit_of_amounts
from sxtdbv_cli.tables.down import read_formulas
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.line_rules import LineRules, find_line_rules
from sxtdbv_cli.tables.plan_of import TOTAL, columns_of_plan, fails_by_rounding, plan_of, unit_of_table, with_prose
from sxtdbv_cli.tables.products import Products, find_products
from sxtdbv_cli.tables.readable import headed, refuse_unreadable, refuse_without_columns, taken_as_stated
from sxtdbv_cli.tables.tree.best import structure
from sxtdbv_cli.tables.tree.noted import note_columns
from sxtdbv_cli.tables.tree.rows import entries_of
from sxtdbv_cli.tables.tree.sides import of_sides
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.tables.tree.turned import turn_sides
from sxtdbv_cli.tables.two_readings import SUMS, Weighed, decides
from sxtdbv_cli.tables.view import View
from sxtdbv_cli.tables.words.headings import years_in
from sxtdbv_cli.tables.words.totals import is_total


class Reading(NamedTuple):
    """Everything that was understood of a table."""

    chosen: Chosen
    taken: Sequence[Taken]
    body: Body
    unit: Stated
    across: Across
    structure: Structure
    rules: LineRules
    products: Products
    balances: tuple[Balance, ...]
    prose: Prose
    totals: Totals
    plan: Plan
    choices: Choices

    @property
    def view(self) -> View:
        """The sheet as it is looked at."""
        return self.chosen.view

    @property
    def block(self) -> Block:
        """The table on it."""
        return self.chosen.block

    @property
    def code_column(self) -> int:
        """The column of the codes; that of the titles where there is none."""
        columns = columns_of(self.taken)
        return columns.titles[0] if columns.code is None else columns.code


def read_table(chosen: Chosen, choices: Choices) -> Reading:
    """Read the table that was chosen.

    Raises:
        Unreadable: it has no titles, amounts or lines, or figures that can be read two ways.
    """
    view, block = chosen.view, chosen.block
    heads = headed(headings(view, block), block)
    taken = taken_as_stated(view, block, heads, choices) if choices.columns else uses(view, block, heads)
    columns = columns_of(taken)
    refuse_without_columns(view, block, taken, columns)
    body = read_body(view, block, columns, choices.numbers)
    shared = shared_titles(view, taken, body.rows)
    body = body if shared is None else with_names(view, shared, body)
    if body.doubled and (found := _by_sums(chosen, taken, body, choices)):
        return found
    refuse_unreadable(view, block, body)
    return _understood(chosen, taken, body, choices)


def _by_sums(chosen: Chosen, taken: Sequence[Taken], body: Body, choices: Choices) -> Reading | None:
    """The table in the notation in which sums hold of figures that can be read two ways; None if they do not tell."""
    columns = columns_of(taken)
    at = {column: number for number, column in enumerate(columns.amounts)}
    cells = [cell for cell, _ in body.doubled]
    found = []
    for numbers in Numbers:
        other = read_body(chosen.view, chosen.block, columns, numbers)
        other = other._replace(notation=other.notation._replace(why=SUMS), doubled=body.doubled)
        if other.decimals > MOST_DECIMALS:
            return None
        reading = _understood(chosen, taken, other, choices)
        found.append((reading, Weighed(reading.plan, reading.structure, at, cells)))
    (one, weighed), (other_one, other_weighed) = found
    if decides(weighed, other_weighed):
        return one
    return other_one if decides(other_weighed, weighed) else None


def _understood(
    chosen: Chosen, taken: Sequence[Taken], body: Body, choices: Choices, *, finer: bool = False
) -> Reading:
    """The unit, the sums across, the nesting, the rules of lines: all that makes a plan of rows; once more where its
    sums show that figures were rounded to ``whole`` ones."""
    read = body
    view, block = chosen.view, chosen.block
    heads = [column.head for column in amounts_of(taken)]
    said = declared_in(view, block, body.notation)
    stated_unit = unit_of_amounts(chosen, taken, body, said, choices)
    body = in_unit_of_table(body, columns_of(taken), stated_unit.name)
    unit = unit_of_table(stated_unit.name, body, finer=finer)
    step = unit.precision
    outline = [view.grid.outline.get(row.row, 0) for row in body.rows]
    entries = entries_of(body, outline, unit.scale)
    read_formulas(view, heads, entries)
    note_columns(view, taken, entries)
    stated = stated_columns(choices.columns or {})
    uses = {use.value for use in Use}
    keys = [None if (key := stated.get(head.column)) in uses else key for head in heads]
    across = find_rules(
        [_meant(head, key) for head, key in zip(heads, keys, strict=True)], entries, _formulas(view, block, heads), step
    )
    sides = _sides(view, entries)
    found = of_sides(sides, lambda side: structure(side, body.openers, choices.parents, step))
    turn_sides(view, heads, found)
    across = crossed(across, found.entries, found.sums, found.tally)
    rules = find_line_rules(found, step)
    columns = columns_of_plan(heads, across, keys)
    tables = {row for other in chosen.others for row in range(other.header, other.end)}
    title = title_of(view, block, tables.union(row.row for row in body.rows[:1]))
    plan = plan_of(columns, found, rules, unit, title)
    products = find_products(view, taken, body, found.entries, plan.unit)
    ruled = {rule.whole for rule in across.rules} | {product.column for product in products.found}
    balances = find_balances(heads, found, ruled, step)
    said_again = [
        plan.cell(one.line, one.column)
        for one in balances
        if one.line not in range(len(found.entries)) or one.line in found.children
    ]
    plan = plan.with_amounts(dict.fromkeys(said_again)) if said_again else plan
    prose, totals = read_prose(view, block), fit(said, plan)
    plan = with_prose(plan, prose.said, {column: total.amount for column, total in totals.taken.items()})
    if breaks_off(totals, plan, view, block):
        plan = replace(plan, source=replace(plan.source, complete=False))
    if not finer and fails_by_rounding(plan):
        return _understood(chosen, taken, read, choices, finer=True)
    return Reading(
        chosen, taken, body, stated_unit, across, found, rules, products, balances, prose, totals, plan, choices
    )


def _sides(view: View, entries: Sequence[Entry]) -> list[Sequence[Entry]]:
    """The lines of each side of a table whose sides were put into one list, and those behind both; else all of them."""
    joined = view.grid.joined
    if joined is None:
        return [entries]
    return [[*side] for _, side in groupby(entries, lambda entry: joined.at[entry.row][1] > 0)]


def _meant(head: Head, key: str | None) -> Head:
    """A heading that the user's key explains: one that says neither total nor year, of a column stated as such."""
    if key is None or not (key == TOTAL or years_in(key)) or is_total(head.text) or years_in(head.text):
        return head
    return head._replace(parts=(key,))


def _formulas(view: View, block: Block, heads: Sequence[Head]) -> list[list[str]]:
    """The formulas of each column of amounts."""
    found: dict[int, list[str]] = {head.column: [] for head in heads}
    for row in view.rows[block.body : block.end] if view.grid.has_formulas else ():
        for column, cell in enumerate(row):
            if cell is not None and cell.formula and column in found:
                found[column].append(cell.formula)
    return list(found.values())
