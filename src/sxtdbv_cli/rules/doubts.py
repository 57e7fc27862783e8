"""The doubts of the recogniser and the remarks of the readers, told by the rule of their code."""

from collections.abc import Callable, Iterator

from sxtdbv_cli.model.finding import Hit
from sxtdbv_cli.model.sheet import GRID
from sxtdbv_cli.model.subject import Subject


def telling(code: str) -> Callable[[Subject], Iterator[Hit]]:
    """What checks a plan for a rule that tells doubts and remarks: a hit for each of a code about the table it was read
    from."""

    def check(subject: Subject) -> Iterator[Hit]:
        if subject.sheet is None:
            return
        for doubt in subject.sheet.understanding.doubts:
            if doubt.code == code:
                yield Hit(doubt.address, doubt.facts, message=doubt.message)
        for remark in subject.sheet.grid.remarks:
            if remark.code == code:
                yield Hit((GRID, remark.row, remark.column), remark.facts, message=remark.message)

    return check
