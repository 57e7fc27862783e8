"""Payrolls without totals of what is earned and what is taken away: what is paid in the end is checked all the same."""

from recogniser.made import book, columns, doubts, lines, reading
from sxtdbv_cli.check import check_plan

HEAD = "STT;Họ và tên;Ngày công;Lương (đồng);Ăn trưa;Xăng xe;BHXH (8%);BHYT;Thuế TNCN;Tạm ứng;Thực lĩnh\n"
PAYS = [
    "1;Nguyễn Văn A;26;15000000;730000;500000;1200000;225000;{};5000000;{}",
    "2;Trần Thị B;25;9500000;730000;300000;760000;142500;0;2000000;7627500",
    "3;Lê C;26;7200000;730000;200000;576000;108000;0;0;7446000",
    "4;Phạm D;22;6100000;640000;0;488000;91500;0;1000000;5160500",
]


def test_what_is_paid_is_several_columns_less_several() -> None:
    loaded = reading(HEAD + "\n".join(PAYS).format(120000, 9685000), "a.csv")
    rule = "Lương (đồng) + Ăn trưa + Xăng xe - BHXH (8%) - BHYT - Thuế TNCN - Tạm ứng"
    assert columns(loaded)["Thực lĩnh"] == rule
    assert not check_plan(loaded).findings and not doubts(loaded)
    wrong = reading(HEAD + "\n".join(PAYS).format(120000, 9695000), "a.csv")
    assert [one.code for one in check_plan(wrong).findings] == ["SX104"]
    untaxed = reading(HEAD + "\n".join(PAYS).format(0, 9805000), "a.csv")
    assert columns(untaxed)["Thực lĩnh"] == rule  # a tax is taken away though nobody pays any


def test_what_is_left_of_columns_that_do_not_come_to_it_is_no_sum() -> None:
    rows = "\n".join(PAYS).format(120000, 9500000).replace("7627500", "7000000")
    assert columns(reading(HEAD + rows, "a.csv"))["Thực lĩnh"] == ""


def test_a_row_of_percentages_below_the_header_is_no_line_and_hides_none() -> None:
    rows: list[list[object]] = [
        ["", "Weeks", "Hrs/wk", "Rate/hr", "Salary", "Super", "Total"], ["", "", "", "", "", "9%", ""], [],
        ["Director", "", "", "", 35000, 3150, 38150], ["Assistant", 52, 20, 13, 13520, 1216.8, 14736.8],
        ["Trainer", 52, 38, 15, 29640, 2667.6, 32307.6], ["Total", "", "", "", 78160, 7034.4, 85194.4],
    ]  # fmt: skip
    loaded = reading(book(rows))
    assert [line.split(" |")[0] for line in lines(loaded)] == ["Director", "Assistant", "Trainer", "declared"]
    assert [*columns(loaded).values()] == ["", "", "Salary + Super"] and {"SX511", "SX518"}.isdisjoint(doubts(loaded))


def test_an_amount_that_is_text_and_a_factor_is_told_once() -> None:
    head = ["STT", "Họ tên", "Hệ số", "Tiền lương (đồng)", "BHXH"]
    marks = ["A", "B", "1", "2=1x2.340.000", "3=2x8%"]
    pays: list[list[object]] = [[n, f"Ông {n}", n, n * 2_340_000, n * 187_200] for n in range(1, 6)]
    pays[2][3] = "7.020.000"
    told = check_plan(reading(book([head, marks, *pays, [None, "Cộng", None, 35_100_000, 2_808_000]]))).findings
    assert [found.code for found in told] == ["SX504"]
