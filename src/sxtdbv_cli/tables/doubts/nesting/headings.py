"""Lines without figures: headings that nothing confirms, and lines that could be headings."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.model.results import names_result
from sxtdbv_cli.model.sheet import Doubt, Use
from sxtdbv_cli.tables.doubts.kinds import NESTING, OFF_TABLE
from sxtdbv_cli.tables.doubts.nesting.numbers import parts_the_whole, without_figures
from sxtdbv_cli.tables.nest.headings import ENDED, HEADED, OPENED, STACKED
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.tables.words.titles import is_note, keeps_back, names_page

NUMBER = NESTING.but("nếu vậy, hãy ghi số thứ tự cho mục và các dòng của nó", "if so, number the heading and its lines")
HEAD = NUMBER.kind(
    "dòng không có số tiền được coi là mục của các dòng theo sau; không tổng nào xác nhận",
    "a line without figures was taken to head those that follow; no total confirms it",
)
HEADS_NOTHING = NUMBER.kind(
    "dòng không có số tiền và không có dòng con; có thể là mục của các dòng theo sau",
    "the line has no amounts and nothing below it; it may be the heading of the lines that follow",
)
GOES_ON = NESTING.plain.kind(
    "dòng có số thứ tự mà không có số tiền, còn dòng ngay dưới có số tiền mà không có số thứ tự; dòng dưới có thể là "
    "phần tiếp của nội dung dòng này; nếu vậy, hãy gộp hai dòng",
    "the line has a number and no amounts, the one below it amounts and no number; it may be the rest of the title; "
    "put both in one row if it is",
)
NO_LINE = OFF_TABLE.kind(
    "dòng không có số tiền; có thể chỉ là lời ghi chú, tên trang hoặc phần tiếp của nội dung dòng trên",
    "the row has no amounts; it may be a note, the name of a page or the rest of the title above, and no line",
)
MOST = 3
"""So many lines beside one that all have amounts make one without any odd."""
HALF = 2
"""Where one of so many lines with amounts says what is counted, one that does not is set apart."""
NOUGHTS = NESTING.kind(
    "dòng chỉ có số 0, khác các dòng theo sau; có thể là mục của các dòng đó, ở đây vẫn được đọc ngang với chúng",
    "the line has nothing but noughts, unlike those behind it; it may be their heading, and was read beside them",
)


def doubts(reading: Reading) -> Iterator[Doubt]:
    """What is doubtful about headings."""
    found = reading.structure
    yield from HEAD.of_lines(_unconfirmed(reading))
    heads_nothing = sorted({*_idle(found)})
    told = {*heads_nothing, *without_figures(found)}
    for kind, lines in (
        (HEADS_NOTHING, heads_nothing),
        (NO_LINE, [line for line in _no_lines(found) if line not in told]),
    ):
        for line in lines:
            idle = found.tally_of(found.parents[line]).proves or found.entries[line].ended
            yield kind.at("lines", line, severity=Severity.NOTE if idle else None)  # no sum of its list depends on it
    yield from GOES_ON.of_lines(_going_on(found))


def _no_lines(found: Structure) -> Iterator[int]:
    """Lines of words alone that read like a note or the name of a page, or that head nothing where all others beside
    them have figures; bullets where these are the last lines and there are no others."""
    below, entries = found.children, enumerate(found.entries)
    words = [n for n, one in entries if not (one.code or one.marks or one.marked or one.listed or one.total)]
    bullets = [line for line, one in enumerate(found.entries) if one.is_bullet]
    if not words and not bullets:
        return
    last = max((line for line, entry in enumerate(found.entries) if entry.has_figures), default=len(found.entries))
    bare = [n for n, one in enumerate(found.entries) if n not in below and not one.has_figures]
    if bullets and bullets[0] > last:
        yield from bullets
    elif len(bullets) == 1 and not found.entries[bullets[0]].has_figures:
        words += bullets
    unlike = Counter(above for above, entry in zip(found.parents, found.entries, strict=True) if not entry.has_figures)
    for line in words:
        entry, above = found.entries[line], found.parents[line]
        several = len(below[above]) > (1 if bare == [line] else MOST)
        alone = line not in below and several and unlike[above] == (not entry.has_figures)
        if alone or is_note(entry.title) or names_page(entry.title):
            yield line


def _going_on(found: Structure) -> Iterator[int]:
    """Lines with a number and without figures before one without a number that has them, alone below it or beside it,
    where of the lines with a number beside them most have figures of their own, or some do and the rest go on so."""
    below = found.children
    bare = [line for line, entry in enumerate(found.entries[:-1]) if entry.marks and not entry.marked]
    split = [line for line in bare if _is_split(found, below, line)]
    for line in split:
        beside = _beside(found, below, line)
        own = sum(found.entries[other].has_figures and other not in below for other in beside)
        if 2 * own > len(beside) or 0 < own == len([other for other in beside if other not in split]):
            yield line


def _is_split(found: Structure, below: Mapping[int, Sequence[int]], line: int) -> bool:
    """Whether the row below a line of a number alone has figures without a number, and stands alone."""
    entry, rest = found.entries[line : line + 2]
    if rest.row != entry.row + 1:
        return False
    states = rest.has_figures and not (rest.marks or rest.listed or rest.total)
    return states and below.get(line, []) in ([], [line + 1]) and found.parents[line + 1] in (line, found.parents[line])


def _beside(found: Structure, below: Mapping[int, Sequence[int]], line: int) -> list[int]:
    """The lines with a number beside one; where there are none, those with a number of its kind."""
    beside = [other for other in below[found.parents[line]] if found.entries[other].marks and other != line]
    styles = {mark.style for mark in found.entries[line].marks}
    alike = (other for other, entry in enumerate(found.entries) if styles & {mark.style for mark in entry.marks})
    return beside or [other for other in alike if other != line]


def _unconfirmed(reading: Reading) -> Iterator[int]:
    """Headings that nothing confirms: neither a total, or a line above that their lines come to (*Phân theo giới tính*
    below *Tổng số*), nor that all lines stand below several of them, none of which says that it is what is left or is
    called as its heading, and no blank row parts them; nor that it heads nothing but sections, or is one of a section
    that has figures."""
    found = reading.structure
    if found.way not in (HEADED, *STACKED, OPENED, ENDED) and not found.way.proved:
        return
    counts = Counter(found.parents)
    heads = [line for line, one in enumerate(found.entries) if counts[line] and not (one.has_figures or one.ended)]
    regular = len(heads) > 1 and all(counts[line] > 1 for line in heads) and counts[NOWHERE] == len(heads)
    regular = regular and not any(_closes(found, line) for line in range(len(found.entries)))
    open_ = [line for line in heads if not regular or _is_parted(reading, line)]
    yield from (line for line in open_ if not (parts_the_whole(found, line) or _is_among_sections(found, line)))
    given = {entry.row for entry, _ in found.outcome.merged}
    bare = any(not entry.has_figures for entry in found.entries)
    one_list = counts[NOWHERE] == 1 and set(found.parents) == {NOWHERE, 0}  # all lines but the first stand below it
    if one_list and found.entries[0].row in given and bare:
        yield 0  # others without figures head nothing


def _is_parted(reading: Reading, head: int) -> bool:
    """Whether a blank row stands between some of the lines below a heading, and none between others."""
    found = reading.structure
    gaps = [
        range(found.entries[one].row + 1, found.entries[other].row) for one, other in pairwise(found.children[head])
    ]
    return len({any(map(reading.view.is_blank, gap)) for gap in gaps}) > 1


def _closes(found: Structure, line: int) -> bool:
    """Whether a line that is added below a heading without figures says that it is what is left of others, what the
    heading comes to, or what is kept back for all of it: where the lines of the heading end is not known then."""
    above = found.parents[line]
    if above == NOWHERE or found.entries[above].has_figures or found.roles[line] is not Role.PART:
        return False
    title = found.entries[line].title
    return names_result(title) or keeps_back(title) or title.casefold() == found.entries[above].title.casefold()


def _is_among_sections(found: Structure, line: int) -> bool:
    """Whether a heading stands below a line with figures, or all right below it have lines below them."""
    own, above = found.children[line], found.parents[line]
    within = above != NOWHERE and found.entries[above].has_figures
    return within or all(child in found.children for child in own)


def _idle(found: Structure) -> Iterator[int]:
    """Lines without a number or amounts that stand before others and have nothing below them; one with a number where
    it is the first below a total, before others that are not numbered so, or no other of its list has a number."""
    below = found.children
    blank = [line for line, one in enumerate(found.entries[:-1]) if not (one.marked or one.has_figures or one.listed)]
    parents = found.parents if blank else ()
    numbered = Counter(above for above, one in zip(parents, found.entries, strict=False) if one.marks)
    for line in blank:
        entry = found.entries[line]
        following, above, bare = found.entries[line + 1], found.parents[line], True
        beside = found.parents[line + 1] == above and following.has_figures
        if entry.marks:
            first = above != NOWHERE and found.entries[above].total and below[above][0] == line
            alike = any(mark.is_beside(other) for mark in entry.marks for other in following.marks)
            bare = first and not alike  # a total took the heading of its lines for one of them
            bare = bare or numbered[above] == 1
        if bare and beside and (line == 0 or not following.marks):
            yield line


def of_noughts(reading: Reading) -> Iterator[Doubt]:
    """The lines of noughts alone before others beside them that stand further in, or that alone say what is counted."""
    found = reading.structure
    noughts = [line for line, entry in enumerate(found.entries[:-1]) if not any(entry.figures) and entry.has_figures]
    counted = _counted(reading) if noughts else set()
    for line in noughts:
        entry, after = found.entries[line : line + 2]
        if found.parents[line] != found.parents[line + 1] or entry.total or not any(after.figures):
            continue
        apart = entry.row not in counted and after.row in counted
        if apart or (entry.indent < after.indent and not entry.marks):
            yield NOUGHTS.at("lines", line)


def _counted(reading: Reading) -> set[int]:
    """The rows that say a quantity, a price or a unit, where most lines with amounts do."""
    view, entries = reading.view, reading.structure.entries
    columns = [column.head.column for column in reading.taken if column.use in (Use.QUANTITY, Use.PRICE, Use.UNIT)]
    rows = {entry.row for entry in entries if any(view.at(entry.row, column) for column in columns)}
    lines = [entry for entry in entries if any(entry.figures)]
    return rows if HALF * sum(entry.row in rows for entry in lines) >= len(lines) else set()
