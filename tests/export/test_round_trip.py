"""The law of the export: what was exported is read back as the same plan."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plans import plans

from conftest import CASES, PLAN
from sxtdbv_cli.check import check_file, check_plan
from sxtdbv_cli.files import csv
from sxtdbv_cli.files.read import file_type, load
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.subject import subject_of
from sxtdbv_cli.render.export import csv as csv_export
from sxtdbv_cli.render.export import docx, xlsx
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.tables.exported.read import exported
from sxtdbv_cli.text.language import Language

FILES = [PLAN, *sorted((CASES / "plans").glob("*.yaml"))]
MADE = {".csv": csv_export, ".xlsx": xlsx, ".docx": docx}
# A text file with control characters is refused, so CSV cannot carry them.
EXPORTS = [(file, suffix) for file in FILES for suffix in MADE if (file.stem, suffix) != ("hostile", ".csv")]


def report(plan: Plan) -> Report:
    return Report("plan.yaml", subject_of(plan))


def read(content: bytes, file: str) -> Plan:
    return load(file_type(file), content, file).plan


@given(plans(), st.sampled_from(Language))
def test_a_plan_comes_back_from_csv(plan: Plan, language: Language) -> None:
    assert read(csv_export.render(report(plan), Style(language)), "plan.csv") == plan


@settings(max_examples=60)
@given(plans(), st.sampled_from(Language))
def test_a_plan_comes_back_from_a_workbook(plan: Plan, language: Language) -> None:
    assert read(xlsx.render(report(plan), Style(language)), "plan.xlsx") == plan


@settings(max_examples=60)
@given(plans(), st.sampled_from(Language))
def test_a_plan_comes_back_from_a_document(plan: Plan, language: Language) -> None:
    assert read(docx.render(report(plan), Style(language)), "plan.docx") == plan


@pytest.mark.parametrize(("file", "suffix"), EXPORTS)
def test_what_was_exported_is_found_to_say_the_same(file: Path, suffix: str) -> None:
    """Figures that their parts contradict stay typed among formulas: that is no finding of its own."""

    def told(report: Report) -> list[object]:
        return sorted((found.code, str(found.address), str(found.facts)) for found in report.findings)

    before, name = check_file(str(file)), f"plan{suffix}"
    content = MADE[suffix].render(before, Style(Language.VI))
    after = check_plan(load(file_type(name), content, name))
    assert told(after) == told(before)


def real() -> str:
    return csv_export.render(check_file(str(PLAN)), Style(Language.EN)).decode("utf-8-sig")


def test_the_way_back_leads_to_the_cells() -> None:
    """Line III is the ninth row of lines; its amount for 2022 the fifth column."""
    found = exported(csv.grids(real().encode(), "plan.csv"), "plan.csv")
    assert found is not None
    sheet = found[1]
    assert str(sheet.place(("lines", 8, "amounts", "2022"))) == "plan.csv:11:56"
    assert str(sheet.place(("declared", "total"))) == "plan.csv:34:24"
    assert [column.key for column in sheet.understanding.columns if column.key] == [
        "total",
        "2022",
        "2023",
        "2024",
        "2025",
    ]


@pytest.mark.parametrize(
    ("before", "after", "place", "says"),
    [
        ("\r\nII,", "\r\n,Added,,5,,,,,,,,\r\nII,", "plan.csv:9:", "no level in column J"),
        (",1,,\r\n1.1,", ",3,,\r\n1.1,", "plan.csv:3:", "cannot follow"),
        ("4580000000", "4.58.0", "plan.csv:3:", "expected an amount"),
        (",1,,\r\n1.1,", ",1,part of,\r\n1.1,", "plan.csv:3:", "expected of which"),
        (",1,,\r\n1.1,", ",1,,A + nothing\r\n1.1,", "plan.csv:3:", "expected a sum of codes"),
        ("sxtdbv,1,", "sxtdbv,2,", "plan.csv:35:1", "version 2"),
        ("\r\ncomplete,", "\r\ncompleted,", "plan.csv:40:1", "expected one of"),
        ("\r\ndate,2022-07-26", "\r\ndate,26/7/2022", "plan.csv:37:1", "expected what the export wrote"),
        ("A,B,C,1=2+3+4+5", "A,B,C,1", "plan.csv", "is gone"),
    ],
)
def test_what_does_not_fit_the_form_is_refused_at_its_place(before: str, after: str, place: str, says: str) -> None:
    text = real()
    assert text.count(before) >= 1
    with pytest.raises(Unreadable) as refused:
        load(csv, text.replace(before, after, 1).encode(), "plan.csv")
    fault = refused.value.faults[0]
    assert place in str(fault.place)
    assert says in fault.message.say(Language.EN, fault.facts)


def test_any_other_table_is_left_to_the_recogniser() -> None:
    assert exported(csv.grids(real().partition("sxtdbv,1")[0].encode(), "plan.csv"), "plan.csv") is None
    assert exported([], "plan.csv") is None
