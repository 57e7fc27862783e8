"""A list above the tables that it is worked out from."""

from recogniser.made import book, calculated, columns, doubts, lines, reading

N = None
DETAILS = [
    ["Pay", "Per hour", "Hours", "Total"],
    ["Drivers", 25, 40, 1000],
    ["Cooks", 20, 30, 600],
    ["Clerks", 15, 20, 300],
    [N, N, N, 1900],
    [],
    ["Things", "Number", "Price", "Total"],
    ["Pens", 10, 3, 30],
    ["Chairs", 4, 50, 200],
    [N, N, N, 230],
]
"""Rows 9 to 18 of the sheets below."""


def summarised(salaries: object, supplies: object) -> bytes:
    """A sheet with a summary above its details; formulas have the values they come to."""
    top = [["Salaries", salaries], ["Supplies", supplies], ["Rent", 0], ["Overheads", 213, 0.1, "rate"]]
    content = book([*top, ["Grand Total", 2343], [], [], [], *DETAILS])
    return calculated(content, {"B1": 1900, "B2": 230}) if isinstance(salaries, str) else content


def test_the_summary_is_read_and_not_what_it_is_worked_out_from() -> None:
    loaded = reading(summarised("=D13", "=D18"))
    assert lines(loaded) == ["Salaries | 1900", "Supplies | 230", "Rent | 0", "Overheads | 213", "declared | 2343"]
    assert doubts(loaded).count("SX516") == 3  # the rate beside the table, and both tables below it


def test_a_list_above_that_takes_nothing_from_below_is_no_summary() -> None:
    found = reading(summarised(1900, 230))
    assert found.sheet is not None
    assert found.sheet.understanding.block.top == 8
    assert "Total" in columns(found)


def test_a_list_that_adds_up_itself_takes_nothing_from_below() -> None:
    top = [["Salaries", 1900], ["Supplies", 230], ["Both", "=B1+B2"], ["Rent", 213], ["Grand Total", "=SUM(B3:B4)"]]
    found = reading(calculated(book([*top, [], [], [], *DETAILS]), {"B3": 2130, "B5": 2343}))
    assert found.sheet is not None
    assert found.sheet.understanding.block.top == 8
