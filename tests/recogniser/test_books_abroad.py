"""Books of small offices abroad: the year before left of the titles, one name for the totals of two sides, tables below
each other with headings of their own, sections of which one has no total."""

from recogniser.made import Rows, bold, book, columns, doubts, lines, reading
from sxtdbv_cli.check import check_plan


def test_the_year_before_may_stand_left_of_the_titles() -> None:
    rows = "2018/2019,,2019/2020\n£,,£\n,INCOME\n900.50,Precept,950\n40,Rents,35\n940.50,TOTAL INCOME,985\n"
    rows += ",EXPENDITURE\n500,Clerk,510\n70,Post,80\n570,TOTAL EXPENDITURE,590\n"
    loaded = reading(rows, "a.csv")
    assert lines(loaded) == [
        "INCOME | 940.5 985", "  Precept | 900.5 950", "  Rents | 40 35",
        "EXPENDITURE | 570 590", "  Clerk | 500 510", "  Post | 70 80",
    ]  # fmt: skip
    assert doubts(loaded) == []


def test_figures_left_of_the_titles_that_totals_add_are_amounts_without_any_heading() -> None:
    rows = "INCOME\n,INCOME\n940.50,Precept,950\n40,Rents,35\n980.50,TOTAL INCOME,985\n"
    rows += ",EXPENDITURE\n500,Clerk,510\n30,Post,80\n530,TOTAL EXPENDITURE,590\n"
    assert lines(reading(rows, "a.csv"))[-3:] == ["EXPENDITURE | 530 590", "  Clerk | 500 510", "  Post | 30 80"]


def test_one_name_may_be_that_of_the_totals_of_both_sides() -> None:
    rows = "Income,,,Expenditure,\nPrecept,300,,Salary,220\nBanks,100,,Admin,40.5\nInterest,1,,,\nTotal,401,,,260.5\n"
    loaded = reading(rows, "a.csv")
    assert lines(loaded) == [
        "Income | 401", "  Precept | 300", "  Banks | 100", "  Interest | 1",
        "Expenditure | 260.5", "  Salary | 220", "  Admin | 40.5",
    ]  # fmt: skip
    wrong = check_plan(reading(rows.replace("260.5", "270.5"), "a.csv")).findings
    assert [str(one.facts["stated"]) for one in wrong if one.code == "SX102"] == ["2705"]


def test_headings_of_their_own_begin_another_table() -> None:
    rows: Rows = [
        ["Item", "Cost"], ["Legal", 500], ["Audit", 150], ["Total", 650], [None], ["Insurance"],
        ["Coverage", "Limit", "Deductible"], ["Cyber", 5000, 100], ["Fire", 900, 250],
    ]  # fmt: skip
    loaded = reading(book(rows))
    assert lines(loaded) == ["Legal | 500", "Audit | 150", "declared | 650"]
    assert "SX516" in doubts(loaded)


def test_what_stands_over_the_titles_below_the_name_of_a_section_is_no_line() -> None:
    rows: Rows = [
        ["A) SUMMARY"], ["Type", "Sept 10", "Dec 09"], ["General", 80, 50], ["Reserve", 60, 61],
        ["TOTAL CASH", 140, 111], [None], ["B) DETAIL"], ["Fund", "Sept 10", "Dec 09"], ["Roof", 15, 16],
        ["Music", 5, 7], ["TOTAL CASH", 20, 23],
    ]  # fmt: skip
    loaded = reading(book(rows))
    assert lines(loaded) == [
        "A) SUMMARY | 140 111", "  General | 80 50", "  Reserve | 60 61",
        "B) DETAIL | 20 23", "  Roof | 15 16", "  Music | 5 7",
    ]  # fmt: skip
    assert doubts(loaded) == [] and [*columns(loaded)] == ["Sept 10", "Dec 09"]


def test_a_total_of_sections_is_not_that_of_the_first_which_has_none() -> None:
    rows: Rows = [
        ["Cost", "Amount"], ["Outages"], ["Incidents", 600], ["Recovery"], ["Labor"], ["Requests", 54],
        ["Renewals", 36], ["Subtotal manual work", 90], ["Audits"], ["Preparation", 20], ["Reports", 10],
        ["Subtotal audits", 30], ["TOTAL COSTS", 720],
    ]  # fmt: skip
    loaded = reading(bold(book(rows), (2, 5, 8, 9, 12, 13)))
    assert lines(loaded) == [
        "Outages | .", "  Incidents | 600", "  Recovery | .", "Labor | 90", "  Requests | 54", "  Renewals | 36",
        "Audits | 30", "  Preparation | 20", "  Reports | 10", "declared | 720",
    ]  # fmt: skip


def test_a_price_that_is_another_times_a_quantity_is_what_is_paid() -> None:
    rows = "Part,Unit Cost,Qty/Store,Cost/Store,Total 8 Stores\nSensors,25,48,1200,9600\nReaders,650,6,3900,31200\n"
    rows += "Antennas,80,24,1920,15360\nCables,—,—,400,3200\n"
    end = "Subtotal per store,,,7420,\nGrand Total (8 stores),,,,59360\n"
    loaded = reading(rows + end, "a.csv")
    assert lines(loaded)[:3] == [
        "Grand Total (8 stores) | . 59360",
        "  Subtotal per store | 7420 .",
        "    Sensors | 1200 9600",
    ]
    assert doubts(loaded) == []
    loaded = reading(f"{rows}{end}Reserve,,,,5000\nTotal with reserve,,,,64360\n", "a.csv")
    assert lines(loaded)[-2:] == ["Reserve | . 5000", "declared | . 64360"]
    assert doubts(loaded) == []


def test_a_total_that_cannot_be_read_is_told_and_not_the_lines_before_it() -> None:
    rows = "Cost,Amount\nBuilder,800\nPainter,300\nTeam total,1100\nCloud,140\nReserve,90\nGrand total,~PKR 1.3M\n"
    assert doubts(reading(rows, "a.csv")) == ["SX511"]
    assert doubts(reading(rows.replace("Grand total,~PKR 1.3M\n", ""), "a.csv")) == ["SX513"]


def test_a_profit_is_the_difference_of_the_columns_before_it_where_most_lines_agree() -> None:
    rows = "Show,Gage,Ausgaben,Ergebnis\nBern,1360,807,553\nUlm,1275,1336,-61\nKiel,1870,1165,705\n"
    assert columns(reading(rows, "a.csv"))["Ergebnis"] == "Gage - Ausgaben"
    rows += "Hof,750,1076,-326\nJena,1785,1135,650\nTrier,12750,11492,1358\n"
    wrong = check_plan(reading(rows, "a.csv")).findings
    assert [str(one.facts["computed"]) for one in wrong if one.severity == "error"] == ["1258"]
    assert "SX518" not in [one.code for one in wrong]


def test_what_is_left_is_checked_by_names_in_other_languages() -> None:
    rows = "Voce,Luglio\nSaldo iniziale,2501\nTotale entrate,6252\nTotale uscite,3111\n"
    right = check_plan(reading(f"{rows}Avanzo del mese,3141\nSaldo finale,5642\n", "a.csv")).findings
    assert [one.code for one in right if one.severity == "error"] == []
    wrong = check_plan(reading(f"{rows}Avanzo del mese,3241\nSaldo finale,5642\n", "a.csv")).findings
    assert [str(one.facts["computed"]) for one in wrong if one.severity == "error"] == ["3141"]


def test_totals_without_lines_between_two_balances_are_lines() -> None:
    rows = "Item,July\nOpening balance,250\nTotal receipts,625\nTotal disbursements,311\n"
    loaded = reading(f"{rows}Closing balance,564\n", "a.csv")
    assert lines(loaded) == [
        "Opening balance | 250",
        "Total receipts | 625",
        "Total disbursements | 311",
        "Closing balance [memo] [= #1 + #2 - #3] | 564",
    ]
    assert doubts(loaded) == []
    assert doubts(reading(f"{rows}Closing balance,500\n", "a.csv")) != []


def test_a_code_of_a_currency_names_the_unit() -> None:
    loaded = reading("Poste;Coût (GNF)\nServeurs;17 740 000\nSalles;5 000 000\nTotal;22 740 000 GNF\n", "a.csv")
    assert loaded.plan.unit.name == "GNF" and lines(loaded)[-1] == "declared | 22740000"
