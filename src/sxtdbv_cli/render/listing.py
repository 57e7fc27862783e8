"""Findings and proposals as the lists of a sheet, whatever writes the sheet."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sxtdbv_cli.model.diagnosis import Cluster, Explanation
from sxtdbv_cli.model.finding import Finding, Severity
from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.plan import DECLARED as DECLARED_PATH
from sxtdbv_cli.model.plan import Amount, Plan
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render.diagnosis.conjecture import still_open
from sxtdbv_cli.render.diagnosis.text import Teller, is_brief, told
from sxtdbv_cli.render.names import SEVERITIES, column_of, heading_of, line_of, path_of, total_name
from sxtdbv_cli.render.verdict import counts, headline
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.words import CODE, COLUMN, COMPUTED, DIFFERENCE, FINDING, LINE, SEVERITY, STATED

FINDINGS = Text("Kết quả kiểm tra", "Findings")
PROPOSALS = Text("Số đề xuất", "Proposed figures")
PROPOSED = Text("Đề xuất", "Proposed")
CHANGE = Text("Thay đổi", "Change")
HOW = Text("Giải thích", "Explanation")
NOTHING = Text("Không có phát hiện nào.", "Nothing was found.")
GROUP = Text("Cụm", "Cluster")
CLUSTER = Text("Cụm {cluster:d}", "Cluster {cluster:d}")
CHOICE = Text("cách {rank:d}", "choice {rank:d}")

MORE = Text(
    "… và {more:d} mục nữa (xem đủ với “sxtdbv check --format json”)",
    "… and {more:d} more (all of them with “sxtdbv check --format json”)",
)
_BESIDE = Text("", "")

MOST_EXPLANATIONS = 5
MOST = 60_000
"""The rows that are listed: a sheet takes few more links."""


class Cell(NamedTuple):
    """What stands in one cell of a list: a text or an amount, its colour, the thing of the plan it leads to."""

    value: str | Amount
    severity: Severity | None = None
    address: Address | None = None


Row = Sequence[Cell]


class Listed(NamedTuple):
    """A list with what is said above and below it. Its columns: what an entry is, a code, the line, the column, three
    figures, what is said; only the first two differ in kind."""

    title: Text
    above: Sequence[str]
    heads: Sequence[Text]
    rows: Sequence[Row]
    below: Sequence[str]


def lists(report: Report, language: Language) -> list[Listed]:
    """The findings of a report in its order, and where sums fail what the diagnosis proposes."""
    rows = [_finding(report.checked.plan, finding, language) for finding in report.findings]
    above = [headline(report.checked, language), f"{counts(report, language)}."]
    heads = (SEVERITY, CODE, LINE, COLUMN, STATED, COMPUTED, DIFFERENCE, FINDING)
    found = [Listed(FINDINGS, above if rows else [*above, NOTHING.say(language)], heads, rows, ())]
    if said := remarks(report, language):
        heads = (GROUP, _BESIDE, LINE, COLUMN, STATED, PROPOSED, CHANGE, HOW)
        found.append(Listed(PROPOSALS, said[:1], heads, list(_proposals(report, language)), said[1:]))
    return [_cut(one, language) for one in found]


def _cut(found: Listed, language: Language) -> Listed:
    more = len(found.rows) - MOST
    below = [MORE.say(language, {"more": more}), *found.below] if more > 0 else found.below
    return found._replace(rows=found.rows[:MOST], below=below)


def _finding(plan: Plan, finding: Finding, language: Language) -> Row:
    """A finding. A sum that fails has its figures in cells of their own, unless not all of its parts were read."""
    address, line = finding.address, line_of(finding.address)
    path = path_of(plan, address) or ""
    figures = [
        fact if isinstance(fact, int) else None for fact in map(finding.facts.get, ("stated", "computed", "gap"))
    ]
    plainly = finding.severity is Severity.ERROR and figures[2] is not None and not _UNREAD & finding.facts.keys()
    said = finding.title.say(language) if plainly else finding.say(language, plan.unit.digits)
    return (
        Cell(SEVERITIES[finding.severity].say(language), finding.severity),
        Cell(finding.code, finding.severity, address),
        Cell(total_name(plan).say(language) if path == DECLARED_PATH and line is None else path),
        Cell(heading_of(plan, column_of(address)).say(language)),
        *map(Cell, figures),
        Cell(": ".join(filter(None, (plan.lines.titles[line] if line is not None else "", said)))),
    )


_UNREAD = {"unread", "passed"}


def _proposals(report: Report, language: Language) -> Iterator[Row]:
    """What the diagnosis proposes, cluster by cluster, the likeliest first."""
    teller = Teller(report.checked.plan, language, report.checked.sheet)
    for number, cluster in enumerate(report.diagnosis.clusters if report.diagnosis else (), 1):
        for rank, explanation in told(cluster, MOST_EXPLANATIONS):
            yield from _proposed(teller, cluster, explanation, _choice(number, rank, cluster, language))


def _choice(number: int, rank: int, cluster: Cluster, language: Language) -> str:
    name = CLUSTER.say(language, {"cluster": number})
    return f"{name}, {CHOICE.say(language, {'rank': rank})}" if len(cluster.explanations) > 1 else name


def _proposed(teller: Teller, cluster: Cluster, explanation: Explanation, choice: str) -> Iterator[Row]:
    """The figures that should be others, below the event if it is one, or how blanks can be filled besides."""
    verdict, beside = teller.verdict(cluster, explanation), (Cell(choice), Cell(""))
    brief = is_brief(cluster, explanation)
    whole = explanation.event is not None or brief
    if said := teller.told(explanation) if whole else teller.many_ways(explanation, cluster):
        of_all = verdict if whole or not explanation.changes else ""
        yield (*beside, *[Cell("")] * 2, *[Cell(None)] * 3, Cell(": ".join(filter(None, (of_all, said)))))
    for change in () if brief else explanation.changes:
        line, _, column = teller.cell(change.cell).rpartition(", ")
        by = None if change.stated is None else change.proposed - change.stated
        where = Cell(line, address=teller.plan.address(change.cell)), Cell(column)
        how = teller.how(change, verdict, cluster, explanation.event)
        yield (*beside, *where, *map(Cell, (change.stated, change.proposed, by)), Cell(how))


def remarks(report: Report, language: Language) -> list[str]:
    """What the diagnosis says of the whole: how sure it is, what stays open."""
    if report.subject is None or report.diagnosis is None or not report.diagnosis.failed:
        return []
    teller = Teller(report.subject.plan, language)
    said = teller.headline(report.diagnosis, report.subject.audit.total)
    open_ = still_open(report.subject, report.diagnosis)
    doubtful = [teller.contradiction(one) for cluster in report.diagnosis.clusters for one in cluster.contradictions]
    return [said, *doubtful, *teller.open(open_, report.diagnosis.unprotected)]
