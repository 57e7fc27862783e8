"""The rules that headings suggest."""

import re
import unicodedata
from collections.abc import Container, Sequence
from itertools import takewhile

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.across.rule import Rule
from sxtdbv_cli.tables.across.stated import FEW, members
from sxtdbv_cli.tables.blocks.head import Head
from sxtdbv_cli.tables.words.headings import years_in
from sxtdbv_cli.tables.words.titles import is_of_which
from sxtdbv_cli.tables.words.totals import is_total
from sxtdbv_cli.text.saying import Late

_DIFFERENCE = re.compile(
    r"chenh lech|sai (lech|biet)|tuyet doi|con (lai|thieu|no)\b|tang.{0,8}giam|so (sanh|voi|(nam )?20\d\d)\b|variance|"
    r"difference|(thuc|duoc) (linh|lanh|nhan)|\bnet (pay|amount|salary)\b|"
    r"remaining|balance|over.{0,4}under|surplus|increase|decrease|\bchange|\bchg\b|movement|\bdelta\b|"
    r"\bnet\b|\bsaldo\b|\bsolde\b|disponib|\brest(e|ante?s?)?\b|\bsisa\b|selisih|\becarts?\b|abweichung|diferenc|остат|"
    r"\bprofit\b|loi nhuan|ergebnis|\bresultado|\brisultato|\butilidad|\blucro\b|\bbenefice|\blaba\b|利益|利润|прибыл|"
    + unicodedata.normalize("NFD", "이익")
).search
_LEFT = re.compile(r"\bcon\b(?! (nguoi|em|so)\b)|\b(de|giu) lai\b").search
"""What is left, to be paid, to be spent: *Còn phải thu*, *Số còn điều tiết*, *Số phí được để lại*."""
_TAKEN = re.compile(
    r"\b(khau tru|tru|giam|bh(xh|yt|tn)?|bao hiem|thue|(doan|dang) phi|tam ung|phat|tax|deduct\w*|insurance)\b"
).search
"""What is taken away from a pay."""
_OPENING = Late(
    r"\bdau (ky|nam|quy|thang)\b|\b(ton|du) dau\b|(nam|ky|quy|thang) truoc (chuyen|mang)|\b(da|duoc) giao\b|"
    r"truoc (khi )?dieu chinh|opening|beginning|original"
).search
_CLOSING = re.compile(
    r"\bcuoi (ky|nam|quy|thang)\b|\b(ton|du) cuoi\b|chuyen( sang)? (nam|ky|quy|thang) sau|\bsau (khi )?dieu chinh|"
    r"closing|ending|\brevised\b"
).search
_DETAILS = re.compile(r"\bchi tiet\b").search
_QUARTER = re.compile(
    r"q\.?\s?[1-4]|quy ([1-4]|i{1,3}|iv)|(1st|2nd|3rd|4th|first|second|third|fourth) quarter"
).fullmatch

_MONTH = re.compile(
    r"(thang|th?)\.?\s?\d{1,2}|(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(\W+\d{2,4})?"
).fullmatch
_TO_DATE = re.compile(r"(total )?(ytd|year[- ]to[- ]date)( total)?").fullmatch
_MONEY = re.compile(
    r"(nhu cau |du kien |khai toan )*(kinh phi|so tien|thanh tien|von( dau tu)?|gia tri|tri gia|muc dau tu)"
    r"( (du kien|thuc hien|de nghi|ho tro|dau tu))?( ?\(.*\))?"
).fullmatch
_SOURCE = Late(
    r"\b(ns(tw|dp|nn|t|h|x)?|ngan sach|von|nguon|doi ung|xa hoi hoa|xhh|tu co|dong gop|nhan dan|dan|doanh nghiep|"
    r"tai tro|vay|trung uong|dia phuong|tinh|huyen|xa|khac)\b"
).search
Columns = tuple[int, ...]
"""Places of columns that may add up to one."""


def by_heading(heads: Sequence[Head], column: int) -> list[Rule]:
    """The sums that headings suggest: a total of its group, of the columns behind it or before it, of the years; a
    difference of two before it. What is itself called one (*Thực lĩnh*) is the last to be added."""
    if not heads[column].parts:
        return []
    found = [_span(heads, column), *_of_total(heads, column), _of_which(heads, column), _quarters(heads, column)]
    ways = sorted(dict.fromkeys(found), key=lambda parts: any(_is_difference(heads[at]) for at in parts))
    rules = [Rule(column, parts, dated=_dated(heads, parts)) for parts in ways if len(parts) > 1]
    if rules:
        rules += [Rule(column, parts, meant=True) for parts in _beside(column, len(heads)) if parts not in found]
    return [
        *rules,
        *_of_sources(heads, column),
        *_difference(heads, column),
        *_closing(heads, column),
        *_less(heads, column),
    ]


def by_another_heading(heads: Sequence[Head], column: int, known: Container[int]) -> list[Rule]:
    """The sums of columns none of which is ``known`` that headings suggest, or of those that share a heading."""
    groups = by_key((head.parts[:-1], place) for place, head in enumerate(heads))
    rules = [*by_heading(heads, column), *(Rule(column, tuple(places)) for places in groups.values())]
    return [rule for rule in rules if len(rule.plus) > 1 and not (rule.minus or any(at in known for at in rule.plus))]


def _of_sources(heads: Sequence[Head], column: int) -> list[Rule]:
    """What a column that is called nothing but money may be: the sources of funds right behind it."""
    if not _MONEY(plain(heads[column].parts[-1])):
        return []
    sources = takewhile(lambda at: bool(_SOURCE(plain(heads[at].text))), range(column + 1, len(heads)))
    parts = tuple(at for at in sources if heads[at].parts[:-1] == heads[column + 1].parts[:-1])
    return [Rule(column, parts, said="=", meant=True)] if len(parts) > 1 else []


def _of_total(heads: Sequence[Head], column: int) -> list[Columns]:
    """What a column that is called a total may be the sum of, the likeliest first."""
    parts = heads[column].parts
    group = parts[:-1]
    if not (is_total(parts[-1]) or (group and is_total(parts[0]))):
        return []
    later, earlier = range(column + 1, len(heads)), range(column)
    others = [place for place in range(len(heads)) if place != column]
    grouped = tuple(place for place in others if heads[place].parts[: len(group)] == group)
    years = tuple(place for place in others if len(years_in(heads[place].text)) == 1)
    named = tuple(place for place in later if not any(map(is_of_which, heads[place].parts)))
    behind = [years, tuple(later), named, *_runs(heads, later, 1)]
    whole = tuple(place for place in grouped if not any(map(is_of_which, heads[place].parts[-1:])))
    own = [members(heads, column), *([grouped, whole, *_namesakes(heads, grouped)] if group else [])]
    namesakes = [tuple(at for at in side if group and heads[at].parts[-1:] == parts[-1:]) for side in (earlier, later)]
    beside = [_sharing(heads, at) for at in (column + 1, column - 1) if 0 <= at < len(heads)]
    runs = [*_runs(heads, earlier, -1), *_onward(heads, column)]
    return [*own, *namesakes, *behind, *beside, tuple(earlier), *runs, tuple(others)]


def _sharing(heads: Sequence[Head], column: int) -> Columns:
    """The columns below the heading of one: *Thực hiện các quý* over *I*, *II*, *III*, *IV*."""
    group = heads[column].parts[:-1]
    return tuple(place for place, head in enumerate(heads) if group and head.parts[:-1] == group)


def _onward(heads: Sequence[Head], column: int) -> list[Columns]:
    """The last total before a total, with what stands before and behind the columns that it may be the sum of: *Prior*,
    three years, *3-Year Total*, *Project Total*."""
    totals = [place for place in range(column) if heads[place].parts and is_total(heads[place].parts[-1])]
    last = totals[-1] if totals else 0
    return [(*range(first), *range(last, column)) for first in range(1, last - 1)]


def _namesakes(heads: Sequence[Head], columns: Columns) -> list[Columns]:
    """The columns of a group that have one heading in groups of their own: *Luỹ kế* of the fund, of the budget."""
    names = dict.fromkeys(heads[place].parts[-1] for place in columns)
    return [tuple(place for place in columns if heads[place].parts[-1] == name) for name in names]


def _span(heads: Sequence[Head], column: int) -> Columns:
    """The years that a column spans by its heading: *Giai đoạn 2021-2025*."""
    span = years_in(heads[column].text)
    if len(span) != FEW or span[0] >= span[1]:
        return ()
    years = {place: years_in(head.text) for place, head in enumerate(heads) if place != column}
    inside = {place: year[0] for place, year in years.items() if len(year) == 1 and span[0] <= year[0] <= span[1]}
    return tuple(inside) if [*inside.values()] == [*range(span[0], span[1] + 1)] else ()


def _quarters(heads: Sequence[Head], column: int) -> Columns:
    """The quarters of a year; of a quarter, the months since the one before; of a year to date, all before it."""
    if _TO_DATE(plain(heads[column].parts[-1])):
        return tuple(place for place in range(column) if _MONTH(plain(heads[place].text)))
    quarters = [place for place, head in enumerate(heads) if _QUARTER(plain(head.parts[-1] if head.parts else ""))]
    if column not in quarters:
        return tuple(quarters)
    before = [place for place in quarters if place < column]
    return tuple(range(before[-1] + 1 if before else 0, column))


def _difference(heads: Sequence[Head], column: int) -> list[Rule]:
    """What a column that is called a difference may be the difference of: those of the two years it names, the two
    before it, another and the one before it, or those in its place of the two groups before its own; of what remains,
    a column less all those behind it. What only stands below such a heading between two balances (*Tăng giảm*: *Tăng*)
    is what came in or went out."""
    grouped = _DIFFERENCE(plain(heads[column].text)) and not _moves(heads, column)
    if column < FEW or not (grouped or _is_difference(heads[column])):
        return []
    pairs = _of_years(heads, column)
    if width := _width(heads, column):
        pairs += [(column - width, column - 2 * width), (column - 2 * width, column - width)]
    else:
        pairs += [(column - 2, column - 1), (column - 1, column - 2)]
        pairs += [(plus, column - 1) for plus in range(column - 2)] + [(column - 1, less) for less in range(column - 2)]
    parts: list[tuple[Columns, Columns]] = [((plus,), (minus,)) for plus, minus in pairs if plus != minus]
    parts += [((first,), tuple(range(first + 1, column))) for first in range(column - FEW)]
    return [Rule(column, plus, minus, "=", meant=True) for plus, minus in [*parts, *_pay(heads, column)]]


def _moves(heads: Sequence[Head], column: int) -> bool:
    """Whether balances at the beginning stand before a column, and balances at the end behind it."""
    opened = any(_OPENING(plain(head.text)) for head in heads[:column])
    return opened and any(_CLOSING(plain(head.text)) for head in heads[column + 1 :])


def _less(heads: Sequence[Head], column: int) -> list[Rule]:
    """What a total may be the sum of, less what is called a deduction: *Giao đầu năm*, *Bổ sung*, *Giảm*."""
    taken = tuple(at for at in range(column) if _TAKEN(plain(heads[at].text)))
    added = tuple(at for at in range(column) if at not in taken)
    called = bool(added and taken) and is_total(heads[column].parts[-1])
    return [Rule(column, added, taken, "=", meant=True)] if called else []


def _pay(heads: Sequence[Head], column: int) -> list[tuple[Columns, Columns]]:
    """What is paid in the end: several columns, less those from one on that is called a deduction."""
    taken = [at for at in range(column) if _TAKEN(plain(heads[at].text))]
    return [(tuple(range(first, at)), tuple(range(at, column))) for at in taken for first in range(at - 1)]


def _of_years(heads: Sequence[Head], column: int) -> list[tuple[int, int]]:
    """The later and the earlier of two years that a column names, where one column before it is that year's: *So sánh
    2013/2012: Tuyệt đối*."""
    years = sorted(set(years_in(heads[column].text)), reverse=True)
    places = [[at for at in range(column) if {*years_in(heads[at].text)} == {year}] for year in years]
    return [(places[0][0], places[1][0])] if [len(found) for found in places] == [1, 1] else []


def _is_difference(head: Head) -> bool:
    """Whether the last of its headings calls a column a difference, or what is left."""
    said = plain("".join(head.parts[-1:]))
    return bool(_DIFFERENCE(said) or _LEFT(said))


def _closing(heads: Sequence[Head], column: int) -> list[Rule]:
    """What a balance at the end, or a plan as changed, may be: that at the beginning, what came in between, less what
    went out; or nothing but more. Where each has two columns (*Số lượng*, *Thành tiền*), those of one name; where
    several begin and as many end (*Năm trước*, *Năm nay*), first those that stand in its place among them."""
    parts = heads[column].parts
    if not _CLOSING(plain(heads[column].text)):
        return []
    opening = [at for at, head in enumerate(heads) if _OPENING(plain(head.text))]
    if not opening or opening[0] > column:
        return []
    closing = [at for at, head in enumerate(heads) if _CLOSING(plain(head.text)) and at not in opening]
    others = [at for at in range(len(heads)) if at not in opening + closing]
    width, place, ways = len(others) // len(opening), closing.index(column) if column in closing else 0, []
    if 1 < len(opening) == len(closing) and width * len(opening) == len(others):
        ways = _moved(column, opening[place], others[place * width : (place + 1) * width])
    alike = len(parts) > 1 and any(head.parts[-1:] == parts[-1:] for head in heads[:column])
    between = [at for at in range(opening[0], column) if not alike or heads[at].parts[-1:] == parts[-1:]]
    return ways + _moved(column, opening[0], [at for at in between if at not in opening])


def _moved(column: int, opening: int, moved: Sequence[int]) -> list[Rule]:
    """What comes of a balance and of what stands behind it, added or, from one on, taken away."""
    parted = [(inward, end) for inward in range(1, len(moved)) for end in range(inward + 1, len(moved) + 1)]
    parted += [(inward, inward) for inward in range(len(moved), 0, -1)]
    return [
        Rule(column, (opening, *moved[:inward]), tuple(moved[inward:end]), "=", meant=True) for inward, end in parted
    ]


def _width(heads: Sequence[Head], column: int) -> int:
    """How many columns the group has that is called a difference, where the two groups before it have as many."""
    parts = heads[column].parts
    depth = next((depth for depth, part in enumerate(parts[:-1]) if _DIFFERENCE(plain(part))), None)
    if depth is None:
        return 0

    def group(place: int) -> tuple[str, ...]:
        return heads[place].parts[: depth + 1]

    inside = [place for place in range(len(heads)) if group(place) == group(column)]
    width, first = len(inside), inside[0]
    if not 1 < width <= first // 2:
        return 0
    starts = first - width, first - 2 * width
    blocks = [{group(place) for place in range(start, start + width)} for start in starts]
    return width if all(len(block) == 1 for block in blocks) and blocks[0] != blocks[1] else 0


def _dated(heads: Sequence[Head], columns: Sequence[int]) -> bool:
    """Whether columns are years, each another, or several quarters or months of one."""
    alike = len({heads[column].parts[:-1] for column in columns}) == 1
    names = {plain("".join(heads[column].parts[-1:]) if alike else heads[column].text) for column in columns}
    if FEW < len(columns) == len(names) and any(all(map(is_one, names)) for is_one in (_QUARTER, _MONTH)):
        return True
    years = [years_in(heads[column].text) for column in columns]
    return all(len(year) == 1 for year in years) and len({year[0] for year in years}) == len(years)


def _beside(column: int, count: int) -> list[Columns]:
    """The columns right before a total, or right behind it, as many as may add up to it."""
    before = [tuple(range(first, column)) for first in range(column - FEW, -1, -1)]
    return before + [tuple(range(column + 1, last)) for last in range(column + FEW + 1, count + 1)]


def _of_which(heads: Sequence[Head], column: int) -> Columns:
    """The columns of a group called *trong đó* or *chi tiết* right behind a column, or behind what that differs by."""

    def group(index: int) -> tuple[str, ...]:
        parts = heads[index].parts if index < len(heads) else ()
        at = next((depth for depth, part in enumerate(parts) if is_of_which(part) or _DETAILS(plain(part))), None)
        return parts[: at + 1] if at is not None else ()

    behind = column + 1
    while behind < len(heads) and _DIFFERENCE(plain(heads[behind].text)):
        behind += 1
    wanted = group(behind)
    if wanted[:-1] != heads[column].parts[:-1]:
        return ()  # a listing of the column that heads both groups
    return tuple(i for i in range(behind, len(heads)) if wanted and group(i) == wanted)


def _runs(heads: Sequence[Head], columns: range, step: int) -> list[Columns]:
    """The columns of a side that head groups (totals themselves), and those up to the next total."""
    order = list(columns)[::step]
    totals = [index for index, other in enumerate(order) if heads[other].parts and is_total(heads[other].parts[-1])]
    groups = tuple(sorted(order[index] for index in totals))
    upto = tuple(sorted(order[: totals[0]])) if totals else ()
    return [groups, upto]
