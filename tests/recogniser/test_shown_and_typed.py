"""What a workbook shows otherwise than it holds it: thousands by a number format, days that were numbers; bold type,
totals above the header, initials before names."""

import datetime
import io

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from recogniser.made import bold, book, calculated, columns, doubts, lines, reading
from sxtdbv_cli.files.xlsx.strings import read_strings
from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.document.unit import thousands
from sxtdbv_cli.tables.figures.exact import read_text
from sxtdbv_cli.tables.figures.notation import Notation
from sxtdbv_cli.tables.words.headings import use_of

N = None
AMOUNTS = [[1, "Lương", 1_245_600_000, 1_198_340_500], [2, "Nghiệp vụ", 386_000_000, 371_225_000]]
TOTAL = [N, "Cộng", 1_631_600_000, 1_569_565_500]
CELLS = ("C3", "D3", "C4", "D4", "C5", "D5")


def shown(unit: str, code: str, cells: tuple[str, ...] = CELLS) -> bytes:
    rows = [[f"ĐVT: {unit}"], ["STT", "Nội dung", "Dự toán", "Thực hiện"], *AMOUNTS, TOTAL]
    return book(rows, formats=dict.fromkeys(cells, code))


@pytest.mark.parametrize(
    ("code", "times"),
    [("#,##0,", 1), ("#,##0,,", 2), ('#,##0.0,,"tr"', 2), ("#,##0", 0), ("0.00", 0), ("#,##0_);(#,##0,)", 0)],
)
def test_commas_behind_the_last_digit_divide_by_thousands(code: str, times: int) -> None:
    assert thousands(code) == times


@pytest.mark.parametrize(
    ("unit", "code", "stored"),
    [("nghìn đồng", "#,##0,", "đồng"), ("triệu đồng", "#,##0,", "nghìn đồng"), ("triệu đồng", "#,##0,,", "đồng")],
)
def test_figures_are_read_in_the_unit_that_they_are_stored_in(unit: str, code: str, stored: str) -> None:
    loaded = reading(shown(unit, code))
    assert loaded.plan.unit.name == stored
    assert lines(loaded)[0] == "1 Lương | 1245600000 1198340500"
    assert loaded.sheet is not None
    assert [doubt.code for doubt in loaded.sheet.understanding.doubts] == ["SX512"]


def test_a_column_that_is_shown_smaller_in_some_cells_is_told() -> None:
    assert doubts(reading(shown("nghìn đồng", "#,##0,", CELLS[:3]))) == ["SX518", "SX518"]
    assert doubts(reading(shown("đồng", "#,##0"))) == []


def test_initials_before_names_number_nothing() -> None:
    names = ["P. Kim Tân", "P. Bắc Cường", "X. Cốc San", "X. Tả Phời"]
    rows = [["Xã, phường", "Kinh phí"], *([name, 10 + at] for at, name in enumerate(names)), ["Tổng", 46]]
    loaded = reading(book(rows))
    assert [line.partition(" |")[0] for line in lines(loaded)] == [*names, "declared"]
    assert doubts(loaded) == []


FILTERED = [
    [N, "Tổng cộng", "=SUBTOTAL(9,C4:C6)"],
    [],
    ["STT", "Gói thầu", "Giá trị (đồng)"],
    [1, "Đường", 8_450],
    [2, "Cống", 1_204],
    [3, "Cây", 312],
]


def test_a_total_above_the_header_is_one_where_its_formula_says_so() -> None:
    loaded = reading(calculated(book(FILTERED), {"C1": 9_966}))
    assert lines(loaded)[0] == "Tổng cộng | 9966"
    assert lines(loaded)[1] == "  1 Đường | 8450"
    assert doubts(loaded) == []


def test_a_typed_total_above_the_header_is_told() -> None:
    loaded = reading(book([[N, "Tổng cộng", 9_966], *FILTERED[1:]]))
    assert lines(loaded)[0] == "1 Đường | 8450"
    assert doubts(loaded) == ["SX516"]


def test_days_among_the_codes_are_told() -> None:
    day = datetime.date(2024, 1, 2)
    rows = [["STT", "Nội dung", "Kinh phí"], [1, "Lương", 30], [day, "Phụ cấp", 10], [2, "Điện", 20]]
    assert "SX513" in doubts(reading(book(rows)))
    ledger = [["Số", "Nội dung", "Kinh phí"], *([day, name, 10] for name in ("A", "B", "C"))]
    assert "SX513" not in doubts(reading(book(ledger)))


GROUPS = [
    ["Nội dung", "Dự toán", "Thực hiện"],
    ["Chi đầu tư", 2100, 2053],
    ["Đường", 1240, 1198],
    ["Nhà văn hóa", 860, 855],
    ["Chi thường xuyên", 457, 478],
    ["Quốc phòng", 312, 327],
    ["An ninh", 145, 151],
    ["Tổng chi", 2557, 2531],
]


def test_bold_type_shows_levels_where_nothing_else_does() -> None:
    loaded = reading(bold(book(GROUPS), (2, 5)))
    assert [line.partition(" |")[0] for line in lines(loaded)] == [
        "Chi đầu tư",
        "  Đường",
        "  Nhà văn hóa",
        "Chi thường xuyên",
        "  Quốc phòng",
        "  An ninh",
        "declared",
    ]
    assert doubts(loaded) == []
    assert list(columns(loaded)) == ["Dự toán", "Thực hiện"]


def test_bold_type_without_sums_shows_none() -> None:
    rows = [*GROUPS[:1], ["Chi đầu tư", 11, 12], *GROUPS[2:4], ["Chi khác", 13, 17], *GROUPS[5:7]]
    assert not any(line.startswith(" ") for line in lines(reading(bold(book(rows), (2, 5)))))


@pytest.mark.parametrize(
    ("text", "value"), [("150*", "150"), ("1.250 (**)", "1250"), ("1.250¹", "1250"), ("12,5²", "12.5")]
)
def test_the_mark_of_a_footnote_behind_a_figure_is_no_digit(text: str, value: str) -> None:
    assert str(read_text(text, Notation(",")).value) == value


def test_a_raised_digit_of_a_workbook_is_none() -> None:
    made = openpyxl.Workbook()
    for row in [["ĐVT: triệu đồng"], ["Nguồn", "Năm 2022"], ["Ngân sách", "2.410"], ["Tín dụng", "5.120"], ["Dân", ""]]:
        made.active.append(row)
    made.active["B5"] = CellRichText("1.250", TextBlock(InlineFont(vertAlign="superscript"), "1"))
    stream = io.BytesIO()
    made.save(stream)
    loaded = reading(stream.getvalue())
    assert lines(loaded) == ["Ngân sách | 2410", "Tín dụng | 5120", "Dân | 1250"]


def test_a_figure_merged_over_several_columns_is_told() -> None:
    rows = [["Nội dung", "Tổng số", "2024", "2025"], ["A", 30, 10, 20], ["B", 80, 80, N], ["C", 9, 4, 5]]
    assert doubts(reading(book(rows))) == []
    loaded = reading(book(rows, merged=["C3:D3"]))
    assert doubts(loaded) == ["SX513"]
    assert lines(loaded)[1] == "B | 80 80 ."


@pytest.mark.parametrize(("heading", "use"), [("Ha", Use.QUANTITY), ("Hộ", Use.QUANTITY), ("Còn", None), ("Họ", None)])
def test_a_unit_of_measure_alone_heads_quantities(heading: str, use: Use | None) -> None:
    assert use_of(heading) is use


def test_raised_runs_of_shared_texts() -> None:
    run = "<r><rPr><vertAlign val='superscript'/></rPr><t>1</t></r>"
    text = f"<sst xmlns='x'><si><r><t>1.250</t></r>{run}<r><t> 2</t></r></si><si><t>1</t></si></sst>"
    assert read_strings(text.encode()) == ["1.250¹ 2", "1"]


def test_capitals_show_levels_where_nothing_else_does_and_bold_type_those_below() -> None:
    rows = [[name.upper() if name.startswith("Chi ") else name, *figures] for name, *figures in GROUPS]
    rows[3:3] = [["Cầu", 240, 198], ["Mặt đường", 1000, 1000]]
    loaded = reading(bold(book(rows), (3, 6, 8, 9)))
    assert [line.partition(" |")[0] for line in lines(loaded)] == [
        "CHI ĐẦU TƯ",
        "  Đường",
        "    Cầu",
        "    Mặt đường",
        "  Nhà văn hóa",
        "CHI THƯỜNG XUYÊN",
        "  Quốc phòng",
        "  An ninh",
        "declared",
    ]
    assert doubts(loaded) == []


def test_capitals_without_sums_show_none() -> None:
    rows = [*GROUPS[:1], ["CHI ĐẦU TƯ", 11, 12], *GROUPS[2:4], ["CHI KHÁC", 13, 17], *GROUPS[5:7]]
    loaded = reading(book(rows))
    assert not any(line.startswith(" ") for line in lines(loaded))
    assert doubts(loaded) == ["SX513"]


@pytest.mark.parametrize(
    ("unit", "read"),
    [("đồng", ["1200000000", "850000000", "96000"]), ("triệu đồng", ["1200", "850", "96000"])],
)
def test_a_figure_that_names_its_own_unit_is_read_in_it(unit: str, read: list[str]) -> None:
    rows = [["ĐVT: " + unit], ["STT", "Nội dung", "Kinh phí"], [1, "A1", "1,2 tỷ"], [2, "A2", "850 triệu"]]
    loaded = reading(book([*rows, [3, "A3", 96_000]]))
    assert [line.partition(" | ")[2] for line in lines(loaded)] == read
    assert loaded.sheet is not None
    assert "SX512" in [doubt.code for doubt in loaded.sheet.understanding.doubts]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (["VND", "USD", "VND"], ["SX518"]),
        (["triệu đồng", "đồng", "triệu đồng"], ["SX518"]),
        (["VND", "VND", "đồng"], []),
        (["Hà Nội", "USD", "VND"], []),
    ],
)
def test_amounts_in_several_currencies_are_told(said: list[str], told: list[str]) -> None:
    amounts = [["Công ty A1", 500_000_000], ["Tổ chức B1", 25_000], ["Công ty C1", 120_000_000]]
    rows = [["Nhà tài trợ", "Số tiền", "Loại"], *([*row, unit] for row, unit in zip(amounts, said, strict=True))]
    assert doubts(reading(book(rows))) == told


def test_an_abbreviation_of_dong_is_shown_as_it_is_typed() -> None:
    rows = [["VNĐ"], ["Nội dung", "Số tiền"], ["A", 1500], ["B", 2500], ["Cộng", 4000]]
    loaded = reading(book(rows))
    assert (loaded.plan.unit.name, loaded.plan.unit.scale) == ("VNĐ", 0)
