"""Lines whose place nothing confirms, and columns of titles that may be others: the doubt is told."""

import unicodedata

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


def test_lines_without_a_number_are_confirmed_by_one_of_two_sums_of_their_line() -> None:
    rows = [
        [1, "Người cao tuổi", 9_314, 9_770],
        ["", "Dưới 80 tuổi", 3_207, 3_390],
        ["", "Từ 80 tuổi", 6_107, 6_380],
        [2, "Người khuyết tật", 5_310, 5_555],
        ["", "Đặc biệt nặng", 3_103, 3_204],
        ["", "Nặng", 2_207, 23_510],
    ]
    assert not told([HEAD, *rows], "SX513", "whose level no sum confirms")
    rows[5][2] = 22_070
    assert told([HEAD, *rows], "SX513", "whose level no sum confirms")


@pytest.mark.parametrize(("figure", "severity"), [(N, "note"), (97, None)])
def test_a_line_without_figures_below_one_without_them_is_noted(figure: int | None, severity: str | None) -> None:
    """No sum depends on its level; it does where the one above has a figure."""
    rows = [["I", "Thu học kỳ", N, N], [1, "Nước", 21, 22], ["II", "Vận động", figure, N], [N, "Lợp mái", N, N]]
    sheet = reading(book([HEAD, *rows])).sheet
    assert sheet is not None
    assert [doubt.severity for doubt in sheet.understanding.doubts if doubt.code == "SX513"] == [severity]


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


def test_one_sum_of_two_lines_may_be_a_tree() -> None:
    """It may be by chance as well: no warning."""
    sheet = reading(book([HEAD, *TREE[1:4], [5, "Điện", 77, 91], [6, "Nước", 13, 19]])).sheet
    assert sheet is not None
    assert [(doubt.code, doubt.severity) for doubt in sheet.understanding.doubts] == [("SX513", "note")]


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


def test_an_amount_with_a_word_in_the_last_row_is_no_heading() -> None:
    rows = [f"{number};Dưới {number}0 biên chế;Đồng/biên chế;9{number}.000.000" for number in range(1, 6)]
    rows = ["TT;Nội dung;Đơn vị tính;Định mức", *rows, "6;Từ 60 biên chế;Đồng/biên chế;khoảng 99000000"]
    assert len(lines(reading("\n".join(rows), "a.csv"))) == 6


def test_things_beside_money_are_told() -> None:
    rows = [
        ["TT", "Xã", "Gạo cấp", "Mì tôm", "Tiền mặt"],
        [1, "Phú Gia", 15_400, 1_012, 231_000],
        [2, "Lộc Yên", 7_250, 480, 108_000],
    ]
    assert told(rows, "SX518", "does not say that it holds amounts")


def test_a_total_is_no_level_of_columns() -> None:
    rows = [["TT", "Đối ứng", "Tổng kinh phí", "Nội dung chi", "Hỗ trợ"], [1, "520,5", 820, "Máy cắt", 300]]
    rows += [[2, "147,0", 245, "Máy chà", 98], [3, "30,0", 60, "Lắp đặt", 30], [4, "0", 25, "Hội thảo", 25]]
    rows += [[N, "697,5", 1_150, "Tổng cộng", 453]]
    assert lines(reading(book(rows)))[0].startswith("1 ")


def test_a_table_set_apart_under_the_header_once_more_is_told() -> None:
    head = ["Nội dung", "Năm 2024 (đồng)", "Năm 2025 (đồng)"]
    rows = [head, ["Vé", 482, 491], ["Phí", 75, 71], [N], [N], head, ["Xã Tân Lập", 770, 80], ["Xã Mường", 995, 99]]
    assert told(rows, "SX513", "once more")
    assert not told([row for row in rows if any(row)], "SX513", "once more")


def test_figures_before_the_titles_that_a_total_adds_up_are_amounts() -> None:
    rows = [["TT", "Nhân dân", "Tổng vốn", "NS huyện", "Công trình"], [1, 120, 640, 150, "Nhà văn hóa"]]
    rows += [[2, 180, 415, 100, "Sân"], [3, 200, 912, 250, "Đường"], [4, 600, 1_250, 100, "Đình"]]
    assert "NS huyện" in columns(reading(book([*rows, [N, 1_100, 3_217, 600, "Cộng"]])))


def test_lines_behind_the_last_total_are_told_though_words_of_a_total_end_the_table() -> None:
    rows = [HEAD, ["1", "Sinh kế", 1_023, 970], ["2", "Năng lực", 138, 128], [N, "Cộng", 1_161, 1_098]]
    rows += [[N, "Đã tạm ứng", 566, N], [N, "Tổng cộng: 1.161 (Bằng chữ: một nghìn một trăm)", N, N]]
    assert told(rows, "SX513", "stands behind")


def test_a_line_behind_the_total_that_was_put_into_a_section_before_it_is_told() -> None:
    rows = [["I", "Chi A", 12, 24], [1, "Họp", 10, 20], [2, "In", 2, 4], ["II", "Chi B", 20, 40], [1, "Xe", 15, 30]]
    behind = [N, "Khác", 5, 10]
    assert told([HEAD, *rows, [N, "Tổng cộng", 32, 64], behind], "SX513", "put into a section before it")
    assert not told([HEAD, *rows, behind, [N, "Tổng cộng", 32, 64]], "SX513", "put into a section before it")


def test_titles_that_were_composed_anew_are_told() -> None:
    plain = [HEAD, [1, "Họp", 10, 20], [2, "In ấn", 2, 4]]
    assert not told(plain, "SX517", "was turned into NFC")
    rows = [HEAD, [1, unicodedata.normalize("NFD", "Họp"), 10, 20], [2, "In ấn", 2, 4]]
    assert told(rows, "SX517", "was turned into NFC")
    assert lines(reading(book(rows))) == lines(reading(book(plain)))
