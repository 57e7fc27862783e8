"""Configuration files as their user meets them: found, weighed against the options, wrong in every way."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from conftest import PLAN, Run
from sxtdbv_cli.files.codes import known_codes


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a plan in it, which is the current one."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "plan.yaml").write_bytes(PLAN.read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def counts(sxtdbv: Run, *arguments: str, **more: Any) -> dict[str, int]:
    """How many findings there are of each code."""
    record = json.loads(sxtdbv("check", *(arguments or ("data/plan.yaml",)), "--format", "json", **more).out)
    found: dict[str, int] = {}
    for finding in record["findings"]:
        found[finding["code"]] = found.get(finding["code"], 0) + 1
    return found


def in_force(sxtdbv: Run, *arguments: str) -> dict[str, dict[str, Any]]:
    record = json.loads(sxtdbv("config", *arguments, "--format", "json").out)
    return {setting["key"]: setting for setting in record["settings"]}


ALL = {"SX101": 3, "SX102": 3, "SX103": 2, "SX204": 1}


def test_the_nearest_configuration_above_the_file(sxtdbv: Run, project: Path) -> None:
    assert counts(sxtdbv) == ALL
    (project / "pyproject.toml").write_text('[tool.sxtdbv]\nselect = ["SX1"]\n', "utf-8")
    assert counts(sxtdbv) == {code: found for code, found in ALL.items() if code < "SX2"}
    (project / "sxtdbv.toml").write_text('select = ["SX103"]\n', "utf-8")
    assert counts(sxtdbv) == {"SX103": 2}
    (project / "data" / "pyproject.toml").write_text('[project]\nname = "sxtdbv"\n', "utf-8")
    assert counts(sxtdbv) == {"SX103": 2}
    (project / "data" / "sxtdbv.toml").write_text("", "utf-8")
    assert counts(sxtdbv) == ALL
    assert counts(sxtdbv, "data/plan.yaml", "--config", "pyproject.toml") == counts(
        sxtdbv, "data/plan.yaml", "--select", "SX1"
    )
    assert counts(sxtdbv, "data/plan.yaml", "--config", "sxtdbv.toml", "--ignore", "SX103") == {}
    assert counts(sxtdbv, "data/plan.yaml", "--no-config") == ALL


def test_standard_input_has_the_configuration_of_the_current_folder(sxtdbv: Run, project: Path) -> None:
    (project / "sxtdbv.toml").write_text('ignore = ["SX1"]\n[files."*"]\nignore = ["SX2"]\n', "utf-8")
    assert counts(sxtdbv, "-", stdin=PLAN.read_bytes()) == {"SX204": 1}


EVERY_LEVEL = """
strict = false
select = ["SX1", "SX2"]
severity = {SX204 = "error", SX103 = "error"}

[files."*.yaml"]
strict = true
severity = {SX204 = "warning"}

[files."data/*"]
ignore = ["SX101"]
severity.SX306 = "note"
"""


def test_an_option_wins_over_a_section_over_the_file_over_the_default(sxtdbv: Run, project: Path) -> None:
    (project / "sxtdbv.toml").write_text(EVERY_LEVEL, "utf-8")
    found = in_force(sxtdbv, "data/plan.yaml")
    shown = {key: (one["value"], one["origin"], one["section"]) for key, one in found.items()}
    assert shown == {
        "select": (["SX1", "SX2"], "file", None),
        "ignore": (["SX101"], "section", "data/*"),
        "severity.SX103": ("error", "file", None),
        "severity.SX204": ("warning", "section", "*.yaml"),
        "severity.SX306": ("note", "section", "data/*"),
        "strict": (True, "section", "*.yaml"),
        "trust": ([], "default", None),
        "budget": (2.0, "default", None),
        "lang": ("en", "default", None),
    }
    assert {key: one["place"]["line"] for key, one in found.items() if one["place"]} == {
        "select": 3,
        "ignore": 11,
        "severity.SX103": 4,
        "severity.SX204": 8,
        "severity.SX306": 12,
        "strict": 7,
    }
    record = json.loads(sxtdbv("check", "--format", "json", "data/plan.yaml", "--severity", "sx204=note").out)
    severities = {finding["code"]: finding["severity"] for finding in record["findings"]}
    assert severities == {"SX102": "error", "SX103": "error", "SX204": "note"}


def test_a_selection_begins_anew(sxtdbv: Run, project: Path) -> None:
    """Whoever asks for a rule gets it, though a lower level ignores it; an ``ignore`` beside it counts."""
    (project / "sxtdbv.toml").write_text('ignore = ["SX2", "SX103"]\n', "utf-8")
    assert counts(sxtdbv) == {"SX101": 3, "SX102": 3}
    assert counts(sxtdbv, "data/plan.yaml", "--select", "SX204,SX1") == ALL
    assert counts(sxtdbv, "data/plan.yaml", "--select", "SX1", "--select", "SX204", "--ignore", "sx10") == {"SX204": 1}
    assert counts(sxtdbv, "data/plan.yaml", "--ignore", "SX1") == {"SX204": 1}


def test_strict_by_file(sxtdbv: Run, project: Path) -> None:
    (project / "data" / "warned.yaml").write_text(
        "document: {}\nyears: [2024]\nlines:\n- {title: a, amounts: {total: -1, 2024: -1}}\n", "utf-8"
    )
    assert sxtdbv("check", "data/warned.yaml").code == 0
    (project / "sxtdbv.toml").write_text('[files."warned.*"]\nstrict = true\n', "utf-8")
    outcome = sxtdbv("check", "data/warned.yaml", "-q", "--lang", "en")
    assert (outcome.code, outcome.out[:26]) == (1, "data/warned.yaml: FAILED: ")
    assert sxtdbv("check", "data/warned.yaml", "--no-strict").code == 0
    assert sxtdbv("check", "data/warned.yaml", "--no-config").code == 0


@pytest.mark.parametrize("command", ["check", "diagnose", "fix"])
def test_what_is_trusted_is_never_blamed(sxtdbv: Run, project: Path, command: str) -> None:
    (project / "sxtdbv.toml").write_text('[files."plan.yaml"]\ntrust = ["III:total"]\nbudget = 3\n', "utf-8")
    by_file = sxtdbv(command, "data/plan.yaml")
    assert by_file == sxtdbv(command, "data/plan.yaml", "--no-config", "--trust", "III:total")
    assert by_file != sxtdbv(command, "data/plan.yaml", "--no-config")
    outcome = sxtdbv(command, "data/plan.yaml", "--trust", "VII")
    assert (outcome.code, outcome.err[:14]) == (2, "sxtdbv: there ")
    (project / "sxtdbv.toml").write_text('\ntrust = ["VII"]\n', "utf-8")
    outcome = sxtdbv(command, "data/plan.yaml")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("sxtdbv: sxtdbv.toml:2:1: there is no cell “VII”")


@pytest.mark.parametrize("code", known_codes())
def test_a_rule_that_does_not_run_changes_no_sum(sxtdbv: Run, code: str) -> None:
    whole = json.loads(sxtdbv("check", str(PLAN), "--format", "json").out)
    less = json.loads(sxtdbv("check", str(PLAN), "--format", "json", "--ignore", code).out)
    assert [less["sums"], less["diagnosis"]] == [whole["sums"], whole["diagnosis"]]
    assert less["findings"] == [finding for finding in whole["findings"] if finding["code"] != code]


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {"LC_ALL": "C.UTF-8"}, "vi"),
        ([], {"SXTDBV_LANG": "en"}, "en"),
        (["--lang", "en"], {"SXTDBV_LANG": "vi"}, "en"),
        (["--no-config"], {"LC_ALL": "C.UTF-8"}, "en"),
        (["--config", "other.toml"], {"LC_ALL": "vi_VN.UTF-8"}, "en"),
        (["--config=other.toml"], {"LC_ALL": "vi_VN.UTF-8"}, "en"),
    ],
)
def test_the_language_of_a_configuration_stands_between_the_environment_and_the_locale(
    sxtdbv: Run, project: Path, arguments: list[str], environment: dict[str, str], language: str
) -> None:
    (project / "data" / "sxtdbv.toml").write_text('lang = "vi"\n', "utf-8")
    (project / "other.toml").write_text('lang = "en"\n', "utf-8")
    outcome = sxtdbv("check", "data/plan.yaml", "-q", *arguments, **environment)
    assert ("KHÔNG ĐẠT" in outcome.out) is (language == "vi")


WRONG: dict[str, tuple[bytes, str, str]] = {
    "unknown key": (b'selct = ["SX1"]\n', "1:1", "select"),
    "unknown key in a section": (b'[files."*.yaml"]\nstrct = true\n', "2:1", "strict"),
    "unknown code": (b'strict = true\nignore = [\n  "SX999",\n]\n', "2:1", "SX99"),
    "no code at all": (b'select = ["hello"]\n', "1:1", "SX101"),
    "an empty code": (b'select = [""]\n', "1:1", "SX101"),
    "unknown code of a severity": (b'[severity]\nSX24 = "error"\n', "1:1", "SX204"),
    "unknown severity": (b'[severity]\nSX204 = "bad"\n', "1:1", "warning"),
    "a severity that is a number": (b"severity = {SX204 = 1}\n", "1:1", "warning"),
    "a code twice": (b"severity = {SX204 = 'note', sx204 = 'error'}\n", "1:1", ""),
    "language": (b'lang = "fr"\n', "1:1", "en"),
    "language in a section": (b'[files."*"]\nlang = "vi"\n', "2:1", "lang"),
    "strict as a number": (b"strict = 1\n", "1:1", "true"),
    "strict as a text": (b'strict = "yes"\n', "1:1", "true"),
    "codes as a number": (b"select = 7\n", "1:1", "SX2"),
    "codes as numbers": (b"select = [1]\n", "1:1", "SX2"),
    "trust as a date": (b"trust = 2022-07-26\n", "1:1", "III/A:total"),
    "budget below zero": (b"budget = -1\n", "1:1", "0"),
    "budget of no end": (b"budget = inf\n", "1:1", "0"),
    "budget as a boolean": (b"budget = true\n", "1:1", "0"),
    "severity as a list": (b'severity = ["SX204"]\n', "1:1", "SX204"),
    "files as a list": (b"[[files]]\nglob = 1\n", "1:1", "[files]"),
    "a section as a text": (b'files = {"*" = "strict"}\n', "1:1", "[files]"),
    "syntax": (b'strict = true\nselect = ["SX1"\nlang = "vi"\n', "3:1", "TOML"),
    "no value": (b"strict =\n", "1:9", "TOML"),
    "unfinished": (b'lang = "vi', "1:11", "TOML"),
    "a key twice": (b"strict = true\nstrict = true\n", "2:14", ""),
    "a section twice": (b"[severity]\n[severity]\n", "2:10", ""),
    "not utf-8": (b'strict = true\nlang = "\xe1"\n', "2:9", "UTF-8"),
    "utf-16": ("strict = true\n".encode("utf-16"), "1:1", "UTF-8"),
    "control character": (b"strict = true\x00\n", "1:14", "TOML"),
    "huge": (b"#" * (2**20 + 1), "", "1024"),
    "deep": (b"a = " + b"[" * 100_000, "", ""),
    "a number without end": (b"budget = " + b"9" * 100_000, "", ""),
}


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_is_wrong_is_said_with_its_place(sxtdbv: Run, project: Path, name: str, language: str) -> None:
    content, place, said = WRONG[name]
    (project / "sxtdbv.toml").write_bytes(content)
    outcome = sxtdbv("check", "data/plan.yaml", "--lang", language)
    assert (outcome.code, outcome.out) == (2, "")
    first, *_, last = outcome.err.splitlines()
    assert first.startswith(f"sxtdbv.toml:{place}: SX0" if place else "sxtdbv.toml:")
    assert said in first
    assert last.startswith("sxtdbv: ")
    assert "Traceback" not in outcome.err
    for command in ("config", "diagnose", "fix"):
        assert sxtdbv(command, "data/plan.yaml", "--lang", language) == outcome
    assert sxtdbv("check", "data/plan.yaml", "--no-config").code == 1


def test_all_that_is_wrong_is_said_at_once(sxtdbv: Run, project: Path) -> None:
    (project / "sxtdbv.toml").write_text('strct = true\nlang = "fr"\n[files."*"]\nbudget = -1\nlang = "vi"\n', "utf-8")
    rows = sxtdbv("check", "data/plan.yaml").err.splitlines()
    assert [row.split(": ")[0] for row in rows] == [*(f"sxtdbv.toml:{line}:1" for line in (1, 2, 4, 5)), "sxtdbv"]


def test_in_pyproject_places_are_those_of_the_file(sxtdbv: Run, project: Path) -> None:
    (project / "pyproject.toml").write_text('[project]\nname = "x"\n\n[tool.sxtdbv]\nlang = "en"\nstrct = 1\n', "utf-8")
    assert sxtdbv("check", "data/plan.yaml").err.startswith("pyproject.toml:6:1: SX005")
    (project / "pyproject.toml").write_text("[tool]\nsxtdbv = 1\n", "utf-8")
    assert sxtdbv("check", "data/plan.yaml").err.startswith("pyproject.toml:2:1: SX008")


def test_a_folder_of_that_name_and_a_file_that_is_not_there(sxtdbv: Run, project: Path) -> None:
    outcome = sxtdbv("check", "data/plan.yaml", "--config", "none.toml", "--lang", "en")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("none.toml: SX001")
    (project / "sxtdbv.toml").mkdir()
    outcome = sxtdbv("check", "data/plan.yaml", "--lang", "en")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("sxtdbv.toml: SX001 this is a folder")
    assert sxtdbv("check", "data/plan.yaml", "--no-config").code == 1
    assert sxtdbv("check", "data/plan.yaml", "--no-config", "--config", "a.toml").code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--select", "SX-204"], "SX204"),
        (["--ignore", "SX1,XS2"], "XS2"),
        (["--severity", "SX204"], "SX204=error"),
        (["--severity", "SX204=bad"], "warning"),
        (["--severity", "SX24=error"], "SX204"),
    ],
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_wrong_option_is_said(sxtdbv: Run, project: Path, arguments: list[str], said: str, language: str) -> None:
    outcome = sxtdbv("check", "data/plan.yaml", *arguments, "--lang", language)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("sxtdbv: ")
    assert said in outcome.err


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", ["80", "200"])
def test_the_screen_says_where_each_value_comes_from(sxtdbv: Run, project: Path, language: str, width: str) -> None:
    (project / "sxtdbv.toml").write_text(EVERY_LEVEL, "utf-8")
    outcome = sxtdbv("config", "data/plan.yaml", "--lang", language, COLUMNS=width)
    assert outcome.code == 0
    assert max(map(len, outcome.out.splitlines())) <= int(width)
    for said in ("sxtdbv.toml:7:1", "*.yaml", "sxtdbv.toml:11:1", "severity.SX306", "SX101", "SX301"):
        assert said in outcome.out


def test_without_a_configuration_no_toml_is_loaded(tmp_path: Path) -> None:
    code = (
        "import sys; from sxtdbv_cli.cli import run; run(sys.argv[1:]);"
        "print(*sorted({'tomllib', 'openpyxl'} & set(sys.modules)), file=sys.stderr)"
    )
    outcome = subprocess.run(
        [sys.executable, "-c", code, "check", str(tmp_path / "plan.yaml"), "--format", "json"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"], "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert "SX001" in outcome.stderr
    assert outcome.stderr.splitlines()[-1] == ""
