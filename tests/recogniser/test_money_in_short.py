"""Sums of money in thousands, millions or billions, as English reports write them: *$41M*, *EUR 1.2 bn*."""

import pytest

from recogniser.made import doubts, lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.model.finding import Unreadable

GRANTS = "| Category | Amount |\n|---|---|\n| Trials | $41M |\n| Grants | $33.7M |\n| Supply | $0.9M |\n"


def test_figures_in_millions_are_read_in_the_money_itself_and_told_once() -> None:
    loaded = reading(
        GRANTS + "| Clinics | $8M |\n| Staff | $2M |\n| Fees | $1M |\n| **Total** | **$86.6M** |\n", "x.md"
    )
    assert lines(loaded)[:3] == ["Trials | 41000000", "Grants | 33700000", "Supply | 900000"]
    assert lines(loaded)[-1] == "declared | 86600000"
    assert loaded.plan.unit.name == "USD"
    told = [one for one in check_plan(loaded).findings if one.code == "SX512"]
    assert len(told) == 1


def test_they_are_added_within_what_they_were_rounded_to() -> None:
    off = reading(GRANTS + "| **Total** | **$75.7M** |\n", "x.md")
    assert [one.severity for one in check_plan(off).findings if one.code == "SX103"] != ["error"]
    wrong = reading(GRANTS + "| **Total** | **$78.6M** |\n", "x.md")
    assert "error" in [one.severity for one in check_plan(wrong).findings if one.code == "SX103"]


def test_several_multiples_are_rounded_to_the_coarsest() -> None:
    rows = "| Category | Year 3 |\n|---|---|\n| Market | $10B |\n| Custody | $150M |\n| Staff | $35M |\n"
    loaded = reading(rows + "| **Total** | **$10.18B** |\n", "x.md")
    assert lines(loaded) == [
        "Market | 10000000000",
        "Custody | 150000000",
        "Staff | 35000000",
        "declared | 10180000000",
    ]
    assert not [one for one in check_plan(loaded).findings if one.severity == "error"]


def test_a_total_in_thousands_behind_exact_figures_is_not_taken() -> None:
    rows = "| Item | Cost |\n|---|---|\n| Nodes | $950 |\n| Storage | $1,300 |\n| Cache | $10,340 |\n"
    loaded = reading(rows + "| Total | ≈ $12.6k |\n", "x.md")
    assert lines(loaded) == ["Nodes | 950", "Storage | 1300", "Cache | 10340"]
    assert doubts(loaded).count("SX511") == 1


@pytest.mark.parametrize("text", ["1.5M VND", "VND 1.5M", "1.5 million VND"])
def test_they_may_be_of_dong_too(text: str) -> None:
    loaded = reading(f"| Nội dung | Kinh phí |\n|---|---|\n| Thuê xe | {text} |\n| In ấn | 2.5M VND |\n", "x.md")
    assert loaded.plan.unit.name == "triệu đồng"
    assert lines(loaded) == ["Thuê xe | 1.5", "In ấn | 2.5"]


def test_a_letter_without_any_money_is_no_multiple() -> None:
    with pytest.raises(Unreadable):
        reading("| Item | Length |\n|---|---|\n| Cable | 10M |\n| Rope | 25M |\n| Pipe | 5M |\n", "x.md")


def test_a_group_of_three_digits_stays_open_in_thousands() -> None:
    with pytest.raises(Unreadable):
        reading("| Item | Cost |\n|---|---|\n| Build | $2,200K |\n| Test | $400K |\n", "x.md")


def test_a_column_of_amounts_in_short_without_a_currency_is_told_where_others_are_read() -> None:
    rows = (
        "Hạng mục,Ít nhất (VND),Nhiều nhất (VND)\nNhân công,100M,140000000\nMáy chủ,15M,19000000\nKhác,2.5M,4000000\n"
    )
    assert "SX516" in doubts(reading(rows, "a.csv"))
