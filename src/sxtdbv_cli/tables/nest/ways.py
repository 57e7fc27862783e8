"""Which ways of nesting a table shows: by numbers, headings, looks and codes; by what a workbook says beside its titles
(outline levels, sums of its formulas, shares of the whole); by sums alone."""

from collections.abc import Iterator, Sequence

from sxtdbv_cli.model.choices import Parents
from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.tables.down import by_formula
from sxtdbv_cli.tables.entries import STEP, Entry, digits_of
from sxtdbv_cli.tables.nest import codes, headings, looks, numbers
from sxtdbv_cli.tables.nest.headings import below
from sxtdbv_cli.tables.nest.way import Nested, Way, stepped
from sxtdbv_cli.tables.numbering import Style
from sxtdbv_cli.tables.stated_rules import stated_rule
from sxtdbv_cli.tables.words.totals import names_rest
from sxtdbv_cli.text.language import Text

FEW = 2
"""So many lines that are the sum of several others are no coincidence, where so many columns tell."""
DIGITS, TOLD = 8, 4
"""So many digits that agree are none either; so many will do beside such."""
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
    else:
        yield from _weak(entries)


def _weak(entries: Sequence[Entry]) -> Iterator[Way]:
    """The ways of a table that shows neither many numbers nor a layout: headings first."""
    yield from numbers.few(entries)
    yield from (*looks.labelled(entries), *looks.typed(entries), *codes.coded(entries))
    found = [*codes.by_length(entries), *_shared(entries)]
    yield from _by_sums(entries)
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
    what is left of others: no line is called so, no two sums end with the same title, and not all are of two."""
    lines = [line for line, entry in enumerate(entries) if not entry.listed]
    figures = [entries[line].figures for line in lines]
    heads, at, several, ends = [False] * len(entries), 0, 0, []
    while at < len(lines):
        count = _added(figures[at:])
        if not count or not all(_is_plain(entries[line]) for line in lines[at : at + count + 1]):
            return ()
        heads[lines[at]] = True
        several += count >= FEW and digits_of(figures[at]) >= DIGITS
        at += count + 1
        ends.append((entries[lines[at - 1]].title, count))
    results = len({title for title, _ in ends}) < len(ends) or max([count for _, count in ends], default=0) <= FEW
    return (
        (Way(_BY_SUMS, lambda entries: below(entries, heads), proved=True),) if several >= FEW and not results else ()
    )


def _added(figures: Sequence[tuple[int | None, ...]]) -> int:
    """How many lines behind the first are exactly what it states, in every column and by many digits; 0 for none."""
    whole = [amount or 0 for amount in figures[0]]
    if sum(map(bool, whole)) < FEW or digits_of(whole) < TOLD:
        return 0
    added = [0] * len(whole)
    for count, part in enumerate(figures[1:], 1):
        added = [total + (amount or 0) for total, amount in zip(added, part, strict=True)]
        if added == whole:
            return count
    return 0


def _is_plain(entry: Entry) -> bool:
    """Whether a line may be a part of a sum, or one: it states something, and is no balance or difference."""
    return entry.has_figures and not names_rest(entry.title) and stated_rule(entry) is None
