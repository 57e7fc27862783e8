"""Lines whose place nothing confirms, and columns of titles that may be others: the doubt is told."""

import pytest

from recogniser.made import Rows, book, columns, lines, reading
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.text.language import Language

N = None
HEAD = ["STT", "Nội dung", "Năm 2024 (đồng)", "Năm 2025 (đồng)"]


def told(rows: Rows, code: str, words: str) -> bool:
    """Whether a doubt with some words is told."""
    sheet = reading(book(rows)).sheet
    assert sheet is not None
    return any(one.code == code and one.message and words in one.message.en for one in sheet.understanding.doubts)


TREE = [
    [1, "Chi ngân sách xã", 9_314, 9_770],
    [2, "Chi đầu tư", 3_207, 3_390],
    [3, "Đường thôn", 2_106, 2_219],
    [4, "Mương", 1_101, 1_171],
    [5, "Chi thường xuyên", 6_107, 6_380],
    [6, "Lương", 4_003, 4_206],
    [7, "Điện", 2_104, 2_174],
]


def test_a_tree_of_sums_behind_numbers_that_run_on_is_told() -> None:
    """The numbers say that all lines stand side by side; three sums say that they do not."""
    assert told([HEAD, *TREE], "SX513", "just behind it")


def test_sums_of_two_lines_that_a_difference_explains_are_not_told() -> None:
    rows = [
        [1, "Doanh thu vé", 9_314, 9_770],
        [2, "Giá vốn vé", 6_107, 6_380],
        [3, "Chênh lệch", 3_207, 3_390],
        [4, "Doanh thu khác", 2_105, 2_175],
        [5, "Chi phí khác", 1_101, 1_171],
        [6, "Chênh lệch khác", 1_004, 1_004],
    ]
    assert not told([HEAD, *rows], "SX513", "just behind it")


def test_one_sum_of_two_lines_is_no_tree() -> None:
    assert not told([HEAD, *TREE[1:4], [5, "Điện", 77, 91], [6, "Nước", 13, 19]], "SX513", "just behind it")


def test_a_part_with_a_number_beside_its_whole_is_told() -> None:
    rows = [[1, "Thu phí", 62, 49], [2, "Trong đó: lệ phí", 21, 22], [3, "Thu khác", 50, 54]]
    assert told([HEAD, *rows], "SX513", "of which")


@pytest.mark.parametrize(
    "rows",
    [
        [[1, "KINH PHÍ TỰ CHỦ", N, N], [2, "Lương", 21, 22], [3, "Điện", 50, 54]],
        [[1, "Cấp tỉnh", N, N], [2, "Dưới 30", 21, 22], [3, "Cấp xã", N, N], [4, "Dưới 30", 50, 54]],
    ],
    ids=["capitals", "begins anew"],
)
def test_a_numbered_line_without_amounts_that_may_head_others_is_told(rows: Rows) -> None:
    assert told([HEAD, *rows], "SX513", "may be the heading")


def test_a_number_that_goes_on_from_the_one_before_is_told() -> None:
    """Capitals set the lines apart here, and put those of two levels side by side."""
    rows = [
        ["01 THU", 76, 86],
        ["011 THUẾ", 76, 86],
        ["01110 Thuế nhà", 76, 86],
        ["05 PHÍ", 149, 142],
        ["051 PHÍ ĐƯỜNG", 149, 142],
        ["05110 Phí chợ", 93, 88],
        ["05120 Phí cầu", 56, 54],
    ]
    assert told([HEAD[1:], *rows], "SX513", "goes on from that")


def test_a_sum_that_is_carried_over_is_told_at_the_end_too() -> None:
    rows = [[1, "Lương", 21, 22], [2, "Điện", 50, 54], [N, "Cộng chuyển trang sau", 71, 76]]
    assert told([HEAD, *rows], "SX513", "carried over")


def test_means_below_a_table_are_added_to_nothing() -> None:
    rows = [["Nội dung", "Năm 2024 (đồng)"], ["Lương", 20], ["Điện", 40], ["Nước", 30], ["Bình quân một khoản", 30]]
    assert lines(reading(book(rows))) == ["Lương | 20", "Điện | 40", "Nước | 30"]
    assert told(rows, "SX516", "an average")
    rows[-1][-1] = 10  # lower than each: no mean of these, but added to nothing either
    loaded = reading(book(rows))
    assert [role.value for role in loaded.plan.lines.roles] == ["part", "part", "part", "memo"]


def test_numbers_of_columns_that_were_moved_are_no_line() -> None:
    rows = [["STT", "Nội dung", "Năm 2025", "Năm 2024"], ["A", "B", 2, 1], [1, "Lương", 21, 22], [2, "Điện", 50, 54]]
    assert lines(reading(book(rows))) == ["1 Lương | 21 22", "2 Điện | 50 54"]


def test_a_dong_has_no_parts_whatever_parts_its_thousands() -> None:
    rows = ["Nội dung;Số tiền", "Lương;18,450 VND", "Điện;3,500 đ", "Nước;102.000 đồng"]
    assert [line.split("| ")[1] for line in lines(reading("\n".join(rows), "a.csv"))] == ["18450", "3500", "102000"]


def test_shares_of_a_negative_whole_are_no_amounts() -> None:
    rows = [["Nội dung", "Lãi", "Mức"], ["A", -3_131, -33.4], ["B", -4_117, -43.9], ["C", -2_125, -22.7]]
    assert told(rows, "SX518", "ratio or a share")


def test_words_on_lines_without_a_title_are_told() -> None:
    rows = [
        [N, "Dự án", "Năm 2024 (đồng)", "Năm 2025 (đồng)"],
        ["Nhà ở", N, 31, 32],
        [N, "Xây mới", 21, 22],
        [N, "Sửa chữa", 10, 10],
    ]
    assert told(rows, "SX518", "may stand there")


def test_a_title_in_two_cells_of_one_row_is_told() -> None:
    rows = [
        ["Khoản mục", "Khoản mục", "Năm 2024 (đồng)"],
        ["Nhà ở", N, 31],
        [N, "Xây mới", 21],
        [N, "Sửa chữa", 10],
        ["Phí ngân", "hàng", 12],
        ["Điện", N, 31],
        ["Nước", N, 37],
        ["Xe", N, 35],
        ["Giấy", N, 5],
        ["Mực", N, 6],
        ["Sách", N, 9],
        ["Báo", N, 8],
    ]
    assert told(rows, "SX518", "split over two cells")


def test_another_column_that_names_each_line_is_told() -> None:
    rows = [
        ["Nơi nhận", "Purpose", "Số tiền (đồng)"],
        ["Trường Mai", "Sách", 20],
        ["Trường Lan", "Bàn ghế", 40],
        ["Trường Cúc", "Máy chiếu", 30],
        ["Trường Trúc", "Bảng", 35],
    ]
    assert told(rows, "SX518", "names each line as well")


def test_a_table_without_amounts_says_which_column_comes_nearest() -> None:
    rows = [["STT", "Nội dung", "Số lượng", "Ghi chú"], [1, "Tập huấn", 5, "NQ 12"], [2, "In tài liệu", 3, N]]
    with pytest.raises(Unreadable) as caught:
        reading(book(rows))
    fault = caught.value.faults[0]
    assert fault.message.say(Language.EN, fault.facts) == (
        "the table A1:D3 shows no column of amounts; the nearest is column C “Số lượng”, not read: its heading speaks "
        "of quantities; if it holds amounts, state it with --columns, such as C=total"
    )


def test_a_doubt_says_what_can_be_done() -> None:
    rows = [[1, "Lương", 21, 22], [2, "Điện", 50, 54], [N, "Cộng chuyển trang sau", 71, 76]]
    assert told([HEAD, *rows], "SX513", "move it off the table")


def test_a_code_beside_that_of_the_heading_above_it_is_told() -> None:
    """A line without figures heads all that follow here, which their codes do not."""
    rows = [
        ["Dịch vụ", "Mã hiệu", "Mức giá (đồng)"],
        ["Vùng I", N, N],
        ["Thu gom", "TG.2.13", 43_442],
        ["Quét", "TG.2.14", 90_977],
        ["Vận chuyển", "VC.1.3", N],
        ["bằng xe nhỏ", "VC.1.3.1", 40_659],
        ["bằng xe lớn", "VC.1.3.2", 33_958],
        ["Vận chuyển rác ướt", "VC.1.5", 20_003],
    ]
    assert told(rows, "SX513", "no total confirms it") or lines(reading(book(rows)))[-1].startswith("  VC.1.5")


def test_the_heading_of_titles_once_more_is_no_line() -> None:
    rows = [["Chỉ tiêu", "Mã số", "Năm nay"], ["Item", N, N], ["Thu", "01", 21], ["Chi", "03", 50]]
    assert lines(reading(book(rows))) == ["01 Thu | 21", "03 Chi | 50"]


def test_levels_in_columns_are_seen_where_only_totals_below_have_the_figures_of_sections() -> None:
    rows = [
        ["Mục", "Tiểu mục", "Nội dung", "Dự toán"],
        ["6000", N, "Tiền lương", N],
        [N, "6001", "Lương ngạch bậc", 812],
        [N, "6003", "Lương hợp đồng", 64],
        [N, N, "Cộng", 876],
        ["6100", N, "Phụ cấp", N],
        [N, "6101", "Chức vụ", 14],
        [N, "6112", "Ưu đãi nghề", 24],
        [N, N, "Cộng", 38],
        [N, N, "Tổng cộng", 914],
    ]
    assert lines(reading(book(rows)))[:3] == [
        "6000 Tiền lương | 876",
        "  6001 Lương ngạch bậc | 812",
        "  6003 Lương hợp đồng | 64",
    ]


def test_a_code_that_stands_once_in_two_columns_is_no_path() -> None:
    rows = [["Mã số", "STT", "Cấp học", "Mức thu"], ["01", 1, "Mầm non", 80], ["02", 2, "Phổ thông", N]]
    rows += [["03", N, "Tiểu học", 80], ["04", N, "Trung học cơ sở", 81], ["05", N, "Trung học phổ thông", 130]]
    assert not any(line.startswith("03 Tiểu học |") for line in lines(reading(book(rows)))[:2])


def test_crosses_are_blanks_in_a_column_of_figures() -> None:
    rows = [
        ["Nội dung", "Năm 2024", "Phát sinh"],
        ["Lương", 21, "x"],
        ["Điện", 50, 3],
        ["Nước", 31, "x"],
        ["Xe", 8, "x"],
    ]
    assert lines(reading(book(rows)))[:2] == ["Lương | 21 .", "Điện | 50 3"]


def test_numbers_of_documents_behind_the_amounts_are_no_codes() -> None:
    rows = [
        [N, "Khoản", "Năm 2024", "Số chứng từ"],
        ["1.", "Lương", 21, 3012],
        ["2.", "Điện", 50, 4417],
        ["3.", "Xe", 5, N],
    ]
    assert lines(reading(book(rows))) == ["1. Lương | 21", "2. Điện | 50", "3. Xe | 5"]


def test_a_letter_in_the_middle_of_its_list_below_another_line_is_told() -> None:
    """*A* is missing: *B* stands below *II* only because nothing open is a letter."""
    rows = [["I", "Thu nội địa", 34, 31], ["II", "Thu xuất khẩu", 19, 18], ["B", "Tổng chi", 85, 107]]
    rows += [["I", "Chi đầu tư", 20, 25], ["II", "Chi thường xuyên", 65, 82]]
    assert told([HEAD, *rows], "SX513", "follows none that is open")


def test_an_amount_with_a_word_in_the_last_row_is_no_heading() -> None:
    rows = [f"{number};Dưới {number}0 biên chế;Đồng/biên chế;9{number}.000.000" for number in range(1, 6)]
    rows = ["TT;Nội dung;Đơn vị tính;Định mức", *rows, "6;Từ 60 biên chế;Đồng/biên chế;khoảng 99000000"]
    assert len(lines(reading("\n".join(rows), "a.csv"))) == 6


def test_words_in_brackets_below_a_line_without_amounts_may_be_its_rest() -> None:
    rows = [["Nội dung", "Năm 2024 (đồng)"], ["Điều phối viên", N], ["(0,6 biên chế)", 21], ["Lao động khác", 50]]
    assert told(rows, "SX513", "rest of the title")


def test_things_beside_money_are_told() -> None:
    rows = [
        ["TT", "Xã", "Gạo cấp", "Mì tôm", "Tiền mặt"],
        [1, "Phú Gia", 15_400, 1_012, 231_000],
        [2, "Lộc Yên", 7_250, 480, 108_000],
    ]
    assert told(rows, "SX518", "does not say that it holds amounts")


def test_prices_that_are_added_beside_quantities_are_told() -> None:
    rows = [["Tên hàng", "SL", "Đơn giá dự toán", "Mức"], ["Bàn", 10, 3_500, 35_000], ["Ghế", 10, 1_800, 18_000]]
    rows += [["Tủ", 1, 8_500, 8_500], ["Tổng", N, N, 61_500]]
    assert told(rows, "SX518", "headed as prices")


def test_a_total_is_no_level_of_columns() -> None:
    rows = [["TT", "Đối ứng", "Tổng kinh phí", "Nội dung chi", "Hỗ trợ"], [1, "520,000", 820, "Máy cắt", 300]]
    rows += [[2, "147,000", 245, "Máy chà", 98], [3, "30,000", 60, "Lắp đặt", 30], [4, "0", 25, "Hội thảo", 25]]
    rows += [[N, "697,000", 1_150, "Tổng cộng", 453]]
    assert lines(reading(book(rows)))[0].startswith("1 ")


def test_lines_that_the_line_above_their_own_lacks_are_told() -> None:
    """The bullets in the column of codes go on from those in the titles, and belong a level higher."""
    rows = [
        ["A", "Chi cân đối", 43_981, 37_064],
        ["I", "Chi đầu tư", 8_013, 6_784],
        ["II", "Chi thường xuyên", 34_671, 29_143],
        [N, "Trong đó: - Chi giáo dục", 20_100, 20_100],
        [N, "- Chi khoa học", 35, 35],
        ["-", "Dự phòng", 877, 717],
        ["-", "Cải cách tiền lương", 420, 420],
    ]
    assert told([HEAD, *rows], "SX513", "off by just the lines")


def test_a_single_line_that_is_indented_is_told() -> None:
    rows = [["Nội dung", "Năm 2024 (đồng)"], ["Vé", 482], ["Phí", 75], ["   Lệ phí", 75], ["Thu khác", 80], ["Lãi", 95]]
    assert told(rows, "SX513", "only because it is indented")


def test_a_table_set_apart_under_the_header_once_more_is_told() -> None:
    head = ["Nội dung", "Năm 2024 (đồng)", "Năm 2025 (đồng)"]
    rows = [head, ["Vé", 482, 491], ["Phí", 75, 71], [N], [N], head, ["Xã Tân Lập", 770, 80], ["Xã Mường", 995, 99]]
    assert told(rows, "SX513", "once more")
    assert not told([row for row in rows if any(row)], "SX513", "once more")


def test_a_line_whose_number_goes_on_from_the_one_it_stands_below_is_told() -> None:
    rows = [
        HEAD,
        [1, "Mầm non", 300, 100],
        [2, "Tiểu học", 300, 100],
        [3, "Phổ thông", 310, 200],
        [4, "   Khác", 310, 200],
    ]
    loaded = reading(book(rows))
    assert told(rows, "SX513", "only because it is indented") or not lines(loaded)[-1].startswith(" ")


def test_figures_before_the_titles_that_a_total_adds_up_are_amounts() -> None:
    rows = [["TT", "Nhân dân", "Tổng vốn", "NS huyện", "Công trình"], [1, 120, 640, 150, "Nhà văn hóa"]]
    rows += [[2, 180, 415, 100, "Sân"], [3, 200, 912, 250, "Đường"], [4, 600, 1_250, 100, "Đình"]]
    assert "NS huyện" in columns(reading(book([*rows, [N, 1_100, 3_217, 600, "Cộng"]])))


def test_lines_behind_the_last_total_are_told_though_words_of_a_total_end_the_table() -> None:
    rows = [HEAD, ["1", "Sinh kế", 1_023, 970], ["2", "Năng lực", 138, 128], [N, "Cộng", 1_161, 1_098]]
    rows += [[N, "Đã tạm ứng", 566, N], [N, "Tổng cộng: 1.161 (Bằng chữ: một nghìn một trăm)", N, N]]
    assert told(rows, "SX513", "stands behind")


def test_a_bullet_before_the_title_of_a_line_that_a_number_puts_beside_the_one_before_is_told() -> None:
    rows = [[1, "Sự nghiệp kinh tế", 77, 81], [2, "- Nông nghiệp", 21, 22], [3, "- Giao thông", 50, 54]]
    assert told([HEAD, *rows], "SX513", "begins with a bullet")
    assert not told([HEAD, [1, "- Nông nghiệp", 21, 22], [2, "- Giao thông", 50, 54]], "SX513", "bullet")


def test_totals_of_groups_in_a_column_of_their_own_are_told_but_not_of_noughts() -> None:
    figures = [(30, None), (20, 50), (15, None), (40, 55)]
    rows = [HEAD, *([number, f"Việc {number}", *pair] for number, pair in enumerate(figures, 1))]
    assert told(rows, "SX513", "they are the totals of groups")
    figures = [(0, None), (50, 50), (0, None), (55, 55)]
    rows = [HEAD, *([number, f"Việc {number}", *pair] for number, pair in enumerate(figures, 1))]
    assert not told(rows, "SX513", "they are the totals of groups")
