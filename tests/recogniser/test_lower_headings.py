"""Headings of several rows whose lower rows say spans of years, days, currencies and units; codes before the titles."""

from typing import Any

import pytest

from recogniser.made import book, columns, doubts, lines, reading

N = None


@pytest.mark.parametrize(
    "below",
    [
        [N, "2022/23", "30/11/2023", "31/03/2024"],
        [N, "2022-23", "2023-2024", "2024–25"],
        ["R thousand", "Audited Outcome", "Original", "Adjusted"],
    ],
)
def test_what_names_every_column_of_figures_and_no_line_is_a_heading(below: list[Any]) -> None:
    rows = [
        ["Description", "Actual", "Budget", "Budget"],
        below,
        ["Payments"],
        ["Clerk", 52, 34, 51],
        ["Audit", 25, 23, 26],
        ["Total payments", 77, 57, 77],
    ]
    loaded = reading(book(rows))
    assert lines(loaded) == ["Payments | 77 57 77", "  Clerk | 52 34 51", "  Audit | 25 23 26"]
    assert len(columns(loaded)) == 3
    assert not [doubt for doubt in doubts(loaded) if "SX511" in doubt]


def test_a_line_of_marks_is_no_heading() -> None:
    rows = [["Description", "Actual", "Budget"], ["Grants", "n/a", "n/a"], ["Clerk", 52, 34], ["Audit", 25, 23]]
    loaded = reading(book(rows))
    assert lines(loaded)[0].startswith("Grants")
    assert [doubt for doubt in doubts(loaded) if "SX511" in doubt]


def test_codes_in_steps_below_periods_of_some_columns_and_currencies_of_all() -> None:
    rows = [
        ["HEAD", "ITEM", "TITLE", "Estimates 2024/2025", "Projected", N],
        [N, N, N, N, "2025/2026", "2026/2027"],
        [N, N, N, "KShs.", "KShs.", "KShs."],
        ["1081000100", N, "Administration", 22, 23, 24],
        [N, "2110100", "Salaries", 20, 21, 22],
        [N, "2210100", "Utilities", 2, 2, 2],
        ["1081000200", N, "Laboratories", 15, 16, 17],
        [N, "2110100", "Salaries", 9, 9, 9],
        [N, "2211000", "Materials", 6, 7, 8],
        ["TOTAL", N, N, 37, 39, 41],
    ]
    loaded = reading(book(rows, merged=["E1:F1"]))
    assert lines(loaded) == [
        "1081000100 Administration | 22 23 24", "  2110100 Salaries | 20 21 22", "  2210100 Utilities | 2 2 2",
        "1081000200 Laboratories | 15 16 17", "  2110100 Salaries | 9 9 9", "  2211000 Materials | 6 7 8",
        "declared | 37 39 41",
    ]  # fmt: skip
    assert not [doubt for doubt in doubts(loaded) if "SX511" in doubt]


def test_cost_centres_are_codes_and_the_words_beside_them_titles() -> None:
    rows = [
        ["Cost Centre", "School / Division", "Budget", "Forecast"],
        [N, "Schools"],
        ["SC101", "Physics", 84, 85],
        ["SC102", "Chemistry", 79, 77],
        [N, "Sub-total Schools", 163, 162],
        [N, "Office"],
        ["FO001", "Dean", 6, 7],
        ["FO002", "Finance", 3, 3],
        [N, "Sub-total Office", 9, 10],
    ]
    assert lines(reading(book(rows))) == [
        "Schools | 163 162", "  SC101 Physics | 84 85", "  SC102 Chemistry | 79 77",
        "Office | 9 10", "  FO001 Dean | 6 7", "  FO002 Finance | 3 3",
    ]  # fmt: skip


def test_codes_that_stand_alone_are_titles() -> None:
    rows = [["Centre", "Budget", "Forecast"], ["SC101", 84, 85], ["SC102", 79, 77], ["SC103", 5, 6]]
    assert lines(reading(book(rows))) == ["SC101 | 84 85", "SC102 | 79 77", "SC103 | 5 6"]


def test_names_of_sections_keep_a_table_going_though_their_column_has_no_heading() -> None:
    rows = [
        [N, "2024 Budget", "2025 Budget"],
        ["Clerk", 52, 51],
        ["Audit", 25, 26],
        ["TOTAL PAYMENTS", 77, 77],
        [N],
        [N],
        ["RECEIPTS"],
        ["Precept", 90, 99],
        ["Interest", 1, 2],
        ["TOTAL RECEIPTS", 91, 101],
    ]
    assert lines(reading(book(rows))) == [
        "TOTAL PAYMENTS | 77 77", "  Clerk | 52 51", "  Audit | 25 26",
        "RECEIPTS | 91 101", "  Precept | 90 99", "  Interest | 1 2",
    ]  # fmt: skip


def test_numbers_of_things_before_the_amounts_of_each_group_are_no_codes() -> None:
    rows = [
        [N, "Year 1", N, "Year 2", N, "Total"],
        ["Personnel costs", "No.", "Amount", "No.", "Amount", "Amount"],
        ["Undergraduate", 2, 90, 2, 92, 182],
        ["Masters", 1, 17, 2, 35, 52],
        ["Travel", N, 32, N, 25, 57],
        ["Total", N, 139, N, 152, 291],
    ]
    loaded = reading(book(rows, merged=["B1:C1", "D1:E1"]))
    assert lines(loaded) == [
        "Undergraduate | 90 92 182", "Masters | 17 35 52", "Travel | 32 25 57", "declared | 139 152 291",
    ]  # fmt: skip


@pytest.mark.parametrize("last", ["3010", 3010])
def test_texts_of_so_many_digits_beside_numbers_name_something(last: str | int) -> None:
    rows = [
        ["Description", "Nominal", "2024/25", "2025/26"],
        ["Grant", "1010", 48, 49],
        ["Lettings", "1200", 38, 39],
        ["Teachers", "2010", 30, 31],
        ["Premises", last, 31, 32],
    ]
    assert lines(reading(book(rows)))[0] == ("1010 Grant | 48 49" if last == "3010" else "Grant | 1010 48 49")


def test_unit_dollars_are_prices_beside_quantities() -> None:
    rows = [["Item", "Qty", "Unit $", "Cost"], ["Boards", 4, 80, 320], ["Sensors", 8, 25, 200], ["Cables", 12, 3, 36]]
    assert lines(reading(book(rows))) == ["Boards | 320", "Sensors | 200", "Cables | 36"]
