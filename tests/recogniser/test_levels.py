"""Levels that stand in columns of their own, and what tells such columns from others."""

import pytest

from recogniser.made import book, columns, doubts, lines, reading
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.model.audit import audit


def test_code_and_title_in_steps_each_level_a_column_further() -> None:
    loaded = reading(
        ",OFFICES,,,Budget 2024,Budget 2023\n,1000,COUNCIL,,30,24\n,,010,Hall,20,16\n,,020,Roads,10,8\n"
        ",1100,WORKS,,5,4\n,,110,Pipes,5,4\n",
        "a.csv",
    )
    assert lines(loaded) == [
        "1000 COUNCIL | 30 24", "  010 Hall | 20 16", "  020 Roads | 10 8", "1100 WORKS | 5 4", "  110 Pipes | 5 4",
    ]  # fmt: skip
    assert not audit(loaded.plan).failing


@pytest.mark.parametrize(
    "rows",
    [
        "10,,,Council,30\n10,A1,,Hall,20\n10,A1,P1,Wages,12\n10,A1,P2,Rent,8\n10,A2,,Roads,10\n",
        "10,,,Council,30\n,A1,,Hall,20\n,,P1,Wages,12\n,,P2,Rent,8\n,A2,,Roads,10\n",
    ],
)
def test_a_column_of_codes_for_each_level(rows: str) -> None:
    loaded = reading("Chapter,Office,Product,Title,Budget\n" + rows, "a.csv")
    assert lines(loaded) == [
        "10 Council | 30", "  A1 Hall | 20", "    P1 Wages | 12", "    P2 Rent | 8", "  A2 Roads | 10",
    ]  # fmt: skip
    assert not audit(loaded.plan).failing


def test_columns_that_all_lines_fill_are_no_levels() -> None:
    loaded = reading("Chapter,Office,Title,Budget\n10,A1,Hall,20\n10,A2,Rent,8\n10,A3,Roads,10\n10,A4,Tax,1\n", "a.csv")
    assert [line.startswith(" ") for line in lines(loaded)] == [False] * 4


def test_dashes_divide_codes_as_dots_do_where_each_stands_below_one_that_is_there() -> None:
    rows = "1,Rule,9\n1-1,Court,5\n1-1-1,Judges,3\n1-1-2,Clerks,2\n1-2,Police,4\n"
    loaded = reading("id,name,Budget\n" + rows, "a.csv")
    assert lines(loaded) == [
        "1 Rule | 9", "  1-1 Court | 5", "    1-1-1 Judges | 3", "    1-1-2 Clerks | 2", "  1-2 Police | 4",
    ]  # fmt: skip


def test_months_may_be_numbered() -> None:
    loaded = reading(
        "NominalCode,1,2,3,total\n5101 - Grants,-5,-6,-7,-18\n6121 - Wages,1,2,3,6\n7201 - Gas,4,0,1,5\n", "a.csv"
    )
    assert columns(loaded) == {"1": "", "2": "", "3": "", "total": "1 + 2 + 3"}
    assert lines(loaded)[0] == "5101 - Grants | -5 -6 -7 -18"


def test_a_list_of_entries_may_describe_them_behind_the_amounts() -> None:
    loaded = reading(
        "id,account,spent_date,amount,description,year,month\n"
        "e1,Training,2026-03-15,150,Outside course,2026,3\ne2,Training,2026-03-20,100,Speaker,2026,3\n"
        "e3,Meals,2026-05-01,50,Partners,2026,5\ne4,Training,2026-05-10,250,Books,2026,5\ne5,Meals,2026-07-05,12,Workshop,2026,7\n",
        "a.csv",
    )
    assert lines(loaded) == [
        "e1 Outside course | 150", "e2 Speaker | 100", "e3 Partners | 50", "e4 Books | 250", "e5 Workshop | 12",
    ]  # fmt: skip


def test_a_year_repeated_below_its_heading_is_no_amount() -> None:
    loaded = reading(
        "Code,2023,2024,Title,Budget 2024,Budget 2023\n303,2023,2024,Wages,5,4\n3101,2023,2024,Print,7,9\n"
        "318,2023,2024,Post,8,2\n437,2023,2024,Fees,1,1\n",
        "a.csv",
    )
    assert lines(loaded) == ["303 Wages | 5 4", "3101 Print | 7 9", "318 Post | 8 2", "437 Fees | 1 1"]


def test_a_line_without_figures_that_has_a_code_like_all_others_heads_nothing() -> None:
    loaded = reading("Code,Title,Budget\n3000,Wages,5\n319,Other,\n3010,Print,7\n303,Post,8\n310,Rent,1\n", "a.csv")
    assert lines(loaded) == ["3000 Wages | 5", "319 Other | .", "3010 Print | 7", "303 Post | 8", "310 Rent | 1"]


def test_numbers_of_one_length_are_doubtful_where_no_heading_promises_amounts() -> None:
    rows = "".join(f"Line {n},{n * 500},{4000 + n * n}\n" for n in range(1, 10))
    assert "SX518" in doubts(reading("Item,Budget,ledger\n" + rows, "a.csv"))
    assert "SX518" not in doubts(reading("Item,Budget,Cost\n" + rows, "a.csv"))


def test_a_sum_of_columns_that_nothing_states_needs_lines_that_add_something_up() -> None:
    rows = "A,0,100,100\nB,0,70,70\nC,0,30,30\nD,0,20,20\nE,5,50,50\nF,6,60,60\nG,0,10,10\n"
    loaded = reading("Office,total_other_resources,total_resources,status_total\n" + rows, "a.csv")
    assert not audit(loaded.plan).failing
    assert columns(loaded)["status_total"] == ""


def test_a_blank_column_speaks_neither_for_a_total_nor_against_it() -> None:
    loaded = reading(
        "Item,fy2025,fy2024\nFees,50,\nFines,30,\nLevies,20,\nTotal own revenue,100,90\nGrants,500,400\n", "a.csv"
    )
    assert lines(loaded) == [
        "Total own revenue | 100 90", "  Fees | 50 .", "  Fines | 30 .", "  Levies | 20 .", "Grants | 500 400",
    ]  # fmt: skip


def test_years_name_the_lines_behind_the_numbers_of_rows() -> None:
    loaded = reading(
        '"","Ano","Previsto","Inflacao"\n"1",2022,500,10.67\n"2",2023,520,6.29\n"3",2024,540,2.95\n', "a.csv"
    )
    assert lines(loaded) == ["2022 | 500", "2023 | 520", "2024 | 540"]


def test_a_column_of_a_few_levels_is_no_amount_and_a_rounded_product_is_one() -> None:
    rows = "".join(f"Line {n},{n * 500},{1 + n % 2}\n" for n in range(1, 10))
    loaded = reading("Item,Budget,qwz\n" + rows, "a.csv")
    assert [*columns(loaded)] == ["Budget"]
    assert "SX516" in doubts(loaded)
    rows = "A;2,85;79.712;227.179\nB;2,85;68.229;194.453\nC;2,85;57.840;164.844\nD;3,5;39.961;139.864\n"
    loaded = reading("Qa;Qb;Qc;Importe\n" + rows, "a.csv")
    assert lines(loaded) == ["A | 227179", "B | 194453", "C | 164844", "D | 139864"]


def test_a_row_may_open_two_levels_of_codes() -> None:
    rows = [
        ["Loại", "Khoản", "Mục", "Tiểu mục", "Nội dung", "Số tiền"],
        ["070", "072", None, None, "Giáo dục tiểu học", 105],
        [None, None, "6000", None, "Tiền lương", 80],
        [None, None, None, "6001", "Lương ngạch bậc", 75],
        [None, None, None, "6003", "Lương hợp đồng", 5],
        [None, None, "6500", None, "Dịch vụ công cộng", 25],
        [None, None, None, "6501", "Tiền điện", 20],
        [None, None, None, "6502", "Tiền nước", 5],
        [None, None, None, None, "Cộng", 105],
    ]
    assert lines(reading(book(rows))) == [
        "072 Giáo dục tiểu học | 105",
        "  6000 Tiền lương | 80",
        "    6001 Lương ngạch bậc | 75",
        "    6003 Lương hợp đồng | 5",
        "  6500 Dịch vụ công cộng | 25",
        "    6501 Tiền điện | 20",
        "    6502 Tiền nước | 5",
        "declared | 105",
    ]


def test_the_numbers_before_titles_are_the_levels_where_the_codes_of_a_form_leave_some_out() -> None:
    rows = [
        ["Chỉ tiêu", "Mã số", "Năm nay", "Năm trước"],
        ["1. Doanh thu", "01", 1500, 1320],
        ["a. Từ ngân sách", "02", 1200, 1100],
        ["b. Thu khác", "03", 300, 220],
        ["2. Chi phí", "05", 1620, 1290],
        ["a. Chi hoạt động", "06", 1500, 1200],
        ["b. Chi khác", "07", 120, 90],
        ["3. Thặng dư (09=01-05)", "09", -120, 30],
    ]
    assert lines(reading(book(rows)))[:4] == [
        "01 1. Doanh thu | 1500 1320",
        "  02 a. Từ ngân sách | 1200 1100",
        "  03 b. Thu khác | 300 220",
        "05 2. Chi phí | 1620 1290",
    ]


def test_the_days_of_a_course_are_no_amounts() -> None:
    rows = [["STT", "Tên lớp", "Thời gian (ngày)", "Kinh phí"], [1, "Trung cấp", 180, 30000], [2, "Sơ cấp", 30, 15000]]
    assert list(columns(reading(book(rows)))) == ["Kinh phí"]


LOST = [
    ["STT", "Nội dung", "2024", "2025"],
    ["I", "Sở Y tế", None, None],
    [None, "Thường xuyên", None, None],
    ["a", "Lương", 484, 228],
    ["b", "Điện", 177, 210],
    [None, "Đầu tư", 81, 901],
    ["II", "Sở Giáo dục", None, None],
    [None, "Chi khác", None, None],
    ["a", "Sách", 138, 54],
    ["b", "Bàn ghế", 629, 962],
    [None, "Tổng cộng", 1509, 2355],
]


def test_a_total_over_headings_that_may_be_missed_is_no_error() -> None:
    rows = [
        ["STT", "Nội dung", "2024"],
        [None, "Sở Y tế", 2937],
        [None, "Lương", 2113],
        ["a", "Chính", 1819],
        ["b", "Phụ", 294],
        [None, "Điện", 824],
        [None, "Sở Giáo dục", 3164],
        [None, "Sách", 1569],
        [None, "Bàn ghế", 1595],
        ["a", "Bàn", 620],
        ["b", "Ghế", 975],
        [None, "Tổng cộng", 6101],
    ]
    found = reading(book(rows))
    assert "SX513" in doubts(found)
    assert not {finding.code for finding in check_plan(found).findings} & {"SX102", "SX103"}


def test_lines_without_a_number_before_a_list_that_begins_anew_are_told() -> None:
    """Where the numbers of a whole level are missing and no sum says what belongs to what."""
    found = reading(book(LOST))
    assert found.sheet is not None
    told = [doubt.address for doubt in found.sheet.understanding.doubts if doubt.code == "SX513"]
    assert told


def test_lines_without_a_number_head_projects_that_are_numbered_through_all_of_them() -> None:
    loaded = reading(
        "STT,Danh mục,Vốn\n,TỔNG CỘNG,100\nI,Chuyển tiếp,70\n,Huyện Sông,30\n1,Cầu,10\n2,Đường,20\n,Huyện Núi,40\n"
        "3,Kè,40\nII,Khởi công,30\n,Huyện Sông,30\n1,Trạm,30\n",
        "a.csv",
    )
    assert lines(loaded) == [
        "TỔNG CỘNG | 100", "  I Chuyển tiếp | 70", "    Huyện Sông | 30", "      1 Cầu | 10", "      2 Đường | 20",
        "    Huyện Núi | 40", "      3 Kè | 40", "  II Khởi công | 30", "    Huyện Sông | 30", "      1 Trạm | 30",
    ]  # fmt: skip
    assert not audit(loaded.plan).failing


def test_headings_without_number_or_figures_head_lines_that_are_numbered_through_all_of_them() -> None:
    rows = "STT,Công trình,Vốn\n,Xã Sông,\n1,Đường,700\n2,Nhà,540\n,Xã Núi,\n3,Trạm,370\n4,Trường,490\n,Tổng,{}\n"
    right, wrong = (reading(rows.format(total), "a.csv") for total in (2100, 2400))
    assert lines(right) == [
        "Xã Sông | .", "  1 Đường | 700", "  2 Nhà | 540", "Xã Núi | .", "  3 Trạm | 370", "  4 Trường | 490",
        "declared | 2100",
    ]  # fmt: skip
    assert lines(wrong)[:-1] == lines(right)[:-1]
    assert [balance.gap for balance in audit(wrong.plan).failing] == [300]


def test_a_column_beside_titles_in_steps_is_no_further_step() -> None:
    head = [["STT", "Đơn vị", None, "Nơi làm", "Kinh phí", "Năm nay"]]
    rows = [["A", "Tỉnh", None, None, 30, 9], [1, None, "Sở Y tế", "Hà Nội", 20, 5], [2, None, "Sở Thuế", "Huế", 10, 4]]
    rows += [["B", "Huyện", None, None, 7, 3], [1, None, "Kim Sơn", "Nho Quan", 7, 3]]
    loaded = reading(book(head + rows, ["B1:C1"]))
    assert lines(loaded)[:3] == ["A Tỉnh | 30 9", "  1 Sở Y tế | 20 5", "  2 Sở Thuế | 10 4"]
    assert not audit(loaded.plan).failing and not doubts(loaded)


def test_titles_in_steps_without_any_heading() -> None:
    head: list[list[object]] = [["", "", "", "2023", "2024"], ["", "", "", "Actual", "Budget"]]
    rows = [["Leisure", "", "", 280, 297], ["", "Costs", "", 600, 627], ["", "", "Staff", 412, 431]]
    rows += [["", "", "Rooms", 188, 196], ["", "Income", "", -320, -330], ["", "", "Fees", -320, -330]]
    loaded = reading(book([*head, *rows]))
    assert lines(loaded)[:3] == ["Leisure | 280 297", "  Costs | 600 627", "    Staff | 412 431"]
    assert not audit(loaded.plan).failing


@pytest.mark.parametrize(("number", "told"), [("", ["SX513"]), ("3", [])])
def test_a_line_that_is_not_added_and_has_no_number_is_told(number: str, told: list[str]) -> None:
    """Only its place puts it below the line above it, which it may have nothing to do with."""
    rows = "A,Tổng thu,100,120\n1,Thu nội địa,60,70\n2,Thu XNK,40,50\n"
    rows += f"{number},Tỷ lệ thu nội địa (%),60,58\nB,Tổng chi,90,90\n1,Chi,90,90\n"
    assert doubts(reading(f"STT,Chỉ tiêu,Năm 2022,Năm 2023\n{rows}", "a.csv")) == told


@pytest.mark.parametrize("lists", [1, 2])
def test_numbers_that_count_people_are_no_codes_of_levels(lists: int) -> None:
    """A list of ten and more who get the same: each beside the others, whatever comes out."""
    rows = "".join(f"{number},Hộ {number},300000,200000\n" for number in range(1, 13)) * lists
    loaded = reading(f"STT,Họ tên,Tiền mặt (đồng),Quà (đồng)\n{rows}", "a.csv")
    assert {*loaded.plan.lines.parents} == {-1}


def test_codes_that_show_levels_beside_numbers_that_count_all_lines() -> None:
    rows = (
        "1,1,Chi đầu tư,300\n2,1.1,Đường,200\n3,1.2,Cầu,100\n4,2,Chi thường xuyên,120\n5,2.1,Lương,70\n6,2.2,Điện,50\n"
    )
    loaded = reading("STT,Mã số,Nội dung,Dự toán\n" + rows, "a.csv")
    assert lines(loaded) == [
        "1 Chi đầu tư | 300", "  1.1 Đường | 200", "  1.2 Cầu | 100", "2 Chi thường xuyên | 120", "  2.1 Lương | 70",
        "  2.2 Điện | 50",
    ]  # fmt: skip


def test_a_total_that_is_the_first_of_the_numbered_lines() -> None:
    rows = "1,Tổng cộng,460\n2,Chi đầu tư,300\n3,Chi thường xuyên,120\n4,Dự phòng,40\n"
    loaded = reading("STT,Nội dung,Dự toán\n" + rows, "a.csv")
    assert lines(loaded) == [
        "1 Tổng cộng | 460", "  2 Chi đầu tư | 300", "  3 Chi thường xuyên | 120", "  4 Dự phòng | 40",
    ]  # fmt: skip


def test_a_line_without_a_number_has_the_one_that_the_numbers_beside_it_leave_out() -> None:
    rows = "1,Thuê,30\n,nhà,10\n,xe,20\n2,In,5\n,Dịch,7\n4,Đi lại,8\n,Tổng cộng,50\n"
    loaded = reading("STT,Nội dung,Số tiền\n" + rows, "a.csv")
    assert lines(loaded) == [
        "1 Thuê | 30",
        "  nhà | 10",
        "  xe | 20",
        "2 In | 5",
        "Dịch | 7",
        "4 Đi lại | 8",
        "declared | 50",
    ]
    assert not audit(loaded.plan).failing


def test_letters_behind_the_amounts_say_of_which_kind_a_line_is_and_number_none() -> None:
    loaded = reading("Nội dung,Số tiền,Hạng mục\nGiấy,10,A\nMực,20,A\nBút,30,B\nKéo,40,C\nTổng cộng,100,\n", "a.csv")
    assert lines(loaded) == ["Giấy | 10", "Mực | 20", "Bút | 30", "Kéo | 40", "declared | 100"]


def test_a_plus_may_be_the_sign_of_what_is_added_and_no_bullet() -> None:
    loaded = reading("Item,Amount\nOperating profit,10\n+ Depreciation,20\n+ Interest,5\nEBITDA,35\n", "a.csv")
    assert lines(loaded) == ["Operating profit | 10", "+ Depreciation | 20", "+ Interest | 5", "EBITDA | 35"]


@pytest.mark.parametrize(("first", "second"), [("A.", "B."), ("I.", "II."), ("1.", "2.")])
def test_a_few_numbers_in_titles_show_levels_where_sums_prove_them(first: str, second: str) -> None:
    rows = f"Chỉ tiêu,Số tiền\n{first} Ngắn hạn,430\nTiền mặt,50\nTiền gửi,200\nPhải thu,80\nHàng tồn kho,100\n"
    rows += f"{second} Dài hạn,500\nMáy móc,300\nNhà xưởng,200\nTổng tài sản,930\n"
    loaded = reading(rows, "a.csv")
    found = lines(loaded)
    assert [line for line in found if not line.startswith("  ")] == [
        f"{first} Ngắn hạn | 430",
        f"{second} Dài hạn | 500",
        "declared | 930",
    ]
    assert len(found) == len(rows.splitlines()) - 1
    assert not doubts(loaded)
    unproved = reading(rows.replace("430", "435").replace("500", "490").replace("930", "1855"), "a.csv")
    assert not any(line.startswith("  ") for line in lines(unproved))  # the lines come to the total side by side
