"""The project itself: the folder is the registry, start-up is lean, the wheel works where nothing else is."""

import json
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
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
PAGE = "# SX999 dropped-in\n\n## Tiếng Việt\n\nXin chào.\n\n## English\n\nHello.\n"
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


@pytest.fixture(scope="module")
def dropped(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., subprocess.CompletedProcess[str]]:
    """The program in a copy of the package that has a rule, its page and a format more."""
    folder = tmp_path_factory.mktemp("copy")
    package = folder / "sxtdbv_cli"
    shutil.copytree(ROOT / "src" / "sxtdbv_cli", package, ignore=shutil.ignore_patterns("__pycache__"))
    (package / "rules" / "sx999_dropped_in.py").write_text(RULE, encoding="utf-8")
    (package / "rules" / "sx999_dropped_in.md").write_text(PAGE, encoding="utf-8")
    (package / "render" / "check" / "dropped.py").write_text(FORMAT, encoding="utf-8")
    return lambda *arguments: python("-m", "sxtdbv_cli", *arguments, PYTHONPATH=str(folder), LC_ALL="C.UTF-8")


Dropped = Callable[..., subprocess.CompletedProcess[str]]


def test_a_rule_is_added_by_adding_its_module_and_its_page(dropped: Dropped) -> None:
    record = json.loads(dropped("check", str(PLAN), "--format", "json").stdout)
    assert [found["message"] for found in record["findings"] if found["code"] == "SX999"] == ["hello"]
    assert "SX999" in {rule["code"] for rule in json.loads(dropped("rules", "--format", "json").stdout)}
    assert dropped("explain", "SX999").stdout == "# SX999 dropped-in\n\nHello.\n"
    run = json.loads(dropped("check", str(PLAN), "--format", "sarif").stdout)["runs"][0]
    assert run["tool"]["driver"]["rules"][-1]["fullDescription"]["text"] == "Hello."
    assert "SX999 dropped-in" in dropped("check", str(PLAN), "--format", "junit").stdout
    assert (
        json.loads(dropped("check", str(PLAN), "--format", "json", "--select", "SX999").stdout)["counts"]["note"] == 1
    )


def test_a_format_is_added_by_adding_its_module(dropped: Dropped) -> None:
    outcome = dropped("check", str(PLAN), str(PLAN), "--format", "dropped")
    assert (outcome.returncode, outcome.stdout) == (1, "2 files\n")
    assert "dropped, " in " ".join(dropped("check", "--help").stdout.split())
    assert "dropped" in dropped("check", "--format", "x").stderr


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
HEAVY = {
    "pydantic",
    "openpyxl",
    "rich",
    "jsonschema",
    "hypothesis",
    "ortools",
    "docx",
    "xlsxwriter",
    "lxml",
    "python_calamine",
    "sxtdbv_cli.tables",  # a plan file needs no recogniser, which takes as long to load as all else together
}


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


def test_the_same_bytes_each_run(tmp_path: Path) -> None:
    """Whatever the order of hashes, in every format at once."""
    names = discover.names("sxtdbv_cli.render.check")
    outputs: list[list[bytes]] = []
    for seed in ("0", "1", "42"):
        asked = [f"--format={name}={tmp_path / name}" for name in names]
        hostile = str(ROOT / "tests/cases/plans/hostile.yaml")
        outcome = python("-m", "sxtdbv_cli", "check", str(PLAN), hostile, *asked, PYTHONHASHSEED=seed)
        assert outcome.returncode == 1, outcome.stderr
        outputs.append([(tmp_path / name).read_bytes() for name in names])
    assert outputs[0] == outputs[1] == outputs[2]
    assert all(outputs[0])


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
