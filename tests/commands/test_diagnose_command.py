"""``sxtdbv diagnose``: events and cells in the record and on the screen."""

import json
from pathlib import Path

import jsonschema
import pytest

from conftest import PLAN, ROOT, Run

HEAD = "document: {title: a}\nyears: [2022, 2023]\nlines:\n"
MISPLACED = f"""{HEAD}- code: I
  title: a
  amounts: {{total: 120.000, 2022: 60.000, 2023: 60.000}}
  lines:
  - {{code: 1, title: b, amounts: {{total: 70.000, 2022: 30.000, 2023: 40.000}}}}
- code: II
  title: c
  amounts: {{total: 90.000, 2022: 40.000, 2023: 50.000}}
  lines:
  - {{code: 1, title: d, amounts: {{total: 90.000, 2022: 40.000, 2023: 50.000}}}}
  - {{code: 2, title: e, amounts: {{total: 50.000, 2022: 30.000, 2023: 20.000}}}}
"""
BLANK = f"""{HEAD}- code: I
  title: a
  amounts: {{total: 120.000, 2022: 60.000, 2023: 60.000}}
  lines:
  - {{code: 1, title: b, amounts: {{total: 70.000, 2022: 30.000, 2023: 40.000}}}}
  - {{code: 2, title: c, amounts: {{total: 50.000, 2022: 30.000}}}}
"""


def written(folder: Path, text: str) -> str:
    path = folder / "plan.yaml"
    path.write_text(text, "utf-8")
    return str(path)


def test_an_event_is_a_fact_of_its_cluster(sxtdbv: Run, tmp_path: Path) -> None:
    record = json.loads(sxtdbv("diagnose", written(tmp_path, MISPLACED), "--format", "json").out)
    [cluster] = record["diagnosis"]["clusters"]
    assert len(cluster["sums"]) == record["diagnosis"]["failed"] == 6
    assert cluster["explanations"][0] == {
        "cells": [],
        "event": {
            "kind": "misplaced",
            "path": "II/2",
            "other": "I",
            "columns": ["total", "2022", "2023"],
            "amounts": {"total": 50_000, "2022": 30_000, "2023": 20_000},
        },
    }
    assert (cluster["minimum"], cluster["unique"]) == (6, False)


@pytest.mark.parametrize(
    ("lang", "said"), [("vi", "dòng II/2 đặt nhầm chỗ, đúng ra thuộc I"), ("en", "II/2 in the wrong place")]
)
def test_an_event_is_told_before_the_cells_that_would_explain_the_same(
    sxtdbv: Run, tmp_path: Path, lang: str, said: str
) -> None:
    outcome = sxtdbv("diagnose", written(tmp_path, MISPLACED), "--lang", lang, COLUMNS="120")
    assert outcome.code == 1
    first, second = [row for row in outcome.out.splitlines() if row.startswith(("(1)", "(2)"))]
    assert said in first
    assert "II/1" in second


@pytest.mark.parametrize(("lang", "said"), [("vi", "suy ra từ các phép cộng"), ("en", "the sums leave this figure")])
def test_a_blank_that_must_hold_a_figure_is_not_called_wrong(sxtdbv: Run, tmp_path: Path, lang: str, said: str) -> None:
    out = sxtdbv("diagnose", written(tmp_path, BLANK), "--lang", lang, COLUMNS="120").out
    assert "→ 20.000" in out
    assert said in out
    assert "ghi sai:" not in out
    assert "is wrong" not in out


def test_several_files_are_a_record_a_line(sxtdbv: Run, tmp_path: Path) -> None:
    outcome = sxtdbv("diagnose", str(PLAN), written(tmp_path, BLANK), "--format", "jsonl")
    first, second = map(json.loads, outcome.out.splitlines())
    assert (first["diagnosis"]["minimum"], second["diagnosis"]["minimum"]) == (3, 0)
    assert first["diagnosis"]["seconds"] is None
    assert outcome.code == 1


def test_a_trusted_cell_is_never_blamed(sxtdbv: Run) -> None:
    record = json.loads(sxtdbv("diagnose", str(PLAN), "--trust", "III:total", "--format", "json").out)
    cells = [
        (cell["path"], cell["column"])
        for cluster in record["diagnosis"]["clusters"]
        for one in cluster["explanations"]
        for cell in one["cells"]
    ]
    assert cells
    assert ("III", "total") not in cells


CONTRADICTED = f"""{HEAD}- code: I
  title: a
  amounts: {{total: 120.000, 2022: 60.000, 2023: 61.000}}
- code: II
  title: b
  amounts: {{total: 70.000, 2022: 30.000, 2023: 50.000}}
"""
SAID = {
    "vi": "những ô đã được bảo đảm là đúng này không thể cùng đúng: I (Tổng, 2022, 2023)",
    "en": "these cells that are vouched for cannot all be right: I (Total, 2022, 2023)",
}
REST = {"vi": "Về 1 phép cộng còn lại: ", "en": "As for the other 1: "}


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("form", ["terminal", "markdown", "github", "gitlab", "junit", "sarif"])
def test_trusted_cells_that_contradict_each_other_are_told(
    sxtdbv: Run, tmp_path: Path, language: str, form: str
) -> None:
    plan = written(tmp_path, CONTRADICTED)
    outcome = sxtdbv("check", plan, "--trust", "I", "--lang", language, "--format", form)
    said = " ".join(outcome.out.replace("\\", "").split())
    assert outcome.code == 1
    assert SAID[language] in said
    if form in ("terminal", "markdown"):
        assert REST[language] in said


def test_what_contradicts_stands_in_the_record(sxtdbv: Run, tmp_path: Path) -> None:
    record = json.loads(sxtdbv("check", written(tmp_path, CONTRADICTED), "--trust", "I", "--format", "json").out)
    schema = json.loads((ROOT / "src/sxtdbv_cli/schema/check.schema.json").read_text("utf-8"))
    jsonschema.validate(record, schema)
    contradicted, other = record["diagnosis"]["clusters"]
    [one] = contradicted["contradictions"]
    assert one["sums"] == [{"kind": "cross-footing", "path": "I", "column": "total"}]
    assert one["cells"] == [{"path": "I", "column": column} for column in ("total", "2022", "2023")]
    assert (contradicted["minimum"], contradicted["lower_bound"], contradicted["explanations"]) == (None, 0, [])
    assert "contradictions" not in other
    assert other["explanations"]
