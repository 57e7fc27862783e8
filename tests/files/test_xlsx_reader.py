"""Workbooks (.xlsx): values, formulas and layout in one pass; what is hostile is refused, what is large stays small."""

import io
import zipfile

import openpyxl
import pytest

from recogniser.made import book
from sxtdbv_cli.files.xlsx import grids
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.grid import GridCell, Kind, Span

SHEET = "xl/worksheets/sheet1.xml"
HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def with_sheet(xml: str) -> bytes:
    """A workbook whose only sheet has this XML."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book([["a"]]))) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part, xml if part.filename == SHEET else old.read(part))
    return stream.getvalue()


def cells(xml: str) -> list[list[GridCell | None]]:
    (grid,) = grids(with_sheet(f"{HEAD}<sheetData>{xml}</sheetData></worksheet>"), "book.xlsx")
    return [list(row) for row in grid.rows]


def test_values_formulas_formats_and_layout() -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.append(["STT", "Tên", 1977.8, "=C1*2", True])
    sheet["C1"].number_format = "#,##0.0"
    sheet["B1"].alignment = openpyxl.styles.Alignment(indent=2)
    sheet.merge_cells("A2:B3")
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[4].outlineLevel = 2
    sheet["A4"] = "x"
    sheet.column_dimensions["D"].hidden = True
    made.create_sheet("Ẩn").sheet_state = "hidden"
    stream = io.BytesIO()
    made.save(stream)
    first, second = grids(stream.getvalue(), "book.xlsx")
    assert list(first.rows[0]) == [
        GridCell(Kind.TEXT, "STT", None, ""),
        GridCell(Kind.TEXT, "Tên", None, "General", 2),
        GridCell(Kind.NUMBER, "1977.8", None, "#,##0.0"),
        GridCell(Kind.PENDING, "=C1*2", "=C1*2", ""),
        GridCell(Kind.TRUTH, "TRUE"),
    ]
    assert first.merged == [Span(1, 0, 2, 1)]
    assert first.hidden_rows == {2}
    assert first.outline == {3: 2}
    assert first.hidden_columns == {3}
    assert (first.hidden, second.hidden, second.name) == (False, True, "Ẩn")
    assert str(first.place(11, 1)) == "book.xlsx:Sheet!B12"


def test_a_formula_keeps_its_stored_value() -> None:
    found = cells('<row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>0.30000000000000004</v></c><c r="B1"><v>1E3</v></c></row>')
    assert found[0] == [
        GridCell(Kind.NUMBER, "0.30000000000000004", "=SUM(B1:C1)"),
        GridCell(Kind.NUMBER, "1000"),
    ]


def test_a_formula_that_comes_to_no_letters_leaves_its_cell_empty() -> None:
    found = cells(
        '<row r="1"><c r="A1" t="str"><f>IF(C1=0,"",B1/C1)</f><v></v></c><c r="B1" t="str"><f>REPT(" ",2)</f>'
        '<v xml:space="preserve">  </v></c><c r="C1"><f>D1*2</f><v></v></c></row>'
    )
    assert found[0] == [None, None, GridCell(Kind.PENDING, "=D1*2", "=D1*2")]


def test_a_shared_formula_is_that_of_each_cell() -> None:
    found = cells(
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1+C1</f><v>1</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>'
    )
    assert [row[0].formula for row in found if row[0]] == ["=B1+C1", "=B2+C2"]


def test_an_error_is_an_error_and_a_date_a_date() -> None:
    found = cells(
        '<row r="1"><c r="A1" t="e"><v>#REF!</v></c>'
        '<c r="B1" t="inlineStr"><is><r><t>a</t></r><r><t> b</t></r></is></c>'
        '<c r="C1" t="str"><f>X</f><v>text</v></c></row>'
    )[0]
    assert found == [
        GridCell(Kind.ERROR, "#REF!"),
        GridCell(Kind.TEXT, "a b"),
        GridCell(Kind.TEXT, "text", "=X"),
    ]


def test_a_sheet_of_a_million_formatted_empty_rows_is_empty() -> None:
    rows = "".join(f'<row r="{number}" s="1"><c r="A{number}" s="0"/></row>' for number in range(2, 50_000))
    found = cells(f'<row r="1"><c r="A1"><v>1</v></c></row>{rows}<row r="1048576"><c r="XFD1048576" s="0"/></row>')
    assert found == [[GridCell(Kind.NUMBER, "1")]]


@pytest.mark.parametrize(
    "xml",
    [
        '<row r="1"><c r="A1"><v>1</v></row>',
        '<row r="2"/><row r="1"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>99</v></c></row>',
        '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>',
        '<row r="2000000"><c r="A2000000"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>one</v></c></row>',
    ],
)
def test_a_damaged_sheet_is_refused(xml: str) -> None:
    with pytest.raises(Unreadable) as refused:
        cells(xml)
    assert refused.value.faults[0].code.startswith("SX0")


def test_cells_that_span_the_whole_sheet_do_not_fill_the_memory() -> None:
    rows = "".join(f'<row r="{number}"><c r="XFD{number}"><v>1</v></c></row>' for number in range(1, 1400))
    with pytest.raises(Unreadable) as refused:
        cells(rows)
    assert refused.value.faults[0].code == "SX010"
