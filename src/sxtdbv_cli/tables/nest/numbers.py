"""By the numbering, and lines without a number in one of several ways."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.nest.fit import Bare, Open, followers, is_next, place, place_bare
from sxtdbv_cli.tables.nest.way import Nested, Way
from sxtdbv_cli.tables.numbering import Mark, Style
from sxtdbv_cli.text.language import Text

_MOST_LOST = 5
"""So many numbers in a row may have been forgotten."""
_FIRST_ROMAN = Mark(Style.ROMAN, (1,))


def _numbered(bare: Bare) -> Callable[[Sequence[Entry]], Nested]:
    """Nest by the numbering, and lines without a number in one way."""

    def nest(entries: Sequence[Entry]) -> Nested:
        stack: list[Open] = []
        marks: list[Mark | None] = []
        parents: list[int] = []
        odd: list[int] = []
        headed = False
        entries = _without_first_bullets(entries)
        following = followers(entries)
        named = any(entry.ends >= 0 for entry in entries)
        for line, entry in enumerate(entries):
            mark, depth, heads = None, 0, True
            if named:
                del stack[_ended(stack, entries, line) :]
            if line and entry.opens and (again := _again(stack, entry.marks)):
                mark, depth = again
            elif entry.marks:
                mark, depth, fits = place(stack, _readings(stack, entries, line) if headed else entry.marks)
                headed = headed or _is_first_roman(stack, mark)
                odd += [] if fits else [line]
            elif (lost := _lost(stack, entries, line)) is not None:
                mark, depth = lost
            else:
                depth, heads = place_bare(stack, entries, line, bare, following[line])
            del stack[depth:]
            parents.append(stack[-1].line if stack else NOWHERE)
            stack.append(Open(line, mark, heads))
            marks.append(mark if entry.marks else None)
        return Nested(parents, odd, marks)

    return nest


def _ended(stack: Sequence[Open], entries: Sequence[Entry], line: int) -> int:
    """How much of the stack stays open above a line behind the totals that name some sections; what these list stays
    inside."""
    row = -1 if entries[line].listed or entries[line].is_bullet else entries[line].row
    return next((at for at, one in enumerate(stack) if 0 <= entries[one.line].ends < row), len(stack))


def _without_first_bullets(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The lines without the bullet of the first, where a number is right behind it: it marks sections, no details."""
    first = entries[0].marks if entries[0].is_bullet and len(entries) > 1 and entries[1].is_numbered else None
    return [replace(entry, marks=()) if entry.marks == first else entry for entry in entries] if first else entries


def _again(stack: Sequence[Open], marks: Sequence[Mark]) -> tuple[Mark, int] | None:
    """Where the first number of a list stands that begins right behind a total: beside the first of its kind."""
    for mark in marks:
        for depth, other in enumerate(stack):
            if mark.parts == (1,) and other.is_beside(mark):
                return mark, depth
    return None


def _readings(stack: Sequence[Open], entries: Sequence[Entry], line: int) -> Sequence[Mark]:
    """How a code may be read where Roman numerals stand below letters: an I right behind H is the first below it,
    unless the letter behind I or another I follows."""
    marks = entries[line].marks
    first = next((mark for mark in marks if _is_first_roman(stack, mark)), None)
    letter = next((mark for mark in marks if mark.style is Style.LETTER and is_next(stack, mark)), None)
    if first is None or letter is None or line + 1 == len(entries):
        return marks
    behind = entries[line + 1].marks
    return marks if behind == marks or any(mark.continues(letter) for mark in behind) else (first,)


def _is_first_roman(stack: Sequence[Open], mark: Mark | None) -> bool:
    """Whether a mark is a Roman one right behind a letter."""
    above = stack[-1].mark if stack else None
    return above is not None and above.style is Style.LETTER and mark == _FIRST_ROMAN


def _lost(stack: Sequence[Open], entries: Sequence[Entry], line: int) -> tuple[Mark, int] | None:
    """The number that a line without one must have, and how much stays open above it: where the numbers before and
    behind leave out just as many as there are such lines, none of which is a detail."""
    if stack and stack[-1].mark is None:
        return None
    ahead = range(line, min(line + _MOST_LOST + 1, len(entries)))
    behind = next((index for index in ahead if entries[index].marks), None)
    if behind is None or any(entry.listed for entry in entries[line:behind]):
        return None
    marks = entries[behind].marks if entries[behind].is_numbered else ()
    if any(is_next(stack, mark) for mark in marks):
        return None  # one of the alphabets leaves nothing out
    if behind == line + 1 and (above := [Mark(m.style, m.parts[:-1]) for m in marks if len(m.parts) > 1 == m.ordinal]):
        mark, depth, fits = place(stack, above)
        return (mark, depth) if fits else None
    for mark in marks:
        for depth in range(len(stack) - 1, -1, -1):
            other = stack[depth].mark
            if other is not None and mark.continues(other):
                if mark.ordinal - other.ordinal == behind - line + 1:
                    return Mark(mark.style, (*other.parts[:-1], other.ordinal + 1)), depth
                break
    return None


_WHYS = {
    Bare.DETAIL: Text("theo số thứ tự", "by the numbering"),
    Bare.BELOW_BULLET: Text(
        "theo số thứ tự; dòng không số thuộc dòng gạch đầu dòng đứng trước",
        "by the numbering; lines without a number stand below the bullet before",
    ),
    Bare.PEER: Text(
        "theo số thứ tự; dòng không số ngang hàng với dòng đứng trước",
        "by the numbering; lines without a number stand beside the one before",
    ),
    Bare.HEAD: Text(
        "theo số thứ tự; dòng không số là một mục", "by the numbering; lines without a number are sections"
    ),
    Bare.OPENER: Text(
        "theo số thứ tự; dòng không số là mục của các dòng theo sau",
        "by the numbering; a line without a number heads those that follow",
    ),
}
_OF = {bare: Way(why, _numbered(bare)) for bare, why in _WHYS.items()}
HEADED, _BELOW_BULLETS = _OF[Bare.HEAD], _OF.pop(Bare.BELOW_BULLET)
WAYS = tuple(_OF.values())
_PROVED = WAYS[0]._replace(proved=True)


def shown(entries: Sequence[Entry]) -> Sequence[Way]:
    """The ways, where a third of the lines have a number, or a few that count in order: sections of lines without
    one. Where all have a number there is but one; where those without have no figures either, and each stands before
    one that has, they are sections."""
    entries = _without_first_bullets(entries) if entries else entries
    coded = sum(bool(entry.marks) for entry in entries)
    if 3 * coded >= len(entries) or _counts(entries):
        if _are_headed(entries):
            return (HEADED, *WAYS)
        if coded == len(entries):
            return WAYS[:1]
        bulleted = any(one.is_bullet and not behind.marks for one, behind in pairwise(entries))
        return (*WAYS, _BELOW_BULLETS) if bulleted else WAYS
    return ()


def _are_headed(entries: Sequence[Entry]) -> bool:
    """Whether the first line and others have neither number nor figures, each before one with a number."""
    bare = [line for line, entry in enumerate(entries) if not entry.marks]
    return bare[:1] == [0] and all(
        not entries[line].marked and line + 1 < len(entries) and entries[line + 1].is_numbered for line in bare
    )


def few(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way by a few numbers in titles that count in order: sums must prove that they are no part of the titles."""
    return (_PROVED,) if _in_order(entries) else ()


def _counts(entries: Sequence[Entry]) -> bool:
    """Whether the few codes of a table are in order."""
    return any(entry.code for entry in entries if entry.is_numbered) and _in_order(entries)


def _in_order(entries: Sequence[Entry]) -> bool:
    """Whether a table has several numbers, each the next of one before it, or the first of its kind."""
    counted = [entry for entry in entries if entry.is_numbered]
    return len(counted) > 1 and not WAYS[0].nest(counted).odd
