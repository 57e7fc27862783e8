"""Rules that need another witness: a second one of a column, one that cannot be read, a difference by its heading."""

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


def test_a_total_that_no_row_of_numbers_parts_twice_is_compared_with_both() -> None:
    """By year and by source: the first is the rule of the total, what breaks the second is told."""
    head = [["", "", "", "Phân kỳ", "", "Nguồn vốn", ""], ["STT", "Nội dung", "Tổng kinh phí", *HEAD[3:]]]
    rows = [*ROWS, [4, "In ấn", 90, 40, 50, 35, 55]]
    for central, found in ((35, []), (36, [("SX514", "C7", "Nguồn vốn: Trung ương + Nguồn vốn: Địa phương")])):
        rows[3][5] = central
        loaded = reading(book([["ĐVT: đồng"], *head, *rows]))
        told = check_plan(loaded, doubt=Doubt(wanted=False)).findings
        assert [(one.code, one.place.within.partition("!")[2], one.facts.get("terms")) for one in told] == found


SPENT = [
    ["I", "Chi lương", 570, 410, 160],
    [1, "Biên chế", 350, 240, 110],
    [2, "Hợp đồng", 220, 170, 50],
    ["II", "Chi khác", 160, 90, 70],
    [1, "Điện", 90, 60, 30],
    [2, "Nước", 70, 30, 40],
]


def sums_failing(rest: int, *, whole: int = 70) -> list[tuple[str, str]]:
    rows = [*SPENT[:3], [*SPENT[3][:4], whole], SPENT[4], [*SPENT[5][:4], rest]]
    loaded = reading(book([["ĐVT: đồng"], ["STT", "Nội dung", "Dự toán", "Đã chi", "Còn lại"], *rows]))
    found = check_plan(loaded, doubt=Doubt(wanted=False)).findings
    return [(one.code, one.place.within.partition("!")[2]) for one in found]


def test_a_difference_that_its_heading_tells_is_a_sum_where_another_says_which_line_breaks_it() -> None:
    assert sums_failing(40) == []
    assert sorted(sums_failing(75)) == [("SX102", "E6"), ("SX104", "E8")]
    assert sums_failing(75, whole=105) == [("SX514", "E6"), ("SX514", "E8")]  # no sum of lines fails with it


def test_a_rule_that_a_line_states_is_taken_where_half_of_its_sums_hold() -> None:
    head = ["STT", "Chỉ tiêu", "Năm nay", "Năm trước"]
    rows = [[1, "Doanh thu", 9_471, 8_832], [2, "Chi phí", 5_103, 4_619], [3, "Lợi nhuận (3=1-2)", 4_368, 2_907]]
    loaded = reading(book([["ĐVT: đồng"], head, *rows]))
    found = check_plan(loaded, doubt=Doubt(wanted=False)).findings
    assert [(one.code, one.place.within) for one in found] == [("SX104", "Sheet1!D5")]


FORM: list[list[object]] = [
    ["20", "Chi thăm hỏi", 47, 52],
    ["21", "Chi phong trào", 58, 61],
    ["22", "Chi quản lý", 10, 11],
    ["30", "Tổng chi (20 + 21 + 22)", 115],
]


def test_a_rule_of_codes_of_two_digits_is_read_with_the_first_of_them() -> None:
    for before, told in ((124, []), (142, [("SX104", "Sheet1!D6", 124)])):
        rows = [*FORM[:3], [*FORM[3], before]]
        loaded = reading(book([["ĐVT: đồng"], ["Mã số", "Nội dung", "Năm nay", "Năm trước"], *rows]))
        found = check_plan(loaded, doubt=Doubt(wanted=False)).findings
        failing = [(one.code, one.place.within, one.facts["computed"]) for one in found if one.code != "SX302"]
        assert failing == told


def profits(before: int) -> list[tuple[str, str, object]]:
    rows = [["1. Doanh thu", 640, 571], ["2. Giảm trừ", 12, 9], ["3. Doanh thu thuần (1)-(2)", 628, before]]
    rows += [["4. Giá vốn", 489, 433], ["5. Lợi nhuận gộp (3)-(4)", 139, before - 433]]
    loaded = reading(book([["ĐVT: đồng"], ["Chỉ tiêu", "Năm nay", "Năm trước"], *rows]))
    found = check_plan(loaded, doubt=Doubt(wanted=False)).findings
    return [(one.code, one.place.within, one.facts.get("rule")) for one in found]


def test_a_rule_may_have_each_line_in_brackets_and_none_of_its_own() -> None:
    assert profits(562) == []
    assert profits(526) == [("SX104", "Sheet1!C5", None)]  # two digits exchanged


def compared(later: int) -> list[tuple[str, str]]:
    rows = [["Tiền", 195, 43, 28, -152, -15], ["Phải thu", 387, 504, 361, 117, later], ["Kho", 84, 71, 23, -13, -48]]
    head = ["Chỉ tiêu", "Năm 2022", "Năm 2023", "Năm 2024", "So sánh 2023/2022", "So sánh 2024/2023"]
    loaded = reading(book([["ĐVT: đồng"], head[:1] + head[1:4] + [f"{name} (tuyệt đối)" for name in head[4:]], *rows]))
    assert [(column.plus, column.minus) for column in loaded.plan.columns][3:4] == [((1,), (0,))]
    found = check_plan(loaded, doubt=Doubt(wanted=False)).findings
    return [(one.code, one.place.within) for one in found]


def test_a_difference_is_that_of_the_two_years_its_heading_names() -> None:
    assert compared(-143) == []
    assert compared(-413) == [("SX514", "Sheet1!F4")]
