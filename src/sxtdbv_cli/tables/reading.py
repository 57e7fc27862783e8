"""One table read from end to end, each step from the one before."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from sxtdbv_cli.model.choices import Choices, Numbers
from sxtdbv_cli.model.finding import Fault, Unreadable
from sxtdbv_cli.model.place import column_letters
from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.model.units import MOST_DECIMALS, dong_scale, plain
from sxtdbv_cli.tables.across import Across, find_rules
from sxtdbv_cli.tables.averages import without_averages
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.body import read_body
from sxtdbv_cli.tables.body.lines import Body
from sxtdbv_cli.tables.body.own_units import in_unit_of_table
from sxtdbv_cli.tables.body.shared_titles import shared_titles, with_names
from sxtdbv_cli.tables.choosing import Chosen, name_of, stated_columns
from sxtdbv_cli.tables.columns import stated_uses, uses
from sxtdbv_cli.tables.columns.by_use import Columns, columns_of
from sxtdbv_cli.tables.columns.head import Head, headings
from sxtdbv_cli.tables.columns.reasons import RATIO, SECOND
from sxtdbv_cli.tables.columns.taken import Taken, amounts_of
from sxtdbv_cli.tables.document.prose import Prose, read_prose
from sxtdbv_cli.tables.document.said_totals import Totals, breaks_off, declared_in, fit, unit_of
from sxtdbv_cli.tables.document.surroundings import title_of
from sxtdbv_cli.tables.down import read_formulas
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.faults import NO_COLUMN, NO_LINES, NO_TITLES, TOO_FINE, TWO_READINGS, refuse
from sxtdbv_cli.tables.figures.shown import shortened
from sxtdbv_cli.tables.figures.two_readings import SUMS, Weighed, decides
from sxtdbv_cli.tables.line_rules import LineRules, find_line_rules
from sxtdbv_cli.tables.nearest import without_amounts
from sxtdbv_cli.tables.plan_of import TOTAL, columns_of_plan, plan_of, unit_of_table, with_prose
from sxtdbv_cli.tables.products import Products, find_products
from sxtdbv_cli.tables.tree.best import structure
from sxtdbv_cli.tables.tree.rows import entries_of
from sxtdbv_cli.tables.tree.sides import of_sides
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.tables.units.stated import Stated, find_unit, unit_name
from sxtdbv_cli.tables.view import View, is_figure
from sxtdbv_cli.tables.words.headings import years_in
from sxtdbv_cli.tables.words.totals import is_total

DONG = "đồng"
_STORED = {0: DONG, 3: "nghìn đồng", 6: "triệu đồng"}


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
    prose: Prose
    totals: Totals
    plan: Plan
    choices: Choices

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
    heads = _named(headings(view, block), block)
    taken = _stated(view, block, heads, choices) if choices.columns else uses(view, block, heads)
    reading = _read(chosen, taken, choices)
    kept = None if choices.columns else without_averages(taken, reading.across, reading.structure)
    return reading if kept is None else _read(chosen, kept, choices)


def _stated(view: View, block: Block, heads: Sequence[Head], choices: Choices) -> list[Taken]:
    """The columns as the user states them; one that the table does not have is refused."""
    stated = stated_columns(choices.columns or {})
    if missing := [column_letters(column + 1) for column in stated.keys() - {head.column for head in heads}]:
        at = view.grid.place(block.header, block.left)
        raise Unreadable([refuse(NO_COLUMN, at, block=name_of(block), letters=", ".join(sorted(missing)))])
    return stated_uses(heads, stated)


def _read(chosen: Chosen, taken: Sequence[Taken], choices: Choices) -> Reading:
    """The table with its columns as they were taken."""
    view, block, columns = chosen.view, chosen.block, columns_of(taken)
    _needed(view, block, taken, columns)
    body = read_body(view, block, columns, choices.numbers)
    shared = shared_titles(view, taken, body.rows)
    body = body if shared is None else with_names(view, shared, body)
    if body.doubled and (found := _by_sums(chosen, taken, body, choices)):
        return found
    _readable(view, block, body)
    return _understood(chosen, taken, body, choices)


def _by_sums(chosen: Chosen, taken: Sequence[Taken], body: Body, choices: Choices) -> Reading | None:
    """The table in the one notation in which the sums of figures hold that can be read two ways; None where they do not
    tell."""
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


def _understood(chosen: Chosen, taken: Sequence[Taken], body: Body, choices: Choices) -> Reading:
    """The unit, the sums across, the nesting, the rules of lines: all that makes a plan of rows."""
    view, block = chosen.view, chosen.block
    heads = [column.head for column in amounts_of(taken)]
    said = declared_in(view, block)
    stated_unit = _unit(chosen, taken, body, choices)
    if stated_unit.name is None and (total := unit_of(said, [*zip(*(row.figures for row in body.rows), strict=True)])):
        stated_unit = Stated(DONG, total.at)
    body = in_unit_of_table(body, columns_of(taken), stated_unit.name)
    unit = unit_of_table(stated_unit.name, body.decimals)
    step = unit.precision
    outline = [view.grid.outline.get(row.row, 0) for row in body.rows]
    entries = entries_of(body, outline, unit.scale)
    _mark_shares(view, taken, entries)
    _mark_numbers(view, taken, entries)
    _mark_units(view, taken, entries)
    _mark_bold(view, taken, entries)
    _mark_groups(view, columns_of(taken).groups, entries)
    read_formulas(view, heads, entries)
    stated = stated_columns(choices.columns or {})
    keys = [_key(stated.get(head.column)) for head in heads]
    across = find_rules(
        [_meant(head, key) for head, key in zip(heads, keys, strict=True)], entries, _formulas(view, block, heads), step
    )
    sides = _sides(view, entries)
    found = of_sides(sides, lambda side: structure(side, body.openers, choices.parents, step))
    rules = find_line_rules(found, step)
    columns = columns_of_plan(heads, across, keys)
    tables = {row for other in chosen.others for row in range(other.header, other.end)}
    title = title_of(view, block, tables.union(row.row for row in body.rows[:1]))
    plan = plan_of(columns, found, rules, unit, title)
    products = find_products(view, taken, body, found.entries, plan.unit)
    prose, totals = read_prose(view, block), fit(said, plan)
    plan = with_prose(plan, prose.said, {column: total.amount for column, total in totals.taken.items()})
    if breaks_off(totals, plan, view, block):
        plan = replace(plan, source=replace(plan.source, complete=False))
    return Reading(chosen, taken, body, stated_unit, across, found, rules, products, prose, totals, plan, choices)


def _sides(view: View, entries: Sequence[Entry]) -> list[Sequence[Entry]]:
    """The lines of each side of a table whose sides were put into one list; else all of them."""
    joined = view.grid.joined
    if joined is None:
        return [entries]
    right = [entry for entry in entries if joined.at[entry.row][1]]
    return [side for side in (entries[: len(entries) - len(right)], right) if side]


def _mark_shares(view: View, taken: Sequence[Taken], entries: Sequence[Entry]) -> None:
    """Note which lines a column of percentages speaks of."""
    shares = [column.head.column for column in taken if column.why == RATIO]
    for entry in entries if shares else ():
        entry.shared = any(is_figure(view.at(entry.row, column)) for column in shares)


def _mark_numbers(view: View, taken: Sequence[Taken], entries: Sequence[Entry]) -> None:
    """Note what a second column of codes calls each line."""
    column = next((column.head.column for column in taken if column.why == SECOND and column.use is Use.SKIP), None)
    for entry in entries if column is not None else ():
        entry.number = view.text(entry.row, column or 0) or None


def _mark_units(view: View, taken: Sequence[Taken], entries: Sequence[Entry]) -> None:
    """Note what the figures of each line are in (*triệu đồng*, *%*, *người*); beside a price it is what is counted."""
    column = next((column.head.column for column in taken if column.use is Use.UNIT), None)
    if column is not None and not any(other.use in (Use.QUANTITY, Use.PRICE) for other in taken):
        for entry in entries:
            entry.unit = plain(view.text(entry.row, column))


def _mark_bold(view: View, taken: Sequence[Taken], entries: Sequence[Entry]) -> None:
    """Note which titles are in bold type, where no line has a number and none is indented."""
    columns = [column.head.column for column in taken if column.use is Use.TITLE]
    if any(entry.marks or entry.indent or entry.outline for entry in entries) or len(columns) != 1:
        return
    bold = view.grid.bold()
    for entry in entries if bold else ():
        entry.bold = (entry.row, columns[0]) in bold


def _mark_groups(view: View, columns: Sequence[int], entries: Sequence[Entry]) -> None:
    """Note what the columns of groups call each line, where there are totals; a label holds on below it, up to another
    in its column or in one to the left."""
    labels = [""] * len(columns)
    for entry in entries if columns and any(total.total for total in entries) else ():
        for level, column in enumerate(columns):
            text = view.text(entry.row, column)
            if text and text != labels[level]:
                labels[level:] = [text] + [""] * (len(columns) - level - 1)
        entry.group = tuple(labels)


def _named(heads: list[Head], block: Block) -> list[Head]:
    """The headings; in a table without a header the letters of the columns."""
    if block.header < block.body:
        return heads
    return [head._replace(parts=(column_letters(head.column + 1),)) for head in heads]


def _needed(view: View, block: Block, taken: Sequence[Taken], columns: Columns) -> None:
    """Refuse a table without titles or without amounts."""
    faults = []
    if not columns.titles:
        faults.append(refuse(NO_TITLES, view.grid.place(block.header, block.left), block=name_of(block)))
    if not columns.amounts:
        faults.append(without_amounts(view, block, taken))
    if faults:
        raise Unreadable(faults)


def _readable(view: View, block: Block, body: Body) -> None:
    """Refuse figures that can be read two ways, and a body without lines."""
    faults: list[Fault] = []
    for (row, column), figure in body.doubled:
        whole, decimals = figure.mark.replace(",", "").replace(".", ""), figure.mark.replace(",", ".")
        vi, en = (whole, decimals) if "." in figure.mark else (decimals, whole)
        faults.append(refuse(TWO_READINGS, view.grid.place(row, column), text=figure.mark, vi=vi, en=en))
    if body.decimals > MOST_DECIMALS:
        faults.append(refuse(TOO_FINE, view.grid.place(block.header, block.left), most=MOST_DECIMALS))
    if not body.rows and not faults:
        faults.append(refuse(NO_LINES, view.grid.place(block.header, block.left), block=name_of(block)))
    if faults:
        raise Unreadable(faults)


def _unit(chosen: Chosen, taken: Sequence[Taken], body: Body, choices: Choices) -> Stated:
    if choices.unit is not None:
        return Stated(unit_name(choices.unit) or choices.unit)
    block = chosen.block
    heads = [column.head for column in amounts_of(taken)]
    titles = [head.text for head in heads] + [column.head.text for column in taken if column.use is Use.TITLE]
    formats = [
        cell.format
        for row in range(block.body, min(block.end, block.body + 50))
        for head in heads
        if (cell := chosen.view.at(row, head.column)) is not None and cell.format
    ]
    return _stored(chosen, heads, find_unit(chosen.view, block, titles, [unit for _, unit in body.units], formats))


def _stored(chosen: Chosen, heads: Sequence[Head], stated: Stated) -> Stated:
    """The unit that amounts are stored in, where number formats show them all in the one that is stated."""
    scale = dong_scale(stated.name) if stated.name else None
    shown = shortened(chosen.view, chosen.block, [head.column for head in heads]) if scale else {}
    times = {count for column in shown.values() for count in column}
    count = times.pop() if len(times) == 1 else 0
    stored = _STORED.get(scale - 3 * count) if scale is not None and count else None
    return Stated(stored, stated.at, shown=stated.name) if stored else stated


def _key(stated: str | None) -> str | None:
    return None if stated in (None, *(use.value for use in Use)) else stated


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
