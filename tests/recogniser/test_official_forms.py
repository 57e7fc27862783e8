"""Headers and columns of the forms that finance offices fill in: estimates, settlements, lists of projects."""

import pytest

from recogniser.made import Rows, book, calculated, columns, doubts, lines, reading
from sxtdbv_cli.check import Doubt, check_plan
from sxtdbv_cli.model.audit import audit
from sxtdbv_cli.model.finding import Severity

N = None
AMOUNTS = [
    [1, "Sở A", 90, 40, 30, 20, 15, 5, 80, 40, 25, 15, 15, N],
    [2, "Sở B", 50, N, 50, N, N, N, 52, N, 50, 2, N, 2],
    [3, "Sở C", 31, 10, 20, 1, N, 1, 30, 10, 19, 1, N, 1],
    [4, "Sở D", 70, 30, 40, N, N, N, 66, 29, 37, N, N, N],
]


def _settlement() -> Rows:
    plan = ["Dự toán", N, N, N, N, N]
    done = ["Quyết toán", N, N, N, N, N]
    block = ["Tổng số", "Chi đầu tư", "Chi thường xuyên", "Chi chương trình MTQG", N, N]
    below = [N, N, N, "Tổng số", "Chi đầu tư", "Chi thường xuyên"]
    return [
        ["ĐVT: triệu đồng"],
        ["STT", "Tên đơn vị", *plan, *done],
        [N, N, *block, *block],
        [N, N, *below, *below],
        *AMOUNTS,
    ]


MERGED = ["A2:A4", "B2:B4", "C2:H2", "I2:N2", "C3:C4", "D3:D4", "E3:E4", "F3:H3", "I3:I4", "J3:J4", "K3:K4", "L3:N3"]


def test_a_total_of_a_group_counts_the_total_of_a_group_within_once() -> None:
    found = columns(reading(book(_settlement(), MERGED)))
    group = "Dự toán: Chi chương trình MTQG: "
    assert found["Dự toán: Tổng số"] == f"Dự toán: Chi đầu tư + Dự toán: Chi thường xuyên + {group}Tổng số"
    assert found[f"{group}Tổng số"] == f"{group}Chi đầu tư + {group}Chi thường xuyên"
    assert found["Quyết toán: Tổng số"].count("Chi đầu tư") == 1


def test_two_listings_of_one_total_are_not_listings_of_its_last_column() -> None:
    rows = [
        ["ĐVT: triệu đồng"],
        ["STT", "Tên đơn vị", "Bổ sung có mục tiêu", N, N, N, N],
        [N, N, "Tổng số", "Gồm", N, "Bao gồm", N],
        [N, N, N, "Vốn ngoài nước", "Vốn trong nước", "Vốn đầu tư", "Vốn sự nghiệp"],
        ["A", "B", "1=2+3=4+5", 2, 3, 4, 5],
        [1, "Huyện A", 90, N, 90, 60, 30],
        [2, "Huyện B", 70, 10, 60, 50, 20],
        [3, "Huyện C", 40, N, 40, 15, 25],
    ]
    merged = ["A2:A4", "B2:B4", "C2:G2", "C3:C4", "D3:E3", "F3:G3"]
    found = columns(reading(book(rows, merged)))
    assert [rule for rule in found.values() if rule] == [
        "Bổ sung có mục tiêu: Gồm: Vốn ngoài nước + Bổ sung có mục tiêu: Gồm: Vốn trong nước"
    ]


def test_what_the_row_of_numbers_states_comes_before_what_headings_suggest() -> None:
    rows = [
        ["Đơn vị tính: đồng"],
        ["STT", "Nội dung", "Số báo cáo", "Tổng số được duyệt", "Chênh lệch", "Văn phòng", "Chi cục"],
        [1, 2, 3, 4, "5=4-3", 6, 7],
        ["I", "Chi quản lý", 30, 30, 0, 20, 10],
        ["II", "Chi sự nghiệp", 48, 44, -4, 22, 22],
        ["III", "Chi khác", 12, 12, 0, 6, 6],
    ]
    found = columns(reading(book(rows)))
    assert found["Chênh lệch"] == "Tổng số được duyệt - Số báo cáo"
    assert "Chênh lệch" not in (found.get("total") or "")


def test_a_share_in_the_name_of_an_amount_is_no_percentage() -> None:
    rows = [
        ["ĐVT: triệu đồng"],
        ["STT", "Tên đơn vị", "Thu hưởng 100%", "Trong đó: 90% ngân sách tỉnh", "Tỷ lệ (%)"],
        [1, "Huyện A", 900, 810, 98],
        [2, "Huyện B", 700, 630, 120],
    ]
    assert list(columns(reading(book(rows)))) == ["Thu hưởng 100%", "Trong đó: 90% ngân sách tỉnh"]


def test_codes_of_projects_and_numbers_of_staff_are_no_amounts() -> None:
    rows = [
        ["ĐV tính: triệu đồng"],
        ["TT", "Danh mục dự án", "Mã số dự án", "Chỉ tiêu biên chế", "Tổng mức đầu tư", "Kế hoạch năm 2024"],
        [1, "Hồ chứa nước", "7891234", 12, 90000, 4000],
        [2, "Đường liên xã", "7712345", 8, 70000, 3000],
    ]
    loaded = reading(book(rows))
    assert list(columns(loaded)) == ["Tổng mức đầu tư", "Kế hoạch năm 2024"]
    assert loaded.plan.unit.name == "triệu đồng"


def test_a_letter_with_a_roman_number_stands_below_the_letter() -> None:
    rows = [
        ["ĐVT: triệu đồng"],
        ["STT", "Nội dung", "Năm 2024", "Năm 2025"],
        ["A", "TỔNG THU", 30, 40],
        ["A.I", "Thu nội địa", 20, 30],
        [N, "Trong đó: Tiền sử dụng đất", 5, 6],
        ["A.II", "Thu xuất nhập khẩu", 10, 10],
        ["B", "TỔNG CHI", 30, 40],
        ["B.I", "Chi đầu tư", 30, 40],
    ]
    loaded = reading(book(rows))
    assert [line.partition(" |")[0] for line in lines(loaded)] == [
        "A TỔNG THU",
        "  A.I Thu nội địa",
        "    Trong đó: Tiền sử dụng đất [of-which]",
        "  A.II Thu xuất nhập khẩu",
        "B TỔNG CHI",
        "  B.I Chi đầu tư",
    ]
    assert doubts(loaded) == []


def test_a_total_that_lists_one_part_only_is_no_doubt() -> None:
    rows = [
        ["ĐVT: triệu đồng"],
        ["TT", "Danh mục dự án", "TMĐT", N, "Kế hoạch năm 2024", N],
        [N, N, "Tổng số", "Trong đó: NSTW", "Tổng số", "Trong đó: NSTW"],
        [1, "Hồ chứa nước", 900, 500, 40, 30],
        [2, "Đường liên xã", 700, 650, 30, 10],
    ]
    loaded = reading(book(rows, ["A2:A3", "B2:B3", "C2:D2", "E2:F2"]))
    assert doubts(loaded) == []
    assert set(columns(loaded).values()) == {""}


def test_what_came_together_up_to_a_year_is_not_of_that_year() -> None:
    rows = [
        ["ĐVT: triệu đồng"],
        ["TT", "Danh mục dự án", "Thời gian KC-HT", "Lũy kế vốn đến hết năm 2023", "Kế hoạch năm 2024"],
        [1, "Hồ chứa nước", "2021-2024", 900, 40],
        [2, "Đường liên xã", "2020-2024", 700, 30],
    ]
    assert [column.year for column in reading(book(rows)).plan.columns] == [None, 2024]


def test_a_heading_that_says_trong_do_heads_what_is_listed_below_it() -> None:
    rows = [
        ["ĐVT: triệu đồng"],
        ["STT", "Nội dung", "Ngân sách tỉnh", "Ngân sách huyện"],
        ["I", "Chi đầu tư phát triển", 100, 80],
        [1, "Chi đầu tư cho các dự án", 90, 70],
        [N, "Trong đó: Chia theo lĩnh vực"],
        ["-", "Chi giáo dục", 30, 20],
        ["-", "Chi khoa học", 5, N],
        [N, "Trong đó: Chia theo nguồn vốn"],
        ["-", "Từ thu tiền sử dụng đất", 40, 50],
        [2, "Chi đầu tư khác", 10, 10],
        ["II", "Chi thường xuyên", 300, 400],
        [N, "Trong đó: một số lĩnh vực"],
        [1, "Chi giáo dục", 150, 200],
        [2, "Chi khoa học", 10, 5],
        ["III", "Dự phòng", 8, 9],
    ]
    loaded = reading(book(rows))
    assert [line.partition(" |")[0] for line in lines(loaded)] == [
        "I Chi đầu tư phát triển",
        "  1 Chi đầu tư cho các dự án",
        "    Trong đó: Chia theo lĩnh vực [of-which]",
        "      - Chi giáo dục",
        "      - Chi khoa học",
        "    Trong đó: Chia theo nguồn vốn [of-which]",
        "      - Từ thu tiền sử dụng đất",
        "  2 Chi đầu tư khác",
        "II Chi thường xuyên",
        "  Trong đó: một số lĩnh vực [of-which]",
        "    1 Chi giáo dục",
        "    2 Chi khoa học",
        "III Dự phòng",
    ]
    assert not audit(loaded.plan).failing
    assert doubts(loaded) == []


def _sections(*codes: str) -> list[str]:
    body = [
        [code, f"{'LĨNH VỰC' if code in 'ABHK' else 'Sở'} {row}", 3 + row, 100 - row] for row, code in enumerate(codes)
    ]
    return [line.partition(" |")[0] for line in lines(reading(book([["ĐVT: đồng"], HEAD, *body])))]


HEAD = ["STT", "Danh mục dự án", "Năm 2024", "Năm 2025"]


def test_an_i_behind_h_is_the_first_below_it_where_roman_numerals_stand_below_letters() -> None:
    assert _sections("A", "I", "II", "H", "I", "1", "I", "I", "1", "II", "K") == [
        "A LĨNH VỰC 0",
        "  I Sở 1",
        "  II Sở 2",
        "H LĨNH VỰC 3",
        "  I Sở 4",
        "    1 Sở 5",
        "I Sở 6",
        "  I Sở 7",
        "    1 Sở 8",
        "  II Sở 9",
        "K LĨNH VỰC 10",
    ]


def test_an_i_behind_h_is_a_letter_where_k_follows_or_nothing_stands_below_letters() -> None:
    assert _sections("A", "I", "1", "H", "I", "K")[3:] == ["H LĨNH VỰC 3", "I Sở 4", "K LĨNH VỰC 5"]
    assert _sections("G", "H", "I", "1", "2")[1:3] == ["H LĨNH VỰC 1", "I Sở 2"]


def _accounts(brought: int, surplus: int) -> Rows:
    return [
        ["Đơn vị tính: đồng"],
        ["STT", "Chỉ tiêu", "Mã số", "Năm nay", "Năm trước"],
        ["A", "B", "C", 1, 2],
        ["I", "Hoạt động hành chính", N, N, N],
        [1, "Doanh thu (01=02+03)", "01", 70, 60],
        ["a", "Từ ngân sách", "02", 50, 45],
        ["b", "Từ nguồn phí", "03", 20, 15],
        [2, "Chi phí", "05", 60, 62],
        [3, "Thặng dư/thâm hụt (09=01-05)", "09", surplus, -2],
        ["II", "Số dư chuyển sang (20=09+03)", "20", brought, 13],
    ]


def test_rules_name_lines_by_a_second_column_of_codes() -> None:
    loaded = reading(book(_accounts(30, 10)))
    assert lines(loaded)[1:6] == [
        "  1 Doanh thu (01=02+03) | 70 60",
        "    a Từ ngân sách | 50 45",
        "    b Từ nguồn phí | 20 15",
        "  2 Chi phí | 60 62",
        "  3 Thặng dư/thâm hụt (09=01-05) [memo] [= 1 - 2] | 10 -2",
    ]
    assert doubts(loaded) == []


def test_a_rule_of_lines_elsewhere_is_only_compared() -> None:
    loaded = reading(book(_accounts(31, 10)))
    assert doubts(loaded) == ["SX515"]
    assert not audit(loaded.plan).failing


def test_a_rule_by_numbers_that_fails_in_one_column_is_an_error() -> None:
    rows = [
        ["Đơn vị tính: đồng"],
        ["STT", "Chỉ tiêu", "Mã số", "Năm 2022", "Năm 2023", "Năm 2024"],
        [1, "Doanh thu", "01", 70, 60, 90],
        [2, "Chi phí", "05", 60, 62, 50],
        [3, "Thặng dư/thâm hụt (09=01-05)", "09", 10, -2, 41],
    ]
    [failing] = audit(reading(book(rows)).plan).failing
    assert (failing.stated, failing.computed) == (41, 40)


def test_a_column_of_a_span_of_years_is_the_sum_of_these_years() -> None:
    rows = [
        ["ĐVT: triệu đồng"],
        ["STT", "Nội dung", "Giai đoạn 2021-2023", "Năm 2021", "Năm 2022", "Năm 2023", "Năm 2024"],
        ["I", "Thu", 60, 10, 20, 30, 40],
        ["II", "Chi", 63, 20, 21, 22, 23],
    ]
    assert columns(reading(book(rows)))["Giai đoạn 2021-2023"] == "Năm 2021 + Năm 2022 + Năm 2023"


def test_a_trong_do_within_a_trong_do_lists_the_column_before_it() -> None:
    rows = [
        ["ĐVT: triệu đồng"],
        ["STT", "Tên đơn vị", "Tổng số", "Trong đó", N, N, N],
        [N, N, N, "Chi giáo dục", "Chi hoạt động kinh tế", "Trong đó", N],
        [N, N, N, N, N, "Chi giao thông", "Chi thủy lợi"],
        [1, "Sở A", 90, 30, 60, 40, 15],
        [2, "Sở B", 70, 50, 20, N, 20],
        [3, "Sở C", 41, N, 41, 30, 1],
    ]
    merged = ["A2:A4", "B2:B4", "C2:C4", "D2:G2", "D3:D4", "E3:E4", "F3:G3"]
    found = columns(reading(book(rows, merged)))
    assert [rule for rule in found.values() if rule] == ["Trong đó: Chi giáo dục + Trong đó: Chi hoạt động kinh tế"]


def _compared(lines_: int, wrong: int) -> Rows:
    rows: list[list[object]] = [
        [line, f"Nhiệm vụ {line}", 10 * line, 10 * line + 3, 4 if line <= wrong else 3] for line in range(1, lines_ + 1)
    ]
    return [
        ["ĐVT: đồng"],
        ["STT", "Nội dung", "Dự toán", "Quyết toán", "So sánh", N],
        [N, N, N, N, "Tuyệt đối", "Tương đối (%)"],
        *rows,
    ]


def test_a_difference_on_nearly_every_line_of_many_is_one() -> None:
    loaded = reading(book(_compared(12, 1), ["E2:F2"]))
    assert columns(loaded)["So sánh: Tuyệt đối"] == "Quyết toán - Dự toán"
    assert len(audit(loaded.plan).failing) == 1


def test_a_difference_on_most_lines_of_few_is_a_doubt() -> None:
    loaded = reading(book(_compared(6, 1), ["E2:F2"]))
    assert columns(loaded)["So sánh: Tuyệt đối"] == ""
    assert doubts(loaded) == ["SX514"]


def test_a_group_called_a_difference_compares_the_two_groups_before_it() -> None:
    rows = [
        ["ĐVT: đồng"],
        ["STT", "Nội dung", "Số báo cáo", N, "Số thẩm tra", N, "Chênh lệch", N],
        [N, N, "KTNN", "Thanh tra", "KTNN", "Thanh tra", "KTNN", "Thanh tra"],
        ["I", "Thu hồi", 50, 60, 45, 66, -5, 6],
        ["II", "Nộp ngân sách", 20, 31, 22, 30, 2, -1],
    ]
    found = columns(reading(book(rows, ["C2:D2", "E2:F2", "G2:H2"])))
    assert found["Chênh lệch: KTNN"] == "Số thẩm tra: KTNN - Số báo cáo: KTNN"
    assert found["Chênh lệch: Thanh tra"] == "Số thẩm tra: Thanh tra - Số báo cáo: Thanh tra"


def test_two_columns_are_numbered_too_and_a_last_section_may_have_no_figure() -> None:
    rows = [
        ["ĐVT: triệu đồng"],
        ["Nội dung", "Dự toán năm 2024"],
        ["A", 1],
        ["TỔNG CHI", 90],
        ["I. Chi đầu tư", 30],
        ["II. Chi thường xuyên", 60],
        ["III. Chi chuyển nguồn sang ngân sách của năm sau", N],
    ]
    assert lines(reading(book(rows))) == [
        "TỔNG CHI | 90",
        "  I. Chi đầu tư | 30",
        "  II. Chi thường xuyên | 60",
        "  III. Chi chuyển nguồn sang ngân sách của năm sau | .",
    ]


def test_a_group_that_is_called_a_programme_heads_the_row_below_it_without_merged_cells() -> None:
    rows = [
        ["ĐVT: triệu đồng"],
        ["STT", "Tên đơn vị", "Chi thường xuyên", "Chi chương trình mục tiêu", N],
        [N, N, N, "Vốn đầu tư", "Vốn sự nghiệp"],
        ["A", "B", 1, 2, 3],
        [1, "Sở A", 30, 10, 5],
        [2, "Sở B", 40, N, 7],
    ]
    loaded = reading(book(rows))
    assert lines(loaded) == ["1 Sở A | 30 10 5", "2 Sở B | 40 . 7"]
    assert list(columns(loaded))[1:] == [
        "Chi chương trình mục tiêu: Vốn đầu tư",
        "Chi chương trình mục tiêu: Vốn sự nghiệp",
    ]


@pytest.mark.parametrize(
    ("numbers", "lines_read"),
    [
        (["A", "B", 5], 3),  # of all columns of a form one is left
        (["(A)", "(B)", "(5)"], 3),
        (["A", "Chung", 5], 4),  # a line
    ],
)
def test_columns_that_are_left_of_a_form_keep_their_numbers(numbers: list[object], lines_read: int) -> None:
    rows = [["ĐVT: đồng"], ["STT", "Nội dung", "Địa phương"], numbers]
    loaded = reading(book([*rows, [1, "Tập huấn", 18], [2, "Kiểm tra", 25], [3, "Hội nghị", 60]]))
    assert len(loaded.plan.lines) == lines_read


def test_details_by_unit_behind_a_difference_are_those_of_the_column_before_it() -> None:
    rows = [
        ["ĐVT: đồng"],
        ["STT", "Nội dung", "Số báo cáo", "Số được duyệt", "Chênh lệch", "Chi tiết từng đơn vị", N],
        [N, N, N, N, N, "Văn phòng", "Chi cục"],
        ["I", "Chi quản lý", 30, 30, 0, 20, 10],
        ["II", "Chi sự nghiệp", 48, 44, -4, 22, 22],
        ["III", "Chi khác", 12, 13, 1, 6, 7],
    ]
    found = columns(reading(book(rows, ["F2:G2"])))
    assert found["Số được duyệt"] == "Chi tiết từng đơn vị: Văn phòng + Chi tiết từng đơn vị: Chi cục"
    assert found["Chênh lệch"] == "Số được duyệt - Số báo cáo"


def test_a_total_may_be_of_the_columns_with_one_heading_in_its_group() -> None:
    rows = [
        ["Đơn vị: đồng"],
        ["STT", "Nội dung", "Số km quản lý", "Kinh phí đã nhận", N, N, N, N],
        [N, N, N, "Quỹ bảo trì", N, "Ngân sách", N, "Tổng cộng"],
        [N, N, N, "Trong tháng", "Luỹ kế", "Trong tháng", "Luỹ kế", N],
        ["I", "Sửa chữa thường xuyên", 90, 20, 60, 5, 15, 75],
        ["II", "Sửa chữa định kỳ", 35, 10, 30, N, 12, 42],
        ["III", "Sửa chữa đột xuất", N, 5, 5, N, N, 5],
    ]
    merged = ["A2:A4", "B2:B4", "C2:C4", "D2:H2", "D3:E3", "F3:G3", "H3:H4"]
    found = columns(reading(book(rows, merged)))
    assert found["total"] == "Kinh phí đã nhận: Quỹ bảo trì: Luỹ kế + Kinh phí đã nhận: Ngân sách: Luỹ kế"
    assert len(found) == 5


def test_sections_numbered_in_their_titles_stand_above_columns_of_codes_by_level() -> None:
    rows = [
        ["ĐVT: đồng"],
        ["Loại", "Khoản", "Mục", "Nội dung chi", "Cục I", "Cục II"],
        [N, N, N, "I. Kinh phí năm nay", 35, 16],
        ["220", N, N, "Giao thông vận tải", 35, 16],
        [N, "223", N, "Vận tải đường bộ", 35, 16],
        [N, N, "6900", "Sửa chữa tài sản", 30, 9],
        [N, N, "6500", "Dịch vụ công cộng", 5, 7],
        [N, N, N, "II. Kinh phí năm trước", 6, 3],
        ["220", N, N, "Giao thông vận tải", 6, 3],
        [N, "226", N, "Hoạt động khác", 6, 3],
        [N, N, "6900", "Sửa chữa tài sản", 4, 1],
        [N, N, "6500", "Dịch vụ công cộng", 2, 2],
        [N, N, N, "Tổng cộng", 41, 19],
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[:4] == [
        "I. Kinh phí năm nay | 35 16",
        "  220 Giao thông vận tải | 35 16",
        "    223 Vận tải đường bộ | 35 16",
        "      6900 Sửa chữa tài sản | 30 9",
    ]
    assert lines(loaded)[-1] == "declared | 41 19"
    assert not audit(loaded.plan).failing


def test_a_listing_that_comes_to_its_line_before_it_ends_is_added_so_far() -> None:
    """*Bao gồm* opens what comes to the fees; the two kinds behind it are some of these."""
    rows = [
        ["ĐVT: triệu đồng"],
        ["STT", "Nội dung", "Năm 2025", "Năm 2026", "Năm 2027"],
        ["I", "Thu nội địa", 355, 320, 328],
        [1, "Lệ phí trước bạ", 200, 200, 204],
        [2, "Phí, lệ phí", 155, 120, 124],
        [N, "Bao gồm: - Phí do trung ương thu", 57, 59, 61],
        [N, "- Phí do địa phương thu", 98, 61, 63],
        [N, "Phí bảo vệ môi trường", 22, 18, 16],
        [N, "Phí sử dụng hạ tầng cửa khẩu", 3, N, N],
    ]
    loaded = reading(book(rows))
    assert [line.partition(" |")[0] for line in lines(loaded)][2:] == [
        "  2 Phí, lệ phí",
        "    Bao gồm: - Phí do trung ương thu",
        "    - Phí do địa phương thu",
        "    Phí bảo vệ môi trường [of-which]",
        "    Phí sử dụng hạ tầng cửa khẩu [of-which]",
    ]


def test_bullets_below_numbered_lines_are_no_numbers_of_these() -> None:
    """More than half of the lines are bullets, which add up to nothing; the numbers of the others count all the same,
    also that of *Tổng ...*."""
    rows = [["STT", "Chỉ tiêu", "ĐVT", "Năm 2025", "Năm 2026"]]
    for number, name in enumerate(["Tổng sản phẩm", "Giáo dục", "Y tế", "Văn hóa", "Thể thao"], 1):
        rows += [[number, name, "Tỷ đồng", 1300 * number, 1310 * number]]
        rows += [[N, f"- {kind}", "Người", number + 20, number + 30] for kind in ("Giáo viên", "Học sinh")]
    found = [line.partition(" |")[0].partition(" [")[0] for line in lines(reading(book(rows)))]
    assert found[:4] == ["1 Tổng sản phẩm", "  - Giáo viên", "  - Học sinh", "2 Giáo dục"]


UNION: Rows = [
    ["ĐVT: đồng"],
    ["Mã số", "Nội dung", "Dự toán", "Quyết toán"],
    ["A", "PHẦN THU"],
    ["01", "1. Thu kinh phí", 86, 88],
    ["02", "2. Thu đoàn phí", 41, 40],
    ["10", "TỔNG CỘNG THU (01 + 02)", 127, 128],
    ["B", "PHẦN CHI"],
    ["20", "1. Chi thăm hỏi", 45, 47],
    ["21", "2. Chi phong trào", 60, 58],
    ["30", "TỔNG CỘNG CHI (20 + 21)", 105, 105],
    ["40", "SỐ DƯ CUỐI KỲ (10 - 30)", 22, 23],
]


def test_what_is_left_of_two_sections_stands_behind_both_and_totals_numbered_in_tens_leave_no_gap() -> None:
    loaded = reading(book(UNION))
    assert lines(loaded)[-1].startswith("40 SỐ DƯ CUỐI KỲ")
    assert check_plan(loaded, doubt=Doubt(wanted=False)).findings == ()
    assert lines(reading(book([*UNION[:-1], [*UNION[-1][:3], 32]])))[-1].startswith("  40 ")  # no figures say so


def test_few_codes_behind_titles_with_numbers_of_their_own_name_notes() -> None:
    titles = ["I. Nợ Chính phủ", "1. Tiền gửi", "2. Tiền vay", "II. Nợ khác", "1. Phải trả", "2. Dự phòng"]
    notes = [7, N, N, 2, N, N]
    rows = [[title, note, *amounts] for title, note, amounts in zip(titles, notes, OWED, strict=True)]
    loaded = reading(book([["ĐVT: triệu đồng"], ["Mục", "Mã", "Năm 2026", "Năm 2025"], *rows]))
    assert [line.count("  ") for line in lines(loaded)] == [0, 1, 1, 0, 1, 1]
    assert doubts(loaded) == []


OWED = [(244, 144), (221, 141), (23, 3), (52, 55), (27, 26), (25, 29)]


def test_a_text_over_all_columns_below_a_header_is_a_caption_and_parts_of_the_total_confirm_their_headings() -> None:
    rows = [
        [N, 2019, 2020, "Sơ bộ 2021"],
        [N, "Người - Person"],
        ["TỔNG SỐ", 606, 631, 629],
        ["Phân theo giới tính"],
        ["Nam", 298, 311, 310],
        ["Nữ", 308, 320, 319],
        ["Phân theo khu vực"],
        ["Thành thị", 121, 129, 130],
        ["Nông thôn", 485, 502, 499],
    ]
    loaded = reading(book(rows, merged=["B2:D2"]))
    assert list(columns(loaded)) == ["2019", "2020", "2021"]
    assert doubts(loaded) == []


def test_what_no_line_below_divides_is_missing_in_the_total_across() -> None:
    """A line that states its total alone, blank in all its parts: blank is not zero, and the total above it promises a
    sum that fails; that is an error, for an edit that loses the parts looks just so."""
    head = ["STT", "Tên đơn vị", "Tổng số", "Chi đầu tư", "Chi thường xuyên"]
    rows = [[None, "Tổng số", 70, 30, 28], ["I", "Các cơ quan", 58, 30, 28], [1, "Phòng A", 38, 20, 18]]
    rows += [[2, "Phòng B", 20, 10, 10], ["II", "Bổ sung có mục tiêu cho ngân sách cấp dưới", 12, None, None]]
    plan = reading(book([["ĐVT: đồng"], head, *rows])).plan
    failing = [(one.sum.kind.value, plan.position(one.sum.whole)[0]) for one in audit(plan).failing]
    assert failing == [("cross-footing", 0)]


def test_a_total_to_which_the_row_of_numbers_gives_no_rule_is_no_sum_of_others() -> None:
    head = ["STT", "Nội dung", "Tổng số được giao", "Tổng số đã phân bổ", "Văn phòng", "Trung tâm"]
    rows = [
        ["A", "B", "1", "2=3+4", "3", "4"],
        [1, "Quản lý", 500, 480, 300, 180],
        [2, "Sự nghiệp", 250, 250, 150, 100],
    ]
    assert doubts(reading(book([["ĐVT: triệu đồng"], head, *rows]))) == []


def test_what_a_rule_multiplies_by_a_rate_of_no_column_is_told_as_a_note() -> None:
    head = ["TT", "Họ và tên", "Hệ số", "Phụ cấp", "Kiêm nhiệm", "Tổng cộng"]
    rows = [["A", "B", "1", "2=1xMLCS", "3", "4=2+3"], [1, "Hòa", 1.5, 3510, 700, 4210], [2, "Mai", 1.2, 2808, 0, 2808]]
    report = check_plan(reading(book([["ĐVT: nghìn đồng"], head, *rows])), doubt=Doubt(wanted=False))
    assert [(one.code, one.severity) for one in report.findings if one.code == "SX514"] == [("SX514", "note")]


def test_lines_without_a_number_stand_below_the_bullet_that_they_come_to() -> None:
    rows = [["STT", "Nội dung", "Tổng", "Nguồn A", "Nguồn B"], [1, "Giáo dục và đào tạo", 157, 94, 63]]
    rows += [["-", "Giáo dục", 112, 71, 41], [None, "Mầm non", 43, 24, 19], [None, "Tiểu học", 69, 47, 22]]
    rows += [["-", "Đào tạo", 45, 23, 22], [2, "Y tế", 88, 50, 38]]
    loaded = reading(book([["ĐVT: triệu đồng"], *rows]))
    assert [line.split(" |")[0] for line in lines(loaded)] == [
        "1 Giáo dục và đào tạo", "  - Giáo dục", "    Mầm non", "    Tiểu học", "  - Đào tạo", "2 Y tế",
    ]  # fmt: skip
    assert doubts(loaded) == []


def test_words_and_denominations_right_behind_the_codes_are_the_titles() -> None:
    rows = [["STT", "Loại tiền", "Kế hoạch", "Thực hiện"], ["I", "Tiền polymer", 1890, 1750]]
    rows += [[1, "500.000 đồng", 1250, 1100], [2, "200.000 đồng", 640, 650], ["II", "Tiền cotton", 77, 81]]
    loaded = reading(book([["ĐVT: nghìn đồng"], *rows, [1, "5.000 đồng", 45, 52], [2, "2.000 đồng", 32, 29]]))
    assert [line.split(" |")[0] for line in lines(loaded)[:3]] == [
        "I Tiền polymer",
        "  1 500.000 đồng",
        "  2 200.000 đồng",
    ]


def test_a_rate_that_no_total_states_is_a_price_beside_amounts_that_they_do() -> None:
    rows = [["STT", "Nội dung", "Thu", "Chi", "Định mức thu"], [1, "Nước uống", 40_300, 40_300, 10]]
    rows += [
        [2, "Tin học", 76_680, 76_680, 20],
        [3, "Bảo hiểm", 121_426, 121_426, 289.8],
        [4, "Sửa chữa", 64_050, 60_000, 150],
    ]
    total = [None, "Tổng cộng", 302_456, 298_406]
    assert [*columns(reading(book([["ĐVT: nghìn đồng"], *rows, total])))] == ["Thu", "Chi"]


def test_depreciation_is_money_and_a_row_of_numbers_may_have_initials_for_a_letter() -> None:
    head = ["STT", "Tên tài sản", "Số lượng", "Nguyên giá", "Số khấu hao", "Số hao mòn", "Tổng số KH/HM phát sinh"]
    rows = [["A", "C", "SL", 1, 2, 3, "4=2+3"], [1, "Máy cưa", 1, 186_000, 18_600, N, 18_600]]
    rows += [[2, "Xe tải", 2, 415_000, 33_200, 8_300, 41_500], [N, "Cộng", N, 601_000, 51_800, 8_300, 60_100]]
    loaded = reading(book([["ĐVT: nghìn đồng"], head, *rows]))
    assert lines(loaded)[0].startswith("1 Máy cưa")
    assert columns(loaded)["total"] == "Số khấu hao + Số hao mòn"
    assert "Nguyên giá" in columns(loaded)
    assert doubts(loaded) == []


def test_a_rule_may_name_the_numbers_in_titles_behind_codes_of_another_kind() -> None:
    rows = [["STT", "Chỉ tiêu", "Nguyên giá", "Số khấu hao"], [1, "I. Số khấu hao trích tháng trước", 6_840, 57]]
    rows += [[2, "II. Số KH TSCĐ tăng trong tháng", 840, 6], [3, "III. Số KH TSCĐ giảm trong tháng", 720, 8]]
    loaded = reading(book([["ĐVT: triệu đồng"], *rows, [4, "IV. Số KH trích tháng này (I + II - III)", 6_960, 55]]))
    (rule,) = loaded.plan.line_rules
    assert (rule.whole, rule.plus, rule.minus) == (3, (0, 1), (2,))
    assert doubts(loaded) == []


def test_lines_without_a_number_stand_below_the_one_whose_formula_adds_them() -> None:
    rows = [["TT", "Nội dung", "Số tiền"], ["a", "Thành thị", "=C4"], [N, "Nhà trẻ", "=SUM(C5:C6)"]]
    rows += [[N, "Học sinh miễn", N], [N, "Học sinh đóng cả", N], ["b", "Nông thôn", 40]]
    loaded = reading(calculated(book([["ĐVT: triệu đồng"], *rows]), {"C3": 0, "C4": 0}))
    assert [line.split(" |")[0] for line in lines(loaded)] == [
        "a Thành thị", "  Nhà trẻ", "    Học sinh miễn", "    Học sinh đóng cả", "b Nông thôn",
    ]  # fmt: skip


def test_weights_are_no_amounts() -> None:
    rows = [["TT", "Các hệ số", "Trọng số", "Giá trị xếp hạng", "Kết quả"], ["E1", "Kinh nghiệm", 1.5, 5, 7.5]]
    rows += [["E2", "Yêu cầu ổn định", 2, 4, 8], ["E3", "Ngôn ngữ khó", -1, 5, -5], [N, "Tổng cộng", N, N, 10.5]]
    assert [*columns(reading(book(rows)))] == ["Kết quả"]


def _recommendations() -> bytes:
    """What was recommended, in sections of one name that list the same items again and again; the audit office says
    the same of each, and finds more where it looks once more."""
    group = ["Tổng số", "KTNN", "Thanh tra"]
    rows: list[list[object]] = [
        ["ĐVT: đồng"],
        ["STT", "Nội dung", "Báo cáo", N, N, "Thẩm tra", N, N, "Chênh lệch", N, N],
        [N, N, *group * 3],
    ]
    names = ["Kiến nghị", "Thu nộp", "Giảm cấp", "Bổ sung"]
    for section, code in enumerate(("I", "II", "III")):
        items = [(11 * item, 700 + 10 * section + item, item * section) for item in (1, 2, 3)]
        whole = tuple(sum(column) for column in zip(*items, strict=True))
        for number, title, (said, seen, more) in zip((code, 1, 2, 3), names, (whole, *items), strict=True):
            reported = [said + seen, said, seen]
            found = [said * (section + 1) + seen + more, said * (section + 1), seen + more]
            apart = [one - other for one, other in zip(found, [said + seen, said, seen], strict=True)]
            rows.append([number, title, *reported, *found, *apart])
    return book(rows, ["A2:A3", "B2:B3", "C2:E2", "F2:H2", "I2:K2"])


def test_a_column_called_as_amounts_in_other_groups_names_nothing_though_each_figure_goes_with_one_name() -> None:
    found = columns(reading(_recommendations()))
    assert found["Báo cáo: Tổng số"] == "Báo cáo: KTNN + Báo cáo: Thanh tra"
    assert found["Chênh lệch: KTNN"] == "Thẩm tra: KTNN - Báo cáo: KTNN"


def test_a_difference_of_a_group_of_columns_is_that_of_those_in_its_place() -> None:
    rows: list[list[object]] = [
        ["ĐVT: đồng"],
        ["STT", "Nội dung", "Báo cáo", N, N, "Thẩm tra", N, N, "Chênh lệch", N, N],
        [N, N, *["Tổng số", "KTNN", "Thanh tra"] * 3],
    ]
    for number in range(1, 13):
        seen, more = 700 + 13 * number, 5 * number
        slip = 7 * number if number < 5 else 0
        reported, found = [90 + seen + slip, 90, seen], [90 + seen + more, 90, seen + more]
        rows.append([number, f"Đơn vị {number}", *reported, *found, more if number > 1 else 0, 0, more])
    found = columns(reading(book(rows, ["A2:A3", "B2:B3", "C2:E2", "F2:H2", "I2:K2"])))
    assert found["Chênh lệch: Tổng số"] == ""
    assert found["Chênh lệch: Thanh tra"] == "Thẩm tra: Thanh tra - Báo cáo: Thanh tra"


@pytest.mark.parametrize(
    ("last", "years"),
    [
        ("Sau năm 2024", [None, 2023, 2024, None]),
        ("Năm 2025 trở về trước", [None, 2023, 2024, None]),
        ("Beyond 2024", [None, 2023, 2024, None]),
        ("Năm 2025 sau điều chỉnh", [None, 2023, 2024, 2025]),
    ],
)
def test_what_comes_after_a_year_is_not_of_that_year(last: str, years: list[int | None]) -> None:
    rows: Rows = [
        ["STT", "Nội dung", "Thời gian", "Tổng số", "Năm 2023", "Năm 2024", last],
        ["1", "Xây nhà văn hóa", "2025-2026", 30, None, None, 30],
        ["2", "Sửa trụ sở", "2023-2026", 60, 10, 20, 30],
        [None, "Tổng cộng", None, 90, 10, 20, 60],
    ]
    loaded = reading(book(rows))
    assert [column.year for column in loaded.plan.columns] == years
    assert loaded.plan.columns[0].plus == (1, 2, 3)


def _used(title: str, *, wrong: bool = False) -> tuple[list[str], list[object]]:
    """The lines of a settlement by heads, and what its sums are off by."""
    amounts = [(12450, 0, 3120), (458600, 127500, 93600), None, (456130, 126840, 93175), (454872, 126840, 92864)]
    rows: Rows = [["STT", "Chỉ tiêu", "Mã số", "Tổng số", "Khoản 073", "Khoản 074", "Khoản 341"]]
    rows += [["I", "NGÂN SÁCH TRONG NƯỚC"]]
    values = {}
    names = ["Số dư năm trước chuyển sang", "Dự toán được giao", title, "Kinh phí thực nhận", "Đề nghị quyết toán"]
    for code, (name, own) in enumerate(zip(names, amounts, strict=True), 1):
        row = len(rows) + 1
        adds = [f"={column}{row - 2}+{column}{row - 1}" for column in "EFG"]
        adds[1] = f"=F{row - 2}+F{row + 1}" if wrong else adds[1]
        used = (471050, 126840 if wrong else 127500, 96720)
        values |= {f"D{row}": sum(own or used)}
        values |= {} if own else dict(zip([f"{column}{row}" for column in "EFG"], used, strict=True))
        rows.append([code, name, f"0{code}", f"=SUM(E{row}:G{row})", *(own or adds)])
    loaded = reading(calculated(book(rows), values))
    found = check_plan(loaded, doubt=Doubt(wanted=False)).findings
    return lines(loaded), [one.facts["gap"] for one in found if one.severity is Severity.ERROR]


@pytest.mark.parametrize("title", ["Tổng số được sử dụng", "Kinh phí được sử dụng"])
def test_a_numbered_line_is_what_its_formulas_add_of_the_lines_beside(title: str) -> None:
    """*3 Tổng số được sử dụng*, behind *1* and *2* and before *4*, closes nothing; one wrong formula is told."""
    found, off = _used(title)
    assert found[3] == f"  3 {title} [memo] [= 1 + 2] | 695270 471050 127500 96720"
    assert (len(found), off) == (6, [])
    assert _used(title, wrong=True)[1] == [-660, -660]
