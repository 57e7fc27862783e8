"""Errata are added wherever a plan file keeps them, or the file is left alone with a clear word."""

import json
from pathlib import Path

import pytest

from conftest import Run

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
    "windows": (HEAD + LINES + WRONG + f"errata:\n- {OLD}\n").replace("\n", "\r\n"),
}
LEFT_ALONE = {
    "flow list": HEAD + LINES + WRONG + f"errata: [{OLD}]\n",
    "flow plan": "{document: {}, years: [2022, 2023], lines: [{code: I, title: a, "
    "amounts: {total: 400, 2022: 200, 2023: 220}}]}\n",
    "document end": HEAD + LINES + SECOND + "...\n",
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
    kept = [row for row in text.splitlines() if not row.startswith("errata: []")]
    rows = iter(after.splitlines())
    assert all(row in rows for row in kept)  # in their order, nothing lost
    assert ("\r\n" in after) is ("\r\n" in text)
    assert after.count("\r\n") in (0, after.count("\n"))


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
