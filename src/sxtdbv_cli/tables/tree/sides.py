"""The lines of two sides of a table, revenue and expenditure: each side is nested by itself, and has its own totals."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.tables.entries import Entry, Tally
from sxtdbv_cli.tables.nest.way import Way
from sxtdbv_cli.tables.totals.forest import Forest
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.text.language import Text

_One = TypeVar("_One")
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
    entries, roles = _all(one.entries for one in found), _all(one.roles for one in found)
    return Structure(
        entries=entries,
        parents=parents,
        roles=roles,
        outcome=_forest([one.outcome for one in found], entries, parents, roles),
        way=_way([one.way for one in found]),
        tally=_tally([one.tally for one in found]),
        author=sum(one.author for one in found),
        odd=_all(one.odd for one in found),
        broken_down=_all(one.broken_down for one in found),
        misread=_all(one.misread for one in found),
        lifted=_all(one.lifted for one in found),
        alone=_all(one.alone for one in found),
        sides=tuple(zip(starts, found, strict=True)),
    )


def _below_its_total(found: Structure) -> Structure:
    """A tree whose total of everything is a line, and the parent of what it adds up."""
    total = found.outcome.declared
    if total is None:
        return found
    total.total = True
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
    """What the totals of several trees were taken for; none is that of everything."""
    return Forest(
        [*entries],
        [*parents],
        [*roles],
        forests[0].step,
        merged=_all(one.merged for one in forests),
        repeated=_all(one.repeated for one in forests),
        unclear=_all(one.unclear for one in forests),
        doubtful=_all(one.doubtful for one in forests),
        drawn=_all(one.drawn for one in forests),
        behind=_all(one.behind for one in forests),
        running=_all(one.running for one in forests),
    )


def _all(lists: Iterable[Sequence[_One]]) -> list[_One]:
    return [*chain.from_iterable(lists)]


def _way(ways: Sequence[Way]) -> Way:
    """How the sides were nested, in words: once where it is the same."""
    first, *others = dict.fromkeys(way.why for way in ways)
    if not others:
        return ways[0]
    said = [first, *others]
    return ways[0]._replace(why=Text("; ".join(why.vi for why in said), "; ".join(why.en for why in said)))


def _tally(tallies: Sequence[Tally]) -> Tally:
    found = Tally(tallies[0].step)
    found.holds = sum(one.holds for one in tallies)
    found.fails = sum(one.fails for one in tallies)
    return found
