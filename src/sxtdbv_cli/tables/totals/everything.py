"""The total of everything, which the plan declares, and the subtotals before it that only sums tell: *Cost baseline*
behind the costs, then a reserve, then the budget, the sum of the two last; *Total equity*, *Total liabilities* and
their sum in a summary, without lines of their own."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sxtdbv_cli.model.plan import Role
from sxtdbv_cli.tables.entries import Entry, meets, sums
from sxtdbv_cli.tables.stated_rules import names_all
from sxtdbv_cli.tables.totals.by_words import are_near
from sxtdbv_cli.tables.totals.exact import count_added
from sxtdbv_cli.tables.totals.forest import Forest
from sxtdbv_cli.tables.totals.group import NEAR
from sxtdbv_cli.tables.totals.section import is_of
from sxtdbv_cli.tables.words.totals import is_balance, is_grand, named_by_total, names_rest
from sxtdbv_cli.tables.words.two_sides import are_opposite

FEWEST = 2
"""So many lines are a group."""
MOST = 100
"""So many groups at most are looked for."""
SEVERAL = 2
"""Of more columns than so many one may have a wrong figure."""
PAIR, DIGITS, SURE = 2, 3, 6
"""So many digits that agree are no coincidence, where words and the place of the totals say as much; of one that has
lines of its own, so many."""


def is_everything(forest: Forest, total: Entry, before: Sequence[int]) -> bool:
    """Declare a total that is the sum of everything; inside the list it is called so, or nothing behind adds to it."""
    alone = len(forest.roots) == 1 and forest.section(forest.roots[0]) is not None
    roots = [forest.entries[line] for line in forest.roots]
    behind = roots[len(before) :]
    if alone or not (all(line.has_figures and not meets(line, total) for line in behind) or is_grand(total.title)):
        return False  # the only section has its total then
    if named_by_total(total.title) and any(forest.section(line) is not None for line in forest.roots[len(before) :]):
        return False  # it is called the total of a part, and another part waits for its own
    if (last := forest.section(before[-1])) is not None and is_of(forest, total, last):
        return False  # in a balanced budget it is what the other sections come to as well
    if not (forest.adds(total, forest.roots) or names_all(total, roots) or _adds_up(forest, total, before)):
        return False
    if forest.declared is None:
        forest.declared = total
    else:
        again = forest.declared.figures == total.figures
        (forest.repeated if again else forest.unclear).append(total)
    return True


def _adds_up(forest: Forest, total: Entry, before: Sequence[int]) -> bool:
    """Whether a total is the sum of everything; of all before it where it holds without what stands behind."""
    behind = forest.roots[len(before) :]
    alone, together = (forest.weigh(total, forest.spread(lines)) for lines in (before, forest.roots))
    if not behind or not alone.proves or not together.fails:
        parts = forest.parts(forest.spread(forest.roots))
        near = 0 < together.holds == together.fails and all(are_near(total, parts, NEAR))
        return together.convinces or near
    if goes_on(total, [forest.entries[line] for line in behind]):
        return False
    for line in behind:
        forest.roles[line] = Role.MEMO
        forest.behind.append(forest.entries[line])
    return True


def goes_on(total: Entry, behind: Sequence[Entry]) -> bool:
    """Whether a line behind a total is exactly what is left of it after the lines between, in every column, or in all
    of several but one: a statement goes on with it, from *Total revenue* to *Gross profit*."""
    left = [figure or 0 for figure in total.figures]
    for count, line in enumerate(behind):
        figures = [figure or 0 for figure in line.figures]
        pairs = [pair for pair in zip(figures, left, strict=True) if any(pair)]
        unlike = sum(own != its for own, its in pairs)
        if count and any(figures) and unlike <= (len(pairs) > SEVERAL):
            return True
        left = [whole - abs(figure) for whole, figure in zip(left, figures, strict=True)]
    return False


def nest_added(forest: Forest, total: Entry, before: Sequence[int]) -> None:
    """Put lines below the line right behind them that says it adds just them, where the last total says that it adds
    that line."""
    for at, line in enumerate(before):
        entry = forest.entries[line]
        if not entry.adds or entry.figures_row not in total.adds or forest.children(line):
            continue
        runs = (before[start:at] for start in range(at - FEWEST, -1, -1))
        parts = next((run for run in runs if forest.adds(entry, run)), ())
        if parts and forest.closed.isdisjoint(parts):
            forest.move(parts, line)


def nest_summed(forest: Forest, total: Entry, before: Sequence[int]) -> None:
    """Put lines below a line right behind them that is their sum, though nothing says so, where the last total is just
    what is left then: what is their sum was added twice. What has lines below it ends the run."""
    found: list[tuple[int, list[int]]] = []
    left: list[int] = []
    start = 0
    for line in before:
        if forest.children(line):
            start = len(left) + 1
        run = [forest.entries[part].figures for part in left[max(start, len(left) - MOST) :]]
        count = count_added(forest.entries[line].figures, run, digits=0)
        said = len(forest.entries[line].adds)  # its symbols or formulas, which may have been rounded
        count = count or said * (0 < said <= len(run) and forest.adds(forest.entries[line], left[-said:]))
        while count and len(left) > start + count and not any(forest.entries[left[-count - 1]].figures):
            count += 1  # noughts are as good as none
        found += [(line, left[-count:])] if count else []
        left[len(left) - count :] = [line]
    counted = forest.parts(left)
    added = zip(total.figures, sums(part.figures for part in counted), strict=True) if counted else ()
    if not (counted and any(total.figures)) or any(own not in (None, its or 0) for own, its in added):
        return
    for line, parts in found:
        forest.running += [] if forest.adds(forest.entries[line], parts) else [forest.entries[line]]
        forest.move(parts, line)


def condensed(lines: Sequence[Entry], totals: Sequence[Entry]) -> Iterator[Entry]:
    """The totals that stand right behind another, or at the top or behind an opening balance there, with no line
    between, and that the next total adds exactly, alone or to the one before them that has lines: each is a line of
    that; or two of which the line behind them is what is left."""
    opening = next((line for line in lines[:1] if totals and is_balance(line.title)), None)
    rows = [line.row for line in lines[opening is not None :]]
    bare: list[Entry] = []
    closing: list[Entry] = []
    last = min([*rows[:1], *(total.row for total in totals[:1])], default=0)
    for total in totals:
        lone = bisect_left(rows, last) == bisect_left(rows, total.row)
        count = count_added(total.figures, [part.figures for part in bare], digits=DIGITS) if lone else 0
        every = [*closing, *bare] if lone and not count else []
        both = 0 < count_added(total.figures, [part.figures for part in every], digits=SURE) == len(every)
        yield from bare if both else bare[len(bare) - count :]
        if lone and not both:
            bare = [total] if count else [*bare, total]
        else:
            closing, bare = [total], []
        last = total.row
        behind = bisect_left(rows, last) + (opening is not None)
        rest = lines[behind : behind + PAIR] if len(bare) == PAIR else []
        yield from bare if any(_is_left(bare, line, opening) for line in rest) else ()


def _is_left(pair: Sequence[Entry], rest: Entry, opening: Entry | None) -> bool:
    """Whether a line is what is left of the first of two when the other is taken away; or of an opening balance and
    both, whichever is taken away, where their names say so."""
    came, went = pair
    named = are_opposite(came.title, went.title) and names_rest(rest.title)
    if count_added(came.figures, [went.figures, rest.figures], digits=0 if named else DIGITS) == PAIR:
        return True
    columns = zip(came.figures, went.figures, rest.figures, opening.figures, strict=True) if opening and named else ()
    gaps = [(one or 0, other or 0, (left or 0) - (had or 0)) for one, other, left, had in columns]
    return any(any(gap) for gap in gaps) and all(left in (a - b, b - a, a + b) for a, b, left in gaps)
