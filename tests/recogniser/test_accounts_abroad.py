"""Accounts of other countries as programs write them: tables framed with plus signs, accounts before titles, sides of
balances, codes of letters and numerals, sections in columns of their own, groups set off in two ways."""

from time import process_time

import pytest

from recogniser.made import columns, doubts, lines, reading
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.units import UNNAMED

FRAME = "+-----------------------------+"
PRODUCTS = """+-----------------------------+
| PRODUITS         |  Bas |  Haut |
+-----------------------------+
| 60 - Ventes      |      |       |
|   601 - Billets  | 1 500|  1 800|
|   607 - Carnets  |   500|    700|
| 64 - Aides       |      |       |
|   641 - Ville    | 2 000|  2 100|
| 67 - Autres      |   100|    200|
| 68 - Reprises    |    50|      0|
+-----------------------------+
| TOTAL            | 4 150|  4 800|
+-----------------------------+
"""


def test_accounts_before_the_titles_tell_the_levels_in_a_table_framed_with_plus_signs() -> None:
    loaded = reading(PRODUCTS, "a.txt")
    assert list(columns(loaded)) == ["Bas", "Haut"]
    assert lines(loaded) == [
        "60 - Ventes | . .", "  601 - Billets | 1500 1800", "  607 - Carnets | 500 700",
        "64 - Aides | . .", "  641 - Ville | 2000 2100", "67 - Autres | 100 200", "68 - Reprises | 50 0",
        "declared | 4150 4800",
    ]  # fmt: skip
    assert not doubts(loaded)


def test_a_number_that_no_line_begins_tells_no_level() -> None:
    other = PRODUCTS.replace("641 - Ville", "751 - Ville")
    assert "  67 - Autres | 100 200" in lines(reading(other, "a.txt"))


def test_the_frame_of_another_table_below_has_its_own_header() -> None:
    second = PRODUCTS.replace("PRODUITS", "CHARGES ")
    loaded = reading(f"{PRODUCTS}\nSuite\n\n{second}", "a.txt")
    assert lines(loaded) == lines(reading(PRODUCTS, "a.txt"))
    assert FRAME not in str(loaded.sheet)


CODED = [
    ["Kód", "Účet", "Popis položky", "Letos", "Loni"],
    ["R.I.", "801", "Majetek celkem na listu", "110.50", "60.25"],
    ["R.I.1.", "801", "Drobný nehmotný majetek", "60.00", "60.25"],
    ["R.I.2.", "802", "Drobný hmotný majetek", "50.50", "0.00"],
    ["R.II.", "", "Pohledávky za ostatními", "7.00", "1.00"],
    ["R.II.1.", "811", "Pohledávky za obcemi", "7.00", "1.00"],
]


def test_letters_and_numerals_of_several_levels_are_codes_and_what_stands_beside_accounts() -> None:
    loaded = reading("\n".join(";".join(row) for row in CODED) + "\n", "a.csv")
    assert lines(loaded) == [
        "R.I. Majetek celkem na listu | 110.5 60.25",
        "  R.I.1. Drobný nehmotný majetek | 60 60.25",
        "  R.I.2. Drobný hmotný majetek | 50.5 0",
        "R.II. Pohledávky za ostatními | 7 1",
        "  R.II.1. Pohledávky za obcemi | 7 1",
    ]


DATED = """Date;31/12/17;31/12/16;Kind
CLAIMS ON MEMBERS;; -   € ;
B.I. TOTAL RIGHTS; 30,00 € ; 12,00 € ;K
B.I.1. Patents; 10,00 € ; 7,00 € ;
B.I.2. Brands; 20,00 € ; 5,00 € ;
B.II. TOTAL THINGS; 9,00 € ; 8,00 € ;K
B.II.1. Land; 9,00 € ; 8,00 € ;
"""


def test_a_line_that_has_no_money_is_no_header_and_days_above_figures_are_one() -> None:
    loaded = reading(DATED, "a.csv")
    assert list(columns(loaded)) == ["31/12/17", "31/12/16"]
    assert [line.strip() for line in lines(loaded)] == [
        "CLAIMS ON MEMBERS | . .",
        "B.I. TOTAL RIGHTS | 30 12", "B.I.1. Patents | 10 7", "B.I.2. Brands | 20 5",
        "B.II. TOTAL THINGS | 9 8", "B.II.1. Land | 9 8",
    ]  # fmt: skip


SECTIONS = """Section,Subsection,Account,Amount
OWNED,Soon,Cash,50
OWNED,Soon,Claims,30
OWNED,Soon,Total Soon,80
OWNED,Later,Land,200
OWNED,Later,Total Later,200
OWNED,,TOTAL OWNED,280
OWED,At once,Bills,20
OWED,At once,Taxes,5
OWED,At once,Total At once,25
OWED,In years,Loans,100
OWED,In years,Total In years,100
OWED,,TOTAL OWED,125
"""


def test_a_total_of_a_section_around_others_has_the_lines_of_its_column() -> None:
    loaded = reading(SECTIONS, "a.csv")
    assert lines(loaded)[-6:] == [
        "TOTAL OWED | 125", "  Total At once | 25", "    Bills | 20", "    Taxes | 5",
        "  Total In years | 100", "    Loans | 100",
    ]  # fmt: skip
    assert not doubts(loaded)


SWISS = [
    ("Steuern", "2'629'000"), ("Übriges", "303'000"), ("Total Ertrag", "2'932'000"), ("Löhne", "2'168.000"),
    ("Räume", "561'000"), ("Geräte", "354'000"), ("Total Aufwand", "3'083'000"), ("Verlust", "151.000"),
]  # fmt: skip


def _page(rows: list[tuple[str, str]]) -> str:
    cells = "".join(f"<tr><td>{title}</td><td>{figure}</td></tr>" for title, figure in rows)
    return f"<table><tr><td>Konten</td><td>Budget</td></tr>{cells}</table>"


def test_three_digits_behind_a_sign_are_one_more_group_beside_whole_figures_with_apostrophes() -> None:
    found = lines(reading(_page(SWISS), "a.html"))
    assert "  Löhne | 2168000" in found and "Verlust | 151000" in found
    decimals = [(title, figure.replace("'000", "'000.00")) for title, figure in SWISS]
    assert "Verlust | 151" in lines(reading(_page(decimals), "a.html"))  # where others have decimals it is one


def test_one_such_figure_alone_is_refused() -> None:
    try:
        reading(_page([("Löhne", "2'168.000"), ("Räume", "561"), ("Geräte", "354"), ("Übriges", "12")]), "a.html")
    except Unreadable as unreadable:
        assert unreadable.faults[0].code == "SX011"
    else:
        raise AssertionError("it can be read two ways")


BALANCES = """Conta;Saldo;D/C;Débito;Crédito;Final;D/C
1 - Ativo;900,00;D;100,00;50,00;950,00;D
1.1 - Caixa;1.000,00;D;20,00;10,00;1.010,00;D
1.2 - Outros;100,00;C;80,00;40,00;60,00;C
1.2.1 - Banco;130,00;C;80,00;40,00;90,00;C
1.2.2 - Fundo;30,00;D;0,00;0,00;30,00;D
2 - Passivo;70,00;C;0,00;0,00;70,00;C
2.1 - Contas;70,00;C;0,00;0,00;70,00;C
"""


def test_a_letter_behind_a_balance_says_that_it_is_of_the_other_side() -> None:
    loaded = reading(BALANCES, "a.csv")
    assert lines(loaded) == [
        "1 - Ativo | 900 100 50 950", "  1.1 - Caixa | 1000 20 10 1010", "  1.2 - Outros | -100 80 40 -60",
        "    1.2.1 - Banco | -130 80 40 -90", "    1.2.2 - Fundo | 30 0 0 30",
        "2 - Passivo | 70 0 0 70", "  2.1 - Contas | 70 0 0 70",
    ]  # fmt: skip
    assert "SX517" in doubts(loaded)


def test_a_letter_changes_nothing_where_the_sums_hold_without_it() -> None:
    other = BALANCES.replace("900,00;D;", "1.100,00;D;").replace("30,00;D;0,00;0,00;30,00", "-30,00;D;0,00;0,00;30,00")
    assert "  1.2 - Outros | 100 80 40 -60" in lines(reading(other, "a.csv"))


WORKS = [
    ("Preliminares", 48), ("Tierras", 312), ("Concreto", 1240), ("COSTO DIRECTO", 1600), ("Gastos generales", 160),
    ("Utilidad", 128), ("SUBTOTAL", 1888), ("IGV", 340), ("TOTAL PRESUPUESTO", 2228),
]  # fmt: skip


def test_a_line_that_a_subtotal_adds_is_the_sum_of_all_that_this_leaves_out_before_it() -> None:
    rows = [("Partida", "Monto"), *WORKS[:-1], ("Extra", 7), WORKS[-1]]
    loaded = reading("\n".join(f"{title};{figure}" for title, figure in rows) + "\n", "a.csv")
    assert lines(loaded) == [
        "SUBTOTAL | 1888", "  COSTO DIRECTO | 1600", "    Preliminares | 48", "    Tierras | 312",
        "    Concreto | 1240", "  Gastos generales | 160", "  Utilidad | 128", "IGV | 340", "Extra | 7",
        "declared | 2228",
    ]  # fmt: skip
    assert "SX513" in doubts(loaded)  # nothing but the sums says so


def test_a_line_that_is_not_their_sum_stands_beside_them() -> None:
    rows = [("Partida", "Monto"), ("Preliminares", 49), *WORKS[1:]]
    found = lines(reading("\n".join(f"{title};{figure}" for title, figure in rows) + "\n", "a.csv"))
    assert "    Tierras | 312" not in found


CHAIN = [("Staff", 480), ("Servers", 30), ("Tests", 45), ("Basis", 555), ("Reserve", 55), ("Baseline", 610)]
STATEMENT = [
    ["", "Kind", "2024", "2023", "2022"],
    ["1", "Interest earned", 20080, 14298, 37300], ["2", "Interest paid", -12295, -7614, -22526],
    ["I", "Net interest", 7785, 6684, 14774],
    ["3", "Fees earned", 1273, 1102, 2724], ["4", "Fees paid", -447, -517, -906],
    ["II", "Net fees", 826, 585, 1818],
    ["III", "Cost of offices", -2715, -2736, -5566],
    ["IV", "Operating result", 5896, 4533, 11026],
    ["V", "Losses", -1060, -463, -1746],
    ["VI", "Result before tax", 4836, 4070, 9280],
]  # fmt: skip


def test_a_chain_of_three_sums_in_one_column_that_leaves_no_line_out_is_one() -> None:
    rows = [("Item", "Cost"), *CHAIN, ("Other", 30), ("Budget of all", 640)]
    assert lines(reading("\n".join(f"{a};{b}" for a, b in rows) + "\n", "a.csv"))[:3] == [
        "Budget of all | 640", "  Baseline | 610", "    Basis | 555",
    ]  # fmt: skip
    two = [("Item", "Cost"), *CHAIN, ("Other", 30)]  # two are chance, and a line stands behind them
    assert "Staff | 480" in lines(reading("\n".join(f"{a};{b}" for a, b in two) + "\n", "a.csv"))


def test_numbers_of_a_statement_that_tell_no_level_are_no_more_than_names() -> None:
    text = "\n".join(";".join(map(str, row)) for row in STATEMENT) + "\n"
    found = lines(reading(text, "a.csv"))
    assert found[:6] == [
        "VI Result before tax | 4836 4070 9280", "  IV Operating result | 5896 4533 11026",
        "    I Net interest | 7785 6684 14774", "      1 Interest earned | 20080 14298 37300",
        "      2 Interest paid | -12295 -7614 -22526", "    II Net fees | 826 585 1818",
    ]  # fmt: skip
    share = text + "VII;Earnings per share;12;11;23\n"
    assert lines(reading(share, "a.csv")) == [*found, "VII Earnings per share | 12 11 23"]
    assert lines(reading(text + "VII;Result of others;1236;1134;2390\n", "a.csv"))[0] != found[0]


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Částka [tis. Kč]", "thousand CZK"), ("hodnota v Kč", "CZK"), ("Сумма, руб.", "RUB"), ("Kwota (zł)", "PLN"),
        ("Monto en soles", "PEN"), ("Prix (da)", "?"), ("Wert, gesamt", "?"),
    ],
)  # fmt: skip
def test_a_heading_names_its_unit_in_brackets_or_behind_a_comma(heading: str, unit: str) -> None:
    loaded = reading(f"Name;{heading}\nAuto;1200\nHaus;800\nTotal;2000\n", "a.csv")
    assert loaded.plan.unit.name == (UNNAMED if unit == "?" else unit)


def test_a_title_names_its_unit_in_brackets() -> None:
    rows = "Budget par semestre (k€)\n\n|Poste|S1|S2|\n|-|-|-|\n|Salaires|15|5|\n|Marché|50|70|\n"
    assert reading(rows, "a.md").plan.unit.name == "thousand EUR"


def test_what_stands_left_of_the_titles_with_cents_is_no_code() -> None:
    rows = [["2019", "", "", "", "2020"], *([a, "", t, "", b] for a, t, b in (
        ("400.00", "Fees", "410.00"), ("93.50", "Interest", "11.20"), ("275.00", "Rents", "317.50"),
        ("5.00", "Gifts", "5.00"), ("773.50", "Total", "743.70"),
    ))]  # fmt: skip
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    assert lines(reading(f"<table>{cells}</table>", "a.html"))[0].startswith("Fees | ")


BALANCE = [
    ["АКТИВ", "", "", ""], ["I. Внеоборотные", "", "", ""], ["Земля", "1110", "210", "180"],
    ["Здания", "1150", "15 340", "14 820"], ["Итого по разделу I", "1100", "15 550", "15 000"],
    ["II. Оборотные", "", "", ""], ["Запасы", "1210", "8 420", "7 910"], ["Долги", "1230", "6 115", "5 430"],
    ["Итого по разделу II", "1200", "14 535", "13 340"], ["III. Прочие", "", "", ""],
    ["Разное", "1310", "6 000", "5 600"], ["Итого по разделу III", "1300", "6 000", "5 600"],
    ["IV. Счета", "", "", ""], ["Касса", "1410", "2 000", "1 500"], ["Итого по разделу IV", "1400", "2 000", "1 500"],
    ["БАЛАНС", "1600", "38 085", "35 440"],
]  # fmt: skip


@pytest.mark.parametrize("heading", ["Код", "Код строки", "Знак"])
def test_numbers_of_lines_behind_the_titles_are_no_amounts(heading: str) -> None:
    rows = [["Показатель", heading, "2021 г.", "2020 г."], ["-"] * 4, *BALANCE]
    loaded = reading("Баланс, тыс. руб.\n\n" + "".join("|" + "|".join(row) + "|\n" for row in rows), "a.md")
    assert loaded.plan.unit.name == "thousand RUB"
    found = [line.strip() for line in lines(loaded)]
    assert {"I. Внеоборотные | 15550 15000", "III. Прочие | 6000 5600", "IV. Счета | 2000 1500"} <= {*found}


def test_numbers_that_count_on_behind_the_titles_are_no_amounts() -> None:
    head = "|Назив|АОП|Текућа|Претходна|\n|-|-|-|-|\n"
    text = head + "".join(f"|Линија {at}|{1000 + at}|{at}.300|5.100|\n" for at in range(1, 8))
    assert lines(reading(text, "a.md"))[0] == "Линија 1 | 1300 5100"
    mixed = text.replace("1003", "1030").replace("1005", "15")  # as amounts may be that are written so
    assert lines(reading(mixed, "a.md"))[0] == "Линија 1 | 1001 1300 5100"


def test_what_goes_out_may_be_written_below_nought_and_added() -> None:
    rows = [
        ("Konto", "Titel", "Plan", "Ist"), ("", "INTÄKTER", "", ""), ("3010", "Avgifter", 450, 462),
        ("3020", "Bidrag", 300, 310), ("", "SUMMA INTÄKTER", 750, 772), ("", "KOSTNADER", "", ""),
        ("4010", "Material", -150, -140), ("5010", "Hyra", -360, -365), ("", "SUMMA KOSTNADER", -510, -505),
    ]  # fmt: skip
    added, taken = (("", "ÅRETS RESULTAT", *left) for left in ((240, 267), (1260, 1270)))
    codes = [
        doubts(reading("\n".join(";".join(map(str, row)) for row in [*rows, last]), "a.csv")) for last in (added, taken)
    ]
    assert "SX515" not in codes[0]
    assert "SX515" in codes[1]


def test_a_section_whose_lines_all_stand_behind_another_is_a_doubt() -> None:
    rows = [
        ("", 2022, 2021), ("Toiminta", "", ""), ("Tuotot", "", ""), ("Maksut", 12450.25, 11980.6),
        ("Kurssit", 8300.5, 6120), ("Tuotot yhteensä", 20750.75, 18100.6), ("Kulut", "", ""), ("Palkat", -9200, -8800),
        ("Vuokrat", -6000, -6000), ("Kulut yhteensä", -15200, -14800), ("Toiminnan tulos", 5550.75, 3300.6),
        ("Korot", 120, 80), ("Ylijäämä", 5670.75, 3380.6),
    ]  # fmt: skip
    loaded = reading("\n".join(";".join(map(str, row)) for row in rows), "a.csv")
    assert lines(loaded)[:2] == ["Toiminta | 5670.75 3380.6", "  Toiminnan tulos | 5550.75 3300.6"]
    assert "SX513" in doubts(loaded)


def test_lines_without_a_number_stand_below_the_account_that_they_come_to() -> None:
    rows = [
        ("60 - Achats", 42), ("Papier", 27), ("Encre", 15), ("61 - Services", 38), ("Locations", 26), ("Assurance", 12),
        ("66 - Frais", 5), ("TOTAL", 85),
    ]  # fmt: skip
    texts = ["Charges;Montant\n" + "".join(f"{title};{amount + more}\n" for title, amount in rows) for more in (0, 1)]
    assert lines(reading(texts[0], "a.csv")) == [
        "60 - Achats | 42", "  Papier | 27", "  Encre | 15", "61 - Services | 38", "  Locations | 26",
        "  Assurance | 12", "66 - Frais | 5", "declared | 85",
    ]  # fmt: skip
    assert "Papier | 28" in lines(reading(texts[1], "a.csv"))  # where no sum proves it


def test_behind_a_subtotal_of_numbered_lines_one_of_a_single_line_is_one() -> None:
    rows = [
        ("1", "DIRECTOS", 1250, 1198), ("2", "INDIRECTOS", 340, 352), ("3", "TASAS", 380, 365),
        ("", "CORRIENTES", 1970, 1915), ("7", "CAPITALES", 150, 240), ("", "OPERACIONES DE CAPITAL", 150, 240),
        ("", "TOTAL", 2120, 2155),
    ]  # fmt: skip
    told = [f"{code};{title};{plan * 10007};{actual * 10007}\n" for code, title, plan, actual in rows]
    found = lines(reading("N;Capítulo;Plan;Ist\n" + "".join(told), "a.csv"))
    assert found[4:6] == ["OPERACIONES DE CAPITAL | 1501050 2401680", "  7 CAPITALES | 1501050 2401680"]
    alone = lines(reading("N;Capítulo;Plan;Ist\n" + "".join(told[4:]), "a.csv"))  # nothing else shows that it closes it
    assert alone[0] == "7 CAPITALES | 1501050 2401680"


def test_a_heading_of_any_length_is_read_at_once() -> None:
    start = process_time()
    assert lines(reading(f"Name\t{'P.I.' * 6000}\tIst\nAuto\t1200\t5\nHaus\t800\t6\n", "a.csv"))
    assert process_time() - start < 5


def test_codes_that_end_in_noughts_head_those_that_begin_as_they_do() -> None:
    rows = [
        ("1000", "Servicios", "12,450", "12,800"), ("1100", "Permanentes", "9,800", "10,000"),
        ("1300", "Adicionales", "2,650", "2,800"), ("2000", "Materiales", "1,200", "1,100"),
        ("2100", "Papel", "700", "650"), ("2600", "Combustibles", "500", "450"), ("", "Total", "13,650", "13,900"),
    ]  # fmt: skip
    head = "|PARTIDA|CONCEPTO|APROBADO|MODIFICADO|\n|-|-|-|-|\n"
    text = head + "".join("|" + "|".join(row) + "|\n" for row in rows)
    assert lines(reading(text, "a.md")) == [
        "1000 Servicios | 12450 12800", "  1100 Permanentes | 9800 10000", "  1300 Adicionales | 2650 2800",
        "2000 Materiales | 1200 1100", "  2100 Papel | 700 650", "  2600 Combustibles | 500 450",
        "declared | 13650 13900",
    ]  # fmt: skip
    other = text.replace("12,450", "12,460").replace("12,800", "12,900").replace("1,200", "1,250")  # no sum proves it
    assert "1100 Permanentes | 9800 10000" in lines(reading(other, "a.md"))


def test_a_result_behind_the_total_of_a_section_is_no_part_of_it() -> None:
    rows = [
        ("", "2021", "2022"), ("Revenue By Source", "", ""), ("Rates", 410220, 432110), ("Charges", 1020330, 1098450),
        ("Total Revenue", 1430550, 1530560), ("Expenditure By Type", "", ""), ("Staff", 702110, 745300),
        ("Purchases", 590200, 650400), ("Total Expenditure", 1292310, 1395700), ("Surplus", 138240, 134860),
        ("Transfers", 120400, 131000), ("Surplus for the year", 258640, 265860),
    ]  # fmt: skip
    found = lines(reading("\n".join(";".join(map(str, row)) for row in rows), "a.csv"))
    assert found[3:6] == [
        "Expenditure By Type | 1292310 1395700",
        "  Staff | 702110 745300",
        "  Purchases | 590200 650400",
    ]
    assert [line for line in found if line.startswith("Surplus")] == found[6::2]
