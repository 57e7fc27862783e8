"""Ledgers as programs and people keep them: days in eight digits, hours, totals named beside another title or stated
across, accounts that go by their number, statements that begin with totals, pesos."""

import pytest

from recogniser.made import columns, doubts, lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.files.loaded import Loaded


def read(*rows: str) -> Loaded:
    """A table in Markdown, its first row the header."""
    head, *rest = rows
    return reading("\n".join([head, "|---" * (head.count("|") - 1) + "|", *rest]), "a.md")


def test_days_in_eight_digits_are_no_amounts() -> None:
    rows = "Garage;60;50;10;20240131\nPort;24;20;4;20240229\nPapier;3;2,5;0,5;20240331\n"
    for heading in ("Date", "Paiement"):
        loaded = reading(f"Libelle;Montant TTC;Montant HT;TVA;{heading}\n{rows}", "a.csv")
        assert [*columns(loaded)] == ["Montant TTC", "Montant HT", "TVA"]


def test_numbers_of_records_and_of_cheques_are_no_amounts() -> None:
    rows = (
        "1|0|Bureau|2.90|0.10|3.00\n3|76|Poste|8.00|0.40|8.40\n4|0|Essence|40.00|0.00|40.00\n6|77|Paie|9.00|0.45|9.45\n"
    )
    loaded = reading(f"id_depense|no_cheque|depense|sous_total|tps|total\n{rows}", "a.csv")
    assert [*columns(loaded)] == ["sous_total", "tps", "total"]
    assert lines(loaded)[0] == "1 Bureau | 2.9 0.1 3"


def test_figures_of_hours_count_what_prices_are_for() -> None:
    loaded = read(
        "| Rol | Horas | Tarifa/Hora | Total |",
        "| Jefe | 80h | $35 | $2800 |",
        "| Analista | 320h | $30 | $9600 |",
        "| Diseño | 12.5h | $28 | $350 |",
        "| | | **SUBTOTAL** | $12750 |",
    )
    assert lines(loaded) == ["SUBTOTAL | 12750", "  Jefe | 2800", "  Analista | 9600", "  Diseño | 350"]
    assert doubts(loaded) == []  # nor is the name of the total, among its amounts, one that cannot be read


def test_hours_add_up_whatever_arrow_stands_behind_them() -> None:
    loaded = read(
        "| ID | Tarea | Horas Estimadas | Horas Reales | Desviación |",
        "| 1 | Servidor | 1h | 0.5h | -0.5h ⬇️ |",
        "| 2 | Modelo | 8h | 9h | +1h |",
        "| 3 | Pruebas | 6h | 5h | -1h ⬇️ |",
        "| TOTAL | | 15h | 14.5h | -0.5h |",
    )
    assert lines(loaded)[0] == "1 Servidor | 1 0.5 -0.5"
    assert lines(loaded)[-1] == "declared | 15 14.5 -0.5"


def test_the_last_row_is_the_total_that_another_cell_calls_it() -> None:
    loaded = read(
        "| Kategori | Item Kegiatan | Total (Rp) |",
        "| Hadiah | Lomba anak | 1.500.000 |",
        "| Hadiah | Lomba ibu | 700.000 |",
        "| Konsumsi | Puncak malam | 2.400.000 |",
        "| TOTAL | Kebutuhan anggaran | 4.700.000 |",
    )
    assert lines(loaded)[-1] == "declared | 4700000"
    assert [finding.code for finding in check_plan(loaded).findings if finding.severity == "error"] == ["SX103"]


def test_words_in_the_first_column_that_sort_the_lines_are_no_total() -> None:
    loaded = read(
        "| Phạm vi | Đối tượng | Kinh phí |",
        "| Tổng cộng | Nam | 30 |",
        "| Tổng cộng | Nữ | 40 |",
        "| Tổng cộng | Trẻ em | 25 |",
    )
    assert [line.split(" | ")[0] for line in lines(loaded)] == ["Nam", "Nữ", "Trẻ em"]


def test_accounts_go_by_their_number_or_their_name() -> None:
    loaded = read(
        "| Konto | Haben | Soll | Differenz |",
        "| 1440600 | 119,75 | 118,11 | 1,64 |",
        "| 1440601 | 35,50 | 28,06 | 7,44 |",
        "| 1440602 | 13,95 | 20,25 | -6,30 |",
        "| Barkasse | 19,17 | 19,07 | 0,10 |",
        "| betterplace | 4,00 | 0,00 | 4,00 |",
        "| TOTAL | 192,37 | 185,49 | 6,88 |",
    )
    assert lines(loaded)[2:4] == ["1440602 | 13.95 20.25 -6.3", "Barkasse | 19.17 19.07 0.1"]
    assert {finding.code for finding in check_plan(loaded).findings} == {"SX512"}  # a difference may be negative


def test_yuan_and_what_is_paid_a_month_in_polish_are_figures() -> None:
    loaded = read(
        "| 基金代码 | 基金名称 | 实际盈亏 | 系统记录 |",
        "| 011612 | 科创 | -5.43 元 | 0.00 元 |",
        "| 013180 | 电池 | +8.17 元 | 0.00 元 |",
        "| 合计 | - | 2.74 元 | 0.00 元 |",
    )
    assert (loaded.plan.unit.name, lines(loaded)[-1]) == ("元", "declared | 2.74 0")
    loaded = read(
        "| Składnik | Koszt |",
        "| Serwer | 5 PLN / mies. |",
        "| Domena | 3 PLN / mies. |",
        "| Infrastruktura łącznie | 8 PLN / mies. |",
        "| Licencje | 850 PLN / mies. |",
        "| RAZEM | 858 PLN / mies. |",
    )
    assert lines(loaded) == [
        "Infrastruktura łącznie | 8", "  Serwer | 5", "  Domena | 3", "Licencje | 850", "declared | 858",
    ]  # fmt: skip


def test_a_total_that_adds_the_row_above_across_is_no_total_of_its_column() -> None:
    rows = ("| Flights | $289 | $820 |", "| Hotels | $3,343 | $3,343 |", "| TOTAL PER PERSON | $3,632 | $4,163 |")
    loaded = read("| Item | Colin | Mom |", *rows, "| GRAND TOTAL | | $7,795 |")
    assert check_plan(loaded).findings == ()
    loaded = read("| Item | Colin | Mom |", *rows, "| GRAND TOTAL | | $7,975 |")
    assert "SX103" in {finding.code for finding in check_plan(loaded).findings}


def test_totals_without_lines_are_terms_of_the_result_behind_them() -> None:
    loaded = read(
        "| | 2020 | 2019 | 2018 |",
        "| Total de Recursos | 845.296.681 | 1.657.368.259 | 1.357.887.038 |",
        "| Total de Gastos | -713.172.803 | -1.564.341.102 | -605.713.766 |",
        "| Resultado operativo | 132.123.878 | 93.027.157 | 752.173.273 |",  # the last was rounded
        "| Resultados financieros | -1.281.152 | 77.247.303 | -44.352.705 |",
        "| **Superávit** | 130.842.726 | 170.274.460 | 707.820.568 |",
    )
    assert [line.split(" | ")[0] for line in lines(loaded)] == [
        "Superávit",
        "  Resultado operativo", "    Total de Recursos", "    Total de Gastos", "  Resultados financieros",
    ]  # fmt: skip
    loaded = read(
        "| | 2020 | 2019 |",
        "| Total revenue | 100 | 90 |",
        "| Total taxes | 60 | 50 |",
        "| Other | 40 | 40 |",
    )
    assert lines(loaded)[0] == "Total revenue | 100 90"  # what is left of it is called so


@pytest.mark.parametrize(
    ("title", "figures", "rules"),
    [
        ("Ordentliches Ergebnis", "6.214 | 4.111 | 1.807", ["#1 + #2 + #3", "#4 + #5"]),  # 2019 is rounded
        ("Ordentliches Ergebnis", "6.214 | 4.120 | 1.917", []),
        ("Fortführung", "6.214 | 4.111 | 1.807", ["#4 + #5"]),
    ],
)
def test_results_are_what_the_lines_before_them_come_to(title: str, figures: str, rules: list[str]) -> None:
    loaded = read(
        "| | 2020 | 2019 | 2018 |",
        "| Beiträge | 20.117 | 19.004 | 18.213 |",
        "| Personal | -12.801 | -13.571 | -14.203 |",
        "| Miete | -1.102 | -1.323 | -2.203 |",
        f"| {title} | {figures} |",
        "| Finanzerfolg | 101 | -92 | 14 |",
        "| Gewinn | 6.315 | 4.018 | 1.821 |",
        "| Eigenkapital | 18.412 | 12.097 | 8.079 |",  # not every line is in a result
    )
    assert [rule for rule in loaded.plan.lines.equals if rule] == rules


@pytest.mark.parametrize(
    ("title", "left"), [("Giá trị còn lại", 875_000), ("Máy", 875_000), ("Giá trị còn lại", 876_000)]
)
def test_what_is_left_and_the_line_above_has_is_no_part_of_it(title: str, left: int) -> None:
    loaded = read(
        "| STT | Tài sản (đồng) | Cuối kỳ |",
        "| 1 | Hàng tồn kho | 550.000 |",
        "| 2 | Nhà cửa | 875.000 |",
        "| | - Nguyên giá | 1.500.000 |",
        "| | - Hao mòn | (625.000) |",
        f"| | - {title} | {left} |",
        "| | Cộng | 1.425.000 |",
    )
    wrong = [found.code for found in check_plan(loaded).findings if found.severity == "error"]
    assert wrong == ([] if (title, left) == ("Giá trị còn lại", 875_000) else ["SX102"])


def test_the_subtotal_of_some_lines_need_not_be_that_of_all() -> None:
    loaded = read(
        "| Position | Betrag € |",
        "| Spielraum | 185 |",
        "| Stufe 1 | 22 |",
        "| Stufe 2 | 30 |",
        "| Stufe 3 | 86 |",
        "| Stufe 5 | 19 |",
        "| Zwischensumme Vorleistungen | 157 |",
        "| Stufe 4 | 60 |",
    )
    assert lines(loaded)[1:3] == ["Zwischensumme Vorleistungen | 157", "  Stufe 1 | 22"]
    assert doubts(loaded) == []


def test_what_measures_things_names_no_lines() -> None:
    loaded = read(
        "| Tipo | Duración | Participantes | Costo € |",
        "| Usuarios | 2 días | Hasta 20 | 1200 |",
        "| Jefes | 3 días | Hasta 5 | 1800 |",
        "| Material | Manuales | - | 400 |",
    )
    assert "SX516" not in doubts(loaded)


def test_a_bare_dollar_among_figures_of_other_lands_stays_a_sign() -> None:
    rows = "Concepto;Costo\nHosting;$8.520.000\nRespaldo;$1.140.000\nServicios;$624.000\n"
    assert reading(rows, "a.csv").plan.unit.name == "$"
    assert reading(rows.replace(".", ","), "a.csv").plan.unit.name == "USD"
    assert reading(rows.replace("Costo", "Costo (CLP)"), "a.csv").plan.unit.name == "CLP"


def test_the_heading_of_a_table_in_markdown_is_its_title() -> None:
    text = "### Lines of code\n\nLeft out: `vendor/` and\nwhat is generated.\n\n"
    table = "| Part | Lines |\n|---|---|\n| App | 19 |\n| Server | 12 |\n"
    assert reading(text + table, "a.md").plan.document.title == "Lines of code"
