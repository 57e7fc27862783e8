"""Findings and errata in sentences that stand by themselves: where it is, what is wrong, what would mend it."""

from typing import NamedTuple

from sxtdbv_cli.model.diagnosis import Cluster, Explanation
from sxtdbv_cli.model.finding import Finding
from sxtdbv_cli.model.place import Address, Place
from sxtdbv_cli.model.plan import Erratum
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.subject import Subject, applied
from sxtdbv_cli.render.diagnosis.text import Teller, best, is_brief, told
from sxtdbv_cli.render.names import name_of
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.safe import visible

MOST_REMEDIES = 3
MOST_OF_EVENT = 6
"""So many cells of an event are told: a row of years."""

PROPOSED = Text("Đề xuất: {remedy}", "Proposed: {remedy}")
POSSIBLE = Text("Có thể: {remedy}", "Possibly: {remedy}")

Failing = tuple[Address, tuple[Address, ...]]
"""A failing sum: the address of its whole, and those of the parts that are stated."""


class Remedy(NamedTuple):
    """One way to mend a finding, and the sentence that says so."""

    explanation: Explanation
    said: str


class Told(NamedTuple):
    """What is said of one finding; ``remedies`` are the likeliest ways to mend it, the likeliest first.

    ``doubts`` say which trusted cells contradict each other and keep it from being mended.
    """

    finding: Finding
    sentence: str
    remedies: tuple[Remedy, ...]
    doubts: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All that is said of it, a line each."""
        return "\n".join([self.sentence, *self.doubts, *(remedy.said for remedy in self.remedies)])


def tell(report: Report, language: Language, *, accepted: bool = False) -> list[Told]:
    """Every finding of a report, in order; or those that are accepted."""
    if report.subject is None:
        return []
    teller = Teller(report.subject.plan, language, report.subject.sheet)
    clusters = _clusters(report)
    findings = [one.finding for one in report.accepted] if accepted else report.findings
    return [_told(teller, finding, clusters.get((finding.address, finding.related))) for finding in findings]


def _told(teller: Teller, finding: Finding, cluster: Cluster | None) -> Told:
    explanations = told(cluster, MOST_REMEDIES) if cluster else ()
    remedies = [Remedy(found, visible(_remedy(teller, cluster, found))) for _, found in explanations if cluster]
    doubts = [visible(teller.contradiction(one)) for one in (cluster.contradictions if cluster else ())]
    return Told(finding, sentence(teller, finding), tuple(remedies), tuple(doubts))


def sentence(teller: Teller, finding: Finding) -> str:
    """*III/A, Total: states 6, adds up to 7, off by -1*"""
    message = finding.say(teller.language, teller.plan.unit.digits)
    name = name_at(teller, finding.address, finding.place)
    return visible(f"{name}: {message}" if name else message)


def name_at(teller: Teller, address: Address, place: Place) -> str:
    """The line and the column of an address, and the cell of the sheet where there is one; may be empty."""
    name = name_of(teller.plan, address, teller.language)
    if place.sheet is None:
        return name
    return f"{name} ({place.within})" if name else place.within


def _remedy(teller: Teller, cluster: Cluster, explanation: Explanation) -> str:
    """*III/A, Total: 6 → 7 (is wrong: one wrong digit)*, for every change; an event is told before its changes."""
    verdict = teller.verdict(cluster, explanation)
    certain = cluster.unique and cluster.proven and explanation.event is None and explanation is best(cluster)
    said: list[str] = []
    if is_brief(cluster, explanation):
        return teller.say(POSSIBLE, remedy=teller.cells(explanation))
    if explanation.event is not None:
        said.append(teller.event(explanation.event) + (f" ({verdict})" if verdict else ""))
        verdict = ""
    changes = explanation.changes if explanation.event is None else explanation.changes[:MOST_OF_EVENT]
    for change in changes:
        how = ": ".join(filter(None, (verdict, teller.slip(change, explanation.event))))
        said.append(f"{teller.cell(change.cell)}: {teller.figures(change)}" + (f" ({how})" if how else ""))
        verdict = verdict if certain else ""  # what holds of all of them together is told once
    if len(changes) < len(explanation.changes):
        said.append(f"… +{len(explanation.changes) - len(changes)}")
    said += filter(None, [teller.many_ways(explanation, cluster)])
    return teller.say(PROPOSED if certain and changes else POSSIBLE, remedy="; ".join(said))


def _clusters(report: Report) -> dict[Failing, Cluster]:
    """The cluster that each failing sum belongs to."""
    if report.subject is None or report.diagnosis is None:
        return {}
    plan = report.subject.plan
    found: dict[Failing, Cluster] = {}
    for cluster in report.diagnosis.clusters:
        for balance in cluster.sums:
            parts = (*balance.sum.plus, *balance.sum.minus)
            stated = tuple(plan.address(cell) for cell in parts if plan.cells[cell] is not None)
            found[plan.address(balance.sum.whole), stated] = cluster
    return found


DATE = Text("{date:date}", "{date:date}")
SAID = Text("Đính chính {cell}: {stated} → {correct} ({why})", "Erratum of {cell}: {stated} → {correct} ({why})")


def errata(subject: Subject, language: Language) -> list[str]:
    """A sentence for each erratum that the sums are checked with."""
    teller = Teller(subject.printed, language)
    holding = [(subject.printed.errata[index], cell) for index, cell in applied(subject.printed).items()]
    return [
        teller.say(
            SAID,
            cell=teller.cell(cell),
            stated=teller.amount(erratum.stated),
            correct=teller.amount(erratum.correct),
            why=_because(erratum, language),
        )
        for erratum, cell in holding
    ]


def _because(erratum: Erratum, language: Language) -> str:
    date = "" if erratum.date is None else DATE.say(language, {"date": erratum.date})
    return ", ".join(filter(None, (erratum.reason, erratum.by, date)))
