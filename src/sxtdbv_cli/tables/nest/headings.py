"""By headings without figures, or not at all: what a table can mean that shows no levels."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.nest.looks import by_indent
from sxtdbv_cli.tables.nest.way import Nested, Way
from sxtdbv_cli.text.language import Text


def _headed(entries: Sequence[Entry]) -> Nested:
    """Lines below the last one without figures; where all have a code, only one that opens a list is a heading. A line
    with figures in bold type, as all headings and no other lines are, stands beside these, where none follows it that
    it may head."""
    coded = all(entry.code for entry in entries)
    heads = [not entry.marked and (entry.opens or not coded) for entry in entries]
    bold = [entry.bold for entry in entries]
    if any(heads) and not all(bold) and all(own for own, head in zip(bold, heads, strict=True) if head):
        heads = [head or (own and after) for head, own, after in zip(heads, bold, [*bold[1:], True], strict=True)]
    return below(entries, heads)


def _up_to_totals(entries: Sequence[Entry], parents: Sequence[int]) -> Nested:
    """The same, and lines at the top below a heading without figures, up to the total that names it."""
    parents, open_ = [*parents], list[int]()
    for line, entry in enumerate(entries):
        while open_ and entries[open_[-1]].ends < entry.row:
            open_.pop()
        if parents[line] == NOWHERE and open_:
            parents[line] = open_[-1]
        if entry.ends > entry.row and parents[line] in (NOWHERE, *open_):
            open_.append(line)
    return Nested(parents)


def _stacked(entries: Sequence[Entry], heads: Sequence[bool]) -> Nested:
    """Lines below the last heading; a heading that stands right above another heads all of them up to its total, or to
    the next that does. What stands behind its total and another is none of the inner one."""
    parents: list[int] = []
    outer = inner = last = NOWHERE
    for line, entry in enumerate(entries):
        if outer != NOWHERE and 0 <= entries[outer].ends < entry.row:
            outer = inner = NOWHERE
        if entry.listed:
            parents.append(last)
            continue
        last = line
        if heads[line] and any(heads[line + 1 : line + 2]) and not entries[line + 1].opens:
            outer, inner = line, NOWHERE
            parents.append(NOWHERE)
        else:
            inner = NOWHERE if heads[line] or entry.leaves else inner
            parents.append(outer if inner == NOWHERE else inner)
            inner = line if heads[line] else inner
    return Nested(parents)


def _bare(entries: Sequence[Entry]) -> list[bool]:
    """Which lines have no figures, of several in a row the last two."""
    bare = [not entry.marked for entry in entries]
    return [own and not all(bare[line + 1 : line + 3]) for line, own in enumerate(bare)]


def _opening(entries: Sequence[Entry]) -> list[bool]:
    """Which of them open a list, or stand right below one that does."""
    found = _bare(entries)
    for line, entry in enumerate(entries):
        found[line] = found[line] and (entry.opens or (line > 0 and found[line - 1]))
    return found


def _stacks(entries: Sequence[Entry]) -> list[Way]:
    """The ways in which a heading has several headings with lines below it: one alone may be a line without figures."""
    found = []
    for way in STACKED:
        parents = way.nest(entries).parents
        inner = Counter(parents[line] for line in {*parents} - {NOWHERE} if parents[line] != NOWHERE)
        found += [way] if any(count > 1 for count in inner.values()) else []
    return found


def _flat(entries: Sequence[Entry]) -> Nested:
    """Lines side by side, but partial listings."""
    return below(entries, [False] * len(entries))


def below(entries: Sequence[Entry], heads: Sequence[bool]) -> Nested:
    """Lines below the last heading, up to the total that names it where all between have figures; a partial listing
    belongs to the line before it."""
    head = last = NOWHERE
    plain = True
    parents = []
    for line, entry in enumerate(entries):
        if head != NOWHERE and plain and 0 <= entries[head].ends < entry.row:
            head = NOWHERE
        plain = heads[line] or (plain and entry.marked)
        if entry.listed:
            parents.append(last)
            continue
        parents.append(NOWHERE if heads[line] else head)
        head, last = line if heads[line] else head, line
    return Nested(parents)


HEADED = Way(
    Text("dòng không có số tiền là mục của các dòng theo sau", "a line without figures heads those that follow"),
    _headed,
)
_ABOVE_ANOTHER = Text(
    "dòng không có số tiền là mục của các dòng theo sau; đứng ngay trên một mục khác thì là mục lớn",
    "a line without figures heads those that follow; one right above another heads that one, too",
)
_FIRST_ABOVE_ANOTHER = Text(
    "dòng không có số tiền ở đầu bảng hoặc sau một tổng là mục; đứng ngay trên một mục khác thì là mục lớn",
    "a line without figures that is the first, or the first behind a total, heads those that follow; one right above "
    "another heads that one, too",
)
STACKED = (
    Way(_ABOVE_ANOTHER, lambda entries: _stacked(entries, _bare(entries))),
    Way(_FIRST_ABOVE_ANOTHER, lambda entries: _stacked(entries, _opening(entries))),
)
OPENED = Way(
    Text(
        "dòng không có số tiền ở đầu bảng hoặc sau một tổng là mục của các dòng theo sau",
        "a line without figures that is the first, or the first behind a total, heads those that follow",
    ),
    lambda entries: below(entries, [not entry.marked and entry.opens for entry in entries]),
)
ENDED = Way(
    Text(
        "mục bắt đầu ở dòng không có số tiền và hết ở dòng tổng mang tên mục",
        "a line without figures heads those that follow, up to the total that names it",
    ),
    lambda entries: _up_to_totals(entries, _flat(entries).parents),
)
WITHIN_INDENTS = Way(
    Text(
        "theo mức thụt đầu dòng, và mục hết ở dòng tổng mang tên mục",
        "by indentation, and a heading goes up to the total that names it",
    ),
    lambda entries: _up_to_totals(entries, by_indent(entries).parents),
)
FLAT = Way(
    Text("không có cấp: mọi dòng ngang hàng", "no levels: all lines stand side by side"),
    _flat,
)
WAYS = (HEADED, OPENED, FLAT)


def ended(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way by totals that name headings, where headings that they end, or other totals, stand inside each other."""
    heads = [entry for entry in entries if entry.ends >= 0]
    if not heads:
        return ()
    inside = any(first.row < second.row and second.ends <= first.ends for first, second in pairwise(heads))
    opened = [entry.row for entry in entries if entry.opens]
    inside = inside or any(bisect_right(opened, head.row) < bisect_left(opened, head.ends) for head in heads)
    bare = sum(not entry.marked for entry in entries)
    by_totals = (WITHIN_INDENTS, ENDED) if len({entry.indent for entry in entries}) > 1 else (ENDED,)
    return by_totals if inside and 2 * len(heads) > bare else ()


def shown(entries: Sequence[Entry]) -> Sequence[Way]:
    """All ways where a line has no figures; else that of no levels."""
    return (FLAT,) if all(entry.marked for entry in entries) else (*_stacks(entries), *WAYS)
