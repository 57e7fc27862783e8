"""What sums that come out say of a doubt: it is a note then, and a warning as long as nothing settles it."""

import pytest

from recogniser.made import book, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.text.language import Language

N = None
Rows = list[list[object]]


def told(rows: Rows | str, name: str = "x.xlsx") -> dict[str, str]:
    """How bad what is found is, by the code; the worst of each."""
    loaded = reading(rows, name) if isinstance(rows, str) else reading(book(rows))
    found = sorted(check_plan(loaded).findings, key=lambda one: one.severity.rank, reverse=True)
    return {one.code: str(one.severity) for one in found}


def list_of(*lines: list[object], total: object = N) -> Rows:
    below: Rows = [] if total is N else [[N, "Tổng cộng", total]]
    return [["STT", "Nội dung", "Kinh phí (đồng)"], *([n, *line] for n, line in enumerate(lines, 1)), *below]


@pytest.mark.parametrize(("cell", "total", "severity"), [
    ("~360", 700, "note"),
    ("~360", N, "note"),
    ("lồng ghép", N, "note"),  # no figure is lost
    ("1-1,5", N, "warning"),
    ("1-1,5", 300, "note"),
    ("1-1,5", 301, "warning"),
])  # fmt: skip
def test_a_cell_that_is_no_plain_figure(cell: str, total: int | None, severity: str) -> None:
    rows = list_of(["Tập huấn", 200], ["Hội nghị", cell], ["Biên tập", 100], total=total)
    assert told(rows)["SX511"] == severity


def test_lines_side_by_side_are_doubtful_where_one_may_head_others() -> None:
    flat = [["Item", "2024", "2025"], ["Rent", 120, 130], ["Power", 145, 150], ["Water", 30, 138], ["Wages", 10, 955]]
    assert told([*flat, ["Paper", 620, 621]])["SX513"] == "note"
    heads = [*flat, ["Training", 300, 310], ["Trainers", 140, 150], ["Rooms", 110, 95]]
    assert told(heads)["SX513"] == "warning"
    named = [[*row, f"office {n}" if n else "Where"] for n, row in enumerate(heads)]
    assert told(named)["SX513"] == "note"  # other words tell the lines apart: a list of records
    totals = [*named[:-1], [*heads[-1], "subtotal"]]
    assert told(totals)["SX513"] == "warning"


@pytest.mark.parametrize(("left", "told_of"), [("Khoản thu khác", "note"), ("Còn lại", None)])
def test_a_line_that_the_two_behind_it_come_to_is_told_though_others_are_balances(
    left: str, told_of: str | None
) -> None:
    rows = [["Nội dung", "Dự toán"], ["Thu kết dư", 100_000], ["Thu được hưởng", 9_336_870], ["Khoản thu", 4_538_220]]
    assert told([*rows, [left, 4_798_650]]).get("SX513") == told_of


def test_figures_below_a_table_are_a_doubt_whatever_its_sums_say_beside_it_none() -> None:
    rows = list_of(["Tập huấn", 200], ["Hội nghị", 300], total=500)
    assert told([*rows, [N], [N], [N], [N, "Mua sắm", 123456]])["SX516"] == "warning"
    assert told([*rows, [N], [N], [N], [N, N, 123456]])["SX516"] == "note"  # what has no name is no line
    assert told([[N, N, N, N, 123456], *rows]).get("SX516", "note") == "note"


def test_another_table_is_a_note_where_it_cannot_be_more_of_this_one() -> None:
    rows = list_of(["Tập huấn", 200], ["Hội nghị", 300], ["In ấn", 100], total=600)
    other: Rows = [[N], [N], [N], ["Đơn vị", "Số tiền"], ["Sở A", 700], ["Sở B", 900]]
    assert told([*rows, *other])["SX516"] == "note"
    alike = [[N], [N], [N], *list_of(["Thuế", 700], ["Phí", 900])]
    assert told([*rows, *alike])["SX516"] == "warning"


@pytest.mark.parametrize(("whole", "severity"), [(300, "note"), ("=SUM(C3:C5)", "warning")])
def test_a_gap_is_a_note_where_a_typed_total_comes_out_without_a_line_more(whole: object, severity: str) -> None:
    """A total that is calculated comes out whatever is missing."""
    rows = [
        ["STT", "Nội dung", "Kinh phí (đồng)"],
        ["I", "Chi", whole],
        ["1", "a", 100],
        ["2", "b", 50],
        ["4", "c", 150],
    ]
    assert told(rows)["SX302"] == severity


def test_numbers_that_leave_some_out_more_than_once_are_an_excerpt() -> None:
    def codes(*numbers: int) -> str:
        return told([["STT", "Nội dung", "Kinh phí"], *([n, f"việc {n}", 100 * n + 7] for n in numbers)])["SX302"]

    assert codes(1, 2, 4, 5) == "warning"
    assert codes(1, 2, 4, 5, 7, 8) == "note"
    assert codes(1, 2, 4, 3, 5, 6) == "warning"  # one line in a wrong place


def test_a_slip_makes_one_code_twice() -> None:
    def codes(*numbers: str) -> str:
        return told([["STT", "Nội dung", "Kinh phí"], *([n, f"việc {k}", 7 + k] for k, n in enumerate(numbers))])[
            "SX301"
        ]

    assert codes("1", "2", "3", "3", "5") == "warning"
    assert codes("GD", "YT", "GD", "VH", "YT") == "note"


def test_what_is_left_of_two_lines_is_no_total_of_those_behind_it() -> None:
    rows = [["Item", "2024", "2025"], ["Revenue", 5884, 6120], ["Cost", 1337, 1402], ["Gross profit", 4547, 4718]]
    rows += [["Operation", 840, 911], ["Operating profit", 3707, 3807], ["Interest", 96, 88], ["Profit", 3611, 3719]]
    sums = [one for one in check_plan(reading(book(rows))).findings if "the line is the sum" in one.message.en]
    assert {one.address for one in sums} <= {("lines", 0)}  # which may be the sum of the two behind it


@pytest.mark.parametrize(("req", "doubtful"), [(15000, False), (14000, True)])
def test_a_column_that_is_now_the_same_as_amounts_and_now_more_is_of_their_kind(req: int, doubtful: bool) -> None:
    """As neither a price nor a quantity is."""
    found = told(f"Project,req,grant\nRoads,30350,16300\nSchools,{req},15000\nParks,24276,12355\n", "a.csv")
    assert found["SX518"] == ("warning" if doubtful else "note")


def test_a_column_that_is_the_difference_of_amounts_is_one() -> None:
    rows = "Project,req,grant,deny\nRoads,30350,16300,14050\nSchools,16000,15000,1000\nParks,24276,12355,11921\n"
    assert told(rows, "a.csv")["SX518"] == "note"
    assert told(rows.replace("1000\n", "1007\n"), "a.csv")["SX518"] == "warning"


def worst(rows: Rows | str, code: str) -> str:
    """The worst of what is told by a code in a workbook of some rows, or in a text file; none where nothing is."""
    return told(rows, "a.md").get(code, "none")


def test_figures_that_all_name_a_currency_are_money_whatever_their_heading() -> None:
    """At worst they are prices."""
    rows = "| Item | Amount | Against |\n|--|--|--|\n| Hall | $250.48 | $-49.52 |\n| Food | $66.80 | $33.20 |\n"
    total = "| Total | $317.28 | |\n"
    assert worst(rows + total, "SX518") == "note"
    assert worst((rows + total).replace("$33.20", "33.20"), "SX518") == "warning"
    fee = "| Trip | Price | Odd | Costs |\n|--|--|--|--|\n| A | 10 € | 2 € | 13 € |\n| B | 20 € | 3 € | 24 € |\n"
    assert worst(fee, "SX518") == "note"
    assert worst(fee.replace(" €", ""), "SX518") == "warning"


def test_a_line_behind_the_total_of_a_part_is_none_of_it_where_it_is_money() -> None:
    rows = "| Item | Amount |\n|--|--|\n| Kits | 25 € |\n| Tests | 17 € |\n| {total} | 42 € |\n| Low | {last} |\n"
    assert worst(rows.format(total="Sub-total lab", last="9 €"), "SX513") == "note"
    assert worst(rows.format(total="Sub-total lab", last="9"), "SX513") == "warning"
    assert worst(rows.format(total="Total", last="9 €"), "SX513") == "warning"


def test_years_one_after_another_stand_side_by_side() -> None:
    lines = [[600, 500], [150, 160], [250, 130], [140, 140], [100, 90]]
    years = [["Year", "In", "Out"], *([f"Plan {2020 + n}", *line] for n, line in enumerate(lines))]
    named = [["What", "In", "Out"], *([f"Plan {chr(65 + n)}", *line] for n, line in enumerate(lines))]
    assert told(named)["SX513"] == "warning"  # the first may head the two behind it
    assert told(years)["SX513"] == "note"


def test_two_columns_that_say_the_same_tell_as_one() -> None:
    lines = [["a", 155, 155], ["b", 48, 48], ["c", 60, 60], ["d", 50, 50], ["e", 70, 80]]
    assert told([["Item", "Plan", "Actual"], *lines])["SX513"] == "note"
    assert told([["Item", "Plan", "Actual"], ["a", 155, 159], *lines[1:]])["SX513"] == "warning"


def test_a_first_row_that_heads_lines_with_a_total_of_theirs_is_no_header() -> None:
    rows = "| | |\n|--|--|\n| Revenues | |\n| Gifts | £33.50 |\n| Fees | £40 |\n| Total Revenues | {total} |\n"
    rows += "| Expenses | |\n| Rent | £20 |\n| Paper | £3 |\n| Total Expenses | £23 |\n| Net income | £50.50 |\n"
    assert worst(rows.format(total="£73.50"), "SX518") == "note"
    assert worst(rows.format(total="£73"), "SX518") == "warning"


def test_other_tables_are_told_once_as_a_note_where_their_headings_are_others() -> None:
    rows = "| Item | Cost |\n|--|--|\n| Hall | 25 |\n| Food | 17 |\n| Band | 8 |\n| Total | 50 |\n"
    other = "\nStaff:\n\n| Post | Months |\n|--|--|\n| PI | 12 |\n| Clerk | 3 |\n"
    alike = "\n| Item | Cost |\n|--|--|\n| Van | 12 |\n| Fuel | 3 |\n"
    found = [one for one in check_plan(reading(rows + 2 * other, "a.md")).findings if one.code == "SX516"]
    assert [(one.severity, one.facts["count"]) for one in found] == [("note", 2)]
    assert worst(rows + other + alike, "SX516") == "warning"


def test_a_figure_beside_the_table_is_told_once() -> None:
    rows = [*list_of(["Tập huấn", 200], ["Hội nghị", 300], total=500)]
    found = told([*rows[:2], [*rows[2], N, N, 7], *rows[3:]])
    assert ("SX516" in found, "SX507" in found) == (True, False)


def test_the_rest_of_a_title_in_a_row_of_its_own_is_plain_where_all_sums_hold() -> None:
    rows = list_of(["Hoạt động", 200], ["Hội nghị", 300], total=500)
    rest: Rows = [[N, "môi trường"]]
    assert told([*rows[:2], *rest, *rows[2:]])["SX513"] == "note"
    rows[-1] = [N, "Tổng cộng", 501]
    assert told([*rows[:2], *rest, *rows[2:]])["SX513"] == "warning"


@pytest.mark.parametrize(("title", "told"), [("Net recurring funds", ["note"]), ("Reserved", ["warning"])])
def test_what_is_left_of_a_line_and_is_called_so_shows_no_level(title: str, told: list[str]) -> None:
    rows = "| | FY24 | FY25 |\n|--|--|--|\n| Sources of funds | $119,654,044 | $115,132,385 |\n"
    rows += f"| Uses of funds | $109,769,044 | $115,131,385 |\n| {title} | $9,885,000 | $1,000 |\n"
    rows += "| One-time sources | $3,545,463 | $353,671 |\n| One-time uses | $4,430,462 | $451,300 |\n"
    found = check_plan(reading(rows, "a.md")).findings
    assert [one.severity for one in found if one.code == "SX513" and "levels" in one.say(Language.EN, 0)] == told
