"""By how titles look: indented (leading blanks, the format of the cell, columns further to the right), in bold type, in
capitals; or by the words they begin with: *Dự án 1*, *Tiểu dự án 2*; *Giai đoạn 2021-2025*, *Năm 2021*."""

from collections.abc import Sequence

from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.entries import STEP, Entry
from sxtdbv_cli.tables.nest.way import Nested, Way, stepped
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.saying import Late

_BARE = 99 * STEP
"""The indentation of a line without a code below all that have one."""
by_indent = stepped(lambda entry: entry.indent)
"""Each line below the last one before it that is indented less."""
INDENTED = (Way(Text("theo mức thụt đầu dòng", "by indentation"), by_indent),)
BARE_ABOVE = Way(
    Text("dòng không có mã đứng trên các dòng có mã theo sau", "lines without a code head those with one that follow"),
    stepped(lambda entry: entry.indent + 1 if entry.code else 0),
)
"""Groups without a code above codes that have a column for each level."""
BARE_BELOW = Way(
    Text("dòng không có mã đứng dưới dòng có mã ngay trước", "lines without a code below the one before that has one"),
    stepped(lambda entry: entry.indent if entry.code else _BARE),
    proved=True,
)
"""How an item comes about, below codes that have a column for each level."""


def _by_bold(entries: Sequence[Entry]) -> Nested:
    """A line in bold type heads those behind it that are not, unless it has figures and none of them does (*Margin,
    %*); one that says *of which* stands below the one before it."""
    parents = stepped(lambda entry: (not entry.bold) + entry.listed)(entries).parents
    stated = {parent for parent, entry in zip(parents, entries, strict=True) if entry.has_figures}
    heads = {line for line, entry in enumerate(entries) if line in stated or not entry.has_figures}
    return Nested([parent if parent in heads else NOWHERE for parent in parents])


BOLD = Way(Text("theo chữ đậm", "by bold type"), _by_bold, proved=True)


def _by_capitals(words: int) -> Way:
    """By capitals in titles of so many words at least; below them bold type is a level of its own."""
    step = stepped(lambda entry: 0 if _in_capitals(entry, words) else 1 + (not entry.bold) + entry.listed)
    return Way(Text("theo chữ in hoa", "by capitals"), step, proved=True)


CAPITALS, IN_CAPITALS = _by_capitals(2), _by_capitals(1)
"""A line in capitals heads those behind it that are not. One word in capitals may be a short name, or a section like
the others (*CULTURE*): as sums show."""


_WITHOUT = 99
"""The level of a title without such a word: below the last that has one."""
_NUMBER = r"(?: so)? ?:? ?(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5})\b(?!/)"
_PARTS = (
    rf"chuong trinh{_NUMBER}",
    rf"hop phan{_NUMBER}",
    rf"du an(?! thanh phan){_NUMBER}",
    rf"(?:tieu du an|tieu hop phan|du an thanh phan){_NUMBER}",
    rf"(?:noi dung|nhiem vu){_NUMBER}",
    rf"hoat dong{_NUMBER}",
)
_PERIODS = (
    r"giai doan (?:tu )?(?:nam )?20\d\d ?[-–] ?(?:20)?\d\d\b",
    r"nam 20\d\d\b",
    r"(?:6|sau|9|chin) thang\b",
    r"quy (?:[1-4]|i{1,3}|iv)\b",
    r"thang (?:1[0-2]|[1-9])\b",
)
_WORDS = [[Late(word).match for word in words] for words in (_PARTS, _PERIODS)]
_ANY_WORD = Late("|".join(f"(?:{word})" for word in (*_PARTS, *_PERIODS))).match  # as few titles begin with one
_FEW = 3
"""So many lines of a table have such a word at least, and two thirds of all."""


def indented(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way by indentation, where lines are indented differently."""
    return INDENTED if len({entry.indent for entry in entries}) > 1 else ()


def by_columns(entries: Sequence[Entry]) -> Sequence[Way]:
    """The ways of a table whose levels stand in columns of their own."""
    coded = sum(entry.code is not None for entry in entries)
    return (*INDENTED, BARE_ABOVE, BARE_BELOW) if 0 < len(entries) - coded < coded else INDENTED


def typed(entries: Sequence[Entry]) -> Sequence[Way]:
    """The ways by type: bold where the first line is so and others are not, then in the same way capitals."""
    bold, long = [entry.bold for entry in entries], [*map(_in_capitals, entries)]
    short = [entry.title.isupper() for entry in entries] if any(long) else []
    ways = ((BOLD, bold), (CAPITALS, long), (IN_CAPITALS, short))
    return [way for way, told in ways if told and told[0] and not all(told)]


def _in_capitals(entry: Entry, words: int = 2) -> bool:
    """Whether a title of so many words at least is in capitals."""
    return entry.title.isupper() and len(entry.title.split()) >= words


def _level(entry: Entry) -> int:
    """Which of the words a title begins with: the lower the further down."""
    title = plain(entry.title)
    words_ = _WORDS if _ANY_WORD(title) else ()
    found = (level for words in words_ for level, match in enumerate(words) if match(title))
    return next(found, _WITHOUT)


LABELLED = Way(Text("theo chữ đầu của nội dung (Dự án 1, Năm 2021)", "by the words titles begin with"), stepped(_level))


def labelled(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way, where most titles begin with such a word, and with several."""
    levels = [level for level in map(_level, entries) if level != _WITHOUT]
    several = len(set(levels)) > 1 and len(levels) >= _FEW
    return (LABELLED,) if several and 3 * len(levels) >= 2 * len(entries) else ()
