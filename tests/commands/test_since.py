"""``sxtdbv check --since``: only what changed, and nothing that changed is passed over in silence."""

import json
from pathlib import Path

import pytest

from conftest import PLAN, Run, git

CLEAN = "document: {title: x}\nyears: [2022]\nlines:\n  - {title: a, amounts: {total: 1, 2022: 1}}\n"


def files(sxtdbv: Run, *arguments: str, code: int) -> list[str]:
    outcome = sxtdbv("check", "--since", *arguments, "--format", "jsonl", "--no-diagnose")
    assert outcome.code == code, outcome.err
    return [json.loads(line)["file"] for line in outcome.out.splitlines()]


def commit(repository: Path, message: str = "more") -> None:
    git("add", ".", folder=repository)
    git("commit", "-q", "-m", message, folder=repository)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_changed_is_said_and_is_no_failure(sxtdbv: Run, repository: Path, language: str) -> None:
    outcome = sxtdbv("check", "--since", "HEAD", "--lang", language)
    assert (outcome.code, outcome.out) == (0, "")
    assert {"vi": "không có gì để kiểm tra", "en": "there is nothing to check"}[language] in outcome.err
    assert sxtdbv("check", "--since", "HEAD", "--format", "json").out == "[]\n"


def test_what_was_changed_added_renamed_and_is_new_to_git(sxtdbv: Run, repository: Path) -> None:
    (repository / "kept.yaml").write_text(CLEAN, encoding="utf-8")
    (repository / "old.yaml").write_text(CLEAN, encoding="utf-8")
    (repository / "gone.yaml").write_text(CLEAN, encoding="utf-8")
    (repository / ".gitignore").write_text("ignored.yaml\n", encoding="utf-8")
    commit(repository)
    with (repository / "data" / "plan.yaml").open("a", encoding="utf-8") as plan:
        plan.write("# one more line\n")
    (repository / "old.yaml").rename(repository / "kế hoạch mới.yaml")
    (repository / "gone.yaml").unlink()
    (repository / "ignored.yaml").write_text(CLEAN, encoding="utf-8")
    (repository / "untracked.yml").write_text(CLEAN, encoding="utf-8")
    expected = ["data/plan.yaml", "kế hoạch mới.yaml", "untracked.yml"]
    assert files(sxtdbv, "HEAD", code=1) == expected
    git("add", ".", folder=repository)
    assert files(sxtdbv, "HEAD", code=1) == expected
    commit(repository)
    assert files(sxtdbv, "HEAD~1", code=1) == expected
    assert files(sxtdbv, "HEAD", code=0) == []


def test_other_yaml_is_nobody_s_business_but_a_broken_plan_is_a_plan(sxtdbv: Run, repository: Path) -> None:
    (repository / "ci.yml").write_text("jobs: {}\n", encoding="utf-8")
    (repository / "broken.yaml").write_text("document: {title: x\nlines:\n\t- a\n", encoding="utf-8")
    (repository / "utf16.yaml").write_text(CLEAN, encoding="utf-16")
    (repository / "flow.yaml").write_text('{"document": {}, "years": [2022]}', encoding="utf-8")
    assert files(sxtdbv, "HEAD", code=2) == ["broken.yaml", "flow.yaml", "utf16.yaml"]


def test_a_table_that_changed_is_named_not_passed_over(sxtdbv: Run, repository: Path) -> None:
    (repository / "plan.csv").write_text("STT,Nội dung\n", encoding="utf-8")
    outcome = sxtdbv("check", "--since", "HEAD", "--lang", "en")
    assert outcome.code == 0
    assert "changed but not checked" in outcome.err
    assert "plan.csv" in outcome.err
    assert files(sxtdbv, "HEAD", "plan.csv", code=2) == ["plan.csv"]


def test_only_what_is_named_or_below_a_named_folder(
    sxtdbv: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "new.yaml").write_text(CLEAN, encoding="utf-8")
    (repository / "data" / "new.yaml").write_text(CLEAN, encoding="utf-8")
    assert files(sxtdbv, "HEAD", "data", code=0) == ["data/new.yaml"]
    assert files(sxtdbv, "HEAD", "new.yaml", "data/plan.yaml", code=0) == ["new.yaml"]
    assert files(sxtdbv, "HEAD", "no-such.yaml", code=2) == ["no-such.yaml"]
    monkeypatch.chdir(repository / "data")
    assert files(sxtdbv, "HEAD", code=0) == ["new.yaml", "../new.yaml"]
    assert files(sxtdbv, "HEAD", ".", code=0) == ["new.yaml"]


def test_what_happened_meanwhile_on_the_other_branch_is_not_ours(sxtdbv: Run, repository: Path) -> None:
    git("checkout", "-q", "-b", "ours", folder=repository)
    (repository / "ours.yaml").write_text(CLEAN, encoding="utf-8")
    commit(repository)
    git("checkout", "-q", "main", folder=repository)
    (repository / "data" / "plan.yaml").write_bytes(PLAN.read_bytes() + b"# theirs\n")
    commit(repository)
    git("checkout", "-q", "ours", folder=repository)
    assert files(sxtdbv, "main", code=0) == ["ours.yaml"]


@pytest.mark.parametrize("revision", ["no-such", "--output=taken", "HEAD:data", "", "a\nb"])
def test_a_revision_that_is_none(sxtdbv: Run, repository: Path, revision: str) -> None:
    outcome = sxtdbv("check", f"--since={revision}", "data/plan.yaml", "--no-diagnose", "-q")
    if not revision:
        assert outcome.code == 1  # as if it had not been given
        return
    assert outcome.code == 2
    assert outcome.out == ""
    assert sorted(path.name for path in repository.iterdir()) == [".git", "data"]
