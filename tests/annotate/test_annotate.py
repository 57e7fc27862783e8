"""The annotated copy: the user's workbook as it was, with marks on it."""

import re
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook

from conftest import Run
from recogniser.made import Rows, sheets
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.files.read import file_type, load
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render.annotation.workbook import annotate, losses
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.language import Language
from workbooks import book

VI = Style(Language.VI)
WRONG = """ĐVT: đồng
STT | Nội dung | Thời gian | Tổng | 2022 | 2023
I | Sở Công Thương | | =SUM(E3:F3) [100] | =SUM(E4:E6) [60] | =SUM(F4:F6) [40]
1 | Tập huấn | Hằng năm | =SUM(E4:F4) [40] | 30 | 10
2 | In tài liệu | Hằng năm | 31 | 15 | 15
3 | Kiểm tra | Hằng năm | =SUM(E6:F6) [30] | 30 |
"""
TOUCHED = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}
TOUCHED |= {"xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/comments1.xml"}
TOUCHED |= {"xl/drawings/vmlDrawing1.vml"}


def report_of(content: bytes) -> Report:
    return check_plan(load(file_type("book.xlsx"), content, "book.xlsx"))


def annotated(content: bytes, style: Style = VI) -> bytes:
    return annotate(content, [report_of(content)], style)


def parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_parts(content: bytes, more: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, part in {**parts(content), **more}.items():
            archive.writestr(name, part)
    return stream.getvalue()


@cache
def rich() -> bytes:
    """A workbook with everything an officer's has."""
    stream = BytesIO()
    workbook = Workbook(stream, {"in_memory": True})
    sheet = workbook.add_worksheet("Dự 'toán' A")
    money = workbook.add_format({"num_format": "#,##0", "italic": True, "border": 1, "font_name": "Times New Roman"})
    sheet.merge_range("A1:E1", "ĐVT: đồng")
    for column, text in enumerate(("STT", "Nội dung", "Tổng", "Năm 2022", "Năm 2023")):
        sheet.write_string(1, column, text)
    for row, (code, title, *figures) in enumerate(
        [("I", "Sở Công Thương", 100, 60, 40), ("1", "Tập huấn", 41, 30, 10), ("2", "In tài liệu", 60, 30, 30)], 2
    ):
        sheet.write_string(row, 0, code)
        sheet.write_string(row, 1, title)
        for column, figure in enumerate(figures, 2):
            sheet.write_number(row, column, figure, money)
    sheet.write_formula("D3", "=SUM(D4:D5)", money, 60)
    sheet.set_column("B:B", 40)
    sheet.set_row(3, 30)
    sheet.write_comment("C4", "đã hỏi lại phòng kế hoạch", {"author": "Lan"})
    sheet.data_validation("D4:D9", {"validate": "integer", "criteria": ">", "value": 0})
    sheet.conditional_format("E3:E9", {"type": "data_bar"})
    sheet.autofilter("A2:E5")
    workbook.define_name("Tổng_2022", "='Dự ''toán'' A'!$D$3")
    chart = workbook.add_chart({"type": "pie"})
    chart.add_series({"values": ["Dự 'toán' A", 3, 2, 4, 2]})
    other = workbook.add_worksheet("Kết quả kiểm tra")
    other.insert_chart("A1", chart)
    other.write_comment("B2", "của trang khác")
    workbook.close()
    more = {
        "xl/vbaProject.bin": b"\x00macros",
        "xl/pivotTables/pivotTable1.xml": b"<p/>",
        "customXml/item1.xml": b"<i/>",
    }
    return with_parts(stream.getvalue(), more)


@pytest.mark.parametrize("content", [book(WRONG), rich()], ids=["table", "rich"])
def test_the_copy_is_found_to_say_the_same(content: bytes) -> None:
    def told(content: bytes) -> list[Any]:
        return [(f.code, f.severity, f.address, dict(f.facts), f.place) for f in report_of(content).findings]

    assert told(annotated(content)) == told(content)
    assert any(found[0] == "SX101" for found in told(content))


def test_parts_that_are_not_touched_are_the_same_to_the_byte() -> None:
    before, after = parts(rich()), parts(annotated(rich()))
    assert before.keys() - after.keys() == set()
    assert {name for name in before if before[name] != after[name]} <= TOUCHED
    assert after.keys() - before.keys() == {"xl/worksheets/sheet3.xml"}


def test_formulas_values_styles_and_layout_stay() -> None:
    content = rich()
    copy = annotated(content)
    for values in (False, True):
        old, new = (load_workbook(BytesIO(each), data_only=values) for each in (content, copy))
        assert new.sheetnames[: len(old.sheetnames)] == old.sheetnames
        assert {name: found.attr_text for name, found in new.defined_names.items()} == {
            name: found.attr_text for name, found in old.defined_names.items()
        }
        for sheet in old:
            same = new[sheet.title]
            assert same.merged_cells.ranges == sheet.merged_cells.ranges
            assert same.auto_filter.ref == sheet.auto_filter.ref
            assert [rule.sqref for rule in same.data_validations.dataValidation] == [
                rule.sqref for rule in sheet.data_validations.dataValidation
            ]
            assert {key: dimension.width for key, dimension in same.column_dimensions.items()} == {
                key: dimension.width for key, dimension in sheet.column_dimensions.items()
            }
            assert same.row_dimensions[4].height == sheet.row_dimensions[4].height
            for row in sheet.iter_rows():
                for cell in row:
                    found = same[cell.coordinate]
                    assert (found.value, found.number_format) == (cell.value, cell.number_format)
                    assert repr((found.font, found.border, found.alignment)) == repr(
                        (cell.font, cell.border, cell.alignment)
                    )


def test_wrong_cells_are_coloured_and_say_what_is_wrong_and_proposed() -> None:
    sheet = load_workbook(BytesIO(annotated(book(WRONG))))["Bảng"]
    comment = sheet["D5"].comment
    assert sheet["D5"].fill.fgColor.rgb == "FFFBE3E0"
    assert sheet["E5"].fill.fill_type is None
    assert comment is not None
    assert comment.text.splitlines()[0] == "SX101 (lỗi): ghi 31, cộng lại được 30, lệch 1"
    assert "Đề xuất: 30 (ghi sai: sai một chữ số)" in comment.text
    english = load_workbook(BytesIO(annotated(book(WRONG), Style(Language.EN))))["Bảng"]["D5"].comment
    assert english is not None
    assert "Proposed: 30 (is wrong: one wrong digit)" in english.text


def test_a_cell_that_is_not_in_the_file_is_made_in_its_place() -> None:
    """2022 of line 3 is scheduled and blank, with a figure behind it."""
    content = book(WRONG.replace("| 30 |\n", "|  | 30\n"))
    assert b'r="E6"' not in parts(content)["xl/worksheets/sheet1.xml"]
    copy = annotated(content)
    cell = load_workbook(BytesIO(copy))["Bảng"]["E6"]
    assert cell.value is None
    assert cell.comment is not None
    assert cell.comment.text.startswith("SX203")
    row = re.findall(rb'<c r="([A-Z])6"', parts(copy)["xl/worksheets/sheet1.xml"])
    assert row == sorted(row)


def test_a_cell_that_is_made_looks_as_its_column_does() -> None:
    made = load_workbook(BytesIO(book(WRONG.replace("| 30 |\n", "|  | 30\n"))))
    made["Bảng"].column_dimensions["E"].number_format = "#,##0.0"
    stream = BytesIO()
    made.save(stream)
    cell = load_workbook(BytesIO(annotated(stream.getvalue())))["Bảng"]["E6"]
    assert cell.comment is not None
    assert cell.number_format == "#,##0.0"


def test_a_cell_that_is_blamed_for_what_is_found_elsewhere() -> None:
    """No sum fails in 2022 of line 3 itself; the totals above and beside say that it may be wrong."""
    table = re.sub(r"=SUM\(.*?\) \[(\d+)\]", r"\1", WRONG.replace("[60]", "[45]"))
    sheet = load_workbook(BytesIO(annotated(book(table), Style(Language.EN))))["Bảng"]
    told = [cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment]
    assert any(text.startswith("Possibly wrong: 30 → ") for text in told)
    assert sheet["E6"].fill.fgColor.rgb == "FFFBE3E0"


def test_comments_that_are_there_are_kept() -> None:
    book = load_workbook(BytesIO(annotated(rich())))
    comment = book["Dự 'toán' A"]["C4"].comment
    assert comment is not None
    assert comment.author == "Lan"
    assert comment.text.startswith("đã hỏi lại phòng kế hoạch\n\nSX101 (lỗi)")
    assert book["Kết quả kiểm tra"]["B2"].comment is not None
    drawn = parts(annotated(rich()))["xl/drawings/vmlDrawing1.vml"].decode()
    assert drawn.count("<x:Row>") == sum(
        cell.comment is not None for row in book["Dự 'toán' A"].iter_rows() for cell in row
    )


@pytest.mark.parametrize("author", [b'authorId="9"', b'authorId="-1"', b'authorId="x"', b""])
def test_a_comment_of_an_author_that_is_not_listed_is_somebody_elses(author: bytes) -> None:
    """Some programs number authors and list none."""
    name = "xl/comments1.xml"
    content = with_parts(rich(), {name: parts(rich())[name].replace(b'authorId="0"', author)})
    said = "".join(re.findall("<t[^>]*>([^<]*)</t>", parts(annotated(content))[name].decode()))
    assert "đã hỏi lại phòng kế hoạch\n\nSX101" in said


def test_the_list_links_to_the_cells() -> None:
    book = load_workbook(BytesIO(annotated(rich())))
    listed = book["Kết quả kiểm tra (2)"]
    links = {cell.value: cell.hyperlink.location for row in listed.iter_rows() for cell in row if cell.hyperlink}
    assert links["C4"] == "'Dự ''toán'' A'!C4"
    assert [cell.value for cell in listed[4]][:3] == ["Mức độ", "Mã", "Ô"]
    assert not [cell for row in listed.iter_rows() for cell in row if cell.data_type == "f"]


def test_signatures_are_left_out_and_that_is_said() -> None:
    signed = with_parts(rich(), {"_xmlsignatures/sig1.xml": b"<s/>", "_xmlsignatures/origin.sigs": b""})
    assert [lost.en for lost in losses(signed, [report_of(signed)])] == [
        "the file is signed; a signature does not hold for the annotated copy and was left out of it"
    ]
    assert not [name for name in parts(annotated(signed)) if name.startswith("_xmlsignatures")]
    assert losses(rich(), [report_of(rich())]) == []


@pytest.mark.parametrize(("area", "covered"), [("C3:C9", True), ("C4", True), ("E3:E9", False)])
def test_a_conditional_format_over_marked_cells_is_said(area: str, covered: bool) -> None:
    form = f'<conditionalFormatting sqref="A1 {area}"><cfRule type="colorScale" priority="1"/></conditionalFormatting>'
    sheet = parts(rich())["xl/worksheets/sheet1.xml"].decode()
    at = sheet.index("<conditionalFormatting")
    content = with_parts(rich(), {"xl/worksheets/sheet1.xml": (sheet[:at] + form + sheet[at:]).encode()})
    said = [lost.en for lost in losses(content, [report_of(content)])]
    assert [one.startswith("cells to be marked") for one in said] == [True] * covered


def shown(content: bytes) -> list[object]:
    """What a workbook shows: sheets, values, grounds, comments."""
    workbook = load_workbook(BytesIO(content))
    return [
        (sheet.title, cell.coordinate, cell.value, cell.fill.fgColor.rgb, cell.comment and cell.comment.text)
        for sheet in workbook
        for row in sheet.iter_rows()
        for cell in row
    ]


def saved_again(content: bytes) -> bytes:
    stream = BytesIO()
    load_workbook(BytesIO(content)).save(stream)
    return stream.getvalue()


def test_a_copy_that_is_annotated_again_says_nothing_twice() -> None:
    once = annotated(rich())
    assert shown(annotated(once)) == shown(once)


def mended(content: bytes) -> bytes:
    sheet = "xl/worksheets/sheet1.xml"
    return with_parts(content, {sheet: parts(content)[sheet].replace(b"<v>41</v>", b"<v>40</v>")})


def boxes(content: bytes) -> int:
    return sum(part.count(b"<x:Row>") for name, part in parts(content).items() if name.endswith(".vml"))


@pytest.mark.parametrize("kept", [bytes, saved_again], ids=["as it is", "saved by openpyxl"])
def test_of_a_figure_that_was_mended_in_an_annotated_copy_nothing_is_said_any_more(kept: Any) -> None:
    again = annotated(mended(kept(annotated(rich()))))
    right = annotated(mended(kept(rich())))
    assert shown(again) == shown(right)
    assert boxes(again) == boxes(right)  # a box without its comment would make a damaged file of it


def test_what_people_added_to_our_comments_stays() -> None:
    copy = annotated(book(WRONG))
    [name] = [name for name in parts(copy) if name.startswith("xl/comments")]
    added = parts(copy)[name].replace(b"</t>", "\nĐề xuất: hỏi lại\nLan: đã hỏi</t>".encode(), 1)
    texts = [said for *_, said in shown(annotated(with_parts(copy, {name: added}))) if said]
    assert any("Lan: đã hỏi" in str(text) for text in texts)
    assert sum("SX101" in str(text) for text in texts) == sum("SX101" in str(said) for *_, said in shown(copy))


def test_the_same_bytes_each_run() -> None:
    assert annotated(rich()) == annotated(rich())


def test_a_title_is_no_markup_in_a_comment_or_in_the_list() -> None:
    hostile = WRONG.replace("In tài liệu", "=HYPERLINK(1)<b>&amp;\u202e")
    sheet = load_workbook(BytesIO(annotated(book(hostile))))["Kết quả kiểm tra"]
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert any("=HYPERLINK(1)<b>&amp;\\u202e" in text for text in texts)
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


class TestCommand:
    def test_the_copy_is_written_and_the_original_is_as_it_was(self, sxtdbv: Run, tmp_path: Path) -> None:
        file, copy = tmp_path / "book.xlsx", tmp_path / "copy.xlsx"
        file.write_bytes(rich())
        outcome = sxtdbv("annotate", str(file), "-o", str(copy), "--lang", "en")
        assert (outcome.code, outcome.err) == (1, "")
        assert "copy.xlsx: errors: " in outcome.out
        assert file.read_bytes() == rich()
        assert copy.read_bytes() == annotate(rich(), [report_of(rich())], Style(Language.EN))
        again = sxtdbv("annotate", str(file), "-o", str(copy), "--lang", "en")
        assert again.code == 2
        assert "was left alone" in again.err

    def test_all_sheets_are_annotated_in_one_copy(self, sxtdbv: Run, tmp_path: Path) -> None:
        head = ["STT", "Nội dung", "Tổng", "2024", "2025"]
        tables: dict[str, Rows] = {
            "A": [head, [1, "x", 4, 1, 2], [2, "y", 5, 2, 3]],
            "B": [head, [1, "z", 7, 3, 3], [2, "t", 4, 2, 2]],
        }
        file, copy = tmp_path / "book.xlsx", tmp_path / "copy.xlsx"
        file.write_bytes(sheets(tables))
        outcome = sxtdbv("annotate", str(file), "--sheet", "all", "-o", str(copy), "--lang", "en")
        assert (outcome.code, outcome.err) == (1, "")
        assert [line.partition(" errors: ")[0] for line in outcome.out.splitlines()] == [
            f"Wrote {copy}:A:",
            f"Wrote {copy}:B:",
        ]
        made = load_workbook(copy)
        assert made.sheetnames == ["A", "B", "Findings"]
        assert "adds up to 3, off by 1" in made["A"]["C2"].comment.text
        assert "adds up to 6, off by 1" in made["B"]["C2"].comment.text
        links = [(cell.hyperlink.location, cell.value) for row in made["Findings"] for cell in row if cell.hyperlink]
        assert {("'A'!C2", "C2"), ("'B'!C2", "C2")} <= {*links}

    @pytest.mark.parametrize(
        ("file", "to", "says"),
        [
            ("book.xlsx", "book.xlsx", "would be overwritten"),
            ("book.xlsx", "copy.xlsm", "must be of the type of the original (.xlsx)"),
            ("book.csv", "copy.csv", "only .xlsx, .xlsm"),
            ("none.xlsx", "copy.xlsx", "no such file"),
            ("bad.xlsx", "copy.xlsx", "bad.xlsx"),
        ],
    )
    def test_what_cannot_be_done_is_said(self, sxtdbv: Run, tmp_path: Path, file: str, to: str, says: str) -> None:
        (tmp_path / "book.xlsx").write_bytes(rich())
        (tmp_path / "book.csv").write_text("STT,x\n")
        (tmp_path / "bad.xlsx").write_bytes(b"PK\x03\x04 no zip")
        before = sorted((path.name, path.read_bytes()) for path in tmp_path.iterdir())
        outcome = sxtdbv("annotate", str(tmp_path / file), "-o", str(tmp_path / to), "--force", "--lang", "en")
        assert outcome.code == 2
        assert says in outcome.err
        assert sorted((path.name, path.read_bytes()) for path in tmp_path.iterdir()) == before

    def test_a_workbook_with_macros_stays_one(self, sxtdbv: Run, tmp_path: Path) -> None:
        file, copy = tmp_path / "book.xlsm", tmp_path / "copy.xlsm"
        file.write_bytes(rich())
        assert sxtdbv("annotate", str(file), "-o", str(copy)).code == 1
        assert parts(copy.read_bytes())["xl/vbaProject.bin"] == b"\x00macros"

    def test_a_workbook_that_lacks_a_part_is_refused_and_nothing_is_written(self, sxtdbv: Run, tmp_path: Path) -> None:
        file, copy = tmp_path / "book.xlsx", tmp_path / "copy.xlsx"
        file.write_bytes(with_parts(rich(), {"xl/comments1.xml": b"<comments"}))
        outcome = sxtdbv("annotate", str(file), "-o", str(copy), "--lang", "en")
        assert (outcome.code, copy.exists()) == (2, False)
        assert "built unusually (xl/comments1.xml)" in outcome.err

    def test_what_is_lost_is_said_before(self, sxtdbv: Run, tmp_path: Path) -> None:
        file = tmp_path / "book.xlsx"
        file.write_bytes(with_parts(rich(), {"_xmlsignatures/sig1.xml": b"<s/>"}))
        outcome = sxtdbv("annotate", str(file), "-o", str(tmp_path / "copy.xlsx"), "--lang", "vi")
        assert outcome.code == 1
        assert outcome.err == "tệp có chữ ký số; chữ ký không còn giá trị với bản chú thích nên được bỏ khỏi bản đó\n"

    def test_the_screen_names_the_file_once_and_the_cell(self, sxtdbv: Run, tmp_path: Path) -> None:
        file = tmp_path / "book.xlsx"
        file.write_bytes(book(WRONG))
        screen = sxtdbv("check", str(file), "--lang", "en", COLUMNS="200").out
        assert f"{file}:Bảng!D5\n" in screen
        assert screen.count(str(file)) == 1 + screen.count(f"{file}:Bảng!")

    def test_the_table_can_be_stated(self, sxtdbv: Run, tmp_path: Path) -> None:
        file, copy = tmp_path / "book.xlsx", tmp_path / "copy.xlsx"
        file.write_bytes(book(WRONG))
        assert (
            sxtdbv("annotate", str(file), "-o", str(copy), "--sheet", "1", "--unit", "nghìn đồng", "--lang", "en").code
            == 1
        )
        comment = load_workbook(copy)["Bảng"]["D5"].comment
        assert comment is not None
        assert "SX101" not in comment.text  # in thousands 31 for 15 + 15 is rounding
