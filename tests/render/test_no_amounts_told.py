"""What the diagnosis says of a cell that holds something else than an amount."""

import datetime

import pytest

from recogniser.made import book, calculated, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.render.telling import tell
from sxtdbv_cli.text.language import Language

DAY = datetime.date(2026, 3, 9)
HEAD = ["TT", "Họ tên", "Đợt 1 (đồng)", "Đợt 2", "Tổng cộng"]


def table(odd: object) -> list[list[object]]:
    people = [["A", 120000, 80000], ["B", odd, 60000], ["C", 180000, 70000], ["D", 60000, 40000]]
    return [HEAD, *[[n, f"Nguyễn {name}", one, two] for n, (name, one, two) in enumerate(people, 1)]]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("odd", "vi", "en"),
    [
        (
            "chưa nhận",
            "“chưa nhận” → 90.000 (ô này không chứa số tiền",
            "“chưa nhận” → 90.000 (the cell holds no amount",
        ),
        (DAY, "“09/03/2026” → 90.000 (ô này không chứa số tiền", "“2026-03-09” → 90.000 (the cell holds no amount"),
        (None, "trống → 90.000 (ô trống", "blank → 90.000 (a blank cell"),
    ],
)
def test_what_a_cell_holds_is_said_where_a_figure_is_proposed_for_it(odd: object, vi: str, en: str) -> None:
    rows = [[*row, total] for row, total in zip(table(odd)[1:], (200000, 150000, 250000, 100000), strict=True)]
    report = check_plan(reading(book([HEAD, *rows, [None, "Cộng", 450000, 250000, 700000]])))
    assert any(vi in one.text for one in tell(report, Language.VI))
    assert any(en in one.text for one in tell(report, Language.EN))


def test_a_date_that_formulas_add_is_told() -> None:
    formulas = [[*row, f"=C{at}+D{at}"] for at, row in enumerate(table(DAY)[1:], 2)]
    made = book([HEAD, *formulas, [None, "Cộng", "=SUM(C2:C5)", "=SUM(D2:D5)", "=SUM(E2:E5)"]])
    sums = {"C6": 406090, "D6": 250000, "E6": 656090}
    made = calculated(made, {"E2": 200000, "E3": 106090, "E4": 250000, "E5": 100000, **sums})
    said = [one.text for one in tell(check_plan(reading(made)), Language.VI)]
    assert any("“09/03/2026” → 46.090 (ô này ghi dạng ngày, công thức cộng nó như số ấy" in one for one in said)
