"""A plan: its particulars, its columns, its lines and their amounts, as one frozen table.

The lines stand in the order of the file, parents before children, as columns of equal length (codes, titles,
parents, ...) rather than one object a line: a plan of 100 000 lines is then validated in milliseconds, and a
rule is a loop over lists.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import ClassVar, Self

from sxtdbv_cli.model.place import Address
from sxtdbv_cli.text.numbers import Digits

Dong = int
"""An exact amount: a whole number of the plan's smallest step (đồng, unless the unit has its own decimals)."""

Amount = Dong | None
"""A stated amount, or None where the cell is blank. Blank is never zero."""

Cell = int
"""One line x one column, as a position in ``Plan.cells``: ``column * (len(lines) + 1) + line``.

The position after the last line of each column is its declared total.
"""

DECLARED = "declared"
"""The path by which people name the declared totals."""

NOWHERE = -1
"""The parent of a line that stands at the top of the table."""


class Role(StrEnum):
    """How a child line counts in its parent."""

    __hash__ = str.__hash__  # that of Enum is a function in Python, and takes ten times as long

    PART = "part"
    OF_WHICH = "of-which"
    DEDUCTION = "deduction"
    MEMO = "memo"


class Frozen:
    """Immutable data that pydantic can hold to its types, strictly: see ``validated``.

    Plain dataclasses, for importing pydantic's own models and making nine of them takes half as long as all that
    ``sxtdbv check`` imports besides; a reader that has checked every value itself, with its place, need not wait for
    them.
    """

    __pydantic_config__: ClassVar = {"strict": True, "extra": "forbid", "revalidate_instances": "always"}


@dataclass(frozen=True, kw_only=True)
class Document(Frozen):
    """What identifies the document; a draft may lack any of it."""

    number: str | None = None
    date: datetime.date | None = None
    issuer: str | None = None
    title: str | None = None


@dataclass(frozen=True, kw_only=True)
class Source(Frozen):
    """Where the figures come from, and whether all of the table was there to read."""

    complete: bool = True
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Unit(Frozen):
    """The unit the amounts are written in.

    ``scale`` is the number of decimals of the notation (6 for triệu đồng: its smallest step is one đồng);
    ``decimals`` is how many of them are shown to people (0 for the đồng family, 2 for a currency with cents).
    ``precision`` is the step the figures were rounded to, in smallest steps: 1 where they are exact, and for a
    table in nghìn, triệu or tỷ đồng the value of the last digit that its figures show.
    """

    name: str = "đồng"
    scale: int = 0
    decimals: int = 0
    precision: Dong = 1

    @property
    def digits(self) -> Digits:
        """How its amounts are shown."""
        return Digits(self.decimals, min(self.decimals, len(str(self.precision)) - 1))


@dataclass(frozen=True, kw_only=True)
class Column(Frozen):
    """A column of amounts. ``plus`` and ``minus`` are the positions of the columns it is the sum of, if any."""

    key: str
    title: str | None = None
    year: int | None = None
    plus: tuple[int, ...] = ()
    minus: tuple[int, ...] = ()
    equals: str | None = None


@dataclass(frozen=True, kw_only=True)
class Lines(Frozen):
    """The lines, one position each in every field; ``amounts`` holds one such sequence for each column."""

    parents: tuple[int, ...]
    codes: tuple[str | None, ...]
    titles: tuple[str, ...]
    schedules: tuple[str | None, ...]
    notes: tuple[str | None, ...]
    roles: tuple[Role, ...]
    equals: tuple[str | None, ...]
    amounts: tuple[tuple[Amount, ...], ...]

    def __len__(self) -> int:
        return len(self.parents)


@dataclass(frozen=True, kw_only=True)
class LineRule(Frozen):
    """A line that states its own rule: line ``whole`` is the sum of lines ``plus`` less those of ``minus``."""

    whole: int
    plus: tuple[int, ...]
    minus: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Erratum(Frozen):
    """A recorded correction of a printed cell (đính chính): the printed figure stays, sums use the correct one.

    ``line`` is a line path, or ``declared`` for a declared total.
    """

    line: str
    column: str
    stated: Dong
    correct: Dong
    reason: str
    by: str | None = None
    date: datetime.date | None = None


AcceptedKey = tuple[str, str | None, str | None, tuple[tuple[str, int], ...]]
"""Rule, path of a line, column, figures by name: what an acceptance is about."""


@dataclass(frozen=True, kw_only=True)
class Acceptance(Frozen):
    """A finding that somebody accepted: ``amounts`` are its figures, by the names of its facts.

    ``line`` is a line path, ``declared`` for a declared total, None for a finding about the document; it holds
    until the end of the day ``until``.
    """

    rule: str
    line: str | None = None
    column: str | None = None
    amounts: Mapping[str, Dong] = field(default_factory=dict)
    reason: str
    until: datetime.date | None = None
    by: str | None = None

    @property
    def key(self) -> AcceptedKey:
        """What it is about."""
        return self.rule, self.line, self.column, tuple(sorted(self.amounts.items()))

    def expired(self, today: datetime.date) -> bool:
        """Whether it holds no more."""
        return self.until is not None and today > self.until


@dataclass(frozen=True, kw_only=True)
class Plan(Frozen):
    """One document with its table. ``declared`` and ``Lines.amounts`` have one entry for each of ``columns``.

    ``total_title`` is what the row of a table calls itself that states ``declared``; it is no part of what a plan says.
    """

    document: Document
    source: Source = Source()
    unit: Unit = Unit()
    columns: tuple[Column, ...]
    declared: tuple[Amount, ...]
    lines: Lines
    line_rules: tuple[LineRule, ...] = ()
    errata: tuple[Erratum, ...] = ()
    accept: tuple[Acceptance, ...] = ()
    total_title: str | None = field(default=None, compare=False)

    @cached_property
    def cells(self) -> Sequence[Amount]:
        """Every amount, column after column, each column closed by its declared total; ``Cell`` counts in it."""
        flat: list[Amount] = []
        for amounts, declared in zip(self.lines.amounts, self.declared, strict=True):
            flat.extend(amounts)
            flat.append(declared)
        return flat

    def cell(self, line: int, column: int) -> Cell:
        """The cell of a line and a column; ``line == len(lines)`` is the declared total."""
        return column * (len(self.lines) + 1) + line

    def position(self, cell: Cell) -> tuple[int, int]:
        """The line and the column of a cell; the line is ``len(lines)`` for a declared total."""
        column, line = divmod(cell, len(self.lines) + 1)
        return line, column

    def find(self, path: str, column: str) -> Cell | None:
        """The cell that people name by a line path and a column; None where there is none, or more than one."""
        columns = [index for index, found in enumerate(self.columns) if found.key == column]
        lines = [len(self.lines)] if path == DECLARED else [i for i, found in enumerate(self.paths) if found == path]
        return self.cell(lines[0], columns[0]) if len(lines) == len(columns) == 1 else None

    def with_amounts(self, changes: Mapping[Cell, Amount]) -> Self:
        """The same plan with some cells changed."""
        flat = list(self.cells)
        for cell, amount in changes.items():
            flat[cell] = amount
        height = len(self.lines) + 1
        columns = [flat[start : start + height] for start in range(0, len(flat), height)]
        lines = replace(self.lines, amounts=tuple(tuple(column[:-1]) for column in columns))
        return replace(self, lines=lines, declared=tuple(column[-1] for column in columns))

    def address(self, cell: Cell) -> Address:
        """Where a cell stands in the data."""
        line, column = self.position(cell)
        key = self.columns[column].key
        return (DECLARED, key) if line == len(self.lines) else ("lines", line, "amounts", key)

    @cached_property
    def children(self) -> Sequence[Sequence[int]]:
        """The child lines of every line, in order; the last entry holds the lines at the top."""
        found: list[list[int]] = [[] for _ in range(len(self.lines) + 1)]
        for line, parent in enumerate(self.lines.parents):
            found[parent].append(line)  # NOWHERE is -1: the last entry
        return found

    @cached_property
    def paths(self) -> Sequence[str]:
        """How people name each line: ``III/A/3.2``; ``#1`` is the first child without a code."""
        return line_paths(self.lines.codes, self.lines.parents)


def is_mark(code: str) -> bool:
    """Whether what stands for a code is a mark without letter or digit, as that of a bullet: ``-``, ``+``, ``•``."""
    return not code[-1:].isalnum() and not any(map(str.isalnum, code))


def line_paths(codes: Sequence[str | None], parents: Sequence[int]) -> list[str]:
    """How people name each line: ``III/A/3.2``; ``#1`` is the first child without a code (a bullet's mark is none).

    A line without a code that all others stand below, *TỔNG SỐ*, is no part of their names.
    """
    whole = 0 if NOWHERE not in parents[1:] and not (codes and codes[0]) else NOWHERE
    uncoded: dict[int, int] = {}
    found: list[str] = []
    for parent, code in zip(parents, codes, strict=True):
        above = NOWHERE if parent == whole else parent
        if code and not is_mark(code):
            name = code
        else:
            uncoded[above] = uncoded.get(above, 0) + 1
            name = f"#{uncoded[above]}"
        found.append(name if above == NOWHERE else f"{found[above]}/{name}")
    return found


def validated(plan: Plan) -> Plan:
    """The same plan, held to the types that the model says: what is imported, before it is kept; in the tests every
    table that is read.

    Raises:
        pydantic.ValidationError: a value is of another; ``loc`` is its address in the model.
    """
    from pydantic import TypeAdapter

    return TypeAdapter(Plan).validate_python(plan)
