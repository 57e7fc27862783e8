"""Lines without a number that may be headings: numbers begin anew behind them, or they stand below one another."""

from collections.abc import Iterator

from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.tables.nest.numbers import WAYS
from sxtdbv_cli.tables.numbering import Style
from sxtdbv_cli.tables.tree.structure import Structure


def before_lists(found: Structure) -> Iterator[int]:
    """Lines without a number right before one beside them that begins to count anew: they may be its heading."""
    counted: set[tuple[int, Style]] = set()
    bare = {*found.bare}
    for line, entry in enumerate(found.entries[:-1] if bare else ()):
        after, above = found.entries[line + 1], found.parents[line + 1]
        counted |= {(found.parents[line], mark.style) for mark in entry.marks}
        again = any(mark.ordinal == 1 and (above, mark.style) in counted for mark in after.marks)
        begins = again or (bool(after.marks) and after.marks[0].ordinal == 1 and not entry.marked)
        if line in bare and begins and found.parents[line] == above:
            yield line


def headed_twice(found: Structure) -> Iterator[int]:
    """Lines without number or figures below another without a number, where numbers show the levels of the others."""
    for line in found.bare if found.way in WAYS else ():
        parent = found.parents[line]
        if parent != NOWHERE and not (found.entries[line].has_figures or found.entries[parent].marks):
            yield line
