"""Sheets printed to PDF and taken out of it as text: words are set to the left, figures to the right, headings anywhere
over their columns, with the title of the document and the unit right above."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recogniser.made import columns, lines, reading
from sxtdbv_cli.model.finding import Unreadable

MILLIONS = st.integers(1_000_000, 9_999_999)
SIDES = {"left": str.ljust, "right": str.rjust, "middle": str.center}
HEADS = ("STT", "Nội dung", "Dự toán", "Thực hiện", "Còn lại")
LABELS = ("A", "B", "1", "2", "3=1-2")
TITLES = ("Chi hội nghị", "Mua sắm tài sản cố định", "Thăm hỏi, phúng viếng", "Sửa chữa", "Chi khác", "Văn phòng phẩm")


def printed(rows: list[list[str]], sides: list[str], gap: int, room: int) -> str:
    """Rows set out in columns with some room in those of figures, each cell to its side; no blanks behind."""
    widths = [max(map(len, column)) + room * (at > 1) for at, column in enumerate(zip(*rows, strict=True))]
    return "\n".join(
        (" " * gap).join(SIDES[side](cell, width) for cell, width, side in zip(row, widths, own, strict=True)).rstrip()
        for row, own in ((row, [sides[0]] * len(row) if at == 0 else sides[1:]) for at, row in enumerate(rows))
    )


@given(
    figures=st.lists(st.tuples(st.integers(1_000_000, 99_999_999), MILLIONS), min_size=3, max_size=6),
    head=st.sampled_from([*SIDES]),
    code=st.sampled_from(["left", "right"]),
    gap=st.integers(2, 6),
    room=st.integers(0, 9),
    numbered=st.booleans(),
    noted=st.booleans(),
    title=st.booleans(),
)
def test_a_printed_sheet_is_read_as_the_sheet(
    figures: list[tuple[int, int]], head: str, code: str, gap: int, room: int, numbered: bool, noted: bool, title: bool
) -> None:
    rows = [[str(n), TITLES[n - 1], a + b, b, a] for n, (a, b) in enumerate(figures, 1)]
    rows.append(["", "Tổng cộng", *(sum(column) for column in zip(*(row[2:] for row in rows), strict=True))])
    cells = [[one if isinstance(one, str) else f"{one:,}".replace(",", ".") for one in row] for row in rows]
    table = [[*HEADS, "Ghi chú"], *([[*LABELS, "4"]] if numbered else []), *([*row, ""] for row in cells)]
    table = [row if noted else row[:-1] for row in table]
    text = printed(table, [head, code, "left", *4 * ["right"]][: len(table[0]) + 1], gap, room)
    above = "DỰ TOÁN CHI NĂM 2024\n(Kèm theo Quyết định số 12/QĐ-UBND)\n" + " " * 30 + "Đơn vị tính: đồng\n"
    found = reading((above if title else "") + text + "\n", "a.txt")
    sheet = "\n".join(";".join(row) for row in table)
    assert lines(found) == lines(reading(("Đơn vị tính: đồng\n" if title else "") + sheet, "a.csv"))


@given(
    figures=st.lists(st.tuples(MILLIONS, MILLIONS, MILLIONS, MILLIONS), min_size=3, max_size=6),
    head=st.sampled_from(["left", "right", "middle"]),
    gap=st.integers(2, 5),
    room=st.integers(0, 9),
)
def test_groups_of_columns_head_those_they_stand_in_the_middle_of(
    figures: list[tuple[int, int, int, int]], head: str, gap: int, room: int
) -> None:
    heads = ["STT", "Nội dung", *2 * ["Nguồn tỉnh", "Nguồn huyện"]]
    rows = [[str(n), TITLES[n - 1], *(f"{one:,}".replace(",", ".") for one in own)] for n, own in enumerate(figures, 1)]
    text = printed([heads, *rows], [head, "left", "left", *4 * ["right"]], gap, room)
    first = text.split("\n", 1)[0]
    groups = " " * len(first)
    for name, begin in (("Dự toán", first.index("Nguồn tỉnh")), ("Quyết toán", first.rindex("Nguồn tỉnh"))):
        end = first.index("Nguồn huyện", begin) + len("Nguồn huyện")
        at = begin + (end - begin - len(name)) // 2
        groups = groups[:at] + name + groups[at + len(name) :]
    found = reading(f"{groups.rstrip()}\n{text}\n", "a.txt")
    assert [*columns(found)] == [f"{one} {other}" for one in ("Dự toán", "Quyết toán") for other in heads[2:4]]
    assert lines(found) == [f"{code} {title} | {' '.join(own).replace('.', '')}" for code, title, *own in rows]


def test_codes_to_the_left_and_to_the_right_are_one_column() -> None:
    rows = ["STT         Nội dung             Số tiền", "I           PHẦN THU          5.450.000"]
    rows += ["          1 Tồn quỹ           1.450.000", "          2 Thu trong năm     4.000.000"]
    rows += ["            Trong đó: hỗ trợ  1.000.000", "II          PHẦN CHI          3.000.000"]
    assert lines(reading("\n".join(rows) + "\n", "a.txt")) == [
        "I PHẦN THU | 5450000",
        "  1 Tồn quỹ | 1450000",
        "  2 Thu trong năm | 4000000",
        "    Trong đó: hỗ trợ [of-which] | 1000000",
        "II PHẦN CHI | 3000000",
    ]


def test_a_figure_below_another_is_no_rest_of_it_and_a_note_behind_a_figure_no_title() -> None:
    rows = ["TT  Nội dung                     Số tiền", "1   Chi hội nghị tổng kết     4000000000"]
    rows += ["    Trong đó: in ấn           1000000000", "2   Chi khác                   500000000"]
    found = lines(reading("\n".join(rows) + "\n", "a.txt"))
    assert found[:2] == ["1 Chi hội nghị tổng kết | 4000000000", "  Trong đó: in ấn [of-which] | 1000000000"]
    cells = [["TT", "Nội dung", "Số tiền", "Ghi chú"], ["1", "Tồn quỹ năm trước", "6.450.000", ""]]
    cells += [["2", "Thu quỹ 162 hộ x 300", "48.600.000", "còn 6 hộ chưa nộp"], ["3", "Cho thuê ao", "18.000.000", ""]]
    text = "\n".join(
        f"{a:4}{b:20}  {c:>10} {d}".rstrip() for a, b, c, d in [*cells, ["", "Tổng cộng", "73.050.000", ""]]
    )
    found = lines(reading(text, "a.txt"))
    assert found[1] == "2 Thu quỹ 162 hộ x 300 | 48600000" and found[-1] == "declared | 73050000"


@pytest.mark.parametrize("labels", ["A    B        1         3", "A    B        1         2          3"])
def test_a_row_that_does_not_number_each_column_is_not_read(labels: str) -> None:
    rows = ["STT  Nội dung       2024       2025=2024+1", labels + "=1+2", "1    Chi A     4.500.000        5.000.000"]
    with pytest.raises(Unreadable):
        reading(
            "\n".join([*rows, "2    Chi B     1.500.000        2.000.000", "3    Chi C     1.500.000   1.000.000"]),
            "a.txt",
        )


def test_a_figure_alone_on_its_line_is_in_the_column_it_stands_in() -> None:
    rows = ["                              £         £", "Receipts", f"{'Subscriptions':35}1240", f"{'Grants':35}2000"]
    rows += [f"{'':44}3240", "Payments", f"{'Hall hire':36}980", f"{'Printing':36}145", f"{'':44}1125"]
    loaded = reading("\n".join([*rows, f"{'Surplus for the year':44}2115.5"]) + "\n", "a.txt")
    assert loaded.sheet is not None
    alone = [row for row in loaded.sheet.grid.rows if len(row) > 1 and not any(row[:1])]
    assert [[cell and cell.text for cell in row] for row in alone[-2:]] == [[None, None, "3240"], [None, None, "1125"]]


def test_a_section_right_below_a_heading_is_no_rest_of_it() -> None:
    rows = ["Account   Description               FY23 Actual", "          Assessing"]
    rows += ["4100-100  Tax maps                       92,823", "4100-110  Water and sewer               541,716"]
    rows += ["          Total Assessing               634,539", "          Planning Board"]
    rows += ["4110-100  Salaries and wages            895,389", "4110-110  Telephone and postage          60,946"]
    rows += ["          Total Planning Board          956,335", "          Grand Total                 1,590,874"]
    loaded = reading("\n".join(rows) + "\n", "a.txt")
    assert lines(loaded)[0] == "Assessing | 634539" and [*columns(loaded)] == ["FY23 Actual"]
