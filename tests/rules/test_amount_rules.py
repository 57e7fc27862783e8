"""The rules about amounts and schedules: sharp cases, and what must stay silent."""

import unicodedata

import pytest

from recogniser.made import book, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.files.yaml import parse
from sxtdbv_cli.model.finding import Finding
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.text.language import Language
from sxtdbv_cli.text.numbers import WHOLE, Digits

YEARS = "years: [2022, 2023, 2024]"


def findings(lines: str, head: str = YEARS) -> list[Finding]:
    """What the rules say of some lines, the sums apart."""
    report = check_plan(parse(f"document: {{}}\n{head}\nlines:\n{lines}", "plan.yaml"))
    return [finding for finding in report.findings if finding.code not in ("SX101", "SX102", "SX103")]


def codes(lines: str, head: str = YEARS) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.address[-1])) for finding in findings(lines, head)]


def scheduled(schedule: str, amounts: str) -> list[tuple[str, str]]:
    return codes(f'- {{title: a, schedule: "{schedule}", amounts: {{{amounts}}}}}\n')


@pytest.mark.parametrize(
    ("schedule", "amounts", "expected"),
    [
        ("2022", "2022: 5, 2023: 4", [("SX202", "2023")]),
        ("2022", "2022: 5, 2023: 0", []),
        ("2022-2023", "2022: 5, 2023: 4", []),
        ("2022 đến 2024", "2022: 5, 2023: 4, 2024: 3", []),
        ("Năm 2022, 2024", "2022: 5, 2023: 4, 2024: 3", [("SX202", "2023")]),
        ("HẰNG NĂM", "2022: 5, 2023: 4", [("SX203", "2024")]),
        ("Hằng năm", "2022: 5, 2023: 4, 2024: 0", [("SX203", "2024")]),
        ("Hàng năm", "2022: 5, 2023: 4, 2024: 3", []),
        ("Hằng năm", "total: 12", []),
        ("2022", "total: 12", []),
        ("2024-2022", "2023: 5", []),
        ("Quý II/2023", "2022: 5", [("SX203", "2023"), ("SX202", "2022")]),
        ("12/2022", "2022: 5, 2023: 4", [("SX202", "2023")]),
        ("31/12/2022", "2022: 5, 2023: 4", [("SX202", "2023")]),
        ("Tháng 3 năm 2022", "2022: 5, 2023: 4", [("SX202", "2023")]),
        ("Quý I/2022", "2022: 5, 2023: 4", [("SX202", "2023")]),
        ("Quý IV năm 2022", "2022: 5, 2023: 4", [("SX202", "2023")]),
        ("01/2022 - 06/2023", "2022: 5, 2023: 4, 2024: 3", [("SX202", "2024")]),
        ("2022/2023", "2022: 5, 2023: 4, 2024: 3", [("SX202", "2024")]),
        ("Từ 2022 đến 2023", "2022: 5, 2023: 4, 2024: 3", [("SX202", "2024")]),
        ("từ năm 2022 đến hết năm 2023", "2022: 5, 2023: 4, 2024: 3", [("SX202", "2024")]),
        ("Từ tháng 3/2022 đến tháng 6/2023", "2022: 5, 2023: 4, 2024: 3", [("SX202", "2024")]),
        ("13/2022", "2023: 5", []),
        ("Quý V/2022", "2023: 5", []),
        ("Từ năm 2022", "2022: 5, 2023: 4", []),
        ("2023-24", "2022: 5", []),
        ("Từ 2023", "2022: 5", []),
        ("Trước năm 2024", "2024: 5", []),
    ],
)
def test_schedules(schedule: str, amounts: str, expected: list[tuple[str, str]]) -> None:
    assert scheduled(schedule, amounts) == expected


def test_a_schedule_in_decomposed_unicode_is_read_too() -> None:
    schedule = unicodedata.normalize("NFD", "Hằng năm")
    assert ("SX203", "2024") in scheduled(schedule, "2022: 5, 2023: 4")


def of_which(parent: str, *listed: str, head: str = "years: [2022]") -> list[str]:
    rows = "".join(f"    - {{title: b{at}, role: of-which, amounts: {{2022: '{x}'}}}}\n" for at, x in enumerate(listed))
    text = f"- title: a\n  amounts: {{2022: '{parent}'}}\n  lines:\n{rows}"
    return [code for code, _ in codes(text, head) if code == "SX105"]


@pytest.mark.parametrize(
    ("parent", "listed", "exceeds"),
    [
        ("10", ["6", "4"], False),
        ("10", ["6", "5"], True),
        ("10", ["11"], True),
        ("10", ["6", "4", "7"], False),  # all of it by whose it is, then some of it by what it is for
        ("10", ["6", "4", "7", "4"], True),
        ("10", ["10", "12"], True),
        ("0", ["1"], True),
        ("-10", ["-6", "-3"], False),
        ("-10", ["-20"], True),
        ("-10", ["-6", "-4"], False),
        ("10", ["-20"], False),
    ],
)
def test_an_of_which_listing_never_exceeds_its_parent(parent: str, listed: list[str], exceeds: bool) -> None:
    assert of_which(parent, *listed) == (["SX105"] if exceeds else [])


def test_an_of_which_listing_is_allowed_the_rounding_of_the_table() -> None:
    head = "unit: triệu đồng\nyears: [2022]"
    assert of_which("1,5", "1,6", head=head) == []
    assert of_which("1,5", "1,7", head=head) == ["SX105"]


@pytest.mark.parametrize("head", ["years: [2022]", "unit: USD\ndecimals: 2\nyears: [2022]"])
def test_a_unit_slip_says_how_many_times_whatever_the_unit(head: str) -> None:
    rows = "".join(f"- {{title: a{at}, amounts: {{2022: {x}}}}}\n" for at, x in enumerate(("40", "50", "60", "50.000")))
    [finding] = [one for one in findings(rows, head) if one.code == "SX205"]
    assert finding.facts["factor"] == 1000
    digits = Digits(2 if "USD" in head else 0)
    said = {language: finding.message.say(language, finding.facts, digits) for language in Language}
    assert "about 1.000 times" in said[Language.EN]
    assert "gấp khoảng 1.000 lần" in said[Language.VI]


@pytest.mark.parametrize(
    ("sizes", "slips"),
    [((40, 50, 50_000), ["2022"]), ((50, 50_000, 60_000), ["2022"]), ((1, 50, 50_000), []), ((1, 1000, 1_000_000), [])],
)
def test_of_three_lines_two_must_agree(sizes: tuple[int, ...], slips: list[str]) -> None:
    rows = "".join(f"- {{title: a{at}, amounts: {{2022: {x}}}}}\n" for at, x in enumerate(sizes))
    assert [key for code, key in codes(rows, "years: [2022]") if code == "SX205"] == slips


@pytest.mark.parametrize(("other", "told"), [(900, True), (5, True), (2000, False), (1, False)])
def test_where_lines_are_of_every_size_none_is_a_unit_slip(other: int, told: bool) -> None:
    rows = "".join(f"- {{title: a{at}, amounts: {{2022: {x}}}}}\n" for at, x in enumerate((50, 50, 60, 60_000, other)))
    assert ("SX205" in [code for code, _ in codes(rows, "years: [2022]")]) is told


@pytest.mark.parametrize(("second", "slips"), [(6_480, []), (6_480_000, ["plan"]), (None, ["plan"])])
def test_a_line_that_is_small_in_all_columns_is_so_by_nature(second: int | None, slips: list[str]) -> None:
    rows = "".join(
        f"- {{title: a{at}, amounts: {{plan: {x}, done: {x}}}}}\n" for at, x in enumerate((5_100_000, 9_400_000))
    )
    rows += f"- {{title: b, amounts: {{plan: 7200, done: {second or 'null'}}}}}\n"
    found = codes(rows, "columns: [{key: plan}, {key: done}]")
    assert [key for code, key in found if code == "SX205"] == slips


def test_three_hundred_times_is_no_unit_slip() -> None:
    rows = "".join(f"- {{title: a{at}, amounts: {{2022: {x}}}}}\n" for at, x in enumerate((40, 50, 60, 12000)))
    assert codes(rows, "years: [2022]") == []


def test_a_branch_without_figures_is_named_at_its_top() -> None:
    text = "- title: a\n  lines:\n    - {title: b}\n    - {title: c}\n- {title: d, amounts: {2022: 0}}\n"
    assert [finding.address for finding in findings(text) if finding.code == "SX204"] == [("lines", 0, "title")]


def test_a_negative_amount_is_named_except_where_a_difference_is_stated() -> None:
    assert codes("- {title: a, amounts: {2022: -5}}\n") == [("SX201", "2022")]
    lines = "- {code: A, title: a, amounts: {2022: 3}}\n- {code: B, title: b, amounts: {2022: 5}}\n"
    assert codes(lines + "- {code: C, title: c, role: memo, equals: A - B, amounts: {2022: -2}}\n") == []


def test_a_negative_declared_total_and_a_negative_deduction_are_told_as_such() -> None:
    head = f"{YEARS}\ndeclared: {{2022: -5}}"
    [total] = [one for one in findings("- {title: a}\n", head) if one.code == "SX201"]
    assert total.address == ("declared", "2022")
    [taken] = [one for one in findings("- {title: a, role: deduction, amounts: {2022: -5}}\n") if one.code == "SX201"]
    said = taken.message.say(Language.EN, taken.facts)
    assert said.startswith("a deduction states")


@pytest.mark.parametrize("role", ["of-which", "memo", "deduction"])
def test_a_unit_slip_is_sought_among_parts_alone(role: str) -> None:
    parts = "".join(
        f"- {{title: {name}, amounts: {{2022: {figure}}}}}\n" for name, figure in zip("abc", (5, 6, 7), strict=True)
    )
    large = "- {title: d, role: %s, amounts: {2022: 6000}}\n"
    assert codes(parts + large % "part") == [("SX205", "2022")]
    assert codes(parts + large % role) == []


def test_a_schedule_says_nothing_where_no_column_is_a_year() -> None:
    assert codes("- {title: a, schedule: 2022, amounts: {plan: 5}}\n", "columns: [{key: plan}]") == []


CIRCLES = [
    (
        "columns: [{key: a, equals: b + c}, {key: b, equals: a - c}, {key: c}]",
        "- {title: x, amounts: {a: 1}}\n",
        ["b → a → b"],
    ),
    (
        "columns: [{key: a, parts: [b]}, {key: b, parts: [c]}, {key: c, parts: [a]}]",
        "- {title: x}\n",
        ["c → a → b → c"],
    ),
    (
        "columns: [{key: k}]",
        "- {code: A, title: x, equals: B + C, amounts: {k: 3}}\n- {code: B, title: x, equals: A - C, amounts: {k: 2}}\n"
        "- {code: C, title: x, amounts: {k: 1}}\n",
        ["B → A → B"],
    ),
    (
        "columns: [{key: a, equals: b + c}, {key: b, equals: c + d}, {key: c}, {key: d}]",
        "- {title: x, amounts: {a: 1}}\n",
        [],
    ),
]


@pytest.mark.parametrize(("head", "lines", "circles"), CIRCLES)
def test_rules_that_lead_back_to_themselves(head: str, lines: str, circles: list[str]) -> None:
    found = [finding for finding in findings(lines, head) if finding.code == "SX106"]
    assert [finding.facts["circle"] for finding in found] == circles
    assert all(finding.place.line > 1 for finding in found)


def test_a_year_of_several_columns_is_paid_by_any_of_them() -> None:
    head = "columns: [{key: tw, year: 2022}, {key: dp, year: 2022}, {key: n, year: 2023}]"
    line = '- {title: a, schedule: "2022-2023", amounts: {tw: 5, n: 4}}\n'
    assert codes(line, head) == []
    assert codes(line.replace("tw: 5, n: 4", "dp: 5"), head) == [("SX203", "n")]


@pytest.mark.parametrize("title", ["Chênh lệch (I-II)", "Thặng dư/thâm hụt", "Bội chi NSĐP"])
def test_what_states_a_difference_may_be_negative(title: str) -> None:
    assert codes(f'- {{title: "{title}", amounts: {{2022: -5}}}}\n') == []
    head = 'columns: [{key: td, title: "So sánh: Tuyệt đối"}, {key: dt}]'
    assert codes("- {title: a, amounts: {td: -5, dt: 3}}\n", head) == []


def test_lines_of_every_size_have_no_usual_one() -> None:
    sizes = (1_000, 4_200, 2_100_000, 7_450_000)
    rows = "".join(f"- {{code: {n}, title: m{n}, amounts: {{2022: {size}}}}}\n" for n, size in enumerate(sizes, 1))
    assert codes(rows, "years: [2022]") == []


def test_what_is_taken_away_is_advised_in_the_words_of_the_file() -> None:
    """A table has no key ``role``; what the advice says is read as a deduction."""

    def table(title: str, amount: int, whole: int = 80) -> Report:
        rows = [
            ["STT", "Nội dung", "2024", "2025"],
            ["I", "Chi A", whole, 70],
            [1, "Lương", 100, 90],
            [2, title, amount, 20],
        ]
        return check_plan(reading(book([*rows, ["II", "Chi B", 5, 6], [None, "Tổng cộng", whole + 5, 76]])))

    def advised(whole: int) -> list[Finding]:
        return [found for found in table("Hoàn thuế", -20, whole).findings if found.code == "SX201"]

    assert [found.severity for found in advised(80)] == ["note"]  # the sum comes out with it
    assert [found.severity for found in advised(300)] == ["warning"]
    assert "begins with “Less:”" in advised(80)[0].say(Language.EN, WHOLE)
    for title in ("Less: tax", "Trừ: hoàn thuế"):
        assert "SX201" not in {found.code for found in table(title, 20).findings}
        assert table(title, 20).subject.audit.failing == ()  # type: ignore[union-attr]


@pytest.mark.parametrize(("correct", "told"), [(410, []), (400, [("SX901", "correct")])])
def test_an_erratum_corrects_something(correct: int, told: list[tuple[str, str]]) -> None:
    errata = f"errata: [{{line: a, column: total, stated: 400, correct: {correct}, reason: x}}]"
    head = "years: [2022, 2023]\n" + errata
    assert codes("- {code: a, title: b, amounts: {total: 400, 2022: 200, 2023: 210}}\n", head) == told


def test_a_figure_that_the_child_lines_have_in_another_column_is_told() -> None:
    def told(*others: str) -> list[tuple[str, str]]:
        lines = "- {title: a, amounts: {2022: 5, 2024: 9}, lines: [{title: b, amounts: {2023: 5}}, {title: c, "
        text = "\n".join([f"{lines}amounts: {{2024: 9}}}}]}}", *others])
        report = check_plan(parse(f"document: {{}}\n{YEARS}\nlines:\n{text}\n", "plan.yaml"))
        return [(finding.severity, str(finding.address[-1])) for finding in report.findings if finding.code == "SX102"]

    plain = "- {title: f, amounts: {2022: 6, 2023: 8}, lines: [{title: g, amounts: {2022: 6, 2023: 8}}]}"
    assert told(plain) == [("warning", "2022")]
    assert told() == []  # the totals may have a column of their own
    assert told(plain, *2 * ["- {title: d, amounts: {2022: 7}, lines: [{title: e, amounts: {2023: 7}}]}"]) == []
