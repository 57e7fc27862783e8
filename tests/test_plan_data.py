"""The shipped plan says what the document says: every code, title, schedule and amount, the wrong ones too."""

import csv

from conftest import PLAN, ROOT
from sxtdbv_cli.files.read import read
from sxtdbv_cli.text.numbers import read_amount

FIXTURE = ROOT / "tests" / "fixtures" / "appendix.tsv"
PRINTED = {"Ill": "III"}  # the one reading that differs from the transcript


def rows() -> list[dict[str, str]]:
    with FIXTURE.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t"))


def test_every_line_is_there_in_its_place() -> None:
    lines = read(str(PLAN)).plan.lines
    expected = rows()
    assert len(expected) == 31
    assert list(lines.parents) == [int(row["parent"] or 0) - 1 for row in expected]
    assert list(lines.codes) == [PRINTED.get(row["code"], row["code"]) or None for row in expected]
    assert list(lines.titles) == [row["title"] for row in expected]
    assert list(lines.schedules) == [row["schedule"] or None for row in expected]


def test_every_amount_is_as_printed_and_blanks_are_blank() -> None:
    plan = read(str(PLAN)).plan
    keys = [column.key for column in plan.columns]
    assert keys == ["total", "2022", "2023", "2024", "2025"]
    printed = [[row[key] for row in rows()] for key in keys]
    stated = [[None if text == "" else read_amount(text) for text in column] for column in printed]
    assert [list(column) for column in plan.lines.amounts] == stated
    assert sum(text != "" for column in printed for text in column) == 145


def test_amounts_stand_in_the_file_in_the_notation_of_the_document() -> None:
    text = PLAN.read_text(encoding="utf-8")
    for row in rows():
        for key in ("total", "2022", "2023", "2024", "2025"):
            if row[key]:
                assert f"{key}: {row[key]}" in text


def test_the_particulars_and_the_declared_totals() -> None:
    plan = read(str(PLAN)).plan
    assert plan.document.number == "160/KH-UBND"
    assert str(plan.document.date) == "2022-07-26"
    assert plan.declared == (13_233_000_000, 3_802_800_000, None, None, None)
    assert not plan.source.complete
    assert "4.3" in (plan.source.note or "")
