"""The columns that stand directly below a total in a header of several rows."""

from collections.abc import Sequence

from sxtdbv_cli.tables.blocks.head import Head
from sxtdbv_cli.tables.words.titles import is_of_which
from sxtdbv_cli.tables.words.totals import is_total


def members(heads: Sequence[Head], column: int) -> tuple[int, ...]:
    """What a total is the sum of by the groups of the header: the columns of its group, of a group among them that
    has a total of its own only that. What a *trong đó* lists of another column is no part of it.
    """
    group = heads[column].parts[:-1]
    places = [place for place, head in enumerate(heads) if head.parts[: len(group)] == group]
    return tuple(_below(heads, places if group else [place for place in places if place >= column], len(group), column))


def _below(heads: Sequence[Head], places: Sequence[int], depth: int, total: int) -> list[int]:
    """The columns of a group, which ``depth`` headings name, as far as they count once."""
    found: list[int] = []
    before: int | None = None
    for part, inside in _groups(heads, places, depth):
        if len(heads[inside[0]].parts) <= depth + 1:
            before = inside[0]
            found += [place for place in inside if place != total]
        elif not is_of_which(part) or before in (None, total):
            totals = (place for place in inside if len(heads[place].parts) == depth + 2)
            own = [place for place in totals if is_total(heads[place].parts[-1])]
            found += own[:1] if own else _below(heads, inside, depth + 1, total)
    return found


def _groups(heads: Sequence[Head], places: Sequence[int], depth: int) -> list[tuple[str, list[int]]]:
    """Columns side by side that share the heading at a depth."""
    found: list[tuple[str, list[int]]] = []
    for place in places:
        part = heads[place].parts[depth] if len(heads[place].parts) > depth else ""
        if found and found[-1][0] == part and part:
            found[-1][1].append(place)
        else:
            found.append((part, [place]))
    return found
