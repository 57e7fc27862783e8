"""What is left of what came in and went out, by the names of the lines: no rule is written there."""

import pytest

from recogniser.made import Rows, book, doubts, lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.text.language import Language
from sxtdbv_cli.text.numbers import WHOLE


def table(*rows: str) -> Loaded:
    """Lines with their amounts, of one year."""
    return reading("\n".join(["Nội dung;Số tiền (đồng)", *rows]), "a.csv")


def errors(loaded: Loaded) -> list[str]:
    """The codes of the errors."""
    return [one.code for one in check_plan(loaded).findings if one.severity == "error"]


def fund(left: str, *, title: str = "Còn lại", before: str = "", sign: str = "") -> Loaded:
    """What a class was given and paid, and what is left."""
    moves = ["Phụ huynh;2840500", "Ủng hộ;300300", "Tổng thu;3140800"]
    moves += [f"Sách;{sign}1711260", f"Nước;{sign}201100", f"Tổng chi;{sign}1912360"]
    return table(*([before] if before else []), *moves, f"{title};{left}")


def test_what_is_left_is_what_came_in_less_what_went_out() -> None:
    assert lines(fund("1228440"))[-1] == "Còn lại [memo] [= #1 - #2] | 1228440"
    assert lines(fund("1228440", sign="-"))[-1] == "Còn lại [memo] [= #1 + #2] | 1228440"
    for title in ("Còn lại", "Chênh lệch thu chi", "Lợi nhuận", "SỐ DƯ"):
        wrong = fund("1431770", title=title)
        assert doubts(wrong) == ["SX515"] and not errors(wrong)
        assert not doubts(fund("1228440", title=title))
    assert errors(fund("1229440")) == ["SX104"]  # one digit explains it
    said = [one.say(Language.EN, WHOLE) for one in check_plan(fund("1431770")).findings if one.code == "SX515"]
    assert "“Tổng thu - Tổng chi”, 1.228.440, but 1.431.770 stands there, off by 203.330" in said[0]


def test_what_is_left_may_take_in_what_there_was_before() -> None:
    opened = "Số dư đầu kỳ;500000"
    assert lines(fund("1728440", before=opened))[-1] == "Còn lại [memo] [= #1 + #2 - #3] | 1728440"
    assert lines(fund("1228440", before=opened))[-1] == "Còn lại [memo] [= #2 - #3] | 1228440"
    assert lines(fund("1728440", title="Số dư cuối kỳ", before=opened))[-1].endswith("[= #1 + #2 - #3] | 1728440")
    assert "SX515" in doubts(fund("1431770", before=opened))
    assert doubts(fund("1431770", title="Số dư cuối kỳ")) == []  # what there was before may stand elsewhere
    assert "SX515" not in doubts(fund("1228444", title="Bội chi"))  # counted the other way round
    assert "SX515" not in doubts(fund("0"))  # perhaps nothing was filled in


def test_profits_of_a_statement_without_numbers() -> None:
    loaded = table(
        "Doanh thu thuần;10440", "Giá vốn hàng bán;7310", "Lợi nhuận gộp;3130", "Doanh thu tài chính;45",
        "Chi phí tài chính;210", "Chi phí bán hàng;640", "Chi phí quản lý;905", "Lợi nhuận thuần;1420",
        "Thu nhập khác;18", "Chi phí khác;62", "Lợi nhuận khác;-44", "Lợi nhuận trước thuế;1376",
    )  # fmt: skip
    rules = [line.split(" | ")[0] for line in lines(loaded) if "=" in line]
    assert rules == ["Lợi nhuận thuần [memo] [= #3 + #4 - #5 - #6 - #7]", "Lợi nhuận khác [memo] [= #9 - #10]"]
    assert not [one for one in check_plan(loaded).findings if one.severity != "note"]


def test_a_closing_balance_of_lines_with_signs_is_checked() -> None:
    moves = ["Số dư đầu kỳ;8100400", "+ Bán hàng;42500300", "- Nguyên liệu;-16200100", "- Nhân công;-7310000"]
    right = table(*moves, "Số dư cuối kỳ;27090600")
    assert lines(right)[-1] == "declared | 27090600"
    assert "SX515" in doubts(table(*moves, "Số dư cuối kỳ;19300250"))


def test_a_profit_that_has_lines_of_its_own_is_what_these_come_to() -> None:
    moves = ["Sales;101637", "Total income;101637", "Wages;-60107", "Total cost;-60107", "Operating profit;41530"]
    loaded = table(*moves, "Interest;-1203", "Gains;310", "Profit before tax;40637")
    assert "SX515" not in doubts(loaded)


BALANCES = [
    ("Fund Balance - July 1", "Fund Balance - June 30"),
    ("Cash funds at 1 April 2024", "Cash funds at 31 March 2025"),
    ("Fund balances at beginning of year", "Fund balances at end of year"),
    ("Net assets, beginning", "Net assets, end"),
]


@pytest.mark.parametrize(("opens", "closes"), BALANCES)
@pytest.mark.parametrize("net", ["Net change", "Excess of revenue over expenditure"])
def test_a_closing_balance_is_the_opening_one_behind_what_is_left(net: str, opens: str, closes: str) -> None:
    def statement(end: str) -> Loaded:
        moves = ["Dues;2840", "Gifts;3003", "Total revenue;5843", "Rent;1711", "Fares;2011", "Total expenditure;3722"]
        return table(*moves, f"{net};2121", "Transfers;-30", f"{opens};14050", f"{closes};{end}")

    assert lines(statement("16141"))[-1].startswith(f"{closes} [memo] [= ")
    assert "SX513" not in doubts(statement("16141"))
    assert errors(statement("16171"))  # without the transfers


def test_what_is_due_is_the_total_less_what_was_paid_before() -> None:
    rows: Rows = [
        ["Category (EUR)", "Mon", "Tue", "Total"],
        ["Airfare", 412, 395, 807],
        ["Lodging", 145, 145, 290],
        ["Daily total", 557, 540, 1097],
        [None, None, "Less advance", 500],
        [None, None, "Amount due", 597],
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[-2:] == ["Less advance | . . 500", "Amount due [memo] [= #1 - #2] | . . 597"]
    assert not doubts(loaded)
    rows[5] = [None, None, "Amount due", 97]
    assert "SX515" in doubts(reading(book(rows)))


def festival(total: str, second: str = "Outgoings") -> Loaded:
    """A page of a fair that calls what is left its total."""
    rows = ["Income;534", "  Stalls;240", "  Raffle;294", f"{second};521", "  Hall;400", "  Posters;121"]
    return table(*rows, f"Total;{total}")


def test_what_came_in_less_what_went_out_may_be_called_the_total() -> None:
    assert lines(festival("13"))[-1] == "Total [memo] [= #1 - #2] | 13"
    assert not errors(festival("13")) and "SX513" not in doubts(festival("13"))


def test_a_total_that_is_no_difference_or_of_one_side_adds_everything() -> None:
    assert festival("1055").plan.declared and festival("13", second="Deposits").plan.declared
