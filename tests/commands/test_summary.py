"""``sxtdbv summary`` end to end."""

import csv
import io
import json
import re
from pathlib import Path

import jsonschema
import openpyxl
import pytest

from conftest import CASES, PLAN, ROOT, Run
from sxtdbv_cli.text import output

SCHEMA = json.loads((ROOT / "src/sxtdbv_cli/schema/summary.schema.json").read_text(encoding="utf-8"))
COLUMNS_PLAN = str(CASES / "plans" / "columns.yaml")


def test_the_record_of_the_real_plan(sxtdbv: Run) -> None:
    outcome = sxtdbv("summary", str(PLAN), "--format", "json")
    record = json.loads(outcome.out)
    jsonschema.validate(record, SCHEMA)
    assert outcome.code == 0
    assert record["columns"] == ["total", "2022", "2023", "2024", "2025"]
    assert [(row["path"], row["amounts"]["total"], row["amounts"]["2022"]) for row in record["rows"]] == [
        ("I", 4_580_000_000, 1_520_000_000),
        ("II", None, None),
        ("III", 7_433_000_000, 1_977_800_000),
        ("IV", 580_000_000, 145_000_000),
    ]
    assert (record["listed"]["total"], record["listed"]["2022"]) == (12_593_000_000, 3_642_800_000)
    assert (record["declared"]["total"], record["declared"]["2023"]) == (13_233_000_000, None)
    assert (record["difference"]["total"], record["difference"]["2022"]) == (640_000_000, 160_000_000)


def test_depth_and_branch(sxtdbv: Run) -> None:
    def paths(*options: str) -> list[str]:
        return [r["path"] for r in json.loads(sxtdbv("summary", str(PLAN), "--format", "json", *options).out)["rows"]]

    assert len(paths("--depth", "9")) == 31
    assert paths("--depth", "2")[:3] == ["I", "I/1.1", "I/1.2"]
    assert paths("--line", "III/A") == ["III/A/3.1", "III/A/3.2"]
    branch = json.loads(sxtdbv("summary", str(PLAN), "--format", "json", "--line", "III/A").out)
    assert (branch["listed"]["total"], branch["declared"]["total"]) == (6_325_000_000, 6_325_800_000)
    assert branch["difference"]["total"] == 800_000


def test_csv_is_read_back_and_holds_no_formula(sxtdbv: Run) -> None:
    rows = list(csv.reader(io.StringIO(sxtdbv("summary", str(PLAN), "--format", "csv", "--depth", "9").out)))
    assert rows[0] == ["path", "code", "title", "total", "2022", "2023", "2024", "2025", "share", "marked", "row"]
    assert rows[1][3:8] == ["4580000000", "1520000000", "1020000000", "1020000000", "1020000000"]
    assert rows[1][8:] == ["364", "", "line"]
    assert [row[9] for row in rows if row[0] == "III/A/3.2/3.2.2"] == ["total 2022 2023 2024 2025"]
    below = {row[-1]: row[3:8] for row in rows[1:] if row[-1] != "line"}
    assert list(below) == ["listed", "declared", "difference", "change", "change-rate"]
    assert below["change"] == ["", "", "-665800000", "0", "20000000"]
    assert below["change-rate"] == ["", "", "-183", "0", "7"]
    assert [row[2] for row in rows if "Tập huấn" in row[2]] == ["'- Tập huấn"]
    hostile = sxtdbv("summary", str(CASES / "plans" / "hostile.yaml"), "--format", "csv", "--depth", "9").out
    cells = [cell for row in csv.reader(io.StringIO(hostile)) for cell in row]
    assert not any(cell.startswith(("=", "+", "@")) for cell in cells)
    assert not any(cell.startswith("-") and not cell[1:].isdecimal() for cell in cells)


def test_markdown_escapes_what_a_text_could_do(sxtdbv: Run) -> None:
    out = sxtdbv("summary", str(CASES / "plans" / "hostile.yaml"), "--format", "markdown", "--depth", "9").out
    tables = [[row for row in part.splitlines() if row.startswith("|")] for part in out.split("\n\n")]
    assert [len({row.count(" | ") for row in table}) for table in tables if table] == [1, 1]
    assert "<b>" not in out
    assert "\\`a\\`" in out


@pytest.mark.parametrize("width", ["40", "80", "200"])
@pytest.mark.parametrize("file", [str(PLAN), COLUMNS_PLAN], ids=["plan", "columns"])
def test_the_screen_fits_and_marks_what_a_failing_sum_touches(sxtdbv: Run, width: str, file: str) -> None:
    out = sxtdbv("summary", file, "--lang", "en", COLUMNS=width).out
    assert max(map(len, out.splitlines())) <= int(width)
    assert "* takes part in a sum that fails" in " ".join(out.split())
    if file == str(PLAN):
        assert "7.433.000.000*" in out
        assert "4.580.000.000*" not in out
        assert "12.593.000.000" in out
        assert "-18,3 %" in out or width == "40"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_shares_have_the_comma_that_amounts_have(sxtdbv: Run, language: str) -> None:
    for chosen in ("terminal", "markdown"):
        out = sxtdbv("summary", str(PLAN), "--lang", language, "--format", chosen).out
        assert "36,4 %" in out
        assert "-18,3 %" in out
        assert "36.4" not in out


@pytest.mark.parametrize("width", ["40", "80", "200"])
def test_titles_go_on_below_where_they_begin_and_no_share_stands_alone(sxtdbv: Run, width: str) -> None:
    out = sxtdbv("summary", str(PLAN), "--depth", "3", "--lang", "en", COLUMNS=width).out
    lines = out.split("\n\n")[1].splitlines()
    begins = next(line.index("Tổ chức") for line in lines if line.lstrip().startswith("1.1 "))
    first = next(number for number, line in enumerate(lines) if line.lstrip().startswith("1.1 "))
    assert "2,5 %" in lines[first]
    assert lines[first + 1][:begins].strip() == ""
    assert lines[first + 1][begins] != " "
    assert not any(re.fullmatch(r"\s*-?[0-9]+,[0-9] %", line) for line in lines)


ROLES = """\
document: {}
columns: [{key: total, parts: [a]}, {key: a}]
declared: {total: 100}
lines:
  - {code: A, title: a, amounts: {total: 80, a: 80}, lines: [{code: A1, title: a1, amounts: {total: 80}}]}
  - {code: B, title: b, amounts: {total: 40, a: 40}}
  - {code: C, title: c, role: deduction, amounts: {total: 20, a: 20}}
  - {code: D, title: d, role: memo, amounts: {total: 50, a: 50}, lines: [{code: D1, title: d1, amounts: {total: 50}}]}
  - {code: E, title: e, role: of-which, amounts: {total: 10}, lines: [{code: E1, title: e1, amounts: {total: 11}}]}
"""


def test_only_what_the_sum_is_made_of_has_a_share(sxtdbv: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(ROLES, encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(sxtdbv("summary", str(file), "--format", "csv", "--depth", "2").out)))
    shares = {row["path"]: row["share"] for row in rows if row["row"] == "line"}
    assert shares == {
        "A": "800",
        "A/A1": "800",
        "B": "400",
        "C": "-200",
        "D": "",
        "D/D1": "",
        "E": "",
        "E/E1": "",
    }
    assert sum(int(share) for path, share in shares.items() if share and "/" not in path) == 1000


def test_a_mark_stands_at_figures_only(sxtdbv: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(ROLES.replace("total: 100", "total: 101"), encoding="utf-8")
    out = sxtdbv("summary", str(file), "--lang", "en", "--depth", "2", COLUMNS="120").out
    assert "101*" in out  # the declared total too
    for case in (COLUMNS_PLAN, str(file)):
        for options in (("COLUMNS", "80"), ("COLUMNS", "300")):
            shown = sxtdbv("summary", case, "--depth", "9", **dict([options])).out
            assert not re.search(r"(?m)(?<![0-9])\*(?! )", shown)


def test_a_line_without_lines_below_is_shown_itself(sxtdbv: Run) -> None:
    record = json.loads(sxtdbv("summary", str(PLAN), "--format", "json", "--line", "IV/4.1").out)
    jsonschema.validate(record, SCHEMA)
    assert (record["line"], [row["path"] for row in record["rows"]]) == ("IV/4.1", ["IV/4.1"])
    assert (record["listed"]["total"], record["declared"]["total"]) == (220_000_000, None)
    out = sxtdbv("summary", str(PLAN), "--line", "IV/4.1", "--lang", "vi").out
    assert "Dòng IV/4.1  Thực hiện công tác tuyên truyền" in out
    assert "220.000.000" in out
    assert "Chênh lệch" not in out


def test_the_heading_names_the_branch(sxtdbv: Run) -> None:
    for chosen in ("terminal", "markdown"):
        out = sxtdbv("summary", str(PLAN), "--line", "III/B", "--lang", "en", "--format", chosen).out
        assert "Line III/B  Thực hiện truy xuất nguồn gốc" in out
        assert "Sum of the lines below" in out


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("3.2", "III/A/3.2"),
        ("iii/a", "III/A"),
        ("III/A/3.22", "III/A/3.2"),
        ("III-B", "III/B"),
        ("3.2.9", "III/A/3.2/"),
    ],
)
def test_an_unknown_line_is_answered_with_the_nearest(sxtdbv: Run, asked: str, first: str) -> None:
    outcome = sxtdbv("summary", str(PLAN), "--line", asked, "--lang", "en")
    assert outcome.code == 2
    assert " ".join(outcome.err.split()).partition("the nearest are: ")[2].startswith(first)


def test_where_no_line_is_near_the_sections_are_named(sxtdbv: Run) -> None:
    outcome = sxtdbv("summary", str(PLAN), "--line", "XX", "--lang", "en")
    assert outcome.code == 2
    assert "the sections are: I, II, III, IV" in " ".join(outcome.err.split())


HOSTILE = "\x1b[2J\x08\x7f\x9b31m\u202e\u2028\r\nmã"


class Terminal(io.TextIOWrapper):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def commanding(tmp_path: Path) -> str:
    """A plan whose title would command a terminal."""
    file = tmp_path / "plan.yaml"
    title = json.dumps(HOSTILE).replace("\x7f", "\\x7f")
    line = f"{{code: A, title: {title}, amounts: {{total: 1, 2022: 1}}}}"
    file.write_text(f"document: {{}}\nyears: [2022]\nlines:\n  - {line}\n", encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("command", ["check", "summary", "diagnose"])
def test_json_is_exact_and_commands_no_terminal(sxtdbv: Run, commanding: str, command: str) -> None:
    out = sxtdbv(command, commanding, "--format", "json").out
    assert all(character.isprintable() or character == "\n" for character in out)
    if command == "summary":
        assert json.loads(out)["rows"][0]["title"] == HOSTILE
        assert "mã" in out


def test_csv_is_exact_in_a_file_and_commands_no_terminal(sxtdbv: Run, commanding: str, tmp_path: Path) -> None:
    copy = tmp_path / "out.csv"
    assert sxtdbv("summary", commanding, "--format", f"csv={copy}").code == 0
    assert next(csv.DictReader(io.StringIO(copy.read_bytes().decode(), newline="")))["title"] == HOSTILE
    assert sxtdbv("summary", commanding, "--format", "csv").out.encode() == copy.read_bytes()
    terminal = Terminal(io.BytesIO())
    output.write(copy.read_bytes().decode(), machine=True, stream=terminal)
    shown = terminal.buffer.getvalue().decode()  # type: ignore[attr-defined]
    assert all(character.isprintable() or character == "\n" for character in shown)
    assert "\\u001b[2J\\u0008" in shown
    assert "1,1,1000,,line" in shown


def test_a_file_that_cannot_be_read(sxtdbv: Run) -> None:
    file = str(CASES / "unreadable" / "sx003-tab.yaml")
    outcome = sxtdbv("summary", file, "--format", "json")
    record = json.loads(outcome.out)
    jsonschema.validate(record, SCHEMA)
    assert outcome.code == 2
    assert record == json.loads(sxtdbv("check", file, "--format", "json").out)
    assert "SX003" in outcome.err
    assert sxtdbv("summary", file, "--format", "csv").out == ""


TWICE = "STT,Nội dung,Dự toán 2023,Thực hiện 2024,Dự toán 2024,Dự toán 2025,Dự toán 2026\n"


def _of(sxtdbv: Run, tmp_path: Path, table: str, *options: str, columns: str = "80") -> str:
    file = tmp_path / "table.csv"
    file.write_text(table, encoding="utf-8")
    return sxtdbv("summary", "--lang", "en", str(file), *options, COLUMNS=columns).out


def test_a_year_with_several_columns_is_called_by_their_headings(sxtdbv: Run, tmp_path: Path) -> None:
    """Which of them another year is compared with would be a guess."""
    table = f"{TWICE}1,a,1,20,3,4,5\n2,b,10,200,30,40,60\n"
    by_year = _of(sxtdbv, tmp_path, table, columns="120").partition("By year\n")[2]
    assert [line.split("  ")[0] for line in by_year.splitlines()[1:]] == [
        "2023",
        "Thực hiện 2024",
        "Dự toán 2024",
        "2025",
        "2026",
    ]
    assert re.findall(r"[+-]\d+", by_year) == ["+21"]
    rows = csv.DictReader(io.StringIO(_of(sxtdbv, tmp_path, table, "--format", "csv")))
    (changes,) = [row for row in rows if row["row"] == "change"]
    assert [amount for amount in changes.values() if amount] == ["On the year before", "21", "change"]


def test_totals_of_several_kinds_are_not_added(sxtdbv: Run, tmp_path: Path) -> None:
    table = (
        f"{TWICE}A,Tổng thu,11,11,11,11,11\n1,a,1,1,1,1,1\n2,b,10,10,10,10,10\nB,Tổng chi,5,5,5,5,5\n1,c,5,5,5,5,5\n"
    )
    out = _of(sxtdbv, tmp_path, table)
    assert "Sum of the sections" not in out
    assert "By year" not in out
    assert set(json.loads(_of(sxtdbv, tmp_path, table, "--format", "json"))["listed"].values()) == {None}


@pytest.mark.parametrize(
    ("table", "added"),
    [
        ("STT,Nội dung,2024\nA,Thu ngân sách,8\n1,a,3\n2,b,5\nB,Chi ngân sách,7\n1,c,6\n2,d,1\nC,Kết dư,1\n", None),
        ("Nội dung thu,Dự toán 2024,Nội dung chi,Dự toán 2024\nThuế,7,Lương,3\nPhí,1,Điện,5\n", None),
        ("STT,Nội dung,2024\nI,Chi đầu tư,8\n1,a,3\n2,b,5\nII,Chi từ nguồn thu,7\n1,c,6\n2,d,1\n", 15),
        ("STT,Nội dung,2024\nI,Trung tâm Thu gom,8\n1,a,3\n2,b,5\nII,Kho bạc chi trả,7\n1,c,6\n2,d,1\n", 15),
    ],
)
def test_what_comes_in_is_not_added_to_what_goes_out(
    sxtdbv: Run, tmp_path: Path, table: str, added: int | None
) -> None:
    json_ = json.loads(_of(sxtdbv, tmp_path, table, "--format", "json"))
    assert json_["listed"] == {"2024": added}
    assert ("By year" in _of(sxtdbv, tmp_path, table)) is (added is not None)
    path = tmp_path / "a.xlsx"
    sxtdbv("export", str(tmp_path / "table.csv"), "-o", str(path), "--lang", "en")
    annex = openpyxl.load_workbook(path)["Annex"]
    titles = [row[1].value for row in annex.iter_rows()]
    assert ("Sum of the sections" in titles) is (added is not None)


@pytest.mark.parametrize(
    ("title", "role", "added"), [("Chi", "deduction", 1), ("Chi", "part", None), ("Tổng chi", "memo", None)]
)
def test_what_goes_out_is_taken_away_where_the_plan_says_so(
    sxtdbv: Run, tmp_path: Path, title: str, role: str, added: int | None
) -> None:
    plan = tmp_path / "plan.yaml"
    entries = [
        "{title: Thu, amounts: {total: 8, 2024: 8}}",
        f"{{title: {title}, role: {role}, amounts: {{total: 7, 2024: 7}}}}",
    ]
    plan.write_text("\n  - ".join(["document: {title: a}\nyears: [2024]\nlines:", *entries]), encoding="utf-8")
    assert json.loads(sxtdbv("summary", str(plan), "--format", "json").out)["listed"]["total"] == added


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("Thực hiện 9 tháng năm 2023", "Dự toán năm 2024", ""),
        ("Thực hiện năm 2023", "Quý I/2024", ""),
        ("6 tháng đầu năm 2023", "6 tháng đầu năm 2024", "7"),
        ("Thực hiện năm 2023", "Dự toán năm 2024", "7"),
    ],
)
def test_a_part_of_a_year_is_not_compared_with_a_year(
    sxtdbv: Run, tmp_path: Path, before: str, after: str, change: str
) -> None:
    table = f"STT,Nội dung,{before},{after}\n1,a,3,8\n2,b,5,7\n"
    rows = csv.DictReader(io.StringIO(_of(sxtdbv, tmp_path, table, "--format", "csv")))
    assert [row["2024"] for row in rows if row["row"] == "change"] == [change] * bool(change)
    by_year = _of(sxtdbv, tmp_path, table).partition("By year")[2]
    assert "2023  " in by_year
    assert "2024  " in by_year
    assert ("tháng" in by_year or "Quý" in by_year) is (("tháng" in before) or "Quý" in after)


def test_no_share_is_taken_of_a_difference(sxtdbv: Run, tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("STT,Nội dung,Năm 2023,Năm 2024,So sánh\nA,B,1,2,3=2-1\n1,Lương,500,700,200\n2,Điện,80,70,-10\n")
    for options in ((), ("--format", "markdown")):
        assert "Share" not in sxtdbv("summary", str(table), *options).out


def test_the_only_section_is_shown_with_its_lines(sxtdbv: Run, tmp_path: Path) -> None:
    table = f"{TWICE}I,Chi,11,11,11,11,11\n1,a,1,1,1,1,1\n2,b,10,10,10,10,10\n"
    out = _of(sxtdbv, tmp_path, table)
    assert "  2  b" in out
    assert "Sum of the sections" not in out
    assert "  2  b" not in _of(sxtdbv, tmp_path, table, "--depth", "1")


def test_headings_take_more_rows_where_they_do_not_fit_beside_each_other(sxtdbv: Run, tmp_path: Path) -> None:
    heads = [f"Kinh phí từ nguồn số {number}" for number in "abcde"]
    out = _of(sxtdbv, tmp_path, f"STT,Nội dung,{','.join(heads)}\n1,x,100,200,300,400,500\n2,y,1,2,3,4,5\n")
    assert [" ".join(line.split()) for line in out.splitlines()[3:6]] == [
        "Kinh phí Kinh phí Kinh phí Kinh phí Kinh phí",
        "từ nguồn từ nguồn từ nguồn từ nguồn từ nguồn",
        "số a số b số c số d số e",
    ]
    assert "Kinh phí từ nguồn số a" in _of(
        sxtdbv, tmp_path, TWICE.replace("Dự toán 2023", heads[0]) + "1,a,1,2,3,4,5\n", columns="200"
    )


def test_a_screen_shows_some_of_very_many_lines(sxtdbv: Run, tmp_path: Path) -> None:
    rows = "".join(f"{number},Mục {number},1,1,1,1,1\n" for number in range(1, 521))
    out = _of(sxtdbv, tmp_path, TWICE + rows)
    assert "Mục 500" in out
    assert "Mục 501" not in out
    assert out.index("Mục 500") < out.index("… and 20 more") < out.index("Sum of the sections")
    assert "520" in out.partition("Sum of the sections")[2]


def test_figures_of_a_table_that_holds_within_rounding_look_as_they_do_in_it(sxtdbv: Run, tmp_path: Path) -> None:
    file = tmp_path / "rounded.csv"
    rows = ["STT;Nội dung;2022;2023", "I;Chi thường xuyên;1004;2005", "1;Sở A;502;1003", "2;Sở B;501;1002"]
    rows += ["II;Chi đầu tư;303;504", "1;Sở C;101;252", "2;Sở D;202;251", ";Tổng cộng;1307;2509"]
    file.write_text("\n".join(rows), encoding="utf-8")
    assert "2 hold only within rounding" in " ".join(sxtdbv("check", str(file)).out.split())
    shown = sxtdbv("summary", str(file)).out
    assert "1.307" in shown
    assert ",0" not in shown.replace(",0 %", " %")
