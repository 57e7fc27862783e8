"""``sxtdbv accept``: the entries shown, written once, refused; what ``check`` makes of them."""

import json
from pathlib import Path

import jsonschema
import pytest

from conftest import PLAN, ROOT, Outcome, Run

SCHEMA = json.loads((ROOT / "src/sxtdbv_cli/schema/check.schema.json").read_text(encoding="utf-8"))
ONE = ("--rule", "SX204", "--line", "II", "--reason", "Chờ quyết định")


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The real plan in a folder of its own, which is the current one."""
    monkeypatch.chdir(tmp_path)
    path = Path("plan.yaml")
    path.write_bytes(PLAN.read_bytes())
    return path


def checked(sxtdbv: Run, *arguments: str) -> tuple[dict[str, int], list[str], int]:
    """The counts of a check, the codes of its findings, its exit code."""
    outcome = sxtdbv("check", "plan.yaml", "--format", "json", "--no-diagnose", *arguments)
    record = json.loads(outcome.out)
    jsonschema.validate(record, SCHEMA)
    return record["counts"], [finding["code"] for finding in record["findings"]], outcome.code


def test_the_entry_is_shown_and_not_written(sxtdbv: Run, plan: Path) -> None:
    outcome = sxtdbv("accept", "plan.yaml", *ONE, "--lang", "en")
    assert (outcome.code, outcome.err) == (0, "")
    assert "+  - rule: SX204" in outcome.out
    assert "Not written" in outcome.out
    assert plan.read_bytes() == PLAN.read_bytes()


def test_an_entry_is_written_behind_all_that_was_there_and_once(sxtdbv: Run, plan: Path) -> None:
    assert sxtdbv("accept", "plan.yaml", *ONE, "--by", "Sở: A", "--until", "2999-12-31", "--write").code == 0
    added = "accept:\n  - rule: SX204\n    line: II\n    reason: Chờ quyết định\n    until: 2999-12-31\n"
    assert plan.read_text("utf-8") == PLAN.read_text("utf-8") + added + '    by: "Sở: A"\n'
    counts, codes, code = checked(sxtdbv)
    assert (counts, code) == ({"error": 6, "warning": 2, "note": 0, "accepted": 1}, 1)
    assert "SX204" not in codes
    once = plan.read_bytes()
    again = sxtdbv("accept", "plan.yaml", *ONE, "--write", "--lang", "en")
    assert (again.code, again.out) == (0, "It is accepted already; nothing changes.\n")
    assert plan.read_bytes() == once


@pytest.mark.parametrize("language", ["vi", "en"])
def test_all_at_once_for_a_first_adoption(sxtdbv: Run, plan: Path, language: str) -> None:
    outcome = sxtdbv("accept", "plan.yaml", "--all", "--reason", "Áp dụng lần đầu", "--write", "--lang", language)
    assert outcome.code == 0
    assert "--as-errata" in outcome.out
    assert checked(sxtdbv, "--strict") == ({"error": 0, "warning": 0, "note": 0, "accepted": 9}, [], 0)
    once = plan.read_bytes()
    assert sxtdbv("accept", "plan.yaml", "--all", "--reason", "x", "--write").code == 0
    assert plan.read_bytes() == once
    shown = sxtdbv("check", "plan.yaml", "--show-accepted", "--lang", language).out
    assert shown.count("Áp dụng lần đầu") == 9
    assert {"vi": "ĐẠT: 0 lỗi, 0 cảnh báo, 0 ghi chú, 9 đã chấp nhận.", "en": "notes: 0, accepted: 9."}[
        language
    ] in shown
    assert "Áp dụng lần đầu" not in sxtdbv("check", "plan.yaml").out


def test_only_those_that_are_named(sxtdbv: Run, plan: Path) -> None:
    assert sxtdbv("accept", "plan.yaml", "--all", "--rule", "SX102", "--reason", "x", "--write").code == 0
    assert checked(sxtdbv)[1] == ["SX103", "SX103", "SX204", "SX101", "SX101", "SX101"]
    declared = ("--rule", "SX103", "--line", "declared")
    assert sxtdbv("accept", "plan.yaml", *declared, "--column", "2022", "--reason", "x", "--write").code == 0
    assert checked(sxtdbv)[1] == ["SX103", "SX204", "SX101", "SX101", "SX101"]
    assert sxtdbv("accept", "plan.yaml", *declared, "--reason", "x", "--write").code == 0
    assert checked(sxtdbv)[1] == ["SX204", "SX101", "SX101", "SX101"]
    assert sxtdbv("accept", "plan.yaml", "--all", "--line", "II", "--reason", "x", "--write").code == 0
    assert checked(sxtdbv)[1] == ["SX101", "SX101", "SX101"]


def test_accepted_findings_are_listed_in_the_record_on_request(sxtdbv: Run, plan: Path) -> None:
    sxtdbv("accept", "plan.yaml", *ONE, "--by", "Sở", "--until", "2999-12-31", "--write")
    assert "accepted" not in json.loads(sxtdbv("check", "plan.yaml", "--format", "json").out)
    record = json.loads(sxtdbv("check", "plan.yaml", "--format", "json", "--show-accepted").out)
    jsonschema.validate(record, SCHEMA)
    [found] = record["accepted"]
    assert (found["code"], found["line"]["path"], found["column"]) == ("SX204", "II", None)
    place = found["acceptance"].pop("place")
    assert found["acceptance"] == {"reason": "Chờ quyết định", "by": "Sở", "until": "2999-12-31"}
    row = plan.read_text("utf-8").splitlines()[place["line"] - 1]
    assert row[place["column"] - 1 : place["end_column"] - 1] == "SX204"
    for language, day in (("vi", "đến hết ngày 31/12/2999"), ("en", "until 2999-12-31")):
        shown = sxtdbv("check", "plan.yaml", "--show-accepted", COLUMNS="200", SXTDBV_LANG=language).out
        assert f"Chờ quyết định (Sở), {day}" in shown


def test_another_figure_is_another_finding(sxtdbv: Run, plan: Path) -> None:
    sxtdbv("accept", "plan.yaml", "--rule", "SX101", "--line", "III", "--reason", "x", "--write")
    assert "SX911" not in checked(sxtdbv)[1]
    plan.write_bytes(plan.read_bytes().replace(b"total: 7.433.000.000", b"total: 7.434.000.000", 1))
    record = json.loads(sxtdbv("check", "plan.yaml", "--format", "json", "--lang", "en").out)
    [stale] = [finding for finding in record["findings"] if finding["code"] == "SX911"]
    assert "stated 7.433.000.000" in stale["message"]
    assert "stated 7.434.000.000" in stale["message"]
    assert ("SX101", "III") in [(f["code"], f["line"] and f["line"]["path"]) for f in record["findings"]]


@pytest.mark.parametrize("prefix", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_mark_stay(sxtdbv: Run, plan: Path, prefix: bytes) -> None:
    before = prefix + PLAN.read_bytes().replace(b"\n", b"\r\n")
    plan.write_bytes(before)
    assert sxtdbv("accept", "plan.yaml", *ONE, "--write").code == 0
    after = plan.read_bytes()
    assert after.startswith(before)
    assert after.count(b"\r\n") == after.count(b"\n") == before.count(b"\n") + 4


HEAD = "document: {}\nyears: [2022]\n"
LINES = "lines:\n- {code: I, title: a, amounts: {total: 5, 2022: 5}}\n- {code: II, title: b}\n"
OLD = "{rule: SX201, line: I, reason: x}"
LAYOUTS = {
    "none": HEAD + LINES,
    "no end of line": (HEAD + LINES).rstrip("\n"),
    "bare key": HEAD + LINES + "accept:\n",
    "empty list": HEAD + "accept: []  # none so far\n" + LINES,
    "indented": HEAD + LINES + f"accept:\n    - {OLD}  # why\n# the end\n",
    "not indented, first": f"accept:\n- {OLD}\n" + HEAD + LINES,
    "in brackets": HEAD + LINES + f"accept:\n  [{OLD}]  # why\n",
    "before errata": HEAD + LINES + f"accept:\n- {OLD}\nerrata: []\n",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_entries_are_added_wherever_a_file_keeps_them(sxtdbv: Run, plan: Path, layout: str) -> None:
    text = LAYOUTS[layout]
    plan.write_text(text, "utf-8")
    assert sxtdbv("accept", "plan.yaml", *ONE, "--write").code == 0
    after = plan.read_text("utf-8")
    rest = iter(after)
    assert all(character in rest for character in text)  # in their order, nothing lost
    assert checked(sxtdbv, "--ignore", "SX9") == ({"error": 0, "warning": 0, "note": 0, "accepted": 1}, [], 0)


def refused(outcome: Outcome, said: str) -> None:
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert "Traceback" not in outcome.err


def test_a_file_without_room_is_left_alone(sxtdbv: Run, plan: Path) -> None:
    text = "{document: {}, years: [2022], lines: [{code: II, title: b}]}\n"
    plan.write_text(text, "utf-8")
    refused(sxtdbv("accept", "plan.yaml", *ONE, "--write", "--lang", "en"), "plan.yaml as it is written")
    assert plan.read_text("utf-8") == text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--rule", "SX204", "--line", "II"], "--reason"),
        (["--rule", "SX204", "--line", "II", "--reason", " "], "--reason"),
        (["--line", "II", "--reason", "x"], "--rule"),
        (["--rule", "SX24", "--line", "II", "--reason", "x"], "SX204"),
        (["--rule", "SX911", "--all", "--reason", "x"], "SX911"),
        (["--rule", "SX204", "--line", "III", "--reason", "x"], "II"),
        (["--rule", "SX101", "--line", "III", "--column", "2022", "--reason", "x"], "III:total"),
        (["--rule", "SX101", "--reason", "x"], "III:total"),
        (["--rule", "SX301", "--line", "I", "--reason", "x"], "SX301"),
        ([*ONE, "--until", "2022-13-01"], "2022-13-01"),
        ([*ONE, "--until", "2022-01-01"], "2022-01-01"),
    ],
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_cannot_be_accepted_is_said(
    sxtdbv: Run, plan: Path, arguments: list[str], said: str, language: str
) -> None:
    refused(sxtdbv("accept", "plan.yaml", *arguments, "--write", "--lang", language), said)
    assert plan.read_bytes() == PLAN.read_bytes()


def test_files_that_cannot_be_changed(sxtdbv: Run, plan: Path) -> None:
    refused(sxtdbv("accept", "-", *ONE, stdin=PLAN.read_bytes()), "sxtdbv: ")
    refused(sxtdbv("accept", "none.yaml", *ONE), "SX001")


WRONG = {
    "unknown key": ("rule: SX204, reson: x, reason: x", "5:18: SX005"),
    "no reason": ("rule: SX204", "5:4: SX006"),
    "a blank reason": ("rule: SX204, reason: ", "SX008"),
    "no rule": ("reason: x", "5:4: SX006"),
    "an unknown rule": ("rule: SX24, reason: x", "5:11: SX008"),
    "a rule about entries": ("rule: SX911, reason: x", "5:11: SX008"),
    "no date": ("rule: SX204, reason: x, until: tomorrow", "SX008"),
    "amounts as a list": ("rule: SX204, reason: x, amounts: [1]", "SX008"),
    "no amount": ("rule: SX204, reason: x, amounts: {stated: 1.00}", "SX009"),
    "a blank amount": ("rule: SX204, reason: x, amounts: {stated: }", "SX008"),
}


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_wrong_entry_of_a_plan_is_said_with_its_place(sxtdbv: Run, plan: Path, name: str, language: str) -> None:
    entry, said = WRONG[name]
    plan.write_text(f"document: {{}}\nyears: [2022]\nlines: [{{title: a}}]\naccept:\n - {{{entry}}}\n", "utf-8")
    outcome = sxtdbv("check", "plan.yaml", "--lang", language)
    assert outcome.code == 2
    assert said in outcome.err


CONFIGURED = """
[[accept]]
rule = "SX204"
line = "II"
reason = "Chờ quyết định"

[[accept]]
rule = "sx101"
file = "*.yaml"
line = "III"
column = "total"
amounts = {stated = "7.433.000.000", computed = 7_433_800_000}
reason = "Công văn 12"
until = 2999-12-31
by = "Sở"

[[accept]]
rule = "SX204"
file = "other.yaml"
line = "I"
reason = "x"
"""


def test_a_configuration_accepts_for_its_files(sxtdbv: Run, plan: Path) -> None:
    Path("sxtdbv.toml").write_text(CONFIGURED, "utf-8")
    counts, codes, code = checked(sxtdbv)
    assert (counts, code) == ({"error": 5, "warning": 2, "note": 0, "accepted": 2}, 1)
    assert not {"SX911", "SX912"} & set(codes)
    assert checked(sxtdbv, "--no-config")[0]["accepted"] == 0
    refused(sxtdbv("accept", "plan.yaml", "--rule", "SX204", "--line", "IV", "--reason", "x"), "SX204")


def test_a_stale_entry_of_a_configuration_is_placed_there_in_every_format(sxtdbv: Run, plan: Path) -> None:
    Path("sxtdbv.toml").write_text(CONFIGURED.replace('"II"', '"IV"'), "utf-8")
    for chosen in ("terminal", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown"):
        outcome = sxtdbv("check", "plan.yaml", "--format", chosen, "--lang", "en", COLUMNS="200")
        assert outcome.code == 1
        assert "sxtdbv.toml" in outcome.out
    record = json.loads(sxtdbv("check", "plan.yaml", "--format", "json").out)
    [stale] = [finding for finding in record["findings"] if finding["code"] == "SX911"]
    assert (stale["place"]["file"], stale["place"]["line"]) == ("sxtdbv.toml", 2)


WRONG_THERE = {
    "unknown key": ('[[accept]]\nrule = "SX204"\nreson = "x"\nreason = "x"\n', "3:1: SX005"),
    "no reason": ('[[accept]]\nrule = "SX204"\n', "1:1: SX006"),
    "a blank reason": ('[[accept]]\nrule = "SX204"\nreason = ""\n', "3:1: SX008"),
    "an unknown rule": ('[[accept]]\nrule = "SX24"\nreason = "x"\n', "2:1: SX008"),
    "a rule about entries": ('[[accept]]\nrule = "SX912"\nreason = "x"\n', "2:1: SX008"),
    "a rule as a number": ('[[accept]]\nrule = 204\nreason = "x"\n', "2:1: SX008"),
    "a float": ('[[accept]]\nrule = "SX201"\nreason = "x"\n[accept.amounts]\namount = 1.5\n', "4:1: SX008"),
    "an amount of two readings": ('[[accept]]\nrule = "SX201"\nreason = "x"\namounts = {amount = "1,500"}\n', "4:1: "),
    "a column as a number": ('[[accept]]\nrule = "SX201"\ncolumn = 2022\nreason = "x"\n', "3:1: SX008"),
    "a date that is none": ('[[accept]]\nrule = "SX204"\nreason = "x"\nuntil = "2022-13-01"\n', "4:1: SX008"),
    "a time": ('[[accept]]\nrule = "SX204"\nreason = "x"\nuntil = 2022-12-01T10:00:00\n', "4:1: SX008"),
    "one entry": ('[accept]\nrule = "SX204"\nreason = "x"\n', "1:1: SX008"),
    "texts": ('accept = ["SX204"]\n', "1:1: SX008"),
    "in a section": ('[files."*"]\naccept = []\n', "2:1: SX005"),
}


@pytest.mark.parametrize("name", WRONG_THERE)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_wrong_entry_of_a_configuration_is_said(sxtdbv: Run, plan: Path, name: str, language: str) -> None:
    text, said = WRONG_THERE[name]
    Path("sxtdbv.toml").write_text(text, "utf-8")
    outcome = sxtdbv("check", "plan.yaml", "--lang", language)
    refused(outcome, f"sxtdbv.toml:{said}")


TABLE = """| STT | Nội dung | Tổng kinh phí | Năm 2022 | Năm 2023 |
|---|---|---|---|---|
| I | Sở Công Thương | 70.000.000 | 40.000.000 | 31.000.000 |
| 1 | Tập huấn | 60.000.000 | 30.000.000 | 30.000.000 |
| 2 | In tài liệu | 10.000.000 | 10.000.000 | |
"""


def test_a_table_that_cannot_be_changed_has_its_entries_beside_it(sxtdbv: Run, plan: Path) -> None:
    Path("bảng.md").write_text(TABLE, "utf-8")
    outcome = sxtdbv("accept", "bảng.md", "--all", "--reason", "x", "--write", "--lang", "en")
    assert outcome.code == 0
    assert "Written to sxtdbv.toml." in outcome.out
    assert Path("bảng.md").read_text("utf-8") == TABLE
    once = Path("sxtdbv.toml").read_bytes()
    assert once.startswith(b"[[accept]]\n")
    assert sxtdbv("check", "bảng.md", "--strict").code == 0
    assert sxtdbv("check", "plan.yaml", "--strict").code == 1
    assert sxtdbv("accept", "bảng.md", "--all", "--reason", "x", "--write").code == 0
    assert Path("sxtdbv.toml").read_bytes() == once
    shown = sxtdbv("config", "bảng.md", "--lang", "en").out
    assert shown.count("accept ") == once.count(b"[[accept]]")
    record = json.loads(sxtdbv("config", "bảng.md", "--format", "json").out)
    assert ("SX101", "I", "total", {"stated": 70_000_000, "computed": 71_000_000}) in [
        (entry["rule"], entry["line"], entry["column"], entry["amounts"]) for entry in record["accept"]
    ]
    assert sxtdbv("config", "plan.yaml", "--format", "json").out.count('"rule"') == 0
    Path("bảng.md").write_text(TABLE.replace("| 70.", "| 71."), "utf-8")
    assert sxtdbv("check", "bảng.md", "--strict").code == 1


def test_an_entry_of_a_configuration_that_matches_nothing_is_no_difference(sxtdbv: Run, plan: Path) -> None:
    Path("sxtdbv.toml").write_text(CONFIGURED.replace('"II"', '"IV"'), "utf-8")
    Path("later.yaml").write_bytes(plan.read_bytes().replace(b"total: 7.433.000.000", b"total: 7.434.000.000", 1))
    outcome = sxtdbv("diff", "plan.yaml", "later.yaml", "--lang", "en")
    assert (outcome.code, outcome.err) == (1, "")
    assert "+ SX911 this entry accepts SX101 at III:total" in outcome.out  # its figures have changed
    assert "no finding SX204 at IV" not in outcome.out  # nor was there one before


def test_an_entry_that_no_longer_matches_is_a_difference(sxtdbv: Run, plan: Path) -> None:
    Path("later.yaml").write_bytes(plan.read_bytes())
    sxtdbv("accept", "plan.yaml", *ONE, "--write")
    text = plan.read_text("utf-8")
    plan.write_text(text.replace("    line: II\n", "    line: IV\n"), "utf-8", newline="\n")
    outcome = sxtdbv("diff", "plan.yaml", "later.yaml", "--lang", "en")
    assert (outcome.code, outcome.err) == (1, "")
    assert "there is no finding SX204 at IV" in outcome.out
