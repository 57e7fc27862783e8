"""Lines whose number fits no place, and lines without a number that no sum confirms."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.model.sheet import Doubt
from sxtdbv_cli.tables.doubts.codes import NESTING
from sxtdbv_cli.tables.doubts.nesting.unnumbered import before_lists, headed_twice
from sxtdbv_cli.tables.entries import Tally, weigh
from sxtdbv_cli.tables.nest import lengths
from sxtdbv_cli.tables.numbering import Style, code_in_title
from sxtdbv_cli.tables.tree.listings import behind_listings
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.text.language import Text

ODD_NUMBER = Text(
    "số thứ tự “{code}” không theo thứ tự nào đang mở; cấp của dòng có thể sai",
    "the number “{code}” follows none that is open; the level of the line may be wrong",
)
LOOSE = Text(
    "dòng không có số thứ tự, không phép cộng nào xác nhận cấp của dòng",
    "a line without a number whose level no sum confirms",
)

BESIDE = Text(
    "dòng ghi “trong đó” nhưng có số thứ tự ngang với dòng trước; được cộng ngang, không phải một phần của dòng đó",
    "the line says “of which” and has a number beside that of the line before; it was counted beside it, and not as a "
    "part of it",
)

BULLETED = Text(
    "nội dung bắt đầu bằng dấu đầu dòng, nhưng số thứ tự đặt dòng ngang với dòng trước (không có dấu); có thể là con",
    "the title begins with a bullet, but the number puts the line beside the one before, which has none; it may belong "
    "to that line",
)
EXTENDS = Text(
    "số “{code}” nối dài số của dòng trước, nhưng dòng được cộng ngang với dòng đó; có thể là dòng con của nó",
    "the number “{code}” goes on from that of the line before, which it was counted beside; it may belong to that line",
)
ORDERED = (Style.LETTER, Style.ROMAN)
SEVERAL = 2
"""So many digits before those of another number are no chance."""


def doubts(found: Structure) -> Iterator[Doubt]:
    """What is doubtful about single numbers, and about their absence."""
    at = found.lines_by_row
    for entry in found.odd:
        yield Doubt(NESTING, ("lines", at[entry.row]), {"code": entry.code or code_in_title(entry.title)}, ODD_NUMBER)
    for line in _beside_whole(found):
        yield Doubt(NESTING, ("lines", line), {}, BESIDE)
    for line in _bulleted(found):
        yield Doubt(NESTING, ("lines", line), {}, BULLETED)
    for line in _without_first(found):
        yield Doubt(NESTING, ("lines", line), {"code": found.entries[line].code or ""}, ODD_NUMBER)
    for line in _going_on(found):
        yield Doubt(
            NESTING,
            ("lines", line),
            {"code": found.entries[line].code or code_in_title(found.entries[line].title)},
            EXTENDS,
        )
    loose = (*_unconfirmed(found), *_behind_listings(found), *without_figures(found))
    for line in sorted({*loose, *before_lists(found), *headed_twice(found)}):
        yield Doubt(NESTING, ("lines", line), {}, LOOSE)


def _beside_whole(found: Structure) -> Iterator[int]:
    """Lines that say *trong đó* behind a number of their own and are counted beside the line before."""
    for line, entry in enumerate(found.entries):
        if line and entry.partial and found.roles[line] is Role.PART and found.parents[line - 1] == found.parents[line]:
            yield line


def _bulleted(found: Structure) -> Iterator[int]:
    """Lines with a number in order and a bullet before their title, right behind a line beside them without one."""
    bullets = [bool(_BULLET(entry.title)) for entry in found.entries]
    for line in range(1, len(bullets)):
        beside = found.parents[line] == found.parents[line - 1] and found.entries[line].is_numbered
        if bullets[line] and not bullets[line - 1] and beside and found.entries[line].code:
            yield line


_BULLET = re.compile(r"[-–+*•]\s*(?=[^\W\d])").match


def _without_first(found: Structure) -> Iterator[int]:
    """Letters and Roman numerals that begin a list below a line in the middle: *B* below *II*, where *A* is missing."""
    odd = {entry.row for entry in found.odd}
    for parent, lines in found.children.items():
        entry = found.entries[lines[0]]
        middle = bool(entry.marks) and all(mark.style in ORDERED and mark.ordinal > 1 for mark in entry.marks)
        if parent != NOWHERE and entry.code and middle and entry.row not in odd:
            yield lines[0]


def _going_on(found: Structure) -> Iterator[int]:
    """Lines whose number is that of the line before, and more digits, which are counted beside it all the same."""
    numbers = [lengths.number_of(entry) for entry in found.entries]
    for line in range(1, len(numbers)):
        before, own = numbers[line - 1 : line + 1]
        longer = SEVERAL <= len(before) < len(own) and own.startswith(before)
        if longer and found.parents[line - 1] == found.parents[line]:
            yield line


def _unconfirmed(found: Structure) -> Iterator[int]:
    """Lines with figures but without a number in a table that has numbers, where no sum or not every sum holds."""
    if (found.tally.holds and not found.tally.fails) or not any(entry.marks for entry in found.entries):
        return

    @cache
    def convinces(parent: int) -> bool:  # once for all its child lines
        whole = found.whole(parent)
        parts = [found.entries[other] for other in found.children[parent]]
        return whole is not None and weigh(whole, parts, found.tally.step).convinces

    for line in found.bare:
        if found.entries[line].has_figures and not _is_confirmed(found, line, convinces):
            yield line


def _is_confirmed(found: Structure, line: int, convinces: Callable[[int], bool]) -> bool:
    """Whether the sums of the parent of a line, or of everything, hold, or it has none to weigh."""
    parent = found.parents[line]
    if found.roles[line] is not Role.PART:
        return True
    return (parent != NOWHERE and _is_under_heading(found, line)) or convinces(parent)


def _is_under_heading(found: Structure, line: int) -> bool:
    """Whether a line stands in a run of lines without a number that one with a number, but no amounts, opens."""
    parent = found.entries[found.parents[line]]
    if parent.has_figures or parent.marked or not parent.marks:
        return False
    run = found.entries[found.parents[line] + 1 : line + 1]
    after = found.entries[line + 1].marks if line + 1 < len(found.entries) else ()
    return not any(entry.marks for entry in run) and all(mark.ordinal > 1 for mark in after)


def _behind_listings(found: Structure) -> Iterator[int]:
    """Lines without a bullet behind those of a partial listing, unless the sums of the line above hold without them."""
    for line in behind_listings(found.entries, found.parents, found.roles):
        above = found.parents[found.parents[line]]
        if above == NOWHERE or not _holds(weigh(found.entries[above], found.parts(above), found.tally.step)):
            yield line


def _holds(tally: Tally) -> bool:
    return bool(tally.holds) and not tally.fails


def without_figures(found: Structure) -> Iterator[int]:
    """Lines without a number or amounts other than nought among numbered ones, or alone below one."""
    beside = Counter(found.parents)
    bare = Counter(parent for entry, parent in zip(found.entries, found.parents, strict=True) if not entry.marks)
    for line in found.bare:
        parent = found.parents[line]
        among = beside[parent] > bare[parent] or beside[parent] == 1
        if not any(found.entries[line].figures) and parent != NOWHERE and among:
            yield line
