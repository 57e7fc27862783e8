"""``sxtdbv fix``: the change shown, made, refused; errata recorded."""

import difflib
import json
from pathlib import Path

import pytest

from conftest import PLAN, Run
from sxtdbv_cli.files.replace import Changed, replace

AMOUNTS = [
    ("7.433.000.000", "7.433.800.000"),
    ("2.320.000.000", "2.320.800.000"),
    ("400.000.000", "420.000.000"),
]
CLEAN = "document: {}\nyears: [2022]\nlines:\n- {code: I, title: a, amounts: {total: 5, 2022: 5}}\n"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_bytes(PLAN.read_bytes())
    return path


def changed(before: str, after: str) -> list[tuple[str, str]]:
    """The pieces of a text that were replaced, widened to whole amounts."""
    found = []
    for one, two in zip(before.splitlines(), after.splitlines(), strict=True):
        if one != two:
            pairs = zip(one.split(), two.split(), strict=True)
            found += [(a.strip(",}"), b.strip(",}")) for a, b in pairs if a != b]
    return found


def test_the_change_is_shown_and_not_made(sxtdbv: Run, copy: Path) -> None:
    outcome = sxtdbv("fix", str(copy), "--lang", "en")
    assert "Sums that fail: 6 before, 0 after" in outcome.out
    assert copy.read_bytes() == PLAN.read_bytes()
    assert outcome.code == 1


def test_three_amounts_are_changed_and_nothing_else(sxtdbv: Run, copy: Path) -> None:
    assert sxtdbv("fix", str(copy), "--write").code == 0
    assert changed(PLAN.read_text("utf-8"), copy.read_text("utf-8")) == AMOUNTS
    record = json.loads(sxtdbv("check", str(copy), "--format", "json").out)
    assert (record["sums"]["hold"], record["sums"]["fail"]) == (74, 0)
    once = copy.read_bytes()
    assert sxtdbv("fix", str(copy), "--write").code == 0
    assert copy.read_bytes() == once


@pytest.mark.parametrize("prefix", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_mark_stay(sxtdbv: Run, copy: Path, prefix: bytes) -> None:
    copy.write_bytes(prefix + PLAN.read_bytes().replace(b"\n", b"\r\n"))
    assert sxtdbv("fix", str(copy), "--write").code == 0
    after = copy.read_bytes()
    assert after.startswith(prefix + PLAN.read_bytes()[:20].replace(b"\n", b"\r\n"))
    assert after.count(b"\r\n") == after.count(b"\n") == PLAN.read_bytes().count(b"\n")


def test_errata_explain_the_sums_and_the_printed_figures_stay(sxtdbv: Run, copy: Path) -> None:
    outcome = sxtdbv(
        "fix", str(copy), "--as-errata", "--reason", 'Công văn "12": sửa', "--date", "2022-08-01", "--write"
    )
    assert outcome.code == 0
    text = copy.read_text("utf-8")
    assert text.startswith(PLAN.read_text("utf-8"))
    checked = sxtdbv("check", str(copy), "--format", "json")
    assert checked.code == 0
    assert json.loads(checked.out)["sums"]["fail"] == 0
    assert "6 sums fail as printed and hold with the errata." in sxtdbv("check", str(copy), COLUMNS="200").out
    assert '(Công văn "12": sửa, 01/08/2022)' in sxtdbv("check", str(copy), COLUMNS="200", SXTDBV_LANG="vi").out
    assert "\n\n\n" not in sxtdbv("summary", str(copy), "--corrected").out
    plain = json.loads(sxtdbv("summary", str(copy), "--format", "json").out)
    corrected = json.loads(sxtdbv("summary", str(copy), "--corrected", "--format", "json").out)
    assert (plain["listed"]["total"], corrected["listed"]["total"]) == (12_593_000_000, 12_593_800_000)


def test_a_change_that_breaks_a_sum_that_held_is_refused(sxtdbv: Run, copy: Path) -> None:
    outcome = sxtdbv("fix", str(copy), "--set", "I:total = 1.000", "--write")
    assert outcome.code == 2
    assert copy.read_bytes() == PLAN.read_bytes()


@pytest.mark.parametrize("option", ["--choose=9=1", "--choose=x", "--set=nowhere", "--set=I:total=1.00.0"])
def test_a_choice_that_cannot_be_understood(sxtdbv: Run, copy: Path, option: str) -> None:
    outcome = sxtdbv("fix", str(copy), option, "--write")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err
    assert copy.read_bytes() == PLAN.read_bytes()


def test_nothing_to_mend(sxtdbv: Run, tmp_path: Path) -> None:
    path = tmp_path / "clean.yaml"
    path.write_text(CLEAN, "utf-8")
    assert sxtdbv("fix", str(path), "--write", "--lang", "en").out.startswith("There is nothing to mend")
    assert path.read_text("utf-8") == CLEAN


def test_a_link_is_followed_and_the_mode_kept(sxtdbv: Run, copy: Path) -> None:
    copy.chmod(0o640)
    link = copy.with_name("link.yaml")
    link.symlink_to(copy)
    assert sxtdbv("fix", str(link), "--write").code == 0
    assert link.is_symlink()
    assert copy.stat().st_mode & 0o777 == 0o640
    assert copy.read_bytes() != PLAN.read_bytes()
    assert sorted(path.name for path in copy.parent.iterdir()) == ["link.yaml", "plan.yaml"]


def test_a_file_changed_meanwhile_is_not_overwritten(copy: Path) -> None:
    with pytest.raises(Changed):
        replace(str(copy), b"what was read", b"after")
    assert copy.read_bytes() == PLAN.read_bytes()
    assert [path.name for path in copy.parent.iterdir()] == ["plan.yaml"]


def test_the_diff_is_one_that_patch_understands(sxtdbv: Run, copy: Path) -> None:
    shown = sxtdbv("fix", str(copy), "--lang", "en").out.splitlines()
    rows = [row for row in shown if row.startswith(("+", "-"))]
    sxtdbv("fix", str(copy), "--write")
    expected = difflib.unified_diff(
        PLAN.read_text("utf-8").splitlines(), copy.read_text("utf-8").splitlines(), lineterm="", n=1
    )
    assert rows[2:] == [row for row in expected if row.startswith(("+", "-"))][2:]


def test_a_file_that_is_changed_while_it_is_mended_is_left_alone(
    sxtdbv: Run, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(file: str, before: bytes, after: bytes) -> None:
        copy.write_bytes(copy.read_bytes() + b"# somebody else\n")
        replace(file, before, after)

    monkeypatch.setattr("sxtdbv_cli.files.replace.replace", meanwhile)
    outcome = sxtdbv("fix", str(copy), "--write", "--lang", "en")
    assert outcome.code == 2
    assert "changed meanwhile" in outcome.err
    assert copy.read_bytes() == PLAN.read_bytes() + b"# somebody else\n"


@pytest.mark.parametrize("content", [b"", b"\n", b"# only a comment\n"])
def test_an_empty_file_is_told_and_left_alone(sxtdbv: Run, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(content)
    outcome = sxtdbv("fix", str(path), "--write")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err
    assert "Traceback" not in outcome.err
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("stated", "mended"),
    [
        ("150.000", "110.000"),
        ("'150.000'", "'110.000'"),
        ('"150.000"', '"110.000"'),
        ("150000", "110000"),
        ("150_000", "110_000"),
        ("&name 150_000", "&name 110_000"),
        ('"150,000"', None),
    ],
)
def test_the_notation_and_the_quotes_of_an_amount_stay(
    sxtdbv: Run, tmp_path: Path, stated: str, mended: str | None
) -> None:
    path = tmp_path / "plan.yaml"
    text = (
        "document: {}\nyears: [2022, 2023]\nlines:\n- code: I\n  title: a\n"
        "  amounts: {total: 110.000,  2022: 40.000, 2023: 70.000}  # a comment\n  lines:\n"
        f"  - {{code: 1, title: b, amounts: {{total: {stated} , 2022: 40.000, 2023: 70.000}}}}\n"
    )
    path.write_text(text, "utf-8")
    outcome = sxtdbv("fix", str(path), "--write")
    assert outcome.code == (2 if mended is None else 0)
    assert path.read_text("utf-8") == (text if mended is None else text.replace(stated, mended))


HEAD = """document: {}
years: [2022, 2023]
lines:
- code: I
  title: a
  amounts: {total: 110.000, 2022: 40.000, 2023: 70.000}
  lines:
  - {code: 1, title: b, amounts: {total: 60.000, 2022: 20.000, 2023: 40.000}}
"""
UNNAMED = (
    HEAD
    + """\
  - {code: 1, title: c, amounts: {total: 51.000, 2022: 20.000, 2023: 30.000}}
  - {code: 2, title: d, amounts: {total: 0, 2022: , 2023: 0}}
"""
)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "several lines are named I/1"),
        (("--set", "I/2:2022=0"), "the cell I/2:2022 is blank"),
    ],
)
def test_an_erratum_that_would_name_no_printed_figure_is_refused(
    sxtdbv: Run, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(UNNAMED, "utf-8")
    outcome = sxtdbv("fix", str(path), "--as-errata", "--reason", "x", "--write", "--lang", "en", *options)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert path.read_text("utf-8") == UNNAMED


def test_an_explanation_that_changes_no_figure_cannot_be_chosen(sxtdbv: Run, tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    rows = ["{total: 90, 2022: 33, 2023: 57}", "{total: 70, 2022: 26, 2023: 44}", "{total: 250, 2022: 92, 2023: 158}"]
    lines = "".join(f"  - {{code: {number}, title: b, amounts: {row}}}\n" for number, row in enumerate(rows[:2], 1))
    text = (
        f"document: {{}}\nyears: [2022, 2023]\nlines:\n- code: I\n  title: a\n  amounts: {rows[2]}\n  lines:\n{lines}"
    )
    path.write_text(text, "utf-8")
    outcome = sxtdbv("fix", str(path), "--choose", "1=1", "--lang", "en")
    assert (outcome.code, outcome.out) == (2, "")
    assert "is no wrong figure" in outcome.err


ONE = (
    HEAD
    + """\
  - {code: 2, title: c, amounts: {total: 51.000, 2022: 20.000, 2023: 30.000}}
"""
)


@pytest.fixture
def one(tmp_path: Path) -> Path:
    path = tmp_path / "one.yaml"
    path.write_text(ONE, "utf-8")
    return path


@pytest.mark.parametrize("style", ["|-", ">-", ">-  # why"])
def test_an_amount_on_a_line_of_its_own_is_changed_there(sxtdbv: Run, one: Path, style: str) -> None:
    amounts = "{code: 2, title: c, amounts: {total: 51.000, 2022: 20.000, 2023: 30.000}}"
    block = f"code: 2\n    title: c\n    amounts:\n      total: {style}\n        51.000\n"
    block += "      2022: 20.000\n      2023: 30.000"
    text = ONE.replace(amounts, block)
    one.write_text(text, "utf-8")
    assert sxtdbv("fix", str(one), "--write").code == 0
    assert one.read_text("utf-8") == text.replace("        51.000", "        50.000")


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--choose", "2=1"), 2, "no such cluster; clusters: 1"),
        (("--choose", "1=2"), 2, "cluster 1 has 1 explanation"),
        (("--set", "2:total=50.000"), 2, "such as I/2:total"),
        (("--set", "I/2:2030=50.000"), 2, "such as I/2:total, I/2:2022, I/2:2023"),
        (("--set", "I/2=50.000"), 2, "PATH:COLUMN=AMOUNT"),
        (("--set", "I/2:total=fifty"), 2, "“fifty” cannot be read"),
        (("--set", "I/2:total=1", "--set", "I/2:total=2"), 2, "two different values for I/2:total"),
        (("--set", "I/2:total=51.000"), 1, "states that already"),
    ],
)
def test_what_is_wrong_with_a_choice_is_said(
    sxtdbv: Run, one: Path, options: tuple[str, ...], code: int, said: str
) -> None:
    outcome = sxtdbv("fix", str(one), "--write", "--lang", "en", *options)
    assert outcome.code == code
    assert said in outcome.out + outcome.err
    assert one.read_text("utf-8") == ONE


def test_what_is_left_after_a_change_is_said(sxtdbv: Run, one: Path) -> None:
    outcome = sxtdbv("fix", str(one), "--set", "I/2:total=52.000", "--lang", "en")
    assert "2 before, 2 after" in outcome.out
    assert "The rest is not certain enough" in outcome.out


def test_standard_input_is_not_written_over(sxtdbv: Run) -> None:
    outcome = sxtdbv("fix", "-", "--write", "--lang", "en", stdin=ONE.encode())
    assert (outcome.code, outcome.out) == (2, "")
    assert "name a file" in outcome.err


def test_a_file_that_may_not_be_written_is_left_alone(one: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)  # the superuser may write anything
    with pytest.raises(PermissionError):
        replace(str(one), ONE.encode(), b"after")
    assert one.read_text("utf-8") == ONE


def test_a_name_of_several_lines_is_no_cell(sxtdbv: Run, tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(UNNAMED, "utf-8")
    outcome = sxtdbv("diagnose", str(path), "--trust", "I/1:total", "--lang", "en")
    assert outcome.code == 2
    assert "several lines are named “I/1”" in outcome.err


@pytest.mark.parametrize("option", ["--reason", "--by", "--date"])
def test_what_belongs_to_errata_changes_no_printed_figure(sxtdbv: Run, copy: Path, option: str) -> None:
    outcome = sxtdbv("fix", str(copy), option, "2022-08-01", "--write", "--lang", "en")
    assert (outcome.code, outcome.out) == (2, "")
    assert f"{option} goes with --as-errata" in outcome.err
    assert copy.read_bytes() == PLAN.read_bytes()
