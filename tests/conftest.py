"""What the tests share: running the program as its user does, within this process."""

import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

from sxtdbv_cli.cli import run

ROOT = Path(__file__).parents[1]
PLAN = ROOT / "data" / "plan_2022_2025.yaml"
CASES = ROOT / "tests" / "cases"

settings.register_profile("no-clock", deadline=None)  # a busy machine is no mistake
settings.load_profile("no-clock")


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
