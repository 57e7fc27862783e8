"""Which columns hold the codes."""

import re
from collections.abc import Sequence
from itertools import pairwise

from sxtdbv_cli.model.grid import Kind
from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.columns.alone import heading_use
from sxtdbv_cli.tables.columns.content import Content, sample
from sxtdbv_cli.tables.columns.taken import Taken, Why, first_of, is_taken
from sxtdbv_cli.tables.numbering import code_in_title, marks_of
from sxtdbv_cli.tables.view import View, is_figure
from sxtdbv_cli.tables.words.totals import is_total

_DEEP = re.compile(r"\d{1,3}([.,]\d{1,3})+").fullmatch
_REFERENCES = re.compile(r"[,;]\s+").split
FEW = 2


def numbers_first(view: View, block: Block, found: list[Taken]) -> list[Taken]:
    """The same with the codes in the first column where that numbers the lines at several levels (``1``, ``1.1``),
    whatever it is called and whatever other codes there are."""
    if not found:
        return found
    first = found[0].head.column
    numbers = [text for row in sample(view, block) if (text := view.text(row, first)) and not is_total(text)]
    known = set(numbers)
    deep = [text for text in numbers if _DEEP(text)]
    numbered = len(deep) > FEW and all(_DEEP(text) or text.isdecimal() for text in numbers)
    if numbered and all(re.split("[.,](?=[^.,]*$)", text)[0] in known for text in deep):
        kept = [taken if taken.use is not Use.CODE else taken.now(Use.SKIP, Why.SECOND) for taken in found[1:]]
        return [found[0].now(Use.CODE, Why.BY_CONTENT), *kept]
    return found


def levels_first(found: list[Taken]) -> list[Taken]:
    """The same with the codes in the column that shows levels, where the first one headed so only counts all lines
    (*Mã dòng* 01, 02, 03) and that one stands right beside it."""
    for index, (taken, after) in enumerate(pairwise(found)):
        if taken.use is not Use.CODE or after.use is not Use.CODE or taken.why != Why.BY_HEADING:
            continue
        counts, shows = taken.content, after.content
        if (
            counts.numbered
            and counts.listed
            and counts.figures > FEW
            and (shows.coded or not shows.numbered or shows.filled < counts.filled)
            and not (shows.names_lines and shows.distinct < shows.words)
        ):
            found[index] = taken.now(Use.SKIP, Why.SECOND)
    return found


def before_amounts(found: list[Taken]) -> list[Taken]:
    """The same without codes by cells alone behind titles and amounts: letters that say of which kind a line is."""
    titles = (index for index, taken in enumerate(found) if taken.use is Use.TITLE)
    title = next(titles, len(found))
    for index in range(title + 1, len(found)):
        taken, behind = found[index], is_taken(found[title:index], Use.AMOUNT)
        if taken.use is Use.CODE and taken.why == Why.BY_CONTENT and behind:
            found[index] = taken.now(Use.SKIP, Why.WORDS)
    return found


def beside_title(found: list[Taken]) -> list[Taken]:
    """The same with the codes right before the titles (*Account Code*), where those headed so first are numbers of one
    length that come again and again, as those of groups do (*Fund Code*)."""
    title, code = first_of(found, Use.TITLE) or 0, first_of(found, Use.CODE)
    if code is None or title - 1 <= code:
        return found
    if heading_use(found[title - 1].head) is not Use.CODE and not found[title - 1].content.fixed:
        return found
    if found[title - 1].why == Why.SECOND and found[code].content.numbers_groups:
        found[code] = found[code].now(Use.SKIP, Why.SECOND)
        found[title - 1] = found[title - 1].now(Use.CODE, Why.BY_HEADING)
    return found


def in_titles(view: View, block: Block, found: list[Taken]) -> list[Taken]:
    """The same without the codes behind the titles that few lines have (*Mã*: the note that explains a line), where
    most titles begin with numbers of their own."""
    title, code = first_of(found, Use.TITLE), first_of(found, Use.CODE)
    if title is None or code is None or code < title:
        return found
    titles = [text for row in sample(view, block) if (text := view.text(row, found[title].head.column))]
    numbered = sum(bool(marks_of(code_in_title(text))) for text in titles)
    if len(titles) < FEW * numbered and FEW * found[code].content.filled < numbered:
        found[code] = found[code].now(Use.SKIP, Why.NAMING)
    return found


def left_of_title(found: list[Taken]) -> list[Taken]:
    """Columns of figures left of the titles hold codes or row numbers, never amounts; of several that may hold codes
    and come again and again the one that tells most lines apart does, that next to the titles before others, and the
    others number groups (*Fund*, *Dept*)."""
    title = max((index for index, taken in enumerate(found) if taken.use is Use.TITLE), default=0)
    behind = next((index for index, taken in enumerate(found) if taken.use is Use.AMOUNT and index > title), len(found))
    codes = [taken for taken in found[:title] if taken.use is Use.CODE]  # behind amounts documents are numbered rather
    beside = [taken for taken in found[title:behind] if taken.use is Use.CODE]
    levels = any(taken.why == Why.NO_HEADING and taken.content.coded for taken in found[:title])
    coded = bool(codes) or (not levels and any(not taken.content.numbers_groups for taken in beside))
    named = [index for index, taken in enumerate(found[:title]) if _names_lines(taken, found[title])]
    telling = [index for index in named if found[index].content.different > 1] or named
    alone = [index for index in telling if not found[index].content.numbers_groups]
    groups = sorted(telling, key=lambda index: (-found[index].content.different, -index))
    code = [*alone, *groups, None][0]
    for index, taken in enumerate(found[:title]):
        if taken.use is Use.AMOUNT and taken.content.large and heading_use(taken.head) is Use.NOTE:
            found[index] = taken.now(Use.SKIP, Why.DOCUMENTS)  # neither codes nor amounts, and told
            continue
        if taken.use is Use.UNIT and not coded and taken.content.fixed:
            found[index], coded = taken.now(Use.CODE, Why.BY_CONTENT), True  # numbers that tell vehicles apart
            continue
        if taken.use is Use.SKIP and not taken.head.parts and not coded and taken.content.numbers_lines:
            found[index], coded = taken.now(Use.CODE, Why.BY_CONTENT), True
        elif taken.use is Use.SKIP and taken.why == Why.NO_HEADING:
            counts = (coded or taken.content.numbered) and not taken.content.summed
            found[index] = taken._replace(why=Why.ROW_NUMBERS if counts else Why.NO_HEADING)
        elif not coded and index == code:
            found[index], coded = taken.now(Use.CODE, Why.BY_CONTENT), True
    return _without_numbers(found, title) if coded else found


def _without_numbers(found: list[Taken], title: int) -> list[Taken]:
    """The same without amounts in figures left of most titles that number these, or groups of them, where amounts stand
    behind the titles; right before the titles in any case."""
    priced = is_taken(found[title:], Use.AMOUNT)
    code = first_of(found[: max(title - 1, 0)], Use.CODE)
    if code is not None and _counts_all(found[title - 1], found[code]):
        found[code] = found[code].now(Use.SKIP, Why.SECOND)
        found[title - 1] = found[title - 1].now(Use.CODE, Why.BY_CONTENT)
    for index, taken in enumerate(found[:title]):
        most = FEW * taken.content.filled > found[title].content.filled
        if (index == title - 1 or priced) and most and _number_titles(taken, taken.content):
            found[index] = taken.now(Use.SKIP, Why.NAMING)
    return found


def _counts_all(taken: Taken, code: Taken) -> bool:
    """Whether figures with a heading count all lines from one (*Lfd. Nr.*), some of which the codes beside leave out:
    results have no account."""
    counts = taken.use is Use.AMOUNT and taken.why == Why.BY_CONTENT and taken.content.numbered
    return (
        counts and bool(taken.head.parts) and code.why == Why.BY_CONTENT and code.content.filled < taken.content.filled
    )


def _number_titles(taken: Taken, content: Content) -> bool:
    """Whether figures before the titles number these: they count them, are of one length or all the same, and no
    total adds them up."""
    same = content.fixed or content.numbered or content.different == 1 < content.figures
    figures = taken.use is Use.AMOUNT and taken.why == Why.BY_CONTENT and same
    return figures and not (content.valued or content.totalled)


def _names_lines(taken: Taken, title: Taken) -> bool:
    """Whether a column may have codes; figures that are large and have decimals name nothing, nor do those that show
    that they are amounts, nor one year on every line."""
    content = taken.content
    if content.one_year or (content.large and content.decimals):
        return False
    return (_may_be_codes(taken) and not _are_amounts(content)) or _names_most(taken, title)


def _names_most(taken: Taken, title: Taken) -> bool:
    """Whether a column of words has codes, beside most of the titles."""
    codes = taken.content
    named = taken.why == Why.WORDS and (codes.names_lines or codes.coded)
    return named and FEW * codes.filled >= title.content.filled


def without_references(view: View, block: Block, found: Sequence[Taken]) -> list[Taken]:
    """The same without figures that no heading calls amounts and that all are codes of the table, of several levels:
    the lines that one waits for (*Predecessors*: ``1.2``, ``2.0, 3.0``)."""
    columns = [taken.head.column for taken in found if taken.use is Use.CODE]
    known = {view.text(row, column) for column in columns for row in sample(view, block)}

    def refer(taken: Taken) -> bool:
        named = [_REFERENCES(text) for row in sample(view, block) if (text := view.text(row, taken.head.column))]
        deep = sum(bool(_DEEP(code)) for codes in named for code in codes)
        return deep > FEW and all(known.issuperset(codes) for codes in named)

    by_cells = [taken.use is Use.AMOUNT and taken.why == Why.BY_CONTENT and bool(columns) for taken in found]
    return [t.now(Use.SKIP, Why.NAMING) if one and refer(t) else t for t, one in zip(found, by_cells, strict=True)]


def counted(found: Sequence[Taken]) -> list[Taken]:
    """The same with the numbers of things that stand before the amounts of each of several groups (*Year 1: No.*):
    whatever they are called, they number no lines."""
    places = [index for index, taken in enumerate(found) if taken.use is Use.CODE and len(taken.head.parts) > 1]
    groups = {found[index].head.parts[0] for index in places}
    amounts = all(taken.use is Use.AMOUNT for index in places for taken in found[index + 1 : index + 2])
    if FEW <= len(places) == len(groups) and places[0] > 0 and amounts and places[-1] + 1 < len(found):
        return [t._replace(use=Use.QUANTITY) if index in places else t for index, t in enumerate(found)]
    return [*found]


def typed(view: View, block: Block, found: Sequence[Taken]) -> list[Taken]:
    """The same with the codes in a column of texts, of so many digits or small ones, that no heading calls amounts,
    where all amounts are numbers: nobody but programs types amounts as texts."""
    coded = is_taken(found, Use.CODE)
    kinds = {taken.head.column: _kinds(view, block, taken.head.column) for taken in found if taken.use is Use.AMOUNT}
    texts = [taken for taken in found if kinds.get(taken.head.column) == {Kind.TEXT} and taken.why == Why.BY_CONTENT]
    texts = [taken for taken in texts if _counts_nothing(taken.content)]
    if len(texts) != 1 or sum(kind == {Kind.NUMBER} for kind in kinds.values()) != len(kinds) - 1 or len(kinds) == 1:
        return [*found]
    named = texts and texts[0].content.fixed and not coded
    use, why = (Use.CODE, Why.BY_CONTENT) if named else (Use.SKIP, Why.NAMING)
    return [taken.now(use, why) if taken == texts[0] else taken for taken in found]


def _counts_nothing(content: Content) -> bool:
    """Whether figures are of as many digits, or small ones that no total adds up (*Grade*), three at least."""
    small = not (content.large or content.decimals or content.totalled or content.valued)
    return content.figures > FEW and (content.fixed or small)


def _kinds(view: View, block: Block, column: int) -> set[Kind]:
    """The kinds of cell that the figures of a column are."""
    cells = (view.at(row, column) for row in sample(view, block))
    return {cell.kind for cell in cells if cell is not None and is_figure(cell)}


def _may_be_codes(taken: Taken) -> bool:
    """Whether figures name something, or nothing but their being figures makes them amounts; no large ones of notes."""
    if taken.why in (Why.NAMING, Why.REPEATING, Why.COEFFICIENTS):
        return True
    figures = taken.use in (Use.AMOUNT, Use.QUANTITY) and taken.why not in (Why.BY_HEADING, Why.FACTOR)
    return figures and not (taken.content.large and heading_use(taken.head) is Use.NOTE)


def _are_amounts(content: Content) -> bool:
    """Whether figures show that they are amounts: by signs that no code has, or by a total; what counts has none."""
    counts = (content.running or content.listed or content.fixed) and not content.summed
    return content.valued or (content.totalled and not counts)
