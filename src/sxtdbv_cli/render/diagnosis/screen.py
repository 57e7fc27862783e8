"""The part of the screen that says which amounts are wrong, how sure that is, and what stays open."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Shown

from sxtdbv_cli.model.diagnosis import Change, Cluster, Diagnosis, Explanation
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.render.diagnosis import words
from sxtdbv_cli.render.diagnosis.conjecture import still_open
from sxtdbv_cli.render.diagnosis.text import Teller, are_slips, best, is_brief, told
from sxtdbv_cli.render.names import line_of
from sxtdbv_cli.render.screen import clipped, shown
from sxtdbv_cli.text.language import Language

MOST_CLUSTERS = 30
MOST_EXPLANATIONS = 3
MOST_OTHERS, FEW_CHANGES = 6, 3
MOST_CHANGES = 30
MOST_OF_EVENT = 12


def paint(console: Console, subject: Subject, diagnosis: Diagnosis, language: Language) -> None:
    """Print a diagnosis; where no sum fails, only which cells no sum checks."""
    if diagnosis.failed:
        _Screen(console, subject, diagnosis, language).paint()
    for sentence in () if diagnosis.failed else Teller(subject.plan, language).unprotected(diagnosis.unprotected):
        console.print(shown(sentence, "dim"))


class _Screen:
    def __init__(self, console: Console, subject: Subject, diagnosis: Diagnosis, language: Language) -> None:
        self.console = console
        self.subject = subject
        self.plan = subject.plan
        self.diagnosis = diagnosis
        self.teller = Teller(subject.plan, language, subject.sheet)

    def paint(self) -> None:
        """Print the headline, the clusters, what stays open."""
        self.console.print(Shown(self.teller.say(words.TITLE), "bold underline"))
        self.console.print(self.teller.headline(self.diagnosis, self.subject.audit.total))
        clusters = self.diagnosis.clusters
        for number, cluster in enumerate(clusters[:MOST_CLUSTERS], 1):
            self.console.print()
            self._cluster(number if len(clusters) > 1 else 0, cluster)
        self._open()

    def _cluster(self, number: int, cluster: Cluster) -> None:
        label = Shown(f"[{number}] ", "bold") if number else Shown()
        for found in cluster.contradictions:
            self.console.print(label + Shown(self.teller.contradiction(found), "yellow"))
            label = Shown(" " * len(label))
        if not cluster.explanations and not cluster.contradictions:
            self.console.print(label + Shown(self.teller.not_located(cluster), "yellow"))
        several = len(cluster.explanations) > 1
        shown_ones = list(told(cluster, MOST_EXPLANATIONS))
        for rank, explanation in shown_ones:
            choice = Shown(f"({rank}) ", "bold") if several else Shown()
            self._explanation(label + choice, cluster, explanation)
            label = Shown(" " * len(label))
        if others := [one for one in cluster.explanations if all(one is not told_ for _, told_ in shown_ones)]:
            self._below(shown(self._others(others), "dim"), len(label) + len("(1) ") + 2)

    def _others(self, others: Sequence[Explanation]) -> str:
        """That there are other explanations, by their cells where each has but a few."""
        if not all(0 < len(one.changes) <= FEW_CHANGES for one in others):
            return f"… +{len(others)}"
        cells = [" + ".join(map(self._called, one.changes)) for one in others]
        more = " …" if len(cells) > MOST_OTHERS else ""
        return self.teller.say(words.OTHERS, count=len(others), cells="; ".join(cells[:MOST_OTHERS]) + more)

    def _called(self, change: Change) -> str:
        """A cell by its name in the sheet, or by its line and column."""
        address, sheet = self.plan.address(change.cell), self.subject.sheet
        return (sheet.cell_name(address) if sheet is not None else "") or self.teller.cell(change.cell)

    def _explanation(self, label: Shown, cluster: Cluster, explanation: Explanation) -> None:
        verdict = self.teller.verdict(cluster, explanation) if explanation is best(cluster) else ""
        if explanation.event is not None or is_brief(cluster, explanation):
            self._sentence(label, self.teller.told(explanation), verdict)
            label = Shown(" " * len(label))
        if explanation.event is not None:
            self._together(label, cluster, explanation)
        elif not is_brief(cluster, explanation):
            self._changes(label, cluster, explanation, verdict)

    def _sentence(self, label: Shown, said: str, verdict: str) -> None:
        """A sentence behind its label, how sure it is behind it."""
        table = Table.grid()
        table.add_row(label, shown(said) + Shown(f"  {verdict}" if verdict else "", "dim"))
        self.console.print(table)

    def _changes(self, label: Shown, cluster: Cluster, explanation: Explanation, verdict: str) -> None:
        """What changes, and how each mistake was made; of the likeliest also which sums will then hold."""
        chosen = explanation is best(cluster)
        for change in self._shown_changes(label, explanation):
            how = self.teller.how(change, verdict, cluster) if chosen else self.teller.slip(change)
            if how:
                self._below(shown(how, "dim"), len(label) + 2)
            verdict = verdict if cluster.unique and are_slips(explanation) else ""
        if many := self.teller.many_ways(explanation, cluster):
            if not explanation.changes:
                self._sentence(label, many, verdict)
            else:
                self._below(shown(many, "dim"), len(label) + 2)

    def _together(self, label: Shown, cluster: Cluster, explanation: Explanation) -> None:
        """What changes with one event, and what will then hold."""
        for change in self._shown_changes(label, explanation):
            if how := self.teller.slip(change, explanation.event):
                self._below(shown(how, "dim"), len(label) + 2)
        if then := self.teller.then_hold(explanation.changes, cluster):
            self._below(shown(then, "dim"), len(label) + 2)

    def _shown_changes(self, label: Shown, explanation: Explanation) -> Iterator[Change]:
        """Show the changes one after the other, each before it is yielded; how many are not shown comes last."""
        changes = explanation.changes[: MOST_CHANGES if explanation.event is None else MOST_OF_EVENT]
        figures = max((len(self.teller.figures(change)) for change in changes), default=0)
        names = [self._where(change, figures + len(label)) for change in changes]
        width = max(map(len, names), default=0)
        for change, name in zip(changes, names, strict=True):
            self._change(label, name, width, self._highlighted(change), figures)
            label = Shown(" " * len(label))
            yield change
        if len(explanation.changes) > len(changes):
            self._below(Shown(f"… +{len(explanation.changes) - len(changes)}", "dim"), len(label) + 2)

    def _change(self, label: Shown, name: Shown, width: int, change: Shown, figures: int) -> None:
        room = self.console.width - len(label) - figures - 4  # with the blanks between
        table = Table.grid(padding=(0, 1, 0, 0))
        table.add_column(width=len(label) + 1)
        table.add_column(width=min(width, room))
        table.add_column(width=figures + 1, no_wrap=True, justify="right")
        table.add_row(label, name, change)
        self.console.print(table)

    def _below(self, text: Shown, indent: int) -> None:
        self.console.print(Padding(text, (0, 0, 0, indent)))

    def _where(self, change: Change, taken: int) -> Shown:
        address = self.plan.address(change.cell)
        where, line = shown(self.teller.cell(change.cell), "bold"), line_of(address)
        if self.subject.sheet is not None and (name := self.subject.sheet.cell_name(address)):
            where.append_text(shown(f" {name}", "dim"))
        if line is not None:
            room = self.console.width - taken - len(where) - 8
            where.append_text(Shown("  " + clipped(self.plan.lines.titles[line], room) if room > 8 else "", "dim"))
        return where

    def _highlighted(self, change: Change) -> Shown:
        """Stated and proposed, the digits that differ in colour."""
        stated, proposed = Shown(self.teller.stated(change)), Shown(self.teller.amount(change.proposed))
        if change.stated is not None:
            matcher = SequenceMatcher(None, stated.plain, proposed.plain, autojunk=False)
            for tag, start, end, other_start, other_end in matcher.get_opcodes():
                if tag != "equal":
                    stated.stylize("bold red", start, end)
                    proposed.stylize("bold green", other_start, other_end)
        return stated + Shown(" → ") + proposed

    def _open(self) -> None:
        found = still_open(self.subject, self.diagnosis)
        said = self.teller.open(found, self.diagnosis.unprotected)
        if not said:
            return
        self.console.print()
        self.console.print(Shown(self.teller.say(words.OPEN), "bold"))
        for sentence in said:
            self._below(shown(sentence), 2)
