"""By headings without figures, or not at all: what a table can mean that shows no levels."""

from collections.abc import Sequence
from itertools import pairwise

from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.nest.looks import by_indent
from sxtdbv_cli.tables.nest.way import Nested, Way
from sxtdbv_cli.text.language import Text


def _headed(entries: Sequence[Entry]) -> Nested:
    """Lines below the last one without figures; where all have a code, only one that opens a list is a heading."""
    coded = all(entry.code for entry in entries)
    return below(entries, [not entry.marked and (entry.opens or not coded) for entry in entries])


def _sectioned(entries: Sequence[Entry]) -> Nested:
    """Lines below the last one without figures; where two of these follow each other, the first heads the sections
    behind it. What follows a total stands beside its section."""
    outer = head = last = NOWHERE
    parents = []
    for line, (entry, after) in enumerate(zip(entries, [*entries[1:], None], strict=True)):
        if entry.listed:
            parents.append(last)
            continue
        if _heads_sections(entry, after):
            outer = NOWHERE
        ends_bullets = last != NOWHERE and entries[last].is_bullet and not entry.is_bullet
        head = outer if entry.opens or ends_bullets else head
        parents.append(outer if not entry.marked else head)
        if not entry.marked:
            head = line
            outer = line if _heads_sections(entry, after) else outer
        last = line
    return Nested(parents)


def _heads_sections(entry: Entry, after: Entry | None) -> bool:
    """Whether a line without figures stands right above another."""
    return not entry.marked and after is not None and not after.marked and not after.opens


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


def _flat(entries: Sequence[Entry]) -> Nested:
    """Lines side by side, but partial listings."""
    return below(entries, [False] * len(entries))


def below(entries: Sequence[Entry], heads: Sequence[bool]) -> Nested:
    """Lines below the last heading; a partial listing belongs to the line before it."""
    head = last = NOWHERE
    parents = []
    for line, entry in enumerate(entries):
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
OPENED = Way(
    Text(
        "dòng không có số tiền ở đầu bảng hoặc sau một tổng là mục của các dòng theo sau",
        "a line without figures that is the first, or the first behind a total, heads those that follow",
    ),
    lambda entries: below(entries, [not entry.marked and entry.opens for entry in entries]),
)
SECTIONED = Way(
    Text(
        "dòng không có số tiền là mục; hai dòng liền nhau thì dòng đầu là mục của các mục theo sau",
        "a line without figures heads those that follow; of two in a row the first heads the sections behind it",
    ),
    _sectioned,
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
    """The way by totals that name headings, where headings that they end stand inside each other."""
    heads = [entry for entry in entries if entry.ends >= 0]
    inside = any(first.row < second.row and second.ends <= first.ends for first, second in pairwise(heads))
    bare = sum(not entry.marked for entry in entries)
    return (ENDED,) if inside and 2 * len(heads) > bare else ()


def sections(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way by sections of sections, where lines without figures follow each other."""
    return (SECTIONED,) if any(_heads_sections(entry, after) for entry, after in pairwise(entries)) else ()


def shown(entries: Sequence[Entry]) -> Sequence[Way]:
    """All ways where a line has no figures, of sections of sections only where two follow; else that of no levels."""
    if sections(entries):
        return (HEADED, OPENED, SECTIONED, FLAT)
    return WAYS if any(not entry.marked for entry in entries) else (FLAT,)
