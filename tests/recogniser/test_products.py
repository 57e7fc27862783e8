"""Quantity times unit price: checked exactly, rounding allowed for, taken only where the rows agree."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recogniser.made import book, columns, reading
from sxtdbv_cli.check import Doubt, check_plan
from sxtdbv_cli.model.finding import Finding, Severity
from sxtdbv_cli.render.check.terminal import render
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.language import Language

HEAD = ["STT", "Nội dung", "Số lượng", "Đơn giá", "Thành tiền"]


def findings(*rows: list[object], head: list[str] = HEAD, unit: str = "đồng") -> list[Finding]:
    loaded = reading(book([[f"ĐVT: {unit}"], head, *rows]))
    report = check_plan(loaded, doubt=Doubt(wanted=False))
    return [found for found in report.findings if found.code in ("SX508", "SX514")]


def test_a_wrong_product_is_an_error_with_its_factors() -> None:
    (found,) = findings([1, "A", 3, 200, 600], [2, "B", 2, 500, 1100], [3, "C", 10, 15, 150])
    assert (found.code, found.severity, found.address) == (
        "SX508",
        Severity.ERROR,
        ("lines", 1, "amounts", "Thành tiền"),
    )
    assert found.facts == {"stated": 1100, "computed": 1000, "gap": 100, "factors": "C4 x D4"}


def test_rounding_of_the_amount_is_no_error() -> None:
    rows = [[1, "A", 1.5, 333, 500], [2, "B", 2, 500, 1000], [3, "C", 3, 15, 45]]
    assert findings(*rows) == []


def test_factors_are_allowed_the_rounding_that_each_of_them_shows() -> None:
    rows = [[1, "A", 3, 1.25, 3.75], [2, "B", 2, 2.5, 5], [3, "C", 4, 1.2, 4.9], [4, "D", 4, 1.2, 5.4]]
    found = findings(*rows, unit="triệu đồng")
    assert [(one.severity, one.address[1]) for one in found] == [(Severity.ERROR, 3)]


def test_a_zero_too_many_beside_a_quantity_with_decimals_is_an_error() -> None:
    rows = [[1, "A", 1.5, 3_000_000, 4_500_000], [2, "B", 2, 500_000, 1_000_000], [3, "C", 1, 50_000, 500_000]]
    (found,) = findings(*rows)
    assert (found.severity, found.address[1], found.facts["computed"]) == (Severity.ERROR, 2, 50_000)


def test_days_and_people_and_a_price() -> None:
    head = ["STT", "Nội dung", "Số người", "Số ngày", "Định mức", "Thành tiền"]
    rows = [[1, "A", 3, 2, 200, 1200], [2, "B", 2, 2, 500, 2000], [3, "C", 10, 1, 15, 151]]
    (found,) = findings(*rows, head=head)
    assert found.facts["computed"] == 150


def test_products_that_could_be_years_are_amounts_under_a_heading_of_amounts() -> None:
    assert findings([1, "A", 15, 127, 1905], [2, "B", 15, 127, 1905], [3, "C", 15, 127, 1905]) == []


def test_a_column_that_the_row_of_numbers_multiplies_is_a_price() -> None:
    head = ["TT", "Đối tượng", "Số người", "Hệ số", "Mức chuẩn", "Tiền trợ cấp"]
    rows = [
        ["1", "2", "3", "4", "5", "6=3x4x5"],
        [1, "Trẻ em", 2, 2.5, 360, 1800],
        [2, "Người già", 10, 1, 360, 6300],
        [3, "Người khuyết tật", 5, 2, 360, 3600],
    ]
    loaded = reading(book([["ĐVT: nghìn đồng"], head, *rows]))
    assert [column.key for column in loaded.plan.columns] == ["Tiền trợ cấp"]
    (found,) = [one for one in check_plan(loaded).findings if one.code == "SX508"]
    assert found.facts["computed"] == 3_600_000


def test_columns_that_do_not_multiply_are_left_alone() -> None:
    assert findings([1, "A", 3, 200, 777], [2, "B", 2, 500, 999], [3, "C", 10, 15, 151]) == []


def test_a_stated_product_that_fails_on_most_lines_is_doubtful() -> None:
    labels = ["A", "B", "1", "2", "3=1x2"]
    (found,) = findings(labels, [1, "A", 3, 200, 777], [2, "B", 2, 500, 999], [3, "C", 10, 15, 151])  # type: ignore[arg-type]
    assert found.code == "SX514"
    assert found.facts["rule"] == "3=1x2"


def test_amounts_that_could_all_be_years_are_amounts() -> None:
    assert findings([1, "A", 6, 317, 1902], [2, "B", 6, 317, 1902], [3, "C", 4, 500, 2000]) == []


def test_two_groups_have_a_product_each() -> None:
    head = ["STT", "Nội dung", "Số lượng", "Đơn giá", "Kế hoạch", "Số lượng", "Đơn giá", "Thực hiện"]
    rows = [[1, "A", 3, 20, 60, 2, 21, 42], [2, "B", 2, 50, 100, 2, 51, 102], [3, "C", 7, 11, 77, 7, 13, 92]]
    (found,) = findings(*rows, head=head)
    assert found.address == ("lines", 2, "amounts", "Thực hiện")


@given(
    st.lists(st.tuples(st.integers(2, 99), st.integers(2, 9_999), st.integers(-3, 3)), min_size=3, max_size=8),
)
def test_the_findings_are_those_of_exact_arithmetic(lines: list[tuple[int, int, int]]) -> None:
    lines = [(quantity, price, off if index % 3 == 2 else 0) for index, (quantity, price, off) in enumerate(lines)]
    rows = [[n, f"Dòng {n}", q, p, q * p + off] for n, (q, p, off) in enumerate(lines, 1)]
    found = {one.address[1]: one.facts["gap"] for one in findings(*rows) if one.code == "SX508"}
    assert found == {index: off for index, (_, _, off) in enumerate(lines) if off}


@pytest.mark.parametrize(("amount", "holds"), [(500, True), (499, True), (498, False)])
def test_half_a_step_is_rounding_and_no_more(amount: int, holds: bool) -> None:
    from sxtdbv_cli.model.sheet import Factor, Product

    product = Product(0, 0, (Factor((2,)), Factor((3,))), Fraction(999, 2), Fraction(1, 2))
    assert (abs(amount - product.computed) <= product.slack) is holds


def test_a_product_that_fails_is_told_in_a_sentence_and_is_no_sum_that_fails() -> None:
    loaded = reading(book([["ĐVT: đồng"], HEAD, [1, "A", 3, 200, 600], [2, "B", 2, 500, 1100], [3, "C", 9, 5, 45]]))
    screen = render([check_plan(loaded, doubt=Doubt(wanted=False))], Style(Language.EN))
    assert "Sums that fail" not in screen
    assert "quantity times unit price (C4 x D4) is 1.000" in " ".join(screen.split())


def test_several_offers_share_one_quantity() -> None:
    head = ["STT", "Nội dung", "Số lượng", "Đơn giá", "Thành tiền", "Đơn giá", "Thành tiền"]
    rows = [[1, "A", 3, 20, 60, 21, 63], [2, "B", 2, 50, 100, 51, 102], [3, "C", 7, 11, 77, 13, 92]]
    (found,) = findings(*rows, head=head)
    assert found.address[:2] == ("lines", 2) and found.facts["computed"] == 91


def test_a_share_beside_the_price_is_multiplied_too_stated_or_not() -> None:
    head = ["STT", "Nội dung", "ĐVT", "Khối lượng", "Đơn giá", "Tỷ lệ (%)", "Thành tiền"]
    trees = [(5, 52_000, 100, 260_000), (2, 38_000, 30, 22_800), (7, 15_000, 100, 150_000), (4, 61_000, 60, 146_400)]
    rows = [[number, "Cây", "cây", *cells] for number, cells in enumerate(trees, 1)]
    rows += [[5, "Rau", "m2", 3, 9_000, None, 27_000]]
    for numbers in ([["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)=(4)x(5)x(6)"]], []):
        (found,) = findings(*numbers, *rows, head=head)
        assert (found.severity, found.facts["computed"]) == (Severity.ERROR, 105_000)
        assert str(found.facts["factors"]).count("x") == 2


def test_a_quantity_whose_unit_is_a_percentage_is_that_of_the_price_beside_it() -> None:
    head = ["STT", "Nội dung", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền"]
    rows: list[list[object]] = [[1, "Cát", "m3", 2, 90000, 180000], [2, "Đá", "m3", 3, 110000, 330000]]
    rows += [[3, "Vật liệu khác", "%", 5, 960000, 48000], [4, "Máy khác", "%", 2, 300000, 60000]]
    (found,) = findings(*rows, head=head)
    assert (found.facts["stated"], found.facts["computed"]) == (60000, 6000)


def test_one_quantity_may_have_two_prices() -> None:
    rows = [["Kursus", "Peserta", "Uang saku", "Jumlah uang saku", "Biaya honor", "Jumlah honor", "Total biaya"]]
    rows += [["Anak", 80, 120, 9600, 31, 2480, 12080], ["Putri", 35, 110, 3850, 32, 1120, 4970]]
    rows += [["Lanjut", 210, 25, 5250, 27, 5670, 10920], ["Jumlah", 325, None, 18700, None, 9270, 27970]]
    assert [key for key in columns(reading(book(rows))) if key in ("Biaya honor", "Uang saku")] == []
    rows[1][5], rows[2][5] = 2500, 1240  # which is no product, so that nothing says what is paid is a price
    rows[1][6], rows[2][6], rows[4][5], rows[4][6] = 12100, 5090, 9410, 28110
    assert "Biaya honor" in columns(reading(book(rows)))


PAY = ["STT", "Họ và tên", "Hệ số", "Phụ cấp", "Thành tiền", "Thuế suất (%)", "Thuế", "Trích 2%", "BHXH"]
NUMBERS = ["A", "B", "1", "2", "3=(1+2)x1.490.000", "4", "5=3x4/100", "6=(3-5)x2%", "7=3x10,5%"]


def paid(*wrong: tuple[int, int, int]) -> list[list[object]]:
    rows: list[list[object]] = []
    for at, (grade, more) in enumerate(
        [(4.98, 0.5), (4.32, None), (3.66, 0.2), (2.34, 0.4), (3.0, 0.1), (3.33, 0.3)], 1
    ):
        pay = round(100 * (grade + (more or 0))) * 14_900
        tax = pay * (5 * at) // 100
        levy, due = (round(Fraction(part)) for part in ((pay - tax) * Fraction(2, 100), pay * Fraction(105, 1000)))
        rows.append([at, f"Người {at}", grade, more, pay, 5 * at, tax, levy, due])
    for row, column, by in wrong:
        figure = rows[row][column]
        assert isinstance(figure, int)
        rows[row][column] = figure + by
    return [NUMBERS, *rows]


def test_the_row_of_numbers_states_sums_rates_and_amounts_for_all_as_factors() -> None:
    assert findings(*paid(), head=PAY) == []
    assert all(one.code != "SX516" for one in check_plan(reading(book([["ĐVT: đồng"], PAY, *paid()]))).findings)
    wrong = findings(*paid((1, 4, 90_000), (2, 7, 1_000)), head=PAY)
    assert [one.facts["factors"] for one in wrong] == [
        "(C5 + D5) x 1.490.000", "E5 x F5", "(E5 - G5) x 2%", "E5 x 10,5%", "(E6 - G6) x 2%",
    ]  # fmt: skip
    assert all("the product" in one.message.en for one in wrong)


def test_a_sum_of_factors_is_allowed_the_rounding_of_each() -> None:
    rows = [[at, f"Người {at}", 1.2 + at, 0.3, 1_500 + 1_000 * at] for at in range(1, 5)]
    rows.append([5, "Người 5", 1.2, 0.3, 1_590])
    head = ["STT", "Nội dung", "Hệ số lương", "Hệ số phụ cấp", "Thành tiền"]
    numbers = ["A", "B", "1", "2", "3=(1+2)x1.000"]
    assert findings(numbers, *rows, head=head) == []
    (found,) = findings(numbers, *rows, [6, "Người 6", 1.2, 0.3, 1_610], head=head)
    assert found.facts["gap"] == 110


@pytest.mark.parametrize("said", ["3=2x5%", "3=2x5", "3=2x5/100", "(3)=(2)x(5)%", "3 = 2 X 5 %"])
def test_a_factor_in_per_cent_is_a_column_or_a_number_whichever_holds(said: str) -> None:
    head = ["STT", "Nội dung", "Doanh thu", "Thuế", "Ghi chú", "Thuế suất (%)"]
    rows = [[at, f"Hàng {at}", 1_000 * at, 10 * at * (2 + at), None, 2 + at] for at in range(1, 6)]
    assert findings(["A", "B", "2", said, "4", "5"], *rows, head=head) == []
    rows[3][3] = 999
    (found,) = findings(["A", "B", "2", said, "4", "5"], *rows, head=head)
    assert (found.code, found.facts["factors"]) == ("SX508", "C7 x F7")
    same = [[at, f"Hàng {at}", 1_000 * at, 50 * at, None, 2 + at] for at in range(1, 6)]
    five = findings(["A", "B", "2", said, "4", "5"], *same, head=head)
    assert [one.code for one in five] == ([] if "%" in said else ["SX514"])


@pytest.mark.parametrize("rate", ["1.490", "2,340"])
def test_a_number_that_is_either_of_two_is_the_one_that_holds(rate: str) -> None:
    for times in (Fraction(rate.replace(",", ".")), Fraction(rate.replace(".", "").replace(",", ""))):
        rows = [[at, f"Người {at}", grade, int(grade * times)] for at, grade in enumerate((4000, 5000, 6000), 1)]
        rows += [[4, "Người 4", 7000, int(7000 * times) + 10]]
        head = ["STT", "Nội dung", "Số lượng", "Thành tiền"]
        (found,) = findings(["A", "B", "1", f"2=1x{rate}đ"], *rows, head=head)
        assert found.facts["gap"] == 10


def test_an_amount_that_is_a_factor_of_others_is_wrong_where_these_say_so() -> None:
    """Pay that was mistyped with its total: the two sums that fail could be mended by what is left of it, too, but 8%,
    1,5% and 1% of it are right."""
    head = ["STT", "Họ và tên", "Thành tiền", "BHXH", "BHYT", "Cộng trích", "Thực lĩnh"]
    numbers = ["A", "B", "1", "2=1x8%", "3=1x1,5%", "4=2+3", "5=1-4"]
    pays = [12_000_000, 10_400_000, 8_600_000, 8_200_000]
    rows = [
        [at, f"Người {at}", p, p * 8 // 100, p * 15 // 1000, p * 95 // 1000, p - p * 95 // 1000]
        for at, p in enumerate(pays, 1)
    ]
    total = [None, "Tổng cộng", *(sum(column) for column in zip(*(row[2:] for row in rows), strict=True))]
    rows[2][2] += 100_000
    total[2] += 100_000
    loaded = reading(book([["ĐVT: đồng"], head, numbers, *rows, total]))
    found = check_plan(loaded).diagnosis
    assert found is not None and found.unique
    assert [change.proposed for cluster in found.clusters for change in cluster.explanations[0].changes] == [
        8_600_000,
        sum(pays),
    ]
