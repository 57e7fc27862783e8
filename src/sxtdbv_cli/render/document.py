"""A Word document in the making: A4 landscape, numbered pages, a table whose header is repeated, fixed bytes."""

import datetime
import re
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sxtdbv_cli.text.safe import in_xml

if TYPE_CHECKING:
    from docx.document import Document

FONT = "Times New Roman"
WIDTH = 26.2
"""The width of the text in centimetres."""
_TEXT, _ROWS = "text", "rows"
"""The names of the places in the XML where the texts of a row and the rows of the table are put."""
EPOCH = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)


class Look(NamedTuple):
    """How a text looks: ``align`` is left, center or right; ``indent`` in centimetres."""

    bold: bool = False
    italic: bool = False
    size: int = 11
    align: str = "left"
    indent: float = 0.0


def new(title: str, author: str) -> "Document":
    """An empty document."""
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm, Pt

    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author = in_xml(title)[:255], in_xml(author)[:255]
    properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = EPOCH
    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(12)
    normal.paragraph_format.space_after = Pt(2)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin, section.right_margin = Cm(2.0), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(1.5)
    _page_number(section.footer.paragraphs[0])
    return document


def paragraph(document: "Document", text: str, look: Look) -> None:
    """A paragraph; nothing where there is no text."""
    if text:
        _fill(document.add_paragraph(), text, look)


class Table(NamedTuple):
    """A table in the making. ``rows`` are the rows of its body as XML, ``forms`` that of a row of each looks, cut where
    its texts stand: a tree of 20 000 rows would take half a gibibyte."""

    made: Any
    rows: list[bytes]
    forms: dict[tuple[Look, ...], list[str]]


def table(document: "Document", widths: Sequence[float]) -> Table:
    """An empty table with columns of these widths in centimetres."""
    from docx.shared import Cm

    found = document.add_table(rows=0, cols=len(widths), style="Table Grid")
    found.autofit = False
    for column, width in zip(found.columns, widths, strict=True):
        column.width = Cm(width)
    return Table(found, [], {})


def header(table: Table, texts: Sequence[tuple[str, Look]]) -> None:
    """A row that is repeated on each page."""
    added = _row(table, [look for _, look in texts])
    added.trPr.append(_element("w:tblHeader"))
    for cell, (text, _) in zip(added.tc_lst, texts, strict=True):
        cell.p_lst[0].r_lst[0].text = in_xml(text)


def row(table: Table, texts: Sequence[tuple[str, Look]]) -> None:
    """A row of a table that is not broken over two pages."""
    looks = tuple(look for _, look in texts)
    if looks not in table.forms:
        table.forms[looks] = _form(table, looks)
    first, *others = table.forms[looks]
    said = [f"{_said(in_xml(text))}{rest}" for (text, _), rest in zip(texts, others, strict=True)]
    table.rows.append("".join([first, *said]).encode())


def _row(table: Table, looks: Sequence[Look]) -> Any:
    """A new row without texts."""
    added = table.made.add_row()
    added._tr.get_or_add_trPr().append(_element("w:cantSplit"))
    for cell, look in zip(added.cells, looks, strict=True):
        _fill(cell.paragraphs[0], "", look)
    return added._tr


def _form(table: Table, looks: Sequence[Look]) -> list[str]:
    """The XML of a row before, between and behind its texts; the document states the prefixes."""
    from lxml import etree

    made = _row(table, looks)
    for cell in made.tc_lst:
        cell.p_lst[0].r_lst[0].append(etree.Comment(_TEXT))
    made.getparent().remove(made)
    whole = etree.tostring(made, encoding="unicode")
    return re.sub(r' xmlns:\w+="[^"]*"', "", whole).split(f"<!--{_TEXT}-->")


def _said(text: str) -> str:
    """The XML of a text, with its blanks, tabs and line breaks."""
    whole = f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else ""
    for sign, tag in (("\t", "tab"), ("\n", "br")):
        whole = whole.replace(sign, f'</w:t><w:{tag}/><w:t xml:space="preserve">')
    return whole


def carry(document: "Document", content: bytes) -> None:
    """Put a part of XML into a document that nobody sees, and that Word keeps when it saves the document."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.part import Part

    package = document.part.package
    part = Part(package.next_partname("/customXml/item%d.xml"), "application/xml", content, package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def finish(document: "Document", table: Table) -> bytes:
    """The bytes of a document, the same for the same contents, with the rows of its table behind the header."""
    from lxml import etree

    table.made._tbl.append(etree.Comment(_ROWS))
    stream = BytesIO()
    document.save(stream)
    fixed = BytesIO()
    with ZipFile(stream) as source, ZipFile(fixed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = ZipInfo(name, (EPOCH.year, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            before, mark, behind = source.read(name).partition(f"<!--{_ROWS}-->".encode())
            with target.open(info, "w") as part:
                part.writelines([before, *(table.rows if mark else ()), behind])
    return fixed.getvalue()


def _fill(where: Any, text: str, look: Look) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    where.alignment = getattr(WD_ALIGN_PARAGRAPH, look.align.upper())
    where.paragraph_format.space_after = Pt(0)
    if look.indent:
        where.paragraph_format.left_indent = Cm(look.indent)
    run = where.add_run(in_xml(text))
    run.bold, run.italic = look.bold or None, look.italic or None
    run.font.size = Pt(look.size)


def _page_number(where: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    where.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = _element("w:fldSimple", instr="PAGE")
    where._p.append(field)


def _element(tag: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
