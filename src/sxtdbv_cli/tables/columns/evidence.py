"""What the figures of a column are, shown by themselves: ratios and factors by arithmetic, years, numbers that name
what a column of words names, marks of yes and no. Such columns hold no amounts, whatever their language.

A column whose heading calls it amounts is left alone, except where its cells are all years or name things.
"""

import re
from collections.abc import Collection, Container, Mapping, Sequence
from decimal import Decimal
from itertools import permutations

from sxtdbv_cli.model.grid import Kind
from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.columns.beside import are_coefficients, is_term
from sxtdbv_cli.tables.columns.content import sample, total_rows
from sxtdbv_cli.tables.columns.figured import ENOUGH, Figured, Found, Numbers, are_whole, figured_of
from sxtdbv_cli.tables.columns.quotients import (
    PERCENT,
    averages,
    efforts,
    is_parts,
    multiplied,
    places_of,
    prices,
    products,
    ratios,
    together,
)
from sxtdbv_cli.tables.columns.taken import Taken, Why
from sxtdbv_cli.tables.figures.notation import find_notation
from sxtdbv_cli.tables.view import View
from sxtdbv_cli.tables.words.headings import is_difference, is_weak
from sxtdbv_cli.tables.words.spelling import spelled

MOST_COLUMNS = 14
MOST_LEVELS, LEVELLED, LARGE = 5, 4, 100
"""So many levels at most, each on so many lines, beside amounts larger than this."""
_BY_LOOK = (Why.REPEATING, Why.COEFFICIENTS, Why.MARKS, Why.DOCUMENTS)
"""Reasons that tell what figures look like, not what they are called or come to."""
_NAMES = re.compile(
    r"bac( luong)?|hang|(thu|xep) hang|xep loai|(tong )?diem( so| thi dua)?|tuoi|nam sinh|trang( so)?|to ban do|"
    r"thua dat( so)?|so nha|so (qd|quyet dinh|van ban|cong van|nghi quyet|hoa don|chung tu|phieu)\b.*|"
    r"ma (so|ndkt|chuong|loai|khoan|muc|tieu muc|qhns|du an|don vi|nguon|tai khoan|hang|vat tu)\b.*|"
    r"(so hieu )?(tk|tai khoan) doi ung|to dan pho|lop|khoi|loai xa|ngay|thang|"
    r"level|cap|group|nhom|class|type|loai|dept|fund|char|phone|mobile|fax|.* phone|tel\.?|"
    r"(so )?dien thoai( .*)?|(sdt|stk)( .*)?|(so )?(dt )?lien he|(so )?dt di dong|"
    r"(unit|room|floor|page|row|index|rank|zip|fund|dept|department|account|object|sub ?\.?obj\w*|unit|org\w*|program|"
    r"category|priority|iteration|month|day|week|quarter)( ?(number|no\.?|id|code|#))?|"
    r"odometer|mileage|miles|km|hours run|(model|built) year|year built|cost cent(er|re)|"
    r"(.*\W|\w+ ?)(id|code|number|version|index|nr|nummer|konto|codigo|compte|cuenta|conta)|\w+ ?no\.|"
    r"parent|niveau|nivel|ebene|stufe|telef\w*|(.*\W)?pages?"
).fullmatch


def as_shown(view: View, block: Block, found: Sequence[Taken]) -> list[Taken]:
    """The same, without the columns whose figures show that they are no amounts, and with those that amounts add up
    with although a word of their heading speaks of ratios, of what is counted (*Công lao động*), or of a price."""
    rows = [row for row in sample(view, block) if not view.is_blank(row)]
    shown = _unlike_others(_evidence(view, rows, found), found)
    amounts = [taken.head.column for taken in found if taken.use is Use.AMOUNT and taken.head.column not in shown]
    factors = [taken for taken in found if taken.use in (Use.QUANTITY, Use.PRICE)]
    large = [taken.head.column for taken in factors if taken.content.large]
    others = [taken.head.column for taken in found if taken.why in (Why.RATIO, Why.NO_HEADING)]
    differ = _compared(view, rows, amounts, [*others, *large])
    shown |= dict.fromkeys(differ, (Use.AMOUNT, Why.BY_CONTENT))
    taken = [one.now(*shown.get(one.head.column, (one.use, one.why))) for one in found]
    more = _evidence(view, rows, taken) if differ else {}
    more |= dict.fromkeys(_points(view, rows, taken), (Use.SKIP, Why.RATIO))
    return [one.now(*more.get(one.head.column, (one.use, one.why))) for one in taken]  # in parts of a difference


def _points(view: View, rows: Sequence[int], found: Sequence[Taken]) -> list[int]:
    """The columns of amounts that are the difference of two of ratios: *Chênh lệch cơ cấu*."""
    rates = [taken.head.column for taken in found if taken.why in (Why.RATIO, Why.RATIO_FOUND)]
    open_ = [taken.head.column for taken in found if taken.use is Use.AMOUNT] if len(rates) > 1 else []
    points = _compared(view, rows, rates, open_)
    return points if len(points) < len(open_) else []


def _unlike_others(shown: Mapping[int, Found], found: Sequence[Taken]) -> dict[int, Found]:
    """The same without columns that only look like numbers of things, where the column called so in another group of
    columns has amounts: *Reported: Audit*, *Remaining: Audit*."""
    heads = [taken.head for taken in found if taken.use is Use.AMOUNT and len(taken.head.parts) > 1]
    named = {head.parts[-1] for head in heads if head.column not in shown}
    alike = {head.column for head in heads if head.parts[-1] in named}
    return {column: what for column, what in shown.items() if not (column in alike and what[1] in _BY_LOOK)}


def _evidence(view: View, rows: Sequence[int], found: Sequence[Taken]) -> dict[int, Found]:
    """What columns of figures are shown to be, where they are no amounts."""
    figured = {taken.head.column: taken for taken in found if taken.use is Use.AMOUNT}
    factors = {taken.head.column: taken.use for taken in found if taken.use in (Use.QUANTITY, Use.PRICE)}
    cells = (view.at(row, column) for column in (*figured, *factors) for row in rows)
    notation = find_notation(cell.text for cell in cells if cell is not None and cell.kind is Kind.TEXT)
    called = {taken.head.column for taken in found if taken.why == Why.BY_HEADING and not is_weak(taken.head.text)}
    columns = {
        column: figured_of(view, rows, column, taken.head.text, amounts=column in called, others=notation)
        for column, taken in figured.items()
    }
    shown = {column: what for column, figures in columns.items() if (what := _by_name(figures))}
    shown |= _repeating(view, rows, {c: f for c, f in columns.items() if c not in shown}, found)
    known = {column: figures for column, figures in columns.items() if column not in shown}
    open_ = {column: figures for column, figures in known.items() if not figures.amounts}
    shown |= dict(averages(known, open_))
    words = [taken.head.column for taken in found if 2 * taken.content.words > taken.content.filled]
    shown |= _documents(view, rows, {c: f for c, f in open_.items() if c not in shown}, called & {*columns}, words)
    if len(known) <= MOST_COLUMNS:
        known |= {c: figured_of(view, rows, c, "", amounts=True, others=notation) for c in factors}
        counts = [column for column, use in factors.items() if use is Use.QUANTITY]
        shown |= dict(products(known, open_, counts))
        factors |= {c: what[0] for c, what in shown.items() if what[0] in (Use.QUANTITY, Use.PRICE)}
        shown |= _factors(known, factors, [column for column in columns if column not in shown], counts)
        shown |= dict(efforts(known, {c: f for c, f in open_.items() if c not in shown}))
        parts = {c: f for c, f in known.items() if c in columns and c not in open_ and is_parts(f.values)}
        shown |= dict(ratios(known, parts | {c: f for c, f in open_.items() if c not in shown}, counts))
        shown |= dict(ratios(known, _finer(known, columns), counts, [PERCENT]))  # no sum in another currency
    shown |= {c: (Use.SKIP, Why.COEFFICIENTS) for c in open_ if c not in shown and are_coefficients(known, c)}
    shown |= {c: (Use.SKIP, Why.MARKS) for c, f in open_.items() if c not in shown and _is_marks(f.values, known, c)}
    if len(shown) >= len(columns):
        shown = {c: what for c, what in shown.items() if what[1] is Why.YEARS}
    return shown | dict.fromkeys(
        multiplied({c: known[c] for c in factors if c in known}, factors), (Use.AMOUNT, Why.BY_CONTENT)
    )


def _documents(
    view: View, rows: Sequence[int], open_: Mapping[int, Figured], called: Collection[int], words: Collection[int]
) -> dict[int, Found]:
    """Columns before the amounts that number documents: typed without their thousands set off (*1284*) where every
    amount has them, and left blank by every total, or behind words each another number of as many digits; or one
    higher on each line (*412*, *413*)."""
    behind = [column for column in open_ if column > min(words, default=column)]
    left = [column for column in open_ if column < min(called, default=max(behind, default=0))]
    totals = total_rows(view, rows) if left else []
    others = called or [column for column in open_ if column not in left]
    typed = bool(left) and {mark for column in others for mark in _set_off(view, rows, column)} == {True}
    found = [column for column in left if _counts_on(open_[column].values)]
    for column in (one for one in left if one in behind) if typed else ():
        blank = bool(totals) and not any(view.at(row, column) for row in totals)
        if (blank or _are_numbers(open_[column].values)) and _set_off(view, rows, column) == {False}:
            found.append(column)
    return dict.fromkeys(found, (Use.SKIP, Why.DOCUMENTS))


def _are_numbers(values: Numbers) -> bool:
    """Whether figures are numbers that name things: several, no two alike, each of as many digits."""
    stated = [value for value in values if value is not None]
    return len({*stated}) == len(stated) > LEVELLED and len({value.adjusted() for value in stated}) == 1


def _set_off(view: View, rows: Sequence[int], column: int) -> set[bool]:
    """Whether the typed figures of four digits and more in a column have marks of thousands, some or all."""
    texts = [cell.text.strip() for row in rows if (cell := view.at(row, column)) and cell.kind is Kind.TEXT]
    return {not text.isdecimal() for text in texts if sum(map(str.isdigit, text)) >= LEVELLED}


def _counts_on(values: Numbers) -> bool:
    """Whether every line has a number one higher than the line before it, of three digits and more."""
    stated = [value for value in values if value is not None]
    first = stated[0] if len(stated) > LEVELLED else Decimal(0)
    return first >= LARGE and stated == [first + more for more in range(len(stated))]


def _finer(known: Mapping[int, Figured], columns: Container[int]) -> dict[int, Figured]:
    """The columns called amounts that alone have decimals, beside two of whole figures at least."""
    fine = {column: figures for column, figures in known.items() if places_of(figures.values)}
    return {c: f for c, f in fine.items() if c in columns and f.amounts} if len(known) > len(fine) + 1 else {}


def _factors(
    known: Mapping[int, Figured], factors: Mapping[int, Use], columns: Sequence[int], counts: Sequence[int]
) -> dict[int, Found]:
    """Columns that times one of quantities are a third: prices; times one of prices: quantities."""
    found: dict[int, Found] = {}
    for other, use, named in (
        (Use.QUANTITY, Use.PRICE, Why.FACTOR_NAMED),
        (Use.PRICE, Use.QUANTITY, Why.FACTOR_COUNTED),
    ):
        beside = [column for column, factor in factors.items() if factor is other]
        open_ = [column for column in columns if not (column in found or _is_difference(known, column))]
        shown = [*prices(known, beside, open_, counts)]
        found |= {column: (use, named if known[column].amounts else Why.FACTOR) for column in shown}
    return found


def _is_difference(known: Mapping[int, Figured], column: int) -> bool:
    """Whether a column is called a difference, and is that of two others on most lines: what is paid more a month."""
    own = known[column]
    pairs = permutations([figures.values for other, figures in known.items() if other != column], 2)
    rows = ([*together(own.values, first, second)] for first, second in pairs if is_difference(own.heading))
    return any(2 * sum(less == one - other for less, one, other in lines) > len(lines) for lines in rows)


def _compared(view: View, rows: Sequence[int], amounts: Sequence[int], ratios_: Sequence[int]) -> list[int]:
    """Which of the columns of comparisons state the difference of two columns of amounts, or a term of
    their sum: *So sánh tăng, giảm*, *Growth*."""
    if not ratios_ or not 1 < len(amounts) <= MOST_COLUMNS:
        return []
    known = {column: figured_of(view, rows, column, "", amounts=True) for column in amounts}
    values = {column: figured_of(view, rows, column, "", amounts=False).values for column in ratios_}
    return [c for c, figures in values.items() if is_term(figures, known)]


def _by_name(figures: Figured) -> Found | None:
    """What the heading of a column says that its figures name."""
    if figures.years:
        return Use.SCHEDULE, Why.YEARS
    if len(figures.values) > ENOUGH and {str(value) for value in figures.values if value is not None} == {
        figures.heading
    }:
        return Use.SKIP, Why.NAMING  # the year of the heading once more on every line
    if _NAMES(plain(spelled(figures.heading))) and are_whole(figures.values) and not figures.money:
        return Use.SKIP, Why.NAMING
    return None


def _repeating(
    view: View, rows: Sequence[int], columns: Mapping[int, Figured], taken: Sequence[Taken]
) -> dict[int, Found]:
    """Columns of whole numbers each of which always stands with the same words, and the words with it, again and
    again, or more than once where all have as many digits: the number of a department beside its name (0 is none); a
    total adds none up."""
    worded = [t.head.column for t in taken if t.why in (Why.WORDS, Why.BY_HEADING) and t.use is not Use.AMOUNT]
    summed = {t.head.column for t in taken if t.content.summed}
    found: dict[int, Found] = {}
    for column, figures in columns.items():
        if figures.amounts or len(found) + 1 >= len(columns) or not are_whole(figures.values):
            continue
        for other in worded if column not in summed else ():
            pairs = [
                (value, text)
                for row, value in zip(rows, figures.values, strict=True)
                if (text := view.text(row, other)) and value
            ]
            numbers, texts = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
            again = len(pairs) - len(texts)
            often = again >= len(texts) or (again > 1 and len({len(str(number)) for number in numbers}) == 1)
            if 1 < len(set(pairs)) == len(numbers) == len(texts) and often and len(pairs) > ENOUGH:
                found[column] = Use.SKIP, Why.REPEATING
    return found


def _is_marks(values: Numbers, known: Mapping[int, Figured], column: int) -> bool:
    """Whether a column says yes and no, or has a few levels again and again, beside one of larger figures."""
    stated = [value for value in values if value is not None]
    others = [abs(v) for other in known if other != column for v in known[other].values if v is not None]
    told, most = set(stated), max(others, default=Decimal(0))
    if len(stated) > ENOUGH and Decimal(1) in told and told <= {Decimal(0), Decimal(1)} and most > 1:
        return True
    levels = {Decimal(level) for level in range(1, len(told) + 1)}
    return 1 < len(told) <= MOST_LEVELS and told == levels and len(stated) >= LEVELLED * len(told) and most > LARGE
