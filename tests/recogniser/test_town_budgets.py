"""Budgets of towns, parishes and clubs: where sections end, which sums stand inside others, what names the lines."""

import pytest

from recogniser.made import Rows, book, columns, doubts, lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.model.audit import audit
from sxtdbv_cli.tables.numbering import code_in_title

N = None


def errors(loaded: Loaded) -> list[str]:
    """The codes of the errors in a table."""
    return [finding.code for finding in check_plan(loaded).findings if finding.severity == "error"]


def test_numbers_below_the_headings_of_sections_are_codes_without_a_heading() -> None:
    rows = [
        [N, N, "2020 actual", "2021 budget"],
        ["Wages and benefits:"],
        ["0100", "Wages, regular", 1500, 1620],
        ["0110", "Overtime", 340, 345],
        [N, "Total wages and benefits", 1840, 1965],
        ["Materials"],
        ["1230", "Paper", 130, 131],
        ["1600", "Fuel", 212, 213],
        [N, "Total materials", 342, 344],
    ]
    assert lines(reading(book(rows)))[:2] == [
        "Wages and benefits: | 1840 1965",
        "  0100 Wages, regular | 1500 1620",
    ]


def test_days_beside_titles_are_no_codes_because_a_total_stands_below_them() -> None:
    rows = "2025-06-02,Pay,Pay of May,185\n2025-06-03,Home,Rent,52\n2025-06-05,Food,Market,64\nAll,,,301\n"
    assert lines(reading(f"Ngày,Loại,Nội dung,Số tiền\n{rows}", "a.csv"))[0] == "Pay of May | 185"


def test_a_section_ends_at_the_total_that_names_it_though_that_is_wrong() -> None:
    rows = "Town,9599,10286\nDEPARTMENTS:,,\nBoard,4071,4318\nClerk,1803,1757\nDEPARTMENTS SUB TOTAL,5894,6095\n"
    loaded = reading(f"Item,FY97,FY98\n{rows}Warrants,100,400\nDebt,367,116\nTOTAL BUDGET,15960,16897\n", "a.csv")
    assert lines(loaded) == [
        "Town | 9599 10286",
        "DEPARTMENTS: | 5894 6095",
        "  Board | 4071 4318",
        "  Clerk | 1803 1757",
        "Warrants | 100 400",
        "Debt | 367 116",
        "declared | 15960 16897",
    ]
    assert errors(loaded) == ["SX102", "SX102"]


def test_the_last_total_is_clear_where_all_are_called_alike() -> None:
    rows = "2021,Air,10\n2021,Water,20\n2021,Total,30\n2020,Air,5\n2020,Water,6\n2020,Total,11\n"
    loaded = reading(f"Year,Program,Actuals\n{rows}", "a.csv")
    assert lines(loaded)[3:] == ["Total | 11", "  Air | 5", "  Water | 6"]
    assert "SX513" not in doubts(loaded)


def test_a_subtotal_is_part_of_a_total_that_alone_states_the_difference() -> None:
    rows = [
        ["Account", "2006 budget", "2007 budget", "Difference"],
        ["PASTOR:"],
        ["Salary", 23892, 32976],
        ["Housing", 10250, 10250],
        ["Mileage", 1869, 1870],
        ["SUBTOTAL", 36011, 45096],
        ["Income of the house", -4500, -4500],
        ["TOTAL OF THE PASTOR'S", 31511, 40596, 9085],
        ["SECRETARY:"],
        ["Pay", 7582, 9100],
        ["Pension", 228, 273],
        ["TOTAL OF THE SECRETARY'S", 7810, 9373, 1563],
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[:3] == [
        "PASTOR: | 31511 40596 9085",
        "  SUBTOTAL | 36011 45096 .",
        "    Salary | 23892 32976 .",
    ]
    assert "SX513" not in doubts(loaded)


def test_a_total_of_which_it_is_not_clear_what_it_adds_convicts_nobody() -> None:
    rows: Rows = [["PRECEPT"], ["Interest", 280], ["EXPENDITURE"], ["Mowing", 16255]]
    loaded = reading(book([*rows, ["sub total", 51795], ["TOTAL EXPENDITURE", 55295]]))
    assert doubts(loaded).count("SX513") > 1
    assert errors(loaded) == []


def test_numbers_in_order_make_a_wrong_total_an_error_all_the_same() -> None:
    rows = [["STT", "Nội dung", "Thành tiền"], ["A", "Chi A", N], [1, "Bàn", 30], [2, "Ghế", 20], [N, "Cộng", 50]]
    loaded = reading(book([*rows, ["B", "Chi B"], [1, "Ống", 7], [2, "Bơm", 90], [N, "Cộng", 16]]))
    assert errors(loaded) == ["SX102"]


def test_a_total_in_a_summary_ends_no_heading_far_above_it() -> None:
    rows = [["Item", "2020", "2021"], ["Income"], ["Sections", 120, 130], ["Expenditure"], ["Rent", 95, 96]]
    rows += [["Summary"], ["Brought forward", 244, 210], ["Total income", 292, 228], ["Total expenditure", 385, 193]]
    found = lines(reading(book([*rows, ["Net income", -93, 35], ["Carried forward", 151, 245]])))
    assert found[0] == "Income | . ."


def test_words_with_marks_between_are_titles_though_they_are_called_codes() -> None:
    rows = [["Object Code", "Requested", "Granted", "Description"], ["Revenue"]]
    rows += [["Memberships (-)", 1875, 2400, "16 players"], ["Donations/Gifts (-)", 50, 500, "Fund raising"]]
    rows += [["Facilities"], ["Rental-Facilities (+)", 3080, 3080, "22 practices"], ["Printing (+)", 25, 25, "Fliers"]]
    assert lines(reading(book(rows)))[1] == "  Memberships (-) | 1875 2400"


def test_years_in_short_belong_to_the_header() -> None:
    rows = (
        "No,,Actual,Budget,Spent\n,,Spent,Net,To date\n,Item,15/16,16/17,16/17\n1,Pay,1174,1228,617\n2,Paper,93,90,81\n"
    )
    loaded = reading(f"{rows}3,Rent,107,120,90\n", "a.csv")
    assert lines(loaded)[0] == "1 Pay | 1174 1228 617"
    loaded = reading(f"{rows}3,Rent,107,120,90\n".replace("15/16,16/17,16/17", "1/2,1/4,3/4"), "a.csv")
    assert lines(loaded)[0] == "Item | . . ."


def test_spans_of_years_above_the_header_belong_to_it() -> None:
    rows = [[N, "2013-14", "2014-15"], [N, "Actual", "Adopted"], ["Pay", 566, 578], ["Fuel", 104, 108]]
    assert list(columns(reading(book([["BUDGET SUMMARY"], [], *rows])))) == ["2013", "2014"]


@pytest.mark.parametrize("said", ["Bằng chữ: Năm mươi bảy nghìn đồng", "Terbilang : Lima puluh tujuh ribu rupiah"])
def test_an_amount_in_words_is_no_line(said: str) -> None:
    rows = [["TT", "Nội dung", "Số tiền"], [1, "Bàn", 38500], [2, "Ghế", 18500], [N, "Cộng", 57000], [N, said]]
    found = lines(reading(book([*rows, [], [N, "Kinh phí đề nghị", 57000]])))
    assert found == ["1 Bàn | 38500", "2 Ghế | 18500", "Kinh phí đề nghị [memo] | 57000", "declared | 57000"]


def test_lines_below_a_heading_without_a_total_stand_below_it_as_others_do() -> None:
    rows = [["Purpose", "2020", "2021"], ["Roads"], ["Mowing", 24, 50], ["Repairs", 35, 39], ["TOTAL", 59, 89]]
    rows += [["Clerk"], ["Pay", 692, 750], ["Paper", 47, 51], ["TOTAL", 739, 801], ["Dues", 169, 175]]
    loaded = reading(book([*rows, ["Elections"], ["Ballots", 250, 250]]))
    assert lines(loaded)[-3:] == ["Dues | 169 175", "Elections | . .", "  Ballots | 250 250"]
    assert "SX513" in doubts(loaded)


def test_numbers_with_a_nought_before_are_codes_though_they_come_again() -> None:
    rows = "|  | Dépenses |  |  |  | Recettes |  |\n|---|---|---|---|---|---|---|\n"
    rows += "| 011 | Supplies | 1 980 |  | 002 | Carried over | 1 040 |\n"
    rows += "| 042 | Transfers | 1 784 |  | 042 | Sales | 2 340 |\n| 65 | Interest | 1 476 |  | 70 | Fees | 1 860 |\n"
    assert lines(reading(rows, "a.md"))[::3] == ["011 Supplies | 1980", "002 Carried over | 1040"]


def test_a_point_behind_groups_of_thousands_ends_the_figure() -> None:
    rows = '"$1,861,617.","$ 2,275,194."\nSewer,"$ 742,799.","$ 762,385."\nTotal,"$2,604,416.","$ 3,037,579."\n'
    loaded = reading(f"Fund,Actual,Budget\nGeneral,{rows}", "a.csv")
    assert lines(loaded) == ["General | 1861617 2275194", "Sewer | 742799 762385", "declared | 2604416 3037579"]


@pytest.mark.parametrize(("earned", "taken"), [("EARNINGS", "DEDUCTIONS"), ("Thu nhập", "Khấu trừ")])
def test_what_is_earned_and_what_is_deducted_are_two_sides(earned: str, taken: str) -> None:
    rows = [[earned, "AMOUNT", taken, "AMOUNT"], ["Basic pay", 35000, "Late", 600], ["Overtime", 1093, "Tax", 3287]]
    loaded = reading(book([*rows, ["Total earnings", 36093, "Total deductions", 3887]]))
    assert lines(loaded) == [
        "Total earnings | 36093",
        "  Basic pay | 35000",
        "  Overtime | 1093",
        "Total deductions | 3887",
        "  Late | 600",
        "  Tax | 3287",
    ]


def test_a_number_of_several_levels_needs_no_blank_before_a_word() -> None:
    rows = "1. Casa,930,940\n1.1 Água,110,120\n1.2Aluguel,600,600\n1.3Luz,220,220\n2. Pessoal,,\n2.1Diretor,900,900\n"
    loaded = reading(f"Despesa,2020,2021\n{rows}2.2Chefe,300,310\nSubtotal 2,1300,1310\n", "a.csv")
    assert lines(loaded)[4:] == ["2. Pessoal | 1300 1310", "  2.1Diretor | 900 900", "  2.2Chefe | 300 310"]
    assert errors(loaded) == ["SX102", "SX102"]
    assert code_in_title("2.4GHz") == ""


SUMS = [
    ("INCOME", 148000, 132300, 0),
    ("Partners", 33000, 15700, 1),
    ("General offering", 115000, 116600, 1),
    ("EXPENSE", 139700, 124120, 0),
    ("GIVE", 12000, 8000, 1),
    ("Partnerships", 8000, 8000, 2),
    ("Offerings", 2000, 0, 2),
    ("Opportunities", 2000, 0, 2),
    ("STAFF", 119600, 109292, 1),
    ("Office", 2017, 3610, 2),
    ("Pay", 100000, 95692, 2),
    ("Facility", 17583, 9990, 2),
    ("GROWTH", 8100, 6828, 1),
    ("Arts", 4817, 6718, 2),
    ("Kids", 3283, 110, 2),
]


def test_sums_may_stand_inside_sums_where_every_line_is_in_one() -> None:
    rows = [["Category", "2015", "2016"], *(row[:3] for row in SUMS), ["Zero", 0, 0]]
    loaded = reading(book(rows))
    found = [f"{'  ' * level}{title}" for title, *_, level in SUMS]
    assert [line.partition(" |")[0] for line in lines(loaded)] == [*found, "Zero"]
    assert audit(loaded.plan).failing == ()
    wrong = reading(book([*rows[:-2], ["Kids", 3284, 110], rows[-1]]))
    assert lines(wrong)[1] == "Partners | 33000 15700"
    assert "SX513" in doubts(wrong)


def test_a_total_inside_such_sums_heads_the_lines_behind_it() -> None:
    rows = [["Category", "2015", "2016"], *(row[:3] for row in SUMS)]
    rows[11:12] = [["Total pay", 100000, 95692], ["Pastor", 68304, 63331], ["Youth", 31696, 32361]]
    found = lines(reading(book(rows)))
    assert found[9:13] == [
        "    Office | 2017 3610",
        "    Total pay | 100000 95692",
        "      Pastor | 68304 63331",
        "      Youth | 31696 32361",
    ]


def test_the_first_line_may_be_the_sum_of_all_others() -> None:
    rows = [["Chap/art", "Libellé", "Budget 2018", "Budget 2019"], ["011", "Charges", 24500, 75600]]
    rows += [[str(6042 + at), f"Achat {at}", 1000 * at + 500, 5000 * at + 600] for at in range(1, 6)]
    rows += [["61558", "Entretien", 7000, N], ["627", "Banque", N, -2400]]
    assert lines(reading(book(rows)))[1].startswith("  6043")
    rows[1][2] = 24501
    assert lines(reading(book(rows)))[1].startswith("6043")
