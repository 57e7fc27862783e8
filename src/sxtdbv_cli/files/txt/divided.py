"""The ways to put the cells of one row of a header under those of the row above that make sense by their words."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, islice, pairwise, product
from math import prod

from sxtdbv_cli.files.txt.cell import is_total
from sxtdbv_cli.files.txt.tokens import Piece
from sxtdbv_cli.files.txt.tree import Under, Way, lists_one, opens_parts, says_percent
from sxtdbv_cli.model.units import plain

MOST = 3_000
"""So many divisions of a row are tried; a header that has more is not put together."""
_NUMBER = re.compile(r"\d+").sub
SINGLE = re.compile(
    r"(so )?(stt|tt)\.?|so thu tu|noi dung.*|ghi chu.*|don vi( tinh)?|dvt|chi tieu.*|thoi gian.*|danh muc.*|ten .*|"
    r"quy mo.*|dia (diem|phuong).*|co quan.*|chu dau tu.*|dien giai.*|ma( (so|hieu).*)?|ngay( thang.*)?|don gia.*"
).fullmatch
"""The words of a heading that stands over no others."""
YEAR = re.compile(r"(nam |kinh phi )*(19|20)\d\d").fullmatch
_PRICE = re.compile(r"(don )?gia\b|muc\b|.*\bchenh lech\b").match
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
_OUTCOME = re.compile(r"\b(uoc|uth|thuc hien|danh gia)\b").search
"""What only the year that runs has, the first of those in a plan."""
_YEARS = re.compile(r"\b(?:19|20)\d\d\b").findall
_MONEY = re.compile(r"kinh phi|von|du toan|ke hoach|so tien|nguon|phan ky|nam\b").search
_ONE_YEAR = re.compile(r"(19|20)\d\d\b(?!.*(19|20)\d\d)").search


def ways(rows: Sequence[Sequence[Piece]], columns: int, leaves: int) -> list[Way]:
    """Every way to put the rows of a header over each other that makes sense by the words, so many of the first cells
    reaching down; none where there are too many to try."""
    names = [[plain(piece.text) for piece in row] for row in rows]
    groups = sum(map(len, rows)) - columns
    tried = [
        [*_in_turn(upper, lower, groups)] or [*islice(_divisions(len(upper), len(lower), groups), MOST)]
        for upper, lower in pairwise(names)
    ]
    if max(map(len, tried)) == MOST or any(map(_must_open, names[-1])):
        return []
    levels = [
        [under for under in level if _makes_sense(under, upper, lower)]
        for level, (upper, lower) in zip(tried, pairwise(names), strict=True)
    ]
    levels[0] = [under for under in levels[0] if not any(under[:leaves])]
    if prod(map(len, levels)) > MOST:
        return []
    return [way for way in product(*levels) if sum(sum(map(bool, under)) for under in way) == groups]


def _in_turn(upper: Sequence[str], lower: Sequence[str], groups: int) -> Iterator[Under]:
    """The way to put lower cells that say the same again and again (*KH*, *TH*) under the upper ones that differ in
    nothing but numbers (*Năm 2021*, *Năm 2022*), where there are as many."""
    size, rest = divmod(len(lower), groups) if groups else (0, 0)
    kinds = [_NUMBER("", words) for words in upper]
    if rest == 0 and size > 1 and [*lower] == [*lower[:size]] * groups and len({*lower}) == size:
        yield from (
            tuple(size if kind == one else 0 for kind in kinds)
            for one, count in Counter(kinds).items()
            if count == groups > 1
        )


def _divisions(upper: int, lower: int, most: int) -> Iterator[Under]:
    """Every way to put the lower cells under at most so many of the upper ones, at least two under each."""
    for groups in range(1, min(upper, lower // 2, most) + 1):
        for parents in combinations(range(upper), groups):
            for cuts in combinations(range(2, lower - 1), groups - 1):
                sizes = [end - start for start, end in pairwise((0, *cuts, lower))]
                if min(sizes) >= 2:
                    under = dict(zip(parents, sizes, strict=True))
                    yield tuple(under.get(number, 0) for number in range(upper))


def _makes_sense(under: Under, upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether every group can be one by its words, and every cell that opens a group is a group."""
    children = iter(lower)
    groups = [tuple(islice(children, size)) for size in under]
    first = min((year for words in upper for year in _YEARS(words)), default="")
    for group, words in zip(groups, upper, strict=True):
        if not (_may_stand_over(words, group, again=groups.count(group) > 1) if group else not _must_open(words)):
            return False
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
    years = sum(bool(YEAR(child)) for child in group)
    single = SINGLE(words) and not (_PRICE(words) and _are_priced(group, again=again))
    if single or len(named) < len(group) or 0 < years < len(group) - is_total(group[0]):
        return False
    if years:
        return _spans(_YEARS(words), " ".join(group)) or bool(_MONEY(words) and not _ONE_YEAR(words))
    if any(map(_COMPARED, group)) or all(map(_QUOTIENT, group)):
        return bool(_COMPARES(words) or says_percent(words))
    return not (_STATE(words) and all(map(_STATE, group)))


def _are_priced(group: Sequence[str], *, again: bool) -> bool:
    """Whether a price may stand over cells: prices, or what others are paid for as well (*Vật liệu*, *Nhân công*)."""
    return all(map(_PRICE, group)) or (again and not any(map(_COUNTS, group)))


def _spans(ends: Sequence[str], group: str) -> bool:
    """Whether two years are the first and the last of those in a group: *giai đoạn 2026-2030*."""
    years = _YEARS(group)
    return len(ends) > 1 and [*ends] == [min(years, default=""), max(years, default="")]
