"""Web pages: tables as browsers lay them out, whatever the tags around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sxtdbv_cli.files import html
from sxtdbv_cli.files.read import file_type, load
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.grid import Grid, Span
from sxtdbv_cli.text.language import Language


def read(text: str, encoding: str = "utf-8") -> list[Grid]:
    return html.grids(text.encode(encoding), "x.html")


def texts(grid: Grid) -> list[list[str]]:
    return [["" if cell is None else cell.text for cell in row] for row in grid.rows]


PAGE = """<!DOCTYPE html><html><head><title>Trang</title><style>td {color: red}</style></head><body>
<p>PHỤ LỤC</p><div>Đơn vị tính: <b>đồng</b></div><script>var x = "<table><td>1</td></table>"</script>
<table border=1>
<thead><tr><th rowspan="2">STT<th rowspan=2>Nội&nbsp;dung</th><th colspan=2>Kinh phí</th></tr>
<tr><th>2022</th><th>2023</th></tr></thead>
<tr><td>1<td>Tập huấn<br>cán bộ<td align=right>1.000.000<sup>1</sup></td><td></td></tr>
<tr><td></td><td>Tổng</td><td>1.000.000</td><td>500.000</td></tr>
</table>
<p>(1) Ghi chú</p></body></html>"""


def test_a_table_is_laid_out_as_browsers_do() -> None:
    (grid,) = read(PAGE)
    assert texts(grid) == [
        ["PHỤ LỤC"],
        ["Đơn vị tính: đồng"],
        ["STT", "Nội dung", "Kinh phí"],
        ["", "", "2022", "2023"],
        ["1", "Tập huấn\ncán bộ", "1.000.000¹"],
        ["", "Tổng", "1.000.000", "500.000"],
        [],
        ["(1) Ghi chú"],
    ]
    assert grid.merged == [Span(2, 0, 3, 0), Span(2, 1, 3, 1), Span(2, 2, 2, 3)]
    assert [str(grid.place(*at)) for at in ((0, 0), (3, 3), (5, 1))] == ["x.html:2:4", "x.html:5:18", "x.html:7:14"]


def test_a_table_within_a_cell_is_a_table_of_its_own() -> None:
    outer, inner = read("<table><tr><td>a<table><tr><td>b<td>c</table>d</td><td>e</table>")
    assert (texts(outer), texts(inner)) == ([["a\nd", "e"]], [["b", "c"]])


def test_a_page_is_checked() -> None:
    found = load(file_type("x.htm"), PAGE.replace("<sup>1</sup>", "").encode("utf-16"), "x.htm").plan
    assert found.lines.titles == ("Tập huấn cán bộ",)
    assert found.lines.amounts == ((1_000_000,), (None,))
    assert found.declared == (1_000_000, 500_000)


def test_the_declared_encoding_is_used_where_the_bytes_prove_none() -> None:
    page = '<meta http-equiv="x" content="text/html; charset=windows-1258"><table><td>nãm</table>'
    assert texts(read(page, "cp1252")[0]) == [["năm"]]
    assert texts(read(page)[0]) == [["nãm"]]


def refusal(text: str) -> str:
    with pytest.raises(Unreadable) as caught:
        read(text)
    found = caught.value.faults[0]
    return found.message.say(Language.EN, found.facts)


def test_what_has_no_table_or_claims_too_much_is_refused() -> None:
    assert "no tables" in refusal("<html><p>Không có bảng</html>")
    assert "2000000 cells" in refusal(f"<table>{'<tr><td colspan=1000>' * 3000}</table>")
    assert "really" in refusal("%PDF-1.7")
    (grid,) = read('<table><tr><td rowspan="999999999" colspan="-1">a<tr><td>b</table>')
    assert texts(grid) == [["a"], ["", "b"]]
    assert grid.merged == [Span(0, 0, 1, 0)]


TAGS = [
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "</td>",
    "<td rowspan=2>",
    "<td colspan=3>",
    "<sup>",
    "<p>",
    "x",
    "<![",
    "<!",
]


@given(st.lists(st.sampled_from(TAGS)))
def test_no_page_is_a_traceback(tags: list[str]) -> None:
    try:
        read("".join(tags))
    except Unreadable as error:
        assert error.faults


def test_cells_are_indented_by_their_style_and_by_blanks_that_keep_their_place() -> None:
    (grid,) = read(
        "<table><tr><td>a<td style='color: red; padding-left: 30px'>b<td style='text-indent:2em'>c"
        "<td style='margin-left: 15pt'>d<td>\n &nbsp;&nbsp;&nbsp;&nbsp;e<td>f&nbsp;&nbsp;</table>"
    )
    assert [(cell.text, cell.indent) for cell in grid.rows[0] if cell] == [
        ("a", 0), ("b", 3), ("c", 3), ("d", 2), ("e", 2), ("f", 0),
    ]  # fmt: skip


def test_a_cell_behind_the_end_of_a_row_begins_another_and_soft_hyphens_are_no_letters() -> None:
    (grid,) = read(
        "<table><thead><th>Posten<th>2024</thead><tr><td>Ver&shy;waltung</td><td>7</td></tr><tfoot><td>Summe<td>7</table>"
    )
    assert texts(grid) == [["Posten", "2024"], ["Verwaltung", "7"], ["Summe", "7"]]
    (grid,) = read("<table><td>a<td>b</tr><td>c</table>")
    assert texts(grid) == [["a", "b"], ["c"]]
