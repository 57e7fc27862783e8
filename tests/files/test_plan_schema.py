"""The schema of the plan file, held against the reader: it refuses no plan, and what it can see wrong it says."""

import datetime
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from conftest import CASES, PLAN, ROOT, Run
from sxtdbv_cli.commands.schema import schema
from sxtdbv_cli.files.yaml import DOCUMENT, KEYS, SOURCE, columns, lines, parse, records
from sxtdbv_cli.files.yaml.source import Source
from sxtdbv_cli.files.yaml.tree import grow
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.plan import Role
from sxtdbv_cli.model.units import MOST_DECIMALS
from sxtdbv_cli.text.language import Language
from sxtdbv_cli.text.numbers import LONGEST, BadAmount, read_amount

SCHEMA = schema(Language.EN)
FILE = ROOT / "src/sxtdbv_cli/schema/plan.schema.json"
PROPERTIES = SCHEMA["properties"]
LINE = SCHEMA["$defs"]["line"]
AMOUNT = SCHEMA["$defs"]["amount"]["anyOf"][-1]["pattern"]
EXAMPLES = re.findall(r"```yaml plan\n(.*?)```", (ROOT / "docs/formats.md").read_text(encoding="utf-8"), re.DOTALL)
GOOD = [
    *(path.read_text(encoding="utf-8") for path in (PLAN, *sorted((CASES / "plans").glob("*.yaml")))),
    (CASES / "diff" / "changed.yaml").read_text(encoding="utf-8"),
    *EXAMPLES,
]
UNREADABLE = sorted((CASES / "unreadable").glob("*.yaml"))
BEYOND = {
    # no schema sees these: they need the plan's own columns, codes and units, the calendar, or the text itself
    "sx005-comma-in-a-group",
    "sx005-unknown-column",
    "sx007-key-given-twice",
    "sx008-bad-date",
    "sx008-part-twice",
    "sx008-unknown-code-in-rule",
    "sx008-unknown-unit",
    "sx009-decimals-in-dong",
    "sx010-alias",
    "sx010-tag",
}
FULL = """
document: {number: a, date: 2022-07-26, issuer: b, title: c}
source: {complete: true, note: d}
unit: USD
decimals: 2
columns:
  - {key: total, title: Tổng, year: 2022, parts: [p, q]}
  - {key: p, equals: total - q}
  - {key: q}
declared: {total: 3}
lines:
  - code: I
    title: e
    schedule: f
    note: g
    role: part
    equals: II
    amounts: {total: 3}
    lines: [{title: h}]
  - {code: II, title: i}
errata: [{line: I, column: total, stated: 3, correct: 4, reason: j, by: k, date: 2022-07-26}]
accept: [{rule: SX204, line: I, column: total, amounts: {stated: 3}, reason: l, until: 2022-07-26, by: m}]
"""
Path_ = tuple[str | int, ...]


def as_texts(text: str) -> Any:
    """The plan with every scalar as it is written."""
    top, _ = grow(Source("plan.yaml", text))
    return top[0]


def as_typed(text: str) -> Any:
    """The plan with its scalars typed, as a validator that knows YAML sees them."""

    def plain(node: Any) -> Any:
        if isinstance(node, dict):
            return {str(key): plain(value) for key, value in node.items()}
        if isinstance(node, list):
            return [plain(value) for value in node]
        return node.isoformat() if isinstance(node, datetime.date) else node

    return plain(yaml.safe_load(text))


def accepts(plan: Any) -> bool:
    return jsonschema.Draft202012Validator(SCHEMA).is_valid(plan)


def readable(text: str) -> bool:
    try:
        parse(text, "plan.yaml")
    except Unreadable:
        return False
    return True


def test_it_is_a_schema_and_the_file_is_described_in_vietnamese() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(FILE.read_text(encoding="utf-8")) == schema(Language.VI) != SCHEMA


@pytest.mark.parametrize("see", [as_texts, as_typed])
@pytest.mark.parametrize("text", GOOD, ids=range(len(GOOD)))
def test_no_plan_that_is_read_is_refused(text: str, see: Any) -> None:
    assert readable(text)
    jsonschema.Draft202012Validator(SCHEMA).validate(see(text))


def test_what_it_sees_of_the_files_that_cannot_be_read() -> None:
    seen = {}
    for case in UNREADABLE:
        try:
            plan = as_texts(case.read_text(encoding="utf-8"))
        except (UnicodeDecodeError, Unreadable, IndexError):
            continue  # no YAML at all: an editor says so before it asks a schema
        seen[case.stem] = accepts(plan)
    assert {name for name, accepted in seen.items() if accepted} == BEYOND
    assert len(seen) > len(BEYOND) + 8


@pytest.mark.parametrize(
    ("found", "keys"),
    [
        (SCHEMA, KEYS),
        (PROPERTIES["document"], DOCUMENT),
        (PROPERTIES["source"], SOURCE),
        (PROPERTIES["columns"]["items"], columns.KEYS),
        (LINE, lines.KEYS),
        (PROPERTIES["errata"]["items"], records.ERRATUM),
        (PROPERTIES["accept"]["items"], records.ACCEPTANCE),
    ],
)
def test_its_keys_are_those_of_the_reader(found: dict[str, Any], keys: tuple[str, ...]) -> None:
    assert tuple(found["properties"]) == tuple(keys)
    assert found["additionalProperties"] is False


def test_its_words_are_those_of_the_reader() -> None:
    assert LINE["properties"]["role"]["enum"] == [*map(str, Role), None]
    assert PROPERTIES["years"]["items"]["anyOf"][-1]["pattern"] == f"^{columns.YEAR}$"
    known = [*range(MOST_DECIMALS + 1)]
    assert PROPERTIES["decimals"]["enum"] == [*known, *map(str, known), None]


def keys_of(node: Any, path: Path_ = ()) -> Iterator[Path_]:
    """The address of every key of a plan."""
    entries = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in entries:
        if isinstance(node, dict):
            yield (*path, key)
        yield from keys_of(value, (*path, key))


def changed(path: Path_, *, blank: bool) -> str:
    """The full plan without a key, or with the key left blank."""
    plan = as_typed(FULL)
    inside = plan
    for key in path[:-1]:
        inside = inside[key]
    if blank:
        inside[path[-1]] = None
    else:
        del inside[path[-1]]
    return yaml.safe_dump(plan, allow_unicode=True)


@pytest.mark.parametrize("blank", [False, True], ids=["without", "blank"])
@pytest.mark.parametrize("path", list(keys_of(as_typed(FULL))), ids=str)
def test_a_key_is_needed_where_the_reader_needs_it(path: Path_, blank: bool) -> None:
    text = changed(path, blank=blank)
    if path == ("lines", 1, "code") or (path[0] == "columns" and path[-1] in ("columns", "key")):
        assert not readable(text)  # others name it, which the schema does not see
        return
    assert accepts(as_typed(text)) is readable(text)


@given(st.text("0123456789.,_-", max_size=12))
@example("1,500")
@example("1,5000")
@example("-0")
@example("0123")
@example("1.977.800.000")
@example("1_000.000")
def test_its_amounts_are_those_that_can_be_read(text: str) -> None:
    assert len(text) <= LONGEST
    try:
        read_amount(text, 12)
    except BadAmount:
        assert not re.search(AMOUNT, text)
    else:
        assert re.search(AMOUNT, text)


def test_every_key_is_described_in_both_languages() -> None:
    def properties(node: Any) -> Iterator[tuple[str, dict[str, Any]]]:
        for key, value in node.get("properties", {}).items():
            yield key, value
        for value in node.values():
            if isinstance(value, dict):
                yield from properties(value)

    found = list(properties(SCHEMA))
    assert len(found) > 30
    for key, value in found:
        assert value["x-description-vi"] != value["x-description-en"], key
        assert value["description"] == value["x-description-en"]


def test_the_command_prints_it_in_the_language_asked_for(sxtdbv: Run) -> None:
    for language in Language:
        outcome = sxtdbv("schema", "--lang", language)
        assert outcome.code == 0
        assert json.loads(outcome.out) == schema(language)


def check_jsonschema(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_a_validator_that_is_not_ours_agrees(tmp_path: Path) -> None:
    files = [str(PLAN), *(str(CASES / "plans" / f"{name}.yaml") for name in ("clean", "columns"))]
    assert check_jsonschema("--check-metaschema", str(FILE)).returncode == 0
    found = check_jsonschema("--schemafile", str(FILE), *files)
    assert found.returncode == 0, found.stdout
    bad = tmp_path / "bad.yaml"
    bad.write_text(PLAN.read_text(encoding="utf-8").replace("title:", "titel:", 5), encoding="utf-8")
    assert "titel" in check_jsonschema("--schemafile", str(FILE), str(bad)).stdout


def test_the_shipped_plan_names_the_schema_for_editors() -> None:
    (named,) = re.findall(r"(?m)^# yaml-language-server: \$schema=(.*)$", PLAN.read_text(encoding="utf-8"))
    assert (PLAN.parent / named).resolve() == FILE
