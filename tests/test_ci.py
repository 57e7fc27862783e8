"""What others build on: the hook, the action, the examples of docs/ci.md, each held by a tool that is not ours."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import ROOT, git

HOOKS = ROOT / ".pre-commit-hooks.yaml"
ACTION = ROOT / "action.yml"
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
BIN = Path(sys.executable).parent
CLEAN = "document: {title: x}\nyears: [2022]\nlines:\n  - {title: a, amounts: {total: 1, 2022: 1}}\n"
BROKEN = CLEAN.replace("total: 1", "total: 2")


def run(*command: str, folder: Path = ROOT, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    everything = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", **environment}
    return subprocess.run(
        command, cwd=folder, input=stdin, capture_output=True, encoding="utf-8", env=everything, check=False
    )


def block(kind: str) -> str:
    (found,) = re.findall(rf"```yaml {kind}\n(.*?)```", PAGE, re.DOTALL)
    return str(found)


@pytest.mark.parametrize(
    ("kind", "schema"), [("github-workflow", "vendor.github-workflows"), ("gitlab-ci", "vendor.gitlab-ci")]
)
def test_the_examples_are_what_github_and_gitlab_take(tmp_path: Path, kind: str, schema: str) -> None:
    file = tmp_path / "example.yml"
    file.write_text(block(kind), encoding="utf-8")
    found = run(sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file))
    assert found.returncode == 0, found.stdout


def test_the_action_is_what_github_takes() -> None:
    found = run(sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", str(ACTION))
    assert found.returncode == 0, found.stdout


def test_the_hooks_and_their_example_are_what_pre_commit_takes(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text(block("pre-commit-config"), encoding="utf-8")
    home = str(tmp_path / "prek")
    assert run("prek", "validate-manifest", str(HOOKS), PREK_HOME=home).returncode == 0
    assert run("prek", "validate-config", str(tmp_path / "config.yaml"), PREK_HOME=home).returncode == 0


def action() -> dict[str, Any]:
    return yaml.safe_load(ACTION.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def test_no_input_is_part_of_a_script() -> None:
    scripts = [step["run"] for step in action()["runs"]["steps"] if "run" in step]
    assert len(scripts) == 2
    assert not any("${{" in script for script in scripts)


def check_step(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the script of the action's last step, as the runner does."""
    script = action()["runs"]["steps"][-1]["run"]
    place = folder / ".runner" / "sxtdbv" / "bin"
    place.mkdir(parents=True, exist_ok=True)
    if not (place / "sxtdbv").exists():
        (place / "sxtdbv").symlink_to(BIN / "sxtdbv")
    stated = {"FILES": "", "SINCE": "", "ARGS": "--no-diagnose", **inputs, "GITHUB_STEP_SUMMARY": ""}
    runner = {"RUNNER_TEMP": str(folder / ".runner"), "GITHUB_WORKSPACE": str(folder), "LC_ALL": "C.UTF-8"}
    return run("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script, folder=folder, **stated, **runner)


def test_the_action_checks_what_is_named(tmp_path: Path) -> None:
    (tmp_path / "data" / "deep").mkdir(parents=True)
    (tmp_path / "data" / "good one.yaml").write_text(CLEAN, encoding="utf-8")
    assert check_step(tmp_path, FILES="data/good one.yaml\n").returncode == 0
    (tmp_path / "data" / "deep" / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    found = check_step(tmp_path, FILES="data/*.yaml\ndata/**/br*.yaml")
    assert found.returncode == 1, found.stderr
    assert "file=data/deep/broken.yaml" in found.stdout
    assert "good one.yaml" in found.stdout
    assert check_step(tmp_path, FILES="data/no-*.yaml").returncode == 2
    assert check_step(tmp_path).returncode == 2


def test_the_action_checks_what_changed(repository: Path) -> None:
    assert check_step(repository, SINCE="HEAD", ARGS="").returncode == 0
    (repository / "new.yaml").write_text(BROKEN, encoding="utf-8")
    found = check_step(repository, SINCE="HEAD", ARGS="--strict\n--no-diagnose")
    assert found.returncode == 1
    assert "file=new.yaml" in found.stdout
    assert "data/plan.yaml" not in found.stdout


@pytest.mark.parametrize(
    "hostile", ["$(touch taken)", "`touch taken`", "; touch taken", '"; touch taken; "', "--output=taken"]
)
def test_what_a_user_states_is_data(repository: Path, hostile: str) -> None:
    for name in ("FILES", "SINCE"):
        assert check_step(repository, **{name: hostile}).returncode == 2
    assert check_step(repository, FILES="data/plan.yaml", ARGS=hostile.replace("--output=", "")).returncode == 2
    assert not (repository / "taken").exists()


@pytest.fixture
def hooked(tmp_path: Path) -> Path:
    """A repository with the hook as it is described, run with the program of this environment."""
    (hook,) = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    assert hook["language"] == "python"
    command = shlex.split(hook["entry"])
    local = {**hook, "language": "system", "entry": shlex.join([str(BIN / command[0]), *command[1:]])}
    config = {"repos": [{"repo": "local", "hooks": [local]}]}
    git("init", "-q", "-b", "main", folder=tmp_path)
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    return tmp_path


def prek(folder: Path) -> subprocess.CompletedProcess[str]:
    git("add", ".", folder=folder)
    return run("prek", "run", folder=folder, PREK_HOME=str(folder / ".git" / "prek"), SXTDBV_LANG="en", NO_COLOR="1")


def test_the_hook_stops_a_commit_that_breaks_a_sum(hooked: Path) -> None:
    plan = hooked / "data" / "ke-hoach 2022.yaml"
    plan.parent.mkdir()
    plan.write_text(CLEAN, encoding="utf-8")
    assert prek(hooked).returncode == 0
    plan.write_text(BROKEN, encoding="utf-8")
    stopped = prek(hooked)
    assert stopped.returncode == 1
    assert "ke-hoach 2022.yaml" in stopped.stdout
    assert "FAILED: errors: 1" in stopped.stdout


@pytest.mark.parametrize("name", ["plan.yml", "Budget-2024.yaml", "data/KeHoach.yaml", "du_toan.yaml", "my_plan.yaml"])
def test_the_hook_looks_at_plans(hooked: Path, name: str) -> None:
    (hooked / name).parent.mkdir(exist_ok=True)
    (hooked / name).write_text(BROKEN, encoding="utf-8")
    assert prek(hooked).returncode == 1


@pytest.mark.parametrize("name", ["ci.yml", "airplane.yaml", "plan.txt", "explanation.yaml", "plan/readme.yaml"])
def test_the_hook_looks_at_nothing_else(hooked: Path, name: str) -> None:
    (hooked / name).parent.mkdir(exist_ok=True)
    (hooked / name).write_text(BROKEN, encoding="utf-8")
    assert prek(hooked).returncode == 0
