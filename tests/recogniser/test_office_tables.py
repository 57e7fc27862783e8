"""Tables as Vietnamese offices type them: payrolls, estimates of construction, supplies, funds."""

import pytest

from recogniser.made import Rows, book, calculated, columns, doubts, lines, reading
from sxtdbv_cli.check import Doubt, check_plan
from sxtdbv_cli.model.audit import audit
from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.units.stated import heading_unit
from sxtdbv_cli.tables.words.headings import is_ratio, use_of
from sxtdbv_cli.tables.words.titles import is_of_which, is_ratio_line, is_signature
from sxtdbv_cli.tables.words.totals import is_total


@pytest.mark.parametrize(
    "text", ["Cống hộp D1000", "Cổng chính", "I. CỔNG, TƯỜNG RÀO", "Công cụ, dụng cụ", "Cong cu & phan mem"]
)
def test_diacritics_tell_a_culvert_or_a_gate_from_a_sum(text: str) -> None:
    assert not is_total(text)
    assert is_total("Cộng") and is_total("CONG") and is_total("Công mục 1") and is_total("Tổng cộng")


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
    assert doubts(loaded) == ["SX516"]  # that they were taken for coefficients is told


def test_small_amounts_in_millions_stay_amounts() -> None:
    rows = [
        ["ĐVT: triệu đồng"],
        ["TT", "Đơn vị", "Đường", "Cầu"],
        [1, "A", 45_000, 0.5],
        [2, "B", 38_000, 0.75],
        [3, "C", 12, 0.25],
    ]
    assert list(columns(reading(book(rows)))) == ["Đường", "Cầu"]


def test_codes_of_supplies_debits_and_machines_by_their_heading() -> None:
    assert {use_of(text) for text in ("Mã khách hàng", "Mã hiệu công tác", "Mã vật tư", "No")} == {Use.CODE}
    assert use_of("Nợ") is Use.AMOUNT
    assert [use_of(text) for text in ("Máy T.C", "Nhân công", "Công tác")] == [None, None, None]


def test_a_header_of_words_that_are_not_known_begins_with_stt() -> None:
    rows = [
        ["DỰ KIẾN HỖ TRỢ"],
        ["TT", "Nhóm người", "Thẻ", "Bậc", "Tổng số tiền", "Trong đó", None],
        [None, None, None, None, None, "NSNN hỗ trợ", "Người tham gia đóng"],
        ["[1]", "[2]", "[3]", "[4]", "[5]=[6]+[7]", "[6]", "[7]"],
        [1, "Hộ cận nghèo", 12, "A", 1000, 700, 300],
        [2, "Học sinh", 84, "B", 8000, 2400, 5600],
        [None, "Tổng cộng", 96, None, 9000, 3100, 5900],
    ]
    loaded = reading(book(rows, merged=["F2:G2"]))
    assert lines(loaded)[-2:] == ["2 Học sinh | 84 8000 2400 5600", "declared | 96 9000 3100 5900"]
    assert columns(loaded)["total"].count("Trong đó") == 2


ESTIMATE = [
    ["ĐVT: đồng"],
    ["STT", "Nội dung", "Cách tính", "Giá trị"],
    ["I", "Chi phí trực tiếp", None, "=D4+D5"],
    [1, "Vật liệu", None, 812_000],
    [2, "Nhân công", None, 395_000],
    ["II", "Chi phí gián tiếp", None, 142_000],
    [None, "Chi phí xây dựng {}", "T + GT", "=D3+D6"],
    ["III", "Thuế GTGT", "8%", 107_920],
    [None, "Giá trị hợp đồng", None, "=D7+D8"],
    [None, "Làm tròn", None, 1_457_000],
]


NESTED = [
    "Chi phí xây dựng trước thuế | 1349000",
    "  I Chi phí trực tiếp | 1207000",
    "    1 Vật liệu | 812000",
    "    2 Nhân công | 395000",
    "  II Chi phí gián tiếp | 142000",
    "III Thuế GTGT | 107920",
    "declared | 1456920",
]
VALUES = {"D3": 1_207_000, "D7": 1_349_000, "D9": 1_456_920}


@pytest.mark.parametrize(("first", "last"), [("gộp", "Giá trị hợp đồng"), ("trước thuế", "Chi phí xây dựng sau thuế")])
def test_a_line_without_a_number_whose_formulas_add_the_lines_above_is_their_total(first: str, last: str) -> None:
    rows = [list(row) for row in ESTIMATE]
    rows[6][1], rows[8][1] = f"Chi phí xây dựng {first}", last
    loaded = reading(calculated(book(rows), VALUES))
    assert lines(loaded) == [line.replace("trước thuế", first) for line in NESTED]
    assert doubts(loaded) == []


def test_before_and_after_tax_are_totals_by_their_words_where_figures_are_typed() -> None:
    rows = [list(row) for row in ESTIMATE]
    rows[6][1], rows[8][1] = "Chi phí xây dựng trước thuế", "Chi phí xây dựng sau thuế"
    for cell, value in VALUES.items():
        rows[int(cell[1:]) - 1][3] = value
    loaded = reading(book(rows))
    assert lines(loaded) == NESTED
    assert doubts(loaded) == []


ROUNDED = {1_457_000: True, 1_456_900: True, 1_460_000: True, 1_456_000: True, 1_350_000: False, 1_500: False}


@pytest.mark.parametrize(("rounded", "is_rounding"), ROUNDED.items())
def test_the_total_once_more_rounded(rounded: int, *, is_rounding: bool) -> None:
    rows = [["TT", "Nội dung", "Thành tiền"], [1, "A", 1_400_000], [2, "B", 56_920], [None, "Cộng", 1_456_920]]
    loaded = reading(book([*rows, [None, "Làm tròn số", rounded]]))
    assert (lines(loaded) == ["1 A | 1400000", "2 B | 56920", "declared | 1456920"]) is is_rounding
    assert (doubts(loaded) == []) is is_rounding


MONTHS = [
    ["ĐVT: triệu đồng"],
    ["Tháng", "Dư nợ đầu tháng", "Vay", "Trả nợ", "Dư nợ cuối tháng"],
    ["Tháng 1", 120, 10, 5, 125],
    ["Tháng 2", 125, 0, 5, 120],
    ["Tháng 3", 120, 20, 10, 130],
]


def test_balances_that_are_carried_on_are_not_added() -> None:
    loaded = reading(book([*MONTHS, ["Cộng", 120, 30, 20, 130]]))
    assert lines(loaded)[-1] == "declared | . 30 20 ."
    assert not audit(loaded.plan).failing
    loaded = reading(book([*MONTHS, ["Cộng", 120, 30, 20, 150]]))  # it closes with another balance: an error to tell
    assert lines(loaded)[-1] == "declared | 120 30 20 150"


@pytest.mark.parametrize(
    ("heading", "last", "declared", "codes"),
    [
        ("Lũy kế", 84, "60 .", set()),  # what runs up has no total
        ("Số đã nộp", 84, "60 .", {"SX518"}),  # nothing says so: told
        ("Lũy kế", 88, "60 88", {"SX103"}),  # neither the last line nor the sum: wrong
    ],
)
def test_a_total_that_only_says_the_last_line_again(heading: str, last: int, declared: str, codes: set[str]) -> None:
    rows = [["Tháng", "Số chi (đồng)", heading], ["Tháng 1", 20, 30], ["Tháng 2", 15, 51], ["Tháng 3", 25, 84]]
    loaded = reading(book([*rows, ["Tổng cộng", 60, last]]))
    assert lines(loaded)[-1] == f"declared | {declared}"
    assert {
        found.code for found in check_plan(loaded, doubt=Doubt(wanted=False)).findings if found.severity != "note"
    } == codes


def test_a_total_below_years() -> None:
    rows = [["Năm", "Tổng số", "NSTW", "NSĐP"], [2021, 30, 10, 20], [2022, 50, 20, 30], [2023, 45, 20, 25]]
    loaded = reading(book([*rows, ["Cộng", 125, 50, 75]]))
    assert lines(loaded) == ["2021 | 30 10 20", "2022 | 50 20 30", "2023 | 45 20 25", "declared | 125 50 75"]


def test_totals_above_their_lines_inside_a_table_without_numbers() -> None:
    rows = [
        ["Chỉ tiêu", "Kế hoạch", "Thực hiện"],
        ["Tổng thu", 8950, 9444],
        ["Ngân sách cấp", 5600, 5600],
        ["Thu dịch vụ", 3350, 3844],
        ["Tổng chi", 8050, 7995],
        ["Chi lương", 4850, 4912],
        ["Chi chuyên môn", 2100, 2240],
        ["Chi khác", 1100, 843],
    ]
    loaded = reading(book([*rows, ["Chênh lệch thu chi", 900, 1449]]))
    assert [line.split(" |")[0] for line in lines(loaded)] == [
        "Tổng thu", "  Ngân sách cấp", "  Thu dịch vụ", "Tổng chi", "  Chi lương", "  Chi chuyên môn", "  Chi khác",
        "Chênh lệch thu chi [memo] [= #1 - #2]",
    ]  # fmt: skip
    assert doubts(loaded) == []
    assert "SX513" in doubts(reading(book([*rows, ["Dự phòng", 12, 15]])))  # it may belong to the total above


def test_a_number_typed_twice_is_still_in_order() -> None:
    rows = [["STT", "Nội dung", "Thành tiền"], ["I", "A", 37], [1, "a", 15], [2, "b", 10], [2, "c", 12], ["II", "B", 5]]
    loaded = reading(book([*rows, [1, "d", 5], [None, "Tổng cộng", 42]]))
    assert lines(loaded)[:4] == ["I A | 37", "  1 a | 15", "  2 b | 10", "  2 c | 12"]
    assert doubts(loaded) == []


def test_prices_beside_quantities_in_words_are_no_amounts() -> None:
    rows = [
        ["STT", "Nội dung", "Số lượng", "Đơn giá", "Thành tiền"],
        [1, "Chấm thi", "12 người x 2 ngày", 300_000, 7_200_000],
        [2, "Giải Nhất", "2 giải", 1_000_000, 2_000_000],
        [None, "Tổng cộng", None, None, 9_200_000],
    ]
    assert lines(reading(book(rows)))[-1] == "declared | 9200000"


def test_numbers_of_things_under_headings_that_are_not_known() -> None:
    rows = [["TT", "Tên nghề", "Chỗ ngồi", "Kinh phí"], *([n, "abcde"[n], 30 + n, 39_900_000 + n] for n in range(5))]
    assert list(columns(reading(book(rows)))) == ["Kinh phí"]
    assert list(columns(reading(book(rows[:3])))) == ["Chỗ ngồi", "Kinh phí"]  # two lines tell too little


def test_a_product_that_is_stated_with_months() -> None:
    rows = [
        ["TT", "Nhóm đối tượng", "Số thẻ", "Mức đóng/tháng", "Tổng số tiền"],
        ["(1)", "(2)", "(3)", "(4)", "(5)=(3)x(4)x12"],
        [1, "Hộ cận nghèo", 10, 81_000, 9_720_000],
        [2, "Học sinh", 20, 81_000, 19_440_000],
        [3, "Khác", 2, 81_000, 1_994_000],
    ]
    loaded = reading(book(rows))
    assert doubts(loaded) == []
    (found,) = [one for one in check_plan(loaded, doubt=Doubt(wanted=False)).findings if one.code == "SX508"]
    assert (found.facts["computed"], found.facts["factors"]) == (1_944_000, "C5 x D5 x 12")


def test_few_mistakes_in_a_small_table_with_all_its_numbers_are_errors() -> None:
    rows = [["STT", "Nội dung", "Thành tiền"], ["I", "A", 30], [1, "a", 15], [2, "b", 10], ["II", "B", 50], [1, "d", 5]]
    loaded = reading(book([*rows, ["III", "C", 7], [1, "e", 7], [None, "Tổng cộng", 37]]))
    codes = [one.code for one in check_plan(loaded, doubt=Doubt(wanted=False)).findings]
    assert codes.count("SX102") == 2 and codes.count("SX103") == 1


def test_names_below_the_total_are_no_lines() -> None:
    rows = [["STT", "Tên hàng", "Số lượng", "Thành tiền"], [1, "Giấy", "30 ram", 2_160], [2, "Bút", "5 hộp", 325]]
    rows += [["Tổng số tiền:", None, None, 2_485], ["Người cần mua", None, None, "Bên bán"], ["Vũ Thị Hạnh", "Lê Mạnh"]]
    assert lines(reading(book(rows))) == ["1 Giấy | 2160", "2 Bút | 325", "declared | 2485"]
    loaded = reading(book([*rows[:4], [3, "Mực"]]))  # numbered: a line without an amount
    assert "3 Mực | ." in lines(loaded)


def test_accounts_of_a_second_column_may_be_numbers_without_their_noughts() -> None:
    rows = [
        ["STT", "Chỉ tiêu", "Mã số", "Năm nay"],
        ["I", "Hoạt động", None, None],
        [1, "Doanh thu (01=02+03)", 1, 30],
        [None, "a. Ngân sách cấp", 2, 20],
        [None, "b. Phí để lại", 3, 10],
        [2, "Chi phí", 5, 25],
        [3, "Thặng dư (09=01-05)", 9, 5],
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[-1] == "  3 Thặng dư (09=01-05) [memo] [= 1 - 2] | 5"
    assert doubts(loaded) == []


@pytest.mark.parametrize(
    ("said", "unit"), [("Triệu đồng", "triệu đồng"), ("(1.000 đồng)", "1.000 đồng"), ("Tỷ đồng", "tỷ đồng")]
)
def test_a_unit_may_stand_alone_above_the_table(said: str, unit: str) -> None:
    rows = [["KẾ HOẠCH"], [None, None, said], ["TT", "Nội dung", "Kinh phí"], [1, "A", 2], [2, "B", 3]]
    assert reading(book(rows)).plan.unit.name == unit


def test_a_rule_between_lines_whose_numbers_stand_in_their_titles_is_compared() -> None:
    rows = [["Chỉ tiêu", "Kế hoạch"], ["A. TỔNG THU", 30], ["1. Phí", 20], ["2. Khác", 10], ["B. TỔNG CHI", 25]]
    rows += [["1. Lương", 20], ["2. Điện", 5]]
    assert doubts(reading(book([*rows, ["C. CHÊNH LỆCH (A-B)", 5]]))) == []
    assert doubts(reading(book([*rows, ["C. CHÊNH LỆCH (A-B)", 6]]))) == ["SX515"]


def test_the_unit_of_a_heading_may_be_short() -> None:
    assert reading(book([["TT", "Nội dung", "Thành tiền (1.000đ)"], [1, "A", 2], [2, "B", 3]])).plan.unit.scale == 3


def test_a_tax_is_an_amount_and_the_number_of_a_tax_payer_is_none() -> None:
    rows = [
        ["TT", "Họ tên", "Mã số thuế", "Thuế TNCN", "Lương"],
        [1, "A", 8012345678, 0, 500],
        [2, "B", 8012345999, 0, 700],
    ]
    loaded = reading(book(rows))
    assert list(columns(loaded)) == ["Thuế TNCN", "Lương"]
    assert doubts(loaded) == []


def test_the_total_of_a_cash_book_is_that_of_all_its_lines_though_one_figure_is_wrong() -> None:
    rows = [["Diễn giải", "Thu", "Chi", "Tồn"], ["Số dư đầu kỳ", None, None, 15000], ["Rút tiền", 30000, None, 45000]]
    rows += [["Chi công tác phí", None, 4815, 40185], ["Chi điện", None, 6237, 33948]]
    for total in (11052, 11025):
        loaded = reading(book([*rows, ["Cộng phát sinh", 30000, total, None], ["Số dư cuối kỳ", None, None, 33948]]))
        assert [line.split(" |")[0] for line in lines(loaded)] == [
            "Số dư đầu kỳ", "Rút tiền", "Chi công tác phí", "Chi điện", "Số dư cuối kỳ", "declared",
        ]  # fmt: skip
        assert (loaded.plan.declared, doubts(loaded)) == ((30000, total, None), [])
        assert len(audit(loaded.plan).failing) == (total == 11025)


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("ĐVT: 1.000.000đ", "triệu đồng"),
        ("Đơn vị tính: Trđồng", "triệu đồng"),
        ("ĐV: triệu đồng", "triệu đồng"),
        ("Đơn vị tính:1.000đồng", "nghìn đồng"),
        ("Đơn vị tính: 1,000,000 đồng", "triệu đồng"),
        ("ĐVT: 10⁶ đồng", "triệu đồng"),
        ("Unit: VND million", "triệu đồng"),
        ("Đơn vị tính: ha, triệu đồng", "triệu đồng"),
        ("Đơn vị: Sở Tài chính", "?"),
        ("ĐV: Hội đồng nhân dân", "?"),
        ("Đơn vị Đồng Tháp", "?"),
        ("Đơn vị tính：nghìn đồng", "nghìn đồng"),
        ("Đơn vị tiền tệ: Việt Nam đồng", "đồng"),
        ("Số tiền tính bằng triệu đồng", "triệu đồng"),
        ("Unit: VND'000", "nghìn đồng"),
        ("VND ’000", "nghìn đồng"),
        ("Unit: VND thousands", "nghìn đồng"),
        ("(in millions of VND)", "triệu đồng"),
        ("Unit: VND (million)", "triệu đồng"),
        ("Unit: VND, million", "triệu đồng"),
        ("Unit: VND in billions", "tỷ đồng"),
        ("Unit: VNDm", "triệu đồng"),
        ("Unit: Bill. dongs", "tỷ đồng"),
        ("ĐVT: Tỷ đồng - Bill. VND", "tỷ đồng"),
        ("ĐVT: đồng x 1.000", "nghìn đồng"),
        ("Đơn vị: x 1.000 đồng", "nghìn đồng"),
        ("ĐVT: đồng (nghìn)", "nghìn đồng"),
        ("ĐVT: 1 000 000 đồng", "triệu đồng"),
        ("ĐVT: 1.000 tỷ đồng", "nghìn tỷ đồng"),
        ("ĐVT: ngđ", "nghìn đồng"),
        ("ĐVT: trăm triệu đồng", "trăm triệu đồng"),
        ("ĐVT: đồng/1.000 dân", "đồng"),
        ("ĐVT: đồng (chưa gồm thuế)", "đồng"),
        ("Unit: BND", "BND"),
        ("ĐVT: md", "md"),
    ],
)
def test_units_of_the_dong_family_however_they_are_written(said: str, unit: str) -> None:
    rows = [["KẾ HOẠCH"], [None, None, said], ["TT", "Nội dung", "Kinh phí"], [1, "A", 2], [2, "B", 3]]
    assert reading(book(rows)).plan.unit.name == unit


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Giá trị hợp đồng", None),
        ("Đóng góp của cộng đồng", None),
        ("Giá trị hợp đồng (đồng)", "đồng"),
        ("Kinh phí, đồng", "đồng"),
        ("Kinh phí (1.000.000 đồng)", "triệu đồng"),
        ("Số tiền (tỷ)", "tỷ đồng"),
        ("Số tiền (Việt Nam đồng)", "đồng"),
        ("Thành tiền [đồng]", "đồng"),
        ("Amount (VND'000)", "nghìn đồng"),
        ("Amount, VND thousand", "nghìn đồng"),
        ("Amount VND million", "triệu đồng"),
        ("Kinh phí (1.000 tỷ đồng)", "nghìn tỷ đồng"),
        ("Kinh phí (trăm triệu đồng)", "trăm triệu đồng"),
        ("Kinh phí (10 triệu đồng)", "10 triệu đồng"),
        ("Kinh phí nghìn đồng (VND)", "nghìn đồng"),
        ("Năm 2024 triệu đồng", "triệu đồng"),
        ("Giá trị VND, triệu USD", "VND"),
    ],
)
def test_dong_in_other_words_is_no_unit(heading: str, unit: str | None) -> None:
    assert heading_unit(heading) == unit


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Cụ thể:", ["SX513"]), ("Chi tiết:", ["SX513"]), ("Bao gồm các khoản:", ["SX513"]),
        ("T.đó:", []), ("Trong tổng số:", []), ("Riêng:", []),
    ],
)  # fmt: skip
def test_words_that_only_open_a_listing_are_no_line(said: str, told: list[str]) -> None:
    rows: Rows = [
        ["STT", "Nội dung", "Năm 2024"],
        ["I", "Chi thường xuyên", 130],
        [None, said],
        ["-", "Lương", 60],
        ["-", "Khác", 20],
        ["II", "Chi đầu tư", 200],
        [None, "Tổng cộng", 330],
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[:3] == ["I Chi thường xuyên | 130", "  - Lương [of-which] | 60", "  - Khác [of-which] | 20"]
    assert doubts(loaded) == told


@pytest.mark.parametrize("said", ["Cụ thể:", "Bao gồm:", "Chia ra:"])
def test_a_list_that_is_opened_as_the_whole_and_adds_up_to_it_is_added(said: str) -> None:
    rows: Rows = [
        ["STT", "Nội dung", "Dự toán 2024"],
        ["A", "TỔNG CHI", 980],
        [None, said],
        ["I", "Chi đầu tư", 300],
        ["II", "Chi thường xuyên", 650],
        ["-", "Giáo dục", 400],
        ["-", "Khác", 250],
        ["III", "Dự phòng", 30],
        ["B", "CHI CHUYỂN NGUỒN", 50],
        [None, "TỔNG CỘNG (A+B)", 1030],
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[:3] == ["A TỔNG CHI | 980", "  I Chi đầu tư | 300", "  II Chi thường xuyên | 650"]
    assert not doubts(loaded)
    wrong = reading(book([[990 if cell == 980 else 1040 if cell == 1030 else cell for cell in row] for row in rows]))
    assert [one.code for one in check_plan(wrong).findings if one.code in ("SX102", "SX513")]


def test_a_row_of_units_below_the_header_is_no_line() -> None:
    rows = [
        ["ĐVT: triệu đồng"],
        ["TT", "Nội dung", "Kế hoạch", "Giải ngân", "Tỷ lệ"],
        [None, None, "(tr.đ)", "(tr.đ)", "(%)"],
    ]
    loaded = reading(book([*rows, [1, "Đường", 620, 530, 85.5], [2, "Cầu", 310, 290, 93.5]]))
    assert lines(loaded) == ["1 Đường | 620 530", "2 Cầu | 310 290"]
    assert doubts(loaded) == []


@pytest.mark.parametrize(
    ("code", "title", "declared"),
    [("II", "TỔNG CỘNG (B)", True), ("II", "Cơ khí", False), ("5", "Tổng mức thuê", False)],
)
def test_a_total_with_a_number_of_its_own_kind_is_one_whatever_it_is_off(code: str, title: str, declared: bool) -> None:
    rows = [["STT", "Nội dung", "Giá trị (VNĐ)"], [1, "Web", 18], [2, "Máy chủ", 8], [3, "Dữ liệu", 84], [4, "In", 12]]
    loaded = reading(book([*rows, [code, title, 52]]))
    assert lines(loaded)[-1].startswith("declared") is declared
    assert len(audit(loaded.plan).failing) == declared


@pytest.mark.parametrize(
    ("unit", "errors"), [("triệu USD", 0), ("1.000 USD", 0), ("nghìn EUR", 0), ("USD mn", 0), ("USD", 2)]
)
def test_tables_in_multiples_of_any_money_are_rounded_to_their_last_digit(unit: str, errors: int) -> None:
    rows = [[None, None, f"ĐVT: {unit}"], ["TT", "Nội dung", "Tổng", "2024", "2025"]]
    rows += [[str(one), f"Mặt hàng {one}", 21 * one, 10 * one, 11 * one] for one in range(1, 4)]
    rows += [["4", "Mặt hàng 4", 50, 24, 25], ["", "Tổng cộng", 176, 84, 91]]
    assert [one.severity for one in check_plan(reading(book(rows))).findings].count("error") == errors


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Kim ngạch (triệu USD)", "triệu USD"),
        ("Kim ngạch (1.000 USD)", "thousand USD"),
        ("Amount (USD mn)", "million USD"),
        ("Amount (USD '000)", "thousand USD"),
        ("Amount (EUR)", "EUR"),
        ("Amount 2000 USD", "USD"),
    ],
)
def test_a_currency_in_a_heading_is_read_with_its_multiple(heading: str, unit: str) -> None:
    rows = [["TT", "Nội dung", heading], ["1", "A", 2], ["2", "B", 3], ["3", "C", 3], ["", "Tổng cộng", 8]]
    loaded = reading(book(rows))
    assert loaded.plan.unit.name == unit
    assert not doubts(loaded)


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        (["2000000", "5.000,000", "3000000"], ["SX511"]),
        (["2.000.000", "5.250,500", "3.000.000"], ["SX511"]),
        (["2.000,500", "5.250,500", "3.000.000"], []),
        (["2000000,5", "5.000,500", "3000000"], []),
        (["5.000.000 đ/tháng", "2.000.000 đ", "3.000.000 đ"], ["SX512"]),
        (["5.000.000 đ/năm", "2.000.000 đ", "3.000.000 đ"], []),
        (["5.000.000 đ/tháng", "2.000.000 đ/tháng", "7.000.000 đ"], []),
    ],
)
def test_a_figure_that_is_written_or_paid_otherwise_than_the_others_is_told(
    figures: list[str], told: list[str]
) -> None:
    rows: Rows = [["ĐVT: đồng"], ["TT", "Nội dung", "Kinh phí"]]
    rows += [[str(at), f"Việc {at}", figure] for at, figure in enumerate(figures, 1)]
    findings = [one for one in check_plan(reading(book(rows))).findings if one.code in ("SX511", "SX512")]
    assert [one.code for one in findings] == told
