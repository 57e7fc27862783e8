"""Levels that nothing shows, whose sums fail, or that hold only where lines stand elsewhere than their numbers say."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.model.results import names_result
from sxtdbv_cli.model.sheet import Doubt, Use
from sxtdbv_cli.tables.doubts.kinds import NESTING
from sxtdbv_cli.tables.entries import Entry, Tally
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.tables.view import is_words
from sxtdbv_cli.tables.words.headings import years_in
from sxtdbv_cli.tables.words.totals import is_total

FEW = 4
"""So few lines without levels need no word."""
WORDS = (Use.NOTE, Use.SCHEDULE, Use.SKIP)
YEAR = 4
"""So many digits may be a year: more or fewer are the name of no line."""
FEWEST, HALF, FAR, NEAR = 2, 2, 50, 100
"""A line heads so many at least, which come to one in so many parts of it, and stand no further behind it; a difference
comes out where it is off by one in so many at most."""
NO_LEVELS = NESTING.kind(
    "không thấy cấp nào và không phép cộng nào xác nhận: mọi dòng được coi là ngang hàng",
    "no levels are shown and no sum confirms any: all lines were taken to stand side by side",
)
INDENTED = NESTING.kind(
    "nội dung thụt vào nhiều mức nhưng không phép cộng nào xác nhận; mọi dòng được coi là ngang cấp",
    "titles are indented, but no sum confirms these levels: all lines were taken to stand side by side",
)
FLAT = NESTING.note(
    "không thấy cấp nào: mọi dòng được coi là ngang hàng",
    "no levels are shown: all lines were taken to stand side by side",
)
PARTIAL = NESTING.kind(
    "dòng không có tỷ trọng được coi là liệt kê một phần của dòng có tỷ trọng đứng trước, không được cộng",
    "lines without a share were taken for a partial listing of the line with a share before them, and are not added",
)
MISFIT = NESTING.kind(
    "{fails:d} trên {sums:d} phép cộng của dòng này không khớp và không có gì khác xác nhận cấp của các dòng; "
    "không phép cộng nào của dòng được coi là sai",
    "{fails:d} of {sums:d} sums of this line fail, and nothing else confirms which lines belong to it; none of them is "
    "taken to be wrong",
)
LIFTED = NESTING.kind(
    "số thứ tự “{code}” đặt dòng này ngang với “{title}”, nhưng chỉ khi cộng cả dòng này thì “{title}” mới khớp; "
    "dòng được đưa vào dưới “{title}”",
    "the number “{code}” puts this line beside “{title}”, which adds up only with it; the line was put below “{title}”",
)
DRAWN = NESTING.kind(
    "chỉ khi cộng cả dòng này thì tổng của “{title}” mới khớp; dòng được đưa vào dưới “{title}”",
    "the total of “{title}” adds up only with this line; the line was put below it",
)
RUNNING = NESTING.settled(
    "dòng này đúng bằng tổng của {count:d} dòng ngay trước nó, và chỉ như vậy tổng chung mới khớp; các dòng đó được "
    "đưa vào dưới dòng này",
    "this line is the sum of the {count:d} lines just before it, and the total holds only so; they were put below it",
)
BEHIND = NESTING.kind(
    "dòng đứng sau dòng tổng “{title}”, mà tổng chỉ đúng khi không có dòng này; không cộng dòng này",
    "the line stands behind the total “{title}”, whose sums hold only without it; it was not counted",
)
ALONE = NESTING.note(
    "chỉ có một dòng này dưới “{title}” và nhỏ hơn; coi là một phần được liệt kê, không phải toàn bộ",
    "this line alone stands below “{title}” and falls short of it; it was taken for a partial listing",
)
BARE = NESTING.note(
    "dòng không được cộng và không có số thứ tự; được đặt dưới dòng ngay trên nó, “{title}”",
    "the line is not added and has no number; it was put below the line above it, “{title}”",
)
WAYS = NESTING.kind(
    "mỗi dòng con đều bằng dòng này: cùng một số tiền phân theo nhiều cách; chỉ cách thứ nhất được cộng",
    "each child line states the whole of this one: one amount broken down in several ways; only the first is added",
)
APART = NESTING.kind(
    "các dòng thuộc dòng này đều đứng sau “{title}”, một mục khác",
    "all lines below this one stand behind “{title}”, another",
)

_DAY = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.](\d\d){1,2}|\d{4}-\d\d(-\d\d)?").fullmatch


def doubts(reading: Reading, conjectured: Mapping[int, Tally]) -> Iterator[Doubt]:
    """What speaks against the levels; ``conjectured``: see ``tables/conjecture.py``."""
    found = reading.structure
    yield from _shown(reading, conjectured)
    yield from _moved(found)
    yield from _apart(found)
    yield from _bare(found)


def _shown(reading: Reading, conjectured: Mapping[int, Tally]) -> Iterator[Doubt]:
    """That a table shows no levels, or that the sums over them fail."""
    found = reading.structure
    sums = found.tally.holds + found.tally.fails
    stand = zip(found.parents, found.roles, strict=True)
    flat = all(parent == NOWHERE or role is Role.OF_WHICH for parent, role in stand)
    flat = flat and not any(entry.marks for entry in found.entries)
    if len(found.entries) > FEW and not sums and flat:
        indented = len({entry.indent for entry in found.entries}) > 1
        yield (INDENTED if indented else NO_LEVELS if _may_be_nested(reading) else FLAT).at("lines", 0)
    below = next((line for line, above in enumerate(found.parents) if above != NOWHERE), None)
    if found.way.partial and below is not None:
        yield PARTIAL.at("lines", below)
    for line, tally in conjectured.items():
        at: Address = ("lines", line) if line < len(found.entries) else ("declared",)
        yield MISFIT.at(*at, fails=tally.fails, sums=tally.fails + tally.holds)


def _may_be_nested(reading: Reading) -> bool:
    """Whether lines side by side may be of several levels: words beside the titles call one a total, or name lines that
    the titles do not; or no words tell them apart, and one is at least what two or more behind it come to and at most
    twice that, in every column. Years, or numbers, of which each is the next stand side by side, and so do days."""
    view, entries = reading.view, reading.structure.entries
    if all(_DAY(entry.title) for entry in entries):
        return False
    years = [
        years_in(title) or [*map(int, [title] if title.isdecimal() else ())] for title in (e.title for e in entries)
    ]
    if all(years) and all(after == [before[0] + 1] for before, after in pairwise(years)):
        return False
    words = [taken.head.column for taken in reading.taken if taken.use in WORDS]
    beside = [
        cell.text for entry in entries for column in words if (cell := view.at(entry.row, column)) and is_words(cell)
    ]
    if any(entry.title.isdecimal() and len(entry.title) != YEAR for entry in entries):
        return True
    if beside:
        return any(map(is_total, beside)) or any(sum(map(str.isalpha, entry.title)) < FEWEST for entry in entries)
    return any(_heads(entries[line : line + FAR]) for line in range(len(entries)))


def _heads(entries: Sequence[Entry]) -> bool:
    """Whether the first line may be the sum of two or more behind it, listed in part where several columns tell; what
    is called so (*Net …*) and left of it without the line between is no part of it."""
    own, added = entries[0].figures, [0] * len(entries[0].figures)
    for count, entry in enumerate(entries[1:], 1):
        added = [whole + (amount or 0) for whole, amount in zip(added, entry.figures, strict=True)]
        pairs = {(stated, whole) for stated, whole in zip(own, added, strict=True) if stated or whole}
        if not pairs or any(not 0 <= whole <= (stated or 0) for stated, whole in pairs):
            return False
        comes_out = count == FEWEST and all(NEAR * ((stated or 0) - whole) <= whole for stated, whole in pairs)
        if comes_out and names_result(entry.title):
            return False
        near = HALF if len(pairs) > 1 else 1
        if count >= FEWEST and all(near * whole >= (stated or 0) for stated, whole in pairs):
            return True
    return False


def _moved(found: Structure) -> Iterator[Doubt]:
    """What the sums say against the numbering."""
    at, outcome = found.lines_by_row, found.outcome
    moved = [*outcome.lifted, *outcome.drawn, *outcome.alone]
    above = {entry.row: found.entries[found.parents[at[entry.row]]].title for entry in moved}
    for entry in outcome.lifted:
        yield LIFTED.at("lines", at[entry.row], code=entry.code or "", title=above[entry.row])
    for entry in outcome.drawn:
        yield DRAWN.at("lines", at[entry.row], title=above[entry.row])
    for entry in outcome.running:
        count = found.parents.count(at[entry.row])
        yield RUNNING.at("lines", at[entry.row], count=count)
    for entry in outcome.behind:
        before = reversed(range(at[entry.row]))
        total = outcome.declared or next((found.entries[line] for line in before if found.entries[line].total), entry)
        left = names_result(entry.title)  # of it, and no part
        yield BEHIND.at("lines", at[entry.row], title=total.title, severity=Severity.NOTE if left else None)
    for entry in outcome.alone:
        yield ALONE.at("lines", at[entry.row], title=above[entry.row])
    for entry in outcome.broken_down:
        yield WAYS.at("lines", at[entry.row])


def _apart(found: Structure) -> Iterator[Doubt]:
    """Sections none of whose lines stand before the next section beside them: they may head that as well."""
    rows = [entry.row for entry in found.entries]
    for lines in found.children.values():
        for line, other in pairwise(lines):
            below = found.children.get(line)
            if below and rows[line] < rows[other] < rows[below[0]] and rows[other] < min(rows[one] for one in below):
                yield APART.at("lines", line, title=found.entries[other].title)


def _bare(found: Structure) -> Iterator[Doubt]:
    """Lines of percentages, and others that are not added, that nothing but their place puts below the line above them:
    no number, no indent, no name of that line, no line beside them there, no other that is called so."""
    entries, parents = found.entries, found.parents
    behind = [
        line for line, role in enumerate(found.roles) if role is Role.MEMO and parents[line] == line - 1 != NOWHERE
    ]
    bare = [line for line in behind if not (entries[line].code or entries[line].marks)]
    children, called = Counter(parents), Counter(entry.title.casefold() for entry in (entries if bare else ()))
    for line in bare:
        entry, above, parent = entries[line], entries[line - 1], line - 1
        shown = (entry.indent, entry.outline) > (above.indent, above.outline)
        named = above.title.casefold() in entry.title.casefold()
        if not (shown or named) and children[parent] == 1 and called[entry.title.casefold()] == 1:
            yield BARE.at("lines", line, title=above.title)
