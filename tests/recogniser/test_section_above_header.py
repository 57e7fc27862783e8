"""Two tables below each other with one header: the name of the first section stands above it."""

import pytest

from recogniser.made import book, doubts, lines, reading
from sxtdbv_cli.check import check_plan

HEAD = ["STT", "Nội dung", "Năm 2023", "Năm 2024"]
INCOME: list[list[object]] = [[1, "Hội phí", 12, 13], [2, "Tài trợ", 30, 25], [None, "Cộng thu", 42, 38]]
SPENDING: list[list[object]] = [[1, "Hội họp", 8, 9], [2, "Thăm hỏi", 5, 6], [None, "Cộng chi", 13, 15]]


def test_the_first_section_is_named_above_the_header() -> None:
    rows = [["QUỸ HỘI"], ["A. PHẦN THU"], HEAD, *INCOME, [], ["B. PHẦN CHI"], HEAD, *SPENDING]
    found = reading(book(rows))
    assert lines(found) == [
        "A. PHẦN THU | 42 38",
        "  1 Hội phí | 12 13",
        "  2 Tài trợ | 30 25",
        "B. PHẦN CHI | 13 15",
        "  1 Hội họp | 8 9",
        "  2 Thăm hỏi | 5 6",
    ]
    assert found.plan.document.title == "QUỸ HỘI"


def test_a_title_above_the_header_is_no_section() -> None:
    rows = [["1. QUỸ HỘI"], HEAD, *INCOME[:2], ["B. PHẦN CHI"], HEAD, *SPENDING[:2]]
    assert not [line for line in lines(reading(book(rows))) if "QUỸ HỘI" in line]


SPENT: list[list[object]] = [["Rent", 8, 9], ["Fares", 5, 6], ["Total spending", 13, 15]]
GIVEN: list[list[object]] = [["Dues", 12, 13], ["Gifts", 30, 25], ["Total income", 42, 38]]


@pytest.mark.parametrize("second", ["Source", "Account", "Category"])
def test_the_header_may_call_the_titles_otherwise_when_it_stands_once_more(second: str) -> None:
    rows: list[list[object]] = [["Book club"], [], ["Spending 2025 (US$)"], ["Item", "Budget", "Actual"], *SPENT, []]
    rows += [["Income (planned)"], [second, "Budget", "Actual"], *GIVEN]
    found = reading(book(rows))
    assert lines(found) == [
        "Spending 2025 (US$) | 13 15",
        "  Rent | 8 9",
        "  Fares | 5 6",
        "Income (planned) | 42 38",
        "  Dues | 12 13",
        "  Gifts | 30 25",
    ]
    assert {"SX513", "SX516"}.isdisjoint(doubts(found))


def test_a_total_names_a_section_whose_name_has_a_remark() -> None:
    wrong = [*SPENT[:2], ["Total spending", 14, 17]]
    rows = [["Club"], ["Income (planned)"], ["Item", "Budget", "Actual"], *GIVEN, ["Spending (planned)"]]
    found = reading(book([*rows, ["Item", "Budget", "Actual"], *wrong]))
    assert lines(found)[3] == "Spending (planned) | 14 17"
    assert [one.code for one in check_plan(found).findings if one.severity == "error"] == ["SX102", "SX102"]


def test_other_amounts_make_another_table() -> None:
    rows: list[list[object]] = [["Item", "Budget", "Actual"], *GIVEN, [], ["Item", "Asked", "Given"], *SPENT]
    assert "SX516" in doubts(reading(book(rows)))


def test_a_row_that_most_lines_stand_above_is_no_header() -> None:
    rows: list[list[object]] = [["Chess club"], [], ["Revenue", None, "Officer"], ["Dues", 120], ["Gifts", 300]]
    rows += [["Fair", 75], ["Total Revenue", 495], [], ["Expenditures", None, "Officer", "Event Date"]]
    found = reading(book([*rows, ["Rent", 210, "Treasurer", "May 3"], ["Prizes", 95, "Captain", "June 9"]]))
    assert [line.split(" |")[0].strip() for line in lines(found)][:4] == ["Total Revenue", "Dues", "Gifts", "Fair"]


def test_a_row_that_a_total_names_is_a_section_of_a_table_without_a_header() -> None:
    rows: list[list[object]] = [
        ["Balance of the club"], ["Assets"], ["Current"], ["Cash", 95], ["Bank", 863], ["Fixed", 167],
        ["Total Assets", 1125], ["Debts"], ["Loan", 72], ["Bills", 40], ["Total Debts", 112],
    ]  # fmt: skip
    found = [line.split(" |")[0] for line in lines(reading(book(rows)))]
    assert found[:2] == ["Assets", "  Current"] and "Balance of the club" not in found
    found = [line.split(" |")[0] for line in lines(reading(book([rows[0], ["Assets at cost"], *rows[2:]])))]
    assert found[0] == "Current"
