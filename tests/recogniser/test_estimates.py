"""Cost estimates and statements as offices and firms type them: remarks behind figures, signs before titles, two totals
and what is left, numbers of lines beside other codes."""

from recogniser.made import columns, doubts, lines, reading

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
