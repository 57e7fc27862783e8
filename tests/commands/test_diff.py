"""``sxtdbv diff`` end to end, as its user runs it."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from conftest import CASES, PLAN, ROOT, Run, git

SCHEMA = json.loads((ROOT / "src/sxtdbv_cli/schema/diff.schema.json").read_text(encoding="utf-8"))
TEXT = PLAN.read_text(encoding="utf-8")


def changed(path: Path, *replacements: tuple[str, str]) -> str:
    text = TEXT
    for before, after in replacements:
        assert before in text
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8", newline="\n")
    return str(path)


def record(sxtdbv: Run, *arguments: str, code: int = 1) -> dict[str, object]:
    outcome = sxtdbv("diff", *arguments, "--format", "json")
    assert outcome.code == code, outcome.err
    found = json.loads(outcome.out)
    jsonschema.validate(found, SCHEMA)
    return found  # type: ignore[no-any-return]


def kinds(found: dict[str, object]) -> set[str]:
    return {name for name, value in found.items() if isinstance(value, list) and value}


def test_a_plan_and_itself(sxtdbv: Run) -> None:
    outcome = sxtdbv("diff", str(PLAN), str(PLAN), "--lang", "en")
    assert outcome.code == 0
    assert outcome.out.splitlines()[-1] == "THE SAME: the plans do not differ."
    assert record(sxtdbv, str(PLAN), str(PLAN), code=0)["same"] is True


def test_comments_layout_and_notation_are_no_difference(sxtdbv: Run, tmp_path: Path) -> None:
    plain = re.sub(r"(?<=\d)\.(?=\d{3}\b)", "", TEXT) + "# the end\n"
    (tmp_path / "plain.yaml").write_text(plain, encoding="utf-8")
    assert plain.count("1977800000")
    assert sxtdbv("diff", str(PLAN), str(tmp_path / "plain.yaml")).code == 0


def test_a_corrected_plan_has_three_amounts_and_their_sums(sxtdbv: Run, tmp_path: Path) -> None:
    fixed = changed(
        tmp_path / "fixed.yaml",
        ("total: 7.433.000.000", "total: 7.433.800.000"),
        ("total: 2.320.000.000", "total: 2.320.800.000"),
        ("total: 400.000.000, 2022: 100", "total: 420.000.000, 2022: 100"),
    )
    found = record(sxtdbv, str(PLAN), fixed)
    assert kinds(found) == {"amounts"}
    amounts = [(c["line"]["path"], c["column"], c["change"]) for c in found["amounts"]]  # type: ignore[attr-defined]
    assert amounts == [
        ("III", "total", 800_000),
        ("III/A/3.2", "total", 800_000),
        ("III/A/3.2/3.2.2", "total", 20_000_000),
    ]
    effects = {(e["kind"], e["path"], e["part"]): e for e in found["amounts"][1]["effects"]}  # type: ignore[index]
    above = effects["footing", "III/A", True]
    assert (above["before"]["outcome"], above["before"]["gap"]) == ("fails", 800_000)
    assert (above["after"]["outcome"], above["after"]["gap"]) == ("holds", 0)
    assert above["before"]["stated"] == above["after"]["stated"]
    findings: dict[str, list[dict[str, object]]] = found["findings"]  # type: ignore[assignment]
    assert {name: [f["code"] for f in some] for name, some in findings.items()} == {
        "new": [],
        "mended": ["SX101", "SX102", "SX102", "SX101", "SX102", "SX101"],
        "changed": ["SX103"],
    }


def test_a_renumbered_branch_has_moved(sxtdbv: Run, tmp_path: Path) -> None:
    renumbered = changed(tmp_path / "renumbered.yaml", ("code: III  #", "code: V  #"), ("code: 3.", "code: 5."))
    found = record(sxtdbv, str(PLAN), renumbered)
    assert kinds(found) == {"moved"}
    assert len(found["moved"]) == 15  # type: ignore[arg-type]
    screen = sxtdbv("diff", str(PLAN), renumbered, "--lang", "en", COLUMNS="200").out
    assert "III → V  and 18 lines below it" in screen
    assert "5.2.2" not in screen  # it went along


def test_a_line_left_out_leaves_the_totals_above_off(sxtdbv: Run, tmp_path: Path) -> None:
    start, end = TEXT.index("      - code: 1.3"), TEXT.index("      - code: 1.4")
    changed(tmp_path / "out.yaml", (TEXT[start:end], ""), ("code: 1.4", "code: 1.3"), ("code: 1.5", "code: 1.4"))
    found = record(sxtdbv, str(PLAN), str(tmp_path / "out.yaml"))
    assert kinds(found) == {"removed", "moved"}
    (removed,) = found["removed"]  # type: ignore[misc]
    assert removed["line"]["path"] == "I/1.3"  # type: ignore[has-type]
    gaps = {e["column"]: e["after"]["gap"] for e in removed["effects"]}  # type: ignore[has-type]
    assert gaps == {"total": 500_000_000, "2022": 500_000_000, "2023": 0, "2024": 0, "2025": 0}
    moved = [(c["was"], c["line"]["path"]) for c in found["moved"]]  # type: ignore[attr-defined]
    assert moved == [("I/1.4", "I/1.3"), ("I/1.5", "I/1.4")]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("width", ["40", "80", "200"])
def test_the_screen_keeps_to_its_width(sxtdbv: Run, tmp_path: Path, language: str, width: str) -> None:
    other = changed(
        tmp_path / "other.yaml", ("total: 13.233.000.000", "total: 13.333.000.000"), ("2022: 80", "2022: 90")
    )
    outcome = sxtdbv("diff", str(PLAN), other, "--lang", language, COLUMNS=width)
    assert outcome.code == 1
    assert max(map(len, outcome.out.splitlines()[2:])) <= int(width)
    for figure in ("13.233.000.000", "13.333.000.000", "+100.000.000"):
        assert figure in outcome.out  # in one piece, however narrow the screen
    assert "\x1b" not in outcome.out


def test_text_of_a_plan_stays_text(sxtdbv: Run) -> None:
    hostile, clean = str(CASES / "plans" / "hostile.yaml"), str(CASES / "plans" / "clean.yaml")
    for arguments in ([hostile, clean], [clean, hostile]):
        for name in ("terminal", "markdown"):
            outcome = sxtdbv("diff", *arguments, "--format", name)
            assert outcome.code == 1
            assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202e\u2066]", outcome.out)
        assert "<" not in re.sub("&lt;", "", sxtdbv("diff", *arguments, "--format", "markdown").out)


def test_a_revision_is_compared_with_the_file_of_today(sxtdbv: Run, repository: Path) -> None:
    changed(repository / "data" / "plan.yaml", ("total: 7.433.000.000", "total: 7.433.800.000"))
    for old, new in (("HEAD:data/plan.yaml", "data/plan.yaml"), ("main:./data/plan.yaml", "data/plan.yaml")):
        found = record(sxtdbv, old, new)
        assert kinds(found) == {"amounts"}
        assert found["old"]["file"] == old  # type: ignore[index]
    assert record(sxtdbv, "HEAD:data/plan.yaml", ":data/plan.yaml", code=0)["same"]
    git("add", ".", folder=repository)
    assert sxtdbv("diff", "HEAD:data/plan.yaml", ":data/plan.yaml").code == 1


def test_a_file_that_exists_is_that_file(sxtdbv: Run, repository: Path) -> None:
    changed(repository / "HEAD:plan.yaml", ("total: 7.433.000.000", "total: 7.433.800.000"))
    assert kinds(record(sxtdbv, "HEAD:data/plan.yaml", "HEAD:plan.yaml")) == {"amounts"}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("no-such:data/plan.yaml", "neither a file nor a git revision “no-such”"),
        ("HEAD:data/other.yaml", "the revision HEAD has no file data/other.yaml"),
        ("HEAD:data", "has no file data"),
        ("HEAD:data/", "has no file data/"),
        ("HEAD^{tree}:data/plan.yaml", "neither a file nor a git revision"),
        ("no/such.yaml", "there is no such file"),
        ("C:\\plan.yaml", "there is no such file"),
        ("HEAD..main:data/plan.yaml", "neither a file nor a git revision"),
    ],
)
def test_what_git_cannot_give_is_said(sxtdbv: Run, repository: Path, name: str, said: str) -> None:
    for arguments in ([name, "data/plan.yaml"], ["data/plan.yaml", name]):
        outcome = sxtdbv("diff", *arguments, "--lang", "en")
        assert outcome.code == 2
        assert said in outcome.err
        assert outcome.out == ""
        assert "Traceback" not in outcome.err


def test_a_revision_is_never_an_option_of_git(sxtdbv: Run, repository: Path) -> None:
    for name in ("--output=taken:data/plan.yaml", "-p:data/plan.yaml"):
        outcome = sxtdbv("diff", "--lang", "en", "--", name, "data/plan.yaml")
        assert outcome.code == 2
        assert "may not begin with a -" in outcome.err
    assert sorted(path.name for path in repository.iterdir()) == [".git", "data"]


def test_without_git_or_a_repository(sxtdbv: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = sxtdbv("diff", "HEAD:plan.yaml", str(PLAN), "--lang", "en", GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert outcome.code == 2
    assert "not a git repository" in outcome.err
    outcome = sxtdbv("diff", "HEAD:plan.yaml", str(PLAN), "--lang", "en", PATH=str(tmp_path))
    assert outcome.code == 2
    assert "git is not installed" in outcome.err


def test_other_money_is_not_compared(sxtdbv: Run, tmp_path: Path) -> None:
    for unit in ("USD", "USD\ndecimals: 2"):
        other = changed(tmp_path / "other.yaml", ("unit: đồng", f"unit: {unit}"))
        outcome = sxtdbv("diff", str(PLAN), other, "--lang", "en")
        assert outcome.code == 2
        assert "the amounts cannot be compared" in outcome.err


def test_the_same_amounts_in_another_unit_are_the_same_amounts(sxtdbv: Run, tmp_path: Path) -> None:
    text = "document: {title: x}\nunit: %s\nyears: [2022]\nlines:\n  - {title: a, amounts: {total: %s, 2022: %s}}\n"
    files = []
    for unit, amount in (("đồng", "1.500.000"), ("triệu đồng", "'1,5'")):
        files.append(tmp_path / f"{unit}.yaml")
        files[-1].write_text(text % (unit, amount, amount), encoding="utf-8")
    found = record(sxtdbv, *map(str, files))
    assert kinds(found) == {"document"}
    assert found["document"] == [{"field": "unit", "before": "đồng", "after": "triệu đồng"}]


def test_columns_that_come_and_go(sxtdbv: Run, tmp_path: Path) -> None:
    text = "document: {title: x}\ncolumns:\n%slines:\n  - {title: a, amounts: {p: 1, q: 1}}\n"
    columns = ("  - {key: p}\n  - {key: q, parts: [p]}\n", "  - {key: q}\n  - {key: p}\n  - {key: r, title: Mới}\n")
    files = [tmp_path / name for name in ("a.yaml", "b.yaml")]
    for file, some in zip(files, columns, strict=True):
        file.write_text(text % some, encoding="utf-8")
    found = record(sxtdbv, *map(str, files))
    assert found["columns"] == [
        {"key": "q", "before": {"parts": "p"}, "after": {"parts": None}},
        {"key": "r", "before": None, "after": {"title": "Mới", "year": None, "parts": None}},
    ]
    assert found["document"] == [{"field": "columns", "before": "p, q", "after": "q, p"}]


def test_an_unreadable_side_is_told_as_in_check(sxtdbv: Run) -> None:
    outcome = sxtdbv("diff", str(PLAN), str(CASES / "unreadable" / "sx003-tab.yaml"), "--format", "json")
    assert outcome.code == 2
    assert "SX003" in outcome.err
    assert outcome.out == ""


def test_a_workbook_is_compared_with_the_plan_it_was_made_of(sxtdbv: Run, tmp_path: Path) -> None:
    book = str(tmp_path / "annex.xlsx")
    assert sxtdbv("export", str(PLAN), "-o", book).code == 0
    assert kinds(record(sxtdbv, str(PLAN), book, code=0)) == set()
    assert sxtdbv("diff", str(PLAN), book, "--lang", "en").out.splitlines()[-1].startswith("THE SAME")


def test_the_rules_that_run_are_those_of_the_configuration(sxtdbv: Run, tmp_path: Path) -> None:
    fixed = changed(tmp_path / "fixed.yaml", ("total: 7.433.000.000", "total: 7.433.800.000"))
    assert record(sxtdbv, str(PLAN), fixed)["findings"]["mended"]  # type: ignore[index]
    (tmp_path / "sxtdbv.toml").write_text('ignore = ["SX1"]\n', encoding="utf-8")
    assert not record(sxtdbv, str(PLAN), fixed)["findings"]["mended"]  # type: ignore[index]
    assert record(sxtdbv, str(PLAN), fixed, "--no-config")["findings"]["mended"]  # type: ignore[index]


def test_what_changes_do_to_one_sum_is_told_once(sxtdbv: Run, tmp_path: Path) -> None:
    old = tmp_path / "old.yaml"
    old.write_text(
        "document: {}\nyears: [2022]\nlines:\n- code: I\n  title: a\n  amounts: {2022: 3}\n  lines:\n"
        "  - {code: 1, title: b, amounts: {2022: 1}}\n  - {code: 2, title: c, amounts: {2022: 2}}\n",
        "utf-8",
    )
    new = tmp_path / "new.yaml"
    new.write_text(old.read_text("utf-8").replace("2022: 3", "2022: 6").replace("2022: 1", "2022: 4"), "utf-8")
    for format in ("terminal", "markdown"):
        out = sxtdbv("diff", str(old), str(new), "--lang", "en", "--format", format).out
        assert out.count("still holds") == 1
        assert out.index("+3") < out.index("still holds") < out.index("b\n")


def test_a_column_is_called_as_its_heading_unless_another_is_called_so(sxtdbv: Run, tmp_path: Path) -> None:
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    old.write_text("ĐVT: đồng\nSTT,Nội dung,Tổng vốn,Năm 2031,Năm 2032\n1,Cầu,8,5,3\n2,Chợ,6,2,4\n", encoding="utf-8")
    new.write_text(
        "ĐVT: đồng\nSTT,Nội dung,Tổng vốn,Nguồn khác,Năm 2031,Năm 2032\n1,Cầu,8,0,5,3\n2,Chợ,6,0,2,4\n",
        encoding="utf-8",
    )
    out = sxtdbv("diff", str(old), str(new)).out
    assert "\nTổng vốn\n" in out and "\ntotal" not in out
    assert "\n2031  " in out and "\nNăm 2031  " in out
