"""The way back from a plan to its cells, where they stand in the file, and all that was understood on the way."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sxtdbv_cli.model.grid import Remark, Span
from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.plan import DECLARED
from sxtdbv_cli.model.sheet import GRID, GridColumn, LeftOut, Position, Sheet, Understanding, Use
from sxtdbv_cli.tables.conjecture import as_ruled, conjectured
from sxtdbv_cli.tables.document.surroundings import REPEATED_TOTAL, SECTION_TOTAL, UNCLEAR_TOTAL, left_out
from sxtdbv_cli.tables.doubts import doubts_of
from sxtdbv_cli.tables.plan_of import terms_of
from sxtdbv_cli.tables.proportions import find_proportions
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.tree.structure import Structure

_ADDRESSES: dict[str, Address] = {
    **{name: ("document", name) for name in ("number", "date", "issuer", "title")},
    "note": ("source", "note"),
    "incomplete": ("source", "complete"),
}
Sources = Sequence[Position]
"""For each row of the list its row in the file, and by how many columns it stands further right."""


def _grid_columns(reading: Reading, formulas: Mapping[int, str]) -> list[GridColumn]:
    plan, rules = reading.plan, {rule.whole: rule for rule in reading.across.rules}
    found = []
    amounts = iter(range(len(plan.columns)))
    for column in reading.taken:
        key, rule = None, formulas.get(column.head.column)
        if column.use is Use.AMOUNT:
            index = next(amounts)
            key = plan.columns[index].key
            rule = terms_of(rules[index], [other.key for other in plan.columns]) if index in rules else None
        found.append(GridColumn(column.head.column, column.head.text, column.use, column.why, key, rule))
    return found


def _totals_left_out(found: Structure) -> list[LeftOut]:
    given, outcome = [total for _, total in found.outcome.merged], found.outcome
    whys = ((given, SECTION_TOTAL), (outcome.repeated, REPEATED_TOTAL), (outcome.unclear, UNCLEAR_TOTAL))
    return [LeftOut(total.row, total.title, why) for totals, why in whys for total in totals]


def sheet_of(reading: Reading) -> Sheet:
    """The sheet of a reading."""
    found, plan, block = reading.structure, reading.plan, reading.block
    proportions, formulas = find_proportions(reading)
    taken = {one.at[0] for one in reading.prose.said.values()}
    below = [row for row in left_out(reading.view, block) if row.row not in taken]
    left = [*reading.body.left_out, *_totals_left_out(found), *below]
    doubted = conjectured(as_ruled(found, plan.lines.roles), beside=_is_beside(reading))
    declared = found.outcome.declared
    return Sheet(
        grid=reading.view.grid,
        understanding=Understanding(
            block=block.span,
            header=tuple(range(block.header, block.body)),
            columns=tuple(_grid_columns(reading, formulas)),
            unit=reading.unit.name,
            unit_from=reading.unit.at,
            nesting=found.why,
            left_out=tuple(sorted(left)),
            doubts=doubts_of(reading, doubted),
            others=tuple([other.span for other in reading.chosen.others]),
            products=reading.products.found,
            proportions=proportions,
            balances=reading.balances,
            conjectured=frozenset(doubted),
        ),
        rows=tuple([entry.row for entry in found.entries]),
        figures=tuple([entry.figures_row for entry in found.entries]),
        columns=tuple(column.head.column for column in reading.taken if column.use is Use.AMOUNT),
        keys={column.key: index for index, column in enumerate(plan.columns)},
        declared=declared.row if declared else None,
        said=_said(reading),
        named={line: entry.named for line, entry in enumerate(found.entries) if entry.named is not None},
    )


def _is_beside(reading: Reading) -> bool:
    """Whether a table that was not read stands beside the one that was, and the user did not set this one apart."""
    own, others = reading.block, reading.chosen.others if reading.choices.range is None else ()
    return any(other.header < own.end and other.end > own.body for other in others)


def _said(reading: Reading) -> dict[Address, Position]:
    """Where the text around the table states the particulars and the totals of the plan."""
    totals = reading.totals.taken
    found: dict[Address, Position] = {_ADDRESSES[name]: one.at for name, one in reading.prose.said.items()}
    if totals:
        found[DECLARED,] = min(total.at for total in totals.values())
    return found | {(DECLARED, reading.plan.columns[column].key): total.at for column, total in totals.items()}


def apart(sheet: Sheet) -> Sheet:
    """A sheet with every row, column and address as they are in the grid that the list was put together from."""
    joined = sheet.grid.joined
    if joined is None:
        return sheet
    at, block = joined.at, sheet.understanding.block
    lines = [*sheet.figures, *([] if sheet.declared is None else [sheet.declared])]
    told = Remark("SX522", block.top, block.left, {}, joined.told, weighed=True)
    return sheet._replace(
        grid=replace(joined.grid, remarks=[told, *joined.grid.remarks]),
        understanding=_understanding(sheet, at, joined.headings),
        rows=tuple([at[row][0] for row in sheet.rows]),
        figures=tuple([at[row][0] for row in sheet.figures]),
        declared=None if sheet.declared is None else at[sheet.declared][0],
        said={address: _position(at, *position) for address, position in sheet.said.items()},
        shifts={line: shift for line, row in enumerate(lines) if (shift := at[row][1])},
    )


def _understanding(sheet: Sheet, at: Sources, headings: Mapping[int, str]) -> Understanding:
    """What was understood, in the places of the file; the columns of the right side behind those of the left."""
    found = sheet.understanding
    rows, shift = at[found.block.top : found.block.bottom + 1], max(shift for _, shift in at)
    right = [
        column._replace(column=column.column + shift, heading=headings.get(column.column + shift, column.heading))
        for column in (found.columns if shift else ())
    ]
    products = [
        one._replace(factors=tuple(factor.further(at[sheet.rows[one.line]][1]) for factor in one.factors))
        for one in found.products
    ]
    return found._replace(
        block=Span(found.block.top, found.block.left, max(row for row, _ in rows), found.block.right + shift),
        columns=(*found.columns, *right),
        unit_from=None if found.unit_from is None else _position(at, *found.unit_from),
        left_out=tuple(sorted(left._replace(row=at[left.row][0]) for left in found.left_out)),
        doubts=tuple(doubt._replace(address=_address(at, doubt.address)) for doubt in found.doubts),
        products=tuple(products),
    )


def _address(at: Sources, address: Address) -> Address:
    """An address; that of a cell of the grid where it is in the file."""
    return (GRID, *_position(at, int(address[1]), int(address[2]))) if address[0] == GRID else address


def _position(at: Sources, row: int, column: int) -> Position:
    source, shift = at[row]
    return source, column + shift
