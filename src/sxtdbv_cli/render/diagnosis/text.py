"""A diagnosis told in sentences, for every output that shows one."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.model.diagnosis import Change, Cluster, Contradiction, Diagnosis, Event, Explanation, Slip, over_all
from sxtdbv_cli.model.grid import GridCell
from sxtdbv_cli.model.plan import NOWHERE, Amount, Cell, Plan
from sxtdbv_cli.model.sheet import Sheet
from sxtdbv_cli.model.sums import Sum
from sxtdbv_cli.render.diagnosis import words
from sxtdbv_cli.render.diagnosis.conjecture import Open
from sxtdbv_cli.render.diagnosis.record import line_path
from sxtdbv_cli.render.names import KINDS, heading, name_of, path_of, total_name
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.numbers import grouped

MOST_SUMS = 6
FEW_COLUMNS = 4

MOST_BESIDE = 4
"""Explanations of more cells than this are not spelled out beside an event that is likelier."""

LONGEST_HELD = 24
"""So much is shown of what stands in a cell and is no amount."""

MOST_SEARCHED = 24
"""Of more failing sums that hang together the cells are not looked for in every way."""


class Teller(NamedTuple):
    """Tells what is found about a plan, in one language; ``sheet`` is the table that it was read from."""

    plan: Plan
    language: Language
    sheet: Sheet | None = None

    def say(self, text: Text, **facts: object) -> str:
        """A sentence in the language."""
        return text.say(self.language, facts, self.plan.unit.digits)

    def amount(self, amount: Amount) -> str:
        """An amount with its digits grouped, or the word for a blank."""
        return self.say(words.BLANK) if amount is None else grouped(amount, self.plan.unit.digits)

    def cell(self, cell: Cell) -> str:
        """What a cell is called: *III/A, Total*."""
        return name_of(self.plan, self.plan.address(cell), self.language)

    def figures(self, change: Change) -> str:
        """What is stated and what is proposed."""
        return f"{self.stated(change)} → {self.amount(change.proposed)}"

    def stated(self, change: Change) -> str:
        """What is stated, or what stands there that is no figure, or the word for a blank."""
        return self._held(change) or self.amount(change.stated)

    def _cell(self, change: Change) -> GridCell | None:
        """What stands where nothing is stated."""
        if change.stated is not None or self.sheet is None:
            return None
        position = self.sheet.cell_of(self.plan.address(change.cell))
        return self.sheet.grid.at(*position) if position else None

    def _held(self, change: Change) -> str:
        """The same in words, where there are any."""
        cell = self._cell(change)
        text = cell.said.say(self.language) if cell is not None and any(map(str.isalnum, cell.text)) else ""
        said = " ".join(text.split())
        return said and (f"“{said}”" if len(said) <= LONGEST_HELD else f"“{said[:LONGEST_HELD].rstrip()}…”")

    def slip(self, change: Change, event: Event | None = None) -> str:
        """How the mistake was made, if that is known, and what else is within rounding.

        A blank was not mistyped: its figure follows. Of an event, which is told by itself, no cell was.
        """
        said = self._slip(change) if event is None or change.stated is None else ""
        return ", ".join(filter(None, (said, self._fits(change))))

    def _fits(self, change: Change) -> str:
        """What else a cell may hold within rounding; empty where nothing else may, or a slip tells which it was."""
        if change.fits is None or change.slip is not None:
            return ""
        least, most = change.fits
        if least == most:
            return self.say(words.MAY_FIT)
        if change.proposed - least == most - change.proposed:
            return self.say(words.FITS_EVENLY, by=most - change.proposed)
        return self.say(words.FITS, least=least, most=most)

    def _slip(self, change: Change) -> str:
        if change.stated is None:
            cell = self._cell(change)
            if cell is not None and cell.day is not None and change.proposed == cell.day * 10**self.plan.unit.scale:
                return self.say(words.ADDED_AS_DAY)
            return self.say(words.HOLDS_NONE if self._held(change) else words.FOLLOWS)
        if change.slip is None:
            return ""
        if change.slip not in words.ZEROS:
            return self.say(words.SLIPS[change.slip])
        count = abs(len(str(abs(change.stated))) - len(str(abs(change.proposed))))
        return self.say(words.ZEROS[change.slip], count=count)

    def headline(self, found: Diagnosis, total: int) -> str:
        """How many cells explain the failures, and how sure that is."""
        first = self.say(words.HEADLINE, failed=found.failed, total=total)
        rest = explainable(found)
        if rest is found:
            return " ".join(filter(None, [first, self._claims(found)]))
        said = [first, self.say(words.CONTRADICTED, count=found.failed - rest.failed)]
        if rest.failed and (claims := self._claims(rest)):
            said.append(self.say(words.THE_REST, failed=rest.failed, said=claims[0].lower() + claims[1:]))
        return " ".join(said)

    def _claims(self, found: Diagnosis) -> str:
        """How many cells explain all failures, and how sure that is; empty where blank cells do."""
        explanations = [best(cluster) for cluster in found.clusters]
        events = [one for one in explanations if one.event is not None]
        if events and all(one.event or one.changes for one in explanations):
            return self._mistakes(found, len(events) + sum(len(one.changes) for one in explanations if not one.event))
        if found.minimum is None or not found.proven:
            return self.say(words.AT_LEAST, bound=found.lower_bound)
        changes = [change for one in explanations for change in one.changes]
        stated = sum(change.stated is not None for change in changes)
        if stated > found.minimum:
            said = self.say(words.STATED_ALONE, count=stated, failed=found.failed)
            other = words.OR_FILLED if found.minimum else words.OR_FILLED_ONLY
            return f"{said}; {self.say(other, minimum=found.minimum)}."
        if found.minimum == 0:
            return ""
        facts = {"minimum": found.minimum, "failed": found.failed, "fewer": found.minimum - 1}
        one = found.minimum == 1
        claims = [self.say(words.EXPLAINED_ONE if one else words.EXPLAINED, **facts)]
        if found.minimum > 1:
            claims.append(self.say(words.NO_SINGLE if found.minimum == 2 else words.NO_FEWER, **facts))
        claims.append(
            self.say((words.NO_OTHER_ONE if one else words.NO_OTHER) if found.unique else words.NOT_UNIQUE, **facts)
        )
        somehow = any(self.many_ways(best(cluster), cluster) for cluster in found.clusters)
        said_if = {words.PRODUCTS: found.products, words.FILLED: len(changes) > stated, words.FILLED_SOMEHOW: somehow}
        more = [self.say(words_) for words_, holds in said_if.items() if holds]
        return " ".join(filter(None, [f"{claims[0]}; {', '.join(claims[1:])}.", *more, self._each(found)]))

    def _mistakes(self, found: Diagnosis, count: int) -> str:
        """How many mistakes explain all failures where some are no mistyped cells, and how many cells would."""
        facts = {"count": count, "failed": found.failed, "bound": found.lower_bound, "minimum": found.minimum}
        said = self.say(words.ONE_MISTAKE if count == 1 else words.MISTAKES, **facts)
        if found.lower_bound <= count:
            return said + "."
        return f"{said}; {self.say(words.BY_CELLS if found.proven else words.BY_AT_LEAST, **facts)}."

    def _each(self, found: Diagnosis) -> str:
        """*Each is one wrong digit*, where that is so, or what else all have in common."""
        changes = [change for cluster in found.clusters for change in best(cluster).changes]
        slips = {change.slip for change in changes}
        if len(changes) < 2 or len(slips) != 1 or not found.unique:
            return ""
        slip = slips.pop()
        if slip is None:
            return ""
        return self.say(words.EACH if slip is Slip.DIGIT_REPLACED else words.ALIKE, slip=words.SLIPS[slip])

    def verdict(self, cluster: Cluster, explanation: Explanation) -> str:
        """The class of an explanation: how it may be worded."""
        count, size = len(cluster.explanations), sum(change.stated is not None for change in explanation.changes)
        sure = size and cluster.unique and cluster.proven and explanation is best(cluster)
        if not sure or explanation.event is not None:
            one_of = words.ONE_OF if cluster.complete else words.MORE_THAN
            return self.say(one_of, count=count) if count > 1 else ""
        alone = count == 1
        if are_slips(explanation):
            return self.say(words.IS_WRONG if alone else words.LIKELY_WRONG)
        one, more = (words.ONLY_PLACE, words.ONLY_PLACES) if alone else (words.ONLY_FIGURE, words.ONLY_FIGURES)
        return self.say(one if size == 1 else more, size=size)

    def how(self, change: Change, verdict: str, cluster: Cluster, event: Event | None = None) -> str:
        """How the mistake was made, and the sums that will then hold."""
        verdict = verdict if change.stated is not None else ""
        said = ": ".join(filter(None, (verdict, self.slip(change, event))))
        return "; ".join(filter(None, (said, self.then_hold([change], cluster))))

    def then_hold(self, changes: Sequence[Change], cluster: Cluster) -> str:
        """The sums that hold with some changes; empty where there are none."""
        changed = {change.cell for change in changes}
        touched = [balance.sum for balance in cluster.sums if not changed.isdisjoint(balance.sum.cells)]
        return self.say(words.THEN_HOLD, sums=_first([*dict.fromkeys(map(self._sum, touched))])) if touched else ""

    def many_ways(self, explanation: Explanation, cluster: Cluster) -> str:
        """The sums that blank cells still have to make hold, which of them is not told; empty where there are none."""
        if explanation.event is not None or (self.plan.unit.precision > 1 and explanation.changes):
            return ""
        by = explanation.deltas
        left = [balance.sum for balance in cluster.sums if balance.blank and balance.gap + _moved(balance.sum, by)]
        return self.say(words.MANY_WAYS, sums=_first([*dict.fromkeys(map(self._sum, left))])) if left else ""

    def _sum(self, sum_: Sum) -> str:
        address = self.plan.address(sum_.whole)
        path = total_name(self.plan).say(self.language) if address[0] == "declared" else path_of(self.plan, address)
        return f"{path} ({KINDS[sum_.kind].say(self.language)})"

    def cells(self, explanation: Explanation) -> str:
        """The cells of an explanation that are wrong, a line at a time, without their figures; blanks are counted."""
        wrong = [change.cell for change in explanation.changes if change.stated is not None]
        said = self.say(words.WRONG_CELLS, count=len(wrong), cells=self._by_line(wrong)) if wrong else ""
        filled = len(explanation.changes) - len(wrong)
        how = words.FILLED_BELOW if _below_nothing(explanation) else words.AND_FILLED
        return "; ".join(filter(None, (said, self.say(how, count=filled) if filled else "")))

    def told(self, explanation: Explanation) -> str:
        """An explanation in one sentence: its event, or its cells."""
        return self.cells(explanation) if explanation.event is None else self.event(explanation.event)

    def contradiction(self, found: Contradiction) -> str:
        """Cells that are trusted and cannot all be right."""
        sums = _first([self._sum(sum_) for sum_ in found.sums])
        return self.say(words.CONTRADICTION, count=len(found.sums), cells=self._by_line(found.cells), sums=sums)

    def _by_line(self, cells: Iterable[Cell]) -> str:
        lines = sorted(by_key(map(self.plan.position, cells)).items())[
            : MOST_SUMS + 1
        ]  # of which the last is not shown
        return _first([f"{self._path(line)} ({self._headings(line, found)})" for line, found in lines])

    def _headings(self, line: int, columns: Sequence[int]) -> str:
        """Columns of a line by their headings; more than a few need no list."""
        plan = self.plan
        if len(columns) > FEW_COLUMNS:
            stated = [column for column in range(len(plan.columns)) if plan.cells[plan.cell(line, column)] is not None]
            said = words.ALL_COLUMNS if sorted(columns) == stated else words.MANY_COLUMNS
            return self.say(said, count=len(columns))
        return ", ".join([heading(plan.columns[column]).say(self.language) for column in columns])

    def _path(self, line: int) -> str:
        """The path of a line, or what the declared totals and the top of the table are called."""
        if line == NOWHERE:
            return self.say(words.AT_THE_TOP)
        return total_name(self.plan).say(self.language) if line == len(self.plan.lines) else line_path(self.plan, line)

    def event(self, event: Event) -> str:
        """One mistake of another kind than a mistyped cell."""
        plan = self.plan
        headings = [heading(plan.columns[column]).say(self.language) for column in event.columns]
        pairs = zip(headings, event.amounts, strict=False)
        parent = plan.lines.parents[event.line] if 0 <= event.line < len(plan.lines) else NOWHERE
        return self.say(
            words.template(plan, event),
            path=self._path(event.line),
            other="" if event.other is None else self._path(event.other),
            parent=self._path(len(plan.lines) if parent == NOWHERE else parent),
            columns=", ".join(headings),
            amounts=", ".join(f"{name} {self._about(amount)}" for name, amount in pairs),
            factor=event.factor or 0,
        )

    def _about(self, amount: int) -> str:
        """An amount that follows from sums, which tell it only within rounding where the table is rounded."""
        exact = self.plan.unit.precision == 1
        return self.amount(amount) if exact else self.say(words.ABOUT, amount=amount)

    def not_located(self, cluster: Cluster) -> str:
        """Why no cells of a cluster are named."""
        failed = len(cluster.sums)
        return self.say(words.TOO_MANY if failed > MOST_SEARCHED else words.NOT_LOCATED, failed=failed)

    def open(self, found: Open, unprotected: Sequence[Cell]) -> list[str]:
        """What stays open after the corrections."""
        said: list[str] = []
        for total in found.totals:
            column, how = heading(self.plan.columns[total.column]), self._missing(total.gap)
            if total.after not in (None, total.gap):
                alike = (total.gap < 0) == (total.after < 0)
                how += self.say(words.CORRECTED, after=abs(total.after) if alike else self._missing(total.after))
            said.append(self.say(words.STILL, column=column, stated=total.stated, how=how))
        if found.conjecture:
            said.append(self.say(words.CONJECTURE, **found.conjecture._asdict()))
        return said + self.unprotected(unprotected)

    def _missing(self, gap: int) -> str:
        """What the lines of an incomplete source do not come to of a declared total, or by how much they exceed it."""
        return self.say(words.EXCEEDED if gap < 0 else words.NOT_ITEMISED, by=abs(gap))

    def unprotected(self, cells: Sequence[Cell]) -> list[str]:
        """That no sum checks some cells, if there are any."""
        return [self.say(words.UNPROTECTED, count=len(cells), cells=self._by_line(cells))] if cells else []


def explainable(found: Diagnosis) -> Diagnosis:
    """A diagnosis without the clusters in which trusted cells contradict each other."""
    kept = tuple(cluster for cluster in found.clusters if not cluster.contradictions)
    if len(kept) == len(found.clusters):
        return found
    failed = sum(len(cluster.sums) for cluster in kept)
    return over_all(failed, kept, found.unprotected)._replace(seconds=found.seconds, products=found.products)


def _moved(sum_: Sum, by: dict[Cell, int]) -> int:
    """By how much more a sum is off where some cells are larger."""
    added = sum(by.get(cell, 0) for cell in sum_.plus) - sum(by.get(cell, 0) for cell in sum_.minus)
    return by.get(sum_.whole, 0) - added


def _first(names: Sequence[str]) -> str:
    """The first of many names."""
    return ", ".join(names[:MOST_SUMS]) + (" …" if len(names) > MOST_SUMS else "")


def are_slips(explanation: Explanation) -> bool:
    """Whether of each cell that changes it is known how the mistake was made: that can be said of each by itself."""
    return all(change.slip is not None for change in explanation.changes if change.stated is not None)


def best(cluster: Cluster) -> Explanation:
    """The likeliest explanation of a cluster."""
    return cluster.explanations[0] if cluster.explanations else Explanation(())


def told(cluster: Cluster, most: int) -> Iterator[tuple[int, Explanation]]:
    """The likeliest explanations with their ranks, of those that are told in brief the first only; where the first is
    nothing but slips, no sets of cells that nobody knows how to mistype."""
    brief, first = False, best(cluster)
    clear = bool(first.changes) and first.event is None and are_slips(first)
    for rank, explanation in enumerate(cluster.explanations[:most], 1):
        slips = are_slips(explanation) and not _below_nothing(explanation)
        unlikely = clear and explanation.event is None and not slips
        if not (unlikely or (brief and is_brief(cluster, explanation))):
            yield rank, explanation
        brief |= is_brief(cluster, explanation)


def is_brief(cluster: Cluster, explanation: Explanation) -> bool:
    """Whether the cells of an explanation are named only, beside a likelier one: a blank would have to be less than
    nothing, or there are many, and the other is an event."""
    if explanation.event is not None or explanation is best(cluster):
        return False
    return _below_nothing(explanation) or (best(cluster).event is not None and len(explanation.changes) > MOST_BESIDE)


def _below_nothing(explanation: Explanation) -> bool:
    """Whether a blank cell is filled with an amount below zero."""
    return any(change.stated is None and change.proposed < 0 for change in explanation.changes)
