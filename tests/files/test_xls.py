"""Old workbooks: every type of cell as it is, what is hidden or merged, fonts of legacy encodings, damaged files."""

import datetime
import io
import struct
from collections.abc import Callable

import pytest
import xlwt
from hypothesis import given
from hypothesis import strategies as st

from sxtdbv_cli.files import xls
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.grid import Grid, Kind, Span


def workbook(fill: Callable[[xlwt.Worksheet], None]) -> bytes:
    book = xlwt.Workbook()
    fill(book.add_sheet("Biểu 01"))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(fill: Callable[[xlwt.Worksheet], None]) -> Grid:
    return xls.grids(workbook(fill), "x.xls")[0]


def test_a_cell_is_what_it_is() -> None:
    dated, year = xlwt.easyxf(num_format_str="DD/MM/YYYY"), xlwt.easyxf(num_format_str="yyyy")

    def fill(sheet: xlwt.Worksheet) -> None:
        for row, value in enumerate(["01", 1, 1977.8, 0.1 + 0.2, 1e22, True, "  - thụt dòng", " ", "=1+1", -0.0]):
            sheet.write(row, 1, value)
        sheet.write(10, 1, datetime.date(2022, 7, 26), dated)
        sheet.write(11, 1, datetime.date(2022, 1, 1), year)
        sheet.write(12, 1, -5, dated)
        sheet.row(13).set_cell_error(1, 0x0F)
        sheet.row(14).set_cell_error(1, 0x17)
        sheet.write(15, 1, 15)

    grid = read(fill)
    found = [None if not row or row[1] is None else (row[1].kind, row[1].text) for row in grid.rows]
    assert found == [
        (Kind.TEXT, "01"),
        (Kind.NUMBER, "1"),
        (Kind.NUMBER, "1977.8"),
        (Kind.NUMBER, "0.30000000000000004"),
        (Kind.NUMBER, "10000000000000000000000"),
        (Kind.TRUTH, "TRUE"),
        (Kind.TEXT, "  - thụt dòng"),
        None,
        (Kind.TEXT, "=1+1"),
        (Kind.NUMBER, "0"),
        (Kind.DATE, "2022-07-26"),
        (Kind.DATE, "2022-01-01"),
        (Kind.NUMBER, "-5"),
        (Kind.ERROR, "#VALUE!"),
        (Kind.ERROR, "#REF!"),
        (Kind.NUMBER, "15"),
    ]
    assert grid.rows[11][1].format == "yyyy"  # type: ignore[union-attr]
    assert str(grid.place(11, 1)) == "x.xls:Biểu 01!B12"


def test_layout_is_kept() -> None:
    def fill(sheet: xlwt.Worksheet) -> None:
        sheet.write_merge(2, 3, 1, 4, "Kinh phí")
        sheet.write(4, 1, "Tập huấn", xlwt.easyxf("alignment: indent 2"))
        sheet.write(5, 1, 5)
        sheet.row(5).level = 1
        sheet.row(5).hidden = True
        sheet.col(3).hidden = True
        sheet.visibility = 1

    grid = read(fill)
    assert grid.merged == [Span(2, 1, 3, 4)]
    assert grid.rows[4][1].indent == 2  # type: ignore[union-attr]
    assert (grid.outline, grid.hidden_rows, grid.hidden_columns, grid.hidden) == ({5: 1}, {5}, {3}, True)


def test_legacy_text_is_converted_and_said() -> None:
    """A font names the encoding; where a word was typed in Unicode among them it stays."""
    tcvn3, capitals, vni = (xlwt.easyxf(f"font: name {name}") for name in (".VnTime", ".VnTimeH", "VNI-Times"))

    def fill(sheet: xlwt.Worksheet) -> None:
        sheet.write(0, 0, "§¬n vÞ", tcvn3)
        sheet.write(1, 0, "Số b¸o c¸o", tcvn3)
        sheet.write(2, 0, "TæNG CéNG", capitals)
        sheet.write(3, 0, "Toång coäng", vni)
        sheet.write(4, 0, "Café")
        sheet.write(5, 0, "Tổng")
        sheet.write(6, 0, "Số còn phải xử lý", tcvn3)

    grid = read(fill)
    assert [row[0].text for row in grid.rows] == [  # type: ignore[union-attr]
        "Đơn vị",
        "Số báo cáo",
        "TỔNG CỘNG",
        "Tổng cộng",
        "Café",
        "Tổng",
        "Số còn phải xử lý",
    ]
    assert [(remark.code, remark.row, remark.facts["encoding"]) for remark in grid.remarks] == [
        ("SX521", 0, "TCVN3"),
        ("SX521", 1, "TCVN3"),
        ("SX521", 2, "TCVN3"),
        ("SX521", 3, "VNI"),
    ]


def figures(sheet: xlwt.Worksheet) -> None:
    for row in range(20):
        for column in range(5):
            sheet.write(row, column, row * 1.5)


PLAIN = workbook(figures)


def refusal(content: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        xls.grids(content, "x.xls")
    return caught.value.faults[0].message.en


@pytest.mark.parametrize("before", ["", "<html><body>", "<h2>Report</h2>\n<p>In words</p>\n"])
def test_a_page_that_a_program_named_xls_is_read_as_a_page(before: str) -> None:
    page = before + "<table><tr><th>Item</th><th>Amount</th></tr><tr><td>Rent</td><td>£5.20</td></tr></table>"
    (grid,) = xls.grids(page.encode(), "x.xls")
    assert [cell and cell.text for cell in grid.rows[-1]] == ["Rent", "£5.20"]


def test_what_is_no_old_workbook_is_refused() -> None:
    assert "damaged" in refusal(PLAIN[:2000])
    assert "damaged" in refusal(PLAIN[:512] + bytes(len(PLAIN) - 512))
    assert "really" in refusal(b"%PDF-1.4")
    assert "password" in refusal(PLAIN.replace(b"\xe1\x00\x02\x00", b"\x2f\x00\x02\x00", 1))


def test_streams_that_lie_in_each_other_are_damage() -> None:
    at = PLAIN.index("Workbook".encode("utf-16-le")) + 68  # what stands left of it: itself
    assert "damaged" in refusal(PLAIN[:at] + struct.pack("<i", 1) + PLAIN[at + 4 :])


@pytest.mark.parametrize("following", [[0], [1, 0], [1, 2, 1]])
def test_a_chain_of_small_sectors_that_comes_back_is_damage(following: list[int]) -> None:
    def node(name: str, kind: int, root: int, first: int, size: int) -> bytes:
        named = name.encode("utf-16-le") + b"\0\0"
        head = named.ljust(64, b"\0") + struct.pack("<HBBiii", len(named), kind, 1, -1, -1, root)
        return head.ljust(116, b"\0") + struct.pack("<iii", first, size, 0)

    def sector(*numbers: int) -> bytes:
        return struct.pack("<128i", *numbers, *[-1] * (128 - len(numbers)))

    header = PLAIN[:44] + struct.pack("<9i", 1, 1, 0, 4096, 2, 1, -2, 0, 0) + b"\xff" * 432
    folders = node("Root Entry", 5, 1, 3, 192) + node("Workbook", 2, -1, 0, 192) + node("", 0, -1, 0, 0) * 2
    assert "damaged" in refusal(header + sector(-3, -2, -2, -2) + folders + sector(*following) + bytes(512))


@given(st.lists(st.tuples(st.integers(0, len(PLAIN) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_damage_is_never_a_traceback(damage: list[tuple[int, int]]) -> None:
    content = bytearray(PLAIN)
    for at, byte in damage:
        content[at] = byte
    try:
        xls.grids(bytes(content), "x.xls")
    except Unreadable as error:
        assert error.faults
