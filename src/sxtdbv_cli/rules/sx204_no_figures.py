"""SX204: a line with no figures at all."""

from collections.abc import Iterator

from sxtdbv_cli.model.grid import Kind
from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.rules.cells import amount_cells, of_kind
from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.NOTE
TITLE = Text("Dòng không có số liệu", "A line without figures")
MESSAGE = Text(
    "dòng này và các dòng dưới nó không có số nào; ô trống không được tính là 0",
    "neither this line nor any line below it has a figure; a blank is not counted as 0",
)


def check(subject: Subject) -> Hits:
    """Yield a hit for every line without figures in itself or below, the uppermost of a branch only. An error cell
    (SX505) is told as what it is."""
    lines = subject.plan.lines
    if any(None not in amounts for amounts in lines.amounts):
        return
    filled = [
        role is Role.MEMO or any(amounts[line] is not None for amounts in lines.amounts)
        for line, role in enumerate(lines.roles)
    ]
    for line in _with_errors(subject):
        filled[line] = True
    for line in reversed(range(len(lines))):
        if filled[line] and lines.parents[line] != NOWHERE:
            filled[lines.parents[line]] = True
    for line, parent in enumerate(lines.parents):
        if not filled[line] and (parent == NOWHERE or filled[parent]):
            yield Hit(("lines", line, "title"))


def _with_errors(subject: Subject) -> Iterator[int]:
    """The lines that have an error where a figure should stand."""
    sheet = subject.sheet
    cells = amount_cells(subject, sheet, of_kind(Kind.ERROR)) if sheet is not None else ()
    lines = (subject.plan.position(found.cell)[0] for found in cells)
    return (line for line in lines if line < len(subject.plan.lines))
