"""What an officer reads is short, in the unit of her table, and says what she can act on."""

import datetime
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from conftest import Run
from recogniser.made import book, reading
from sxtdbv_cli.model.diagnosis import Change, Cluster, Explanation, Slip
from sxtdbv_cli.model.plan import Column
from sxtdbv_cli.render.diagnosis.text import Teller, told
from sxtdbv_cli.render.names import heading
from sxtdbv_cli.text.language import Language

PLAN = "Kế hoạch đầu tư công trung hạn 2031-2035"
ROWS = [
    ["Đơn vị: triệu đồng"],
    ["TT", "Dự án", PLAN, None, None, None, "Điều chỉnh, bổ sung", "Giải ngân/Tổng (%)"],
    [None, None, "Tổng số", "Trong đó: Ngân sách địa phương"],
    [None, None, None, "Vốn cân đối", "Tiền sử dụng đất", "Xổ số kiến thiết"],
    ["I", "Đường", 2_700, 1_300, 900, 500, 40],
    [1, "Đường làng", 1_720, 800, 620, 300, 100],
    [2, "Đường đồng", 980, 500, 280, 200, -60],
    ["II", "Trường", 1_250, 400, 350, 500, 0],
    [1, "Trường làng", 650, 210, 190, 250, 30],
    [2, "Trường xã", 600, 190, 160, 250, -30],
]
MERGED = ["C2:F2", "D3:F3", "A2:A4", "B2:B4", "C3:C4", "G2:G4", "H2:H4"]


@pytest.fixture
def run(sxtdbv: Run, tmp_path: Path) -> Callable[..., str]:
    def tell(rows: list[list[object]], command: str = "check", *options: str, lang: str = "vi") -> str:
        path = tmp_path / "book.xlsx"
        path.write_bytes(book(rows, MERGED if len(rows[1]) > 5 else []))
        return sxtdbv(command, str(path), "--lang", lang, *options, COLUMNS="100").out

    return tell


def mistyped(at: int, place: int, figure: int) -> list[list[object]]:
    return [[*row[:place], figure, *row[place + 1 :]] if line == at else row for line, row in enumerate(ROWS)]


def test_a_column_is_called_by_how_its_long_title_begins_and_ends() -> None:
    title = f"{PLAN}: Trong đó: Ngân sách địa phương: Xổ số kiến thiết"
    assert heading(Column(key="a", title=title)).vi == "Kế hoạch đầu tư công…: Xổ số kiến thiết"
    assert heading(Column(key=title)) == heading(Column(key="a", title=title))
    for short in ("Năm 2031: Dự toán", "Một tên cột dài hơn bốn mươi lăm chữ mà không đứng dưới nhóm nào"):
        assert heading(Column(key="a", title=short)).vi == short


def test_what_a_column_adds_is_told_by_letters(run: Callable[..., str]) -> None:
    out = run(ROWS, "inspect")
    assert "= D + E + F" in out
    assert "ĐẠT" in run(ROWS)


def test_less_likely_cells_stand_on_one_line_and_rounding_is_not_told_of_slips(run: Callable[..., str]) -> None:
    out = run(mistyped(5, 4, 260))  # 620: no sum down confirms the row that no other column tells of
    assert "E6  Đường làng  260.000.000 → 620.000.000" in out
    assert "làm tròn" not in out
    first, *others = [
        Explanation((Change(cell, 12, 21, slip),)) for cell, slip in enumerate([Slip.DIGITS_SWAPPED, None])
    ]
    cluster = Cluster((), 1, 1, proven=True, unique=False, complete=True, explanations=(first, *others))
    assert [rank for rank, _ in told(cluster, 3)] == [1]
    unknown = cluster._replace(explanations=(*others, first))
    assert [rank for rank, _ in told(unknown, 3)] == [1, 2]


def test_what_else_fits_within_rounding_is_told_where_no_slip_says_which_it_was() -> None:
    teller = Teller(reading(book(ROWS, MERGED)).plan, Language.VI)
    change = Change(0, 12_000_000, 21_000_000, None, (20_000_000, 22_000_000))
    assert "làm tròn" in teller.slip(change)
    assert "làm tròn" not in teller.slip(change._replace(slip=Slip.DIGITS_SWAPPED))


def test_marks_in_a_workbook_are_in_its_unit(run: Callable[..., str], tmp_path: Path) -> None:
    run(mistyped(5, 4, 260), "annotate", "-o", str(tmp_path / "copy.xlsx"))
    sheet = load_workbook(BytesIO((tmp_path / "copy.xlsx").read_bytes()))["Sheet1"]
    comments = [cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment]
    assert any("lệch 360" in text for text in comments)
    assert any(text.startswith("Có thể ghi sai: 260 → 620") or "Đề xuất: 620 " in text for text in comments)
    assert not any("000.000" in text for text in comments)


def test_how_much_a_plan_was_adjusted_may_be_below_zero(run: Callable[..., str]) -> None:
    assert "SX201" not in run(ROWS)
    named = [[*row] for row in ROWS]
    named[1][6] = "Dự toán năm"
    assert "SX201" in run(named)


PRICED = [
    ["ĐVT: đồng"],
    ["STT", "Nội dung", "Số lượng", "Đơn giá", "Thành tiền"],
    *([line, f"Thiết bị {line}", line, 1_000, line * 1_000] for line in range(1, 5)),
    [5, "Vận chuyển", None, None, 700],
]


def test_an_amount_that_is_compared_with_its_factors_is_told_and_not_called_unprotected(
    run: Callable[..., str],
) -> None:
    out = run(PRICED, lang="en")
    assert "There is no sum to check. 4 amounts are compared with products" in out
    assert "1 cell is in no sum that can be checked, a mistake there would not show: 5 (Thành tiền)" in out
    assert "SX508" in run([*PRICED[:3], [2, "Thiết bị 2", 2, 1_000, 2_100], *PRICED[4:]])


def test_errors_that_say_the_same_are_told_together_and_others_each(run: Callable[..., str]) -> None:
    alike = [*PRICED[:2], *([line, f"Thiết bị {line}", line, "#N/A", "#N/A"] for line in range(1, 6))]
    out = run(alike, lang="en")
    assert out.count("instead of a value") == 3
    assert "… and 7 more: " in out
    wrong = [[line, f"Thiết bị {line}", line, 1_000, line * 1_000 + 100 * line] for line in range(3, 10)]
    assert run([*PRICED, *PRICED[2:6], *wrong], lang="en").count("SX508") == 7


def test_a_cell_that_holds_no_amount_is_likelier_than_a_line_left_out(run: Callable[..., str]) -> None:
    day = datetime.date(2023, 3, 15)  # 45000 in the format of a day
    table = [["ĐVT: triệu đồng"], ["STT", "Nội dung", "Năm 2031", "Năm 2032"], [1, "Lương", 1_200, 1_300]]
    table += [[2, "Hoạt động", day, "x"], [3, "Mua sắm", 60, 80], [None, "Tổng cộng", 46_260, 1_730]]
    out = run(table, lang="en")
    assert out.index("C4  Hoạt động  “2023-03-15” → 45.000.000.000") < out.index("looks like a line left out")
