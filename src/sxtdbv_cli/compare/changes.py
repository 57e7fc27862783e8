"""What differs between two plans whose lines are matched: a function for each kind of change, by its name.

What a change does to sums is found afterwards.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from functools import partial
from typing import Any

from sxtdbv_cli.compare.sides import Sides
from sxtdbv_cli.model.comparison import (
    UNMATCHED,
    AmountChange,
    ColumnChange,
    ErratumChange,
    LineChange,
    Move,
    Reorder,
    Wording,
)
from sxtdbv_cli.model.plan import Acceptance, Column, Erratum, Plan

EDITED = ("schedules", "roles", "notes", "equals")
_SINGULAR = {"schedules": "schedule", "roles": "role", "notes": "note"}


def document(sides: Sides) -> Iterator[Wording]:
    """What the plans say of the document, the source, the unit, the order of the columns."""
    old, new = sides.old, sides.new
    before, after = _particulars(old), _particulars(new)
    yield from (Wording(name, before[name], after[name]) for name in before if before[name] != after[name])
    here, there = ([column.key for column in plan.columns] for plan in (old, new))
    kept, kept_after = [key for key in here if key in there], [key for key in there if key in here]
    if kept != kept_after:
        yield Wording("columns", ", ".join(kept), ", ".join(kept_after))


def _particulars(plan: Plan) -> dict[str, str | None]:
    document, source = plan.document, plan.source
    return {
        **{name: None if value is None else str(value) for name, value in asdict(document).items()},
        "complete": "true" if source.complete else "false",
        "source-note": source.note,
        "unit": plan.unit.name,
    }


def columns(sides: Sides) -> Iterator[ColumnChange]:
    """Columns that are on one side only, or are described in another way."""
    here, there = ({column.key: _column(plan, column) for column in plan.columns} for plan in (sides.old, sides.new))
    for key in {**here, **there}:
        before, after = here.get(key), there.get(key)
        if before is None or after is None:
            yield ColumnChange(key, before, after)
        elif differing := [field for field in before if before[field] != after[field]]:
            yield ColumnChange(key, {f: before[f] for f in differing}, {f: after[f] for f in differing})


def _column(plan: Plan, column: Column) -> dict[str, str | None]:
    plus = [plan.columns[part].key for part in column.plus]
    minus = [f"- {plan.columns[part].key}" for part in column.minus]
    return {
        "title": column.title,
        "year": str(column.year) if column.year else None,
        "parts": column.equals or " + ".join([*plus, *minus]).replace("+ -", "-") or None,
    }


def removed(sides: Sides) -> Iterator[LineChange]:
    """Lines of the old plan only."""
    return (LineChange(line) for line, other in enumerate(sides.match.new_of) if other == UNMATCHED)


def added(sides: Sides) -> Iterator[LineChange]:
    """Lines of the new plan only."""
    return (LineChange(line) for line, other in enumerate(sides.match.old_of) if other == UNMATCHED)


def moved(sides: Sides) -> Iterator[Move]:
    """Lines below another line than before, or with another code. Lines that only went along are not listed."""
    here, there = sides.old.lines, sides.new.lines
    for old, new in sides.pairs:
        parent = sides.match.new_of[here.parents[old]] != there.parents[new] % len(sides.match.old_of)
        code = here.codes[old] != there.codes[new]
        if parent or code:
            yield Move(old, new, parent, code)


def reordered(sides: Sides) -> Iterator[Reorder]:
    """Child lines that stand in another order below the line they stood below."""
    top = len(sides.new.lines)
    for parent in (top, *range(top)):
        before = sides.match.old_of[parent]
        if before == UNMATCHED:
            continue
        own = set(sides.new.children[parent])
        here = [line for line in sides.old.children[before] if sides.match.new_of[line] in own]
        there = sorted(sides.match.new_of[line] for line in here)
        differing = [place for place, line in enumerate(here) if sides.match.new_of[line] != there[place]]
        if differing:
            stretch = slice(differing[0], differing[-1] + 1)
            yield Reorder(parent, tuple(here[stretch]), tuple(there[stretch]))


def renamed(sides: Sides) -> Iterator[Wording]:
    """Lines with another title."""
    return _wordings(sides, "title", sides.old.lines.titles, sides.new.lines.titles)


def edited(sides: Sides) -> Iterator[Wording]:
    """Lines with another schedule, role, note, or rule of their own."""
    for name in EDITED:
        fields = (getattr(plan.lines, name) for plan in (sides.old, sides.new))
        yield from _wordings(sides, _SINGULAR.get(name, name), *fields)


def _wordings(sides: Sides, name: str, here: Sequence[str | None], there: Sequence[str | None]) -> Iterator[Wording]:
    for old, new in sides.pairs:
        if here[old] != there[new]:
            yield Wording(name, here[old], there[new], old, new)


def amounts(sides: Sides) -> Iterator[AmountChange]:
    """Cells of lines that both plans have, line by line."""
    for old, new in sides.pairs:
        yield from _row(sides, old, new)


def declared(sides: Sides) -> Iterator[AmountChange]:
    """Declared totals."""
    return _row(sides, len(sides.old.lines), len(sides.new.lines))


def _row(sides: Sides, old: int, new: int) -> Iterator[AmountChange]:
    for column, other in enumerate(sides.old_column):
        if other != UNMATCHED:
            here, there = sides.old.cell(old, other), sides.new.cell(new, column)
            before, after = sides.old.cells[here], sides.new.cells[there]
            if before != after:
                yield AmountChange(here, there, before, after)


def _only(sides: Sides, name: str, made: Callable[[Any], Any] | None = None, *, new: bool) -> Iterator[Any]:
    """The entries of one plan that the other has not, as many of each as there are more."""
    plan, other = (sides.new, sides.old) if new else (sides.old, sides.new)
    left = Counter(_where(sides, other, entry) for entry in getattr(other, name))
    for entry in getattr(plan, name):
        key = _where(sides, plan, entry)
        if left[key]:
            left[key] -= 1
        else:
            yield made(entry) if made else entry


def _where(sides: Sides, plan: Plan, entry: Erratum | Acceptance) -> object:
    """All that an entry says, the path of its line as the new plan has it."""
    said = asdict(entry)
    paths = plan.paths
    path = said.pop("line")
    if plan is sides.old and paths.count(path) == 1 and (new := sides.match.new_of[paths.index(path)]) != UNMATCHED:
        path = sides.new.paths[new]
    return (path, *(tuple(sorted(value.items())) if isinstance(value, dict) else value for value in said.values()))


errata_added = partial(_only, name="errata", made=ErratumChange, new=True)
errata_removed = partial(_only, name="errata", made=ErratumChange, new=False)
accept_added = partial(_only, name="accept", new=True)
accept_removed = partial(_only, name="accept", new=False)
"""Errata, each known by the cell it corrects, and acceptances that are in one plan only."""
