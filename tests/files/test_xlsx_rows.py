"""Rows of a sheet that are read without a parser: the same as the parser reads, or left to it."""

import datetime
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.formula.translate import Translator
from openpyxl.styles.numbers import BUILTIN_FORMATS as OTHERS
from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import MAC_EPOCH, from_excel

from recogniser.made import book
from sxtdbv_cli.files.cells import number
from sxtdbv_cli.files.xlsx import grids, sheet
from sxtdbv_cli.files.xlsx.formulas import Shared
from sxtdbv_cli.files.xlsx.rows import split
from sxtdbv_cli.files.xlsx.stored import PLAIN, date_of
from sxtdbv_cli.files.xlsx.styles import BUILTIN_FORMATS, shows_date
from sxtdbv_cli.model.finding import Unreadable

SHEET = "xl/worksheets/sheet1.xml"
HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def workbook(rows: str, head: str = HEAD) -> bytes:
    """A workbook whose only sheet has these rows."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(book([["a", "b"]]))) as old, zipfile.ZipFile(stream, "w") as new:
        for part in old.infolist():
            xml = f"{head}<sheetData>{rows}</sheetData></worksheet>" if part.filename == SHEET else old.read(part)
            new.writestr(part.filename, xml)
    return stream.getvalue()


def read(content: bytes) -> object:
    """The sheet, all but the function of its places; what is wrong where it is none."""
    try:
        (grid,) = grids(content, "book.xlsx")
    except Unreadable as unreadable:
        return [fault.code for fault in unreadable.faults]
    return replace(grid, place=None)  # type: ignore[arg-type]


def by_the_parser(content: bytes, monkeypatch: pytest.MonkeyPatch) -> object:
    """The same, read by the parser alone."""
    with monkeypatch.context() as patch:
        patch.setattr(sheet, "split", lambda xml: None)
        return read(content)


NUMBERS = ["1", "0", "01", "-5", "1977.8", "-0.50", "-3.25", "1E3", "", "9" * 16]
WORDS = ["a b", " ", "&lt;&#273;&#x110;", "_x0041_", "Chi &amp; thu &#7897;", "\ue000 &amp;", "&#57344;&gt;", "&#10; a"]
TEXTS = st.sampled_from([*NUMBERS, *WORDS])
CELLS = st.builds(
    lambda letters, row, style, kind, formula, value: f'<c r="{letters}{row}"{style}{kind}>{formula}{value}</c>',
    st.sampled_from("ABCD"),
    st.integers(1, 3),
    st.sampled_from(["", ' s="0"', ' s="9"']),
    st.sampled_from(["", ' t="n"', ' t="s"', ' t="str"', ' t="inlineStr"', ' t="b"', ' t="e"', ' t="d"']),
    st.sampled_from(
        ["", "<f>B1+1</f>", '<f t="shared" ref="A1:A3" si="0">B1*$C$2</f>', '<f t="shared" si="0"/>', "<f>&amp;</f>"]
    ),
    st.one_of(
        TEXTS.map("<v>{}</v>".format),
        TEXTS.map('<is><t xml:space="preserve">{}</t></is>'.format),
        st.sampled_from(["<v/>", "", "<is><r><t>a</t></r><rPh><t>b</t></rPh></is>", "<x/>", "<!-- <c r='A1'/> -->"]),
    ),
)
ROWS = st.lists(
    st.tuples(st.sampled_from(["", ' hidden="1"', ' spans="1:4" outlineLevel="2"', ' hidden="0" ht="15.5"']), CELLS)
    | st.just(("", ""))
).map(
    lambda rows: "".join(
        f'<row r="{number}"{said}>{cells}</row>' if cells else f'<row r="{number}"{said}/>'
        for number, (said, cells) in enumerate(rows, 1)
    )
)


@given(ROWS)
def test_rows_are_read_as_the_parser_reads_them(rows: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        assert read(workbook(rows)) == by_the_parser(workbook(rows), patch)


@pytest.mark.parametrize(
    ("rows", "head"),
    [
        ('<row r="1"><c t="n" r="A1"><v>1</v></c></row>', HEAD),
        ('<row><c r="A1"><v>1</v></c></row>', HEAD),
        ('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>', HEAD),
        ('<row r="1"><c r="A1"><v>1</v></c>', HEAD),
        ('<row r="1"><c r="A1"><v>&nbsp;</v></c></row>', HEAD),
        ('<row r="1"><c r="A1"><v>1</v></c></row>', "<worksheet>"),
        ('<row r="1"><c r="A1" t="str"><v>a\r\nb</v></c></row>', HEAD),
        ('<row r="1"><c r="A1" t="str"><v>a\x01</v></c></row>', HEAD),
        ('<row r="1"><c r="A1"><v>1</v></c></row>', f'<?xml version="1.0" encoding="latin-1"?>{HEAD}'),
    ],
)
def test_another_form_is_left_to_the_parser(rows: str, head: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(workbook(rows, head)) == by_the_parser(workbook(rows, head), monkeypatch)


@given(st.from_regex(PLAIN, fullmatch=True))
def test_digits_that_are_kept_as_they_stand_are_those_of_the_number(digits: str) -> None:
    assert digits == number(float(digits)).text


USUAL = st.one_of(st.integers(0, 10**9), st.sampled_from(["a", " ", "1", "é"]))
DAYS = st.dates(datetime.date(1900, 3, 1))
ANY = st.one_of(USUAL, DAYS, st.integers(-5, 10**16), st.floats(0, 9), st.none())
VALUES = st.one_of(*(st.lists(value, min_size=1, max_size=5) for value in (USUAL, USUAL | DAYS, ANY)))


@given(st.lists(VALUES, min_size=1, max_size=4))
def test_a_workbook_is_read_as_the_parser_reads_it(rows: Sequence[Sequence[object]]) -> None:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"default_date_format": "dd/mm/yyyy"}) as made:
        sheet = made.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    with pytest.MonkeyPatch.context() as patch:
        assert read(stream.getvalue()) == by_the_parser(stream.getvalue(), patch)


def test_the_usual_form_is_not_left_to_the_parser() -> None:
    with zipfile.ZipFile(BytesIO(book([["STT", "Nội dung", 1], ["1", "=A1", 2.5]]))) as archive:
        assert split(archive.read(SHEET)) is not None


REFERENCES = st.from_regex(r"\A\$?[A-E]\$?[1-9](:\$?[A-E]\$?[1-9])?\Z") | st.sampled_from(
    ["A:B", "$A:C", "2:3", "$2:5", '"A1"', "'Năm 1'!B2", "Sheet1!$C3", "LOG10(B2)", "TRUE", "1.5", "x_A1", "ABC1"]
)


@given(st.lists(REFERENCES, min_size=1, max_size=4), st.sampled_from(["A1", "B4", "D8"]), st.integers(8, 30))
def test_a_shared_formula_moves_as_openpyxl_moves_it(references: list[str], origin: str, row: int) -> None:
    formula, target = "+".join(references), f"D{row}"
    assert "=" + Shared(formula, origin).at(target) == Translator("=" + formula, origin).translate_formula(target)


@given(st.floats(0, 60_000, allow_nan=False), st.booleans())
def test_a_date_is_the_one_that_openpyxl_reads(serial: float, from_1904: bool) -> None:
    wanted = from_excel(serial, MAC_EPOCH) if from_1904 else from_excel(serial)
    assert date_of(serial, from_1904=from_1904) == wanted


def test_formats_are_those_of_openpyxl() -> None:
    odd = {44}  # where openpyxl lacks the signs between the parts of the format
    assert {key: BUILTIN_FORMATS[key] for key in BUILTIN_FORMATS if key not in odd} == {
        key: OTHERS[key] for key in OTHERS if key not in odd
    }
    own = ['#,##0 "đồng"', "dd/mm/yyyy", "[$-42A]#,##0", "[Red]0", "[h]:mm", "General", "0.00E+00", '"ngày" dd']
    assert [shows_date(code) for code in own] == [is_date_format(code) for code in own]
