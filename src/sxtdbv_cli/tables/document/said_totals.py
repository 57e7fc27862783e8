"""Totals that a document declares in a sentence: *Kinh phí thực hiện ... năm 2022 là 3.802.800.000 đồng, giai đoạn
2022-2025 là 13.233.000.000 đồng*; or in the line behind its table: *Tổng chi phí thiết bị: 411.000.000 đồng*, *Bằng
chữ: Bốn trăm mười một triệu đồng*.

Taken is only what is said of all the money of a year or of all years, with its unit, of a column that the table has,
and of the size of what the table lists. Anything else in such a sentence is told, and left out.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from sxtdbv_cli.model.plan import NOWHERE, Column, Plan, Role
from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.model.units import UNNAMED, dong_scale, plain
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.document.spelled import read_spelled
from sxtdbv_cli.tables.entries import is_rounded
from sxtdbv_cli.tables.figures.exact import Figure, What, read_text
from sxtdbv_cli.tables.figures.notation import Notation
from sxtdbv_cli.tables.units.stated import unit_name
from sxtdbv_cli.tables.view import View
from sxtdbv_cli.tables.words.totals import is_total
from sxtdbv_cli.text.numbers import BadAmount, read_amount
from sxtdbv_cli.text.saying import Late

_LEAD = r"(?:[-+*•]\s*|[a-zđ]\)\s*|[IVX\d]+(?:\.\d+)*[.)]?\s+)*"
_KINDS = r"(?:tổng\s+(?:số\s+|nhu\s+cầu\s+)?)?(?:kinh\s+phí|dự\s+toán\s+kinh\s+phí)\b"
_MONEY = re.compile(_LEAD + _KINDS, re.I).match
_ALL = Late(
    rf"{_LEAD}(?:{_KINDS}|tổng\s+(?:mức\s+đầu\s+tư|dự\s+toán|chi\s+phí|cộng)\b)(?!.*\b(?:cấp|giao)\b)[^\d/]*", re.I
).fullmatch
"""What is said of all the money without a year, and not only of what was granted."""
_SENTENCES = re.compile(rf"(?<=[.;])\s+|(?<=:)\s+(?!\d)|\n(?={_LEAD}(?:Tổng|Kinh\s+phí|Dự\s+toán|Năm)\b)")
_YEAR = Late(rf"{_LEAD}năm\s+\d{{4}}\s*(?:là|:)", re.I).match
"""The item of one year in the list behind a total of all years: *- Năm 2024: 21.860 triệu đồng;*"""
_PARTLY = Late(
    r"trong\s+đó|ngân\s+sách|nguồn|xã\s+hội\s+hóa|vốn\s|hỗ\s+trợ|đối\s+ứng|bình\s+quân|mỗi\s|/năm|còn\s+lại|đã\s", re.I
).search
_ITEM = Late(
    r"(?:(?:giai\s+đoạn|từ\s+năm)\s+(?P<first>(?:19|20)\d\d)\s*(?:[-–]|đến(?:\s+năm)?)\s*(?P<last>(?:19|20)\d\d)|"
    r"năm\s+(?P<year>(?:19|20)\d\d))\s*(?:là|:)\s*(?P<about>[^\d,;]{1,20}\s)?(?P<amount>\d[\d.,]*\d|\d)\s*"
    r"(?P<unit>(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s+)?đồng)\b",
    re.I,
)
_LINE = Late(
    r"(?P<title>[^:=]{3,120}?)(?:\s*(?:[:=]|\blà\b)\s*|\s+)(?P<amount>\d[\d.,]*\d|\d)\s*"
    r"(?P<unit>(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s+)?(?:đồng|vnđ|vnd|đ))\b\.?(?:\s*[,;(].*|\s+(?:từ|do|gồm)\s.*)?",
    re.I,
).fullmatch
"""The whole of a line that says a total, with what it is made of or paid from behind it."""
_CLAUSES = Late(r"\s+[-–—]\s+|;\s+").split
"""*Tổng cộng: 6 máy – Tổng kinh phí: 90.000.000 đồng*."""
_IN_MONEY = Late(
    r"(?P<title>[^:=]{3,120}?)(?:\s*[:=]\s*|\s+(?=[^\w\s]?\d[^:=]*$))(?P<figure>\S[^/]{0,39}?)\.?"
).fullmatch
"""The same of a total in another money, or in that of the table: *Year 1 Personnel Total: $211,100*."""
_SPELLED = Late(r"bang chu\W+(?P<words>[a-z, ]+) dong\b").search
LONGEST = 2_000
"""The most characters of a sentence that is looked at."""
TIMES = 2
"""A total is taken where the table lists between the half and twice of it: a wrong unit is a thousand times off."""
FAR = 5
"""The line behind a table is its total unless it is off by more than a fifth of itself; in words, unless it is off."""


class Declared(NamedTuple):
    """A total that a sentence declares: the years it is of, the amount in đồng (None where it is not plain), the words
    and the cell they stand in. The line behind a table names no years, nor does one above it, which may be ``loose``:
    of more than the table; ``spelled`` says that its amount is in words, ``figure`` has one that is not in đồng."""

    years: tuple[int, ...]
    amount: int | None
    text: str
    at: Position
    spelled: bool = False
    figure: Figure | None = None
    loose: bool = False


class Totals(NamedTuple):
    """The totals by the position of their column, and what was not taken."""

    taken: dict[int, Declared]
    unclear: list[Declared]


def declared_in(view: View, block: Block, notation: Notation) -> list[Declared]:
    """Every total that sentences above a table declare, and the line right behind it."""
    rows = [(row, view.text(row, column)) for row in range(block.header) for column, _ in view.filled(row)]
    starts, whole = [], ""
    for row, text in rows:
        starts.append((len(whole), row))
        whole += f"{text}\n"
    found: list[Declared] = []
    at = 0
    listed = False
    for sentence in _SENTENCES.split(whole):
        at = whole.index(sentence, at)
        told = len(sentence) <= LONGEST and (_MONEY(sentence) or (listed and _YEAR(sentence)))
        items = [*_items(sentence, at, starts)] if told else []
        listed = bool(items)
        found += items or _above(sentence, at, starts)
        at += len(sentence)
    return found + _behind(view, block, notation)


def _above(sentence: str, start: int, starts: Sequence[tuple[int, int]]) -> list[Declared]:
    """The total of all the money that a sentence says without a year: *Tổng kinh phí: 24.500.000 đồng*."""
    found = _LINE(sentence.strip()) if len(sentence) <= LONGEST else None
    if found is None or not _ALL(found["title"]) or _PARTLY(found["title"]) or (amount := _in_full(found)) is None:
        return []
    text = " ".join(found.string[: found.end("unit")].split())
    return [Declared((), amount, text, (_row_at(start, starts), 0), loose=True)]


def _row_at(place: int, starts: Sequence[tuple[int, int]]) -> int:
    """The row of a place in the text above a table."""
    return starts[bisect_right(starts, place, key=itemgetter(0)) - 1][1]


def _in_full(line: re.Match[str]) -> int | None:
    """The đồng that a line says."""
    return _dong(line["amount"], re.sub(r"(?:vnđ|vnd|đồng|đ)$", "đồng", line["unit"].lower()))


def _behind(view: View, block: Block, notation: Notation) -> list[Declared]:
    """The total that the next line behind a table says, or the last one in it, in figures or in words."""
    behind = (row for row in range(block.end, view.height) if not view.is_blank(row))
    for row in (block.end - 1, *islice(behind, 1)):
        cells = view.filled(row)
        if len(cells) != 1:
            continue
        at = (row, cells[0][0])
        text = view.text(*at)
        amount = None
        said = (_LINE(part) for part in (text, *_CLAUSES(text)))
        found = next((one for one in said if one and is_total(one["title"])), None)
        if found is not None:
            amount = _in_full(found)
        elif told := _SPELLED(plain(text)):
            amount = read_spelled(told["words"])
        if amount is not None:
            return [Declared((), amount, " ".join(text.split()), at, spelled=found is None)]
        if (told := _IN_MONEY(text)) and is_total(told["title"]):
            figure = read_text(told["figure"], notation)
            if figure.what is What.FIGURE and not figure.rough:
                return [Declared((), None, " ".join(text.split()), at, figure=figure)]
    return []


def _items(sentence: str, start: int, starts: Sequence[tuple[int, int]]) -> Iterator[Declared]:
    """The totals of one sentence, up to the words that begin a partial listing."""
    for match in _ITEM.finditer(sentence):
        if _PARTLY(sentence[: match.start()]):
            return
        row = _row_at(start + match.start("amount"), starts)
        first, last = (int(match["year"] or match[name]) for name in ("first", "last"))
        amount = None if match["about"] else _dong(match["amount"], match["unit"])
        yield Declared(tuple(range(first, last + 1)), amount, " ".join(match[0].split()), (row, 0))


def _dong(amount: str, unit: str) -> int | None:
    try:
        return read_amount(amount, dong_scale(" ".join(unit.split())) or 0)
    except BadAmount:
        return None


def fit(said: Sequence[Declared], plan: Plan) -> Totals:
    """Which column each total is of."""
    found = Totals({}, [])
    scale = dong_scale(plan.unit.name)
    extra = plan.unit.scale - (scale or 0)
    for one in said:
        if one.figure is not None:
            found.taken.update(_in_money(one, one.figure, plan))
        elif one.amount is None or (scale is None and plan.unit.name != UNNAMED):
            found.unclear.append(one)
        else:
            _in_dong(found, one, one.amount * 10**extra, plan)
    return found


def _in_dong(found: Totals, one: Declared, amount: int, plan: Plan) -> None:
    """Take a total of an amount in smallest steps for its column, unless that has another already."""
    if not one.years and _is_known(plan, amount):
        return
    column = _column(one.years, amount, plan)
    if column is None or not _fits(one, amount, _listed(plan, column)):
        found.unclear.extend([] if one.loose else [one])
        return
    known, before = plan.declared[column], found.taken.get(column)
    if known not in (None, amount) or (before is not None and before.amount != amount):
        found.unclear.append(one)
    elif known is None:
        found.taken[column] = one._replace(amount=amount)


def _in_money(one: Declared, figure: Figure, plan: Plan) -> Iterator[tuple[int, Declared]]:
    """The column of a total that is in the money of the table, in smallest steps; without its unit it must be just what
    the column comes to. What is said of anything else (*Total members: 35*) is no total of the table."""
    steps = (figure.value or Decimal(0)).scaleb(plan.unit.scale)
    amount = int(steps)
    other = figure.unit and unit_name(figure.unit) != plan.unit.name
    if other or amount != steps or _is_known(plan, amount):
        return
    column = _column((), amount, plan)
    if column is None or plan.declared[column] is not None:
        return
    listed = _listed(plan, column)
    if amount == listed or (figure.unit and _fits(one, amount, listed)):
        yield column, one._replace(amount=amount)


def _is_known(plan: Plan, amount: int) -> bool:
    """Whether an amount is the declared total of a column, that rounded, or what the one line at the top states."""
    tops = _tops(plan)
    stated = [column[tops[0]] for column in plan.lines.amounts] if len(tops) == 1 else []
    return any(known is not None and is_rounded(amount, known) for known in (*plan.declared, *stated))


def _column(years: tuple[int, ...], amount: int, plan: Plan) -> int | None:
    """The column of a year, or the one that is the sum of the columns of just these years; without years the one that
    comes to the amount, the only one, or the one that is the sum of others."""
    columns = range(len(plan.columns))
    if years:
        found = [place for place in columns if [*_years(plan, place)] == [*years]]
    elif len(found := [place for place in columns if _listed(plan, place) == amount]) != 1:
        found = [place for place in columns if len(columns) == 1 or _is_sum(plan.columns[place])]
    return found[0] if len(found) == 1 else None


def _years(plan: Plan, place: int) -> Sequence[int | None]:
    """The years of the money in a column: its own, or those of the columns that it is the sum of."""
    column = plan.columns[place]
    if not column.plus:
        return [column.year]
    return sorted(plan.columns[part].year or 0 for part in column.plus) if _is_sum(column) else []


def _is_sum(column: Column) -> bool:
    return bool(column.plus) and not column.minus


def _listed(plan: Plan, column: int) -> int:
    """What the sections of a plan come to in a column."""
    return sum(plan.lines.amounts[column][line] or 0 for line in _tops(plan))


def _tops(plan: Plan) -> list[int]:
    """The lines at the top that are added."""
    lines = plan.lines
    return [line for line in range(len(lines)) if lines.parents[line] == NOWHERE and lines.roles[line] is Role.PART]


def breaks_off(totals: Totals, plan: Plan, view: View, block: Block) -> bool:
    """Whether a text seems to break off with its table: it declares more than the table lists, and nothing follows."""
    if not all(view.is_blank(row) for row in range(block.end, view.height)):
        return False
    return any((total.amount or 0) > _listed(plan, column) for column, total in totals.taken.items())


def _fits(one: Declared, amount: int, listed: int) -> bool:
    near = amount == listed if one.spelled else FAR * abs(amount - listed) <= amount
    return 0 < amount <= TIMES * listed and listed <= TIMES * amount and (bool(one.years) or near)


def unit_of(said: Sequence[Declared], columns: Sequence[Sequence[object]]) -> Declared | None:
    """The total that shows a table without a unit to be in đồng: its amount lies between the largest figure of a column
    and the sum of all of them, which no other unit comes near to."""
    for one in said:
        for values in columns:
            figures = [abs(value) for value in values if isinstance(value, int)]
            if one.amount and figures and max(figures) <= one.amount <= sum(figures):
                return one
    return None
