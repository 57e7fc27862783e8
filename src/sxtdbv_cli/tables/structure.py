"""From the rows of a body to a tree: entries in smallest steps, the nesting that fits best, totals in their places."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from sxtdbv_cli.model.choices import Parents
from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.tables.body.lines import Body
from sxtdbv_cli.tables.down import agrees
from sxtdbv_cli.tables.entries import Entry, Tally, weigh
from sxtdbv_cli.tables.nesting import BULLETS, Policy, of_which, policies
from sxtdbv_cli.tables.numbering import LONG, Style, as_meant, code_in_title, marks_of, paths_of
from sxtdbv_cli.tables.totals import Outcome, Totals, is_named, other_ways, tally
from sxtdbv_cli.tables.words import is_grand, is_of_which, is_ratio_line, is_total
from sxtdbv_cli.text.language import Text

LEFT_OVER = 3
"""So many sums a total counts that names its section, or that finds no place."""


class Structure(NamedTuple):
    """The lines in the order of the plan, parents first, and what was decided on the way.

    ``author`` counts the lines whose formulas add their child lines, less those whose formulas add others. ``odd`` are
    lines whose number fits no place, ``loose`` those without a number, ``broken_down`` those whose child lines each
    state the whole of it in another way, ``alone`` those that are listed alone and fall short of the whole,
    ``lifted`` those that stand below a total only because its sums hold with them, ``misread`` those whose code
    holds a letter that looks like another, with the code as it is meant. ``partial`` says that child lines were
    taken for partial listings because nothing shows that they are all of their parent.
    """

    entries: list[Entry]
    parents: list[int]
    roles: list[Role]
    outcome: Outcome
    why: Text
    tally: Tally
    author: int
    odd: list[Entry]
    loose: list[Entry]
    broken_down: list[Entry]
    misread: list[tuple[Entry, str]]
    lifted: list[Entry]
    alone: list[Entry]
    partial: bool = False


def entries_of(body: Body, outline: Sequence[int], scale: int) -> list[Entry]:
    """The rows of a body with their amounts in smallest steps, their marks, and whether they call themselves totals."""
    unit: int = 10**scale
    found = []
    dashed = paths_of([row.code for row in body.rows if row.code])
    for row, level in zip(body.rows, outline, strict=True):
        entry = Entry(row.row, row.code, row.title, row.schedule, row.note, (), figures_row=row.row)
        entry.figures = tuple([value if value is None else _scaled(value, unit, scale) for value in row.figures])
        entry.indent, entry.outline, entry.marked = row.indent, level, row.marked
        code = row.code.replace("-", ".") if row.code in dashed and row.code else row.code
        entry.marks = marks_of(code) if code else marks_of(code_in_title(row.title))
        found.append(entry)
    if not any(mark.parts == (1,) for entry in found for mark in entry.marks):
        for entry in found:
            entry.marks = tuple([mark for mark in entry.marks if not mark.parts or mark.parts[0] < LONG])
    for entry in found:
        _name(entry)
    nameless = [entry for entry in found if entry.total and not (entry.title or entry.code)]
    if 3 * len(nameless) > len(found):
        for entry in nameless:
            entry.total = False  # so many lines without a name are no totals: their names stand elsewhere
    for before, entry in zip([None, *found], found, strict=False):
        entry.opens = before is None or before.total
    return found


def _scaled(value: int | Decimal, unit: int, scale: int) -> int:
    return value * unit if value.__class__ is int else int(Decimal(value).scaleb(scale))


def _name(entry: Entry) -> None:
    """What an entry calls itself: a total, or a partial listing."""
    bare = not entry.marks or (not entry.code and entry.marks[0].style is Style.DASH)
    entry.listed = bare and is_of_which(entry.title)
    said = entry.title or entry.code
    entry.total = not entry.marks and not entry.listed and (is_total(said) if said else entry.has_figures)


def structure(entries: Sequence[Entry], openers: set[int], stated: Parents | None, step: int) -> Structure:
    """The tree that fits best; the first that all sums agree with is taken without looking further."""
    totals = [entry for entry in entries if entry.total]
    lines = [entry for entry in entries if not entry.total]
    if not lines:
        lines, totals = totals, []
        for entry in lines:
            entry.total = False
    _tell_below(lines, openers)
    opening = {index for index, entry in enumerate(lines) if entry.row in openers}
    found: list[Structure] = []
    for policy in policies(lines, stated):
        found.append(_with(policy, lines, totals, opening, step))
        _give(found[-1], back=True)
        if _is_perfect(found[-1]):
            break
    best = max(found, key=_worth)
    _give(best)
    for entry, meant in best.misread:
        entry.code = meant
    return best


def _tell_below(lines: Sequence[Entry], openers: set[int]) -> None:
    """Tell the lines that stand behind a bare *trong đó*, up to the next one with a number."""
    opened = False
    for before, entry in pairwise(lines):
        plain = not entry.marks or entry.marks[0].style in BULLETS
        opened = plain and (opened or before.row in openers)
        entry.below = opened


def _is_perfect(found: Structure) -> bool:
    """Whether nothing speaks against a structure and sums speak for it."""
    return bool(found.tally.holds and not found.tally.fails and not found.outcome.unclear and not _oddities(found))


def _worth(found: Structure) -> tuple[int, int]:
    """What speaks for a structure: its sums, and the totals that name the section they are given to; against it, the
    totals it has no place for. Between equals, what is odd about it decides."""
    named = sum(is_named(total.title, line) for line, total in found.outcome.merged)
    words = LEFT_OVER * (named - len(found.outcome.unclear))
    return found.tally.worth + words + found.author, -_oddities(found)


def _by_author(outcome: Outcome) -> int:
    """How many lines have formulas that add exactly their child lines, less those whose formulas add others."""
    children: dict[int, list[Entry]] = {}
    for entry, parent, role in zip(outcome.entries, outcome.parents, outcome.roles, strict=True):
        if role is Role.PART:
            children.setdefault(parent, []).append(entry)
    rows = {entry.figures_row for entry in outcome.entries if entry.has_figures}
    given = {line.row: total for line, total in outcome.merged}
    authors = [(line, given.get(entry.row, entry)) for line, entry in enumerate(outcome.entries)]
    return sum(1 if agrees(author, children.get(line, []), rows) else -1 for line, author in authors if author.adds)


def _oddities(found: Structure) -> int:
    """How many lines at the top head nothing, and how many sections have their total in another way than the others."""
    parents = set(found.parents)
    nested = len(parents) > 1
    lines = enumerate(zip(found.entries, found.parents, strict=True))
    bare = sum(
        parent == NOWHERE and line not in parents and not entry.marked and not entry.marks
        for line, (entry, parent) in lines
    )
    merged, adopted = len(found.outcome.merged), sum(entry.total for entry in found.entries)
    return bare * nested + min(merged, adopted)


def _give(found: Structure, *, back: bool = False) -> None:
    """Give sections the figures of the totals that stand below their lines, or take them back."""
    for line, total in found.outcome.merged:
        line.figures = (None,) * len(line.figures) if back else total.figures
        line.figures_row = line.row if back else total.row


def _with(policy: Policy, lines: list[Entry], totals: list[Entry], opening: set[int], step: int) -> Structure:
    """What one way of nesting makes of a table."""
    tree = policy.nest(lines)
    named = {index for index, entry in enumerate(lines) if entry.listed and tree.parents[index] != NOWHERE}
    roles = of_which(lines, tree.parents, opening, named)
    for index, entry in enumerate(lines):
        if not entry.marks and not entry.listed and is_ratio_line(entry.title):
            roles[index] = Role.MEMO
    _under_first(lines, tree.parents, roles, step)
    lifted = _under_totals(lines, tree.parents, roles, step)
    _behind_listings(lines, tree.parents, roles, step)
    if policy.partial:
        _partial(lines, tree.parents, roles, step)
    outcome = Totals(lines, tree.parents, roles, step).place(totals)
    broken_down = other_ways(outcome.entries, outcome.parents, outcome.roles, step)
    weighed = tally(outcome.entries, outcome.parents, outcome.roles, step)
    _declared(outcome, weighed)
    alone = _alone(outcome, step)
    order, parents = _ordered(outcome)
    return Structure(
        [outcome.entries[line] for line in order],
        parents,
        [outcome.roles[line] for line in order],
        outcome,
        policy.why,
        weighed,
        _by_author(outcome),
        [lines[line] for line in tree.odd],
        [entry for entry in lines if not entry.marks and not entry.listed],
        broken_down,
        [(entry, meant) for entry, mark in zip(lines, tree.marks, strict=False) if mark and (meant := _meant(entry))],
        [lines[line] for line in lifted],
        alone,
        policy.partial,
    )


def _alone(outcome: Outcome, step: int) -> list[Entry]:
    """The lines that are the only one below another, marked ``-``, and fall short of it: they are a partial listing."""
    found, beside = [], Counter(outcome.parents)
    for line, entry in enumerate(outcome.entries):
        parent = outcome.parents[line]
        bullet = bool(entry.marks) and entry.marks[0].style in BULLETS
        if not bullet or outcome.roles[line] is not Role.PART or beside[parent] > 1 or parent == NOWHERE:
            continue
        whole = outcome.entries[parent]
        over = Tally(step)
        over.limit(whole, [entry])
        if weigh(whole, [entry], step).fails and not over.fails:
            outcome.roles[line] = Role.OF_WHICH
            found.append(entry)
    return found


def _partial(lines: list[Entry], parents: list[int], roles: list[Role], step: int) -> None:
    """Make a partial listing of the child lines that do not add up to their parent."""
    children: dict[int, list[int]] = {}
    for line, parent in enumerate(parents):
        children.setdefault(parent, []).append(line)
    for parent, below in children.items():
        if parent != NOWHERE and not weigh(lines[parent], [lines[line] for line in below], step).convinces:
            for line in below:
                roles[line] = Role.OF_WHICH


def _under_first(lines: list[Entry], parents: list[int], roles: list[Role], step: int) -> None:
    """Put all lines below the first where that has a number like theirs, but is the total of everything."""
    if not lines or not lines[0].marks or not is_grand(lines[0].title) or 0 in parents:
        return
    roots = [line for line in range(1, len(lines)) if parents[line] == NOWHERE and roles[line] is Role.PART]
    if len(roots) > 1 and weigh(lines[0], [lines[line] for line in roots], step).convinces:
        for line in roots:
            parents[line] = 0


def _under_totals(lines: Sequence[Entry], parents: list[int], roles: Sequence[Role], step: int) -> list[int]:
    """Put the next lines beside a total below it where none of its sums hold without them and all of them with them:
    *A. Total expenditure*, *I*, then *B*, though A = I + B. The lines that were moved."""
    moved: list[int] = []
    children: dict[int, list[int]] = {}
    for line, parent in enumerate(parents):
        if roles[line] is Role.PART:
            children.setdefault(parent, []).append(line)
    for line, entry in enumerate(lines):
        own = children.get(line, [])
        if not own or not is_total(entry.title) or weigh(entry, [lines[child] for child in own], step).holds:
            continue
        beside = children[parents[line]]
        after = beside[beside.index(line) + 1 :] if line in beside else []
        for count in range(1, len(after) + 1):
            tally = weigh(entry, [lines[child] for child in [*own, *after[:count]]], step)
            if tally.holds > 1 and not tally.fails:
                for other in after[:count]:
                    parents[other] = line
                    beside.remove(other)
                children[line] = [*own, *after[:count]]
                moved += after[:count]
                break
    return moved


def _behind_listings(lines: Sequence[Entry], parents: list[int], roles: list[Role], step: int) -> None:
    """Put a line without a bullet, behind the bullets of a partial listing, beside the line that is listed where the
    sums above hold only with it: its number was forgotten."""
    for line in range(1, len(lines)):
        if not is_behind_listing(lines, parents, roles, line) or (above := parents[parents[line]]) == NOWHERE:
            continue
        parts = [lines[other] for other, parent in enumerate(parents) if parent == above and roles[other] is Role.PART]
        without, together = (weigh(lines[above], part, step) for part in (parts, [*parts, lines[line]]))
        if without.fails and together.holds and not together.fails:
            parents[line], roles[line] = above, Role.PART


def is_behind_listing(lines: Sequence[Entry], parents: Sequence[int], roles: Sequence[Role], line: int) -> bool:
    """Whether a line stands behind the bullets of a partial listing and was taken for part of it without one."""
    entry, before = lines[line], lines[line - 1]
    bullet = bool(before.marks) and before.marks[0].style in BULLETS and parents[line - 1] == parents[line]
    return bullet and roles[line] is Role.OF_WHICH and not entry.marks and not entry.listed


def _meant(entry: Entry) -> str | None:
    """The code of a line as it is meant, where that is not what stands there."""
    meant = as_meant(entry.code or "")
    return meant if meant != (entry.code or "") else None


def _declared(outcome: Outcome, weighed: Tally) -> None:
    """Weigh the total of everything too."""
    if outcome.declared is not None:
        roots = [
            entry
            for entry, parent, role in zip(outcome.entries, outcome.parents, outcome.roles, strict=True)
            if parent == NOWHERE and role is Role.PART
        ]
        weighed.add(outcome.declared, roots)


def _ordered(outcome: Outcome) -> tuple[list[int], list[int]]:
    """The lines with parents first and otherwise as they stand, and their parents in that order."""
    children: dict[int, list[int]] = {}
    for line, parent in enumerate(outcome.parents):
        children.setdefault(parent, []).append(line)

    order: list[int] = []
    first = _first_rows(outcome, children)
    waiting = sorted(children.get(NOWHERE, []), key=first.__getitem__, reverse=True)
    while waiting:
        line = waiting.pop()
        order.append(line)
        waiting += sorted(children.get(line, []), key=first.__getitem__, reverse=True)
    position = {line: index for index, line in enumerate(order)}
    return order, [position.get(outcome.parents[line], NOWHERE) for line in order]


def _first_rows(outcome: Outcome, children: dict[int, list[int]]) -> list[int]:
    """The first row of each line and all below it."""
    first = [entry.row for entry in outcome.entries]
    waiting = list(children.get(NOWHERE, []))
    order = []
    while waiting:
        line = waiting.pop()
        order.append(line)
        waiting += children.get(line, [])
    for line in reversed(order):
        parent = outcome.parents[line]
        if parent != NOWHERE:
            first[parent] = min(first[parent], first[line])
    return first
