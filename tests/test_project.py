"""The project itself: the folder is the registry, start-up is lean, the wheel works where nothing else is."""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from conftest import PLAN, ROOT
from sxtdbv_cli import discover

RULE = """
from sxtdbv_cli.model.finding import Hit, Severity
from sxtdbv_cli.text.language import Text

NAME, SEVERITY, TITLE, MESSAGE = "dropped-in", Severity.NOTE, Text("a", "a"), Text("xin chào", "hello")


def check(subject):
    yield Hit(("document", "title"))
"""
FORMAT = """
def render(reports, style):
    return f"{len(reports)} files\\n"
"""


def python(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"], "PYTHONIOENCODING": "utf-8", **environment},
        check=False,
    )


@pytest.mark.parametrize(
    ("package", "name", "source"),
    [("rules", "sx999_dropped_in", RULE), ("render/check", "dropped", FORMAT)],
)
def test_a_rule_or_a_format_is_added_by_adding_its_module(tmp_path: Path, package: str, name: str, source: str) -> None:
    """A folder elsewhere is put on the package's path, as if the module had been dropped into it."""
    (tmp_path / f"{name}.py").write_text(source, encoding="utf-8")
    dotted = f"sxtdbv_cli.{package.replace('/', '.')}"
    code = (
        f"import sys, {dotted} as package; package.__path__.append({str(tmp_path)!r});"
        "from sxtdbv_cli.cli import run; sys.exit(run(sys.argv[1:]))"
    )
    chosen = "dropped" if package == "render/check" else "jsonl"
    outcome = python("-c", code, "check", str(PLAN), "--format", chosen)
    assert outcome.returncode == 1, outcome.stderr
    if chosen == "dropped":
        assert outcome.stdout == "1 files\n"
    else:
        assert "SX999" in {finding["code"] for finding in json.loads(outcome.stdout)["findings"]}


def test_discover_lists_modules_in_order_and_no_private_ones() -> None:
    found = discover.names("sxtdbv_cli.commands")
    assert found == sorted(found)
    assert {"check", "summary"} <= set(found)
    assert not any(name.startswith("_") for name in found)


LISTING = (
    "import os, sys, atexit; from sxtdbv_cli.__main__ import main;"
    "atexit.register(lambda: sys.stderr.write('modules ' + ' '.join(sys.modules)));"
    "os._exit = sys.exit; sys.argv[0] = 'sxtdbv'; main()"
)
"""The program as it runs, and at the end, which it then waits for, the modules it has loaded."""
HEAVY = {"pydantic", "openpyxl", "rich", "jsonschema", "hypothesis", "ortools", "docx", "python_calamine"}


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (["--version"], set()),
        (["--help"], set()),
        (["check", str(PLAN)], {"rich"}),
        (["check", str(PLAN), "--format", "json"], set()),
        (["summary", str(PLAN), "--format", "json"], set()),
    ],
    ids=["version", "help", "check", "check-json", "summary-json"],
)
def test_a_command_imports_only_what_it_uses(arguments: list[str], allowed: set[str]) -> None:
    outcome = python("-c", LISTING, *arguments)
    loaded = set(outcome.stderr.rpartition("modules ")[2].split())
    assert "sys" in loaded
    assert loaded & HEAVY <= allowed


def test_completion_loads_no_pydantic_model() -> None:
    outcome = python("-c", LISTING, _SXTDBV_COMPLETE="complete_bash", COMP_WORDS="sxtdbv ch", COMP_CWORD="1")
    assert "check" in outcome.stdout
    assert "pydantic" not in outcome.stderr.rpartition("modules ")[2].split()


def test_the_same_bytes_each_run() -> None:
    """Whatever the order of hashes."""
    outputs = {
        python("-m", "sxtdbv_cli", "check", str(PLAN), "--format", chosen, PYTHONHASHSEED=seed).stdout
        for seed in ("0", "1", "42")
        for chosen in ("terminal",)
    }
    assert len(outputs) == 1


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = python("-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    assert built.returncode == 0, built.stderr
    return next(folder.glob("sxtdbv_cli-*.whl"))


def test_the_wheel_works_in_a_bare_environment_from_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "env"
    venv.create(environment, with_pip=True)
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    installed = subprocess.run(
        [str(scripts / "python"), "-m", "pip", "install", "--quiet", str(wheel)], capture_output=True, check=False
    )
    assert installed.returncode == 0, installed.stderr
    empty = tmp_path / "empty"
    empty.mkdir()

    def sxtdbv(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(scripts / "sxtdbv"), *arguments], cwd=empty, capture_output=True, encoding="utf-8", check=False
        )

    checked = json.loads(sxtdbv("check", "--format", "json").stdout)
    assert (checked["sums"]["total"], checked["sums"]["fail"]) == (76, 6)
    summary = json.loads(sxtdbv("summary", "--format", "json").stdout)
    assert summary["listed"]["total"] == 12_593_000_000
    assert sxtdbv("explain", "SX101").returncode == 0
    assert sxtdbv("--version").stdout.startswith("sxtdbv ")
