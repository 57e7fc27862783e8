"""Formulas that name tables of a workbook instead of cells."""

import io

import pytest
import xlsxwriter

from recogniser.made import reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.files import xlsx
from sxtdbv_cli.files.xlsx.tables import Table, in_cells
from sxtdbv_cli.model.grid import Span

PEOPLE = [("An", 40, 25), ("Bé", 30, 15), ("Cam", 20, 35)]


def made(total: str, third: str = "=Thu[[#This Row],[Quý I]]+Thu[[#This Row],[Quý II]]", value: int = 165) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as workbook:
        sheet = workbook.add_worksheet("Đoàn phí")
        columns = ["STT", "Họ tên", "Quý I", "Quý II", "Cả năm (đồng)"]
        sheet.add_table(1, 0, 4, 4, {"name": "Thu", "columns": [{"header": name} for name in columns]})
        for row, (name, one, two) in enumerate(PEOPLE, 2):
            sheet.write_row(row, 0, [row - 1, name, one, two])
            sheet.write_formula(row, 4, third, None, one + two)
        sheet.write(5, 1, "Tổng cộng")
        for column, formula, stored in ((2, "=SUM(Thu[Quý I])", 90), (3, "=SUM(Thu[Quý II])", 75), (4, total, value)):
            sheet.write_formula(5, column, formula, None, stored)
        other = workbook.add_worksheet("Khác")
        other.write_formula(0, 0, "=SUM(Thu[[Quý I]:[Quý II]])", None, 165)
    return stream.getvalue()


def test_what_formulas_name_of_tables_are_cells() -> None:
    one, other = xlsx.grids(made("=SUM(Thu[Cả năm (đồng)])"), "a.xlsx")
    formulas = [cell.formula for row in one.rows for cell in row if cell is not None and cell.formula]
    assert formulas == ["=C3+D3", "=C4+D4", "=C5+D5", "=SUM(C3:C5)", "=SUM(D3:D5)", "=SUM(E3:E5)"]
    assert [cell and cell.formula for row in other.rows for cell in row] == ["=SUM('Đoàn phí'!C3:D5)"]


def test_mistakes_in_formulas_that_name_tables_are_found() -> None:
    wrong = check_plan(reading(made("=SUM(Thu[Quý I])", value=90))).findings
    assert "SX502" in {found.code for found in wrong}
    stale = check_plan(reading(made("=SUM(Thu[Cả năm (đồng)])", value=156))).findings
    assert "SX503" in {found.code for found in stale}
    assert not check_plan(reading(made("=SUM(Thu[Cả năm (đồng)])"))).findings


@pytest.mark.parametrize(
    "formula", ["Q[#All]", "SUM(R[Thu])", "Q[Nợ]", "[1]Q!A1+'[a]b'!A1", "Q[[#Totals],[Thu]]", 'A1&"[Thu]"']
)
def test_what_is_not_known_stays(formula: str) -> None:
    assert in_cells(formula, {"q": Table("Sổ", Span(1, 0, 3, 1), {"stt": 0, "thu": 1})}, "Sổ", 2) == formula


def test_signs_in_names_of_columns_are_escaped() -> None:
    table = {"q": Table("Sổ", Span(1, 0, 3, 1), {"thu [đ]": 0, "thu": 1})}
    assert in_cells("SUM(Q[Thu '[đ']])+Q[@Thu]", table, "Sổ", 3) == "SUM(A2:A4)+B3"
    assert in_cells("Q[" * 12_000, table, "Sổ", 3) == "Q[" * 12_000
