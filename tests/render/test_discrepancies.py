"""The sums that fail on the screen: of many parts those are listed that add anything."""

from pathlib import Path

from conftest import Run

HEAD = """\
document: {title: Chi}
years: [2026]
lines:
  - {code: I, title: Chi, amounts: {total: 9}, lines: [
"""


def _screen(sxtdbv: Run, tmp_path: Path, amounts: list[int]) -> str:
    lines = [f"    {{code: {n}, title: Khoản {n}, amounts: {{total: {a}}}}},\n" for n, a in enumerate(amounts, 1)]
    file = tmp_path / "plan.yaml"
    file.write_text(HEAD + "".join(lines) + "  ]}\n", encoding="utf-8")
    return sxtdbv("--lang", "en", "check", "--no-diagnose", str(file)).out


def test_many_parts_of_zero_are_counted_and_the_others_listed(sxtdbv: Run, tmp_path: Path) -> None:
    screen = _screen(sxtdbv, tmp_path, [0] * 30 + [3, 0, 4])
    assert "Khoản 31" in screen
    assert "Khoản 33" in screen
    assert "… and 31 that state 0" in screen
    assert "Khoản 30\n" not in screen


def test_few_parts_are_listed_whatever_they_state(sxtdbv: Run, tmp_path: Path) -> None:
    screen = _screen(sxtdbv, tmp_path, [0, 3, 0, 4])
    assert screen.count("Khoản") == 4
    assert "state 0" not in screen


def test_more_parts_than_a_screen_holds_are_counted(sxtdbv: Run, tmp_path: Path) -> None:
    screen = _screen(sxtdbv, tmp_path, [0, *range(1, 31)])
    assert "… and 10 more" in screen
    assert "… and 1 that states 0" in screen
