"""Which line belongs to which: from the numbering, indentation, outline levels, headings without figures.

Each way is a policy that gives a parent to every line. Only policies that the table itself shows are tried; where more
than one could be meant, the one whose sums hold most is taken. Sums never make a level that nothing else shows.
"""

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import NamedTuple

from sxtdbv_cli.model.choices import Parents
from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.tables.down import by_formula
from sxtdbv_cli.tables.entries import STEP, Entry
from sxtdbv_cli.tables.numbering import Mark, Style
from sxtdbv_cli.text.language import Text

BULLETS = frozenset({Style.DASH, Style.PLUS, Style.STAR})


class Bare(StrEnum):
    """Where a line without a number belongs: below the numbered line before it, beside it, at the top, or above the
    numbered lines that follow."""

    DETAIL = "detail"
    PEER = "peer"
    HEAD = "head"
    OPENER = "opener"


class Tree(NamedTuple):
    """A parent for each line, the lines whose number fits no place (a restart, a jump), and the mark each line was
    read by."""

    parents: list[int]
    odd: list[int]
    marks: Sequence[Mark | None] = ()


class Policy(NamedTuple):
    """One way to nest lines, in words, and the function that does it. ``partial`` says that child lines which do not
    add up to their parent are a partial listing: nothing else shows that they are all of it."""

    why: Text
    nest: Callable[[Sequence[Entry]], Tree]
    partial: bool = False


class _Open(NamedTuple):
    """A line that is still open for children; without a mark where it has no number. ``heads`` says whether lines
    with a number may stand below one without."""

    line: int
    mark: Mark | None
    heads: bool = True


def policies(entries: Sequence[Entry], stated: Parents | None) -> list[Policy]:
    """The ways to nest that a table shows, the likeliest first."""
    by_number = [Policy(_NUMBERING[bare], _numbered(bare)) for bare in Bare]
    by_indent = [Policy(_INDENT, _stepped(lambda entry: entry.indent))]
    by_outline = [
        Policy(_OUTLINE_ABOVE, _stepped(lambda entry: entry.outline)),
        Policy(_OUTLINE_BELOW, _outline_below),
    ]
    flat = [Policy(HEADED, _headed), Policy(OPENED, _opened), Policy(_FLAT, _flat)]
    if stated is not None:
        return {Parents.NUMBERING: by_number, Parents.INDENT: by_indent, Parents.OUTLINE: by_outline}[stated]
    coded = sum(bool(entry.marks) for entry in entries)
    found = by_number[: len(by_number) if coded < len(entries) else 1] if _is_numbered(entries, coded) else []
    if max((entry.indent for entry in entries), default=0) >= STEP:
        found = [*by_indent, *found]
    elif len({entry.indent for entry in entries}) > 1:
        found += by_indent
    found += by_outline if any(entry.outline for entry in entries) else []
    found += [Policy(_LENGTHS, _stepped(_length))] if _has_lengths(entries) else []
    found += [Policy(_SHARES, _by_share, partial=True)] if _has_shares(entries) else []
    accounts = sum(_account(entry) is not None for entry in entries) > FEW
    if accounts and not found and _has_chapters(entries):
        return [Policy(_ACCOUNTS, _by_account), *flat]
    found += [Policy(_ACCOUNTS, _by_account)] if accounts else []
    if found == by_indent and {entry.indent for entry in entries} == {0, 1}:
        return [*found, flat[-1]]  # one blank may be a slip
    if not found and any(entry.adds for entry in entries):
        found = [Policy(_FORMULAS, _by_formula)]
    if not found or found[0].why in (_ACCOUNTS, _LENGTHS, _SHARES, _FORMULAS):
        found = [*(flat if any(not entry.marked for entry in entries) else flat[2:]), *found]
    return found


def _is_numbered(entries: Sequence[Entry], coded: int) -> bool:
    """Whether a third of the lines have a number, or a few that count in order: sections of lines without one."""
    if 3 * coded >= len(entries):
        return True
    counted = [entry for entry in entries if entry.marks and not _is_bullet(entry)]
    if len(counted) < 2 or _numbered(Bare.DETAIL)(counted).odd:
        return False
    return any(entry.code for entry in counted) or (counted[0] is entries[0] and _counts_on(counted))


def _counts_on(entries: Sequence[Entry]) -> bool:
    """Whether the numbers before the titles count from one without a gap, at one level."""
    first = entries[0].marks[0]
    counted = [mark.ordinal for entry in entries for mark in entry.marks if mark.is_beside(first)]
    return len(first.parts) == 1 and counted == [*range(1, len(entries) + 1)]


_BY_NUMBER = Text("theo số thứ tự", "by the numbering")
_NUMBERING = {
    Bare.DETAIL: _BY_NUMBER,
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
_INDENT = Text("theo mức thụt đầu dòng", "by indentation")
_OUTLINE_ABOVE = Text("theo cấp nhóm dòng (tổng ở trên)", "by outline levels (totals above)")
_OUTLINE_BELOW = Text("theo cấp nhóm dòng (tổng ở dưới)", "by outline levels (totals below)")
HEADED = Text("dòng không có số tiền là mục của các dòng theo sau", "a line without figures heads those that follow")
OPENED = Text(
    "dòng không có số tiền ở đầu bảng hoặc sau một tổng là mục của các dòng theo sau",
    "a line without figures that is the first, or the first behind a total, heads those that follow",
)
_FLAT = Text("không có cấp: mọi dòng ngang hàng", "no levels: all lines stand side by side")


_FORMULAS = Text("theo công thức cộng của các dòng", "by the sums that the formulas of the lines add")
_ACCOUNTS = Text("theo mã mục, tiểu mục", "by the numbers of chapters and items of the budget index")
FEW = 2
CHAPTER = 50
"""In the budget index of Vietnam every fiftieth number is a chapter (mục), those between are its items (tiểu mục)."""


_LENGTHS = Text("theo độ dài mã số: mã ngắn đứng trên", "by the length of the codes: the shorter stands above")
_SHARES = Text(
    "dòng có tỷ trọng là mục, các dòng sau chỉ liệt kê", "lines with a share are sections, those behind details"
)
_DIGITS = re.compile(r"\d{1,14}(?![\d.,]*\d)").match


def _number(entry: Entry) -> str:
    """The number of a line, in its code or before its title."""
    match = _DIGITS((entry.code or "").strip()) or _DIGITS(entry.title)
    return match[0] if match else ""


def _length(entry: Entry) -> int:
    """How long the number of a line is; a line without one is below the last."""
    return len(_number(entry)) or LONGEST


LONGEST = 99


def _has_lengths(entries: Sequence[Entry]) -> bool:
    """Whether the lines are numbered by codes of several lengths: 05, 051, 0511."""
    lengths = [_length(entry) for entry in entries]
    return len({length for length in lengths if length < LONGEST}) > 1 and 10 * lengths.count(LONGEST) < len(lengths)


def _has_shares(entries: Sequence[Entry]) -> bool:
    """Whether some lines have a share of the whole, the first among them, and others have none."""
    return bool(entries) and entries[0].shared and any(not entry.shared and not entry.listed for entry in entries)


def _by_share(entries: Sequence[Entry]) -> Tree:
    """Lines without a share of the whole below the last that has one."""
    head = last = NOWHERE
    parents: list[int] = []
    for line, entry in enumerate(entries):
        parents.append(last if entry.listed and not entry.shared else NOWHERE if entry.shared else head)
        head = line if entry.shared else head
        last = last if entry.listed else line
    return Tree(parents, [])


def _account(entry: Entry) -> int | None:
    """The number of a line in the budget index."""
    code = (entry.code or "").strip()
    return int(code) if len(code) == 4 and code.isascii() and code.isdecimal() else None


def _has_chapters(entries: Sequence[Entry]) -> bool:
    """Whether several chapters of the budget index head lines, and each of its items stands below its own."""
    parents = _by_account(entries).parents
    chapters = {parent for parent in parents if parent != NOWHERE and (_account(entries[parent]) or 1) % CHAPTER == 0}
    items = [line for line, entry in enumerate(entries) if (_account(entry) or 0) % CHAPTER]
    return len(chapters) > 1 and all(parents[line] != NOWHERE for line in items)


def _by_account(entries: Sequence[Entry]) -> Tree:
    """Items below the last chapter that they belong to."""
    parents: list[int] = []
    chapter, number = NOWHERE, 0
    last = NOWHERE
    for line, entry in enumerate(entries):
        own = _account(entry)
        if own is None and (entry.listed or entry.below or _is_bullet(entry)):
            parents.append(last)
            continue
        last = line
        if own is None or own % CHAPTER == 0:
            chapter, number = (NOWHERE, 0) if own is None else (line, own)
            parents.append(NOWHERE)
        else:
            parents.append(chapter if own - number < CHAPTER else NOWHERE)
    return Tree(parents, [])


def _is_bullet(entry: Entry) -> bool:
    return bool(entry.marks) and entry.marks[0].style in BULLETS


def _by_formula(entries: Sequence[Entry]) -> Tree:
    """Lines below the one whose formulas add them; one that such a formula leaves out stands with its neighbours."""
    parents = list(by_formula(entries))
    for line in range(1, len(entries) - 1):
        before, after = parents[line - 1], parents[line + 1]
        if parents[line] == NOWHERE and before == after != NOWHERE and before != line:
            parents[line] = before
    return Tree(parents, [])


def _numbered(bare: Bare) -> Callable[[Sequence[Entry]], Tree]:
    """Nest by the numbering, and lines without a number in one way."""

    def nest(entries: Sequence[Entry]) -> Tree:
        stack: list[_Open] = []
        marks: list[Mark | None] = []
        tree = Tree([], [], marks)
        for line, entry in enumerate(entries):
            heads = True
            mark: Mark | None
            if entry.marks:
                mark, depth, fits = _place(stack, entry.marks)
                if not fits:
                    tree.odd.append(line)
            elif (lost := _lost(stack, entries, line)) is not None:
                mark, depth = lost
            else:
                mark = None
                depth, heads = _place_bare(stack, entries, line, bare)
            del stack[depth:]
            tree.parents.append(stack[-1].line if stack else NOWHERE)
            stack.append(_Open(line, mark, heads))
            marks.append(mark if entry.marks else None)
        return tree

    return nest


MOST_LOST = 5
"""So many numbers in a row may have been forgotten."""


def _lost(stack: Sequence[_Open], entries: Sequence[Entry], line: int) -> tuple[Mark, int] | None:
    """The number that a line without one must have, and how much stays open above it: where the numbers before and
    behind leave out just as many as there are such lines."""
    ahead = range(line, min(line + MOST_LOST + 1, len(entries)))
    behind = next((index for index in ahead if entries[index].marks), None)
    if behind is None or any(entry.listed or entry.below for entry in entries[line:behind]):
        return None
    marks = entries[behind].marks if mark_counts(entries[behind]) else ()
    if any(_fit(stack, mark)[0] == _NEXT for mark in marks):
        return None  # one of the alphabets leaves nothing out
    for mark in marks:
        for depth in range(len(stack) - 1, -1, -1):
            other = stack[depth].mark
            if other is not None and mark.is_beside(other) and other.parts[:-1] == mark.parts[:-1]:
                if mark.ordinal - other.ordinal == behind - line + 1:
                    return Mark(mark.style, (*other.parts[:-1], other.ordinal + 1)), depth
                break
    return None


def mark_counts(entry: Entry) -> bool:
    """Whether the number of a line says which place it has among its siblings."""
    return entry.marks[0].style not in BULLETS


def _place(stack: Sequence[_Open], marks: Sequence[Mark]) -> tuple[Mark, int, bool]:
    """The reading of a code that fits best, how much of the stack stays open above it, and whether it fits well."""
    if len(marks) == 1:
        rank, depth = _fit(stack, marks[0])
        return marks[0], depth, rank <= _GAP
    found = min(
        ((*_fit(stack, mark), order, mark) for order, mark in enumerate(marks)), key=lambda fit: (fit[0], fit[2])
    )
    rank, depth, _, mark = found
    return mark, depth, rank <= _GAP


_NEXT, _FIRST, _GAP, _LOST, _RESTART, _NO_CHILD = range(6)


def _fit(stack: Sequence[_Open], mark: Mark) -> tuple[int, int]:
    """How well one reading fits, and how much of the stack stays open above it."""
    best = _as_child(stack, mark)
    for depth in range(len(stack) - 1, -1, -1):
        other = stack[depth].mark
        if other is None:
            continue
        if mark.style is Style.DECIMAL and other.style is Style.DECIMAL and other.parts == mark.parts[:-1]:
            return min(best, (_NEXT, depth + 1))
        if mark.is_beside(other):
            best = min(best, (_follows(other, mark), depth), key=lambda fit: fit[0])
            if best[0] == _NEXT:
                break
    return best


def _follows(other: Mark, mark: Mark) -> int:
    """How well a mark follows another of its level."""
    if mark.style in BULLETS:
        return _NEXT
    if mark.parts[:-1] != other.parts[:-1]:
        return _GAP if mark.parts > other.parts else _LOST
    step = mark.ordinal - other.ordinal
    return _NEXT if step == 1 else _GAP if step > 1 else _RESTART


def _as_child(stack: Sequence[_Open], mark: Mark) -> tuple[int, int]:
    """How well a mark opens a level of its own below the last line; what has a number is no child of a bullet."""
    depth = len(stack)
    if mark.style in BULLETS:
        while depth > 1 and stack[depth - 1].mark is None and not stack[depth - 1].heads:
            depth -= 1
    else:
        while depth and _is_leaf(stack[depth - 1]):
            depth -= 1
    taken = any(entry.mark is not None and mark.is_beside(entry.mark) for entry in stack)
    if not taken and (above := _above_lesser(stack, depth, mark)) < depth:
        return (_GAP if mark.ordinal <= 1 else _LOST), above
    if taken and mark.style in BULLETS:
        return _RESTART, depth
    if taken:
        return _LOST if mark.ordinal == 1 and depth and not _is_level(stack[depth - 1], mark) else _NO_CHILD, depth
    return (_FIRST if mark.ordinal <= 1 or len(mark.parts) > 1 or not stack else _GAP), depth


_CAPITAL = (Style.PART, Style.LETTER, Style.ROMAN)


def _above_lesser(stack: Sequence[_Open], depth: int, mark: Mark) -> int:
    """How much stays open above a capital letter or numeral that comes first behind lesser numbers: it heads a level
    above them and all that they stand below, as far as those have numbers."""
    last = stack[depth - 1].mark if depth else None
    if mark.style not in _CAPITAL or last is None or last.style in (*_CAPITAL, *BULLETS):
        return depth
    while depth and stack[depth - 1].mark is not None:
        depth -= 1
    return depth


def _is_leaf(entry: _Open) -> bool:
    return entry.mark.style in BULLETS if entry.mark is not None else not entry.heads


def _is_level(entry: _Open, mark: Mark) -> bool:
    return entry.mark is not None and mark.is_beside(entry.mark)


def _place_bare(stack: Sequence[_Open], entries: Sequence[Entry], line: int, bare: Bare) -> tuple[int, bool]:
    """How much of the stack stays open above a line without a number, and whether it heads numbered lines."""
    depth = len(stack)
    if entries[line].listed:
        while depth and entries[stack[depth - 1].line].listed:
            depth -= 1
        return depth, False
    following = next((entries[at].marks for at in range(line + 1, len(entries)) if entries[at].marks), ())
    restart = _restarts(stack, following)
    if restart is not None and bare is not Bare.PEER:
        return restart, True
    if bare is Bare.HEAD:
        return 0, True
    if bare is Bare.OPENER and any(mark.ordinal <= 1 for mark in _marks_after(entries, line)):
        while depth and stack[depth - 1].mark is None:
            depth -= 1
        return depth, True
    while depth and (stack[depth - 1].mark is None or _is_leaf(stack[depth - 1])):
        depth -= 1
    return (max(0, depth - 1) if bare is Bare.PEER else depth), not stack and bare is not Bare.PEER


def _marks_after(entries: Sequence[Entry], line: int) -> tuple[Mark, ...]:
    return entries[line + 1].marks if line + 1 < len(entries) else ()


def _restarts(stack: Sequence[_Open], marks: Sequence[Mark]) -> int | None:
    """How much stays open above a line that stands before numbers that begin anew; None where they do not."""
    for mark in marks:
        if mark.ordinal == 1 and mark.style not in BULLETS:
            for depth, entry in enumerate(stack):
                if entry.mark is not None and mark.is_beside(entry.mark) and entry.mark.parts[:-1] == mark.parts[:-1]:
                    above = stack[depth - 1] if depth else None
                    return depth - 1 if above is not None and above.mark is None else depth
    return None


def _stepped(step: Callable[[Entry], int]) -> Callable[[Sequence[Entry]], Tree]:
    """Nest by a number that grows with the level."""

    def nest(entries: Sequence[Entry]) -> Tree:
        stack: list[int] = []
        parents: list[int] = []
        for line, entry in enumerate(entries):
            while stack and step(entries[stack[-1]]) >= step(entry):
                stack.pop()
            parents.append(stack[-1] if stack else NOWHERE)
            stack.append(line)
        return Tree(parents, [])

    return nest


def _outline_below(entries: Sequence[Entry]) -> Tree:
    """Nest by outline levels where the total stands below its lines: the next line of a lower level is the parent."""
    parents = [NOWHERE] * len(entries)
    stack: list[int] = []
    for line in range(len(entries) - 1, -1, -1):
        while stack and entries[stack[-1]].outline >= entries[line].outline:
            stack.pop()
        parents[line] = stack[-1] if stack else NOWHERE
        stack.append(line)
    return Tree(parents, [])


def _flat(entries: Sequence[Entry]) -> Tree:
    """Lines side by side; only a partial listing belongs to the line before it."""
    return _headed(entries, headed=False)


def _opened(entries: Sequence[Entry]) -> Tree:
    """Lines below the last one without figures that opens a list; others without figures are lines like any."""
    return _headed(entries, opened=True)


def _headed(entries: Sequence[Entry], *, headed: bool = True, opened: bool = False) -> Tree:
    """Lines below the last one without figures."""
    head = last = NOWHERE
    parents = []
    coded = all(entry.code for entry in entries)
    for line, entry in enumerate(entries):
        if entry.listed:
            parents.append(last)
            continue
        is_head = headed and not entry.marked and (entry.opens or not (opened or coded))
        parents.append(NOWHERE if is_head else head)
        head, last = (line, line) if is_head else (head, line)
    return Tree(parents, [])


def of_which(entries: Sequence[Entry], parents: list[int], openers: set[int], named: set[int]) -> list[Role]:
    """The role of each line: those of a partial listing (*trong đó*) are never added.

    ``openers`` are the lines behind which a bare *trong đó* stands: what is nested below them is part of the listing,
    and so is what stands beside a line that says *trong đó* itself (``named``), until a line with a number.
    """
    roles = [Role.PART] * len(entries)
    listing: int | None = None
    for line in range(len(entries)):
        if line in named:
            listing = parents[line]
            roles[line] = Role.OF_WHICH
        elif (listing is not None and parents[line] == listing and _is_listed(entries[line])) or parents[
            line
        ] in openers:
            roles[line] = Role.OF_WHICH
        elif parents[line] == listing or not _is_listed(entries[line]):
            listing = None
    return roles


def _is_listed(entry: Entry) -> bool:
    return not entry.marks or entry.marks[0].style in BULLETS
