"""Percentages beside the amounts: checked exactly, rounding allowed for, told only where nearly all of them agree."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recogniser.made import book, reading
from sxtdbv_cli.check import Doubt, check_plan
from sxtdbv_cli.model.finding import Finding, Severity
from sxtdbv_cli.text.language import Language, Text

HEAD = ["STT", "Nội dung", "Dự toán", "Thực hiện", "So sánh (%)"]
NUMBERS = ["A", "B", "1", "2", "3=2/1"]
SPENT = [
    [1, "Chi đầu tư", 152_000, 38_500, "25,3"],
    [2, "Chi giáo dục", 402_100, 85_210, "21,2"],
    [3, "Chi quản lý", 121_050, 24_310, "20,1"],
    [4, "Chi xã hội", 120_050, 21_484, "17,9"],
    [5, "Dự phòng", 17_250, 1_700, "9,9"],
]


def wrong(
    *rows: list[object], head: list[str] = HEAD, unit: str = "đồng", formats: Mapping[str, str] | None = None
) -> list[Finding]:
    content = book([[f"ĐVT: {unit}"], head, *rows], formats=formats)
    report = check_plan(reading(content), doubt=Doubt(wanted=False))
    return [found for found in report.findings if found.code == "SX509"]


def with_share(line: int, share: object) -> list[list[object]]:
    return [[*row[:4], share] if at == line else row for at, row in enumerate(SPENT)]


def test_a_wrong_percentage_is_told_with_its_amounts() -> None:
    (found,) = wrong(NUMBERS, *with_share(1, "31,2"))
    assert (found.severity, found.address, found.related) == (
        Severity.WARNING,
        ("grid", 4, 4),
        (("grid", 4, 3), ("grid", 4, 2)),
    )
    assert found.facts == {
        "share": Text("31,2%", "31.2%"),
        "part": 85_210,
        "whole": 402_100,
        "quotient": Text("21,2%", "21.2%"),
    }
    assert "85.210 / 402.100 được 21,2%" in found.message.say(Language.VI, found.facts)


def test_without_a_rule_five_lines_must_agree() -> None:
    assert wrong(*SPENT) == wrong(NUMBERS, *SPENT) == []
    assert [found.address[1] for found in wrong(*with_share(0, "52,3"), [6, "Chi khác", 900, 90, "10,0"])] == [2]
    assert wrong(*with_share(0, "52,3")) == []


def test_a_column_that_compares_with_something_else_is_left_alone() -> None:
    others = [[*row[:4], share] for row, share in zip(SPENT, ["101", "99", "120", "87", "94"], strict=True)]
    assert wrong(NUMBERS, *others) == wrong(*others) == []


def test_one_more_or_less_in_the_last_digit_is_rounding() -> None:
    assert wrong(NUMBERS, *with_share(1, "21,1")) == wrong(NUMBERS, *with_share(1, "21")) == []


def test_amounts_in_millions_have_their_own_rounding() -> None:
    rows = with_share(4, "10,1")  # 1 700 of 17 250
    small = [*SPENT[:4], [5, "Dự phòng", 17, 2, "9,9"]]  # 1,7 of 17,25
    assert len(wrong(NUMBERS, *rows, unit="triệu đồng")) == 1
    assert wrong(NUMBERS, *small, unit="triệu đồng") == []
    assert len(wrong(NUMBERS, *small)) == 1


@pytest.mark.parametrize("label", ["3=2/1", "(3)=(2):(1)", "3 = 2 / 1 x 100", "3=2/1*100%"])
def test_how_a_rule_may_be_written(label: str) -> None:
    assert len(wrong(["A", "B", "1", "2", label], *with_share(2, "30,1")[:3])) == 0  # one in three is no mistake
    assert len(wrong(["A", "B", "1", "2", label], *with_share(2, "30,1"))) == 1


def test_how_far_one_is_from_the_other() -> None:
    head = ["STT", "Nội dung", "Năm 2023", "Năm 2024", "Tăng, giảm (%)"]
    shares = ["-74,7", "-78,8", "-79,9", "-82,1", "-90,1"]
    rows = [[*row[:4], share] for row, share in zip(SPENT, shares, strict=True)]
    rows.append([6, "Chi khác", 1_000, 1_250, "52,0"])
    (found,) = wrong(*rows, head=head)
    assert (found.facts["quotient"], found.facts["share"]) == (Text("25,0%", "25.0%"), Text("52,0%", "52.0%"))
    assert "(1.250 - 1.000) / 1.000" in found.message.say(Language.VI, found.facts)


def test_a_share_of_the_whole_column() -> None:
    head = ["STT", "Nội dung", "Kinh phí", "Tỷ trọng (%)"]
    whole = ["", "Tổng cộng", 812_450, "100,0"]
    shares = [
        [*row[:2], row[2], share] for row, share in zip(SPENT, ["18,7", "49,5", "14,9", "14,8", "2,1"], strict=True)
    ]
    assert wrong(whole, *shares, head=head) == []
    shares[2][3] = "19,4"
    (found,) = wrong(whole, *shares, head=head)
    assert (found.facts["part"], found.facts["whole"], found.address) == (121_050, 812_450, ("grid", 5, 3))


def test_a_share_of_the_line_above_is_none_of_the_whole_column() -> None:
    head = ["STT", "Nội dung", "Kinh phí", "Tỷ trọng (%)"]
    rows: list[list[object]] = [
        ["I", "Chi lương", 5_000, "50,0"],
        [1, "Lương", 3_000, "60,0"],
        [2, "Công", 2_000, "40,0"],
    ]
    rows += [[code, f"Việc {code}", 1_000, "10,0"] for code in ("II", "III", "IV", "V", "VI")]
    rows = [["", "Tổng cộng", 10_000, "100,0"], *rows]
    assert wrong(*rows, head=head) == []
    rows[1][3] = "100,0"  # of itself
    assert wrong(*rows, head=head) == []
    rows[3][3] = "46,0"
    assert [found.address[1] for found in wrong(*rows, head=head)] == [5]


def test_which_way_is_better_and_what_was_below_zero_is_no_mistake() -> None:
    head = ["STT", "Nội dung", "Năm 2023", "Năm 2024", "Tăng, giảm (%)"]
    rows: list[list[object]] = [[at, f"Việc {at}", 1_000, 1_000 + 10 * at, f"{at},0"] for at in range(1, 11)]
    assert wrong(*rows, [11, "Kết dư", -1_000, 500, "150,0"], head=head) == []
    assert wrong(*rows, [11, "Kết dư", -1_000, 500, "-150,0"], head=head) == []
    rows[4][4] = "-5,0"
    assert [found.address[1] for found in wrong(*rows, head=head)] == [6]
    rows[7][4] = "-8,0"  # what is spent above the estimate is worse
    assert wrong(*rows, head=head) == []


def test_a_workbook_stores_parts_of_one() -> None:
    formats = {f"E{row}": "0.0%" for row in range(4, 9)}
    rows = [[*row[:4], cast("int", row[3]) / cast("int", row[2])] for row in SPENT]
    assert wrong(NUMBERS, *rows, formats=formats) == []
    rows[0][4] = 0.25300000000000006
    assert wrong(NUMBERS, *rows, formats=formats) == []
    rows[3][4] = 0.719
    (found,) = wrong(NUMBERS, *rows, formats=formats)
    assert found.facts["share"] == Text("71,9%", "71.9%")


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.integers(10_000, 10**9), st.integers(2_000, 40_000)), min_size=6, max_size=12),
    st.integers(0, 2),
    st.integers(0, 5),
)
def test_just_the_percentage_that_is_off_is_told(spent: list[tuple[int, int]], decimals: int, line: int) -> None:
    """Percentages rounded to a digit are silent; one that is two steps off is told, and no other."""
    step = Decimal(1).scaleb(-decimals)
    amounts = [(whole, whole * hundredths // 10_000) for whole, hundredths in spent]
    shares = [(Decimal(100 * part) / whole).quantize(step, ROUND_HALF_UP) for whole, part in amounts]
    rows: list[list[object]] = [
        [at, f"Việc {at}", whole, part, str(share).replace(".", ",")]
        for at, ((whole, part), share) in enumerate(zip(amounts, shares, strict=True), 1)
    ]
    assert wrong(NUMBERS, *rows) == []
    rows[line][4] = str(shares[line] + 2 * step).replace(".", ",")
    assert [found.address[1] for found in wrong(NUMBERS, *rows)] == [line + 3]


def test_a_heading_says_which_two_columns_are_compared() -> None:
    head = ["STT", "Nội dung", "Dự toán năm", "Ước thực hiện quý", "Ước thực hiện/Dự toán năm (tỷ lệ %)"]
    shares = (25.3, 21.2, 31.1, 19.7, 9.9, 10.0, 20.0)  # two of seven are wrong
    lines = [*SPENT, [6, "Chi khác", 900, 90, 0], [7, "Chi bù", 800, 160, 0]]
    rows = [[*row[:4], share] for row, share in zip(lines, shares, strict=True)]
    assert [found.address[1] for found in wrong(*rows, head=head)] == [4, 5]
    unsaid = [*head[:4], "Tỷ lệ %"]
    assert wrong(*rows, head=unsaid) == []


def test_where_it_is_not_what_the_heading_says_the_columns_are_found_by_their_figures() -> None:
    head = ["STT", "Nội dung", "Ước cả năm", "Dự toán", "Kế hoạch", "Ước cả năm/Kế hoạch (%)"]
    rows = [[*row[:4], 7919 * at, row[4]] for at, row in enumerate(SPENT, 1)]
    rows += [[6, "Chi khác", 900, 90, 733, "10,0"], [7, "Chi bù", 800, 160, 641, "52,0"]]
    assert [found.address[1] for found in wrong(*rows, head=head)] == [8]


def test_what_a_column_of_percentages_is_compared_with_is_shown() -> None:
    columns = reading(book([["ĐVT: đồng"], HEAD, NUMBERS, *SPENT])).sheet
    assert columns is not None
    assert [column.rule for column in columns.understanding.columns] == [None, None, None, None, "D / C"]
