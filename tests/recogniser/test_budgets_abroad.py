"""Budgets of offices abroad: numbered subtotals, letters left of numerals, remarks on figures, headers in two rows."""

from recogniser.made import book, doubts, lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.model.choices import Numbers
from sxtdbv_cli.tables.figures.exact import What, read_text
from sxtdbv_cli.tables.figures.notation import find_notation
from sxtdbv_cli.tables.units.stated import unit_in, unit_said

EN = find_notation([], Numbers.EN)


def test_a_figure_that_is_only_what_is_known_so_far_is_read_and_told() -> None:
    rows = ["Phase | Payé (€) | Prévisionnel (€)", "Achat | 1 534.79 (avec port) | 2 950 (partiel)"]
    rows += ["Export | - | 465.20 (partiel)", "Retour | - | (à renseigner)", "**TOTAL** | 1 534.79 € + | 3 415.20 € +"]
    found = reading("\n".join(f"| {row} |" for row in rows), "a.md")
    assert lines(found)[-1] == "declared | 1534.79 3415.2"
    assert lines(found)[:2] == ["Achat | 1534.79 2950", "Export | . 465.2"]
    assert doubts(found).count("SX511") == 6


def test_a_number_of_things_and_more_is_no_figure() -> None:
    assert read_text("500+", EN).what is What.TEXT
    assert read_text("$500+", EN).rough


def test_a_triangle_is_a_minus() -> None:
    assert read_text("△ 12,600", EN).value == -12600
    assert read_text("▲ 12,600", EN).what is What.TEXT  # elsewhere it went up by so much
    rows = '項目,予算額,決算額,増減\n会費,5000,4000,"△ 1,000"\n雑収入,30,50,20\n合計,5030,4050,△ 980\n'
    assert lines(reading(rows, "a.csv"))[-1] == "declared | 5030 4050 -980"


def test_the_unit_of_a_japanese_table() -> None:
    assert unit_said("単位(円)") == unit_said("(単位:円)") == "JPY"
    assert unit_in("（単位：千円）") == "thousand JPY"
    assert unit_in("（金額単位：百万円）") == "million JPY"
    assert unit_said("単位:人") is None


def test_sections_with_their_unit_beside_their_name_stand_above_each_header() -> None:
    head = "項目,予算額,摘要\n"
    rows = "決算書,,\n,,\n収入の部,,単位(円)\n" + head + "会費,5000,\n雑収入,30,\n合計,5030,\n"
    rows += "支出の部,,単位(円)\n" + head + "運営費,4000,\n予備費,1000,\n合計,5000,\n"
    found = lines(reading(rows, "a.csv"))
    assert [line for line in found if not line.startswith(" ")] == ["収入の部 | 5030", "支出の部 | 5000"]


def test_a_numbered_subtotal_is_that_of_the_heading_above_its_lines() -> None:
    rows: list[list[object]] = [["Line item", "Total", "Requested"], ["ACQUISITIONS"], ["Printer", 305, 305]]
    rows += [["Laptop", 992, 502], ["Sub total 1", 1297, 807], ["PEOPLE"], ["Trainer", 270, 270], ["Guide", 195, 100]]
    rows += [["Sub total 2", 465, 370]]
    found = lines(reading(book(rows)))
    assert [line for line in found if not line.startswith(" ")] == ["ACQUISITIONS | 1297 807", "PEOPLE | 465 370"]


def test_a_subtotal_with_blanks_around_its_dash() -> None:
    rows = "Item,Amount\nFinanced by,\nTax,8558\nCredit,254\nSub - Total (B),8812\nUsed for,\nRoads,5000\nParks,3812\n"
    found = lines(reading(rows + "Sub - Total (C),8812\n", "a.csv"))
    assert [line for line in found if not line.startswith(" ")] == ["Financed by | 8812", "Used for | 8812"]


def test_groups_that_begin_with_headings_give_these_their_totals_by_whatever_name() -> None:
    rows = "Post,2004,2005\nRörelsens intäkter,,\nAvgifter,192,216\nBidrag,31,31\nSumma rörelseintäkter,223,247\n"
    rows += "Vägar,,\nUnderhåll,126,121\nGrus,11,30\nSumma vägkostnader,137,151\n"
    found = lines(reading(rows, "a.csv"))
    assert [line for line in found if not line.startswith(" ")] == ["Rörelsens intäkter | 223 247", "Vägar | 137 151"]


def test_letters_left_of_numerals_without_a_heading_number_the_sections() -> None:
    rows: list[list[object]] = [["AT A GLANCE"], [None, None, "Head", "Accounts", "Estimates"]]
    rows += [["A", None, "Opening balance", 4765, 4811], ["B", None, "Receipts"], [None, "i", "Direct", 1470, 812]]
    rows += [[None, "ii", "Grants", 3199, 3822], [None, "iii", "Other", 144, 134], [None, "iv", "Fees", 0, 0]]
    rows += [[None, None, "Total (B)", 4813, 4768], [None, None, "Grand total (A+B)", 9578, 9579]]
    rows += [["C", None, "Expenditure"], [None, "i", "Salaries", 5000, 5200], [None, "ii", "Rent", 578, 379]]
    rows += [[None, "iii", "Books", 0, 0], [None, "iv", "Repairs", 0, 0]]
    rows += [[None, None, "Total (C)", 5578, 5579], ["D", None, "Closing balance", 4000, 4000]]
    rows += [[None, None, "Grand total (C+D)", 9578, 9579]]
    found = lines(reading(book(rows)))
    assert [line.strip() for line in found if line.strip()[:2] in ("A ", "B ", "C ", "D ")] == [
        "A Opening balance | 4765 4811", "B Receipts | 4813 4768", "C Expenditure | 5578 5579",
        "D Closing balance | 4000 4000",
    ]  # fmt: skip


def test_the_heading_of_the_codes_below_the_header_is_no_line() -> None:
    rows: list[list[object]] = [[None, "Division & Services", "Adopted", "Estimated"], [None, "Housing"], ["Code"]]
    rows += [["A01", "Maintenance", 7613, 7663], ["A02", "Assessment", 1322, 1378], ["A03", "Rent", 379, 384]]
    rows += [[None, "Service Division Total", 9314, 9425]]
    assert lines(reading(book(rows))) == [
        "Housing | 9314 9425", "  A01 Maintenance | 7613 7663", "  A02 Assessment | 1322 1378", "  A03 Rent | 379 384",
    ]  # fmt: skip


def test_a_sign_of_money_and_short_names_in_the_second_row_of_a_header() -> None:
    rows: list[list[object]] = [["BUDGET in US dollars"], ["Description", "Expenditure", None, None, "Disbursements"]]
    rows += [[None, "$", "Quantity", "Total", "D1", "D2"], [None, None, None, None, 8, 8]]
    rows += [["1- Staff"], ["Manager", 100, 24, 2400, 1200, 1200], ["Officer", 70, 24, 1680, 840, 840]]
    rows += [["Section 1 - Total:", None, None, 4080, 2040, 2040], ["2- Supplies"], ["None", None, None, 0]]
    rows += [["Section 2 - Total:", None, None, 0, 0, 0], ["3- Furniture"], ["Desk", 50, 2, 100, 100, 0]]
    rows += [["Table", 60, 1, 60, 0, 60], ["Section 3 - Total:", None, None, 160, 100, 60]]
    found = reading(book(rows, merged=["E2:F2"]))
    assert [line for line in lines(found) if not line.startswith(" ")] == [
        "1- Staff | 4080 2040 2040", "2- Supplies | 0 0 0", "3- Furniture | 160 100 60",
    ]  # fmt: skip
    assert not [one for one in check_plan(found).findings if one.severity == "error"]


def test_a_currency_and_a_percent_sign_below_the_header_are_more_of_it() -> None:
    rows: list[list[object]] = [["Service", "Expenditure", "Share", "Outturn"], [None, "€", "%", "€"]]
    rows += [["Housing", 1127, 0.4, 1249], ["Roads", 1474, 0.6, 964], ["Total", 2601, 1, 2213]]
    found = reading(book(rows))
    assert lines(found) == ["Housing | 1127 1249", "Roads | 1474 964", "declared | 2601 2213"]
    assert "SX511" not in doubts(found)


def test_a_number_of_a_line_is_read_as_its_format_shows_it() -> None:
    rows: list[list[object]] = [["No", "Activity", "Amount"], [1, "Salaries", 300], [2, "Health", 200]]
    rows += [[2.1, "Clinics", 200], ["", "Total", 500]]
    found = reading(book(rows, formats={f"A{row}": "0.0" for row in range(2, 5)}))
    assert lines(found)[:3] == ["1.0 Salaries | 300", "2.0 Health | 200", "  2.1 Clinics | 200"]


def test_a_total_of_which_the_next_lines_take_and_leave_is_a_line_beside_them() -> None:
    rows = "Particulars,OH-31,OH-36\nOpening Balance,-47,100\nGrant,361,260\nTotal,314,360\nExpenditure,333,265\n"
    found = reading(rows + "Surplus,-19,95\n", "a.csv")
    assert [line for line in lines(found) if not line.startswith(" ")] == [
        "Total | 314 360", "Expenditure | 333 265", "Surplus [memo] [= #1 - #2] | -19 95",
    ]  # fmt: skip


def test_what_says_a_total_nearly_once_more_before_another_total_is_told() -> None:
    rows = "Service,Expenditure,Net\nGross expenditure,59241,21509\nHousing,11270,9000\nRoads,47971,12509\n"
    rows += "Adjusted gross expenditure,59241,21508\nFinanced by,,8813\nTax,,8558\nCredits,,255\n"
    found = reading(rows, "a.csv")
    assert "Adjusted gross expenditure | 59241 21508" in lines(found)
    assert "SX513" in doubts(found)


def test_how_often_multiplies_a_quantity_and_its_price() -> None:
    rows = "Activity Code,Description of activity,Qty,Unit cost,Frequency,Total cost\nDpc 1.0,Meetings,,,,\n"
    rows += ",Meetings,2,50000,2,200000\n,Pens,300,300,3,270000\n,Screening,2,100000,2,200000\n,Bags,100,10,1,1000\n"
    found = reading(rows + ",Pencils,300,100,3,90000\n,Books,90,300,3,81000\n,Total,,,,842000\n", "a.csv")
    assert lines(found)[0] == "Dpc 1.0 Meetings | 842000"
    assert [one.facts["stated"] for one in check_plan(found).findings if one.code == "SX508"] == [200000]


def test_several_totals_before_any_line_are_lines() -> None:
    rows = (
        "Summary,2018,2019\nTotal Expenditures,7000,7500\nTotal Direct Revenues,-1600,-1700\nTotal Levy,-3400,-4000\n"
    )
    rows += "Total Other Revenue,-2000,-1700\nNet,0,100\n"
    assert lines(reading(rows, "a.csv"))[:4] == [
        "Total Expenditures | 7000 7500", "Total Direct Revenues | -1600 -1700", "Total Levy | -3400 -4000",
        "Total Other Revenue | -2000 -1700",
    ]  # fmt: skip


def test_a_heading_above_sections_has_the_total_that_adds_theirs() -> None:
    rows = "Post,2004,2005\nRörelsens intäkter,,\nAvgifter,192,216\nBidrag,31,31\nSumma rörelseintäkter,223,247\n"
    rows += "Rörelsens kostnader,,\nVägar,,\nUnderhåll,126,121\nGrus,11,30\nSumma vägkostnader,137,151\n"
    rows += "Övrigt,,\nBrygga,48,50\nAvgift,68,70\nSumma kostnader övrigt,116,120\nSumma rörelsekostnader,253,271\n"
    found = lines(reading(rows, "a.csv"))
    assert [line for line in found if not line.startswith("    ")] == [
        "Rörelsens intäkter | 223 247", "  Avgifter | 192 216", "  Bidrag | 31 31", "Rörelsens kostnader | 253 271",
        "  Vägar | 137 151", "  Övrigt | 116 120",
    ]  # fmt: skip


def test_a_numbered_heading_of_lines_without_numbers_has_the_bare_total_behind_these() -> None:
    rows = "Particulars,2020,2021\nI. Beginning balance,1420,529\nContinuing,200,224\nII. Receipts,,\nTaxes,123,101\n"
    found = lines(reading(rows + "Fees,118,77\nTotal,241,178\nTOTAL AVAILABLE,1861,931\n", "a.csv"))
    assert [line for line in found if not line.startswith(" ")][2:] == ["II. Receipts | 241 178", "declared | 1861 931"]


def test_chapters_called_alike_in_both_sections_stand_below_their_own_sums() -> None:
    def part(name: str, amounts: list[int]) -> list[list[object]]:
        one, two, six, seven, eight, nine = amounts
        capital = six + seven + eight + nine
        found = [("Capitulo 1", one), ("Capitulo 2", two), ("Total operaciones corrientes", one + two)]
        found += [("Capitulo 6", six), ("Capitulo 7", seven), ("Total operaciones no financieras", six + seven)]
        found += [("Capitulo 8", eight), ("Capitulo 9", nine), ("Total operaciones financieras", eight + nine)]
        found += [(f"Total {name.lower()} de capital", capital), (f"TOTAL {name}", one + two + capital)]
        heads: list[list[object]] = [[None, "Previsiones", "Previsiones"], [name, 2020, 2019]]
        return [*heads, *([title, amount, 2 * amount] for title, amount in found)]

    rows = part("INGRESOS", [15896000, 525100, 25003, 402900, 100007, 2800301])
    rows = [["RESUMEN"], *rows, [], *part("GASTOS", [14749999, 1192365, 328128, 713642, 101002, 2664175])]
    assert [line for line in lines(reading(book(rows))) if not line.startswith("    ")] == [
        "INGRESOS | 19749311 39498622", "  Total operaciones corrientes | 16421100 32842200",
        "  Total ingresos de capital | 3328211 6656422", "GASTOS | 19749311 39498622",
        "  Total operaciones corrientes | 15942364 31884728", "  Total gastos de capital | 3806947 7613894",
    ]  # fmt: skip


def test_words_alone_over_the_amounts_head_them_and_are_no_total() -> None:
    def part(name: str, amounts: list[int]) -> list[list[object]]:
        found: list[list[object]] = [[name], [None, None, "Total budget (year 4)"]]
        found += [[number, f"{name.lower()} {number}", amount] for number, amount in enumerate(amounts, 1)]
        return [*found, [None, "TOTAL", sum(amounts)], []]

    rows = [["Title:", "THE PARTNERSHIP"], ["Currency:", "POUND"], *part("MANAGEMENT", [16529, 15534])]
    found = lines(reading(book([*rows, *part("EVALUATION", [8421, 1000]), *part("SUPPORT", [3359, 33594])])))
    assert "EVALUATION | 9421" in found
    assert "SUPPORT | 36953" in found


def test_a_number_put_in_behind_another_stands_beside_it_where_their_total_says_so() -> None:
    rows: list[list[object]] = [["No", "Activity", "Budget"], [5, "Livelihoods", 50886], [6, "Empowerment", 19231]]
    rows += [[6.1, "Communication", 6589], [7, "Operations", 35117], [None, "TOTAL", 111822]]
    found = reading(book(rows, formats={f"A{row}": "0.0" for row in range(2, 6)}))
    assert lines(found)[1:3] == ["6.0 Empowerment | 19231", "6.1 Communication | 6589"]
    assert not [one for one in check_plan(found).findings if one.severity == "error" and one.facts["gap"] != -1]
    assert "SX513" in doubts(found)
