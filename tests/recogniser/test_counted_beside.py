"""Lines that are counted beside what they add up, or behind the total of everything; columns that are ratios."""

import pytest

from recogniser.made import book, columns, doubts, lines, reading

N = None
HEAD = ["Nội dung", "Năm 2024", "Năm 2025"]


def test_a_line_that_adds_up_those_before_it_is_told() -> None:
    """*Kinh phí thực hiện* is no word for a total, so it stays a line; but it is counted twice."""
    rows = [
        ["STT", *HEAD],
        ["I", "Chi A", 30, 41],
        [1, "Lương", 10, 20],
        [2, "Điện", 20, 21],
        ["II", "Chi B", 7, 12],
        [N, "Kinh phí thực hiện", 37, 53],
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[-1] == "Kinh phí thực hiện | 37 53"
    assert "SX513" in doubts(loaded)


def test_a_heading_counts_by_the_lines_below_it() -> None:
    """Without its formulas *Net* could be one more line; that it is the sum of the section before it says it is not."""
    rows = [
        HEAD,
        ["Library", N, N],
        ["  Books", 120, 135],
        ["  Staff", 431, 444],
        ["Net of the library", 551, 579],
        ["Museum", N, N],
        ["  Heating", 22, 25],
        ["  Guards", 91, 95],
        ["Net of the museum", 113, 120],
    ]
    assert "SX513" in doubts(reading(book(rows)))


@pytest.mark.parametrize(
    "rows",
    [
        [["Lương", 1, 2], ["Điện", 2, 3], ["Nước", 3, 5]],  # so few digits agree by chance
        [
            ["Lương", 101, 203],
            ["Điện", 210, 120],
            ["Nước", 311, 323],
            ["Cộng", 622, 646],
        ],  # its sum says that it counts
    ],
    ids=["small", "confirmed"],
)
def test_sums_by_chance_are_not_told(rows: list[list[object]]) -> None:
    assert doubts(reading(book([HEAD, *rows]))) == []


def test_a_line_behind_the_total_is_told() -> None:
    rows = [["STT", *HEAD], [1, "Lương", 10, 20], [2, "Điện", 20, 21], [N, "Tổng cộng", 30, 41]]
    assert doubts(reading(book(rows))) == []
    assert "SX513" in doubts(reading(book([*rows, [N, "Ngân sách huyện", 44, N]])))


def test_a_line_behind_the_total_is_told_in_a_section_before_it() -> None:
    rows = [
        ["STT", *HEAD],
        ["A", "Thu", 30, 41],
        [1, "Thuế", 10, 20],
        [2, "Phí", 20, 21],
        ["B", "Chuyển nguồn", 7, 8],
        [N, "Tổng cộng thu", 37, 49],
    ]
    assert doubts(reading(book(rows))) == []
    assert "SX513" in doubts(reading(book([*rows, [N, "Ngân sách huyện", 44, N]])))


RATES = [["Lương", 1240, 1300], ["Điện", 310, 290], ["Nước", 97, 151], ["Xe", 455, 388]]


@pytest.mark.parametrize("heading", ["So với tổng", "Tốc độ tăng", "Growth"])
def test_shares_of_a_total_are_no_amounts(heading: str) -> None:
    shares = [["Tổng cộng", 2102, 2129, 100]]
    rows = [[*row, round(row[1] / 2102 * 100, 1)] for row in RATES]  # type: ignore[operator]
    assert len(columns(reading(book([[*HEAD, heading], *rows, *shares])))) == 2


def test_a_tax_is_an_amount_though_it_is_a_tenth_of_another_column() -> None:
    rows = [[name, amount, amount * 0.08] for name, amount in (("A", 1250), ("B", 500), ("C", 400), ("D", 75))]
    loaded = reading(book([["Nội dung", "Trước thuế", "VAT"], *rows]))
    assert len(columns(loaded)) == 2
    assert doubts(loaded) == []


@pytest.mark.parametrize(("digits", "amounts", "told"), [(0, 3, "SX518"), (1, 2, "SX516")])
def test_ratios_that_a_heading_calls_amounts_are_told(digits: int, amounts: int, told: str) -> None:
    """They are none where they alone have decimals beside whole figures."""
    rows = [[*row, round(row[2] / row[1] * 100, digits)] for row in RATES]  # type: ignore[operator, call-overload]
    loaded = reading(book([[*HEAD, "Tăng, giảm"], *rows]))
    assert len(columns(loaded)) == amounts
    assert told in doubts(loaded)


@pytest.mark.parametrize("wrong", [0, 700])
def test_headings_of_a_comparison_in_the_wrong_order_do_not_make_amounts_of_its_ratios(wrong: int) -> None:
    """The difference is told by the figures, though one of them is wrong."""
    pairs = [("Lương", 12400, 13600), ("Điện", 3100, 2900), ("Nước", 9700, 15100), ("Xe", 4550, 6880), ("Kho", 0, 80)]
    rows = [[name, one, other, other - one] for name, one, other in pairs]
    rows[1][3] -= wrong  # type: ignore[operator]
    stated = [[*row, round(row[3] / row[1] * 100, 2) if row[1] else N] for row in rows]  # type: ignore[operator]
    loaded = reading(book([[*HEAD, "So sánh tương đối", "So sánh tuyệt đối"], *stated]))
    assert [*columns(loaded)][2:] == ["So sánh tương đối"]
    assert "SX516" in doubts(loaded)
    assert bool({"SX514", "SX518"} & {*doubts(loaded)}) is bool(wrong)


@pytest.mark.parametrize(("beyond", "amounts"), [(0, 2), (3, 3)])
def test_differences_of_shares_are_no_amounts(beyond: int, amounts: int) -> None:
    """Points of percentage, whatever their heading; what is not their difference stays."""
    shares = [("Lương", 1240, 41.68, 1360, 35.34), ("Điện", 310, 10.42, 290, 7.54), ("Xe", 1425, 47.9, 2198, 57.12)]
    rows = [[*row, round(row[2] - row[4], 2) + beyond] for row in shares]  # type: ignore[operator]
    head = ["Nội dung", "Năm 2024", "Tỷ trọng (%)", "Năm 2025", "Tỷ trọng (%)", "Chênh lệch cơ cấu"]
    assert len(columns(reading(book([head, *rows])))) == amounts


def test_sums_in_another_currency_are_no_ratios() -> None:
    rows = [[name, dong, 25_400, round(dong / 25_400, 2)] for name, dong in (("A", 81000), ("B", 523000), ("C", 67100))]
    loaded = reading(book([["Nội dung", "Số tiền", "Quy đổi theo", "Thành tiền USD"], *rows]))
    assert "Thành tiền USD" in columns(loaded)


def test_the_whole_of_a_ratio_stays_an_amount() -> None:
    """Of three columns each is worked out from the others: the one with decimals is the ratio."""
    rows = [[*row, round(row[1] / row[2] * 100, 1)] for row in RATES]  # type: ignore[operator]
    found = columns(reading(book([["Nội dung", "Xã A", "Xã B", "Mức X"], *rows])))
    assert list(found) == ["Xã A", "Xã B"]


def test_a_header_right_below_a_table_begins_another() -> None:
    rows = [["STT", *HEAD], ["I", "Lương", 10, 20], ["II", "Điện", 20, 21], ["Nguồn vốn", "Kinh phí"], ["Tỉnh", 44]]
    loaded = reading(book(rows))
    assert lines(loaded) == ["I Lương | 10 20", "II Điện | 20 21"]
    assert doubts(loaded) == ["SX516"]


def test_lines_above_the_only_header_are_told() -> None:
    rows = [["Lương", 1200], ["Điện", 310], ["Nước", 97], ["Nguồn vốn", "Kinh phí"], ["Tỉnh", 44], ["Huyện", 51]]
    assert "SX516" in doubts(reading(book(rows)))


@pytest.mark.parametrize(
    "beside",
    [
        [[N, "Nguồn vốn", "Kinh phí"], [N, "Tỉnh", 4400], [N, "Huyện", 5100]],
        [["Nguồn vốn", "Kinh phí"], ["Tỉnh", 4400], ["Huyện", 5100]],
        [["TT", "Nguồn", "Số tiền"], [1, "Tỉnh", 4400], [2, "Huyện", 5100]],
    ],
    ids=["gap", "close", "numbered"],
)
def test_a_small_table_beside_is_no_column_of_amounts_or_told(beside: list[list[object]]) -> None:
    rows = [HEAD, ["Lương", 1200, 1300], ["Điện", 310, 290], ["Nước", 97, 151], ["Xe", 455, 388], ["Kho", 12, 19]]
    joined = [[*row, *(beside[number] if number < len(beside) else [])] for number, row in enumerate(rows)]
    loaded = reading(book(joined))
    assert [line.split(" | ")[0] for line in lines(loaded)] == ["Lương", "Điện", "Nước", "Xe", "Kho"]
    assert "SX516" in doubts(loaded)


def test_a_title_goes_on_beside_the_figures_of_the_row_below() -> None:
    rows = [["STT", *HEAD], [1, "Lương", 10, 20], [2, "Sửa chữa trụ", N, N], [N, "sở cơ quan", 20, 21], [3, "Xe", 5, 6]]
    loaded = reading(book(rows))
    assert lines(loaded) == ["1 Lương | 10 20", "2 Sửa chữa trụ sở cơ quan | 20 21", "3 Xe | 5 6"]
    assert doubts(loaded) == ["SX513"]


def test_a_row_below_that_begins_with_a_capital_may_be_the_rest_of_a_title() -> None:
    rows = [["STT", *HEAD], [1, "Lương", 10, 20], [2, "Xây dựng cầu Tiên", N, N], [N, "Kiên", 20, 21], [3, "Xe", 5, 6]]
    assert "SX513" in doubts(reading(book(rows)))


@pytest.mark.parametrize("title", ["Cộng chuyển trang sau", "Cộng mang sang", "Cộng trang 1", "Carried forward"])
def test_a_sum_carried_to_the_next_page_is_told(title: str) -> None:
    rows = [["STT", *HEAD], [1, "Lương", 10, 20], [2, "Điện", 20, 21], [N, title, 30, 41], [3, "Xe", 5, 6]]
    assert "SX513" in doubts(reading(book(rows)))


def test_a_balance_carried_over_is_a_line() -> None:
    rows = [["STT", *HEAD], [1, "Số dư năm trước chuyển sang", 10, 20], [2, "Điện", 20, 21], [3, "Xe", 5, 6]]
    assert doubts(reading(book(rows))) == []


def test_figures_grouped_with_a_curved_apostrophe_are_figures() -> None:
    rows = [HEAD, ["Lương", "12’345’678", "9’800"], ["Điện", "1’250’000", "530"]]
    assert lines(reading(book(rows))) == ["Lương | 12345678 9800", "Điện | 1250000 530"]


def test_a_note_behind_a_star_is_no_line() -> None:
    rows = [["Mục", "Nội dung", "Số tiền"], ["A", "Lương", 10], ["B", "Điện", 20], [N, "* Đã bao gồm thuế VAT", N]]
    assert lines(reading(book(rows))) == ["A Lương | 10", "B Điện | 20"]


@pytest.mark.parametrize(
    "name", ["Average", "Avg.", "Monthly average", "Average per office", "Bình quân", "Trung bình mỗi xã", "Max"]
)
@pytest.mark.parametrize("total", ["", "Total,100,120\n"])
def test_an_average_of_other_lines_adds_nothing_and_is_told(name: str, total: str) -> None:
    loaded = reading(f"Item,2024,2025\nCars,50,60\nFuel,20,20\nRent,30,40\n{total}{name},33,40\n", "a.csv")
    assert lines(loaded)[:3] == ["Cars | 50 60", "Fuel | 20 20", "Rent | 30 40"]
    assert len(lines(loaded)) == 3 + bool(total)
    assert "SX516" in doubts(loaded)


@pytest.mark.parametrize("line", ["Average,3,40", "Maximum grant to schools,33,40", "Media,33,40"])
def test_what_is_no_average_of_the_lines_or_says_more_stays_a_line(line: str) -> None:
    loaded = reading(f"Item,2024,2025\nCars,50,60\nFuel,20,20\nRent,30,40\n{line}\n", "a.csv")
    assert len(lines(loaded)) == 4


def test_averages_by_their_heading_that_a_number_of_things_divides_are_no_amounts() -> None:
    rows = ["Deans,5,1482,296", "Clerks,7,1009,144", "Drivers,3,586,195", "Cooks,2,367,184"]
    loaded = reading("Title,Positions Cut,Salary Saved,Avg Salary\n" + "\n".join(rows) + "\n", "a.csv")
    assert lines(loaded)[:2] == ["Deans | 1482", "Clerks | 1009"]
