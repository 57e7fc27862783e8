"""Findings and proposals as rows of a sheet, whatever writes the sheet."""

from collections.abc import Iterator
from typing import NamedTuple

from sxtdbv_cli.model.diagnosis import Cluster, Explanation
from sxtdbv_cli.model.finding import Finding, Severity
from sxtdbv_cli.model.place import Address, Place
from sxtdbv_cli.model.plan import DECLARED as DECLARED_PATH
from sxtdbv_cli.model.plan import Amount
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render.diagnosis.conjecture import still_open
from sxtdbv_cli.render.diagnosis.text import Teller
from sxtdbv_cli.render.names import column_of, heading_of, line_of, path_of, total_name
from sxtdbv_cli.text.language import Language, Text

FINDINGS = Text("Kết quả kiểm tra", "Findings")
PROPOSALS = Text("Số đề xuất", "Proposed figures")
SEVERITY = Text("Mức độ", "Severity")
CODE = Text("Mã", "Code")
LINE = Text("Dòng", "Line")
COLUMN = Text("Cột", "Column")
STATED = Text("Ghi", "Stated")
COMPUTED = Text("Cộng lại", "Adds up to")
GAP = Text("Chênh lệch", "Difference")
WHAT = Text("Nội dung", "Finding")
PROPOSED = Text("Đề xuất", "Proposed")
CHANGE = Text("Thay đổi", "Change")
HOW = Text("Giải thích", "Explanation")
NOTHING = Text("Không có phát hiện nào.", "Nothing was found.")
GROUP = Text("Cụm", "Cluster")
CLUSTER = Text("Cụm {cluster:d}", "Cluster {cluster:d}")
CHOICE = Text("cách {rank:d}", "choice {rank:d}")

MOST_EXPLANATIONS = 5


class Row(NamedTuple):
    """A finding: ``line`` and ``column`` as people call them; of a sum its figures, and if it has all parts."""

    severity: Severity
    code: str
    line: str
    title: str
    column: str
    stated: Amount
    computed: Amount
    gap: Amount
    rule: str
    message: str
    address: Address
    place: Place
    whole: bool

    @property
    def said(self) -> str:
        """What is found, with the title of the line; a sum that fails has its figures in cells of their own."""
        said = self.rule if self.gap is not None and self.severity is Severity.ERROR and self.whole else self.message
        return f"{self.title}: {said}" if self.title else said


class Proposal(NamedTuple):
    """A figure that should be another, or (without an address) an event that is no wrong cell."""

    choice: str
    cell: str
    stated: Amount
    proposed: Amount
    how: str
    address: Address | None

    @property
    def change(self) -> Amount:
        """What the proposed figure is more than the stated one; None where either is blank."""
        return None if self.stated is None or self.proposed is None else self.proposed - self.stated


def findings(report: Report, language: Language) -> list[Row]:
    """The findings of a report in its order."""
    return [_row(report, finding, language) for finding in report.findings]


def _row(report: Report, finding: Finding, language: Language) -> Row:
    assert report.subject is not None
    plan = report.subject.plan
    line, path = line_of(finding.address), path_of(plan, finding.address) or ""
    stated, computed, gap = (
        fact if isinstance(fact, int) else None for fact in map(finding.facts.get, ("stated", "computed", "gap"))
    )
    return Row(
        finding.severity,
        finding.code,
        total_name(plan).say(language) if path == DECLARED_PATH and line is None else path,
        "" if line is None else plan.lines.titles[line],
        heading_of(plan, column_of(finding.address)).say(language),
        stated,
        computed,
        gap,
        finding.title.say(language),
        finding.say(language, plan.unit.decimals),
        finding.address,
        finding.place,
        not {"unread", "passed"} & finding.facts.keys(),
    )


def proposals(report: Report, language: Language) -> list[Proposal]:
    """What the diagnosis proposes, cluster by cluster, the likeliest first."""
    if report.subject is None or report.diagnosis is None:
        return []
    teller = Teller(report.subject.plan, language)
    clusters = report.diagnosis.clusters
    return [
        proposal
        for number, cluster in enumerate(clusters, 1)
        for rank, explanation in enumerate(cluster.explanations[:MOST_EXPLANATIONS], 1)
        for proposal in _proposals(teller, cluster, explanation, _choice(number, rank, cluster, language))
    ]


def _choice(number: int, rank: int, cluster: Cluster, language: Language) -> str:
    name = CLUSTER.say(language, {"cluster": number})
    return f"{name}, {CHOICE.say(language, {'rank': rank})}" if len(cluster.explanations) > 1 else name


def _proposals(teller: Teller, cluster: Cluster, explanation: Explanation, choice: str) -> Iterator[Proposal]:
    verdict = teller.verdict(cluster, explanation)
    if explanation.event is not None:
        event = ": ".join(filter(None, (verdict, teller.event(explanation.event))))
        yield Proposal(choice, "", None, None, event, None)
    for change in explanation.changes:
        how = teller.how(change, verdict, cluster, explanation.event)
        address = teller.plan.address(change.cell)
        yield Proposal(choice, teller.cell(change.cell), change.stated, change.proposed, how, address)


def remarks(report: Report, language: Language) -> list[str]:
    """What the diagnosis says of the whole: how sure it is, what stays open."""
    if report.subject is None or report.diagnosis is None or not report.diagnosis.failed:
        return []
    teller = Teller(report.subject.plan, language)
    said = teller.headline(report.diagnosis, report.subject.audit.total)
    open_ = still_open(report.subject, report.diagnosis)
    doubtful = [teller.contradiction(one) for cluster in report.diagnosis.clusters for one in cluster.contradictions]
    return [said, *doubtful, *teller.open(open_, report.diagnosis.unprotected)]
