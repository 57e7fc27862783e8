"""Statements as they are written in other languages, and summaries of totals."""

import pytest

from recogniser.made import Rows, book, calculated, doubts, lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.tables.figures.exact import read_text
from sxtdbv_cli.tables.figures.notation import Notation
from sxtdbv_cli.tables.units.money import MULTIPLES
from sxtdbv_cli.tables.words.totals import named_by_total


def table(*rows: str, header: str = "| Item | Amount (€) |") -> str:
    """A table of bars below its header."""
    return "\n".join([header, "|---" * (header.count("|") - 1) + "|", *rows]) + "\n"


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("52.000 €/Jahr", 52000),
        ("$52.000 (-5.4%)", 52000),
        ("R$ 52.000,00 (27,5%)", 52000),
        ("52.000 € (oder später 60.000)", 52000),
        ("5,2 Mio. €", 5200000),
        ("5,2 Md€", 5200000000),
        ("5,2 тыс. руб.", 5200),
        ("Rp 5,2 miliar", 5200000000),
        ("৳52.000", 52000),
    ],
)
def test_an_amount_may_say_what_it_is_paid_for_its_share_or_its_multiple(written: str, amount: int) -> None:
    figure = read_text(written, Notation(","))
    times, _, money = figure.unit.rpartition(" ")
    assert figure.value is not None
    assert figure.value.scaleb(MULTIPLES[times][1] if times else 0) == amount
    assert money


def test_a_thousand_in_one_language_and_a_million_in_another_is_no_multiple() -> None:
    with pytest.raises(Unreadable):
        reading(table("| Receita | R$ 287 Mil |", "| Taxas | R$ 495 Mil |", header="| Conta | Valor |"), "x.md")


def test_a_line_of_percentages_is_not_added_and_says_nothing() -> None:
    rows = ["| Sales | 200 | 300 |", "| Costs | 120 | 150 |", "| **Total** | 320 | 450 |", "| Margin | 40% | 50% |"]
    found = reading(table(*rows, header="| Item | 2024 | 2025 |"), "x.md")
    assert "Margin [memo] | . ." in lines(found)
    assert "SX511" not in doubts(found)
    assert "SX204" not in [one.code for one in check_plan(found).findings]


def test_a_percentage_among_amounts_is_told_as_it_is_written() -> None:
    found = reading(table("| Rent | 1200 |", "| Staff | 45% |", "| Fees | 300 |", "| **Total** | **1500** |"), "x.md")
    assert [one.facts["text"] for one in check_plan(found).findings if one.code == "SX511"] == ["45%"]


def test_totals_without_lines_are_lines_of_the_one_that_adds_them() -> None:
    rows = ["| Stock | 40 | 7 |", "| Cash | 1245 | 810 |", "| Total assets | 1285 | 817 |"]
    rows += [
        "| Total equity | 900 | 500 |",
        "| Total liabilities | 385 | 317 |",
        "| Total equity and liabilities | 1285 | 817 |",
    ]
    assert lines(reading(table(*rows, header="| Item | 2024 | 2023 |"), "x.md"))[3:] == [
        "Total equity and liabilities | 1285 817",
        "  Total equity | 900 500",
        "  Total liabilities | 385 317",
    ]


def test_a_total_is_that_of_its_heading_by_whatever_name_where_others_are() -> None:
    rows = ["| Income | |", "| Fees | 700 |", "| Gifts | 300 |", "| Total income | 1000 |"]
    rows += ["| Running costs | |", "| Rent | 400 |", "| Staff | 250 |", "| Total OpEx | 650 |"]
    assert lines(reading(table(*rows), "x.md"))[3:] == ["Running costs | 650", "  Rent | 400", "  Staff | 250"]


def test_a_subtotal_that_opens_the_list_is_a_line() -> None:
    rows = ["| Zwischensumme | 58,30 |", "| Rabatt | -5,83 |", "| Netto | 52,47 |", "| MwSt | 9,97 |"]
    assert lines(reading(table(*rows, "| **Gesamtsumme** | **62,44** |"), "x.md")) == [
        "Netto | 52.47",
        "  Zwischensumme | 58.3",
        "  Rabatt | -5.83",
        "MwSt | 9.97",
        "declared | 62.44",
    ]


def test_amounts_of_the_same_heading_are_two_lists_side_by_side() -> None:
    rows = [
        "| Cash | 200 | Loans | 300 |",
        "| Stock | 350 | Capital | 250 |",
        "| **Total Assets** | 550 | **Total** | 550 |",
    ]
    found = lines(reading(table(*rows, header="| Assets | Amount | Liabilities | Amount |"), "x.md"))
    assert [line.strip() for line in found][:3] == ["Total Assets | 550", "Cash | 200", "Stock | 350"]
    assert "  Loans | 300" in found


@pytest.mark.parametrize("total", ["รวม One-time", "รวมทั้งสิ้น", "ยอดรวม"])
def test_totals_in_thai(total: str) -> None:
    found = lines(reading(table("| ค่าเช่า | 28,000 |", "| ค่าแรง | 9,686 |", f"| **{total}** | **37,686** |"), "x.md"))
    assert found[-1] == "declared | 37686"


def test_a_statement_goes_on_behind_its_total_with_what_is_left_of_it() -> None:
    rows = ["| Stations | 414 | 1380 |", "| Kits | 353 | 1322 |", "| Total revenue | 767 | 2702 |"]
    rows += ["| Parts | 171 | 570 |", "| Labour | 224 | 839 |", "| Gross profit | 372 | 1293 |", "| Rent | 420 | 900 |"]
    found = lines(reading(table(*rows, header="| | 2024 | 2025 |"), "x.md"))
    assert found[:3] == ["Total revenue | 767 2702", "  Stations | 414 1380", "  Kits | 353 1322"]
    assert found[3:] == ["Parts | 171 570", "Labour | 224 839", "Gross profit | 372 1293", "Rent | 420 900"]


def test_a_header_that_names_only_the_amounts_is_one() -> None:
    found = reading(
        table("| Fees | 1200 |", "| Gifts | 300 |", "| **Total** | **1500** |", header="| | Amount |"), "x.md"
    )
    assert lines(found) == ["Fees | 1200", "Gifts | 300", "declared | 1500"]
    assert doubts(found) == []


def test_a_negative_amount_that_a_sum_confirms_is_meant() -> None:
    def told(total: int) -> list[str]:
        rows = ["| Fees | 1200 |", "| Discount | -300 |", f"| **Total** | {total} |"]
        return [one.severity for one in check_plan(reading(table(*rows), "x.md")).findings if one.code == "SX201"]

    assert told(900) == ["note"]
    assert told(910) == ["warning"]


@pytest.mark.parametrize("numbers", [("I.", "II.", "III."), ("Ⅰ.", "Ⅱ.", "Ⅲ."), ("①", "②", "③")])
def test_numbers_that_are_one_sign_show_levels(numbers: tuple[str, ...]) -> None:
    first, second, third = numbers
    rows = [f"| {first} Assets | 550 |", "| Cash | 200 |", "| Stock | 350 |", f"| {second} Loans | 300 |"]
    found = lines(reading(table(*rows, "| Bank | 100 |", "| Members | 200 |", f"| {third} Capital | 250 |"), "x.md"))
    assert [line.startswith(" ") for line in found] == [False, True, True, False, True, True, False]


def test_a_total_at_the_top_that_the_next_total_adds_is_a_line_of_it() -> None:
    rows = [
        "| Total current assets | 20867 |",
        "| Equipment | 979 |",
        "| Investments | 2019 |",
        "| Total assets | 23865 |",
    ]
    found = reading(table(*rows), "x.md")
    assert lines(found)[-1] == "declared | 23865"
    assert doubts(found) == []


def test_differences_that_some_lines_state_the_other_way_round_convict_nobody() -> None:
    def told(second: int) -> list[str]:
        rows = ["| **IN** | | | |", "| Pay | 410 | 450 | 40 |", f"| Gifts | 90 | 70 | {second} |", "| **OUT** | | | |"]
        out = [f"| Cost {at} | {at}20 | {at}05 | 15 |" for at in range(1, 12)]
        found = reading(table(*rows, *out, header="| Item | Budget | Actual | Difference |"), "x.md")
        return [one.code for one in check_plan(found).findings if one.severity != "note"]

    assert told(-20) == []  # a section that states it so as a whole
    assert told(20) == ["SX104"]


def test_a_profit_and_what_stands_between_profits_are_no_totals_and_no_strange_lines() -> None:
    rows = [
        "| Sales | 81204 | 90117 |",
        "| Grants | 20433 | 21309 |",
        "| Total income | 101637 | 111426 |",
        "| Wages | -60107 | -64022 |",
        "| Total cost | -60107 | -64022 |",
        "| Operating profit | 41530 | 47404 |",
        "| Interest | -1203 | -1310 |",
        "| Gains | 310 | 415 |",
        "| Profit before tax | 40637 | 46509 |",
        "| Tax | -8127 | -9302 |",
        "| Net profit | 32510 | 37207 |",
    ]
    found = reading(table(*rows, header="| Item | 2024 | 2025 |"), "x.md")
    assert [one for one in check_plan(found).findings if one.severity != "note"] == []
    odd = reading(table(*rows[:5], "| Cars | 3117 | 4205 |", header="| Item | 2024 | 2025 |"), "x.md")
    assert "SX513" in doubts(odd)


def test_a_tax_that_the_next_profit_takes_away_is_a_line_of_its_statement() -> None:
    rows = ["| Condomínio | 1350 |", "| Reparos | 2330 |", "| Total de despesas | 3680 |"]
    results = ["| Lucro operacional | 5590 |", "| IR | 1097,50 |", "| Lucro líquido | 4492,50 |"]
    found = reading(table(*rows, *results, header="| Item | Valor (R$) |"), "x.md")
    assert [one for one in check_plan(found).findings if one.severity != "note"] == []


def test_letters_and_numbers_together_are_no_rule_of_lines() -> None:
    rows = ["| I | Training (J-7) | 300 |", "| II | Audit | 200 |", "| III | Rest (I-II) | 90 |"]
    found = reading(table(*rows, header="| No | Item | Amount (€) |"), "x.md")
    assert doubts(found).count("SX515") == 1


def test_what_is_taken_away_is_no_part_of_the_total_above_it() -> None:
    rows = ["| Total available | 20877 | 20493 |", "| Less: obligations | 18498 | 18544 |", "| Reserve | 2379 | 1949 |"]
    more = ["| Plus: pensions | 0 | 500 |", "| Total reserve | 2379 | 2449 |"]
    both = ["| Required | 2358 | 2439 |", "| Above it | 21 | 10 |"]
    head = "| Item ($) | 2024 | 2025 |"
    for all_rows in (rows, [*rows, *more, *both]):
        found = lines(reading(table(*all_rows, header=head), "x.md"))
        assert [line.split(" | ")[0] for line in found[:2]] == ["Total available", "Less: obligations"]
    assert "SX513" in doubts(reading(table(*rows, *more, *both, header=head), "x.md"))
    parts = lines(reading(table(rows[0], "| Roads | 18498 | 18544 |", rows[2], header=head), "x.md"))
    assert [line.split(" | ")[0] for line in parts[1:]] == ["  Roads", "  Reserve"]


def test_an_income_that_is_left_of_the_revenue_makes_that_no_total_of_what_follows() -> None:
    rows = [
        "| Revenue | 17836 | 28908 |",
        "| Cost | 16232 | 25958 |",
        "| Overhead | 984 | 2392 |",
        "| Operating income | 620 | 558 |",
    ]
    rows += [
        "| Interest | -80 | -619 |",
        "| Pretax income | 540 | -61 |",
        "| Tax | 83 | 82 |",
        "| Net income | 457 | -143 |",
    ]
    found = reading(table(*rows, header="| Item ($) | 2024 | 2025 |"), "x.md")
    assert doubts(found) == ["SX513"]  # that no levels are shown, and nothing of lines that were counted twice


def test_a_total_without_lines_that_the_net_takes_from_the_one_above_is_a_line() -> None:
    rows = ["| Dues | 11308 | 3075 |", "| Other | 1950 | 3264 |", "| Total revenue | 13258 | 6339 |"]
    rows += ["| Total expenses | 13600 | 4909 |", "| Season net | -342 | 1430 |"]
    found = reading(table(*rows, header="| Item ($) | Budget | Actual |"), "x.md")
    assert [line.split(" | ")[0] for line in lines(found)] == [
        "Total revenue",
        "  Dues",
        "  Other",
        "Total expenses",
        "Season net [memo] [= #1 - #2]",
    ]
    assert doubts(found) == []


def test_a_total_of_sections_without_figures_heads_them_where_the_statement_goes_on() -> None:
    rows: Rows = [
        ["Code", "Heading", "2024 actual", "2025 budget"],
        ["1", "Administration"],
        ["1.1", "Clerk", 8420, 8800],
        ["1.2", "Audit", 260, 280],
        ["2", "Open spaces"],
        ["2.1", "Grass cutting", 3150, 3300],
        [None, "Total expenditure", 11830, 12380],
        [None, "Less other income", 640, 600],
        [None, "Precept required", 11190, 11780],
    ]
    loaded = reading(book(rows))
    assert lines(loaded) == [
        "Total expenditure | 11830 12380",
        "  1 Administration | . .",
        "    1.1 Clerk | 8420 8800",
        "    1.2 Audit | 260 280",
        "  2 Open spaces | . .",
        "    2.1 Grass cutting | 3150 3300",
        "Less other income | 640 600",
        "Precept required | 11190 11780",
    ]
    assert not doubts(loaded)


def test_formulas_tell_a_total_of_totals_that_few_digits_would_not() -> None:
    rows: Rows = [
        ["Account", "Monthly (USD)", "Annual (USD)"],
        ["Dues", 4200, 50400],
        ["Fees", 50, 600],
        ["Total Revenue", 4250, 51000],
        ["Insurance", 640, 7680],
        ["Care", 2060, 24720],
        ["Total Operating", 2700, 32400],
        ["Reserve", 1550, 18600],
        ["Total Expenses", "=B7+B8", "=C7+C8"],
        ["Net", 0, 0],
    ]
    loaded = reading(calculated(book(rows), {"B9": 4250, "C9": 51000}))
    assert lines(loaded) == [
        "Total Revenue | 4250 51000",
        "  Dues | 4200 50400",
        "  Fees | 50 600",
        "Total Expenses | 4250 51000",
        "  Total Operating | 2700 32400",
        "    Insurance | 640 7680",
        "    Care | 2060 24720",
        "  Reserve | 1550 18600",
        "Net [memo] [= #1 - #2] | 0 0",
    ]
    assert not doubts(loaded)


STATEMENT = (
    "| Grants | 5.812.407 | 5.238.115 |",
    "| Fees | 4.907.331 | 5.049.260 |",
    "| Net revenue | 10.719.738 | 10.287.375 |",
    "| Staff | -7.882.019 | -7.850.442 |",
    "| Rent | -971.300 | -971.300 |",
    "| Operating result | 1.866.419 | 1.465.633 |",
    "| Interest | 258.004 | -1.077 |",
    "| Extraordinary items | | |",
    "| Net result | 2.124.423 | 1.464.556 |",
)
RESULTS = [
    "Net result",
    "  Operating result", "    Net revenue", "      Grants", "      Fees", "    Staff", "    Rent", "  Interest",
    "  Extraordinary items",
]  # fmt: skip


def statement(*rows: str) -> list[str]:
    """The titles of a statement of two years, indented by their levels."""
    return [line.split(" | ")[0] for line in lines(reading(table(*rows, header="| | 2019 | 2018 |"), "a.md"))]


def test_a_statement_goes_on_from_one_result_to_the_next() -> None:
    assert statement(*STATEMENT) == RESULTS


@pytest.mark.parametrize(("right", "wrong"), [("1.866.419", "1.866.479"), ("-7.882.019", "-7.582.019")])
def test_a_wrong_figure_of_a_statement_is_an_error_where_it_stands(right: str, wrong: str) -> None:
    rows = [row.replace(right, wrong) for row in STATEMENT]
    assert statement(*rows) == RESULTS
    found = check_plan(reading(table(*rows, header="| | 2019 | 2018 |"), "a.md")).findings
    errors = [(finding.code, finding.facts["gap"]) for finding in found if finding.severity == "error"]
    gaps = {"1.866.479": [60, -60], "-7.582.019": [-300_000]}  # a wrong result is in the next one as well
    assert errors == [("SX102", gap) for gap in gaps[wrong]]


def test_a_total_in_a_statement_is_a_result_of_its_lines() -> None:
    rows = [row.replace("Net revenue", "Total revenue") for row in STATEMENT]
    assert statement(*rows) == [title.replace("Net revenue", "Total revenue") for title in RESULTS]


def test_a_balance_that_is_carried_on_is_no_result() -> None:
    carried = ("| Reserves b/f | 3.021.118 | 1.556.562 |", "| Reserves c/f | 5.145.541 | 3.021.118 |")
    assert "Reserves c/f" in statement(*STATEMENT, *carried)[-1]


def test_a_total_of_nought_behind_a_section_that_has_its_total_is_a_line() -> None:
    rows = ["| Income | |", "| Gifts | 4120.50 |", "| Interest | 3.20 |", "| Total Income | 4123.70 |"]
    rows += ["| Total Cost of Goods | 0.00 |", "| Gross Profit | 4123.70 |", "| Expenses | |", "| Rent | 240.10 |"]
    rows += ["| Fees | 35.00 |", "| Total Expenses | 275.10 |", "| Net Profit | 3848.60 |"]
    found = reading(table(*rows), "x.md")
    assert "Total Cost of Goods | 0" in lines(found)
    assert not [one for one in check_plan(found).findings if one.severity == "error"]
    wrong = reading(table("| Gifts | 300 |", "| Rent | 240 |", "| Tea | 50 |", "| Total | 0 |"), "x.md")
    assert doubts(wrong) or check_plan(wrong).findings


@pytest.mark.parametrize(("ratio", "role", "wrong"), [("-2060", "", 0), ("40", " [memo]", 0), ("-2060", "", 300)])
def test_a_line_called_a_ratio_is_added_where_its_total_comes_out_only_with_it(
    ratio: str, role: str, wrong: int
) -> None:
    whole = 90170 if ratio == "40" else 88110
    rows = ["| Staff | 41300 | 43100 |", "| Rooms | 30520 | 31050 |", "| Roads | 18350 | 20410 |"]
    rows += [f"| Turnover ratio | {ratio} | {ratio} |", f"| Total expenses | {whole} | {whole + 4390 + wrong} |"]
    rows = [f"{row} {row.split('|')[2]} |" for row in rows]  # one of three columns may be wrong
    found = lines(reading(table(*rows, header="| Item | 2024 | 2025 | 2026 |"), "x.md"))
    assert f"Turnover ratio{role} | {ratio} {ratio} {ratio}" in found


def test_a_total_without_lines_is_a_line_where_the_next_adds_it_to_the_one_before() -> None:
    rows = ["| Property tax | 812346 |", "| Licences | 431125 |", "| Total revenues | 1243471 |"]
    rows += ["| Total transfers in | 50000 |", "| Total revenues and transfers | 1293471 |"]
    rows += ["| Parks | 215512 |", "| Streets | 690211 |", "| Total expenditures | 905723 |"]
    found = reading(table(*rows), "x.md")
    assert lines(found)[:5] == [
        "Total revenues and transfers | 1293471",
        "  Total revenues | 1243471",
        "    Property tax | 812346",
        "    Licences | 431125",
        "  Total transfers in | 50000",
    ]
    assert not doubts(found)
    assert "SX513" in doubts(reading(table(*rows).replace("1293471", "1293571"), "x.md"))


def test_a_title_that_ends_with_a_bracket_and_states_nothing_goes_on_before_noughts() -> None:
    rows = ["| Rates | 90400 |", "| Rents | 4120 |", "| **Total income** | 94520 |"]
    rows += ["| Net increase (decrease) | |", "| in the balance | 0 |"]
    shown = [line.strip() for line in lines(reading(table(*rows), "x.md"))]
    assert "Net increase (decrease) in the balance | 0" in shown
    below = lines(reading(table("| Grants (gross) | 700 |", "| of the state | 0 |", "| of others | 0 |"), "x.md"))
    assert "of the state | 0" in [line.strip() for line in below]


@pytest.mark.parametrize("code", ["III)", "B)"])
def test_a_total_that_names_a_section_by_its_code_is_the_total_of_no_other(code: str) -> None:
    rows = [
        "| B) ATTREZZATURE | | |",
        "| I) Attrezzature d'ufficio | | |",
        "| Sedie | 26 | 20 |",
        "| Tavoli | 144 | 90 |",
    ]
    rows += ["| TOTALE I) Attrezzature d'ufficio | 170 | 110 |", "| III) Attrezzature sportive | 50 | 40 |"]
    rows += [f"| TOTALE {code} Attrezzature {'sportive | 50 | 40' if code == 'III)' else '| 220 | 150'} |"]
    rows += ["| TOTALE B) ATTREZZATURE | 220 | 150 |"] * (code == "III)")
    found = reading(
        table(*rows, "| C) Cassa | 30 | 12 |", "| TOTALE | 250 | 162 |", header="| Voce | 2024 | 2023 |"), "x.md"
    )
    assert any(line.endswith("B) ATTREZZATURE | 220 150") for line in lines(found))
    assert any(line.startswith("  I) Attrezzature d'ufficio | 170 110") for line in lines(found))
    assert not [one for one in check_plan(found).findings if one.code in ("SX101", "SX102", "SX103")]


def test_a_remark_that_speaks_of_net_figures_makes_no_difference_of_a_line() -> None:
    rows = [
        "| 1. Own receipts | 1496 | 1829 |",
        "| 2. Taxes (net to the Union) | 1047 | 1324 |",
        "| 3. Fees | 449 | 505 |",
    ]
    rows += ["| 4. Plan outlay | 668 | 772 |", "| 5. Office outlay | 406 | 468 |", "| 6. Works | 262 | 304 |"]
    assert doubts(reading(table(*rows, header="| Item | 2024 | 2023 |"), "x.md")).count("SX513") == 2
    rows[1] = rows[1].replace("Taxes (net to the Union)", "Net surplus")
    assert "SX513" not in doubts(reading(table(*rows[:3], header="| Item | 2024 | 2023 |"), "x.md"))


def test_a_total_that_says_the_line_above_it_once_more_is_no_line() -> None:
    rows = ["| B) ATTREZZATURE | | |", "| I) Sedie e simili | 26 | 20 |", "| TOTALE I) Sedie | 26 | 20 |"]
    rows += ["| II) Tavoli | | |", "| TOTALE II) Tavoli | | |", "| III) Lampade | 44 | 9 |"]
    rows += ["| T O T A L E III) Lampade | 44 | 9 |", "| TOTALE B) ATTREZZATURE | 70 | 29 |"]
    found = reading(table(*rows, header="| Voce | 2024 | 2023 |"), "x.md")
    assert [line.strip() for line in lines(found)] == [
        "B) ATTREZZATURE | 70 29",
        "I) Sedie e simili | 26 20",
        "II) Tavoli | . .",
        "III) Lampade | 44 9",
    ]


@pytest.mark.parametrize("title", ["T O T A L", "T Ổ N G  C Ộ N G", "Součet", "Součet příjmů"])
def test_a_total_may_be_typed_with_its_letters_apart(title: str) -> None:
    found = reading(table("| Nájem | 300 |", "| Mzdy | 1245 |", f"| {title} | 1545 |"), "x.md")
    assert lines(found)[-1] == "declared | 1545"


def test_totals_of_what_is_not_shown_are_told_and_are_lines() -> None:
    rows = ["| Town hall | 1446 | 1521 |", "| Police Total | 1128 | 1217 |", "| Total Works | 1406 | 1453 |"]
    found = reading(table(*rows, "| Library | 588 | 606 |", header="| Budget | 2024 | 2023 |"), "x.md")
    assert [line.rpartition(" |")[0] for line in lines(found)] == [
        "Town hall",
        "Police Total",
        "Total Works",
        "Library",
    ]
    assert doubts(found).count("SX513") == 2
    found = reading(table(*rows[:1], "| Total | 99 | 98 |", *rows[2:], header="| Budget | 2024 | 2023 |"), "x.md")
    assert not any(line.startswith("Total |") for line in lines(found))  # that says nothing of what it adds
    rows = ["| Works | 1406 | 1453 |", *rows[:2], "| Library | 588 | 606 |", "| Total | 3440 | 3580 |"]
    found = lines(reading(table(*rows, header="| Budget | 2024 | 2023 |"), "x.md"))
    assert len(found) == 4 and found[-1] == "declared | 3440 3580"  # which adds none of the police


def test_a_total_that_says_its_rule_is_that_of_the_heading_before_the_lines_it_names() -> None:
    rows = ["| Own revenue | | |", "| A. Taxes | 503 | 698 |", "| B. Fees | 139 | 243 |", "| Total (A+B) | 642 | 941 |"]
    rows += ["| C. Loans | 31 | 33 |", "| Capital funds | | |", "| i. Plan grants | 228 | 540 |"]
    rows += ["| ii. Other grants | 20 | 36 |", "| Total (i+ii) | 248 | 576 |", "| Grand total | 921 | 1550 |"]
    found = reading(table(*rows, header="| Item | 2024 | 2023 |"), "x.md")
    assert [line for line in lines(found) if not line.startswith(" ")] == [
        "Own revenue | 642 941",
        "C. Loans | 31 33",
        "Capital funds | 248 576",
        "declared | 921 1550",
    ]


@pytest.mark.parametrize(("title", "named"), [("Renter i alt", "renter"), ("Celkem", ""), ("Příjmy celkem", "prijmy")])
def test_what_a_total_is_of_may_stand_before_the_word_for_it(title: str, named: str) -> None:
    assert named_by_total(title) == named
