"""Errata are added wherever a plan file keeps them, or the file is left alone with a clear word."""

import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from conftest import Run
from sxtdbv_cli.files.yaml.entries import flow_entry, written

LINES = "lines:\n- {code: I, title: a, amounts: {total: 400, 2022: 200, 2023: 220}}\n"
HEAD = "document: {}\nyears: [2022, 2023]\n"
OLD = "{line: II, column: total, stated: 4, correct: 5, reason: x}"
SECOND = "- {code: II, title: b, amounts: {total: 5, 2022: 5, 2023: 0}}\n"
WRONG = SECOND.replace("total: 5", "total: 4")
BLOCK = "line: II\n{0}column: total\n{0}stated: 4\n{0}correct: 5\n{0}reason: x\n"

WRITTEN = {
    "none yet": HEAD + LINES + SECOND,
    "no line end at the end": (HEAD + LINES + SECOND).rstrip("\n"),
    "bare key": HEAD + LINES + SECOND + "errata:\n",
    "bare key first": "errata:   # none so far\n" + HEAD + LINES + SECOND,
    "empty list": HEAD + LINES + SECOND + "errata: []\n",
    "empty list with a comment, first": "errata: []  # none so far\n" + HEAD + LINES + SECOND,
    "indented": HEAD + LINES + WRONG + "errata:\n  - " + BLOCK.format("    "),
    "indented, comment behind": HEAD + LINES + WRONG + "errata:\n  - " + BLOCK.format("    ") + "# the end\n",
    "not indented": HEAD + LINES + WRONG + "errata:\n- " + BLOCK.format("  "),
    "wide": HEAD + LINES + WRONG + "errata:\n    -   " + BLOCK.format("        "),
    "flow entries": HEAD + LINES + WRONG + f"errata:\n  - {OLD}  # why\n",
    "before the lines": "errata:\n  - " + BLOCK.format("    ") + HEAD + LINES + WRONG,
    "quoted key": HEAD + LINES + WRONG + f'"errata":\n- {OLD}\n',
    "literal reason": HEAD
    + LINES
    + WRONG
    + "errata:\n- "
    + BLOCK.format("  ").replace("reason: x", "reason: |\n    x\n    y"),
    "flow list": HEAD + LINES + WRONG + f"errata: [{OLD}]\n",
    "flow list with a comma, then a comment": HEAD + LINES + WRONG + f"errata: [{OLD}, ]  # ] old\n",
    "flow list of many rows": HEAD + LINES + WRONG + f"errata: &e [ # ] first\n  {OLD}  # ]]] why\n ]\n",
    "flow list, first": f"errata: [{OLD}]\n" + HEAD + LINES + WRONG,
    "document end": HEAD + LINES + SECOND + "...\n",
    "document end, comment behind, cut": HEAD + LINES + SECOND + "... # end\n# of the plan",
    "old mac": (HEAD + LINES + SECOND).replace("\n", "\r"),
    "old mac, listed": (HEAD + LINES + WRONG + f"errata:\n- {OLD}\n...\n").replace("\n", "\r"),
    "windows": (HEAD + LINES + WRONG + f"errata:\n- {OLD}\n").replace("\n", "\r\n"),
}
LEFT_ALONE = {
    "flow plan": "{document: {}, years: [2022, 2023], lines: [{code: I, title: a, "
    "amounts: {total: 400, 2022: 200, 2023: 220}}]}\n",
    "literal reason, cut": HEAD + LINES + WRONG + "errata:\n- " + BLOCK.format("  ").replace("x\n", "|\n    x"),
}
FIX = ("--as-errata", "--reason", "Công văn 12", "--date", "2022-08-01", "--set", "I:total=420", "--write")


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN.keys())
def test_an_erratum_is_added_and_the_rest_stays(sxtdbv: Run, tmp_path: Path, text: str) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(text.encode())
    outcome = sxtdbv("fix", str(path), *FIX, "--lang", "en")
    assert (outcome.code, outcome.err) == (0, "")
    after = path.read_bytes().decode()
    record = json.loads(sxtdbv("check", str(path), "--format", "json").out)
    assert record["sums"]["fail"] == 0
    assert record["counts"]["error"] == 0
    rest = iter(after)
    assert all(character in rest for character in text)  # in their order, nothing lost
    assert set(re.findall("\r\n|\r|\n", after)) <= set(re.findall("\r\n|\r|\n", text) or ["\n"])


@given(st.text("ab,[]{}:#'\"\\ \u0301&*!|>-", min_size=1).filter(str.strip))
def test_any_reason_is_the_same_in_brackets(reason: str) -> None:
    text = "[" + flow_entry({"reason": written(reason), "by": written("a")}) + "]"
    assert yaml.safe_load(text) == [{"reason": reason, "by": "a"}]


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE.keys())
@pytest.mark.parametrize(("language", "said"), [("en", "add the entries by hand"), ("vi", "hãy tự thêm vào tệp")])
def test_a_file_that_cannot_take_it_is_left_alone(
    sxtdbv: Run, tmp_path: Path, text: str, language: str, said: str
) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(text.encode())
    outcome = sxtdbv("fix", str(path), *FIX, "--lang", language)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert path.read_bytes() == text.encode()
