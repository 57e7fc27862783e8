"""Rows and columns that an office puts between those of a table: the reading stays, or the doubt is told."""

import pytest

from recogniser.made import book, doubts, lines, reading
from sxtdbv_cli.check import Doubt, check_plan
from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.tables.figures.exact import What, read_text
from sxtdbv_cli.tables.figures.notation import Notation

N = None


def test_a_remark_on_a_part_lists_no_lines_that_come_to_the_total_below() -> None:
    rows = [["Nội dung", "Số tiền"], ["Các khoản chi", N], ["Trong đó vốn vay 12.500", N], ["Điện", 210], ["Nước", 315]]
    loaded = reading(book([*rows, ["Vệ sinh", 120], ["Cộng các khoản chi", 645]]))
    assert lines(loaded)[1:] == ["  Trong đó vốn vay 12.500 | .", "  Điện | 210", "  Nước | 315", "  Vệ sinh | 120"]
    loaded = reading(book([*rows, ["Vệ sinh", 120], ["Cộng các khoản chi", 900]]))
    assert lines(loaded)[2] == "  Điện [of-which] | 210"
    assert doubts(loaded) == ["SX513", "SX513"]


def test_lines_of_nought_before_those_that_a_total_adds_are_in_its_section() -> None:
    head = [["STT", "Nội dung", "Trước thuế", "Thuế", "Cộng"], ["I", "Phần mềm", 400, N, 400]]
    rows = [["II", "Chi phí khác", N, N, N], [1, "Kiểm thử", 0, N, 0], [2, "Thẩm định", 200, 20, 220]]
    last = [[3, "Kết quả", 300, 30, 330], [N, "Cộng mục", 500, 50, 550], ["III", "Dự phòng", 100, N, 100]]
    found = lines(reading(book([*head, *rows, *last, [N, "Tổng cộng", 1000, 50, 1050]])))
    assert [found[1], found[3], found[5]] == [
        "II Chi phí khác | 500 50 550",
        "  2 Thẩm định | 200 20 220",
        "III Dự phòng | 100 . 100",
    ]


def test_a_figure_beside_the_table_on_a_line_without_one_is_warned_of() -> None:
    head = [
        ["TT", "Nội dung", "Thu", "Chi"],
        [1, "Nước uống", 2574, 2574],
        ["a", "Thu của lớp", 2574, N],
        ["b", "Chi nước", N, 2574],
    ]
    rows = [[2, "Học thêm", 27316, 27316], ["a", "Thu của lớp", 27316, N], ["b", "Chi dạy", N, N, 27316]]
    told = [said for said in understood(book([*head, *rows])) if said[0] == "SX516"]
    assert told == [("SX516", "E7", Severity.WARNING)]
    jotted = [[*rows[0], N, 99], rows[1], ["b", "Chi dạy", N, 27316]]
    assert [said for said in understood(book([*head, *jotted])) if said[0] == "SX516"] == [
        ("SX516", "F5", Severity.NOTE)
    ]


def test_figures_a_column_off_are_warned_of_although_all_sums_hold() -> None:
    head = [["TT", "Nội dung", "Năm 2023", "Năm 2024"], ["I", "Thu", 30, 50], [1, "Vé", 10, 20], [2, "Quà", 20, 30]]
    rows = [["II", "Chi", N, 70, 90], [1, "Lương", N, 70, 90]]
    assert ("SX516", "E5", Severity.WARNING) in understood(book([*head, *rows]))


def test_a_figure_typed_as_text_in_the_column_of_units_of_a_line_without_amounts_is_told() -> None:
    table = "TT,Nội dung,ĐVT,Số tiền\n1,Gạo,kg,100\n2,Thịt,{},{}\n3,Cá,kg,70\n"
    told = [understood(table.format(*cells).encode(), "a.csv") for cells in (("12", ""), ("12", "50"))]
    assert [("SX516" in {said[0] for said in one}) for one in told] == [True, False]


def test_a_column_without_a_heading_that_a_total_adds_beside_others_is_read_and_told() -> None:
    head = ["Tháng", "Hoạt động", N, "Thiết bị", "Hạ tầng", "Tổng công việc"]
    rows = [
        [1, "Khảo sát", 130, 3, 4, 137],
        [2, "Dựng", 213, 33, 3, 249],
        [3, "Thử", 233, 3, 1, 237],
        [4, "Giao", 4, 5, 6, 15],
    ]
    loaded = reading(book([head, *rows]))
    assert lines(loaded)[0] == "1 Khảo sát | 130 3 4 137"
    assert doubts(loaded) == ["SX518"]


def test_a_header_of_fewer_columns_begins_another_table_and_that_is_told() -> None:
    head = ["Nội dung", "Số tiền", "Ghi chú"]
    rows = [head, ["Học bổng", 7200, "1 suất"], ["Hỗ trợ", 1800, N], ["Tổng cộng", 9000, N], [], []]
    for below in (head[:2], ["Khoản mục", "Số tiền"]):
        told = understood(book([*rows, below, ["Đường", 36000], ["Y tế", 60000], ["Tổng cộng", 96000]]))
        assert ("SX513", "A8", Severity.WARNING) in told


def test_totals_behind_both_sides_of_a_balanced_budget_are_those_that_they_name() -> None:
    for name, total in (("Thu", "Chi"), ("PHẦN THU", "PHẦN CHI"), ("TỔNG THU", "TỔNG CHI")):
        rows = [["TT", "Nội dung", "2023", "2024"], ["A", name, N, N], [1, "Thuế", 100, 110], [2, "Phí", 50, 60]]
        rows += [["B", total, N, N], [1, "Lương", 90, 95], [2, "Điện", 60, 75]]
        found = lines(reading(book([*rows, [N, "Tổng thu", 150, 170], [N, "Tổng chi", 150, 170]])))
        assert [found[0], found[3], len(found)] == [f"A {name} | 150 170", f"B {total} | 150 170", 6]
        wrong = understood(book([*rows, [N, "Tổng thu", 151, 170], [N, "Tổng chi", 150, 170]]))
        assert ("SX102", "C8", Severity.ERROR) in wrong


def test_what_stands_right_below_the_header_before_all_lines_is_none() -> None:
    head, rows = ["TT", "Nội dung", "Năm 2024"], [[1, "Thuế", 100], [2, "Phí", 50]]
    for first in ([N, "Trong đó:"], head):
        assert lines(reading(book([head, first, *rows]))) == ["1 Thuế | 100", "2 Phí | 50"]


def test_the_first_words_of_a_sheet_are_the_side_that_stands_above_the_other_header() -> None:
    head, rows = ["TT", "Nội dung", "Năm 2024"], [[1, "Thuế", 100], [2, "Phí", 50]]
    found = lines(reading(book([["Thu ngân sách"], head, *rows, ["Chi ngân sách"], head, *rows])))
    assert (found[0], found[3]) == ("Thu ngân sách | .", "Chi ngân sách | .")
    told = lines(reading(book([[N, "A. PHẦN THU"], head, *rows, [N, "C. PHẦN CHI"], head, *rows])))
    assert told[0] == "1 Thuế | 100"  # A is not the section before C


@pytest.mark.parametrize("text", ["+-5", "-+5", "--5"])
def test_a_figure_with_two_signs_is_none(text: str) -> None:
    assert read_text(text, Notation(",")).what is What.TEXT


def understood(content: bytes, name: str = "book.xlsx") -> list[tuple[str, str, Severity]]:
    """What is said of a table: code, cell, how severe."""
    found = check_plan(reading(content, name), doubt=Doubt(wanted=False)).findings
    return [(said.code, said.place.within.rpartition("!")[2], said.severity) for said in found]


def test_large_figures_below_remarks_before_the_titles_are_no_codes() -> None:
    rows = [["Ghi chú", "Khoản", "Số tiền"], [N, "Vé", 60000], [5000, "Sân", 9000], [18700, "Giải", 51000]]
    assert understood(book(rows))[-1][:2] == ("SX516", "A1")
    loaded = reading(
        book([[one and one // 5000, *rest] if isinstance(one, int) else [one, *rest] for one, *rest in rows])
    )
    assert lines(loaded)[2].strip() == "3 Giải | 51000"


def test_a_single_figure_beside_those_of_a_table_without_a_header_is_told() -> None:
    rows = [["Điện", 1210], ["Nước", 1315], ["Vệ sinh", 1120], ["Điện thoại", 1310], ["Cộng", 4955]]
    outer = [*rows[:-1], ["Cộng", N, 4955]]
    assert [said for said in understood(book(outer)) if said[1] == "C1"] == []
    rows[1].append(7)
    assert ("SX518", "C1", Severity.WARNING) in understood(book(rows))


def test_codes_an_empty_column_before_the_titles_of_a_table_without_a_header_are_read() -> None:
    rows = [["101", N, "Lương", 600], ["102", N, "Điện", 300], ["103", N, "Nước", 200], [N, N, "Tổng cộng", 1100]]
    assert lines(reading(book(rows)))[0] == "101 Lương | 600"
    rows[1][0] = rows[2][0] = N  # one number says of what it is the number
    assert lines(reading(book(rows)))[0] == "Lương | 600"


def test_the_header_once_more_over_both_sides_of_a_budget_is_no_line_of_either() -> None:
    head = ["THU", 2019, "CHI", 2019]
    rows = [head, ["Vé", 100, "Lương", 300], ["Quà", 200, "Điện", 50], head, ["Thuê", 300, "Nước", 250]]
    assert lines(reading(book([*rows, ["CỘNG", 600, "CỘNG", 600]])))[5:] == [
        "  Lương | 300",
        "  Điện | 50",
        "  Nước | 250",
    ]


def test_numbers_with_a_nought_before_are_codes_whatever_stands_over_them() -> None:
    rows = [
        ["Lãi bán", "01", "2,412"],
        ["Lãi cổ phiếu", "01.1", "2,304"],
        ["Lãi khác", "01.2", "108"],
        ["Thuê", "02", "41"],
    ]
    assert lines(reading(book([["Tên", "Dòng", "Năm nay"], *rows])))[1] == "  01.1 Lãi cổ phiếu | 2304"
    damaged = [["Điện", "1250", "9,000"], ["Nước", "0125", "9,100"], ["Khác", "300", "9,200"]]
    assert ("SX511", "B3", Severity.WARNING) in understood(book([["Tên", "Quý I", "Quý II"], *damaged]))


def test_a_row_typed_twice_leaves_the_rows_of_a_title_their_own_names() -> None:
    rows = [["Nội dung", "Nguồn", "Số tiền"], ["Đường", "Tỉnh", 10], [N, "Xã", 20], ["Cầu", "Tỉnh", 30], [N, "Xã", 40]]
    rows += [["Cống", "Tỉnh", 50], [N, "Xã", 60], [N, "Xã", 60]]
    assert [line.split(" | ")[0] for line in lines(reading(book(rows)))] == ["Tỉnh", "Xã"] * 3 + ["Xã"]
    loaded = reading(
        book([*rows[:1], *([one, "m", figure] for one, _, figure in rows[1:])])
    )  # what they are measured in
    assert lines(loaded)[:2] == ["Đường | 10", "m | 20"]


def test_what_stands_above_the_header_and_once_more_above_its_repetition_heads_a_page() -> None:
    head = ["TT", "Nội dung", "Năm 2024"]
    pages = [["UBND XÃ"], ["Dự toán"], [N, N, "ĐVT: đồng"], head, [1, "Thuế", 100]], [[2, "Phí", 50], [N, "Cộng", 150]]
    loaded = reading(book([*pages[0], *pages[0][:4], *pages[1]]))
    assert lines(loaded) == ["1 Thuế | 100", "2 Phí | 50", "declared | 150"]
    sides = [["A. PHẦN THU"], *pages[0][2:], ["B. PHẦN CHI"], *pages[0][2:4], [1, "Lương", 50]]
    assert lines(reading(book(sides))) == ["A. PHẦN THU | .", "  1 Thuế | 100", "B. PHẦN CHI | .", "  1 Lương | 50"]


def test_two_units_that_are_stated_in_the_same_way_are_warned_of() -> None:
    head, rows = ["TT", "Nội dung", "Năm 2024"], [[1, "Thuế", 100], [N, "Cộng", 100]]
    units = ["ĐVT: triệu đồng"], ["ĐVT: nghìn đồng"]
    for made in (
        [*units, head, *rows],
        [units[0], head, units[1], *rows],
        [["DỰ TOÁN (triệu đồng)"], units[1], head, *rows],
    ):
        loaded = reading(book(made))
        assert loaded.plan.unit.name == "nghìn đồng"
        assert [said[2] for said in understood(book(made)) if said[0] == "SX512"] == [Severity.WARNING]
    above = [units[0], head, *rows, [], [], [], [], units[1], head, *rows]  # each table has its own
    assert not any(said[0] == "SX512" for said in understood(book(above)))


def test_lines_that_are_called_by_letters_are_no_numbers_of_columns() -> None:
    head = ["Đơn vị", "Tổng", "Nguồn"]
    assert lines(reading(book([head, ["A", 1, 2], ["B", 7, 20], ["Cộng", 8, 22]])))[0] == "A | 1 2"
    assert lines(reading(book([head, ["A", 1, 2], ["Bưu điện", 7, 20], ["Cộng", 7, 20]])))[0] == "Bưu điện | 7 20"


def test_dashes_in_columns_of_codes_for_each_level_stand_for_nothing() -> None:
    rows = [["Chương", "Loại", "Khoản", "Nội dung", "Số tiền"], ["622", "-", "-", "Phòng", 100]]
    rows += [["622", "070", "-", "Dạy học", 100], ["622", "070", "072", "Lớp", 60], ["622", "070", "073", "Sân", 40]]
    nested = ["622 Phòng | 100", "  070 Dạy học | 100", "    072 Lớp | 60", "    073 Sân | 40"]
    assert lines(reading(book([*rows, ["-", "-", "-", "Cộng", 100]]))) == [*nested, "declared | 100"]
    once = [
        [one if one not in ("622", "070") or row < 2 + (at > 0) else "-" for at, one in enumerate(values)]
        for row, values in enumerate(rows)
    ]
    assert lines(reading(book(once))) == nested
