"""Items that officers type below each other in one cell, with their amounts below each other in another."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from recogniser.made import book, doubts, lines, reading
from sxtdbv_cli.check import check_plan

HEAD = ["STT", "Nội dung", "Số lượng", "Thành tiền (đồng)", "Ghi chú"]
ITEMS = [
    "1",
    "Chi hội nghị\n- Thuê hội trường\n- Nước uống",
    "\n1\n50",
    "24.900.000\n16.400.000\n8.500.000",
    "có\nhóa đơn",
]
LAST = [["2", "Chi in ấn", 2, 36_800_000, ""], ["", "Tổng cộng", "", 61_700_000, ""]]


def folded(first: Sequence[str], merged: Sequence[str] = ()) -> bytes:
    return book([HEAD, first, *LAST], merged)


def test_lines_in_cells_are_lines_of_the_table() -> None:
    loaded = reading(folded(ITEMS))
    assert lines(loaded) == [
        "1 Chi hội nghị | 24900000",
        "  - Thuê hội trường | 16400000",
        "  - Nước uống | 8500000",
        "2 Chi in ấn | 36800000",
        "declared | 61700000",
    ]
    assert [finding.code for finding in check_plan(loaded).findings] == ["SX522", "SX504"]
    assert loaded.plan.lines.notes[0] == "có hóa đơn" and not any(loaded.plan.lines.notes[1:])


def test_pages_break_lines_in_their_own_way() -> None:
    rows = [[str(cell).replace("\n", "<br>") for cell in row] for row in (HEAD, ITEMS, *LAST)]
    page = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    text = "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], ["---"] * 5, *rows[1:]))
    wanted = lines(reading(folded(ITEMS)))
    assert lines(reading(f"<table>{page}</table>", "x.html")) == lines(reading(text, "x.md")) == wanted


def test_each_is_told_at_the_cell_it_stands_in() -> None:
    loaded = reading(folded([*ITEMS[:3], "24.900.000\n16.400.000\n8.600.000", ""]))
    found = check_plan(loaded).findings
    (failing,) = [one for one in found if one.code == "SX102"]
    assert str(failing.place).endswith("D2")
    assert sum(one.code == "SX504" for one in found) == 1  # three figures in one cell


def test_rows_below_keep_their_place_and_merged_cells() -> None:
    rows = [HEAD, ITEMS, ["2", "Chi in ấn", "", 36_800_000], ["", "Mở rộng"], ["", "Tổng cộng", "", 61_700_000]]
    loaded = reading(book(rows, merged=["A3:A4"]))
    assert loaded.sheet is not None and loaded.sheet.rows == (1, 1, 1, 2, 3)
    assert lines(loaded)[-1] == "declared | 61700000"


def test_titles_over_more_lines_than_amounts_are_left_as_they_are() -> None:
    loaded = reading(folded(["1", "Chi hội nghị\ncuối năm", "", "24900000", ""]))
    assert lines(loaded)[0] == "1 Chi hội nghị cuối năm | 24900000" and not doubts(loaded)
    loaded = reading(folded(["1", "Chi hội nghị\ncuối năm", "", "24.900.000\n16.400.000\n8.500.000", ""]))
    assert lines(loaded)[0] == "1 Chi hội nghị cuối năm | ." and "SX511" in doubts(loaded)


def test_figures_below_each_other_are_never_groups_of_one() -> None:
    loaded = reading(book([HEAD, ["1", "Chi khác", "", "200\n100\n100", ""], *LAST]))
    assert lines(loaded)[0] == "1 Chi khác | ." and "SX511" in doubts(loaded)


AMOUNTS = st.lists(st.integers(1, 10**9), min_size=2, max_size=6)


@given(st.lists(AMOUNTS, min_size=1, max_size=4))
def test_folded_or_not_a_table_says_the_same(items: list[list[int]]) -> None:
    parts = [[("- Khoản chi", amount) for amount in amounts] for amounts in items]
    groups = [[("Nhóm chi", sum(amounts)), *part] for amounts, part in zip(items, parts, strict=True)]
    apart = [
        [str(n) if not at else "", title, amount]
        for n, group in enumerate(groups, 1)
        for at, (title, amount) in enumerate(group)
    ]
    together = [
        [str(n), "\n".join(title for title, _ in group), "\n".join(str(amount) for _, amount in group)]
        for n, group in enumerate(groups, 1)
    ]
    head, last = ["STT", "Nội dung", "Số tiền (đồng)"], ["", "Tổng cộng", sum(map(sum, items))]
    assert lines(reading(book([head, *together, last]))) == lines(reading(book([head, *apart, last])))


def test_a_table_may_be_folded_throughout() -> None:
    rows = [["STT", "Nội dung", "Số tiền (đồng)"]]
    rows += [[str(n), f"Nhóm {n}\n- Mua\n- Sửa", f"{n}00.000\n{n - 1}00.000\n100.000"] for n in (2, 3, 4)]
    found = lines(reading(book(rows)))
    assert found[:3] == ["2 Nhóm 2 | 200000", "  - Mua | 100000", "  - Sửa | 100000"] and len(found) == 9


def test_years_below_each_other_in_a_header_are_no_figures() -> None:
    rows = [["STT", "Nội\ndung", "2024\n2025"], ["1", "Mua sắm", 100], ["2", "Sửa chữa", 200], ["", "Cộng", 300]]
    assert lines(reading(book(rows))) == ["1 Mua sắm | 100", "2 Sửa chữa | 200", "declared | 300"]


def test_a_mark_for_no_figure_is_one_of_the_figures_folded_with_it() -> None:
    rows = [["Hạng mục", "2024"], ["Chi thường xuyên", ""], ["Thuê nhà\nĐiện nước", "300\n--"], ["In ấn", "150"]]
    loaded = reading(book([*rows, ["Cộng", "450"]]))
    assert [line.strip() for line in lines(loaded)[1:4]] == ["Thuê nhà | 300", "Điện nước | .", "In ấn | 150"]


def test_a_rule_in_brackets_below_a_title_goes_on_that_title() -> None:
    rows = [["Hạng mục", "2024"], ["1. Thuê nhà", "300"], ["2. Điện nước", "150"], ["3. Cộng\n(1+2)", "450\n(1.1)"]]
    assert "(1+2)" in lines(reading(book(rows)))[-1].replace(" ", "")
    assert [line for line in lines(reading(book(rows))) if line.strip().startswith("(")] == []
