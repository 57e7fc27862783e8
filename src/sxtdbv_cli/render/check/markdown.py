"""Markdown: for a comment on a change, or the summary of a job."""

from collections.abc import Iterator, Sequence

from sxtdbv_cli.model.diagnosis import Cluster, Diagnosis, Explanation
from sxtdbv_cli.model.finding import Finding
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.render.diagnosis import words
from sxtdbv_cli.render.diagnosis.conjecture import still_open
from sxtdbv_cli.render.diagnosis.text import Teller, is_brief, told
from sxtdbv_cli.render.markdown import cell, row
from sxtdbv_cli.render.names import SEVERITIES, name_of
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.render.telling import errata
from sxtdbv_cli.render.verdict import counts, headline, word
from sxtdbv_cli.render.where import relative
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.words import CODE, FINDING, LINE, SEVERITY

MOST_ROWS = 100
MOST_CLUSTERS = 30
MOST_EXPLANATIONS = 5
MOST_CHANGES = 30

WHERE = Text("Vị trí", "Where")
MORE = Text("… và {more:d} mục nữa", "… and {more:d} more")


def render(reports: Sequence[Report], style: Style) -> str:
    """A section for each file: the verdict, the headline, the findings, which amounts are wrong."""
    return "\n".join("\n".join(_section(report, style)) + "\n" for report in reports)


def _section(report: Report, style: Style) -> Iterator[str]:
    verdict = word(report).say(style.language)
    yield f"### {cell(report.named(relative(report.file, style)))}: {verdict}"
    yield from ("", f"{counts(report, style.language)}.")
    if report.faults:
        yield from _faults(report, style)
    if report.subject is None:
        return
    yield from ("", headline(report.subject, style.language))
    if said := errata(report.subject, style.language):
        yield from ("", *(f"- {cell(sentence)}" for sentence in said[:MOST_ROWS]))
    teller = Teller(report.subject.plan, style.language, report.subject.sheet)
    if report.findings:
        yield from _findings(report, teller)
    if report.diagnosis is not None and report.diagnosis.failed:
        yield from _diagnosis(report.subject, report.diagnosis, teller)
    elif report.diagnosis is not None:
        yield from ("\n" + cell(sentence) for sentence in teller.unprotected(report.diagnosis.unprotected))


def _faults(report: Report, style: Style) -> Iterator[str]:
    """Why a file cannot be read."""
    yield ""
    yield from _head([CODE, WHERE, FINDING], style)
    for fault in report.faults[:MOST_ROWS]:
        message = fault.say(style.language)
        yield row([fault.code, cell(fault.place.within), cell(message)])
    yield from _more(len(report.faults) - MOST_ROWS, style)


def _head(titles: Sequence[Text], style: Style) -> Iterator[str]:
    yield row([title.say(style.language) for title in titles])
    yield row(["---"] * len(titles))


def _more(count: int, style: Style) -> Iterator[str]:
    if count > 0:
        yield from ("", MORE.say(style.language, {"more": count}))


def _findings(report: Report, teller: Teller) -> Iterator[str]:
    """The findings as a table, the worst first."""
    style = Style(teller.language)
    yield ""
    yield from _head([CODE, SEVERITY, LINE, FINDING, WHERE], style)
    ranked = sorted(report.findings, key=lambda finding: finding.severity.rank)
    for finding in ranked[:MOST_ROWS]:
        yield _row(teller, finding, report.file)
    yield from _more(len(ranked) - MOST_ROWS, style)


def _row(teller: Teller, finding: Finding, file: str) -> str:
    name = name_of(teller.plan, finding.address, teller.language)
    message = finding.say(teller.language, teller.plan.unit.digits)
    severity = SEVERITIES[finding.severity].say(teller.language)
    where = finding.place.within if finding.place.file == file else str(finding.place)
    return row([finding.code, severity, cell(name), cell(message), cell(where)])


def _diagnosis(subject: Subject, diagnosis: Diagnosis, teller: Teller) -> Iterator[str]:
    """Which amounts are wrong, and what stays open."""
    yield from ("", f"**{teller.say(words.TITLE)}**", "", cell(teller.headline(diagnosis, subject.audit.total)), "")
    for number, cluster in enumerate(diagnosis.clusters[:MOST_CLUSTERS], 1):
        yield from _cluster(number, cluster, teller)
    yield from _more(len(diagnosis.clusters) - MOST_CLUSTERS, Style(teller.language))
    if said := teller.open(still_open(subject, diagnosis), diagnosis.unprotected):
        yield from ("", f"**{teller.say(words.OPEN)}**", "")
        yield from (f"- {cell(sentence)}" for sentence in said)


def _cluster(number: int, cluster: Cluster, teller: Teller) -> Iterator[str]:
    """The explanations of one cluster as an entry of a list: its changes, or the explanations to choose from."""
    found, indent = cluster.explanations, " " * len(f"{number}. ")
    said = [cell(teller.contradiction(one)) for one in cluster.contradictions]
    if said:
        yield f"{number}. {' '.join(said)}"
        for _, explanation in told(cluster, MOST_EXPLANATIONS):
            yield f"{indent}- {'; '.join(_entries(cluster, explanation, teller, chosen=False))}"
    elif not found:
        yield f"{number}. {cell(teller.not_located(cluster))}"
    elif len(found) == 1:
        entries = _entries(cluster, found[0], teller)
        yield f"{number}. {entries[0]}" if len(entries) == 1 else f"{number}. - {entries[0]}"
        yield from (f"{indent}- {entry}" for entry in entries[1:])
    else:
        yield f"{number}. {cell(teller.verdict(cluster, found[0]))}:"
        shown = list(told(cluster, MOST_EXPLANATIONS))
        for rank, explanation in shown:
            yield f"{indent}{rank}. {'; '.join(_entries(cluster, explanation, teller, chosen=False))}"
        if len(found) > len(shown):
            yield f"{indent}- … +{len(found) - len(shown)}"


def _entries(cluster: Cluster, explanation: Explanation, teller: Teller, *, chosen: bool = True) -> list[str]:
    """What an explanation says: its event, its changes; with the sums that will hold if it is the only one."""
    if is_brief(cluster, explanation):
        return [cell(teller.cells(explanation))]
    entries = [] if explanation.event is None else [cell(teller.event(explanation.event))]
    verdict = teller.verdict(cluster, explanation) if chosen else ""
    event = explanation.event
    for change in explanation.changes[:MOST_CHANGES]:
        figures = f"{cell(teller.stated(change))} → **{teller.amount(change.proposed)}**"
        how = teller.how(change, verdict, cluster, event) if chosen else teller.slip(change, event)
        entries.append(f"**{cell(teller.cell(change.cell))}**: {figures}{f' ({cell(how)})' if how else ''}")
    if len(explanation.changes) > MOST_CHANGES:
        entries.append(f"… +{len(explanation.changes) - MOST_CHANGES}")
    return entries + [cell(said) for said in [teller.many_ways(explanation, cluster)] if said]
