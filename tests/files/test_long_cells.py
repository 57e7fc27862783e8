"""Cells longer than any that people fill: read, or refused at their place, at once."""

import pytest

from recogniser.made import Rows, book, doubts, reading
from sxtdbv_cli.files.cells import MOST_DIGITS
from sxtdbv_cli.model.finding import Unreadable

ROWS: Rows = [
    ["STT", "Nội dung", "2024 (đồng)"],
    [1, "Giấy", 1200],
    [2, "Mực", 2500],
    [3, "Máy", 800],
    ["", "Cộng", 4500],
]


def with_cell(column: int, text: str) -> bytes:
    rows = [[*row] for row in ROWS]
    rows[2][column] = text
    return book(rows)


@pytest.mark.parametrize("column", [0, 1, 2])
@pytest.mark.parametrize("digits", [MOST_DIGITS, 5 * MOST_DIGITS, 30 * MOST_DIGITS])
def test_a_number_without_end_is_refused_at_its_place(column: int, digits: int) -> None:
    with pytest.raises(Unreadable) as refused:
        reading(with_cell(column, "1" * digits))
    assert (refused.value.faults[0].place.line, refused.value.faults[0].place.column) == (3, column + 1)


def test_it_is_refused_in_a_text_as_well() -> None:
    for name, text in (
        ("a.csv", "STT;Nội dung;2024\n1;Giấy;{}\n2;Mực;7\n"),
        ("a.md", "|STT|Việc|2024|\n|--|--|--|\n|1|A|{}|\n"),
    ):
        with pytest.raises(Unreadable):
            reading(text.format("9" * 9000), name)


@pytest.mark.parametrize("piece", ["1.000", "1'000", "8% ", "1.2.3.", "x 1.000 vnd ", "a, руб. ", "- ", "(a) "])
def test_a_text_of_many_figures_is_none(piece: str) -> None:
    """A search that grew with the square of the length took a minute for each of these."""
    assert "SX511" in doubts(reading(with_cell(2, piece * (20_000 // len(piece)))))
