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


NO_TABLE = "is a plan file and has no table to recognise"


def test_a_plan_file_has_no_table_to_state(sxtdbv: Run) -> None:
    for command in ("summary", "check"):
        outcome = sxtdbv(command, str(PLAN), "--sheet", "Biểu 2", "--unit", "USD", "--lang", "en")
        assert outcome.code == sxtdbv(command, str(PLAN)).code
        assert (
            outcome.err
            == f"sxtdbv: {PLAN} is a plan file and has no table to recognise: --sheet, --unit does nothing\n"
        )


def test_the_configuration_may_number_the_sheet(sxtdbv: Run, folder: Path) -> None:
    (folder / "sxtdbv.toml").write_text("sheet = 2\n", encoding="utf-8")
    assert run(sxtdbv, "check", folder) == 1
    (folder / "sxtdbv.toml").write_text("sheet = true\n", encoding="utf-8")
    assert run(sxtdbv, "check", folder) == 2


def test_columns_are_stated_once_and_are_those_of_the_table(sxtdbv: Run, folder: Path) -> None:
    def check(columns: str) -> tuple[int, str]:
        book = str(folder / "book.xlsx")
        outcome = sxtdbv("check", book, "--sheet", "2", "--columns", columns, "--lang", "en", "-q")
        return outcome.code, outcome.err

    assert check("A=code,B=title,C=total,D=2024,E=2025")[0] == 1
    assert "each column of amounts needs a key of its own" in check("B=title,C=total,D=2024,E=2024")[1]
    assert "has no column AA, Z" in check("B=title,C=total,Z=2024,AA=2025")[1]


def test_a_column_stated_as_the_total_is_that_of_the_years(sxtdbv: Run, tmp_path: Path) -> None:
    rows = [["ĐVT: đồng"], ["Q", "W", "E", "R", "T"], *ROWS[2:]]
    (tmp_path / "book.xlsx").write_bytes(sheets({"Biểu": rows}))
    columns = "A=code,B=title,C=total,D=2024,E=2025"
    outcome = sxtdbv("check", str(tmp_path / "book.xlsx"), "--columns", columns, "--lang", "en", "--no-diagnose")
    assert "cross-footing, Total" in outcome.out.replace("cross-footing, E", "cross-footing, Total")
    assert outcome.code == 1


def test_who_states_a_range_is_not_told_of_the_other_tables(sxtdbv: Run, tmp_path: Path) -> None:
    total = [None, "Tổng cộng chung", 95, 35, 60]
    rows = [*ROWS[:-1], total, *[[None]] * 4, ROWS[1], [1, "Tập huấn", 3, 1, 2], [2, "Kiểm tra", 5, 2, 3]]
    (tmp_path / "book.xlsx").write_bytes(sheets({"Biểu": rows}))
    outcome = sxtdbv("check", str(tmp_path / "book.xlsx"), "--range", "A11:E13", "--lang", "en")
    assert outcome.code == 0
    assert "SX516" not in outcome.out
    assert "Tổng cộng chung" not in outcome.out, "a line of another table is no title"


def test_a_table_beside_the_one_that_is_stated_holds_no_stray_figures(sxtdbv: Run, tmp_path: Path) -> None:
    heads = ["STT", "Nội dung thu", "Dự toán", "Quyết toán", "STT", "Nội dung chi", "Dự toán", "Quyết toán"]
    lines = [["I", "Thuế", 300, 320, "I", "Đầu tư", 400, 410], ["II", "Phí", 200, 210, "II", "Lương", 100, 120]]
    total = [None, "Tổng thu", 500, 530, None, "Tổng chi", 500, 531]
    (tmp_path / "book.xlsx").write_bytes(sheets({"Biểu": [["ĐVT: đồng"], heads, *lines, total]}))
    left = sxtdbv("check", str(tmp_path / "book.xlsx"), "--range", "A2:D5", "--lang", "en")
    assert (left.code, "SX5" in left.out) == (0, False)
    right = sxtdbv("check", str(tmp_path / "book.xlsx"), "--range", "E2:H5", "--lang", "en")
    assert (right.code, "SX5" in right.out) == (1, False), "its wrong total is not that of both"
    told = sxtdbv("check", str(tmp_path / "book.xlsx"), "--columns", "A=code,B=title,C=plan,D=actual", "--lang", "en")
    assert ("SX516" in told.out, "SX507" in told.out) == (True, False)
