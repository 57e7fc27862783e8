"""Variances as American statements write them: above nought is what is good, for revenue and for expenditure."""

import pytest

from recogniser.made import doubts, lines, reading
from sxtdbv_cli.check import check_plan

STATEMENT = """,Final Budget,Actual,Variance Positive (Negative)
REVENUES,,,
Taxes,320,329,9
Fees,52,40,-12
Total revenues,372,369,-3
EXPENDITURES,,,
Roads,250,201,49
Parks,80,75,5
Total expenditures,330,276,54
Net change in fund balances,42,93,51
"""


def test_a_difference_may_be_stated_the_other_way_round_in_a_section() -> None:
    found = reading(STATEMENT, "a.csv")
    assert [line.split(" |")[0] for line in lines(found)][-1].startswith("Net change")
    assert {"SX514", "SX515"}.isdisjoint(doubts(found))
    assert not [one for one in check_plan(found).findings if one.severity == "error"]


@pytest.mark.parametrize("wrong", ["Parks,80,75,-5", "Fees,52,40,12"])
def test_one_that_is_turned_in_a_section_of_others_is_told(wrong: str) -> None:
    right = next(line for line in STATEMENT.split("\n") if line.startswith(wrong[:4]))
    found = reading(STATEMENT.replace(right, wrong), "a.csv")
    assert any(one.code in ("SX102", "SX101", "SX514") for one in check_plan(found).findings)


def test_what_is_left_is_weighed_where_no_column_is_turned() -> None:
    plain = "\n".join(line.rsplit(",", 1)[0] for line in STATEMENT.strip().split("\n")).replace("42,93", "42,39")
    assert "SX515" in doubts(reading(plain, "a.csv"))


def test_one_column_of_many_that_adds_what_the_others_take_away_has_a_wrong_sign() -> None:
    head = "Item;2019;2020;2021;2022;2023\nLasten;1711;1840;1903;2010;2144\n"
    rows = head + "Baten;5002;5230;{};5511;5602\nResultaat;-3291;-3390;-3514;-3501;-3458\n"
    assert lines(reading(rows.format(5417), "a.csv"))[-1].startswith("Resultaat [memo] [= ")
    found = check_plan(reading(rows.format(-5417), "a.csv")).findings
    assert [one.code for one in found if one.severity == "error"] == ["SX104"]
