"""Lists as programs write them: the code of the group on every row, its total anywhere among them."""

import pytest

from recogniser.made import book, doubts, lines, reading
from sxtdbv_cli.check import Doubt, check_plan

N = None
HEAD = ["dept", "item", "2023 Actual", "2024 Budget", "2025 Budget"]


def found(rows: list[list[object]]) -> list[str]:
    report = check_plan(reading(book([HEAD, *rows])), doubt=Doubt(wanted=False))
    return [finding.code for finding in report.findings if finding.severity == "error"]


def test_a_total_anywhere_in_its_group_has_the_lines_around_it() -> None:
    rows: list[list[object]] = [
        [510, "Paper", 10, 20, 30], [510, "TOTAL", 17, 29, 41], [510, "Zoning", 7, 9, 11],
        [520, "Fuel", 4, 5, 6], [520, "Roads", 40, 50, 60], [520, "TOTAL", 44, 55, 66],
    ]  # fmt: skip
    wanted = [
        "510 TOTAL | 17 29 41", "  510 Paper | 10 20 30", "  510 Zoning | 7 9 11",
        "520 TOTAL | 44 55 66", "  520 Fuel | 4 5 6", "  520 Roads | 40 50 60",
    ]  # fmt: skip
    by_code = reading(book([HEAD, *rows]))
    names: dict[object, str] = {510: "Police", 520: "Fire"}
    by_name = reading(book([HEAD, *([names[row[0]], *row[1:]] for row in rows)]))
    assert (lines(by_code), doubts(by_code)) == (wanted, [])
    assert [line.replace("510 ", "").replace("520 ", "") for line in wanted] == lines(by_name)
    assert doubts(by_name) == []
    report = check_plan(by_code, doubt=Doubt(wanted=False))
    assert [finding.code for finding in report.findings if finding.severity == "warning"] == []


def test_a_wrong_total_of_a_group_is_an_error() -> None:
    rows = [
        [510, "Paper", 10, 20, 30], [510, "TOTAL", 17, 29, 41], [510, "Zoning", 7, 9, 11],
        [520, "Fuel", 4, 5, 6], [520, "Roads", 40, 50, 60], [520, "TOTAL", 44, 55, 99],
    ]  # fmt: skip
    assert found(rows) == ["SX102"]


@pytest.mark.parametrize(("groups", "told"), [(5, 5), (6, 1)])
def test_many_doubts_of_one_kind_are_told_as_one(groups: int, told: int) -> None:
    rows = [[510 + group, *row] for group in range(groups) for row in (["Paper", 1, 2, 3], ["TOTAL", 70, 80, 90])]
    loaded = reading(book([HEAD, *rows]))
    assert loaded.sheet is not None
    left = [doubt for doubt in loaded.sheet.understanding.doubts if doubt.facts.get("title") == "TOTAL"]
    assert len(left) == told
    assert told > 1 or left[0].facts["others"] == "5, 7, 9, 11, 13"


def test_two_totals_that_want_the_same_lines_and_fit_neither_are_left_out() -> None:
    rows = [[510, "Paper", 10, 20, 30], [510, "TOTAL", 18, 28, 38], [510, "TOTAL", 19, 27, 39], [510, "Pens", 1, 2, 3]]
    loaded = reading(book([HEAD, *rows]))
    assert lines(loaded) == ["510 Paper | 10 20 30", "510 Pens | 1 2 3"]
    assert doubts(loaded) == ["SX513", "SX513"]


def test_a_heading_with_the_code_of_a_total_is_its_section() -> None:
    rows = [[500, "Office"], [510, "Paper", 10, 20, 30], [520, "Pens", 1, 2, 3], [500, "Total Office", 11, 22, 33]]
    assert lines(reading(book([HEAD, *rows]))) == [
        "500 Office | 11 22 33", "  510 Paper | 10 20 30", "  520 Pens | 1 2 3"
    ]  # fmt: skip
