"""Budgets of towns, schools and councils abroad, as their offices lay them out."""

from recogniser.made import Rows, book, calculated, columns, doubts, lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.model.audit import audit

N = None


def test_spans_of_years_without_words_name_the_lines() -> None:
    rows = "| School year | Revenues | Expenditures |\n|---|---|---|\n| 2019-20 | $419.2 | $362.9 |\n"
    loaded = reading(rows + "| 2020-21 | $430.4 | $362.7 |\n| 2021-22 | $482.6 | $398.1 |\n", "x.md")
    assert lines(loaded)[0] == "2019-20 | 419.2 362.9"


def test_words_below_budget_line_are_titles_and_codes_stand_below_code() -> None:
    rows = [
        ["Code", "Budget line", "Total cost", "Donor A"],
        ["A", "Personnel", 95500, 70000],
        ["A.1", "Project manager", 52800, 40000],
        ["A.2", "Field engineers", 42700, 30000],
        ["B", "Equipment", 36600, 20400],
        ["B.1", "Drilling rig", 36600, 20400],
    ]
    assert lines(reading(book(rows)))[:2] == ["A Personnel | 95500 70000", "  A.1 Project manager | 52800 40000"]


def test_a_number_that_all_lines_share_is_no_code_beside_their_accounts() -> None:
    rows = [
        ["Account", "Purpose", "Article", "Prior year", "Next year"],
        ["4130-4139", "Executive", "02", 145230, 151200],
        ["4140-4149", "Elections", "02", 61400, 66150],
        ["4152", "Revaluation", "02", 45000, 45000],
        ["4153", "Legal expense", "02", 30000, 40000],
        [N, "Total", N, 281630, 302350],
    ]
    assert lines(reading(book(rows)))[0] == "4130-4139 Executive | 145230 151200"


def test_a_balance_carried_forward_heads_nothing_although_its_formula_adds() -> None:
    rows = [
        ["", "Budget", "Actual"],
        ["Receipts", "=SUM(B3:B4)", "=SUM(C3:C4)"],
        ["Precept", 28500, 28500],
        ["Rents", 640, 612],
        ["Surplus for year", 1000, 900],
        ["Balance b/f", 18450, 17450],
        ["Balance c/f", "=B5+B6", "=C5+C6"],
    ]
    values = {"B2": 29140, "C2": 29112, "B7": 19450, "C7": 18350}
    assert lines(reading(calculated(book(rows), values)))[-3:] == [
        "Surplus for year | 1000 900", "Balance b/f | 18450 17450", "Balance c/f [memo] [= #2 + #3] | 19450 18350",
    ]  # fmt: skip


def test_totals_called_alike_are_those_of_one_level() -> None:
    rows = [
        ["Category", "Account", "Description", "FY25", "FY26"],
        ["Emergency - 291", N, N, N, N],
        [N, "Personnel", N, N, N],
        [N, N, "Planning Director", 1156, 1150],
        [N, "Supplies", N, N, N],
        [N, N, "Planning expenses", 833, 840],
        [N, N, "TOTAL", 1989, 1990],
        ["Tree Warden - 294", N, N, N, N],
        [N, "Personnel", N, N, N],
        [N, N, "Warden wages", 1900, 1900],
        [N, "Services", N, N, N],
        [N, N, "Outside services", 0, 5000],
        [N, N, "TOTAL", 1900, 6900],
        ["Dispatch - 299", N, N, N, N],
        [N, "Services", N, N, N],
        [N, N, "Regional centre", 125000, 142410],
        [N, N, "TOTAL", 125000, 142410],
    ]
    assert lines(reading(book(rows)))[-3:] == [
        "Dispatch - 299 | 125000 142410", "  Services | . .", "    Regional centre | 125000 142410",
    ]  # fmt: skip


def test_small_numbers_typed_as_text_are_no_amounts_among_numbers() -> None:
    rows = [
        ["Position", "Grade", "Salary", "Benefits", "Total"],
        ["Director", "14", 98420, 31494, 129914],
        ["Librarian", "10", 131060, 47182, 178242],
        ["Assistant", "5", 187425, 65599, 253024],
        ["Page", "2", 62010, 4744, 66754],
    ]
    assert [*columns(reading(book(rows)))] == ["Salary", "Benefits", "total"]


def test_small_texts_with_a_sign_are_amounts_that_change_others() -> None:
    rows = [
        ["TT", "Đơn vị", "Dự toán giao", "Điều chỉnh", "Sau điều chỉnh"],
        ["1", "Phòng Nội vụ", 1420, "120-", 1300],
        ["2", "Phòng Y tế", 960, "+40", 1000],
        ["3", "Phòng Tư pháp", 715, "60-", 655],
        ["4", "Thanh tra", 680, "85-", 595],
    ]
    assert [*columns(reading(book(rows)))] == ["Dự toán giao", "Điều chỉnh", "Sau điều chỉnh"]


def test_a_section_right_above_a_list_without_a_header_is_its_first() -> None:
    rows = [
        ["Accounts for the year ending 31st March"], [],
        ["INCOME"], ["Precept", "£5,000.00"], ["VAT reclaim", "£878.99"], ["TOTAL INCOME", "£5,878.99"],
        ["EXPENDITURE"], ["Staff costs", "£5,120.00"], ["Allowance", "£220.00"], ["TOTAL EXPENDITURE", "£5,340.00"],
    ]  # fmt: skip
    assert lines(reading(book(rows))) == [
        "INCOME | 5878.99", "  Precept | 5000", "  VAT reclaim | 878.99",
        "EXPENDITURE | 5340", "  Staff costs | 5120", "  Allowance | 220",
    ]  # fmt: skip


def test_the_tail_of_a_difference_is_noise_of_the_figures_it_was_made_of() -> None:
    rows = [
        ["Account", "Budget", "Spent", "Available"],
        ["Salaries", 1935600, 1269395.87, "=B2-C2"],
        ["Travel", 24000, 15822.09, "=B3-C3"],
        ["Printing", 3200, 1190.66, "=B4-C4"],
    ]
    loaded = reading(calculated(book(rows), {"D2": 666204.1299999999, "D3": 8177.90999999997, "D4": 2009.34}))
    assert lines(loaded)[1] == "Travel | 24000 15822.09 8177.91"
    assert "SX517" in doubts(loaded)
    assert audit(loaded.plan).hold == 3


def test_entities_of_html_are_their_signs_and_blanks_before_a_title_indent_it() -> None:
    rows = "| R&amp;D | 300 |\n| &emsp;Staff | 200 |\n| &emsp;Tools | 100 |\n| Rent | 50 |\n"
    loaded = reading("| Item | Amount |\n|---|---:|\n" + rows, "x.md")
    assert lines(loaded) == ["R&D | 300", "  Staff | 200", "  Tools | 100", "Rent | 50"]


def test_sections_named_in_the_header_said_once_more_side_by_side_are_one_list() -> None:
    head = ["Projected", "Actual"]
    rows = [
        ["HOUSING", *head, N, "LEISURE", *head],
        ["Rent", 1450, 1450, N, "Streaming", 35, 35],
        ["Phone", 65, 71, N, "Movies", 40, 28],
        ["Water", 30, 28, N, "Subtotal", 75, 63],
        ["Subtotal", 1545, 1549],
        [],
        ["TRANSPORT", *head, N, "LOANS", *head],
        ["Car", 310, 310, N, "Student", 220, 220],
        ["Fuel", 140, 163, N, "Credit card", 100, 150],
        ["Subtotal", 450, 473, N, "Subtotal", 320, 370],
    ]
    assert lines(reading(book(rows))) == [
        "HOUSING | 1545 1549", "  Rent | 1450 1450", "  Phone | 65 71", "  Water | 30 28",
        "TRANSPORT | 450 473", "  Car | 310 310", "  Fuel | 140 163",
        "LEISURE | 75 63", "  Streaming | 35 35", "  Movies | 40 28",
        "LOANS | 320 370", "  Student | 220 220", "  Credit card | 100 150",
    ]  # fmt: skip


def test_totals_lettered_like_their_lines_are_known_by_their_formulas() -> None:
    rows = [
        ["Object class categories", "Federal", "Match"],
        ["a. Personnel", 152000, 38000],
        ["b. Travel", 8450, 1200],
        ["c. Other", 9870, 3300],
        ["d. Total Direct Charges (sum of 6a-6c)", "=SUM(B2:B4)", "=SUM(C2:C4)"],
        ["e. Indirect Charges", 31122, 5600],
        ["f. TOTALS (sum of 6d and 6e)", "=B5+B6", "=C5+C6"],
    ]
    values = {"B5": 170320, "C5": 42600, "B7": 201442, "C7": 48100}
    loaded = reading(calculated(book(rows), values))
    assert [line.partition(" |")[0] for line in lines(loaded)] == [
        "d. Total Direct Charges (sum of 6a-6c)", "  a. Personnel", "  b. Travel", "  c. Other",
        "e. Indirect Charges", "declared",
    ]  # fmt: skip
    assert len(audit(loaded.plan).failing) == 2


def test_a_letter_that_may_be_a_numeral_needs_the_one_before_it() -> None:
    rows = [
        ["Cost category", "Year 1"],
        ["A. Senior Personnel", 45000], ["B. Other Personnel", 88000], ["C. Fringe Benefits", 36750],
        ["D. Equipment", 15000], ["E. Travel", 9000], ["F. Participant Support", 0], ["G. Other Direct Costs", 18000],
        ["H. Total Direct Costs (A through G)", "=SUM(B2:B8)"],
        ["I. Indirect Costs", 88270],
        ["J. Total Direct and Indirect Costs (H + I)", "=B9+B10"],
    ]  # fmt: skip
    read = lines(reading(calculated(book(rows), {"B9": 211750, "B11": 300020})))
    assert "  J. Total Direct and Indirect Costs (H + I) | 300020" not in read


def test_malay_offices_state_quantities_and_prices_a_month() -> None:
    rows = "| Pengurus | 6 | 12,000/bulan | 72,000 |\n| Pembangun | 24 | 8,000/bulan | 192,000 |\n"
    rows += "| Pelayan | 1 | 24,000 | 24,000 |\n| **JUMLAH** | | | **288,000** |\n"
    loaded = reading("| Item | Kuantiti | Kos Unit (RM) | Jumlah (RM) |\n|---|---|---|---|\n" + rows, "x.md")
    assert lines(loaded) == ["Pengurus | 72000", "Pembangun | 192000", "Pelayan | 24000", "declared | 288000"]


def test_a_total_of_years_behind_a_price_is_a_product_too() -> None:
    rows = [
        ["Ref", "Activity", "Qty", "Unit rate (USD)", "Year 1", "Year 2", "Total (USD)"],
        ["1.1", "Coordinator", 24, 1800, 21600, 21600, 43200],
        ["1.2", "Nurses", 72, 750, 27000, 27000, 54000],
        ["1.3", "Field visits", 40, 120, 2400, 2500, 4900],
        ["1.4", "Fridges", 6, 1450, 8700, 0, 8700],
    ]
    loaded = reading(book(rows))
    found = [one for one in check_plan(loaded).findings if one.code == "SX508"]
    assert [one.facts["stated"] for one in found] == [4900]


def test_a_total_amidst_figures_that_are_none_of_its_parts_is_left_out() -> None:
    rows = (
        "| Metric | Value |\n|---|---|\n| Total Expenditures | $109.6 billion |\n| Total Revenue | $117.7 billion |\n"
    )
    loaded = reading(rows + "| Police | $6.6 billion |\n| Fire | $2.5 billion |\n| Schools | $74.1 billion |\n", "x.md")
    assert not [one for one in check_plan(loaded).findings if one.severity == "error"]


def test_a_markdown_table_may_have_a_header_of_blanks() -> None:
    loaded = reading(
        "## Orders\n\n| | |\n|---|---|\n| Boards | £48.90 |\n| Cables | £33.40 |\n| **Total** | **£82.30** |\n", "x.md"
    )
    assert lines(loaded) == ["Boards | 48.9", "Cables | 33.4", "declared | 82.3"]


def test_numbers_of_one_length_right_before_the_titles_are_codes_rather_than_those_of_groups() -> None:
    rows = "FUND CODE,FUND,APPROPRIATION ACCOUNT,ACCOUNT DESCRIPTION,2022 REVISED,2023 ADOPTED BUDGET\n"
    rows += (
        "0100,Corporate,0005,Salaries and wages,8912440,9310226\n0100,Corporate,0015,Salary adjustments,18224,19107\n"
    )
    rows += "0100,Corporate,0140,Technical services,440000,505000\n0200,Water,0005,Salaries and wages,901220,955413\n"
    assert lines(reading(rows, "a.csv"))[0] == "0005 Salaries and wages | 8912440 9310226"


def test_a_rate_is_a_price_where_things_are_counted() -> None:
    rows = "Item,Description,Unit,Qty,Rate,Amount\n1,Excavation,m3,450,1200,540000\n2,Slab,m2,380,460,174800\n"
    loaded = reading(f"{rows},Total,,,,714800\n", "a.csv")
    assert doubts(loaded) == [] and lines(loaded)[-1] == "declared | 714800"


def test_a_total_of_all_is_not_that_of_an_indented_section() -> None:
    rows: Rows = [["Grant budget"], [None, "Amount"], ["Personnel"], ["  Leader", 120], ["  Assistant", 240]]
    rows = [
        *rows,
        ["Fringe", 90],
        ["Travel", 35],
        ["Total direct", 485],
        ["Indirect (10%)", 48.5],
        ["Total request", 533.5],
    ]
    loaded = reading(book(rows))
    assert lines(loaded) == [
        "Total direct | 485",
        "  Personnel | .",
        "    Leader | 120",
        "    Assistant | 240",
        "  Fringe | 90",
        "  Travel | 35",
        "Indirect (10%) | 48.5",
        "declared | 533.5",
    ]
    assert [*columns(loaded)] == ["Amount"] and doubts(loaded) == []


def test_indentation_shows_what_a_total_on_top_is_the_sum_of() -> None:
    rows: Rows = [["Item", "Amount"], ["Total", 560], ["Works", 340], ["Roof", 200], ["Walls", 140], ["Design", 220]]
    rows = [*rows, ["Reserve 10%", 56], ["Grand total", 616]]
    indent = {"A3": 1, "A4": 2, "A5": 2, "A6": 1}
    loaded = reading(book(rows, indent=indent))
    assert lines(loaded)[0] == "Total | 560" and lines(loaded)[-2:] == ["Reserve 10% | 56", "declared | 616"]
    assert doubts(loaded) == []
    rows = [row if row[0] != "Works" else ["Works"] for row in rows]
    assert lines(reading(book(rows, indent=indent)))[:2] == ["Total | 560", "  Works | ."]


def test_a_name_in_the_column_of_groups_is_that_of_its_row() -> None:
    rows = [
        ["Category", "Item", "Qty", "Unit Cost", "Total"],
        ["Hardware", "Motors", 8, 25, 200],
        [N, "Wheels", 16, 4, 64],
        [N, "Subtotal", N, N, 264],
        ["Electronics", "Controller", 2, 115, 230],
        [N, "Sensors", 12, 9, 108],
        [N, "Subtotal", N, N, 338],
        ["Shipping", N, N, N, 64],
        ["TOTAL", N, N, N, 666],
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[-2:] == ["Shipping | 64", "declared | 666"]
    assert not audit(loaded.plan).failing


def test_the_header_again_below_the_name_of_the_other_side_opens_it() -> None:
    rows = [
        ["INCOME", "Planned", "Actual"],
        ["Tickets", 24000, 26150],
        ["Sponsors", 31000, 27500],
        ["Total income", 55000, 53650],
        [],
        ["EXPENSES", "Planned", "Actual"],
        ["Venue", 18000, 18450],
        ["Catering", 21500, 22380],
        ["Total expenses", 39500, 40830],
        [],
        ["NET", 15500, 12820],
    ]
    assert lines(reading(book(rows))) == [
        "INCOME | 55000 53650",
        "  Tickets | 24000 26150",
        "  Sponsors | 31000 27500",
        "EXPENSES | 39500 40830",
        "  Venue | 18000 18450",
        "  Catering | 21500 22380",
        "NET [memo] [= #1 - #2] | 15500 12820",
    ]


def test_a_subtotal_of_lines_from_the_one_to_the_other_is_no_difference() -> None:
    rows = [
        ["Costs", "Total cost (EUR)", "Donor (EUR)"],
        ["1. Human resources", 70000, 63000],
        ["2. Travel", 6000, 5400],
        ["3. Equipment", 4000, 3600],
        ["4. Subtotal direct costs (1-3)", 80000, 72000],
        ["5. Administrative costs", 5600, 5040],
        ["6. Total (4+5)", 85600, 77040],
    ]
    assert lines(reading(book(rows)))[3] == "4. Subtotal direct costs (1-3) [memo] [= #1 + #2 + #3] | 80000 72000"
    rows[3][1] = 5000
    assert "SX515" in doubts(reading(book(rows)))


def test_blanks_behind_a_whole_number_make_no_codes_of_amounts() -> None:
    rows = [
        ["STT", "Hạng mục", "Kinh phí (triệu đồng)", "Nguồn NSNN", "Nguồn xã hội hóa"],
        [1, "Nhà tiền tế", "1.250,5", "1.000,5", "250"],
        [2, "Hậu cung", "980", "980", "……"],
        [3, "Nhà bia", "NC", "……", "……"],
        [4, "Sân vườn", "315,25", "-", "315,25"],
        [N, "Cộng", "2.545,75", "1.980,5", "565,25"],
    ]
    assert lines(reading(book(rows)))[0] == "1 Nhà tiền tế | 1250.5 1000.5 250"


def test_the_only_line_below_another_stays_there_where_the_total_states_what_nothing_beside_it_does() -> None:
    rows = [["STT", "Item", "2024", "2025"], [1, "Alpha", 10, N], ["1.1", "Part", 4, 7], [N, "Total", N, 7]]
    assert "    1.1 Part | 4 7" in lines(reading(book(rows)))
