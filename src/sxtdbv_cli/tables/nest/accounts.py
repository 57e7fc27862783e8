"""By the numbers of the budget index of Vietnam: items (tiểu mục) below their chapter (mục)."""

from collections.abc import Sequence

from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.nest.way import Nested, Way
from sxtdbv_cli.text.language import Text

_FEW = 2
_CHAPTER = 50
"""Every fiftieth number of the index is a chapter, those between are its items."""


def _account(entry: Entry) -> int | None:
    """The number of a line in the budget index."""
    code = (entry.code or "").strip()
    return int(code) if len(code) == 4 and code.isascii() and code.isdecimal() else None


def _nest(entries: Sequence[Entry]) -> Nested:
    """Items below the last chapter that they belong to."""
    parents: list[int] = []
    chapter, number = NOWHERE, 0
    last = NOWHERE
    for line, entry in enumerate(entries):
        own = _account(entry)
        if own is None and (entry.listed or entry.below or entry.is_bullet):
            parents.append(last)
            continue
        last = line
        if own is None or own % _CHAPTER == 0:
            chapter, number = (NOWHERE, 0) if own is None else (line, own)
            parents.append(NOWHERE)
        else:
            parents.append(chapter if own - number < _CHAPTER else NOWHERE)
    return Nested(parents)


def _nest_in_groups(entries: Sequence[Entry]) -> Nested:
    """The same, and the chapters below the last line without a number, as *Nhóm 1: Thanh toán cá nhân*."""
    parents = _nest(entries).parents
    group = NOWHERE
    for line, entry in enumerate(entries):
        if parents[line] == NOWHERE and not entry.is_bullet:
            group, parents[line] = (line, NOWHERE) if _account(entry) is None else (group, group)
    return Nested(parents)


_WHY = Text("theo mã mục, tiểu mục", "by the numbers of chapters and items of the budget index")
WAYS = (Way(_WHY, _nest), Way(_WHY, _nest_in_groups))


def shown(entries: Sequence[Entry]) -> Sequence[Way]:
    """The ways, where more than a few lines have a number of the index."""
    return WAYS if sum(_account(entry) is not None for entry in entries) > _FEW else ()
