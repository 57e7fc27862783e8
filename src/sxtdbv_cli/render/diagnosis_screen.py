"""The part of the screen that says which amounts are wrong, how sure that is, and what stays open."""

from difflib import SequenceMatcher

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Shown

from sxtdbv_cli.model.diagnosis import Change, Cluster, Diagnosis, Event, Explanation
from sxtdbv_cli.model.plan import Amount, Plan
from sxtdbv_cli.model.sums import Balance, Kind, Subject
from sxtdbv_cli.render import diagnosis_words as words
from sxtdbv_cli.render.conjecture import Open, still_open
from sxtdbv_cli.render.diagnosis import line_path
from sxtdbv_cli.render.names import KINDS, column_of, heading, heading_of, line_of, path_of
from sxtdbv_cli.render.screen import clipped, shown
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.numbers import grouped
from sxtdbv_cli.text.words import DECLARED

MOST_CLUSTERS = 30
MOST_EXPLANATIONS = 5
MOST_CHANGES = 30
MOST_SUMS = 6


def paint(console: Console, subject: Subject, diagnosis: Diagnosis, language: Language) -> None:
    """Print a diagnosis; nothing where no sum fails."""
    if diagnosis.failed:
        _Screen(console, subject, diagnosis, language).paint()


class _Screen:
    def __init__(self, console: Console, subject: Subject, diagnosis: Diagnosis, language: Language) -> None:
        self.console = console
        self.subject = subject
        self.plan: Plan = subject.plan
        self.diagnosis = diagnosis
        self.language = language

    def paint(self) -> None:
        """Print the headline, the clusters, what stays open."""
        self.console.print(Shown(self.say(words.TITLE), "bold underline"))
        self.console.print(self._headline())
        clusters = self.diagnosis.clusters
        for number, cluster in enumerate(clusters[:MOST_CLUSTERS], 1):
            self.console.print()
            self._cluster(number if len(clusters) > 1 else 0, cluster)
        self._open(still_open(self.subject, self.diagnosis))

    def say(self, text: Text, **facts: object) -> str:
        """A sentence in the language of the screen, safe for a terminal."""
        return text.say(self.language, facts, self.plan.unit.decimals)

    def amount(self, amount: Amount) -> str:
        """An amount with its digits grouped, or the word for a blank."""
        return self.say(words.BLANK) if amount is None else grouped(amount, self.plan.unit.decimals)

    # -- how sure ----------------------------------------------------------------------------------------------

    def _headline(self) -> str:
        found = self.diagnosis
        first = self.say(words.HEADLINE, failed=found.failed, total=self.subject.audit.total)
        if found.minimum is None or not found.proven:
            return f"{first} {self.say(words.AT_LEAST, bound=found.lower_bound)}"
        if found.minimum == 0:
            return first
        facts = {"minimum": found.minimum, "failed": found.failed, "fewer": found.minimum - 1}
        one = found.minimum == 1
        claims = [self.say(words.EXPLAINED_ONE if one else words.EXPLAINED, **facts)]
        if found.minimum > 1:
            claims.append(self.say(words.NO_FEWER, **facts))
        claims.append(
            self.say((words.NO_OTHER_ONE if one else words.NO_OTHER) if found.unique else words.NOT_UNIQUE, **facts)
        )
        sentence = f"{claims[0]}; {', '.join(claims[1:])}."
        return " ".join(filter(None, [first, sentence, self._each()]))

    def _each(self) -> str:
        """*Each is one wrong digit*, where that is so."""
        changes = [change for cluster in self.diagnosis.clusters for change in _best(cluster).changes]
        slips = {change.slip for change in changes}
        if len(changes) < 2 or len(slips) != 1 or not self.diagnosis.unique:
            return ""
        slip = slips.pop()
        return "" if slip is None else self.say(words.EACH, slip=words.SLIPS[slip])

    def _verdict(self, cluster: Cluster, explanation: Explanation) -> str:
        """The class of an explanation: how it may be worded."""
        count, size = len(cluster.explanations), len(explanation.changes)
        if not cluster.unique or not cluster.proven or explanation.event is not None:
            one_of = words.ONE_OF if cluster.complete else words.MORE_THAN
            return self.say(one_of, count=count) if count > 1 else ""
        if all(change.slip is not None for change in explanation.changes):
            return self.say(words.IS_WRONG)
        return self.say(words.ONLY_PLACE if size == 1 else words.ONLY_PLACES, size=size)

    # -- clusters ----------------------------------------------------------------------------------------------

    def _cluster(self, number: int, cluster: Cluster) -> None:
        label = Shown(f"[{number}] ", "bold") if number else Shown()
        if not cluster.explanations:
            self.console.print(label + Shown(self.say(words.TOO_MANY, failed=len(cluster.sums)), "yellow"))
            return
        several = len(cluster.explanations) > 1
        for rank, explanation in enumerate(cluster.explanations[:MOST_EXPLANATIONS], 1):
            choice = Shown(f"({rank}) ", "bold") if several else Shown()
            self._explanation(label + choice, cluster, explanation)
            label = Shown(" " * len(label))
        if len(cluster.explanations) > MOST_EXPLANATIONS:
            self.console.print(Shown(f"{' ' * len(label)}… +{len(cluster.explanations) - MOST_EXPLANATIONS}", "dim"))

    def _explanation(self, label: Shown, cluster: Cluster, explanation: Explanation) -> None:
        verdict = self._verdict(cluster, explanation)
        if explanation.event is not None:
            self.console.print(label + shown(self._event(explanation.event)) + Shown(f"  {verdict}", "dim"))
            label, verdict = Shown(" " * len(label)), ""
        changes = explanation.changes[:MOST_CHANGES]
        figures = max((len(self._figure(change)) for change in changes), default=0)
        for change in changes:
            self._change(label, change, figures)
            self._below(self._how(change, verdict, cluster), len(label) + 2)
            label = Shown(" " * len(label))

    def _change(self, label: Shown, change: Change, figures: int) -> None:
        table = Table.grid(padding=(0, 1, 0, 0))
        table.add_column(width=len(label) + 1)
        table.add_column(ratio=1)
        table.add_column(width=figures + 1, no_wrap=True, justify="right")
        table.add_row(label, self._where(change, figures + len(label)), self._highlighted(change))
        self.console.print(table)

    def _below(self, text: Shown, indent: int) -> None:
        self.console.print(Padding(text, (0, 0, 0, indent)))

    def _figure(self, change: Change) -> str:
        return f"{self.amount(change.stated)} → {self.amount(change.proposed)}"

    def _where(self, change: Change, taken: int) -> Shown:
        address = self.plan.address(change.cell)
        line = line_of(address)
        path = DECLARED.say(self.language) if line is None else path_of(self.plan, address) or ""
        where = shown(f"{path}, {heading_of(self.plan, column_of(address)).say(self.language)}", "bold")
        if line is not None:
            room = self.console.width - taken - len(where) - 8
            where.append_text(Shown("  " + clipped(self.plan.lines.titles[line], room) if room > 8 else "", "dim"))
        return where

    def _how(self, change: Change, verdict: str, cluster: Cluster) -> Shown:
        """How the mistake was made, and the sums that will then hold."""
        slip = "" if change.slip is None else self.say(words.SLIPS[change.slip])
        touched = [balance for balance in cluster.sums if change.cell in balance.sum.cells]
        more = " …" if len(touched) > MOST_SUMS else ""
        sums = ", ".join(map(self._sum, touched[:MOST_SUMS])) + more
        then = self.say(words.THEN_HOLD, sums=sums) if touched else ""
        said = ": ".join(filter(None, (verdict, slip)))
        return shown("; ".join(filter(None, (said, then))), "dim")

    def _sum(self, balance: Balance) -> str:
        address = self.plan.address(balance.sum.whole)
        path = DECLARED.say(self.language) if balance.sum.kind is Kind.DECLARED else path_of(self.plan, address)
        return f"{path} ({KINDS[balance.sum.kind].say(self.language)})"

    def _highlighted(self, change: Change) -> Shown:
        """Stated and proposed, the digits that differ in colour."""
        stated, proposed = Shown(self.amount(change.stated)), Shown(self.amount(change.proposed))
        if change.stated is not None:
            matcher = SequenceMatcher(None, stated.plain, proposed.plain, autojunk=False)
            for tag, start, end, other_start, other_end in matcher.get_opcodes():
                if tag != "equal":
                    stated.stylize("bold red", start, end)
                    proposed.stylize("bold green", other_start, other_end)
        return stated + Shown(" → ") + proposed

    def _event(self, event: Event) -> str:
        plan = self.plan
        headings = [heading(plan.columns[column]).say(self.language) for column in event.columns]
        pairs = zip(headings, event.amounts, strict=False)
        parent = plan.lines.parents[event.line] if 0 <= event.line < len(plan.lines) else -1
        return self.say(
            words.EVENTS[event.kind],
            path=line_path(plan, event.line),
            other="" if event.other is None else line_path(plan, event.other),
            parent=line_path(plan, parent),
            columns=", ".join(headings),
            amounts=", ".join(f"{name} {self.amount(amount)}" for name, amount in pairs),
            factor=event.factor or 0,
        )

    # -- what stays open ---------------------------------------------------------------------------------------

    def _open(self, found: Open) -> None:
        unprotected = len(self.diagnosis.unprotected)
        if not (found.totals or unprotected):
            return
        self.console.print()
        self.console.print(Shown(self.say(words.OPEN), "bold"))
        for total in found.totals:
            facts = {"stated": total.stated, "gap": total.gap, "after": total.after}
            template = words.STILL_SAME if total.after in (None, total.gap) else words.STILL
            column = heading(self.plan.columns[total.column])
            self._below(shown(self.say(template, column=column, **facts)), 2)
        if found.conjecture:
            self._below(shown(self.say(words.CONJECTURE, **found.conjecture._asdict())), 2)
        if unprotected:
            self._below(shown(self.say(words.UNPROTECTED, count=unprotected)), 2)


def _best(cluster: Cluster) -> Explanation:
    return cluster.explanations[0] if cluster.explanations else Explanation(())
