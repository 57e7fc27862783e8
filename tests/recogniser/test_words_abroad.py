"""Words of the field in other languages: units, quantities and prices, the two sides of a budget, remarks in cells."""

import pytest

from recogniser.made import book, columns, doubts, lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.model.units import UNNAMED


def read(*rows: str) -> Loaded:
    header, *others = rows
    return reading("\n".join([header, "|---" * (header.count("|") - 1) + "|", *others]) + "\n", "x.md")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Charges", "Produits"),
        ("Recettes", "Dépenses"),
        ("Gastos", "Ingresos"),
        ("Receitas", "Despesas"),
        ("Einnahmen", "Ausgaben"),
        ("Entrate", "Uscite"),
        ("Przychody", "Koszty"),
        ("Pendapatan", "Belanja"),
    ],
)
def test_the_two_sides_of_a_budget_abroad_are_one_list(left: str, right: str) -> None:
    loaded = read(
        f"| {left} | EUR | {right} | EUR |",
        "| A | 1 200,00 | C | 2 500,50 |",
        "| B | 3 000,50 | D | 1 700,00 |",
        f"| Total {left} | 4 200,50 | Total {right} | 4 200,50 |",
    )
    assert lines(loaded) == [
        f"Total {left} | 4200.5", "  A | 1200", "  B | 3000.5", f"Total {right} | 4200.5", "  C | 2500.5", "  D | 1700",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("(dalam jutaan Rupiah)", "million IDR"),
        ("Montants en milliers d'euros", "thousand EUR"),
        ("(w tys. zł)", "thousand PLN"),
        ("(em milhares de reais)", "thousand BRL"),
        ("в тыс. руб.", "thousand RUB"),
    ],
)
def test_a_unit_is_stated_in_the_language_of_the_table(said: str, unit: str) -> None:
    loaded = reading(book([["Budget"], [said], ["Poste", 2024, 2025], ["A", 1, 2], ["B", 3, 4], ["Total", 4, 6]]))
    assert loaded.plan.unit.name == unit


def test_a_line_that_says_more_than_a_multiple_of_money_states_no_unit() -> None:
    loaded = reading(book([["Budget"], ["Distances in miles"], ["Poste", 2024, 2025], ["A", 1, 2], ["Total", 1, 2]]))
    assert "thousand" not in loaded.plan.unit.name


@pytest.mark.parametrize(
    ("counted", "priced", "paid"),
    [
        ("Volume", "Satuan Harga", "Total"),
        ("Menge", "Satz", "Betrag"),
        ("Qté", "PU HT", "Total HT"),
        ("Adet", "Birim fiyat", "Tutar"),
        ("Cantidad", "Costo/h", "Costo"),
    ],
)
def test_what_is_counted_and_what_it_costs_each_are_no_amounts(counted: str, priced: str, paid: str) -> None:
    loaded = read(
        f"| Item | {counted} | {priced} | {paid} |",
        "| A | 24 x | 50 | 1200 |",
        "| B | lump sum | 100 | 100 |",
        "| Total | | | 1300 |",
    )
    assert list(columns(loaded)) == [paid]


def test_a_dash_in_place_of_a_number_marks_the_total_and_no_line_below_the_last() -> None:
    loaded = read(
        "| No | Komponen | Biaya |", "| 1 | Sewa | 400 |", "| 2 | Gaji | 540 |", "| - | Total Anggaran | 940 |"
    )
    assert lines(loaded) == ["1 Sewa | 400", "2 Gaji | 540", "declared | 940"]


def test_bullets_in_place_of_numbers_stay_lines() -> None:
    loaded = read("| TT | Nội dung | Số tiền |", "| 1 | Chi | 9 |", "| - | Lương | 5 |", "| - | Tổng số khác | 4 |")
    assert lines(loaded) == ["1 Chi | 9", "  - Lương | 5", "  - Tổng số khác | 4"]


def test_sources_are_the_titles_where_the_only_other_words_stand_behind_the_amounts() -> None:
    loaded = read(
        "| Source | Montant | Status |", "| Ventes | 30 | estimé |", "| Dons | 45 | sûr |", "| Total | 75 | |"
    )
    assert lines(loaded) == ["Ventes | 30", "Dons | 45", "declared | 75"]


def test_a_figure_may_have_a_remark_where_it_is_money_or_nought() -> None:
    loaded = read(
        "| Item | Cost |", "| Host | $30 (50%) 🔥 |", "| Lab | 0 (own) |", "| Fees | 12.50 (bank 2.00) |",
        "| Total | $42.50 / mo |",
    )  # fmt: skip
    assert lines(loaded) == ["Host | 30", "Lab | 0", "Fees | 12.5", "declared | 42.5"]


def test_a_figure_with_a_remark_that_may_count_anything_is_none() -> None:
    loaded = read("| Item | Cost | Hours |", "| Host | $30 | 12 (own) |", "| Lab | $5 | 7 (own) |", "| Total | $35 | |")
    assert lines(loaded) == ["Host | 30", "Lab | 5", "declared | 35"]


def test_a_line_drawn_with_other_strokes_is_no_row() -> None:
    loaded = read("| Item | Cost |", "| A | $30 |", "| B | $5 |", "| **━━━━━** | **━━━** |", "| Total | $35 |")
    assert lines(loaded) == ["A | 30", "B | 5", "declared | 35"]


def test_accounts_beside_what_they_are_called_are_codes_though_sections_stand_among_them() -> None:
    loaded = read(
        "| Account | Description | Amount |", "| Produits | | |", "| 701xx | Ventes | 28 |",
        "| 74xxx-77xxx | Autres | 2 |",
        "| Total produits | | 30 |", "| Charges | | |", "| 60xxx | Achats | 12 |", "| 64xxx | Personnel | 15 |",
        "| Total charges | | 27 |",
    )  # fmt: skip
    assert lines(loaded)[1:3] == ["  701xx Ventes | 28", "  74xxx-77xxx Autres | 2"]


@pytest.mark.parametrize(
    "result", ["Résultat net", "Resultado del ejercicio", "Risultato", "Jahresfehlbetrag", "Écart", "Utilidad neta"]
)
def test_a_result_below_zero_is_told_as_nothing(result: str) -> None:
    loaded = read("| Poste | 2024 |", "| Ventes | 10 |", "| Achats | 30 |", f"| {result} | -20 |")
    assert "SX201" not in [finding.code for finding in check_plan(loaded).findings]


def test_sales_purchases_and_margins_are_told_apart_in_japanese() -> None:
    loaded = reading("月,売上予算,売上実績,仕入実績,利益率\n2026/05,60000,0,0,0\n2026/06,60000,0,0,0\n", "a.csv")
    assert [*columns(loaded)] == ["売上予算", "売上実績", "仕入実績"]
    assert loaded.sheet is not None
    assert "SX518" not in [doubt.code for doubt in loaded.sheet.understanding.doubts]


def test_an_average_salary_times_a_count_is_a_price() -> None:
    rows = ["| Lead | 1 | 180 | 180 |", "| Tester | 2 | 130 | 260 |", "| Others | 3 | 140 | 420 |"]
    loaded = read("| Role | Count | Avg Salary | Total |", *rows, "| Total | 6 | | 860 |")
    assert [*columns(loaded)] == ["Total"]
    assert [finding.code for finding in check_plan(loaded).findings if finding.severity != "note"] == []


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("Dollars in Millions", "Millions"),
        ("Amounts in Millions of Dollars", "Millions of Dollars"),
        ("Figures in £000", "£000"),
        ("Alle Angaben in Mio. EUR", "million EUR"),
        ("Angaben in T€", "thousand EUR"),
        ("(TEUR)", "thousand EUR"),
        ("en k€", "thousand EUR"),
    ],
)
def test_a_line_above_a_table_says_what_its_amounts_are_in(said: str, unit: str) -> None:
    loaded = reading(
        f"Reserves\n{said}\n\nItem,2024,2025\nSchools,10.5,20.1\nRoads,11.5,21.1\nTotal,22,41.3\n", "a.csv"
    )
    assert loaded.plan.unit.name == unit
    assert [finding.severity for finding in check_plan(loaded).findings if finding.code == "SX102"] == []


@pytest.mark.parametrize("said", ["In 2025 we spent 3 M€", "How we live in $5 rooms", "Spent in M", "MTL", "KRS"])
def test_a_line_above_a_table_that_says_something_else_is_no_unit(said: str) -> None:
    loaded = reading(f"Reserves\n{said}\n\nItem,2024,2025\nSchools,10,20\nRoads,11,21\nTotal,21,41\n", "a.csv")
    assert loaded.plan.unit.name == UNNAMED


def test_codes_of_places_and_numbers_of_people_are_no_amounts() -> None:
    rows = "Abadia,5200050,8583,330,63,393\nDourados,3100104,6972,220,39,259\nGoiás,5200100,19614,425,61,486\n"
    loaded = reading("instituicao,cod_ibge,populacao,demais,adm,total\n" + rows, "a.csv")
    assert [*columns(loaded)] == ["demais", "adm", "total"]
    assert "SX518" not in doubts(loaded)


def test_a_total_names_its_heading_in_another_case() -> None:
    rows = ["| KOSZTY | |", "| Płace | 30 |", "| Biuro | 12 |", "| Suma kosztów | 42 |"]
    loaded = read(
        "| Pozycja | 2025 |", "| PRZYCHODY | |", "| Sklep | 7 |", "| Dotacja | 50 |", "| Suma przychodów | 57 |", *rows
    )
    assert lines(loaded)[::3] == ["PRZYCHODY | 57", "KOSZTY | 42"]
    assert "SX513" not in doubts(loaded)


@pytest.mark.parametrize(
    ("last", "found"),
    [
        ("Bureaux: | 61 | 64", ["BUREAUX: | 61 64", "Dons | 5 6"]),
        ("Bureaux | 61 | 46", ["BUREAUX: | 61 46", "Dons | 5 6"]),
        ("Bureaux | 9 | 3", ["BUREAUX: | . .", "declared | 66 70"]),
    ],
)
def test_a_line_called_as_the_heading_above_is_its_total_where_sums_hold(last: str, found: list[str]) -> None:
    rows = ["| BUREAUX: | | |", "| Loyer | 40 | 41 |", "| Eau | 9 | 10 |", "| Gaz | 12 | 13 |", f"| {last} |"]
    loaded = read("| Poste | 2024 | 2025 |", *rows, "| | | |", "| Dons | 5 | 6 |", "| Total | 66 | 70 |")
    assert [line for line in lines(loaded) if not line.startswith(" ")][:2] == found


def test_departments_chapters_and_paragraphs_of_polish_budgets_are_codes_of_three_levels() -> None:
    loaded = read(
        "| Dział | Rozdział | § | Nazwa | Plan pierwotny (uchwała) | wykonanie | % wykonania |",
        "| 020 | | | Leśnictwo | - | 508,20 | 99,94% |",
        "| | 02095 | | Gospodarka | - | 508,20 | 99,94% |",
        "| | | 2010 | Dotacje | - | 508,20 | 99,94% |",
        "| 600 | | | Transport | 91 400,00 | 90 683,10 | 99,20% |",
        "| | 60016 | | Drogi | 91 400,00 | 90 683,10 | 99,20% |",
        "| | | 0690 | Opłaty | 60 400,00 | 60 300,10 | 99,84% |",
        "| | | 0970 | Inne | 31 000,00 | 30 383,00 | 98,01% |",
    )
    assert lines(loaded)[3:] == [
        "600 Transport | 91400 90683.1", "  60016 Drogi | 91400 90683.1", "    0690 Opłaty | 60400 60300.1",
        "    0970 Inne | 31000 30383",
    ]  # fmt: skip
    assert doubts(loaded) == []


def test_chapters_that_are_words_are_titles() -> None:
    loaded = read("| Rozdział | Kwota |", "| Drogi | 12 |", "| Lasy i parki | 30 |", "| Razem | 42 |")
    assert lines(loaded) == ["Drogi | 12", "Lasy i parki | 30", "declared | 42"]


def test_paragraphs_and_items_of_czech_budgets_are_codes() -> None:
    rows = ["| Daň z příjmů | | 1111 | 900 000,00 |", "| Nájem | 3412 | 2139 | 8 000,00 |"]
    rows += ["| Služby | 6171 | 2111 | 14 000,00 |", "| Příjmy celkem | | | 922 000,00 |"]
    found = read("| Název položky | paragraf | položka | hodnota v Kč |", *rows)
    assert lines(found) == ["Daň z příjmů | 900000", "3412 Nájem | 8000", "6171 Služby | 14000", "declared | 922000"]


def test_a_total_takes_no_more_lines_than_those_all_its_columns_come_to() -> None:
    rows = ["| Daně | 3212 | 4300 | 5120 |", "| Poplatky | 399 | 300 | 210 |", "| Dary | 70 | 90 | 100 |"]
    rows += ["| Volby | 0 | 0 | 31 |", "| Cesty | 0 | 0 | 45 |", "| Příjmy celkem | 3611 | 4611 | 5361 |"]
    rows += [
        "| Provoz | 3103 | 3900 | 4811 |",
        "| Stavby | 200 | 467 | 867 |",
        "| Výdaje celkem | 3303 | 4367 | 5678 |",
    ]
    found = read("| Popis | 2024 | 2025 | 2026 |", *rows)
    assert lines(found)[-3:] == [
        "Výdaje celkem | 3303 4367 5678",
        "  Provoz | 3103 3900 4811",
        "  Stavby | 200 467 867",
    ]


def test_a_span_of_years_names_amounts_whatever_the_words_beside_it() -> None:
    rows = [["Lp.", "Zadania", "2016/2017"], ["1", "Konkursy", 2000], ["2", "Nagrody", 3700], ["2a", "Książki", 1200]]
    rows += [["2b", "Medale", 2500], ["3", "Imprezy", 900], ["", "Razem", 6600]]
    found = reading(book([["Plan"], [], *rows]))
    assert lines(found) == [
        "1 Konkursy | 2000", "2 Nagrody | 3700", "  2a Książki | 1200", "  2b Medale | 2500", "3 Imprezy | 900",
        "declared | 6600",
    ]  # fmt: skip


def test_a_line_of_names_above_a_table_is_no_header_where_no_figures_stand_below_it() -> None:
    head = ["Item", "Descripción", "Und.", "Metrado", "Precio S/.", "Parcial S/."]
    rows = [["01.01", "LIMPIEZA", "", "", "", 177.04], ["01.01.01", "LIMPIEZA MANUAL", "m2", 94.17, 1.88, 177.04]]
    found = reading(book([["Presupuesto", "1201002 AULA NUEVA"], ["Lugar", "SAN JUAN"], [], head, *rows]))
    assert lines(found) == ["01.01 LIMPIEZA | 177.04", "  01.01.01 LIMPIEZA MANUAL | 177.04"]


def test_the_item_of_expenditure_of_a_peruvian_budget_is_a_code() -> None:
    rows = ["| 231512 | Papel | 250.00 |", "| 23161199 | Tinta | 1200.00 |", "| TOTAL S/. | | 1,450.00 |"]
    found = read("| Específica de gasto | Descripción | Costo Total (S/.) |", *rows)
    assert lines(found) == ["231512 Papel | 250", "23161199 Tinta | 1200", "declared | 1450"]


@pytest.mark.parametrize("total", ["I alt", "Yhteensä", "Ogółem", "Samtals", "Kokku", "Total"])
def test_a_total_by_one_word_names_no_section(total: str) -> None:
    rows = [
        f"| Fees | 2546 |\n| Gifts | 309 |\n| {total} | 2855 |",
        f"| Board | |\n| Travel | 746 |\n| {total} | 746 |",
    ]
    rows += [f"| Talks | |\n| Rooms | 61 |\n| Food | 21 |\n| {total} | 82 |"]
    found = lines(read("| Item | 2024 (€) |", *rows))
    assert found == [
        f"{total} | 2855", "  Fees | 2546", "  Gifts | 309", "Board | 746", "  Travel | 746",
        "Talks | 82", "  Rooms | 61", "  Food | 21",
    ]  # fmt: skip


def test_a_price_stands_beside_a_number_of_things_that_says_which() -> None:
    rows = ["| Hosting | 12 bulan | Rp 150.000 | Rp 1.800.000 |", "| Domain | 4 nama | Rp 80.000 | Rp 320.000 |"]
    loaded = reading("\n".join(["| Item | Durasi | Harga/bulan | Total |", "|---|---|---|---|", *rows]), "x.md")
    assert list(columns(loaded)) == ["Total"]
    alone = [row.replace("12 bulan", "baru").replace("4 nama", "lama") for row in rows]
    loaded = reading("\n".join(["| Item | Keadaan | Harga/bulan | Total |", "|---|---|---|---|", *alone]), "x.md")
    assert list(columns(loaded)) == ["Harga/bulan", "Total"]
