"""By headings without figures, or not at all: what a table can mean that shows no levels."""

from collections.abc import Sequence

from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.nest.way import Nested, Way
from sxtdbv_cli.text.language import Text


def _headed(entries: Sequence[Entry]) -> Nested:
    """Lines below the last one without figures; where all have a code, only one that opens a list is a heading."""
    coded = all(entry.code for entry in entries)
    return _below(entries, [not entry.marked and (entry.opens or not coded) for entry in entries])


def _opened(entries: Sequence[Entry]) -> Nested:
    """Lines below the last one without figures that opens a list; others without figures are lines like any."""
    return _below(entries, [not entry.marked and entry.opens for entry in entries])


def _flat(entries: Sequence[Entry]) -> Nested:
    """Lines side by side."""
    return _below(entries, [False] * len(entries))


def _below(entries: Sequence[Entry], heads: Sequence[bool]) -> Nested:
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
    _opened,
)
FLAT = Way(Text("không có cấp: mọi dòng ngang hàng", "no levels: all lines stand side by side"), _flat)
WAYS = (HEADED, OPENED, FLAT)


def shown(entries: Sequence[Entry]) -> Sequence[Way]:
    """All ways where a line has no figures, else that of no levels."""
    return WAYS if any(not entry.marked for entry in entries) else (FLAT,)
