"""By the words that titles begin with: *Dự án 1*, *Tiểu dự án 2*; *Giai đoạn 2021-2025*, *Năm 2021*."""

from collections.abc import Sequence

from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.nest.way import Way, stepped
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.saying import Late

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
_FEW = 3
"""So many lines of a table have such a word at least, and two thirds of all."""


def _level(entry: Entry) -> int:
    """Which of the words a title begins with: the lower the further down."""
    title = plain(entry.title)
    found = (level for words in _WORDS for level, match in enumerate(words) if match(title))
    return next(found, _WITHOUT)


WAYS = (Way(Text("theo chữ đầu của nội dung (Dự án 1, Năm 2021)", "by the words titles begin with"), stepped(_level)),)


def shown(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way, where most titles begin with such a word, and with several."""
    levels = [level for level in map(_level, entries) if level != _WITHOUT]
    several = len(set(levels)) > 1 and len(levels) >= _FEW
    return WAYS if several and 3 * len(levels) >= 2 * len(entries) else ()
