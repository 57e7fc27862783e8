"""Books whose balances go on from line to line: cash books, bank statements, accounts of debts."""

import pytest

from recogniser.made import book, doubts, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.model.subject import subject_of
from sxtdbv_cli.model.summary import summarise
from sxtdbv_cli.render.totals import as_one_whole

HEAD = "Ngày tháng;Diễn giải;Thu (đồng);Chi (đồng);Tồn\n"
CASH = [
    ["02/06/2026", "Rút tiền về quỹ", 9137500, None, 10649800],
    ["03/06/2026", "Tiền điện", None, 2150400, 8499400],
    ["05/06/2026", "Công tác phí", None, 1203600, 7295800],
    ["09/06/2026", "Hoàn tạm ứng", 341250, None, 7637050],
    ["12/06/2026", "Văn phòng phẩm", None, 1487900, 6149150],
    ["25/06/2026", "Nước uống", None, 312650, 5836500],
]
OPENS, CLOSES = [None, "Số dư đầu kỳ", None, None, 1512300], [None, "Số dư cuối kỳ", None, None, 5836500]
TOTAL = [None, "Cộng phát sinh", 9478750, 5154550]


def table(*rows: list[object]) -> Loaded:
    return reading(HEAD + "".join(";".join("" if x is None else str(x) for x in row) + "\n" for row in rows), "a.csv")


def told(loaded: Loaded) -> list[tuple[object, ...]]:
    """The balances that do not go on: of what, as stated and as they should be."""
    found = (one for one in check_plan(loaded).findings if one.code == "SX510")
    return [tuple(one.facts[name] for name in ("factors", "stated", "computed")) for one in found]


def changed(row: int, column: int, figure: object) -> list[list[object]]:
    rows: list[list[object]] = [[*one] for one in (OPENS, *CASH, TOTAL, CLOSES)]
    rows[row][column] = figure
    return rows


@pytest.mark.parametrize("total", [TOTAL, [*TOTAL, 5836500]])
@pytest.mark.parametrize("closes", [[], [CLOSES]])
def test_a_book_whose_balances_go_on_says_nothing_and_leaves_no_cell_unchecked(
    total: list[object], closes: list[list[object]]
) -> None:
    loaded = table(OPENS, *CASH, total, *closes)
    report = check_plan(loaded)
    assert not report.findings and not doubts(loaded) and report.diagnosis and not report.diagnosis.unprotected


def test_a_balance_that_does_not_go_on_is_told_once() -> None:
    assert told(table(*changed(4, 4, 8087050))) == [("E5 + C6 - D6", 8087050, 7637050)]


def test_a_book_goes_on_from_a_wrong_balance_as_formulas_do() -> None:
    rows = changed(4, 4, 8087050)
    for row, figure in ((5, 6599150), (6, 6286500)):
        rows[row][4] = figure
    assert [terms for terms, *_ in told(table(*rows))] == ["E5 + C6 - D6"]  # and closes as it should


def test_balances_below_nought_are_no_deductions_and_are_not_added_up() -> None:
    rows = changed(4, 4, 837050)
    for row, figure in ((5, -650850), (6, -963500)):
        rows[row][4] = figure
    loaded = table(*rows)
    assert [one.code for one in check_plan(loaded).findings] == ["SX510"]
    listed = as_one_whole(summarise(subject_of(loaded.plan, loaded.sheet)), loaded.sheet).listed
    assert listed == (9478750, 5154550, None)


def test_a_book_is_a_title_and_the_number_of_a_decision_is_none() -> None:
    head: list[list[object]] = [["SỔ QUỸ TIỀN MẶT"], ["SỐ 12/QĐ"], ["Tháng 6 năm 2026"]]
    loaded = reading(book([*head, HEAD.strip().split(";"), *changed(1, 1, "Rút tiền")]))
    assert loaded.plan.document.title == "SỔ QUỸ TIỀN MẶT"


def test_what_was_paid_is_wrong_where_the_balance_beside_it_says_so() -> None:
    report = check_plan(table(*changed(2, 3, 2510400)))
    assert report.diagnosis is not None
    (cluster,) = report.diagnosis.clusters
    assert cluster.unique and [change.proposed for change in cluster.explanations[0].changes] == [2150400]


def test_a_closing_balance_and_that_of_a_total_are_the_last_one() -> None:
    assert told(table(*changed(8, 4, 7500000))) == [("E8", 7500000, 5836500)]
    assert told(table(OPENS, *CASH, [*TOTAL, 7500000])) == [("E8", 7500000, 5836500)]


def test_the_newest_line_may_come_first_and_accounts_may_follow_each_other() -> None:
    rows = [*reversed(CASH)]
    assert told(table(*rows)) == [] and len(told(table(*[[*r[:4], 8087050] if r is CASH[3] else r for r in rows]))) == 1
    again = [None, "Số dư đầu kỳ", None, None, 400000], ["01/07/2026", "Thu học phí", 600000, None, 1000000]
    assert told(table(OPENS, *CASH, CLOSES, *again)) == []


def test_balances_of_nothing_that_goes_on_are_amounts() -> None:
    rows = [["01/06/2026", f"Khách hàng {n}", 70 * n, 30 * n, 40 * n + (n > 2)] for n in range(1, 7)]
    assert told(table(*rows)) == []


def test_numbers_of_vouchers_in_two_columns_sort_no_lines_and_accounts_in_two_are_no_amounts() -> None:
    head = ["Ngày", "Số phiếu thu", "Số phiếu chi", "Diễn giải", "Tài khoản", None, "Số tiền (đồng)"]
    rows = [
        [
            f"0{n}/06/2026",
            f"PT0{n}" if n % 3 == 1 else None,
            f"PC0{n}" if n % 3 != 1 else None,
            f"Việc {n}",
            111 * n,
            112,
            7 * n,
        ]
        for n in range(1, 9)
    ]
    made = book([head, [None] * 4 + ["Nợ", "Có"], *rows, [None] * 3 + ["Cộng", None, None, 252]], ["E1:F1", "A1:A2"])
    loaded = reading(made, "a.xlsx")
    assert not doubts(loaded) and [column.key for column in loaded.plan.columns] == ["Số tiền (đồng)"]
