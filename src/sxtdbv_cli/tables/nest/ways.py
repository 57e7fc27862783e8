"""Which ways of nesting a table shows."""

from collections.abc import Iterator, Sequence

from sxtdbv_cli.model.choices import Parents
from sxtdbv_cli.tables.entries import STEP, Entry
from sxtdbv_cli.tables.nest import codes, headings, looks, numbers, sums, workbook
from sxtdbv_cli.tables.nest.way import Way
from sxtdbv_cli.tables.numbering import Style

_STATED = {Parents.NUMBERING: numbers.WAYS, Parents.INDENT: looks.INDENTED, Parents.OUTLINE: workbook.OUTLINE}


def ways(entries: Sequence[Entry], stated: Parents | None) -> Iterator[Way]:
    """The ways to nest that a table shows, the likeliest first; those that the user states, where he does. Each is
    looked for only when those before it did not do."""
    if stated is not None:
        yield from _STATED[stated]
    elif by_name := headings.ended(entries):
        yield from (*by_name, *_by_number_or_layout(entries), *headings.shown(entries))
    elif shown := _by_number_or_layout(entries):
        yield from shown
        weak = [*codes.by_length(entries), *workbook.shared(entries), *codes.by_account(entries)]
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
    """The ways of a table that shows neither numbers nor a layout: headings first."""
    yield from (*looks.labelled(entries), *looks.typed(entries), *codes.coded(entries))
    found = [*codes.by_length(entries), *workbook.shared(entries)]
    yield from sums.shown(entries)
    yield from headings.shown(entries)
    yield from (*found, *codes.by_account(entries)) or workbook.summed(entries)


def _by_number_or_layout(entries: Sequence[Entry]) -> list[Way]:
    """By numbers, indentation and outline levels; indentation by whole columns is never by chance and comes first."""
    by_number = numbers.shown(entries)
    if max((entry.indent for entry in entries), default=0) >= STEP:
        return [*codes.by_index(entries), *looks.by_columns(entries), *by_number, *workbook.outlined(entries)]
    return [*by_number, *looks.indented(entries), *workbook.outlined(entries)]
