"""What one column holds, looked at by itself."""

from sxtdbv_cli.model.place import column_letters
from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.blocks.head import Head
from sxtdbv_cli.tables.columns.content import Content
from sxtdbv_cli.tables.columns.figured import Found
from sxtdbv_cli.tables.columns.taken import Taken, Why
from sxtdbv_cli.tables.units.stated import heading_unit
from sxtdbv_cli.tables.words.headings import is_difference, is_ratio, may_be_amounts, names_day, refers_to_notes, use_of
from sxtdbv_cli.tables.words.promises import may_promise_amounts, speaks_of_money

MIXED = 2
"""A column that no heading calls amounts holds them where it has so many figures to a word."""


def taken_alone(head: Head, content: Content) -> Taken:
    """What one column holds, looked at by itself."""
    return Taken(head, *_found(head, content), content)


def _found(head: Head, content: Content) -> Found:
    use = heading_use(head)
    added = use in (Use.CODE, Use.PRICE) and content.large and content.summed  # *COD*, *Giá vốn*: a total adds them up
    if added or (use is Use.CODE and (content.prose or not content.filled)):
        use = None  # no codes where they are words, or there are none
    refers = use is Use.NOTE and not content.large and (content.noted or refers_to_notes(" ".join(head.parts)))
    if use in (Use.CODE, Use.UNIT, Use.SCHEDULE, Use.NOTE) and (refers or not _holds_amounts(head, use, content)):
        return use, Why.BY_HEADING
    some = content.figures + content.words < content.filled  # others begin with nought
    zeroed = content.fixed and some and use is not Use.TITLE
    promised = use is Use.AMOUNT or (content.large and may_promise_amounts(head.text))
    numbers = content.fixed and not content.words
    named = use is Use.TITLE and (content.coded or content.accounts or content.keyed or numbers)
    figures = content.figures and content.figures >= content.words * (1 if promised else MIXED)
    if (named and not (zeroed or figures)) or (content.noughts and not (use or content.fixed)):
        return Use.CODE, Why.BY_CONTENT
    if zeroed or figures:
        return (Use.SKIP, Why.NAMING) if zeroed else _of_figures(head, use, content)
    constant = content.distinct == 1 and content.words > MIXED  # of which list it is, and no name of a line
    if use is Use.TITLE and content.filled and not (content.short or constant):
        return use, Why.BY_HEADING
    if not content.filled:
        promised = use in (Use.AMOUNT, Use.NOTE) and not is_ratio(head.text)
        return (use, Why.BY_HEADING) if use and promised else (Use.SKIP, Why.NOTHING)
    return Use.SKIP, Why.WORDS


def _holds_amounts(head: Head, use: Use, content: Content) -> bool:
    """Whether figures stand where the heading promises words; the years of a schedule are none, nor how many days a day
    is off."""
    if use is Use.SCHEDULE and not content.large and names_day(head.text):
        return False
    if use is Use.SCHEDULE:
        return content.figures - content.years > content.words + content.years
    return use is Use.NOTE and content.figures > content.words


def _of_figures(head: Head, use: Use | None, content: Content) -> Found:
    """What a column of figures holds: amounts, unless something speaks against it."""
    if _is_ratio(head, content):
        return Use.SKIP, Why.RATIO
    if not head.parts:
        return Use.SKIP, Why.NO_HEADING
    if use in (Use.QUANTITY, Use.PRICE):
        return use, Why.BY_HEADING
    return Use.AMOUNT, Why.BY_HEADING if use is Use.AMOUNT else Why.BY_CONTENT


def _is_ratio(head: Head, content: Content) -> bool:
    """Whether figures are percentages or quotients. A difference in a comparison is an amount, and so is a sum, and so
    many per cent of something: ``5=3x4/100``."""
    if "/" in head.label.removesuffix("/100") or ":" in head.label or 2 * content.percents > content.figures:
        return True
    if content.large and may_be_amounts(head.text):
        return False  # the share of a county, the rates of a council
    return is_ratio(head.text) and not is_difference(head.text) and "=" not in head.label


def heading_use(head: Head) -> Use | None:
    """The use a heading promises: the last of its parts that says something, for the first ones head a group. Where
    the group counts things, a total, a plan or a year in it does so too: *Số hộ: Tổng số*. What has a unit of money is
    counted in it: *Sản lượng (tỷ đồng)*. Parts that say nothing are asked together: *Thuyết* over *minh*. The letter of
    a column, in a table without a header, is no word of it: *M*."""
    if head.parts == (column_letters(head.column + 1),):
        return None
    for place in range(len(head.parts) - 1, -1, -1):
        part = head.parts[place]
        if use := Use.AMOUNT if part.isdecimal() else use_of(part):
            if use is Use.QUANTITY and heading_unit(part):
                return Use.AMOUNT
            if use is Use.AMOUNT and use_of(" ".join(head.parts[-2:])) is Use.CODE:
                return Use.CODE  # *Tài khoản: Nợ*
            counted = use is Use.AMOUNT and not speaks_of_money(part)
            return Use.QUANTITY if counted and Use.QUANTITY in map(use_of, head.parts[:place]) else use
    return use_of(" ".join(head.parts)) if len(head.parts) > 1 else None
