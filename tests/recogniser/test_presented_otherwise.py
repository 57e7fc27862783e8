"""Tables as officers change how they are presented: what is meant stays, and is read, or the doubt is told."""

import pytest

from recogniser.made import book, columns, doubts, lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.figures.exact import What, read_text
from sxtdbv_cli.tables.figures.notation import Notation
from sxtdbv_cli.tables.units.stated import heading_unit
from sxtdbv_cli.tables.words.headings import use_of
from sxtdbv_cli.tables.words.totals import is_sub, is_total

N = None
HEAD = ["STT", "Nội dung", "Năm 2024 (đồng)", "Năm 2025 (đồng)"]
LINES = [
    ["I", "Chi sự nghiệp", 700, 900],
    [1, "Đào tạo nghề", 300, 500],
    [2, "Sửa chữa trụ sở", 400, 400],
    ["II", "Chi khác của đơn vị", 55, 60],
]
TOTAL = [N, "Tổng cộng", 755, 960]
READ = [
    "I Chi sự nghiệp | 700 900",
    "  1 Đào tạo nghề | 300 500",
    "  2 Sửa chữa trụ sở | 400 400",
    "II Chi khác của đơn vị | 55 60",
    "declared | 755 960",
]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("224,7¹", "224.7"),
        ("400 (triệu VNĐ)", "400"),
        ("~20 tr***", "20"),
        ("29564²", "29564"),
        ("'37000000", "37000000"),
        ("’1.234.567", "1234567"),
        ("'-5", "-5"),
        ("９０", "90"),
        ("１．５３５．０００", "1535000"),
    ],
)
def test_figures_with_notes_marks_and_wide_digits(text: str, value: str) -> None:
    found = read_text(text, Notation(","))
    assert found.what is What.FIGURE and str(found.value) == value


@pytest.mark.parametrize("text", ["1½", "①", "m²", "10²3", "200\n100\n100", "5.000 CR", "5.000CR"])
def test_digits_of_other_kinds_or_below_each_other_and_sides_of_a_balance_make_no_figure(text: str) -> None:
    assert read_text(text, Notation(",")).what is What.TEXT


@pytest.mark.parametrize(
    ("heading", "use"),
    [
        ("Mức", Use.PRICE),
        ("Mục", Use.CODE),
        ("Định mức", Use.PRICE),
        ("Tỷ suất lợi nhuận", None),
        ("STT / No.", Use.CODE),
        ("sl_no", Use.CODE),
        ("units_budget", Use.QUANTITY),
        ("budget", Use.AMOUNT),
        ("ĐVT\n(Unit)", Use.UNIT),
        ("Nội dung / Description", Use.TITLE),
    ],
)
def test_headings_by_their_diacritics_and_in_two_languages(heading: str, use: Use | None) -> None:
    assert use_of(heading) is use


def test_a_subtotal_in_french_is_the_total_of_a_part() -> None:
    assert is_total("Sous-total déjà payé") and is_sub("Sous-total") and not is_total("Sous-traitance")


def test_contracts_and_councils_are_no_unit() -> None:
    assert heading_unit("Giá trị hợp đồng") is heading_unit("Hội đồng nhân dân") is None
    assert heading_unit("Kinh phí (đồng)") == "đồng"


NOUGHTS = [N, N, 0, 0]


@pytest.mark.parametrize(
    "rows",
    [
        [*LINES[:2], [3, N, N, N], *LINES[2:], TOTAL],
        [*LINES[:3], [N, "…", N, N], LINES[3], TOTAL],
        [*LINES, TOTAL, NOUGHTS, NOUGHTS],
        [LINES[0], [N, N, N, N], *LINES[1:], TOTAL],
    ],
    ids=["page-number", "dots", "noughts-below", "blank"],
)
def test_rows_that_say_nothing_are_no_lines(rows: list[list[object]]) -> None:
    assert lines(reading(book([HEAD, *rows]))) == READ


@pytest.mark.parametrize("note", ["Trang 2", "Biểu số 02 (tiếp theo)", "(theo Quyết định số 12)", "Đã bao gồm thuế"])
def test_a_note_among_the_lines_is_told(note: str) -> None:
    assert "SX513" in doubts(reading(book([HEAD, *LINES[:2], [N, note, N, N], *LINES[2:], TOTAL])))


def test_the_only_line_without_amounts_is_told() -> None:
    rows = [["Nội dung", "Số tiền (đồng)"], ["Điện", 10], ["Nước", 20], ["Khác", N], ["Xăng", 30], ["Cộng", 60]]
    assert "SX513" in doubts(reading(book(rows)))


def test_a_total_in_place_of_a_code_is_a_title() -> None:
    rows = [["STT", "Địa phương", "Kinh phí (đồng)"], ["TỔNG", N, 30], [1, "Xã A", 10], [2, "Xã B", 20]]
    assert lines(reading(book(rows)))[0] == "TỔNG | 30"


def test_a_title_that_goes_on_behind_a_number_before_it() -> None:
    rows = [
        ["Nội dung", "Số tiền (đồng)"],
        ["I. Chi thường xuyên", 30],
        ["1. Lương", 10],
        ["2. Điện, nước", 20],
        ["II. Chi", N],
        ["không thường xuyên", 5],
        ["Tổng cộng", 35],
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[3] == "II. Chi không thường xuyên | 5"
    assert "SX513" in doubts(loaded)


def test_a_title_over_two_cells_is_put_together_where_few_are() -> None:
    names = ["Máy tính", "Máy in", "Bàn", "Ghế", "Tủ", "Giấy", "Mực", "Bút", "Sổ", "Kệ", "Đèn"]
    rows = [["Nội dung", N, "Số tiền (đồng)"], *([name, N, 100 + at] for at, name in enumerate(names))]
    rows[3] = ["Module relay", "4 kênh", 102]
    assert lines(reading(book(rows)))[2] == "Module relay 4 kênh | 102"


def test_words_beside_titles_that_are_not_read_are_told() -> None:
    rows = [["Nội dung", N, "Số tiền (đồng)"], ["Mua sắm", "máy tính", 1], ["Sửa chữa", "nhà", 2], ["Thuê", "xe", 3]]
    assert "SX516" in doubts(reading(book(rows)))


def test_numbers_of_lines_beside_the_codes_are_no_codes() -> None:
    rows = [["Mã dòng", *HEAD], *([f"{at:02}", *row] for at, row in enumerate([*LINES, TOTAL], 1))]
    assert [line.strip() for line in lines(reading(book(rows)))[:3]] == [line.strip() for line in READ[:3]]


def test_codes_behind_the_titles_are_no_amounts() -> None:
    rows = [["Nội dung", "TT", *HEAD[2:]], *([title, code, *rest] for code, title, *rest in [*LINES, TOTAL])]
    assert lines(reading(book(rows))) == READ


def test_amounts_left_of_the_titles_are_no_codes() -> None:
    rows = [
        ["Weekly need", "2024 Plan", "2025 Plan", "Item"],
        [370, 18200, 19240, "Benevolence"],
        [1425, 71500, 74100, "Salary"],
        [520, 24960, 27040, "Pension"],
        [125, 6500, 6760, "Books"],
        [2440, 121160, 127140, "Total"],
    ]
    assert len(columns(reading(book(rows)))) == 3


def test_another_table_of_the_same_columns_is_told() -> None:
    again = [[N, "Bảng 2. Dự toán bổ sung", N, N], HEAD, [1, "Xã A", 12, 13], [2, "Xã B", 14, 15]]
    assert "SX513" in doubts(reading(book([HEAD, *LINES, TOTAL, *again])))
    assert "SX513" in doubts(reading(book([HEAD, TOTAL, *LINES, *again[1:]])))


def test_a_page_that_goes_on_is_no_other_table() -> None:
    rows = [HEAD, *LINES[:2], [N, "Biểu 1 (tiếp theo)", N, N], HEAD, *LINES[2:], TOTAL]
    loaded = reading(book(rows))
    assert lines(loaded) == READ and "SX513" not in doubts(loaded)


def test_lines_behind_a_total_that_are_added_to_it_are_told() -> None:
    rows = [["Nội dung", "2024", "2025"], ["A", 11, 12], ["B", 21, 23], ["TOTAL", 32, 36], ["Ngân sách huyện", 43, N]]
    assert "SX513" in doubts(reading(book(rows)))


def test_a_line_that_adds_up_those_behind_it_is_told() -> None:
    rows = [
        ["Nội dung", "Số tiền (đồng)"],
        ["Chi hội nghị", 6_017],
        ["Tài liệu", 1_234],
        ["Nước", 2_345],
        ["Xe", 2_438],
    ]
    assert "SX513" in doubts(reading(book(rows)))


def test_what_a_difference_is_taken_from_is_no_total() -> None:
    rows = [["Chỉ tiêu", "Số tiền (đồng)"], ["Doanh thu", 6_017], ["Chi phí", 2_345], ["Lợi nhuận", 3_672]]
    assert "SX513" not in doubts(reading(book(rows)))


def test_noughts_in_headings_are_told() -> None:
    rows = [
        ["Item", "Qty", "Amount (USD)"],
        ["Reception", N, 0],
        ["Venue", 1, 4200],
        ["Dinner", 92, 6302],
        ["Attire", N, 0],
        ["Dress", 1, 1600],
        ["Suit", 2, 780],
        ["TOTAL", N, 12882],
    ]
    assert "SX513" in doubts(reading(book(rows)))


def test_noughts_in_a_heading_of_a_partial_listing_are_no_sum() -> None:
    rows = [
        HEAD,
        ["I", "Chi đầu tư", 700, 900],
        [N, "Trong đó: chia theo lĩnh vực", 0, 0],
        ["-", "Giáo dục", 300, 400],
        ["-", "Y tế", 100, 200],
        ["II", "Chi thường xuyên", 55, 60],
        TOTAL,
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[2].strip() == "- Giáo dục | 300 400"
    assert not [code for code in doubts(loaded) if code.startswith("SX10")]


def test_a_code_is_named_by_its_words() -> None:
    rows = [
        [N, "Programme", "2024", "2025"],
        ["P1", "General administration", N, N],
        ["SP 1.1", "Services", 842, 884],
        ["SP 1.2", "Staff", 412, 432],
        [N, "Total Programme 1", 1254, 1316],
        ["P2", "Water", N, N],
        ["SP 2.1", "Urban", 188, 201],
        ["SP 2.2", "Rural", 142, 131],
        [N, "Total Programme 2", 330, 332],
        [N, "TOTAL VOTE", 1584, 1648],
    ]
    assert lines(reading(book(rows)))[0] == "P1 General administration | 1254 1316"


def test_dong_have_no_parts_beside_dollars() -> None:
    rows = [
        "| Hạng mục | Thành tiền ($) | Thành tiền (VNĐ) |",
        "|---|---|---|",
        "| Chạy thử | $4.08 | 102.000 đ |",
        "| Ổ cứng | $2.80 | ~70.000 đ |",
        "| Tổng | $6.88 | 172.000 đ |",
    ]
    assert lines(reading("\n".join(rows), "a.md"))[0] == "Chạy thử | 4.08 102000"
    bare = "\n".join(rows).replace(" đ |", " |")
    assert "SX511" in doubts(reading(bare, "a.md"))


def test_titles_stand_where_the_total_is_named() -> None:
    rows = [
        ["Nhóm chi phí", "Chi tiết hạng mục", "Thành tiền (đồng)"],
        ["Nhân công", "Lương khoán đội dự án trong 4 tháng", 594],
        ["Bản quyền", "Phần mềm nguồn mở", 12],
        ["Tổng chi phí", "(chưa gồm dự phòng)", 606],
    ]
    assert lines(reading(book(rows))) == ["Nhân công | 594", "Bản quyền | 12", "declared | 606"]


@pytest.mark.parametrize("heading", ["Giờ/Tuần", "Số tuần", "Tổng giờ", "Số giờ công"])
def test_hours_and_weeks_are_counted(heading: str) -> None:
    assert use_of(heading) is Use.QUANTITY


def test_a_picture_before_a_total_is_no_part_of_it() -> None:
    rows = [["Hạng giải", "Thành tiền (đồng)"], ["🥇 Giải Nhất", 10], ["🥈 Giải Nhì", 5], ["💰 TỔNG CỘNG", 15]]
    assert lines(reading(book(rows)))[-1] == "declared | 15"


def test_a_figure_damaged_by_a_scanner_says_nothing_of_the_others() -> None:
    rows = [
        ["ĐVT: nghìn đồng"],
        ["Nội dung", "Thành tiền"],
        ["Giảng viên", "25.000"],
        ["Tài liệu", "34.000"],
        ["Hội trường", "36.O00"],
        ["Xe", "10.800"],
    ]
    assert lines(reading(book(rows)))[0] == "Giảng viên | 25000"


@pytest.mark.parametrize(("odd", "told"), [("8,185", True), ("8,25", False)])
def test_three_decimals_where_no_other_figure_has_them_are_told(odd: str, told: bool) -> None:
    rows = [["ĐVT: triệu đồng"], ["Nội dung", "Dự toán"], ["Thu", "1.580.000"], ["Chi", "2.650.000"], ["Khác", odd]]
    assert ("SX511" in doubts(reading(book(rows)))) == told


def test_a_header_is_repeated_without_the_column_that_was_put_beside_the_table() -> None:
    head, first, *rest = [[*row, N] for row in [HEAD, *LINES, TOTAL]]
    noted = [[*head[:-1], "Đơn vị thực hiện"], [*first[:-1], "Xã"], *rest]
    found = reading(book([*noted[:4], head, *noted[4:]]))
    assert lines(found) == READ
    assert "SX513" not in doubts(found)


def test_words_without_figures_that_read_like_a_total_are_the_rest_of_a_title() -> None:
    wages = [[1, "Tiền lương, tiền", 300, 500], [N, "công", N, N]]
    found = lines(reading(book([HEAD, LINES[0], *wages, *LINES[2:], TOTAL])))
    assert found[1] == "  1 Tiền lương, tiền công | 300 500"


def test_numbers_of_contracts_beside_the_titles_name_no_lines() -> None:
    rows = [
        ["TT", "Khoản mục chi phí", "Mã dự án", "Giá trị (đồng)"],
        ["I", "Chi phí xây dựng", "1077/HĐ-SXD", 20],
        ["II", "Chi phí thiết bị", N, 144],
        [1, "Lập báo cáo", "673/HĐ-SXD", 5],
        [2, "Thẩm tra thiết kế", "1792/HĐ-SXD", 139],
        ["III", "Chi phí quản lý dự án", N, 213],
        [1, "Lập báo cáo", "1043/HĐ-SXD", 47],
        [2, "Thẩm tra thiết kế", "2056/HĐ-SXD", 166],
        [N, "Tổng cộng", N, 377],
    ]
    assert lines(reading(book(rows)))[:2] == ["I Chi phí xây dựng | 20", "II Chi phí thiết bị | 144"]


def test_a_line_that_is_not_indented_stands_outside_the_section_above() -> None:
    rows = [
        ["Item", "Amount (USD)"],
        ["General Government", N],
        ["Travel", 200],
        ["Health insurance", 310],
        ["Library", 1200],
        ["Community Services", N],
        ["Dues", 295],
        ["Postage", 1000],
        ["Grand Total", 3005],
    ]
    loaded = reading(book(rows, indent=dict.fromkeys(("A3", "A4", "A7", "A8"), 1)))
    assert lines(loaded)[3:] == [
        "Library | 1200", "Community Services | .", "  Dues | 295", "  Postage | 1000", "declared | 3005",
    ]  # fmt: skip
    assert doubts(loaded) == []


@pytest.mark.parametrize("above", [True, False])
def test_a_total_of_a_section_with_one_group_is_given_to_the_section(above: bool) -> None:
    sections = [
        ["I", "Bệnh viện", N, N],
        [1, "Sự nghiệp kinh tế", 1198, 390],
        ["a", "Văn phòng phẩm", 475, 63],
        ["b", "Thuê chuyên gia", 723, 327],
        [N, "Cộng", 1198, 390],
        ["II", "Thanh tra", N, N],
        [1, "Tuyên truyền", 300, 40],
        [2, "Hội nghị", 69, 3],
        [N, "Cộng", 369, 43],
    ]
    total = [N, "Tổng cộng", 1567, 433]
    found = lines(reading(book([HEAD, *([total] if above else []), *sections, *([] if above else [total])])))
    assert [line.strip() for line in found if line.strip().startswith("I")] == [
        "I Bệnh viện | 1198 390", "II Thanh tra | 369 43",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["Văn hóa, thể thao", "An ninh", "Bộ phận một cửa"])
def test_the_word_for_a_total_before_a_name_that_makes_another_word_of_it_without_diacritics(name: str) -> None:
    assert is_total(f"Cộng {name}")
    rows = [["1", name, N], ["1.1", "Rà soát", 261], [N, f"Cộng {name}", 261], ["2", "Khác", N], ["2.1", "Xe", 9]]
    rows = [["STT", "Nội dung", "Số tiền (đồng)"], *rows, [N, "Cộng Khác", 9], [N, "Tổng cộng", 270]]
    assert lines(reading(book(rows)))[0] == f"1 {name} | 261"


@pytest.mark.parametrize("title", ["Cộng tác viên dân số", "Cộng đồng dân cư", "Công an xã"])
def test_words_that_are_no_totals_with_diacritics(title: str) -> None:
    assert not is_total(title)


@pytest.mark.parametrize("labels", [["B", "(1)"], ["A", "(1)"], ["B", "1"]])
def test_a_row_that_numbers_two_columns_is_no_line(labels: list[object]) -> None:
    rows = [["Chỉ tiêu", "Dự toán (đồng)"], labels, ["Học phí", 200], ["Viện trợ", 100], ["Tổng cộng", 300]]
    assert lines(reading(book(rows))) == ["Học phí | 200", "Viện trợ | 100", "declared | 300"]


@pytest.mark.parametrize("notes", [["- Cột 3 chưa trừ tiết kiệm"], ["- Chưa gồm thuế", "- Cột 3 chưa trừ tiết kiệm"]])
def test_notes_with_bullets_below_the_last_figures_are_told(notes: list[str]) -> None:
    rows = [["Nội dung", "Năm 2024 (đồng)", "Năm 2025 (đồng)"], *([f"{row[0]}. {row[1]}", *row[2:]] for row in LINES)]
    assert doubts(reading(book([*rows, *([note, N, N] for note in notes)]))) == ["SX513"] * len(notes)


def test_the_first_section_of_columns_set_out_with_blanks_is_no_part_of_the_header() -> None:
    text = (
        "Account  Description            FY24 Budget  Notes\n"
        "4100     Town Clerk                          recurring\n"
        "4100-10  Telephone                  701,521  recurring\n"
        "4100-20  Road salt                  470,864\n"
        "         Total Town Clerk         1,172,385\n"
        "4110     Police\n"
        "4110-10  Printing                   860,339\n"
        "4110-20  Vehicle fuel               264,042\n"
        "         Total Police             1,124,381\n"
        "         Grand Total              2,296,766\n"
    )
    loaded = reading(text, "a.txt")
    assert lines(loaded)[0] == "4100 Town Clerk | 1172385"
    assert [*columns(loaded)] == ["FY24 Budget"]


def test_a_line_without_a_number_that_states_what_the_one_above_does_is_told() -> None:
    rows = [["STT", "Nội dung", "Số tiền (đồng)"], [1, "Xe", 190], [2, "Máy", 4], [N, "Bàn", 4]]
    assert doubts(reading(book(rows))) == ["SX513"]
    total = reading(book([*rows, [N, "Tổng cộng", 198]]))
    assert lines(total)[2] == "Bàn | 4"
    assert doubts(total) == []


def test_sections_without_numbers_head_the_numbers_behind_them_after_a_line_of_its_own_too() -> None:
    rows = [
        ["STT", "Chỉ tiêu", "Kinh phí (đồng)"],
        [N, "Sự nghiệp giáo dục", 183],
        [1, "Đào tạo nghề", 33],
        [2, "Hội nghị tổng kết", 150],
        [N, "Nhiệm vụ mở mới", 50],
        [N, "Hoạt động môi trường", 88],
        [1, "Bảo dưỡng", 52],
        [2, "Trồng rừng", 36],
    ]
    assert lines(reading(book(rows)))[3:] == [
        "Nhiệm vụ mở mới | 50", "Hoạt động môi trường | 88", "  1 Bảo dưỡng | 52", "  2 Trồng rừng | 36",
    ]  # fmt: skip


def test_a_column_of_few_figures_with_the_name_of_titles_begins_no_table() -> None:
    rows = [
        ["STT", "Đơn vị", "Tổng cộng", "Chi khác", "Chi hoạt động", "Hội nghị"],
        [1, "Công an tỉnh", 30, 10, 15, 5],
        [2, "Hội Nông dân", 20, 10, 5, 5],
        [3, "Tỉnh đoàn", 14, 3, 4, 7],
        [4, "Bệnh viện", 7, 4, N, 3],
    ]
    assert lines(reading(book(rows)))[0] == "1 Công an tỉnh | 30 10 15 5"


@pytest.mark.parametrize("heading", ["S\nTT", "S TT", "T\nT", "Số TT"])
def test_the_heading_of_numbers_may_be_broken_into_lines(heading: str) -> None:
    rows = [[heading, "Nội dung", "Số tiền (đồng)"], ["I", "Sở", 100], ["1", "Tập huấn", 70], ["2", "In ấn", 30]]
    assert lines(reading(book(rows))) == ["I Sở | 100", "  1 Tập huấn | 70", "  2 In ấn | 30"]


MISSING: list[list[object]] = [
    ["III", "Đầu tư", 786, 310],
    [1, "Văn hóa", 242, 70],
    ["-", "Bồi dưỡng", 67, 30],
    ["-", "Sửa chữa", 175, 40],
    [N, "Kiểm lâm", 544, 240],
    ["-", "Điều tra", 229, 90],
    ["-", "Hội nghị", 315, 150],
]


def test_a_line_without_its_number_heads_bullets_beside_those_that_have_theirs() -> None:
    assert lines(reading(book([HEAD, *MISSING])))[4:] == [
        "  Kiểm lâm | 544 240", "    - Điều tra | 229 90", "    - Hội nghị | 315 150",
    ]  # fmt: skip


def test_a_number_below_that_of_a_line_without_one_says_what_it_must_be() -> None:
    rows = [
        ["I", "Khoa học", 855, 647],
        ["1", "Môi trường", 855, 647],
        ["1.1", "Hỗ trợ", 36, 32],
        ["1.2", "Trồng rừng", 819, 615],
        ["II", "Quốc phòng", 1111, 310],
        [N, "Trụ sở", 244, 287],
        ["1.1", "Hội nghị", 163, 218],
        ["1.2", "Thuê nhà", 81, 69],
        ["2", "Thao trường", 867, 23],
    ]
    assert lines(reading(book([HEAD, *rows])))[4:] == [
        "II Quốc phòng | 1111 310", "  Trụ sở | 244 287", "    1.1 Hội nghị | 163 218", "    1.2 Thuê nhà | 81 69",
        "  2 Thao trường | 867 23",
    ]  # fmt: skip


def test_a_bullet_of_percentages_counts_nothing_across_either() -> None:
    rows = [
        ["ĐVT: triệu đồng"],
        ["STT", "Nội dung", "Tổng số", "NSTW", "NSĐP"],
        [1, "Kế hoạch vốn", 601, 412.6, 188.4],
        [2, "Giải ngân", 371.9, 251.8, 120.1],
        ["-", "Tỷ lệ giải ngân (%)", 61.9, 61, 63.7],
        [3, "Ước cả năm", 574, 395, 179],
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[2] == "  - Tỷ lệ giải ngân (%) [memo] | 61.9 61 63.7"
    assert not [finding for finding in check_plan(loaded).findings if finding.severity == "error"]


def test_amounts_typed_in_groups_before_their_titles_are_added_by_the_total() -> None:
    text = (
        "|Weekly need|2024 Plan|Item|\n|---|---|---|\n|370|18,200|Help|\n|1,425|71,500|Salary|\n|520|24,960|Pension|\n"
    )
    assert lines(reading(f"{text}|2,315|114,660|Total|\n", "a.md"))[-1] == "declared | 2315 114660"


@pytest.mark.parametrize("heading", ["Đề nghị", "Số đề nghị", "Lũy kế từ đầu dự án", "Cumulative"])
def test_what_is_asked_for_and_what_came_together_are_amounts(heading: str) -> None:
    loaded = reading(book([[*HEAD[:3], heading], *LINES, TOTAL]))
    assert lines(loaded) == READ
    assert doubts(loaded) == []


@pytest.mark.parametrize("heading", ["ĐT liên hệ", "Điện thoại liên hệ", "Liên hệ", "Số điện thoại"])
def test_numbers_of_phones_are_no_amounts(heading: str) -> None:
    phones = [N, 989486809, 991334457, 920304064, N]
    rows = [[*row, phone] for row, phone in zip([*LINES, TOTAL], phones, strict=True)]
    assert [*columns(reading(book([[*HEAD, heading], *rows])))] == ["2024", "2025"]


def test_a_list_behind_a_title_that_goes_on_in_the_next_row_is_partial() -> None:
    rows = [
        ["I", "Bảo đảm xã hội", 11_213, 17_303],
        [1, "Xây dựng cơ sở", 6_704, 7_303],
        [N, "dữ liệu ngành", N, N],
        [N, "Trong đó:", N, N],
        ["-", "chi lương", 1_601, 2_506],
        ["-", "chi khác", 1_201, 1_705],
        [2, "Phòng cháy", 4_509, 10_000],
    ]
    assert lines(reading(book([HEAD, *rows])))[1:4] == [
        "  1 Xây dựng cơ sở dữ liệu ngành | 6704 7303",
        "    - chi lương [of-which] | 1601 2506",
        "    - chi khác [of-which] | 1201 1705",
    ]


def test_a_total_with_the_only_code_is_that_of_all() -> None:
    rows = [["A. Ngắn hạn", N, 300, 330], ["- I. Tiền", N, 200, 220], ["- II. Phải thu", N, 100, 110]]
    rows += [["B. Dài hạn", N, 50, 60], ["Tổng cộng tài sản", 270, 350, 390]]
    assert lines(reading(book([["Chỉ tiêu", "Mã số", "Số cuối năm", "Số đầu năm"], *rows])))[-1] == "declared | 350 390"


def test_the_first_names_that_tell_the_lines_apart_are_the_titles_beside_offices_that_do_not() -> None:
    rows = [["Công ty A", "Phòng Tài chính", 5_000], ["Công ty B", "Phòng Kế hoạch", 250]]
    rows += [["Công ty C", "Phòng Kế hoạch", 1_200]]
    found = lines(reading(book([["Nhà tài trợ", "Cơ quan thực hiện", "Số tiền"], *rows])))
    assert found == ["Công ty A | 5000", "Công ty B | 250", "Công ty C | 1200"]
    keyed = [[f"kart_{number}", row[1], row[0], row[2]] for number, row in enumerate(rows)]
    assert lines(reading(book([["key", "Catégorie", "Description", "Prix (€)"], *keyed]))) == found


@pytest.mark.parametrize(
    ("rows", "warns"),
    [
        ([["Sở Công Thương", 101, 61], ["Tập huấn", 41, 31], ["Tài liệu", 30, 15], ["Kiểm tra", 30, 15]], True),
        ([["Thu", 510, 607], ["a", 206, 182], ["b", 304, 425]], False),
        ([["Chi", 300, N], ["a", 100, N], ["b", 50, N], ["c", 150, N]], False),
    ],
    ids=["two of the parts alike", "two parts", "round figures in one column"],
)
def test_a_first_line_that_is_the_sum_of_all_others_is_told(rows: list[list[object]], warns: bool) -> None:
    """Of two others as a note: it may as well be what one leaves of another; so where few digits tell."""
    findings = check_plan(reading(book([["Nội dung", "2024", "2025"], *rows]))).findings
    assert [finding.severity == "warning" for finding in findings if finding.code == "SX513"] == [warns]
    rows[-1][0] = "Còn lại"
    findings = check_plan(reading(book([["Nội dung", "2024", "2025"], *rows]))).findings
    assert warns or not [finding for finding in findings if finding.code == "SX513"]


def test_the_only_number_before_lines_without_one_may_be_that_of_their_heading() -> None:
    rows = [["I", "Hoạt động", N, N], [N, "Doanh thu", 30, 40], [N, "Chi phí", 25, 31], [N, "Thuế", 5, 9]]
    assert "SX513" in doubts(reading(book([HEAD, *rows])))


def test_titles_like_codes_are_titles_beside_numbers_headed_so() -> None:
    rows = [[1, "A1", 1_200, "Giảm 10%"], [2, "A2", 850, N], [3, "A3", 9_600, "Theo QĐ 12"]]
    found = lines(reading(book([["STT", "Nội dung", "Kinh phí", "Ghi chú"], *rows])))
    assert found == ["1 A1 | 1200", "2 A2 | 850", "3 A3 | 9600"]


def test_a_header_once_more_among_the_lines_changes_no_column() -> None:
    text = "dept,account,desc,FY23\nPolice,100,Salaries,500\nPolice,200,Cars,40\nFire,100,Salaries,30\n"
    text += "{}Fire,300,Trucks,9\n"
    found = [lines(reading(text.format(again), "x.csv")) for again in ("", "dept,account,desc,FY23\n")]
    assert found[0] == found[1] == ["100 Salaries | 500", "200 Cars | 40", "100 Salaries | 30", "300 Trucks | 9"]


def test_what_is_taken_away_below_a_heading_is_taken_from_the_total() -> None:
    rows = [["I", "Chi A", N, N], [1, "Lương", 100, 90], [2, "Trừ: hoàn thuế", 20, 20], ["II", "Chi B", 5, 6]]
    found = lines(reading(book([HEAD, *rows, [N, "Tổng cộng", 85, 76]])))
    assert found[2] == "  2 Trừ: hoàn thuế [deduction] | 20 20"


def test_figures_before_the_titles_are_amounts_where_the_total_is_their_sum() -> None:
    rows = [
        [120, 640, 150, "1. Nhà"],
        [180, 415, 100, "2. Sân"],
        [200, 912, 250, "3. Đường"],
        [600, 1_250, 100, "4. Đình"],
    ]
    found = reading(book([["Nhân dân", "Tổng vốn", "NS huyện", "Công trình"], *rows, [1_100, 3_217, 600, "Cộng"]]))
    assert [*columns(found)] == ["Nhân dân", "Tổng vốn", "NS huyện"]
    assert lines(found)[-1] == "declared | 1100 3217 600"


def test_a_part_behind_a_bullet_is_that_of_the_line_before() -> None:
    rows = [["I", "Y tế", 726, 168], [N, "Sách", 726, 168], ["II", "Bảo đảm", 1_133, 1_196], [N, "Thả cá", 392, 413]]
    rows += [["-", "Trong đó: mua sắm", 215, 119], [N, "Điện nước", 741, 783]]
    assert lines(reading(book([HEAD, *rows])))[4] == "    - Trong đó: mua sắm [of-which] | 215 119"


def test_a_multiple_is_looked_for_right_beside_its_unit_only() -> None:
    assert heading_unit("Kinh phí (nghìn tỷ đồng)") == "nghìn tỷ đồng"
    assert len(heading_unit("nghìn " * 5_000 + "x vnd") or "") < 60
