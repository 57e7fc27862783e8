"""The doubts of the recogniser and the remarks of the readers, told by the rule of their code."""

from collections.abc import Iterator

from sxtdbv_cli.model.finding import Hit
from sxtdbv_cli.model.sheet import GRID
from sxtdbv_cli.model.subject import Subject


def told(subject: Subject, code: str) -> Iterator[Hit]:
    """A hit for every doubt of a code about the table that a plan was read from."""
    if subject.sheet is not None:
        for doubt in subject.sheet.understanding.doubts:
            if doubt.code == code:
                yield Hit(doubt.address, doubt.facts, message=doubt.message)


def remarked(subject: Subject, code: str) -> Iterator[Hit]:
    """A hit for every remark of a code that the reader of the file made about the table."""
    if subject.sheet is not None:
        for remark in subject.sheet.grid.remarks:
            if remark.code == code:
                yield Hit((GRID, remark.row, remark.column), remark.facts, message=remark.message)
