"""The plan from a transcript like the one it was typed from: every code, title, schedule and amount is the same."""

from pathlib import Path

import pytest
from test_txt import plan_rows
from transcripts import HEADINGS, letter, one_cell_a_line

from sxtdbv_cli.check import check_plan
from sxtdbv_cli.files.encoding import decode_any
from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.files.read import file_type, load, read

PLAN = read(str(Path(__file__).parents[2] / "data/plan_2022_2025.yaml")).plan
PRINTED = "Ill"
"""The code of section III as the transcript has it."""


def transcript(*, lead: bool = False) -> str:
    rows = [[PRINTED if cell == "III" else cell for cell in row] for row in plan_rows()]
    return letter(one_cell_a_line([HEADINGS, *rows], lead=lead))


def loaded(text: str, encoding: str = "utf-8", name: str = "plan.txt") -> Loaded:
    return load(file_type(name), text.encode(encoding), name)


@pytest.mark.parametrize("lead", [False, True])
@pytest.mark.parametrize("name", ["plan.txt", "plan.md"])
def test_the_transcript_is_the_plan(lead: bool, name: str) -> None:
    found = loaded(transcript(lead=lead), name=name).plan
    assert found.lines.codes == PLAN.lines.codes
    assert found.lines.titles == PLAN.lines.titles
    assert found.lines.schedules == PLAN.lines.schedules
    assert found.lines.amounts == PLAN.lines.amounts
    assert found.lines.parents == PLAN.lines.parents


def test_the_totals_of_the_text_are_those_of_the_plan() -> None:
    found = loaded(transcript())
    assert (found.plan.declared, found.plan.unit) == (PLAN.declared, PLAN.unit)
    assert not found.plan.source.complete
    place = found.place(("declared", "2022"))
    assert "3.802.800.000" in transcript().splitlines()[place.line - 1]


def test_the_misread_code_is_put_right_and_said_where_it_stands() -> None:
    text = transcript()
    found = [finding for finding in check_plan(loaded(text)).findings if finding.code == "SX517"]
    assert [finding.facts for finding in found] == [{"text": "Ill", "meant": "III"}]
    assert text.splitlines()[found[0].place.line - 1] == PRINTED


def test_the_sums_that_fail_are_those_of_the_plan() -> None:
    def failing(plan: Loaded) -> list[tuple[object, ...]]:
        report = check_plan(plan)
        return [(finding.code, finding.address) for finding in report.findings if finding.severity == "error"]

    shipped = read(str(Path(__file__).parents[2] / "data/plan_2022_2025.yaml"))
    in_lines = [found for found in failing(shipped) if found[1][0] == "lines"]  # type: ignore[index]
    assert [found for found in failing(loaded(transcript())) if found[1][0] == "lines"] == in_lines  # type: ignore[index]
    assert in_lines


def test_what_stands_in_brackets_above_is_no_unit() -> None:
    text = transcript().replace("PHỤ LỤC:", "- VP UBND TP (3B);\n- Lưu: VT. NNQ\nPHỤ LỤC (A):")
    assert loaded(text).plan.unit == loaded(transcript()).plan.unit


def test_an_encoding_makes_no_difference() -> None:
    assert decode_any(transcript().encode("utf-16"), "plan.txt").encoding == "utf-16-le"
    assert loaded(transcript(), "utf-16").plan == loaded(transcript()).plan
