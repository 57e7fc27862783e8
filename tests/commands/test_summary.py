"""``sxtdbv summary`` end to end."""

import csv
import io
import json

import jsonschema
import pytest

from conftest import CASES, PLAN, ROOT, Run

SCHEMA = json.loads((ROOT / "src/sxtdbv_cli/schema/summary.schema.json").read_text(encoding="utf-8"))
COLUMNS_PLAN = str(CASES / "plans" / "columns.yaml")


def test_the_record_of_the_real_plan(sxtdbv: Run) -> None:
    outcome = sxtdbv("summary", str(PLAN), "--format", "json")
    record = json.loads(outcome.out)
    jsonschema.validate(record, SCHEMA)
    assert outcome.code == 0
    assert record["columns"] == ["total", "2022", "2023", "2024", "2025"]
    assert [(row["path"], row["amounts"]["total"], row["amounts"]["2022"]) for row in record["rows"]] == [
        ("I", 4_580_000_000, 1_520_000_000),
        ("II", None, None),
        ("III", 7_433_000_000, 1_977_800_000),
        ("IV", 580_000_000, 145_000_000),
    ]
    assert (record["listed"]["total"], record["listed"]["2022"]) == (12_593_000_000, 3_642_800_000)
    assert (record["declared"]["total"], record["declared"]["2023"]) == (13_233_000_000, None)
    assert (record["difference"]["total"], record["difference"]["2022"]) == (640_000_000, 160_000_000)


def test_depth_and_branch(sxtdbv: Run) -> None:
    def paths(*options: str) -> list[str]:
        return [r["path"] for r in json.loads(sxtdbv("summary", str(PLAN), "--format", "json", *options).out)["rows"]]

    assert len(paths("--depth", "9")) == 31
    assert paths("--depth", "2")[:3] == ["I", "I/1.1", "I/1.2"]
    assert paths("--line", "III/A") == ["III/A/3.1", "III/A/3.2"]
    branch = json.loads(sxtdbv("summary", str(PLAN), "--format", "json", "--line", "III/A").out)
    assert (branch["listed"]["total"], branch["declared"]["total"]) == (6_325_000_000, 6_325_800_000)
    assert branch["difference"]["total"] == 800_000


def test_csv_is_read_back_and_holds_no_formula(sxtdbv: Run) -> None:
    rows = list(csv.reader(io.StringIO(sxtdbv("summary", str(PLAN), "--format", "csv", "--depth", "9").out)))
    assert rows[0] == ["path", "code", "title", "total", "2022", "2023", "2024", "2025"]
    assert rows[1][3:] == ["4580000000", "1520000000", "1020000000", "1020000000", "1020000000"]
    assert [row[2] for row in rows if "Tập huấn" in row[2]] == ["'- Tập huấn"]
    hostile = sxtdbv("summary", str(CASES / "plans" / "hostile.yaml"), "--format", "csv", "--depth", "9").out
    cells = [cell for row in csv.reader(io.StringIO(hostile)) for cell in row]
    assert not any(cell.startswith(("=", "+", "@")) for cell in cells)
    assert not any(cell.startswith("-") and not cell[1:].isdecimal() for cell in cells)


def test_markdown_escapes_what_a_text_could_do(sxtdbv: Run) -> None:
    out = sxtdbv("summary", str(CASES / "plans" / "hostile.yaml"), "--format", "markdown", "--depth", "9").out
    table = [line for line in out.splitlines() if line.startswith("|")]
    assert len({line.count(" | ") for line in table}) == 1
    assert "<b>" not in out
    assert "\\`a\\`" in out


@pytest.mark.parametrize("width", ["40", "80", "200"])
@pytest.mark.parametrize("file", [str(PLAN), COLUMNS_PLAN], ids=["plan", "columns"])
def test_the_screen_fits_and_marks_what_a_failing_sum_touches(sxtdbv: Run, width: str, file: str) -> None:
    out = sxtdbv("summary", file, "--lang", "en", COLUMNS=width).out
    assert max(map(len, out.splitlines())) <= int(width)
    assert "* takes part in a sum that fails" in " ".join(out.split())
    if file == str(PLAN):
        assert "7.433.000.000*" in out
        assert "4.580.000.000*" not in out
        assert "12.593.000.000" in out
        assert "-18.3 %" in out or width == "40"


def test_shares_and_changes_speak_the_language(sxtdbv: Run) -> None:
    assert "36,4 %" in sxtdbv("summary", str(PLAN), "--lang", "vi").out
    assert "36.4 %" in sxtdbv("summary", str(PLAN), "--lang", "en").out


def test_a_file_that_cannot_be_read(sxtdbv: Run) -> None:
    outcome = sxtdbv("summary", str(CASES / "unreadable" / "sx003-tab.yaml"), "--format", "json")
    assert (outcome.code, outcome.out) == (2, "")
    assert "SX003" in outcome.err
