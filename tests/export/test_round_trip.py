"""The law of the export: what was exported is read back as the same plan."""

import csv
from io import BytesIO, StringIO

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape
from plans import plans

from conftest import PLAN
from sxtdbv_cli.check import check_file
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.grid import Grid, GridCell, Kind
from sxtdbv_cli.model.place import Place
from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.sums import subject_of
from sxtdbv_cli.render.export import csv as csv_export
from sxtdbv_cli.render.export import xlsx
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.tables.exported import exported
from sxtdbv_cli.text.language import Language
from sxtdbv_cli.text.spreadsheet import unguarded


def report(plan: Plan) -> Report:
    return Report("plan.yaml", subject_of(plan))


def grid(name: str, rows: list[list[GridCell | None]]) -> Grid:
    return Grid(name, rows, lambda row, column: Place("book", row + 1, column + 1, sheet=name))


def from_csv(content: bytes) -> list[Grid]:
    rows = csv.reader(StringIO(content.decode("utf-8-sig"), newline=""))
    cells = [[GridCell(Kind.TEXT, unguarded(text)) if text else None for text in row] for row in rows]
    return [grid("book", cells)]


def cell_of(value: object) -> GridCell | None:
    if value is None:
        return None
    if isinstance(value, str):
        return GridCell(Kind.TEXT, unescape(value))
    return GridCell(Kind.NUMBER, str(value))


def from_xlsx(content: bytes) -> list[Grid]:
    book = load_workbook(BytesIO(content), data_only=True)
    return [grid(sheet.title, [list(map(cell_of, row)) for row in sheet.iter_rows(values_only=True)]) for sheet in book]


def read(grids: list[Grid]) -> Plan:
    found = exported(grids, "book")
    assert found is not None
    return found[0]


@given(plans(), st.sampled_from(Language))
def test_a_plan_comes_back_from_csv(plan: Plan, language: Language) -> None:
    assert read(from_csv(csv_export.render(report(plan), Style(language)))) == plan


@settings(max_examples=60)
@given(plans(), st.sampled_from(Language))
def test_a_plan_comes_back_from_a_workbook(plan: Plan, language: Language) -> None:
    assume("_x" not in str(plan))
    assert read(from_xlsx(xlsx.render(report(plan), Style(language)))) == plan


def real() -> str:
    return csv_export.render(check_file(str(PLAN)), Style(Language.EN)).decode("utf-8-sig")


def test_the_way_back_leads_to_the_cells() -> None:
    """Line III is the ninth row of lines; its amount for 2022 the fifth column."""
    found = exported(from_csv(real().encode()), "plan.csv")
    assert found is not None
    sheet = found[1]
    assert str(sheet.place(("lines", 8, "amounts", "2022"))) == "book:book!E11"
    assert str(sheet.place(("declared", "total"))) == "book:book!D34"
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
        ("\r\nII,", "\r\n,Added,,5,,,,,,,,\r\nII,", "book!J9", "no level in column J"),
        (",1,,\r\n1.1,", ",3,,\r\n1.1,", "book!J3", "cannot follow"),
        ("4580000000", "4.58.0", "book!D3", "expected an amount"),
        (",1,,\r\n1.1,", ",1,part of,\r\n1.1,", "book!K3", "expected of which"),
        (",1,,\r\n1.1,", ",1,,A + nothing\r\n1.1,", "book!L3", "expected a sum of codes"),
        ("sxtdbv,1,", "sxtdbv,2,", "book!A35", "version 2"),
        ("\r\ncomplete,", "\r\ncompleted,", "book!A40", "expected one of"),
        ("\r\ndate,2022-07-26", "\r\ndate,26/7/2022", "book!A37", "expected what the export wrote"),
        ("A,B,C,1=2+3+4+5", "A,B,C,1", "plan.csv", "is gone"),
    ],
)
def test_what_does_not_fit_the_form_is_refused_at_its_place(before: str, after: str, place: str, says: str) -> None:
    text = real()
    assert text.count(before) >= 1
    with pytest.raises(Unreadable) as refused:
        exported(from_csv(text.replace(before, after, 1).encode()), "plan.csv")
    fault = refused.value.faults[0]
    assert place in str(fault.place)
    assert says in fault.message.say(Language.EN, fault.facts)


def test_any_other_table_is_left_to_the_recogniser() -> None:
    assert exported(from_csv(real().partition("sxtdbv,1")[0].encode()), "plan.csv") is None
    assert exported([], "plan.csv") is None
