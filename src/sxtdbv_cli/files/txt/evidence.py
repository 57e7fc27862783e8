"""What stands below a header says which of its cells stand over which: percentages and words stand under no heading of
amounts, totals are sums and products come out, and the rules of the row that numbers the columns know of its groups."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, combinations, pairwise

from sxtdbv_cli.files.txt.cell import holds_words, is_amount, is_total
from sxtdbv_cli.files.txt.divided import SINGLE, YEAR
from sxtdbv_cli.files.txt.forms import is_numbering
from sxtdbv_cli.files.txt.sums import LEAST, amounts_in
from sxtdbv_cli.files.txt.tokens import Piece
from sxtdbv_cli.files.txt.tree import Head, Levels, lists_one, opens_parts, says_percent

Body = Sequence[Sequence[Piece]]
Rule = tuple[int, frozenset[int]]
"""A column, and those that a rule of the row of numbers makes it of."""
Amounts = Sequence[int | None]
"""Those of a row, in thousandths."""
_COUNTED = re.compile(r"quy mo.*|chi tieu.*|don gia.*").match
_LARGE = re.compile(r"\d{1,3}(?:(?:\.\d{3}){2,}|(?:,\d{3}){2,})").fullmatch
"""A figure that no percentage is."""
_SUM = re.compile(r"tong|thanh tien|so tien|kinh phi|gia tri").match
_DONE = re.compile(r"trong (thang|quy|ky)\b|luy ke\b").match
_PLANS = re.compile(r"\b(du toan|ke hoach|so sanh)\b").search
_RULE = re.compile(r"\W*(\d{1,2})\W*=(.+)").fullmatch
_NUMBERS = re.compile(r"\d{1,2}").findall
_DIVIDES = re.compile(r"\d\W*[/:]\W*\d").search
"""A rule that makes a percentage: ``4=3/2``."""
_RUNS = re.compile(r"\.{2,}|…").search
"""What stands for all columns between two: ``3=4+...+7``."""
_ONE = 1000
"""In the thousandths that figures are in."""


def suits(levels: Levels, body: Body) -> bool:
    """Whether no heading of texts stands over amounts, none of years or of a total over words, and none of percentages
    over large figures."""
    return all(_suits(head, body) for row in levels for head in row)


def _suits(head: Head, body: Body) -> bool:
    if says_percent(head.words) and any(_LARGE(row[at].text.strip("* ")) for row in body for at in head.columns):
        return False
    cells = [row[head.columns.start].text for row in body if not head.under]
    if SINGLE(head.words) and not _COUNTED(head.words) and any(map(is_amount, cells)):
        return False
    return not (YEAR(head.words) or is_total(head.piece.text)) or not any(map(holds_words, cells))


def rules_of(body: Body) -> tuple[frozenset[int], list[Rule]]:
    """The columns that hold percentages, and the rules of the row that numbers the columns."""
    labels = next(filter(is_numbering, body), ())
    shares = {at for row in body for at, piece in enumerate(row) if "%" in piece.text}
    found = {column: match for column, piece in enumerate(labels) if (match := _RULE(piece.text))}
    at_number = {piece.text.strip("()[] "): column for column, piece in enumerate(labels)}
    at_number |= {match[1]: column for column, match in found.items()}
    rules = []
    for column, match in found.items():
        if _DIVIDES(match[2]):
            shares.add(column)
            continue
        named = [at_number[name] for name in _NUMBERS(match[2]) if name in at_number]
        every = range(min(named), max(named) + 1) if named and _RUNS(match[2]) else named
        rules.append((column, frozenset(every)))
    return frozenset(shares), rules


def contradicts(levels: Levels, rules: Sequence[Rule]) -> bool:
    """Whether rules of columns know of no such groups: one makes a column of some of its own group and of others, or
    of several of another group and more; or takes a part (*Trong đó: NSTW*) for what others are made of, or makes it
    of others."""
    rules = [*rules]
    for upper, lower in pairwise(levels if rules else ()):
        groups = [head.columns for head in upper if head.under]
        parts = {head.columns.start for head in lower if lists_one(head.words)}
        for whole, terms in [*rules]:
            group = next((columns for columns in groups if whole in columns), range(0))
            within = [len(terms.intersection(columns)) for columns in groups if columns != group]
            cut = 0 < len(terms.intersection(group)) < len(terms) or any(1 < count < len(terms) for count in within)
            beside = whole in parts and not terms <= {*group}
            if cut or beside or any(part in terms and part not in group for part in parts):
                return True
            if terms and terms <= {*group}:
                rules.remove((whole, terms))  # of a group, whatever groups are in that
    return False


def against(levels: Levels, shares: frozenset[int]) -> int:
    """How much speaks against a way to divide a header: percentages under no heading that says so, a heading of
    percentages that begins over others; and what its words say."""
    ratios = [head.columns for row in levels for head in row if says_percent(head.words)]
    bare = shares.difference(*ratios) if ratios else ()
    false = sum(columns.start not in shares for columns in ratios) if shares else 0
    return len(bare) + false + sum(map(_unlike, levels[:-1]))


def _unlike(row: Sequence[Head]) -> int:
    """How many headings with the words of another of their row have more or fewer cells under them; how many groups
    have some words of another, but not the same, and how many a total amid them, or behind one; how many are what was
    done (*Lũy kế*) below a plan."""
    found = 0
    first: dict[str, int] = {}
    for head in row:
        group = [child.words for child in head.under]
        found += first.setdefault(head.words, len(group)) != len(group)
        found += any(map(is_total, group[1:-1])) or (len(group) == 2 and is_total(group[1]))
        found += bool(_PLANS(head.words)) and any(map(_DONE, group))
    known = {tuple(child.words for child in head.under if not is_total(child.words)) for head in row}
    return found + sum(any({*one} & {*other} for other in known if other != one) for one in known)


def proven(ways: Sequence[Levels], body: Body) -> list[Levels]:
    """The ways in which every total at either end of a group is the sum of the columns beside it on most lines; of
    several those in which one of the first row is the sum of all behind it. Without such a total, those in which
    another of the first row (*Tổng kinh phí*) is the sum of a group beside it, or a column times each of a group is the
    like one of a group behind it."""
    lines = amounts_in(body)

    def holds(total: int, parts: Sequence[int]) -> bool:
        return _mostly(lines, lambda line: _adds_up(line, total, parts))

    found = [way for way in ways if (totals := [*totals_of(way)]) and all(holds(*total) for total in totals)]
    found = [way for way in found if any(holds(*total) for total in _of_all(way))] or found
    found = found or [way for way in ways if any(holds(*total) for total in _of_group(way[0]))]
    return found or [way for way in ways if any(_multiplies(*three, lines) for three in _factors(way[0]))]


def totals_of(levels: Levels) -> Iterator[tuple[int, range]]:
    """The column of each total that is the first or the last cell of a group, and the columns of the rest of it."""
    for head in chain.from_iterable(levels):
        if head.under:
            first, second, last = head.under[0], head.under[1], head.under[-1]
            if _sums_up(first) and not first.under and not lists_one(second.words):
                yield head.columns[0], head.columns[1:]
            if _sums_up(last) and not last.under:
                yield head.columns[-1], head.columns[:-1]


def _of_all(levels: Levels) -> Iterator[tuple[int, list[int]]]:
    """The column of each total of the first row, and those behind it that no total of a group covers."""
    covered = {column for _, parts in totals_of(levels) for column in parts}
    for at, head in enumerate(levels[0], 1):
        if not head.under and _sums_up(head):
            yield head.columns.start, [at for other in levels[0][at:] for at in other.columns if at not in covered]


def _of_group(row: Sequence[Head]) -> Iterator[tuple[int, range]]:
    """The column of each cell of the first row that calls itself a total, or whose parts a heading beside it lists, and
    those of each group beside it."""
    for one, other in chain(pairwise(row), pairwise(row[::-1])):
        if not one.under and other.under and (_SUM(one.words) or opens_parts(other.words)):
            yield one.columns.start, other.columns


def _factors(row: Sequence[Head]) -> Iterator[tuple[int, range, range]]:
    """The column of each cell of the first row that reaches down, and those of two groups of as many cells behind it:
    *Khối lượng*, *Đơn giá* (*Vật liệu*, *Nhân công*), *Thành tiền* (the same)."""
    for at, head in enumerate(row):
        groups = [other.columns for other in row[at:] if other.under]
        yield from (
            (head.columns.start, price, amount)
            for price, amount in combinations(groups, 2)
            if not head.under and len(price) == len(amount)
        )


def _sums_up(head: Head) -> bool:
    """Whether a heading is that of a sum; *Cộng Có TK 334* is, *Công tác phí* is not."""
    text = head.piece.text
    return is_total(text) or head.words.startswith("luy ke") or text.strip("*_ ").lower().startswith("cộng ")


def _adds_up(line: Amounts, total: int, parts: Sequence[int]) -> Iterator[bool]:
    values = [value for part in parts if (value := line[part]) is not None]
    if (whole := line[total]) is not None and values:
        yield whole == sum(values)


def _multiplies(quantity: int, price: range, amount: range, lines: Sequence[Amounts]) -> bool:
    """Whether the products come out on most lines, to half a unit."""

    def held(line: Amounts) -> Iterator[bool]:
        for own, other in zip(price, amount, strict=True):
            if (one := line[quantity]) and (each := line[own]) and (whole := line[other]):
                yield 2 * abs(one * each - _ONE * whole) <= _ONE * _ONE

    return _mostly(lines, held)


def _mostly(lines: Sequence[Amounts], told: Callable[[Amounts], Iterator[bool]]) -> bool:
    """Whether something holds where it can be tried: several times, and more often than not."""
    held = [one for line in lines for one in told(line)]
    return sum(held) >= LEAST and 2 * sum(held) > len(held)
