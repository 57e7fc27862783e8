"""Titles that stand once for several rows: merged over them, or blank below the first."""

import pytest

from recogniser.made import book, doubts, lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.files.loaded import Loaded

HEAD = [["Đơn vị: triệu đồng"], ["TT", "Nội dung", "Nguồn vốn", "Kế hoạch", "Giải ngân"]]
SOURCES = [
    *HEAD,
    [1, "Chương trình A", "Ngân sách trung ương", 100, 80],
    ["", "", "Ngân sách tỉnh", 50, 40],
    ["", "", "Ngân sách xã", 10, 5],
    [2, "Chương trình B", "Ngân sách trung ương", 200, 180],
    ["", "", "Ngân sách tỉnh", 20, 10],
    ["", "Tổng cộng", "", 380, 315],
]
MERGED = ("A3:A5", "B3:B5", "A6:A7", "B6:B7")


def codes(loaded: Loaded) -> list[str]:
    return [finding.code for finding in check_plan(loaded).findings]


@pytest.mark.parametrize("merged", [(), MERGED])
def test_rows_of_one_title_are_called_by_their_own_names(merged: tuple[str, ...]) -> None:
    loaded = reading(book(SOURCES, merged))
    assert lines(loaded) == [
        "1 Ngân sách trung ương | 100 80",
        "Ngân sách tỉnh | 50 40",
        "Ngân sách xã | 10 5",
        "2 Ngân sách trung ương | 200 180",
        "Ngân sách tỉnh | 20 10",
        "declared | 380 315",
    ]
    assert loaded.plan.lines.notes == (*["Chương trình A"] * 3, *["Chương trình B"] * 2)
    assert loaded.place(("lines", 1, "title")).within == "Sheet1!C4"
    assert codes(loaded) == ["SX516"]


def test_the_total_of_a_title_is_called_as_that_is() -> None:
    rows = [
        *HEAD,
        [1, "Chương trình A", "Tổng số", 150, 120],
        ["", "", "Ngân sách trung ương", 100, 80],
        ["", "", "Ngân sách tỉnh", 50, 40],
        [2, "Chương trình B", "Tổng số", 220, 190],
        ["", "", "Ngân sách trung ương", 200, 180],
        ["", "", "Ngân sách tỉnh", 20, 20],
    ]
    loaded = reading(book(rows))
    assert lines(loaded) == [
        "1 Chương trình A | 150 120",
        "  Ngân sách trung ương | 100 80",
        "  Ngân sách tỉnh | 50 40",
        "2 Chương trình B | 220 190",
        "  Ngân sách trung ương | 200 180",
        "  Ngân sách tỉnh | 20 20",
    ]
    assert codes(loaded) == ["SX102"]  # the names of the groups were read, in merged cells too
    assert codes(reading(book(rows, ("A3:A5", "B3:B5", "A6:A8", "B6:B8")))) == ["SX102"]


def test_rows_without_a_title_whose_names_never_come_again_stay_as_they_were_and_are_told() -> None:
    """They may be details of the line above, or lines whose titles were typed a column further right."""
    loaded = reading(book([*SOURCES[:5], [2, "Chương trình B", "Xã hội hóa", 200, 180]]))
    assert lines(loaded)[0] == "1 Chương trình A | 100 80"
    assert "SX516" in doubts(loaded)


def test_a_total_is_called_by_the_group_that_merged_cells_put_it_in() -> None:
    rows = [["Xã", "Thôn", "Kinh phí (nghìn đồng)"], ["Ea Kao", "Cao Thắng", 36000], ["", "Tân Hưng", 24000]]
    rows += [["", "Cộng", 60000], ["Hòa Thắng", "Thôn 1", 45000], ["", "Thôn 2", 27000], ["", "Cộng", 72000]]
    rows += [["Tổng cộng", "", 132000]]
    loaded = reading(book(rows, merged=["A2:A4", "A5:A7", "A8:B8"]))
    assert lines(loaded) == [
        "Cộng Ea Kao | 60000",
        "  Cao Thắng | 36000",
        "  Tân Hưng | 24000",
        "Cộng Hòa Thắng | 72000",
        "  Thôn 1 | 45000",
        "  Thôn 2 | 27000",
        "declared | 132000",
    ]
    assert not doubts(loaded)


def test_sections_named_left_of_the_titles_are_called_so() -> None:
    rows = [["TT", "Nhóm", "Hạng mục", "Báo giá (đồng)"], ["I", "CỔNG PHỤ HUYNH", "", 500000]]
    rows += [[1, "Cổng PH", "Đăng nhập", 300000], [2, "Cổng PH", "Xem điểm", 200000], ["II", "NỘI BỘ", "", 400000]]
    rows += [[3, "Cổng GV", "Điểm danh", 250000], [4, "Cổng GV", "Nhắn tin", 150000], ["TỔNG", "", "", 900000]]
    loaded = reading(book(rows))
    assert lines(loaded) == [
        "I CỔNG PHỤ HUYNH | 500000",
        "  1 Đăng nhập | 300000",
        "  2 Xem điểm | 200000",
        "II NỘI BỘ | 400000",
        "  3 Điểm danh | 250000",
        "  4 Nhắn tin | 150000",
        "declared | 900000",
    ]
    assert codes(loaded) == []


def test_titles_of_several_rows_leave_the_first_of_them_its_own_name() -> None:
    rows = ["| Department | Office | Budget |", "|---|---|---|"]
    for title, *names in (
        ("Desk", "Badges", "Signs"),
        ("Rooms", "Hall", "Stage"),
        ("Guests", "Travel", "Gifts", "Food"),
    ):
        rows += [f"| {title if name is names[0] else ''} | {name} | {100 + len(rows)} |" for name in names]
    found = lines(reading("\n".join(rows) + "\n", "a.md"))
    assert [line.split(" | ")[0] for line in found] == ["Badges", "Signs", "Hall", "Stage", "Travel", "Gifts", "Food"]
    two = reading("\n".join(rows[:6]) + "\n", "a.md")  # may be lines with details, and that is told
    assert [line.split(" | ")[0] for line in lines(two)] == ["Desk", "Signs", "Rooms", "Stage"]
    assert "SX516" in doubts(two)
