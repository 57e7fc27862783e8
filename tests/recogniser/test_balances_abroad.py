"""Balance sheets and accounts of clubs, towns and societies in other languages: levels, totals, marks."""

import pytest

from recogniser.made import columns, doubts, lines, reading
from sxtdbv_cli.tables.body import row
from sxtdbv_cli.tables.figures.exact import What, read_text
from sxtdbv_cli.tables.figures.notation import Notation
from sxtdbv_cli.tables.words.totals import is_total, named_by_total


def table(*rows: str, header: str = "| Item | 2024 |") -> str:
    """A table of bars below its header."""
    return "\n".join([header, "|---" * (header.count("|") - 1) + "|", *rows]) + "\n"


BALANCE = [
    "| ACTIU | |",
    "| ACTIU FIX | 1.250 |",
    "| Edificis | 1.000 |",
    "| Mobles | 250 |",
    "| ACTIU CORRENT | 430 |",
    "| Deutors | 30 |",
    "| Caixa | 400 |",
    "| TOTAL ACTIU | 1.680 |",
]


def test_a_word_in_capitals_above_others_of_several_words_begins_the_levels() -> None:
    found = reading(table(*BALANCE), "x.md")
    assert lines(found) == [
        "ACTIU | 1680",
        "  ACTIU FIX | 1250",
        "    Edificis | 1000",
        "    Mobles | 250",
        "  ACTIU CORRENT | 430",
        "    Deutors | 30",
        "    Caixa | 400",
    ]
    assert doubts(found) == []


def test_a_short_name_in_capitals_is_a_line_like_the_others() -> None:
    rows = ["| INCOME | |", "| Gifts | 480 |", "| GIVE | 120 |", "| Fair | 60 |", "| Total income | 660 |"]
    assert lines(reading(table(*rows), "x.md")) == ["INCOME | 660", "  Gifts | 480", "  GIVE | 120", "  Fair | 60"]


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Sum langsiktig gjeld", "langsiktig gjeld"),
        ("Sum finansposter", "finansposter"),
        ("会費収入計", "会費収入"),
        ("経常費用計", "経常費用"),
        ("管理費計", "管理費"),
    ],
)
def test_totals_are_known_by_the_word_before_or_behind_any_name(title: str, named: str) -> None:
    assert is_total(title)
    assert named_by_total(title) == named


@pytest.mark.parametrize("title", ["Sum insured", "Sum of squares", "法人会計", "設計", "Sum họp gia đình"])
def test_other_words_are_no_totals(title: str) -> None:
    assert not is_total(title)


def test_the_total_of_a_single_line_is_that_of_its_section() -> None:
    rows = ["| EGENKAPITAL OG GJELD | |", "| Egenkapital | |", "| 2000 Innskutt | 1000 |", "| 2099 Resultat | 250 |"]
    rows += ["| Sum Egenkapital | 1250 |", "| Kort gjeld | |", "| 2900 Kort gjeld | 340 |", "| Sum Kort gjeld | 340 |"]
    found = reading(table(*rows, "| SUM EGENKAPITAL OG GJELD | 1590 |"), "x.md")
    assert lines(found) == [
        "EGENKAPITAL OG GJELD | 1590",
        "  Egenkapital | 1250",
        "    2000 Innskutt | 1000",
        "    2099 Resultat | 250",
        "  Kort gjeld | 340",
        "    2900 Kort gjeld | 340",
    ]


def test_headings_of_signs_typed_apart_are_words() -> None:
    rows = ["| 収入の部 | | | |", "| 会 費 | 500 | 480 | 20 |", "| 寄 付 | 300 | 340 | △ 40 |"]
    found = reading(table(*rows, "| 収入計 | 800 | 820 | △ 20 |", header="| 科 目 | 予 算 | 決 算 | 差 異 |"), "x.md")
    assert lines(found) == ["収入の部 | 800 820 -20", "  会 費 | 500 480 20", "  寄 付 | 300 340 -40"]
    assert [*columns(found)] == ["予 算", "決 算", "差 異"]


def test_nil_is_a_mark_for_nothing() -> None:
    assert read_text("Nil", Notation(".")).what is What.BLANK
    rows = ["| Debtors | Nil |", "| Prepaid | Nil |", "| Cash | 1.200,50 |", "| Total assets | 1.200,50 |"]
    found = reading(table(*rows, header="| Item | 2024 € |"), "x.md")
    assert lines(found)[:2] == ["Debtors | .", "Prepaid | ."]
    assert doubts(found) == []
    rows = [("2009", "", "2010"), ("", "Long Term Assets", ""), ("Nil", "Long Term Debtors", "Nil"), ("", "", "")]
    rows += [("", "Current Assets", ""), ("£62.07", "Debtors", "£80.11"), ("Nil", "Prepayments", "Nil")]
    rows += [("£193.20", "Cash", "£87.75"), ("£255.27", "Total Assets", "£167.86")]
    page = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    assert [*columns(reading(f"<table>{page}</table>", "x.html"))] == ["2009", "2010"]


def test_numbers_before_titles_nest_what_columns_of_titles_do_not() -> None:
    rows = ["| 1. Ordinary | | | |", "| (1) Income | | | |", "| 1) Fees | | 700 | 710 |", "| | Members | 600 | 590 |"]
    rows += ["| | Friends | 100 | 120 |", "| 2) Gifts | | 50 | 40 |", "| Total income | | 750 | 750 |"]
    found = reading(table(*rows, header="| Item | | 2024 | 2023 |"), "x.md")
    assert lines(found) == [
        "1. Ordinary | . .",
        "  (1) Income | 750 750",
        "    1) Fees | 700 710",
        "      Members | 600 590",
        "      Friends | 100 120",
        "    2) Gifts | 50 40",
    ]


def test_a_letter_with_a_number_and_a_bracket_is_a_level_above_numerals() -> None:
    rows = ["| A) PATRIMONIO NETO | 940 | 880 |", "| A-1) Fondos propios | 840 | 810 |", "| I. Dotación | 600 | 600 |"]
    rows += ["| II. Reservas | 240 | 210 |", "| A-2) Subvenciones | 100 | 70 |", "| B) PASIVO CORRIENTE | 60 | 45 |"]
    rows += ["| I. Deudas | 60 | 45 |", "| TOTAL (A+B) | 1.000 | 925 |"]
    found = reading(table(*rows, header="| PASIVO | 2024 | 2023 |"), "x.md")
    assert lines(found) == [
        "A) PATRIMONIO NETO | 940 880",
        "  A-1) Fondos propios | 840 810",
        "    I. Dotación | 600 600",
        "    II. Reservas | 240 210",
        "  A-2) Subvenciones | 100 70",
        "B) PASIVO CORRIENTE | 60 45",
        "  I. Deudas | 60 45",
        "declared | 1000 925",
    ]
    assert doubts(found) == []


def test_numerals_behind_lesser_numbers_still_head_a_level_above() -> None:
    rows = ["| 1. Staff | 60 |", "| 2. Rent | 40 |", "| I. Works | 900 |", "| 1. Roof | 900 |", "| Total | 1.000 |"]
    assert lines(reading(table(*rows), "x.md"))[2:4] == ["I. Works | 900", "  1. Roof | 900"]


def test_the_total_of_one_side_heads_no_other_in_a_balanced_budget() -> None:
    rows = ["| Revenues | |", "| Taxes | 134,200.50 |", "| State aid | 12,300.25 |", "| Total Revenues | 146,500.75 |"]
    rows += ["| Expenses | |", "| Works | 130,000.75 |", "| Police | 18,000.50 |", "| Sub Total | 148,001.25 |"]
    rows += [
        "| Reserves | (2,000.50) |",
        "| Overlay | 500.00 |",
        "| Total Expenditures | 146,500.75 |",
        "| Mill rate | 0.0171 |",
    ]
    assert lines(reading(table(*rows), "x.md")) == [
        "Revenues | 146500.75",
        "  Taxes | 134200.5",
        "  State aid | 12300.25",
        "Expenses | 146500.75",
        "  Sub Total | 148001.25",
        "    Works | 130000.75",
        "    Police | 18000.5",
        "  Reserves | -2000.5",
        "  Overlay | 500",
        "Mill rate | 0.0171",
    ]


@pytest.mark.parametrize("title", ["Saldo rekening per 14-12-2024", "Excess of Expenditure over Income"])
def test_what_is_on_an_account_on_a_day_or_lacking_is_not_what_is_left(title: str) -> None:
    rows = ["| Inkomsten | |", "| Giften | 300 |", "| Subsidie | 500 |", "| Totaal inkomsten | 800 |"]
    rows += ["| Uitgaven | |", "| Zaal | 600 |", "| Kosten | 350 |", "| Totaal uitgaven | 950 |", f"| {title} | 150 |"]
    assert "SX515" not in doubts(reading(table(*rows), "x.md"))
    other = reading(table(*rows[:-1], "| Saldo | 150 |"), "x.md")
    assert "SX515" in doubts(other)


def test_a_row_of_units_names_the_section_below_it() -> None:
    rows = ["| **Receipts (In)** | £'s | £'s |", "| Opening balance | 4,000 | 3,200 |", "| Fees | 1,500 | 1,250 |"]
    rows += ["| Gifts | 700 | 450 |", "| Total receipts | 2,200 | 1,700 |", "| **Payments (Out)** | £'s | £'s |"]
    rows += ["| Hall | 600 | 500 |", "| Costs | 1,100 | 400 |", "| Total payments | 1,700 | 900 |"]
    header = "| | Year ending 31 August 2024 | Previous year 2023 |"
    found = reading("\n".join([header, "|---|---|---|", "| | | |", *rows]) + "\n", "x.md")
    assert [column.title for column in found.plan.columns] == ["Year ending 31 August 2024", "Previous year 2023"]
    assert lines(found) == [
        "Receipts (In) | 2200 1700",
        "  Opening balance [memo] | 4000 3200",
        "  Fees | 1500 1250",
        "  Gifts | 700 450",
        "Payments (Out) | 1700 900",
        "  Hall | 600 500",
        "  Costs | 1100 400",
    ]
    assert found.plan.unit.name == "GBP"
    assert doubts(found) == []


def test_a_row_of_units_below_a_heading_of_titles_is_header() -> None:
    rows = ["| Item | £ | £ |", "| Fees | 1,500 | 1,250 |", "| Gifts | 700 | 450 |", "| Total | 2,200 | 1,700 |"]
    found = reading(table(*rows, header="| | 2024 | 2023 |"), "x.md")
    assert lines(found) == ["Fees | 1500 1250", "Gifts | 700 450", "declared | 2200 1700"]


def test_numbers_with_a_letter_and_a_point_are_codes_and_lines_without_are_details() -> None:
    rows = ["| 1. | Fees | 4.702 |", "| 2. | Gifts | 7.240 |", "| | of persons | 5.540 |", "| | of firms | 1.700 |"]
    rows += [
        "| 3. | Rent | 25 |",
        "| 3a. | Interest | 0 |",
        "| 4. | Grants | 300 |",
        "| 5. | Gesamteinnahmen | 12.267 |",
    ]
    found = reading(table(*rows, header="| | Einnahmen | Betrag in € |"), "x.md")
    assert lines(found)[:4] == ["1. Fees | 4702", "2. Gifts | 7240", "  of persons | 5540", "  of firms | 1700"]
    assert lines(found)[-1] == "declared | 12267"


@pytest.mark.parametrize(("text", "goes_on"), [("Groups-Theatre", True), ("Theatre", True), ("AB-1204", False)])
def test_a_title_with_a_hyphen_goes_on_in_the_next_cell(text: str, *, goes_on: bool) -> None:
    assert row._goes_on(text) is goes_on


def test_sums_inside_sections_head_the_lines_behind_them_where_all_totals_hold() -> None:
    rows = ["| INGRESSOS | |", "| De les activitats | 842.300 € |", "| Vendes | 619.000 € |", "| Socis | 223.300 € |"]
    rows += ["| Altres | 28.700 € |", "| Lloguers | 28.700 € |", "| Llegats | 27.000 € |", "| TOTAL | 898.000 € |"]
    rows += ["| DESPESES | |", "| Personal | 618.000 € |", "| Serveis | 280.000 € |", "| Cànons | 55.000 € |"]
    rows += ["| Tributs | 225.000 € |", "| TOTAL | 898.000 € |"]
    found = reading("\n".join(rows), "x.md")
    assert lines(found) == [
        "INGRESSOS | 898000",
        "  De les activitats | 842300",
        "    Vendes | 619000",
        "    Socis | 223300",
        "  Altres | 28700",
        "    Lloguers | 28700",
        "  Llegats | 27000",
        "DESPESES | 898000",
        "  Personal | 618000",
        "  Serveis | 280000",
        "    Cànons | 55000",
        "    Tributs | 225000",
    ]
    assert "SX513" not in doubts(found)


def test_a_sum_inside_a_section_heads_nothing_where_the_total_adds_it_too() -> None:
    rows = ["| Income | |", "| Fees | 500 |", "| Gifts | 300 |", "| Fair | 200 |", "| Total income | 1000 |"]
    assert lines(reading(table(*rows), "x.md")) == ["Income | 1000", "  Fees | 500", "  Gifts | 300", "  Fair | 200"]
