"""The lines of two sides of a table, revenue and expenditure: each side is nested by itself, and has its own totals."""

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from itertools import chain
from typing import Any

from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.tables.entries import Entry, Tally
from sxtdbv_cli.tables.nest.way import Way
from sxtdbv_cli.tables.totals.forest import Forest, Noted
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.text.language import Text

Nest = Callable[[Sequence[Entry]], Structure]
"""What makes a tree of entries."""


def of_sides(sides: Sequence[Sequence[Entry]], nest: Nest) -> Structure:
    """The tree of all sides, one behind the other; a total of everything is that of its side, and its parent."""
    if len(sides) == 1:
        return nest(sides[0])
    found = [_below_its_total(nest(side)) for side in sides]
    starts = [sum(len(one.entries) for one in found[:number]) for number in range(len(found))]
    parents = [
        parent if parent == NOWHERE else parent + start
        for one, start in zip(found, starts, strict=True)
        for parent in one.parents
    ]
    entries = [entry for one in found for entry in one.entries]
    roles = [role for one in found for role in one.roles]
    return Structure(
        entries=entries,
        parents=parents,
        roles=roles,
        outcome=_forest([one.outcome for one in found], entries, parents, roles),
        way=_way([one.way for one in found]),
        tally=Tally(found[0].tally.step, sum(one.tally.holds for one in found), sum(one.tally.fails for one in found)),
        author=sum(one.author for one in found),
        sides=tuple(zip(starts, found, strict=True)),
    )


def _below_its_total(found: Structure) -> Structure:
    """A tree whose total of everything is a line, and the parent of what it adds up."""
    total = found.outcome.declared
    if total is None:
        return found
    added = (Role.PART, Role.DEDUCTION, Role.OF_WHICH)
    below = zip(found.parents, found.roles, strict=True)
    parents = [
        NOWHERE,
        *(0 if parent == NOWHERE and role in added else parent + (parent != NOWHERE) for parent, role in below),
    ]
    entries, roles = [total, *found.entries], [Role.PART, *found.roles]
    return replace(
        found, entries=entries, parents=parents, roles=roles, outcome=_forest([found.outcome], entries, parents, roles)
    )


def _forest(
    forests: Sequence[Forest], entries: Sequence[Entry], parents: Sequence[int], roles: Sequence[Role]
) -> Forest:
    """What was noted of several trees, one behind the other; no total is that of everything."""
    noted: dict[str, Any] = {one.name: [] for one in fields(Noted)}
    for name, told in noted.items():
        told.extend(chain.from_iterable(getattr(forest, name) for forest in forests))
    return Forest([*entries], [*parents], [*roles], forests[0].step, **noted)


def _way(ways: Sequence[Way]) -> Way:
    """How the sides were nested, in words: once where it is the same."""
    first, *others = dict.fromkeys(way.why for way in ways)
    if not others:
        return ways[0]
    said = [first, *others]
    return ways[0]._replace(why=Text("; ".join(why.vi for why in said), "; ".join(why.en for why in said)))
