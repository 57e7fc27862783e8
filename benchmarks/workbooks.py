"""Large workbooks of consistent plans: a row a line, eight columns, each total a figure or a formula.

STT | Nội dung | Thời gian | Tổng cộng | Năm 2022 ... Năm 2025
"""

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

import openpyxl
import xlsxwriter
from plans import BRANCHING, TITLES, YEARS

HEAD = ("STT", "Nội dung", "Thời gian", "Tổng cộng", *(f"Năm {year}" for year in YEARS))
UNIT = "Đơn vị tính: đồng"
FIRST = 4
"""The first row of the body, counted from 1."""

Row = tuple[str, str, list[int]]


def write_workbook(file: Path, rows: int, *, formulas: bool) -> None:
    """Write a workbook of so many lines; with ``formulas`` every sum is a SUM with its value stored."""
    book = xlsxwriter.Workbook(str(file), {"in_memory": True})
    sheet, figure = book.add_worksheet("Phụ lục"), book.add_format({"num_format": "#,##0"})
    sheet.write_string(0, 0, "DỰ TOÁN")
    sheet.write_string(1, 7, UNIT)
    sheet.write_row(2, 0, HEAD)
    for at, (code, title, amounts) in enumerate(lines(rows), FIRST - 1):
        sheet.write_string(at, 0, code)
        sheet.write_string(at, 1, title)
        sheet.write_string(at, 2, "Hằng năm")
        section = "." not in code
        for column, amount in enumerate([sum(amounts), *amounts], 3):
            letter = "ABCDEFGH"[column]
            text = (
                f"=SUM(E{at + 1}:H{at + 1})" if column == 3 else f"=SUM({letter}{at + 2}:{letter}{at + 1 + BRANCHING})"
            )
            if formulas and (column == 3 or section):
                sheet.write_formula(at, column, text, figure, amount)
            else:
                sheet.write_number(at, column, amount, figure)
    book.close()


def write_plainly(file: Path, rows: int) -> None:
    """Write the same lines as openpyxl does: a text in each cell and no format."""
    body = ([code, title, "Hằng năm", sum(amounts), *amounts] for code, title, amounts in lines(rows))
    _write(file, [["DỰ TOÁN"], [*[None] * 7, UNIT], [*HEAD], *body])


def write_list(file: Path, rows: int) -> None:
    """Write a list in English whose figures have decimals and which no sum holds together."""
    rng = random.Random(1)
    head = ["Code", "Description", "Unit", "Q1", "Q2", "Q3", "Q4", "Remarks"]
    body = (
        [f"A{line:05d}", f"Item number {line}", "pcs", *[rng.randrange(100_000) / 100 for _ in range(4)], None]
        for line in range(1, rows + 1)
    )
    _write(file, [head, *body])


def _write(file: Path, rows: Iterable[list[str | float | None]]) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Phụ lục")
    for row in rows:
        sheet.append(row)
    book.save(file)


def lines(rows: int, seed: int = 1) -> Iterator[Row]:
    """Code, title and the years of each line: sections of one line and nine child lines, no two called the same."""
    rng = random.Random(seed)
    for number in range(1, rows // (BRANCHING + 1) + 1):
        children = [[rng.randrange(1, 9_000) * 100_000 for _ in YEARS] for _ in range(BRANCHING)]
        yield f"{number}", f"Sở Công Thương {number}", [sum(year) for year in zip(*children, strict=True)]
        for index, amounts in enumerate(children, 1):
            yield f"{number}.{index}", f"{rng.choice(TITLES)} đợt {index} gói {number}", amounts
