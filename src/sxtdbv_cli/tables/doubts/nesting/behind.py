"""Lines behind a total that are counted all the same: behind that of everything, or behind the last of several, which
closes all lines above it (a count of staff, a rate, a remark with a figure, or a line that no total takes in)."""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import permutations

from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.model.results import is_difference_line
from sxtdbv_cli.model.sheet import Doubt
from sxtdbv_cli.tables.columns.taken import columns_of
from sxtdbv_cli.tables.doubts.kinds import NESTING, OFF_TABLE
from sxtdbv_cli.tables.doubts.units import signed
from sxtdbv_cli.tables.entries import Entry, meets
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.totals.by_words import are_near
from sxtdbv_cli.tables.totals.group import NEAR
from sxtdbv_cli.tables.tree.adding import added_up, is_result
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.tables.words.totals import is_sub, names_rest
from sxtdbv_cli.text.saying import Late

_ROWS = Late(r"\$?\b[A-Z]{1,3}\$?(\d+)\b").findall
"""The rows that a formula names."""
BESIDE_TOTAL = OFF_TABLE.settled(
    "dòng đứng sau dòng tổng “{title}” mà không nằm trong tổng đó; được cộng ngang với nó",
    "the line stands behind the total “{title}” and is no part of it; it was counted beside it",
)
BEFORE_TOTAL = NESTING.kind(
    "dòng đứng sau dòng tổng “{title}” nhưng được đưa vào một mục đứng trước dòng tổng đó",
    "the line stands behind the total “{title}”, but was put into a section before it",
)
ADDED = NESTING.kind(
    "dòng đứng sau dòng tổng “{title}” mà vẫn được cộng vào tổng đó",
    "the line stands behind the total “{title}”, and was added to it all the same",
)
BEHIND_LAST = OFF_TABLE.kind(
    "dòng đứng sau “{title}”, là dòng tổng của mọi dòng bên trên; không tổng nào gồm dòng này, có thể không thuộc bảng",
    "the line stands behind “{title}”, which adds up all lines above; no total takes it in, and it may be no line of "
    "the list",
)


def doubts(reading: Reading) -> Iterator[Doubt]:
    """Lines behind the total of everything; where there are none, behind the last of several totals."""
    told = {line for rule in reading.rules.rules for line in (rule.whole, *rule.plus, *rule.minus)}
    told |= {rule.whole for rule, _ in reading.rules.unlike}
    yield from [*_behind_everything(reading)] or _behind_last(reading, told)


def _behind_everything(reading: Reading) -> Iterator[Doubt]:
    """The first line behind the total of everything that is counted though the total cannot mean it; behind what is
    called the total of a part it may well stand, where its figures are money."""
    found = reading.structure
    declared = found.outcome.declared
    if declared is not None:
        behind = _behind(found, declared)
        inside = (line for line in behind if found.parents[line] != NOWHERE)
        line = next((line for line in inside if found.entries[found.parents[line]].row < declared.row), None)
        if line is not None:
            yield BEFORE_TOTAL.at("lines", line, title=declared.title)
        elif declared.row > min(entry.row for entry in found.entries):
            yield from _added(found, declared, behind)
        return
    whole = _everything(found)
    told = _in_results(found) if whole else ()
    beside = (line for line in _behind(found, whole) if found.parents[line] == NOWHERE) if whole else ()
    open_ = (line for line in beside if line not in told and not names_rest(found.entries[line].title))
    stated = (line for line in open_ if any(found.entries[line].figures))
    line = next((line for line in stated if whole and not _is_made_of(reading, found.entries[line], whole.row)), None)
    if whole is not None and line is not None:
        settled = is_sub(whole.title) and _is_money(reading, found.entries[line])
        yield BESIDE_TOTAL.at("lines", line, severity=Severity.NOTE if settled else None, title=whole.title)


def _is_made_of(reading: Reading, entry: Entry, total: int) -> bool:
    """Whether a formula of a line takes nothing but figures of the row of a total and those below: what is left."""
    cells = (reading.view.at(entry.row, column) for column in columns_of(reading.taken).amounts)
    rows = [_ROWS(cell.formula) for cell in cells if cell is not None and cell.formula]
    return any(named and min(map(int, named)) > total for named in rows)


def _is_money(reading: Reading, entry: Entry) -> bool:
    """Whether every figure of a line stands in a column whose figures all name a currency."""
    money, amounts = signed(reading), columns_of(reading.taken).amounts
    return all(at in money for at, figure in zip(amounts, entry.figures, strict=True) if figure is not None)


def _added(found: Structure, declared: Entry, behind: Sequence[int]) -> Iterator[Doubt]:
    """The first line at the top behind a total that was added to it all the same."""
    loose = (line for line in behind if found.parents[line] == NOWHERE and found.roles[line] is Role.PART)
    line = next((line for line in loose if meets(found.entries[line], declared)), None)
    if line is not None:
        yield ADDED.at("lines", line, title=declared.title)


def _behind(found: Structure, total: Entry) -> list[int]:
    """The lines without a number of their own behind a total."""
    return [
        line for line, entry in enumerate(found.entries) if entry.row > total.row and not (entry.code or entry.marks)
    ]


def _everything(found: Structure) -> Entry | None:
    """The only total at the top, where it stands below the first line of the table, which belongs to it."""
    totals = [line for line, entry in enumerate(found.entries) if entry.total and found.parents[line] == NOWHERE]
    first = min(range(len(found.entries)), key=lambda line: found.entries[line].row)
    if len(totals) != 1 or found.parents[first] != totals[0]:
        return None
    return found.entries[totals[0]]


def _behind_last(reading: Reading, ruled: Set[int]) -> Iterator[Doubt]:
    """Lines behind the last total that no sum and no difference explains, but those ``ruled``: in a rule, or told
    otherwise."""
    found = reading.structure
    ends = {line.row: total.row for line, total in found.outcome.merged}
    counts = Counter(found.parents)
    roots = [line for line, parent in enumerate(found.parents) if parent == NOWHERE]
    closed = [line for line in roots if counts[line] and (found.entries[line].total or found.entries[line].row in ends)]
    rows = {line: ends.get(found.entries[line].row, found.entries[line].row) for line in roots}
    behind = [line for line in roots if not counts[line] and found.entries[line].has_figures]
    first = min((rows[line] for line in behind), default=0)
    last = max((line for line in closed if rows[line] < first), key=rows.__getitem__, default=None)
    declared = found.outcome.declared
    if last is None or (declared is not None and declared.marked):
        return  # what cannot be read of a total is told otherwise
    if len(behind) > len(found.entries) - len(behind):
        return
    totals, results = [found.entries[line] for line in closed], _in_results(found)
    ends_all = all(rows[line] < first for line in closed)
    for line in behind:
        entry = found.entries[line]
        if not (ends_all or all(are_near(entry, [found.entries[last]], NEAR))):
            continue  # other totals follow; what says this one nearly once more is no part of them
        told = bool(entry.code) or _is_told(entry, totals) or line in results
        told = told or _is_made_of(reading, entry, rows[last])
        if found.roles[line] is Role.PART and not told and line not in ruled:
            yield BEHIND_LAST.at("lines", line, title=found.entries[last].title)


def _in_results(found: Structure) -> set[int]:
    """The lines at the top that are what is left of the two before them, or what is taken away there (the tax between
    two profits), and those that a profit is the sum of, with their signs."""
    roots = [line for line, parent in enumerate(found.parents) if parent == NOWHERE]
    results = {line for line in roots if is_result(found, line, roots)}
    profits = (one for one in added_up(found, roots) if is_difference_line(found.entries[one.line].title))
    taken = {roots[roots.index(line) - 1] for line in results}
    return results | taken | {part for one in profits for part in one.parts}


def _is_told(entry: Entry, totals: Sequence[Entry]) -> bool:
    """Whether a line is a balance or the difference of two totals, by its words or in each of its columns."""
    return names_rest(entry.title) or any(
        all(own is None or own == (one or 0) - (other or 0) for own, one, other in zip(*figures, strict=True))
        for figures in ((entry.figures, one.figures, other.figures) for one, other in permutations(totals, 2))
    )
