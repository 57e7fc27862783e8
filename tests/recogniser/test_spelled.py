"""Amounts in words below a table, held to its totals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recogniser.made import doubts, lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.tables.document.spelled import read_spelled

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def spell(number: int) -> str:
    """A whole number in words, as it is taught: a part of three digits for each of tỷ, triệu, nghìn."""
    if number >= 10**9:
        rest = number % 10**9
        return f"{spell(number // 10**9)} tỷ {spell(rest) if rest else ''}"
    found = []
    for scale, name in ((10**6, "triệu"), (1000, "nghìn"), (1, "")):
        part = number // scale % 1000
        if part:
            found += [_three(part, whole=bool(found)), name]
    return " ".join(found)


def _three(part: int, *, whole: bool) -> str:
    hundreds, tens, ones = part // 100, part // 10 % 10, part % 10
    said = [f"{DIGITS[hundreds]} trăm"] if hundreds or whole else []
    if tens:
        said.append("mười" if tens == 1 else f"{DIGITS[tens]} mươi")
    elif ones and said:
        said.append("linh")
    if ones:
        said.append("lăm" if ones == 5 and tens else "mốt" if ones == 1 and tens > 1 else DIGITS[ones])
    return " ".join(said)


@given(st.integers(1, 10**13))
def test_what_is_spelled_is_read(number: int) -> None:
    assert read_spelled(spell(number)) == number


@pytest.mark.parametrize("words", ["", "một hai", "một nghìn hai triệu", "trăm", "rất nhiều", "năm rưỡi"])
def test_what_is_no_plain_number_is_none(words: str) -> None:
    assert read_spelled(words) is None


TABLE = 'STT,Nội dung,Số tiền\n1,Máy in,12.900.000\n2,Tủ sắt,5.200.000\n{}"(Bằng chữ: {} đồng chẵn./.)"\n'


def test_an_amount_in_words_is_the_total_of_a_table_without_one() -> None:
    found = reading(TABLE.format("", "Mười tám triệu, một trăm nghìn"), "a.csv")
    assert lines(found)[-1] == "declared | 18100000"
    assert found.plan.unit.name == "đồng"


def test_words_that_differ_from_the_total_are_told() -> None:
    total = ",Cộng,18.100.000\n"
    assert doubts(reading(TABLE.format(total, "Mười tám triệu một trăm nghìn"), "a.csv")) == []
    off = reading(TABLE.format(total, "Mười tám triệu một trăm mười nghìn"), "a.csv")
    assert [(one.code, one.facts["amount"]) for one in check_plan(off).findings] == [("SX516", "18.110.000")]


def test_words_for_a_total_at_the_top_declare_nothing_more() -> None:
    table = "STT,Nội dung,Số tiền\n,Tổng cộng,900\nI,Mua sắm,500\n1,Máy in,300\n2,Tủ,200\nII,Sửa chữa,400\n"
    found = reading(table + "Bằng chữ: Chín trăm đồng\n", "a.csv")
    assert lines(found) == lines(reading(table, "a.csv"))


MACHINES = "STT,Nội dung,Số tiền\n1,Máy in,12.900.000\n2,Tủ sắt,5.200.000\nTổng cộng: 02 món{}\n"


@pytest.mark.parametrize("sign", [" – ", "; "])
def test_a_total_behind_a_dash_or_a_semicolon_is_that_of_the_table(sign: str) -> None:
    found = reading(MACHINES.format(sign + "Tổng kinh phí: 18.100.000 đồng (tạm tính)"), "a.csv")
    assert lines(found)[-1] == "declared | 18100000"
    off = reading(MACHINES.format(sign + "Tổng kinh phí: 18.200.000 đồng"), "a.csv")
    assert [one.code for one in check_plan(off).findings if one.code.startswith("SX1")] == ["SX103"]


def test_what_is_no_total_of_its_own_declares_nothing() -> None:
    for said in (" – Đã thanh toán: 18.100.000 đồng", "; 18.100.000 đồng", ", tổng kinh phí: 18.100.000 đồng"):
        assert "declared" not in lines(reading(MACHINES.format(said), "a.csv"))[-1]
