"""The rules of workbooks held to sharp cases; the plain ones are on their pages."""

import re

import pytest

from conftest import CASES, PLAN
from sxtdbv_cli.check import check_file, check_plan
from sxtdbv_cli.files.read import file_type, load
from sxtdbv_cli.model.diagnosis import EventKind
from sxtdbv_cli.model.finding import Finding, Severity
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.text.language import Language
from workbooks import book

HEAD = "ĐVT: đồng\nSTT | Nội dung | Tổng | 2022 | 2023\n"
SOUND = f"""{HEAD}\
I | Sở Công Thương | =SUM(D3:E3) [100] | =SUM(D4:D6) [60] | =SUM(E4:E6) [40]
1 | Tập huấn | =SUM(D4:E4) [40] | 30 | 10
2 | In tài liệu | =SUM(D5:E5) [30] | 15 | 15
3 | Kiểm tra | =SUM(D6:E6) [30] | 15 | 15
"""


def checked(table: str) -> Report:
    name = "book.xlsx"
    return check_plan(load(file_type(name), book(table), name))


def found(table: str) -> list[Finding]:
    return [finding for finding in checked(table).findings if finding.code.startswith("SX50")]


def told(table: str) -> list[str]:
    report = checked(table)
    assert report.subject is not None
    digits = report.subject.plan.unit.digits
    return [
        f"{found.code} {found.place.within.partition('!')[2]} {found.message.say(Language.EN, found.facts, digits)}"
        for found in report.findings
        if found.code.startswith("SX50")
    ]


@pytest.mark.parametrize(
    "formula",
    [
        "=SUM(D4:D6)",
        "=D4+D5+D6",
        "=SUM(D4,D5,D6)",
        "=+D4+SUM(D5:D6)",
        "=ROUND(SUM($D$4:$D$6),0)",
        "=SUM(D4:D6)+D99",  # an empty cell adds nothing
        "=SUM(D4:D40)",  # nor do empty rows below
        "=100-D6-D5-10",  # adds no cells up: not judged
        '=SUMIF(A4:A6,"1",D4:D6)+45',  # nor is another function
        "=SUM(Other!D4:D6)",
        "=SUM(D0:D6)",
    ],
)
def test_formulas_that_add_the_parts_or_are_not_judged(formula: str) -> None:
    codes = {finding.code for finding in found(SOUND.replace("=SUM(D4:D6)", formula))}
    assert "SX502" not in codes


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("=SUM(D4:D5)", "leaves out D6"),
        ("=D4+D6", "leaves out D5"),
        ("=SUM(D4:D6)+D5", "takes in D5"),
        ("=SUM(D4:D6)-D5", "leaves out D5"),
        ("=SUM(D4:D5)+D2", "leaves out D6 and takes in D2"),  # the year in the heading is a number
        ("=E4+E5+E6", "leaves out D4, D5, D6 and takes in E4, E5, E6"),  # the lines of another column
        ("=E4+D5", None),  # other rows and other columns: no direction, not judged
        ("=SUM(D5:D7)", "leaves out D4"),
    ],
)
def test_what_a_sum_leaves_out_or_takes_in(formula: str, said: str | None) -> None:
    messages = [line for line in told(SOUND.replace("=SUM(D4:D6)", formula)) if line.startswith("SX502")]
    assert messages == ([] if said is None else [f"SX502 D3 the formula {formula} {said}"])


def test_a_total_that_adds_the_smallest_lines_is_sound_and_one_that_adds_both_is_not() -> None:
    nested = f"""{HEAD}\
A | Chi | =SUM(D3:E3) [100] | =D4+D7 [60] | =E4+E7 [40]
I | Một | =SUM(D4:E4) [70] | =SUM(D5:D6) [45] | =SUM(E5:E6) [25]
1 | Tập huấn | =SUM(D5:E5) [40] | 30 | 10
2 | In tài liệu | =SUM(D6:E6) [30] | 15 | 15
II | Hai | =SUM(D7:E7) [30] | =D8 [15] | =E8 [15]
1 | Kiểm tra | =SUM(D8:E8) [30] | 15 | 15
"""
    assert told(nested) == []
    assert told(nested.replace("=D4+D7 [60]", "=D5+D6+D8 [60]")) == []
    both = told(nested.replace("=D4+D7 [60]", "=SUM(D4:D8) [120]"))
    assert [line for line in both if "SX502" in line] == ["SX502 D3 the formula =SUM(D4:D8) takes in D5, D6, D8"]
    lacking = told(nested.replace("=D4+D7 [60]", "=D7 [15]"))
    assert [line for line in lacking if "SX502" in line] == ["SX502 D3 the formula =D7 leaves out D4"]


def test_totals_in_a_column_beside_their_parts_are_not_judged() -> None:
    rows = "STT | Nội dung | Chi tiết | Cộng\nI | Điện nước | | =SUM(C4:C5) [300]\n1 | Điện | 200 |\n2 | Nước | 100 |\n"
    assert not [line for line in told(f"ĐVT: đồng\n{rows}") if "SX502" in line]


def test_a_row_that_points_at_another_row() -> None:
    messages = told(SOUND.replace("=SUM(D5:E5) [30]", "=SUM(D6:E6) [30]"))
    assert messages == ["SX502 C5 the formula =SUM(D6:E6) leaves out D5, E5 and takes in D6, E6"]


def test_figures_that_are_typed_by_habit_do_not_stand_out() -> None:
    """Two formulas and two typed totals in a column: nobody can say which are the mistake."""
    half = SOUND.replace("=SUM(D5:E5) [30]", "30").replace("=SUM(D6:E6) [30]", "30")
    assert told(half) == []
    one = told(SOUND.replace("=SUM(D5:E5) [30]", "30"))
    assert [line[:8] for line in one] == ["SX501 C5"]


def test_stored_values_are_held_to_exact_arithmetic() -> None:
    assert told(SOUND.replace("[60]", "[60.5]"))[1] == (
        "SX503 D3 the formula =SUM(D4:D6) stores 60,5, calculated anew it is 60,0"
    )
    tenths = f"ĐVT: triệu đồng\n{SOUND.partition(chr(10))[2]}".replace("| 30 | 10", "| 0.1 | 0.2")
    noisy = tenths.replace("=SUM(D4:E4) [40]", "=D4+E4 [0.30000000000000004]").replace("[60]", "[30.1]")
    stale = [line for line in told(noisy) if "SX503" in line]
    assert [line.split()[1] for line in stale] == [
        "C3",
        "E3",
    ]  # the others follow from the change; binary noise does not


def test_what_is_not_judged_is_not_stale() -> None:
    for formula in (
        "=VLOOKUP(D4,A:B,2)",
        "=D4&D5",
        "=SUM(D:D)",
        "=IF(D4>1,60,0)",
        "=[1]Sheet1!D4",
        "=D4^2",
        "=1/0*D4",
        "=SUM(D0:D6)",
    ):
        assert not [line for line in told(SOUND.replace("=SUM(D4:D6)", formula)) if "SX503" in line]


def test_never_calculated_is_said_once_a_cell() -> None:
    messages = [line for line in told(SOUND.replace(" [60]", "")) if "SX503" in line]
    assert len(messages) == 1
    assert "was never calculated" in messages[0]


def test_a_table_that_no_spreadsheet_ever_opened_is_told_once() -> None:
    messages = [line for line in told(re.sub(r" \[\d+\]", "", SOUND)) if "SX503" in line]
    assert len(messages) == 1
    assert "none of the 6 formulas of the table" in messages[0]


def test_hidden_columns_and_runs_of_rows() -> None:
    rows = SOUND.replace("2 | In", "hidden:2 | In").replace("3 | Kiểm", "hidden:3 | Kiểm")
    seen = "figures that count in the table; a printout does not show them"
    assert told(rows) == [f"SX506 C5 hidden: rows 5-6, with 6 {seen}"]
    apart = SOUND.replace("1 | Tập", "hidden:1 | Tập").replace("3 | Kiểm", "hidden:3 | Kiểm")
    assert told(apart) == [f"SX506 C4 hidden: rows 4, 6, with 6 {seen}"]


def test_a_figure_under_merged_cells() -> None:
    messages = found(
        SOUND.replace("3 | Kiểm tra | =SUM(D6:E6) [30] | 15 | 15", "merge C6:D6\n3 | Kiểm tra | 30 | 15 | 15")
    )
    assert [(f.code, f.severity, f.facts) for f in messages if f.code == "SX507"] == [
        ("SX507", Severity.WARNING, {"text": "15", "merged": "C6:D6"})
    ]


@pytest.mark.parametrize("file", [PLAN, CASES / "plans" / "clean.yaml"])
def test_plan_files_know_none_of_it(file: object) -> None:
    assert not [found for found in check_file(str(file)).findings if found.code.startswith("SX50")]


TEXTS = f"""{HEAD}\
I | Sở Công Thương | '100 | '60 | '40
1 | Tập huấn | '40 | '30 | '10
2 | In tài liệu | '30 | '15 | '15
3 | Kiểm tra | '30 | '15 | '15
"""


def test_a_table_of_texts_is_told_once_and_so_is_a_column() -> None:
    def said(table: str) -> list[str]:
        return [line.partition(" from")[0] for line in told(table) if "SX504" in line]

    assert said(TEXTS) == ["SX504 C3 all 12 figures of the table,"]
    numbered = TEXTS.replace("'40 | '30 | '10", "40 | 30 | 10")
    assert [line.split()[1] for line in said(numbered)] == ["C3", "D3", "E3", "C5", "D5", "E5", "C6", "D6", "E6"]
    column = SOUND.replace("=SUM(D3:E3) [100]", "'100").replace("=SUM(D4:E4) [40]", "'40")
    column = column.replace("=SUM(D5:E5) [30]", "'30").replace("=SUM(D6:E6) [30]", "'30")
    assert said(column) == ["SX504 C3 all 4 figures of the column,"]


def test_a_sum_says_which_of_its_parts_hold_no_figure() -> None:
    for text in ("chưa có", "#REF!"):
        report = checked(SOUND.replace("| 30 | 10", f"| {text} | 10").replace("=SUM(D4:D6) [60]", "60"))
        said = [f.message.say(Language.EN, f.facts) for f in report.findings if f.code in ("SX101", "SX102")]
        assert said == [
            "states 60, adds up to 30, off by 30; D4 holds no figure and was not added",
            "states 40, adds up to 10, off by 30; D4 holds no figure and was not added",
        ]
    report = checked(SOUND.replace("| 30 | 10", "| - | 10").replace("=SUM(D4:D6) [60]", "60"))
    assert all("holds no figure" not in f.message.say(Language.EN, f.facts) for f in report.findings), "a blank"


TEXT = SOUND.replace("| 30 | 10", "| '30 | 10").replace("=SUM(D4:D6) [60]", "=SUM(D4:D6) [30]")
"""The figure of D4 is text: the formulas of D3 and C4 pass over it."""
LACKING = TEXT.replace("=SUM(D4:E4) [40]", "=SUM(D4:E4) [10]").replace("=SUM(D3:E3) [100]", "=SUM(D3:E3) [70]")


def test_a_figure_that_formulas_pass_over_is_named_and_not_called_wrong() -> None:
    report = checked(LACKING)
    said = {f.code: f.message.say(Language.EN, f.facts) for f in report.findings if f.code in ("SX101", "SX102")}
    assert said["SX102"].endswith("off by -30; the formula passes over D4, which is text")
    assert said["SX101"].endswith("off by -30; the formula passes over D4, which is text")
    assert report.diagnosis is not None
    assert not report.diagnosis.failed


@pytest.mark.parametrize(
    "table",
    [
        LACKING.replace("=SUM(D4:E4) [10]", "=SUM(D4:E4) [40]"),  # one sum of the cell holds
        LACKING.replace("=SUM(D4:E4) [10]", "10"),  # one is typed
        LACKING.replace("=SUM(D4:E4) [10]", "=SUM(D4:E4) [11]"),  # one is off by something else
        LACKING.replace("'30", "30"),  # a number
    ],
)
def test_a_text_explains_all_that_fails_around_it_or_nothing(table: str) -> None:
    report = checked(table)
    assert report.subject is not None
    assert report.subject.passed_over == frozenset()
    assert report.diagnosis is not None
    assert report.diagnosis.failed == len(report.subject.audit.failing) > 0


OVERTIME = """ĐVT: đồng
STT | Nội dung | Số giờ | Đơn giá | Tiền công | Bảo hiểm
1 | Tổ cơ khí | 10 | 3000 | =C3*D3 [30000] | =ROUND(E3*8%,0) [2400]
2 | Tổ điện | 20 | 3000 | =C4*D4 [60000] | =ROUND(E4*8%,0) [4800]
3 | Tổ mộc | 12 | 2500 | =C5*D5 [30000] | {typed}
4 | Tổ nề | {hours} | 2500 | =C6*D6 [20000] | =ROUND(E6*8%,0) [1600]
5 | Khoán bốc xếp | | | 15000 | =ROUND(E7*8%,0) [1200]
"""


def test_a_figure_typed_over_what_its_column_works_out_is_told_and_one_without_what_that_takes_is_not() -> None:
    said = told(OVERTIME.format(typed="4200", hours="8"))
    assert [one[:8] for one in said] == ["SX501 F5"]
    assert "4 other cells of its column are the same formula" in said[0]
    assert not told(OVERTIME.format(typed="=ROUND(E5*8%,0) [2400]", hours="8"))
    assert [one[:8] for one in told(OVERTIME.format(typed="4200", hours="8").replace("(E", "($E"))] == ["SX501 F5"]


def test_errors_that_follow_another_are_counted_with_it() -> None:
    table = """ĐVT: đồng
STT | Nội dung | Tổng | Năm 2031 | Năm 2032
I | Đường | =C4+C5 [#VALUE!] | =SUM(D4:D5) [5] | =SUM(E4:E5) [9]
1 | Đường xóm | =D4+E4 [#VALUE!] | 'năm | 3
2 | Đường đồng | =D5+E5 [11] | 5 | 6
II | Trường | =1/0 [#DIV/0!] | 7 | 8
"""
    errors = [one for one in found(table) if one.code == "SX505"]
    assert [one.place.within for one in errors] == ["Bảng!C4", "Bảng!C6"]
    assert "dạng chữ: D4; 1 ô tính từ ô này" in errors[0].message.say(Language.VI, errors[0].facts)
    assert "; " not in errors[1].message.say(Language.EN, errors[1].facts).partition("instead of a value; ")[2]
    other = table.replace("=D5+E5 [11]", "=NAM(C6) [#NAME?]")
    assert [one.place.within for one in found(other) if one.code == "SX505"] == ["Bảng!C4", "Bảng!C5", "Bảng!C6"]
    itself = [one for one in found(table.replace("=1/0 [", "=C6+1 [")) if one.place.within == "Bảng!C6"]
    assert [one.facts["followed"] for one in itself] == [0]
    circle = table.replace("=D4+E4 [", "=C3+E4 [")
    assert [one.place.within for one in found(circle) if one.code == "SX505"] == ["Bảng!C3", "Bảng!C4", "Bảng!C6"]


def test_of_any_number_of_errors_those_that_follow_are_counted() -> None:
    rows = [f"{line} | Dòng {line} | =C{line + 3} [#N/A] | {line} | 1\n" for line in range(1, 700)]
    table = f"{HEAD}{''.join(rows)}700 | Dòng 700 | =VLOOKUP(9,Z1:Z2,1,0) [#N/A] | 700 | 1\n"
    report = checked(table)
    errors = [one for one in report.findings if one.code == "SX505"]
    assert [(one.place.within, one.facts["followed"]) for one in errors] == [("Bảng!C702", 699)]


def test_a_line_whose_figures_are_errors_is_told_once() -> None:
    table = """ĐVT: đồng
STT | Nội dung | Số tiền
1 | Tập huấn | =1/0 [#DIV/0!]
2 | In tài liệu |
3 | Kiểm tra | 7
 | Tổng cộng | =SUM(C3:C5) [#DIV/0!]
"""
    spots = [(one.code, one.place.within) for one in checked(table).findings if one.code in {"SX204", "SX505"}]
    assert spots == [("SX505", "Bảng!C3"), ("SX204", "Bảng!B4")]


def test_a_difference_turned_round_is_told_as_such() -> None:
    table = """ĐVT: đồng
STT | Nội dung | Dự toán | Quyết toán | Chênh lệch
 | | 1 | 2 | 3=2-1
1 | Đường xóm | 40 | 52 | =D4-C4 [12]
2 | Đường đồng | 30 | 21 | =C5-D5 [9]
3 | Trường | 25 | 25 | =D6-C6 [0]
4 | Chợ | 61 | 66 | =D7-C7 [5]
"""
    (told_,) = [one for one in found(table) if one.code == "SX502"]
    assert told_.place.within == "Bảng!E5"
    assert told_.message.say(Language.EN, told_.facts).startswith("the formula =C5-D5 adds what is to be taken away")


def test_a_figure_typed_over_what_other_sheets_say_needs_no_figure_beside_it() -> None:
    rows = "".join(f"{n} | Xã {n} | =Hai!D{n + 2} [{n}0] | Phòng {n}\n" for n in range(1, 9))
    table = "ĐVT: đồng\nSTT | Nội dung | Kinh phí | Chủ trì\n" + rows.replace("=Hai!D6 [40]", "41")
    assert [(one.code, one.place.within) for one in found(table)] == [("SX501", "Bảng!C6")]


def test_a_sheet_whose_name_looks_like_a_cell_is_none() -> None:
    rows = "".join(f"{n} | Xã {n} | ='PL1'!D{n + 2} [{n}0] | Phòng {n}\n" for n in range(1, 9))
    table = "ĐVT: đồng\nSTT | Nội dung | Kinh phí | Chủ trì\n" + rows.replace("='PL1'!D6 [40]", "41")
    assert [(one.code, one.place.within) for one in found(table)] == [("SX501", "Bảng!C6")]


def test_cells_of_another_sheet_may_stand_behind_a_gap_but_not_twice_or_between_others() -> None:
    def said(at: int, cell: int) -> list[str]:
        cells = {n: cell if n == at else n + 2 for n in range(1, 9)}
        rows = "".join(f"{n} | Xã {n} | =Hai!D{cells[n]} [{n}0] | Phòng {n}\n" for n in cells)
        table = f"ĐVT: đồng\nSTT | Nội dung | Kinh phí | Chủ trì\n{rows}"
        return [one.place.within for one in found(table) if one.code == "SX502"]

    assert said(8, 12) == said(1, 1) == []
    assert said(8, 9) == ["Bảng!C10"]
    assert said(5, 12) == ["Bảng!C7"]


PAY = """ĐVT: đồng
STT | Họ tên | Hệ số | Phụ cấp | Tổng hệ số | Lương cơ sở | Thành tiền
A | B | 1 | 2 | 3=1+2 | 4 | 5=3x4
1 | Lan | 2.34 | 0.5 | =C4+D4 [2.84] | 1000 | =E4*F4 [2840]
2 | Mai | 3.06 | 0.2 | =C5+D5 [3.26] | 1000 | =E5*F5 [3260]
3 | Hoa | 3.33 | 0.3 | =C6+D6 [3.63] | 1000 | =E6*F6 [3630]
4 | Sen | 3.66 | 0.4 | =C7+D7 [4.06] | 1000 | =E7*F7 [4060]
 | Cộng | =SUM(C4:C7) [12.39] | =SUM(D4:D7) [1.4] | =SUM(E4:E7) [13.79] | | =SUM(G4:G7) [13790]
"""


def test_a_formula_unlike_the_others_of_its_column_is_told_where_no_sum_judges_it() -> None:
    def said(table: str) -> list[tuple[str, object, object]]:
        return [
            (one.place.within, one.facts["formula"], one.facts.get("usual"))
            for one in found(table)
            if one.code == "SX502"
        ]

    assert said(PAY) == []
    above = PAY.replace("=C6+D6 [3.63]", "=C6+D5 [3.53]").replace("=E6*F6 [3630]", "=E6*F6 [3530]")
    above = above.replace("[13.79]", "[13.69]").replace("[13790]", "[13690]")
    assert said(above) == [("Bảng!E6", "=C6+D5", "=C6+D6")]
    fixed = above.replace("=C4+D4", "=$C4+D4").replace("=C5+D5", "=$C5+D5").replace("=C7+D7", "=$C7+D7")
    assert said(fixed.replace("=C6+D5", "=$C6+D5")) == [("Bảng!E6", "=$C6+D5", "=$C6+D6")]
    short = PAY.replace("=SUM(C4:C7) [12.39]", "=SUM(C4:C6) [8.73]")
    assert said(short) == [("Bảng!C8", "=SUM(C4:C6)", "=SUM(C4:C7)")]


@pytest.mark.parametrize("formula", ["=C6+D6+0.1 [3.73]", "=ROUND(C6+D6,1) [3.6]", "=D6+C6 [3.63]", "=C6-D6 [3.03]"])
def test_a_formula_with_numbers_or_signs_of_its_own_is_meant_so(formula: str) -> None:
    value = formula.partition("[")[2].rstrip("]")
    table = PAY.replace("=C6+D6 [3.63]", formula).replace("[3630]", f"[{float(value) * 1000:.0f}]")
    assert [one for one in found(table) if one.code == "SX502"] == []


def test_a_quantity_that_is_text_among_numbers_is_a_note() -> None:
    """A spreadsheet multiplies it, so no figure shows it; where many are typed so, that is the way of the column."""
    lines = [(12, 50000), (30, 20000), (7, 90000), (15, 4000), (9, 70000), (3, 800000)]

    def table(*texts: int) -> str:
        rows = ["ĐVT: đồng", "STT | Nội dung | ĐVT | Số lượng | Đơn giá | Thành tiền"]
        for row, (count, price) in enumerate(lines, 3):
            typed = f"'{count}" if row in texts else count
            rows.append(f"{row - 2} | Bàn {row} | cái | {typed} | {price} | =D{row}*E{row} [{count * price}]")
        return "\n".join(rows)

    assert told(table()) == []
    assert [line[:20] for line in told(table(5))] == ["SX504 D5 “7” is text"]
    assert not [line for line in told(table(3, 5, 7)) if "D5" in line]


FILTERED = """ĐVT: đồng
STT | Nội dung | Số tiền
1 | Tập huấn | 100
hidden:2 | In tài liệu | 270
3 | Kiểm tra | 350
 | Tổng cộng | {total}
"""


@pytest.mark.parametrize("formula", ["=SUBTOTAL(9,C3:C5)", "=SUBTOTAL(109,C3:C5)", "=AGGREGATE(9,5,C3:C5)"])
def test_a_total_that_passes_over_hidden_rows_is_told_as_such(formula: str) -> None:
    table = FILTERED.format(total=f"{formula} [450]")
    assert told(table)[1:] == [f"SX502 C6 the formula {formula} passes over hidden rows: C4"]
    diagnosis = checked(table).diagnosis
    assert diagnosis is not None
    (cluster,) = diagnosis.clusters
    event = cluster.explanations[0].event
    assert event is not None and event.kind is EventKind.FORMULA_WRONG
    assert [change.proposed for change in cluster.explanations[0].changes] == [720]
    assert len(told(FILTERED.format(total=f"{formula} [720]"))) == 1  # only that a row is hidden
    assert len(told(FILTERED.format(total="450"))) == 1  # nor does a typed total pass over any
    assert "passes over" not in " ".join(told(FILTERED.format(total=f"{formula} [440]")))


@pytest.mark.parametrize("formula", ["=SUM(C3:C6)", "=SUBTOTAL(9,C3:C6)", "=C3+C4+C5+C6"])
def test_a_total_that_adds_its_own_cell_is_told_as_a_circle_and_not_as_stale(formula: str) -> None:
    table = FILTERED.replace("hidden:", "").format(total=f"{formula} [0]")
    (said,) = told(table)
    assert said.startswith(f"SX502 C6 the formula {formula} adds its own cell: a circular reference")
    diagnosis = checked(table).diagnosis
    assert diagnosis is not None
    assert [change.proposed for change in diagnosis.clusters[0].explanations[0].changes] == [720]


def test_a_subtotal_passes_over_others_and_is_held_against_its_lines() -> None:
    nested = """ĐVT: đồng
STT | Nội dung | Số tiền
I | Đường | =SUBTOTAL(9,C4:C5) [30]
1 | Đường xóm | 10
2 | Đường đồng | 20
II | Trường | =SUBTOTAL(9,C7:C8) [70]
1 | Trường làng | 30
2 | Trường xã | 40
 | Tổng cộng | =SUBTOTAL(9,C3:C8) [100]
"""
    assert told(nested) == []
    short = nested.replace("=SUBTOTAL(9,C7:C8) [70]", "=SUBTOTAL(9,C7:C7) [30]").replace("[100]", "[60]")
    assert told(short) == ["SX502 C6 the formula =SUBTOTAL(9,C7:C7) leaves out C8"]
    last = nested.replace("=SUBTOTAL(9,C3:C8) [100]", "=SUBTOTAL(9,C3:C7) [60]")
    assert told(last) == ["SX502 C9 the formula =SUBTOTAL(9,C3:C7) leaves out C8"]
    assert told(nested.replace("(9,C7:C8) [70]", "(1,C7:C7) [70]")) == []  # a mean is not judged


UNITS = """ĐVT: đồng
STT | Đơn vị | Dự toán | Thực hiện
1 | Mầm non | ='MN'!C7 [900] | ='MN'!D7 [850]
2 | Tiểu học | ='TH'!C9 [800] | ='TH'!D9 [640]
3 | THCS | ='CS'!C6 [700] | ='CS'!D6 [690]
4 | Trạm y tế | =YT!C8 [300] | =YT!D8 [280]
 | Tổng cộng | =SUM(C3:C6) [2700] | =SUM(D3:D6) [2460]
"""


@pytest.mark.parametrize(
    ("right", "wrong", "code", "said"),
    [
        ("='CS'!D6", "='CS'!D5", "SX502", "='CS'!D6"),
        ("='CS'!D6", "='TH'!D6", "SX502", "='CS'!D6"),
        ("='CS'!C6", "='CS'!D6", "SX502", "='CS'!C6"),
        ("='CS'!D6 [690]", "690", "SX501", None),
        ("='CS'!D6", "='CS'!D6", "", None),
    ],
)
def test_what_is_taken_from_other_sheets_comes_from_one_row_and_one_column(
    right: str, wrong: str, code: str, said: str | None
) -> None:
    content = book(UNITS.replace(right, wrong))
    found = check_plan(load(file_type("a.xlsx"), content, "a.xlsx")).findings
    assert [one.code for one in found] == [code] * bool(code)
    assert [one.facts.get("usual") for one in found] == [said] * bool(code)


INSURED = """ĐVT: đồng
STT | Họ tên | Lương | BHXH 8% | BHYT 1,5%
1 | An | 9000 | =C3*8% [720] | =ROUND(C3*1.5%,0) [135]
2 | Bé | 8000 | =C4*0.08 [640] | =ROUND(C4*1.5%,0) [120]
3 | Chi | 7000 | =8%*C5 [560] | =ROUND(C5*1.5%,0) [105]
 | Cộng | =SUM(C3:C5) [24000] | =SUM(D3:D5) [1920] | =SUM(E3:E5) [360]
"""


@pytest.mark.parametrize(
    ("right", "wrong", "where"),
    [
        ("=C4*0.08 [640]", "=C4*10.5% [840]", [("D4", "10,5", "8")]),
        ("*1.5%,0)", "*1%,0)", [("E3", "1", "1,5")]),
        ("BHXH 8%", "BHXH 92%", []),
        ("=C4*0.08 [640]", "=C4*108% [8640]", []),
        ("=C4*0.08 [640]", "=C4/12*10% [67]", []),
        ("Bé", "Bé 10%", [("D4", "8", "10"), ("E4", "1,5", "10")]),
    ],
)
def test_a_formula_takes_the_percentage_that_its_line_or_its_column_says(
    right: str, wrong: str, where: list[tuple[str, str, str]]
) -> None:
    content = book(INSURED.replace(right, wrong))
    found = check_plan(load(file_type("a.xlsx"), content, "a.xlsx")).findings
    rates = [one for one in found if "rate" in one.facts]
    assert [(one.place.within.partition("!")[2], one.facts["rate"], one.facts["said"]) for one in rates] == where
