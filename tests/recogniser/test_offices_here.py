"""Tables of offices in Viet Nam: layouts that leave numbers their levels, money by its unit, words again and again."""

from recogniser.made import book, doubts, lines, reading
from sxtdbv_cli.check import check_plan


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


def test_letters_before_titles_again_and_again_number_nothing() -> None:
    rows: list[list[object]] = [["STT", "Loại", "Số UC", "Điểm"], [1, "B - Dễ", 11, 55], [None, "B - Khó", 9, 90]]
    rows += [[2, "M - Dễ", 1, 6], [None, "M - Khó", 2, 24], [3, "T - Dễ", 4, 8], [None, "T - Khó", 1, 15]]
    found = reading(book([*rows, [None, "Cộng", 28, 198]]))
    assert [line for line in lines(found) if line.startswith("  ")] == []


def test_the_same_lines_behind_each_of_several_are_parts_of_these() -> None:
    rows: list[list[object]] = [["Cấp học", 2014, 2015, 2016]]
    for level, public, private in (("Tiểu học", 2401, 53), ("Trung học cơ sở", 1703, 17), ("Phổ thông", 835, 85)):
        rows += [[level, public + private, public + 2 * private, 2 * public], ["Công lập", public, public, public]]
        rows += [["Ngoài công lập", private, 2 * private, public]]
    assert lines(reading(book(rows)))[:3] == [
        "Tiểu học | 2454 2507 4802", "  Công lập | 2401 2401 2401", "  Ngoài công lập | 53 106 2401",
    ]  # fmt: skip


def test_a_column_whose_cells_all_name_money_is_told_as_a_note_at_most() -> None:
    rows = [
        "Kênh | Plan Q3 | Plan đến T8 | Thực chi",
        "Meta | 173,5tr | 110,2tr | 79,8tr",
        "Google | 61,8tr | 22,1tr | 3,1tr",
    ]
    table = "\n".join(f"| {row} |" for row in [*rows, "**Tổng** | 235,3tr | 132,3tr | 82,9tr"])
    for text, severity in ((table, "note"), (table.replace("tr |", " |"), "warning")):
        told = [one for one in check_plan(reading(text, "a.md")).findings if one.code == "SX518"]
        assert {str(one.severity) for one in told} == {severity}


def test_a_company_is_no_total() -> None:
    rows = [["Đơn vị", "Thuế GTGT", "Thuế TNDN"], ["Tập đoàn Cao su", 858, 1232], ["Tổng CTCP Bia", 613, 155]]
    assert doubts(reading(book([*rows, ["FPT", 2580, 955]]))) == []


def test_the_letter_of_a_column_behind_its_heading_says_nothing() -> None:
    rows = ["# | Họ tên | Công (H) | Lương (I) | Ăn trưa (J)", "1 | An | 22,5 | 9.782.609 | 560.000"]
    rows += ["2 | Bình | 19,5 | 25.434.783 | 595.000", " | **TỔNG CỘNG** | | **35.217.392** | **1.155.000**"]
    found = reading("\n".join(f"| {row} |" for row in rows), "a.md")
    assert lines(found)[0] == "1 An | 9782609 560000"


def test_orders_are_counted() -> None:
    rows = ["Trạng thái | Số đơn | Tổng giá trị", "Đã trả | 6 | 380", "Chờ | 3 | 275", "**Tổng** | **9** | **655**"]
    assert lines(reading("\n".join(f"| {row} |" for row in rows), "a.md"))[0] == "Đã trả | 380"
