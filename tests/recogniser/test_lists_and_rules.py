"""Lists with a total behind them, bullets of other signs, numbers that only name, and rules that multiply constants."""

from recogniser.made import book, doubts, lines, reading
from sxtdbv_cli.check import Doubt, check_plan
from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.model.sheet import Use


def errors(loaded: Loaded) -> list[str]:
    """The codes of the errors that are found."""
    return [found.code for found in check_plan(loaded).findings if found.severity == "error"]


def codes(*rows: list[object]) -> list[str]:
    return [one.code for one in check_plan(reading(book([*rows])), doubt=Doubt(wanted=False)).findings]


def test_a_total_adds_no_list_from_its_second_number_on() -> None:
    head = "STT\tHọ tên\tSố tiền (đồng)\n"
    people = "1\tBà Sáu\t500.000\n2\tÔng Năm\t2.000.000\n3\tCô Bảy\t350.000\n4\tChú Ba\t1.200.000\n"
    loaded = reading(head + people + "\tTổng cộng\t3.550.000\n", "x.tsv")
    assert lines(loaded)[-1] == "declared | 3550000"
    assert errors(loaded) == ["SX103"]


def test_a_total_of_receipts_leaves_the_balance_before_them_out() -> None:
    rows = "1\tTồn quỹ năm trước\t500.000\n2\tHội phí\t2.000.000\n3\tTài trợ\t350.000\n4\tLãi\t200.000\n"
    loaded = reading("STT\tNội dung\tSố tiền (đồng)\n" + rows + "\tTổng thu\t2.550.000\n", "x.tsv")
    assert errors(loaded) == []


def test_a_total_of_what_no_line_shows_stays_a_line_and_is_told() -> None:
    rows = "| Nội dung | Quý 1 | Quý 2 |\n|---|---|---|\n| Chi phí bán hàng | 120 | 150 |\n"
    loaded = reading("Đơn vị: triệu đồng\n\n" + rows + "| Tổng lợi nhuận trước thuế | 990 | 1.250 |\n", "x.md")
    assert lines(loaded) == ["Chi phí bán hàng | 120 150", "Tổng lợi nhuận trước thuế | 990 1250"]
    assert "SX513" in doubts(loaded)


def test_arrows_and_squares_are_bullets() -> None:
    for sign in "→▪►":
        rows = f"Tiền vé | 90\nQuỹ thưởng | 60\n{sign} Giải nhất | 40\n{sign} Giải nhì | 20\n".replace(" | ", ",")
        assert lines(reading("Nội dung,Số tiền (nghìn đồng)\n" + rows, "x.csv"))[2:] == [
            f"  {sign} Giải nhất | 40",
            f"  {sign} Giải nhì | 20",
        ]


def test_numbers_filled_up_with_noughts_name_their_lines_where_some_are_long() -> None:
    rows = "00004,Phường A,120,70,50\n00070,Phường B,240,40,200\n00103,Phường C,110,10,100\n00118,Phường D,90,40,50\n"
    loaded = reading("Mã,Tên,Tổng thu,Trung ương,Địa phương\n" + rows, "x.csv")
    assert [line.strip() for line in lines(loaded)] == lines(loaded)
    assert not [one for one in check_plan(loaded).findings if one.severity == "warning"]


def test_a_rule_multiplies_numbers_with_decimals_and_the_count_it_names_first() -> None:
    head = ["STT", "Chỉ tiêu", "Tổng đơn vị", "Mức khoán quỹ", "Kinh phí tăng thêm"]
    loaded = reading(
        book([
            ["ĐVT: triệu đồng"], head,
            ["A", "B", "(1)", "(2)", "(3) = (1) x (2) x 0,09 x 6t"],
            ["I", "Xã", 67, None, "619.2"], [1, "Xã loại I", 20, "20.0", "216"], [2, "Xã loại II", 47, "16.0", "403.2"],
        ])
    )  # fmt: skip
    assert [taken.use for taken in loaded.sheet.understanding.columns][2:4] == [Use.QUANTITY, Use.PRICE]
    assert errors(loaded) == []


def test_a_group_with_the_rate_of_one_line_below_it_is_no_product() -> None:
    head = ["STT", "Nội dung", "Số lượng", "Đơn giá", "Thành tiền"]
    rows = [["I", "Xã khó khăn", 8, 200, 3800], ["-", "Thôn", 38, 100, 3800]]
    rows += [["II", "Xã còn lại", 5, None, 4500], ["-", "Thôn", 45, 100, 4500], ["-", "Tổ", 0, 100, 0]]
    assert codes(["ĐVT: nghìn đồng"], head, *rows) == []


def test_numbers_below_a_first_line_that_lead_up_to_it_leave_no_gap() -> None:
    head = ["STT", "Khoản mục", "Giá trị (đồng)"]
    rows = [[1, "Trực tiếp", 480_125_311], [2, "Gián tiếp", 35_317_208], [3, "Lợi nhuận", 28_409_116]]
    sums = [[4, "Trước thuế", 543_851_635], [5, "Thuế", 54_385_163], [None, "Tổng cộng", 598_236_798]]
    assert "SX302" not in codes(head, *rows, *sums)


def test_a_short_subtotal_in_a_numbered_list_is_told_and_no_error() -> None:
    head = ["STT", "Khoản mục", "Giá trị (triệu đồng)"]
    rows = [[1, "Trực tiếp", 480], [2, "Gián tiếp", 35], [3, "Lợi nhuận", 28], [4, "Trước thuế", 543], [5, "Thuế", 54]]
    loaded = reading(book([head, *rows, [None, "Tổng cộng", 597]]))
    assert (errors(loaded), doubts(loaded)) == ([], ["SX513"])


def test_days_counted_and_days_off_are_no_amounts() -> None:
    rows = "Ngân hàng,Kỳ hạn (ngày),Số tiền (đồng),Ngày đến hạn\nAn Bình,90,15000000,5\nBắc Á,30,2000000,-3\n"
    loaded = reading(rows, "x.csv")
    assert [column.key for column in loaded.plan.columns] == ["Số tiền (đồng)"]
    assert "SX518" not in doubts(loaded)


def test_the_numbers_of_rows_of_words_below_a_table_are_no_figures_left_out() -> None:
    table = "| STT | Nội dung | Số tiền (đồng) |\n|---|---|---|\n| 1 | Điện | 500 |\n| 2 | Nước | 300 |\n\n"
    other = "| STT | Chức năng | Điều kiện |\n|---|---|---|\n| 1 | Đăng nhập | có tài khoản |\n| 2 | Thoát | đã vào |\n"
    assert "SX516" not in doubts(reading(table + "## Kiểm thử\n\n" + other, "x.md"))
