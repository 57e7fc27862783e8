"""Headings without figures that stand right above others, as the sheets of clubs and towns have them."""

import pytest

from recogniser.made import doubts, lines, reading

INCOME = """Item,2024,2025
INCOME,,
Fundraisers,,
Book fair,500,620
Walk,1150,1275
Subtotal,1650,1895
Other income,,
Dues,300,310
Gifts,75,80
Subtotal,375,390
TOTAL INCOME,2025,2285
"""


def test_a_heading_right_above_another_heads_it_and_those_behind() -> None:
    found = reading(INCOME, "a.csv")
    assert lines(found) == [
        "INCOME | 2025 2285", "  Fundraisers | 1650 1895", "    Book fair | 500 620", "    Walk | 1150 1275",
        "  Other income | 375 390", "    Dues | 300 310", "    Gifts | 75 80",
    ]  # fmt: skip
    assert "SX513" not in doubts(found)


def test_the_outer_heading_need_have_no_total() -> None:
    found = reading(INCOME.replace("TOTAL INCOME,2025,2285\n", ""), "a.csv")
    assert lines(found)[:2] == ["INCOME | . .", "  Fundraisers | 1650 1895"]
    assert "SX513" not in doubts(found)


def test_the_inner_headings_need_have_none() -> None:
    found = reading(INCOME.replace("Subtotal,1650,1895\n", "").replace("Subtotal,375,390\n", ""), "a.csv")
    assert lines(found)[:4] == [
        "INCOME | 2025 2285",
        "  Fundraisers | . .",
        "    Book fair | 500 620",
        "    Walk | 1150 1275",
    ]
    assert "SX513" not in doubts(found)


def test_a_line_without_figures_in_a_section_is_no_heading_there() -> None:
    found = reading(INCOME.replace("Walk,", "Film night,,\nWalk,"), "a.csv")
    assert lines(found)[2:5] == ["    Book fair | 500 620", "    Film night | . .", "    Walk | 1150 1275"]


def test_a_line_behind_two_totals_is_none_of_the_section_that_the_first_closes() -> None:
    ends = "TOTAL INCOME,2025,2285\nSale of assets,40,0\nTOTAL RECEIPTS,2065,2285\n"
    found = reading(INCOME.replace("INCOME,,", "RECEIPTS,,", 1).replace("TOTAL INCOME,2025,2285\n", ends), "a.csv")
    assert [lines(found)[at] for at in (0, 1, 2, -1)] == [
        "RECEIPTS | 2065 2285", "  TOTAL INCOME | 2025 2285", "    Fundraisers | 1650 1895", "  Sale of assets | 40 0",
    ]  # fmt: skip


@pytest.mark.parametrize("added", ["0,0", "0,"])
def test_a_total_may_go_on_with_lines_of_nought(added: str) -> None:
    ends = f"TOTAL INCOME,2025,2285\nSale of assets,{added}\nTOTAL RECEIPTS,2025,2285\n"
    found = reading(INCOME.replace("INCOME,,", "RECEIPTS,,", 1).replace("TOTAL INCOME,2025,2285\n", ends), "a.csv")
    assert lines(found)[:2] == ["RECEIPTS | 2025 2285", "  TOTAL INCOME | 2025 2285"]


def test_two_lines_without_figures_at_the_top_are_no_headings_of_each_other() -> None:
    found = reading("Item,2024,2025\nRent,,\nMeals,,\nLibrary,2645,3675\nIT,,3112\nTotal,2645,6787\n", "a.csv")
    assert "SX513" in doubts(found)


def test_indentation_shows_the_headings_that_no_total_names() -> None:
    rows = ["Item,Budget,Actual", "Revenues:,,", "  Taxes:,,", "    Property,734,746", "    Sales,160,201"]
    rows += [
        "    Total Taxes,894,947",
        "  Charges:,,",
        "    Other,5,42",
        "  Interest,10,29",
        "    Total Revenues,909,1018",
    ]
    rows += ["Expenditures:,,", "  Roads,700,702", "  Library,200,190", "  Total Expenditures,900,892"]
    assert "    Other | 5 42" in lines(reading("\n".join(rows), "a.csv"))
