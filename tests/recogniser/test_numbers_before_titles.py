"""Numbers before titles that only a blank parts from them, and codes with a letter or a comma between two others."""

from recogniser.made import book, columns, lines, reading

BANK = """Chỉ tiêu;Thuyết minh;Số cuối kỳ;Số đầu kỳ
A KHO CỦA HỢP TÁC XÃ;;;
I Tiền mặt tại quỹ;;6.151;8.624
II Tiền gửi và cho vay;V.1;17.428;9.540
1 Tiền gửi tại ngân hàng;;17.048;9.540
3 Cho vay các tổ;;380;
IV Tài sản cố định;;5.698;5.438
1 Nhà xưởng;;3.410;3.200
a Nguyên giá;;7.212;6.806
b Hao mòn;;(3.802);(3.606)
2 Phần mềm;;2.288;2.238
V Đất cho thuê;;171;149
a Nguyên giá;;175;150
b Hao mòn;;(4);(1)
TỔNG CỘNG KHO;;29.448;23.751
"""


def test_numbers_that_only_a_blank_parts_from_titles_show_levels() -> None:
    assert lines(reading(BANK, "a.csv")) == [
        "A KHO CỦA HỢP TÁC XÃ | 29448 23751", "  I Tiền mặt tại quỹ | 6151 8624",
        "  II Tiền gửi và cho vay | 17428 9540", "    1 Tiền gửi tại ngân hàng | 17048 9540",
        "    3 Cho vay các tổ | 380 .", "  IV Tài sản cố định | 5698 5438", "    1 Nhà xưởng | 3410 3200",
        "      a Nguyên giá | 7212 6806", "      b Hao mòn | -3802 -3606", "    2 Phần mềm | 2288 2238",
        "  V Đất cho thuê | 171 149", "    a Nguyên giá | 175 150", "    b Hao mòn | -4 -1",
    ]  # fmt: skip


def test_they_count_beside_a_column_of_codes_too() -> None:
    rows = ["A NỢ;300;;5.000", "I Nợ ngắn hạn;310;;3.000", "1 Phải trả thợ;311;05;1.000", "2 Phải trả kho;312;;2.000"]
    rows += ["3 Cọc nhận giữ;313;;0", "II Nợ dài hạn;330;;2.000", "1 Vay dài hạn;331;06;2.000"]
    found = reading("\n".join(["NGUỒN VỐN;Mã số;Thuyết minh;30/06/2031", *rows]), "a.csv")
    assert [one.split(" | ")[0] for one in lines(found)] == [
        "300 A NỢ", "  310 I Nợ ngắn hạn", "    311 1 Phải trả thợ", "    312 2 Phải trả kho", "    313 3 Cọc nhận giữ",
        "  330 II Nợ dài hạn", "    331 1 Vay dài hạn",
    ]  # fmt: skip


def test_lines_without_one_between_them_stand_below_where_their_sum_says_so() -> None:
    rows = ["1 Bảo lãnh;72;83", "2 Cam kết hối đoái;2093;1654", "Mua;318;317", "Bán;474;218", "Hoán đổi;1301;1119"]
    rows += ["4 Thư tín dụng;684;666", "5 Bảo lãnh khác;226;197", "6 Cam kết khác;381;250", "7 Lãi chưa thu;153;160"]
    found = lines(reading("\n".join(["Nội dung;Năm 2031;Năm 2030", *rows]), "a.csv"))
    assert found[1:5] == [
        "2 Cam kết hối đoái | 2093 1654",
        "  Mua | 318 317",
        "  Bán | 474 218",
        "  Hoán đổi | 1301 1119",
    ]


def test_how_many_of_a_thing_are_bought_is_no_number_of_its_line() -> None:
    rows = ["2 máy in;400", "1 máy chiếu;700", "12 bộ bàn ghế;900", "3 tủ sách;150", "1 bảng;50"]
    found = lines(reading("\n".join(["Nội dung;Kinh phí", *rows, "Tổng cộng;2200"]), "a.csv"))
    assert found == ["2 máy in | 400", "1 máy chiếu | 700", "12 bộ bàn ghế | 900", "3 tủ sách | 150", "1 bảng | 50",
                     "declared | 2200"]  # fmt: skip


def test_codes_with_a_comma_or_a_letter_stand_between_two_others() -> None:
    rows = ["B. VỐN (400 = 410 + 420);400;900", "I. Vốn góp;410;900", "1. Vốn của thành viên;411;700"]
    rows += ["1.1. Góp bằng tiền;411,1;600", "a. Lần đầu;411.1a;500", "b. Lần sau;411.1b;100"]
    rows += ["1.2. Góp bằng đất;411,2;100", "2. Quỹ dự trữ;412;200", "II. Nguồn khác;420;"]
    found = lines(reading("\n".join(["CHỈ TIÊU;MÃ SỐ;SỐ CUỐI KỲ", *rows]), "a.csv"))
    assert [one.split(" | ")[0] for one in found] == [
        "400 B. VỐN (400 = 410 + 420)", "  410 I. Vốn góp", "    411 1. Vốn của thành viên",
        "      411,1 1.1. Góp bằng tiền", "        411.1a a. Lần đầu", "        411.1b b. Lần sau",
        "      411,2 1.2. Góp bằng đất", "    412 2. Quỹ dự trữ", "  420 II. Nguồn khác",
    ]  # fmt: skip


def test_what_every_line_pays_is_an_amount_where_the_total_adds_it_and_a_state_names_no_line() -> None:
    rows = [
        f"HB{at:03},{units},{units * 1500},5000,{units * 1500 + 5000},CHỜ"
        for at, units in enumerate([30, 25, 40, 2], 1)
    ]
    found = reading(
        "\n".join(["Hộ,kWh,Tiền điện,Phí GĐ,Tổng,Tình trạng", *rows, "Tổng,97,145500,20000,165500,-"]), "a.csv"
    )
    assert lines(found)[0] == "HB001 | 45000 5000 50000"
    assert columns(found)["total"] == "Tiền điện + Phí GĐ"


def numbered(*accounts: str) -> list[str]:
    """The lines of a result that a program numbered behind the accounts."""
    rows = ["1;Taxes;5000", "2;Fees;700", "3;Grants;500", "4;= Income;6200", "5;Staff;4100", "6;Goods;1500"]
    rows = [f"{account};{row}" for account, row in zip(accounts, rows, strict=True)]
    return lines(reading("\n".join(["Column 13 (Range);Column 24 (No. of row);Kind;Actual (EUR)", *rows]), "a.csv"))


def test_numbers_that_count_all_lines_are_codes_where_accounts_leave_some_out() -> None:
    said = sorted(one.split(" | ")[0].strip() for one in numbered("40", "41", "45", "", "50", "52"))
    assert said == ["1 Taxes", "2 Fees", "3 Grants", "4 = Income", "5 Staff", "6 Goods"]


def test_they_are_no_amounts_either_where_all_lines_have_an_account() -> None:
    assert [one.split(" | ")[1] for one in numbered("40", "41", "45", "49", "50", "52")][-1] == "1500"


BILL = [
    ["STT", "Tài khoản", "Tháng", "Số dùng (USD)", "Tỷ giá", "Thành tiền"],
    [1, "NUOC (5520118)", "02/2031", 800, "", ""],
]
BILL += [
    ["Giảm giá", "", "", 16, "", ""],
    ["Cộng", "", "", 784, "", ""],
    ["Thuế và phí chuyển tiền", "", "", 78.4, "", ""],
]
BILL += [["", "Tổng số tiền phải trả", "", 862.4, 25000, 21560000]]


def test_words_below_the_only_number_of_a_bill_do_not_make_its_column_that_of_titles() -> None:
    found = reading(book(BILL))
    assert [line for line in lines(found) if "NUOC" in line] == ["  1 NUOC (5520118) | 800 ."]
    assert [line.strip().split(" | ")[0] for line in lines(found)][:4] == [
        "Cộng", "1 NUOC (5520118)", "Giảm giá [deduction]", "Thuế và phí chuyển tiền",
    ]  # fmt: skip


def test_words_that_codes_stand_beside_on_every_line_stay_titles() -> None:
    rows = [["TT", "Mã số", "Số tiền"], ["Mua giấy", "A01", 300], ["Mua mực", "A02", 200], ["Cộng", "", 500]]
    found = reading(book(rows))
    assert lines(found) == ["A01 Mua giấy | 300", "A02 Mua mực | 200", "declared | 500"]
