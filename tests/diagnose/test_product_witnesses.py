"""Quantities times unit prices say which of the smallest explanations is right."""

from hypothesis import example, given
from hypothesis import strategies as st

from recogniser.made import book, calculated, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.model.diagnosis import Diagnosis, EventKind
from sxtdbv_cli.render.diagnosis.text import Teller
from sxtdbv_cli.text.language import Language

HEAD = ["STT", "Nội dung", "Số lượng", "Đơn giá", "Thành tiền"]
LINES = [(3, 2_000), (4, 1_500), (7, 1_100), (2, 9_000)]

Line = tuple[int, int]


def table(lines: list[Line], wrong: int | None = None, off: int = 0, *, formulas: bool = False) -> Loaded:
    """An estimate with its total; one amount, or the total behind them, is off."""
    amounts = [quantity * price for quantity, price in lines]
    amounts.append(sum(amounts))
    if wrong is not None:
        amounts[wrong] += off
    written = [f"=C{row}*D{row}" for row in range(3, 3 + len(lines))] if formulas else amounts
    rows: list[list[object]] = [["ĐVT: đồng"], HEAD]
    rows += [[n, f"Dòng {n}", *line, amount] for n, (line, amount) in enumerate(zip(lines, written, strict=False), 1)]
    content = book([*rows, [None, "Tổng cộng", None, None, amounts[-1]]])
    stored = {f"E{row}": amount for row, amount in zip(range(3, 3 + len(lines)), amounts, strict=False)}
    return reading(calculated(content, stored) if formulas else content)


def diagnosis_of(loaded: Loaded) -> Diagnosis:
    found = check_plan(loaded).diagnosis
    assert found is not None
    return found


@example(lines=[(2, 100), (2, 100), (2, 101)], wrong=3, off=8_192)
@example(lines=[(2, 100), (2, 100), (2, 100)], wrong=3, off=32_768)
@given(
    st.lists(st.tuples(st.integers(2, 99), st.integers(100, 9_999)), min_size=3, max_size=7),
    st.integers(0, 7),
    st.integers(1, 10**6),
)
def test_any_single_wrong_amount_or_total_is_located_and_restored(lines: list[Line], wrong: int, off: int) -> None:
    wrong %= len(lines) + 1
    loaded = table(lines, wrong, off)
    found = diagnosis_of(loaded)
    (cluster,) = found.clusters
    (told,) = [one for one in cluster.explanations if len(one.changes) == 1]  # it may be named as an event
    right = [quantity * price for quantity, price in lines]
    right.append(sum(right))
    assert [change.proposed for change in told.changes] == [right[wrong]]
    assert (found.minimum, found.unique, found.products) == (1, True, True)


def test_amounts_that_formulas_work_out_are_no_witnesses() -> None:
    found = diagnosis_of(table(LINES, len(LINES), 5_000, formulas=True))
    assert (found.unique, found.products) == (False, False)
    assert sum(one.event is None for one in found.clusters[0].explanations) == len(LINES) + 1


def sections(ranged: str, typed: int | None = None, total: str = "=E3+E6") -> Loaded:
    """Two sections with their sums, and the total of both; amounts are worked out but for one that is typed."""
    lines = [(3, 2_000), (4, 1_500), (7, 1_100), (2, 9_000), (5, 700)]
    amounts = [quantity * price for quantity, price in lines]
    rows: list[list[object]] = [["ĐVT: đồng"], HEAD, ["I", "Phần một", None, None, "=SUM(E4:E5)"]]
    rows += [[n, f"Việc {n}", *line, f"=C{n + 3}*D{n + 3}"] for n, line in enumerate(lines[:2], 1)]
    rows += [["II", "Phần hai", None, None, f"=SUM({ranged})"]]
    rows += [[n, f"Việc {n}", *line, f"=C{n + 6}*D{n + 6}"] for n, line in enumerate(lines[2:], 1)]
    rows += [[None, "Tổng cộng", None, None, total if typed is None else typed]]
    added = sum(amounts[int(row) - 5] for row in range(7, int(ranged[-1]) + 1))
    stored = {"E3": sum(amounts[:2]), "E6": added} | ({} if typed is not None else {"E10": sum(amounts[:2]) + added})
    stored |= {f"E{row}": amount for row, amount in zip((4, 5, 7, 8, 9), amounts, strict=True)}
    return reading(calculated(book(rows), stored))


def test_a_formula_that_leaves_a_part_out_is_wrong_itself() -> None:
    found = diagnosis_of(sections("E7:E8"))
    (told,) = found.clusters[0].explanations
    assert [(one.stated, one.proposed) for one in told.changes] == [(25_700, 29_200)]  # the total of everything follows
    assert told.event is not None and told.event.kind is EventKind.FORMULA_WRONG


def test_a_formula_that_adds_its_parts_is_wrong_only_with_one_of_them() -> None:
    found = diagnosis_of(sections("E7:E9", typed=42_100))
    (first, *others) = found.clusters[0].explanations
    assert [(one.stated, one.proposed) for one in first.changes] == [(42_100, 41_200)]
    assert not [one for one in others if len(one.changes) == 1]


def test_the_headline_says_that_products_were_heard() -> None:
    loaded = table(LINES, len(LINES), 100)
    said = Teller(loaded.plan, Language.EN).headline(diagnosis_of(loaded), 1)
    assert said.endswith("no other can. Formulas and quantities times unit prices are weighed with the sums.")


def test_sums_that_leave_one_cell_alone_are_believed_against_its_product() -> None:
    """The price is wrong with its amount: the parts of the amount and the total know better."""
    rows = [
        ["ĐVT: đồng"], [*HEAD, "Ngân sách", "Khác"],
        [1, "A", 3, 2_500, 7_500, 5_000, 1_000], [2, "B", 4, 1_500, 6_000, 6_000, 0],
        [3, "C", 7, 1_100, 7_700, 700, 7_000],
        [None, "Tổng cộng", None, None, 19_700, 11_700, 8_000],
    ]  # fmt: skip
    found = diagnosis_of(reading(book(rows)))
    assert [change.proposed for change in found.clusters[0].explanations[0].changes] == [6_000]
    assert found.unique and not found.products


def test_an_amount_that_is_off_by_rounding_is_confirmed() -> None:
    rows = [["ĐVT: đồng"], HEAD, [1, "A", 1.5, 333, 500], [2, "B", 2, 500, 1000], [3, "C", 3, 15, 45]]
    found = diagnosis_of(reading(book([*rows, [None, "Tổng cộng", None, None, 1645]])))
    assert found.unique and found.products
