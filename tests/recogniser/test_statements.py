"""Budgets and statements as offices and clubs abroad set them out: headings that totals name, lists side by side, years
as rows, numbers joined to titles."""

import pytest

from recogniser.made import Rows, book, columns, doubts, lines, reading
from sxtdbv_cli.check import Doubt, check_plan
from sxtdbv_cli.model.audit import audit

N = None


def test_a_total_names_its_heading_in_the_singular() -> None:
    rows = (
        ",Fund A,,Fund B,,All Funds\nRevenues,,,,,\nLocal,610,61%,40,10%,650\nState,390,39%,360,90%,750\n"
        "Total Revenue,1000,100%,400,100%,1400\nExpenditures,,,,,\nSalaries,700,70%,150,40%,850\n"
        "Supplies,305,30%,220,60%,525\nTotal Expenditures,1015,100%,370,100%,1385\n"
    )
    loaded = reading(rows, "a.csv")
    assert lines(loaded) == [
        "Revenues | 1000 400 1400", "  Local | 610 40 650", "  State | 390 360 750",
        "Expenditures | 1015 370 1385", "  Salaries | 700 150 850", "  Supplies | 305 220 525",
    ]  # fmt: skip
    assert [*columns(loaded).values()][-1]


def test_numbers_may_be_joined_to_titles_by_a_dash() -> None:
    rows = [
        ["RECEITA", "PREVISAO 2020"],
        ["1-IMPOSTOS", 90],
        ["1.1-IPTU", 50],
        ["1.1.1 - Principal", 45],
        ["1.1.2- Multas", 5],
        ["1.2-ITBI", 40],
        ["2-TRANSFERENCIAS", 10],
        ["2.1-FPM", 10],
    ]
    assert lines(reading(book(rows))) == [
        "1-IMPOSTOS | 90", "  1.1-IPTU | 50", "    1.1.1 - Principal | 45", "    1.1.2- Multas | 5",
        "  1.2-ITBI | 40", "2-TRANSFERENCIAS | 10", "  2.1-FPM | 10",
    ]  # fmt: skip
    club = [["Item", "Budget 2024"], ["4-H Club", 10], ["3-phase meter", 5], ["Hall", 7], ["Total", 22]]
    assert lines(reading(book(club))) == ["4-H Club | 10", "3-phase meter | 5", "Hall | 7", "declared | 22"]


def test_what_is_brought_forward_is_no_total() -> None:
    rows = [
        ["Line", 2023, 2022],
        ["Income from:", N, N],
        ["Donations", 603, 667],
        ["Legacies", 722, 656],
        ["Total income", 1325, 1323],
        ["Expenditure on:", N, N],
        ["Raising funds", -276, -305],
        ["Charitable activities", -547, -746],
        ["Total expenditure", -823, -1051],
        ["Net movement in funds", 502, 272],
        ["Total funds brought forward", 5108, 4836],
        ["Total funds carried forward", 5610, 5108],
    ]
    assert lines(reading(book(rows))) == [
        "Income from: | 1325 1323", "  Donations | 603 667", "  Legacies | 722 656",
        "Expenditure on: | -823 -1051", "  Raising funds | -276 -305", "  Charitable activities | -547 -746",
        "Net movement in funds [memo] [= #1 + #2] | 502 272", "Total funds brought forward | 5108 4836",
        "Total funds carried forward | 5610 5108",
    ]  # fmt: skip


def test_jumlah_is_a_total_of_what_it_names() -> None:
    rows = [
        ["KODE", "URAIAN", "ANGGARAN"],
        ["4", "PENDAPATAN", N],
        ["4.1", "Dana Desa", "Rp 964.073.000"],
        ["4.2", "Alokasi Dana Desa", "Rp 544.835.000"],
        [N, "JUMLAH PENDAPATAN", "Rp 1.508.908.000"],
    ]
    assert lines(reading(book(rows))) == [
        "4 PENDAPATAN | 1508908000", "  4.1 Dana Desa | 964073000", "  4.2 Alokasi Dana Desa | 544835000",
    ]  # fmt: skip


def test_sums_of_money_in_short_are_no_titles() -> None:
    rows = "organization,revenue,revenueraw\nTAXES,$44.07B,44070000000\nFINES,$799.50M,799500000\nFEES,-$15.00M,-15\n"
    assert lines(reading(rows, "a.csv")) == ["TAXES | 44070000000", "FINES | 799500000", "FEES | -15"]


def test_one_line_that_is_indented_shows_no_levels() -> None:
    rows = [
        ["", "Original", "Actual 2023"],
        ["REVENUES", N, N],
        ["Local sources", 160, 164],
        ["State sources", 189, 188],
        ["Total revenues", 349, 352],
        ["EXPENDITURES", N, N],
        ["Instruction", 209, 206],
        ["Support", 30, 31],
        ["Total expenditures", 239, 237],
        ["  Excess of revenues over expenditures", 110, 115],
    ]
    assert lines(reading(book(rows))) == [
        "REVENUES | 349 352", "  Local sources | 160 164", "  State sources | 189 188",
        "EXPENDITURES | 239 237", "  Instruction | 209 206", "  Support | 30 31",
        "Excess of revenues over expenditures [memo] [= #1 - #2] | 110 115",
    ]  # fmt: skip


def test_lines_up_to_the_total_that_names_a_heading_are_below_it_whatever_their_indentation() -> None:
    rows = [
        ["", "Budget 2008", "Budget 2009"],
        ["Revenues", N, N],
        ["Property taxes", 160, 165],
        ["Intergovernmental-", N, N],
        ["  State", 20, 25],
        ["  Operating grants", 109, 125],
        ["Charges for services", 1124, 1379],
        ["Total revenues", 1413, 1694],
        ["Expenditures", 1200, 1300],
    ]
    assert lines(reading(book(rows))) == [
        "Revenues | 1413 1694", "  Property taxes | 160 165", "  Intergovernmental- | . .", "    State | 20 25",
        "    Operating grants | 109 125", "  Charges for services | 1124 1379", "Expenditures | 1200 1300",
    ]  # fmt: skip


def test_numbers_before_titles_count_at_two_levels_and_codes_of_one_length_are_no_titles() -> None:
    rows = [
        ["", "Major Head", "Budget 1996", "Budget 1997"],
        ["A. TAX REVENUE", N, N, N],
        ["(a) Taxes on Income:", N, 182, 204],
        ["Corporation Tax", "0020", 138, 155],
        ["Other", "0021", 44, 49],
        ["(b) Taxes on Property:", N, 144, 140],
        ["Wealth Tax", "0031", 104, 90],
        ["Stamps", "0030", 40, 50],
        ["TOTAL TAX REVENUE", N, 326, 344],
    ]
    assert lines(reading(book(rows))) == [
        "A. TAX REVENUE | 326 344", "  (a) Taxes on Income: | 182 204", "    0020 Corporation Tax | 138 155",
        "    0021 Other | 44 49", "  (b) Taxes on Property: | 144 140", "    0031 Wealth Tax | 104 90",
        "    0030 Stamps | 40 50",
    ]  # fmt: skip


def test_the_sums_among_lines_head_those_behind_them_where_the_total_holds_only_so() -> None:
    rows = [
        ["Heading", "Budget 1996"],
        ["Taxes", N],
        ["On income", 188],
        ["Corporation", 138],
        ["Persons", 50],
        ["On property", 144],
        ["Wealth", 104],
        ["Stamps", 40],
        ["TOTAL TAXES", 332],
    ]
    loaded = reading(book(rows))
    assert lines(loaded) == [
        "Taxes | 332", "  On income | 188", "    Corporation | 138", "    Persons | 50",
        "  On property | 144", "    Wealth | 104", "    Stamps | 40",
    ]  # fmt: skip
    assert doubts(loaded) == []


def test_what_comes_to_exactly_twice_a_total_convicts_nobody() -> None:
    """The sums of some lines stand among them, and nothing says whether a nought is one of the lines they add."""
    rows = [["Heading", "Budget 1996"], ["Taxes", N], ["On income", 188], ["Corporation", 138], ["Persons", 50]]
    rows += [["Gifts", 0], ["On property", 144], ["Wealth", 104], ["Stamps", 40], ["TOTAL TAXES", 332]]
    assert "SX513" in doubts(reading(book(rows)))


def test_years_below_no_heading_name_the_lines() -> None:
    rows = ",Maps,Surveys,Projects\n2016,475000,340000,630000\n2017,350000,400000,410000\n2018,390000,620000,500000\n"
    assert lines(reading(rows, "a.csv")) == [
        "2016 | 475000 340000 630000", "2017 | 350000 400000 410000", "2018 | 390000 620000 500000",
    ]  # fmt: skip


def test_numbers_left_of_words_without_a_heading_are_their_codes() -> None:
    rows = [
        ["Forecasted Revenue", N, "Budget 2024", "Chair"],
        ["4000 Fund Raisers", N, N, N],
        [4010, "Annual Appeal", 40000, "Ann"],
        [4030, "Auction", 37500, "Bo"],
        ["Total 4000 Fund Raisers", N, 77500, N],
        ["4100 Activities", N, N, N],
        [4115, "Carnival", 11000, "Cy"],
        [4145, "Shop", 500, "Di"],
        ["Total 4100 Activities", N, 11500, N],
        ["Total Income", N, 89000, N],
    ]
    assert lines(reading(book(rows))) == [
        "4000 Fund Raisers | 77500", "  4010 Annual Appeal | 40000", "  4030 Auction | 37500",
        "4100 Activities | 11500", "  4115 Carnival | 11000", "  4145 Shop | 500", "declared | 89000",
    ]  # fmt: skip


def test_the_same_heading_of_amounts_behind_words_begins_a_list_beside() -> None:
    rows = [
        ["Exercice 2016", "Montant prévu", N, "Montant prévu"],
        ["60 Achats", 710, "70 Produits des activités", 2100],
        ["61 Services extérieurs", 90, "74 Subventions", 9400],
        ["62 Autres services", 2710, "75 Autres produits", 1500],
        ["64 Personnel", 9490, N, N],
        ["TOTAL DES CHARGES", 13000, "TOTAL DES PRODUITS", 13000],
    ]
    loaded = reading(book(rows))
    assert lines(loaded) == [
        "60 Achats | 710", "61 Services extérieurs | 90", "62 Autres services | 2710", "64 Personnel | 9490",
        "declared | 13000",
    ]  # fmt: skip
    assert "SX516" in doubts(loaded)


def test_titles_stand_where_lines_differ() -> None:
    """The first column of words says the same on several lines in a row: it groups them."""
    rows = (
        "Function,Object,FY2022,FY2023\nSafety,Salaries,105,115\nSafety,Benefits,43,46\nSafety,Supplies,7,8\n"
        "Culture,Salaries,22,23\nCulture,Benefits,8,9\nCulture,Supplies,3,4\nTotal,,188,205\n"
    )
    named = ["Salaries | 105 115", "Benefits | 43 46", "Supplies | 7 8"]
    other = ["Salaries | 22 23", "Benefits | 8 9", "Supplies | 3 4"]
    assert lines(reading(rows, "a.csv")) == [*named, *other, "declared | 188 205"]


def test_numbers_of_notes_are_no_amounts() -> None:
    rows = "Line,Notes,2023,2022\nGrants,4,5100,4800\nFees,5,1200,1100\nTotal,,6300,5900\n"
    loaded = reading(rows, "a.csv")
    assert lines(loaded) == ["Grants | 5100 4800", "Fees | 1200 1100", "declared | 6300 5900"]
    assert doubts(loaded) == []


def test_groups_open_on_their_first_line() -> None:
    rows = [
        ["Category", "Description", "Requested", "Match"],
        ["A. Personnel", "Coordinator", 24000, 6000],
        [N, "Mentors", 8400, 3600],
        ["Subtotal A", N, 32400, 9600],
        ["B. Supplies", "Materials", 2150, 350],
        [N, "Printing", 480, 120],
        ["Subtotal B", N, 2630, 470],
        ["TOTAL (A+B)", N, 35030, 10070],
    ]
    assert lines(reading(book(rows))) == [
        "Subtotal A | 32400 9600", "  Coordinator | 24000 6000", "  Mentors | 8400 3600",
        "Subtotal B | 2630 470", "  Materials | 2150 350", "  Printing | 480 120", "declared | 35030 10070",
    ]  # fmt: skip


def test_signs_before_titles_say_what_is_added() -> None:
    rows = [
        ["Arten", "Ansatz 2023", "Ansatz 2024"],
        ["Steuern", 8650, 8875],
        ["+ Zuwendungen", 3300, 3280],
        ["+ Entgelte", 1570, 1600],
        ["'= Einzahlungen", 13520, 13755],
        ["Personal", 4455, 4600],
        ["+ Transfer", 5240, 5330],
        ["'= Auszahlungen", 9695, 9930],
    ]
    text = "\n".join(";".join(map(str, row)).replace("'", "") for row in rows)
    assert lines(reading(text, "a.csv")) == [
        "= Einzahlungen | 13520 13755", "  Steuern | 8650 8875", "  + Zuwendungen | 3300 3280",
        "  + Entgelte | 1570 1600", "= Auszahlungen | 9695 9930", "  Personal | 4455 4600", "  + Transfer | 5240 5330",
    ]  # fmt: skip


def test_a_total_is_that_of_the_section_whose_sums_all_hold_by_whatever_name() -> None:
    rows = [
        ["Service £k", "Budget", "Outturn"],
        ["Adults", 842, 865],
        ["Children", 468, 479],
        ["Net cost of services", 1310, 1344],
        ["Financed by:", N, N],
        ["  Council tax", -1215, -1215],
        ["  Business rates", -95, -129],
        ["Total financing", -1310, -1344],
    ]
    loaded = reading(book(rows))
    assert "Financed by: | -1310 -1344" in lines(loaded)


def test_numbers_as_programs_write_them_in_full_are_figures() -> None:
    rows = "Titel,Betrag\nGewerbesteuer,2.3218461829E8\nGrundsteuer,154894.6\nHundesteuer,-4.72E7\n"
    assert lines(reading(rows, "a.csv")) == [
        "Gewerbesteuer | 232184618.29", "Grundsteuer | 154894.6", "Hundesteuer | -47200000",
    ]  # fmt: skip


def test_numbers_that_spreadsheets_cut_are_no_figures() -> None:
    loaded = reading("Titel,Betrag\nB,154894\nA,2.32E+08\nC,7200\nD,300\n", "a.csv")
    assert "SX511" in doubts(loaded)
    assert lines(loaded)[1] == "A | ."


def test_lists_of_open_data_name_lines_by_the_column_that_tells_them_apart() -> None:
    rows = (
        "Identifikation;Bereich;Produkt;Konto;Haushaltsjahr;Art;Ansatz\n"
        "1;Verwaltung;Steuerung;vom öffentlichen Bereich von Gemeinden;2018;Ertrag;168\n"
        "2;Verwaltung;Steuerung;Kostenerstattungen an den öffentlichen Bereich;2018;Aufwand;145\n"
        "3;Verwaltung;Steuerung;Beiträge zu Wirtschaftsverbänden und Vereinen;2018;Aufwand;75\n"
        "4;Kultur;Heimatpflege;Erträge aus Verkäufen von Vorräten;2018;Ertrag;1250\n"
        "5;Kultur;Heimatpflege;Umlagen an die Schadensausgleichskassen;2018;Aufwand;119\n"
    )
    assert lines(reading(rows, "a.csv"))[0] == "1 vom öffentlichen Bereich von Gemeinden | 168"


def test_codes_may_begin_with_nought_and_stand_left_of_amounts_that_have_decimals() -> None:
    rows = (
        "typ,bereich,PLAN,IST,NR,TEXT\nE,Plan,109967303.5,100861304.25,01,Steuern\nE,Plan,65680282.14,64185627.03,02,"
        "Umlagen\nE,Plan,1369535.75,1324506.5,03,Transfer\nE,Plan,36858244.12,36117781.37,04,Entgelte\n"
    )
    assert lines(reading(rows, "a.csv"))[:2] == [
        "01 Steuern | 109967303.5 100861304.25", "02 Umlagen | 65680282.14 64185627.03",
    ]  # fmt: skip


def test_votes_are_codes_where_nobody_votes() -> None:
    rows = "VOTE,PROGRAMME,Estimates,Actual\n1064,Vocational,27114.2,25880.9\n1065,University,104002.6,101456.3\n"
    assert lines(reading(rows, "a.csv")) == ["1064 Vocational | 27114.2 25880.9", "1065 University | 104002.6 101456.3"]


def test_a_numbered_total_that_is_wrong_is_told() -> None:
    rows = [
        ["Line", "Obligation", "FY 2025", "FY 2026"],
        [1, "Appropriations", 15621, 16538],
        [2, "Rebates", 191, 196],
        [3, "Transfers", 2029, 236],
        [4, "Total Obligations", 17941, 16970],
    ]
    loaded = reading(book(rows))
    assert loaded.plan.declared == (17941, 16970)
    found = check_plan(loaded, doubt=Doubt(wanted=False)).findings
    assert [finding.facts["gap"] for finding in found if finding.code == "SX103"] == [100]


def test_a_numbered_line_without_amounts_that_a_total_below_takes_in_may_be_its_heading() -> None:
    rows = [
        ["", "Programme", "2023", "2024", "2025"],
        ["P1", "Administration", N, N, N],
        ["SP 1.1", "Services", 84, 88, 92],
        ["SP 1.2", "Staff", 41, 43, 45],
        [N, "Total Programme 1", 125, 131, 137],
        ["P2", "Water", N, N, N],
        ["SP 2.1", "Urban", 188, 201, 211],
        ["SP 2.2", "Rural", 142, 131, 198],
        [N, "Total Programme 2", 330, 332, 349],
        [N, "Total", 455, 463, 486],
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[0].startswith("P1") or "SX513" in doubts(loaded)


def test_a_list_with_a_partial_listing_shows_no_levels_either() -> None:
    rows = "Function,Budget 2015\nServices,1204\nSummit,68\nRoads,562\nO/W grants,322\nHousing,798\nWater,540\n"
    assert doubts(reading(rows, "a.csv")) == ["SX513"]


def test_sums_behind_their_lines_are_told_by_the_codes_that_begin_alike() -> None:
    rows = [
        "Code,Bezeichnung,Ertraege,Aufwendungen",
        "0301,Schulen,3535,42903", "0302,Am Schulleben Beteiligte,997,15697", "03,Schultraegeraufgaben,4532,58600",
        "0701,Gesundheitsdienste,3089,17433", "07,Gesundheitsdienste,3089,17433",
        "0801,Sportstaetten,2764,9697", "0802,Baeder,2357,9138", "08,Sport,5121,18835",
    ]  # fmt: skip
    nested = ["03 ", "  0301 ", "  0302 ", "07 ", "  0701 ", "08 ", "  0801 ", "  0802 "]
    loaded = reading("\n".join(rows) + "\n", "a.csv")
    assert [line.startswith(start) for line, start in zip(lines(loaded), nested, strict=True)] == [True] * 8
    assert "SX513" not in doubts(loaded)
    moved = [row for row in rows if row[:4].isdecimal()], [row for row in rows[1:] if not row[:4].isdecimal()]
    loaded = reading("\n".join([rows[0], *moved[0], *moved[1]]) + "\n", "a.csv")
    assert [line.startswith(start) for line, start in zip(lines(loaded), nested, strict=True)] == [True] * 8


def test_a_statement_of_cash_flows_whose_titles_show_the_levels() -> None:
    rows: Rows = [
        ["Chỉ tiêu", "Mã số", "Năm nay", "Năm trước"],
        ["I. Hoạt động chính"],
        ["1. Thu", 1, 1500, 1400],
        ["2. Chi", 2, -1200, -1150],
        ["Lưu chuyển tiền thuần từ hoạt động chính", 10, 300, 250],
        ["II. Hoạt động đầu tư"],
        ["1. Thanh lý", 11, 20, N],
        ["2. Mua sắm", 12, -150, -90],
        ["Lưu chuyển tiền thuần từ đầu tư", 20, -130, -90],
        ["Lưu chuyển tiền thuần trong năm", 30, 170, 160],
        ["Số dư đầu năm", 40, 400, 240],
        ["Số dư cuối năm", 50, 570, 400],
    ]
    loaded = reading(book(rows))
    assert doubts(loaded) == []
    assert [line.split(" | ")[0] for line in lines(loaded)] == [
        "30 Lưu chuyển tiền thuần trong năm", "  I. Hoạt động chính", "    1 1. Thu", "    2 2. Chi",
        "  II. Hoạt động đầu tư", "    11 1. Thanh lý", "    12 2. Mua sắm", "40 Số dư đầu năm",
        "50 Số dư cuối năm [memo] [= 30 + 40]",
    ]  # fmt: skip


def test_years_are_the_titles_above_a_row_of_shares_and_what_sums_add_is_no_quantity() -> None:
    rows: Rows = [
        ["Năm", "Công lao động", "Vật tư", "Chi khác", "Tổng"],
        [2024, 200000, 100000, 20000, 320000],
        [2025, 250000, 80000, 25000, 355000],
        [2026, 150000, 20000, 15000, 185000],
        ["Tổng 3 năm", 600000, 200000, 60000, 860000],
        ["Tỷ lệ %", "69,8%", "23,3%", "7,0%", "100%"],
    ]
    loaded = reading(book(rows))
    assert doubts(loaded) == []
    assert [line.strip()[:4] for line in lines(loaded)] == ["Tổng", "2024", "2025", "2026", "Tỷ l"]
    assert columns(loaded)["total"] == "Công lao động + Vật tư + Chi khác"


def test_a_rule_with_brackets_inside_is_taken_with_their_signs() -> None:
    rows: Rows = [
        ["Chỉ tiêu", "Mã số", "Năm nay", "Năm trước"],
        ["1. Lợi nhuận gộp", 20, 1150, 1060],
        ["2. Doanh thu tài chính", 21, 20, 15],
        ["3. Chi phí tài chính", 22, 30, 25],
        ["4. Chi phí bán hàng", 25, 300, 280],
        ["5. Chi phí quản lý", 26, 400, 390],
        ["6. Lợi nhuận thuần {30=20+(21-22)-(25+26)}", 30, 440, 380],
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[-1].endswith("[memo] [= 20 + 21 - 22 - 25 - 26] | 440 380")
    assert doubts(loaded) == []


def test_a_rule_that_one_slip_of_the_hand_explains_is_taken_and_convicts() -> None:
    text = "STT,Nội dung,Số tiền\nI,Dư đầu năm,12.450.000\nII,Thu,89.850.000\nIII,Chi,76.715.000\n"
    text += "IV,Tồn quỹ (I+II-III),{}\n"
    slip, other = (reading(text.format(figure), "a.csv") for figure in ("25.685.000", "31.200.000"))
    assert [sum_.gap for sum_ in audit(slip.plan).failing] == [100_000]
    assert not audit(other.plan).failing
    assert "SX515" in doubts(other) and "SX515" not in doubts(slip)


def test_the_totals_of_two_parts_that_each_name_theirs_are_no_total_of_everything() -> None:
    rows: Rows = [
        ["Chỉ tiêu", "Mã số", "Số cuối năm", "Số đầu năm"],
        ["A. Tài sản ngắn hạn", 100, 1500, 1400],
        ["B. Tài sản dài hạn", 200, 2500, 2600],
        ["TỔNG CỘNG TÀI SẢN (270=100+200)", 270, 4000, 4000],
        ["C. Nợ phải trả", 300, 1800, 1900],
        ["D. Vốn chủ sở hữu", 400, 2200, 2100],
        ["TỔNG CỘNG NGUỒN VỐN (440=300+400)", 440, 4000, 4000],
    ]
    loaded = reading(book(rows))
    assert [line.split(".")[0].split(" (")[0] for line in lines(loaded)] == [
        "270 TỔNG CỘNG TÀI SẢN", "  100 A", "  200 B", "440 TỔNG CỘNG NGUỒN VỐN", "  300 C", "  400 D",
    ]  # fmt: skip
    assert doubts(loaded) == []


def test_a_total_on_top_of_sections_whose_totals_stand_below_them_is_no_doubt() -> None:
    rows = ",Estimated,Actual\nTotal Expenses,1850,1730\n,,\nSite,Estimated,Actual\nHall,500,500\nStaff,300,250\n"
    rows += "Equipment,200,230\nTotal Site,1000,980\n,,\nDecorations,Estimated,Actual\nFlowers,150,100\n"
    loaded = reading(rows + "Candles,100,100\nLighting,600,550\nTotal Decorations,850,750\n", "a.csv")
    assert [line for line in lines(loaded) if not line.startswith("    ")] == [
        "Total Expenses | 1850 1730", "  Site | 1000 980", "  Decorations | 850 750",
    ]  # fmt: skip
    assert doubts(loaded) == []


_RESULT = """Mã số,Chỉ tiêu,Năm nay,Năm trước
01,1. Doanh thu,5000,4000
11,2. Giá vốn,3000,2600
20,3. Lợi nhuận gộp (20 = 01 - 11),2000,1400
21,4. Doanh thu tài chính,70,60
22,5. Chi phí tài chính,300,200
23,Trong đó: Chi phí lãi vay,250,180
30,6. Chi phí quản lý,400,380
"""


def test_a_part_with_a_code_but_no_number_among_titles_that_have_one_belongs_to_the_line_before_it() -> None:
    loaded = reading(_RESULT, "a.csv")
    assert "  23 Trong đó: Chi phí lãi vay [of-which] | 250 180" in lines(loaded)
    assert doubts(loaded) == []


def test_a_part_that_is_numbered_like_its_neighbours_stands_beside_them() -> None:
    loaded = reading(_RESULT.replace("Trong đó:", "6. Trong đó:").replace("6. Chi phí q", "7. Chi phí q"), "a.csv")
    assert not any(line.startswith("  ") for line in lines(loaded))


@pytest.mark.parametrize("whole", [900, 910])
def test_a_rule_adds_the_lines_it_names_though_they_are_called_a_part(whole: int) -> None:
    rows = f"Chỉ tiêu,Mã số,Quý I,Quý II,Quý III\n1 Doanh thu phí (01 = 01.1 + 01.2 - 01.3),01,{whole},1700,880\n"
    rows += (
        "Trong đó:,,,,\n- Phí gốc,01.1,800,1500,790\n- Phí nhận,01.2,250,450,210\n- Tăng dự phòng,01.3,150,250,120\n"
    )
    loaded = reading(rows + "2 Chi phí,02,700,650,610\n3 Chi khác,03,90,80,70\n", "a.csv")
    below = [line.split(" |")[0] for line in lines(loaded)[1:4]]
    assert below == ["  01.1 - Phí gốc", "  01.2 - Phí nhận", "  01.3 - Tăng dự phòng [deduction]"]
    assert len(audit(loaded.plan).failing) == (whole != 900)


_EQUITY = """Chỉ tiêu,Số dư đầu năm,,Tăng giảm trong năm,,,,Số dư cuối năm,
,Năm trước,Năm nay,Năm trước,,Năm nay,,Năm trước,Năm nay
,,,Tăng,Giảm,Tăng,Giảm,,
1. Vốn góp,5100,5100,0,0,0,0,5100,5100
2. Quỹ dự phòng,310,310,0,0,0,0,310,310
3. Quỹ khác,95,95,0,0,0,0,95,95
4. Lợi nhuận,720,870,480,330,610,140,870,1340
"""


@pytest.mark.parametrize("last", ["1340", "1430"])
def test_each_of_several_balances_at_the_end_goes_on_from_its_own_at_the_beginning(last: str) -> None:
    """Where nothing moved, those of the other year would do as well; and what only moved is no difference of years."""
    loaded = reading(_EQUITY.replace("1340", last), "a.csv")
    ends = [rule.replace("Tăng giảm trong năm: ", "") for rule in columns(loaded).values() if rule]
    years = ["Năm trước", "Năm nay"] if last == "1340" else ["Năm trước"]
    assert ends == [f"Số dư đầu năm: {year} + {year}: Tăng - {year}: Giảm" for year in years]
    assert [doubt for doubt in doubts(loaded) if doubt != "SX512"] == ["SX514"] * (last != "1340")


def test_a_percentage_of_the_line_before_heads_none_of_those_behind() -> None:
    """And the last line, called a total, is not that of what stands beside it and of the parts of another."""
    rows = "No,Items,Plan\nA,TOTAL REVENUE,1343330\n1,Own,1243330\n2,Grants,100000\nB,DEFICIT,352710\n"
    rows += ",(in % of product),4%\n1,Central deficit,327470\n2,Local deficit,25240\n"
    loaded = reading(rows + "C,AMORTIZATION,264199\nD,TOTAL FINANCING,616909\n", "a.csv")
    assert lines(loaded)[3:] == [
        "B DEFICIT | 352710",
        "  (in % of product) [memo] | .",
        "  1 Central deficit | 327470",
        "  2 Local deficit | 25240",
        "C AMORTIZATION | 264199",
        "D TOTAL FINANCING [memo] [= B + C] | 616909",
    ]


_COSTS = """Chỉ tiêu,Mã số,TM,Quý I,Quý II
II. Chi phí hoạt động,,,,
2.1. Chi phí gốc,21,,16366,42902
a. Phần đầu,21.1,7.45.1,216,41392
b. Phần sau,21.2,7.3.5,16150,1510
2.2. Chi môi giới,24,7.47,4411,4301
2.3. Chi tư vấn,26,7.47,365,288
2.4. Chi lưu ký,27,7.46,600,836
Cộng chi phí hoạt động,40,,21742,48327
"""


def test_lines_between_those_of_running_codes_are_below_the_number_of_the_title_before() -> None:
    loaded = reading(_COSTS, "a.csv")
    assert lines(loaded) == [
        "II. Chi phí hoạt động | 21742 48327",
        "  21 2.1. Chi phí gốc | 16366 42902",
        "    21.1 a. Phần đầu | 216 41392",
        "    21.2 b. Phần sau | 16150 1510",
        "  24 2.2. Chi môi giới | 4411 4301",
        "  26 2.3. Chi tư vấn | 365 288",
        "  27 2.4. Chi lưu ký | 600 836",
    ]
    assert (doubts(loaded), loaded.plan.lines.notes[4]) == ([], "7.47")


def test_cash_under_the_same_letters_is_an_amount() -> None:
    text = "STT,Nội dung,TM,CK,Cộng\n1,Văn phòng phẩm,120,300,420\n2,Chi nước,45,155,200\n3,Chi điện,80,20,100\n"
    assert columns(reading(text, "a.csv")) == {"TM": "", "CK": "", "total": "TM + CK"}


def test_a_heading_whose_words_stand_on_two_rows_is_read_together() -> None:
    rows = [
        ["Mã", "Nguồn vốn", "Thuyết", "Số cuối kỳ", "Số đầu kỳ"],
        ["số", None, "minh", "VND", "VND"],
        [300, "C. Nợ phải trả", None, 9200, 8100],
        *[[310, "I. Nợ ngắn hạn", 12, 7200, 6000], [330, "II. Nợ dài hạn", 13, 2000, 2100]],
    ]
    loaded = reading(book(rows))
    assert loaded.plan.lines.notes == (None, "12", "13")


_FLOWS = """Chỉ tiêu,Mã số,TM,Năm nay,Năm trước
I. Lưu chuyển tiền từ hoạt động kinh doanh,,,,
1. Tiền thu từ bán hàng,01,,5200,4100
2. Tiền chi trả cho người cung cấp,02,,(3100),(2500)
3. Tiền chi trả cho người lao động,03,,(900),(800)
Lưu chuyển tiền thuần từ hoạt động kinh doanh,20,,1200,800
II. Lưu chuyển tiền từ hoạt động đầu tư,,,,
1. Tiền thu lãi cho vay,27,,40,30
Lưu chuyển tiền thuần từ hoạt động đầu tư,30,,40,30
III. Lưu chuyển tiền từ hoạt động tài chính,,,,
1. Tiền thu từ đi vay,33,,300,200
2. Tiền trả nợ gốc vay,34,,(500),(450)
Lưu chuyển tiền thuần từ hoạt động tài chính,40,,(200),(250)
Lưu chuyển tiền thuần trong kỳ (50 = 20+30+40),50,,1040,580
Tiền và tương đương tiền đầu kỳ,60,,900,320
Ảnh hưởng của thay đổi tỷ giá,61,,-,-
Tiền và tương đương tiền cuối kỳ (70 = 50+60+61),70,V.1,1940,900
"""


@pytest.mark.parametrize(("one", "other"), [("", ""), ("940,900\n", "940,901\n"), ("300,200", "300,220")])
def test_a_statement_of_cash_flows_has_the_totals_of_its_sections_behind_them(one: str, other: str) -> None:
    loaded = reading(_FLOWS.replace(one, other), "a.csv")
    found = [line.split(" |")[0] for line in lines(loaded)]
    assert found[0] == "50 Lưu chuyển tiền thuần trong kỳ (50 = 20+30+40)"
    assert [line for line in found if line.startswith("  ") and line[2] == "I"] == [
        "  I. Lưu chuyển tiền từ hoạt động kinh doanh",
        "  II. Lưu chuyển tiền từ hoạt động đầu tư",
        "  III. Lưu chuyển tiền từ hoạt động tài chính",
    ]
    assert found[-2:] == [
        "61 Ảnh hưởng của thay đổi tỷ giá",
        "70 Tiền và tương đương tiền cuối kỳ (70 = 50+60+61) [memo] [= 50 + 60 + 61]",
    ]
    assert (doubts(loaded), len(audit(loaded.plan).failing)) == (["SX513"] * (other == "300,220"), bool(other))


def test_lines_with_codes_alone_go_on_behind_the_total_that_names_a_section() -> None:
    rows = "Mã số,Chỉ tiêu,Năm nay,Năm trước\n,I. Lưu chuyển tiền từ hoạt động đầu tư,,\n27,Tiền thu lãi,4020,8341\n"
    rows += "30,Lưu chuyển tiền thuần từ hoạt động đầu tư,4020,8341\n60,Tiền đầu kỳ,790,447\n70,Tiền khác,11,12\n"
    assert lines(reading(rows, "a.csv")) == [
        "I. Lưu chuyển tiền từ hoạt động đầu tư | 4020 8341",
        "  27 Tiền thu lãi | 4020 8341",
        "60 Tiền đầu kỳ | 790 447",
        "70 Tiền khác | 11 12",
    ]


def test_a_heading_without_figures_goes_up_to_the_result_that_its_lines_lead_to() -> None:
    """What the result before it and its lines come to, some of them taken away, is none of its lines."""
    head = "Item;2022;2023;2024\nCosts;1711;1840;1903\nReceipts;5002;5230;5417\n"
    head += "Result before appropriation;3291;3390;3514\n"
    rows = "Changes in reserves:;;;\nadded;300;412;230\nwithdrawn;102;275;118\n"
    rows += "Result after appropriation;3489;3527;{}\n"
    loaded = reading(head + rows.format(3626), "a.csv")
    assert lines(loaded)[2:] == [
        "Result before appropriation | 3291 3390 3514", "Changes in reserves: | . . .", "  added | 300 412 230",
        "  withdrawn | 102 275 118", "Result after appropriation | 3489 3527 3626",
    ]  # fmt: skip
    assert not any("SX513" in doubt for doubt in doubts(loaded))
    blank = reading((head + rows).replace("withdrawn;102", "withdrawn;").format(3626), "a.csv")
    assert lines(blank)[-1].startswith("Result after appropriation")  # the other columns say it
    other = reading((head + rows).replace("3527", "3711").format(3616), "a.csv")  # nothing says where its lines end
    assert any("SX513" in doubt for doubt in doubts(other))


def test_a_line_without_figures_before_a_result_that_needs_none_of_it_heads_nothing() -> None:
    rows = [
        ["Item", 2023, 2024], ["Receipts", 52310, 54170], ["Costs", 18402, 19035], ["Net of operation", 33908, 35135],
        ["Net of interest", -2116, -2240], ["Net of extraordinary items", N, N], ["Operating result", 31792, 32895],
        ["Taken from reserves", 1408, 205], ["Net result", 33200, 33100],
    ]  # fmt: skip
    found = lines(reading(book(rows)))
    assert [line.split(" |")[0].split(" [")[0] for line in found] == [str(row[0]) for row in rows[1:]]


def test_a_heading_of_one_line_needs_no_total_where_the_others_of_its_section_have_theirs() -> None:
    rows: Rows = [
        ["Item", 2024], ["Costs of the club", N], ["Roads", N], ["Gravel", 840], ["Snow", 312], ["Total roads", 1152],
        ["Insurance costs", N], ["Insurance", 250], ["Board", N], ["Fees", 140], ["Audit", 65], ["Total board", 205],
        ["Total of all costs", 1607],
    ]  # fmt: skip
    assert lines(reading(book(rows)))[3:7] == [
        "    Snow | 312",
        "  Insurance costs | .",
        "    Insurance | 250",
        "  Board | 205",
    ]
    beside = [*rows[:2], ["Stamps", 10], *rows[2:12], ["Total costs of the club", 1617]]
    assert "  Insurance | 250" in lines(reading(book(beside)))  # one line of the section stands below no heading


_CASH = (
    "Mã số;Chỉ tiêu;Năm 2024;Năm 2023\n;I. Lưu chuyển tiền từ hoạt động kinh doanh;;\n"
    "01;1. Tiền thu bán hàng;8132;7411\n02;2. Tiền chi trả người bán;-5210;-4977\n"
    "{};Lưu chuyển tiền thuần từ hoạt động kinh doanh;2922;2434\n"
    ";II. Lưu chuyển tiền từ hoạt động đầu tư;;\n27;1. Tiền thu lãi;155;121\n"
    "30;Lưu chuyển tiền thuần từ hoạt động đầu tư;155;121\n"
    "40;Lưu chuyển tiền thuần từ hoạt động tài chính;-;-\n"
    "50;Lưu chuyển tiền thuần trong năm;{};2555\n60;Tiền đầu năm;4122;1567\n61;Ảnh hưởng của tỷ giá;0;0\n"
    "70;Tiền cuối năm;{};4122\n"
)


@pytest.mark.parametrize("code", ["20", "30"])
def test_a_cash_flow_with_a_part_left_out_or_a_code_misprinted_is_one(code: str) -> None:
    loaded = reading(_CASH.format(code, 3077, 7199), "a.csv")
    assert lines(loaded) == [
        "50 Lưu chuyển tiền thuần trong năm | 3077 2555", "  I. Lưu chuyển tiền từ hoạt động kinh doanh | 2922 2434",
        "    01 1. Tiền thu bán hàng | 8132 7411", "    02 2. Tiền chi trả người bán | -5210 -4977",
        "  II. Lưu chuyển tiền từ hoạt động đầu tư | 155 121", "    27 1. Tiền thu lãi | 155 121",
        "  40 Lưu chuyển tiền thuần từ hoạt động tài chính | . .", "60 Tiền đầu năm | 4122 1567",
        "61 Ảnh hưởng của tỷ giá | 0 0", "declared | 7199 4122",
    ]  # fmt: skip
    assert not any("SX513" in doubt for doubt in doubts(loaded))
    changed = reading(_CASH.format(code, 3071, 7199), "a.csv")
    assert [line.split(" |")[0] for line in lines(changed)] == [line.split(" |")[0] for line in lines(loaded)]


def test_a_numbered_total_of_the_lines_right_before_it_states_that_rule() -> None:
    rows = "No;Item;Plan (billion dong)\nA;TOTAL REVENUE;1334330\n1;Domestic;1133500\n2;Oil;200830\n"
    rows += "B;TOTAL EXPENDITURE;1678000\n1;Capital;478300\n2;Recurrent;1199700\n"
    rows += "C;DEFICIT;343670\nD;DEBT REPAYMENT;264899\nE;TOTAL FINANCING;{}\n"
    loaded = reading(rows.format(608569), "a.csv")
    assert lines(loaded)[-1] == "E TOTAL FINANCING [memo] [= C + D] | 608569" and "SX513" not in doubts(loaded)
    assert "SX513" in doubts(reading(rows.format(608669), "a.csv"))


@pytest.mark.parametrize(("wrong", "failing"), [(0, 0), (500_000, 1)])
def test_a_result_is_one_by_its_figures_though_one_of_them_is_wrong(wrong: int, failing: int) -> None:
    rows = [
        ["Item", "2023 (VND)", "2024 (VND)", "2025 (VND)"],
        ["Operating profit", 12951675964, 11025080772, 9111745534],
        ["Net other income", 91956869, 44585644, 91260564],
        ["Profit before tax", 13043632833, 11069666416 + wrong, 9203006098],
        ["Tax", -1811293383, -1642243887, -1414958802],
    ]
    loaded = reading(book(rows))
    assert "#1 + #2" in lines(loaded)[2]
    assert len(audit(loaded.plan).failing) == failing


@pytest.mark.parametrize(("first", "below"), [(2_690, 1), (9_900, 2)])
def test_lines_without_a_number_stand_beside_the_last_numbered_one_where_the_total_says_so(
    first: int, below: int
) -> None:
    rows: Rows = [["Attività", "2020", "2019"], ["B) BENI"], ["I) Immateriali"], ["Lordi"], ["Fondi"]]
    rows += [["Totale I) Immateriali"], ["II) Materiali"], ["Lordi materiali"], ["3) Attrezzi", first, 2_690]]
    rows += [["4) Auto", 14_430, 14_430], ["5) Altri", 3_660, 1_329], ["Fondo attrezzi", -2_690, -2_690]]
    rows += [["Fondo auto", -8_658, -5_772], ["Fondo altri", -1_878, -749], ["Totale II) Materiali", 7_554, 9_238]]
    found = [line.partition(" |")[0] for line in lines(reading(book([*rows, ["Totale B) Beni", 7_554, 9_238]])))]
    level = found.index("    5) Altri")
    assert [line.strip() for line in found[level + 1 : level + 4]] == ["Fondo attrezzi", "Fondo auto", "Fondo altri"]
    assert found[level + 1].startswith("  " * (1 + below) + "F")
