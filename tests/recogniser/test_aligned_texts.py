"""Texts whose columns are set out with blanks or leading dots: cut where every line is blank, or not read at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recogniser.made import lines, reading
from sxtdbv_cli.check import check_plan
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
