"""Figures with footnotes, damaged digits, numbers of pages among the lines; what is counted beside money."""

from typing import Any

import pytest

from recogniser.made import Rows, book, columns, doubts, lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.tables.figures.exact import read_text
from sxtdbv_cli.tables.figures.notation import Notation, find_notation

HEAD: list[list[Any]] = [["Đơn vị: triệu đồng"], ["TT", "Nội dung", "2024", "2025"]]


@pytest.mark.parametrize("text", ["12.345(1)", "12.345 (1)", "12.345[1]", "(1) 12.345"])
def test_the_number_of_a_footnote_in_brackets_is_no_digit(text: str) -> None:
    assert str(read_text(text, Notation(",")).value) == "12345"


@pytest.mark.parametrize(("text", "told"), [("(2) 1.200", []), ("(1.200)", ["SX511"]), ("(12) 1.200", ["SX511"])])
def test_only_a_figure_in_brackets_is_told_to_be_negative(text: str, told: list[str]) -> None:
    rows = [["A", "Chi", "5.400", "6.300"], ["", "Trong đó:", "", ""], ["1", "Lương", text, "1.300"]]
    found = doubts(reading(book([*HEAD, *rows, ["2", "Điện", "900", "800"], ["B", "Vay", "3.000", "4.000"]])))
    assert [code for code in found if code == "SX511"] == told


@pytest.mark.parametrize("text", ["12.345(1)", "12.34O", "1.1OO", "12.345 1)", "1l.345", "12.345*", "12.345¹"])
def test_marks_and_damaged_digits_say_nothing_of_how_the_others_are_written(text: str) -> None:
    """One damaged figure would make decimals of all the others, a thousand times too small."""
    assert find_notation([text, "12.345", "1.200", "13.545"]).decimal == ","
    assert find_notation(["1 234,5", "1.200"]).decimal == ","


def test_a_column_of_damaged_figures_is_told() -> None:
    rows = [["1", "Lương", "12.34O", "11.345"], ["2", "Điện", "1.1OO", "1.200"], ["3", "Xăng", "100", "1.200"]]
    loaded = reading(book([*HEAD, *rows, ["4", "Xe", "1.2OO", "5.200"], ["", "Cộng", "14.740", "18.945"]]))
    assert list(columns(loaded)) == ["2025"]
    assert doubts(loaded) == ["SX516"]


LINES = ["I Lương", "  1 Chính", "  2 Phụ", "II Điện", "  1 Chiếu sáng", "  2 Máy", "declared"]


@pytest.mark.parametrize(
    "page",
    [["2", "", "", ""], ["", "2", "", ""], ["", "- 2 -", "", ""], ["", "Trang 2", "", ""], ["", "", 2, ""]],
)
def test_the_number_of_a_page_before_the_header_of_the_next_is_no_line(page: list[Any]) -> None:
    rows: Rows = [
        *HEAD,
        ["I", "Lương", 300, 330],
        ["1", "Chính", 200, 220],
        ["2", "Phụ", 100, 110],
        page,
        HEAD[1],
        ["II", "Điện", 50, 60],
        ["1", "Chiếu sáng", 20, 25],
        ["2", "Máy", 30, 35],
        ["", "Cộng", 350, 390],
    ]
    loaded = reading(book(rows))
    assert [line.partition(" |")[0] for line in lines(loaded)] == LINES
    assert [finding.code for finding in check_plan(loaded).findings] == []


@pytest.mark.parametrize("heading", ["Số hộ cận nghèo", "Số người"])
def test_people_are_counted_beside_money(heading: str) -> None:
    rows = [["TT", "Xã", heading, "Kinh phí"], [1, "Xã A", 12, 500], [2, "Xã B", 11, 320], ["", "Cộng", 23, 820]]
    assert list(columns(reading(book([HEAD[0], *rows])))) == ["Kinh phí"]
    money = [[*row[:3], row[3]] for row in rows]
    money[0] = ["TT", "Xã", f"Kinh phí hỗ trợ {heading.lower()}", "Kinh phí"]
    assert len(columns(reading(book([HEAD[0], *money])))) == 2


def test_a_total_numbered_by_the_form_is_that_of_the_sections_that_titles_number() -> None:
    rows = [
        ["Đơn vị: triệu đồng"],
        ["Chỉ tiêu", "Mã số", "Số cuối năm", "Số đầu năm"],
        ["A. Tài sản ngắn hạn", "100", 300, 330],
        ["I. Tiền", "110", 200, 220],
        ["II. Phải thu", "120", 100, 110],
        ["B. Tài sản dài hạn", "200", 50, 60],
        ["Tổng cộng tài sản", "270", 350, 390],
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[-2:] == ["200 B. Tài sản dài hạn | 50 60", "declared | 350 390"]
    assert check_plan(loaded).findings == ()


@pytest.mark.parametrize("text", ["52569\n(1.1)", "52569 (0,98)"])
def test_a_small_figure_in_brackets_below_another_is_told_and_not_counted(text: str) -> None:
    figure = read_text(text, Notation("."))
    assert (figure.value, figure.rough) == (52569, True)
    assert read_text("52569\n12000", Notation(".")).value is None


@pytest.mark.parametrize(("text", "value"), [("00.00", 0), ("00,0", 0), ("00.10", None)])
def test_nought_may_be_typed_in_two_digits(text: str, value: int | None) -> None:
    assert read_text(text, Notation(".")).value == value
