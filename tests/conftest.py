"""What the tests share: running the program as its user does, within this process."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import settings

from sxtdbv_cli.cli import run
from sxtdbv_cli.files import read
from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.model.plan import validated

ROOT = Path(__file__).parents[1]
PLAN = ROOT / "data" / "plan_2022_2025.yaml"
CASES = ROOT / "tests" / "cases"

settings.register_profile("no-clock", deadline=None)  # a busy machine is no mistake
settings.load_profile("no-clock")


@pytest.fixture(scope="session", autouse=True)
def every_table_is_held_to_the_model() -> Iterator[None]:
    """Hold every table that any test reads to the types of the model, as ``import`` does."""
    load = read.load

    def held(*arguments: Any) -> Loaded:
        loaded = load(*arguments)
        return loaded if loaded.sheet is None else loaded._replace(plan=validated(loaded.plan))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(read, "load", held)
        yield


class Outcome(NamedTuple):
    """What a run printed, and its exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def sxtdbv(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the program: ``sxtdbv("check", "--lang", "en", stdin=b"...", encoding="cp1252", COLUMNS="80")``."""

    def call(*arguments: str, stdin: bytes = b"", encoding: str = "utf-8", **environment: str) -> Outcome:
        for name in (
            "NO_COLOR",
            "FORCE_COLOR",
            "SXTDBV_LANG",
            "GITHUB_STEP_SUMMARY",
            "GITHUB_ACTIONS",
            "GITHUB_WORKSPACE",
        ):
            monkeypatch.delenv(name, raising=False)
        for name, value in {"COLUMNS": "80", "LC_ALL": "C.UTF-8", **environment}.items():
            monkeypatch.setenv(name, value)
        streams = [TextIOWrapper(BytesIO(), encoding=encoding, newline="\n") for _ in range(2)]
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin)))
            patch.setattr(sys, "stdout", streams[0])
            patch.setattr(sys, "stderr", streams[1])
            code = run(list(arguments))
        out, err = (stream.buffer.getvalue() for stream in streams)  # type: ignore[attr-defined]
        return Outcome(code, out.decode(encoding, "replace"), err.decode(encoding, "replace"))

    return call


def git(*arguments: str, folder: Path) -> None:
    """Run git as nobody in particular, without the settings of this machine."""
    who = ("-c", "user.name=x", "-c", "user.email=x@x", "-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null")
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, env=environment)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository whose first commit has the plan; the current folder is its top."""
    git("init", "-q", "-b", "main", folder=tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "plan.yaml").write_bytes(PLAN.read_bytes())
    git("add", ".", folder=tmp_path)
    git("commit", "-q", "-m", "one", folder=tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path
