"""The way of nesting that fits a table best: its sums say so first, then words, then what is odd about it."""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import pairwise, product, takewhile

from sxtdbv_cli.model.choices import Parents
from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.tables.entries import Entry, weigh
from sxtdbv_cli.tables.nest.numbers import WAYS
from sxtdbv_cli.tables.nest.way import apart
from sxtdbv_cli.tables.nest.ways import ways
from sxtdbv_cli.tables.totals.exact import slipped
from sxtdbv_cli.tables.totals.names import is_named, is_part_named
from sxtdbv_cli.tables.tree.build import build
from sxtdbv_cli.tables.tree.counting import with_deductions, without_balances
from sxtdbv_cli.tables.tree.structure import Structure, give_totals
from sxtdbv_cli.tables.tree.summing import tell_ended, tell_terms, tell_totals
from sxtdbv_cli.tables.words.totals import named_by_total

LEFT_OVER = 3
"""So many sums a total counts that names its section, or that finds no place."""


def structure(entries: Sequence[Entry], openers: Collection[int], stated: Parents | None, step: int) -> Structure:
    """The tree that fits best; the first that all sums agree with is taken without looking further. A numbered total
    that fits nowhere in it is a line: *3 Tổng số được sử dụng*, behind *1* and *2* and before *4*.

    ``openers`` are the rows behind which a bare *trong đó* stands, ``stated`` the ways that the user asks for.
    """
    tell_ended(entries, step)
    tell_totals(entries)
    tell_terms(entries, step)
    without_balances(entries)
    best = _best(entries, openers, stated, step)
    astray = [total for total in best.outcome.unclear if total.is_numbered]
    for total in astray:
        total.total = False
    best = _best(entries, openers, stated, step) if astray else best
    give_totals(best)
    best = with_deductions(best)
    for entry, meant in best.outcome.misread:
        entry.code = meant
    return best


def _best(entries: Sequence[Entry], openers: Collection[int], stated: Parents | None, step: int) -> Structure:
    lines, totals = _divided(entries)
    _tell_ends(lines, totals)
    for total in totals:
        total.announces = total.row in openers
    opening = {index for index, entry in enumerate(lines) if entry.row in openers}
    found: list[Structure] = []
    for way in ways([lines[line] for line in apart(lines)], stated):
        one = build(way, lines, totals, opening, step)
        told = not way.proved or _is_proved(one)
        found += [one] * told
        give_totals(one, back=True)
        if told and one.tally.proves and not one.outcome.unclear and not _oddities(one):
            break
    best = max(found, key=_worth) if len(found) > 1 else found[0]
    return found[0] if _only_lifts(best, found[0]) else best


def _divided(entries: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """The lines and the totals of a table; where all call themselves totals, or several before any line, none of these
    is one; nor where all other lines have bullets, each below one of several."""
    first = [*takewhile(lambda entry: entry.total, entries)]
    heads = [entry for entry in entries if entry.total]
    bullets = all(entry.total is not entry.is_bullet for entry in entries) and entries[-1].is_bullet
    above = bullets and len(first) == 1 < len(heads) and not any(a.total and b.total for a, b in pairwise(entries))
    for entry in heads if above else first if len(first) > LEFT_OVER else ():
        entry.total = False
    lines = [entry for entry in entries if not entry.total]
    if lines:
        return lines, [entry for entry in entries if entry.total]
    for entry in entries:
        entry.total = False
    return [*entries], []


def _tell_ends(lines: Sequence[Entry], totals: Sequence[Entry]) -> None:
    """Tell the headings without figures that a total behind them names, the last one first; in full before in part."""
    heads = [entry for entry in lines if not entry.marked]
    rows = [entry.row for entry in heads]
    naming = [total for total in totals if named_by_total(total.title)] if heads else ()
    for names, total in product((is_named, is_part_named), naming):
        above = reversed(range(bisect_left(rows, total.row)))
        open_ = (heads[place] for place in above if heads[place].ends < 0)
        named = next((entry for entry in open_ if names(total.title, entry)), None)
        if named is not None:
            named.ends = total.row


def _only_lifts(found: Structure, first: Structure) -> bool:
    """Whether all that a layout does is to take numbered lines from below those that their numbers put them under, and
    no more sums come out by it: that those of the numbers fail proves nothing. *I*, indented as *A* before it."""
    if found.way in WAYS or first.way not in WAYS:
        return False
    above, below = _rows_above(found), _rows_above(first)
    moved = [one.is_numbered for one in found.entries if above[one.row] != below.get(one.row)]
    return bool(moved) and all(moved) and _held(found) <= _held(first)


def _rows_above(found: Structure) -> dict[int, int]:
    """The row of the line that each line stands below, by its own."""
    rows = [entry.row for entry in found.entries]
    return {row: rows[line] if line != NOWHERE else NOWHERE for row, line in zip(rows, found.parents, strict=True)}


def _held(found: Structure) -> set[int]:
    """The rows of the lines some of whose sums hold, with the totals that stand below them."""
    give_totals(found)
    held = {whole.row for whole, parts in found.sums if weigh(whole, parts, found.tally.step).holds}
    give_totals(found, back=True)
    return held


def _is_proved(found: Structure) -> bool:
    """Whether most sums of a structure hold, or half of them do and a slip of the hand explains each of the others; all
    where its way says so."""
    tally = found.tally
    if found.way.exact:
        heads = [line for line in found.children if line != NOWHERE and not found.entries[line].total]
        beside = {found.parents[line] for line in heads if found.entries[line].figures_row == found.entries[line].row}
        return tally.proves and not found.outcome.unclear and all(found.tally_of(line).proves for line in beside)
    return tally.convinces or (
        tally.holds == tally.fails > 0 and all(slipped(whole, parts, tally.step) for whole, parts in found.sums)
    )


def _worth(found: Structure) -> tuple[int, int]:
    """What speaks for a structure: its sums, and the totals that name the section they are given to; against it, the
    totals it has no place for, and siblings that are counted from one again. Between equals, what is odd about it
    decides."""
    named = sum(line.ends == total.row or is_named(total.title, line) for line, total in found.outcome.merged)
    words = LEFT_OVER * (named - len(found.outcome.unclear)) - _restarts(found)
    return found.tally.worth + words + found.author, -_oddities(found)


def _restarts(found: Structure) -> int:
    """How many lines are the first by their number, as siblings before them are."""
    firsts = 0
    for below in found.children.values():
        seen = [
            entry.marks[0]
            for line in below
            if (entry := found.entries[line]).is_numbered and entry.marks[0].ordinal == 1
        ]
        firsts += len(seen) - len({*seen})
    return firsts


def _oddities(found: Structure) -> int:
    """How many lines at the top head nothing, although others without figures do or the next line begins to count in
    another way, how many sections have their total in another way than the others, and whether one goes on behind the
    total of everything."""
    below, entries = found.children, found.entries
    alone = [line for line in below.get(NOWHERE, ()) if line not in below and not entries[line].marked]
    bare = sum(not entries[line].marks or _opens(found, line) for line in alone)
    merged = len(found.outcome.merged)
    adopted = sum(entry.total for entry in entries) if merged else 0
    heading = [entries[line] for line in below if line != NOWHERE]
    heads = sum(not entry.has_figures and not entry.marks for entry in heading)
    whole = found.outcome.declared
    through = whole is not None and any(
        entries[above].row < whole.row < entries[line].row
        for above, lines in below.items()
        for line in (lines if above != NOWHERE else ())
    )
    return bare * ((len(below) > 1) + heads) + min(merged, adopted) + through


def _opens(found: Structure, line: int) -> bool:
    """Whether the line behind one with a number begins to count in another way: *1.*, *(1)*."""
    own = {mark.style for mark in found.entries[line].marks}
    behind = [mark for entry in found.entries[line + 1 : line + 2] for mark in entry.marks if not mark.is_bullet]
    return any(mark.ordinal == 1 for mark in behind) and not own & {mark.style for mark in behind}
