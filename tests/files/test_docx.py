"""Documents: tables cell by cell, codes that only Word shows, what was changed, hidden or raised."""

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from sxtdbv_cli.files import docx as reader
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.grid import Grid, Span
from sxtdbv_cli.text.language import Language


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def read(document: Any) -> list[Grid]:
    return reader.grids(saved(document), "x.docx")


def texts(grid: Grid) -> list[list[str]]:
    return [["" if cell is None else cell.text for cell in row] for row in grid.rows]


def fill(table: Any, rows: list[list[str]]) -> Any:
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    return table


ROWS = [["STT", "Nội dung", "2022"], ["I", "Tập huấn", "1.000"], ["", "Tổng", "1.000"]]


def test_a_table_with_what_stands_before_and_behind() -> None:
    document = docx.Document()
    document.add_paragraph("PHỤ LỤC")
    document.add_paragraph("")
    document.add_paragraph("Đơn vị tính: triệu đồng")
    fill(document.add_table(3, 3), ROWS)
    document.add_paragraph("Nơi nhận:")
    (grid,) = read(document)
    assert texts(grid) == [["PHỤ LỤC"], ["Đơn vị tính: triệu đồng"], *ROWS, [], ["Nơi nhận:"]]
    assert grid.name == "table 1"
    places = ["x.docx:3:1", "x.docx:table 1!C2", "x.docx:4:1"]
    assert [str(grid.place(*at)) for at in ((1, 0), (3, 2), (6, 0))] == places
    assert grid.named((3, 2)) == "C2"  # as the table has it, not with the paragraphs before it


def test_merged_cells_take_their_columns() -> None:
    document = docx.Document()
    table = fill(document.add_table(3, 4), [["STT", "Nội dung", "Kinh phí", ""], ["", "", "2022", "2023"]])
    table.cell(0, 2).merge(table.cell(0, 3))
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(1, 1))
    table.cell(2, 0).merge(table.cell(2, 3)).text = "Ghi chú"
    (grid,) = read(document)
    assert texts(grid)[:2] == [["STT", "Nội dung", "Kinh phí", ""], ["", "", "2022", "2023"]]
    assert texts(grid)[2] == ["Ghi chú", "", "", ""]
    assert grid.merged == [Span(0, 0, 1, 0), Span(0, 1, 1, 1), Span(0, 2, 0, 3), Span(2, 0, 2, 3)]


def test_a_table_that_goes_on_is_one_and_others_are_not() -> None:
    document = docx.Document()
    fill(document.add_table(3, 3), ROWS)
    document.add_paragraph("")
    fill(document.add_table(2, 3), [["STT", "Nội dung", "2022"], ["II", "In", "5"]])
    fill(document.add_table(1, 2), [["Người lập", "Thủ trưởng"]])
    document.add_paragraph("Phụ lục 2")
    fill(document.add_table(3, 3), ROWS)
    first, signature, second = read(document)
    assert texts(first) == [*ROWS, ["STT", "Nội dung", "2022"], ["II", "In", "5"]]
    assert str(first.place(4, 0)) == "x.docx:table 2!A2"
    assert (signature.name, second.name) == ("table 3", "table 4")
    assert texts(second) == [["Phụ lục 2"], *ROWS]


def test_a_table_within_a_cell_is_a_table_of_its_own() -> None:
    document = docx.Document()
    outer = document.add_table(1, 1)
    fill(outer.cell(0, 0).add_table(3, 3), ROWS)
    frame, inner = read(document)
    assert texts(frame) == [[""]]
    assert texts(inner) == ROWS


NUMBERING = """
<w:abstractNum {ns} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2.%3"/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%4)"/></w:lvl>
<w:lvl w:ilvl="4"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
<w:lvl w:ilvl="5"><w:numFmt w:val="ideographDigital"/><w:lvlText w:val="%6"/></w:lvl>
</w:abstractNum>
"""


def numbered(levels: list[int]) -> Any:
    """A table whose codes are automatic, a level of the list for each row."""
    document = docx.Document()
    part = document.part.numbering_part.element
    part.insert(0, parse_xml(NUMBERING.format(ns=nsdecls("w"))))
    for key, override in (("91", ""), ("92", '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')):
        part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{key}"><w:abstractNumId w:val="90"/>{override}</w:num>'))
    table = document.add_table(len(levels), 2)
    for row, level in enumerate(levels):
        number(table.cell(row, 0).paragraphs[0], level)
        table.cell(row, 1).text = f"dòng {row}"
    return document


def number(paragraph: Any, level: int, key: int = 91) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = key


def test_automatic_codes_are_counted() -> None:
    (grid,) = read(numbered([0, 1, 2, 2, 1, 2, 3, 3, 4, 0, 1, 2]))
    codes = [row[0] for row in texts(grid)]
    assert codes == ["I", "1", "1.1", "1.2", "2", "2.1", "a)", "b)", "-", "II", "1", "1.1"]
    assert grid.remarks == []


def test_a_list_that_begins_anew_and_a_style_with_numbers() -> None:
    document = numbered([0, 0, 0, 0])
    table = document.tables[0]
    number(table.cell(2, 0).paragraphs[0], 0, key=92)
    number(table.cell(3, 0).paragraphs[0], 0, key=0)
    for row in (0, 1):
        table.cell(row, 1).paragraphs[0].style = "List Number"
    (grid,) = read(document)
    assert texts(grid) == [["I", "1 dòng 0"], ["II", "2 dòng 1"], ["I", "dòng 2"], ["", "dòng 3"]]


def test_a_code_that_cannot_be_counted_is_said() -> None:
    (grid,) = read(numbered([0, 5]))
    assert [(remark.row, remark.column, remark.code) for remark in grid.remarks] == [(1, 0, "SX522")]


def test_text_is_what_is_shown() -> None:
    document = docx.Document()
    table = fill(document.add_table(4, 1), [["1.000"], ["a"], ["b"], ["c"]])
    table.cell(0, 0).paragraphs[0].add_run("1").font.superscript = True
    table.cell(1, 0).paragraphs[0].add_run("ẩn").font.hidden = True
    table.cell(2, 0).paragraphs[0].add_run("\tx\ny")
    table.cell(3, 0).add_paragraph("d")
    (grid,) = read(document)
    assert texts(grid) == [["1.000¹"], ["a"], ["b\tx\ny"], ["c\nd"]]


def test_changes_not_accepted_are_read_as_changed_and_said() -> None:
    document = docx.Document()
    table = fill(document.add_table(3, 1), [["Nội dung"], ["x"], ["y"]])
    paragraph = table.cell(1, 0).paragraphs[0]._p
    for kind, tag, text in (("del", "delText", "1.000"), ("ins", "t", "2.000")):
        change = parse_xml(f"<w:{kind} {nsdecls('w')}><w:r><w:{tag}>{text}</w:{tag}></w:r></w:{kind}>")
        paragraph.append(change)
    deleted = table.rows[2]._tr.get_or_add_trPr()
    deleted.append(OxmlElement("w:del"))
    (grid,) = read(document)
    assert texts(grid) == [["Nội dung"], ["x2.000"]]
    assert [(remark.row, remark.facts) for remark in grid.remarks] == [(1, {"text": "x2.000"})]


def test_cells_in_content_controls_are_read() -> None:
    document = docx.Document()
    table = fill(document.add_table(1, 2), [["A", "B"]])
    cell = table.cell(0, 1)._tc
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    cell.addprevious(control)
    control.find(qn("w:sdtContent")).append(cell)
    assert texts(read(document)[0]) == [["A", "B"]]


def refusal(content: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        reader.grids(content, "x.docx")
    found = caught.value.faults[0]
    return found.message.say(Language.EN, found.facts)


def changed(content: bytes, part: str, text: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, text if name == part else source.read(name))
    return out.getvalue()


def test_what_is_no_document_with_a_table_is_refused() -> None:
    document = docx.Document()
    document.add_paragraph("Không có bảng")
    plain = saved(document)
    assert "no tables" in refusal(plain)
    assert "damaged" in refusal(changed(plain, "word/document.xml", b"<w:document"))
    assert "damaged" in refusal(changed(plain, "_rels/.rels", b"<Relationships/>"))
    assert "damaged" in refusal(changed(plain, "word/document.xml", b"<a/>"))
    assert "damaged" in refusal(plain[:-200])
    bomb = b'<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>'
    assert "document type" in refusal(changed(plain, "word/document.xml", bomb))
    deep = b"<a>" * 5000 + b"</a>" * 5000
    assert "damaged" in refusal(changed(plain, "word/document.xml", deep))


def test_rows_in_content_controls_are_read_and_what_is_not_shown_is_not() -> None:
    """A row may stand in a control, a paragraph in a text box within another, a table in a choice that is not taken."""
    document = docx.Document()
    outer = document.add_paragraph("ĐVT: đồng")._p
    outer.append(parse_xml(f"<w:r {nsdecls('w')}><w:pict><w:txbxContent><w:p/><w:p/></w:txbxContent></w:pict></w:r>"))
    table = fill(document.add_table(3, 3), ROWS)
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    table.rows[1]._tr.addprevious(control)
    control.find(qn("w:sdtContent")).append(table.rows[1]._tr)
    hidden = parse_xml(f"<w:moveFrom {nsdecls('w')}><w:p><w:r><w:t>Đã chuyển đi</w:t></w:r></w:p></w:moveFrom>")
    document.element.body.append(hidden)
    (grid,) = read(document)
    assert texts(grid) == [["ĐVT: đồng"], *ROWS]
    assert str(grid.place(0, 0)) == "x.docx:1:1"


def test_parts_are_found_by_their_relations() -> None:
    document = docx.Document()
    fill(document.add_table(3, 3), ROWS)
    content = saved(document)
    moved = content.replace(b"word/document.xml", b"word/documents.xm")
    assert "damaged" in refusal(moved)
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        relations = source.read("_rels/.rels").replace(b"word/document.xml", b"/word/main.xml")
        body = source.read("word/document.xml")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        target.writestr("_rels/.rels", relations)
        target.writestr("word/main.xml", body)
    (grid,) = reader.grids(out.getvalue(), "x.docx")
    assert texts(grid) == ROWS
