"""The total of a section: of the lines below a heading that has no figures of its own."""

from collections.abc import Sequence
from itertools import takewhile

from sxtdbv_cli.model.plan import Role
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.totals.by_words import are_near
from sxtdbv_cli.tables.totals.exact import DIGITS, SEVERAL, TOLD, count_added, last_run
from sxtdbv_cli.tables.totals.forest import Forest
from sxtdbv_cli.tables.totals.group import NEAR, adopt_and_close
from sxtdbv_cli.tables.totals.names import is_named, names_another
from sxtdbv_cli.tables.words.totals import is_balance, is_sub, named_by_total


def close_section(forest: Forest, total: Entry, before: Sequence[int]) -> bool:
    """Give a total to the open section it is the sum of."""
    return _give(forest, total, [*forest.up(forest.last(before[-1]))])


def _give(forest: Forest, total: Entry, open_: Sequence[int]) -> bool:
    """Give a total to one of the sections it is the sum of, from the innermost outwards: one that waits for its
    figures, the one it names, the one at the level of those that totals called the same were given to."""
    own = [line for line in open_ if forest.children(line) and is_of(forest, total, line)]
    so_called = forest.called.get(total.title)

    def fits(line: int) -> tuple[bool, bool, bool]:
        section = forest.entries[line]
        level = section.indent not in so_called if so_called else False
        return section.has_figures, not is_named(total.title, section), level

    own.sort(key=fits)
    return any(forest.take(line, total) for line in own) or _give_turned(forest, total, open_)


def _give_turned(forest: Forest, total: Entry, open_: Sequence[int]) -> bool:
    """Give a total below nought to the innermost section whose lines are all taken away in it, exactly and in several
    columns (in one a wrong sign would look so): *Expenditure*, as an account takes it from *Income*."""
    stated = [figure for figure in total.figures if figure]
    section = next((line for line in open_ if forest.section(line) is not None), None)
    if section is None or len(stated) < SEVERAL or max(stated) > 0:
        return False
    parts = [part.figures for part in forest.parts(forest.children(section))]
    turned = [figure and -figure for figure in total.figures]
    if not 0 < len(parts) == count_added(turned, parts, digits=TOLD) or not forest.take(section, total):
        return False
    for line in forest.children(section):
        forest.roles[line] = Role.DEDUCTION
    return True


def close_inner(forest: Forest, total: Entry) -> bool:
    """Give a total to a section that ends above it, inside another that goes on behind it."""
    open_ = [*forest.up(forest.above(total.row))]
    inside = [*takewhile(lambda line: forest.end(line) < total.row, open_)]
    return len(inside) < len(open_) and _give(forest, total, inside)


def close_run(forest: Forest, total: Entry, totals: Sequence[Entry]) -> bool:
    """Make a total the parent of the last lines above it inside a section, which has others: *Gross expenditure*,
    *Gross income* and then the net of a service; by fewer digits, or all of them, where a later total names the
    section and this one names none."""
    named = total.row in forest.ends
    for line in [*forest.up(forest.above(total.row))][1:]:
        lines = forest.before(total.row, line)
        if _comes_after_opening(forest, total, line, lines) and forest.take(line, total):
            forest.roles[lines[0]] = Role.MEMO  # what was there is none of what came in
            return True
        inner = forest.entries[line].ends > total.row and not named
        open_ = [child for child in lines if child not in forest.closed]
        all_ = inner and forest.weigh(total, open_).convinces
        run = open_ if all_ else last_run(forest, total, open_, TOLD if inner or is_sub(total.title) else DIGITS)
        run = run or (last_run(forest, total, lines, TOLD) if inner else run)  # the sum of sums
        before = lines[: len(lines) - len(run)]  # without any it may be the total of the section
        rest = [forest.entries[child] for child in before]
        noughts = not any(any(entry.figures) for entry in rest)  # it may as well be the total with these
        first = all(entry.row in total.adds for entry in rest) or (
            noughts and (is_named(total.title, forest.entries[line]) or all(entry.has_figures for entry in rest))
        )
        if run and (inner or not first or _goes_on(forest, total, line, totals)):
            adopt_and_close(forest, total, run)
            return True
    return False


def _comes_after_opening(forest: Forest, total: Entry, section: int, lines: Sequence[int]) -> bool:
    """Whether a total names a section and is the sum of its lines but the first, an opening balance."""
    first = [forest.entries[line].title for line in lines[:1]]
    named = any(map(is_balance, first)) and is_named(total.title, forest.entries[section])
    return named and forest.weigh(total, lines[1:]).proves


def _goes_on(forest: Forest, total: Entry, section: int, totals: Sequence[Entry]) -> bool:
    """Whether a later total adds a first one to the lines of its section behind it, or to the next totals; or is the
    same, where these lines are nought; or the next one is the sum of several of these lines up to it: two lists."""
    behind = [line for line in forest.children(section) if forest.entries[line].row > total.row]
    lines = [forest.entries[line] for line in behind]
    later = [other for other in totals if other.row > total.row] if lines else []
    if later and not any(map(any, (line.figures for line in lines))):
        return later[0].figures == total.figures
    for whole in later:
        between = [line for line in behind if forest.end(line) < whole.row]
        if len(between) > 1 and forest.weigh(whole, forest.spread(between)).proves:
            return True
    digits = TOLD if is_sub(total.title) else DIGITS
    return any(
        count_added(whole.figures, [part.figures for part in (total, *parts)], digits=digits) == len(parts) + 1
        for at, whole in enumerate(later)
        for parts in (later[:at], [line for line in lines if line.row < whole.row])
    )


def is_of(forest: Forest, total: Entry, line: int) -> bool:
    """Whether a total is that of a section: it says so, its formulas do, or its sums do and it names no other; or it
    names it in part, and is near to what its lines come to."""
    section, children = forest.entries[line], forest.children(line)
    if section.ends == total.row or is_named(total.title, section) or forest.adds(total, children):
        return True
    weighed = forest.weigh(total, children)
    part = is_sub(total.title) and len(children) > 1
    proven = weighed.proves and (weighed.holds > 1 or part)  # by whatever name
    if proven or names_another(total.title, section):
        return proven
    near = named_by_total(total.title) and are_near(total, forest.parts(children), NEAR)
    return weighed.convinces or (bool(near) and all(near))


def close_with_next(forest: Forest, total: Entry, before: Sequence[int]) -> bool:
    """Give a total to the last section where it is the sum of its lines and of those that follow at the top."""
    at = len(before) - 1
    while at >= 0 and forest.section(before[at]) is None:
        if before[at] in forest.closed:
            return False
        at -= 1
    after = before[at + 1 :]
    if at < 0 or not after or _are_beside(forest, total, before[at:]):
        return False
    section = before[at]
    weighed = forest.weigh(total, [*forest.children(section), *after])
    if not weighed.proves or not forest.take(section, total):
        return False
    forest.move(after, section)
    forest.drawn += [forest.entries[line] for line in after]
    return True


def _are_beside(forest: Forest, total: Entry, lines: Sequence[int]) -> bool:
    """Whether lines stand as far left as the section that is the first of them, whose own stand further to the right,
    or are sections as it is, and a total calls itself otherwise: it is that of all."""
    section, *after = (forest.entries[line] for line in lines)
    inside = min(forest.entries[child].indent for child in forest.children(lines[0]))
    beside = inside > section.indent and all(line.indent == section.indent for line in after)
    return (beside or all(map(forest.children, lines))) and not is_named(total.title, section)
