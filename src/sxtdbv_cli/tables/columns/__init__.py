"""What each column of a table holds: its heading, then its cells, say."""

from collections.abc import Sequence

from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.blocks.head import Head
from sxtdbv_cli.tables.columns import codes
from sxtdbv_cli.tables.columns.alone import heading_use, taken_alone
from sxtdbv_cli.tables.columns.beside import with_counted_parts, without_days, without_running
from sxtdbv_cli.tables.columns.content import content_of, sample, total_rows
from sxtdbv_cli.tables.columns.evidence import as_shown
from sxtdbv_cli.tables.columns.levels import in_levels
from sxtdbv_cli.tables.columns.taken import Taken, Why, first_of, is_taken
from sxtdbv_cli.tables.columns.titles import (
    named_by_codes,
    stepped,
    stepped_before,
    told_apart,
    with_first_title,
    with_title,
)
from sxtdbv_cli.tables.view import View
from sxtdbv_cli.tables.words.headings import may_be_amounts, use_of
from sxtdbv_cli.tables.words.promises import is_measured, is_multiplied

_SINGLE = (Use.CODE, Use.TITLE, Use.SCHEDULE, Use.UNIT)


def uses(view: View, block: Block, heads: Sequence[Head]) -> list[Taken]:
    """What every column holds."""
    rows = sample(view, block)
    totals = total_rows(view, rows)
    found = [taken_alone(head, content_of(view, rows, head.column, totals)) for head in heads]
    found = codes.numbers_first(view, block, _in_full(named_by_codes(found)))
    found = as_shown(view, block, without_days(codes.counted(_rated(found))))
    found = with_first_title(with_title(found))
    found = told_apart(view, block, stepped(view, block, _once(codes.levels_first(found))))
    found = codes.beside_title(codes.before_amounts(stepped_before(view, block, found)))
    found = codes.typed(view, block, codes.in_titles(view, block, found))
    found = in_levels(view, block, _priced(_once(codes.left_of_title(with_counted_parts(view, block, found)))))
    return without_running(view, block, _with_nameless(codes.without_references(view, block, found)))


def _with_nameless(found: list[Taken]) -> list[Taken]:
    """The same with the amounts in the only column of figures behind the titles, though it has no heading: no other
    holds any."""
    title = first_of(found, Use.TITLE) or 0
    nameless = [index for index, taken in enumerate(found) if taken.why == Why.NO_HEADING and index > title]
    if is_taken(found, Use.AMOUNT) or len(nameless) != 1:
        return found
    found[nameless[0]] = found[nameless[0]].now(Use.AMOUNT, Why.BY_CONTENT)
    return found


def _in_full(found: list[Taken]) -> list[Taken]:
    """The same without the columns of sums of money in short (*$44.07B*) beside others that state theirs in full."""
    amounts = [taken for taken in found if taken.use is Use.AMOUNT and not taken.content.years]
    short = [taken for taken in amounts if taken.content.short]
    return [one.now(Use.SKIP, Why.WORDS) if one in short and len(short) < len(amounts) else one for one in found]


def _rated(found: list[Taken]) -> list[Taken]:
    """The same with what is called a rate as the price where things are counted and nothing else is one."""
    rates = [one for one in found if one.why == Why.RATIO and heading_use(one.head) is Use.PRICE]
    rates = [one for one in rates if may_be_amounts(one.head.text)]
    if len(rates) != 1 or is_taken(found, Use.PRICE) or not is_taken(found, Use.QUANTITY):
        return found
    return [one.now(Use.PRICE, Why.BY_HEADING) if one in rates else one for one in found]


def _priced(found: list[Taken]) -> list[Taken]:
    """A column that another says it multiplies (``6=3x4x5``), and whose heading does not speak of amounts, is a price;
    it counts what another is the price of, if nothing else does.

    A price without a quantity beside it, of figures or of words, and without *Thành tiền*, which is what some quantity
    of it comes to, or without an amount, is an amount, and no product, unless a total adds up amounts but not it;
    works done are measured where they have a price (*Khối lượng thực hiện*)."""
    counts, prices = _multiplied(found)
    found = [
        one.now(Use.QUANTITY if index in counts else Use.PRICE, Why.FACTOR_SAID) if index in counts | prices else one
        for index, one in enumerate(found)
    ]
    if is_taken(found, Use.PRICE):
        measured = [taken.use is Use.AMOUNT and any(map(is_measured, taken.head.parts[-1:])) for taken in found]
        found = [taken._replace(use=Use.QUANTITY) if one else taken for taken, one in zip(found, measured, strict=True)]
    counted = is_taken(found, Use.QUANTITY) or any(
        taken.content.counted or use_of(taken.head.text) is Use.QUANTITY or any(map(is_multiplied, taken.head.parts))
        for taken in found
    )
    if counted and is_taken(found, Use.AMOUNT):
        return found
    why = Why.BY_CONTENT if is_taken(found, Use.AMOUNT) else Why.BY_HEADING
    added = any(taken.use is Use.AMOUNT and taken.content.totalled for taken in found)
    priced = [taken.use is Use.PRICE and (taken.content.totalled or not added) for taken in found]
    return [taken.now(Use.AMOUNT, why) if price else taken for taken, price in zip(found, priced, strict=True)]


def _multiplied(found: Sequence[Taken]) -> tuple[set[int], set[int]]:
    """Which columns another says it multiplies, though nothing else says that they hold no amounts: those that count,
    and prices."""
    places = {taken.head.label.strip("() "): index for index, taken in enumerate(found)}
    counts: set[int] = set()
    prices: set[int] = set()
    for taken in found:
        named = [places[name] for name in taken.head.factors if name in places] if taken.use is Use.AMOUNT else []
        shown = [index for index in named if found[index].use is Use.AMOUNT and found[index].why == Why.BY_CONTENT]
        uses = {found[index].use for index in named}
        counts |= {*shown[:1]} if Use.QUANTITY not in uses and (Use.PRICE in uses or len(shown) > 1) else set()
        prices |= {*shown}
    return counts, prices - counts


def _once(found: list[Taken]) -> list[Taken]:
    """Only the first column of codes, of titles, of schedules and of notes counts."""
    seen: set[Use] = set()
    for index, taken in enumerate(found):
        if taken.use in _SINGLE and taken.use in seen and taken.why != Why.STEPS:
            beside = Use.UNIT if plain(taken.head.text) == "don vi" else Use.NOTE
            found[index] = taken.now(beside if taken.use is Use.TITLE else Use.SKIP, Why.SECOND)
        seen.add(taken.use)
    return found


def stated_uses(heads: Sequence[Head], stated: dict[int, str]) -> list[Taken]:
    """The uses a user states, by column: a use, or the key of a column of amounts. The others are left out."""
    words = {use.value: use for use in Use}
    said = [(head, stated.get(head.column, Use.SKIP.value)) for head in heads]
    return [Taken(head, words.get(use, Use.AMOUNT), Why.STATED) for head, use in said]
