"""The way back from a plan to the cells it was read from, and all that was understood on the way."""

from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.plan import DECLARED
from sxtdbv_cli.model.sheet import GridColumn, LeftOut, Position, Sheet, Understanding, Use
from sxtdbv_cli.tables.conjecture import conjectured
from sxtdbv_cli.tables.document.surroundings import REPEATED_TOTAL, SECTION_TOTAL, UNCLEAR_TOTAL, left_out
from sxtdbv_cli.tables.doubts import doubts_of
from sxtdbv_cli.tables.plan_of import terms_of
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.tree.structure import Structure

_ADDRESSES: dict[str, Address] = {
    **{name: ("document", name) for name in ("number", "date", "issuer", "title")},
    "note": ("source", "note"),
    "incomplete": ("source", "complete"),
}


def _grid_columns(reading: Reading) -> list[GridColumn]:
    plan, rules = reading.plan, {rule.whole: rule for rule in reading.across.rules}
    found = []
    amounts = iter(range(len(plan.columns)))
    for column in reading.taken:
        key = rule = None
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
    taken = {one.at[0] for one in reading.prose.said.values()}
    below = [row for row in left_out(reading.view, block) if row.row not in taken]
    left = [*reading.body.left_out, *_totals_left_out(found), *below]
    declared, doubted = found.outcome.declared, conjectured(found, beside=_is_beside(reading))
    return Sheet(
        grid=reading.view.grid,
        understanding=Understanding(
            block=block.span,
            header=tuple(range(block.header, block.body)),
            columns=tuple(_grid_columns(reading)),
            unit=reading.unit.name,
            unit_from=reading.unit.at,
            nesting=found.why,
            left_out=tuple(sorted(left)),
            doubts=doubts_of(reading, doubted),
            others=tuple([other.span for other in reading.chosen.others]),
            products=reading.products.found,
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
