"""A list above the tables that it is worked out from."""

from recogniser.made import Rows, book, calculated, columns, doubts, reading

N = None
DETAILS = [
    ["Pay", "Per hour", "Hours", "Total"],
    ["Drivers", 25, 40, 1000],
    ["Cooks", 20, 30, 600],
    ["Clerks", 15, 20, 300],
    [N, N, N, 1900],
    [],
    ["Things", "Number", "Price", "Total"],
    ["Pens", 10, 3, 30],
    ["Chairs", 4, 50, 200],
    [N, N, N, 230],
]
"""Rows 9 to 18 of the sheets below."""


def summarised(salaries: object, supplies: object) -> bytes:
    """A sheet with a summary above its details; formulas have the values they come to."""
    top = [["Salaries", salaries], ["Supplies", supplies], ["Rent", 0], ["Overheads", 213, 0.1, "rate"]]
    content = book([*top, ["Grand Total", 2343], [], [], [], *DETAILS])
    return calculated(content, {"B1": 1900, "B2": 230}) if isinstance(salaries, str) else content


def test_a_list_above_that_takes_nothing_from_below_is_no_summary() -> None:
    found = reading(summarised(1900, 230))
    assert found.sheet is not None
    assert found.sheet.understanding.block.top == 8
    assert "Total" in columns(found)


def test_a_list_that_adds_up_itself_takes_nothing_from_below() -> None:
    top = [["Salaries", 1900], ["Supplies", 230], ["Both", "=B1+B2"], ["Rent", 213], ["Grand Total", "=SUM(B3:B4)"]]
    found = reading(calculated(book([*top, [], [], [], *DETAILS]), {"B3": 2130, "B5": 2343}))
    assert found.sheet is not None
    assert found.sheet.understanding.block.top == 8


def test_a_total_goes_on_from_the_one_before_it() -> None:
    rows = "Project,Prior,FY25,FY26,FY27,3-Year Total,Project Total\nTrail,100,250,,,250,350\nPark,,,120,,120,120\n"
    loaded = reading(rows + "Bridge,500,2000,1500,,3500,4000\nTotal,600,2250,1620,,3870,4470\n", "a.csv")
    assert columns(loaded)["Project Total"] == "Prior + 3-Year Total"
    assert doubts(loaded) == []


def test_the_total_of_a_group_is_that_of_its_columns_but_for_what_it_lists_in_part() -> None:
    rows: Rows = [
        ["TT", "Nội dung", "Tổng kinh phí", "NSNN", None, None, None, "Ngoài NSNN", None],
        [None, None, None, "Tổng số", "Trong đó khoán chi", "Năm thứ nhất", "Năm thứ hai", "Tổng", "Ghi chú"],
        [1, "Công lao động", 620, 600, 600, 350, 250, 20, None],
        [2, "Nguyên vật liệu", 300, 250, None, 150, 100, 50, None],
        [3, "Thiết bị", 180, 100, None, 100, None, 80, None],
        [4, "Chi khác", 110, 110, 90, 40, 70, None, None],
        [None, "Tổng cộng", 1210, 1060, 690, 640, 420, 150, None],
    ]
    loaded = reading(book(rows, merged=["A1:A2", "B1:B2", "C1:C2", "D1:G1", "H1:I1"]))
    rules = columns(loaded)
    assert rules["NSNN: Tổng số"] == "NSNN: Năm thứ nhất + NSNN: Năm thứ hai"
    assert rules["Tổng kinh phí"] == "NSNN: Tổng số + Ngoài NSNN: Tổng"
    assert doubts(loaded) == []


def test_lines_in_units_that_are_no_money_are_told() -> None:
    rows = "TT,Chỉ tiêu,ĐVT,TH 2023,KH 2024\n1,Thu ngân sách,Tỷ đồng,320,350\n2,Lương thực,Tấn,45000,46000\n"
    loaded = reading(rows + "3,Hộ nghèo,%,4.2,3.5\n4,Chi ngân sách,Tỷ đồng,300,330\n", "a.csv")
    assert "SX518" in doubts(loaded)
