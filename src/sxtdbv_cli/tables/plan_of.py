"""From what was understood of a table to the plan: columns and their keys, lines, rules, the unit."""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sxtdbv_cli.model.audit import weigh
from sxtdbv_cli.model.plan import NOWHERE, Amount, Column, Document, Lines, Plan, Role, Source, Unit
from sxtdbv_cli.model.sums import promised
from sxtdbv_cli.model.units import EXACT, UNNAMED, dong_scale, is_multiple, rounded
from sxtdbv_cli.tables.across import Across
from sxtdbv_cli.tables.across.rule import Rule
from sxtdbv_cli.tables.blocks.head import Head
from sxtdbv_cli.tables.body.lines import Body, shows_tenths
from sxtdbv_cli.tables.document.prose import Saying
from sxtdbv_cli.tables.line_rules import LineRules
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.tables.words.headings import is_cumulative, is_of_other_years, years_in
from sxtdbv_cli.tables.words.totals import is_total
from sxtdbv_cli.text import words

TOTAL = "total"
PLAIN_TOTAL = frozenset({words.TOTAL.vi, words.TOTAL.en})
"""What a column of totals is called where a plan gives it no title: such a heading is none."""
LONGEST_KEY = 60
PROOF, TELLING = 12, 4
"""Where so many sums of so many figures hold for each that does not, none was rounded: every third would be off."""
ODD = 2
"""So many of more figures that do not end in nought may be rounded; one may be mistyped."""
SMALL, LITTLE, MANY = 1000, 100, 4
"""Off by a thousandth of itself at most, a sum may be rounded; by a hundredth where others are as well;
so many that are off to either side are, whatever they state."""


def unit_of_table(name: str | None, body: Body, *, finer: bool) -> Unit:
    """The unit of amounts; in thousands or millions of a currency, where none is stated and most show tenths, or where
    figures were rounded to their last digit (``finer``), one decimal more is kept than they show: half a step can be
    told then."""
    zeros = dong_scale(name) if name else None
    tenths = name is None and shows_tenths(body.rows)
    scale = max(zeros or 0, body.decimals + (finer or tenths or (name is not None and is_multiple(name))))
    unit = Unit(name=name or UNNAMED, scale=scale, decimals=scale - (zeros or 0))
    return rounded(unit, body.decimals if body.coarsest is None else body.coarsest)


def decimals_shown(amounts: Iterable[Sequence[Amount]], scale: int) -> int:
    """How many decimals amounts in smallest steps show at most."""
    shown = 0
    step: int = 10**scale
    for column in amounts if scale else ():
        for amount in column:
            while amount is not None and amount % (step // 10**shown):
                shown += 1
    return shown


def fails_by_rounding(plan: Plan) -> bool:
    """Whether sums of figures in no unit of đồng fail by no more than rounding each to its last digit makes: by hardly
    anything of what they state, or by little where several do so, or many do to either side. They are too few where
    many sums hold, and none where all but one of the figures of each end in nought, or so many that the others are too
    few for what it is off by."""
    unit = plan.unit
    if unit.precision > 1 or unit.scale not in EXACT or dong_scale(unit.name) is not None:
        return False
    slight, exact, noughts = [], 0, 0
    for sum_ in promised(plan):
        if balance := weigh(plan.cells, sum_):
            figures = len(sum_.cells) - balance.blank
            exact += not balance.gap and figures >= TELLING
            if 0 < 2 * abs(balance.gap) <= figures:
                slight.append(balance)
                odd = sum(bool((plan.cells[cell] or 0) % 10) for cell in sum_.cells)
                noughts += odd < ODD < figures or odd < 2 * abs(balance.gap)  # what is rounded ends in any digit
    signs = {balance.gap > 0 for balance in slight}
    least = 0 if len(slight) >= MANY and len(signs) > 1 else LITTLE if len(slight) > 1 else SMALL
    few = PROOF * len(slight) <= exact
    mistyped = 0 < noughts == len(slight)
    return not (few or mistyped) and all(least * abs(balance.gap) <= abs(balance.stated) for balance in slight)


def columns_of_plan(heads: Sequence[Head], across: Across, stated: Sequence[str | None]) -> list[Column]:
    """The columns of a plan: keys are the years where each column has one of its own, else the headings."""
    rules = {rule.whole: rule for rule in across.rules}
    keys = _keys(heads, rules, stated)
    found = []
    for index, (head, key) in enumerate(zip(heads, keys, strict=True)):
        rule = rules.get(index, Rule(index, ()))
        year = _years(head)
        by_formula = bool(rule.minus) and bool(rule.said)
        found.append(
            Column(
                key=key,
                title=None if head.text == key or (key == TOTAL and head.text in PLAIN_TOTAL) else head.text or None,
                year=year[0] if len(set(year)) == 1 and (key.isdecimal() or stated[index] is None) else None,
                plus=rule.plus,
                minus=rule.minus,
                equals=terms_of(rule, keys) if by_formula else None,
            )
        )
    return found


def _years(head: Head) -> list[int]:
    """The years whose amounts stand below a heading, none where it is those up to one, before it or after it."""
    return [] if is_cumulative(head.text) or is_of_other_years(head.text) else years_in(head.text)


def terms_of(rule: Rule, keys: Sequence[str]) -> str:
    """A rule of columns in their keys: ``plan - actual``."""
    plus = " + ".join(keys[position] for position in rule.plus)
    return plus + "".join(f" - {keys[position]}" for position in rule.minus)


def _keys(heads: Sequence[Head], rules: dict[int, Rule], stated: Sequence[str | None]) -> list[str]:
    """A name for every column, each once."""
    totals = [index for index, head in enumerate(heads) if index in rules and head.parts and is_total(head.parts[-1])]
    total = totals[0] if len(totals) == 1 else None
    years = {
        index: found[0]
        for index, head in enumerate(heads)
        if index != total and len(found := list(dict.fromkeys(_years(head)))) == 1
    }
    by_year = len(set(years.values())) == len(years) == len(heads) - (total is not None)
    keys: list[str] = []
    for index, head in enumerate(heads):
        key = stated[index] or (TOTAL if index == total else str(years[index]) if by_year else _heading_key(head))
        count = 2
        while key in keys:
            key, count = f"{key.removesuffix(f' ({count - 1})')} ({count})", count + 1
        keys.append(key)
    return keys


def _heading_key(head: Head) -> str:
    text = re.sub(r"\s+([+-])\s+", r" \1", head.text)  # a sign between blanks would read as a rule
    text = text if len(text) <= LONGEST_KEY else text[:LONGEST_KEY].rstrip() + "…"
    return text or TOTAL


def plan_of(columns: Sequence[Column], found: Structure, rules: LineRules, unit: Unit, title: str | None) -> Plan:
    """The plan. Children of a line whose rule is over its children keep the roles that rule gives them."""
    entries = found.entries
    roles = [rules.roles.get(line, role) for line, role in enumerate(found.roles)]
    parents = found.parents
    declared = found.outcome.declared
    nothing = (None,) * len(columns)
    listed = [parent == NOWHERE and role is Role.OF_WHICH for parent, role in zip(parents, roles, strict=True)]
    roles = [Role.PART if alone else role for alone, role in zip(listed, roles, strict=True)]  # it is no part of any
    amounts = tuple(zip(*(entry.figures for entry in entries), strict=True)) or ((),) * len(columns)
    table = [*amounts, declared.figures if declared else nothing]
    if unit.precision <= 10**unit.scale:  # else figures were rounded to more than the unit, and say so
        unit = rounded(replace(unit, precision=1), decimals_shown(table, unit.scale))
    return Plan(
        document=Document(title=title),
        unit=unit,
        columns=tuple(columns),
        declared=declared.figures if declared else nothing,
        lines=Lines(
            parents=tuple(parents),
            codes=tuple([entry.code for entry in entries]),
            titles=tuple([entry.title for entry in entries]),
            schedules=tuple([entry.schedule for entry in entries]),
            notes=tuple([entry.note for entry in entries]),
            roles=tuple(roles),
            equals=tuple([rules.equals.get(line) for line in range(len(entries))]),
            amounts=amounts,
        ),
        line_rules=tuple(rules.rules),
        total_title=(declared.title or declared.code) if declared else None,
    )


def with_prose(plan: Plan, said: Mapping[str, Saying], totals: Mapping[int, Amount]) -> Plan:
    """The plan with what the text around its table states: particulars of the document, declared totals."""
    found = {name: saying.value for name, saying in said.items()}
    date, title = found.get("date"), found.get("title", plan.document.title)
    day = datetime.date.fromisoformat(date) if date else None
    document = Document(number=found.get("number"), date=day, issuer=found.get("issuer"), title=title)
    source = Source(complete="incomplete" not in said, note=found.get("note"))
    declared = tuple(totals.get(column, amount) for column, amount in enumerate(plan.declared))
    return replace(plan, document=document, source=source, declared=declared)
