"""Totals whose lines are not clear."""

from collections.abc import Container, Iterator

from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.sheet import GRID, Doubt
from sxtdbv_cli.tables.doubts.codes import NESTING
from sxtdbv_cli.tables.entries import Entry, weigh
from sxtdbv_cli.tables.totals.names import names_another
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.tables.words.totals import is_rounding
from sxtdbv_cli.text.language import Text

TOTAL_OF = Text("không rõ “{title}” là tổng của những dòng nào", "it is not clear which lines “{title}” is the sum of")
TOTAL_LEFT = Text(
    "không rõ “{title}” là tổng của những dòng nào; dòng này không được đưa vào kế hoạch",
    "it is not clear which lines “{title}” is the sum of; it was left out",
)
TOTAL_AGAIN = Text(
    "“{title}” ghi đúng các số của “{line}” nhưng mang tên khác; được coi là cùng một dòng tổng và bị bỏ ra: hãy xem "
    "có thiếu dòng nào không",
    "“{title}” states the figures of “{line}” under another name; it was taken for the same total and left out: see "
    "that no line is missing",
)

UNNAMED = Text("dòng không tên", "a row without a name")


def doubts(found: Structure, conjectured: Container[int]) -> Iterator[Doubt]:
    """Totals that were placed by their words alone, and those that were left out; of those that say again what a line
    says, the ones with another name. Of lines whose sums are ``conjectured`` as much is told."""
    at = found.lines_by_row
    told = {id(found.entries[line]) for line in range(len(found.entries)) if line in conjectured}
    told |= {id(found.outcome.declared)} if len(found.entries) in conjectured else set()
    wrong = {id(whole) for whole, parts in found.sums if weigh(whole, parts, found.tally.step).fails}
    for entry in (entry for entry in found.outcome.doubtful if id(entry) not in told):
        severity = Severity.NOTE if id(entry) in wrong else None  # that it does not come out is told as an error
        yield Doubt(NESTING, _address(entry, found, at), {"title": entry.title}, TOTAL_OF, severity)
    for entry in found.outcome.unclear:
        yield Doubt(NESTING, (GRID, entry.row, 0), {"title": entry.title or entry.code or UNNAMED}, TOTAL_LEFT)
    for total in found.outcome.repeated:
        same = [entry for entry in found.entries if entry.figures == total.figures]
        if same and not is_rounding(total.title) and all(names_another(total.title, entry) for entry in same):
            yield Doubt(NESTING, (GRID, total.row, 0), {"title": total.title, "line": same[0].title}, TOTAL_AGAIN)


def _address(entry: Entry, found: Structure, at: dict[int, int]) -> Address:
    if found.outcome.declared is entry:
        return ("declared",)
    return ("lines", at[entry.row]) if entry.row in at else (GRID, entry.row, 0)
