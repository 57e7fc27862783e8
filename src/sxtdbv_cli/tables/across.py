"""Which columns add up: by the row that numbers them (``3=1+2``), by formulas, by the words of their headings.

A rule is taken only where most of the rows it can be weighed on agree with it; what is stated and fails is told.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sxtdbv_cli.model.plan import Amount
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.columns import Head
from sxtdbv_cli.tables.entries import Entry, Tally
from sxtdbv_cli.tables.words import is_grand, is_of_which, is_total, years_in

_TERM = re.compile(r"([+-]?)\s*\(?\s*([A-ZĐa-z]|\d{1,2}[a-z]?)\s*\)?")
_DOTS = re.compile(r"\+\s*(?:\.{2,}|…)\s*\+")
_DIFFERENCE = re.compile(
    r"chenh lech|con lai|tang.{0,4}giam|variance|difference|remaining|balance|over.{0,4}under|surplus"
).search
_QUARTER = re.compile(
    r"q\.?\s?[1-4]|quy ([1-4]|i{1,3}|iv)|(1st|2nd|3rd|4th|first|second|third|fourth) quarter"
).fullmatch
_CELL = re.compile(r"([+\-]?)\$?([A-Z]{1,3})\$?(\d{1,7})")
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")
_SUM = re.compile(r"=\s*\+?\s*(?:SUM|SUBTOTAL)\(\s*(?:9\s*,)?([^()]*)\)\s*$", re.IGNORECASE).match
_TERMS = re.compile(r"=\s*[+\-]?\s*\$?[A-Z]{1,3}\$?\d+(?:\s*[+\-]\s*\$?[A-Z]{1,3}\$?\d+)+\s*$").match
FEW = 2


class Rule(NamedTuple):
    """One column is the sum of others, less others; positions among the columns of amounts. ``said`` is the rule in
    the words of the table, empty where the headings alone say it; ``meant`` what hardly more than a
    heading suggests, such as a difference called *Variance*: every line must agree. ``dated``: a total of the years."""

    whole: int
    plus: tuple[int, ...]
    minus: tuple[int, ...] = ()
    said: str = ""
    meant: bool = False
    dated: bool = False


class Across(NamedTuple):
    """The rules that hold, those that are stated but do not (or cannot be weighed), those that are meant by a heading
    but fail on some lines, and the totals that are the sum of nothing. ``also`` are rules that are stated of a column
    that has one already: it keeps that one, and the lines that do not agree with the other are told."""

    rules: list[Rule]
    refuted: list[Rule]
    partly: list[Rule]
    unexplained: list[int]
    also: list[Rule]


def find_rules(heads: Sequence[Head], entries: Sequence[Entry], formulas: Sequence[Sequence[str]], step: int) -> Across:
    """The rules of the columns of amounts. ``formulas`` has those of each column of amounts, as stored."""
    found = Across([], [], [], [], [])

    @cache
    def weigh(rule: Rule) -> Tally:  # only as far as one is taken: each goes through all the lines
        return weigh_rule(rule, entries, step)

    for column in range(len(heads)):
        candidates = [*labelled(heads, column), *_by_formula(heads, formulas, column), *_by_heading(heads, column)]
        rules = [rule for rule in candidates if not _circular(rule, found.rules)]
        if (rule := next((rule for rule in rules if _is_taken(rule, weigh(rule), entries)), None)) is not None:
            found.rules.append(rule)
            found.also.extend([other for other in labelled(heads, column) if other[1:3] != rule[1:3]])
        elif mostly := [rule for rule in rules if rule.meant and rule.said and weigh(rule).convinces]:
            found.partly.append(mostly[0])
        elif said := [rule for rule in candidates if rule.said and not rule.meant]:
            found.refuted.append(said[0])
        elif any(weigh(rule).fails for rule in rules) and is_grand(heads[column].parts[-1]):
            found.unexplained.append(column)
    return found


def _is_taken(rule: Rule, tally: Tally, entries: Sequence[Entry]) -> bool:
    """Whether most rows agree with a rule; a stated one that no row speaks against will do. Of one that nothing states
    most of the rows must agree that really add something up."""
    if not tally.fails and (tally.holds or (rule.said and not rule.meant)):
        return True
    if rule.dated and tally.holds >= max(tally.fails, 1):
        return True  # a total beside years is theirs, in a table of two lines with one mistake, too
    return tally.convinces and not rule.meant and (bool(rule.said) or _tells(rule, entries, tally.step))


def _tells(rule: Rule, entries: Sequence[Entry], step: int) -> bool:
    """Whether most of the rows agree with a rule that have two terms or more: with one, a column equals another."""
    adding = [entry for entry in entries if sum(map(bool, _stated(entry.figures, (*rule.plus, *rule.minus)))) > 1]
    return weigh_rule(rule, adding, step).convinces


def weigh_rule(rule: Rule, entries: Sequence[Entry], step: int) -> Tally:
    """How a rule comes out over the lines."""
    tally = Tally(step)
    for entry in entries:
        agrees = holds_on(rule, entry, tally)
        tally.holds += agrees is True
        tally.fails += agrees is False
    return tally


def holds_on(rule: Rule, entry: Entry, tally: Tally) -> bool | None:
    """Whether one line agrees with a rule; None where it has no figures on both sides, or only noughts."""
    figures = entry.figures
    stated = figures[rule.whole]
    if stated is None:
        return None
    plus = _stated(figures, rule.plus)
    minus = _stated(figures, rule.minus) if rule.minus else ()
    if not (plus or minus) or (stated == 0 and not any(plus) and not any(minus)):
        return None
    return tally.agrees(stated - sum(plus) + sum(minus), len(plus) + len(minus) + 1)


def _stated(figures: Sequence[Amount], columns: Sequence[int]) -> list[int]:
    return [amount for column in columns if (amount := figures[column]) is not None]


def _circular(rule: Rule, taken: Sequence[Rule]) -> bool:
    """Whether a rule says again, or the other way round, what the rules before it say."""
    by_whole = {other.whole: other for other in taken}
    waiting, seen = [*rule.plus, *rule.minus], set()
    while waiting:
        column = waiting.pop()
        if column == rule.whole:
            return True
        if column in by_whole and column not in seen:
            seen.add(column)
            waiting += [*by_whole[column].plus, *by_whole[column].minus]
    return False


def labelled(heads: Sequence[Head], column: int) -> list[Rule]:
    """The rules that the number of a column states: ``3=1+2``, ``(6)=(4)-(5)``, ``1=2+...+5``, ``1=2+3=4+5``."""
    _, *sides = heads[column].label.split("=")
    names = [head.label.partition("=")[0].strip("() ") for head in heads]
    return [
        rule for terms in sides for rule in _label_terms(names, column, terms.replace(" ", ""), heads[column].label)
    ]


def _label_terms(names: Sequence[str], column: int, terms: str, label: str) -> list[Rule]:
    """The rule of one side of a label; none where it names what is no column of amounts."""
    terms = _DOTS.sub("..", terms)
    if ".." in terms:
        first, _, last = terms.partition("..")
        return _run(names, column, first.strip("()+"), last.strip("()+"), label)
    pieces = _TERM.findall(terms)
    if not pieces or "".join(sign + name for sign, name in pieces) != re.sub(r"[()]", "", terms):
        return []
    if any(name not in names for _, name in pieces):
        return []
    plus = tuple(names.index(name) for sign, name in pieces if sign != "-")
    minus = tuple(names.index(name) for sign, name in pieces if sign == "-")
    return [Rule(column, plus, minus, label)] if plus and column not in plus + minus else []


def _run(names: Sequence[str], column: int, first: str, last: str, label: str) -> list[Rule]:
    if first not in names or last not in names:
        return []
    start, end = names.index(first), names.index(last)
    parts = tuple(position for position in range(start, end + 1) if position != column)
    return [Rule(column, parts, (), label)] if len(parts) > 1 else []


def _by_formula(heads: Sequence[Head], formulas: Sequence[Sequence[str]], column: int) -> list[Rule]:
    """The rule that most formulas of a column state for their own row."""
    seen: Counter[tuple[tuple[int, ...], tuple[int, ...]]] = Counter()
    position = {_letters(head.column): index for index, head in enumerate(heads)}
    for formula in formulas[column][:500]:
        if terms := _row_terms(formula, position):
            seen[terms] += 1
    if not seen:
        return []
    (plus, minus), count = seen.most_common(1)[0]
    if count < FEW or column in plus + minus:
        return []
    return [Rule(column, plus, minus, "=")]


def _row_terms(formula: str, position: dict[str, int]) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """The columns that a formula adds and takes away within one row; None if it is no such sum."""
    text = formula.replace("$", "").upper().replace(" ", "")
    if match := _SUM(text):
        plus: list[int] = []
        rows = set()
        for piece in re.split("[,;]", match[1]):
            if span := _RANGE.fullmatch(piece):
                first, top, last, bottom = span.groups()
                rows |= {top, bottom}
                plus += [index for name, index in position.items() if _number(first) <= _number(name) <= _number(last)]
            elif cell := _CELL.fullmatch(piece):
                rows.add(cell[3])
                plus += [position[cell[2]]] if cell[2] in position else []
        return (tuple(plus), ()) if len(rows) == 1 and len(plus) > 1 else None
    if _TERMS(text):
        cells = _CELL.findall(text)
        if len({row for _, _, row in cells}) != 1 or any(name not in position for _, name, _ in cells):
            return None
        return (
            tuple(position[name] for sign, name, _ in cells if sign != "-"),
            tuple(position[name] for sign, name, _ in cells if sign == "-"),
        )
    return None


def _by_heading(heads: Sequence[Head], column: int) -> list[Rule]:
    """The sums that headings suggest: a total of its group, of the columns behind it, of those before it, of the
    years; a difference of the two columns before it."""
    head = heads[column]
    if not head.parts:
        return []
    found = []
    if is_total(head.parts[-1]) or (len(head.parts) > 1 and is_total(head.parts[0])):
        group = head.parts[:-1]
        if group:
            found.append(
                tuple(i for i, other in enumerate(heads) if other.parts[: len(group)] == group and i != column)
            )
        later, earlier = range(column + 1, len(heads)), range(column)
        years = tuple(i for i, other in enumerate(heads) if len(years_in(other.text)) == 1 and i != column)
        named = tuple(i for i in later if not any(is_of_which(part) for part in heads[i].parts))
        found += [years, tuple(later), named, *_runs(heads, later, 1), tuple(earlier), *_runs(heads, earlier, -1)]
    found.append(_of_which(heads, column))
    quarters = [i for i, other in enumerate(heads) if _QUARTER(plain(other.parts[-1] if other.parts else ""))]
    if column in quarters:
        before = [i for i in quarters if i < column]
        found.append(tuple(range(before[-1] + 1 if before else 0, column)))
    elif found:
        found.append(tuple(quarters))
    rules = [Rule(column, parts, dated=_dated(heads, parts)) for parts in dict.fromkeys(found) if len(parts) > 1]
    if rules:
        rules += [Rule(column, parts, meant=True) for parts in _beside(column, len(heads)) if parts not in found]
    if _DIFFERENCE(plain(head.text)) and column >= FEW:
        pairs = [(column - 2, column - 1), (column - 1, column - 2), (0, column - 1)]
        rules += [Rule(column, (plus,), (minus,), "=", meant=True) for plus, minus in pairs if plus != minus]
    return rules


def _dated(heads: Sequence[Head], columns: Sequence[int]) -> bool:
    """Whether columns are years, each another."""
    years = [years_in(heads[column].text) for column in columns]
    return all(len(year) == 1 for year in years) and len({year[0] for year in years}) == len(years)


def _beside(column: int, count: int) -> list[tuple[int, ...]]:
    """The columns right before a total, or right behind it, as many as may add up to it."""
    before = [tuple(range(first, column)) for first in range(column - FEW, -1, -1)]
    return before + [tuple(range(column + 1, last)) for last in range(column + FEW + 1, count + 1)]


def _of_which(heads: Sequence[Head], column: int) -> tuple[int, ...]:
    """The columns of a group called *trong đó* that stands right behind a column."""

    def group(index: int) -> tuple[str, ...]:
        parts = heads[index].parts if index < len(heads) else ()
        at = next((depth for depth, part in enumerate(parts) if is_of_which(part)), None)
        return parts[: at + 1] if at is not None else ()

    wanted = group(column + 1)
    return tuple(i for i in range(column + 1, len(heads)) if wanted and group(i) == wanted)


def _runs(heads: Sequence[Head], columns: range, step: int) -> list[tuple[int, ...]]:
    """The columns of a side that head groups (totals themselves), and those up to the next total."""
    order = list(columns)[::step]
    totals = [index for index, other in enumerate(order) if heads[other].parts and is_total(heads[other].parts[-1])]
    groups = tuple(sorted(order[index] for index in totals))
    upto = tuple(sorted(order[: totals[0]])) if totals else ()
    return [groups, upto]


def _letters(column: int) -> str:
    from sxtdbv_cli.model.place import column_letters

    return column_letters(column + 1)


def _number(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - ord("A") + 1
    return value
