"""Cost estimates and statements as offices and firms type them: remarks behind figures, signs before titles, two totals
and what is left, numbers of lines beside other codes."""

import pytest

from recogniser.made import book, columns, doubts, lines, reading

HEAD = "| STT | Khách hàng | Cước cũ | Số tiền sau điều chỉnh | Số tiền chênh lệch |\n|---|---|---|---|---|\n"


def test_words_in_brackets_behind_figures_and_dashes_leave_them_what_they_are() -> None:
    rows = (
        "| 1 | Trạm A | 550.000 | 330.000 | -220.000 (Giảm trừ) |\n| 2 | Trạm B | 0 | 220.000 | +220.000 (Ghi có) |\n"
    )
    loaded = reading(HEAD + rows, "bang.md")
    assert lines(loaded) == ["1 Trạm A | 550000 330000 -220000", "2 Trạm B | 0 220000 220000"]
    assert doubts(loaded) == ["SX511", "SX511"]


def test_a_dash_that_says_why_is_a_blank_and_its_row_no_second_header() -> None:
    rows = [
        "| Hạng mục | Số tiền (VNĐ) |",
        "|---|---|",
        "| Vật tư có sẵn | — (không phát sinh) |",
        "| Vật tư mua | 265.000 |",
    ]
    loaded = reading("\n".join([*rows, "| Dự phòng | 40.000 |", "| Tổng | 305.000 |"]), "bang.md")
    assert lines(loaded) == ["Vật tư có sẵn | .", "Vật tư mua | 265000", "Dự phòng | 40000", "declared | 305000"]


def test_a_column_of_sums_that_is_not_read_is_told() -> None:
    rows = "| 1 | Trạm A | 550.000 | 330.000 | 1.500.000 trừ trước |\n| 2 | Trạm B | 0 | 220.000 | xem dưới |\n"
    loaded = reading(HEAD + rows, "bang.md")
    assert "Số tiền chênh lệch" not in columns(loaded) and "SX516" in doubts(loaded)


def test_numbers_that_count_the_lines_are_their_codes_where_those_beside_them_come_again() -> None:
    rows = ["| STT | Mã quầy | Khách hàng | Số tiền |", "|---|---|---|---|", "| 1 | QT-102 | Lan | 220.000 |"]
    rows += ["| 2 | QT-102 | Bình | 330.000 |", "| 3 | QT-105 | Công | 1.100.000 |", "| **Tổng** | | | 1.650.000 |"]
    assert lines(reading("\n".join(rows), "bang.md")) == [
        "1 Lan | 220000",
        "2 Bình | 330000",
        "3 Công | 1100000",
        "declared | 1650000",
    ]


def test_signs_before_titles_whose_amounts_have_them_too_are_no_bullets() -> None:
    rows = ["| Hạng mục | Tháng 3 |", "|---|---|", "| Số dư đầu kỳ | 8.000.000đ |", "| + Doanh thu | +42.500.000đ |"]
    rows += ["| - Vật liệu | -16.000.000đ |", "| - Nhân công | -7.000.000đ |", "| Số dư cuối kỳ | 27.500.000đ |"]
    found = lines(reading("\n".join(rows), "bang.md"))
    assert not any(line.startswith(" ") for line in found) and found[1] == "+ Doanh thu | 42500000"


def test_two_totals_and_what_is_left_are_three_lines() -> None:
    rows = ["| Chỉ tiêu | Số tiền (triệu đồng) |", "|---|---|", "| Tổng thu | 181.500 |", "| Tổng chi | 169.800 |"]
    loaded = reading("\n".join([*rows, "| Chênh lệch thu – chi | +11.700 |"]), "bang.md")
    difference = "Chênh lệch thu – chi [memo] [= #1 - #2] | 11700"
    assert lines(loaded) == ["Tổng thu | 181500", "Tổng chi | 169800", difference]
    assert "SX513" not in doubts(loaded)


def test_what_is_paid_for_each_of_something_is_a_price_beside_what_it_comes_to() -> None:
    rows = ["| Hạng giải | Số lượng | Mức thưởng (VNĐ / giải) | Thành tiền (VNĐ) |", "|---|---|---|---|"]
    rows += ["| Giải Nhất | 01 giải | 1.000.000 VNĐ | 1.000.000 VNĐ |"]
    rows += ["| Giải Nhì | 02 giải | 500.000 VNĐ / giải | 1.000.000 VNĐ |", "| TỔNG | 03 giải | — | 2.000.000 VNĐ |"]
    loaded = reading("\n".join(rows), "bang.md")
    assert lines(loaded) == ["Giải Nhất | 1000000", "Giải Nhì | 1000000", "declared | 2000000"]
    assert len(columns(loaded)) == 1


def test_the_sentence_behind_a_table_says_its_total() -> None:
    table = "| Hạng mục | Chi phí (triệu đồng) |\n|---|---|\n| Cầu | 1.015.000 |\n| Đường | 8.500 |\n\n"
    said = reading(
        table + "Tổng mức đầu tư dự kiến là 1.023.500 triệu đồng từ ngân sách xã, vận động thêm 300.\n", "bang.md"
    )
    assert lines(said)[-1] == "declared | 1023500"
    other = reading(table + "Tổng mức vay là 90.000 triệu đồng, trả trong hai năm.\n", "bang.md")
    assert lines(other)[-1] == "Đường | 8500" and "SX516" in doubts(other)
    rate = reading(table + "Tổng cộng là 1.023.500 triệu đồng/năm.\n", "bang.md")
    assert lines(rate)[-1] == "Đường | 8500"


@pytest.mark.parametrize(
    ("said", "declared"),
    [
        ("2. Tổng kinh phí thực hiện: 24.500.000 đồng, trong đó ngân sách xã 20.000.000 đồng.", 24_500_000),
        ("Tổng dự toán là 24.500.000 đồng (Hai mươi bốn triệu năm trăm nghìn đồng).", 24_500_000),
        ("Tổng mức đầu tư: 95.000.000 đồng.", None),
        ("Tổng kinh phí mỗi hộ: 24.500.000 đồng.", None),
        ("Tổng kinh phí được cấp: 24.500.000 đồng.", None),
        ("Tổng thu: 24.500.000 đồng.", None),
    ],
)
def test_a_sentence_above_a_table_says_its_total(said: str, declared: int | None) -> None:
    head = f"{said}\n\n| STT | Nội dung | Thành tiền (đồng) |\n|---|---|---|\n"
    rows = "| 1 | Hội trường | 10.500.000 |\n| 2 | Tài liệu | 4.000.000 |\n| 3 | Nước | 9.000.000 |\n"
    assert reading(f"{head}{rows}\nNgười lập\n", "bang.md").plan.declared == (declared,)
    own = reading(f"{head}{rows}| | Tổng cộng | 23.500.000 |\n\nNgười lập\n", "bang.md")
    assert own.plan.declared == (23_500_000,) and ("SX516" in doubts(own)) == bool(declared)


GROUPS = "| TT | Hạng mục | Thành tiền (USD) |\n|---|---|---|\n| **K1 — Khung** | | |\n"
GROUPS += "| 1 | Trụ | 1.305 |\n| 2 | Mái | 262 |\n"
REST = "| | **Tổng K1** | **1.567** |\n| **Phần lắp đặt** | | |\n"
REST += "| 3 | Lắp tại chỗ | 8.000 |\n| | **Tổng LĐ** | **8.000** |\n"


def test_a_section_of_one_line_has_its_total_by_whatever_name_before_that_of_all() -> None:
    found = lines(reading(GROUPS + REST + "| | **TỔNG DỰ ÁN** | **9.567** |\n", "bang.md"))
    assert found[0] == "K1 — Khung | 1567"
    assert found[3:] == ["Phần lắp đặt | 8000", "  3 Lắp tại chỗ | 8000", "declared | 9567"]


def test_what_is_taken_away_may_stand_before_what_is_added() -> None:
    rows = [["STT", "Tài khoản", "Lượng dùng (USD)", "Thành tiền"], [1, "448012345678", 1457.45, None]]
    rows += [["Chiết khấu (2%)", None, 29.15, None], ["Phí dịch vụ (5%)", None, 76.66, None]]
    rows += [["Thành tiền", None, 1504.96, 39414902], ["Thuế GTGT (10%)", None, None, 3941490]]
    loaded = reading(book([*rows, ["Tổng số tiền phải thanh toán", None, None, 43356392]]))
    assert lines(loaded) == [
        "Thành tiền | 1504.96 39414902",
        "  1 448012345678 | 1457.45 .",
        "  Chiết khấu (2%) [deduction] | 29.15 .",
        "  Phí dịch vụ (5%) | 76.66 .",
        "Thuế GTGT (10%) | . 3941490",
        "declared | . 43356392",
    ]


def test_a_heading_with_a_currency_counts_nothing() -> None:
    rows = ["| Trạm | Lượng dùng | Lượng dùng (USD) |", "|---|---|---|", "| A | 15 | 120.50 |", "| B | 30 | 241.25 |"]
    assert [*columns(reading("\n".join(rows), "bang.md"))] == ["Lượng dùng (USD)"]


def test_a_total_beside_one_other_column_is_that_and_more() -> None:
    rows = ["STT,Danh mục dự án,Kế hoạch,", ",,TỔNG SỐ,ĐTPT", "1,Trường A,1100,900", "2,Đường B,2340,2000"]
    loaded = reading("\n".join([*rows, "3,Trạm C,875,800", ",Tổng cộng,4315,3700"]), "bang.csv")
    assert list(columns(loaded)) == ["Kế hoạch: TỔNG SỐ", "Kế hoạch: ĐTPT"] and "SX514" not in doubts(loaded)
