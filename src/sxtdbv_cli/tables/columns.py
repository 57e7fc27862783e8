"""What each column of a table holds: its heading, then its cells, say."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from sxtdbv_cli.model.grid import Kind
from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.blocks import Block
from sxtdbv_cli.tables.evidence import FACTOR, NAMING, REPEATING, evidence
from sxtdbv_cli.tables.figures import Notation, find_notation, read_figure
from sxtdbv_cli.tables.levels import diagonal, path
from sxtdbv_cli.tables.numbering import marks_of
from sxtdbv_cli.tables.view import View, is_figure, is_words, is_year, said
from sxtdbv_cli.tables.words import is_difference, is_ratio, is_total, is_weak, use_of
from sxtdbv_cli.text.language import Text

SAMPLE = 400
"""So many rows of a body are looked at to tell what a column holds."""

LONGEST_CODE = 6


MIXED = 2
"""A column that no heading calls amounts holds them where it has so many figures to a word."""


class Head(NamedTuple):
    """The heading of a column: what each row of the header says of it, from the top, and its number if it has one."""

    column: int
    parts: tuple[str, ...]
    label: str = ""

    @property
    def text(self) -> str:
        """The heading in one line."""
        return ": ".join(self.parts)


class Taken(NamedTuple):
    """What a column was taken for, and why."""

    head: Head
    use: Use
    why: Text


class Content(NamedTuple):
    """How many cells of a column hold figures, words, percentages, years; whether it numbers its rows one by one; how
    many different words it holds; whether those are letters and numerals that number."""

    figures: int
    words: int
    percents: int
    filled: int
    years: int
    numbered: bool
    distinct: int
    coded: bool


BY_HEADING = Text("theo tên cột", "by its heading")
STATED = Text("người dùng nêu", "as stated")
BY_CONTENT = Text("theo nội dung các ô", "by its cells")
RATIO = Text("tỷ lệ, so sánh: không phải số tiền", "a ratio or a comparison: no amounts")
ROW_NUMBERS = Text("số dòng của bản xuất, không có tên cột", "row numbers without a heading")
NO_HEADING = Text("có số nhưng không có tên cột", "figures without a heading")
NOTHING = Text("cột trống", "an empty column")
WORDS = Text("cột chữ, không thuộc nội dung nào đã biết", "words of no known use")
STEPS = Text("nội dung cấp dưới, mỗi cấp một cột", "titles of a lower level, a column for each level")
LEVELS = Text("mã số, mỗi cấp một cột", "codes, a column for each level")
GROUPS = Text("nhóm của các dòng; nội dung ở cột bên phải", "groups of lines; the titles stand to its right")
RUNNING = Text("cột cộng dồn của cột bên trái", "adds up the column to its left from row to row")
SECOND = Text("đã có một cột như vậy ở bên trái", "there is such a column to its left")


def headings(view: View, block: Block) -> list[Head]:
    """The heading of every column of a block; groups head the columns to their right where cells are not merged."""
    rows = [row for row in range(block.header, block.body) if row != block.labels and not view.is_blank(row)]
    texts = [[view.spread(row, column) for column in range(block.left, block.right + 1)] for row in rows]
    for above, below in pairwise(texts):
        _fill_right(above, below)
    found = []
    for offset, column in enumerate(range(block.left, block.right + 1)):
        parts = [row[offset] for row in texts if row[offset]]
        kept = tuple(part for index, part in enumerate(parts) if index == 0 or part != parts[index - 1])
        label = view.text(block.labels, column) if block.labels is not None else ""
        found.append(Head(column, kept, label.removesuffix(".0")))
    return found


def _fill_right(above: list[str], below: Sequence[str]) -> None:
    """A group that heads one column and more heads those to its right, as long as they have a heading of their own."""
    for offset in range(1, len(above)):
        if not above[offset] and above[offset - 1] and below[offset] and below[offset - 1]:
            above[offset] = above[offset - 1]


def uses(view: View, block: Block, heads: Sequence[Head]) -> list[Taken]:
    """What every column holds."""
    rows = _rows(view, block)
    contents = {head.column: _content(view, rows, head.column) for head in heads}
    found = _numbers_first(view, block, [_taken(head, contents[head.column]) for head in heads])
    found = _shown(view, block, found)
    found = _with_first_title(_with_title(found, contents), contents)
    found = _told_apart(view, block, _stepped(view, block, _once(found)), contents)
    found = _in_levels(view, block, _priced(_once(_left_of_title(found, contents))))
    return _without_running(view, block, found)


def _in_levels(view: View, block: Block, found: list[Taken]) -> list[Taken]:
    """The same with the columns left of the amounts in which the levels stand side by side."""
    amounts = next(
        (index for index, taken in enumerate(found) if taken.use is Use.AMOUNT and taken.why == BY_HEADING), 0
    )
    columns = [taken.head.column for taken in found[:amounts]]
    if across := diagonal(view, block, columns):
        return [taken._replace(use=Use.TITLE, why=STEPS) if taken.head.column in across else taken for taken in found]
    title = next((index for index, taken in enumerate(found) if taken.use is Use.TITLE), 0)
    codes = path(view, block, [column for column in columns if column < found[title].head.column])
    return [taken._replace(use=Use.CODE, why=LEVELS) if taken.head.column in codes else taken for taken in found]


def _numbers_first(view: View, block: Block, found: list[Taken]) -> list[Taken]:
    """The same with the codes in the first column where that numbers the lines at several levels (``1``, ``1.1``),
    whatever it is called and whatever other codes there are."""
    if not found:
        return found
    first = found[0].head.column
    numbers = [text for row in _sample(block) if (text := view.text(row, first))]
    known = set(numbers)
    deep = [text for text in numbers if _DEEP(text)]
    numbered = len(deep) > FEW and all(_DEEP(text) or text.isdecimal() for text in numbers)
    if numbered and all(re.split("[.,](?=[^.,]*$)", text)[0] in known for text in deep):
        kept = [taken if taken.use is not Use.CODE else Taken(taken.head, Use.SKIP, SECOND) for taken in found[1:]]
        return [Taken(found[0].head, Use.CODE, BY_CONTENT), *kept]
    return found


_DEEP = re.compile(r"\d{1,3}([.,]\d{1,3})+").fullmatch
FEW = 2


def _rows(view: View, block: Block) -> list[int]:
    """The rows of a body that are looked at, without those that say the header once more."""
    names = {
        column: {view.text(row, column) for row in range(block.header, block.body)}
        for column in range(block.left, block.right + 1)
    }

    def repeats(row: int) -> bool:
        cells = view.filled(row, block.left, block.right)
        return bool(cells) and all(is_words(cell) and said(cell) in names[column] for column, cell in cells)

    return [row for row in _sample(block) if not repeats(row)]


def _content(view: View, rows: Sequence[int], column: int) -> Content:
    cells = [cell for row in rows if (cell := view.at(row, column))]
    figures = [cell for cell in cells if is_figure(cell) or cell.kind in (Kind.ERROR, Kind.PENDING)]
    words = [cell for cell in cells if is_words(cell)]
    percents = sum("%" in cell.format or cell.text.rstrip().endswith("%") for cell in figures)
    whole = [cell.text for cell in figures if cell.text.isdecimal()]
    numbered = len(whole) == len(cells) and len(set(whole)) == len(whole) and len(whole) > 1
    years = sum(is_year(cell) for cell in figures)
    codes = [cell.text for cell in cells if not (is_words(cell) and is_total(said(cell)))]
    coded = bool(words and codes) and all(len(text) <= LONGEST_CODE and marks_of(text) for text in codes)
    distinct = len({cell.text for cell in words})
    return Content(len(figures), len(words), percents, len(cells), years, numbered, distinct, coded)


def _taken(head: Head, content: Content) -> Taken:
    """What one column holds, looked at by itself."""
    use = _heading_use(head)
    if use in (Use.CODE, Use.UNIT, Use.SCHEDULE, Use.NOTE) and not _holds_amounts(use, content):
        return Taken(head, use, BY_HEADING)
    if content.figures and content.figures >= content.words * (1 if use is Use.AMOUNT else MIXED):
        return _of_figures(head, use, content)
    if use is Use.TITLE and content.coded:
        return Taken(head, Use.CODE, BY_CONTENT)
    if use is Use.TITLE and content.filled:
        return Taken(head, use, BY_HEADING)
    if not content.filled:
        return (
            Taken(head, use, BY_HEADING)
            if use in (Use.AMOUNT, Use.NOTE) and not is_ratio(head.text)
            else Taken(head, Use.SKIP, NOTHING)
        )
    return Taken(head, Use.SKIP, WORDS)


def _shown(view: View, block: Block, found: list[Taken]) -> list[Taken]:
    """The same, without the columns whose figures show that they are no amounts."""
    figured = {
        taken.head.column: (taken.head.text, taken.why == BY_HEADING and not is_weak(taken.head.text))
        for taken in found
        if taken.use is Use.AMOUNT
    }
    factors = [taken.head.column for taken in found if taken.use in (Use.QUANTITY, Use.PRICE)]
    worded = [taken.head.column for taken in found if taken.why in (WORDS, BY_HEADING) and taken.use is not Use.AMOUNT]
    shown = evidence(view, block, figured, factors, worded)
    return [
        taken._replace(use=shown[taken.head.column][0], why=shown[taken.head.column][1])
        if taken.head.column in shown
        else taken
        for taken in found
    ]


def _holds_amounts(use: Use, content: Content) -> bool:
    """Whether figures stand where the heading promises words; the years of a schedule are none."""
    if use is Use.SCHEDULE:
        return content.figures - content.years > content.words + content.years
    return use is Use.NOTE and content.figures > content.words


def _of_figures(head: Head, use: Use | None, content: Content) -> Taken:
    if _is_ratio(head, content):
        return Taken(head, Use.SKIP, RATIO)
    if not head.parts:
        return Taken(head, Use.SKIP, NO_HEADING)
    if use in (Use.QUANTITY, Use.PRICE):
        return Taken(head, use, BY_HEADING)
    return Taken(head, Use.AMOUNT, BY_HEADING if use is Use.AMOUNT else BY_CONTENT)


def _is_ratio(head: Head, content: Content) -> bool:
    """Whether figures are percentages or quotients. A difference in a comparison is an amount, and so is a sum."""
    if "/" in head.label or ":" in head.label or 2 * content.percents > content.figures:
        return True
    return is_ratio(head.text) and not is_difference(head.text) and "=" not in head.label


def _heading_use(head: Head) -> Use | None:
    """The use a heading promises: the last of its parts that says something, for the first ones head a group."""
    for part in reversed(head.parts):
        if use := Use.AMOUNT if part.isdecimal() else use_of(part):
            return use
    return None


def _with_title(found: list[Taken], contents: dict[int, Content]) -> list[Taken]:
    """The same, with a column of titles where no heading names one: the first of words, unless another tells lines
    apart twice as well; else the first of all."""
    if any(taken.use is Use.TITLE for taken in found):
        return found
    for wanted in ((Use.SKIP,), (Use.CODE, Use.NOTE)):
        worded = [
            index
            for index, taken in enumerate(found)
            if taken.use in wanted and (content := contents[taken.head.column]).words >= max(1, content.figures)
        ]
        if worded:
            told = [contents[found[index].head.column].distinct for index in worded]
            first = 0 if 2 * told[0] > max(told) else told.index(max(told))
            found[worded[first]] = Taken(found[worded[first]].head, Use.TITLE, BY_CONTENT)
            return found
    named = [index for index, taken in enumerate(found) if taken.why not in (NO_HEADING, NOTHING)]
    for index in named[:1]:
        taken = found[index]
        if taken.use in (Use.AMOUNT, Use.SCHEDULE) and contents[taken.head.column].numbered:
            found[index] = Taken(taken.head, Use.TITLE, BY_CONTENT)
    return found


def _with_first_title(found: list[Taken], contents: dict[int, Content]) -> list[Taken]:
    """The same, with the titles in the first column of words rather than behind amounts, or where it says more."""
    title = next((index for index, taken in enumerate(found) if taken.use is Use.TITLE), 0)
    first = next((index for index, taken in enumerate(found[:title]) if taken.why == WORDS), None)
    if first is None:
        return found
    ours, theirs = (contents[found[index].head.column] for index in (first, title))
    behind = any(taken.use is Use.AMOUNT for taken in found[first:title])
    if ours.distinct >= theirs.distinct and ours.words >= theirs.words + (not behind):
        found[title] = Taken(found[title].head, Use.NOTE, SECOND)
        found[first] = Taken(found[first].head, Use.TITLE, BY_CONTENT)
    return found


def _left_of_title(found: list[Taken], contents: dict[int, Content]) -> list[Taken]:
    """Columns of figures left of the titles hold codes or row numbers, never amounts."""
    title = next((index for index, taken in enumerate(found) if taken.use is Use.TITLE), 0)
    coded = any(taken.use is Use.CODE for taken in found)
    for index, taken in enumerate(found[:title]):
        if taken.use is Use.SKIP and taken.why == NO_HEADING:
            why = ROW_NUMBERS if coded or contents[taken.head.column].numbered else NO_HEADING
            found[index] = taken._replace(why=why)
        elif not coded and (
            taken.why in (NAMING, REPEATING)
            or (taken.use in (Use.AMOUNT, Use.QUANTITY) and taken.why not in (BY_HEADING, FACTOR))
        ):
            found[index], coded = Taken(taken.head, Use.CODE, BY_CONTENT), True
    return found


def _priced(found: list[Taken]) -> list[Taken]:
    """A price without a quantity beside it is an amount, and no product."""
    if any(taken.use is Use.QUANTITY for taken in found):
        return found
    return [taken._replace(use=Use.AMOUNT) if taken.use is Use.PRICE else taken for taken in found]


def _without_running(view: View, block: Block, found: list[Taken]) -> list[Taken]:
    """The same, without the columns that only add up the one to their left from row to row: their totals add nothing.
    In a table without a total nothing is added, and they stay."""
    title = next((taken.head.column for taken in found if taken.use is Use.TITLE), None)
    amounts = [index for index, taken in enumerate(found) if taken.use is Use.AMOUNT]
    if title is None or len(amounts) < 2:
        return found
    typed = [view.text(row, found[index].head.column) for row in _sample(block) for index in amounts]
    notation = find_notation([text for text in typed if text and not text.isdecimal()])
    for index, other in pairwise(amounts):
        columns = found[index].head.column, found[other].head.column
        if _runs(view, block, title, columns, notation):
            found[other] = found[other]._replace(use=Use.SKIP, why=RUNNING)
    return found


def _runs(view: View, block: Block, title: int, columns: tuple[int, int], notation: Notation) -> bool:
    """Whether the second of two columns is the sum of the first so far on every line, and there are totals."""
    sofar, steps, totals = Decimal(0), 0, 0
    for row in range(block.body, block.end):
        own, stated = (read_figure(view.at(row, column), notation).value for column in columns)
        if own is None and stated is None:
            continue
        if is_total(view.text(row, title)):
            totals += 1
            continue
        if own is None or stated != sofar + own:
            return False
        steps += bool(own and sofar)
        sofar += own
    return steps > 1 and totals > 0


_SINGLE = (Use.CODE, Use.TITLE, Use.SCHEDULE, Use.UNIT)


def _once(found: list[Taken]) -> list[Taken]:
    """Only the first column of codes, of titles, of schedules and of notes counts."""
    seen: set[Use] = set()
    for index, taken in enumerate(found):
        if taken.use in _SINGLE and taken.use in seen and taken.why != STEPS:
            other = Use.SKIP
            if taken.use is Use.TITLE:
                other = Use.UNIT if plain(taken.head.text) == "don vi" else Use.NOTE
            found[index] = Taken(taken.head, other, SECOND)
        seen.add(taken.use)
    return found


def _stepped(view: View, block: Block, found: list[Taken]) -> list[Taken]:
    """Titles may stand in several columns side by side, a column for each level: no row fills two of them. Where rows
    do fill both, the titles are those that differ most."""
    title = next((index for index, taken in enumerate(found) if taken.use is Use.TITLE), None)
    if title is None:
        return found
    for index in range(title + 1, len(found)):
        taken = found[index]
        if (taken.use is Use.AMOUNT and taken.why == BY_CONTENT) or taken.why in (NAMING, REPEATING):
            continue
        if taken.use not in (Use.SKIP, Use.NOTE) or taken.why not in (SECOND, WORDS, NOTHING):
            break
        rows = [_both(view, row, found[title].head.column, taken.head.column) for row in _sample(block)]
        filled = sum(any(pair) for pair in rows)
        if taken.why != NOTHING and filled and 10 * sum(all(pair) for pair in rows) <= filled:
            found[index] = Taken(taken.head, Use.TITLE, STEPS)
        elif taken.why == SECOND and _groups(rows):
            found[title], found[index] = (
                found[title]._replace(use=Use.NOTE, why=GROUPS),
                Taken(taken.head, Use.TITLE, BY_HEADING),
            )
            title = index
    return found


def _told_apart(view: View, block: Block, found: list[Taken], contents: dict[int, Content]) -> list[Taken]:
    """The same with the titles in the column that tells lines apart, wherever it stands, where several are headed as
    titles and the first says the same again and again: it groups the lines."""
    titles = [index for index, taken in enumerate(found) if taken.use is Use.TITLE]
    others = [index for index, taken in enumerate(found) if taken.use is Use.NOTE and taken.why == SECOND]
    if len(titles) != 1 or not others:
        return found
    told = {index: contents[found[index].head.column].distinct for index in [*titles, *others]}
    best = max(told, key=lambda index: (told[index], -index))
    rows = [_both(view, row, found[titles[0]].head.column, found[best].head.column) for row in _sample(block)]
    if _groups(rows) and all(all(pair) for pair in rows if any(pair)):
        found[titles[0]] = found[titles[0]]._replace(use=Use.NOTE, why=GROUPS)
        found[best] = Taken(found[best].head, Use.TITLE, BY_HEADING)
    return found


def _groups(rows: Sequence[tuple[str, str]]) -> bool:
    """Whether the first of two columns says little, again and again, and the second more."""
    named = [pair for pair in rows if pair[1]]
    first, second = ({pair[side] for pair in named} for side in (0, 1))
    return len(second) > len(first) and 2 * len(first) <= len(named)


def _sample(block: Block) -> range:
    return range(block.body, min(block.end, block.body + SAMPLE))


def _both(view: View, row: int, one: int, other: int) -> tuple[str, str]:
    return view.spread(row, one), view.text(row, other)


def stated_uses(heads: Sequence[Head], stated: dict[int, str]) -> list[Taken]:
    """The uses a user states, by column: a use, or the key of a column of amounts. The others are left out."""
    words = {use.value: use for use in Use}
    found = []
    for head in heads:
        said_use = stated.get(head.column, Use.SKIP.value)
        found.append(Taken(head, words.get(said_use, Use.AMOUNT), STATED))
    return found
