"""Tables of open data and of other languages: what their figures show decides where no known word does."""

import pytest

from recogniser.made import Rows, book, columns, doubts, lines, reading
from sxtdbv_cli.model.audit import audit


def test_a_header_is_told_by_its_place_whatever_its_language() -> None:
    loaded = reading("名称,2023予算,2024予算\n道路,500,520\n学校,40,45\n公園,30,31\n", "a.csv")
    assert lines(loaded) == ["道路 | 500 520", "学校 | 40 45", "公園 | 30 31"]
    loaded = reading("Аталишы,Каржы\nЖолдор,500\nМектептер,40\nБактар,30\n", "a.csv")
    assert lines(loaded) == ["Жолдор | 500", "Мектептер | 40", "Бактар | 30"]
    assert "SX518" not in doubts(loaded)


def test_a_header_by_its_place_needs_a_word_over_every_column_of_figures() -> None:
    loaded = reading("Жолдор бар,,эскертүү\nЖолдор,500,1\nМектептер,40,2\nБактар,30,3\n", "a.csv")
    assert "SX518" in doubts(loaded)


def test_a_column_that_sorts_the_lines_is_told() -> None:
    rows = "Health,Clinics,12,13\nHealth,Vaccines,8,9\nEducation,Schools,30,31\nEducation,Teachers,52,54\n"
    loaded = reading(f"Sector,Programme,Budget 2020,Budget 2021\n{rows}Grand Total,,102,107\n", "a.csv")
    assert lines(loaded)[0] == "Clinics | 12 13"
    assert "SX516" in doubts(loaded)


def test_headings_of_programs_are_words() -> None:
    loaded = reading("item_name,itemGroup,amountSpent\nFrame,Build,24.5\nStock,Build,26.3\nHotel,Race,16.4\n", "a.csv")
    assert lines(loaded) == ["Frame | 24.5", "Stock | 26.3", "Hotel | 16.4"]


@pytest.mark.parametrize(
    "header",
    [
        "Cliente;Proyecto;Días;Tarifa;Importe",
        "Client;Projet;Nombre jours;Prix journalier HT;Montant HT",
        "Kunde;Projekt;Tage;Satz;Betrag",
        "Имя;Проект;Дни;Ставка;Сумма",
    ],
)
def test_columns_that_multiply_to_another_are_no_amounts(header: str) -> None:
    loaded = reading(f"{header}\nA;Web;30;550;16500\nB;Web;15;650;9750\nB;Host;;;5400\nC;Web;31,5;650;20475\n", "a.csv")
    assert lines(loaded) == ["A | 16500", "B | 9750", "B | 5400", "C | 20475"]


def test_numbers_that_name_things_years_marks_and_ratios_are_no_amounts() -> None:
    loaded = reading(
        "FY,Office,Purpose,cash,Off,flag,chg,last\n"
        "2024,Council,Paper,110,1,0,10.00,100\n2024,Council,Pens,55,1,1,37.50,40\n"
        "2024,Mayor,Paper,90,3,0,-10.00,100\n2024,Mayor,Travel,77,3,0,10.00,70\n"
        "2024,Works,Sand,30,4,1,50.00,20\n2024,Works,Salt,31,4,1,-22.50,40\n",
        "a.csv",
    )
    assert [line.partition("| ")[2] for line in lines(loaded)] == [
        "110 100", "55 40", "90 100", "77 70", "30 20", "31 40",
    ]  # fmt: skip


def test_a_table_of_years_is_named_by_them() -> None:
    loaded = reading("Year,Revenue,Taxes\n2024,1000,150\n2025,1300,195\n2026,1690,253\n", "a.csv")
    assert lines(loaded) == ["2024 | 1000 150", "2025 | 1300 195", "2026 | 1690 253"]


def test_a_total_is_the_sum_of_those_columns_that_add_up_to_it() -> None:
    loaded = reading(
        "id,vote,budget_2017,budget_2016,wages,works,total_amount\n1,Cabinet,187,178,98,58,156\n"
        "2,Parliament,30,20,10,8,18\n3,Defence,357,300,292,40,332\n",
        "a.csv",
    )
    assert columns(loaded)["total"] == "wages + works"
    assert not audit(loaded.plan).failing


SURPLUS = "Country,Revenue,Expenditure,Surplus\nA,300,400,-100\nB,50,40,10\nC,70,71,-1\nD,9,10,{}\n"


def test_a_difference_that_nothing_states_must_hold_on_every_line() -> None:
    assert columns(reading(SURPLUS.format(-1), "a.csv"))["Surplus"] == "Revenue - Expenditure"
    loaded = reading(SURPLUS.format(-2), "a.csv")
    assert columns(loaded)["Surplus"] == ""
    assert not audit(loaded.plan).failing
    assert loaded.sheet is not None
    told = [doubt for doubt in loaded.sheet.understanding.doubts if doubt.code == "SX514"]
    assert [doubt.address for doubt in told] == [("lines", 3, "amounts", "Surplus")]


def test_codes_nest_by_their_length() -> None:
    loaded = reading(
        "Paragraf;2012;2013\n05 Ministeriet;149,4;142,5\n051 Udgifter;149,4;142,5\n0511 Styrelsen;122,6;119,8\n"
        "0512 Grønland;26,8;22,7\n06 Andet;3,1;4,5\n",
        "a.csv",
    )
    assert lines(loaded) == [
        "05 Ministeriet | 149.4 142.5",
        "  051 Udgifter | 149.4 142.5",
        "    0511 Styrelsen | 122.6 119.8",
        "    0512 Grønland | 26.8 22.7",
        "06 Andet | 3.1 4.5",
    ]


def test_a_list_numbered_beyond_nine_is_no_tree() -> None:
    rows = "".join(f"{number},Line {number},{number * 7}\n" for number in range(1, 13))
    assert not any(line.startswith(" ") for line in lines(reading("No,Item,Amount\n" + rows, "a.csv")))


def test_lines_with_a_share_are_sections_where_they_add_up_to_the_total() -> None:
    loaded = reading(
        'Function,2015 Budget,\n,K\'million,Percentage\nServices,"12,040.18",60%\nDebt,68.86,\nRoads,29.26,\n'
        'Defence,"3,247.21",16%\nHealth,"4,464.09",24%\nDrugs,753.52,\no/w Vaccines,53.00,\n'
        'Grand Total,"19,751.49",100%\n',
        "a.csv",
    )
    assert lines(loaded) == [
        "Services | 12040.18",
        "  Debt [of-which] | 68.86",
        "  Roads [of-which] | 29.26",
        "Defence | 3247.21",
        "Health | 4464.09",
        "  Drugs [of-which] | 753.52",
        "    o/w Vaccines [of-which] | 53",
        "declared | 19751.49",
    ]
    assert loaded.plan.unit.name == "K'million"
    assert not audit(loaded.plan).failing, "one hundredth of a million is rounding"
    assert doubts(loaded) == ["SX513"]


LOOSE = "Item,Amount\nWages,500\nCars,40\nPaper,30\nRent,20\n{},{}\n"


def test_a_wrong_total_of_a_plain_list_is_told() -> None:
    assert audit(reading(LOOSE.format("Total", 600), "a.csv").plan).failing


def test_a_total_far_from_the_sum_of_a_plain_list_convicts_nobody() -> None:
    loaded = reading(LOOSE.format("Total", 100), "a.csv")
    assert not audit(loaded.plan).failing
    assert "SX513" in doubts(loaded)


def test_a_percentage_in_a_title_says_how_an_amount_was_reckoned() -> None:
    loaded = reading("Item,Amount\nWages,500\nCars,40\nSubtotal,540\nReserve (10%),54\nTotal,594\n", "a.csv")
    assert lines(loaded) == ["Subtotal | 540", "  Wages | 500", "  Cars | 40", "Reserve (10%) | 54", "declared | 594"]
    assert not audit(loaded.plan).failing


def test_row_numbers_without_a_heading_and_parts_of_one() -> None:
    loaded = reading(
        '"","club","asked","grant","prop_grant"\n"1","Chess",400,100,0.25\n"2"," Choir ",30,15,0.5\n'
        '"3","Boats",80,60,0.75\n"7","Tea",1000,300,0.3\n',
        "a.csv",
    )
    assert lines(loaded) == ["Chess | 400 100", "Choir | 30 15", "Boats | 80 60", "Tea | 1000 300"]


@pytest.mark.parametrize(("share", "told"), [("0.25", ["SX518"]), ("25.5", [])])
def test_parts_of_one_beside_amounts_may_be_rates(share: str, told: list[str]) -> None:
    rows = f'"club","grant","prop_grant"\n"Chess",100,{share}\n"Choir",15,0.5\n"Boats",60,0.75\n"Tea",300,0.3\n'
    assert [found for found in doubts(reading(rows, "a.csv")) if found == "SX518"] == told


@pytest.mark.parametrize(("last", "told"), [(1100, True), (1200, False)])
def test_figures_without_a_heading_that_a_total_adds_are_no_row_numbers(last: int, told: bool) -> None:
    rows = f"TT,,Tổng vốn,Công trình\n1,120,640,Nhà\n2,180,415,Sân\n3,200,912,Cầu\n4,600,1250,Đình\n,{last},3217,Cộng\n"
    assert ("SX516" in doubts(reading(rows, "a.csv"))) is told


def test_one_blank_before_a_title_convicts_nobody() -> None:
    loaded = reading("Item,Amount\nWages,500\n Cars,40\nPaper,30\n Rent,20\n", "a.csv")
    assert lines(loaded) == ["Wages | 500", "Cars | 40", "Paper | 30", "Rent | 20"]
    loaded = reading("Item,Amount\nWages,60\n Cars,40\n Rent,20\nPaper,5\n", "a.csv")
    assert lines(loaded) == ["Wages | 60", "  Cars | 40", "  Rent | 20", "Paper | 5"]


PIVOT = """Fund,Office,Item,2024,2025
General,Police,Wages,50,60
,,Cars,10,11
,Police Total,,60,71
,Library,Books,7,8
,,Rent,3,3
,Library Total,,10,11
General Total,,,70,82
Water,Works,Pipes,5,6
,,Pumps,4,4
,Works Total,,9,10
Water Total,,,{},{}
"""


def test_totals_of_a_pivot_table_stand_in_the_columns_of_their_groups() -> None:
    loaded = reading(PIVOT.format(9, 10), "a.csv")
    assert lines(loaded) == [
        "General Total | 70 82", "  Police Total | 60 71", "    Wages | 50 60", "    Cars | 10 11",
        "  Library Total | 10 11", "    Books | 7 8", "    Rent | 3 3",
        "Water Total | 9 10", "  Works Total | 9 10", "    Pipes | 5 6", "    Pumps | 4 4",
    ]  # fmt: skip
    assert not audit(loaded.plan).failing


def test_a_column_of_noughts_is_doubtful_unless_its_heading_promises_amounts() -> None:
    loaded = reading("Item,Amount,Remark\nWages,500,0\nCars,40,0\nPaper,30,0\nRent,20,0\nTax,10,0\n", "a.csv")
    assert "SX518" in doubts(loaded)
    loaded = reading("Item,Opex,Capex\nWages,500,0\nCars,40,0\nPaper,30,0\nRent,20,0\nTax,10,0\n", "a.csv")
    assert "SX518" not in doubts(loaded)


def test_less_than_one_is_no_group_of_thousands() -> None:
    loaded = reading("Item,Amount\nA,0.492\nB,1000.852\nC,-0.125\nD,298.71\n", "a.csv")
    assert lines(loaded) == ["A | 0.492", "B | 1000.852", "C | -0.125", "D | 298.71"]
    loaded = reading("Item;Amount\nA;0,492\nB;1.000,852\nC;298,71\n", "a.csv")
    assert lines(loaded) == ["A | 0.492", "B | 1000.852", "C | 298.71"]


def test_numbers_of_items_come_first_and_sections_may_stand_beside_their_column() -> None:
    loaded = reading(
        "ITEM,CÓDIGO,DESCRIÇÃO,QUANTIDADE,PREÇO UNITÁRIO R$,PREÇO TOTAL R$\n"
        '1,SERVIÇOS PRELIMINARES,,,,"R$ 5.057,68"\n1.1,103689,PLACA DE OBRA,"2,00","R$ 463,39","R$ 926,78"\n'
        '1.2,FNDE 03,TAPUME,"10,00","R$ 413,09","R$ 4.130,90"\n2,TERRA,,,,"R$ 200,00"\n'
        '2.1,98459,ATERRO,"4,00","R$ 50,00","R$ 200,00"\n',
        "a.csv",
    )
    assert lines(loaded) == [
        "1 SERVIÇOS PRELIMINARES | 5057.68", "  1.1 PLACA DE OBRA | 926.78", "  1.2 TAPUME | 4130.9",
        "2 TERRA | 200", "  2.1 ATERRO | 200",
    ]  # fmt: skip
    assert loaded.plan.unit.name == "BRL"


@pytest.mark.parametrize("sign", ["US$ ", "Rp ", "CHF ", "R$"])
def test_signs_of_currencies_before_figures(sign: str) -> None:
    loaded = reading(f"Item,What was spent\nA,{sign}450\nB,{sign}12\nC,{sign}7\n", "a.csv")
    assert lines(loaded) == ["A | 450", "B | 12", "C | 7"]


def test_a_heading_that_names_a_currency_promises_amounts() -> None:
    loaded = reading(
        "date,EUR (taxed),user,description\n2024-01-02,-41.50,me,Sticker\n2024-02-03,+9.18,me,Sales\n"
        "2024-03-04,+1.76,me,Sales\n",
        "a.csv",
    )
    assert lines(loaded) == ["Sticker | -41.5", "Sales | 9.18", "Sales | 1.76"]


def test_many_lines_without_a_name_are_no_totals() -> None:
    rows = "Cash,400,400\n,300,300\n,700,700\nCard,10,10\n,20,20\n,40,40\n"
    loaded = reading("Item,Budget,Actual\n" + rows, "a.csv")
    assert not audit(loaded.plan).failing


def test_titles_are_looked_for_until_they_tell_the_lines_apart() -> None:
    rows = [("ROADS", "DOT", "Salt"), ("ROADS", "DOT", "Sand"), ("ROADS", "DPR", "Trees"), ("ROADS", "DPR", "Lawns")]
    rows += [("CARE", "ACS", "Homes"), ("CARE", "ACS", "Meals"), ("CARE", "DOH", "Clinics"), ("CARE", "DOH", "Teeth")]
    text = "".join(f"{','.join(row)},{7 * place}00\n" for place, row in enumerate(rows, 1))
    loaded = reading("category,agency,initiative,amount\n" + text, "a.csv")
    assert lines(loaded)[:2] == ["Salt | 700", "Sand | 1400"]


def test_one_year_on_every_line_is_neither_an_amount_nor_a_code() -> None:
    heads = ["01\tGOVERNOR & STAFF", "02\tLEGISLATURE", "09\tCABINET OFFICE"]
    text = "".join(f"1992\tMINISTRY\t{head}\t{year}\t{year - 1980}6\n" for head in heads for year in (1990, 1991))
    loaded = reading("BudgetBookVersion\tMinistry\tHeadNumber\tHeadName\tBudgetYear\tDataValue\n" + text, "a.tsv")
    assert lines(loaded)[:3] == ["01 GOVERNOR & STAFF | 106", "01 GOVERNOR & STAFF | 116", "02 LEGISLATURE | 106"]


def test_years_stay_years_in_an_export_whose_totals_have_them_as_well() -> None:
    loaded = reading(
        "Year,Program,Actuals\n2021,Air,10\n2021,Water,20\n2021,Total,30\n2020,Air,5\n2020,Water,6\n2020,Total,11\n",
        "a.csv",
    )
    assert [*columns(loaded)] == ["Actuals"]


def test_a_number_that_always_stands_with_one_name_is_no_amount() -> None:
    loaded = reading(
        "name,budget,account_value\nTaxes,3940,4001\nFees,657,4011\nTransfers,800,4801\nParks,150,4207\n"
        "Transfers,215,4801\nInterest,160,4440\nTransfers,28,4801\n",
        "a.csv",
    )
    assert [*columns(loaded)] == ["budget"]


def test_the_codes_are_those_right_before_the_titles_not_those_of_their_groups() -> None:
    loaded = reading(
        "Fund Code,Fund Description,Account Code,Account Description,Amount\n1010,General,7520,Supplies,8027\n"
        "1010,General,9760,Equipment,3375\n1010,General,7020,Employees,32942\n4010,Capital,9760,Equipment,24037\n"
        "4010,Capital,9810,Vehicles,58967\n",
        "a.csv",
    )
    assert lines(loaded)[:2] == ["7520 Supplies | 8027", "9760 Equipment | 3375"]


def test_numbers_of_one_length_right_before_titles_number_them_also_beside_other_codes() -> None:
    rows = ["40000243,Abbott,3851", "40005391,Brown,6207", "40006279,Cohen,50937", "40006299,Duran,191659"]
    text = "".join(f"08-51-04-03,Fees,{row}\n" for row in rows)
    loaded = reading("Tabiiko,Ichi,Gansu,Lisan,Total\n" + text, "a.csv")
    assert [*columns(loaded)] == ["Total"]


def test_dates_name_the_lines_where_nothing_else_does() -> None:
    loaded = reading("date,Revenue\n12/1/2018,271\n1/1/2019,267\n2/1/2019,263\n", "a.csv")
    assert lines(loaded) == ["12/1/2018 | 271", "1/1/2019 | 267", "2/1/2019 | 263"]


def test_figures_with_a_sign_of_money_are_amounts_whatever_their_heading_names() -> None:
    loaded = reading("Batch,Cap,Actual\nCounty,$15,$2\nTowns,$55,$9\nSights,$40,$30\nTotal,$110,$41\n", "a.csv")
    assert lines(loaded)[0] == "County | 15 2"


def test_totals_of_one_name_above_their_lines_head_each_its_own() -> None:
    loaded = reading(
        "Class,Allotted,Spent\nTotal,2533566,1580059\nCurrent,2455397,1541162\nContinued,78169,38897\n"
        "Total,3550379,1315599\nCurrent,3474802,1293400\nContinued,75577,22199\n",
        "a.csv",
    )
    assert lines(loaded) == [
        "Total | 2533566 1580059", "  Current | 2455397 1541162", "  Continued | 78169 38897",
        "Total | 3550379 1315599", "  Current | 3474802 1293400", "  Continued | 75577 22199",
    ]  # fmt: skip


def test_a_list_without_a_header_keeps_its_numbers_and_its_first_heading() -> None:
    rows: Rows = [
        ["BÁO CÁO THU CHI TÀI CHÍNH HỘI"], [None, None, "Đồng"],
        ["A", "PHẦN THU"], [1, "Hội phí", 15], [2, "Tài trợ", 35],
        [None, "Cộng thu", 50], ["B", "PHẦN CHI"], [1, "Hoạt động", 28], [2, "Hành chính", 9], [None, "Cộng chi", 37],
        ["C", "TỒN QUỸ", 13],
    ]  # fmt: skip
    loaded = reading(book(rows))
    assert lines(loaded) == [
        "A PHẦN THU | 50", "  1 Hội phí | 15", "  2 Tài trợ | 35", "B PHẦN CHI | 37", "  1 Hoạt động | 28",
        "  2 Hành chính | 9", "C TỒN QUỸ | 13",
    ]  # fmt: skip
    assert (doubts(loaded), loaded.plan.document.title) == (["SX518"], "BÁO CÁO THU CHI TÀI CHÍNH HỘI")


def test_numbers_that_name_sources_are_no_places_in_a_list_and_a_unit_is_no_title() -> None:
    rows: Rows = [
        ["Kế hoạch nguồn"], [None, None, None, "Triệu đồng"],
        ["Nguồn kinh phí", "Mã nguồn", "Dự toán giao", "Đã sử dụng"],
        ["Nguồn tự chủ", "13", 1000, 980], ["Nguồn không tự chủ", "12", 400, 390], ["Nguồn CCTL", "14", 100, 60],
        ["Tổng", None, 1500, 1430],
    ]  # fmt: skip
    loaded = reading(book(rows))
    assert (doubts(loaded), loaded.plan.document.title) == ([], "Kế hoạch nguồn")


def test_lines_of_one_title_below_different_lines_need_no_column_to_tell_them_apart() -> None:
    rows: Rows = [
        ["STT", "Chỉ tiêu", "Mã số", "Tổng số"], ["I", "Số dư", "01", 150], [1, "Thường xuyên", "02", 100],
        [2, "Không thường xuyên", "03", 50], ["II", "Dự toán", "04", 1000], [1, "Thường xuyên", "05", 700],
        [2, "Không thường xuyên", "06", 300],
    ]  # fmt: skip
    assert doubts(reading(book(rows))) == []


@pytest.mark.parametrize("total", ["Cộng", "Tổng cộng", "Total"])
def test_the_one_total_behind_numbered_lines_is_theirs_even_if_it_is_wrong(total: str) -> None:
    listed = f"STT;Nội dung;Số tiền (đồng)\n1;Thuê hội trường;5000\n2;Nước uống;1200\n3;Tài liệu;2300\n;{total};8600\n"
    loaded = reading(listed, "a.csv")
    assert doubts(loaded) == []
    assert len(audit(loaded.plan).failing) == 1
    nested = listed.replace("1;Thuê", "I;Họp;5000\n1;Thuê").replace("2;Nước", "II;Khác;3500\n1;Nước")
    assert doubts(reading(nested.replace("3;Tài", "2;Tài"), "a.csv")) == []
    assert "SX513" in doubts(reading(listed.replace("2;Nước", ";Nước"), "a.csv")), "a line without a number"


def test_of_several_numbers_before_titles_those_that_tell_lines_apart_are_the_codes() -> None:
    rows = [
        "1,13300,21400,Transport,500,480",
        "1,13300,22100,Power,300,310",
        "1,13300,22699,Other,950,905",
        "1,13300,,Traffic,1750,1695",
        "1,13400,21400,Transport,411,420",
        "1,13400,22199,Goods,223,207",
        "1,13400,,Rescue,634,627",
    ]
    found = reading("Organo,Programa,Economica,Descripcion,2024,2023\n" + "\n".join(rows) + "\n", "a.csv")
    assert [*columns(found)] == ["2024", "2023"]
    assert lines(found)[1] == "  21400 Transport | 500 480"
    funded = [f"2025;31J;{code};0101;{title};{amount}" for code, title, amount in
              (("10000", "Wages", "62.388,00"), ("12000", "Grades", "47.784,00"), ("60909", "Rights", "53.056,00"),
               ("60909", "Rights", "66.944,00"))]  # fmt: skip
    found = reading("EJERCICIO;FUNCIONAL;ECONOMICA;FINANCIACION;DESCRIPCION;IMPORTE\n" + "\n".join(funded), "a.csv")
    assert lines(found)[:2] == ["10000 Wages | 62388", "12000 Grades | 47784"]


def test_one_number_on_all_lines_before_titles_is_no_amount() -> None:
    found = reading("Chapter,Office,Title,Budget\n10,A1,Hall,20\n10,A2,Rent,8\n10,A3,Roads,10\n", "a.csv")
    assert [*columns(found)] == ["Budget"]
    assert lines(found)[0] == "A1 Hall | 20"
