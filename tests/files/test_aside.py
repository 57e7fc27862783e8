"""Setting the amounts of a line aside changes nothing in what is read, nor where anything stands."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sxtdbv_cli.files.yaml import parse
from sxtdbv_cli.files.yaml.aside import set_aside
from sxtdbv_cli.files.yaml.source import Map, Seq, Source, at
from sxtdbv_cli.files.yaml.tree import grow
from sxtdbv_cli.model.finding import Unreadable

PIECES = (
    " amounts: {total: 1.500, 2022: 700}\n",
    " amounts: {total: 1.500, 2022: 700}\r\n",
    "  - title: a\n    amounts: {total: 0}\n",
    "    amounts: {năm_2022: -1.000.000}\n",
    " amounts: {total: 1, 2022: x}\n",
    " amounts: {total: 1} # one\n",
    " amounts: {total: 1}",
    " # amounts: {total: 1}\n",
    "  - amounts: {total: 1}\n",
    "lines: [\n",
    "]\n",
    "{ ",
    " }\n",
    "title: |\n",
    "  title: >\n",
    '  title: "',
    '"\n',
    "  title: '",
    "'\n",
    "lines:\n",
    "    lines:\n",
    "  - title: b\n",
    "      - title: c\n",
    "? ",
    ": ",
    "!tag",
    "&a",
    " *a\n",
    "- ",
    "---\n",
    "\t",
    " ",
    "     ",
    "\n",
    '  - title: "\\ue001"\n',
    "amounts",
    "null: ~\n",
)


A_LINE = (
    "  - title: a\n    amounts: {total: 1.500, 2022: 700}\n",
    "  - amounts: {total: 1.500}\n    title: a\n    lines:\n      - title: b\n        amounts: {2022: 7}\n",
    "  - title: |\n     amounts: {total: 5}\n    code: 1\n",
    '  - title: "\\ue001"\n    amounts: {total: 5}\n',
)


def _nodes(source: Source, inside: Map | Seq) -> list[Any]:
    """Everything in a group or a list, with the places of keys and values."""
    found = []
    for key in inside if isinstance(inside, Map) else range(len(inside)):
        node = at(inside, key)
        below = (type(node) is Seq, _nodes(source, node)) if isinstance(node, Map | Seq) else node
        own = source.of_key(inside, key) if isinstance(key, str) and isinstance(inside, Map) else None
        found.append((key, own, source.of_value(inside, key), below))
    return found


@settings(max_examples=300)
@given(st.lists(st.sampled_from(A_LINE), max_size=4), st.lists(st.sampled_from(PIECES), max_size=3))
def test_it_changes_nothing(lines: list[str], pieces: list[str]) -> None:
    """A tree that is grown with groups set aside is the tree that is grown without, and without a fault."""
    text = "".join(("lines:\n", *lines, *pieces, "\n"))
    aside = set_aside(text)
    if aside is None:
        return
    try:
        quick, _ = grow(source := Source("plan.yaml", text), aside)
    except Unreadable:
        return
    whole, faults = grow(plain := Source("plan.yaml", text))
    assert not faults
    assert _nodes(source, quick) == _nodes(plain, whole)


HEAD = "document: {}\nyears: [2022, 2023]\nlines:\n"


@pytest.mark.parametrize("notation", ["1.500", "0", "-1.500", "1500", "999.999.999.999"])
def test_what_is_set_aside(notation: str) -> None:
    text = f"{HEAD}  - title: a\n    amounts: {{2022: 7, total: {notation}}}\n"
    assert set_aside(text) is not None
    loaded = parse(text, "plan.yaml")
    assert loaded.plan == parse(text.replace("{", "{ "), "plan.yaml").plan
    assert text.splitlines()[4][loaded.place(("lines", 0, "amounts", "total")).column - 1 :] == f"{notation}}}"


@pytest.mark.parametrize(
    "notation", ["1.50", "01", "1_000", "+1", "-0", "1,5", "'1.500'", "{}", "", "~", "1 000", "9" * 19]
)
def test_what_is_not(notation: str) -> None:
    assert set_aside(f"{HEAD}  - title: a\n    amounts: {{total: {notation}}}\n") is None


def test_a_tab_behind_a_group_is_told_all_the_same() -> None:
    with pytest.raises(Unreadable):
        parse(f"{HEAD}  - title: a\n    amounts: {{total: 1}}\n  \t\n", "plan.yaml")


def test_a_stand_in_of_the_file_is_a_text() -> None:
    text = f'{HEAD}  - title: "\\ue001"\n    amounts: {{total: 7}}\n    note: \ue001\n'
    assert parse(text, "plan.yaml").plan.lines.titles == parse(text, "plan.yaml").plan.lines.notes == ("\ue001",)


@pytest.mark.parametrize("wrong", ["{total: 1, total: 2}", "{total: 1, 2021: 2}"])
def test_what_is_wrong_in_a_group_is_told_with_its_place(wrong: str) -> None:
    with pytest.raises(Unreadable) as found:
        parse(f"{HEAD}  - title: a\n    amounts: {wrong}\n", "plan.yaml")
    assert [str(one.place) for one in found.value.faults] == ["plan.yaml:5:25"]
