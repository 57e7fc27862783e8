"""The exported document: the table as stated, read back with python-docx."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from conftest import CASES, PLAN
from sxtdbv_cli.check import check_file, check_plan
from sxtdbv_cli.files.read import file_type, load
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render.export import docx
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.language import Language
from sxtdbv_cli.text.numbers import read_amount


def made(file: Path, language: Language = Language.VI) -> tuple[Report, Any]:
    report = check_file(str(file))
    return report, Document(BytesIO(docx.render(report, Style(language))))


@pytest.mark.parametrize("file", [PLAN, CASES / "plans" / "columns.yaml"], ids=["plan", "columns"])
def test_every_figure_and_title_stands_in_the_table(file: Path) -> None:
    report, document = made(file)
    assert report.subject is not None
    plan = report.subject.printed
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    first = next(place for place, mark in enumerate(rows[1]) if mark[0] == "1")
    for line, title in enumerate(plan.lines.titles):
        row = rows[2 + line]
        assert row[:2] == [plan.lines.codes[line] or "", title]
        for column, amounts in enumerate(plan.lines.amounts):
            text = row[first + column]
            assert (read_amount(text, plan.unit.scale) if text else None) == amounts[line]


def test_the_page_is_that_of_an_annex() -> None:
    _, document = made(PLAN)
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[:2] == ["ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ", "PHỤ LỤC"]
    assert "(Kèm theo Kế hoạch số 160/KH-UBND ngày 26 tháng 7 năm 2022 của Ủy ban nhân dân thành phố Cần Thơ)" in texts
    section = document.sections[0]
    assert section.page_width > section.page_height
    repeated = [row._tr.trPr.xpath("w:tblHeader") for row in document.tables[0].rows]
    assert [bool(found) for found in repeated] == [True, True] + [False] * (len(repeated) - 2)
    assert "PAGE" in section.footer._element.xml


def test_what_xml_cannot_hold_is_spelled_out() -> None:
    _, document = made(CASES / "plans" / "hostile.yaml", Language.EN)
    assert document.tables[0].rows[2].cells[1].text.endswith("\\u0007")


def test_the_same_bytes_each_run() -> None:
    report = check_file(str(PLAN))
    assert docx.render(report, Style(Language.VI)) == docx.render(report, Style(Language.VI))


def test_blanks_tabs_breaks_and_signs_of_xml_stand_as_they_are() -> None:
    said = '  a <b> & "c"\td\ne\uffff '
    text = "document: {title: x}\nyears: [2022]\nlines:\n  - title: " + json.dumps(said)
    document = Document(
        BytesIO(docx.render(check_plan(load(file_type("x.yaml"), text.encode(), "x.yaml")), Style(Language.VI)))
    )
    assert document.tables[0].rows[2].cells[1].text == said.replace("\uffff", "\\uffff")
