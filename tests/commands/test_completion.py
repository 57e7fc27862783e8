"""What shells are offered: names from folders, line paths from the plan, and nothing a shell could act on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import PLAN, ROOT
from sxtdbv_cli import discover

RUN = (
    "import sys, atexit; from sxtdbv_cli.__main__ import main;"
    "atexit.register(lambda: sys.stderr.write('modules ' + ' '.join(sys.modules))); sys.argv = ['sxtdbv']; main()"
)


def offered(line: str, folder: Path = ROOT, shell: str = "bash") -> tuple[list[str], set[str]]:
    """What is offered for the last word of a line, and the modules it took."""
    words = {
        "COMP_WORDS": line,
        "COMP_CWORD": str(line.count(" ")),
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_SXTDBV_COMPLETE": f"complete_{shell}",
    }
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", **words}
    outcome = subprocess.run(
        [sys.executable, "-c", RUN], cwd=folder, capture_output=True, encoding="utf-8", env=environment, check=False
    )
    return outcome.stdout.split(), set(outcome.stderr.rpartition("modules ")[2].split())


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("sxtdbv explain SX10", ["SX101", "SX102", "SX103", "SX104", "SX105", "SX106"]),
        ("sxtdbv explain sx901", ["sx901"]),
        ("sxtdbv check --select SX101,SX90", ["SX101,SX901", "SX101,SX902", "SX101,SX903"]),
        ("sxtdbv check --severity SX105", ["SX105"]),
        ("sxtdbv check --format j", ["json", "jsonl", "junit"]),
        ("sxtdbv diff --format ", ["json", "markdown", "terminal"]),
        ("sxtdbv check --lang ", ["vi", "en"]),
    ],
)
def test_names_come_without_reading_a_plan(line: str, first: list[str]) -> None:
    found, modules = offered(line)
    assert found == first
    assert not modules & {"pydantic", "yaml", "rich", "openpyxl"}


def test_every_rule_is_offered() -> None:
    found, _ = offered("sxtdbv explain ")
    assert found == [name.partition("_")[0].upper() for name in discover.names("sxtdbv_cli.rules", "sx")]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "sxtdbv summary --line III/B",
            ["III/B", "III/B/3.3", "III/B/3.3/3.3.1", "III/B/3.3/3.3.2", "III/B/3.3/3.3.3"],
        ),
        (f"sxtdbv summary {PLAN} --line II/", ["II/#1"]),
        (f"sxtdbv check {PLAN} --trust IV/4.1", ["IV/4.1"]),
        (f"sxtdbv check {PLAN} --trust IV/4.1:20", [f"IV/4.1:{year}" for year in (2022, 2023, 2024, 2025)]),
        ("sxtdbv check - --trust IV", []),
        ("sxtdbv check no-such.yaml --trust IV", []),
    ],
)
def test_lines_come_from_the_plan_that_is_named(line: str, found: list[str]) -> None:
    assert offered(line)[0] == found


def test_no_shell_is_given_what_it_could_act_on(tmp_path: Path) -> None:
    """zsh evaluates what it is offered."""
    titles = ["a $(touch taken)", "b `touch taken`", r"c \$(touch taken)", "d'; touch taken; '"]
    lines = "".join(f"  - {{code: {code}, title: {title!r}}}\n" for code, title in enumerate(titles, 1))
    bad = "".join(f"  - {{code: {code!r}, title: x}}\n" for code in ("$(x)", "`x`", r"\$(x)", "a'b", "*", "a b", "a;b"))
    (tmp_path / "p.yaml").write_text(f"document: {{}}\nyears: [2022]\nlines:\n{lines}{bad}", encoding="utf-8")
    for shell in ("bash", "zsh", "fish"):
        found = " ".join(offered("sxtdbv summary p.yaml --line ", tmp_path, shell)[0])
        assert "1" in found
        assert "4" in found
        assert not set(found.replace("_arguments '*: :((", "").replace("))'", "")) & set("$`\\;'*()")
