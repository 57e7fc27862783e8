"""What differs, and what that does to sums: kinds of change the laws do not draw."""

from typing import Any

import pytest

from recogniser.made import book, reading
from sxtdbv_cli.check import Doubt, check_plan
from sxtdbv_cli.compare import OtherUnit, difference
from sxtdbv_cli.files.yaml import parse
from sxtdbv_cli.model.audit import Outcome
from sxtdbv_cli.model.comparison import Comparison
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.sums import Kind
from sxtdbv_cli.render.difference.effect import say_effects
from sxtdbv_cli.text.language import Language

ROUNDED = """
document: {{title: x}}
unit: triệu đồng
years: [2024]
lines:
  - {{code: 1, title: a, amounts: {{total: '{0}', 2024: '{0}'}},
     lines: [{{title: b, amounts: {{2024: '{1}'}}}}, {{title: c, amounts: {{2024: '1,5'}}}}]}}
"""
RULES = """
document: {{title: x}}
columns: [{{key: p}}, {{key: q}}, {{key: r, equals: p - q}}]
lines:
  - {{code: A, title: a, amounts: {{p: 5, q: 2, r: {0}}}}}
  - {{code: B, title: b, amounts: {{p: 3, q: 1, r: 2}}}}
  - {{code: C, title: c, role: memo, equals: {1}, amounts: {{p: 2, q: 1, r: 1}}}}
"""
ERRATA = """
document: {{title: x}}
years: [2024]
lines:
  - {{code: {0}, title: a, amounts: {{total: 5, 2024: 6}}}}
errata:
  - {{line: {0}, column: total, stated: 5, correct: 6, reason: y}}
"""


def report(text: str) -> Report:
    return check_plan(parse(text, "plan.yaml"), doubt=Doubt(wanted=False))


def test_a_sum_over_lines_that_are_only_conjectured_fails_no_more_than_in_a_check() -> None:
    """As ``check`` judges it: which lines belong to the total is not certain."""

    def checked(paid: int) -> Report:
        rows = [
            ["STT", "Nội dung", "Báo cáo", "Thẩm tra", "Chênh lệch"],
            ["A", "Tổng hợp", None, 0, 0],
            [1, "Thu hồi", 10, 12, 2],
            [2, "Nộp trả", 20, 20 + paid, paid],
            ["B", "Chi tiết", 9, 12, 3],
            [1, "Thu hồi", 4, 6, 2],
            [2, "Nộp trả", 5, 6, 1],
        ]
        return check_plan(reading(book(rows)))

    found = difference(checked(7), checked(8)).found
    assert (Kind.FOOTING, Outcome.UNCONFIRMED, Outcome.UNCONFIRMED) in outcomes(found.amounts[0])
    said = [effect.text for effect in say_effects(found.amounts[0].effects, found, Language.EN)]
    assert any(text.endswith("now off by -40 (was -39); which lines belong to it is not certain") for text in said)


def compared(old: str, new: str) -> Comparison:
    return difference(report(old), report(new)).found


def kinds(found: Comparison) -> set[str]:
    return {name for name, changes in found.changes.items() if changes}


def outcomes(change: Any) -> list[tuple[Kind, Outcome | None, Outcome | None]]:
    return [(e.kind, e.before and e.before.outcome, e.after and e.after.outcome) for e in change.effects]


def test_a_sum_that_is_off_by_its_rounding_holds() -> None:
    found = compared(ROUNDED.format("3,0", "1,5"), ROUNDED.format("3,0", "1,4"))
    assert [(c.before, c.after) for c in found.amounts] == [(1_500_000, 1_400_000)]
    assert (Kind.FOOTING, Outcome.HOLDS, Outcome.HOLDS) in outcomes(found.amounts[0])
    found = compared(ROUNDED.format("3,0", "1,5"), ROUNDED.format("3,0", "1,2"))
    assert (Kind.FOOTING, Outcome.HOLDS, Outcome.FAILS) in outcomes(found.amounts[0])


def test_another_rule_of_a_line_is_another_sum() -> None:
    (edit,) = compared(RULES.format(3, "A - B"), RULES.format(3, "B - A")).edited
    assert (edit.field, edit.before, edit.after) == ("equals", "A - B", "B - A")
    assert outcomes(edit) == [(Kind.STATED, Outcome.HOLDS, Outcome.FAILS)] * 3
    found = compared(RULES.format(3, "A - B"), RULES.format(3, "B - A"))
    assert {(one.after.code, one.before) for one in found.findings if one.after} == {("SX104", None)}


def test_the_rule_of_the_column_and_that_of_a_line_are_two_sums_of_one_cell() -> None:
    text = RULES.format(3, "A - B")
    assert text.count("r: 1}") == 1
    (change,) = compared(text, text.replace("r: 1}", "r: 0}")).amounts
    assert outcomes(change) == [(Kind.STATED, Outcome.HOLDS, Outcome.FAILS)] * 2
    assert [effect.after.computed for effect in change.effects if effect.after] == [1, 1]


def test_a_rule_in_place_of_a_footing_is_another_sum() -> None:
    text = "document: {title: x}\nyears: [2024]\nlines:\n  - {code: A, title: a, amounts: {2024: 5}}\n"
    text += "  - {code: B, title: b%s, amounts: {2024: 5}, lines: [{title: c, amounts: {2024: 4}}]}\n"
    (edit,) = compared(text % "", text % ", equals: A").edited
    assert outcomes(edit) == [(Kind.STATED, None, Outcome.HOLDS), (Kind.FOOTING, Outcome.FAILS, None)]


def test_an_erratum_goes_along_with_its_line() -> None:
    assert kinds(compared(ERRATA.format("I"), ERRATA.format("II"))) == {"moved"}


def test_an_erratum_says_what_it_does() -> None:
    whole = ERRATA.format("I")
    without = whole[: whole.index("errata:")]
    found = compared(without, whole)
    assert kinds(found) == {"errata_added"}
    assert outcomes(found.errata_added[0]) == [(Kind.CROSS_FOOTING, Outcome.FAILS, Outcome.HOLDS)]
    assert outcomes(compared(whole, without).errata_removed[0]) == [(Kind.CROSS_FOOTING, Outcome.HOLDS, Outcome.FAILS)]


def test_entries_that_say_the_same_are_counted() -> None:
    whole = ERRATA.format("I")
    twice = whole + whole[whole.index("  - {line") :]
    assert len(compared(whole, twice).errata_added) == 1
    assert len(compared(twice, whole).errata_removed) == 1


def test_findings_at_one_place_are_counted() -> None:
    one = report(ERRATA.format("I").replace("correct: 6", "correct: 7"))
    assert one.findings
    twice = one._replace(findings=one.findings * 2)
    assert len(difference(twice, one).found.findings) == len(one.findings)
    assert difference(twice, twice).found.same


def test_an_accepted_finding_is_not_mended() -> None:
    whole = ERRATA.format("I")
    without = whole[: whole.index("errata:")]
    accepted = (
        without + "accept: [{rule: SX101, line: I, column: total, amounts: {stated: 5, computed: 6}, reason: z}]\n"
    )
    assert report(accepted).accepted
    found = compared(without, accepted)
    assert kinds(found) == {"accept_added"}
    assert not found.findings


def test_a_sum_without_parts_is_gone() -> None:
    text = "document: {title: x}\nyears: [2024]\nlines:\n  - {code: I, title: a, amounts: {2024: 5}%s}\n"
    found = compared(text % ", lines: [{code: 1, title: b, amounts: {2024: 5}}]", text % "")
    assert kinds(found) == {"removed"}
    assert outcomes(found.removed[0]) == [(Kind.FOOTING, Outcome.HOLDS, None)]


def test_what_a_column_is_the_sum_of_is_said_as_one_writes_it() -> None:
    text = "document: {title: x}\ncolumns: [{key: p%s}, {key: q}, {key: r}]\nlines: [{title: a}]\n"
    found = compared(text % "", text % ", parts: {q: 1, r: -1}")
    assert [(c.key, c.before, c.after) for c in found.columns] == [("p", {"parts": None}, {"parts": "q - r"})]


def test_a_blank_is_no_figure() -> None:
    text = "document: {title: x}\nyears: [2024]\nlines:\n  - {code: I, title: a, amounts: {total: 5%s}}\n"
    (change,) = compared(text % "", text % ", 2024: 0").amounts
    assert (change.before, change.after) == (None, 0)
    assert outcomes(change) == [(Kind.CROSS_FOOTING, Outcome.BLANK, Outcome.FAILS)]


@pytest.mark.parametrize("unit", ["đồng", "triệu đồng", "USD"])
@pytest.mark.parametrize("turned", [False, True])
def test_amounts_count_in_the_same_steps_where_one_table_alone_shows_decimals(unit: str, turned: bool) -> None:
    """A rate leaves half a đồng in one cell: nothing else has changed, and no figure is told ten times as large."""

    def checked(figure: str, more: int) -> Report:
        text = f"document: {{title: x}}\nunit: {unit}\ndecimals: {more}\nyears: [2024]\nlines:\n"
        text += f"  - {{code: 1, title: a, amounts: {{total: 9, 2024: '{figure}'}}}}\n"
        text += "  - {code: 2, title: b, amounts: {total: 4, 2024: 3}}\n  - {code: 3, title: c, amounts: {2024: 2}}\n"
        text += "errata: [{line: 2, column: 2024, stated: 3, correct: 4, reason: y}]\n"
        text += "accept: [{rule: SX101, line: 1, column: total, amounts: {stated: 9, computed: 7}, reason: y}]\n"
        return report(text)

    sides = [checked("7", 0), checked("8,0000005" if unit == "triệu đồng" else "8,5", 1)]
    found = difference(*(sides[::-1] if turned else sides)).found
    [change] = found.amounts
    assert sorted((change.before or 0, change.after or 0)) == [
        70 * (scale := 10**6 if unit == "triệu đồng" else 1),
        80 * scale + 5,
    ]
    assert {name for name, changes in found.changes.items() if changes} == {"amounts"}
    gaps = {finding.facts["gap"] for one in found.findings for finding in one[:2] if finding and "gap" in finding.facts}
    assert gaps == {20 * scale, 10 * scale - 5}


def test_two_currencies_are_held_against_each_other_in_no_steps() -> None:
    text = "document: {{title: x}}\nunit: {0}\nyears: [2024]\nlines: [{{title: a, amounts: {{2024: 1}}}}]\n"
    with pytest.raises(OtherUnit):
        difference(report(text.format("USD")), report(text.format("EUR")))
