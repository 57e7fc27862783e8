"""Any plan at all, as hypothesis draws it: everything that a plan file can say."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from sxtdbv_cli.model.formula import BadFormula, LineNames
from sxtdbv_cli.model.plan import (
    NOWHERE,
    Acceptance,
    Column,
    Document,
    Erratum,
    LineRule,
    Lines,
    Plan,
    Role,
    Source,
    Unit,
)
from sxtdbv_cli.model.units import rounded
from sxtdbv_cli.tables.plan_of import decimals_shown

# Leading signs, separators, quotes, what XML and spreadsheets escape, Vietnamese (composed: text files become NFC).
ALPHABET = "=+-@'\"\t;,|<>&_x0041\\ aBđẾ 1.\n\u200b"
TEXTS = st.text(st.sampled_from(ALPHABET), min_size=1, max_size=12).filter(str.strip) | st.sampled_from(
    [
        "- Tập huấn",
        "=1+1",
        "'- x",
        "+84",
        "@SUM(A1)",
        "\tx",
        "sxtdbv",
        "A",
        "1",
        "3.10",
        "1=2+3",
        "_x0041_",
        "#REF!",
        "TRUE",
    ]
)
MAYBE = st.none() | TEXTS
CODES = st.none() | st.sampled_from(["I", "II", "A", "1", "1.1", "3.10", "a", "-"]) | TEXTS
DATES = st.none() | st.dates()
KEYS = st.lists(TEXTS | st.sampled_from(["2022", "2023", "total", "plan"]), min_size=1, max_size=4, unique=True)
UNITS = st.sampled_from(
    [
        Unit(),
        Unit(name="Triệu đồng", scale=6),
        Unit(name="nghìn đồng", scale=3),
        Unit(name="triệu đồng", scale=8, decimals=2),
        Unit(name="đồng", scale=1, decimals=1),
        Unit(name="USD", scale=2, decimals=2),
        Unit(name="EUR", scale=1, decimals=1),
    ]
)


@st.composite
def columns(draw: st.DrawFn) -> tuple[Column, ...]:
    keys = draw(KEYS)
    found = []
    for own, key in enumerate(keys):
        others = [place for place in range(len(keys)) if place != own]
        parts = draw(st.lists(st.sampled_from(others), unique=True)) if others and draw(st.booleans()) else []
        plus = tuple(part for part in parts if draw(st.booleans()))
        minus = tuple(part for part in parts if part not in plus)
        equals = draw(MAYBE) if parts else None
        year = draw(st.none() | st.integers(1900, 2199))
        found.append(Column(key=key, title=draw(MAYBE), year=year, plus=plus, minus=minus, equals=equals))
    return tuple(found)


@st.composite
def lines(draw: st.DrawFn, width: int, figures: st.SearchStrategy[int | None]) -> Lines:
    count = draw(st.integers(1, 8))
    levels = [0]
    parents = [NOWHERE]
    for line in range(1, count):
        level = draw(st.integers(0, levels[-1] + 1))
        above = [other for other in range(line) if levels[other] == level - 1]
        levels.append(level)
        parents.append(above[-1] if level else NOWHERE)

    def each(strategy: st.SearchStrategy[Any]) -> tuple[Any, ...]:
        return tuple(draw(strategy) for _ in range(count))

    return Lines(
        parents=tuple(parents),
        codes=each(CODES),
        titles=each(TEXTS | st.just("")),
        schedules=each(MAYBE),
        notes=each(MAYBE),
        roles=each(st.sampled_from(Role)),
        equals=each(st.none() | st.sampled_from(["A + 1", "I - II", "1 + a - 3.10"])),
        amounts=tuple(each(figures) for _ in range(width)),
    )


def _ruled(found: Lines) -> tuple[Lines, tuple[LineRule, ...]]:
    """The lines with the rules that can be read, and these rules."""
    equals = list(found.equals)
    rules = []
    for line, text in enumerate(equals):
        if text is None:
            continue
        try:
            rules.append(LineNames(found.codes, found.parents).rule(text, line))
        except BadFormula:
            equals[line] = None
    return replace(found, equals=tuple(equals)), tuple(rules)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    unit = draw(UNITS)
    step = 10 ** draw(st.integers(0, unit.scale))
    figures = st.none() | st.integers(-(10**12), 10**13).map(lambda amount: amount * step) | st.just(0)
    found = draw(columns())
    table, rules = _ruled(draw(lines(len(found), figures)))
    errata = st.builds(
        Erratum,
        line=TEXTS,
        column=TEXTS,
        stated=st.integers(-(10**9), 10**9),
        correct=st.integers(-(10**9), 10**9),
        reason=TEXTS,
        by=MAYBE,
        date=DATES,
    )
    accept = st.builds(
        Acceptance,
        rule=TEXTS,
        line=MAYBE,
        column=MAYBE,
        amounts=st.dictionaries(st.sampled_from(["stated", "computed"]), st.integers(-(10**9), 10**9)),
        reason=TEXTS,
        until=DATES,
        by=MAYBE,
    )
    declared = tuple(draw(figures) for _ in found)
    plan = Plan(
        document=Document(number=draw(MAYBE), date=draw(DATES), issuer=draw(MAYBE), title=draw(MAYBE)),
        source=Source(complete=draw(st.booleans()), note=draw(MAYBE)),
        unit=unit,
        columns=found,
        declared=declared,
        total_title=draw(MAYBE) if any(amount is not None for amount in declared) else None,
        lines=table,
        line_rules=rules,
        errata=tuple(draw(st.lists(errata, max_size=2))),
        accept=tuple(draw(st.lists(accept, max_size=2))),
    )
    return replace(plan, unit=rounded(unit, decimals_shown([plan.cells], unit.scale)))
