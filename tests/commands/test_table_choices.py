"""What is stated about a table holds for every command that reads a file, as an option or in the configuration."""

from pathlib import Path

import pytest

from conftest import PLAN, Run
from recogniser.made import sheets

ROWS = [
    ["ĐVT: đồng"],
    ["STT", "Nội dung", "Tổng số", "Năm 2024", "Năm 2025"],
    [1, "Tập huấn", 30, 10, 20],
    [2, "Kiểm tra", 50, 20, 30],
    [3, "In tài liệu", 15, 5, 10],
    [4, "Hội nghị", 70, 40, 40],
]
OTHER = [*ROWS[:-1], [4, "Hội nghị", 80, 40, 40]]
COMMANDS = {
    "check": (["check", "{book}"], 1),
    "diagnose": (["diagnose", "{book}"], 1),
    "summary": (["summary", "{book}"], 0),
    "inspect": (["inspect", "{book}"], 0),
    "import": (["import", "{book}", "-o", "{folder}/out.yaml"], 0),
    "export": (["export", "{book}", "-o", "{folder}/out.csv"], 0),
    "annotate": (["annotate", "{book}", "-o", "{folder}/out.xlsx"], 1),
    "accept": (["accept", "{book}", "--all", "--reason", "x"], 0),
    "diff": (["diff", "{book}", "{book}"], 0),
}


def run(sxtdbv: Run, name: str, folder: Path, *more: str) -> int:
    words, _ = COMMANDS[name]
    return sxtdbv(*(word.format(book=folder / "book.xlsx", folder=folder) for word in words), *more).code


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a workbook of two tables of the same size: which is meant must be stated."""
    (tmp_path / "book.xlsx").write_bytes(sheets({"Biểu 1": OTHER, "Biểu 2": ROWS}))
    return tmp_path


@pytest.mark.parametrize("name", COMMANDS)
def test_nothing_is_chosen_where_two_tables_are_alike(sxtdbv: Run, folder: Path, name: str) -> None:
    assert run(sxtdbv, name, folder) == 2


@pytest.mark.parametrize("name", COMMANDS)
def test_an_option_states_the_sheet(sxtdbv: Run, folder: Path, name: str) -> None:
    assert run(sxtdbv, name, folder, "--sheet", "Biểu 2") == COMMANDS[name][1]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_configuration_states_the_sheet(sxtdbv: Run, folder: Path, name: str) -> None:
    (folder / "sxtdbv.toml").write_text('[files."*.xlsx"]\nsheet = "Biểu 2"\n', encoding="utf-8")
    assert run(sxtdbv, name, folder) == COMMANDS[name][1]


def test_each_side_of_a_comparison_has_its_own(sxtdbv: Run, folder: Path) -> None:
    (folder / "new.xlsx").write_bytes((folder / "book.xlsx").read_bytes())
    (folder / "sxtdbv.toml").write_text(
        '[files."book.xlsx"]\nsheet = 1\n[files."new.xlsx"]\nsheet = "Biểu 2"\n'.replace("= 1", '= "1"'),
        encoding="utf-8",
    )
    outcome = sxtdbv("diff", str(folder / "book.xlsx"), str(folder / "new.xlsx"), "--lang", "en")
    assert outcome.code == 1, outcome.err
    assert "70" in outcome.out
    assert "80" in outcome.out


def test_only_a_plan_file_is_mended(sxtdbv: Run, folder: Path) -> None:
    outcome = sxtdbv("fix", str(folder / "book.xlsx"), "--lang", "en")
    assert outcome.code == 2
    assert "sxtdbv import" in outcome.err


def test_a_plan_file_has_no_table_to_state(sxtdbv: Run) -> None:
    assert sxtdbv("summary", str(PLAN), "--sheet", "Biểu 2").code == 0
