"""Sums across that no heading states: figures that come out on every line, by more than chance would give."""

import pytest

from recogniser.made import book, columns, doubts, lines, reading
from sxtdbv_cli.check import check_plan

VAT = [["Hire of hall", 120, 24, 144], ["Printing", 85, 17, 102], ["Books", 64, 0, 64], ["Post", 31, 3, 34]]
VAT += [["Van", 250, 50, 300], ["Tea", 18, 2, 20], ["Stage", 77, 11, 88], ["Sound", 409, 80, 489]]
HEAD = ["Item", "Net (£)", "VAT (£)", "Gross (£)"]


def rules(rows: list[list[object]]) -> dict[str, str]:
    return {key: rule for key, rule in columns(reading(book(rows))).items() if rule}


def test_a_sum_whose_heading_nobody_knows_is_one() -> None:
    assert rules([HEAD, *VAT]) == {"Gross (£)": "Net (£) + VAT (£)"}
    first = [[item, gross, net, vat] for item, net, vat, gross in VAT]
    assert rules([["Item", "Gross (£)", "Net (£)", "VAT (£)"], *first]) == {"Gross (£)": "Net (£) + VAT (£)"}


def test_what_is_below_nought_on_some_line_is_a_difference() -> None:
    rows = [[item, net, gross, gross - net - 20] for item, net, _, gross in VAT]
    rows = [[item, paid + off, paid, off] for item, _, paid, off in rows]
    assert rules([["Item", "Cost A", "Cost B", "Off (£)"], *rows]) == {"Off (£)": "Cost A - Cost B"}


@pytest.mark.parametrize(("at", "found"), [(4, 1), (None, 0)])
def test_one_wrong_figure_among_many_is_found(at: int | None, found: int) -> None:
    rows = [*VAT, ["Sets", 230, 46, 276], ["Fees", 55, 9, 64], ["Taxi", 42, 8, 50], ["Lamps", 96, 19, 115]]
    rows = [[item, net, vat, gross + 10 * (number == at)] for number, (item, net, vat, gross) in enumerate(rows)]
    told = [one.code for one in check_plan(reading(book([HEAD, *rows]))).findings if one.severity == "error"]
    assert told == ["SX101"] * found


def test_one_wrong_figure_among_few_is_told_as_no_error() -> None:
    rows = [[item, net, vat, gross + 10 * (number == 4)] for number, (item, net, vat, gross) in enumerate(VAT)]
    told = [one.place.within for one in check_plan(reading(book([HEAD, *rows]))).findings if one.code == "SX514"]
    assert told == ["Sheet1!D6"] and not rules([HEAD, *rows])


def test_what_equals_a_total_on_most_lines_and_what_is_rounded_are_not_told() -> None:
    rows = [[item, gross + 30 * (number == 4), gross, net, vat] for number, (item, net, vat, gross) in enumerate(VAT)]
    loaded = reading(book([["Khoản", "Được giao", "Tổng số", "Trung ương", "Địa phương"], *rows]))
    assert "SX514" not in doubts(loaded) and list(columns(loaded)) == ["Được giao", "total", "Trung ương", "Địa phương"]
    rounded = [[item, net, vat, gross + (number == 4)] for number, (item, net, vat, gross) in enumerate(VAT)]
    assert "SX514" not in doubts(reading(book([HEAD, *rounded])))


def test_shares_of_one_amount_and_what_fails_on_other_lines_are_no_sums() -> None:
    shares = [[item, 10 * net, 20 * net, 30 * net] for item, net, _, _ in VAT]
    assert rules([["Item", "Cost A", "Cost B", "Cost C"], *shares]) == {}
    others = [[item, net, vat, gross + net * (number > 4)] for number, (item, net, vat, gross) in enumerate(VAT)]
    assert rules([["Item", "Cost A", "Cost B", "Cost C"], *others]) == {}


def test_a_total_may_stand_among_its_columns() -> None:
    rows = [[item, net, gross + 7, vat, 7] for item, net, vat, gross in VAT[:3]]
    assert rules([["Item", "Cost A", "Total", "Cost B", "Cost C"], *rows]) == {"total": "Cost A + Cost B + Cost C"}


def test_a_line_without_a_number_behind_numbered_ones_is_their_sum_by_many_digits() -> None:
    rows = "Mục;Nội dung;Vốn trong nước;Vốn vay\n1;Xây dựng;;\n(1);Hồ chứa;131654829007;579281248\n"
    rows += "(2);Tuyến ống;1297485434792;5708935913\n;Chi phí cơ bản;{};6288217161\n2;Đền bù;354594175000;1560214370\n"
    rows += "Tổng cộng;;1783734438799;7848431531\n"
    loaded = reading(rows.format(1429140263799), "a.csv")
    assert lines(loaded)[0] == "1 Xây dựng | 1429140263799 6288217161" and len(lines(loaded)) == 5
    other = reading(rows.format(9140263799), "a.csv")
    assert "SX513" in doubts(other) and len(lines(other)) == 6


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ([150, 0, 150], ["SX513"]),  # two columns that say the same are one: it may be a line
        ([190, 0, 190], []),
        ([150, 90, 60], None),  # the total of three lines, by two columns
    ],
)
def test_a_last_line_that_may_be_the_sum_of_all_others(last: list[int], told: list[str] | None) -> None:
    spent = [0, 0, 0] if told is not None else [20, 40, 30]
    rows = [[name, own, one, own - one] for name, own, one in zip("ABC", (60, 55, 35), spent, strict=True)]
    loaded = reading(book([["Item", "Planned (EUR)", "Paid (EUR)", "Open (EUR)"], *rows, ["Gifts", *last]]))
    assert lines(loaded)[-1].startswith("declared") is (told is None)
    assert doubts(loaded) == (told or [])
