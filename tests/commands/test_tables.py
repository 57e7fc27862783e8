"""``inspect``, ``import`` and ``check`` on files that hold tables."""

import csv
import json
import re
from pathlib import Path

import pytest

from conftest import PLAN, ROOT, Run
from files.transcripts import HEADINGS, letter, one_cell_a_line
from recogniser.made import Rows, book, sheets
from sxtdbv_cli.files.read import read

APPENDIX = ROOT / "tests" / "fixtures" / "appendix.tsv"
ROWS = [
    ["DỰ TOÁN CHI NĂM 2025"],
    ["ĐVT: triệu đồng"],
    ["STT", "Nội dung", "Tổng số", "TW", "ĐP"],
    ["I", "Tập huấn", 500, 300, 200],
    [1, "Lớp một", 300.5, 200.5, 100],
    [2, "Lớp hai", 199.5, 99.5, 100],
    ["II", "Hội nghị", 120, 50, 60],
    [None, "Tổng cộng", 620, 350, 260],
]


def test_a_workbook_is_checked_where_it_stands(sxtdbv: Run, tmp_path: Path) -> None:
    file = tmp_path / "book.xlsx"
    file.write_bytes(book(ROWS))
    outcome = sxtdbv("check", str(file), "--lang", "en", "--format", "json")
    assert outcome.code == 1, outcome.err
    record = json.loads(outcome.out)
    (finding,) = [one for one in record["findings"] if one["code"] == "SX101" and one["line"]["path"] == "II"]
    assert finding["facts"] == {"stated": 120_000_000, "computed": 110_000_000, "gap": 10_000_000}
    assert finding["place"] | {"file": ""} == {
        "file": "", "line": 7, "column": 3, "end_line": 7, "end_column": 4, "sheet": "Sheet1"
    }  # fmt: skip
    assert sxtdbv("summary", str(file)).code == 0
    assert sxtdbv("diagnose", str(file)).code in (0, 1)
    shown = sxtdbv("check", str(file), "--lang", "vi").out
    assert "\nTổng cộng" in shown and "nêu trong văn bản" not in shown


def test_inspect_records_every_line_column_and_amount(sxtdbv: Run, tmp_path: Path) -> None:
    file = tmp_path / "book.xlsx"
    file.write_bytes(book(ROWS))
    record = json.loads(sxtdbv("inspect", str(file), "--lang", "en", "--format", "json").out)
    assert (record["sheet"], record["block"], record["header"], record["unit"]) == (
        "Sheet1",
        "A3:E8",
        [3],
        "triệu đồng",
    )
    assert record["title"] == "DỰ TOÁN CHI NĂM 2025"
    assert [column["use"] for column in record["columns"]] == ["code", "title", "amount", "amount", "amount"]
    assert record["columns"][2]["plus"] == ["TW", "ĐP"]
    assert [(line["code"], line["title"], line["parent"], line["level"]) for line in record["lines"]] == [
        ("I", "Tập huấn", None, 1), ("1", "Lớp một", 0, 2), ("2", "Lớp hai", 0, 2), ("II", "Hội nghị", None, 1)
    ]  # fmt: skip
    assert record["lines"][1]["amounts"] == {"total": "300.5", "TW": "200.5", "ĐP": "100"}
    assert record["declared"]["amounts"] == {"total": "620", "TW": "350", "ĐP": "260"}
    assert record["declared"]["row"] == 8


def test_inspect_shows_the_tree_and_how_sure_it_is(sxtdbv: Run, tmp_path: Path) -> None:
    file = tmp_path / "book.xlsx"
    file.write_bytes(book([*ROWS, [], [], [], ["Ghi chú", 5]]))
    for lang, words in (("en", ("Doubts", "How sure: ")), ("vi", ("Chỗ chưa chắc", "Chắc đến đâu: "))):
        outcome = sxtdbv("inspect", str(file), "--lang", lang, COLUMNS="80")
        assert outcome.code == 0
        assert all(word in outcome.out for word in words)
        assert "    5    1 Lớp một" in outcome.out
        assert max(map(len, outcome.out.splitlines()[1:])) <= 80  # but the path of the file
        doubts = outcome.out.partition(words[0])[2].partition(words[1])[0].strip("\n").splitlines()
        assert len(doubts) > 1
        assert all(line.startswith("  ") for line in doubts if line)


def test_inspect_says_of_which_column_an_amount_is_that_is_not_of_the_first(sxtdbv: Run, tmp_path: Path) -> None:
    file = tmp_path / "book.xlsx"
    file.write_bytes(book([row if row[0] != "II" else ["II", "Hội nghị", None, 50, 60] for row in ROWS]))
    out = sxtdbv("inspect", str(file), "--lang", "vi").out
    assert re.search(r"(?m)^ +7  II Hội nghị \[TW\] +50$", out)
    assert re.search(r"(?m)^ +4  I Tập huấn +500$", out)


def test_inspect_keeps_amounts_beside_titles_on_a_wide_terminal(sxtdbv: Run, tmp_path: Path) -> None:
    file = tmp_path / "book.xlsx"
    file.write_bytes(book(ROWS))
    shown = sxtdbv("inspect", str(file), "--lang", "en", COLUMNS="200").out
    assert "\n    4  I Tập huấn     500\n    5    1 Lớp một  300,5\n" in shown


def test_inspect_of_a_plan_file_says_where_to_look(sxtdbv: Run) -> None:
    outcome = sxtdbv("inspect", str(PLAN), "--lang", "en")
    assert outcome.code == 2
    assert "sxtdbv summary" in outcome.err


def test_a_file_without_a_table_is_refused_with_what_was_tried(sxtdbv: Run, tmp_path: Path) -> None:
    file = tmp_path / "book.xlsx"
    file.write_bytes(book([["hello"], ["world", 5]]))
    outcome = sxtdbv("check", str(file), "--lang", "en")
    assert outcome.code == 2
    assert "SX011" in outcome.err
    assert "Sheet1" in outcome.err


def test_import_writes_the_plan_and_never_over_a_file(sxtdbv: Run, tmp_path: Path) -> None:
    file, plan = tmp_path / "book.xlsx", tmp_path / "plan.yaml"
    file.write_bytes(book([*ROWS, ["Người lập", "Giám đốc"]]))
    assert sxtdbv("import", str(file), "-o", str(plan)).code == 0
    text = plan.read_text(encoding="utf-8")
    assert str(tmp_path) not in text
    assert read(str(plan)).plan == read(str(file)).plan
    assert sxtdbv("import", str(file), "-o", str(plan)).code == 2
    assert plan.read_text(encoding="utf-8") == text
    assert sxtdbv("import", str(file), "-o", str(plan), "--force").code == 0
    assert sxtdbv("import", str(file), "-o", str(tmp_path / "plan.txt")).code == 2


@pytest.mark.parametrize("form", ["terminal", "markdown", "github", "sarif", "gitlab", "junit"])
def test_what_stands_where_a_figure_is_proposed_is_text_and_nothing_else(
    sxtdbv: Run, tmp_path: Path, form: str
) -> None:
    rows: Rows = [["ĐVT: đồng"], ["STT", "Nội dung", "Tổng", "Năm 2022", "Năm 2023"], ["I", "Sở", 100, 60, 40],
        ["1", "Tập huấn", 40, 30, 10], ["2", "In", 30, "a{x}\n<b>[red]", 15], ["3", "Kiểm", 30, 15, 15]]  # fmt: skip
    file = tmp_path / "book.xlsx"
    file.write_bytes(book(rows))
    outcome = sxtdbv("check", str(file), "--lang", "en", "--format", form)
    assert outcome.code == 1, outcome.err
    assert ("a\\{x\\}" if form == "markdown" else "a{x}") in outcome.out
    assert "“a{x}\n" not in outcome.out
    assert form != "markdown" or "<b>" not in outcome.out


def test_import_says_which_sums_fail_only_in_the_plan_file(sxtdbv: Run, tmp_path: Path) -> None:
    """Nothing confirms what the total of a list adds up: the table leaves it open, the plan file states it."""
    rows: Rows = [["STT", "Hạng mục", "Chi phí (đồng)"], *([f"A{n}", f"Việc {n}", 1000 * n + 71] for n in range(1, 6))]
    rows = [*rows, ["", "Tổng bổ sung", 15355], ["", "TỔNG DỰ ÁN", 48120]]
    file, plan = tmp_path / "book.xlsx", tmp_path / "plan.yaml"
    file.write_bytes(book(rows))
    said = sxtdbv("import", str(file), "-o", str(plan), "--lang", "en").out
    told = re.findall(r"sums that fail (\d+)|In the plan file (\d+)", said)
    failing = json.loads(sxtdbv("check", str(plan), "--format", "json").out)["sums"]["fail"]
    assert [first or more for first, more in told] == ["0", "1"]
    assert failing == 1


def test_import_of_the_transcript_gives_the_shipped_plan(sxtdbv: Run, tmp_path: Path) -> None:
    """Every code, title, schedule and amount; a transcript of our own, in the form of the document's."""
    with APPENDIX.open(encoding="utf-8", newline="") as stream:
        printed = list(csv.DictReader(stream, delimiter="\t"))
    keys = ("code", "title", "schedule", "total", "2022", "2023", "2024", "2025")
    rows = [[*(row[key] for key in keys), ""] for row in printed]
    file, plan = tmp_path / "annex.txt", tmp_path / "plan.yaml"
    file.write_text(letter(one_cell_a_line([HEADINGS, *rows])), encoding="utf-8")
    outcome = sxtdbv("import", str(file), "-o", str(plan), "--lang", "en")
    assert outcome.code == 0, outcome.err
    found, shipped = read(str(plan)).plan, read(str(PLAN)).plan
    assert found.lines == shipped.lines
    assert [column.key for column in found.columns] == [column.key for column in shipped.columns]
    assert [column.plus for column in found.columns] == [column.plus for column in shipped.columns]
    assert "the code “Ill” was read as “III”" in plan.read_text(encoding="utf-8")


def test_every_choice_can_be_stated(sxtdbv: Run, tmp_path: Path) -> None:
    file = tmp_path / "book.csv"
    file.write_text("x;y;z;w\n1;a;1.500;2\n1.1;b;1.500;2\n", encoding="utf-8")
    choices = ["--range", "A2:D3", "--header-rows", "0", "--columns", "A=code,B=title,C=total", "--numbers", "vi"]
    record = json.loads(
        sxtdbv("inspect", str(file), *choices, "--unit", "USD", "--parents", "numbering", "--format", "json").out
    )
    assert record["unit"] == "USD"
    assert [line["amounts"] for line in record["lines"]] == [{"total": "1500"}, {"total": "1500"}]
    assert [line["parent"] for line in record["lines"]] == [None, 0]
    for wrong in (["--sheet", "no"], ["--range", "A9"], ["--numbers", "fr"], ["--parents", "x"], ["--columns", "A"]):
        assert sxtdbv("inspect", str(file), *wrong).code == 2


def test_choices_are_kept_in_the_configuration_per_file(sxtdbv: Run, tmp_path: Path) -> None:
    file = tmp_path / "book.csv"
    file.write_text("Item;Amount (USD)\na;1.500\n", encoding="utf-8")
    (tmp_path / "sxtdbv.toml").write_text('[files."*.csv"]\nnumbers = "en"\n', encoding="utf-8")
    record = json.loads(sxtdbv("inspect", str(file), "--format", "json").out)
    assert record["lines"][0]["amounts"] == {"Amount (USD)": "1.5"}


@pytest.mark.parametrize("form", ["terminal", "json", "jsonl", "markdown", "github", "gitlab", "junit", "sarif"])
def test_a_product_that_fails_is_told_in_every_format(sxtdbv: Run, tmp_path: Path, form: str) -> None:
    """Its factors are cells of the sheet, no amounts of the plan."""
    rows = ("Bàn | 2 | 500.000 | 1.000.000", "Ghế | 4 | 250.000 | 1.100.000", "Tủ | 3 | 300.000 | 900.000")
    head = "| Nội dung | Số lượng | Đơn giá (đồng) | Thành tiền (đồng) |\n|---|---|---|---|\n"
    file = tmp_path / "x.md"
    file.write_text(head + "".join(f"| {row} |\n" for row in rows), encoding="utf-8")
    outcome = sxtdbv("check", str(file), "--format", form)
    assert outcome.code == 1
    assert "100" in outcome.out


PARTS: dict[str, Rows] = {
    "Tổng hợp": [["STT", "Đơn vị", "Tổng", "2024", "2025"], [1, "A", 300, 100, 200], [2, "B", 500, 250, 250]],
    "Bìa": [["BÁO CÁO"]],
    "B": [["STT", "Nội dung", "Tổng", "2024", "2025"], [1, "Lương", 410, 200, 200], [2, "Khác", 100, 50, 50]],
}


def test_every_sheet_with_a_table_is_checked_by_itself(sxtdbv: Run, tmp_path: Path) -> None:
    file = tmp_path / "book.xlsx"
    file.write_bytes(sheets(PARTS))
    assert sxtdbv("check", str(file)).code == 2
    outcome = sxtdbv("check", str(file), "--sheet", "all", "-q", "--lang", "en")
    assert outcome.code == 1
    assert outcome.out.splitlines() == [
        f"{file}:Tổng hợp: PASSED: errors: 0, warnings: 0, notes: 1.",
        f"{file}:B: FAILED: errors: 1, warnings: 0, notes: 1.",
    ]
    records = json.loads(sxtdbv("check", str(file), "--sheet", "all", "--format", "json").out)
    assert [(record["sheet"], record["sums"]["fail"]) for record in records] == [("Tổng hợp", 0), ("B", 1)]
    issues = json.loads(sxtdbv("check", str(file), "--sheet", "all", "--format", "gitlab").out)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 3
    assert sxtdbv("diagnose", str(file), "--sheet", "all").code == 1
    shown = sxtdbv("inspect", str(file), "--sheet", "all", "--lang", "en")
    assert shown.code == 0 and shown.out.count("Levels of lines") == 2
    for command in (["summary"], ["export", "-o", "all.csv"], ["import", "-o", "all.yaml"]):  # of one table each
        outcome = sxtdbv(*command, str(file), "--sheet", "all", "--lang", "en")
        assert (outcome.code, outcome.out) == (2, "")
        assert "“all”" in outcome.err


@pytest.mark.parametrize("names", [("all", "Khác"), ("Bảng",)])
def test_all_may_be_one_sheet(sxtdbv: Run, tmp_path: Path, names: tuple[str, ...]) -> None:
    file = tmp_path / "book.xlsx"
    file.write_bytes(sheets(dict.fromkeys(names, PARTS["B"])))
    outcome = sxtdbv("check", str(file), "--sheet", "all", "--format", "json")
    record = json.loads(outcome.out)
    assert (outcome.code, record["findings"][0]["place"]["sheet"]) == (1, names[0])


def test_all_sheets_of_a_plan_file_or_of_none(sxtdbv: Run, tmp_path: Path) -> None:
    assert sxtdbv("check", str(PLAN), "--sheet", "all").code == 1
    outcome = sxtdbv("check", str(tmp_path / "none.xlsx"), "--sheet", "all")
    assert outcome.code == 2 and "SX0" in outcome.err
