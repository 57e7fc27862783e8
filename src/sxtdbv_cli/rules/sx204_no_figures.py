"""SX204: a line with no figures at all."""

from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.NOTE
TITLE = Text("Dòng không có số liệu", "A line without figures")
MESSAGE = Text(
    "dòng này và các dòng dưới nó không có số nào; ô trống không được tính là 0",
    "neither this line nor any line below it has a figure; a blank is not counted as 0",
)


def check(subject: Subject) -> Hits:
    """Yield a hit for every line without figures in itself or below, the uppermost of a branch only."""
    lines = subject.plan.lines
    if any(None not in amounts for amounts in lines.amounts):
        return
    filled = [
        role is Role.MEMO or any(amounts[line] is not None for amounts in lines.amounts)
        for line, role in enumerate(lines.roles)
    ]
    for line in reversed(range(len(lines))):
        if filled[line] and lines.parents[line] != NOWHERE:
            filled[lines.parents[line]] = True
    for line, parent in enumerate(lines.parents):
        if not filled[line] and (parent == NOWHERE or filled[parent]):
            yield Hit(("lines", line, "title"))
