"""Tables laid out otherwise: figures jotted beside them, notes below, the header once more. The reading is the same."""

import io
import unicodedata

import docx
import pytest

from recogniser.made import Rows, book, calculated, columns, doubts, lines, reading
from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.blocks.head import Head, constants
from sxtdbv_cli.tables.figures.exact import read_text
from sxtdbv_cli.tables.figures.notation import Notation
from sxtdbv_cli.tables.units.stated import unit_in
from sxtdbv_cli.tables.words.headings import use_of

N = None
PERIODS = [
    [N, N, "T1", "T2", "TB tháng"],
    [1, "Điện", 210, 198, 204],
    [2, "Nước", 31, 29, 30],
    [3, "Mạng", 44, 44, 44],
    [4, "Vệ sinh", 120, 122, 121],
]
SIGNED = [
    [],
    ["Ghi chú: số liệu đã làm tròn."],
    [N, N, N, N, "Ngày 12 tháng 5 năm 2022"],
    [N, "NGƯỜI LẬP BIỂU", N, N, "THỦ TRƯỞNG ĐƠN VỊ"],
    [N, "(Ký, họ tên)", N, N, "(Ký, đóng dấu)"],
]
ABROAD = [
    [N, "Lipiec", "Sierpień"],
    ["Czynsz", 1200, 1250],
    ["Prąd", 341, 352],
    ["Woda", 87, 93],
    ["Internet", 60, 60],
    ["Wywóz", 45, 47],
    ["Ogrzewanie", 512, 498],
]
HEAD = [["STT", "Nội dung", "Thời gian", "Năm 2024", "Năm 2025", "Ghi chú"], ["A", "B", "C", 1, 2, 3]]
PLAN = [
    ["I", "Đào tạo", N, 800, 900, N],
    [1, "Lớp ngắn hạn", N, 300, 500, N],
    [2, "Lớp dài hạn", N, 500, 400, N],
    ["II", "Sửa chữa", N, 55, 60, N],
    [1, "Trụ sở", N, 30, 35, N],
    [2, "Sân", N, 25, 25, N],
]
LEVELS = [
    ["Mã cấp 1", "Mã cấp 2", "Tên", "Đơn giá năm 2025 (đồng)"],
    ["V2", N, "Nước sạch", N],
    [N, "V201", "Nước mặt", 4000],
    [N, "V202", "Nước ngầm", 9000],
    ["V3", N, "Nước khác", N],
    [N, "V301", "Nước mặt", 4500],
    [N, "V302", "Nước ngầm", 7500],
]


def seen(loaded: Loaded) -> tuple[list[str], dict[str, str]]:
    return lines(loaded), columns(loaded)


def noted(rows: list[list[object]], at: dict[int, int]) -> list[list[object]]:
    """Rows with figures jotted two columns right of them."""
    width = max(map(len, rows))
    return [[*row, *[N] * (width + 1 - len(row)), at[n]] if n in at else row for n, row in enumerate(rows)]


@pytest.mark.parametrize("rows", [PERIODS, ABROAD, ABROAD[1:]], ids=["periods", "unknown words", "no header"])
def test_figures_jotted_beside_a_table_are_none_of_its_columns_and_told(rows: list[list[object]]) -> None:
    found = reading(book(noted(rows, {2: 99_170, 4: 1_310} if len(rows) > 5 else {2: 99_170})))
    assert seen(found) == seen(reading(book(rows)))
    assert "SX516" in doubts(found)


def test_figures_of_an_outer_column_stay_amounts() -> None:
    rows = [["Czynsz", 1200], ["Prąd", 341], ["Razem", N, N, 1541], ["Woda", 87], ["Wywóz", 45], ["Gaz", 46]]
    assert lines(reading(book(rows)))[-1] == "declared | . 1541"


def test_notes_and_signatures_below_leave_a_header_of_periods_one() -> None:
    assert seen(reading(book([*PERIODS, *SIGNED]))) == seen(reading(book(PERIODS)))


@pytest.mark.parametrize(
    ("head", "rows"),
    [(HEAD, PLAN), (ABROAD[:1], ABROAD[1:]), (LEVELS[:1], LEVELS[1:])],
    ids=["numbers of columns", "unknown words", "codes in levels"],
)
def test_the_header_once_more_says_nothing_of_what_its_columns_hold(
    head: list[list[object]], rows: list[list[object]]
) -> None:
    found, once = (reading(book(table)) for table in ([*head, *rows[:3], *head, *rows[3:]], [*head, *rows]))
    assert (seen(found), doubts(found)) == (seen(once), doubts(once))


def test_a_unit_without_diacritics_in_a_cell_of_its_own_is_one() -> None:
    found = reading(book([[N, N, N, "Dvt:", "1.000 dong"], ["STT", "Noi dung", "Nam 2024"], [1, "Dao tao", 300]]))
    assert (found.plan.unit.name, found.plan.lines.amounts) == ("1.000 dong", ((300_000,),))


def test_the_tail_of_a_whole_difference_is_dropped() -> None:
    rows = [["Budget", "Plan", "Actual", "Difference"], ["Venue", 18_000_000, 18_450_000, 450_000]]
    rows += [["Catering", 21_500_000, 22_380_400, "=C3-B3"], ["Expenses", 39_500_000, 40_830_400, 1_330_400]]
    found = reading(calculated(book(rows), {"D3": 880400.000000002}))
    assert lines(found)[1:] == ["Catering | 21500000 22380400 880400", "declared | 39500000 40830400 1330400"]


FILLED = [
    ["STT", "Đơn vị", "Ước năm 2024", "Ước năm 2024", "Ước năm 2024", "Dự toán năm 2025", "Dự toán năm 2025"],
    ["STT", "Đơn vị", "Tổng thu", "Bao gồm", "Bao gồm", "Tổng thu", "Bao gồm"],
    ["STT", "Đơn vị", "Tổng thu", "1. Thu nội địa", "2. Thu từ dầu thô", "Tổng thu", "1. Thu nội địa"],
]
BODY = [[1, "Xã Bình Minh", 8420, 8400, N, 9150, 9100], [2, "Xã An Phú", 16600, 16500, N, 18200, 18000]]


def test_a_header_that_was_merged_and_filled_into_all_its_cells_is_one() -> None:
    spans = ["A1:A3", "B1:B3", "C1:E1", "F1:G1", "C2:C3", "D2:E2", "F2:F3"]
    found, merged = reading(book([*FILLED, *BODY])), reading(book([*FILLED, *BODY], merged=spans))
    assert seen(found) == seen(merged)
    assert lines(found)[0] == "1 Xã Bình Minh | 8420 8400 . 9150 9100"


def test_only_the_titles_may_have_been_merged() -> None:
    head = [["Chỉ tiêu", "Quý I", "Quý I", "Quý II", "Quý II"], ["Chỉ tiêu", "KH", "TH", "KH", "TH"]]
    found = reading(book([*head, ["Thuê nhà", 10, 11, 12, 13], ["Lương", 20, 21, 22, 23]]))
    assert list(columns(found)) == ["Quý I: KH", "Quý I: TH", "Quý II: KH", "Quý II: TH"]
    assert len(lines(found)) == 2


def test_notes_below_part_no_table_in_two() -> None:
    head = ["fiscal_year", "department", "program", "amount"]
    rows = [head, *([year, "Parks", name, 100 + year] for year in (2023, 2024) for name in ("Trails", "Pools", "Golf"))]
    notes = [
        [],
        ["Note: figures are rounded."],
        ["(1) Includes funds carried over."],
        [N, "Prepared by:", "Approved by:"],
    ]
    assert seen(reading(book([*rows, *notes]))) == seen(reading(book(rows)))


def test_units_in_decomposed_letters_leave_figures_what_they_are() -> None:
    rows = [["Khoản", "Số tiền"], ["Thuê hội trường", "5.000 đồng"], ["Nước uống", "0 đồng (được miễn)"]]
    apart = [[unicodedata.normalize("NFD", text) for text in row] for row in rows]
    assert seen(reading(book(apart))) == seen(reading(book(rows)))


def test_what_a_document_says_right_behind_a_table_is_none_of_its_lines() -> None:
    document, out = docx.Document(), io.BytesIO()
    table = document.add_table(3, 2)
    for at, text in enumerate(["Posten", "Betrag", "Miete", "1.200.000", "Strom", "341.000"]):
        table.cell(at // 2, at % 2).text = text
    document.add_paragraph("Stand (alle Konten): 1.541.000")
    document.save(out)
    assert lines(reading(out.getvalue(), "x.docx")) == ["Miete | 1200000", "Strom | 341000"]


@pytest.mark.parametrize("text", ["80h", "80 H"])
def test_hours_are_figures_without_a_unit_of_money(text: str) -> None:
    assert (read_text(text, Notation(",")).value, read_text(text, Notation(",")).unit) == (80, "")


def test_a_rule_of_columns_may_be_in_capitals() -> None:
    label = "(3) = (1) X (2) X 0,09 X 6T"
    found = Head(3, ("Số tiền",), label)
    assert found.factors == ["1", "2", "0,09", "6T"] and constants("6T") == [6]


LONG = "70% tăng thu ngân sách địa phương năm 2024 so với dự toán năm 2023 được Thủ tướng Chính phủ giao (không kể đất)"
OFFICIAL = [
    ["STT", "NỘI DUNG", "TỔNG CỘNG", LONG, "Số thu được để lại", N, N, "Nguồn khác"],
    [N, N, N, N, "Tổng", "Thu học phí", "Thu viện phí", N],
    ["I", "Sự nghiệp giáo dục", 120, 50, 60, 40, 20, 10],
    ["II", "Sự nghiệp y tế", 65, 20, 40, 10, 30, 5],
    ["III", "Quản lý nhà nước", 77, 70, 5, 2, 3, 2],
]
ONE_GROUP = [
    ["Subsector", "Gastos", N, N],
    [N, "Operaciones corrientes", "Operaciones de capital", "Consolidado"],
    ["Estado", 1619, 1909, 2829],
    ["Organismos autónomos", 464, 464, 467],
    ["Agencias estatales", 138, 139, 140],
]
STATISTICS = [
    [N, "2010", "2015", "Sơ bộ 2018"],
    [N, "Người - Person", N, N],
    ["Nam", 298_721, 300_686, 309_621],
    ["Nữ", 308_119, 330_697, 326_513],
    ["Thành thị", 121_834, 129_660, 146_199],
]
PRICED = [
    ["STT", "Nội dung", "Vật liệu", N, "Điện năng", N, "Tổng cộng"],
    [N, N, "Đơn giá", "Thành tiền", "Đơn giá", "Thành tiền", N],
    ["I", "Doanh thu quý I", N, 1_236_460, N, 195_995, 1_432_455],
    ["II", "Chi phí quý I", N, 1_201_955, N, 194_565, 1_396_520],
    ["III", "Doanh thu quý II", N, 2_236_460, N, 295_995, 2_532_455],
]


@pytest.mark.parametrize(
    ("rows", "spans"),
    [
        (OFFICIAL, ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:G1", "H1:H2"]),
        (ONE_GROUP, ["A1:A2", "B1:D1"]),
        (STATISTICS, ["B2:D2"]),
        (PRICED, ["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:G2"]),
    ],
    ids=["long headings", "one group", "a unit below the years", "the same headings in each group"],
)
def test_a_header_whose_cells_are_no_longer_merged_is_read_as_before(
    rows: list[list[object]], spans: list[str]
) -> None:
    found, merged = reading(book(rows)), reading(book(rows, merged=spans))
    assert (seen(found), doubts(found)) == (seen(merged), doubts(merged))
    assert len(lines(reading(book(rows)))) == 3


def test_without_diacritics_units_rates_and_what_is_counted_are_the_same() -> None:
    assert (unit_in("Công ty A, đơn vị tỷ đồng"), unit_in("Cong ty A, don vi ty dong")) == ("tỷ đồng", "ty dong")
    rates = [read_text(text, Notation(",")) for text in ("100.000 đồng/người/buổi", "100.000 dong/nguoi /buoi")]
    assert [rate.value for rate in rates] == [100_000, 100_000]
    assert use_of("San luong") is use_of("Sản lượng") is Use.QUANTITY


def test_figures_that_might_be_years_behind_a_blank_row_are_a_line_where_they_are_the_same() -> None:
    rows: Rows = [["Posten", "Plan", "Ist"], ["Miete", 1200, 1250], ["Strom", 340, 360], []]
    behind: Rows = [["Reisen", 2010, 2010], ["Büro", 150, 160], ["Summe", 3700, 3780]]
    assert lines(reading(book([*rows, *behind])))[2:] == [
        "Reisen | 2010 2010",
        "Büro | 150 160",
        "declared | 3700 3780",
    ]
    by_year = reading(book([["Posten", "2024", "2025"], *rows[1:], *behind]))
    assert lines(by_year)[2:] == ["Reisen | 2010 2010", "Büro | 150 160", "declared | 3700 3780"]
    other = reading(book([rows[0], ["Reisen", 2010, 2011], [], ["Porto", 1995, 2033], ["Miete", 44257, 41189]]))
    assert lines(other) == ["Reisen | 2010 2011", "Porto | 1995 2033", "Miete | 44257 41189"]


def test_a_blank_row_between_the_rows_of_a_title_leaves_them_their_names() -> None:
    rows: Rows = [
        ["TT", "Nội dung", "Nguồn vốn", "Kế hoạch", "Giải ngân"],
        [1, "Chương trình A", "Ngân sách trung ương", 100, 80],
        ["", "", "Ngân sách tỉnh", 50, 40], ["", "", "Ngân sách xã", 10, 5],
        [2, "Chương trình B", "Ngân sách trung ương", 200, 180], ["", "", "Ngân sách tỉnh", 20, 10],
        ["", "Tổng cộng", "", 380, 315],
    ]  # fmt: skip
    found = lines(reading(book(rows)))
    assert found[0] == "1 Ngân sách trung ương | 100 80"
    assert lines(reading(book([*rows[:3], [], *rows[3:]]))) == found


def test_figures_in_dong_left_of_the_titles_are_no_codes() -> None:
    rows: Rows = [
        ["Mỗi tuần", "Kế hoạch 2024", "Kế hoạch 2025", "Khoản mục"],
        ["370 đ", "18.200 đ", "19.240 đ", "Hỗ trợ"],
    ]
    rows = [*rows, ["1.425 đ", "71.500 đ", "74.100 đ", "Lương"], ["520 đ", "24.960 đ", "27.040 đ", "Hưu trí"]]
    assert lines(reading(book([*rows, ["2.315 đ", "114.660 đ", "120.380 đ", "Cộng"]])))[0] == "Hỗ trợ | 370 18200 19240"


def test_a_note_beside_the_name_of_the_first_section_makes_it_no_header() -> None:
    rows: Rows = [
        ["", "# of units", "Cost per unit", "Estimate", "Actual", "Difference", "Ghi chú"], ["Venue"],
        ["Hall", 3, 5, 15, 16, 1], ["Rooms", 2, 4, 8, 8, 0], ["TOTAL", "", "", 23, 24, 1], ["Food"],
        ["Lunch", 10, 7, 70, 60, -10], ["Coffee", 10, 2, 20, 25, 5], ["TOTAL", "", "", 90, 85, -5],
    ]  # fmt: skip
    noted: Rows = [rows[0], ["Venue", "", "", "", "", "", "theo QĐ 12"], *rows[2:]]
    found = reading(book(noted))
    assert lines(found) == lines(reading(book(rows))) and lines(found)[0] == "Venue | 23 24 1"
    assert len(columns(found)) == 3
