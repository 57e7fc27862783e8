"""Books of small offices abroad: the year before left of the titles, one name for the totals of two sides, tables below
each other with headings of their own, sections of which one has no total."""

import pytest

from recogniser.made import Rows, bold, book, calculated, columns, doubts, lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.model.grid import GridCell, Kind
from sxtdbv_cli.tables.view import is_figure


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


def test_an_amount_that_might_be_a_year_below_words_is_a_line() -> None:
    rows: Rows = [
        ["Bereich", "Art", "Sollwert"], ["SPONSORING", "Einnahme", 2000], ["PERSONAL", "Ausgabe", 25050],
        ["TECHNIK", "Ausgabe", 27700], ["VERPFLEGUNG", "Ausgabe", 1800],
    ]  # fmt: skip
    assert lines(reading(book(rows)))[:2] == ["SPONSORING | 2000", "PERSONAL | 25050"]


@pytest.mark.parametrize("amounts", [(2000, 1950), (2010, 2010), (2000, 2040)])
def test_amounts_that_might_be_years_make_no_header_of_lines(amounts: tuple[int, int]) -> None:
    rows: Rows = [["Posten", "Plan", "Ist"], ["Reisen", *amounts], ["Porto", 1995, 2033], ["Miete", 44257, 41189]]
    want = [f"Reisen | {amounts[0]} {amounts[1]}", "Porto | 1995 2033", "Miete | 44257 41189"]
    assert lines(reading(book(rows))) == want


def test_a_few_amounts_that_are_all_like_years_are_told() -> None:
    rows: Rows = [["Posten", "Plan", "Ist"], ["Reisen", 2036, 20330], ["Porto", 2012, 562], ["Miete", 1956, 191]]
    loaded = reading(book(rows))
    assert lines(loaded)[0] == "Reisen | 20330" and "SX516" in doubts(loaded)
    dated = [["Posten", "Jahr", "Ist"], *rows[1:]]
    assert "SX516" not in doubts(reading(book(dated)))


def test_a_form_to_be_filled_in_is_no_header() -> None:
    rows: Rows = [
        ["Name of festival:", None, "Dates:"], ["Host:"], ["Kind", "Item", "Proposed"], ["Expense", "Conductor", 500],
        ["Expense", "Travel", 300], ["Expense", "Hall", 400], ["Sum of expenses", None, 1200],
    ]  # fmt: skip
    loaded = reading(book(rows))
    assert lines(loaded)[:2] == ["Conductor | 500", "Travel | 300"] and [*columns(loaded)] == ["Proposed"]


SAVINGS: Rows = [
    ["Benefit", "Current", "Future", "Savings"], ["Incidents per year", 12, 1], ["Cost per incident", 50000, 50000],
    ["Total outage costs", 600000, 50000, 550000], ["Hours a month", 120, 10], ["Cost per hour", 75, 75],
    ["Annual labor cost", 108000, 9000, 99000], ["TOTAL SAVINGS", None, None, "=D4+D7"],
]  # fmt: skip


def test_what_is_called_a_total_and_multiplies_others_is_a_line() -> None:
    rows = [[*row] for row in SAVINGS]
    rows[3][1:] = ["=B2*B3", "=C2*C3", "=B4-C4"]
    values = {"B4": 600000, "C4": 50000, "D4": 550000, "D8": 649000}
    loaded = reading(calculated(book(rows), values))
    assert "Total outage costs | 600000 50000 550000" in lines(loaded)
    assert lines(loaded)[-1] == "declared | . . 649000"


def test_a_total_whose_formula_adds_a_row_that_was_left_out_convicts_nobody() -> None:
    loaded = reading(calculated(book(SAVINGS), {"D8": 649000}))
    assert [one.code for one in check_plan(loaded).findings if one.severity == "error"] == []
    assert "SX513" in doubts(loaded)


def test_balances_of_an_account_with_signs_in_any_order_are_lines() -> None:
    rows = "Metrica,Valore\nSaldo Apertura (31/01),EUR -13.50\nTotale Uscite (DEBIT),EUR 288.25\n"
    loaded = reading(f"{rows}Totale Entrate,EUR 300.00\nSaldo Chiusura,EUR -1.75\nVariazione,EUR +11.75\n", "a.csv")
    assert lines(loaded) == [
        "Saldo Apertura (31/01) | -13.5", "Totale Uscite (DEBIT) | 288.25", "Totale Entrate | 300",
        "Saldo Chiusura [memo] [= #1 + #3 - #2] | -1.75", "Variazione | 11.75",
    ]  # fmt: skip


def test_rand_are_written_with_a_letter() -> None:
    loaded = reading("| Item | Amount |\n|---|---|\n| Interest | R 750.00 |\n| Fee | R1,450.00 |\n", "a.md")
    assert lines(loaded) == ["Interest | 750", "Fee | 1450"] and loaded.plan.unit.name == "ZAR"
    assert not is_figure(GridCell("R1", Kind.TEXT))


def test_thousands_may_be_set_off_by_a_backtick() -> None:
    rows: Rows = [[None, "Actual", "Budget"], [None, "$`000", "$`000"], ["Rates", 645, 700], ["Fees", 48, 60]]
    loaded = reading(book([*rows, ["Total", 693, 760]]))
    assert lines(loaded)[0] == "Rates | 645 700" and doubts(loaded) == []
    assert loaded.plan.unit.name == "thousand USD"


def test_years_that_are_counted_name_lines_above_what_they_come_to() -> None:
    rows = 'Year,Net Flow,Present Value\n0,"-$460","-$460"\n1,$299,$277\n2,$424,$389\nNPV,,$206\n'
    assert lines(reading(rows, "a.csv")) == ["0 | -460 -460", "1 | 299 277", "2 | 424 389", "NPV | . 206"]


def test_what_formulas_take_from_a_total_alone_is_no_line_out_of_place() -> None:
    rows: Rows = [
        ["Factor", "Own", "Shop"], ["Direct costs"], ["Food", 10, 67], ["Water", 3, 20],
        ["Total direct costs", 13, 87], ["Indirect costs"], ["Time", 7, 10], ["Transport", 1, 3],
        ["Total indirect costs", 8, 13], ["Total monthly costs", "=B5+B9", "=C5+C9"],
    ]  # fmt: skip
    values = {"B10": 21, "C10": 100}
    made = calculated(
        book([*rows, ["Monthly savings", None, "=C10-B10"], ["A year", None, "=C11*12"]]),
        values | {"C11": 79, "C12": 948},
    )
    assert doubts(reading(made)) == []
    typed = calculated(book([*rows, ["Monthly savings", None, 79], ["A year", None, 948]]), values)
    assert doubts(reading(typed)) == ["SX513"]


def test_a_total_that_says_again_what_its_section_has_got_is_told_as_such() -> None:
    rows = "Voce,Totale\nUscite,\nCena,912\nStampa,40\nTotale uscite,952\nBuffer,95\nTotale uscite,952\n"
    loaded = reading(rows, "a.csv")
    assert lines(loaded) == ["Uscite | 952", "  Cena | 912", "  Stampa | 40", "Buffer | 95"]


def test_the_sign_of_a_currency_alone_heads_a_column_beside_the_name_of_its_section() -> None:
    rows = ["RECEIPTS,£", "Dues,550.00", "Grants,500.50", "TOTAL RECEIPTS,1060.50", "PAYMENTS,£", "Clerk,160.00"]
    rows += ["Audit,24.25", "TOTAL PAYMENTS,194.25", "SUMMARY,£", "Brought on,700.00", "Added,166.35", "Total,866.25"]
    rows += ["Represented by:,£", "Bank,800.00", "Till,66.25", "Total,866.25"]
    found = reading("\n".join(rows), "a.csv")
    assert [line for line in lines(found) if not line.startswith(" ")] == [
        "RECEIPTS | 1060.5",
        "PAYMENTS | 194.25",
        "SUMMARY | 866.25",
        "Represented by: | 866.25",
    ]
    assert list(columns(found)) == ["£"] and "SX511" not in doubts(found)
    assert [one.code for one in check_plan(found).findings if one.severity == "error"] == ["SX102"] * 3
    alone = reading("\n".join(["Club dues,5", *rows[1:3], "Total,1055.50"]), "a.csv")
    assert lines(alone)[0] == "Club dues | 5"


def test_a_total_is_that_of_the_section_it_names_though_a_heading_without_a_total_stands_inside() -> None:
    rows = (
        "Item,2024\nDues,400\nAgency,0\nRents,31.50\nTOTAL INCOME,431.50\n======,======\nEXPENDITURE,\nOffice,358.73\n"
    )
    rows += "Agency,13.19\nLoans,0\nRunning costs:,\nHall,49.40\nClerk,215.01\nVAT,0\nTOTAL EXPENDITURE,636.33\n"
    found = reading(rows, "a.csv")
    assert [line for line in lines(found) if not line.startswith("  ")] == [
        "TOTAL INCOME | 431.5",
        "EXPENDITURE | 636.33",
    ]
    assert doubts(found) == ["SX513"]  # the heading inside
