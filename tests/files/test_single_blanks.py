"""Texts in which only single blanks part the cells: the last figures of each line, where sums confirm them."""

import re

import pytest

from recogniser.made import lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.model.finding import Unreadable

ACCOUNT = """The year in figures
Fees and gifts
Members 1,204 1,150
Gifts in kind 300 -
Fair (net) 96 (40)
Total income 1,600 1,110
Spending
Hall and heating 700 650
Prizes 55 60
Total spending 755 710
"""


def test_the_last_figures_of_each_line_are_its_amounts() -> None:
    found = reading(ACCOUNT, "a.txt")
    assert lines(found) == [
        "Fees and gifts | 1600 1110",
        "  Members | 1204 1150",
        "  Gifts in kind | 300 .",
        "  Fair (net) | 96 -40",
        "Spending | 755 710",
        "  Hall and heating | 700 650",
        "  Prizes | 55 60",
    ]
    assert "SX522" in [one.code for one in check_plan(found).findings]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Prizes 55 60", "Prizes 55 61\nTips 9 9"),
        ("Prizes 55 60", "Prizes 55"),
        ("Prizes 55 60", "Prizes of 2024 55 60"),
    ],
)
def test_without_a_sum_or_with_lines_of_another_length_nothing_parts_the_cells(old: str, new: str) -> None:
    with pytest.raises(Unreadable):
        reading(ACCOUNT.replace(old, new).replace("1,600", "1,601"), "a.txt")


def test_groups_of_three_digits_may_be_those_of_one_figure() -> None:
    with pytest.raises(Unreadable):
        reading("Fees 1 204 1 150\nGifts 300 200\nFair 2 096 2 040\nTotal 3 600 3 390\n", "a.txt")


BUDGET = """DỰ TOÁN CHI NĂM 2026
Đơn vị: Triệu đồng
STT Nội dung Dự toán Thực hiện Tỷ lệ
A TỔNG CHI 12.450 13.020 104,6
I Chi đầu tư 2.450 2.520 102,9
II Chi thường xuyên, giữ lại 10% 10.000 10.500 105
1 Trường học 4.750 5.250 110,5
2 Văn phòng 5.250 5.250 100
"""


@pytest.mark.parametrize("rate", ["", "%"])
def test_totals_above_their_lines_confirm_them_whatever_the_rates_behind_come_to(rate: str) -> None:
    found = reading(re.sub(r"(,\d|10[05])$", rf"\1{rate}", BUDGET, flags=re.MULTILINE), "a.txt")
    assert lines(found) == [
        "A TỔNG CHI | 12450 13020",
        "  I Chi đầu tư | 2450 2520",
        "  II Chi thường xuyên, giữ lại 10% | 10000 10500",
        "    1 Trường học | 4750 5250",
        "    2 Văn phòng | 5250 5250",
    ]
    assert "SX522" in [one.code for one in check_plan(found).findings]
    with pytest.raises(Unreadable):
        reading(BUDGET.replace("10.500", "10.501").replace("13.020", "13.022"), "a.txt")


TRIP = """3. DỰ TOÁN CHI (đồng)
- Thuê xe, bến bãi (2 lượt): 14.000.000
- In tài liệu: 6.000.000
- Nước uống: 4.000.000
- Phí quản lý (10%): 2.800.000
TỔNG CỘNG: 26.800.000
"""


def test_the_colon_before_the_figures_is_no_part_of_a_title() -> None:
    found = reading(TRIP, "a.txt")
    assert lines(found) == [
        "- Thuê xe, bến bãi (2 lượt) | 14000000",
        "- In tài liệu | 6000000",
        "- Nước uống | 4000000",
        "- Phí quản lý (10%) | 2800000",
        "declared | 26800000",
    ]
    assert lines(found) == lines(reading(TRIP.replace(": ", " "), "a.txt"))
    headed = TRIP.replace("- In", "Phục vụ: ăn, ở\n- In")
    assert lines(reading(headed, "a.txt"))[1].startswith("Phục vụ: ăn, ở |")
