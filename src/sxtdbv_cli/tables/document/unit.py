"""The unit of a table: what the user states, else what stands above it (``ĐVT: triệu đồng``), in its headings, or with
its figures, as its cells hold the amounts."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sxtdbv_cli.model.choices import Choices
from sxtdbv_cli.model.grid import Kind
from sxtdbv_cli.model.sheet import Position, Use
from sxtdbv_cli.model.units import dong_scale
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.blocks.head import Head
from sxtdbv_cli.tables.blocks.worded import is_entry
from sxtdbv_cli.tables.body.lines import Body
from sxtdbv_cli.tables.choosing import Chosen
from sxtdbv_cli.tables.columns.taken import Taken, amounts_of
from sxtdbv_cli.tables.document.said_totals import Declared, unit_of
from sxtdbv_cli.tables.units.money import CODES, DONG, MULTIPLES, NAMES, SIGNS, WORDS, money_of, multiple_in
from sxtdbv_cli.tables.units.stated import (
    heading_unit,
    in_brackets,
    is_symbol,
    moneys_in,
    symbols_of,
    unit_alone,
    unit_in,
    unit_name,
    unit_said,
)
from sxtdbv_cli.tables.view import View, is_figure, said

_IN = r"(?:[^\W\d_]+\s+){0,3}(?:dalam|en|in|em|i|w|ve?|в|[x×])\s+(?:hele\s+)?"
_THOUSAND = r"1[ .'’]?000"
_UNIT = re.compile(
    rf"[\W_]*(?:{_IN})?(?P<times>{_THOUSAND}|[^\W\d_]+)[\s.]*"
    r"(?:(?:de|di|of)\s|d['’])?\s*(?P<money>[^\W\d_]+|[$€£])[\W_]*",
    re.IGNORECASE,
).fullmatch
"""A unit in another language, in a line of its own: *(en milliers d'euros)*, *dalam jutaan Rupiah*."""
_TURNED = re.compile(
    rf"[\W_]*(?P<said>{_IN})?(?P<money>[^\W\d_]{{2,}}|[$€£])(?:\s?(?P<by>[x×]\s?)?(?P<times>{_THOUSAND}))?[\W_]*",
    re.IGNORECASE,
).fullmatch
"""The same with the currency first, or without a multiple: *bedragen x € 1.000*, *(en euros)*."""
_SHORT = re.compile(
    r"[\W_]*(?:(?:[^\W\d_]+\s+){0,3}(?:en|in|i)\s+)?(?P<times>T|Tsd\.?|[kK]|M|Mio\.?|Mrd\.?|Md|[tm](?=kr\b)) ?"
    r"(?P<money>€|EUR|CHF|SEK|NOK|DKK|kr)\.?[\W_]*"
).fullmatch
"""The same in short: *(T€)*, *Alle Angaben in TEUR*."""
_TIMES = {
    **dict.fromkeys(
        ("ribuan", "milliers", "migliaia", "milhares", "miles", "tys", "tis", "tisíc", "tausend", "tusen", "tusind"),
        "thousand",
    ),
    "1000": "thousand",
    **dict.fromkeys(("jutaan", "milioni", "millioner", "miljoner", "mill"), "million"),
    **dict.fromkeys(("miliaran", "miliardi", "mld"), "billion"),
    **{word: name for word, (name, _) in MULTIPLES.items() if len(word) > 1},
}
_LETTERS = {"T": "thousand", "k": "thousand", "K": "thousand", "M": "million", "t": "thousand", "m": "million"}
_DOLLAR = "$"
_MONEY = (
    {code.lower(): code for code in CODES - {"VND"}}
    | WORDS
    | {"reais": "BRL", "rupees": "INR", "soles": "PEN", "kroner": "kr", "kronor": "kr"}
)
_WORDS = frozenset(["da", "fr", "bs", "gs", "lei"])
"""Currencies that are words of other things in brackets."""
_ROWS = 50
_TO_YEAR = re.compile(r".*\b(?:19|20)\d\d\b:?", re.DOTALL).match
_BEHIND = 12
"""So many rows behind a table are looked at for what they say of it."""
_SAID = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
"""What of a format shows no part of a number."""
_SHORTENED = re.compile(r"[0#?](,+)[^0#?.,]*$").search


class Stated(NamedTuple):
    """A unit and the cell that states it; ``others`` are other units that are stated too, in the same way where they
    ``clash``; ``shown`` is the one that number formats show of figures in đồng."""

    name: str | None
    at: Position | None = None
    others: tuple[str, ...] = ()
    shown: str | None = None
    clash: bool = False


def find_unit(
    view: View, block: Block, headings: Sequence[str], units: Sequence[str], formats: Iterable[str]
) -> Stated:
    """The unit of a table: of the statement nearest above it, else of its headings, else of all its figures, else of
    its title; what the title says otherwise is another.

    ``units`` are those attached to figures, ``formats`` the number formats of the amounts.
    """
    found, title = _below_title(view, block, headings, units, formats), _from_title(view, block)
    if found is None:
        found = title if title.name is not None else _behind(view, block)
        title = Stated(None)
    others = [*_shown_otherwise(found.name, formats)]
    scales = {dong_scale(name) for name in (found.name or "", title.name or "")}
    titled = [title.name] if title.name and None not in scales and len(scales) > 1 else []
    all_ = (*found.others, *others, *titled)
    return found._replace(others=tuple(dict.fromkeys(all_)), clash=found.clash or bool(titled))


def _shown_otherwise(name: str | None, formats: Iterable[str]) -> Iterator[str]:
    """The currencies, and the multiples of đồng, that number formats show other than the đồng a table is stated in."""
    scale = dong_scale(name or "")
    for code in dict.fromkeys(formats) if scale is not None else ():
        for other in symbols_of([code]):
            times = dong_scale(other)
            if times is None or (times and times - 3 * thousands(code) != scale):
                yield other


def _below_title(
    view: View, block: Block, headings: Sequence[str], units: Sequence[str], formats: Iterable[str]
) -> Stated | None:
    """The unit that anything but the title states."""
    if nearest := [*_statements(view, block)]:
        first, *rest = nearest
        scale = dong_scale(first.name or "")
        said_too = [name for one in rest if one.at and (name := unit_in(view.text(*one.at)))]
        others = [name for name in said_too if None not in (scale, dong_scale(name)) and dong_scale(name) != scale]
        return first._replace(others=tuple(others), clash=bool(others))
    found = [name for heading in headings if (name := heading_unit(heading))]
    found = found or [name for heading in headings for said in _said_in(heading) if (name := abroad(said))]
    found = found or [name for heading in headings if (name := _alone_in(heading))]
    moneys = moneys_in(headings)
    found = found or [name for name in moneys if " " in name]
    found = found or [match[0].strip(" ()") for heading in headings if (match := multiple_in(heading))] or moneys
    written = [money_of(name) for unit in units if (name := unit_name(unit)) and name not in MULTIPLES]
    for names in (found, written, symbols_of(formats)):
        counted = Counter(names).most_common()
        if counted:
            others = [name for name, _ in counted[1:]]
            # The sign $ is that of many currencies; a code is of one.
            coded = {unit.upper() for unit in units} & CODES - {*names} if {*names} <= CODES else ()
            return Stated(counted[0][0], None, (*others, *sorted(coded)))
    return None


def _statements(view: View, block: Block) -> Iterator[Stated]:
    """The units that cells state above the lines of a table, and below those of another, from the nearest on."""
    first = block.body
    while first < block.end and len(cells := view.filled(first)) == 1 and unit_said(said(cells[0][1])):
        first += 1
    found = False
    for row in range(first - 1, max(-1, block.header - 12), -1):
        if found and row < block.header and is_entry(view, row):
            return
        for column, cell in reversed(view.filled(row)):
            text = said(cell)
            name = (abroad(text) or unit_in(text) or unit_alone(text)) if row < block.header else unit_in(text)
            if name:
                found = True
                yield Stated(name, (row, column))


def _said_in(heading: str) -> list[str]:
    """What of a heading may be its unit: all of it, what stands behind its year or in brackets."""
    year = _TO_YEAR(heading)
    return [heading, *([heading[year.end() :]] if year else ()), *in_brackets(heading)]


def _alone_in(heading: str) -> str | None:
    """The currency that is all a heading says in brackets, or behind its last comma: *Сумма, руб.*"""
    pieces = (piece.strip(" .") for piece in (*in_brackets(heading), *heading.rpartition(",")[2:]))
    return next((code for piece in pieces if len(piece) > 1 and piece not in _WORDS and (code := _code(piece))), None)


def _from_title(view: View, block: Block) -> Stated:
    """A unit in brackets in the title above a table, ``DỰ TOÁN CHI (triệu đồng)``, behind its last comma in another
    language, *Баланс, тыс. руб.*, or in a cell of its own: £000."""
    for row in range(block.header - 1, max(-1, block.header - 12), -1):
        for column in range(view.width):
            text = view.text(row, column)
            if (match := multiple_in(text)) and match[0] == text.strip(" ()"):
                return Stated(match[0], (row, column))
            if "," in text and (name := abroad(text.rpartition(",")[2])):
                return Stated(name, (row, column))
            if match := re.search(r"\(([^()]{2,30})\)", text):
                name = abroad(match[1]) or unit_name(match[1])
                if name and (dong_scale(name) is not None or is_symbol(name) or abroad(match[1])):
                    return Stated(name, (row, column))
    return Stated(None)


def _behind(view: View, block: Block) -> Stated:
    """A unit that a line right behind a table states and nothing else, where no other table stands below it."""
    rows = range(block.end, min(block.end + _BEHIND, view.height))
    cells = [(row, column, cell) for row in rows for column, cell in view.filled(row)]
    if any(is_figure(cell) for _, _, cell in cells):
        return Stated(None)
    stated = ((name, (row, column)) for row, column, cell in cells if (name := unit_said(said(cell))))
    return next((Stated(*one) for one in stated), Stated(None))


def abroad(text: str) -> str | None:
    """A currency or a multiple of one that is all a text says, in another language; None where it says anything else.

    >>> abroad("(dalam jutaan Rupiah)"), abroad("Montants en milliers d'euros"), abroad("in miles"), abroad("in T€")
    ('million IDR', 'thousand EUR', None, 'thousand EUR')
    >>> abroad("(tkr)"), abroad("Beløp i hele tusen kroner."), abroad("Alle tal i 1.000 kr."), abroad("i år")
    ('thousand kr', 'thousand kr', 'thousand kr', None)
    >>> abroad("Zahlen in CHF 1’000"), abroad("bedragen x € 1.000"), abroad("€ 1.000")
    ('thousand CHF', 'thousand EUR', None)
    """
    turned, short = _TURNED(text), _SHORT(text)
    if turned and (turned["said"] or turned["by"]) and (code := _code(turned["money"])):
        return f"thousand {code}" if turned["times"] else code
    match = short or _UNIT(text)
    times = _TIMES.get(re.sub(r"[ .'’]", "", match["times"].lower())) if match else None
    times = _LETTERS.get(short["times"], times) if short else times
    code = _code(match["money"]) if match else None
    return f"{times} {code}" if times and code else None


def _code(money: str) -> str | None:
    """The currency that a sign, a code or a word is."""
    return SIGNS.get(money) or _MONEY.get(money.lower())


def thousands(code: str) -> int:
    """How many times a format divides what it shows by a thousand.

    >>> thousands("#,##0,"), thousands('0.0,,"M"'), thousands("#,##0"), thousands("#,##0.00_);(#,##0,)")
    (1, 2, 0, 0)
    """
    match = _SHORTENED(_SAID.sub("", code).split(";")[0])
    return len(match[1]) if match else 0


def shortened(view: View, block: Block, columns: Sequence[int]) -> dict[int, set[int]]:
    """How the figures of columns are shown, on the first rows: the different numbers of ``thousands`` of each."""
    found: dict[int, set[int]] = {}
    for row in block.first_rows(_ROWS):
        for column in columns:
            cell = view.at(row, column)
            if cell is not None and cell.kind is Kind.NUMBER and cell.text != "0":
                found.setdefault(column, set()).add(thousands(cell.format) if "," in cell.format else 0)
    return found


def unit_of_amounts(
    chosen: Chosen, taken: Sequence[Taken], body: Body, said: Sequence[Declared], choices: Choices
) -> Stated:
    """The unit that the user, the table or all its lines state; else đồng, where a declared total is of their size."""
    found = _stated(chosen, taken, body, choices)
    if found.name is not None:
        return found
    total = unit_of(said, [*zip(*(row.figures for row in body.rows), strict=True)])
    return _of_lines(chosen.view, taken, body) or (Stated(DONG, total.at) if total else found)


def _of_lines(view: View, taken: Sequence[Taken], body: Body) -> Stated | None:
    """The unit of money that a column of units names on each line with figures, if only for something (*đồng/người*);
    beside quantities and prices units are those of things."""
    uses = {column.use: column.head.column for column in taken}
    if Use.UNIT not in uses or Use.QUANTITY in uses or Use.PRICE in uses:
        return None
    rows = [row.row for row in body.rows if row.has_figures]
    names = [unit_name(view.text(row, uses[Use.UNIT]).partition("/")[0].strip()) for row in rows]
    same = len({*names}) == 1 and names[0] is not None and dong_scale(names[0]) is not None
    return Stated(names[0], (rows[0], uses[Use.UNIT])) if same else None


def _stated(chosen: Chosen, taken: Sequence[Taken], body: Body, choices: Choices) -> Stated:
    """The unit that is stated; without a name where none is."""
    if choices.unit is not None:
        return Stated(unit_name(choices.unit) or choices.unit)
    block = chosen.block
    heads = [column.head for column in amounts_of(taken)]
    titles = [head.text for head in heads] + [column.head.text for column in taken if column.use is Use.TITLE]
    formats = [
        cell.format
        for row in block.first_rows(_ROWS)
        for head in heads
        if (cell := chosen.view.at(row, head.column)) is not None and cell.format
    ]
    signs = [unit for _, unit in body.units]
    found = find_unit(chosen.view, block, titles, signs, formats)
    return _stored(chosen, heads, found._replace(name=_DOLLAR) if _is_peso(chosen.view, found, body, signs) else found)


def _is_peso(view: View, found: Stated, body: Body, signs: Sequence[str]) -> bool:
    """Whether a bare ``$`` may be that of other lands as well, for figures are written as 1.234,5 there."""
    said = {view.text(*found.at)[-1:]} if found.at else {*signs}
    return found.name == SIGNS[_DOLLAR] and body.notation.decimal == "," and said == {_DOLLAR}


def _stored(chosen: Chosen, heads: Sequence[Head], stated: Stated) -> Stated:
    """The unit that amounts are stored in, where number formats show them all in the one that is stated."""
    scale = dong_scale(stated.name) if stated.name else None
    shown = shortened(chosen.view, chosen.block, [head.column for head in heads]) if scale else {}
    times = {count for column in shown.values() for count in column}
    count = times.pop() if len(times) == 1 else 0
    stored = NAMES.get(scale - 3 * count) if scale is not None and count else None
    return Stated(stored, stated.at, shown=stated.name) if stored else stated
