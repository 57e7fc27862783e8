"""One change told to people: what it is about, what was and is, and what that does to the sums."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from sxtdbv_cli.model import comparison
from sxtdbv_cli.model.plan import Acceptance, Amount, Plan
from sxtdbv_cli.render.diagnosis.text import Teller
from sxtdbv_cli.render.difference import words
from sxtdbv_cli.render.difference.effect import Said, say_effects, signed
from sxtdbv_cli.render.names import heading, heading_of
from sxtdbv_cli.render.telling import sentence
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.words import first_of

MOST_IN_ORDER = 12


class Row(NamedTuple):
    """One thing that changed: what it is, what it was and is, by how much, and what that does."""

    label: str
    before: str = ""
    after: str = ""
    change: str = ""
    effects: Sequence[Said] = ()


class Entry(NamedTuple):
    """What changed about one thing: a line by its path and title, or the thing as a sentence."""

    name: str
    title: str = ""
    more: str = ""
    rows: Sequence[Row] = ()
    effects: Sequence[Said] = ()


class Told:
    """Tells changes in one language."""

    def __init__(self, found: comparison.Comparison, language: Language) -> None:
        self.found, self.language = found, language
        self.old, self.new = Teller(found.old, language), Teller(found.new, language)
        self.said: set[Said] = set()

    def effects(self, change: Any) -> list[Said]:
        """What a change does to sums, as far as no change before has said the same of them."""
        fresh = [said for said in say_effects(change.effects, self.found, self.language) if said not in self.said]
        self.said.update(fresh)
        return fresh

    def say(self, text: Text, **facts: object) -> str:
        """A sentence in the language."""
        return text.say(self.language, facts)

    def text(self, text: str | None) -> str:
        """A text of a plan, or the word for a blank."""
        return self.say(words.BLANK) if text is None else text

    def particular(self, change: comparison.Wording) -> Entry:
        """A particular of the document."""
        row = Row("", self.text(change.before), self.text(change.after))
        return Entry(self.say(words.FIELDS[change.field]), rows=[row])

    def column(self, change: comparison.ColumnChange) -> Entry:
        """A column that is new, gone, or described in another way."""
        own, other = (self.found.new, self.found.old)[:: 1 if change.after is not None else -1]
        title = heading_of(own, change.key)
        name = title.say(self.language)
        if change.before is None or change.after is None:
            name = change.key if title in map(heading, other.columns) else name  # two columns called the same
            return Entry(name, self.say(words.COLUMN_REMOVED if change.after is None else words.COLUMN_ADDED))
        rows = [
            Row(self.say(words.FIELDS[field]), self.text(before), self.text(change.after[field]))
            for field, before in change.before.items()
        ]
        return Entry(name, rows=rows)

    def line(self, plan: Plan, change: comparison.LineChange, mark: str) -> Entry:
        """A line that is on one side only, with its amounts."""
        rows = []
        for place, column in enumerate(plan.columns):
            amount = plan.lines.amounts[place][change.line]
            if amount is not None:
                shown = self.new.amount(amount)
                name = heading(column).say(self.language)
                rows.append(Row(name, "" if mark == "+" else shown, shown if mark == "+" else ""))
        path, title = plan.paths[change.line], plan.lines.titles[change.line]
        return Entry(path, title, rows=rows, effects=self.effects(change))

    def move(self, move: comparison.Move) -> Entry:
        """A line under another path, and how many lines below it went along."""
        new, along = self.found.new, _below(self.found.new, move.new)
        name = self.say(words.FROM, before=self.found.old.paths[move.old], after=new.paths[move.new])
        more = self.say(words.ALONG, count=along) if along else ""
        return Entry(name, new.lines.titles[move.new], more, effects=self.effects(move))

    def reorder(self, reorder: comparison.Reorder) -> Entry:
        """Lines below one line in another order."""
        top = reorder.parent == len(self.found.new.lines)
        name = self.say(words.TOP) if top else self.say(words.ORDER, path=self.found.new.paths[reorder.parent])
        old, new = self.found.old.paths, self.found.new.paths
        before = [old[line].rpartition("/")[2] for line in reorder.old]
        after = [new[line].rpartition("/")[2] for line in reorder.new]
        return Entry(name, rows=[Row("", first_of(before, MOST_IN_ORDER), first_of(after, MOST_IN_ORDER))])

    def wording(self, change: comparison.Wording) -> Entry:
        """A text of a line."""
        assert change.new is not None
        path, title = self.found.new.paths[change.new], self.found.new.lines.titles[change.new]
        renamed = change.field == "title"
        label = "" if renamed else self.say(words.FIELDS[change.field])
        row = Row(label, self.text(change.before), self.text(change.after), effects=self.effects(change))
        return Entry(path, "" if renamed else title, rows=[row])

    def amounts(self, changes: Sequence[comparison.AmountChange]) -> Iterator[Entry]:
        """Cells, those of a line together."""
        plan = self.found.new
        for line, cells in groupby(changes, lambda change: plan.position(change.new)[0]):
            rows = [self._amount(change) for change in cells]
            declared = line == len(plan.lines)
            yield Entry("" if declared else plan.paths[line], "" if declared else plan.lines.titles[line], rows=rows)

    def _amount(self, change: comparison.AmountChange) -> Row:
        column = heading(self.found.new.columns[self.found.new.position(change.new)[1]]).say(self.language)
        moved = ""
        if change.before is not None and change.after is not None:
            moved = signed(change.after - change.before, self.found.new.unit.digits)
        before, after = self._figure(change.before), self._figure(change.after)
        return Row(column, before, after, moved, self.effects(change))

    def _figure(self, amount: Amount) -> str:
        return self.say(words.BLANK) if amount is None else self.new.amount(amount)

    def erratum(self, plan: Plan, change: comparison.ErratumChange) -> Entry:
        """An erratum by its cell."""
        erratum, teller = change.erratum, Teller(plan, self.language)
        cell = plan.find(erratum.line, erratum.column)
        name = f"{erratum.line}, {erratum.column}" if cell is None else teller.cell(cell)
        figures = {"stated": teller.amount(erratum.stated), "correct": teller.amount(erratum.correct)}
        said = self.say(words.ERRATUM, **figures, reason=erratum.reason)
        return Entry(name, said, effects=self.effects(change))

    def acceptance(self, accepted: Acceptance) -> Entry:
        """An acceptance by its rule and cell, with its reason."""
        where = ", ".join(filter(None, (accepted.line, accepted.column)))
        return Entry(f"{accepted.rule} {where}".rstrip(), accepted.reason)

    def finding(self, change: comparison.FindingChange) -> str:
        """A finding as a sentence."""
        if change.after is not None:
            return sentence(self.new, change.after)
        assert change.before is not None
        return sentence(self.old, change.before)


def _below(plan: Plan, line: int) -> int:
    """How many lines stand below a line, at any depth."""
    found = 0
    waiting = [line]
    while waiting:
        children = plan.children[waiting.pop()]
        found += len(children)
        waiting += children
    return found
