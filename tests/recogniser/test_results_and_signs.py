"""Results behind the last section, subtotals inside one, and what is taken away without a word for it."""

import pytest

from recogniser.made import doubts, lines, reading
from sxtdbv_cli.model.finding import Unreadable


def told(*rows: str, name: str = "x.csv") -> list[str]:
    """The lines of a table."""
    return lines(reading("\n".join(rows), name))


BUDGET = (
    "Item,2024,2025",
    "Income,,",
    "Fees,73020,74530",
    "Grants,12100,13140",
    "Total income,85120,87670",
    "Expenditure,,",
    "Wages,61500,69270",
    "Rent,27050,27410",
    "Total expenditure,88550,96680",
    "Use of reserves,,",
    "Van reserve,5012,10034",
    "Roof reserve,230,740",
)


def test_what_is_left_of_everything_is_no_line_of_the_last_section() -> None:
    assert told(*BUDGET, "Net surplus,1812,1764")[-4:] == [
        "Use of reserves | . .",
        "  Van reserve | 5012 10034",
        "  Roof reserve | 230 740",
        "Net surplus | 1812 1764",
    ]


def test_what_is_left_of_the_last_section_or_of_nothing_stays_in_it() -> None:
    assert told(*BUDGET, "Net loss prevention,1813,1764")[-1] == "  Net loss prevention | 1813 1764"
    assert told(*BUDGET, "Left in reserves,4782,9294")[-1].startswith("  Left in reserves")


def test_what_closes_the_account_that_the_first_line_opens_is_no_line_of_what_goes_out() -> None:
    account = ("Item,2024", "Opening balance,31500", "In:,", "Fees,12000", "Out:,", "Wages,13000", "Rent,290")
    assert told(*account, "Closing balance,30210")[-1] == "Closing balance | 30210"
    assert told(*account, "Closing down,30210")[-1] == "  Closing down | 30210"


COSTS = (
    "Item,2024",
    "Revenue,",
    "Fees,700.25",
    "Taxes,4020.75",
    "Total revenue,4721.00",
    "Expenses,",
    "Wages,4100.50",
    "Roads,720.55",
    "Sub total,4821.05",
    "From reserves,-150.00",
    "Overlay,50.95",
)


def test_a_subtotal_is_a_line_of_the_heading_whose_total_goes_on_from_it() -> None:
    assert told(*COSTS, "Total expenditure,4722.00")[3:] == [
        "Expenses | 4722",
        "  Sub total | 4821.05",
        "    Wages | 4100.5",
        "    Roads | 720.55",
        "  From reserves | -150",
        "  Overlay | 50.95",
    ]


def test_a_subtotal_is_that_of_the_heading_where_no_total_goes_on_from_it() -> None:
    assert told(*COSTS[:-2])[3:] == ["Expenses | 4821.05", "  Wages | 4100.5", "  Roads | 720.55"]


ACCOUNT = (
    "Item,2023,2024",
    "IN:,,",
    "Gifts,5010,6020",
    "Fees,400,300",
    "Total,5410,6320",
    "OUT:,,",
    "Homes,2105,1777",
    "Schools,1530,1686",
    "Water,177,138",
)


def test_a_total_below_nought_takes_the_lines_of_its_section_away() -> None:
    found = reading("\n".join((*ACCOUNT, "Total,-3812,-3601")), "x.csv")
    assert lines(found)[3:5] == ["OUT: | -3812 -3601", "  Homes [deduction] | 2105 1777"]
    assert doubts(found) == []


def test_a_wrong_sign_in_one_column_is_no_sum() -> None:
    assert told(*(row.rpartition(",")[0] for row in ACCOUNT), "Total,-3812")[4] == "  Homes | 2105"


KEPT = (
    "Item,2024",
    "Own funds,",
    "Balance on 1.8.,18480.63",
    "Result,420.02",
    "Total own funds,18900.65",
    "Kept for the road,",
    "Balance on 1.8.,344987.84",
    "Kept this year,40000.00",
)


@pytest.mark.parametrize(
    ("cost", "total", "line"),
    [
        ("Omkostninger", "384837.84", "  Omkostninger [deduction] | 150"),
        ("Omkostninger", "384837.74", "  Omkostninger | 150"),  # off by something else
        ("Omkostninger", "385137.84", "  Omkostninger | 150"),  # added
        ("Hegn", "384837.84", "  Hegn | 150"),
    ],
)
def test_what_is_called_costs_among_what_is_kept_is_taken_away_where_the_sum_says_so(
    cost: str, total: str, line: str
) -> None:
    assert told(*KEPT, f"{cost},150.00", f"Total kept for the road,{total}")[-1] == line


FUNDS = (
    "| Bank | 17,837 | 17,297 | 14,756 | 4,798 |",
    "| Paid in advance | 0 | 7,686 | 0 | 131 |",
    "| Received in advance | -7,383 | -18,015 | -24 | 0 |",
    "| Total funds | 10,454 | 6,968 | 14,732 | 4,929 |",
)
SHEET = ("| Sheet | 2019 | | 2020 | |", "|---|---|---|---|---|", "| | General | Groups | General | Groups |")


@pytest.mark.parametrize(("mark", "depth"), [("E", "  "), ("x", "")])
def test_a_sign_of_pounds_that_was_misread_in_all_of_the_first_row_heads_the_lines_below(mark: str, depth: str) -> None:
    found = told(*SHEET, f"| Assets |{f' {mark} |' * 4}", *FUNDS, name="x.md")
    assert found[1] == f"{depth}Bank | 17837 17297 14756 4798"


DUES = ("Account,Budget,Received", "Local dues,3300,3388", "State & Nat'l dues,1200,1232", "Fairs,2017,1904")


def test_a_total_leaves_out_what_it_says_it_does_not_include() -> None:
    found = reading("\n".join((*DUES, "Total (not including: State & Nat’l dues),5317,5292")), "x.csv")
    assert lines(found) == [
        "Local dues | 3300 3388",
        "State & Nat'l dues [memo] | 1200 1232",
        "Fairs | 2017 1904",
        "declared | 5317 5292",
    ]
    assert doubts(found) == []


@pytest.mark.parametrize("total", ["Total (not including: State dues),6517,6524", "Total,6517,6524"])
def test_a_total_that_adds_all_lines_leaves_none_out(total: str) -> None:
    assert told(*DUES, total)[1] == "State & Nat'l dues | 1200 1232"


@pytest.mark.parametrize(
    ("heading", "counted"),
    [
        ("Total de Horas", True),
        ("Total hours", True),
        ("Total de meses", True),
        ("Nombre de jours", True),
        ("Total de Gastos", False),
    ],
)
def test_hours_in_all_are_counted_and_no_amounts(heading: str, *, counted: bool) -> None:
    rows = (f"Papel,{heading},Custo (R$)", "Gerente,76,5250", "Analista,56,3500", "Total,132,8750")
    assert told(*rows)[0] == ("Gerente | 5250" if counted else "Gerente | 76 5250")


@pytest.mark.parametrize("heading", ["Total meses", "Total mois"])
def test_what_months_come_to_in_all_is_no_count_of_months(heading: str) -> None:
    rows = (f"Concepto,Enero,Febrero,{heading}", "Alquiler,2300,2400,4700", "Sueldos,8150,8210,16360")
    assert told(*rows, "Total,10450,10610,21060")[0] == "Alquiler | 2300 2400 4700"


STAFF = ("| Poste | Montant |", "|---|---|", "| **Équipe** | |", "| Salaires | 900 |", "| Frais | 60 |")
OFFICE = ("| **Bureau** | |", "| Loyer | 450 |", "| Encre | 30 |")


def test_a_line_in_bold_type_as_headings_are_stands_beside_them() -> None:
    found = told(*STAFF, *OFFICE, "| **Réserve (5 %)** | 72 |", name="x.md")
    assert found[3:] == ["Bureau | .", "  Loyer | 450", "  Encre | 30", "Réserve (5 %) | 72"]


@pytest.mark.parametrize("last", ["| Réserve (5 %) | 72 |", "| **Timbres** | 72 |\n| Divers | 8 |"])
def test_a_line_in_plain_type_or_above_others_belongs_to_the_last_heading(last: str) -> None:
    assert told(*STAFF, *OFFICE, last, name="x.md")[6].startswith("  ")


def test_totals_above_bullets_head_them_though_some_list_a_part() -> None:
    rows = ("Category,Amount", "Total income,964", "— Salary,901", "— Other,63", "Total expenses,514", "— Rent,124")
    assert told(*rows, "— Food,112") == [
        "Total income | 964",
        "  — Salary | 901",
        "  — Other | 63",
        "Total expenses | 514",
        "  — Rent | 124",
        "  — Food | 112",
    ]


def test_blank_cells_behind_the_last_column_say_nothing() -> None:
    assert told("| Item | 2024 |", "|---|---|", "| Rent | 450 | |", "| Ink | 30 |", name="x.md") == [
        "Rent | 450",
        "Ink | 30",
    ]


PAGE = """Omschrijving

Begroting 2022

Realisatie 2022

Programma 1

Lasten

5.592

5.2{last}

Baten

-7.694

-

Totaal Bestuur

-2.102

5.237

Programma 2

Lasten

84

61
"""


def test_figures_below_each_title_are_its_amounts_where_sums_hold() -> None:
    assert told(PAGE.replace("{last}", "37"), name="x.txt") == [
        "Programma 1 | -2102 5237",
        "  Lasten | 5592 5237",
        "  Baten | -7694 .",
        "Programma 2 | . .",
        "  Lasten | 84 61",
    ]


def test_figures_below_titles_that_no_sum_confirms_are_refused() -> None:
    with pytest.raises(Unreadable):
        told(PAGE.replace("{last}", "38"), name="x.txt")


def test_a_sign_behind_a_figure_makes_it_negative_in_a_text_with_single_blanks() -> None:
    rows = ("Programma Baten Lasten", "Bestuur 303 5.000-", "Openbare ruimte 3.117 8.795-", "Zorg 4.487 2.790-")
    assert told(*rows, "Totaal 7.907 16.585-", name="x.txt")[-1] == "declared | 7907 -16585"


THOUSANDS = (
    "Programme,2020,2021,2022,2023,2024",
    "EXPENSES,,,,,",
    "Roads,1163,1005,1489,2485,3041",
    "Order,3580,5815,5219,6600,7205",
    "Schools,15324,30530,20472,10051,11295",
)


@pytest.mark.parametrize(
    ("figures", "count"),
    [
        ("20067,37350,27181,19137,21541", 4),  # most sums are exact, the others off by what rounding makes
        ("20067,37351,27181,19137,21541", 5),
        ("20067,37350,27190,19150,21541", 5),
    ],
)
def test_a_sum_in_thousands_may_be_off_by_the_last_digit_in_fewer_columns_than_not(figures: str, count: int) -> None:
    assert len(told(*THOUSANDS, f"Realised programmes,{figures}")) == count
