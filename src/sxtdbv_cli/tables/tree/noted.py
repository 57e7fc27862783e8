"""What columns beside the amounts say of each line: its share, its number, its unit, its group, its bold title, the
lines that it adds."""

from collections.abc import Sequence
from itertools import pairwise

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.columns.taken import Taken, Why, columns_of
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.view import View, is_figure
from sxtdbv_cli.tables.words.totals import named_by_total
from sxtdbv_cli.text.saying import Late, says

FEW = 2
"""So many terms are a sum."""
_SYMBOL = Late(r"[A-ZĐ][A-Z0-9_.]{0,7}").fullmatch
_symbols = says(r"k[yi] hieu", plain, around=" .:()")
_worked_out = says(r"cach (tinh|xac dinh)|cong thuc( tinh)?|dien giai( cach tinh)?", plain, around=" .:()")


def note_columns(view: View, taken: Sequence[Taken], entries: Sequence[Entry]) -> None:
    """Note on every entry what shows its level or says what its figures are."""
    _note_shares(view, taken, entries)
    _note_numbers(view, taken, entries)
    _note_units(view, taken, entries)
    _note_bold(view, taken, entries)
    columns = columns_of(taken)
    code = None if columns.levels or not _are_groups(entries) else columns.code
    _note_groups(view, columns.groups if code is None else (code,), entries)
    _note_sums(view, taken, entries)


def _note_shares(view: View, taken: Sequence[Taken], entries: Sequence[Entry]) -> None:
    """Note which lines a column of percentages speaks of."""
    shares = [column.head.column for column in taken if column.why == Why.RATIO]
    for entry in entries if shares else ():
        entry.shared = any(is_figure(view.at(entry.row, column)) for column in shares)


def _note_numbers(view: View, taken: Sequence[Taken], entries: Sequence[Entry]) -> None:
    """Note what a second column of codes calls each line."""
    column = next((column.head.column for column in taken if column.why == Why.SECOND and column.use is Use.SKIP), None)
    for entry in entries if column is not None else ():
        entry.number = view.text(entry.row, column or 0) or None


def _note_units(view: View, taken: Sequence[Taken], entries: Sequence[Entry]) -> None:
    """Note what the figures of each line are in (*triệu đồng*, *%*, *người*); beside a price it is what is counted."""
    column = next((column.head.column for column in taken if column.use is Use.UNIT), None)
    if column is not None and not any(other.use in (Use.QUANTITY, Use.PRICE) for other in taken):
        for entry in entries:
            entry.unit = plain(view.text(entry.row, column))


def _note_bold(view: View, taken: Sequence[Taken], entries: Sequence[Entry]) -> None:
    """Note which titles are in bold type, where no line has a number and none is indented."""
    columns = [column.head.column for column in taken if column.use is Use.TITLE]
    if any(entry.marks or entry.indent or entry.outline for entry in entries) or len(columns) != 1:
        return
    bold = view.grid.bold()
    for entry in entries if bold else ():
        entry.bold = (entry.row, columns[0]) in bold


def _are_groups(entries: Sequence[Entry]) -> bool:
    """Whether codes are those of groups: lines that have the same one stand together, and there are several."""
    codes = [entry.code for entry in entries if not entry.total]
    runs = sum(code != before for before, code in pairwise([None, *codes]))
    return None not in codes and 1 < runs == len({*codes}) < len(codes)


def _note_groups(view: View, columns: Sequence[int], entries: Sequence[Entry]) -> None:
    """Note what the columns of groups call each line, where there are totals; a label holds on below it, up to another
    in its column or in one to the left, but for a total that names nothing."""
    labels = [""] * len(columns)
    for entry in entries if columns and any(total.total for total in entries) else ():
        own = 0
        for level, column in enumerate(columns):
            text = view.text(entry.row, column)
            own = level + 1 if text else own
            if text and text != labels[level]:
                labels[level:] = [text] + [""] * (len(columns) - level - 1)
        entry.group = tuple(labels if not entry.total or named_by_total(entry.title) else labels[:own])


def _note_sums(view: View, taken: Sequence[Taken], entries: Sequence[Entry]) -> None:
    """Note the rows a line adds, as formulas would: a column gives the lines symbols (*Ký hiệu*: T, GT), and another
    says by these how each is worked out (*Cách tính*: T + GT), whatever else stands in it. A symbol that two lines have
    names none."""
    heads = [column.head for column in taken]
    symbols, how = (next((head.column for head in heads if says(head.text)), None) for says in (_symbols, _worked_out))
    if symbols is None or how is None:
        return
    called = by_key((_compact(view.text(entry.row, symbols)), entry.row) for entry in entries)
    for entry in entries:
        said = view.text(entry.row, how)
        terms = _compact(said).rpartition("=")[2].split("+")
        if len(terms) < FEW or not all(map(_SYMBOL, terms)) or entry.adds:
            continue
        rows = [own[0] for term in terms if len(own := called.get(term, [])) == 1]
        if len(rows) == len(terms):
            entry.adds = frozenset(rows) - {entry.row}
        if rows and entry.has_figures:
            entry.said_sum = said


def _compact(text: str) -> str:
    return "".join(text.split()).upper()
