"""Amounts as other countries write them: their currencies, what closes a figure, their totals, what is paid for each
month."""

import re

import pytest

from recogniser.made import book, columns, doubts, lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.tables.figures.exact import read_text
from sxtdbv_cli.tables.figures.notation import Notation


def read(*cells: str) -> Loaded:
    """A table of two columns in Markdown; of each cell the title and the amount."""
    rows = (cell.split("=") for cell in cells)
    return reading(
        "\n".join(["| A | Beløb |", "|---|---|", *(f"| {title} | {amount} |" for title, amount in rows)]), "a.md"
    )


def codes(loaded: Loaded) -> list[str]:
    """The codes of all doubts."""
    assert loaded.sheet is not None
    return [doubt.code for doubt in loaded.sheet.understanding.doubts]


@pytest.mark.parametrize(
    ("cells", "unit"),
    [
        (("Leje=12.000,- kr", "Mad=1.250.500,- kr", "I alt=1.262.500,- kr"), "kr"),
        (("Leje=kr 12 000", "Mad=kr 1 250 500", "Sum=kr 1 262 500"), "kr"),
        (("가=12,000원", "나=1,250,500원", "합계=1,262,500원"), "원"),
        (("会場費=￥12,000", "印刷=￥1,250,500", "合計=￥1,262,500"), "JPY"),
        (("Nájem=12 000 Kč", "Tisk=1 250 500 Kč", "Celkem=1 262 500 Kč"), "Kč"),
        (("Miete=Fr. 12'000.-", "Druck=Fr. 1'250'500.-", "Summe=Fr. 1'262'500.-"), "Fr"),
        (("Loyer=12 000 F CFA", "Repas=1 250 500 F CFA", "Total=1 262 500 F CFA"), "FCFA"),
        (("Alquiler=S/. 12,000.00", "Comida=S/. 1,250,500.00", "Total=S/. 1,262,500.00"), "PEN"),
        (("Chirie=12.000 lei", "Hrană=1.250.500 lei", "Total=1.262.500 lei"), "lei"),
    ],
)
def test_currencies(cells: tuple[str, ...], unit: str) -> None:
    loaded = read(*cells)
    first = cells[0].split("=")[0]
    assert (lines(loaded), loaded.plan.unit.name) == (
        [f"{first} | 12000", f"{cells[1].split('=')[0]} | 1250500", "declared | 1262500"],
        unit,
    )


@pytest.mark.parametrize("word", ["KR 1", "Lei 14", "DA 12", "FR 3"])
def test_labels_are_no_currencies(word: str) -> None:
    with pytest.raises(Unreadable):
        read(f"a={word}", f"b={word}1", f"c={word}2")


@pytest.mark.parametrize(
    "total", ["Σύνολο", "Summa", "Kokku", "Общо", "총계", "수입 합계", "Náklady celkem", "Összesen"]
)
def test_totals(total: str) -> None:
    assert lines(read("a=12", "b=30", f"{total}=42"))[-1] == "declared | 42"


def test_amounts_for_each_month_and_each_year_are_told() -> None:
    assert codes(read("a=$500/month", "b=$600/month", "c=$20/year")) == ["SX512"]
    assert codes(read("a=$500/month", "b=$600/month", "c=$20/mo")) == []
    assert lines(read("a=€5K", "b=€6K", "Totaal=€11K/mnd"))[-1] == "declared | 11000"


@pytest.mark.parametrize(
    ("said", "unit"),
    [("Beløp i 1000 kroner.", "thousand kr"), ("(tkr)", "thousand kr"), ("Alle Angaben in TCHF", "thousand CHF")],
)
def test_units_above_a_table_are_no_title_of_it(said: str, unit: str) -> None:
    loaded = reading(f"Regnskap;;\n{said};;\n;2012;2011\nTomter;18969;19596\nGrus;-78;-921\nSUM;18891;18675\n", "a.csv")
    assert (loaded.plan.unit.name, loaded.plan.document.title) == (unit, "Regnskap")


@pytest.mark.parametrize(
    ("said", "heading", "unit"),
    [
        ("Alle tall", "Beløp i tkr", "thousand kr"),
        ("Zahlen in CHF 1’000", "", "thousand CHF"),
        ("Lasten", "bedragen x € 1.000", "thousand EUR"),
        ("Lasten", "€ x 1.000", "thousand EUR"),
        ("Lasten", "k€", "thousand EUR"),
        ("€ 1.000", "Post", "?"),
        ("In 1999", "x 1.000", "?"),
    ],
)
def test_units_in_the_heading_of_the_titles(said: str, heading: str, unit: str) -> None:
    loaded = reading(f"{said};;\n{heading};2012;2011\nTomter;18969;19596\nGrus;-78;-921\nSUM;18891;18675\n", "a.csv")
    assert loaded.plan.unit.name == unit


@pytest.mark.parametrize(
    ("heading", "unit"), [("2012 TEUR", "thousand EUR"), ("2012 in T€", "thousand EUR"), ("2012 T", "?")]
)
def test_units_behind_a_year(heading: str, unit: str) -> None:
    loaded = reading(f"Post;{heading};{heading[3:]}\nMiete;18969;19596\nLohn;78;921\n", "a.csv")
    assert loaded.plan.unit.name == unit


@pytest.mark.parametrize("heading", ["Not", "Erläuterung (vgl. Anhang)", "Toelichting"])
def test_numbers_of_notes_are_no_amounts(heading: str) -> None:
    loaded = reading(f"Post;{heading};2012;2011\nHyra;1;10;20\nEl;2;30;40\nLön;3;5;5\nSumma;;45;65\n", "a.csv")
    assert [*columns(loaded)] == ["2012", "2011"]
    assert doubts(loaded) == []


def test_sections_of_what_is_spent_may_be_below_zero() -> None:
    rows = (
        "Einnahmen=",
        "Beiträge=0 CHF",
        "Sponsoring=5412 CHF",
        "Ausgaben=",
        "Flyer=-350 CHF",
        "Anlässe=-1000 CHF",
        "Summe=4062 CHF",
    )
    assert [found.code for found in check_plan(read(*rows)).findings] == []


@pytest.mark.parametrize(
    ("rows", "rule"),
    [
        ("Baten;900;815\nLasten;850;820\nResultaat;50;-5\n", "Baten - Lasten"),
        ("Intäkter;900;815\nKostnader;850;820\nÅrets resultat;50;-5\n", "Intäkter - Kostnader"),
        ("Lasten;900;815;70\nBaten;850;820;30\nResultaat;50;-5;40\n", "Lasten - Baten"),
        ("Lasten;900;815\nBaten;850;820\nResultaat;50;-5\n", ""),
    ],
)
def test_results_of_two_sides_in_dutch_and_swedish(rows: str, rule: str) -> None:
    count = rows.split("\n", maxsplit=1)[0].count(";")
    loaded = reading(";".join(["Post", *map(str, range(2011, 2011 + count))]) + f"\n{rows}", "a.csv")
    titles = loaded.plan.lines.titles
    said = loaded.plan.lines.equals[2] or ""
    assert re.sub(r"#(\d)", lambda found: str(titles[int(found[1]) - 1]), said) == rule


def page(*rows: str) -> Loaded:
    """A table of a page, its cells parted by bars."""
    made = ("".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in rows)
    return reading(f"<table>{''.join(f'<tr>{row}</tr>' for row in made)}</table>", "x.html")


def test_signs_in_cells_of_their_own_belong_to_the_figures_beside_them() -> None:
    found = page("Item||2024||2023", "Hall hire||13,311||9,588", "Repairs||2,140||11,140", "Net||11,171|−|1,552")
    assert lines(found)[-1].startswith("Net") and lines(found)[-1].endswith("| 11171 -1552")
    found = page("Item|2024||2023|", "Hall|1,200||900|", "Repairs|(140|)|(50|)", "Total|1,060||850|")
    assert lines(found) == ["Hall | 1200 900", "Repairs | -140 -50", "declared | 1060 850"]


def test_a_minus_in_a_column_that_holds_other_things_or_before_no_figure_is_a_blank() -> None:
    assert lines(page("Item|2024|2023", "Hall|-|9588", "Bar|673|40"))[:2] == ["Hall | . 9588", "Bar | 673 40"]
    assert lines(page("Item||2024", "Hall|-|9588", "Bar|-|", "Tea||40"))[0] == "Hall | 9588"
    assert lines(page("Item||2024", "Hall|)|9588", "Bar||673"))[0] == "Hall | 9588"  # nor is what no bracket opens


@pytest.mark.parametrize(("gap", "told"), [([], []), (["||"], ["SX513"])])
def test_behind_a_blank_row_a_line_may_be_none_of_the_heading(gap: list[str], told: list[str]) -> None:
    rows = ["Posten|2024|2023", "Anlagen||", "Geräte|24.460|21.789", "Häuser|22.560|20.100", "Umlauf||"]
    rows += ["Waren|2.151|3.040", "Bank|64.567|61.012", *gap, "Abgrenzung|48.322|40.214", "Bilanzsumme|162.060|146.155"]
    found = page(*rows)
    assert (lines(found)[-1], doubts(found)) == ("declared | 162060 146155", told)


def test_a_comma_of_japanese_texts_sets_off_thousands_as_any_other() -> None:
    rows = ["| 会費 | 4,200,000 | 850,000 |", "| 助成金 | 350,000 | 1、215,200 |", "| 合計 | 4,550,000 | 2,065,200 |"]
    found = reading("\n".join(["| 科目 | 予算 | 決算 |", "|---|---|---|", *rows]), "x.md")
    assert lines(found) == ["会費 | 4200000 850000", "助成金 | 350000 1215200", "declared | 4550000 2065200"]
    assert read_text("1、2", Notation(".")).value is None


RATES = [
    ["STT", "Nội dung", "Chi phí (USD)", "Tỷ giá", "Thành tiền"],
    [1, "Máy chủ", 100, 25000, 2500000],
    [2, "Lưu trữ", 40, 25000, 1000000],
    ["", "Thuế", "", "", 350000],
    ["", "Tổng cộng", 140, "", 3850000],
]


@pytest.mark.parametrize(
    ("heads", "told"),
    [
        ({}, ["E1"]),
        ({4: "Thành tiền (USD)"}, []),  # every column names its money
        ({3: "Hệ số"}, []),  # no rates of exchange
        ({2: "Chi phí"}, []),  # no currency but đồng
    ],
)
def test_a_column_beside_rates_of_exchange_that_names_no_money_is_told(heads: dict[int, str], told: list[str]) -> None:
    header = [heads.get(at, text) for at, text in enumerate(RATES[0])]
    loaded = reading(book([header, *RATES[1:]]))
    assert loaded.sheet is not None
    found = [
        doubt
        for doubt in loaded.sheet.understanding.doubts
        if doubt.message and "rates of exchange" in doubt.message.en
    ]
    assert [str(loaded.place(doubt.address)).partition("!")[2] for doubt in found] == told


@pytest.mark.parametrize("mark", ["〔仮〕", "[prov.] "])
def test_what_is_marked_as_not_final_is_a_figure_with_a_remark(mark: str) -> None:
    loaded = reading(
        f"|Item|Plan|\n|---|---|\n|Fees|{mark}1,385,200|\n|Sales|{mark}0|\n|Total|{mark}1,385,200|\n", "x.md"
    )
    assert lines(loaded) == ["Fees | 1385200", "Sales | 0", "declared | 1385200"]
    assert set(doubts(loaded)) == {"SX511"}
    assert (
        lines(reading(f"|Item|Plan|\n|---|---|\n|{mark}Fees|1,385,200|\n|Sales|5|\n", "x.md"))[0]
        == f"{mark}Fees | 1385200"
    )


def test_a_text_written_over_every_column_names_the_table_and_no_column() -> None:
    head = "|Trial balance|Trial balance|Trial balance|Trial balance||\n|---|---|---|---|---|\n"
    rows = "|Account|Opening|Side|Closing|Level|\n|1 Assets|300|D|370|1|\n"
    rows += "|1.1 Cash|100|D|120|2|\n|1.2 Stock|200|D|250|2|\n"
    loaded = reading(head + rows, "x.md")
    assert lines(loaded) == ["1 Assets | 300 370", "  1.1 Cash | 100 120", "  1.2 Stock | 200 250"]
    parts = "|Item|Grant|Grant|\n|---|---|---|\n||Plan|Spent|\n|Fees|500|300|\n|Gifts|100|90|\n"
    assert list(columns(reading(parts, "x.md"))) == ["Grant: Plan", "Grant: Spent"]


def test_a_total_right_below_the_heading_it_names_is_the_figures_of_that() -> None:
    rows = [
        "Assets||",
        "Total for Assets|341|315",
        "Equity||",
        "Stock|25|25",
        "Earnings|316|290",
        "Total for Equity|341|315",
    ]
    found = page("Item|2026|2025", *rows)
    assert lines(found) == ["Assets | 341 315", "Equity | 341 315", "  Stock | 25 25", "  Earnings | 316 290"]
    other = page("Item|2026|2025", "Assets||", "Total for Vehicles|341|315", *rows[2:])
    assert lines(other)[0] == "Assets | . ."


def test_a_statement_goes_on_with_its_first_total_to_what_is_left_of_it() -> None:
    rows = [
        "Total revenue|19776|210250",
        "Cost of sales|21975|98494",
        "{}|-2199|111756",
        "Rent|24100|43320",
        "Net|-26299|68436",
    ]
    found = page("Item|2026|2025", *rows[:2], rows[2].format("Gross profit"), *rows[3:])
    assert all(not line.startswith(" ") for line in lines(found))
    wrong = page("Item|2026|2025", *rows[:2], rows[2].format("Wages"), *rows[3:])
    assert [line[:2] for line in lines(wrong)] == ["To", *["  "] * 4]


def test_numbers_of_documents_before_the_amounts_are_no_amounts() -> None:
    head = "Line;Doc;Net;Total\n"
    grouped = (
        head
        + "A;1284;450.000;535.500\nB;552;1.200.000;1.428.000\nC;88991;320.000;380.800\nTotal;;1.970.000;2.344.300\n"
    )
    assert lines(found := reading(grouped, "x.csv"))[0] == "A | 450000 535500" and doubts(found) == ["SX516"]
    both = grouped.replace("535.500", "535500")  # other amounts are typed so, too
    assert lines(reading(both, "x.csv"))[0] == "A | 1284 450000 535500"
    for last in ("", "Total;90.827;1.970.000;2.344.300\n"):  # no total says that they are not added
        again = grouped.partition("Total;;")[0] + last
        assert lines(reading(again, "x.csv"))[0] == "A | 1284 450000 535500"
    counted = head + "".join(f"{name};{412 + at};{at}50;{at}60\n" for at, name in enumerate("ABCDE", 1))
    assert lines(reading(counted, "x.csv"))[0] == "A | 150 160"
    assert lines(reading(counted.replace("414", "415"), "x.csv"))[0] == "A | 413 150 160"


def test_a_column_without_a_heading_that_others_add_up_with_holds_amounts() -> None:
    rows = [("Fees", 1500, 1200), ("Gifts", 980, 1100), ("Sales", 4100, 3900), ("Rent", 2500, 2450)]
    head = "|Item|Plan 2025|Spent 2025||\n|---|---|---|---|\n"
    table = head + "".join(f"|{name}|{plan}|{spent}|{plan - spent}|\n" for name, plan, spent in rows)
    assert lines(reading(table, "x.md"))[0] == "Fees | 1500 1200 300"
    assert lines(reading(table.replace("|300|", "|3|").replace("|50|", "|7|"), "x.md"))[0] == "Fees | 1500 1200"


def test_a_price_is_none_of_the_amounts_that_a_total_with_signs_adds() -> None:
    rows = "|Oyster|$ 17.600|$ 23.201.600|\n|Reishi|$ 100.000|$ 700.000|\n|Lion|$ 62.000|$ 4.464.000|\n"
    table = "|Product|Price/kg|Year 1|\n|---|---|---|\n" + rows + "|Total||$ 28.365.600|\n"
    assert lines(reading(table, "x.md")) == [
        "Oyster | 23201600",
        "Reishi | 700000",
        "Lion | 4464000",
        "declared | 28365600",
    ]


def test_a_row_that_says_how_much_money_heads_no_table_where_the_file_tells_the_headers() -> None:
    head = "| Khoản | Dự kiến | Căn cứ |\n|---|---:|---|\n| Thuê máy | 420.750 đồng | Giá niêm yết |\n"
    odd = "| Nơi nhận hồ sơ | Tối đa 200.000 đồng | Dự trù, chưa báo giá |\n| Tên miền | 0 đồng mua thêm | Có sẵn |\n"
    loaded = reading(
        head + odd + "| Dự phòng | 379.250 đồng | Không tự tiêu |\n| Tổng | 1.000.000 đồng | Trần |\n", "x.md"
    )
    assert lines(loaded) == [
        "Thuê máy | 420750", "Nơi nhận hồ sơ | 200000", "Tên miền | .", "Dự phòng | 379250", "declared | 1000000"
    ]  # fmt: skip
    assert doubts(loaded) == ["SX511", "SX511"]


def test_percentages_in_another_notation_do_not_make_the_amounts_doubtful() -> None:
    rows = "|Sales|411.900|2.264.400|\n|Costs|3.667.373|4.579.410|\n|Left|-3.255.473|-2.315.010|\n"
    table = "|Item|2026|2025|\n|---|---|---|\n" + rows + "|Margin %|-65.93%|-11.58%|\n"
    found = reading(table, "x.md")
    assert lines(found)[0] == "Sales | 411900 2264400" and "SX511" not in doubts(found)
    with pytest.raises(Unreadable):
        reading(table.replace("-65.93%", "-65.93"), "x.md")
    few = "|A|Plan|\n|---|---|\n|B|1.500|\n|C|{}|\n|D %|3,5%|\n"
    assert lines(reading(few.format("2.250"), "x.md"))[0] == "B | 1500"
    with pytest.raises(Unreadable):
        reading(few.format("22.5"), "x.md")
