"""The examples of docs/configuration.md are run."""

import re
from pathlib import Path

import pytest

from conftest import PLAN, ROOT, Run

PAGE = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("example", [*blocks("toml"), *blocks("toml in force")], ids=lambda text: text.splitlines()[0])
def test_a_configuration_can_be_used(
    sxtdbv: Run, example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sxtdbv.toml").write_text(example, "utf-8")
    outcome = sxtdbv("config", "plan.yaml", "--format", "json")
    assert (outcome.code, outcome.err) == (0, "")
    assert '"sxtdbv.toml"' in outcome.out


def test_the_screens_are_as_shown(sxtdbv: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown, wrong = blocks("console")
    monkeypatch.chdir(tmp_path)
    Path("data").mkdir()
    Path("data/plan.yaml").write_bytes(PLAN.read_bytes())
    command, screen = shown.split("\n", 1)
    Path("sxtdbv.toml").write_text(blocks("toml in force")[0], "utf-8")
    in_vietnamese = sxtdbv(*command.split()[2:]).out
    assert "Cấu hình: sxtdbv.toml" in in_vietnamese
    in_english = sxtdbv(*command.split()[2:], "--lang", "en").out
    assert in_english.replace("lang            en       option", "lang            vi       sxtdbv.toml:3:1") == screen
    command, screen = wrong.split("\n", 1)
    Path("sxtdbv.toml").write_text('selct = ["SX1"]\n', "utf-8")
    assert sxtdbv(*command.split()[2:]).err == screen


def test_an_entry_is_written_as_shown(sxtdbv: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command, screen = blocks("console accept")[0].split("\n", 1)
    monkeypatch.chdir(tmp_path)
    Path("data").mkdir()
    Path("data/plan.yaml").write_bytes(PLAN.read_bytes())
    assert sxtdbv(*command.split()[2:], COLUMNS="100").out == screen
