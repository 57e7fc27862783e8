"""By the codes: by their length (05, 051, 0511), by whether a line has one, or by the budget index of Vietnam."""

from collections.abc import Sequence
from itertools import pairwise

from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.tables.entries import Entry, number_of
from sxtdbv_cli.tables.nest.way import Nested, Way, stepped
from sxtdbv_cli.tables.numbering import Style
from sxtdbv_cli.text.language import Text

_WITHOUT = 99
"""The length of no number: a line without one is below the last."""
_FEW = 2
_CHAPTERS = 1000
"""Numbers below are groups of chapters: *0129*, what is paid to persons."""
_CHAPTER = 50
"""Every fiftieth number of the index is a chapter, those between are its items."""


def _length(entry: Entry) -> int:
    """How long the number of a line is."""
    return len(number_of(entry)) or _WITHOUT


def _below(entries: Sequence[Entry]) -> Nested:
    """Where sums stand behind their lines: the line behind with the longest number that begins the own one."""
    numbers = [number_of(entry) for entry in entries]
    behind: dict[str, int] = {}
    parents: list[int] = []
    for line in range(len(entries) - 1, -1, -1):
        begins = (numbers[line][:length] for length in range(len(numbers[line]) - 1, 0, -1))
        parents.append(next((behind[number] for number in begins if number in behind), NOWHERE))
        if numbers[line]:
            behind[numbers[line]] = line
    return Nested(parents[::-1])


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
        if own is None and (entry.listed or entry.is_bullet):
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


def _index_level(entry: Entry) -> int:
    """The level of a line in an estimate by the budget index: parts (*A*), sections (*I*), groups (*0129*), chapters,
    items; what has no number there says how an item comes about."""
    own = _account(entry)
    if own is None:
        styles = {mark.style for mark in entry.marks}
        return 0 if Style.LETTER in styles and Style.ROMAN not in styles else 1 if Style.ROMAN in styles else 5
    return 2 if own < _CHAPTERS else 4 if own % _CHAPTER else 3


LENGTHS = Way(
    Text("theo độ dài mã số: mã ngắn đứng trên", "by the length of the codes: the shorter stands above"),
    stepped(_length),
)
BELOW = Way(
    Text(
        "theo mã số: dòng tổng đứng sau, mã là phần đầu mã các dòng của nó",
        "by the codes: a sum stands behind its lines, whose codes begin with its own",
    ),
    _below,
    proved=True,
)
ROUND = Way(
    Text("theo số 0 ở cuối mã số: 1000, 1100, 1110", "by the noughts that codes end in: 1000, 1100, 1110"),
    stepped(lambda entry: len(number_of(entry).rstrip("0"))),
    proved=True,
)
CODED = Way(
    Text("dòng không có mã số là mục của các dòng có mã", "lines without a code head those that have one"),
    stepped(lambda entry: bool(entry.code)),
    proved=True,
)
"""By codes that order nothing: a number of seven digits for each project."""
_BY_INDEX = Text("theo mã mục, tiểu mục", "by the numbers of chapters and items of the budget index")
ACCOUNTS = (Way(_BY_INDEX, _nest), Way(_BY_INDEX, _nest_in_groups))
INDEXED = Way(_BY_INDEX, stepped(_index_level), proved=True)


def coded(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way by whether a line has a code, where the first has none, and others have."""
    return (CODED,) if entries and not entries[0].code and any(entry.code for entry in entries) else ()


def by_length(entries: Sequence[Entry]) -> Sequence[Way]:
    """The ways by length, where the lines are numbered by codes of several lengths, and few have none; numbers that
    only count (9, 10, 11), from 1 again and again, are none. Codes of one length may end in more noughts the higher
    they are, as sums show."""
    lengths = [_length(entry) for entry in entries]
    numbers = [int(number) for entry in entries if (number := number_of(entry))]
    several = len({*lengths} - {_WITHOUT}) > 1 and any(
        after not in (1, before + 1) for before, after in pairwise(numbers)
    )
    if not several or 10 * lengths.count(_WITHOUT) >= len(lengths):
        told = [len(str(number).rstrip("0")) for number in numbers]
        shown = len({*lengths}) == 1 and len(numbers) == len({*numbers}) and told.count(min(told, default=0)) > 1
        return (ROUND,) if shown and told[0] == min(told) < max(told) else ()
    parents = _below(entries).parents
    numbered = [line for line, entry in enumerate(entries) if number_of(entry)]
    all_said = all(parents[line] != NOWHERE or line in parents for line in numbered)
    return (LENGTHS, BELOW) if all_said else (LENGTHS,)


def prefixed(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way by length where every line has a number, and each that is longer than others begins with that of a line
    before it: *70*, *701*, *707*, *74*, *741*; or, if sums prove it, where lines without one stand below those that
    have one: *60 - Purchases*, *Paper*, *Ink*."""
    numbers = [number_of(entry) for entry in entries]
    least = min(map(len, numbers), default=0)
    if numbers[:1] != [""] and numbers.count("") > _FEW:
        return (LENGTHS._replace(proved=True),)
    seen: set[str] = set()
    longer = 0
    for number in numbers if least else ():
        if len(number) > least:
            if not any(number[:length] in seen for length in range(least, len(number))):
                return ()
            longer += 1
        seen.add(number)
    return (LENGTHS,) if longer > _FEW and longer < len(numbers) else ()


def by_account(entries: Sequence[Entry]) -> Sequence[Way]:
    """The ways, where more than a few lines have a number of the index."""
    return (*ACCOUNTS, *by_index(entries)) if sum(_account(entry) is not None for entry in entries) > _FEW else ()


def by_index(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way by all levels of the index, where groups, chapters and items stand among the lines."""
    levels = {_index_level(entry) for entry in entries}
    return (INDEXED,) if {2, 3, 4} <= levels else ()
