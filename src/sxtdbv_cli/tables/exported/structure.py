"""What an exported file says of its plan beside the table: particulars, unit, columns, errata."""

import datetime
import re
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import NamedTuple, TypeVar

from sxtdbv_cli.model import form
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.grid import Grid
from sxtdbv_cli.model.plan import Acceptance, Column, Document, Erratum, Lines, Plan, Source, Unit
from sxtdbv_cli.model.units import dong_scale
from sxtdbv_cli.tables.exported.cells import NO_FORM
from sxtdbv_cli.tables.faults import refuse
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.numbers import read_amount
from sxtdbv_cli.text.saying import Late

T = TypeVar("T")
FEWEST_FIELDS = 9
MOST_DECIMALS = 20
KINDS = ("number", "date", "issuer", "title", "complete", "source", "unit", "decimals", "column", "erratum", "accept")
KNOWN = Text("một trong: " + ", ".join(KINDS), "one of: " + ", ".join(KINDS))
NEWER = Text(
    "tệp xuất theo mẫu phiên bản {text}; bản sxtdbv này chỉ đọc được phiên bản {wanted}",
    "the file is in version {text} of the form; this sxtdbv reads version {wanted} only",
)
A_VALUE = Text("đúng như khi xuất", "what the export wrote")

_NO_LINES = Lines(parents=(), codes=(), titles=(), schedules=(), notes=(), roles=(), equals=(), amounts=())
_NUMBER = Late(r"[1-9][0-9]*(?:=-?[1-9][0-9]*(?:[-+][1-9][0-9]*)*)?").fullmatch


class _Entry(NamedTuple):
    """One row: where it is, what it is about, its fields."""

    row: int
    kind: str
    fields: list[str]


def structure_of(grid: Grid, first: int) -> tuple[Plan, tuple[str, ...]]:
    """The plan that the rows from the sign on tell of, without its lines, and what the table's own row calls its
    columns.

    Raises:
        Unreadable: a row is not as the export writes it.
    """
    version = _texts(grid, first)[1]
    if version != form.SIGN[1]:
        raise _refused(grid, first, NEWER, version, form.SIGN[1])
    entries = [
        _Entry(row, kind, fields)
        for row in range(first + 1, len(grid.rows))
        for kind, *fields in [_texts(grid, row)]
        if kind
    ]
    for entry in entries:
        if entry.kind not in KINDS:
            raise _refused(grid, entry.row, NO_FORM, entry.kind, KNOWN)
    return _structure(grid, first, entries)


def _structure(grid: Grid, first: int, entries: Sequence[_Entry]) -> tuple[Plan, tuple[str, ...]]:
    """The same of rows of known kinds."""

    def each(kind: str, read: Callable[[list[str]], T]) -> tuple[T, ...]:
        found = []
        for entry in entries:
            if entry.kind == kind:
                try:
                    found.append(read(entry.fields))
                except (ValueError, LookupError):
                    raise _refused(grid, entry.row, NO_FORM, " | ".join(filter(None, entry.fields)), A_VALUE) from None
        return tuple(found)

    def one(kind: str, read: Callable[[list[str]], T]) -> T | None:
        return next(iter(each(kind, read)), None)

    decimals = one("decimals", _decimals) or 0
    unit = one(
        "unit", lambda fields: Unit(name=fields[0], scale=(dong_scale(fields[0]) or 0) + decimals, decimals=decimals)
    )
    numbers = each("column", lambda fields: fields[0])
    columns = each("column", lambda fields: _column(fields, len(numbers)))
    if unit is None or not columns:
        raise _refused(grid, first, NO_FORM, form.SIGN[0], KNOWN)
    said = {kind: one(kind, itemgetter(0)) for kind in ("number", "issuer", "title", "complete", "source")}
    date = one("date", lambda fields: datetime.date.fromisoformat(fields[0]))
    plan = Plan(
        document=Document(number=said["number"], date=date, issuer=said["issuer"], title=said["title"]),
        source=Source(complete=said["complete"] != "false", note=said["source"]),
        unit=unit,
        columns=columns,
        declared=(),
        lines=_NO_LINES,
        errata=each("erratum", lambda fields: _erratum(fields, unit.scale)),
        accept=each("accept", _acceptance),
    )
    return plan, numbers


def _texts(grid: Grid, row: int) -> list[str]:
    """The texts of a row, filled up to the fields that a kind may have."""
    texts = ["" if cell is None else cell.text for cell in grid.rows[row]]
    return texts + [""] * (FEWEST_FIELDS - len(texts))


def _refused(grid: Grid, row: int, message: Text, text: str, wanted: Text | str) -> Unreadable:
    return Unreadable([refuse(message, grid.place(row, 0), text=text[:60], wanted=wanted)])


def _day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def _decimals(fields: list[str]) -> int:
    decimals = int(fields[0])
    if not 0 <= decimals <= MOST_DECIMALS:
        raise ValueError(decimals)
    return decimals


def _column(fields: list[str], count: int) -> Column:
    """A column: its number with its parts, key, title, year, stated rule."""
    number, key, title, year, equals = fields[:5]
    if not _NUMBER(number) or not key:
        raise ValueError(number)
    terms = re.findall(r"([-+]?)([0-9]+)", number.partition("=")[2])
    parts = [(sign, int(place) - 1) for sign, place in terms]
    if any(not 0 <= place < count for _, place in parts):
        raise ValueError(number)
    return Column(
        key=key,
        title=title or None,
        year=int(year) if year else None,
        plus=tuple(place for sign, place in parts if sign != "-"),
        minus=tuple(place for sign, place in parts if sign == "-"),
        equals=equals or None,
    )


def _erratum(fields: list[str], scale: int) -> Erratum:
    line, column, stated, correct, reason, by, date = fields[:7]
    return Erratum(
        line=line,
        column=column,
        stated=read_amount(stated, scale),
        correct=read_amount(correct, scale),
        reason=reason,
        by=by or None,
        date=_day(date),
    )


def _acceptance(fields: list[str]) -> Acceptance:
    rule, line, column, reason, by, until = fields[:6]
    names, figures = fields[6::2], fields[7::2]
    return Acceptance(
        rule=rule,
        line=line or None,
        column=column or None,
        amounts={name: int(figure) for name, figure in zip(names, figures, strict=False) if name},
        reason=reason,
        until=_day(until),
        by=by or None,
    )
