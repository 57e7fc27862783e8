"""Tables pasted from pages in other languages: a reserve behind the total, prices that show how figures are written,
dollars of other lands, what remains of a budget."""

import pytest

from recogniser.made import columns, doubts, lines, reading
from sxtdbv_cli.model.audit import audit
from sxtdbv_cli.model.finding import Unreadable


def test_the_last_row_is_the_total_where_it_is_the_total_above_it_and_the_lines_between() -> None:
    loaded = reading(
        "Del,DKK\nA. Jord,640\nB. Beton,2050\nI alt,2690\n+20 % uforudset,538\nMed uforudset,3228\n", "a.csv"
    )
    assert lines(loaded) == [
        "I alt | 2690",
        "  A. Jord | 640",
        "  B. Beton | 2050",
        "+20 % uforudset | 538",
        "declared | 3228",
    ]
    assert not {"SX513", "SX516"} & set(doubts(loaded))


@pytest.mark.parametrize("last", ["Med uforudset,3229", "Med uforudset,538", "Med uforudset,"])
def test_no_other_last_row_is_one(last: str) -> None:
    loaded = reading(f"Del,DKK\nA. Jord,640\nB. Beton,2050\nI alt,2690\n+20 % uforudset,538\n{last}\n", "a.csv")
    assert "declared | 2690" in lines(loaded)
    assert {"SX513", "SX516"} & set(doubts(loaded))


@pytest.mark.parametrize(
    "word", ["合計", "本期总计", "Итого", "Всего расходов", "Ogółem", "Összesen", "Jumlah", "Toplam"]
)
def test_totals_of_more_languages(word: str) -> None:
    loaded = reading(f"Item,2025,2026\nA,10,20\nB,30,45\n{word},40,65\n", "a.csv")
    assert lines(loaded) == ["A | 10 20", "B | 30 45", "declared | 40 65"]


def test_prices_show_how_the_amounts_beside_them_are_written() -> None:
    table = "Vare;Antal;Stk-pris;Total\nRør;4;33,15;133\nSten;3;450,00;1.350\nJord;2;29,75;60\nSum;;;1.543\n"
    assert lines(reading(table, "a.csv")) == ["Rør | 133", "Sten | 1350", "Jord | 60", "declared | 1543"]


def test_prices_never_make_decimals_of_what_may_be_groups() -> None:
    """Sums may: they must come out to the last digit."""
    table = "Item;Qty;Unit price;Total\nPipe;4;33.15;133\nStone;3;450.50;1.352\nSoil;2;29.75;60\nTotal;;;1.545\n"
    assert lines(reading(table, "a.csv"))[1::2] == ["Stone | 1352", "declared | 1545"]
    with pytest.raises(Unreadable):
        reading(table.replace("1.545", "1.546"), "a.csv")


@pytest.mark.parametrize(
    ("heading", "unit"), [("Cost (NT$)", "TWD"), ("Cost (HK$)", "HKD"), ("Cost ($)", "USD"), ("Cost (J$)", "?")]
)
def test_a_dollar_with_letters_is_that_of_another_land(heading: str, unit: str) -> None:
    assert reading(f"Item,{heading}\nA,10\nB,30\nTotal,40\n", "a.csv").plan.unit.name == unit


def test_what_remains_is_a_column_less_all_behind_it() -> None:
    rows = "".join(f"W{n},{900 + n},{n},{2 * n},{900 - 2 * n}\n" for n in range(1, 13))
    loaded = reading(f"Item,Budget,2024,2025,Remaining\n{rows}X,500,20,,485\n", "a.csv")
    assert columns(loaded)["Remaining"]
    assert len(audit(loaded.plan).failing) == 1


def test_what_remains_may_be_of_any_column_before() -> None:
    rows = "".join(f"W{n},{900 + n % 3},{900 + n},{n},{50 + n},{850}\n" for n in range(1, 6))
    loaded = reading(f"Item,Budget,Revised,June,To date,Remaining\n{rows}", "a.csv")
    assert columns(loaded)["Remaining"] == "Revised - To date"


@pytest.mark.parametrize("periods", [("2022", "2023"), ("Q3 2022", "Q1 2023")])
def test_the_unit_may_stand_over_the_titles_beside_the_periods(periods: tuple[str, str]) -> None:
    rows = [("Đơn vị: 1.000.000đ", *periods), ("I. Hoạt động kinh doanh",), ("1. Tiền thu", "57.919", "63.768")]
    rows += [("2. Tiền chi", "-52.193", "-56.857"), ("Tiền thuần từ hoạt động kinh doanh", "5.726", "6.911")]
    loaded = reading("\n".join(map("\t".join, rows)), "a.tsv")
    assert (len(columns(loaded)), loaded.plan.unit.name) == (2, "triệu đồng")
    assert lines(loaded)[1:] == ["  1. Tiền thu | 57919 63768", "  2. Tiền chi | -52193 -56857"]
    assert not doubts(loaded)
