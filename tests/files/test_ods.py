"""OpenDocument spreadsheets: cells as they are written, and claims of size that are not believed."""

import io
import zipfile

import pytest

from sxtdbv_cli.files import ods
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.grid import Grid, Kind, Span
from sxtdbv_cli.text.language import Language

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for name, full in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
    )
)
CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
STYLES = """
<style:style style:name="in" style:family="table-cell">
<style:paragraph-properties fo:margin-left="0.2917in"/></style:style>
<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style>
"""


def book(table: str, name: str = "content.xml", **parts: str) -> bytes:
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    xml = f"<office:document-content {NAMES} {CALC}>{STYLES}{body}</office:document-content>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        target.writestr(name, xml)
        for part, text in parts.items():
            target.writestr(part, text)
    return out.getvalue()


def sheet(rows: str, **attributes: str) -> str:
    named = "".join(f' table:{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f'<table:table table:name="Biểu 1"{named}>{rows}</table:table>'


def row(cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{cells}</table:table-row>"


def cell(attributes: str = "", text: str = "", tag: str = "table-cell") -> str:
    return f"<table:{tag} {attributes}>{text}</table:{tag}>"


def figure(value: str) -> str:
    return cell(f'office:value-type="float" office:value="{value}"', "<text:p>shown</text:p>")


def read(content: bytes) -> list[Grid]:
    return ods.grids(content, "x.ods")


def texts(grid: Grid) -> list[list[str | None]]:
    return [[None if found is None else found.text for found in cells] for cells in grid.rows]


def test_a_cell_is_what_it_is() -> None:
    cells = [
        cell(
            'office:value-type="string"', "<text:p>  01<text:s text:c='2'/><text:span>A</text:span><text:tab/></text:p>"
        ),
        cell('office:value-type="float" office:value="3.1"', "<text:p>3,10</text:p>"),
        figure("1977.8"),
        figure("1.0E+12"),
        figure("0.30000000000000004"),
        figure("NaN"),
        figure("1E+999999999"),
        cell('office:value-type="percentage" office:value="0.5"'),
        cell('office:value-type="boolean" office:boolean-value="true"'),
        cell('office:value-type="date" office:date-value="2022-07-26T00:00:00"'),
        cell(
            'office:value-type="string" calcext:value-type="error" table:formula="of:=1/0"', "<text:p>#DIV/0!</text:p>"
        ),
        cell('office:value-type="float" office:value="0" table:formula="of:=[.A1]"', "<text:p>#REF!</text:p>"),
        cell('table:formula="of:=SUM([.C5:.C9];[$Ẩn.A1];&quot;a;b&quot;)"'),
        cell('table:formula="of:=IF([.A1]=0;&quot;&quot;;1)"', "<text:p/>"),
        cell("", "<office:annotation><text:p>ghi chú riêng</text:p></office:annotation>"),
        cell('office:value-type="string"', "<text:p>một</text:p><text:p>hai</text:p>"),
    ]
    found = read(book(sheet("".join(row(one) for one in cells))))[0]
    kinds = [(cells[0].kind, cells[0].text) if cells and cells[0] else None for cells in found.rows]
    assert kinds == [
        (Kind.TEXT, "  01  A\t"),
        (Kind.NUMBER, "3.1"),
        (Kind.NUMBER, "1977.8"),
        (Kind.NUMBER, "1000000000000"),
        (Kind.NUMBER, "0.30000000000000004"),
        (Kind.ERROR, "#NUM!"),
        (Kind.ERROR, "#NUM!"),
        (Kind.NUMBER, "0.5"),
        (Kind.TRUTH, "TRUE"),
        (Kind.DATE, "2022-07-26"),
        (Kind.ERROR, "#DIV/0!"),
        (Kind.ERROR, "#REF!"),
        (Kind.PENDING, ""),
        None,
        None,
        (Kind.TEXT, "một\nhai"),
    ]
    assert found.rows[12][0].formula == '=SUM(C5:C9,Ẩn!A1,"a;b")'  # type: ignore[union-attr]
    formats = [(row, cells[0].format) for row, cells in enumerate(found.rows) if cells and cells[0] and cells[0].format]
    assert formats == [(1, "0.00"), (7, "0%")]
    assert str(found.place(1, 0)) == "x.ods:Biểu 1!A2"


def test_layout_is_kept() -> None:
    columns = '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
    merged = cell(
        'office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="2"',
        "<text:p>gộp</text:p>",
    )
    covered = cell(tag="covered-table-cell")
    indented = cell('office:value-type="string" table:style-name="in"', "<text:p>A</text:p>")
    rows = [
        row(cell('table:number-columns-repeated="3"') + merged + covered, 'table:visibility="filter"'),
        f"<table:table-row-group>{row(indented)}</table:table-row-group>",
        row(cell(), 'table:number-rows-repeated="3"'),
        row(figure("5"), 'table:number-rows-repeated="2"'),
        row(cell('table:number-columns-repeated="16384"'), 'table:number-rows-repeated="1048570"'),
    ]
    shown, hidden = read(book(sheet(columns + "".join(rows)) + sheet("", style_name="off")))
    assert texts(shown) == [[None, None, None, "gộp"], ["A"], [], [], [], ["5"], ["5"]]
    assert shown.merged == [Span(0, 3, 1, 4)]
    assert (shown.outline, shown.hidden_rows, shown.hidden_columns) == ({1: 1}, {0}, {1, 2})
    assert shown.rows[1][0].indent == 2  # type: ignore[union-attr]
    assert (hidden.hidden, shown.hidden) == (True, False)


def test_a_table_within_a_cell_adds_no_rows() -> None:
    inner = sheet(row(figure("7")))
    grid = read(book(sheet(row(cell('office:value-type="string" office:string-value="A"', inner)) + row(figure("1")))))[
        0
    ]
    assert texts(grid) == [["A"], ["1"]]


def test_what_was_kept_of_another_file_is_no_sheet() -> None:
    link = sheet('<table:table-source xlink:href="file:///etc/passwd" xmlns:xlink="http://www.w3.org/1999/xlink"/>')
    assert [grid.name for grid in read(book(link + sheet(row(figure("1")))))] == ["Biểu 1"]


HUGE = [
    row(figure("1"), 'table:number-rows-repeated="1048576"') * 3,
    row(cell('office:value-type="float" office:value="1" table:number-columns-repeated="999999999"')),
    row(cell('table:number-columns-repeated="999999999"') + figure("1")),
    row(cell('table:number-columns-repeated="16000"') + figure("1"), 'table:number-rows-repeated="1000000"'),
    row(cell(), 'table:number-rows-repeated="999999999"') + row(figure("1")),
    (row(cell('table:number-columns-repeated="16000"') + figure("1")) * 200),
]


def refusal(content: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read(content)
    found = caught.value.faults[0]
    return found.message.say(Language.EN, found.facts)


@pytest.mark.parametrize("rows", HUGE)
def test_a_claim_of_size_is_refused(rows: str) -> None:
    assert "more than 2000000 cells" in refusal(book(sheet(rows)))


def test_a_blank_sheet_of_any_size_is_blank() -> None:
    blank = row(cell('table:number-columns-repeated="16384"'), 'table:number-rows-repeated="1048576"')
    assert read(book(sheet(blank)))[0].rows == []


def test_what_is_no_spreadsheet_is_refused() -> None:
    assert "damaged" in refusal(book(sheet(""), name="other.xml"))
    assert "damaged" in refusal(book("<table:table>"))
    assert "password" in refusal(book("", **{"META-INF/manifest.xml": "<m:encryption-data/>"}))
    assert "really" in refusal(b"{\\rtf1}")
    assert read(book("<text:span>" * 5000 + "</text:span>" * 5000)) == []


def test_a_figure_under_merged_cells_is_read() -> None:
    """A spreadsheet keeps and adds it though nobody sees it; SX507 tells it."""
    merged = cell('office:value-type="float" office:value="5" table:number-rows-spanned="2"', "<text:p>5</text:p>")
    under = cell('office:value-type="float" office:value="4"', "<text:p>4</text:p>", tag="covered-table-cell")
    (found,) = read(book(sheet(row(merged) + row(under))))
    assert texts(found) == [["5"], ["4"]]
    assert found.merged == [Span(0, 0, 1, 0)]
