"""Rules that the row of numbers states: a second one of a column is compared, one that cannot be read is told."""

from recogniser.made import book, reading
from sxtdbv_cli.check import Doubt, check_plan

HEAD = ["STT", "Nội dung", "Tổng số", "Năm 2024", "Năm 2025", "Trung ương", "Địa phương"]
ROWS: list[list[object]] = [
    [1, "Tập huấn", 30, 10, 20, 12, 18],
    [2, "Kiểm tra", 50, 20, 30, 25, 25],
    [3, "Hội nghị", 70, 40, 30, 10, 60],
]


def doubts(label: str, rows: list[list[object]] = ROWS) -> list[tuple[str, str, object]]:
    labels = ["A", "B", label, "2", "3", "4", "5"]
    loaded = reading(book([["ĐVT: đồng"], HEAD, labels, *rows]))
    found = check_plan(loaded, doubt=Doubt(wanted=False)).findings
    return [
        (one.code, one.place.within.partition("!")[2], one.facts.get("rule") or one.facts.get("terms")) for one in found
    ]


def test_both_rules_hold_and_nothing_is_said() -> None:
    assert doubts("1=2+3=4+5") == []


def test_a_line_that_breaks_the_second_rule_is_told() -> None:
    rows = [*ROWS[:2], [3, "Hội nghị", 70, 40, 30, 10, 61]]
    assert doubts("1=2+3=4+5", rows) == [("SX514", "C6", "Trung ương + Địa phương")]


def test_a_line_that_breaks_the_first_rule_is_an_error() -> None:
    rows = [*ROWS[:2], [3, "Hội nghị", 70, 40, 31, 10, 60]]
    assert [code for code, _, _ in doubts("1=2+3=4+5", rows)] == ["SX101"]


def test_a_rule_of_no_column_is_told() -> None:
    assert doubts("1=2+9") == [("SX514", "C2", "1=2+9")]
