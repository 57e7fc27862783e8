"""Titles that stand once for several rows, merged over them or blank below the first: each row is a line, which another
column names (*Nguồn vốn*) or dates (*Năm*)."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.body.lines import Body, Row
from sxtdbv_cli.tables.columns.taken import Taken, columns_of
from sxtdbv_cli.tables.view import View, is_words, is_year
from sxtdbv_cli.tables.words.totals import is_total

NAMES = (Use.TITLE, Use.SCHEDULE, Use.NOTE, Use.SKIP)
"""The uses of a column that may name the rows of a title."""
SEVERAL = 3
"""So many titles, of several rows that are all named, do not leave their first rows without a name of their own."""


class SharedTitles(NamedTuple):
    """The column of titles that stand once for several rows, that of what names the rows, and the column of codes."""

    title: int
    name: int
    code: int | None


def shared_titles(view: View, taken: Sequence[Taken], rows: Sequence[Row]) -> SharedTitles | None:
    """The columns in which titles stand once for several rows; None where there are none such."""
    columns = columns_of(taken)
    names = [column.head.column for column in taken if column.use in NAMES]
    for title in (*columns.groups[-1:], *columns.titles[:1]):
        if all(view.at(row.row, title) for row in rows):
            continue  # each row has its own
        behind = (SharedTitles(title, name, columns.code) for name in names if title < name < columns.amounts[0])
        found = next((at for at in behind if _are_named(view, at, rows)), None)
        if found is not None and _is_shared(view, found, rows):
            return found
    return None


def _groups(view: View, at: SharedTitles, rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows of each title, one after the other."""
    group: list[Row] = []
    for row in rows:
        if group and _goes_on(view, at, row) and group[0].has_figures:
            group.append(row)
            continue
        if group:
            yield group
        group = [row]
    if group:
        yield group


def _goes_on(view: View, at: SharedTitles, row: Row) -> bool:
    """Whether a row has figures and a name, but neither a title nor a code of its own, and is no total."""
    blank = view.at(row.row, at.title) is None and (at.code is None or view.at(row.row, at.code) is None)
    name = view.text(row.row, at.name) if blank and row.has_figures else ""
    return bool(name) and not is_total(name)


def _are_named(view: View, at: SharedTitles, rows: Sequence[Row]) -> bool:
    """Whether some titles stand for several rows, and words or years name these apart, where no row was typed twice."""
    shared = [group for group in _groups(view, at, rows) if len(group) > 1]
    cells = [view.at(row.row, at.name) for group in shared for row in group]
    named = bool(shared) and all(cell is not None and (is_words(cell) or is_year(cell)) for cell in cells)
    apart = sum(len({view.text(row.row, at.name) for row in group}) == len(group) for group in shared)
    return named and 3 * apart >= 2 * len(shared)


def _is_shared(view: View, at: SharedTitles, rows: Sequence[Row]) -> bool:
    """Whether all rows without a title of their own share one, as merged cells, names that come again or several such
    titles say."""
    groups = [group for group in _groups(view, at, rows) if len(group) > 1]
    loose = sum(_goes_on(view, at, row) for row in rows) - sum(len(group) - 1 for group in groups)
    first, *others = [{view.text(row.row, at.name) for row in group} for group in groups]
    again = bool(others) and all(first & other for other in others)
    return not loose and (again or len(groups) >= SEVERAL or all(_is_merged(view, at, group) for group in groups))


def _is_merged(view: View, at: SharedTitles, group: Sequence[Row]) -> bool:
    span = view.merged.get((group[0].row, at.title))
    return span is not None and span.top == group[0].row and span.bottom == group[-1].row


def with_names(view: View, at: SharedTitles, body: Body) -> Body:
    """A body with each row named by its own name, the title in its note; the total of a title is called as that is."""
    rows = chain.from_iterable(_named(view, at, group) for group in _groups(view, at, body.rows))
    return body._replace(rows=[*rows], shared=at.title)


def _named(view: View, at: SharedTitles, group: Sequence[Row]) -> list[Row]:
    """Rows that share a title, each with a name of its own."""
    title, whole = view.text(group[0].row, at.title), is_total(view.text(group[0].row, at.name))
    found = []
    for row in group:
        name = view.text(row.row, at.name)
        if not name or not title:
            found.append(row)
        elif is_total(name):
            found.append(row._replace(title=title))
        else:
            shares = row is not group[0]
            found.append(row._replace(title=name, note=row.note or title, named=at.name, shares=shares, within=whole))
    return found
