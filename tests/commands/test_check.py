"""``sxtdbv check`` end to end, as its user runs it."""

import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import jsonschema
import pytest

from conftest import CASES, PLAN, ROOT, Run
from sxtdbv_cli.files.read import read
from sxtdbv_cli.model.finding import Unreadable

SCHEMA = json.loads((ROOT / "src/sxtdbv_cli/schema/check.schema.json").read_text(encoding="utf-8"))
CLEAN = str(CASES / "plans" / "clean.yaml")
UNREADABLE = str(CASES / "unreadable" / "sx003-tab.yaml")
SUMS = [
    ("SX101", "III", "total", 7_433_000_000, 7_433_800_000),
    ("SX102", "III", "total", 7_433_000_000, 7_433_800_000),
    ("SX102", "III/A", "total", 6_325_800_000, 6_325_000_000),
    ("SX101", "III/A/3.2", "total", 2_320_000_000, 2_320_800_000),
    ("SX102", "III/A/3.2", "total", 2_320_000_000, 2_300_800_000),
    ("SX101", "III/A/3.2/3.2.2", "total", 400_000_000, 420_000_000),
]


def test_the_record_of_the_real_plan(sxtdbv: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    outcome = sxtdbv("check", "--format", "json")
    record = json.loads(outcome.out)
    jsonschema.validate(record, SCHEMA)
    assert outcome.code == 1
    assert outcome.err == ""
    assert record["file"] == "data/plan_2022_2025.yaml"
    sums = record["sums"]
    assert (sums["total"], sums["hold"], sums["fail"], sums["unchecked"]) == (76, 68, 6, 2)
    assert record["counts"]["error"] == 6
    found = [
        (f["code"], f["line"]["path"], f["column"], f["facts"]["stated"], f["facts"]["computed"])
        for f in record["findings"]
        if f["severity"] == "error"
    ]
    assert found == SUMS
    assert all(f["facts"]["gap"] == f["facts"]["stated"] - f["facts"]["computed"] for f in record["findings"][:2])
    declared = [f for f in record["findings"] if f["line"] and f["line"]["path"] == "declared"]
    assert [(f["code"], f["severity"], f["column"], f["facts"]["gap"]) for f in declared] == [
        ("SX103", "warning", "total", 640_000_000),
        ("SX103", "warning", "2022", 160_000_000),
    ]


def test_every_place_in_the_record_points_at_the_stated_amount(sxtdbv: Run) -> None:
    rows = PLAN.read_text(encoding="utf-8").splitlines()
    for finding in json.loads(sxtdbv("check", str(PLAN), "--format", "json").out)["findings"]:
        if finding["severity"] == "error":
            place = finding["place"]
            text = rows[place["line"] - 1][place["column"] - 1 : place["end_column"] - 1]
            assert int(text.replace(".", "")) == finding["facts"]["stated"]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", ["80", "200"])
def test_the_screen_shows_all_figures(sxtdbv: Run, language: str, width: str) -> None:
    outcome = sxtdbv("check", str(PLAN), "--lang", language, COLUMNS=width)
    assert outcome.code == 1
    for amount in ("7.433.000.000", "7.433.800.000", "6.325.800.000", "2.300.800.000", "19.200.000", "640.000.000"):
        assert amount in outcome.out
    assert max(map(len, outcome.out.splitlines())) <= int(width)
    assert "\x1b" not in outcome.out
    last = outcome.out.splitlines()[-1]
    assert last.startswith({"vi": "KHÔNG ĐẠT: 6 lỗi", "en": "FAILED: errors: 6"}[language])


def test_several_files_each_checked_and_the_worst_exit_code(sxtdbv: Run) -> None:
    assert sxtdbv("check", CLEAN).code == 0
    assert sxtdbv("check", CLEAN, str(PLAN)).code == 1
    outcome = sxtdbv("check", str(PLAN), UNREADABLE, CLEAN, "--format", "jsonl")
    assert outcome.code == 2
    records = [json.loads(line) for line in outcome.out.splitlines()]
    assert [record["file"] for record in records] == [str(PLAN), UNREADABLE, CLEAN]
    for record in records:
        jsonschema.validate(record, SCHEMA)
    assert [fault["code"] for fault in records[1]["faults"]] == ["SX003"]
    assert "SX003" in outcome.err
    assert isinstance(json.loads(sxtdbv("check", CLEAN, CLEAN, "--format", "json").out), list)


def test_standard_input(sxtdbv: Run) -> None:
    outcome = sxtdbv("check", "-", "--format", "json", stdin=Path(CLEAN).read_bytes())
    assert outcome.code == 0
    assert json.loads(outcome.out)["file"] == "-"


def test_standard_input_that_was_closed_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(Unreadable) as refused:
        read("-")
    assert [fault.code for fault in refused.value.faults] == ["SX004"]


def test_the_last_language_asked_for_counts(sxtdbv: Run) -> None:
    assert sxtdbv("--lang", "en", "check", CLEAN, "-q", "--lang", "vi").out.startswith(f"{CLEAN}: ĐẠT")


def test_what_is_taken_away_has_a_minus(sxtdbv: Run) -> None:
    plan = """
document: {title: Cân đối}
columns: [{key: plan}, {key: actual}, {key: rest, equals: plan - actual}]
lines:
  - {code: A, title: Thu, amounts: {plan: 70}, lines: [{title: Thuế, amounts: {plan: 100}},
     {title: Hoàn thuế, role: deduction, amounts: {plan: 35}}]}
  - {code: B, title: Chi, amounts: {plan: 50}}
  - {code: C, title: Chênh lệch, equals: A - B, amounts: {plan: 25, actual: 5, rest: 30}}
"""
    shown = sxtdbv("check", "-", "--no-diagnose", stdin=plan.encode()).out
    lines = [" ".join(line.split()) for line in shown.splitlines()]
    assert {"#1 Thuế 100", "− #2 Hoàn thuế 35", "A Thu 70", "− B Chi 50", "plan 25", "− actual 5"} <= set(lines)


def test_strict_fails_on_warnings_too(sxtdbv: Run) -> None:
    warning = b"document: {}\nyears: [2024]\nlines:\n- {title: a, amounts: {total: -1, 2024: -1}}\n"
    assert sxtdbv("check", "-", stdin=warning).code == 0
    outcome = sxtdbv("check", "-", "--strict", "--lang", "en", stdin=warning)
    assert outcome.code == 1
    assert outcome.out.splitlines()[-1].endswith("notes: 0; warnings and notes fail too (strict).")
    assert "(strict)" not in sxtdbv("check", "--strict").out  # there are errors


def test_quiet_prints_the_verdict_only_in_one_line(sxtdbv: Run) -> None:
    outcome = sxtdbv("check", CLEAN, "-q", "--lang", "en", COLUMNS="40")
    assert outcome.out == f"{CLEAN}: PASSED: errors: 0, warnings: 0, notes: 0.\n"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "cp1258", "utf-8"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_any_terminal_can_show_it(sxtdbv: Run, encoding: str, language: str) -> None:
    outcome = sxtdbv("check", str(PLAN), "--lang", language, encoding=encoding)
    assert outcome.code == 1
    assert "7.433.800.000" in outcome.out
    assert "?" not in outcome.out


def test_the_code_page_of_vietnamese_loses_no_mark(sxtdbv: Run) -> None:
    """What is piped on a Vietnamese Windows: tones stand behind their letters there."""
    found = unicodedata.normalize("NFC", sxtdbv("check", str(PLAN), encoding="cp1258").out)
    assert "Kế hoạch thực hiện Chương trình hành động quốc gia" in found
    assert found == sxtdbv("check", str(PLAN)).out.replace("→", ">")  # which it does not have


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_any_terminal_can_show_the_help(encoding: str, language: str) -> None:
    """In a process of its own: the library writes the help, not we."""
    for command in ([], ["check"], ["summary"]):
        line = [sys.executable, "-m", "sxtdbv_cli", *command, "--lang", language, "--help"]
        shown = subprocess.run(line, capture_output=True, check=True, env={"PYTHONIOENCODING": encoding})
        assert b"sxtdbv" in shown.stdout
        assert shown.stderr == b""


def test_a_machine_always_gets_utf8(sxtdbv: Run) -> None:
    outcome = sxtdbv("check", str(PLAN), "--format", "json", encoding="latin-1")
    assert json.loads(outcome.out.encode("latin-1").decode("utf-8"))


def test_colour_only_where_it_is_wanted(sxtdbv: Run) -> None:
    assert "\x1b[" not in sxtdbv("check", str(PLAN)).out
    assert "\x1b[" in sxtdbv("check", str(PLAN), FORCE_COLOR="1").out
    assert "\x1b[" not in sxtdbv("check", str(PLAN), FORCE_COLOR="1", NO_COLOR="1").out


def test_text_of_a_file_is_data(sxtdbv: Run) -> None:
    outcome = sxtdbv("check", str(CASES / "plans" / "hostile.yaml"), FORCE_COLOR="1")
    assert "[red]1[/red]" in outcome.out
    assert "\\u001b[31m" in outcome.out
    assert "\x1b[31mđỏ" not in outcome.out
    for character in "\u202e\u200b\x07":
        assert character not in outcome.out


def test_text_of_a_file_is_no_command_to_the_runner_of_github(sxtdbv: Run) -> None:
    content = b"document: {number: ' ::add-mask::x', title: 'a ##[error]b'}\nyears: [2024]\nlines: [{title: '::x'}]\n"
    assert sxtdbv("check", "-", stdin=content).out.startswith(" ::add-mask::x · a ##[error]b\n")
    assert sxtdbv("check", "-", stdin=content, GITHUB_ACTIONS="true").out.startswith(
        " : :add-mask::x · a ## [error]b\n"
    )
    faults = sxtdbv("check", "::error::x.yaml", "-", stdin=content, GITHUB_ACTIONS="true").err
    assert faults.startswith(": :error::x.yaml: SX001")
    lines = '[{code: "::error::x", title: "a\\n::error::b", amounts: {2024: 1}}]'
    plan = f"document: {{title: x}}\nyears: [2024]\nlines: {lines}".encode()
    printed = sxtdbv("summary", "-", "--format", "csv", stdin=plan, GITHUB_ACTIONS="true").out
    assert not re.search("(?m)^::", printed) and printed.count(": :error::") == 2
    assert sxtdbv("summary", "-", "--format", "csv", stdin=plan).out.count("\n::error::") == 2
    assert sxtdbv("check", "-", "--format", "github", stdin=plan, GITHUB_ACTIONS="true").out.startswith("::")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "--nope"], "--nope"),
        (["check", "--formt", "json"], "--format"),
        (["check", "--format"], "--format"),
        (["check", "--format", "xml"], "jsonl"),
        (["check", "--lang", "fr"], "vi"),
        (["chekc"], "summary"),
        (["summary", "--depth", "0"], "1"),
        (["summary", "--depth", "x"], "1"),
        (["summary", "a.yaml", "b.yaml"], "b.yaml"),
        (["summary", "--line", "V"], "IV"),
        (["explain"], "explain --help"),
        (["explain", "SX120"], "SX102"),
        (["explain", "foting"], "footing"),
        (["check", "no-such-file.yaml"], "SX001"),
    ],
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_wrong_usage_is_said_in_both_languages(
    sxtdbv: Run, arguments: list[str], said: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    outcome = sxtdbv(*arguments, SXTDBV_LANG=language)
    assert outcome.code == 2
    assert said in outcome.err
    for alien in ("Traceback", "range", "unexpected", "?.", ".."):
        assert alien not in outcome.err
    if "SX001" not in said:
        assert outcome.err.startswith("sxtdbv: ")


TYPED = ("OPTIONS", "FILE", "NAME", "PATH", "COLUMN", "CODE", "AMOUNT", "FORMAT", "CLUSTER", "OLD")


@pytest.mark.parametrize(
    "command", [[], ["check"], ["fix"], ["summary"], ["explain"], ["export"], ["accept"], ["diff"]]
)
def test_help_is_in_the_language_of_the_user(command: list[str]) -> None:
    """In a process of its own: the help of a command is made when the command is loaded."""

    def shown(*arguments: str, **environment: str) -> str:
        line = [sys.executable, "-m", "sxtdbv_cli", *arguments, "--help"]
        return subprocess.run(line, capture_output=True, check=True, encoding="utf-8", env=environment).stdout

    by_environment = shown(*command, SXTDBV_LANG="vi", PYTHONIOENCODING="utf-8")
    by_option = shown(*command, "--lang", "vi", LC_ALL="C.UTF-8", PYTHONIOENCODING="utf-8")
    assert by_option == by_environment
    assert "Cách dùng: sxtdbv" in by_option
    for english in (
        "Usage",
        "Options",
        "OPTIONS",
        "Show",
        "Print",
        "Plan file",
        "Language",
        "required",
        "[x>=",
        *TYPED,
    ):
        assert english not in by_option
    assert "Usage: sxtdbv" in shown(*command, LC_ALL="C")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export"], "thiếu --output. Xem “sxtdbv export --help”."),
        (["fix"], "thiếu TỆP. Xem “sxtdbv fix --help”."),
        (["fix", "x.yaml", "--choose"], "tùy chọn --choose cần một giá trị. Xem “sxtdbv fix --help”."),
        (["summary", "--depth", "0"], "giá trị của --depth không dùng được: cần một số, ít nhất là 1."),
        (
            ["check", "--columns", "A", "x.csv"],
            "“A” không dùng được ở đây; cần nội dung của từng cột, ví dụ A=code,B=title",
        ),
    ],
)
def test_what_is_missing_is_called_as_the_help_calls_it(sxtdbv: Run, arguments: list[str], said: str) -> None:
    outcome = sxtdbv(*arguments, "--lang", "vi") if arguments[-1] != "--choose" else sxtdbv("--lang", "vi", *arguments)
    assert outcome.code == 2
    assert said in outcome.err


@pytest.mark.parametrize(
    ("environment", "passed"),
    [
        ({"LC_ALL": "vi_VN.UTF-8"}, "ĐẠT"),
        ({"LC_ALL": "", "LC_MESSAGES": "vi_VN", "LANG": "en_US.UTF-8"}, "ĐẠT"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "vi_VN.UTF-8"}, "ĐẠT"),
        ({"LC_ALL": "vi_VN.UTF-8", "SXTDBV_LANG": "en"}, "PASSED"),
        ({"LC_ALL": "de_DE.UTF-8"}, "PASSED"),
    ],
)
def test_the_language_comes_from_the_environment(sxtdbv: Run, environment: dict[str, str], passed: str) -> None:
    assert f"{passed}: " in sxtdbv("check", CLEAN, **environment).out


def test_a_fault_of_the_program_is_no_traceback(sxtdbv: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object, **more: object) -> None:
        raise RuntimeError("[boom]")

    monkeypatch.setattr("sxtdbv_cli.check.check_file", broken)
    outcome = sxtdbv("check", CLEAN)
    assert (outcome.code, outcome.out) == (2, "")
    assert "RuntimeError: [boom]" in outcome.err


def test_an_empty_name_is_no_file_and_not_the_shipped_plan(sxtdbv: Run) -> None:
    """As in a script whose variable is not set."""
    for command in (["check", ""], ["diagnose", ""], ["summary", ""], ["export", "", "-o", "x.csv"]):
        outcome = sxtdbv(*command, "--lang", "en")
        assert outcome.code == 2
        assert outcome.err.startswith('"": SX001 there is no such file')
