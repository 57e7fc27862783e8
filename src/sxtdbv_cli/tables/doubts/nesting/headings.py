"""Lines without figures: headings that nothing confirms, and lines that could be headings."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.model.sheet import Doubt
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.doubts.codes import NESTING
from sxtdbv_cli.tables.entries import Entry, by_parent
from sxtdbv_cli.tables.nest.headings import ENDED, HEADED, OPENED, SECTIONED
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.tables.words.totals import named_by_total
from sxtdbv_cli.text.language import Text

HEAD = Text(
    "dòng không có số tiền được coi là mục của các dòng theo sau; không tổng nào xác nhận",
    "a line without figures was taken to head those that follow; no total confirms it",
)
HEADS_NOTHING = Text(
    "dòng không có số tiền và không có dòng con; có thể là mục của các dòng theo sau",
    "the line has no amounts and nothing below it; it may be the heading of the lines that follow",
)
GOES_ON = Text(
    "dòng có số thứ tự mà không có số tiền, còn dòng ngay dưới có số tiền mà không có số thứ tự; dòng dưới có thể là "
    "phần tiếp của nội dung dòng này",
    "the line has a number and no amounts, the one below it amounts and no number; it may be the rest of the title",
)


def doubts(found: Structure) -> Iterator[Doubt]:
    """What is doubtful about headings."""
    for line in (*_unconfirmed(found), *_by_a_total(found)):
        yield Doubt(NESTING, ("lines", line), {}, HEAD)
    for line in _idle(found):
        yield Doubt(NESTING, ("lines", line), {}, HEADS_NOTHING)
    for line in _going_on(found):
        yield Doubt(NESTING, ("lines", line), {}, GOES_ON)


def _going_on(found: Structure) -> Iterator[int]:
    """Lines with a number and without figures before one without a number that has them, alone below it or beside it,
    where most lines with a number beside them have figures of their own."""
    below = by_parent(found.parents)
    for line, entry in enumerate(found.entries[:-1]):
        rest = found.entries[line + 1]
        states = rest.has_figures and not (rest.marks or rest.listed or rest.total) and rest.row == entry.row + 1
        if not states or not entry.marks or entry.marked:
            continue
        alone = below.get(line, []) in ([], [line + 1]) and found.parents[line + 1] in (line, found.parents[line])
        if alone and _are_lines(found, below, line):
            yield line


def _are_lines(found: Structure, below: Mapping[int, Sequence[int]], line: int) -> bool:
    """Whether most lines with a number beside one have figures and nothing below them."""
    beside = [other for other in below[found.parents[line]] if found.entries[other].marks and other != line]
    return 2 * sum(found.entries[other].has_figures and other not in below for other in beside) > len(beside)


def _unconfirmed(found: Structure) -> Iterator[int]:
    """Headings that nothing confirms: neither a total nor that all lines stand below several of them."""
    if found.way not in (HEADED, OPENED, SECTIONED, ENDED):
        return
    counts = Counter(found.parents)
    heads = [line for line, entry in enumerate(found.entries) if counts[line] and not entry.has_figures]
    regular = len(heads) > 1 and all(counts[line] > 1 for line in heads) and counts[NOWHERE] == len(heads)
    yield from () if regular else heads
    given = {entry.row for entry, _ in found.outcome.merged}
    bare = any(not entry.has_figures for entry in found.entries)
    if _is_one_list(found, counts) and found.entries[0].row in given and bare:
        yield 0  # others without figures head nothing


def _is_one_list(found: Structure, counts: Counter[int]) -> bool:
    """Whether all lines but the first stand below it."""
    return counts[NOWHERE] == 1 and set(found.parents) == {NOWHERE, 0}


def _by_a_total(found: Structure) -> Iterator[int]:
    """Lines that are headings only because a total stands below the lines behind them: where other totals close lines
    without a heading, or where there is but one and nothing sets it apart, it may be a line without figures."""
    counts, at = Counter(found.parents), found.lines_by_row
    loose = {parent for line, parent in enumerate(found.parents) if not counts[line]}
    adopts = any(entry.total and counts[line] > 1 and line in loose for line, entry in enumerate(found.entries))
    alone = _is_one_list(found, counts)
    for head, total in found.outcome.merged:
        line = at[head.row]
        if (adopts or (alone and line == 0)) and counts[line] and not _is_told(head, total):
            yield line


def _is_told(head: Entry, total: Entry) -> bool:
    """Whether something else sets a heading apart: a word of its total, a number, a colon, capitals."""
    shared = {*named_by_total(total.title).split()} & {*plain(head.title).split()}
    return bool(shared or head.marks or head.title.rstrip().endswith(":") or head.title.isupper())


def _idle(found: Structure) -> Iterator[int]:
    """Lines without a number or amounts that stand before others and have nothing below them."""
    for line, entry in enumerate(found.entries[:-1]):
        following, above = found.entries[line + 1], found.parents[line]
        bare = not (entry.marks or entry.marked or entry.has_figures or entry.listed)
        beside = found.parents[line + 1] == above and following.has_figures
        if bare and beside and (line == 0 or not following.marks):
            yield line
