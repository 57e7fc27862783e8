"""Tables with the peculiarities of real ones are read exactly: every line, level, column and amount."""

from recogniser.made import Rows, book, columns, doubts, lines, reading
from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.model.audit import audit

N = None


def test_a_balance_with_groups_of_columns_numbered_columns_and_a_rule_between_lines() -> None:
    loaded = reading(
        book(
            [
                [N, "UBND TỈNH X", N, N, N, N, "Biểu số 15"],
                ["CÂN ĐỐI NGÂN SÁCH ĐỊA PHƯƠNG NĂM 2025"],
                ["(Kèm theo Nghị quyết số 12/NQ-HĐND ngày 10/12/2024)"],
                [N, N, N, N, N, N, "Đơn vị: Triệu đồng"],
                ["STT", "Nội dung", "Dự toán năm 2024", "Ước thực hiện năm 2024", "Dự toán năm 2025", "So sánh", N],
                [N, N, N, N, N, "Tuyệt đối", "Tương đối (%)"],
                ["A", "B", 1, 2, 3, "4=3-2", "5=3/2"],
                ["A", "TỔNG NGUỒN THU NSĐP", 1000, 1100, 1200, 100, 109.0909],
                ["I", "Thu được hưởng theo phân cấp", 600, 700, 800, 100, 114.28],
                ["-", "Thu NSĐP hưởng 100%", 400, 450, 500, 50, 111.1],
                ["-", "Thu phân chia", 200, 250, 300, 50, 120],
                ["II", "Thu bổ sung", 400, 400, 400, 0, 100],
                [1, "Bổ sung cân đối", 300, 300, 300, 0, 100],
                [2, "Bổ sung có mục tiêu", 100, 100, 100, 0, 100],
                ["B", "TỔNG CHI NSĐP", 1050, 1150, 1240, 90, 107.8],
                [1, "Chi đầu tư phát triển", 300, 350, 400, 50, 114.3],
                [2, "Chi thường xuyên", 700, 750, 790, 40, 106],
                [3, "Dự phòng", 50, 50, 50, 0, 100],
                ["C", "BỘI CHI NSĐP (A-B)", -50, -50, -40, 10, N],
            ],
            ["A2:G2", "F5:G5", *(f"{letter}5:{letter}6" for letter in "ABCDE")],
        )
    )
    assert lines(loaded) == [
        "A TỔNG NGUỒN THU NSĐP | 1000 1100 1200 100",
        "  I Thu được hưởng theo phân cấp | 600 700 800 100",
        "    - Thu NSĐP hưởng 100% | 400 450 500 50",
        "    - Thu phân chia | 200 250 300 50",
        "  II Thu bổ sung | 400 400 400 0",
        "    1 Bổ sung cân đối | 300 300 300 0",
        "    2 Bổ sung có mục tiêu | 100 100 100 0",
        "B TỔNG CHI NSĐP | 1050 1150 1240 90",
        "  1 Chi đầu tư phát triển | 300 350 400 50",
        "  2 Chi thường xuyên | 700 750 790 40",
        "  3 Dự phòng | 50 50 50 0",
        "C BỘI CHI NSĐP (A-B) [memo] [= A - B] | -50 -50 -40 10",
    ]
    assert columns(loaded) == {
        "Dự toán năm 2024": "",
        "Ước thực hiện năm 2024": "",
        "Dự toán năm 2025": "",
        "So sánh: Tuyệt đối": "Dự toán năm 2025 - Ước thực hiện năm 2024",
    }
    assert loaded.plan.unit.name == "triệu đồng"
    assert loaded.plan.document.title == "CÂN ĐỐI NGÂN SÁCH ĐỊA PHƯƠNG NĂM 2025"
    assert doubts(loaded) == []
    assert not audit(loaded.plan).failing


def test_a_total_of_columns_is_told_from_a_partial_listing_of_columns() -> None:
    loaded = reading(
        book(
            [
                ["DỰ TOÁN CHI CHO TỪNG CƠ QUAN"],
                [N, N, N, N, N, N, "ĐVT: triệu đồng"],
                ["STT", "Tên đơn vị", "Tổng số", "Chi đầu tư", "Chi thường xuyên", "Trong đó", N],
                [N, N, N, N, N, "Chi giáo dục", "Chi y tế"],
                [N, "TỔNG SỐ", 1300.5, 500, 800.5, 300, 100.5],
                ["I", "Các cơ quan", 1100.5, 400, 700.5, 300, 100.5],
                ["1", "Văn phòng", 300, 100, 200, N, N],
                ["2", "Sở Giáo dục", 500, 200, 300, 300, N],
                ["3", "Sở Y tế", 300.5, 100, 200.5, N, 100.5],
                ["II", "Dự phòng", 200, 100, 100, N, N],
            ],
            ["F3:G3", *(f"{letter}3:{letter}4" for letter in "ABCDE")],
        )
    )
    assert lines(loaded) == [
        "TỔNG SỐ | 1300.5 500 800.5 300 100.5",
        "  I Các cơ quan | 1100.5 400 700.5 300 100.5",
        "    1 Văn phòng | 300 100 200 . .",
        "    2 Sở Giáo dục | 500 200 300 300 .",
        "    3 Sở Y tế | 300.5 100 200.5 . 100.5",
        "  II Dự phòng | 200 100 100 . .",
    ]
    assert columns(loaded)["total"] == "Chi đầu tư + Chi thường xuyên"
    assert doubts(loaded) == []


def test_a_header_of_three_rows_with_words_between_the_amounts() -> None:
    loaded = reading(
        book(
            [
                ["KẾ HOẠCH ĐẦU TƯ CÔNG"],
                ["Đơn vị tính: Triệu đồng"],
                ["TT", "Danh mục dự án", "Địa điểm", "Quyết định đầu tư", N, "Kế hoạch vốn năm 2025", N, N, "Ghi chú"],
                [N, N, N, "Số, ngày", "Tổng mức đầu tư", "Tổng số", "Trong đó", N, N],
                [N, N, N, N, N, N, "NSTW", "NSĐP", N],
                [N, "TỔNG CỘNG", N, N, 150000, 60000, 35000, 25000, N],
                ["A", "GIAO THÔNG", N, N, 100000, 40000, 25000, 15000, N],
                ["I", "Chuyển tiếp", N, N, 60000, 25000, 15000, 10000, N],
                [1, "Đường tỉnh 901", "Huyện A", "1234/QĐ-UBND", 40000, 15000, 10000, 5000, N],
                [2, "Cầu Bình Minh", "Huyện B", "235/QĐ-UBND", 20000, 10000, 5000, 5000, "Ưu tiên"],
                ["II", "Khởi công mới", N, N, 40000, 15000, 10000, 5000, N],
                [1, "Đường tránh", "Huyện C", "99/QĐ-UBND", 40000, 15000, 10000, 5000, N],
                ["B", "Y TẾ", N, N, 50000, 20000, 10000, 10000, N],
                [1, "Bệnh viện", "TP X", "77/QĐ-UBND", 50000, 20000, 10000, 10000, N],
            ],
            ["D3:E3", "F3:H3", "G4:H4", "A3:A5", "B3:B5", "C3:C5", "I3:I5", "D4:D5", "E4:E5", "F4:F5"],
        )
    )
    assert lines(loaded)[:4] == [
        "TỔNG CỘNG | 150000 60000 35000 25000",
        "  A GIAO THÔNG | 100000 40000 25000 15000",
        "    I Chuyển tiếp | 60000 25000 15000 10000",
        "      1 Đường tỉnh 901 | 40000 15000 10000 5000",
    ]
    assert columns(loaded)["total"] == ("Kế hoạch vốn năm 2025: Trong đó: NSTW + Kế hoạch vốn năm 2025: Trong đó: NSĐP")
    assert loaded.plan.lines.notes[4] == "Ưu tiên"
    assert doubts(loaded) == []
    assert audit(loaded.plan).hold == 29


def test_quantities_and_prices_are_not_summed_and_the_signatures_are_no_lines() -> None:
    loaded = reading(
        book(
            [
                ["STT", "Nội dung", "ĐVT", "Số lượng", "Đơn giá (đồng)", "Thành tiền (đồng)", "Ghi chú"],
                ["I", "Hội trường", N, N, N, 7000000, N],
                [1, "Thuê hội trường", "ngày", 2, 3000000, 6000000, N],
                [2, "Hoa", "bộ", 1, 1000000, 1000000, N],
                ["II", "Đại biểu", N, N, N, 2000000, N],
                [1, "Nước uống", "người", 100, 20000, 2000000, N],
                [N, "Tổng cộng", N, N, N, 9000000, N],
                ["Bằng chữ: Chín triệu đồng chẵn./."],
                [N, "Người lập biểu", N, N, N, "Thủ trưởng đơn vị"],
                [N, "Nguyễn Văn A", N, N, N, "Trần Văn B"],
            ]
        )
    )
    assert lines(loaded) == [
        "I Hội trường | 7000000",
        "  1 Thuê hội trường | 6000000",
        "  2 Hoa | 1000000",
        "II Đại biểu | 2000000",
        "  1 Nước uống | 2000000",
        "declared | 9000000",
    ]
    assert loaded.plan.unit.name == "đồng"
    assert loaded.sheet is not None
    assert [left.row + 1 for left in loaded.sheet.understanding.left_out] == [8, 9, 10]


def test_sections_get_the_figures_of_the_totals_below_them() -> None:
    loaded = reading(
        book(
            [
                ["City of Springfield"],
                ["Account", "Description", "FY2022 Actual", "FY2023 Budget"],
                [N, "PERSONNEL", N, N],
                ["5110", "Salaries", 100000, 110000],
                ["5120", "Overtime", 5000, 6000.5],
                [N, "Total Personnel", 105000, 116000.5],
                [N, "OPERATING", N, N],
                ["5210", "Supplies", 8000, 8500],
                ["5220", "Utilities", 12000, 12500],
                [N, "Total Operating", 20000, 21000],
                [N, "GRAND TOTAL", 125000, 137000.5],
            ]
        )
    )
    assert lines(loaded) == [
        "PERSONNEL | 105000 116000.5",
        "  5110 Salaries | 100000 110000",
        "  5120 Overtime | 5000 6000.5",
        "OPERATING | 20000 21000",
        "  5210 Supplies | 8000 8500",
        "  5220 Utilities | 12000 12500",
        "declared | 125000 137000.5",
    ]
    sheet = loaded.sheet
    assert sheet is not None
    assert sheet.cell_of(("lines", 0, "title")) == (2, 1)
    assert sheet.cell_of(("lines", 0, "amounts", "2022")) == (5, 2), "the figure stands in the total"
    assert str(loaded.place(("lines", 0, "amounts", "2022"))) == "book.xlsx:Sheet1!C6"
    assert sheet.cell_of(("declared", "2023")) == (10, 3)


def test_a_subtotal_inside_a_list_is_the_parent_of_the_lines_before_it() -> None:
    loaded = reading(
        book(
            [
                ["#", "Budget line", "Unit", "# of units", "Unit cost", "Total (USD)", "Year 1", "Year 2"],
                ["1", "Human Resources", N, N, N, 46000, 22000, 24000],
                ["1.1", "Manager", "month", 12, 2500, 30000, 14000, 16000],
                ["1.2", "Assistant", "month", 20, 800, 16000, 8000, 8000],
                ["2", "Travel", N, N, N, 6000, 3000, 3000],
                [N, "Subtotal direct costs", N, N, N, 52000, 25000, 27000],
                ["3", "Indirect costs", N, N, N, 3640, 1750, 1890],
                [N, "Total", N, N, N, 55640, 26750, 28890],
            ]
        )
    )
    assert lines(loaded) == [
        "Subtotal direct costs | 52000 25000 27000",
        "  1 Human Resources | 46000 22000 24000",
        "    1.1 Manager | 30000 14000 16000",
        "    1.2 Assistant | 16000 8000 8000",
        "  2 Travel | 6000 3000 3000",
        "3 Indirect costs | 3640 1750 1890",
        "declared | 55640 26750 28890",
    ]
    assert columns(loaded) == {"total": "Year 1 + Year 2", "Year 1": "", "Year 2": ""}
    assert loaded.plan.unit.name == "USD"


def test_a_total_may_stand_inside_the_list() -> None:
    loaded = reading("item,2023,2024\nComputer,10,20\nTOTAL,60,90\nUnions,50,70\n", "a.csv")
    assert lines(loaded) == ["Computer | 10 20", "Unions | 50 70", "declared | 60 90"]


def test_levels_by_indentation_by_outline_and_by_columns() -> None:
    rows: list[list[object]] = [
        ["", "2023", "2024"],
        ["Revenue", 500, 600],
        ["Taxes", 300, 400],
        ["Property", 200, 250],
        ["Sales", 100, 150],
        ["Grants", 200, 200],
    ]
    expected = [
        "Revenue | 500 600",
        "  Taxes | 300 400",
        "    Property | 200 250",
        "    Sales | 100 150",
        "  Grants | 200 200",
    ]
    assert lines(reading(book(rows, indent={"A3": 1, "A4": 2, "A5": 2, "A6": 1}))) == expected
    assert lines(reading(book(rows, outline={3: 1, 4: 2, 5: 2, 6: 1}))) == expected
    blanks = [[" " * 4 * level + str(row[0]), *row[1:]] for row, level in zip(rows, (0, 0, 1, 2, 2, 1), strict=True)]
    assert lines(reading(book(blanks))) == expected
    steps: list[list[object]] = [["Level 1", "Level 2", "Level 3", "2023", "2024"]]
    for row, level in zip(rows[1:], (0, 1, 2, 2, 1), strict=True):
        steps.append([N] * level + [row[0]] + [N] * (2 - level) + row[1:])
    assert lines(reading(book(steps))) == expected


def test_outline_levels_with_totals_below() -> None:
    rows = [["Item", "Amount 2024"], ["Rent", 10], ["Power", 5], ["Office", 15], ["Pay", 20], ["Staff", 20]]
    assert lines(reading(book(rows, outline={2: 1, 3: 1, 5: 1}))) == [
        "Office | 15",
        "  Rent | 10",
        "  Power | 5",
        "Staff | 20",
        "  Pay | 20",
    ]


def test_the_header_once_more_on_each_page() -> None:
    header = [["STT", "Nội dung", "Kinh phí (triệu đồng)", N], [N, N, "Năm 2024", "Năm 2025"]]
    loaded = reading(
        book(
            [
                *header,
                ["I", "Mục một", 30, 40],
                ["1", "a", 10, 20],
                ["2", "b", 20, 20],
                *header,
                ["II", "Mục hai", 5, 6],
                ["1", "c", 5, 6],
                ["Cộng", N, 35, 46],
            ],
            ["C1:D1", "C6:D6", "A10:B10"],
        )
    )
    assert lines(loaded) == [
        "I Mục một | 30 40",
        "  1 a | 10 20",
        "  2 b | 20 20",
        "II Mục hai | 5 6",
        "  1 c | 5 6",
        "declared | 35 46",
    ]
    assert list(columns(loaded)) == ["2024", "2025"]


def test_partial_listings_are_never_added() -> None:
    loaded = reading(
        book(
            [
                ["TT", "Chỉ tiêu", "Dự toán 2024", "Thực hiện 2024"],
                ["I", "Tổng thu", 1000, 900],
                ["1", "Thu thuế", 700, 650],
                [N, "Trong đó: thuế TNCN", 100, 90],
                [N, "- Thuế GTGT", 300, 290],
                ["2", "Thu phí", 300, 250],
                ["II", "Tổng chi", 800, 850],
                ["1", "Thường xuyên", 500, 550],
                [N, "Trong đó:", N, N],
                [N, "- Lương", 300, 310],
                ["2", "Đầu tư", 300, 300],
            ]
        )
    )
    assert lines(loaded) == [
        "I Tổng thu | 1000 900",
        "  1 Thu thuế | 700 650",
        "    Trong đó: thuế TNCN [of-which] | 100 90",
        "    - Thuế GTGT [of-which] | 300 290",
        "  2 Thu phí | 300 250",
        "II Tổng chi | 800 850",
        "  1 Thường xuyên | 500 550",
        "    - Lương [of-which] | 300 310",
        "  2 Đầu tư | 300 300",
    ]
    assert not audit(loaded.plan).failing


def test_one_amount_broken_down_in_several_ways_is_said() -> None:
    rows: Rows = [
        ["STT", "Nội dung", "Năm 2024", "Năm 2025"],
        ["I", "Tổng mức vay", 100, 120],
        ["1", "Theo mục đích", 100, 120],
        ["-", "Bù bội chi", 70, 80],
        ["-", "Trả nợ gốc", 30, 40],
        ["2", "Theo nguồn", 100, 120],
        ["-", "Trong nước", 60, 60],
        ["-", "Ngoài nước", 40, 60],
    ]
    for table in (rows, [row[:3] for row in rows]):  # in one column the lines of each way say so
        loaded = reading(book(table))
        assert [line.split(" |")[0] for line in lines(loaded)][4] == "  2 Theo nguồn [memo]"
        assert doubts(loaded) == ["SX513"]
        assert not audit(loaded.plan).failing
    loaded = reading(book([row[:3] for row in rows if row[0] != "-"]))
    assert len(audit(loaded.plan).failing) == 1


def test_rules_by_formula_need_no_value() -> None:
    loaded = reading(
        book(
            [
                ["Khoản mục", "Quý I", "Quý II", "Cả năm"],
                ["Lương", 10, 10, "=SUM(B2:C2)"],
                ["Điện", 1, 2, "=B3+C3"],
                ["Nước", 1, 1, "=SUM(B4:C4)"],
            ]
        )
    )
    assert columns(loaded)["total"] == "Quý I + Quý II"
    assert lines(loaded)[0] == "Lương | 10 10 ."


def test_a_rule_that_is_stated_and_does_not_hold_is_told_not_taken() -> None:
    loaded = reading("STT;Nội dung;Tổng số;TW;ĐP\nA;B;1=2+3;2;3\nI;a;500;300;100\nII;b;700;300;300\n", "a.csv")
    assert columns(loaded)["Tổng số"] == ""
    assert "SX514" in doubts(loaded)


def test_a_sloppy_rule_of_a_line_is_told_and_all_child_lines_are_added() -> None:
    loaded = reading(
        "STT;Nội dung;2024;2025\n;Tổng thu (I+II);900;950\nI;a;500;500\nII;b;300;350\nIII;c;100;100\n", "a.csv"
    )
    assert lines(loaded)[0] == "Tổng thu (I+II) | 900 950"
    assert doubts(loaded) == ["SX515"]
    assert not audit(loaded.plan).failing


def test_plan_and_actual_are_never_added_across() -> None:
    loaded = reading(
        "STT;Nội dung;Kế hoạch;Thực hiện\nI;a;500;400\n1;b;300;250\n2;c;200;150\n;Tổng cộng;500;400\n", "a.csv"
    )
    assert columns(loaded) == {"Kế hoạch": "", "Thực hiện": ""}
    assert audit(loaded.plan).total == 4


def test_a_second_table_on_the_sheet_is_told() -> None:
    loaded = reading(book([["Item", "Budget 2024"], ["Rent", 1000], ["Power", 200], ["Total", 1200], [], [], [],
                           ["Staff", "Salary"], ["An", 300], ["Binh", 400]]))  # fmt: skip
    assert lines(loaded) == ["Rent | 1000", "Power | 200", "declared | 1200"]
    assert doubts(loaded) == ["SX516"]


def test_years_as_rows_and_a_table_without_a_header() -> None:
    loaded = reading(
        "Năm 2026;3.682,35;2.920,17\nNăm 2027;4.460,17;3.488,96\nNăm 2028;100;50\nTổng;8.242,52;6.459,13\n", "a.csv"
    )
    assert lines(loaded) == [
        "Năm 2026 | 3682.35 2920.17",
        "Năm 2027 | 4460.17 3488.96",
        "Năm 2028 | 100 50",
        "declared | 8242.52 6459.13",
    ]
    assert doubts(loaded) == ["SX518"]


def test_lines_without_a_number_head_those_that_follow_or_are_details_of_the_one_before() -> None:
    heads = (
        "STT;Nội dung;2024;2025\n;Thường xuyên;300;330\n1;Lương;200;220\n2;Điện;100;110\n"
        ";Đầu tư;50;70\n1;Sửa;20;30\n2;Mua;30;40\n;Tổng cộng;350;400\n"
    )
    assert lines(reading(heads, "a.csv")) == [
        "Thường xuyên | 300 330",
        "  1 Lương | 200 220",
        "  2 Điện | 100 110",
        "Đầu tư | 50 70",
        "  1 Sửa | 20 30",
        "  2 Mua | 30 40",
        "declared | 350 400",
    ]
    details = "STT;Đơn vị;Kế hoạch;Thực hiện\nI;Sở A;100;90\n;Lương;60;50\n;Khác;40;40\nII;Sở B;50;55\n;Lương;50;55\n"
    assert [line.split(" |")[0] for line in lines(reading(details, "a.csv"))] == [
        "I Sở A", "  Lương", "  Khác", "II Sở B", "  Lương"
    ]  # fmt: skip


def test_two_tables_side_by_side_are_two_tables() -> None:
    loaded = reading("Vốn;Số tiền;;Nợ;Số tiền\nQuỹ;100;;Vay A;80\nLãi;50;;Vay B;40\nCộng;150;;Cộng;120\n", "a.csv")
    assert lines(loaded) == ["Quỹ | 100", "Lãi | 50", "declared | 150"]
    assert doubts(loaded) == ["SX516"]


def test_accounts_and_departments_are_no_amounts() -> None:
    loaded = reading(
        "dept,account,desc,FY23,FY24\nPolice,100,Salaries,500,520\nPolice,200,Cars,40,45\nFire,100,Salaries,30,31\n"
        "Fire,300,Trucks,9,8\n",
        "a.csv",
    )
    assert lines(loaded) == ["100 Salaries | 500 520", "200 Cars | 40 45", "100 Salaries | 30 31", "300 Trucks | 9 8"]
    assert loaded.plan.lines.notes == ("Police", "Police", "Fire", "Fire")


def test_groups_of_groups_of_columns_and_a_total_in_a_merged_cell() -> None:
    loaded = reading(
        book(
            [
                ["ĐVT: Tỷ đồng"],
                ["TT", "Nhiệm vụ", "Tổng", "Giai đoạn 2021-2025", N, N, "Giai đoạn 2026-2030", N, N],
                [N, N, N, "Cộng", "NSNN", "XHH", "Cộng", "NSNN", "XHH"],
                ["1", "Hạ tầng", 100, 60, 40, 20, 40, 30, 10],
                ["2", "Đào tạo", 50, 20, 20, 0, 30, 20, 10],
                ["TỔNG CỘNG", N, 150, 80, 60, 20, 70, 50, 20],
            ],
            ["D2:F2", "G2:I2", "A2:A3", "B2:B3", "C2:C3", "A6:B6"],
        )
    )
    assert lines(loaded)[-1] == "declared | 150 80 60 20 70 50 20"
    assert columns(loaded)["Tổng"] == "Giai đoạn 2021-2025: Cộng + Giai đoạn 2026-2030: Cộng"
    assert columns(loaded)["Giai đoạn 2026-2030: Cộng"] == "Giai đoạn 2026-2030: NSNN + Giai đoạn 2026-2030: XHH"


def test_a_rule_between_lines_of_opening_and_closing_balances() -> None:
    loaded = reading(
        "STT;Chỉ tiêu;Quỹ A;Quỹ B\n1;Đầu kỳ;100;200\n2;Thu;50;60\n3;Chi;30;100\n4;Cuối kỳ (1+2-3);120;160\n", "a.csv"
    )
    assert lines(loaded)[-1] == "4 Cuối kỳ (1+2-3) [memo] [= 1 + 2 - 3] | 120 160"
    assert audit(loaded.plan).hold == 2


def test_codes_in_titles_show_levels_and_titles_stay_as_they_are() -> None:
    loaded = reading(
        "Nội dung;2024;2025\nTỔNG CHI;100;120\nA. Cân đối;80;95\nI. Đầu tư;30;35\n1. Trong nước;20;25\n"
        "2. Nước ngoài;10;10\nII. Thường xuyên;50;60\nB. Mục tiêu;20;25\n",
        "a.csv",
    )
    assert lines(loaded) == [
        "TỔNG CHI | 100 120",
        "  A. Cân đối | 80 95",
        "    I. Đầu tư | 30 35",
        "      1. Trong nước | 20 25",
        "      2. Nước ngoài | 10 10",
        "    II. Thường xuyên | 50 60",
        "  B. Mục tiêu | 20 25",
    ]


def test_what_could_go_wrong_unseen_is_told() -> None:
    other_unit = reading("STT;Nội dung;Kinh phí (đồng)\n1;a;10 triệu\n2;b;1.500.000\n", "a.csv")
    assert lines(other_unit)[0] == "1 a | 10000000"
    assert doubts_all(other_unit) == ["SX512"]
    large_ratio = reading("STT;Nội dung;2024 (đồng);So sánh\n1;a;10;90000\n2;b;20;80000\n", "a.csv")
    assert doubts(large_ratio) == ["SX516"]
    shared = reading(book([["Item", "Amount (USD)"], ["a", 5], ["b", N], ["c", 7]], ["B2:B3"]))
    assert lines(shared) == ["a | 5", "b | .", "c | 7"]
    assert doubts(shared) == ["SX513"]


def doubts_all(loaded: Loaded) -> list[str]:
    assert loaded.sheet is not None
    return [doubt.code for doubt in loaded.sheet.understanding.doubts]


def test_amounts_under_headings_that_promise_something_else() -> None:
    ends = reading("Item,Start,Ending balance 2024 (USD),Giá trị\na,2023,50,7\nb,2024,60,8\n", "a.csv")
    assert columns(ends) == {"Ending balance 2024 (USD)": "", "Giá trị": ""}
    assert ends.plan.lines.schedules == ("2023", "2024")
    companies = reading("STT;Đơn vị;Kinh phí (đồng)\n;Tổng công ty A;5\n;Tổng cục B;7\n;Tổng cộng;12\n", "a.csv")
    assert lines(companies) == ["Tổng công ty A | 5", "Tổng cục B | 7", "declared | 12"]


def test_chapters_and_items_of_the_budget_index() -> None:
    loaded = reading(
        "Mã;Nội dung;Số tiền (đồng)\n6000;Tiền lương;300\n6001;Ngạch bậc;200\n6003;Hợp đồng;100\n6100;Phụ cấp;50\n"
        "6101;Chức vụ;50\n;Tổng cộng;350\n;Bằng số: 350;\n",
        "a.csv",
    )
    assert lines(loaded) == [
        "6000 Tiền lương | 300",
        "  6001 Ngạch bậc | 200",
        "  6003 Hợp đồng | 100",
        "6100 Phụ cấp | 50",
        "  6101 Chức vụ | 50",
        "declared | 350",
    ]


def test_months_quarters_and_the_year() -> None:
    loaded = reading(
        "Expense,Jan,Feb,Mar,Q1,Apr,May,Jun,Q2,Total (USD)\na,1,2,3,6,4,5,6,15,21\nb,1,1,1,3,1,1,1,3,6\n", "a.csv"
    )
    assert columns(loaded) | {"Jan": ""} == {
        **dict.fromkeys(("Jan", "Feb", "Mar", "Apr", "May", "Jun"), ""),
        "Q1": "Jan + Feb + Mar",
        "Q2": "Apr + May + Jun",
        "total": "Q1 + Q2",
    }


def test_chapters_and_their_items_are_two_levels() -> None:
    rows = [
        ["Mã số", "Nội dung", "Dự toán 2024"],
        ["Chương I", "Chi thanh toán cá nhân", 30],
        ["Mục 1", "Tiền lương", 20],
        ["Mục 2", "Phụ cấp", 10],
        ["Chương II", "Chi nghiệp vụ", 12],
        ["Mục 1", "Vật tư", 12],
        ["", "Tổng cộng", 42],
    ]
    assert lines(reading(book(rows))) == [
        "Chương I Chi thanh toán cá nhân | 30",
        "  Mục 1 Tiền lương | 20",
        "  Mục 2 Phụ cấp | 10",
        "Chương II Chi nghiệp vụ | 12",
        "  Mục 1 Vật tư | 12",
        "declared | 42",
    ]
