"""The header of a table whose merged cells were lost: which of its cells stood over which."""

import re
from collections.abc import Sequence
from itertools import islice, pairwise, product
from math import prod

from sxtdbv_cli.files.txt.cell import holds_words, is_amount, is_total
from sxtdbv_cli.files.txt.divided import divisions, in_turn
from sxtdbv_cli.files.txt.laid import SHAPE, Laid
from sxtdbv_cli.files.txt.products import by_products
from sxtdbv_cli.files.txt.sums import Under, Way, amounts_in, convincing, lists_one, opens_parts, spans, totals_of
from sxtdbv_cli.files.txt.tokens import BLANK, Piece, Row
from sxtdbv_cli.files.txt.told_columns import against, contradicts, says_percent, told_columns
from sxtdbv_cli.model.finding import Fact, Severity
from sxtdbv_cli.model.grid import Remark, Span
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.text.language import Text

WORKED_OUT = Text(
    "ô gộp “{heading}” được suy ra là đứng trên {columns:d} cột: {children}",
    "the merged cell “{heading}” was worked out to stand over {columns:d} columns: {children}",
)
ONE_OF_SEVERAL = Text(
    "ô gộp “{heading}” được coi là đứng trên {columns:d} cột: {children}; các ô này cũng có thể nằm dưới {others}, chỉ "
    "tên cột phụ thuộc vào việc đó",
    "the merged cell “{heading}” was taken to stand over {columns:d} columns: {children}; they may stand under "
    "{others} as well, and only the names of the columns depend on it",
)
_SINGLE = re.compile(
    r"(so )?(stt|tt)\.?|so thu tu|noi dung.*|ghi chu.*|don vi( tinh)?|dvt|chi tieu.*|thoi gian.*|danh muc.*|ten .*|"
    r"quy mo.*|dia (diem|phuong).*|co quan.*|chu dau tu.*|dien giai.*|ma( (so|hieu).*)?|ngay( thang.*)?|don gia.*"
).fullmatch
_PRICE = re.compile(r"(don )?gia\b|muc\b|.*\bchenh lech\b").match
_COUNTED = re.compile(r"quy mo.*|chi tieu.*|don gia.*").match
_COUNTS = re.compile(r"(so |khoi )?luong\b|sl\b|(thanh|so) tien|tt\b|gia tri").match
"""What is no kind of thing that has a price: a number or a sum of them."""
_LISTED = re.compile(r"^trong do\W+(?=\w)").sub
_STATE = re.compile(
    r"\b(du toan|dt|uoc|uth|thuc hien|th|ke hoach|kh|quyet toan|du kien|so sanh|ty le|chenh lech)\b|%"
).search
_COMPARED = re.compile(r"\b(tuyet|tuong) doi\b|^(tang|giam)$").search
_QUOTIENT = re.compile(
    r"so voi\b|.*\b((19|20)\d\d|dt|du toan|u?th|uoc|thuc hien|kh|ke hoach)\b[^/]*/.*\b((19|20)\d\d|dt|du toan|u?th|uoc|"
    r"thuc hien|kh|ke hoach|cung ky)\b"
).match
"""What is compared: *TH 2025/DT 2025*, *So với dự toán*."""
_COMPARES = re.compile(r"so sanh|tang|giam|chenh lech|bien dong|(?<!sau )(?<!truoc )dieu chinh").search
_SOURCE = re.compile(r"\b(ns(tw|dp|nn)?|ngan sach|von|nguon|doi ung|xa hoi hoa|tu co|khac)\b").search
_LARGE = re.compile(r"\d{1,3}(?:(?:\.\d{3}){2,}|(?:,\d{3}){2,})").fullmatch
"""A figure that no percentage is."""
_OUTCOME = re.compile(r"\b(uoc|uth|thuc hien|danh gia)\b").search
"""What only the year that runs has, the first of those in a plan."""
_YEARS = re.compile(r"\b(?:19|20)\d\d\b").findall
_YEAR = re.compile(r"(nam |kinh phi )*(19|20)\d\d").fullmatch
_MONEY = re.compile(r"kinh phi|von|du toan|ke hoach|so tien|nguon|phan ky|nam\b").search


MOST = 3_000
"""So many divisions of a row are tried; a header that has more is not put together."""


def arrange(
    rows: Sequence[Sequence[Piece]], columns: int, body: Sequence[Sequence[Piece]] = (), leaves: int = 0
) -> Laid | None:
    """The rows of a header with its merged cells, where words and sums leave one way only, or several that differ in
    the names of columns alone; None where they leave more.

    Args:
        rows: at least two; their cells as they follow each other, without a sign of what is merged.
        body: the rows below, as long as there are columns.
        leaves: so many of the first cells are known to reach down.
    """
    return arranged([rows], columns, body, leaves)


def arranged(
    cuts: Sequence[Sequence[Sequence[Piece]]], columns: int, body: Sequence[Sequence[Piece]], leaves: int
) -> Laid | None:
    """The same where the cells of a header may be cut into rows in several ways; None where more than one is left."""
    told = told_columns(body)
    sensible = [(rows, way) for rows in cuts for way in _sensible(rows, columns, body, leaves)]
    found = [(rows, way) for rows, way in sensible if not contradicts(way, rows, told)]
    if len(found) > 1:
        odd = [against(way, rows, told) for rows, way in found]
        found = [one for one, count in zip(found, odd, strict=True) if count == min(odd)]
    kept = [(rows, [way for one, way in found if one is rows]) for rows in cuts]
    kept = [(rows, ways) for rows, ways in kept if ways]
    if len(found) > 1:
        lines = amounts_in(body)
        proven = [(rows, convincing(ways, rows, lines) or by_products(ways, rows, lines)) for rows, ways in kept]
        kept = [(rows, ways) for rows, ways in proven if ways] or kept
    if len(kept) != 1:
        return None
    ((rows, ways),) = kept
    return None if len(ways) > 1 and not _alike(ways, rows) else _laid(ways, rows)


def _sensible(rows: Sequence[Sequence[Piece]], columns: int, body: Sequence[Sequence[Piece]], leaves: int) -> list[Way]:
    """The ways to put the cells of rows over each other that make sense by the words, and by what stands below."""
    if any(_must_open(plain(piece.text)) for piece in rows[-1]):
        return []
    return [way for way in _ways(rows, columns, leaves) if suits(way, rows, body)]


def _ways(rows: Sequence[Sequence[Piece]], columns: int, leaves: int) -> list[Way]:
    """Every way that makes sense by the words; none where there are too many to try."""
    groups = sum(map(len, rows)) - columns
    tried = [
        [*in_turn(upper, lower, groups)] or [*islice(divisions(len(upper), len(lower), groups), MOST)]
        for upper, lower in pairwise(rows)
    ]
    if max(map(len, tried)) == MOST:
        return []
    levels = [
        [under for under in level if _makes_sense(under, upper, lower)]
        for level, (upper, lower) in zip(tried, pairwise(rows), strict=True)
    ]
    levels[0] = [under for under in levels[0] if not any(under[:leaves])]
    if prod(map(len, levels)) > MOST:
        return []
    return [way for way in product(*levels) if sum(sum(map(bool, under)) for under in way) == groups]


def suits(way: Way, rows: Sequence[Sequence[Piece]], body: Sequence[Sequence[Piece]]) -> bool:
    """Whether no heading of texts stands over amounts, none of years or of a total over words, and none of percentages
    over large figures."""
    for level, over in enumerate(spans(way, rows)):
        for at, (piece, columns) in enumerate(zip(rows[level], over, strict=True)):
            words = plain(piece.text)
            if says_percent(words) and any(_LARGE(row[column].text.strip("* ")) for row in body for column in columns):
                return False
            if level < len(way) and way[level][at]:
                continue
            cells = [row[columns.start].text for row in body]
            if _SINGLE(words) and not _COUNTED(words) and any(map(is_amount, cells)):
                return False
            if (_YEAR(words) or is_total(piece.text)) and any(map(holds_words, cells)):
                return False
    return True


def _alike(ways: Sequence[Way], rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether ways differ below the first row only, and the totals there are those of the same columns: then no amount
    and no sum depends on which is right, only what columns are called."""
    totals = [[*totals_of(way, rows)] for way in ways]
    every = sum(is_total(piece.text) for row in rows[1:] for piece in row)
    return len({way[0] for way in ways}) == 1 and all(one == totals[0] and len(one) == every for one in totals)


def _makes_sense(under: Under, upper: Sequence[Piece], lower: Sequence[Piece]) -> bool:
    """Whether every group can be one by its words, and every cell that opens a group is a group."""
    children = iter(lower)
    groups = [tuple(plain(next(children).text) for _ in range(size)) for size in under]
    first = min((year for piece in upper for year in _YEARS(piece.text)), default="")
    behind = [plain(piece.text) for piece in upper]
    for at, (group, words) in enumerate(zip(groups, behind, strict=True), 1):
        if not (_may_stand_over(words, group, again=groups.count(group) > 1) if group else not _must_open(words)):
            return False
        if group and opens_parts(words) and all(map(_SOURCE, group)) and any(map(_SOURCE, behind[at:])):
            return False  # a source more stands beside those that are listed
        if any(map(_OUTCOME, group)) and min(_YEARS(words), default=first) != first:
            return False
    return True


def _must_open(words: str) -> bool:
    """Whether a heading opens a group, and names none of it itself."""
    return bool(opens_parts(words)) and not lists_one(words)


def _may_stand_over(words: str, group: tuple[str, ...], *, again: bool) -> bool:
    named = {_LISTED("", child) for child in group}
    if _LISTED("", words) in named or (is_total(words) and not again and any(map(is_total, group))):
        return False  # nothing stands over itself, but a total of all may over the cells of each of its parts
    if opens_parts(words):
        return True
    years = sum(bool(_YEAR(child)) for child in group)
    single = _SINGLE(words) and not (_PRICE(words) and _are_priced(group, again=again))
    if single or len(named) < len(group) or 0 < years < len(group) - is_total(group[0]):
        return False
    if years:
        one = re.search(r"(19|20)\d\d\b(?!.*(19|20)\d\d)", words)
        return _spans(_YEARS(words), " ".join(group)) or bool(_MONEY(words) and not one)
    if any(map(_COMPARED, group)) or all(map(_QUOTIENT, group)):
        return bool(_COMPARES(words) or says_percent(words))
    return not (_STATE(words) and all(map(_STATE, group)))


def _are_priced(group: tuple[str, ...], *, again: bool) -> bool:
    """Whether a price may stand over cells: prices, or what others are paid for as well (*Vật liệu*, *Nhân công*)."""
    return all(map(_PRICE, group)) or (again and not any(map(_COUNTS, group)))


def _spans(ends: Sequence[str], group: str) -> bool:
    """Whether two years are the first and the last of those in a group: *giai đoạn 2026-2030*."""
    years = _YEARS(group)
    return len(ends) > 1 and [*ends] == [min(years, default=""), max(years, default="")]


def _laid(ways: Sequence[Way], rows: Sequence[Sequence[Piece]]) -> Laid:
    """The rows with every cell in its first column, the cells it covers left out; where there are several ways the
    first is taken, and what else the cells could stand under is said."""
    last = len(rows) - 1
    over = spans(ways[0], rows)
    laid: list[Row] = [[BLANK] * (over[0][-1].stop) for _ in rows]
    merged: list[Span] = []
    remarks: list[Remark] = []
    for level, row in enumerate(rows):
        children = iter(rows[level + 1] if level < last else ())
        for at, (piece, columns) in enumerate(zip(row, over[level], strict=True)):
            laid[level][columns.start] = piece
            under = ways[0][level][at] if level < last else 0
            if under:
                merged.append(Span(level, columns.start, level, columns.stop - 1))
                group = [next(children).text for _ in range(under)]
                remarks.append(_remark(piece, level, columns, group, _others(ways, rows, level, at)))
            elif level < last:
                merged.append(Span(level, columns.start, last, columns.start))
    return Laid(laid, tuple(sorted(merged)), tuple(sorted(remarks, key=lambda remark: (remark.row, remark.column))))


def _remark(piece: Piece, level: int, columns: range, group: Sequence[str], others: Sequence[str]) -> Remark:
    facts: dict[str, Fact] = {"heading": piece.text, "columns": len(columns), "children": ", ".join(group)}
    if others:
        facts["others"] = ", ".join(f"“{other}”" for other in others)
    return Remark(SHAPE, level, columns.start, facts, ONE_OF_SEVERAL if others else WORKED_OUT, Severity.NOTE)


def _others(ways: Sequence[Way], rows: Sequence[Sequence[Piece]], level: int, at: int) -> list[str]:
    """The other cells of a row that stand over some in one way or another, where this one does not in all."""
    if all(way[level] == ways[0][level] for way in ways):
        return []
    over = sorted({number for way in ways for number, under in enumerate(way[level]) if under} - {at})
    return [rows[level][number].text for number in over]
