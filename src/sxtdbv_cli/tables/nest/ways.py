"""Which ways of nesting a table shows."""

from collections.abc import Sequence

from sxtdbv_cli.model.choices import Parents
from sxtdbv_cli.tables.entries import STEP, Entry
from sxtdbv_cli.tables.nest import accounts, formulas, headings, indent, lengths, numbers, outline, shares
from sxtdbv_cli.tables.nest.way import Way

_STATED = {Parents.NUMBERING: numbers.WAYS, Parents.INDENT: indent.WAYS, Parents.OUTLINE: outline.WAYS}
_WEAK = (*accounts.WAYS, *lengths.WAYS, *shares.WAYS, *formulas.WAYS)


def ways(entries: Sequence[Entry], stated: Parents | None) -> list[Way]:
    """The ways to nest that a table shows, the likeliest first; those that the user states, where he does."""
    if stated is not None:
        return [*_STATED[stated]]
    by_name = headings.ended(entries)
    if by_name:
        return [*by_name, *_by_number_or_layout(entries), *headings.shown(entries)]
    found = [*_by_number_or_layout(entries), *lengths.shown(entries), *shares.shown(entries)]
    by_account = accounts.shown(entries)
    if by_account and not found and accounts.has_chapters(entries):
        return [*by_account, *headings.WAYS]
    found += by_account
    if found == [*indent.WAYS] and {entry.indent for entry in entries} == {0, 1}:
        return [*found, headings.FLAT]  # one blank may be a slip
    found = found or [*formulas.shown(entries)]
    if not found or found[0] in _WEAK:
        return [*headings.shown(entries), *found]
    return [*found, *headings.sections(entries)]


def _by_number_or_layout(entries: Sequence[Entry]) -> list[Way]:
    """By numbers, indentation and outline levels; indentation by whole columns is never by chance and comes first."""
    by_number = numbers.shown(entries)
    if max((entry.indent for entry in entries), default=0) >= STEP:
        return [*indent.WAYS, *by_number, *outline.shown(entries)]
    return [*by_number, *indent.shown(entries), *outline.shown(entries)]
