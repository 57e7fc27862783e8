"""What only exact figures show: totals without a word for one, prices under a heading that promises amounts, lines that
no total takes in."""

from recogniser.made import book, columns, doubts, lines, reading
from sxtdbv_cli.model.audit import audit

SERVICE = """,2023/24,2024/25
,Actual,Estimate
Swimming pool,,
Staff,41238,43120
Premises,18822,19651
Supplies,7641,8033
Gross cost,67701,70804
Tickets,-38814,-40211
Grants,-1512,-2507
Gross income,-40326,-42718
Net cost,27375,28086
Parks,,
Staff,20115,21034
Plants,9734,10126
Hire,3307,3418
Gross cost,33156,34578
Fees,-4122,-3957
Lettings,-988,-1013
Gross income,-5110,-4970
Net cost,28046,29608
"""


def test_totals_that_nothing_but_their_sums_tell_stand_inside_the_section_whose_total_comes_last() -> None:
    loaded = reading(SERVICE, "a.csv")
    assert lines(loaded)[:9] == [
        "Swimming pool | 27375 28086",
        "  Gross cost | 67701 70804",
        "    Staff | 41238 43120",
        "    Premises | 18822 19651",
        "    Supplies | 7641 8033",
        "  Gross income | -40326 -42718",
        "    Tickets | -38814 -40211",
        "    Grants | -1512 -2507",
        "Parks | 28046 29608",
    ]
    assert audit(loaded.plan).hold == 12


def test_a_result_of_two_totals_and_what_is_carried_forward_are_lines() -> None:
    rows = "Item,2024,2025\nSales,81204,90117\nGrants,20433,21309\nMembers,10208,11461\nTotal income,111845,122887\n"
    rows += "Wages,-60107,-64022\nRent,-20311,-20311\nPower,-8127,-9004\nTotal cost,-88545,-93337\n"
    rows += "Net result,23300,29550\nReserves b/f,40211,63511\nReserves c/f,63511,93061\n"
    loaded = reading(rows, "a.csv")
    assert [line for line in lines(loaded) if not line.startswith(" ")] == [
        "Total income | 111845 122887",
        "Total cost | -88545 -93337",
        "Net result [memo] [= #1 + #2] | 23300 29550",
        "Reserves b/f | 40211 63511",
        "Reserves c/f [memo] [= #3 + #4] | 63511 93061",
    ]


def test_few_digits_prove_no_total() -> None:
    loaded = reading("Item,2024,2025\nPaper,10,20\nPens,20,30\nInk,10,40\nPost,40,90\nRent,55,60\n", "a.csv")
    assert all(not line.startswith(" ") for line in lines(loaded))


def test_the_last_total_adds_the_groups_before_it_that_have_totals_of_their_own() -> None:
    rows = "Account,2024,2025\nINCOME,,\nDues,52311,55102\nFees,4120,4307\nTOTAL INCOME,56431,59409\n"
    rows += "OFFICE,,\nWages,20114,21077\nPost,1203,1310\nTotal Office,21317,22387\n"
    rows += "GROUNDS,,\nMowing,14220,15108\nSnow,9331,9877\nTotal Grounds,23551,24985\nRESERVE,9004,9113\n"
    loaded = reading(rows + "TOTAL EXPENSES,53872,56485\n", "a.csv")
    assert [line for line in lines(loaded) if not line.startswith("    ")] == [
        "INCOME | 56431 59409",
        "  Dues | 52311 55102",
        "  Fees | 4120 4307",
        "TOTAL EXPENSES | 53872 56485",
        "  OFFICE | 21317 22387",
        "  GROUNDS | 23551 24985",
        "  RESERVE | 9004 9113",
    ]


def test_the_total_of_the_sources_is_theirs_although_the_projects_come_to_it_as_well() -> None:
    rows = "Project,2025,2026\nBridge,184020,31107\nLights,20511,9008\nTotal Works,204531,40115\n"
    rows += "Sources,,\nBonds,150020,20107\nTolls,54511,20008\nTotal Sources,204531,40115\n"
    assert lines(reading(rows, "a.csv"))[3:] == [
        "Sources | 204531 40115",
        "  Bonds | 150020 20107",
        "  Tolls | 54511 20008",
    ]


def test_a_total_of_sections_without_totals_adds_their_lines() -> None:
    rows = "Item,Plan,Actual\nHall,,\nHire,4200,4100\nFood,6302,6480\nClothes,,\nDress,1600,1725\nShoes,220,194\n"
    assert lines(reading(rows + "TOTAL,12322,12499\n", "a.csv")) == [
        "Hall | . .",
        "  Hire | 4200 4100",
        "  Food | 6302 6480",
        "Clothes | . .",
        "  Dress | 1600 1725",
        "  Shoes | 220 194",
        "declared | 12322 12499",
    ]


def test_a_column_that_times_the_quantity_is_another_holds_prices_whatever_its_heading_says() -> None:
    rows = [["Part", "Qty", "Amount ($)", "Total ($)"], ["Motor", 8, 217.99, 1743.92], ["Coder", 4, 99.99, 399.96]]
    rows += [["Tube", 6, 18.5, 111], ["Belt", 3, 14.25, 42.75], ["Total", None, None, 2297.63]]
    loaded = reading(book(rows))
    assert [*columns(loaded)] == ["Total ($)"]
    assert doubts(loaded) == ["SX516"]
    rows[1][3], rows[-1][3] = 1734.92, 2288.63  # one product is wrong: the others tell
    assert [*columns(reading(book(rows)))] == ["Total ($)"]


def test_an_effort_and_the_salary_of_a_year_are_no_amounts() -> None:
    rows = "Name,Cal. months,Base salary,Salary requested,Benefits,Total\nA,3.6,161000,48300,14007,62307\n"
    rows += "B,1.2,148000,14800,4292,19092\nC,12,54200,54200,18970,73170\nD,6,58000,29000,10150,39150\n"
    assert [*columns(reading(rows, "a.csv"))] == ["Salary requested", "Benefits", "total"]


def test_an_average_is_told_and_not_read() -> None:
    rows = "Item,Jan,Feb,Mar,Total,Average\nFood,520,505,530,1555,518.33\nFuel,160,150,165,475,158.33\n"
    rows += "Rent,900,900,900,2700,900\nPhone,82,82,83,247,82.33\n"
    loaded = reading(rows, "a.csv")
    assert [*columns(loaded)] == ["Jan", "Feb", "Mar", "total"]
    assert doubts(loaded) == ["SX516"]


def test_what_stands_behind_the_last_total_is_told_and_what_counts_people_is_left_out() -> None:
    rows = "Category,Amount\nStaff,720000\nSales,330000\nLegal,120000\nTotal raise,1170000\n"
    loaded = reading(rows + "Monthly burn,83000\n", "a.csv")
    assert lines(loaded)[-1] == "Monthly burn | 83000"
    assert doubts(loaded) == ["SX513"]
    loaded = reading(rows.replace("raise", "Funds") + "Positions,119\nFTE,87.5\n", "a.csv")
    assert len(lines(loaded)) == 4
    assert doubts(loaded) == ["SX516", "SX516"]


def test_codes_stand_beside_titles_that_no_heading_names() -> None:
    rows = "CFR,,2025,2026\nE01,Teachers,742310,761200\nE03,Support,318440,321005\nE04,Premises,41200,42400\n"
    assert lines(reading(rows, "a.csv"))[0] == "E01 Teachers | 742310 761200"
    rows = (
        "FOR: 01422 ROADS,,ORIGINAL BUDGET,YTD SPENT\n01422-510110,HEAD,98450,71203\n01422-510120,CREW,412300,271455\n"
    )
    assert lines(reading(rows + "01422-510130,OVERTIME,36000,39877\n", "a.csv"))[0].startswith("01422-510110 HEAD")
    rows = ",Receipts,This period,Total to date\n11a,Persons,48210,172944\n11b,Parties,2500,5000\n12,Loans,5000,25000\n"
    rows += "13,Offsets,312,1140\n14,Other,18,64\n"
    assert lines(reading(rows, "a.csv"))[0].startswith("11a Persons")


def test_a_header_is_found_above_the_currency_and_above_the_name_of_a_section() -> None:
    rows = ",Annual Plan,Long-term Plan,Annual Plan\n,2023/24,2024/25,2024/25\n,$000,$000,$000\nFunding\n"
    loaded = reading(rows + "Rates,18420,19105,19388\nFees,3890,4012,4105\n", "a.csv")
    assert lines(loaded) == ["Funding | . . .", "  Rates | 18420 19105 19388", "  Fees | 3890 4012 4105"]
    assert "SX518" not in doubts(loaded)
    rows = ",Qty,Each,Estimate,Still to pay\nHall\nHire,2,4200,8400,100\nFood,92,68.5,6302,3151\nCake,3,150,450,30\n"
    assert [*columns(reading(rows, "a.csv"))] == ["Estimate", "Still to pay"]


def test_a_header_once_more_beside_another_name_is_a_section_and_its_years_are_no_amounts() -> None:
    rows = "Income,2023,2024,2025\nFees,18450,19200,20100\nRaffle,2205,,2000\nTotal income,20655,19200,22100\n"
    rows += "Costs,2023,2024,2025\nUmpires,11420,11960,12400\nLights,3015,3377,3600\nTotal costs,14435,15337,16000\n"
    assert lines(reading(rows, "a.csv")) == [
        "Income | 20655 19200 22100",
        "  Fees | 18450 19200 20100",
        "  Raffle | 2205 . 2000",
        "Costs | 14435 15337 16000",
        "  Umpires | 11420 11960 12400",
        "  Lights | 3015 3377 3600",
    ]


def test_letters_and_a_number_are_codes_beside_titles() -> None:
    rows = "WP,Title,Staff,Travel\nWP1,Management,82200,9000\nWP2,Data,260300,14500\nWP3,Pilots,369900,6000\n"
    assert lines(reading(rows, "a.csv"))[0] == "WP1 Management | 82200 9000"
    rows = ",Programme,2024,2025\nP1,General,,\nSP 1.1,Offices,84211300,88420150\nSP 1.2,Staff,41200000,43260000\n"
    assert lines(reading(rows, "a.csv"))[:2] == ["P1 General | . .", "  SP 1.1 Offices | 84211300 88420150"]


def test_growth_is_an_amount_where_amounts_add_up_with_it_and_is_told_where_it_may_be() -> None:
    rows = (
        "Department,2024 Budget,Base changes,Growth,2025 Budget\nFire,9812,402,0,10214\nTransit,14220,510,355,15085\n"
    )
    rows += "Parks,6633,188,120,6941\nRoads,4410,121,65,4596\n"
    assert [*columns(reading(rows, "a.csv"))][2] == "Growth"
    loaded = reading(rows.replace("355,15085", "355,15086").replace("Base changes", "Notes"), "a.csv")
    assert "Growth" not in columns(loaded)
    assert "SX516" in doubts(loaded)


def test_a_numbered_total_that_is_exactly_the_sum_of_the_lines_above_is_their_parent() -> None:
    rows = "Code,Class,2024,2025\n11.1,Permanent,50117,52880\n11.3,Other,2212,2310\n11.5,Extra,1402,1450\n"
    rows += "11.9,Total personnel,53731,56640\n12.1,Benefits,18344,19410\n12.2,Health,640,655\n"
    assert lines(reading(rows, "a.csv"))[:2] == ["11.9 Total personnel | 53731 56640", "  11.1 Permanent | 50117 52880"]


def test_a_price_headed_as_amounts_may_be_told_by_a_column_that_its_cells_make_amounts() -> None:
    rows = "Position,FTE,Base salary,Salaries,Benefits,Total\nTeachers,24,61200,1468800,411264,1880064\n"
    rows += (
        "Aides,7.2,31500,226800,77112,303912\nOffice,2.6,41750,108550,34736,143286\nHead,1,112000,112000,28000,140000\n"
    )
    loaded = reading(rows, "a.csv")
    assert [*columns(loaded)] == ["Salaries", "Benefits", "total"]
    assert doubts(loaded) == ["SX516"]
    assert doubts(reading(rows.replace("Base", "Average"), "b.csv")) == []


def test_votes_are_counted_and_vehicles_have_numbers() -> None:
    rows = "Art.,Purpose,Amount requested,Yes,No\n4,Roads,850000,7,0\n5,School,725000,5,2\n6,Trust,150000,7,0\n"
    assert lines(reading(rows, "a.csv"))[0] == "4 Roads | 850000"
    rows = (
        "Unit,Vehicle,Odometer,Cost Center,Net Cost\n217,Dump truck,88412,43110,88000\n220,Sweeper,41877,43110,290000\n"
    )
    assert lines(reading(rows + "304,Loader,9120,43120,206000\n", "a.csv"))[0] == "217 Dump truck | 88000"


def test_a_total_that_is_off_by_little_beside_a_sum_that_holds_is_that_of_its_lines() -> None:
    rows = "No,Item,Firm A,Firm B,Firm C\n1,Computers,150000,148000,155100\n2,Printers,13500,14110,13200\n"
    rows += "3,Desks,14400,15000,13200\n,Total,177900,177100,181400\n,VAT 10%,17790,17710,18140\n"
    loaded = reading(rows + ",Grand total,195690,194810,199540\n", "a.csv")
    assert [line.split(" | ")[0] for line in lines(loaded)[:2]] == ["Total", "  1 Computers"]
    assert [balance.gap for balance in audit(loaded.plan).failing] == [-10, -100]
    assert doubts(loaded) == []


def test_capitals_are_levels_though_one_digit_of_a_section_is_wrong_in_one_of_two_columns() -> None:
    rows = "Nội dung,Năm 2023,Năm 2024\nTỔNG CHI,645210,710430\nCHI ĐẦU TƯ,231040,251800\nCHI THƯỜNG XUYÊN,414170,{}\n"
    rows += "Giáo dục,320410,339070\nY tế,93760,119560\n"
    right, slip, wrong = (reading(rows.format(figure), "a.csv") for figure in (458_630, 438_630, 417_115))
    assert [line.split(" | ")[0] for line in lines(right)] == [
        "TỔNG CHI", "  CHI ĐẦU TƯ", "  CHI THƯỜNG XUYÊN", "    Giáo dục", "    Y tế",
    ]  # fmt: skip
    assert [line.split(" | ")[0] for line in lines(slip)] == [line.split(" | ")[0] for line in lines(right)]
    assert [balance.gap for balance in audit(slip.plan).failing] == [20_000, -20_000]
    assert not audit(wrong.plan).failing and "SX513" in doubts(wrong)


LISTED = """Office,2023,2024,2025
Archive,251043,263187,270219
Health,{},918176,952328
Nurses,512081,531142,550214
Vaccines,204172,213063,221501
Clinics,165884,173971,180613
Library,412307,421179,433501
Schools,1813566,1887408,1952269
Primary,902112,938703,971044
Secondary,711041,740212,765021
Nurseries,200413,208493,216204
Zoo,91041,93778,96557
"""


def test_lines_that_add_those_behind_them_in_all_columns_are_above_them_though_others_stand_beside() -> None:
    loaded = reading(LISTED.format(882137), "a.csv")
    assert [line.split(" |")[0] for line in lines(loaded)] == [
        "Archive", "Health", "  Nurses", "  Vaccines", "  Clinics", "Library",
        "Schools", "  Primary", "  Secondary", "  Nurseries", "Zoo",
    ]  # fmt: skip
    assert "SX513" not in doubts(loaded)


def test_a_single_line_that_adds_those_behind_it_stands_beside_them_and_is_told() -> None:
    loaded = reading(LISTED.format(882143), "a.csv")
    assert not any(line.startswith(" ") for line in lines(loaded)) and "SX513" in doubts(loaded)
