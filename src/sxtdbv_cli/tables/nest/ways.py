"""Which ways of nesting a table shows: by numbers, headings, looks and codes; by what a workbook says beside its titles
(outline levels, sums of its formulas, shares of the whole); by sums alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from operator import gt

from sxtdbv_cli.model.choices import Parents
from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.tables.down import by_formula
from sxtdbv_cli.tables.entries import STEP, Entry, by_parent, digits_of
from sxtdbv_cli.tables.nest import codes, headings, looks, numbers
from sxtdbv_cli.tables.nest.headings import below
from sxtdbv_cli.tables.nest.results import by_results
from sxtdbv_cli.tables.nest.way import Nested, Way, stepped
from sxtdbv_cli.tables.numbering import Style
from sxtdbv_cli.tables.stated_rules import stated_rule
from sxtdbv_cli.tables.words.totals import names_rest
from sxtdbv_cli.text.language import Text

FEW, MANY = 2, 5
"""So many lines that are the sum of several others are no coincidence, where so many columns tell; nor is one that is
the sum of so many, and of all there are."""
DIGITS, TOLD, SURE = 8, 4, 16
"""So many digits that agree are none either; so many will do beside such; so many are none wherever they stand."""
LONGEST, SHORT = 1000, 200
"""A table of more lines shows its levels otherwise; each may add all that follow. One of so many may have a wrong
figure, or show nothing but sums."""
ODD = 2
"""So many sums have a figure: that of the lines below it, and that of those beside it."""
_above = stepped(lambda entry: entry.outline)


def _above_totals(entries: Sequence[Entry]) -> Nested:
    """Where the total stands below its lines, the next line of a lower level is the parent: the same read upwards."""
    last = len(entries) - 1
    upwards = _above(entries[::-1]).parents[::-1]
    return Nested([NOWHERE if parent == NOWHERE else last - parent for parent in upwards])


OUTLINE = (
    Way(Text("theo cấp nhóm dòng (tổng ở trên)", "by outline levels (totals above)"), _above),
    Way(Text("theo cấp nhóm dòng (tổng ở dưới)", "by outline levels (totals below)"), _above_totals),
)
FORMULAS = Way(
    Text("theo công thức cộng của các dòng", "by the sums that the formulas of the lines add"),
    lambda entries: Nested([*by_formula(entries)]),
)
_BY_SHARE = Text(
    "dòng có tỷ trọng là mục, các dòng sau chỉ liệt kê", "lines with a share are sections, those behind details"
)
SHARES = (Way(_BY_SHARE, lambda entries: below(entries, [entry.shared for entry in entries]), partial=True),)
_BY_SUMS = Text(
    "theo các tổng: mỗi dòng đúng bằng tổng của các dòng ngay sau nó, hoặc là một trong các dòng ấy",
    "by sums: each line is exactly the sum of those just behind it, or is one of these",
)
_INSIDE = Text(
    "dòng không có số tiền là mục của các dòng theo sau; trong mục, dòng bằng tổng của các dòng ngay sau nó đứng trên",
    "a line without figures heads those that follow; inside, so does a line that is the sum of those just behind it",
)
_STATED = {Parents.NUMBERING: numbers.WAYS, Parents.INDENT: looks.INDENTED, Parents.OUTLINE: OUTLINE}


def ways(entries: Sequence[Entry], stated: Parents | None) -> Iterator[Way]:
    """The ways to nest that a table shows, the likeliest first; those that the user states, where he does. Each is
    looked for only when those before it did not do."""
    if stated is not None:
        yield from _STATED[stated]
    elif by_name := headings.ended(entries):
        yield from (*by_name, *_by_number_or_layout(entries), *headings.shown(entries))
    elif shown := _by_number_or_layout(entries):
        yield from shown
        weak = [*codes.by_length(entries), *_shared(entries), *codes.by_account(entries)]
        yield from weak
        slip = not weak and shown == [*looks.INDENTED] and {entry.indent for entry in entries} == {0, 1}
        signs = {entry.marks[0].style for entry in entries if entry.marks} == {Style.PLUS}
        # one blank may be a slip, and a plus the sign of what is added, and no bullet
        yield from [headings.FLAT] if slip or signs else []
        if shown == [*looks.INDENTED] and not slip:
            yield from [headings.WITHIN_INDENTS] if any(entry.ends >= 0 for entry in entries) else []
            yield from headings.shown(entries)
        yield from by_results(entries)
    else:
        yield from _weak(entries)


def _weak(entries: Sequence[Entry]) -> Iterator[Way]:
    """The ways of a table that shows neither many numbers nor a layout: headings first."""
    yield from numbers.few(entries)
    yield from (*codes.prefixed(entries), *looks.labelled(entries), *looks.typed(entries), *codes.coded(entries))
    found = [*codes.by_length(entries), *_shared(entries)]
    yield from (*_by_sums(entries), *by_results(entries), *_inside(entries))
    yield from headings.shown(entries)
    adding = any(entry.adds for entry in entries)
    yield from (*found, *codes.by_account(entries)) or ([FORMULAS] if adding else [])


def _by_number_or_layout(entries: Sequence[Entry]) -> list[Way]:
    """By numbers, indentation and outline levels; indentation by whole columns is never by chance and comes first."""
    by_number = numbers.shown(entries)
    outlined = OUTLINE if any(entry.outline for entry in entries) else ()
    if max((entry.indent for entry in entries), default=0) >= STEP:
        return [*codes.by_index(entries), *looks.by_columns(entries), *by_number, *outlined]
    return [*by_number, *looks.indented(entries), *outlined]


def _shared(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way by shares, where some lines have a share of the whole, the first among them, and others have none."""
    if not entries or not entries[0].shared:
        return ()
    return SHARES if any(not entry.shared and not entry.listed for entry in entries) else ()


def _by_sums(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way by sums, where every line but those that say *of which* is in one, several columns tell, and nothing is
    what is left of others: no line is called so, no two sums end with the same title, and not all are of two. One sum
    will do, of many lines and no total, that the first line is in columns that differ. A last line of noughts may stand
    beside them. Where nothing comes out so, one column may have a wrong figure; or other lines stand beside sums that
    many digits of several columns tell."""
    lines = [line for line, entry in enumerate(entries) if not entry.listed]
    told = [entries[line] for line in lines if len(lines) <= LONGEST]
    if not told:
        return ()
    first = _summed(told, TOLD, 0)
    others = (_summed(told, *how) for how in ((FEW, 0), (TOLD, ODD)))
    ways = (_proved(entries, lines, parents) for parents in chain([first], others))
    return next(filter(None, ways), ()) or _proved(entries, lines, first, beside=True)


def _inside(entries: Sequence[Entry]) -> Sequence[Way]:
    """The way by headings without figures and, below each of them, by sums, where some line is one, and no nought
    behind those that it adds may be one of these."""
    parents = headings.HEADED.nest(entries).parents
    found = [*parents]
    for above, lines in by_parent(parents).items():
        short = above != NOWHERE and len(lines) <= SHORT
        own = [line for line in lines if entries[line].has_figures] if short else []
        for line, head in zip(own, _summed([entries[line] for line in own], 1, 0, 1), strict=True):
            found[line] = above if head == NOWHERE else own[head]
    noughts = (line for line, entry in enumerate(entries) if line and entry.has_figures and not any(entry.figures))
    if found == parents or any(found[line] == parents[line] != found[line - 1] for line in noughts):
        return ()
    return (Way(_INSIDE, lambda _: Nested(found), proved=True, exact=True),)


def _proved(
    entries: Sequence[Entry], lines: Sequence[int], parents: Sequence[int], *, beside: bool = False
) -> Sequence[Way]:
    """The way that puts lines below those that add them, where that is no coincidence; others may stand ``beside``."""
    below = by_parent(parents)
    tops = below.pop(NOWHERE, [])
    checked = tops[-1:] if tops and not any(entries[lines[tops[-1]]].figures) else []
    sums = [digits_of({*entries[lines[at]].figures}) for at, children in below.items() if len(children) > FEW]
    if beside and not (len(sums) == len(below) >= FEW and min(sums) >= SURE):
        return ()
    if not beside and any(top not in below for top in tops if top not in checked):
        return ()
    if not all(_is_plain(entries[line]) for at, line in enumerate(lines) if at not in checked):
        return ()
    ends = [entries[lines[children[-1]]].title for children in below.values()]
    results = len({*ends}) < len(ends) or max(map(len, below.values()), default=0) <= FEW
    told = [digits_of(entries[lines[at]].figures) for at, children in below.items() if len(children) >= FEW]
    several = len(told) >= FEW and sum(told) >= FEW * DIGITS
    first = entries[0].figures if len(below.get(0, ())) >= MANY and not any(one.opens for one in entries[1:]) else ()
    if (results and not _again(entries, lines, below)) or (not several and len({*filter(None, first)}) < FEW):
        return ()
    return (Way(_BY_SUMS, lambda entries: _placed(entries, lines, parents), proved=True),)


def _again(entries: Sequence[Entry], lines: Sequence[int], below: Mapping[int, Sequence[int]]) -> bool:
    """Whether the same lines come again behind every one of several: *Primary*, *Secondary*, each: *public*,
    *private*."""
    heads = {entries[lines[at]].title for at in below}
    parts = {tuple([entries[lines[child]].title for child in children]) for children in below.values()}
    return len(parts) == 1 and len(heads) == len(below) > FEW


def _placed(entries: Sequence[Entry], lines: Sequence[int], parents: Sequence[int]) -> Nested:
    """The parents of some of the lines, by their places among these; a partial listing belongs to the line before."""
    found = [NOWHERE] * len(entries)
    for line, parent in zip(lines, parents, strict=True):
        found[line] = NOWHERE if parent == NOWHERE else lines[parent]
    listed = {*range(len(entries))} - {*lines}
    last = NOWHERE
    for line in range(len(entries)):
        if line in listed:
            found[line] = last
        else:
            last = line
    return Nested(found)


def _summed(lines: Sequence[Entry], digits: int, odd: int, fewest: int = FEW) -> list[int]:
    """For each of some lines the one before it that adds it with the others up to there, by so many digits and columns;
    these may be sums in turn. Of two alike that no other adds the second is all of the first, beside a sum of several,
    if it is called otherwise and not just typed twice. So many may be ``odd`` in one column, the same."""
    figures = [line.figures for line in lines]
    parents = [NOWHERE] * len(figures)
    tops: list[int] = []
    rising = all(amount >= 0 for line in figures for amount in filter(None, line))
    columns: set[int] = set()
    for line in reversed(range(len(figures))):
        count = _added(figures[line], (figures[top] for top in reversed(tops)), (digits, fewest), rising=rising)
        if not count and odd and len(figures) <= SHORT:
            count, column = _nearly_added(figures[line], (figures[top] for top in reversed(tops)))
            columns |= {column} if count else set()
            odd -= bool(count)
        for top in tops[len(tops) - count :]:
            parents[top] = line
        tops[len(tops) - count :] = [line]
    for line, after in pairwise(reversed(tops)) if len(tops) < len(lines) else ():
        alike = any(figures[line]) and figures[line] == figures[after] and lines[line].title != lines[after].title
        if alike and not {line, after} & {*parents}:
            parents[after] = line
    return parents if len(columns) < FEW else [NOWHERE] * len(parents)


def _added(
    whole: Sequence[int | None], parts: Iterable[Sequence[int | None]], told: tuple[int, int], *, rising: bool
) -> int:
    """How many parts, two at least, are exactly what a whole states, in every column and ``told`` by so many digits and
    columns; 0 for none. Where no part is negative, no more are added than until a column is past the whole."""
    stated = [amount or 0 for amount in whole]
    if sum(map(bool, stated)) < told[1] or digits_of(stated) < told[0]:
        return 0
    added = [0] * len(stated)
    for count, part in enumerate(parts, 1):
        added = [total + (amount or 0) for total, amount in zip(added, part, strict=True)]
        if added == stated:
            return count if count >= FEW else 0
        if rising and any(map(gt, added, stated)):
            break
    return 0


def _nearly_added(whole: Sequence[int | None], parts: Iterable[Sequence[int | None]]) -> tuple[int, int]:
    """How many parts, two at least, are what a whole states in every column but one, by many digits of several others,
    and that column; 0 for none."""
    stated = [amount or 0 for amount in whole]
    added = [0] * len(stated)
    for count, part in enumerate(parts, 1):
        added = [total + (amount or 0) for total, amount in zip(added, part, strict=True)]
        right = [amount for amount, total in zip(stated, added, strict=True) if amount == total]
        if len(right) == len(stated) - 1 and sum(map(bool, right)) >= FEW <= count and digits_of(right) >= DIGITS:
            return count, next(at for at, total in enumerate(added) if total != stated[at])
    return 0, 0


def _is_plain(entry: Entry) -> bool:
    """Whether a line may be a part of a sum, or one: it states something, and is no balance or difference."""
    return entry.has_figures and not names_rest(entry.title) and stated_rule(entry) is None
