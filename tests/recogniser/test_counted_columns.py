"""Columns that count things by what adds up to them or is multiplied with them; units of single columns; codes as they
are shown; levels by the words that titles begin with."""

import pytest

from recogniser.made import book, columns, doubts, lines, reading
from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.words.headings import use_of
from sxtdbv_cli.tables.words.promises import speaks_of_money

N = None


@pytest.mark.parametrize(
    ("heading", "use"),
    [
        ("HS miễn, giảm", Use.QUANTITY),
        ("HS được hỗ trợ tiền ăn", Use.AMOUNT),
        ("Lượng hàng thực hiện", Use.QUANTITY),
        ("Lương thực hiện", Use.AMOUNT),
        ("Mật độ (cây/ha)", Use.QUANTITY),
        ("Mã xã", Use.CODE),
        ("Tỷ giá", Use.PRICE),
        ("Chênh lệch SL", Use.QUANTITY),
        ("Chênh lệch tiền", Use.AMOUNT),
        ("Tuần", Use.QUANTITY),
        ("Ngày giải ngân", Use.SCHEDULE),
        ("Ngày công", Use.QUANTITY),
        ("Tổng số GD sao kê", Use.QUANTITY),
        ("Chênh lệch GD", Use.QUANTITY),
        ("Số bàn", Use.QUANTITY),
        ("Số ban ngành chi", Use.AMOUNT),
    ],
)
def test_headings_that_count_name_or_price(heading: str, use: Use) -> None:
    assert use_of(heading) is use


def test_goods_are_no_wages() -> None:
    assert not speaks_of_money("Lượng hàng") and speaks_of_money("Lương tháng")
    assert not speaks_of_money("Đã nghiệm thu") and speaks_of_money("Đã thu")


def test_what_adds_up_to_a_quantity_counts_too() -> None:
    """*Tỷ lệ nghèo* has points as well; *Tổng số điểm* says what they all are."""
    rows = [
        ["ĐVT: triệu đồng"],
        ["STT", "Huyện", "Dân số", "Tỷ lệ nghèo", "Xã khó khăn", "Tổng số điểm", "Mức vốn một điểm", "Vốn phân bổ"],
        [1, "Tân An", 30, 2, 6, 38, 15, 570],
        [2, "Phú Lộc", 12, 4, 4, 20, 15, 300],
        [3, "Yên Thủy", 18, 22, 30, 70, 15, 1050],
        [N, "Tổng số", 60, 28, 40, 128, N, 1920],
    ]
    loaded = reading(book(rows))
    assert list(columns(loaded)) == ["Vốn phân bổ"]
    assert lines(loaded)[-1] == "declared | 1920"


def test_amounts_that_are_multiplied_with_a_price_are_quantities_and_told() -> None:
    rows = [
        ["STT", "Đơn vị", "Chi phí (USD)", "Tỷ giá", "Thành tiền"],
        [1, "Sở Y tế", 1200, 25_400, 30_480_000],
        [2, "Sở Tài chính", 850, 25_400, 21_590_000],
        [3, "Văn phòng", 90, 25_400, 2_286_000],
        [N, "Cộng", 2140, N, 54_356_000],
    ]
    loaded = reading(book(rows))
    assert list(columns(loaded)) == ["Thành tiền"]
    assert "SX516" in doubts(loaded)


def test_a_price_is_none_of_the_amounts_beside_what_it_comes_to_though_no_column_counts() -> None:
    rows = [
        ["STT", "Hạng mục", "Thời gian", "Đơn giá (VNĐ)", "Thành tiền (VNĐ)"],
        [1, "Máy chủ", "12 tháng", "5.000.000/tháng", "60.000.000"],
        [2, "Tên miền", "3 năm", "2.000.000/năm", "6.000.000"],
        [3, "Thư điện tử", "12 tháng", "1.000.000/tháng", "12.000.000"],
    ]
    assert list(columns(reading(book(rows)))) == ["Thành tiền (VNĐ)"]


def test_tiny_numbers_below_a_heading_of_changes_are_told() -> None:
    rows = [
        ["STT", "Trường", "Tăng trong năm", "Kinh phí"],
        [1, "A", 4, 9_120_000],
        [2, "B", 5, 9_360_000],
        [3, "C", 2, 9_840_000],
        [N, "Cộng", 11, 28_320_000],
    ]
    assert "SX518" in doubts(reading(book(rows)))
    money = [[*row[:2], row[2] and row[2] * 1000 if isinstance(row[2], int) else row[2], row[3]] for row in rows]
    assert "SX518" not in doubts(reading(book(money)))


def test_a_column_in_another_unit_is_told_at_its_heading() -> None:
    rows = [
        ["STT", "Dự án", "Tổng mức đầu tư (tỷ đồng)", "Kế hoạch (triệu đồng)", "Giải ngân (triệu đồng)"],
        [1, "Cầu", 540, 150_000, 149_220],
        [2, "Đường", 812, 205_000, 121_660],
    ]
    loaded = reading(book(rows))
    assert doubts(loaded) == ["SX518"]
    assert loaded.sheet is not None
    told = [doubt.facts.get("letters") for doubt in loaded.sheet.understanding.doubts]
    assert told == ["C"]


def test_codes_are_read_as_their_format_shows_them() -> None:
    rows = [
        ["Mã", "Nội dung", "Kinh phí"],
        [71, "Mầm non", 1200],
        [72, "Tiểu học", 3400],
        [341, "Quản lý nhà nước", 560],
    ]
    loaded = reading(book(rows, formats=dict.fromkeys(("A2", "A3", "A4"), "000")))
    assert loaded.plan.lines.codes == ("071", "072", "341")


@pytest.mark.parametrize(
    "titles",
    [
        ["Dự án 1: Đất ở", "Nội dung số 01: Nhà ở", "Nội dung số 02: Nước", "Dự án 3: Rừng", "Tiểu dự án 1: Giống"],
        ["Giai đoạn 2021-2022", "Năm 2021", "Năm 2022", "Giai đoạn 2023-2025", "Năm 2023"],
    ],
    ids=["projects", "years"],
)
def test_levels_by_the_words_that_titles_begin_with(titles: list[str]) -> None:
    rows = [["Nội dung", "NSTW", "NSĐP"], *zip(titles, [37, 25, 12, 8, 8], [15, 10, 5, 3, 3], strict=True)]
    loaded = reading(book([*map(list, rows), ["Tổng cộng", 45, 18]]))
    assert [line.split(" | ")[0] for line in lines(loaded)][:5] == [
        titles[0],
        f"  {titles[1]}",
        f"  {titles[2]}",
        titles[3],
        f"  {titles[4]}",
    ]


SHARES = [("Hồ", 45, 40, 5), ("Kênh", 126, 100, 26), ("Đê", 88, 80, 8), ("Đường", 235, 200, 35), ("Kè", 142, 120, 22)]


@pytest.mark.parametrize(
    ("other", "rule", "told"),
    [
        ([("Trạm", 184, 90, 34), ("Trại", 310, 120, 40)], "", ["SX514", "SX514"]),  # paid for by others as well
        ([("Trạm", 184, 90, 34), ("Trại", 160, 120, 40)], "NSTW + NSĐP", []),  # one mistake
        ([("Trạm", 184, 90, 34), ("Trại", 150, 120, 40)], "NSTW + NSĐP", []),  # more is listed than there is
    ],
)
def test_columns_below_trong_do_may_list_a_part(
    other: list[tuple[str, int, int, int]], rule: str, told: list[str]
) -> None:
    head = [["TT", "Dự án", "Tổng mức đầu tư", "Trong đó", N], [N, N, N, "NSTW", "NSĐP"]]
    rows = [[at, *row] for at, row in enumerate([*SHARES, *other], 1)]
    loaded = reading(book([*head, *rows], merged=["D1:E1", "A1:A2", "B1:B2", "C1:C2"]))
    assert next(iter(columns(loaded).values())).replace("Trong đó: ", "") == rule
    assert doubts(loaded) == told


def test_small_columns_beside_the_only_one_headed_with_a_unit_are_told() -> None:
    rows = [
        ["Cấp quản lý", "Tổng số", "Đang thực hiện", "Đã nghiệm thu", "Kinh phí (triệu đồng)"],
        ["Cấp bộ", 4, 1, 3, 1_200],
        ["Cấp tỉnh", 6, 4, 2, 950],
        ["Cấp cơ sở", 21, 9, 12, 730],
        ["Tổng", 31, 14, 17, 2_880],
    ]
    assert doubts(reading(book(rows))).count("SX518") == 3
    rows[0][1:4] = ["Tổng số", "Ngân sách tỉnh", "Ngân sách huyện"]
    assert "SX518" not in doubts(reading(book(rows)))


def test_numbers_of_transfers_name_no_lines() -> None:
    rows = [
        ["STT", "Ngày giao dịch", "Số tham chiếu", "Ghi nợ", "Ghi có", "Mô tả"],
        [1, "02/08/2024", "FT24214A1B2C", 85_000, N, "Mua giấy in"],
        [2, "03/08/2024", "FT24215D3E4F", N, 25_000_000, "Nhận kinh phí"],
        [3, "05/08/2024", "FT24217G5H6I", 1_250_000, N, "Tiền điện"],
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[:2] == ["1 Mua giấy in | 85000 .", "2 Nhận kinh phí | . 25000000"]
    assert [*columns(loaded)] == ["Ghi nợ", "Ghi có"]
    rows[0][3:5] = ["Ra", "Vào"]  # one figure before titles numbers none of them, whatever it is called
    assert [*columns(reading(book(rows)))] == ["Ra", "Vào"]


def test_a_column_headed_like_codes_that_a_total_adds_up_holds_amounts() -> None:
    """*COD* is what is paid on delivery, in other languages a code."""
    rows = [
        ["ĐVT: đồng"],
        ["Chuyến", "COD", "Phí giao", "Tổng thu"],
        ["Chuyến Long An", 3_000_000, 250_000, 3_250_000],
        ["Chuyến Mỹ Tho", 3_000_000, 320_000, 3_320_000],
        ["Chuyến Bến Tre", 3_000_000, 280_000, 3_280_000],
        ["Chuyến Gò Công", 700_000, 90_000, 790_000],
        ["Cộng", 9_700_000, 940_000, 10_640_000],
    ]
    loaded = reading(book(rows))
    assert list(columns(loaded)) == ["COD", "Phí giao", "total"]
    assert not any(loaded.plan.lines.codes)


@pytest.mark.parametrize(("waited", "kept"), [("1.2, 2.1", ["Chi phí"]), ("2.7", ["Chi phí", "Sau việc"])])
def test_figures_that_are_all_codes_of_other_lines_are_no_amounts(waited: str, kept: list[str]) -> None:
    rows = [
        ["Mã", "Công việc", "Chi phí", "Sau việc"],
        ["1", "Khảo sát", "45", N],
        ["1.1", "Phỏng vấn", "30", N],
        ["1.2", "Viết yêu cầu", "15", "1.1"],
        ["2", "Lập trình", "96", "1.2"],
        ["2.1", "Máy chủ", "56", "1.2"],
        ["2.2", "Giao diện", "40", "2.1"],
        ["3", "Nghiệm thu", "12", waited],
    ]
    assert list(columns(reading(book(rows)))) == kept


def test_what_goods_cost_is_an_amount_where_a_total_adds_it_up() -> None:
    rows = "Sản phẩm,Số lượng,Doanh thu,Giá vốn,Lợi nhuận\nBánh mì,100,2500000,1500000,1000000\n"
    rows += "Cà phê,80,2000000,900000,1100000\nTrà sữa,50,1750000,800000,950000\n"
    assert lines(reading(f"{rows}Tổng,230,6250000,3200000,3050000\n", "a.csv")) == [
        "Bánh mì | 2500000 1500000 1000000",
        "Cà phê | 2000000 900000 1100000",
        "Trà sữa | 1750000 800000 950000",
        "declared | 6250000 3200000 3050000",
    ]
    assert lines(reading(rows, "a.csv"))[0] == "Bánh mì | 2500000 1500000 1000000"  # what it is taken from says so, too
    unsummed = rows.replace("1000000\n", "400000\n") + "Tổng,230,6250000,,2450000\n"
    assert lines(reading(unsummed, "a.csv"))[-1] == "declared | 6250000 2450000"  # nothing says so: a price


def test_increases_and_decreases_count_no_things_and_numbers_of_accounts_are_no_amounts() -> None:
    rows = "Quỹ,STK,Số dư đầu năm,Số tăng/giảm: Tăng,Số tăng/giảm: Giảm,Số dư cuối năm\n"
    rows += "Vốn,19036521478012,50000000,10000000,0,60000000\nQuỹ,215887340,3000000,700000,100000,3600000\n"
    rows += "Lãi,0355667788,8000000,7000000,5000000,10000000\nCộng,,61000000,17700000,5100000,73600000\n"
    assert lines(reading(rows, "a.csv"))[-1] == "declared | 61000000 17700000 5100000 73600000"


def test_numbers_of_things_as_large_as_amounts_are_told() -> None:
    rows = "Nội dung,Số người,Kinh phí\nĐào tạo,{},45000000\nTập huấn,20000000,30000000\n"
    assert "SX516" in doubts(reading(rows.format(15_000_000), "a.csv"))
    assert "SX516" not in doubts(reading(rows.format(15).replace("20000000", "20"), "a.csv"))
