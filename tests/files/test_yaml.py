"""Plan files: every scalar as written, every place exact, every fault located; hostile files in bounded time."""

import gc
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import CASES, PLAN
from sxtdbv_cli.files.faults import MOST
from sxtdbv_cli.files.read import LARGEST, read
from sxtdbv_cli.files.why import Why
from sxtdbv_cli.files.yaml import parse
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.place import Address, Place
from sxtdbv_cli.model.plan import validated
from sxtdbv_cli.text.language import Language

HEAD = "document: {number: 1/KH}\nyears: [2024, 2025]\nlines:\n"
LINE = "- {title: a, amounts: {total: 3, 2024: 1, 2025: 2}}\n"


def codes(text: str | bytes) -> list[str]:
    with pytest.raises(Unreadable) as refused:
        parse(text, "plan.yaml")
    return [fault.code for fault in refused.value.faults]


@pytest.mark.parametrize("case", sorted((CASES / "unreadable").glob("*.yaml")), ids=lambda path: path.stem)
def test_unreadable_files_are_refused_with_the_code_in_their_name_and_a_place(case: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        read(str(case))
    expected = case.stem.partition("-")[0].upper()
    assert expected in {fault.code for fault in refused.value.faults}
    text = case.read_bytes().decode("utf-8", "replace")
    for fault in refused.value.faults:
        assert 1 <= fault.place.line <= text.count("\n") + 1
        assert fault.place.column >= 1
        for language in Language:
            assert not re.search(r"\{\w", fault.message.say(language, fault.facts))


def test_scalars_are_read_as_written() -> None:
    """YAML's own typing would make 3.1, 83, 90, True and None of these."""
    written = ["3.10", "0123", "1:30", "yes", "1e3", "0x10", "2022-07-26", ".5", "1_000"]
    lines = "".join(f"- {{code: {text}, title: {text}}}\n" for text in written)
    found = parse(HEAD + lines, "plan.yaml").plan.lines
    assert list(found.codes) == written
    assert list(found.titles) == written


@pytest.mark.parametrize("blank", ["", "~", "null", '""', "''"])
def test_blanks(blank: str) -> None:
    plan = parse(f"{HEAD}- title: a\n  amounts:\n    total: {blank}\n    2024: 5\n", "plan.yaml").plan
    assert [column[0] for column in plan.lines.amounts] == [None, 5, None]


def test_places_are_exact() -> None:
    """The characters at the place of every amount, code and title of the real plan are those very texts."""
    loaded = read(str(PLAN))
    rows = PLAN.read_text(encoding="utf-8").splitlines()
    plan = loaded.plan

    def at(address: Address) -> str:
        place = loaded.place(address)
        assert place.line == place.end_line
        return rows[place.line - 1][place.column - 1 : place.end_column - 1]

    for line, code in enumerate(plan.lines.codes):
        if code:
            assert at(("lines", line, "code")) == code
            assert at(("lines", line)) == code
        assert at(("lines", line, "title")).strip("'") == plan.lines.titles[line]
        for column, amounts in zip(plan.columns, plan.lines.amounts, strict=True):
            if amounts[line] is not None:
                text = at(("lines", line, "amounts", column.key))
                assert int(text.replace(".", "")) == amounts[line]
    assert at(("declared", "2022")) == "3.802.800.000"
    assert at(("document", "number")) == "160/KH-UBND"


def test_a_blank_amount_is_placed_at_its_line() -> None:
    loaded = parse(HEAD + "- {code: I, title: a}\n", "plan.yaml")
    assert loaded.place(("lines", 0, "amounts", "total")) == Place("plan.yaml", 4, 10, 4, 11)


def test_line_ends_and_a_byte_order_mark_do_not_move_places() -> None:
    text = HEAD + LINE
    plain = parse(text, "p").place(("lines", 0, "amounts", "2025"))
    for other in (text.replace("\n", "\r\n"), "\ufeff" + text):
        assert parse(other.encode(), "p").place(("lines", 0, "amounts", "2025")) == plain


def test_all_faults_of_a_file_come_in_one_run() -> None:
    bad = HEAD + "- {titel: a, amounts: {total: O, 2024: 01, 2026: 1}}\n- {title: b, role: x, amounts: [1]}\nfoo: 1\n"
    assert codes(bad) == ["SX006", "SX005", "SX009", "SX009", "SX005", "SX008", "SX008", "SX005"]


def test_a_billion_laughs_is_refused_at_its_first_alias() -> None:
    levels = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    assert set(codes("a0: &a0 [x]\n" + levels + HEAD + LINE)) == {"SX010"}


@pytest.mark.parametrize(
    "text",
    [
        "\0" * 2_000_000,
        HEAD + "- *a\n" * 200_000,
        HEAD + "- x\n" * 200_000,
        HEAD + "- {title: a, amounts: {total: l, 2024: O}}\n" * 100_000,
        HEAD + "- {" + ", ".join(f"k{number}: 1" for number in range(100_000)) + "}\n",
        HEAD + "- {a: 1, a: 1}\n" * 100_000,
    ],
    ids=["control characters", "aliases", "wrong kinds", "amounts", "unknown keys", "keys given twice"],
)
def test_a_file_of_faults_is_told_as_far_as_people_read(text: str) -> None:
    found = codes(text)
    assert len(found) == MOST + 1
    assert found[-1] == "SX010"


def test_a_key_of_any_length_is_unknown() -> None:
    assert "SX005" in codes(HEAD + LINE + "? " + "x" * 1_000_000 + "\n: 1\n")


def test_nesting_ten_thousand_deep() -> None:
    block = "".join("  " * depth + "- title: a\n" + "  " * depth + "  lines:\n" for depth in range(500))
    for text in (HEAD + block, HEAD + "- title: a\n  lines: " + "[" * 10_000, "{a: " * 10_000):
        assert "SX010" in codes(text) or "SX003" in codes(text)


def test_a_very_long_scalar() -> None:
    assert codes(f"{HEAD}- title: {'a' * 1_000_000}\n") == ["SX010"]


def test_a_file_that_is_too_large_is_not_even_parsed(tmp_path: Path) -> None:
    huge = tmp_path / "huge.yaml"
    with huge.open("wb") as stream:
        stream.truncate(LARGEST + 1)
    started = time.monotonic()
    with pytest.raises(Unreadable) as refused:
        read(str(huge))
    assert [fault.code for fault in refused.value.faults] == ["SX010"]
    assert time.monotonic() - started < 30  # a bound against hanging, not a measurement


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_named_with_and_without_its_mark(encoding: str) -> None:
    with pytest.raises(Unreadable) as refused:
        parse((HEAD + LINE).encode(encoding), "plan.yaml")
    assert [fault.message for fault in refused.value.faults] == [Why.UTF16.message]


def test_nul_and_control_characters_are_each_named() -> None:
    with pytest.raises(Unreadable) as refused:
        parse(HEAD + "- title: a\x00b\x1b\n", "plan.yaml")
    assert [fault.facts["character"] for fault in refused.value.faults] == ["U+0000", "U+001B"]
    assert [fault.place.column for fault in refused.value.faults] == [11, 13]


@pytest.mark.parametrize("file", ["missing.yaml", "", "nul\0.yaml", "x.pdf"])
def test_files_that_cannot_be_opened(file: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(file)
    assert [fault.code for fault in refused.value.faults] == ["SX001"]


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        read(str(tmp_path))
    assert [fault.code for fault in refused.value.faults] == ["SX001"]


def test_the_collector_is_as_it_was() -> None:
    parse(HEAD + LINE, "plan.yaml")
    assert gc.isenabled()


def test_formula_names_may_hold_dashes() -> None:
    head = "document: {}\ncolumns: [{key: NS-TW}, {key: NS-DP}, {key: c, equals: NS-TW - NS-DP}]\nlines:\n"
    columns = parse(head + "- {title: a}\n", "p").plan.columns
    assert (columns[2].plus, columns[2].minus) == ((0,), (1,))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_any_text_is_a_plan_or_refused(text: str) -> None:
    for attempt in (text, HEAD + text, f"{HEAD}- title: {text}\n  amounts: {{total: {text}}}\n"):
        try:
            parse(attempt, "plan.yaml")
        except Unreadable as refused:
            assert refused.faults
            assert all(re.fullmatch("SX0[0-9]{2}", fault.code) for fault in refused.faults)


@given(st.binary(max_size=80))
def test_any_bytes_are_a_plan_or_refused(content: bytes) -> None:
    for attempt in (content, HEAD.encode() + content):
        try:
            parse(attempt, "plan.yaml")
        except Unreadable as refused:
            assert refused.faults


@pytest.mark.parametrize("file", sorted([*(CASES / "plans").glob("*.yaml"), PLAN]), ids=lambda path: path.stem)
def test_what_a_file_makes_without_asking_the_validators_is_valid(file: Path) -> None:
    plan = read(str(file)).plan
    assert validated(plan) == plan


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("? x", "“?”"),
        ("* x", "“*”"),
        ("& x", "“&”"),
        ("> x", "“>”"),
        ("|0", "“|”"),
        ("!a!b x", "“!”"),
        ("!<x y", "“!”"),
        ("!!", "“!”"),
        ('"a\\q"', "“\\”"),
        ('"\\xzz"', "“\\x”"),
        ('"\\ud800"', "“\\u”"),
        ("'x\n---\n", "'"),
    ],
)
def test_what_is_wrong_with_the_yaml_is_said_in_the_language_of_the_user(value: str, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        parse(f"{HEAD}- title: {value}\n", "plan.yaml")
    for language in Language:
        fault = refused.value.faults[0]
        assert fault.code in ("SX003", "SX010")
        sentence = fault.message.say(language, fault.facts)
        assert said in sentence or fault.code == "SX010"
        assert "expected" not in sentence
        assert "found" not in sentence


@pytest.mark.parametrize("line", ["%FOO", "%YAML x", "%YAML 3.0", "%1", "%TAG !"])
def test_a_directive_is_refused_in_words(line: str) -> None:
    with pytest.raises(Unreadable) as refused:
        parse(f"{line}\n---\n{HEAD}{LINE}", "plan.yaml")
    assert "%" in refused.value.faults[0].message.say(Language.VI, refused.value.faults[0].facts)


def test_a_code_in_a_rule_means_one_line_siblings_first_else_its_path() -> None:
    line = "- {{code: {}, title: a, amounts: {{total: 1, 2024: 1, 2025: 0}}{}}}\n"
    twice = HEAD + line.format("A", "") + line.format("A", "")
    assert codes(twice + line.format("C", ", equals: A")) == ["SX008"]
    inner = ", lines: [{code: k, title: a, amounts: {total: 1, 2024: 1, 2025: 0}}]"
    below = HEAD + line.format("I", inner) + line.format("J", inner)
    assert codes(below + line.format("C", ", equals: k")) == ["SX008"]
    assert codes(below + line.format("C", ", equals: I + I")) == ["SX008"]
    plan = parse(below + line.format("C", ", equals: I/k - J/k"), "p").plan
    assert [(rule.whole, rule.plus, rule.minus) for rule in plan.line_rules] == [(4, (1,), (3,))]


def test_a_column_that_states_its_parts_states_at_least_one() -> None:
    assert codes("document: {}\ncolumns: [{key: a, parts: []}, {key: b}]\nlines:\n- {title: x}\n") == ["SX008"]


def told(text: str) -> list[tuple[str, int, int, str]]:
    """What is wrong with a text: code, line, column, and the sentence in English."""
    with pytest.raises(Unreadable) as refused:
        parse(text, "plan.yaml")
    return [
        (fault.code, fault.place.line, fault.place.column, fault.message.say(Language.EN, fault.facts))
        for fault in refused.value.faults
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_dash_for_a_blank_is_told_with_all_the_rest(newline: str) -> None:
    text = f"{HEAD}- title: a\n  amounts:\n    total: -\n    2024: -  # x\n    2025: 1.00\n  role: x\n"
    found = told(text.replace("\n", newline))
    assert [fault[:3] for fault in found] == [("SX009", 6, 12), ("SX009", 7, 11), ("SX009", 8, 11), ("SX008", 9, 9)]
    assert found[0][3].startswith("“-” is no amount")
    flow = told(f"{HEAD}- title: a\n  amounts: {{total: -}}\n")
    assert flow[0][3] == found[0][3]


def test_a_dash_never_passes_for_a_value() -> None:
    found = told(f'{HEAD}- title: -\n  note: "x: -\n    y"\n  amounts: {{total: 1}}\n')
    assert [fault[:3] for fault in found] == [("SX003", 4, 10)]
    assert "'-'" in found[0][3]
    assert told(f"{HEAD}- title: -\n  note: [\n")[0][0] == "SX003"
    plan = parse(f'{HEAD}- title: "-"\n  note: "x: -\n    y"\n', "plan.yaml").plan
    assert (plan.lines.titles[0], plan.lines.notes[0]) == ("-", "x: - y")


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        (f'document: {{number: "1}}\nyears: [2024]\nlines:\n{LINE}', (1, 20), "the quote that opens here"),
        (f"document: {{number: 1\nyears: [2024]\nlines:\n{LINE}", (1, 11), "the “{” that opens here"),
        (f"document: {{}}\nyears: [2024\nlines:\n{LINE}", (2, 8), "the “[” that opens here"),
        (f"{HEAD}- {{title: a, amounts: {{total: 1", (4, 23), "the “{” that opens here"),
        (f"{HEAD}- title: a\n  amounts: {{total: 1\n    2024: 2}}\n", (5, 12), "or a comma is missing there"),
        (f"{HEAD}- {{title: a, amounts: {{total: '1' 2024: 2}}}}\n", (4, 35), "a comma or “}” is missing"),
    ],
)
def test_what_is_not_closed_is_told_where_it_opens(text: str, place: tuple[int, int], said: str) -> None:
    (fault,) = told(text)
    assert (fault[0], fault[1:3]) == ("SX003", place)
    assert said in fault[3]


def test_faults_are_told_where_the_columns_cannot_be_read() -> None:
    found = told("document: {}\nyears: 5\ndeclared: 5\nlines: {a: b}\n")
    assert [fault[:3] for fault in found] == [("SX008", 2, 8), ("SX008", 3, 11), ("SX008", 4, 8)]
    found = told("document: {}\nyears: 5\nlines:\n- {title: a, amounts: {x: 1.00}, role: x}\n")
    assert [fault[0] for fault in found] == ["SX008", "SX009", "SX008"]


@pytest.mark.parametrize("unit", ["unit: triệu", "unit: USD\ndecimals: x", "unit: hào\ndecimals: 99"])
def test_a_unit_that_cannot_be_read_is_the_only_fault(unit: str) -> None:
    found = told(f"{HEAD}- {{title: a, amounts: {{total: '1,52', 2024: '1,5'}}}}\n{unit}\n")
    assert [fault[0] for fault in found] == ["SX008"]


def test_an_entry_that_is_no_group_is_one_fault() -> None:
    assert [fault[0] for fault in told(f"document: {{}}\ncolumns: [a, b]\nlines:\n{LINE}")] == ["SX008", "SX008"]
    assert [fault[0] for fault in told(f"{HEAD}{LINE}errata: [x]\naccept: [y]\n")] == ["SX008", "SX008"]


def test_a_rule_that_is_no_text_is_one_fault() -> None:
    assert [fault[0] for fault in told(f"{HEAD}- {{title: a, equals: [x]}}\n")] == ["SX008"]


def test_a_part_given_twice_is_told_as_such() -> None:
    (fault,) = told("document: {}\ncolumns: [{key: a, parts: [b, b]}, {key: b}]\nlines: [{title: a}]\n")
    assert fault[:3] == ("SX008", 2, 31)
    assert "each column once" in fault[3]


SWALLOWED = [
    ("- title: 'a\n  amounts: {total: 3}\n- title: b\n  note: it 's so\n", 4),
    ('- title: "a\n  amounts: {total: 3}\n- title: "b"\n', 4),
    ("- {title: 'a, amounts: {total: 3}}\n- {title: 'b', amounts: {total: 3}}\n", 4),
]


@pytest.mark.parametrize(("lines", "opens"), SWALLOWED)
def test_a_quote_that_swallows_lines_is_told_where_it_opens(lines: str, opens: int) -> None:
    with pytest.raises(Unreadable) as refused:
        parse(HEAD + lines, "plan.yaml")
    (fault,) = refused.value.faults
    assert (fault.code, fault.place.line) == ("SX003", opens)
    assert fault.facts["line"] > opens  # type: ignore[operator]


COLUMNS_WRONG = "document: {}\ncolumns: [{key: total, parts: [a, b]}, {key: a}, {kye: b}]\ndeclared: {b: 1}\nlines:\n"


def test_a_column_that_is_declared_wrongly_is_told_once() -> None:
    assert codes(f"{COLUMNS_WRONG}- {{title: x, amounts: {{a: 1, b: 2}}}}\n") == ["SX006", "SX005"]
    assert codes(f"{COLUMNS_WRONG}- {{title: x, amounts: {{a: 1, c: 2}}}}\n") == ["SX006", "SX005", "SX005"]
    assert codes("document: {}\nyears: [2022, 20x3]\nlines:\n- {title: x, amounts: {20x3: 2, 2024: 1}}\n") == [
        "SX008",
        "SX005",
    ]


def test_an_alias_is_told_once() -> None:
    assert codes("document: &d {}\nyears: *d\nlines: *d\n").count("SX010") == 2
    assert "SX008" not in codes("document: &d {}\nyears: *d\nlines: *d\n")
    assert "SX008" in codes("document: {}\nyears:\nlines:\n")
