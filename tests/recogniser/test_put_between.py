"""Rows and columns that an office puts between those of a table: the reading stays, or the doubt is told."""

from recogniser.made import book, doubts, lines, reading
from sxtdbv_cli.check import Doubt, check_plan
from sxtdbv_cli.model.finding import Severity

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


def understood(content: bytes) -> list[tuple[str, str, Severity]]:
    """What is said of a table: code, cell, how severe."""
    found = check_plan(reading(content), doubt=Doubt(wanted=False)).findings
    return [(said.code, said.place.within.rpartition("!")[2], said.severity) for said in found]


def test_large_figures_below_remarks_before_the_titles_are_no_codes() -> None:
    rows = [["Ghi chú", "Khoản", "Số tiền"], [N, "Vé", 60000], [5000, "Sân", 9000], [18700, "Giải", 51000]]
    assert understood(book(rows))[-1][:2] == ("SX518", "A1")
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
