"""The exported workbook: every figure as stated, every sum live, the same bytes each run."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from books import calculate, exact, formulas, stored
from openpyxl.utils.escape import unescape

from conftest import CASES, PLAN, Run
from sxtdbv_cli.check import check_file, check_plan
from sxtdbv_cli.files.read import file_type, load
from sxtdbv_cli.files.yaml import parse
from sxtdbv_cli.model.audit import weigh
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.sums import promised
from sxtdbv_cli.render.annex import figure
from sxtdbv_cli.render.export import xlsx
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.render.workbook import layout as rows
from sxtdbv_cli.render.workbook.book import height
from sxtdbv_cli.render.workbook.sums import Position, addition
from sxtdbv_cli.text.language import Language

FILES = [PLAN, *sorted((CASES / "plans").glob("*.yaml"))]


def report(file: Path) -> Report:
    found = check_file(str(file))
    assert found.subject is not None
    return found


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def case(request: pytest.FixtureRequest) -> Report:
    return report(request.param)


def test_every_formula_stores_the_value_it_calculates(case: Report) -> None:
    book = stored(xlsx.render(case, Style(Language.VI)))
    cells = list(formulas(book))
    assert cells
    for sheet, cell in cells:
        assert exact(book.values[sheet][cell].value) == calculate(book, sheet, cell), (sheet, cell)


def test_the_figures_of_the_annex_are_those_of_the_plan(case: Report) -> None:
    assert case.subject is not None
    plan = case.subject.printed
    book = stored(xlsx.render(case, Style(Language.VI)))
    annex = book.values["Phụ lục"]
    first = next(cell.column for cell in annex[rows.NUMBERS + 1] if re.match("1(=|$)", str(cell.value)))
    for line in range(len(plan.lines)):
        row = rows.FIRST + line + 1
        assert unescape(annex.cell(row, 2).value or "") == plan.lines.titles[line]
        for column, amounts in enumerate(plan.lines.amounts):
            stated, value = amounts[line], annex.cell(row, first + column).value
            assert exact(value) == (None if stated is None else figure(stated, plan.unit))


def test_a_year_with_several_columns_follows_each_of_them() -> None:
    columns = "".join(f"  - {{key: {key}, year: {key[1:]}}}\n" for key in ("a2023", "a2024", "b2024"))
    lines = "- {title: y, amounts: {a2023: 1, a2024: 2, b2024: 3}}\n"
    text = f"document: {{title: x}}\ncolumns:\n{columns}lines:\n{lines}"
    book = stored(xlsx.render(check_plan(parse(text, "plan.yaml")), Style(Language.EN)))
    cells = [(sheet, cell) for sheet, cell in formulas(book) if sheet == "Summary"]
    assert [exact(book.values[sheet][cell].value) for sheet, cell in cells][-3:] == [1, 2, 3]
    assert all(exact(book.values[sheet][cell].value) == calculate(book, sheet, cell) for sheet, cell in cells)


@pytest.mark.parametrize(("titles", "added"), [(("Tổng thu", "Tổng chi"), 0), (("Sở Y tế", "Sở Xây dựng"), 2)])
def test_sections_that_are_totals_themselves_are_not_added(titles: tuple[str, str], added: int) -> None:
    lines = "".join(f"- {{title: {title}, amounts: {{total: 1, 2026: 1}}}}\n" for title in titles)
    plan = parse(f"document: {{title: x}}\nyears: [2026]\nlines:\n{lines}", "plan.yaml")
    content = xlsx.render(check_plan(plan), Style(Language.EN))
    said = [cell.value for sheet in stored(content).values for row in sheet.iter_rows() for cell in row]
    assert said.count("Sum of the sections") == added
    assert said.count("Amounts by year") == added // 2
    assert load(file_type("plan.xlsx"), content, "plan.xlsx").plan == plan.plan


@pytest.mark.parametrize("declared", ["", "declared: {total: 5, 2026: 5}\n"])
def test_an_only_section_is_the_whole_and_its_lines_are_summarised(declared: str) -> None:
    lines = "- {title: TỔNG CỘNG, amounts: {total: 4, 2026: 4}, lines: [{title: a, amounts: {total: 1, 2026: 1}},"
    lines += " {title: b, amounts: {total: 3, 2026: 3}}]}\n"
    plan = parse(f"document: {{title: x}}\nyears: [2026]\n{declared}lines:\n{lines}", "plan.yaml")
    content = xlsx.render(check_plan(plan), Style(Language.EN))
    book = stored(content)
    said = [cell.value for sheet in book.values for row in sheet.iter_rows() for cell in row]
    assert "Sum of the sections" not in said
    summary = [row[:3] for row in book.values["Summary"].iter_rows(min_row=4, max_row=6, values_only=True)]
    assert summary == [(None, "a", 1), (None, "b", 3), (None, "TỔNG CỘNG", 4)]
    for sheet, cell in formulas(book):
        assert exact(book.values[sheet][cell].value) == calculate(book, sheet, cell)
    assert load(file_type("plan.xlsx"), content, "plan.xlsx").plan == plan.plan


@pytest.mark.parametrize(("declared", "rows"), [(7, 0), (8, 2)])
def test_one_row_says_what_the_sections_come_to_and_what_is_declared(declared: int, rows: int) -> None:
    lines = "".join(f"- {{title: {title}, amounts: {{total: {n}, 2026: {n}}}}}\n" for title, n in (("a", 3), ("b", 4)))
    text = f"document: {{title: x}}\nyears: [2026]\ndeclared: {{total: {declared}, 2026: {declared}}}\nlines:\n{lines}"
    plan = parse(text, "plan.yaml")
    content = xlsx.render(check_plan(plan), Style(Language.EN))
    book = stored(content)
    said = [cell.value for sheet in book.values for row in sheet.iter_rows() for cell in row]
    assert said.count("Sum of the sections") == rows
    assert all(exact(book.values[sheet][cell].value) == calculate(book, sheet, cell) for sheet, cell in formulas(book))
    assert load(file_type("plan.xlsx"), content, "plan.xlsx").plan == plan.plan


def test_a_unit_that_is_not_stated_is_not_printed() -> None:
    plan = load(file_type("a.csv"), "Nội dung,2025,2026\nMột,1,2\n".encode(), "a.csv")
    said = [
        str(cell.value)
        for sheet in stored(xlsx.render(check_plan(plan), Style(Language.EN))).values
        if sheet.sheet_state == "visible"
        for row in sheet.iter_rows()
        for cell in row
    ]
    assert not any("Unit:" in text for text in said)


def test_what_only_reading_back_needs_is_not_printed() -> None:
    book = stored(xlsx.render(report(PLAN), Style(Language.EN))).values
    assert [sheet.title for sheet in book if sheet.sheet_state == "visible"] == ["Annex", "Summary", "Findings"]
    assert [sheet.title for sheet in book if sheet.sheet_state == "hidden"] == ["Structure"]


def test_every_sum_with_figures_is_live_somewhere() -> None:
    """In its cell where it holds, else in the difference beside the table, whose value is the gap."""
    subject = report(PLAN).subject
    assert subject is not None
    plan = subject.plan
    book = stored(xlsx.render(report(PLAN), Style(Language.VI)))
    annex = book.formulas["Phụ lục"]
    differences = [
        calculate(book, sheet, cell)
        for sheet, cell in formulas(book)
        if sheet == "Phụ lục" and re.match(r"=[A-Z]+\d+-", str(annex[cell].value))
    ]
    balances = [balance for sum_ in promised(plan) if (balance := weigh(plan.cells, sum_)) is not None]
    assert sorted(differences) == sorted(balance.gap for balance in balances)
    assert sum(gap != 0 for gap in differences) == len(subject.audit.failing) + len(subject.audit.unconfirmed)
    # III: the total as printed is typed, that of a year which holds is a formula
    row = next(row for row in range(1, 60) if annex.cell(row, 1).value == "III")
    assert [annex.cell(row, column).data_type for column in (4, 5)] == ["n", "f"]
    assert annex.cell(row, 4).value == 7_433_000_000


def test_no_text_of_a_plan_is_a_formula() -> None:
    book = stored(xlsx.render(report(CASES / "plans" / "hostile.yaml"), Style(Language.EN)))
    for sheet, cell in formulas(book):
        assert re.fullmatch(r"=(SUM|ROUND|'Annex'!|[A-Z]+\d+|[():,+/-]|\d)+", book.formulas[sheet][cell].value)
    titled = [
        cell
        for row in book.formulas["Annex"].iter_rows()
        for cell in row
        if str(cell.value).startswith(("=", "-", "+", "@"))
    ]
    typed = [cell for cell in titled if cell.data_type == "s"]
    assert all(cell.quotePrefix for cell in typed)


def test_the_same_bytes_each_run(case: Report) -> None:
    assert xlsx.render(case, Style(Language.VI)) == xlsx.render(case, Style(Language.VI))


def test_a_file_that_exists_is_left_alone_unless_forced(sxtdbv: Run, tmp_path: Path) -> None:
    book = tmp_path / "plan.xlsx"
    assert sxtdbv("export", str(PLAN), "-o", str(book), "--lang", "en").code == 0
    before = book.read_bytes()
    book.write_bytes(b"mine")
    refused = sxtdbv("export", str(PLAN), "-o", str(book), "--lang", "en")
    assert (refused.code, book.read_bytes()) == (2, b"mine")
    assert "exists and was left alone" in refused.err
    assert sxtdbv("export", str(PLAN), "-o", str(book), "--lang", "en", "--force").code == 0
    assert book.read_bytes() == before
    assert list(tmp_path.iterdir()) == [book]


@pytest.mark.parametrize(
    ("name", "says"), [("plan.pdf", ".xlsx"), ("plan", ".xlsx"), ("none/plan.xlsx", "cannot be written")]
)
def test_what_cannot_be_written_is_said(sxtdbv: Run, tmp_path: Path, name: str, says: str) -> None:
    outcome = sxtdbv("export", str(PLAN), "-o", str(tmp_path / name), "--lang", "en")
    assert outcome.code == 2
    assert says in outcome.err
    assert list(tmp_path.iterdir()) == []


def test_what_a_cell_cannot_hold_is_refused_and_csv_holds_it(sxtdbv: Run, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(f"document: {{title: x}}\nyears: [2022]\nlines:\n  - title: {'a' * 32_768}\n", encoding="utf-8")
    refused = sxtdbv("export", str(plan), "-o", str(tmp_path / "plan.xlsx"), "--lang", "en")
    assert (refused.code, (tmp_path / "plan.xlsx").exists()) == (2, False)
    assert "at #1 is longer than the 32767 characters" in refused.err
    assert sxtdbv("export", str(plan), "-o", str(tmp_path / "plan.csv")).code == 0


def test_a_figure_of_more_digits_than_a_spreadsheet_keeps_is_text_and_no_formula_adds_it() -> None:
    figure = 1234567890123456
    amounts = f"{{total: {figure}, 2022: {figure}}}"
    text = f"document: {{title: x}}\nyears: [2022]\nlines:\n  - title: a\n    amounts: {amounts}\n"
    report = check_plan(parse(text, "plan.yaml"))
    annex = stored(xlsx.render(report, Style(Language.EN))).formulas["Annex"]
    assert (annex.cell(rows.FIRST + 1, 3).value, annex.cell(rows.FIRST + 1, 4).value) == ("1.234.567.890.123.456",) * 2
    assert not [cell for row in annex.iter_rows() for cell in row if cell.data_type == "f"]


def test_long_figures_that_add_up_to_a_short_one_are_added_by_no_formula() -> None:
    text = """document: {title: x}
columns: [{key: plan}]
lines:
  - {title: a, amounts: {plan: 1234567890123456}}
  - {title: b, amounts: {plan: -1234567890123450}}
"""
    annex = stored(xlsx.render(check_plan(parse(text, "plan.yaml")), Style(Language.EN))).formulas["Annex"]
    total = annex.cell(rows.FIRST + 3, 3)
    assert (total.value, total.data_type) == (6, "n")


def test_a_wrong_total_that_a_spreadsheet_cannot_add_is_red_all_the_same() -> None:
    text = """document: {title: x}
columns: [{key: plan}]
lines:
  - title: a
    amounts: {plan: 1234567890123456}
    lines: [{title: b, amounts: {plan: 3}}]
"""
    annex = stored(xlsx.render(check_plan(parse(text, "plan.yaml")), Style(Language.EN))).formulas["Annex"]
    wrong = annex.cell(rows.FIRST + 1, 3)
    assert (wrong.value, wrong.fill.fgColor.rgb) == ("1.234.567.890.123.456", "FFFBE3E0")


def test_rules_that_lead_in_a_circle_are_no_formulas() -> None:
    """Each cell holds, but a spreadsheet would calculate them in a circle."""
    text = """document: {title: x}
columns: [{key: plan}]
lines:
  - {code: A, title: a, equals: B + C, amounts: {plan: 30}}
  - {code: B, title: b, equals: A - C, amounts: {plan: 10}}
  - {code: C, title: c, amounts: {plan: 20}}
"""
    report = check_plan(parse(text, "plan.yaml"))
    assert report.subject is not None
    assert report.subject.audit.hold == 2
    annex = stored(xlsx.render(report, Style(Language.EN))).formulas["Annex"]
    assert [annex.cell(rows.FIRST + line, 3).data_type for line in (1, 2, 3)] == ["n", "n", "n"]


@pytest.mark.parametrize(
    ("plus", "minus", "decimals", "formula"),
    [
        ([(0, 0)], [], 0, "A1"),
        ([(0, 0), (1, 0), (2, 0)], [], 0, "SUM(A1:A3)"),
        ([(0, 0), (0, 1)], [(0, 2)], 0, "SUM(A1:B1)-C1"),
        ([(0, 0), (1, 0), (1, 1)], [], 0, "SUM(A1:A2,B2)"),
        ([(0, 0), (2, 0), (3, 0)], [], 2, "ROUND(SUM(A1,A3:A4),2)"),
        ([], [(4, 26), (5, 26)], 0, "-SUM(AA5:AA6)"),
    ],
)
def test_sums_as_formulas(plus: list[Position], minus: list[Position], decimals: int, formula: str) -> None:
    assert addition(plus, minus, decimals) == formula


def test_a_sum_of_many_cells_apart_is_nested_and_one_of_too_many_is_none() -> None:
    formula = addition([(2 * row, 0) for row in range(600)], [], 0)
    assert formula is not None
    assert all(call.count(",") < 255 for call in re.findall(r"SUM\(([^()]*)\)", formula))
    assert addition([(2 * row, 0) for row in range(5000)], [], 0) is None


def test_what_is_off_by_rounding_stays_typed_and_is_not_red() -> None:
    text = """document: {title: x}
unit: triệu đồng
years: [2022, 2023]
lines:
  - {title: a, amounts: {total: '3,4', 2022: '1,6', 2023: '1,7'}}
  - {title: b, amounts: {total: '9', 2022: '1,6', 2023: '1,7'}}
"""
    annex = stored(xlsx.render(check_plan(parse(text, "plan.yaml")), Style(Language.EN))).formulas["Annex"]
    rounded, wrong = (annex.cell(rows.FIRST + line, 3) for line in (1, 2))
    assert (rounded.value, rounded.fill.fill_type) == (3.4, None)
    assert (wrong.value, wrong.fill.fgColor.rgb) == (9, "FFFBE3E0")


def test_what_is_off_by_rounding_is_no_figure_typed_among_formulas() -> None:
    rows_ = "".join(
        f"  - {{title: a{n}, amounts: {{total: '3,{n}', 2022: '1,6', 2023: '1,7'}}}}\n" for n in (3, 3, 3, 4)
    )
    before = check_plan(
        parse(f"document: {{title: x}}\nunit: triệu đồng\nyears: [2022, 2023]\nlines:\n{rows_}", "p.yaml")
    )
    after = check_plan(load(file_type("p.xlsx"), xlsx.render(before, Style(Language.EN)), "p.xlsx"))
    assert [finding.code for finding in after.findings] == [finding.code for finding in before.findings]


def test_what_is_taken_away_is_taken_away_in_the_differences_too() -> None:
    """In đồng no ROUND holds the terms of a sum together: 50 - (40 - 5) is 15, 50 - 40 - 5 is not."""
    text = """document: {title: x}
years: [2022]
lines:
  - code: I
    title: a
    amounts: {total: 50, 2022: 50}
    lines:
      - {title: b, amounts: {total: 40, 2022: 40}}
      - {title: c, role: deduction, amounts: {total: 5, 2022: 5}}
"""
    book = stored(xlsx.render(check_plan(parse(text, "plan.yaml")), Style(Language.EN)))
    differences = [exact(book.values[sheet][cell].value) for sheet, cell in formulas(book) if sheet == "Annex"]
    assert 15 in differences
    for sheet, cell in formulas(book):
        assert exact(book.values[sheet][cell].value) == calculate(book, sheet, cell)


def stacked(*roles: str) -> int:
    """How many series the chart has for sections of these roles."""
    lines = "".join(f"- {{title: a{n}, role: {role}, amounts: {{2022: 5, 2023: 6}}}}\n" for n, role in enumerate(roles))
    found = check_plan(
        parse(f"document: {{}}\nyears: [2022, 2023]\ndeclared: {{2022: 9, 2023: 9}}\nlines:\n{lines}", "p.yaml")
    )
    with zipfile.ZipFile(io.BytesIO(xlsx.render(found, Style(Language.EN)))) as book:
        return book.read("xl/charts/chart1.xml").count(b"<c:ser>")


def test_only_parts_of_the_total_are_stacked() -> None:
    assert stacked("part", "part", "part") == 3
    assert stacked("part", "part", "memo", "of-which") == 2
    assert stacked("part", "part", "deduction") == 1


def test_a_row_is_as_high_as_the_lines_of_its_text() -> None:
    assert height(("một\nhai\nba", 40)) == 3 * height(("một", 40))
    assert height(("một hai ba " * 10, 40)) > 2 * height(("một", 40))
