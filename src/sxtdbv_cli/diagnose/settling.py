"""Which blank cells have a figure that follows: where a sum leaves one blank open, and then where another does."""

from collections.abc import Collection, Iterator, Mapping

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.model.plan import Cell


def settling(blanks: Mapping[Key, Collection[Cell]]) -> Iterator[tuple[Key, Cell]]:
    """The sums that settle a blank cell, and which, one after the other; ``blanks`` are the blank cells of each sum."""
    left = {key: set(cells) for key, cells in blanks.items()}
    of = by_key((cell, key) for key, cells in blanks.items() for cell in cells)
    ready = [key for key, cells in left.items() if len(cells) == 1]
    while ready:
        key = ready.pop()
        if not left[key]:
            continue
        (cell,) = left[key]
        yield key, cell
        for other in of[cell]:
            left[other].remove(cell)
            if len(left[other]) == 1:
                ready.append(other)
