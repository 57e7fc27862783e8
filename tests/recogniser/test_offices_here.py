"""Tables of offices in Viet Nam: layouts that leave numbers their levels, money by its unit, words again and again."""

from recogniser.made import book, doubts, lines, reading


def test_a_layout_takes_no_numbered_line_out_though_its_sum_fails() -> None:
    rows: list[list[object]] = [["TT", "Nội dung", "Dự toán", "Thực hiện"], ["A", "THU NỘI ĐỊA", 500, 420]]
    rows += [["I", "THUẾ DO XÃ THU", 90, 77], ["1", "    Doanh nghiệp", 30, 27], [None, "        Thuế GTGT", 20, 18]]
    rows += [[None, "        Thuế TNDN", 10, 9], ["2", "    Hộ kinh doanh", 60, 50], ["B", "THU CHUYỂN GIAO", 800, 760]]
    assert lines(reading(book(rows)))[:3] == [
        "A THU NỘI ĐỊA | 500 420", "  I THUẾ DO XÃ THU | 90 77", "    1 Doanh nghiệp | 30 27",
    ]  # fmt: skip


def test_a_month_has_amounts_where_its_figures_have_a_unit_of_money() -> None:
    rows = ["Khoản | Định mức | Tháng | Năm", "Thuê máy chủ | trọn gói | 250.000đ | 3.000.000đ"]
    rows += ["SIM 4G | 30.000đ/SIM | 600.000đ | 7.200.000đ", "**Tổng** | | **850.000đ** | **10.200.000đ**"]
    found = reading("\n".join(f"| {row} |" for row in rows), "a.md")
    assert lines(found)[0].endswith(" | 250000 3000000")


def _packages(*won: str) -> str:
    """Packages of a project as a table in Markdown, with what the winner of each asks."""
    rows = [
        "Gói | Giá gói thầu | Giá trúng | Ghi chú",
        *(f"0{n} | {n}37.382.337 | {one} | nhà thầu {n}" for n, one in enumerate(won, 1)),
    ]
    return "\n".join(f"| {row} |" for row in rows)


def test_words_among_amounts_that_a_heading_promises_are_no_titles() -> None:
    found = reading(_packages("37.382.337", "theo HĐ 54", "NULL", "51.505.400", "13.599.975", "NULL"), "a.md")
    assert lines(found)[1:4] == [
        "02 nhà thầu 2 | 237382337 .", "03 nhà thầu 3 | 337382337 .", "04 nhà thầu 4 | 437382337 51505400",
    ]  # fmt: skip
    assert doubts(found).count("SX511") == 3  # “theo HĐ 54”, “NULL” twice


def test_amounts_that_a_heading_promises_are_told_where_most_of_the_column_is_words() -> None:
    found = reading(_packages("37.382.337", "theo HĐ 54", "NULL", "51.505.400", "NULL", "NULL"), "a.md")
    assert lines(found)[0] == "01 nhà thầu 1 | 137382337"
    assert "SX516" in doubts(found)


def test_what_is_counted_in_money_is_an_amount() -> None:
    rows: list[list[object]] = [["Dự án", "Giá trị gói thầu (tỷ đồng)", "Sản lượng lũy kế (tỷ đồng)"]]
    rows += [["Cao tốc", 1450, 350], ["Đường ven biển", 120, 45], ["Đèo", 55, 30]]
    assert lines(reading(book(rows)))[0] == "Cao tốc | 1450 350"


def test_a_share_in_brackets_may_be_approximate() -> None:
    rows = ["Khoản | Số tiền", "Thu | 20,0 triệu", "Chi | −18,4 triệu", "**Lợi nhuận** | **~1,6 triệu (~8%)**"]
    found = reading("\n".join(f"| {row} |" for row in rows), "a.md")
    assert lines(found)[-1].endswith("| 1.6")


def test_what_a_figure_is_in_another_notation_may_stand_behind_it_in_brackets() -> None:
    found = reading(
        "| Nhân sự | Lương |\n| NV1 | 2,500,000 |\n| NV2 | 1,700,000 |\n| Tổng | 4,200,000 (= 4.2E6) |", "a.md"
    )
    assert lines(found)[-1] == "declared | 4200000"


def test_letters_that_come_several_times_in_a_row_are_those_of_groups() -> None:
    rows = ["Nhóm | Mô tả | Giá trị", "A | Thiết bị | 340", "A | Subtotal nhóm A | 340", "B | Dịch vụ | 350"]
    found = reading(
        "\n".join(f"| {row} |" for row in [*rows, "B | Subtotal nhóm B | 350", "— | Tổng tạm tính | 690"]), "a.md"
    )
    assert lines(found) == [
        "A Subtotal nhóm A | 340", "  A Thiết bị | 340",
        "B Subtotal nhóm B | 350", "  B Dịch vụ | 350", "declared | 690",
    ]  # fmt: skip
