"""Laws that hold for every plan: written once, tried on thousands of made-up ones."""

import random
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sxtdbv_cli.check import check_plan, rules_for
from sxtdbv_cli.files.yaml import parse
from sxtdbv_cli.model.plan import validated
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render.check import json, jsonl, terminal
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.language import Language
from sxtdbv_cli.text.numbers import write_amount

YEARS = ("2024", "2025", "2026")
Tree = list[tuple[list[int], "Tree"]] | list[Any]


@st.composite
def trees(draw: st.DrawFn, depth: int = 3) -> Tree:
    """Lines with their amounts by year; a parent is the sum of its child lines."""
    found: Tree = []
    for _ in range(draw(st.integers(1, 3))):
        children = draw(trees(depth - 1)) if depth > 1 and draw(st.booleans()) else []
        leaf = [draw(st.integers(0, 10**9)) for _ in YEARS]
        amounts = [sum(column) for column in zip(*(child[0] for child in children), strict=True)] if children else leaf
        found.append((amounts, children))
    return found


def lines_of(tree: Tree, plain: bool, indent: str = "") -> str:
    """The YAML of a tree, every cell stated, in one notation or the other."""
    write = str if plain else write_amount
    out = ""
    for number, (amounts, children) in enumerate(tree, 1):
        cells = [f"total: {write(sum(amounts))}"]
        cells += [f"{year}: {write(amount)}" for year, amount in zip(YEARS, amounts, strict=True)]
        out += f"{indent}- title: dòng {number}\n{indent}  amounts: {{{', '.join(cells)}}}\n"
        if children:
            out += f"{indent}  lines:\n{lines_of(children, plain, indent + '  ')}"
    return out


def plan_text(tree: Tree, plain: bool = False) -> str:
    return f"document: {{title: x}}\nyears: [{', '.join(YEARS)}]\nlines:\n{lines_of(tree, plain)}"


def codes(report: Report) -> set[str]:
    return {finding.code for finding in report.findings if finding.code.startswith("SX1")}


@given(trees())
def test_a_plan_whose_sums_hold_is_silent(tree: Tree) -> None:
    report = check_plan(parse(plan_text(tree), "plan.yaml"))
    assert codes(report) == set()
    assert report.exit_code() == 0


@given(trees(), st.data())
def test_change_one_cell_of_a_full_table_and_check_is_not_silent(tree: Tree, data: st.DataObject) -> None:
    loaded = parse(plan_text(tree), "plan.yaml")
    lines = loaded.plan.lines
    line = data.draw(st.integers(0, len(lines) - 1))
    column = data.draw(st.integers(0, len(YEARS)))
    amounts = [list(amount) for amount in lines.amounts]
    amounts[column][line] += data.draw(st.integers(1, 10**6)) * data.draw(st.sampled_from((1, -1)))
    changed = replace(lines, amounts=tuple(map(tuple, amounts)))
    plan = replace(loaded.plan, lines=changed)
    assert codes(check_plan(loaded._replace(plan=plan)))


@given(trees())
def test_amounts_in_either_notation_read_back_the_same(tree: Tree) -> None:
    plans = [parse(plan_text(tree, plain), "plan.yaml").plan for plain in (True, False)]
    assert plans[0] == plans[1]


@given(trees(), st.randoms(use_true_random=False))
def test_the_order_of_the_rules_does_not_change_the_report(tree: Tree, rng: random.Random) -> None:
    text = plan_text(tree).replace("total: 1", "total: 2").replace("dòng 2", "dòng 1")
    loaded = parse(text, "plan.yaml")
    shuffled = list(rules_for(loaded))
    rng.shuffle(shuffled)
    assert untimed(check_plan(loaded, shuffled)) == untimed(check_plan(loaded))


def untimed(report: Report) -> Report:
    """A report without the time its diagnosis took."""
    assert report.diagnosis is not None
    return report._replace(diagnosis=report.diagnosis._replace(seconds=0.0))


@given(st.text(max_size=30), st.text(max_size=30), st.integers(30, 200), st.sampled_from(list(Language)))
def test_no_renderer_raises_for_any_text(title: str, code: str, width: int, language: Language) -> None:
    loaded = parse(plan_text([([1, 2, 3], [([1, 2, 4], []), ([1, 1, 1], [])])]), "plan.yaml")
    lines = loaded.plan.lines
    texts = {"titles": (title, code, title), "codes": (code, title, None)}
    plan = replace(loaded.plan, lines=replace(lines, **texts))
    report = check_plan(loaded._replace(plan=plan))
    assert codes(report)
    for renderer in (terminal, json, jsonl):
        for colour in (True, False):
            shown = renderer.render([report], Style(language, width, colour))
            assert shown.endswith("\n")
            if not colour:
                assert not any(c < " " and c != "\n" for c in shown)


@given(trees())
def test_what_a_file_makes_without_asking_the_validators_is_valid(tree: Tree) -> None:
    plan = parse(plan_text(tree), "p").plan
    assert validated(plan) == plan
