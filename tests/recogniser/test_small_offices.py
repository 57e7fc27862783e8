"""Budgets of small offices abroad: totals that name a section in other words, sums far from all figures, rounding."""

from recogniser.made import book, doubts, lines, reading
from sxtdbv_cli.check import check_plan


def test_a_total_may_name_the_side_of_its_section_in_another_word() -> None:
    rows: list[list[object]] = [["Approved budget"], ["INCOME"], ["Fees", 572], ["Delinquency", -57], ["Interest", 14]]
    rows += [["TOTAL REVENUE", 529], ["EXPENSES"], ["POOL"], ["Contract", 274], ["Tags", 16], ["TOTAL POOL", 290]]
    rows += [["TRASH"], ["Recycling", 205], ["TOTAL TRASH", 205], ["TOTAL EXPENSES", 495]]
    found = reading(book(rows))
    assert [line for line in lines(found) if not line.startswith("  ")] == ["INCOME | 529", "EXPENSES | 495"]


def test_a_last_line_may_be_called_totals() -> None:
    rows = "Item,Budget,Actual\nDonations,4101,7535\nCollections,108317,105589\nIncome - totals,112418,113124\n"
    assert lines(reading(rows, "a.csv"))[-1] == "declared | 112418 113124"


def test_many_sums_off_by_one_to_either_side_are_rounded() -> None:
    rows = ["Budget | Planned | Actual | Variance", "Gifts | 4101 | 7535 | 3434", "Dues | 31 | 105 | 75"]
    rows += ["Tax | 232 | 224 | -9", "Fair | 11 | 18 | 7", "Lets | 125 | 125 | 1", "Fees | 42 | 56 | 13"]
    found = reading("\n".join(f"| {row} |" for row in [*rows, "**Total** | 4541 | 8062 | 3521"]), "a.md")
    assert [one for one in check_plan(found).findings if one.severity == "error"] == []


def test_a_total_far_from_the_lines_in_every_column_convicts_nobody() -> None:
    rows = "Item,2023,2024\nRevenue,2942,3252\nTextbooks,35,39\nTotal Revenue,2977,3291\nExpenditures,,\nTEACHING,,\n"
    rows += "Regular,1595,1845\nSpecial,868,952\n5000 TEACHING SERVICES,2463,2797\nSUPPORT,,\nStaff,77,25\n"
    rows += "School,402,430\n6000 SUPPORT SERVICES,479,456\nTextbooks,35,38\nTOTAL,2977,3291\n"
    found = reading(rows, "a.csv")
    assert not [one for one in check_plan(found).findings if one.severity == "error"]
    assert "SX513" in doubts(found)


def test_a_heading_goes_up_to_its_total_over_other_totals() -> None:
    rows: list[list[object]] = [[None, "Budget"], ["Income"], ["Fees", 17280], ["Total Income", 17280], ["Expenses"]]
    rows += [["Office", 1751], ["Legal", 1013], ["Total Administration", 2764], ["Power", 2251], ["Water", 1578]]
    rows += [["Total Utilities", 3829], ["Subtotal Expenses", 6593], ["Gross surplus", 10687]]
    assert lines(reading(book(rows)))[2:5] == ["Expenses | 6593", "  Total Administration | 2764", "    Office | 1751"]


def test_a_line_of_nought_alone_in_a_section_with_its_total_is_in_its_place() -> None:
    rows: list[list[object]] = [[None, "Budget"], ["FAIRS"], ["Book fair", 540], ["Walk", 800], ["Total Fairs", 1340]]
    rows += [["OTHER INCOME"], ["Miscellaneous", 0], ["Total Other Income", 0], ["TOTAL NET INCOME", 1340]]
    found = reading(book(rows))
    assert "  Miscellaneous | 0" in lines(found)
    assert "SX513" not in doubts(found)


def test_a_total_that_states_what_a_subtotal_in_it_does_convicts_nobody() -> None:
    loaded = reading(
        "Voce,Totale\nUscite,\nCena,912\nStampa,40\nSubtotale,952\nBuffer,95\nTotale uscite,952\n", "a.csv"
    )
    assert lines(loaded) == [
        "Uscite | 952", "  Subtotale | 952", "    Cena | 912", "    Stampa | 40", "  Buffer | 95",
    ]  # fmt: skip
    assert doubts(loaded) == ["SX513"]
    assert not [one for one in check_plan(loaded).findings if one.severity == "error"]
