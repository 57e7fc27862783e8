"""Budgets as towns, universities and charities keep them: numbers of accounts, nameless totals, nested sections."""

import pytest

from recogniser.made import book, columns, doubts, lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.model.audit import audit

N = None


def test_numbers_of_accounts_are_codes_and_names_of_departments_may_stand_above_them() -> None:
    rows = [
        ["Account", "Description", "FY24 Actual", "FY25 Budget"],
        ["Police"],
        ["01-210-5111", "Wages", 70, 80],
        ["01-210-5420", "Supplies", 5, 6],
        [N, "Total Police", 75, 86],
        ["Library"],
        ["01-610-5111", "Wages", 20, 21],
        ["01-610-5420", "Books", 8, 9],
        [N, "Total Library", 28, 30],
        [N, "TOTAL", 103, 116],
    ]
    loaded = reading(book(rows))
    assert lines(loaded) == [
        "Police | 75 86", "  01-210-5111 Wages | 70 80", "  01-210-5420 Supplies | 5 6",
        "Library | 28 30", "  01-610-5111 Wages | 20 21", "  01-610-5420 Books | 8 9",
        "declared | 103 116",
    ]  # fmt: skip
    assert not doubts(loaded)


def test_spans_of_years_are_no_accounts() -> None:
    loaded = reading("Account,Amount\n2019-20,5\n2020-21,6\n2021-22,7\n", "a.csv")
    assert lines(loaded) == ["2019-20 | 5", "2020-21 | 6", "2021-22 | 7"]


@pytest.mark.parametrize(("figure", "kept"), [("12500", True), ("12.5", False)])
def test_a_share_is_an_amount_where_its_figures_are_large(figure: str, kept: bool) -> None:
    text = f"County,Total,Equitable share\nNorth,30000,{figure}\nSouth,40000,{figure}\nEast,50000,{figure}\n"
    assert ("Equitable share" in columns(reading(text, "a.csv"))) == kept


def test_numbers_without_a_heading_number_the_lines_unless_they_are_those_of_an_export() -> None:
    rows = [
        [N, "Item", "2025", "2026"],
        [N, "Running costs"],
        [1, "Clerk", 50, 60],
        [2, "Insurance", 10, 11],
        [3, "Grass", 7, 8],
        [N, "Total running costs", 67, 79],
    ]
    assert lines(reading(book(rows)))[1:] == ["  1 Clerk | 50 60", "  2 Insurance | 10 11", "  3 Grass | 7 8"]
    dotted = [[f"{row[0]}." if row[0] else N, *row[1:]] for row in rows]
    assert lines(reading(book(dotted)))[1] == "  1. Clerk | 50 60"
    exported = reading(",Item,2025\n0,Clerk,50\n1,Insurance,10\n4,Grass,7\n", "a.csv")
    assert lines(exported)[0] == "Clerk | 50"


def test_levels_in_columns_without_a_heading_with_the_codes_of_one_between() -> None:
    rows = [
        [N, N, N, N, "FY24", "FY25"],
        ["Police - 210"],
        [N, 5100, "Personnel"],
        [N, N, N, "Chief", 60, 61],
        [N, N, N, "Officers", 90, 95],
        [N, 5400, "Supplies"],
        [N, N, N, "Uniforms", 4, 5],
        ["Library - 610"],
        [N, 5100, "Personnel"],
        [N, N, N, "Director", 30, 31],
        [N, N, N, "Staff", 12, 12],
    ]
    assert lines(reading(book(rows)))[:4] == [
        "Police - 210 | . .",
        "  5100 Personnel | . .",
        "    Chief | 60 61",
        "    Officers | 90 95",
    ]


def test_a_header_says_nothing_of_the_titles_and_stands_above_a_section() -> None:
    rows = [
        ["Conference"],
        [],
        [N, "# of units", "Cost per unit", "Estimate", "Actual", "Difference"],
        ["Venue"],
        ["Hall", 3, 5, 15, 16, 1],
        ["Rooms", 2, 4, 8, 8, 0],
        ["TOTAL", N, N, 23, 24, 1],
        ["Food"],
        ["Lunch", 10, 7, 70, 60, -10],
        ["Coffee", 10, 2, 20, 25, 5],
        ["TOTAL", N, N, 90, 85, -5],
    ]
    loaded = reading(book(rows))
    assert lines(loaded) == [
        "Venue | 23 24 1", "  Hall | 15 16 1", "  Rooms | 8 8 0",
        "Food | 90 85 -5", "  Lunch | 70 60 -10", "  Coffee | 20 25 5",
    ]  # fmt: skip


def test_amounts_that_might_be_years_do_not_begin_another_table() -> None:
    text = "Item,2025,2026\nFood,7300,7400\nPrinting,1992,1992\nPost,1346,1346\nTravel,1800,1900\nTotal,12438,12638\n"
    loaded = reading(text, "a.csv")
    assert lines(loaded)[1] == "Printing | 1992 1992"
    assert lines(loaded)[-1] == "declared | 12438 12638"


def test_shares_in_a_row_without_a_name_are_no_total() -> None:
    rows = [
        [N, "Item", "2025", "2026"],
        ["1.", "Receipts (2+3)", 900, 950],
        ["2.", "Taxes", 700, 730],
        ["3.", "Fees", 200, 220],
        ["4.", "Spending", 1200, 1300],
        ["5.", "Deficit (4-1)", 300, 350],
        [N, N, -2.1, -2.4],
    ]
    loaded = reading(book(rows))
    assert not any(line.startswith("declared") for line in lines(loaded))
    assert not audit(loaded.plan).failing
    assert "SX513" in doubts(loaded)


def test_of_which_behind_a_number_or_at_the_end_of_a_title_is_a_partial_listing() -> None:
    rows = [
        ["No.", "Item", "2025", "2026"],
        [1, "Revenue account, of which", 900, 950],
        ["1.1", "Interest", 300, 310],
        ["1.2", "Grants", 100, 110],
        [2, "Capital account", 200, 210],
        ["2.1", "Of which roads", 50, 60],
    ]
    loaded = reading(book(rows))
    assert lines(loaded) == [
        "1 Revenue account, of which | 900 950", "  1.1 Interest [of-which] | 300 310",
        "  1.2 Grants [of-which] | 100 110",
        "2 Capital account | 200 210", "  2.1 Of which roads [of-which] | 50 60",
    ]  # fmt: skip
    assert not audit(loaded.plan).failing


def test_all_of_a_line_may_be_listed_behind_of_which() -> None:
    loaded = reading("No.,Item,2025\n1,Spending of which,30\n1.1,Roads,20\n1.2,Schools,10\n", "a.csv")
    assert lines(loaded) == ["1 Spending of which | 30", "  1.1 Roads | 20", "  1.2 Schools | 10"]


def test_the_last_line_may_be_the_total_although_it_has_a_number() -> None:
    loaded = reading("Line,Item,2025,2026\n1,Appropriations,50,60\n2,Rebates,7,8\n2,Total spending,57,68\n", "a.csv")
    assert lines(loaded) == ["1 Appropriations | 50 60", "2 Rebates | 7 8", "declared | 57 68"]


def test_totals_of_sections_inside_a_section_that_goes_on() -> None:
    rows = [
        ["Budget line", "Description", "Unit cost", "Quantity", "Total cost"],
        ["I. PROGRAMME"],
        [N, "A. Airfare"],
        ["A.1", "Flights", 300, 10, 3000],
        [N, "Total budget for Airfare", N, N, 3000],
        [N, "B. Meetings"],
        ["B.1", "Lunch", 35, 30, 1050],
        ["B.2", "Rooms", 25, 30, 750],
        [N, "Total budget for Meetings", N, N, 1800],
        ["SUB TOTAL (I)", N, N, N, 4800],
        [N, "Contingency 10%", N, N, 480],
        [N, "TOTAL", N, N, 5280],
    ]
    assert lines(reading(book(rows))) == [
        "I. PROGRAMME | 4800", "  A. Airfare | 3000", "    A.1 Flights | 3000",
        "  B. Meetings | 1800", "    B.1 Lunch | 1050", "    B.2 Rooms | 750",
        "Contingency 10% | 480",
        "declared | 5280",
    ]  # fmt: skip


def test_two_lines_without_figures_in_a_row_head_a_section_of_sections() -> None:
    text = (
        "Item,2025\nINCOME,\nPrecept,80\nTotal income,80\nEXPENDITURE,\nAdministration,\nClerk,30\nAudit,5\n"
        "Total (Administration),35\nCemetery,\nHeadstones,10\nHedge,4\nTotal (Cemetery),14\nTotal expenditure,49\n"
    )
    assert lines(reading(text, "a.csv")) == [
        "INCOME | 80", "  Precept | 80",
        "EXPENDITURE | 49", "  Administration | 35", "    Clerk | 30", "    Audit | 5",
        "  Cemetery | 14", "    Headstones | 10", "    Hedge | 4",
    ]  # fmt: skip


def test_totals_without_a_name_below_a_heading() -> None:
    rows = [
        [N, "Note", "2025", "2026"],
        ["Revenue"],
        ["Rates", "1(a)", 60, 65],
        ["Fees", "9", 20, 25],
        [N, N, 80, 90],
        ["Expenses"],
        ["Wages", N, -50, -52],
        ["Rent", N, -20, -21],
        [N, N, -70, -73],
        ["Subtotal", N, 10, 17],
    ]
    assert lines(reading(book(rows))) == [
        "Subtotal | 10 17",
        "  Revenue | 80 90", "    Rates | 60 65", "    Fees | 20 25",
        "  Expenses | -70 -73", "    Wages | -50 -52", "    Rent | -20 -21",
    ]  # fmt: skip


def test_a_heading_that_is_merged_over_all_columns_heads_those_that_follow() -> None:
    rows = [["Item", "2025", "2026"], ["Income"], ["Precept", 30, 31], ["Fees", 5, 6], ["Total", 35, 37]]
    rows += [["Costs"], ["Clerk", 20, 21], ["Rent", 4, 5], ["Total", 24, 26]]
    assert lines(reading(book(rows, merged=["A2:C2", "A6:C6"]))) == [
        "Income | 35 37", "  Precept | 30 31", "  Fees | 5 6", "Costs | 24 26", "  Clerk | 20 21", "  Rent | 4 5",
    ]  # fmt: skip


def test_numbers_of_several_levels_beside_the_name_of_a_total() -> None:
    rows = [["Budget line", "Description", "Total"], [1, "Salaries", 30], [1.1, "Manager", 20], [1.2, "Clerk", 10]]
    rows += [[2, "Activities", 7], [2.1, "Training", 7], ["TOTAL BUDGET", N, 37]]
    assert lines(reading(book(rows)))[-3:] == ["2 Activities | 7", "  2.1 Training | 7", "declared | 37"]


def test_a_row_of_signs_of_currencies_belongs_to_the_header() -> None:
    rows = [[N, "2025", "2026"], [N, "Budget", "Actual"], [N, "$", "$"], ["Rates", 60, 65], ["Fees", 20, 25]]
    assert lines(reading(book([*rows, ["Total", 80, 90]]))) == ["Rates | 60 65", "Fees | 20 25", "declared | 80 90"]


def test_trees_that_are_drawn_indent_their_lines() -> None:
    rows = ["| Item | Cost |", "|---|---|", "| Venue | 366 |", "| ├── Rent | 260 |", "| └── Permits | 106 |"]
    rows += ["| Catering | 95 |", "| Total | 461 |"]
    assert lines(reading("\n".join(rows), "x.md")) == [
        "Venue | 366", "  Rent | 260", "  Permits | 106", "Catering | 95", "declared | 461",
    ]  # fmt: skip


def test_classes_without_figures_inside_a_department_stand_for_their_lines() -> None:
    text = (
        ",,,,,FY25,FY26\n225,Elders,,,,,\n226,,5100,Personnel,,,\n227,,,,Director,320,325\n"
        "228,,5200,Services,,,\n229,,,,Rides,25,15\n230,,,,Meals,19,21\n231,,,,TOTAL,364,361\n"
        "232,Veterans,,,,,\n233,,5110,Support,,,\n234,,,,Training,65,66\n"
        "235,,5200,Services,,,\n236,,,,Flags,50,51\n237,,,,TOTAL,115,117\n"
    )
    assert lines(reading(text, "a.csv")) == [
        "Elders | 364 361", "  5100 Personnel | . .", "    Director | 320 325",
        "  5200 Services | . .", "    Rides | 25 15", "    Meals | 19 21",
        "Veterans | 115 117", "  5110 Support | . .", "    Training | 65 66",
        "  5200 Services | . .", "    Flags | 50 51",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([["Rates", 60, 65], ["Wages", -50, -52], ["Total", 10, 13]], []),
        ([["Rates", 60, 65], ["Wages", 50, -52], ["Total", 110, 13]], ["SX201"]),
        ([["Rates", 60, 65], ["Earnings", -4, 3], ["Total", 56, 68]], []),
    ],
)
def test_what_is_spent_in_brackets_is_no_slip(rows: list[list[object]], told: list[str]) -> None:
    report = check_plan(reading(book([["Item", "2025", "2026"], *rows])))
    assert [found.code for found in report.findings if found.code == "SX201"] == told


def test_numbers_that_count_on_through_all_levels_have_no_gap() -> None:
    text = "No,Item,Cost\n1,Venue,30\n2,  Rent,20\n3,  Permits,10\n4,Catering,9\n5,  Lunch,4\n6,  Dinner,5\n,Total,39\n"
    report = check_plan(reading(text, "a.csv"))
    assert [found.code for found in report.findings if found.code == "SX302"] == []


def test_headings_end_with_the_totals_that_name_them() -> None:
    text = (
        "Shire of Ashton,,\nBudget vs. Actual,,\n,Jun 2025,May 2025\nExpense,,\n60000 - Operating,,\n"
        "61000 - Pay,,\n61011 - Salaries,1380,1326\n61500 - On-costs,,\n61521 - Taxes,122,118\n"
        "61522 - Benefits,91,110\nTotal - 61500 - On-costs,213,228\nTotal - 61000 - Pay,1593,1554\n62000 - Travel,,\n"
        "62041 - Air,23,36\n"
        "Total - 62000 - Travel,23,36\nTotal - 60000 - Operating,1616,1590\nTotal - Expense,1616,1590\n"
    )
    loaded = reading(text, "a.csv")
    assert lines(loaded) == [
        "Expense | 1616 1590", "  60000 - Operating | 1616 1590", "    61000 - Pay | 1593 1554",
        "      61011 - Salaries | 1380 1326", "      61500 - On-costs | 213 228", "        61521 - Taxes | 122 118",
        "        61522 - Benefits | 91 110", "    62000 - Travel | 23 36", "      62041 - Air | 23 36",
    ]  # fmt: skip
    assert doubts(loaded) == []


def test_totals_that_are_named_in_another_column_close_sections_of_sections() -> None:
    rows = [
        ["Project Title:", "Green schools"],
        [],
        ["Description", "Unit", "Quantity", "Total*", "Year 1", "Year 2", "Total*"],
        ["1 – Staff"], ["a) International"], ["Manager", "month", "12", 12000, 6000, 6000, 12000],
        [N, N, "Subtotal:", 12000, 6000, 6000, 12000],
        ["b) National"], ["Coordinator", "month", "12", 6000, 3000, 3000, 6000],
        [N, N, "Subtotal:", 6000, 3000, 3000, 6000], [N, N, "Total:", 18000, 9000, 9000, 18000],
        ["2 - Travel"], ["a) Flights"], ["Abroad", "ticket", "3", 3000, 1000, 2000, 3000],
        [N, N, "Subtotal:", 3000, 1000, 2000, 3000], [N, N, "Total:", 3000, 1000, 2000, 3000],
        ["TOTAL BUDGET", N, N, 21000, 10000, 11000, 21000],
    ]  # fmt: skip
    assert [line.partition(" | ")[0] for line in lines(reading(book(rows)))] == [
        "1 – Staff", "  a) International", "    Manager", "  b) National", "    Coordinator",
        "2 - Travel", "  a) Flights", "    Abroad", "declared",
    ]  # fmt: skip


def test_the_last_numbered_total_may_be_rounded() -> None:
    text = "Line,Item,2025\n1,Fund,15621.8\n2,Rebates,191.2\n3,Transfers,117.5\n4,Total Obligations,15930.4\n"
    assert lines(reading(text, "a.csv"))[0] == "4 Total Obligations | 15930.4"


@pytest.mark.parametrize(("stated", "unit"), [("£000", "£000"), ("$m", "$m"), (N, "?")])
def test_the_unit_may_stand_in_a_cell_of_its_own_and_income_in_brackets(stated: str | None, unit: str) -> None:
    rows = [["Summary"], [stated], ["Service", "Gross Expenditure", "Gross Income", "Net Budget"]]
    rows += [["Care", 98, -31, 67], ["Schools", 61, -14, 47], ["Net Cost of Services", 159, -45, 114]]
    loaded = reading(book(rows))
    assert lines(loaded) == ["Care | 98 -31 67", "Schools | 61 -14 47", "declared | 159 -45 114"]
    assert loaded.plan.unit.name == unit
    assert not [found for found in check_plan(loaded).findings if found.code == "SX201"]


def test_months_and_posts_are_no_amounts() -> None:
    text = "Name,Months,FTE,Salary,Fringe,Total\nPI,12,1,450,135,585\nPostdoc,12,1,225,68,293\nTech,6,2,550,138,688\n"
    assert [*columns(reading(text, "a.csv"))] == ["Salary", "Fringe", "total"]


@pytest.mark.parametrize("heading", ["Increase/(Decrease)", "Change", "Movement in year"])
def test_what_an_increase_is_of_is_told_where_a_few_lines_do_not_agree(heading: str) -> None:
    rows = [
        ["Line item", "2023 Budget", "2024 Request", heading],
        *(["Per diem", 3700, 270, -100], ["Play area", 40, 860, 820], ["Retirement", 4560, 760, -3800]),
        *(["Training", 2610, 3530, 920], ["Salaries", 680, 330, -350]),
    ]
    loaded = reading(book(rows))
    assert columns(loaded)[heading] == ""
    assert "SX514" in doubts(loaded)
    agreeing = reading(book([*rows[:1], *rows[2:]]))
    assert columns(agreeing)[heading] == "2024 Request - 2023 Budget"


def test_titles_without_a_code_behind_a_blank_row_are_no_lines_where_lines_have_codes() -> None:
    rows = [
        ["TT", "Chỉ tiêu", "2023", "2024"],
        ["1", "Vốn đăng ký", 21, 22],
        ["2", "Vốn thực hiện", 13, 14],
        [],
        [None, "Luỹ kế đến 20/9/2024:"],
        [None, "98 quốc gia và vùng lãnh thổ có dự án còn hiệu lực, tổng vốn đăng ký 403 tỷ USD."],
    ]
    assert lines(reading(book(rows))) == ["1 Vốn đăng ký | 21 22", "2 Vốn thực hiện | 13 14"]
    assert lines(reading(book([*rows[:3], [None, "Vốn khác"]])))[2:] == ["  Vốn khác | . ."]
