"""Every total in its place, in the order they stand."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise, takewhile
from operator import attrgetter

from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.tables.entries import Entry, tally
from sxtdbv_cli.tables.numbering import without_code
from sxtdbv_cli.tables.stated_rules import among, find_terms, stated_rule
from sxtdbv_cli.tables.totals.by_words import are_near, is_astray, open_lines, place_by_words
from sxtdbv_cli.tables.totals.everything import (
    MOST,
    condensed,
    goes_on,
    is_everything,
    nest_added,
    nest_summed,
)
from sxtdbv_cli.tables.totals.exact import TOLD, adds_but_for_slip, count_added, figures_of, shown_by, slipped
from sxtdbv_cli.tables.totals.forest import Forest
from sxtdbv_cli.tables.totals.group import (
    NEAR,
    close_beside,
    close_for_next,
    close_group,
    close_less,
    close_part,
    head_group,
    place_by_group,
    stand_beside,
)
from sxtdbv_cli.tables.totals.names import calls, is_named, names_whole
from sxtdbv_cli.tables.totals.section import close_inner, close_run, close_section, close_with_next
from sxtdbv_cli.tables.words.totals import (
    excluded,
    is_excluded,
    is_grand,
    is_less,
    is_rounding,
    is_sub,
    named_by_total,
    names_rest,
)

TENTH = 10
"""Lines off by no more than a tenth of a total may be its own."""


def place_totals(forest: Forest, totals: Sequence[Entry]) -> None:
    """Place totals among the lines of a table."""
    forest.margin = _margin([*forest.entries, *totals], forest.step)
    forest.holds = tally(forest.entries, forest.parents, forest.roles, forest.step).holds > 0
    openers = _openers(forest.entries, totals)
    bare = sum(not line.marked for line in openers)
    headed = 2 * bare >= len(openers)  # else what stands first without figures is a line, and no heading
    rounded = [total for total in totals if is_rounding(total.title)]
    if rounded == [*totals] and all(forest.weigh(total, forest.roots).proves for total in rounded):
        rounded = []  # a total that is said to be rounded, and is not
    for total in rounded:
        (forest.unclear if total is totals[0] else forest.repeated).append(total)
    short = [*condensed(forest.entries, totals)]
    for total in short:
        forest.adopt(total, [])
    across = [total for total in totals[-1:] if _is_across(total, forest.entries, totals[:-1])]
    forest.repeated.extend(across)
    totals = [total for total in totals if total not in (*rounded, *short, *across)]
    totals = [total for total in totals if not (total.group and place_by_group(forest, total))]
    first = min((entry.row for entry in forest.entries), default=0)
    for number, total in enumerate(totals):
        if number == 0 and total.row < first:
            _on_top(forest, total, totals)
        elif not (totals[0].row < first and _heads_the_rest(forest, total, totals)):
            _below(forest, total, totals, headed=headed, several=bare > 1)
    if totals and totals[0].row < first:
        _confirm(forest, totals[0])
    _keep_named(forest)
    if len(forest.merged) > 1:
        given = {entry.row for entry, _ in forest.merged}
        sections = [line for line, entry in enumerate(forest.entries) if entry.row in given]
        for parent in (*sections, *([NOWHERE] if forest.declared is None else [])):
            _open_rest(forest, parent)


def _keep_named(forest: Forest) -> None:
    """Make lines of the totals of something in a list where no total is that of others: what *Police Total* adds is not
    shown."""
    named = all(named_by_total(total.title) and not is_grand(total.title) for total in forest.unclear)
    if named and forest.declared is None and not forest.closed:
        forest.doubtful += forest.unclear
        _keep(forest)


def _open_rest(forest: Forest, parent: int) -> None:
    """Put lines without a total below the heading right above them, which has none either, as others have theirs;
    inside a section where it has others, and all of it stands below headings then."""
    others = any(map(forest.children, forest.children(parent)))
    head, below = NOWHERE, dict[int, list[int]]()
    for line in forest.children(parent):
        entry = forest.entries[line]
        bare = not (entry.marked or entry.marks or entry.ended or forest.children(line))
        if entry.has_figures and not (entry.total or forest.children(line)):
            below.setdefault(head, []).append(line)
        else:
            head = line if bare else NOWHERE
    loose = below.pop(NOWHERE, [])
    if parent == NOWHERE or (others and not loose):
        for over, lines in below.items():
            forest.move(lines, over)


def _margin(rows: Sequence[Entry], step: int) -> int | None:
    """What rounding may come to in a sum of as many rows as there are; None where some are negative."""
    negative = any(min(filter(None, row.figures), default=0) < 0 for row in rows)
    return None if negative else step * len(rows) if step > 1 else 0


def _is_across(total: Entry, lines: Sequence[Entry], others: Sequence[Entry]) -> bool:
    """Whether the last total states one figure only, which is what the row above it comes to across: *Total*, *Grand
    total* of two persons."""
    stated = [figure for figure in total.figures if figure is not None]
    above = max((entry for entry in (*lines, *others) if entry.row < total.row), key=attrgetter("row"), default=None)
    if len(stated) != 1 or above is None:
        return False
    parts = [figure for figure in above.figures if figure]
    return len(parts) > 1 and stated[0] == sum(parts)


def _openers(lines: Sequence[Entry], totals: Sequence[Entry]) -> list[Entry]:
    """The first line of each group of lines that a total closes."""
    rows = [line.row for line in lines]
    ends = [0, *(bisect_left(rows, total.row) for total in totals)]
    return [lines[first] for first, end in pairwise(ends) if end - first > 1]


def _on_top(forest: Forest, total: Entry, totals: Sequence[Entry]) -> None:
    """Make a total above all lines their parent, or that of the first of them; one without a name is declared."""
    if not total.title and (forest.adds(total, forest.roots) or forest.weigh(total, forest.roots).convinces):
        forest.declared = total
        return
    _list_first(forest, total)
    behind = forest.parts(forest.roots)
    if not (total.title or total.code) and _is_small(total, forest.entries):
        forest.unclear.append(total)
        return
    convinces = forest.weigh(total, forest.roots).convinces
    less = bool(behind) and is_less(without_code(behind[0].title))
    left = (
        next((at for at, line in enumerate(behind, 1) if names_rest(line.title)), 0) if not (less or convinces) else 0
    )
    if goes_on(total, behind if less else behind[:left]) and (less or not goes_on(total, behind[: left - 1])):
        forest.adopt(total, [])  # a statement: *Total revenue*, *Cost of sales*, *Gross profit*
        return
    if not convinces and not forest.adds(total, forest.roots):
        if head_group(forest, total, totals):
            return
        slips = slipped(total, forest.parts(forest.roots), forest.step)
        if is_sub(total.title) and not slips:
            forest.adopt(total, [])
            return
        forest.doubtful += [] if slips else [total]
        if is_astray(forest, total, forest.roots):
            forest.adopt(total, [])
            return
    forest.adopt(total, list(forest.roots))


def _list_first(forest: Forest, total: Entry) -> None:
    """List in part what says *trong đó* right below a total, before the lines with numbers that it is the sum of."""
    roots = [*forest.roots]
    if not roots or not forest.entries[roots[0]].listed or forest.weigh(total, roots).convinces:
        return
    listing = [*takewhile(lambda line: not forest.entries[line].is_numbered, roots)]
    for line in listing if len(listing) < len(roots) else ():
        forest.roles[line] = Role.OF_WHICH


def _is_small(total: Entry, lines: Sequence[Entry]) -> bool:
    """Whether a line states more than a total in each column it states: it is the sum of no lines."""
    columns = [column for column, figure in enumerate(total.figures) if figure is not None]
    return all(any((line.figures[at] or 0) > abs(total.figures[at] or 0) for line in lines) for at in columns)


def _heads_the_rest(forest: Forest, total: Entry, totals: Sequence[Entry]) -> bool:
    """Make the last total the parent of all lines behind it that it is the sum of, where the first one stands above its
    lines as well: in a balanced budget it is what these come to, too."""
    if total is not totals[-1]:
        return False
    behind = [line for line in forest.roots if forest.entries[line].row > total.row]
    first = forest.entries.index(totals[0]) if totals[0] in forest.entries else None
    above = totals[0] not in forest.doubtful and (first is None or bool(forest.children(first)))
    slip = adds_but_for_slip(total, forest.parts(behind), forest.step)
    heads = above and (slip or forest.weigh(total, behind).proves)
    return heads and head_group(forest, total, totals)


def _confirm(forest: Forest, total: Entry) -> None:
    """Doubt a total above all lines no longer where the sections have got figures from totals below that it adds, or
    where it is a line of a total below that holds with it."""
    placed = forest.entries.index(total) if total in forest.doubtful and total in forest.entries else None
    if placed is None:
        return
    above = forest.parents[placed]
    whole = forest.declared if above == NOWHERE else forest.entries[above]
    taken = not forest.children(placed) and whole is not None and forest.weigh(whole, forest.children(above)).proves
    if taken or forest.weigh(total, forest.children(placed)).convinces:
        forest.doubtful.remove(total)


def _below(forest: Forest, total: Entry, totals: Sequence[Entry], *, headed: bool, several: bool) -> None:
    """Place a total by its sums: that of a section or a group, or of everything, which the last one is first asked.

    ``headed`` says whether groups begin with a heading, ``several`` whether more than one does.
    """
    before = forest.before(total.row)
    _leave_excluded(forest, total, before)
    last = total is totals[-1]
    inside = (
        _says_again(forest, total)
        or _is_of_heading(forest, total, before)
        or close_inner(forest, total)
        or close_run(forest, total, totals)
        or close_beside(forest, total, before)
    )
    if inside or stand_beside(forest, total, before) or (last and _place_by_rule(forest, total, before)):
        return
    if not before:
        forest.unclear.append(total)
        return
    whole = last and not is_sub(total.title)
    if whole and not forest.weigh(total, before).holds:
        _readmit(forest, total, before)
        nest_added(forest, total, before)
        nest_summed(forest, total, forest.before(total.row))
        before = forest.before(total.row)
    if whole and is_everything(forest, total, before):
        return
    last_section = close_section(forest, total, before) or close_with_next(forest, total, before)
    if last_section or close_part(forest, total, before, totals):
        return
    ends = headed and (several or bool(forest.merged)) and _ends(forest, total, totals)
    if close_group(forest, total, before, headed=headed, ends=ends):
        its = [section for section, given in forest.merged[-1:] if given is total]
        named_its = any(is_named(total.title, section) for section in its)
        if (
            last
            and not named_its
            and not _is_sure(forest, total)
            and (_is_of_all(total, totals) or (not (its and ends) and _leaves_some(forest, before)))
        ):
            forest.doubtful.append(total)  # it is the last, and that of a part
    elif (
        close_for_next(forest, total, before, totals)
        or (not whole and is_everything(forest, total, before))
        or close_less(forest, total, before)
    ):
        return
    else:
        open_ = open_lines(forest, total, before)
        if _is_left_of(forest, total, open_.group) or not head_group(forest, total, totals):
            place_by_words(forest, total, open_, headed=ends, last=last)


def _leave_excluded(forest: Forest, total: Entry, before: Sequence[int]) -> None:
    """Leave out lines that a total says it does not include, where it is the sum of the others: *Total (not including
    state dues)*."""
    said = excluded(total.title)
    named = [line for line in before if is_excluded(said, forest.entries[line].title)] if said else []
    if named and forest.weigh(total, [line for line in before if line not in named]).proves:
        for line in named:
            forest.roles[line] = Role.MEMO


def _says_again(forest: Forest, total: Entry) -> bool:
    """Leave out a total that says, by its code and title, the figures of the line right above it once more."""
    above = forest.entries[max(0, forest.above(total.row))]
    again = above.figures == total.figures and names_whole(total.title, above)
    forest.repeated += [total] * again
    return again


def _is_of_heading(forest: Forest, total: Entry, before: Sequence[int]) -> bool:
    """Give a total to the heading it names: the one right above it that heads nothing, for its lines are not shown; or
    one before the last, alone so called, whose lines come near it: *Tổng thu*, *Tổng chi* behind the lines of both."""
    line = max(0, forest.above(total.row))
    heading = forest.entries[line]
    if not (heading.marked or heading.marks or heading.has_figures or forest.children(line)):
        return is_named(total.title, heading) and forest.take(line, total)
    waiting = [at for at in before if forest.section(at) is not None] if named_by_total(total.title) else []
    named = [at for at in waiting if calls(total.title, forest.entries[at])]
    if len(named) != 1 or named[0] == before[-1]:
        return False
    near = are_near(total, forest.parts(forest.children(named[0])), NEAR)
    return bool(near) and all(near) and forest.take(named[0], total)


def _is_left_of(forest: Forest, total: Entry, group: Sequence[int]) -> bool:
    """Whether the lines before a total are its own, as they come near to it or are off by a slip of the hand, and what
    is left of it stands behind: with that, the lines behind come to the same."""
    after = forest.above(total.row) + 1
    if not any(names_rest(line.title) for line in forest.entries[after : after + MOST]):
        return False
    parts = forest.parts(forest.spread(group))
    near = are_near(total, parts, TENTH)
    return len(parts) > 1 and bool(near) and all(near)


def _place_by_rule(forest: Forest, total: Entry, before: Sequence[int]) -> bool:
    """Make a line of a total that says by their codes which of the lines at the top it adds, and is their sum, where
    there are others than totals: *Tổng cộng (I + III)*."""
    stated = stated_rule(total)
    codes = [forest.entries[line].code for line in before]
    terms = find_terms(stated, among(range(len(codes)), codes)) if stated else None
    added = [before[at] for at in terms[0]] if terms and not terms[1] else []
    others = [forest.entries[line] for line in before if line not in added]
    if not added or all(other.total for other in others) or not forest.weigh(total, added).proves:
        return False
    forest.adopt(total, [])
    return True


def _readmit(forest: Forest, total: Entry, before: Sequence[int]) -> None:
    """Make lines of the totals of something that are of no other lines, where the last one is exactly the sum of all
    lines and of them: they are only called so (*Tổng phụ cấp*)."""
    parts = [part.figures for part in (*forest.parts(before), *forest.unclear)]
    named = forest.unclear and all(named_by_total(line.title) for line in forest.unclear)
    if named and count_added(total.figures, parts) == len(parts):
        _keep(forest)


def _keep(forest: Forest) -> None:
    """Make lines of the totals that fit nowhere."""
    for line in forest.unclear:
        forest.adopt(line, [])
    forest.unclear.clear()


def _heads_sections(forest: Forest, total: Entry) -> bool:
    """Whether a total heads nothing but sections without figures, and what is left of it follows."""
    behind = [forest.entries[line] for line in forest.roots if forest.entries[line].row > total.row]
    return all(forest.section(line) is not None for line in _headed(forest, total)) and goes_on(total, behind)


def _is_sure(forest: Forest, total: Entry) -> bool:
    """Whether the lines that a total heads are its by its formulas, or are just what it comes to as one of a part, by
    several digits where no other line stands behind."""
    part = is_sub(total.title) or _heads_sections(forest, total)
    headed = _headed(forest, total)
    told = any(line.row > total.row for line in forest.entries)
    told = told or shown_by({*filter(None, total.figures)}, [figures_of(forest, line) for line in headed]) >= TOLD
    return forest.adds(total, headed) or (part and told and forest.weigh(total, headed).proves)


def _headed(forest: Forest, total: Entry) -> list[int]:
    """The lines that a total heads, where it is a line."""
    at = next((line for line, entry in enumerate(forest.entries) if entry is total), None)
    return [] if at is None else forest.children(at)


def _ends(forest: Forest, total: Entry, totals: Sequence[Entry]) -> bool:
    """Whether a total is the only one up to the next heading, but for that of all headings so far: by whatever name, it
    is that of the heading before it, where other headings have got their totals."""
    given = [*(one.figures for _, one in forest.merged), total.figures]
    later = (other for other in totals if other.row > total.row)
    after = next((other for other in later if count_added(other.figures, given, digits=TOLD) != len(given)), None)
    if after is None:
        return True
    return any(not entry.marked for entry in forest.entries[forest.above(total.row) + 1 : forest.above(after.row) + 1])


def _is_of_all(total: Entry, totals: Sequence[Entry]) -> bool:
    """Whether a total is called that of everything, not of one thing of two (*Tổng cộng tài sản, nguồn vốn*), nor as
    those of all sections are."""
    names = {name for other in totals if (name := named_by_total(other.title))}
    again = len(totals) > 1 and {other.title for other in totals} == {total.title}
    return is_grand(total.title) and not again and not (len(names) > 1 and named_by_total(total.title))


def _leaves_some(forest: Forest, before: Sequence[int]) -> bool:
    """Whether lines before a total are neither in it nor in another."""
    still = set(before) - forest.closed
    return any(line in still and not forest.children(line) for line in forest.roots)
