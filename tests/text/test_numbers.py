"""Amounts are read exactly or refused; what is written is read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sxtdbv_cli.text.numbers import BadAmount, Digits, Fault, decimals_written, grouped, read_amount, write_amount

READ = [
    ("0", 0, 0),
    ("1977800000", 0, 1_977_800_000),
    ("1.977.800.000", 0, 1_977_800_000),
    ("80.000", 0, 80_000),
    ("1_000", 0, 1_000),
    ("-1.000", 0, -1_000),
    ("1.977,8", 6, 1_977_800_000),
    ("1977,8", 6, 1_977_800_000),
    ("0,5", 9, 500_000_000),
    ("0,500", 6, 500_000),
    ("1.234,567", 6, 1_234_567_000),
    ("1,2340", 3, 1_234),
    ("-0,5", 3, -500),
    ("12,34", 2, 1_234),
]

REFUSED = [
    ("1,500", 0, Fault.TWO_READINGS),
    ("1,500", 6, Fault.TWO_READINGS),
    ("1,500,000", 0, Fault.TWO_READINGS),
    ("1,234.50", 2, Fault.TWO_READINGS),
    ("1.00.000", 0, Fault.GROUPS),
    ("1.5", 6, Fault.GROUPS),
    ("1000.000", 0, Fault.GROUPS),
    ("1.000_000", 0, Fault.GROUPS),
    ("1_00", 0, Fault.GROUPS),
    ("1.", 0, Fault.GROUPS),
    (".5", 0, Fault.GROUPS),
    ("0123", 0, Fault.LEADING_ZERO),
    ("00", 0, Fault.LEADING_ZERO),
    ("0.001", 0, Fault.LEADING_ZERO),
    ("", 0, Fault.SIGN),
    ("-", 0, Fault.SIGN),
    ("+5", 0, Fault.SIGN),
    ("−5", 0, Fault.SIGN),
    ("-0", 0, Fault.SIGN),
    ("-0,0", 6, Fault.SIGN),
    ("(5)", 0, Fault.SIGN),
    ("l00", 0, Fault.LETTERS),
    ("1O0", 0, Fault.LETTERS),
    ("1e6", 0, Fault.LETTERS),
    ("1:30", 0, Fault.LETTERS),
    ("0x10", 0, Fault.LETTERS),
    ("١٢٣", 0, Fault.LETTERS),
    ("１２３", 0, Fault.LETTERS),
    ("5 đồng", 0, Fault.LETTERS),
    ("1 000", 0, Fault.SPACES),
    ("1,5", 0, Fault.DECIMALS),
    ("1,2345678", 6, Fault.DECIMALS),
    ("9" * 31, 0, Fault.TOO_LONG),
]


@pytest.mark.parametrize(("text", "decimals", "amount"), READ)
def test_read(text: str, decimals: int, amount: int) -> None:
    assert read_amount(text, decimals) == amount


@pytest.mark.parametrize(("text", "decimals", "fault"), REFUSED)
def test_refused(text: str, decimals: int, fault: Fault) -> None:
    with pytest.raises(BadAmount) as refused:
        read_amount(text, decimals)
    assert refused.value.fault is fault


def test_both_readings_are_named() -> None:
    with pytest.raises(BadAmount) as refused:
        read_amount("1,500", 6)
    assert refused.value.readings == ("1.500", "1,5")


@pytest.mark.parametrize(("text", "reading"), [("1,234.56", "1.234,56"), ("-1,234,567", "-1.234.567")])
def test_an_english_figure_is_shown_in_vietnamese_groups(text: str, reading: str) -> None:
    with pytest.raises(BadAmount) as refused:
        read_amount(text, 2)
    assert refused.value.readings == (reading,)


@given(st.integers(-(10**20), 10**20), st.integers(0, 9))
def test_what_is_written_is_read_back(amount: int, decimals: int) -> None:
    assert read_amount(write_amount(amount, decimals), decimals) == amount


@given(st.integers(-(10**20), 10**20))
def test_every_notation_reads_the_same(amount: int) -> None:
    notations = {str(amount), grouped(amount), f"{amount:_}"}
    assert {read_amount(notation) for notation in notations} == {amount}


@given(st.text(max_size=12), st.integers(0, 9))
def test_any_text_is_an_amount_or_refused(text: str, decimals: int) -> None:
    try:
        amount = read_amount(text, decimals)
    except BadAmount:
        return
    assert read_amount(write_amount(amount, decimals), decimals) == amount


def test_decimals_written() -> None:
    assert [decimals_written(text) for text in ("5", "1.000", "1,5", "1,50", "1.977,80")] == [0, 0, 1, 1, 1]


def test_grouped_shows_all_decimals_of_a_currency() -> None:
    assert grouped(-197_780, Digits(2)) == "-1.977,80"


@given(st.integers(-(10**15), 10**15), st.integers(0, 3), st.integers(1, 3))
def test_what_is_kept_below_the_figures_of_a_table_is_shown_only_where_it_is_not_nought(
    amount: int, decimals: int, kept: int
) -> None:
    digits = Digits(decimals + kept, kept)
    assert grouped(amount * 10**kept, digits) == grouped(amount, Digits(decimals))
    assert grouped(amount * 10**kept + 1, digits) == grouped(amount * 10**kept + 1, Digits(decimals + kept))
