"""Tables as Vietnamese offices type them: payrolls, estimates of construction, supplies, funds."""

import pytest

from recogniser.made import book, columns, doubts, lines, reading
from sxtdbv_cli.tables.words import is_of_which, is_ratio, is_ratio_line, is_signature, is_total, use_of


@pytest.mark.parametrize("text", ["Cống hộp D1000", "Cổng chính", "CỔNG TRƯỜNG RÀO"])
def test_diacritics_tell_a_culvert_or_a_gate_from_a_sum(text: str) -> None:
    assert not is_total(text)
    assert is_total("Cộng") and is_total("CONG") and is_total("Tổng cộng")


def test_diacritics_tell_work_from_signatures_and_listings() -> None:
    assert is_signature("Phó Giám đốc") and is_signature("Trưởng phòng")
    assert not is_signature("Phổ cập giáo dục") and not is_signature("Trường Phong Điền")
    assert is_of_which("Gồm:") and not is_of_which("Gốm sứ")


def test_a_rate_in_a_heading_or_a_title_makes_no_ratio() -> None:
    assert not any(map(is_ratio, ["BHXH (8%)", "BHYT (1,5%)", "10% tiết kiệm chi", "Thuế VAT 8 %"]))
    assert all(map(is_ratio, ["So với năm 2023 (%)", "TH/DT 2024 %", "Tỷ lệ 40%", "%"]))
    assert not is_ratio_line("Dự phòng (10 %)") and is_ratio_line("Thu so với dự toán năm 2023 %")


def test_head_counts_and_coefficients_by_their_heading() -> None:
    assert {use_of(text) for text in ("Tổng hệ số", "Biên chế được giao", "Tổng số người")} == {use_of("Số lượng")}
    assert use_of("Tổng số") == use_of("Tổng số tiền") == use_of("Kinh phí")


def test_a_payroll_with_coefficients_that_no_heading_names() -> None:
    rows = [
        ["TT", "Họ và tên", "Chức vụ", "Phụ cấp chức vụ", "Tiền lương", "BHXH (8%)", "Còn được nhận"],
        [1, "Hòa", "HT", 0.45, 5_865_000, 469_200, 5_395_800],
        [2, "Bình", "PHT", 0.35, 5_370_500, 429_640, 4_940_860],
        [3, "Yến", "GV", None, 2_691_000, 215_280, 2_475_720],
        [None, "Cộng", None, 0.8, 13_926_500, 1_114_120, 12_812_380],
    ]
    loaded = reading(book(rows))
    assert list(columns(loaded)) == ["Tiền lương", "BHXH (8%)", "Còn được nhận"]
    assert lines(loaded)[-1] == "declared | 13926500 1114120 12812380"
    assert doubts(loaded) == []


def test_small_amounts_in_millions_stay_amounts() -> None:
    rows = [
        ["ĐVT: triệu đồng"],
        ["TT", "Đơn vị", "Đường", "Cầu"],
        [1, "A", 45_000, 0.5],
        [2, "B", 38_000, 0.75],
        [3, "C", 12, 0.25],
    ]
    assert list(columns(reading(book(rows)))) == ["Đường", "Cầu"]
