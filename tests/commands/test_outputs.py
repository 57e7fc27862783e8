"""``--format`` again and again, and ``--output``: which text goes where, and what is refused."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import CASES, PLAN, ROOT, Run
from sxtdbv_cli.__main__ import expanded

CLEAN = str(CASES / "plans" / "clean.yaml")


def test_several_formats_at_once(sxtdbv: Run, tmp_path: Path) -> None:
    record, lines = tmp_path / "out=1.json", tmp_path / "out.jsonl"
    outcome = sxtdbv(
        "check", str(PLAN), "--format", "terminal", "--format", f"json={record}", "--format", f"jsonl={lines}"
    )
    assert outcome.code == 1
    assert outcome.out == sxtdbv("check", str(PLAN)).out
    assert json.loads(record.read_bytes()) == json.loads(lines.read_bytes())
    assert record.read_text(encoding="utf-8") == sxtdbv("check", str(PLAN), "--format", "json").out


def test_with_files_only_nothing_is_printed(sxtdbv: Run, tmp_path: Path) -> None:
    outcome = sxtdbv("check", CLEAN, "--format", f"json={tmp_path / 'out.json'}")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")


@pytest.mark.parametrize("command", ["check", "diagnose", "summary"])
def test_output_takes_what_would_be_printed(sxtdbv: Run, tmp_path: Path, command: str) -> None:
    file = tmp_path / "kết quả.txt"
    outcome = sxtdbv(command, str(PLAN), "-o", str(file), "--lang", "vi", encoding="ascii", FORCE_COLOR="1")
    assert outcome.out == ""
    content = file.read_bytes()
    assert b"\x1b" not in content
    assert b"\r" not in content
    assert content.decode("utf-8") == sxtdbv(command, str(PLAN), "--lang", "vi").out


def test_a_dash_is_standard_output(sxtdbv: Run) -> None:
    printed = sxtdbv("check", CLEAN, "--format", "json").out
    assert sxtdbv("check", CLEAN, "--format", "json=-").out == printed
    assert sxtdbv("check", CLEAN, "--format", "json", "--output", "-").out == printed


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "json", "--format", "jsonl"], "json, jsonl"),
        (["--format", "json="], "json="),
        (["--format", "jsno=x"], "json"),
        (["--format", "json=x", "--output", "y"], "--output y"),
        (["--format", "json=x", "--format", "jsonl=./x"], "./x"),
        (["--format", "json", "--format", "jsonl=x", "--output", "x"], "x"),
        (["--output", "plan.yaml"], "plan.yaml"),
        (["--format", "json=link.yaml"], "link.yaml"),
        (["--output", "no/such/folder"], "no/such/folder"),
        (["--output", "."], "."),
    ],
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_cannot_be_written_is_refused_and_nothing_is_lost(
    sxtdbv: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str, language: str
) -> None:
    monkeypatch.chdir(tmp_path)
    plan = Path("plan.yaml")
    plan.write_bytes(PLAN.read_bytes())
    Path("link.yaml").symlink_to(plan)
    before = sorted(Path().iterdir())
    outcome = sxtdbv("check", "plan.yaml", *arguments, "--lang", language)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("sxtdbv: ")
    assert said in outcome.err
    assert plan.read_bytes() == PLAN.read_bytes()
    assert sorted(Path().iterdir()) == before


def test_the_default_plan_is_not_overwritten(sxtdbv: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert sxtdbv("check", "--output", str(PLAN)).code == 2
    assert sxtdbv("summary", "--output", str(PLAN)).code == 2


def test_a_file_is_replaced_as_a_whole(sxtdbv: Run, tmp_path: Path) -> None:
    file, link = tmp_path / "out.json", tmp_path / "link.json"
    file.write_text("x" * 10**6, encoding="utf-8")
    file.chmod(0o640)
    link.symlink_to(file)
    sxtdbv("check", CLEAN, "--format", f"json={link}")
    assert json.loads(file.read_bytes())["version"] == 1
    assert link.is_symlink()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.json", "out.json"]


def test_a_new_file_has_the_mode_the_user_wants(sxtdbv: Run, tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        sxtdbv("check", CLEAN, "--output", str(tmp_path / "out"))
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o640


def test_a_device_is_written_to_as_it_is(sxtdbv: Run) -> None:
    assert sxtdbv("check", CLEAN, "--output", os.devnull).code == 0
    assert not Path(os.devnull).is_file()


def test_help_lists_the_formats_there_are(sxtdbv: Run) -> None:
    from sxtdbv_cli import discover

    for command in ("check", "diagnose", "summary"):
        shown = " ".join(sxtdbv(command, "--help").out.split())
        assert ", ".join(discover.names(f"sxtdbv_cli.render.{command}")) in shown


FULL_DISK = """
import errno, io, sys
from sxtdbv_cli.__main__ import main

class Full(io.RawIOBase):
    def writable(self):
        return True

    def write(self, data):
        raise OSError(errno.ENOSPC, "no space")

sys.stdout = io.TextIOWrapper(io.BufferedWriter(Full()), encoding="utf-8")
sys.exit(main())
"""


@pytest.mark.parametrize("arguments", [["check"], ["check", "--format", "json"], ["--help"]])
def test_a_full_disk_is_no_fault_of_the_program(arguments: list[str]) -> None:
    line = [sys.executable, "-c", FULL_DISK, *arguments, "--lang", "vi"]
    outcome = subprocess.run(line, capture_output=True, check=False, encoding="utf-8", cwd=ROOT)
    assert (outcome.returncode, outcome.stderr) == (2, "sxtdbv: không in được kết quả: ổ đĩa đã đầy\n")


@pytest.mark.parametrize("closed", ["1", "12", "2"])
def test_standard_output_may_be_closed(closed: str) -> None:
    close = f"import os, sys; [os.close(int(one)) for one in {closed!r}]; os.execv(sys.executable, sys.argv[1:])"
    line = [sys.executable, "-c", close, sys.executable, "-m", "sxtdbv_cli", "check", "--lang", "en"]
    outcome = subprocess.run(line, capture_output=True, check=False, encoding="utf-8", cwd=ROOT)
    assert (outcome.returncode, outcome.stderr) == (1, "")


def test_why_a_file_cannot_be_written_is_said_in_the_language_of_the_user(sxtdbv: Run, tmp_path: Path) -> None:
    file = tmp_path / "none" / "x.xlsx"
    said = {"vi": "không ghi được {}: không có thư mục này", "en": "{} cannot be written: there is no such folder"}
    for language, why in said.items():
        outcome = sxtdbv("export", CLEAN, "-o", str(file), SXTDBV_LANG=language)
        assert (outcome.code, outcome.err) == (2, f"sxtdbv: {why.format(file)}\n")


def test_a_shell_of_windows_leaves_it_to_the_program_which_files_a_star_stands_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("b.xlsx", "a [1].xlsx", "~$b.xlsx", "c.csv"):
        Path(name).touch()
    assert expanded(["check", "*.xlsx", "-q", "none*"]) == ["check", "a [1].xlsx", "b.xlsx", "-q", "none*"]
    assert expanded(["a [1].xls?", str(tmp_path / "c*")]) == ["a [1].xlsx", str(tmp_path / "c.csv")]
    assert expanded(["[a]*"]) == ["[a]*"]
