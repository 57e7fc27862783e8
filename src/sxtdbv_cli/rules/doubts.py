"""The doubts of the recogniser, told by the rule of their code."""

from collections.abc import Iterator

from sxtdbv_cli.model.finding import Hit
from sxtdbv_cli.model.sums import Subject


def told(subject: Subject, code: str) -> Iterator[Hit]:
    """A hit for every doubt of a code about the table that a plan was read from."""
    if subject.sheet is not None:
        for doubt in subject.sheet.understanding.doubts:
            if doubt.code == code:
                yield Hit(doubt.address, doubt.facts, message=doubt.message)
