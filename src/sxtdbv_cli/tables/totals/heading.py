"""A total above the lines it is the sum of, inside a table: *Tổng thu*, its lines, *Tổng chi*, its lines."""

from collections.abc import Sequence
from itertools import takewhile

from sxtdbv_cli.tables.entries import Entry, growing
from sxtdbv_cli.tables.totals.forest import Forest
from sxtdbv_cli.tables.totals.group import adopt_and_close
from sxtdbv_cli.tables.words.headings import is_difference
from sxtdbv_cli.tables.words.totals import is_grand

FEW = 2


def head_group(forest: Forest, total: Entry, later: Sequence[Entry]) -> bool:
    """Make a total the parent of the lines behind it, up to the next total, as far as most of its sums hold. One that
    calls itself that of everything heads no part, unless others do so as well; what stands behind its lines is told,
    unless it is a difference."""
    grand = is_grand(total.title)
    if grand and sum(other.title == total.title for other in later) < FEW:
        return False
    end = min((other.row for other in later if other.row > total.row), default=None)
    behind = [
        line
        for line in forest.roots
        if line not in forest.closed
        and forest.entries[line].row > total.row
        and (end is None or forest.entries[line].row < end)
    ]
    weighed = growing(total, (forest.parts([line]) for line in behind), forest.step)
    runs = {count: tally for count, tally in enumerate(weighed, 1) if count >= FEW}
    best = max(runs, key=lambda count: (runs[count].worth, count), default=0)
    deeper = len([*takewhile(lambda line: forest.entries[line].indent > total.indent, behind)])
    if deeper in runs and runs[deeper].holds >= max(1, runs[deeper].fails):
        best = deeper  # where indentation shows the lines, half of the sums will do
    elif not best or not runs[best].convinces:
        return False
    if grand and runs[best].fails:
        return False
    adopt_and_close(forest, total, behind[:best])
    for line in behind[best:]:
        if end is not None or not is_difference(forest.entries[line].title):
            forest.doubtful.append(total)
            break
    return True
