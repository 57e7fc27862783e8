"""What stands below a header says of its columns: which hold percentages, and which others a column is made of."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sxtdbv_cli.files.txt.cell import is_total
from sxtdbv_cli.files.txt.forms import is_numbering
from sxtdbv_cli.files.txt.sums import Way, lists_one, spans
from sxtdbv_cli.files.txt.tokens import Piece
from sxtdbv_cli.model.units import plain

says_percent = re.compile(r"%|\b(ty|ti) (le|trong)\b").search
"""Whether a heading in small letters without diacritics says that percentages stand below it."""
_DONE = re.compile(r"trong (thang|quy|ky)\b|luy ke\b").match
_PLANS = re.compile(r"\b(du toan|ke hoach|so sanh)\b").search
_LISTS = re.compile(r"trong do\b").match
_RULE = re.compile(r"\W*(\d{1,2})\W*=(.+)").fullmatch
_NUMBERS = re.compile(r"\d{1,2}").findall
_DIVIDES = re.compile(r"\d\W*[/:]\W*\d").search
"""A rule that makes a percentage: ``4=3/2``."""
_RUNS = re.compile(r"\.{2,}|…").search
"""What stands for all columns between two: ``3=4+...+7``."""


class ToldColumns(NamedTuple):
    """Columns that hold percentages, and each column that a rule of the row of numbers makes of others, with these."""

    shares: frozenset[int]
    rules: tuple[tuple[int, frozenset[int]], ...]


def told_columns(body: Sequence[Sequence[Piece]]) -> ToldColumns:
    """What rows of a length say of their columns."""
    labels = next(filter(is_numbering, body), ())
    texts = [
        [row[column].text for row in body if not row[column].blank] for column in range(len(body[0]) if body else 0)
    ]
    shares = {at for at, column in enumerate(texts) if any("%" in text for text in column)}
    at_number = {piece.text.strip("()[] "): column for column, piece in enumerate(labels)}
    at_number |= {match[1]: column for column, piece in enumerate(labels) if (match := _RULE(piece.text))}
    rules = []
    for column, piece in enumerate(labels):
        match = _RULE(piece.text)
        if match and _DIVIDES(match[2]):
            shares.add(column)
        elif match:
            named = [at_number[name] for name in _NUMBERS(match[2]) if name in at_number]
            every = range(min(named), max(named) + 1) if named and _RUNS(match[2]) else named
            rules.append((column, frozenset(every)))
    return ToldColumns(frozenset(shares), tuple(rules))


def against(way: Way, rows: Sequence[Sequence[Piece]], told: ToldColumns) -> int:
    """How much speaks against a way to divide a header: percentages under no heading that says so, a heading of
    percentages that begins over others; headings with the same words over more and less; cells that come again,
    otherwise grouped; a total amid its group."""
    over = spans(way, rows)
    cells = [
        (plain(piece.text), columns)
        for row, spread in zip(rows, over, strict=True)
        for piece, columns in zip(row, spread, strict=True)
    ]
    ratios = [columns for words, columns in cells if says_percent(words)]
    bare = told.shares.difference(*ratios) if ratios else ()
    false = sum(columns.start not in told.shares for columns in ratios) if told.shares else 0
    return len(bare) + false + _unlike(way, rows)


def contradicts(way: Way, rows: Sequence[Sequence[Piece]], told: ToldColumns) -> bool:
    """Whether rules of columns know of no such groups: one makes a column of some of its own group and of others, or
    of several of another group and more; or takes a part (*Trong đó: NSTW*) for what others are made of, or makes it
    of others."""
    over, rules = spans(way, rows) if told.rules else [], [*told.rules]
    for under, upper, lower, pieces in zip(way, over, over[1:], rows[1:], strict=False):
        groups = [columns for size, columns in zip(under, upper, strict=True) if size]
        parts = {columns.start for piece, columns in zip(pieces, lower, strict=True) if lists_one(plain(piece.text))}
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


def _unlike(way: Way, rows: Sequence[Sequence[Piece]]) -> int:
    """How many headings with the words of another of their row have more or fewer cells under them; how many groups
    have some words of another, but not the same, and how many a total amid them, or behind one; how many list (*Trong
    đó*) what stands in more than one column before them; how many are what was done (*Lũy kế*) below a plan."""
    found = 0
    for under, row, below in zip(way, rows, rows[1:], strict=False):
        first: dict[str, int] = {}
        children = iter(below)
        heads = [plain(piece.text) for piece in row]
        groups = [tuple(plain(next(children).text) for _ in range(size)) for size in under]
        for head, group, before in zip(heads, groups, [(), *groups[:-1]], strict=True):
            found += first.setdefault(head, len(group)) != len(group)
            found += any(map(is_total, group[1:-1])) or (len(group) == 2 and is_total(group[1]))
            found += bool(group and before and _LISTS(head))
            found += bool(_PLANS(head)) and any(map(_DONE, group))
        known = {tuple(words for words in group if not is_total(words)) for group in groups}
        found += sum(any({*one} & {*other} for other in known if other != one) for one in known)
    return found
