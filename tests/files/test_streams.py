"""Tables with a cell on each line as legal sites of provinces print price lists: no heading of codes, codes in a column
for each level, units that reach down, texts merged over the columns of amounts."""

from collections.abc import Sequence

from transcripts import one_cell_a_line

from recogniser.made import doubts, lines, reading

Rows = Sequence[Sequence[str]]


def page(rows: Rows, unit: str = "Đơn vị tính: 1.000 đồng") -> str:
    """A decision with a table in it."""
    return (
        f"Điều 1. Quy định mức giá như sau:\n\n{unit}\n\n{one_cell_a_line(rows, lead=True)}\n\nĐiều 2. Có hiệu lực.\n"
    )


def test_a_table_that_nothing_but_a_bar_opens_begins_there() -> None:
    rows = [["Khu vực", "Nhà trẻ", "Tiểu học"], ["Phường", "190", "210"], ["Xã", "140", "160"], ["Đảo", "105", "115"]]
    loaded = reading(page(rows), "bang.txt")
    assert lines(loaded) == ["Phường | 190 210", "Xã | 140 160", "Đảo | 105 115"]
    assert loaded.plan.unit.name == "1.000 đồng" and not doubts(loaded)


def test_titles_stand_in_the_third_column_behind_two_of_codes() -> None:
    rows = [
        ["STT", "Mã hiệu", "Tên công tác", "Đơn vị", "Đơn giá (đồng)"],
        ["I", "", "KHU VỰC PHƯỜNG", "", ""],
        ["1", "TG.1.1", "Thu gom tại ngõ", "đồng/km", "85.731"],
        ["2", "TG.1.2", "Thu gom tại phố", "đồng/km", "343.611"],
        ["II", "", "KHU VỰC XÃ", "", ""],
        ["1", "TG.2.1", "Thu gom tại thôn", "đồng/km", "95.420"],
    ]
    found = lines(reading(page(rows, ""), "bang.txt"))
    assert (
        found[:2] == ["I KHU VỰC PHƯỜNG | .", "  1 Thu gom tại ngõ | 85731"]
        and found[-1] == "  1 Thu gom tại thôn | 95420"
    )


LEVELS = [
    ["Mã nhóm loại", "Tên loại đá", "Đơn vị tính", "Đơn giá (đồng)"],
    ["Cấp 1", "Cấp 2", "Cấp 3"],
    ["II", "", "", "Đá các loại", "", ""],
    ["", "II2", "", "Đá xây dựng", "", ""],
    ["", "", "II201", "Đá hộc", "m3", "120.000"],
    ["", "", "II202", "Đá dăm", "m3", "217.912"],
    ["", "II3", "", "Đá nung vôi", "m3", "128.000"],
    ["", "II5", "", "Cát", "m3", "80.500"],
]


def test_a_column_of_codes_for_each_level_stands_under_one_heading() -> None:
    """The price stands over nothing but prices; few of a level are no titles that all lines have."""
    loaded = reading(page(LEVELS, ""), "bang.txt")
    assert lines(loaded) == [
        "II Đá các loại | .",
        "  II2 Đá xây dựng | .",
        "    II201 Đá hộc | 120000",
        "    II202 Đá dăm | 217912",
        "  II3 Đá nung vôi | 128000",
        "  II5 Cát | 80500",
    ]


def test_a_unit_reaches_down_into_the_next_row() -> None:
    rows = [
        ["TT", "Danh mục", "Đơn vị tính", "Mức trần", "Ghi chú"],
        ["1", "Bán trú", "", "", ""],
        ["1.1", "Bữa sáng", "đồng/ngày", "20.000", ""],
        ["1.2", "Bữa trưa", "35.000", ""],
        ["1.3", "Bữa chiều", "15.000", ""],
        ["2", "Trông giữ", "đồng/giờ", "12.000", "60 phút"],
    ]
    loaded = reading(page(rows, ""), "bang.txt")
    assert lines(loaded)[1:4] == ["  1.1 Bữa sáng | 20000", "  1.2 Bữa trưa | 35000", "  1.3 Bữa chiều | 15000"]
    assert not doubts(loaded)


def test_what_an_amount_depends_on_is_merged_over_all_columns_behind_a_title() -> None:
    """It is no header of another table, though it speaks of money."""
    rows = [
        ["STT", "Nội dung chi", "Cấp tỉnh", "Cấp xã", "Đơn vị tính", "Ghi chú"],
        ["1", "Ban Tổ chức", ""],
        ["", "- Trưởng ban", "442", "398", "người/ngày", ""],
        ["", "- Ủy viên", "353", "285", "người/ngày", ""],
        ["2", "Chi khác", ""],
        ["", "- Tiền nước", "40", "30", "người/ngày", ""],
        ["", "- Thuê mướn", "Căn cứ hóa đơn trong dự toán được giao"],
        ["", "- Tiền ăn", "300", "240", "người/ngày", "Hai bữa"],
    ]
    found = lines(reading(page(rows), "bang.txt"))
    assert found[-3:] == ["  - Tiền nước | 40 30", "  - Thuê mướn | . .", "  - Tiền ăn | 300 240"]
