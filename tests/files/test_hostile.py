"""Files made to do harm: each ends in a clear refusal or a right reading, in bounded time, never in a traceback."""

import io
import re
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject as Data
from test_docx import numbered, saved
from test_ods import book as ods_book
from test_ods import cell, figure, row, sheet

from sxtdbv_cli.check import check_file
from sxtdbv_cli.files.read import file_type, load
from sxtdbv_cli.files.tags import MOST_TAGS
from sxtdbv_cli.model.choices import Choices
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.text.language import Language

ROWS = [
    ["STT", "Nội dung", "Kinh phí 2022 (đồng)"],
    [1, "Tập huấn", 1000],
    [2, "Hội nghị", 500],
    [None, "Tổng cộng", 1500],
]


def workbook(change: Callable[[openpyxl.Workbook], None] | None = None) -> bytes:
    book = openpyxl.Workbook()
    for cells in ROWS:
        book.active.append(cells)
    if change:
        change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_part(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.namelist():
            target.writestr(part, change(source.read(part)) if part == name else source.read(part))
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
PLAIN = workbook()


def in_sheet(old: bytes, new: bytes) -> bytes:
    def change(part: bytes) -> bytes:
        assert old in part
        return part.replace(old, new, 1)

    return with_part(PLAIN, SHEET, change)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
DEEP = b"<a>" * 100_000
SHARED = b'<row r="5"><c r="E5"><f t="shared" ref="E5:E9" si="0">%s</f></c></row>' % b"+".join([b"A1"] * 2_700)
SHARED += b"".join(b'<row r="%d"><c r="E%d"><f t="shared" si="0"/></c></row>' % (at, at) for at in range(6, 3_000))
"""A formula of 8 000 characters that is that of 3 000 cells."""
REFUSED = {
    "book.yaml": (PLAIN, "SX001"),
    "-": (PLAIN, "SX001"),
    "empty.xlsx": (b"", "SX004"),
    "bomb.xlsx": (with_part(PLAIN, SHEET, lambda part: part + b" " * 2**28), "SX010"),
    "bomb.docx": (with_part(PLAIN, SHEET, lambda part: part), "SX001"),
    "entities.xlsx": (
        with_part(PLAIN, "xl/workbook.xml", lambda part: b'<!DOCTYPE w [<!ENTITY a "aaaa">]>' + part),
        "SX010",
    ),
    "outside.xlsx": (
        with_part(PLAIN, "xl/styles.xml", lambda part: b'<!DOCTYPE s SYSTEM "file:///etc/passwd">' + part),
        "SX010",
    ),
    "deep.xlsx": (with_part(PLAIN, SHEET, lambda part: DEEP), "SX003"),
    "cut.xlsx": (PLAIN[:-300], "SX003"),
    "cut-sheet.xlsx": (with_part(PLAIN, SHEET, lambda part: part[:-40]), "SX003"),
    "no-book.xlsx": (with_part(PLAIN, "xl/workbook.xml", lambda part: b"<a/>"), None),
    "far-column.xlsx": (in_sheet(b'r="C2"', b'r="ZZZZZ2"'), "SX003"),
    "far-row.xlsx": (in_sheet(b'<row r="2"', b'<row r="99999999"'), "SX003"),
    "shared.xlsx": (in_sheet(b"</sheetData>", SHARED + b"</sheetData>"), "SX010"),
    "no-string.xlsx": (in_sheet(b'r="B2" t="inlineStr"', b'r="B2" t="s"'), "SX003"),
    "~$book.xlsx": (b"\x05user" + bytes(160), "SX001"),
    "password.xlsx": (OLE + "EncryptedPackage".encode("utf-16-le"), "SX001"),
    "really.xls": (PLAIN, "SX001"),
    "page.xls": (b"<html><body><table><tr><td>1</td></tr></table></body></html>", "SX011"),
    "no-page.xls": (b"<html><body>1</body></html>", None),
    "text.xlsx": (b"STT,N\xe1\xbb\x99i dung,2022\n1,a,5\n", "SX001"),
    "picture.docx": (b"\x89PNG\r\n\x1a\n", "SX001"),
    "cut.xls": (OLE + "Workbook".encode("utf-16-le"), "SX003"),
    "huge.ods": (ods_book(sheet(row(figure("1"), 'table:number-rows-repeated="1048576"') * 3)), "SX010"),
    "wide.ods": (ods_book(sheet(row(cell('table:number-columns-repeated="999999999"') + figure("1")))), "SX010"),
    "blank.csv": (b" \r\n\t", "SX004"),
    "archive.csv": (PLAIN, "SX001"),
    "page.csv": (b"<html><body>1,2</body></html>", "SX001"),
    "binary.csv": (bytes(range(256)), "SX002"),
    "control.txt": ("STT\n|\nTập \x1b[2J\n|\n".encode(), "SX002"),
    "bars.txt": (b"|\n" * 50_000, "SX011"),
    "single-blanks.txt": (b"".join(b"Line %d of 1%05d 2%05d\n" % (at, at, at) for at in range(20_000)), "SX011"),
    "headings.txt": (b"STT\n|\n" * 3_000, "SX011"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_in_words(name: str) -> None:
    content, code = REFUSED[name]
    with pytest.raises(Unreadable) as caught:
        load(file_type(name), content, name)
    for fault in caught.value.faults:
        for language in Language:
            said = fault.message.say(language, fault.facts)
            assert said
            assert "{" not in said
    assert code in (None, caught.value.faults[0].code)


def formatted_rows(part: bytes) -> bytes:
    rows = b'<row s="1" customFormat="1"/>' * 300_000
    return part.replace(b"</sheetData>", rows + b"</sheetData>")


def linked(book: openpyxl.Workbook) -> None:
    book.active["E2"] = '=WEBSERVICE("http://example.invalid/" & C2)'
    book.active["E3"] = "='file:///etc/[passwd]S'!A1"
    book.active["E4"] = '=HYPERLINK("\\\\server\\share","x")'


def ods_cell(value: object) -> str:
    if isinstance(value, int):
        return figure(str(value))
    return cell('office:value-type="string"', f"<text:p>{value}</text:p>") if value else cell()


READ = {
    "whole-sheet.xlsx": in_sheet(b'<dimension ref="A1:C4"', b'<dimension ref="A1:XFD1048576"'),
    "formatted-rows.xlsx": with_part(PLAIN, SHEET, formatted_rows),
    "links.xlsx": workbook(linked),
    "blank-rows.ods": ods_book(
        sheet(
            "".join(row("".join(map(ods_cell, cells))) for cells in ROWS)
            + row(cell('table:number-columns-repeated="16384"'), 'table:number-rows-repeated="1048000"')
        )
    ),
}


@pytest.mark.parametrize("name", READ)
def test_what_only_looks_large_is_read(name: str) -> None:
    found = load(file_type(name), READ[name], name).plan
    assert found.lines.titles == ("Tập huấn", "Hội nghị")
    assert found.lines.amounts[0] == (1000, 500)


def test_an_encoding_that_is_stated_for_a_workbook_changes_nothing() -> None:
    assert load(file_type("x.xlsx"), PLAIN, "x.xlsx", Choices(encoding="cp1258")).plan.lines.titles


def test_nothing_is_printed_on_the_way(capsys: pytest.CaptureFixture[str]) -> None:
    broken = with_part(PLAIN, "xl/styles.xml", lambda part: re.sub(rb'fontId="0"', b'fontId="77"', part))
    broken = with_part(broken, "xl/styles.xml", lambda part: re.sub(rb'xfId="0"', b'xfId="77"', part))
    try:
        load(file_type("x.xlsx"), broken, "x.xlsx")
    except Unreadable as error:
        assert error.faults
    assert capsys.readouterr() == ("", "")


def test_a_command_reports_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("hostile") / "cut.xlsx"
    path.write_bytes(PLAIN[:-300])
    report: Report = check_file(str(path))
    assert report.subject is None
    assert [fault.code for fault in report.faults] == ["SX003"]


def small_document() -> bytes:
    document = numbered([0, 1, 2, 2, 1, 3])
    document.tables[0].cell(0, 0).merge(document.tables[0].cell(1, 0))
    return saved(document)


MENDED = {
    "x.docx": (small_document(), ("word/document.xml", "word/numbering.xml", "word/styles.xml", "[Content_Types].xml")),
    "x.ods": (READ["blank-rows.ods"], ("content.xml",)),
    "x.xlsx": (READ["links.xlsx"], (SHEET, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml")),
}
VALUES = ["", "0", "-1", "99999999999", "1e400", "NaN", "x", "ZZZ1", "A1:B2", "²", "1048577", "9" * 400]


@pytest.mark.parametrize("name", MENDED)
@given(data=st.data())
@settings(deadline=None, max_examples=60)
def test_no_value_in_the_xml_is_a_traceback(name: str, data: Data) -> None:
    """The archive is whole, one attribute or text in it is something else."""
    content, parts = MENDED[name]

    def change(part: bytes) -> bytes:
        text = part.decode()
        values = [match.span(1) for match in re.finditer(r'"([^"]*)"', text)]
        values += [match.span(1) for match in re.finditer(r">([^<]*)<", text)]
        start, end = data.draw(st.sampled_from(values))
        return (text[:start] + data.draw(st.sampled_from(VALUES)) + text[end:]).encode()

    try:
        load(file_type(name), with_part(content, data.draw(st.sampled_from(parts)), change), name)
    except Unreadable as error:
        assert error.faults


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b"\n" * 1_300_000 + b"STT  A  1"),
        ("a.txt", b"STT|A|2022|\n" + b"a|" * 1_300_000),
        ("a.csv", b"a," * 4_100_000),
    ],
)
def test_a_text_of_too_many_cells_is_refused_before_it_is_cut(name: str, content: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        load(file_type(name), content, name)
    assert [found.code for found in caught.value.faults] == ["SX010"]


TAGS = b"<a/>" * (MOST_TAGS + MOST_TAGS // 10)
TREES = {
    "x.docx": (MENDED["x.docx"][0], ("word/document.xml", "word/numbering.xml", "word/styles.xml")),
    "x.xlsx": (PLAIN, ("xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels")),
}


def filled(part: bytes) -> bytes:
    before, mark, behind = part.rpartition(b"</")
    return before + TAGS + mark + behind


@pytest.mark.parametrize(("name", "part"), [(name, part) for name, (_, parts) in TREES.items() for part in parts])
def test_a_part_of_nothing_but_tags_is_refused_before_it_is_a_tree(name: str, part: str) -> None:
    """A hundred million bytes of them would take gigabytes."""
    with pytest.raises(Unreadable) as caught:
        load(file_type(name), with_part(TREES[name][0], part, filled), name)
    assert [fault.code for fault in caught.value.faults] == ["SX010"]


def test_a_row_of_nothing_but_tags_is_refused_and_what_no_tree_is_made_of_is_not_looked_at() -> None:
    with pytest.raises(Unreadable) as caught:
        load(file_type("x.ods"), ods_book(sheet(row(figure("1") + TAGS.decode()))), "x.ods")
    assert [fault.code for fault in caught.value.faults] == ["SX010"]
    assert load(file_type("x.xlsx"), with_part(PLAIN, "[Content_Types].xml", filled), "x.xlsx").plan.lines
