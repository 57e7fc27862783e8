"""In a workbook the formula is mended, or the figure typed over one, and never the figures that follow it."""

from sxtdbv_cli.check import check_plan
from sxtdbv_cli.files.read import file_type, load
from sxtdbv_cli.model.diagnosis import EventKind
from sxtdbv_cli.text.language import Language
from workbooks import book

LIVE = """ĐVT: đồng
STT | Nội dung | Tổng | Năm 2031 | Năm 2032
 | Tổng số | =C4+C7 [2260] | =D4+D7 [1160] | =E4+E7 [1100]
I | Đường | =SUM(D4:E4) [1400] | =SUM(D5:D6) [700] | =SUM(E5:E6) [700]
1 | Đường xóm | =SUM(D5:E5) [800] | 500 | 300
2 | Đường đồng | =SUM(D6:E6) [600] | 200 | 400
II | Trường | =SUM(D7:E7) [860] | =SUM(D8:D9) [460] | =SUM(E8:E9) [400]
1 | Trường làng | =SUM(D8:E8) [530] | 310 | 220
2 | Trường xã | =SUM(D9:E9) [330] | 150 | 180
"""

Told = tuple[str, str, int | None, int | None]


def proposals(table: str) -> list[Told]:
    """What is proposed first for each cluster: the event, its cell, what is stated there and what it should be."""
    content = book(table)
    report = check_plan(load(file_type("book.xlsx"), content, "book.xlsx"))
    assert report.subject is not None and report.subject.sheet is not None and report.diagnosis is not None
    plan, sheet = report.subject.plan, report.subject.sheet
    found: list[Told] = []
    for cluster in report.diagnosis.clusters:
        first = cluster.explanations[0]
        kind = first.event.kind.value if first.event else ""
        names = [(sheet.cell_name(plan.address(one.cell)) or "", one.stated, one.proposed) for one in first.changes]
        found += [(kind, *one) for one in names] or [(kind, "", None, None)]
    return found


def replaced(*pairs: tuple[str, str]) -> str:
    table = LIVE
    for old, new in pairs:
        assert old in table
        table = table.replace(old, new)
    return table


def test_a_sound_workbook_has_nothing_to_mend() -> None:
    assert proposals(LIVE) == []


def test_the_formula_that_leaves_a_part_out_is_mended_and_what_follows_it_is_not() -> None:
    table = replaced(
        ("=SUM(D5:D6) [700]", "=SUM(D5:D5) [500]"), ("=SUM(D4:E4) [1400]", "=SUM(D4:E4) [1200]"),
        ("=C4+C7 [2260]", "=C4+C7 [2060]"), ("=D4+D7 [1160]", "=D4+D7 [960]"),
    )  # fmt: skip
    assert proposals(table) == [("formula-wrong", "D4", 500, 700)]


def test_two_formulas_are_two_mistakes_each_with_what_it_comes_to_beside_the_other() -> None:
    table = replaced(
        ("=SUM(E8:E9) [400]", "=SUM(E8:E8) [220]"), ("=SUM(D7:E7) [860]", "=SUM(D7:E7) [680]"),
        ("=C4+C7 [2260]", "=C4+C7+C7 [2760]"), ("=E4+E7 [1100]", "=E4+E7 [920]"),
    )  # fmt: skip
    assert proposals(table) == [("formula-wrong", "C3", 2760, 2260), ("formula-wrong", "E7", 220, 400)]


def test_a_figure_typed_over_a_formula_is_mended_where_those_above_follow_it() -> None:
    table = replaced(
        ("=SUM(D8:E8) [530]", "713"), ("=SUM(D7:E7) [860]", "=SUM(C8:C9) [1043]"), ("=C4+C7 [2260]", "=C4+C7 [2443]")
    )
    assert proposals(table) == [("typed-over", "C8", 713, 530)]


def test_a_slip_in_a_part_is_likelier_than_a_total_typed_over() -> None:
    """All formulas but one: who typed 530 for it knew the parts, and one of these has two digits swapped."""
    table = replaced(("=SUM(D8:E8) [530]", "530"), ("=SUM(D8:D9) [460]", "460"), ("| 310 | 220", "| 130 | 220"))
    assert proposals(table) == [("", "D8", 130, 310)]


def test_the_only_total_that_fails_is_likelier_typed_over_than_a_part_of_it_mistyped() -> None:
    table = replaced(
        ("=SUM(D8:D9) [460]", "640"), ("=SUM(D7:E7) [860]", "=C8+C9 [860]"), ("=D4+D7 [1160]", "=D4+D7 [1340]"),
        ("=C4+C7 [2260]", "=C4+C7 [2260]"), ("| 310 | 220", "| 311 | 220"), ("=SUM(D8:E8) [530]", "=SUM(D8:E8) [531]"),
    )  # fmt: skip
    assert ("typed-over", "D7", 640, 461) in proposals(table)


def test_a_formula_that_was_not_calculated_anew_follows_the_figures() -> None:
    table = replaced(("| 310 | 220", "| 340 | 220"))
    assert proposals(table) == [("formula-stale", "D7", 460, 490), ("formula-stale", "C8", 530, 560)]


def test_a_text_is_told_once_for_all_that_is_worked_out_from_it() -> None:
    table = replaced(
        ("| 310 | 220", "| '310 | 220"), ("=SUM(D8:D9) [460]", "=SUM(D8:D9) [150]"), ("=D4+D7 [1160]", "=D4+D7 [850]"),
        ("=SUM(D8:E8) [530]", "=D8+E8 [#VALUE!]"), ("=SUM(D7:E7) [860]", "=SUM(D7:E7) [550]"),
        ("=C4+C7 [2260]", "=C4+C7 [1950]"),
    )  # fmt: skip
    assert proposals(table) == [("figure-as-text", "", None, None)]
    assert proposals(table.replace("| '310 | 220", "| 310 | 220"))[0][0] != "figure-as-text"


def test_a_text_typed_over_a_formula_is_that_and_no_part_of_its_sum_is_wrong() -> None:
    table = replaced(
        ("=SUM(D8:E8) [530]", "'520"), ("=SUM(D7:E7) [860]", "=SUM(C8:C9) [330]"), ("=C4+C7 [2260]", "=C4+C7 [1730]"),
    )  # fmt: skip
    assert proposals(table) == [("typed-over", "C8", 520, 530)]


def test_a_typed_total_that_was_copied_from_a_wrong_formula_is_told_beside_it() -> None:
    wrong = ("=SUM(D5:D6) [700]", "=SUM(D5:D5) [500]"), ("=SUM(D4:E4) [1400]", "=SUM(D4:E4) [1200]")
    table = replaced(*wrong, ("=C4+C7 [2260]", "2060"), ("=D4+D7 [1160]", "960"), ("=E4+E7 [1100]", "1100"))
    assert proposals(table) == [
        ("typed-over", "C3", 2060, 2260),
        ("typed-over", "D3", 960, 1160),
        ("formula-wrong", "D4", 500, 700),
    ]


def test_a_formula_that_leaves_out_what_is_left_out_elsewhere_too_hides_no_other() -> None:
    apart = replaced(
        ("=SUM(E8:E9) [400]", "=SUM(E8:E8) [220]"), ("=SUM(D9:E9) [330]", "150"),
        ("=SUM(D7:E7) [860]", "=C8+C9 [680]"), ("=C4+C7 [2260]", "=C4+C7 [1880]"), ("=E4+E7 [1100]", "=E4+E7 [920]"),
        ("=SUM(D5:D6) [700]", "=SUM(D5:D5) [500]"), ("=SUM(D4:E4) [1400]", "=SUM(D4:E4) [1200]"),
        ("=D4+D7 [1160]", "=D4+D7 [960]"),
    )  # fmt: skip
    assert ("formula-wrong", "D4", 500, 700) in proposals(apart)


LINKED = """ĐVT: đồng
STT | Nội dung | Tổng cộng | Xã A | Xã B
 | Tổng số | =SUM(D3:E3) [1500] | =Một!D5 [700] | =Hai!D5 [800]
1 | Lương | =SUM(D4:E4) [610] | =Một!D6 [310] | =Hai!D6 [300]
2 | Nghiệp vụ | =SUM(D5:E5) [430] | =Một!D7 [190] | =Hai!D7 [240]
3 | Mua sắm | =SUM(D6:E6) [310] | =Một!D8 [120] | =Hai!D8 [190]
4 | Sửa chữa | =SUM(D7:E7) [150] | =Một!D9 [80] | =Hai!D9 [70]
"""


def test_cells_that_point_at_a_wrong_cell_of_another_sheet_are_what_their_own_sum_says() -> None:
    assert proposals(LINKED) == []
    row = LINKED.replace("=Hai!D7 [240]", "=Hai!D6 [300]").replace("=SUM(D5:E5) [430]", "=SUM(D5:E5) [490]")
    assert proposals(row) == [("formula-wrong", "E5", 300, 240)]
    typed = row.replace("=Một!D8 [120]", "102").replace("=SUM(D6:E6) [310]", "=SUM(D6:E6) [292]")
    assert proposals(typed) == [("formula-wrong", "E5", 300, 240), ("typed-over", "D6", 102, 120)]


def test_each_kind_has_a_sentence() -> None:
    from sxtdbv_cli.render.diagnosis.words import EVENTS

    kinds = (EventKind.FORMULA_WRONG, EventKind.FORMULA_STALE, EventKind.TYPED_OVER, EventKind.FIGURE_AS_TEXT)
    for kind in kinds:
        assert all(EVENTS[kind].say(language, {"path": "1", "columns": "x"}) for language in Language)


def test_figures_that_no_formula_works_out_are_told_as_ever() -> None:
    import re

    typed = re.sub(r"=[^|]*\[(\d+)\]", r"\1", LIVE)
    assert proposals(typed) == []
    assert proposals(typed.replace("| 310 | 220", "| 130 | 220")) == [("", "D8", 130, 310)]


def test_many_mistakes_in_a_long_table_are_told_as_few_are() -> None:
    """More formulas times mistakes than would be compared one with the other."""
    rows = ["ĐVT: đồng", "STT | Nội dung | Tổng | Năm 2031 | Năm 2032"]
    for n in range(1, 2501):
        last, added = ("D", n + 7) if n % 3 == 0 else ("E", n + 16)
        rows.append(f"{n} | Việc {n} | =SUM(D{n + 2}:{last}{n + 2}) [{added}] | {n + 7} | 9")
    assert proposals("\n".join(rows))[:2] == [("formula-wrong", "C5", 10, 19), ("formula-wrong", "C8", 13, 22)]
