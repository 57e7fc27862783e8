"""Levels as a whole: that a table shows none, or that the sums over them fail."""

from collections.abc import Iterator, Mapping

from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.model.sheet import Doubt
from sxtdbv_cli.tables.doubts.codes import NESTING
from sxtdbv_cli.tables.entries import Tally
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.text.language import Text

FEW = 4
"""So few lines without levels need no word."""

NO_LEVELS = Text(
    "không thấy cấp nào và không phép cộng nào xác nhận: mọi dòng được coi là ngang hàng",
    "no levels are shown and no sum confirms any: all lines were taken to stand side by side",
)
PARTIAL = Text(
    "dòng không có tỷ trọng được coi là liệt kê một phần của dòng có tỷ trọng đứng trước, không được cộng",
    "lines without a share were taken for a partial listing of the line with a share before them, and are not added",
)
MISFIT = Text(
    "{fails:d} trên {sums:d} phép cộng của dòng này không khớp và không có gì khác xác nhận cấp của các dòng; "
    "không phép cộng nào của dòng được coi là sai",
    "{fails:d} of {sums:d} sums of this line fail, and nothing else confirms which lines belong to it; none of them is "
    "taken to be wrong",
)


def doubts(found: Structure, conjectured: Mapping[int, Tally]) -> Iterator[Doubt]:
    """What speaks against the levels of a table; ``conjectured``: see ``tables/conjecture.py``."""
    sums = found.tally.holds + found.tally.fails
    stand = zip(found.parents, found.roles, strict=True)
    flat = all(parent == NOWHERE or role is Role.OF_WHICH for parent, role in stand)
    flat = flat and not any(entry.marks for entry in found.entries)
    if len(found.entries) > FEW and not sums and flat:
        yield Doubt(NESTING, ("lines", 0), {}, NO_LEVELS)
    below = next((line for line, above in enumerate(found.parents) if above != NOWHERE), None)
    if found.way.partial and below is not None:
        yield Doubt(NESTING, ("lines", below), {}, PARTIAL)
    for line, tally in conjectured.items():
        facts = {"fails": tally.fails, "sums": tally.fails + tally.holds}
        yield Doubt(NESTING, ("lines", line) if line < len(found.entries) else ("declared",), facts, MISFIT)
