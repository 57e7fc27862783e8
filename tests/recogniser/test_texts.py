"""Tables in Markdown, and what the sums say where words and numbers leave it open."""

import pytest

from recogniser.made import book, columns, doubts, lines, reading
from sxtdbv_cli.model.audit import audit
from sxtdbv_cli.model.finding import Unreadable


def test_a_header_in_words_that_are_not_known_is_one_by_the_rule_below_it() -> None:
    loaded = reading(
        "**Gastos 2026**\n\n| Partida | Importe | Notas |\n|---|---:|---|\n"
        "| Salarios | 1.500,00 € | doce meses |\n| Alquiler | 400,00 € | |\n| Seguros | 20,50 € | |\n"
        "| **Total** | **1.920,50 €** | |\n",
        "x.md",
    )
    assert lines(loaded) == ["Salarios | 1500", "Alquiler | 400", "Seguros | 20.5", "declared | 1920.5"]
    assert columns(loaded) == {"Importe": ""}
    assert loaded.plan.unit.name == "EUR"
    assert doubts(loaded) == []


def test_a_markdown_table_without_bars_around_it_and_links_in_its_titles() -> None:
    loaded = reading(
        "Item                  | Amount\n--------------------- | -------\n"
        "[Rent](https://x.org/a_(b).html) | $25,000\nTravel | $4,000\n**Total** | **$29,000**\n",
        "x.md",
    )
    assert lines(loaded) == ["Rent | 25000", "Travel | 4000", "declared | 29000"]


def test_what_most_rows_say_behind_the_last_column_is_no_amount_and_a_blank_line_ends_no_table() -> None:
    loaded = reading(
        "| Name | Amount |\n|---|---:|\n| Ana | €50 | paid\n| Bea | €60 | ---\n| Cy | €70 | paid\n\n"
        "| **Total** | **€180** |\n\nNotes\n",
        "x.md",
    )
    assert lines(loaded) == ["Ana | 50", "Bea | 60", "Cy | 70", "declared | 180"]


def test_signs_with_a_backslash_before_them_are_signs() -> None:
    loaded = reading(
        "| Category | Spending |\n|---|---|\n| Staff | \\$1,500 |\n| Rent \\& fees | \\$2,000.50 |\n", "x.md"
    )
    assert lines(loaded) == ["Staff | 1500", "Rent & fees | 2000.5"]


def test_a_long_text_that_begins_as_a_total_makes_no_amounts_of_years() -> None:
    rows = ["series,year,amount,locator"]
    said = ["Total spending less what was written off in the year", "As reported in the annex to the accounts"]
    rows += [
        f"{name},{year},{year % 7}4.5,{said[name == 'grants']}" for name in ("costs", "grants") for year in (2012, 2014)
    ]
    assert list(columns(reading("\n".join(rows), "x.csv"))) == ["amount"]


def test_of_several_numbers_before_the_titles_those_next_to_them_are_the_codes() -> None:
    rows = [
        ["Fund", "Dept", "Account", "Description", "FY22 Actual", "FY23 Adopted"],
        [100, 110, 5101, "Salaries", 412350, 438200],
        [100, 110, 5120, "Overtime", 11875, 9000],
        [100, 110, 5310, "Supplies", 4210, 5000],
        [None, None, None, "Department 110 Total", 428435, 452200],
        [100, 120, 5101, "Salaries", 868110, 902430],
        [100, 120, 5120, "Overtime", 95240, 80000],
        [None, None, None, "Department 120 Total", 963350, 982430],
        [None, None, None, "Fund 100 Total", 1391785, 1434630],
    ]
    found = lines(reading(book(rows)))
    assert found[:3] == [
        "Department 110 Total | 428435 452200",
        "  5101 Salaries | 412350 438200",
        "  5120 Overtime | 11875 9000",
    ]


def test_what_calls_itself_a_total_and_is_the_sum_of_nothing_stays_a_line_and_is_told() -> None:
    rows = [
        "Breakdown,2018,2017",
        "Total revenue,265595,229234",
        "Cost of revenue,163756,141048",
        "Gross profit,101839,88186",
        "Operating expenses,,",
        "Research,14236,11581",
        "Selling,16705,15261",
        "Total operating expenses,30941,26842",
        "Operating income,70898,61344",
        "Total other income net,2005,2745",
        "Interest expense,3240,2323",
        "Income before tax,69663,61766",
    ]
    loaded = reading("\n".join(rows), "x.csv")
    titles = [line.partition(" |")[0] for line in lines(loaded)]
    assert titles == [
        "Total revenue", "Cost of revenue", "Gross profit", "Operating expenses", "  Research", "  Selling",
        "Operating income", "Total other income net", "Interest expense", "Income before tax",
    ]  # fmt: skip
    assert "SX513" in doubts(loaded)


def test_a_table_that_begins_with_its_amounts() -> None:
    rows = [["Amount", "Category", "Description"], ["290.00", "Entry", "Early fee"], ["45.50", "Racer", "First aid"]]
    rows += [["70.00", "Racer", "Medical"], ["9.90", "Racer", "Gloves"]]
    found = lines(reading("\n".join(map(",".join, rows)), "x.csv"))
    assert found == ["Early fee | 290", "First aid | 45.5", "Medical | 70", "Gloves | 9.9"]


def test_prices_that_do_not_tell_how_they_are_written_are_read_as_the_amounts_are() -> None:
    loaded = reading(
        "| Purpose | Trips | Per Trip | Total |\n|---|---|---|---|\n| Home | 2 | $1,500 | $3,000 |\n"
        "| Abroad | 1 | $3,000 | $3,000 |\n| Visits | 3 | $800 | $2,400 |\n| **Subtotal** | | | **$8,400** |\n",
        "x.md",
    )
    assert lines(loaded) == ["Subtotal | 8400", "  Home | 3000", "  Abroad | 3000", "  Visits | 2400"]
    assert columns(loaded) == {"Total": ""}


def test_a_second_table_of_a_text_is_told() -> None:
    one = "| Poste | Montant |\n|---|---:|\n| Loyer | 1.500 |\n| Eau | 2.300 |\n| Gaz | 4.100 |\n"
    loaded = reading(f"{one}\nAutre :\n\n{one.replace('Gaz', 'Bois')}", "x.md")
    assert lines(loaded) == ["Loyer | 1500", "Eau | 2300", "Gaz | 4100"]
    assert doubts(loaded) == ["SX516"]


def test_a_figure_in_thousands_or_millions_of_another_unit_is_none() -> None:
    loaded = reading(
        "| Category | Budget |\n|---|---|\n| Travel | $150M |\n| Staff | $1.2B |\n| Rent | $900 |\n"
        "| Fees | $28k |\n| Fuel | $70 |\n| Food | $80 |\n",
        "x.md",
    )
    assert lines(loaded) == ["Travel | .", "Staff | .", "Rent | 900", "Fees | .", "Fuel | 70", "Food | 80"]
    assert doubts(loaded).count("SX511") == 3


def test_a_rate_in_a_title_makes_no_line_of_percentages() -> None:
    rows = [
        ["STT", "Nội dung", "Kinh phí (đồng)"],
        ["1", "Thiết bị", 700],
        ["2", "Nhân công", 300],
        [None, "Dự phòng (10%)", 100],
        [None, "Tỷ lệ so với năm trước (%)", 95],
        [None, "Tổng cộng", 1100],
    ]
    loaded = reading(book(rows))
    assert lines(loaded) == [
        "1 Thiết bị | 700",
        "2 Nhân công | 300",
        "Dự phòng (10%) | 100",
        "Tỷ lệ so với năm trước (%) [memo] | 95",
        "declared | 1100",
    ]
    assert not audit(loaded.plan).failing


HEADER = ["STT", "Nội dung", "Năm 2025", "Năm 2026"]


def test_a_section_beside_a_total_that_adds_up_only_with_it_stands_below_and_is_told() -> None:
    rows = [
        ["ĐVT: triệu đồng"],
        HEADER,
        ["A", "TỔNG CHI", 1500, 1620],
        ["I", "Chi cân đối", 1000, 1100],
        [1, "Chi đầu tư", 400, 450],
        [2, "Chi thường xuyên", 600, 650],
        ["B", "CHI CÓ MỤC TIÊU", 500, 520],
        ["C", "BỘI CHI", 30, 40],
    ]
    loaded = reading(book(rows))
    assert lines(loaded) == [
        "A TỔNG CHI | 1500 1620",
        "  I Chi cân đối | 1000 1100",
        "    1 Chi đầu tư | 400 450",
        "    2 Chi thường xuyên | 600 650",
        "  B CHI CÓ MỤC TIÊU | 500 520",
        "C BỘI CHI | 30 40",
    ]
    assert doubts(loaded) == ["SX513"]
    rows[2] = ["A", "TỔNG CHI", 1500, 1600]
    loaded = reading(book(rows))
    assert lines(loaded)[4:] == ["B CHI CÓ MỤC TIÊU | 500 520", "C BỘI CHI | 30 40"]
    assert len(audit(loaded.plan).failing) == 2


def test_the_rest_of_the_line_above_is_no_rule_of_its_own() -> None:
    rows = [
        ["ĐVT: triệu đồng"],
        HEADER,
        ["1", "Chi đầu tư", 900, 800],
        ["1.1", "Vốn cho doanh nghiệp", 200, None],
        ["1.2", "Chi đầu tư còn lại (1-1.1)", 700, 800],
        ["2", "Chi thường xuyên", 300, 400],
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[:3] == [
        "1 Chi đầu tư | 900 800",
        "  1.1 Vốn cho doanh nghiệp | 200 .",
        "  1.2 Chi đầu tư còn lại (1-1.1) | 700 800",
    ]
    assert doubts(loaded) == []


def test_a_partial_listing_never_exceeds_the_whole_where_it_can_be_read_otherwise() -> None:
    rows = [
        ["ĐVT: triệu đồng"],
        HEADER,
        ["1", "Chi đầu tư", 900, 800],
        [None, "Trong đó:", None, None],
        [None, "Phân theo nguồn vốn", 900, 800],
        ["a", "Vốn trong nước", 500, 450],
        ["b", "Xổ số", 400, 350],
        ["2", "Chi thường xuyên", 300, 400],
    ]
    loaded = reading(book(rows))
    assert lines(loaded) == [
        "1 Chi đầu tư | 900 800",
        "  Phân theo nguồn vốn [of-which] | 900 800",
        "    a Vốn trong nước | 500 450",
        "    b Xổ số | 400 350",
        "2 Chi thường xuyên | 300 400",
    ]


def test_counts_are_no_amounts() -> None:
    rows = [
        ["TT", "Chỉ tiêu", "Tần suất", "Số điểm", "Số đợt/năm", "Số lượng", "Đơn giá (đồng)", "Thành tiền (đồng)"],
        ["1", "Nhiệt độ", 2, 6, 18, 108, 1000, 108000],
        ["2", "Độ mặn", 2, 6, 18, 108, 2000, 216000],
        [None, "Cộng", None, None, None, None, None, 324000],
    ]
    loaded = reading(book(rows))
    assert lines(loaded) == ["1 Nhiệt độ | 108000", "2 Độ mặn | 216000", "declared | 324000"]
    assert doubts(loaded) == []


def table(*rows: str) -> str:
    """A Markdown table; the first row is its header."""
    head, *body = rows
    rule = "|" + "---|" * (head.count("|") + 1)
    return "\n".join([f"| {head} |", rule, *(f"| {row} |" for row in body), ""])


def test_signs_of_currencies_and_groups_of_two_digits() -> None:
    loaded = reading(
        table(
            "Item | Cost", "Survey | ₹1,50,000", "Design | ₹80,000", "Works | ₹12,00,000.50", "Total | ₹14,30,000.50"
        ),
        "x.md",
    )
    assert lines(loaded) == ["Survey | 150000", "Design | 80000", "Works | 1200000.5", "declared | 1430000.5"]
    assert loaded.plan.unit.name == "INR"
    assert doubts(loaded) == []
    loaded = reading(
        table("Concepto | Monto (S/)", "Agua | S/ 1,250.00", "Luz | S/ 300.00", "Total | S/ 1,550.00"), "x.md"
    )
    assert lines(loaded) == ["Agua | 1250", "Luz | 300", "declared | 1550"]
    assert loaded.plan.unit.name == "PEN"
    assert doubts(loaded) == []


def test_an_approximate_figure_is_read_and_told() -> None:
    loaded = reading(
        table("Item | Cost", "Server | $6", "Traffic | ~$5", "Domain | $0 (first year)", "Total | $11 ✅"), "x.md"
    )
    assert lines(loaded) == ["Server | 6", "Traffic | 5", "Domain | 0", "declared | 11"]
    assert doubts(loaded) == ["SX511", "SX511"]


def test_the_titles_are_the_first_words_not_what_a_heading_behind_the_amounts_says() -> None:
    loaded = reading(
        table(
            "Supplier | Cost | Purpose",
            "Acme | 1,500 | Printing",
            "Bolt | 2,250 | Transport",
            "Case | 3,100 | Hall",
            "Total | 6,850 | Everything",
        ),
        "x.md",
    )
    assert lines(loaded) == ["Acme | 1500", "Bolt | 2250", "Case | 3100", "declared | 6850"]
    assert doubts(loaded) == []
    loaded = reading(
        table(
            "Supplier | Amount | Description", "Acme | 1,500 | Printing", "Acme | 2,250 | Hall", "Case | 3,100 | Cars"
        ),
        "x.md",
    )
    assert lines(loaded) == ["Printing | 1500", "Hall | 2250", "Cars | 3100"]


def test_a_line_behind_the_total_is_not_part_of_it_where_the_total_holds_without_it() -> None:
    rows = ["Line item | One-time | Monthly", "Training | 30 | 5", "Hosting | 20 | 10", "Total | 50 | 15"]
    loaded = reading(table(*rows, "Credit left | 250 | 7"), "x.md")
    assert lines(loaded) == [
        "Training | 30 5",
        "Hosting | 20 10",
        "Credit left [memo] | 250 7",
        "declared | 50 15",
    ]
    assert doubts(loaded) == ["SX513"]
    assert not audit(loaded.plan).failing


SECTIONS = [
    "Item | Detail | Cost",
    "**Build** | | ",
    "Walls | brick | 300",
    "Roof | tiles | 200",
    "**Subtotal build** | | **500**",
    "**Fit out** | | ",
    "Paint | white | 40",
    "Doors | oak | 60",
]


def test_a_subtotal_gives_its_figures_to_the_bare_heading_above_its_lines() -> None:
    loaded = reading(table(*SECTIONS, "**Fit out subtotal** | | **100**", "Reserve | | 70", "Total | | 670"), "x.md")
    assert lines(loaded) == [
        "Build | 500",
        "  Walls | 300",
        "  Roof | 200",
        "Fit out | 100",
        "  Paint | 40",
        "  Doors | 60",
        "Reserve | 70",
        "declared | 670",
    ]
    assert not audit(loaded.plan).failing
    assert doubts(loaded) == []


def test_a_heading_that_nothing_ends_is_told() -> None:
    loaded = reading(
        table(*SECTIONS[:-2], "Paint | white | 40", "Reserve | any | 70", "Total | | 610"),
        "x.md",
    )
    assert lines(loaded)[3:] == ["Fit out | .", "Paint | 40", "Reserve | 70", "declared | 610"]
    assert doubts(loaded) == ["SX513"]


def test_a_line_whose_amount_only_the_subtotal_below_needs_belongs_to_its_section_and_is_told() -> None:
    rows = [
        "Phase | Cost",
        "Phase 1: Build | ",
        "- Walls | 300",
        "- Roof | 200",
        " | 500",
        "Phase 2: Fit out | ",
        "- Paint | 40",
        "- Doors | 60",
        "Reserve | 70",
        " | 170",
        "Total | 670",
    ]
    loaded = reading(table(*rows), "x.md")
    assert lines(loaded) == [
        "Phase 1: Build | 500",
        "  - Walls | 300",
        "  - Roof | 200",
        "Phase 2: Fit out | 170",
        "  - Paint | 40",
        "  - Doors | 60",
        "  Reserve | 70",
        "declared | 670",
    ]
    assert doubts(loaded) == ["SX513"]


def test_few_numbers_nest_where_they_are_those_of_all_headings() -> None:
    tiers = [[None, f"Từ {start} người", start * 1000 + 7] for start in range(10, 40, 5)]
    rows = [
        ["ĐVT: đồng"],
        ["STT", "Nội dung", "Mức chi"],
        ["I", "Cơ quan cấp tỉnh", None],
        [1, "Đơn vị cấp I", None],
        *tiers,
        [2, "Đơn vị cấp II", None],
        *tiers,
        ["II", "Cơ quan cấp xã", None],
        *tiers,
    ]
    loaded = reading(book(rows))
    found = lines(loaded)
    assert found[:3] == ["I Cơ quan cấp tỉnh | .", "  1 Đơn vị cấp I | .", "    Từ 10 người | 10007"]
    assert found[8] == "  2 Đơn vị cấp II | ."
    assert found[15:17] == ["II Cơ quan cấp xã | .", "  Từ 10 người | 10007"]
    assert doubts(loaded) == []


def test_a_running_total_of_a_column_is_no_amount_beside_it() -> None:
    loaded = reading(
        table(
            "No | Item | Amount | Running",
            "1 | Staff | 1,200 | 1,200",
            "2 | Tools | 1,100 | 2,300",
            "3 | Rent | 1,300 | 3,600",
            " | Total | 3,600 | 3,600",
        ),
        "x.md",
    )
    assert lines(loaded) == ["1 Staff | 1200", "2 Tools | 1100", "3 Rent | 1300", "declared | 3600"]
    assert doubts(loaded) == ["SX516"]
    assert not audit(loaded.plan).failing


def test_a_break_within_a_cell_is_a_blank() -> None:
    loaded = reading(table("Item<br>of work | Cost", "Walls<br>and<br/>roof | 1,500.50", "Paint | 300"), "x.md")
    assert lines(loaded) == ["Walls and roof | 1500.5", "Paint | 300"]


def test_text_behind_a_table_is_no_line_of_it() -> None:
    rows = [["Hạng mục", "Chi phí (VNĐ)"], ["Cảm biến", "35.000"], ["Bơm nước", "30.000"], ["Đèn chiếu", "25.000"]]
    rows.append(["Tổng", "90.000"])
    bars = "\n".join("|\n" + "".join(f"{cell}\n|\n" for cell in row) for row in rows).replace("\n\n", "\n")
    tabs = "\n".join("\t".join(row) for row in rows)
    pipes = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    for shape in (bars, tabs, pipes):
        loaded = reading(f"Chi phí\n\n{shape}\n\n2.2 Danh sách rủi ro\n\nHết\n", "x.txt")
        assert lines(loaded) == ["Cảm biến | 35000", "Bơm nước | 30000", "Đèn chiếu | 25000", "declared | 90000"]


def test_one_bullet_that_falls_short_of_its_line_is_a_partial_listing_and_told() -> None:
    rows = [
        ["ĐVT: triệu đồng"],
        HEADER,
        ["I", "Thu nội địa", 900, 1000],
        ["1", "Thu tiền thuê đất", 200, 300],
        [None, "- Thu do địa phương quản lý", 200, 255],
        ["2", "Lệ phí", 700, 700],
        [None, "- Lệ phí trước bạ", 500, 700],
        [None, "- Lệ phí khác", 200, 10],
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[2] == "    - Thu do địa phương quản lý [of-which] | 200 255"
    assert doubts(loaded) == ["SX513"]
    assert len(audit(loaded.plan).failing) == 1
    rows[4] = [None, "- Thu do địa phương quản lý", 200, 355]
    loaded = reading(book(rows))
    assert lines(loaded)[2] == "    - Thu do địa phương quản lý | 200 355"
    assert len(audit(loaded.plan).failing) == 2


def test_a_price_beside_quantities_in_words_is_no_amount() -> None:
    loaded = reading(
        "| STT | Nội dung | Đơn giá (đồng) | Số lượng | Thành tiền (đồng) |\n|---|---|---|---|---|\n"
        "| I | Thiết bị | | | 56.000.000 |\n| 1 | Máy in | 25.000.000 | 2 chiếc | 50.000.000 |\n"
        "| 2 | Giấy | 60.000 | 100 ram | 6.000.000 |\n",
        "x.md",
    )
    assert columns(loaded) == {"Thành tiền (đồng)": ""}
    assert lines(loaded) == ["I Thiết bị | 56000000", "  1 Máy in | 50000000", "  2 Giấy | 6000000"]


def test_tools_are_no_total() -> None:
    rows = [
        ["STT", "Nội dung", "Kinh phí"],
        [None, "Nhân sự", 3600],
        [None, "Công cụ, phần mềm", 180],
        [None, "Kiểm thử", 180],
        [None, "Công", 3960],
    ]
    loaded = reading(book(rows))
    assert lines(loaded) == ["Nhân sự | 3600", "Công cụ, phần mềm | 180", "Kiểm thử | 180", "declared | 3960"]


@pytest.mark.parametrize(("title", "total"), [("TỔNG CỘNG", 1749), ("Tổng", 1700)])
def test_the_total_may_be_numbered_like_the_sections(title: str, total: int) -> None:
    rows = [
        ["STT", "Nội dung", "Kinh phí"],
        ["I", "Nhân sự", 1500],
        ["II", "Hạ tầng", 90],
        [1, "Máy chủ", 60],
        [2, "Tên miền", 30],
        ["III", "Dự phòng", 159],
        ["IV", title, total],
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[-2:] == ["III Dự phòng | 159", f"declared | {total}"]
    assert len(audit(loaded.plan).failing) == (total != 1749)


def test_a_numbered_line_that_is_called_a_total_of_something_else_is_a_line() -> None:
    rows = [["STT", "Nội dung", "Kinh phí"], ["I", "Thu", 900], ["II", "Chi", 700], ["III", "Tổng dư nợ", 55]]
    assert lines(reading(book(rows))) == ["I Thu | 900", "II Chi | 700", "III Tổng dư nợ | 55"]


def test_a_line_that_is_the_sum_of_those_before_it_is_found_by_the_total() -> None:
    rows = [
        ["Thành phần", "Số tiền (triệu đồng)"],
        ["Nhân công", 480],
        ["Máy chủ", 75],
        ["Ước lượng cơ sở", 555],
        ["Dự phòng rủi ro", 55],
        ["Đường cơ sở chi phí", 610],
        ["Dự phòng quản lý", 30],
        ["Tổng kinh phí", 640],
    ]
    loaded = reading(book(rows))
    assert lines(loaded) == [
        "Đường cơ sở chi phí | 610",
        "  Ước lượng cơ sở | 555",
        "    Nhân công | 480",
        "    Máy chủ | 75",
        "  Dự phòng rủi ro | 55",
        "Dự phòng quản lý | 30",
        "declared | 640",
    ]
    assert doubts(loaded).count("SX513") == 2
    rows[4][1] = 56  # one link does not hold: the total is that of a part, and this is said
    loaded = reading(book(rows))
    assert "SX513" in doubts(loaded)
    assert not audit(loaded.plan).failing


EQUIPMENT = "| Hạng mục | Thành tiền (đồng) |\n|---|---|\n| Máy chủ | 80.000.000 |\n| Máy tính | 50.000.000 |\n"


@pytest.mark.parametrize(
    ("behind", "declared", "code"),
    [
        ("**TỔNG CHI PHÍ THIẾT BỊ:** **130.000.000 VNĐ**", "declared | 130000000", []),
        ("Tổng cộng: 131 triệu đồng.", "declared | 131000000", []),
        ("Tổng mức đầu tư: 950.000.000 đồng", "Máy tính | 50000000", ["SX516"]),
        ("Bảo hiểm: 130.000.000 đồng", "Máy tính | 50000000", []),
        ("Tổng cộng: khoảng 130.000.000 đồng", "Máy tính | 50000000", []),
    ],
)
def test_the_line_behind_a_table_may_say_its_total(behind: str, declared: str, code: list[str]) -> None:
    loaded = reading(f"{EQUIPMENT}\n{behind}\n\nGhi chú khác\n", "x.md")
    assert lines(loaded)[-1] == declared
    assert [found for found in doubts(loaded) if found == "SX516"] == code
    assert len(audit(loaded.plan).failing) == ("131" in declared)


WAGES = (
    "| STT | Chức danh | Số lượng | Lương/tháng (đồng) | Thời gian (tháng) | Thành tiền (đồng) |\n"
    "|---|---|---|---|---|---|\n"
    "| 1 | Quản lý | 1 | 15.000.000 | 8 | 120.000.000 |\n| 2 | Lập trình | 3 | 12.000.000 | 8 | 288.000.000 |\n"
    "| 3 | Kiểm thử | 2 | 10.000.000 | 4 | 80.000.000 |\n| 4 | Tư vấn | 1 | 16.000.000 | 1 | 16.000.000 |\n"
)


def test_of_several_tables_the_one_with_most_lines_is_read_and_the_others_are_told() -> None:
    short = "| STT | Vai trò | Số giờ | Đơn giá | Thành tiền |\n|---|---|---|---|---|\n"
    short += "".join(f"| {n} | Việc {n} | {n}0 | 10.000 | {n}00.000 |\n" for n in range(1, 4))
    long = "| STT | Hạng mục | Kinh phí (đồng) |\n|---|---|---|\n"
    long += "".join(f"| {n} | Mục {n} | {n}00.000 |\n" for n in range(1, 6))
    loaded = reading(f"## Nhân công\n\n{short}\n\n## Kinh phí\n\n{long}", "x.md")
    assert lines(loaded)[0] == "1 Mục 1 | 100000"
    assert doubts(loaded).count("SX516") == 1


def test_of_the_tables_of_a_text_with_a_cell_on_each_line_the_longest_is_read() -> None:
    def table(count: int) -> str:
        cells = ["STT", "Nội dung", "Kinh phí", "Ghi chú"]
        for number in range(1, count + 1):
            cells += [str(number), f"Việc số {number}", f"{number}.000", ""]
        return "\n|\n".join(cells) + "\n|\n"

    loaded = reading(f"Biểu 1\n{table(3)}Biểu 2\n{table(5)}", "x.txt")
    assert len(lines(loaded)) == 5
    assert doubts(loaded).count("SX516") == 1


def test_names_of_groups_in_merged_cells_that_are_no_lines_are_told() -> None:
    rows = [
        ["STT", "Kỳ thi", "Nội dung chi", "Mức chi (nghìn đồng)"],
        ["I", "Thi tuyển sinh lớp 10", "Ban Chỉ đạo", None],
        [None, None, "Trưởng ban", 690],
        [None, None, "Thư ký", 550],
        ["II", "Thi học sinh giỏi", "Hội đồng coi thi", None],
        [None, None, "Chủ tịch", 690],
        [None, None, "Giám thị", 440],
    ]
    assert "SX516" in doubts(reading(book(rows, merged=["A2:A4", "B2:B4", "A5:A7", "B5:B7"])))


def test_the_unit_and_the_period_may_stand_with_every_figure() -> None:
    loaded = reading(
        "| Hạng mục | 1 năm | 2 năm |\n|---|---:|---:|\n| Máy chủ | 6,6 triệu VND | 13,2 triệu VND |\n"
        "| Bảo trì | 33 triệu VND | 66 triệu VND |\n| **Tổng** | **39,6 triệu VND** | **79,2 triệu VND** |\n",
        "x.md",
    )
    assert lines(loaded) == ["Máy chủ | 6.6 13.2", "Bảo trì | 33 66", "declared | 39.6 79.2"]
    assert loaded.plan.unit.name == "triệu đồng"
    assert doubts(loaded) == []


def test_what_figures_are_paid_for_each_of_is_no_part_of_them() -> None:
    loaded = reading(
        "| Item | Cost |\n|---|---:|\n| Storage | $115 / tháng |\n| Compute | $2,360 / tháng |\n"
        "| Support | $140.50 / tháng |\n| **Total** | **$2,615.50 / tháng** |\n",
        "x.md",
    )
    assert lines(loaded) == ["Storage | 115", "Compute | 2360", "Support | 140.5", "declared | 2615.5"]
    assert loaded.sheet is not None
    assert not loaded.sheet.understanding.doubts


def test_lines_that_are_counted_are_no_dong() -> None:
    rows = [["Nội dung", "Kinh phí"], ["Dòng 1", "5 đồng"], ["Dòng 2", "7 dòng"], ["Dòng 3", "9"], ["Tổng", "14"]]
    loaded = reading(book(rows))
    assert lines(loaded) == ["Dòng 1 | 5", "Dòng 2 | .", "Dòng 3 | 9", "declared | 14"]
    assert "SX511" in doubts(loaded)


_BROKEN = """KẾ HOẠCH THU NĂM 2031 | |
| Triệu đồng - Millions of dong | |
STT
No | Nội dung - Items | Dự toán
Plan | |
I | Tổng thu
Total | 900 | |
1 | Thu được hưởng
Own revenues | 700 | |
| Các khoản thu hưởng 100% | 300 | |
| Các khoản thu phân chia, xã hưởng theo tỷ lệ % | 400 | |
2 | Thu bổ sung | 200 | |
II | Tổng chi
Spending | 850 | |
1 | Chi thường xuyên | 850 | |
"""


def test_a_row_that_no_bar_closes_goes_on_until_one_does() -> None:
    loaded = reading(_BROKEN, "a.txt")
    assert lines(loaded) == [
        "I Tổng thu Total | 900",
        "  1 Thu được hưởng Own revenues | 700",
        "    Các khoản thu hưởng 100% | 300",
        "    Các khoản thu phân chia, xã hưởng theo tỷ lệ % | 400",
        "  2 Thu bổ sung | 200",
        "II Tổng chi Spending | 850",
        "  1 Chi thường xuyên | 850",
    ]
    assert (doubts(loaded), loaded.plan.unit.name) == ([], "triệu đồng")


def test_a_row_that_no_bar_closes_takes_no_other_in() -> None:
    """Together they would have more cells than a row has: how far the figure belongs to the right is not known."""
    with pytest.raises(Unreadable):
        reading(_BROKEN.replace("bổ sung | 200 | |", "bổ sung | 200"), "a.txt")


@pytest.mark.parametrize(("share", "titles"), [("4%", 3), ("", 2), ("-", 2)])
def test_what_states_a_share_is_no_rest_of_the_title_above(share: str, titles: int) -> None:
    table = f"No,Items,Plan\nC,STATE DEFICIT,340\n,(in % of product),{share}\nD,AMORTIZATION,260\n"
    assert len(lines(reading(table, "a.csv"))) == titles


def test_the_heading_behind_the_table_of_a_page_is_none_of_its_lines() -> None:
    """Alone below the total, it was a line without amounts."""
    cells = ("".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in ("Item|USD", "Hall|40", "Gate|30"))
    table = "<table>" + "".join(f"<tr>{row}</tr>" for row in cells)
    behind = "</table><h2>Finance and general</h2><p>Much was not known of the cost before the summer.</p>"
    assert len(lines(reading(table + behind, "a.html"))) == 2
    within = table + "<tr><td>Finance and general</td></tr></table>"
    assert len(lines(reading(within, "a.html"))) == 3
