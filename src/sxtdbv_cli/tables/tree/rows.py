"""The rows of a body as entries: amounts in smallest steps, numbers as marks, what calls itself a total."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import chain, groupby, pairwise
from typing import cast

from sxtdbv_cli.model.plan import Amount
from sxtdbv_cli.model.results import names_result
from sxtdbv_cli.model.units import may_be_ratio, says_ratio
from sxtdbv_cli.tables.body.lines import Body, Row, Stated
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.figures.exact import What
from sxtdbv_cli.tables.nest.numbers import WAYS
from sxtdbv_cli.tables.numbering import LONG, Style, code_in_title, marks_of, paths_of, without_code
from sxtdbv_cli.tables.stated_rules import stated_rule
from sxtdbv_cli.tables.totals.exact import count_added
from sxtdbv_cli.tables.words.headings import years_in
from sxtdbv_cli.tables.words.titles import is_of_which, says_once_more
from sxtdbv_cli.tables.words.totals import is_grand, is_taken, is_total, named_by_total

RUN = 4
"""So many numbers at least, one after the other, are a running number and no levels."""
_ENDS = 2
"""A span of years names so many."""
_UNLIKE = 5
"""One sign in so many may be wrong."""
_MOST = 3
"""So many numbers for each letter run through a table that has both in its column of codes; of so many numbers before
titles one may be odd."""
_SHOWN = 30
"""So many titles show whether numbers stand before them."""
_BARE = re.compile(r"([A-EG]|[IVX]{1,5}|\d{1,2})\s+(?=[^\W\d])").match
_RUNNING = re.compile(r"\d+(?:[.,]\d+)*[a-z]?").fullmatch
"""The code of a line that is a number, or one of those between two (*21*, *21.1*, *21a*, *22*)."""
_RANKS = (Style.LETTER, Style.ROMAN, Style.DECIMAL, Style.SMALL_LETTER)


def entries_of(body: Body, outline: Sequence[int], scale: int) -> list[Entry]:
    """The rows of a body with their amounts in smallest steps, their marks, and whether they call themselves totals."""
    dashed = paths_of([row.code for row in body.rows if row.code])
    before = _before_titles(body.rows)
    rows = zip(body.rows, outline, before, strict=True)
    found = [_entry(row, level, scale, dashed, number) for row, level, number in rows]
    percents = {row for (row, _), figure in body.odd if figure.what is What.PERCENT}
    for entry in found if percents else ():
        said = may_be_ratio(entry.title) or says_ratio(entry.title)
        entry.ratio = entry.row in percents and not entry.has_figures and said
    _numbered_by_titles(found, before)
    _without_initials(found)
    _without_accounts(found)
    _without_groups(found)
    _without_signs(found)
    for entry in found:
        _name(entry)
    _with_numbered_total(found)
    _with_years(found)
    _with_whole(found)
    return found


def _entry(row: Row, level: int, scale: int, dashed: frozenset[str], number: str) -> Entry:
    code = row.code.replace("-", ".") if row.code in dashed and row.code else row.code
    return Entry(
        row.row,
        row.code,
        row.title,
        row.schedule,
        row.note,
        figures=_in_steps(row.figures, scale),
        marks=marks_of(code or number),
        indent=row.indent,
        outline=level,
        figures_row=row.row,
        marked=row.marked,
        named=row.named,
        shares=row.shares,
        within=row.within,
    )


def _code_before(title: str) -> str:
    """The number before a title; none before what is only a total, whose it is: *Section 2 - Total*."""
    code = code_in_title(title)
    alone = bool(code) and (is_grand(title) or (" " in code and is_grand(without_code(title))))
    return "" if alone else code


def _before_titles(rows: Sequence[Row]) -> Sequence[str]:
    """The numbers before the titles of lines without a code; those too that only a blank parts from them (*A TÀI SẢN*,
    *I Tiền*, *1 Tiền mặt*) where most titles have one and they count, at several levels the greater above the
    lesser."""
    titles = [row.title for row in rows]
    if 2 * sum(map(bool, map(_BARE, titles[:_SHOWN]))) < len(titles[:_SHOWN]):
        return ["" if row.code else _code_before(row.title) for row in rows]
    found = [_code_before(title) for title in titles]
    bare = [code or (match[1] if (match := _BARE(title)) else "") for code, title in zip(found, titles, strict=True)]
    named = [entry for code, title in zip(bare, titles, strict=True) if (entry := _named(code, title)).marks]
    ranks = [*dict.fromkeys(_RANKS.index(style) for one in named if (style := one.marks[0].style) in _RANKS)]
    if _MOST * len(named) < 2 * len(titles) or ranks != sorted(ranks):
        return found
    odd = len(WAYS[0].nest(named).odd)
    counted = _MOST * odd <= len(named) if len(ranks) > 1 else not odd and len(named) > RUN
    return bare if counted else found


def _named(code: str, title: str) -> Entry:
    """A line of which only the number and the title are known."""
    return Entry(0, None, title, None, None, (), marks=marks_of(code))


def _in_steps(figures: Sequence[Stated], scale: int) -> tuple[Amount, ...]:
    """Figures in smallest steps."""
    if not scale:  # none shows a decimal
        return cast("tuple[Amount, ...]", figures)
    unit: int = 10**scale
    return tuple([value if value is None else _scaled(value, unit, scale) for value in figures])


def _scaled(value: int | Decimal, unit: int, scale: int) -> int:
    return int(value.scaleb(scale)) if isinstance(value, Decimal) else value * unit


def _without_accounts(entries: Sequence[Entry]) -> None:
    """Take no number of an account for a place in a list: long numbers count only where the list begins with 1, and of
    two digits and more only in their order (*Mã nguồn* 13, 12, 14). Of numbers filled up with noughts to one length,
    some of them long (*070*, *340*), none counts."""
    if not any(mark.parts == (1,) for entry in entries for mark in entry.marks):
        codes = [entry.code for entry in entries if entry.code]
        lengths = {*map(len, codes)}
        numbers = [int(code) for code in codes if code.isdecimal()]
        alike = len(numbers) == len(codes) and len(lengths) == 1 and lengths != {1}
        names = alike and (codes != sorted(codes) or min(numbers) < LONG <= max(numbers))
        for entry in entries:
            entry.marks = () if names else tuple([m for m in entry.marks if not m.parts or m.parts[0] < LONG])


def _without_groups(entries: Sequence[Entry]) -> None:
    """Take letters of which each stands on several lines in a row for those of groups, and no numbers: *A*, *A*, *B*,
    *B*; *M - Easy*, *M - Hard*, *T - Easy*, *T - Hard*."""
    runs = [[*run] for letter, run in groupby(entries, key=_letter) if letter.isalpha()]
    if len(runs) > 1 and all(len(run) > 1 for run in runs):
        for entry in chain(*runs):
            entry.marks = entry.marks if entry.code and entry.code.isdecimal() else ()


def _letter(entry: Entry) -> str:
    """The code of a line, if it is no number; else what stands before its title."""
    return entry.code if entry.code and not entry.code.isdecimal() else _code_before(entry.title)


def _without_initials(entries: Sequence[Entry]) -> None:
    """Take what stands before titles for no numbers where none of them begins a list: *P. Kim Tân*, *X. Cốc San*."""
    named = [entry for entry in entries if not entry.code and entry.marks]
    if not any(mark.ordinal <= 1 for entry in entries for mark in entry.marks):
        for entry in named:
            entry.marks = ()


def _without_signs(entries: Sequence[Entry]) -> None:
    """Take the signs before titles for no bullets where nearly all their amounts have them too (*+ Thu* +300, *- Chi*
    -200), or where some say *=* (*+ Erträge*, *- Aufwendungen*, *= Ergebnis*)."""
    signed = [entry for entry in entries if entry.is_bullet and not entry.code and entry.has_figures]
    plus = [entry.marks[0].style is Style.PLUS for entry in signed]
    below = [[amount < 0 for amount in entry.figures if amount] for entry in signed]
    unlike = sum({*found} != {not sign} for sign, found in zip(plus, below, strict=True))
    told = len({*plus}) > 1 and _UNLIKE * unlike <= len(signed)
    if told or _calculates(entries):
        for entry in signed:
            entry.marks = ()


def _calculates(entries: Sequence[Entry]) -> bool:
    """Whether signs before titles are those of a calculation: some say *=*."""
    return any(entry.title.startswith("= ") for entry in entries)


def _numbered_by_titles(entries: Sequence[Entry], before: Sequence[str]) -> None:
    """Take the numbers before titles (*I.*, *1.*) for the level of these lines where those in the column of codes only
    run through the table (*Mã số* 01, 02, 03), or leave some out while titles show several levels: a line without one
    shows none, unless it states by codes what it adds up. Letters among them (*A*, *B*) head parts of it. Where no line
    has both, what stands before titles are bullets below the numbers. A *trong đó* without one among titles that have
    one is part of the line before it, whatever its code (*23*, *24 Trong đó: Chi phí lãi vay*)."""
    numbers = zip(entries, before, strict=True)
    others = [(entry, number) for entry, number in numbers if not entry.code or _RUNNING(entry.code)]
    codes = [int(entry.code) for entry in entries if entry.code and entry.code.isdecimal()]
    if not _grow(codes) or not RUN < len(codes) >= _MOST * (len(entries) - len(others)):
        return
    own = [marks_of(code_in_title(entry.title) or number) for entry, number in others]
    numbered = sum(map(bool, own))
    if not numbered or 2 * numbered <= sum(not is_total(entry.title) for entry, _ in others):
        return
    levels = {marks[0].style for marks in own if marks}
    running = codes == [*range(1, len(codes) + 1)] or len(levels) > 1
    both = any(marks and entry.code for (entry, _), marks in zip(others, own, strict=True))
    levelled = running and not _calculates(entries)
    for (entry, _), marks in zip(others, own, strict=True) if both else ():
        if levelled:
            kept = "." in (entry.code or "") or (stated_rule(entry) is not None and not is_total(entry.title))
            entry.marks = marks or (entry.marks if kept else ())
        elif not marks and is_of_which(entry.title):
            entry.marks = ()


def _grow(codes: Sequence[int]) -> bool:
    """Whether each number is more than the one before it; but for one, which may be misprinted."""
    falls = [at for at, (one, other) in enumerate(pairwise(codes), 1) if one >= other]
    without = [[*codes[:at], *codes[at + 1 :]] for fall in falls[:1] for at in (fall - 1, fall)]
    return not falls or any(left == sorted({*left}) for left in without)


def _name(entry: Entry) -> None:
    """What an entry calls itself: a total, or a partial listing."""
    bare = not entry.marks or entry.marks[0].style is Style.DASH
    entry.listed = bare and is_of_which(entry.title)
    entry.partial = not bare and is_of_which(without_code(entry.title))
    if entry.listed and not any(entry.figures):
        entry.marked = False  # a heading in which formulas have left their noughts
    entry.view = bare and not any(entry.figures) and says_once_more(entry.title)
    entry.total = not entry.marks and not entry.listed and _is_named_total(entry)


def _is_named_total(entry: Entry) -> bool:
    """Whether an entry is called a total, in its title or in place of a code, or is called nothing at all."""
    if not entry.title and not entry.code:
        return entry.has_figures
    return any(said and is_total(said) for said in (entry.title, entry.code))


def _with_numbered_total(entries: Sequence[Entry]) -> None:
    """Take the last row for the total though it is numbered like the sections (*V. TỔNG CỘNG*), where it is called
    nothing but that, or though it has the only dash, or the only text, in the column of codes."""
    last = entries[-1] if entries else None
    if not (last and last.marks and any(last.figures) and (is_total if last.is_bullet else is_grand)(last.title)):
        return
    alone = last.code and not any(entry.code and (entry.is_bullet or not last.is_bullet) for entry in entries[:-1])
    if alone or (last.is_numbered and not named_by_total(last.title)):
        last.marks, last.total = (), True


def _with_years(entries: Sequence[Entry]) -> None:
    """Take the last row for a total where its title spans the years of all rows above it: *Giai đoạn 2021-2025*."""
    span = years_in(entries[-1].title) if entries and not entries[-1].marks else []
    if len(span) == _ENDS and len(entries) - 1 == span[1] - span[0] + 1:
        years = range(span[0], span[1] + 1)
        entries[-1].total |= all(years_in(one.title) == [year] for one, year in zip(entries, years, strict=False))


def _with_whole(entries: Sequence[Entry]) -> None:
    """Take the last row for a total, whatever it is called, where it is exactly the last total above it and the lines
    between, but for a slip in one column: *Total*, *+ 20 % contingency*, *Budget with contingency*. A total above its
    two lines less the one is the other: what is below nought must be called so, or the last row a result."""
    at = next((place for place in range(len(entries) - 3, -1, -1) if entries[place].total), None)
    if at is None or any(entry.marks or entry.total for entry in entries[at + 1 :]):
        return
    last, parts = entries[-1], [entry.figures for entry in entries[at:-1]]
    taken = (one for one in entries[at + 1 : -1] if min(filter(None, one.figures), default=0) < 0)
    named = names_result(last.title) or all(is_taken(one.title) for one in taken)
    last.total = named and count_added(last.figures, parts, len(parts), digits=0) > 0
