"""Texts whose columns are set out with blanks or leading dots: cut where every line is blank, or not read at all."""

from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recogniser.made import lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.files.txt import centred, laid
from sxtdbv_cli.files.txt.tokens import Piece, Row
from sxtdbv_cli.model.finding import Unreadable

TITLES = ("Rent", "School meals", "Library and archive", "IT")


def test_columns_set_out_with_blanks_are_cut_and_titles_indented() -> None:
    text = (
        "Budget of the club\n\nItem                 2024     2025\n-----------------------------------\n"
        "Costs               1,300    1,450\n  Rent                400      450\n  Meals               900    1,000\n"
        "Reserve                        $50\nTotal               1,300    1,500\n\nApproved by the board  (12 votes)\n"
    )
    assert lines(reading(text, "a.txt")) == [
        "Costs | 1300 1450", "  Rent | 400 450", "  Meals | 900 1000", "Reserve | . 50", "declared | 1300 1500",
    ]  # fmt: skip


def test_dots_lead_to_figures() -> None:
    text = (
        "Item               Amount\nRent ............. $1,400\nMeals ............ $1,900\nTotal ............ $3,300\n"
    )
    for name, fence in (("a.txt", ""), ("a.md", "```\n")):
        assert lines(reading(fence + text + fence, name)) == ["Rent | 1400", "Meals | 1900", "declared | 3300"]


@pytest.mark.parametrize("leader", [".........", "………", "…………..", "……,,…."])
def test_leaders_are_no_part_of_titles_without_a_header(leader: str) -> None:
    rows = [("Rent", "1,400"), ("Meals…", "1,900"), ("Books", "700"), ("Total", "4,000")]  # one leaves out words
    text = "Club budget\n\n" + "".join(f"{title} {leader} ${amount}\n" for title, amount in rows)
    assert lines(reading(text, "a.txt"))[:2] == ["Rent | 1400", "Meals… | 1900"]


@pytest.mark.parametrize(
    "row",
    [
        "Library and archive 382",  # reaches the next column: no line without a figure
        "Library and archives 382  17",
        "Books        120 382     17",  # two figures, or one
    ],
)
def test_what_cannot_be_cut_cleanly_is_not_read(row: str) -> None:
    rows = ("Item         2024       2025", "Rent          400        450", row, "Meals         900       1000")
    text = "\n".join((*rows, "IT              1          2", ""))
    with pytest.raises(Unreadable):
        reading(text, "a.txt")


def test_lines_that_no_blank_parts_into_the_same_columns_are_refused() -> None:
    rows = ("   Chi cho các trường - Schools and others   37,41   35,21   35,40   32,08   34,84",)
    rows += ("     evening classes                     15,19   13,26   13,48   13,39   14,53",)
    rows += (
        "     Libraries, museums, concerts and the",
        "     archive                              3,43    3,54   3,79   3,00    3,40",
    )
    text = "\n".join((*rows, ""))
    with pytest.raises(Unreadable):
        reading(text, "a.txt")


def test_a_total_of_figures_like_years_is_no_header() -> None:
    text = (
        "Item    Budget 2024  Budget 2025\nRent            950\nBooks           950\nIT                          1900\n"
    )
    assert lines(reading(text + "Total          1900         1900\n", "a.txt"))[-1] == "declared | 1900 1900"
    text = "Nội dung     Dự toán   Thực hiện\nLương           1200        1250\nĐiện             700         700\n"
    assert lines(reading(text + "Tổng cộng       1900        1950\n", "a.txt"))[-1] == "declared | 1900 1950"


def test_a_heading_over_several_columns_heads_those_whose_middle_it_stands_over() -> None:
    text = (
        "Nội dung        Tổng số      Chia ra theo năm         Ghi chú\n"
        "                           2022      2023      2024\n"
        "Cầu             600.000   100.000   200.000   300.000   vốn huyện\n"
        "Đường           900.000   200.000   300.000   400.000   vốn xã\n"
        "Máy             300.000   100.000   100.000   100.000   vốn xã\n"
    )
    headings = [column.title for column in reading(text, "a.txt").plan.columns]
    assert headings == ["Tổng số", *(f"Chia ra theo năm {year}" for year in (2022, 2023, 2024))]


def test_the_rows_of_a_long_text_are_looked_at_a_few_times_each(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = 0

    def cell_of(row: Row, column: int) -> Piece:
        nonlocal looked_at
        looked_at += 1
        return laid.cell_of(row, column)

    monkeypatch.setattr(centred, "cell_of", cell_of)
    text = "STT  Nội dung   Số tiền\n" + "".join(f"{row:<5}Cầu       {row + 100}.000\n" for row in range(1, 401))
    assert len(lines(reading(text, "a.txt"))) == 400
    assert looked_at < 10 * 400


@given(
    st.lists(st.tuples(*[st.integers(1, 99_999) | st.none()] * 2), min_size=4, max_size=4),
    st.integers(1, 4),
    st.sampled_from("<>"),
    st.integers(0, 9),
)
def test_a_figure_is_never_read_otherwise_than_from_the_same_table_with_commas(
    figures: list[tuple[int | None, int | None]], gap: int, side: str, short: int
) -> None:
    cells = [("Item", "Budget 2024", "Budget 2025")]
    cells += [(t, *("" if v is None else str(v) for v in row)) for t, row in zip(TITLES, figures, strict=True)]
    cells += [("Total", *(str(sum(row[at] or 0 for row in figures)) for at in (0, 1)))]
    table = "".join(",".join(row) + "\n" for row in cells)
    text = "".join(
        f"{a:{19 - short}}{' ' * gap}{b:{side}12}{' ' * gap}{c:{side}12}".rstrip() + "\n" for a, b, c in cells
    )
    try:
        found = reading(text, "a.txt")
    except Unreadable:
        return
    assert found.sheet is not None
    if not any(doubt.code == "SX516" for doubt in found.sheet.understanding.doubts):  # a figure under no heading
        assert lines(found) == lines(reading(table, "a.csv"))


WRAPPED = """DỰ TOÁN KINH PHÍ HỘI NGHỊ NĂM 2024
Đơn vị tính: triệu đồng

STT  Nội dung            Số tiền  Ghi chú
I    Chi cho đại biểu      3.500
1    Hỗ trợ tiền ăn đại    2.000  theo quy
     biểu ở xa                    chế
2    Thuê xe đi xã         1.500
     {rest}
II   Khác                  1.500
     Cộng                  5.000
"""


@pytest.mark.parametrize(
    ("rest", "title", "told"),
    [("trung tâm", "Thuê xe đi xã trung tâm", []), ("Trường Xuân", "Thuê xe đi xã Trường Xuân", ["SX522"])],
)
def test_a_title_goes_on_in_the_next_line_where_its_next_word_had_no_room(
    rest: str, title: str, told: list[str]
) -> None:
    """One that begins with a capital letter may be a heading as well, and is told; notes stand behind the figures."""
    loaded = reading(WRAPPED.format(rest=rest), "a.txt")
    assert lines(loaded) == [
        "I Chi cho đại biểu | 3500",
        "  1 Hỗ trợ tiền ăn đại biểu ở xa | 2000",
        f"  2 {title} | 1500",
        "II Khác | 1500",
        "declared | 5000",
    ]
    assert [finding.code for finding in check_plan(loaded).findings] == told


def test_a_line_whose_first_word_had_room_above_is_a_line() -> None:
    loaded = reading(WRAPPED.format(rest="Ăn").replace("Thuê xe đi xã ", "Thuê xe       "), "a.txt")
    assert any(line.strip().startswith("Ăn") for line in lines(loaded))


@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_blank_line_may_part_the_header_from_its_rows(gap: str) -> None:
    """Its second line was a line of the table."""
    text = (
        "                    9. CÁC KHOẢN PHẢI THU\n"
        "                      Đơn vị tính: VND\n\n"
        "                         Ngày 31 tháng 3      Ngày 31 tháng 12\n"
        "                            năm 2025              năm 2024\n"
        + gap
        + "Ngắn hạn                          3.000.000             5.000.000\n"
        "1. Phải thu bán hàng              1.000.000             2.000.000\n"
        "2. Trả trước                      2.000.000             3.000.000\n"
        "Dài hạn                           4.000.000             6.000.000\n"
        "1. Cho vay                        4.000.000             6.000.000\n"
        "Tổng cộng                         7.000.000            11.000.000\n"
    )
    loaded = reading(text, "a.txt")
    assert lines(loaded) == [
        "Ngắn hạn | 3000000 5000000",
        "  1. Phải thu bán hàng | 1000000 2000000",
        "  2. Trả trước | 2000000 3000000",
        "Dài hạn | 4000000 6000000",
        "  1. Cho vay | 4000000 6000000",
        "declared | 7000000 11000000",
    ]
    assert not check_plan(loaded).findings


PAGES = """PHỤ LỤC

ĐVT: triệu đồng

                                                  Trong đó
STT  Nội dung                   Tổng số                              Ghi chú
                                             NS tỉnh     NS huyện
     TỔNG CỘNG                   14.300      10.100         4.200
 I   Hạ tầng                     12.000       9.000         3.000
     Nâng cấp đường liên xã
 1   từ trung tâm đến thôn        7.500       5.500         2.000 NSNN
     Bảy
     Sửa chữa trạm y tế
 2                                4.500       3.500         1.000
     xã Hòa Bình
\fII   Đào tạo                2.300     1.100    1.200
 1   Tập huấn                 1.900     1.000      900
     Biên soạn, in ấn
 2                              400       100      300
     tài liệu

Nơi nhận:              CHỦ TỊCH
"""
PAGES_READ = [
    "TỔNG CỘNG | 14300 10100 4200",
    "  I Hạ tầng | 12000 9000 3000",
    "    1 Nâng cấp đường liên xã từ trung tâm đến thôn Bảy | 7500 5500 2000",
    "    2 Sửa chữa trạm y tế xã Hòa Bình | 4500 3500 1000",
    "  II Đào tạo | 2300 1100 1200",
    "    1 Tập huấn | 1900 1000 900",
    "    2 Biên soạn, in ấn tài liệu | 400 100 300",
]


def test_pages_are_cut_each_by_itself_and_rows_put_together_around_their_codes() -> None:
    loaded = reading(PAGES, "a.txt")
    assert lines(loaded) == PAGES_READ
    assert [str(finding.place) for finding in check_plan(loaded).findings if finding.code == "SX522"] == [
        "a.txt:11:2", "a.txt:19:2",
    ]  # fmt: skip


def test_a_page_that_may_have_lost_one_of_two_columns_is_refused() -> None:
    with pytest.raises(Unreadable, match="1 fault"):
        reading(
            PAGES.replace("1.100    1.200", "1.100").replace("1.000      900", "1.000").replace("100      300", "100"),
            "a.txt",
        )


def test_lines_that_do_not_divide_around_the_codes_are_refused() -> None:
    with pytest.raises(Unreadable, match="1 fault"):
        reading(PAGES.replace("     Bảy\n", ""), "a.txt")


def test_a_figure_that_stands_off_its_column_beside_a_blank_is_told() -> None:
    rows = [f" {n}   Dòng {n}           1.{n}00       2.{n}00       3.{n}00\n" for n in range(1, 6)]
    head = "TT   Nội dung           Năm 2023    Năm 2024    Năm 2025\n"
    off = " 6   Dòng 6           2.100           2.100\n"
    loaded = reading("ĐVT: đồng\n\n" + head + "".join(rows) + off, "a.txt")
    (told,) = [finding for finding in check_plan(loaded).findings if finding.code == "SX522"]
    assert told.facts["figure"] == "2.100"
    assert told.facts["heading"] == "Năm 2024"


TITLE = st.lists(
    st.sampled_from(("mua", "sắm", "trang thiết bị", "phòng họp", "cấp xã", "năm học")), min_size=1, max_size=6
)
AMOUNT = st.none() | st.integers(1_000, 99_999_999)


@given(
    st.lists(st.tuples(TITLE, AMOUNT, AMOUNT, st.booleans()), min_size=3, max_size=7),
    st.booleans(),
    st.integers(1, 3),
    st.integers(0, 2),
)
def test_a_page_is_read_as_the_same_table_in_a_workbook_or_told(
    drawn: list[tuple[list[str], int | None, int | None, bool]], middle: bool, gap: int, drift: int
) -> None:
    """Titles of several lines, set to the top or to the middle of their rows; figures moved by a place or two."""
    rows = [
        (str(number), "Chi " + " ".join(words), *("" if v is None else f"{v:,}".replace(",", ".") for v in (a, b)))
        for number, (words, a, b, _) in enumerate(drawn, 1)
    ]
    text = "STT  Nội dung               Năm 2024     Năm 2025\n"
    for (code, title, a, b), (_, _, _, moved) in zip(rows, drawn, strict=True):
        wrapped = wrap(title, 20)
        at = len(wrapped) // 2 if middle else 0
        if middle and len(wrapped) % 2 == 0:
            wrapped.insert(at, "")
        for number, part in enumerate(wrapped):
            shown = (code, a, b) if number == at else ("", "", "")
            blank = " " * (gap + (drift if moved else 0))
            text += f"{shown[0]:>2}   {part:20}{blank}{shown[1]:>12}{blank}{shown[2]:>12}".rstrip() + "\n"
    table = "STT,Nội dung,Năm 2024,Năm 2025\n" + "".join(",".join(row) + "\n" for row in rows)
    try:
        found = reading(text, "a.txt")
    except Unreadable:
        return
    try:
        wanted = lines(reading(table, "a.csv"))
    except Unreadable:
        return
    assert found.sheet is not None
    if not any(finding.code in ("SX511", "SX513", "SX516", "SX518", "SX522") for finding in check_plan(found).findings):
        assert lines(found) == wanted


def test_the_title_of_a_section_may_stand_in_the_middle_of_the_page_behind_its_number() -> None:
    text = (
        "STT  Nội dung    Năm 2024   Năm 2025\n"
        "I    Lương         10.000     15.000\n"
        "II   Điện          20.000     25.000\n"
        "III               Phần xây dựng cơ bản\n"
        "1    Đường          1.000      2.000\n"
        "2    Cầu            3.000      4.000\n"
        "     Tổng cộng     34.000     46.000\n"
    )
    assert lines(reading(text, "a.txt")) == [
        "I Lương | 10000 15000", "II Điện | 20000 25000", "III Phần xây dựng cơ bản | . .",
        "  1 Đường | 1000 2000", "  2 Cầu | 3000 4000", "declared | 34000 46000",
    ]  # fmt: skip


@pytest.mark.parametrize("months", [False, True])
def test_a_first_line_of_small_figures_and_a_note_is_none_of_the_header(months: bool) -> None:
    first = "Planning Board              87           69  recurring\n"
    second = "by months                    1            2  of work\n"
    text = "Item               2022 Budget  2022 Actual  Notes\n" + (second if months else first)
    text += "Police Department        6.725        7.386\nPublic Works             1.392        1.653  see memo\n"
    found = lines(reading(text + "Library                  3.270        3.000\n", "a.txt"))
    assert len(found) == 3 + (not months) and found[0].startswith("Police" if months else "Planning Board | 87 69")
