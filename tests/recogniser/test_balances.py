"""Balances carried from quarter to quarter: their year is no sum. What is called a balance is not added; where nothing
calls it so, no line is held to the sum, and that is told."""

from recogniser.made import book, reading
from sxtdbv_cli.check import Doubt, check_plan

HEAD = ["STT", "Nội dung", "Quý I", "Quý II", "Quý III", "Quý IV", "Cả năm"]
ROWS: list[list[object]] = [
    ["I", "Số dư đầu kỳ", 120, 155, 142, 178, 120],
    ["II", "Thu trong kỳ", 205, 187, 216, 250, 858],
    [1, "Thu đoàn phí", 85, 87, 86, 90, 348],
    [2, "Thu kinh phí", 120, 100, 130, 160, 510],
    ["III", "Chi trong kỳ", 170, 200, 180, 300, 850],
    ["IV", "Số dư cuối kỳ (I+II-III)", 155, 142, 178, 128, 128],
]


def told(rows: list[list[object]]) -> list[str]:
    found = check_plan(reading(book([["ĐVT: đồng"], HEAD, *rows])), doubt=Doubt(wanted=False)).findings
    return [f"{one.code} {one.place.within.partition('!')[2]}" for one in found]


def test_the_year_of_other_lines_is_still_their_sum() -> None:
    assert told([ROWS[0], ROWS[1], [1, "Thu đoàn phí", 85, 87, 86, 90, 384], *ROWS[3:]]) == ["SX102 G4", "SX101 G5"]


def test_the_rule_of_the_closing_balance_is_checked_in_every_column() -> None:
    assert "SX104 G8" in told([*ROWS[:5], ["IV", ROWS[5][1], 155, 142, 178, 128, 129]])


def test_how_many_people_there_are_is_no_sum_of_the_quarters() -> None:
    people: list[object] = [5, "Số hội viên (người)", 310, 342, 365, 401, 401]
    assert "SX101 G7" not in told([*ROWS[1:5], people])
    assert "SX101 G7" in told([*ROWS[1:5], [*people[:6], 410]])


def test_without_balances_the_year_is_the_sum_of_its_quarters() -> None:
    rows = [["I", "Thu phí", 120, 155, 142, 178, 595], ["II", "Thu khác", 205, 187, 216, 251, 858], ROWS[4]]
    assert told(rows) == ["SX101 G4"]


def test_noughts_are_not_carried() -> None:
    rows: list[list[object]] = [
        ["I", "Thu phí", 120, 0, 0, 0, 120],
        ["II", "Thu khác", 0, 0, 0, 250, 250],
        ["III", "Thu phạt", 10, 20, 30, 40, 101],
    ]
    assert told(rows) == ["SX101 G5"]


def test_a_total_beside_all_months_is_theirs_though_most_lines_have_one_month_only() -> None:
    months = [f"Tháng {month}" for month in range(1, 13)]
    rows: list[list[object]] = [
        ["I", "Thu phí", 120, *[0] * 11, 120],
        ["II", "Thu khác", *[0] * 11, 250, 250],
        ["III", "Thu phạt", *range(1, 13), 79],
    ]
    loaded = reading(book([["ĐVT: đồng"], ["STT", "Nội dung", *months, "Tổng"], *rows]))
    found = check_plan(loaded, doubt=Doubt(wanted=False)).findings
    assert [f"{one.code} {one.place.within}" for one in found] == ["SX101 Sheet1!O5"]


def test_a_total_beside_months_is_theirs_though_half_of_a_few_lines_fail() -> None:
    rows = [["Item", "Jan", "Feb", "Mar", "YTD total"], ["Rent", 10, 11, 12, 33], ["Fuel", 5, 6, 7, 18]]
    wrong = [*rows, ["Post", 8, 9, 1, 28], ["Site", 3, 4, 9, 26]]
    found = check_plan(reading(book(wrong)), doubt=Doubt(wanted=False)).findings
    assert [one.code for one in found if one.code != "SX512"] == ["SX101", "SX101"]


def test_the_diagnosis_holds_no_balance_to_its_year_either() -> None:
    wrong = ["I", "Số dư đầu kỳ", 120, 165, 142, 178, 120]
    report = check_plan(reading(book([["ĐVT: đồng"], HEAD, wrong, *ROWS[1:]])))
    assert report.subject is not None
    assert report.diagnosis is not None
    plan = report.subject.plan
    alone = [
        plan.position(one.changes[0].cell)
        for cluster in report.diagnosis.clusters
        for one in cluster.explanations
        if len(one.changes) == 1
    ]
    assert report.diagnosis.minimum == 1
    assert (0, 1) in alone


def test_the_year_of_a_balance_is_no_sum() -> None:
    assert told(ROWS) == []
    assert told([["I", "Vốn ban đầu", *ROWS[0][2:]], *ROWS[1:5], ["IV", "Vốn còn (I+II-III)", *ROWS[5][2:]]]) == [
        "SX514 G3",
        "SX514 G8",
    ]


def test_percentages_among_the_lines_add_up_neither_way() -> None:
    rows = [[1, "Kế hoạch vốn", 601.0, 412.6, 188.4], [2, "Giải ngân", 371.9, 251.8, 120.1]]
    head = [["ĐVT: triệu đồng"], ["STT", "Nội dung", "Tổng số", "NSTW", "NSĐP"]]
    rates = [[None, "Tỷ lệ giải ngân (%)", 61.9, 61.0, 63.7], [3, "Ước cả năm", 574.0, 395.0, 179.0]]
    report = check_plan(reading(book([*head, *rows, *rates])))
    assert [found.code for found in report.findings] == []
    wrong = [[*rates[0][:1], "Chi khác (10 %)", *rates[0][2:]], rates[1]]
    assert "SX101" in [found.code for found in check_plan(reading(book([*head, *rows, *wrong]))).findings]
