"""Results behind the last section, subtotals inside one, and what is taken away without a word for it."""

import pytest

from recogniser.made import doubts, lines, reading


def told(*rows: str, name: str = "x.csv") -> list[str]:
    """The lines of a table."""
    return lines(reading("\n".join(rows), name))


BUDGET = (
    "Item,2024,2025",
    "Income,,",
    "Fees,73020,74530",
    "Grants,12100,13140",
    "Total income,85120,87670",
    "Expenditure,,",
    "Wages,61500,69270",
    "Rent,27050,27410",
    "Total expenditure,88550,96680",
    "Use of reserves,,",
    "Van reserve,5012,10034",
    "Roof reserve,230,740",
)


def test_what_is_left_of_everything_is_no_line_of_the_last_section() -> None:
    assert told(*BUDGET, "Net surplus,1812,1764")[-4:] == [
        "Use of reserves | . .",
        "  Van reserve | 5012 10034",
        "  Roof reserve | 230 740",
        "Net surplus | 1812 1764",
    ]


def test_what_is_left_of_the_last_section_or_of_nothing_stays_in_it() -> None:
    assert told(*BUDGET, "Net loss prevention,1813,1764")[-1] == "  Net loss prevention | 1813 1764"
    assert told(*BUDGET, "Left in reserves,4782,9294")[-1].startswith("  Left in reserves")


def test_what_closes_the_account_that_the_first_line_opens_is_no_line_of_what_goes_out() -> None:
    account = ("Item,2024", "Opening balance,31500", "In:,", "Fees,12000", "Out:,", "Wages,13000", "Rent,290")
    assert told(*account, "Closing balance,30210")[-1] == "Closing balance | 30210"
    assert told(*account, "Closing down,30210")[-1] == "  Closing down | 30210"


COSTS = (
    "Item,2024",
    "Revenue,",
    "Fees,700.25",
    "Taxes,4020.75",
    "Total revenue,4721.00",
    "Expenses,",
    "Wages,4100.50",
    "Roads,720.55",
    "Sub total,4821.05",
    "From reserves,-150.00",
    "Overlay,50.95",
)


def test_a_subtotal_is_a_line_of_the_heading_whose_total_goes_on_from_it() -> None:
    assert told(*COSTS, "Total expenditure,4722.00")[3:] == [
        "Expenses | 4722",
        "  Sub total | 4821.05",
        "    Wages | 4100.5",
        "    Roads | 720.55",
        "  From reserves | -150",
        "  Overlay | 50.95",
    ]


def test_a_subtotal_is_that_of_the_heading_where_no_total_goes_on_from_it() -> None:
    assert told(*COSTS[:-2])[3:] == ["Expenses | 4821.05", "  Wages | 4100.5", "  Roads | 720.55"]


ACCOUNT = (
    "Item,2023,2024",
    "IN:,,",
    "Gifts,5010,6020",
    "Fees,400,300",
    "Total,5410,6320",
    "OUT:,,",
    "Homes,2105,1777",
    "Schools,1530,1686",
    "Water,177,138",
)


def test_a_total_below_nought_takes_the_lines_of_its_section_away() -> None:
    found = reading("\n".join((*ACCOUNT, "Total,-3812,-3601")), "x.csv")
    assert lines(found)[3:5] == ["OUT: | -3812 -3601", "  Homes [deduction] | 2105 1777"]
    assert doubts(found) == []


def test_a_wrong_sign_in_one_column_is_no_sum() -> None:
    assert told(*(row.rpartition(",")[0] for row in ACCOUNT), "Total,-3812")[4] == "  Homes | 2105"


KEPT = (
    "Item,2024",
    "Own funds,",
    "Balance on 1.8.,18480.63",
    "Result,420.02",
    "Total own funds,18900.65",
    "Kept for the road,",
    "Balance on 1.8.,344987.84",
    "Kept this year,40000.00",
)


@pytest.mark.parametrize(
    ("cost", "total", "line"),
    [
        ("Omkostninger", "384837.84", "  Omkostninger [deduction] | 150"),
        ("Omkostninger", "384837.74", "  Omkostninger | 150"),  # off by something else
        ("Omkostninger", "385137.84", "  Omkostninger | 150"),  # added
        ("Hegn", "384837.84", "  Hegn | 150"),
    ],
)
def test_what_is_called_costs_among_what_is_kept_is_taken_away_where_the_sum_says_so(
    cost: str, total: str, line: str
) -> None:
    assert told(*KEPT, f"{cost},150.00", f"Total kept for the road,{total}")[-1] == line


FUNDS = (
    "| Bank | 17,837 | 17,297 | 14,756 | 4,798 |",
    "| Paid in advance | 0 | 7,686 | 0 | 131 |",
    "| Received in advance | -7,383 | -18,015 | -24 | 0 |",
    "| Total funds | 10,454 | 6,968 | 14,732 | 4,929 |",
)
SHEET = ("| Sheet | 2019 | | 2020 | |", "|---|---|---|---|---|", "| | General | Groups | General | Groups |")


@pytest.mark.parametrize(("mark", "depth"), [("E", "  "), ("x", "")])
def test_a_sign_of_pounds_that_was_misread_in_all_of_the_first_row_heads_the_lines_below(mark: str, depth: str) -> None:
    found = told(*SHEET, f"| Assets |{f' {mark} |' * 4}", *FUNDS, name="x.md")
    assert found[1] == f"{depth}Bank | 17837 17297 14756 4798"
