"""The law of one wrong figure: whatever shows the shape of a table, it is read the same with a digit mistyped, and the
sums it is in are told."""

from collections.abc import Iterator, Sequence

import pytest

from recogniser.made import book, doubts, lines, reading
from sxtdbv_cli.check import Doubt, check_plan
from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.model.finding import Severity

Row = list[object]
N = None

TABLES: dict[str, list[Row]] = {
    "a contingency behind the subtotal": [
        ["Nội dung", "Thành tiền"], ["Công sức", 3100000], ["Máy chủ", 4200000], ["Tên miền", 610000],
        ["Tạm tính", 7910000], ["Dự phòng rủi ro", 791000], ["Tổng cộng", 8701000],
    ],
    "a fee behind the subtotal": [
        ["Item", "Amount"], ["Labor", 121834], ["Fringe", 30459], ["Travel", 14003], ["Subtotal", 166296],
        ["Fee", 19212], ["TOTAL REQUEST", 185508],
    ],
    "revenues and expenses with a total that names each": [
        ["Item", "2024"], ["Revenues", N], ["Donations", 33253], ["Interest", 12411], ["Total Revenues", 45664],
        ["Expenses", N], ["Rent", 27199], ["Equipment", 15930], ["Bank charge", 1188], ["Total Expenses", 44317],
        ["Net Income", 1347],
    ],
    "a subtotal of a subtotal and more": [
        ["Poste", "Lignes"], ["Application JS", 19421], ["Application CSS", 12072], ["Sous-total application", 31493],
        ["Backend", 12164], ["Total code", 43657], ["Documentation", 12588], ["Configuration", 18203],
        ["Total tous fichiers", 74448],
    ],
    "totals that head their lines": [
        ["Poste", "Montant"], ["Total des recettes", 40305795], ["Recettes internes", 26275514], ["Dons", 14030281],
        ["Total des dépenses", 40305795], ["Personnel", 30305112], ["Équipement", 10000683],
    ],
    "a total of some, others, and that of all": [
        ["Item", "Amount"], ["Maintenance", 125031], ["Types", 100442], ["Total Direct Costs", 225473],
        ["Indirect Costs", 25047], ["TOTAL", 250520],
    ],
    "groups that count anew": [
        ["STT", "Họ tên", "2023", "2024"], [N, "Thôn 1", 4610000, 5120000], [1, "Hồ Văn Lế", 2410000, 2610000],
        [2, "Hồ Thị Xua", 2200000, 2510000], [N, "Thôn 2", 3350000, 3720000], [1, "Hồ Văn Nhép", 1250000, 1410000],
        [2, "Hồ Thị Poi", 2100000, 2310000], [N, "Thôn 3", 2750000, 4070000], [1, "Hồ Văn Bường", 1500000, 2620000],
        [2, "Hồ Văn Dế", 1250000, 1450000], [N, "Tổng cộng", 10710000, 12910000],
    ],
    "sums above their lines that nothing but three columns shows": [
        ["Nội dung", "Năm 2024", "Năm 2025", "Năm 2026"], ["Tài sản ngắn hạn", 14712, 7642, 17070],
        ["Tiền mặt", 2211, 2358, 5147], ["Đầu tư ngắn hạn", 3010, 2123, 1999], ["Phải thu", 6423, 2436, 5487],
        ["Hàng tồn kho", 3068, 725, 4437], ["Tài sản dài hạn", 12368, 15908, 13542],
        ["Tài sản cố định", 12061, 13477, 11416], ["Bất động sản", 246, 2075, 1077], ["Đầu tư dài hạn", 61, 356, 1049],
        ["Tổng tài sản", 27080, 23550, 30612],
    ],
    "a total without a name": [
        ["TT", "Hạng mục", "2023", "2024"], [1, "Cảm biến", 851000, 1212000], [2, "Đầu đo", 253000, 451000],
        [3, "Mạch", 352000, 503000], [N, N, 1456000, 2166000],
    ],
    "costs below nought behind their lines, and what is left": [
        ["Item", "2024", "2025"], ["Donations", 71204, 80117], ["Raffle", 10433, 11309], ["Total income", 81637, 91426],
        ["Printing", -30107, -34022], ["Hall", -12311, -12311], ["Total cost", -42418, -46333],
        ["Net result", 39219, 45093], ["Reserves b/f", 301, 694], ["Reserves c/f", 395, 457],
    ],
    "an opening balance that no total takes in": [
        ["Nội dung", "Số tiền (đồng)"], ["Số dư đầu kỳ", 637], ["Hội viên", 1840511], ["Tài trợ", 400313],
        ["Tổng thu", 2240824], ["Vở", 1211267], ["Quà", 301103], ["Tổng chi", 1512370], ["Còn lại", 729091],
    ],
    "a numbered opening balance that the total leaves out": [
        ["STT", "Nội dung", "Số tiền (đồng)"], [1, "Tồn quỹ năm trước", 700], [2, "Hội phí", 3000211],
        [3, "Ủng hộ", 450122], [4, "Lãi", 120345], [N, "Tổng thu", 3570678],
    ],
    "a numbered total of some": [
        ["Code", "Class", "2024", "2025"], ["21.1", "Salaries", 40117, 42881], ["21.3", "Overtime", 3212, 3313],
        ["21.5", "Bonus", 1502, 1557], ["21.9", "Total staff", 44831, 47751], ["22.1", "Pensions", 344, 410],
    ],
    "a deduction by its name": [
        ["STT", "Nội dung", "2024", "2025"], [1, "Được giao", 84217, 61511], [2, "Trừ: đã tạm ứng", 11804, 7503],
        [N, "Tổng số còn được cấp", 72413, 54008],
    ],
    "a last line that only sums make a total": [
        ["Service", "Gross", "Income", "Net"], ["Care", 98117, -31022, 67095], ["Schools", 61013, -14011, 47002],
        ["Net Cost of Services", 159130, -45033, 114097],
    ],
}  # fmt: skip


def skeleton(loaded: Loaded) -> list[tuple[object, ...]]:
    """Everything of the lines but their amounts, and the columns."""
    lines = loaded.plan.lines
    keys = tuple(column.key for column in loaded.plan.columns)
    return [keys, *zip(lines.codes, lines.titles, lines.parents, lines.roles, strict=True)]


def mistyped(rows: Sequence[Row]) -> Iterator[tuple[int, list[Row]]]:
    """The table with each figure in turn off by one in its first, second, or third digit, or with a zero too many; and
    by how much."""
    for row, cells in enumerate(rows[1:], 1):
        for column, cell in enumerate(cells):
            if isinstance(cell, int) and cell >= 1000:
                for digit in range(3):
                    off = 10 ** (len(str(cell)) - 1 - digit)
                    off = -off if str(cell)[digit] == "9" else off
                    changed = [[*other] for other in rows]
                    changed[row][column] = cell + off
                    yield abs(off), changed
                tenfold = [[*other] for other in rows]
                tenfold[row][column] = 10 * cell
                yield 9 * cell, tenfold


@pytest.mark.parametrize("shape", TABLES)
def test_one_wrong_figure_changes_no_line_and_is_told(shape: str) -> None:
    rows = TABLES[shape]
    right = skeleton(reading(book(rows)))
    for off, changed in mistyped(rows):
        loaded = reading(book(changed))
        found = check_plan(loaded, doubt=Doubt(wanted=False)).findings
        gaps = {abs(gap) for finding in found if isinstance(gap := finding.facts.get("gap"), int)}
        assert skeleton(loaded) == right, changed
        assert off in gaps, changed


@pytest.mark.parametrize("shape", TABLES)
def test_a_wrong_sign_is_told(shape: str) -> None:
    rows = TABLES[shape]
    known = doubts(reading(book(rows)))
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, int) and abs(cell) >= 1000:
                changed = [[*other] for other in rows]
                changed[row][column] = -cell
                found = check_plan(reading(book(changed)), doubt=Doubt(wanted=False)).findings
                told = [one.code for one in found if one.severity is not Severity.NOTE]
                assert len(told) > len(known) or "SX201" in told or "SX515" in told, changed


def test_a_minus_before_a_part_of_a_total_is_an_error_and_changes_no_line() -> None:
    rows = TABLES["totals that head their lines"]
    for row in (2, 3, 5, 6):
        changed = [[*other] for other in rows]
        changed[row][1] = -int(str(rows[row][1]))
        loaded = reading(book(changed))
        found = check_plan(loaded, doubt=Doubt(wanted=False)).findings
        gaps = [one.facts["gap"] for one in found if one.severity is Severity.ERROR]
        assert skeleton(loaded) == skeleton(reading(book(rows)))
        assert gaps == [2 * int(str(rows[row][1]))]


def test_what_is_added_behind_a_total_is_below_nought_only_by_its_name() -> None:
    """A total less the first of its two lines is the other: that is no total of everything."""
    rows: list[Row] = [["Poste", "Montant"], ["Loyer", 900], ["Total", 900], ["Personnel", -300], ["Net", 600]]
    for title, last, declared in (
        ("Personnel", "Matériel", False),
        ("Less: rebate", "Net amount", True),
        ("Giá vốn", "Lợi nhuận ròng", True),
    ):
        rows[3:] = [[title, -300], [last, 600]]
        assert lines(reading(book(rows)))[-1].startswith("declared") == declared


def test_a_total_is_of_the_lines_it_comes_near_to_where_what_is_left_of_it_stands_behind() -> None:
    """With what is left of it the lines behind always come to the total."""
    rows = "Nguồn vốn;Số tiền (đồng)\nGóp vốn;{}\nTài trợ;50000000\nTổng huy động;56000000\n"
    rows += "Chi phí năm 1;46075075\nThặng dư;9924925\n"
    for amount in (6800000, 6000010):
        loaded = reading(rows.format(amount), "a.csv")
        assert "SX513" in doubts(loaded)
        assert "  Thặng dư | 9924925" not in lines(loaded)


def test_a_subtotal_of_the_last_lines_is_doubted_where_few_digits_tell_it() -> None:
    rows = "Item;Amount (USD)\nSetup;300{0}\nSite;400{0}\nSystem;350{0}\nTraining;250{0}\nManuals;800{0}\nHelp;100{0}\n"
    few, many = (reading(f"{rows.format(end)}Subtotal services;{total}\n", "a.csv") for end, total in
        (("", 1500), ("07", 150028)))  # fmt: skip
    assert [line.split(" |")[0] for line in lines(few)] == [line.split(" |")[0] for line in lines(many)]
    assert "SX513" in doubts(few)
    assert "SX513" not in doubts(many)


def test_levels_by_indentation_that_no_sum_confirms_are_doubted() -> None:
    rows = "Nội dung;Dự toán (đồng)\nChi lương;15998330\n   Biên chế;12504300\n   Hợp đồng;3208150\nChi khác;4206000\n"
    assert "SX513" in doubts(reading(rows + "   Điện;420600\n", "a.csv"))


def test_a_balance_brought_forward_and_what_is_left_are_what_is_carried_forward() -> None:
    rows: list[Row] = [
        [N, "Budget", "Actual"], ["Receipts", 29140, 29112], ["Precept", 28500, 28500], ["Rents", 640, 612],
        ["Surplus for year", 1000, 900], ["Balance b/f", 18450, 17540], ["Balance c/f", 19450, 18350],
    ]  # fmt: skip
    found = check_plan(reading(book(rows)), doubt=Doubt(wanted=False)).findings
    assert [one.facts["gap"] for one in found if one.severity is Severity.ERROR] == [-90]


def test_what_is_taken_away_behind_a_total_may_be_wrong_in_one_of_several_years() -> None:
    rows: list[Row] = [
        ["Item", "2022", "2023", "2024"], ["Salary", 8421, 8803, 9207], ["Audit", 2617, 2803, 3004],
        ["Total expenditure", 11038, 11606, 12211], ["Less other income", 1640, 1655, 1701],
        ["Precept required", 9398, 9951, 10510],
    ]  # fmt: skip
    right = skeleton(reading(book(rows)))
    rows[4] = ["Less other income", 2640, 1655, 1701]
    assert skeleton(reading(book(rows))) == right


def test_a_sum_across_that_only_figures_show_is_told_where_a_slip_breaks_it() -> None:
    rows: list[Row] = [["Phường", "NSĐP", "NS tỉnh", "NS xã"]]
    parts = [(50124, 7245), (61893, 40716), (8557, 3621), (90711, 10982), (12345, 80123)]
    rows += [[f"P{place}", one + other, one, other] for place, (one, other) in enumerate(parts)]
    rows[3][2] = 8357
    assert "SX514" in doubts(reading(book(rows)))


@pytest.mark.parametrize(
    ("heading", "wrong"), [("Lũy kế", (2, 2, 90)), ("So far", (3, 3, 1108)), ("So far", (2, 2, 90))]
)
def test_a_column_of_running_sums_may_have_a_wrong_figure(heading: str, wrong: tuple[int, int, int]) -> None:
    steps = [137, 249, 236, 238, 300, 292, 233, 172]
    sums = [sum(steps[:at]) for at in range(1, 9)]
    rows: list[Row] = [["Tháng", "Việc", "Số tiền", heading]]
    rows += [[at, f"Việc {at}", step, sofar] for at, (step, sofar) in enumerate(zip(steps, sums, strict=True), 1)]
    rows += [[N, "Tổng cộng", sums[-1], sums[-1]]]
    row, column, figure = wrong
    rows[row][column] = figure
    assert [column.key for column in reading(book(rows)).plan.columns] == ["Số tiền"]


def test_columns_that_run_on_few_lines_are_amounts() -> None:
    rows: list[Row] = [["Việc", "2024", "2025"], ["A", 12, 12], ["B", 7, 19], ["C", 5, 8], ["Tổng cộng", 24, 39]]
    assert [column.key for column in reading(book(rows)).plan.columns] == ["2024", "2025"]


def test_a_stated_difference_of_child_lines_may_be_off_in_one_of_two_columns() -> None:
    rows: list[Row] = [
        ["STT", "Nội dung", "2024", "2025"],
        ["I", "Vay trong nước (1-2)", 23630, 22957], [1, "Phát hành", 51900, 54200],
        [2, "Trả nợ gốc", 28270, 28243], ["II", "Vay nước ngoài (1-2)", 8320, 8320], [1, "Phát hành", 15000, 15000],
        [2, "Trả nợ gốc", 6680, 6680],
    ]  # fmt: skip
    loaded = reading(book(rows))
    found = check_plan(loaded, doubt=Doubt(wanted=False)).findings
    assert [role.value for role in loaded.plan.lines.roles] == ["part", "part", "deduction"] * 2
    assert [finding.facts["gap"] for finding in found if finding.severity is Severity.ERROR] == [-3000]


def test_a_total_off_by_a_slip_is_that_of_its_lines_though_what_is_left_makes_those_behind_come_to_it_too() -> None:
    rows: list[Row] = [
        ["Item", "Total"], ["Income", N], ["Sponsors", 46677], ["Tickets", 228513], ["Total", 275190], ["Expenses", N],
        ["Coaches", 29443], ["Sound", 14672], ["Lunch", N], ["Stage", 51711], ["Cover", 5497], ["Partners", N],
        ["Party", 57857], ["Swag", 42303], ["Total", 201483], ["Profit/(Loss)", 73707],
    ]  # fmt: skip
    right = skeleton(reading(book(rows)))
    rows[3] = ["Tickets", 228531]
    loaded = reading(book(rows))
    found = check_plan(loaded, doubt=Doubt(wanted=False)).findings
    assert skeleton(loaded) == right
    assert [finding.facts["gap"] for finding in found if finding.severity is Severity.ERROR] == [-18]


@pytest.mark.parametrize(("groups", "gaps"), [(3, [-1]), (1, [])])
def test_a_sum_that_is_off_by_one_was_not_rounded_where_many_hold(groups: int, gaps: list[int]) -> None:
    rows: list[Row] = [["Item", *map(str, range(2020, 2025))]]
    whole = [0] * 5
    for group in range(groups):
        parts = [[2311 + 17 * group + 7 * line + 3 * year for year in range(5)] for line in range(3)]
        sums = [sum(column) for column in zip(*parts, strict=True)]
        rows += [[f"Group {group}", *[N] * 5], *([f"Line {group}.{line}", *part] for line, part in enumerate(parts))]
        rows += [[f"Total Group {group}", *sums]]
        whole = [one + other for one, other in zip(whole, sums, strict=True)]
    rows += [["Grand total", *whole]] if groups > 1 else []
    figure = rows[2][1]
    assert isinstance(figure, int)
    rows[2][1] = figure + 1
    found = check_plan(reading(book(rows)), doubt=Doubt(wanted=False)).findings
    assert [finding.facts["gap"] for finding in found if finding.severity is Severity.ERROR] == gaps


@pytest.mark.parametrize(("stated", "taken"), [(35071, True), (53071, True), (350710, True), (35171, False)])
def test_of_two_lines_one_may_break_a_sum_across_by_a_slip(stated: int, taken: bool) -> None:
    rows: list[Row] = [
        ["TT", "Hạng mục", "Tổng số", "Trong đó", N], [N, N, N, "Nhà nước", "Nhân dân"],
        [1, "Đào đất", 50012, stated, 14941], [2, "Đắp đất", 42017, 29415, 12602],
    ]  # fmt: skip
    loaded = reading(book(rows, merged=["A1:A2", "B1:B2", "C1:C2", "D1:E1"]))
    assert loaded.plan.columns[0].plus == ((1, 2) if taken else ())


def test_a_total_off_by_a_slip_tells_that_no_prices_stand_above_it() -> None:
    rows: list[Row] = [
        ["Sản phẩm", "Số lượng", "Doanh thu", "Giá vốn", "Lợi nhuận"], ["Bánh", 110, 2511007, 1503013, 1007994],
        ["Trà", 81, 2017011, 911019, 1105992], ["Sữa", 52, 1753003, 805009, 947994],
        ["Tổng", 243, 6281021, 3219041, 3061980],
    ]  # fmt: skip
    for figure in (1503013, 1053013, 1503018):
        rows[1][3] = figure
        assert [column.key for column in reading(book(rows)).plan.columns] == ["Doanh thu", "Giá vốn", "Lợi nhuận"]


def test_a_closing_balance_behind_what_came_in_is_a_sum_by_its_name() -> None:
    rows: list[Row] = [
        [N, "Kỳ này", "Kỳ trước"], ["Số dư đầu kỳ", 531564, 469062], ["Tăng", 413569, 325218],
        ["Số dư cuối kỳ", 945133, 795280],
    ]  # fmt: skip
    found = check_plan(reading(book(rows)), doubt=Doubt(wanted=False)).findings
    assert [finding.facts["gap"] for finding in found if finding.severity is Severity.ERROR] == [1000]


def test_what_is_left_with_or_without_the_opening_balance_is_no_error_where_a_slip_explains_both() -> None:
    rows: list[Row] = [
        ["Nội dung", "Số tiền (đồng)"], ["Số dư đầu kỳ", 600], ["Hội viên", 1840511], ["Tài trợ", 400313],
        ["Tổng thu", 2240824], ["Vở", 1211267], ["Quà", 301103], ["Tổng chi", 1512370], ["Còn lại", 728054],
    ]  # fmt: skip
    loaded = reading(book(rows))
    found = check_plan(loaded, doubt=Doubt(wanted=False)).findings
    assert "SX515" in doubts(loaded) and not [one for one in found if one.severity is Severity.ERROR]


def test_a_figure_among_such_as_end_in_nought_is_mistyped_and_not_rounded() -> None:
    rows: list[list[object]] = [["Item", "Cost"], ["Hall", 800], ["Travel", 350], ["Food", 502], ["Stamps", 400]]
    found = check_plan(reading(book([*rows, ["Total", 2050]])), doubt=Doubt(wanted=False)).findings
    assert [finding.facts["gap"] for finding in found if finding.code == "SX103"] == [-2]
    rows = [["Item", "Cost"], ["Hall", 803], ["Travel", 351], ["Food", 502], ["Stamps", 397]]
    found = check_plan(reading(book([*rows, ["Total", 2055]])), doubt=Doubt(wanted=False)).findings
    assert not [finding for finding in found if finding.code == "SX103"]


@pytest.mark.parametrize(("off", "told"), [(1, False), (2, True), (4, True)])
def test_figures_that_end_in_nought_leave_fewer_to_be_rounded(off: int, told: bool) -> None:
    rows: list[list[object]] = [["Item", "Cost ($)"], ["Hall", 52463], ["Travel", 2437], ["Food", 2600], ["Fuel", 3460]]
    found = check_plan(reading(book([*rows, ["Total", 60960 + off]])), doubt=Doubt(wanted=False)).findings
    assert [finding.facts["gap"] for finding in found if finding.code == "SX103"] == [off] * told


def test_noughts_by_chance_in_one_of_several_sums_that_are_rounded_show_nothing() -> None:
    rows: list[list[object]] = [
        ["Item", "2024", "2025", "2026"],
        ["Hall", 8020, 7013, 6214],
        ["Food", 3040, 2098, 1107],
    ]
    rows += [["Fuel", 1531, 902, 455], ["Total", 12590, 10014, 7775]]
    found = check_plan(reading(book(rows)), doubt=Doubt(wanted=False)).findings
    assert not [finding for finding in found if finding.severity is Severity.ERROR]


def test_a_sum_of_all_lines_in_most_columns_is_told_where_one_figure_is_wrong() -> None:
    rows = "Service;Gross;Income;Net\nCare;98;-31;67\nSchools;61;-14;{}\nNet cost of services;159;-45;114\n"
    assert lines(reading(rows.format(47), "a.csv"))[-1].startswith("declared")
    assert "SX513" in doubts(reading(rows.format(37), "a.csv"))


def test_a_sign_before_a_title_says_a_sum_that_is_hardly_off_in_one_column() -> None:
    rows = "Nr;Art;2024;2025\n01;+ Ertrag aus;81234;90521\n02;+ Ertrag mit;82551;91254\n03;= Erträge;163785;181775\n"
    rows += "04;- Kosten aus;{};50119\n05;- Kosten mit;61390;51350\n06;= Aufwendungen;121863;101469\n"
    rows += "07;= Ergebnis;41922;80306\n"
    right, wrong = (lines(reading(rows.format(cost), "a.csv")) for cost in (60473, 60475))
    assert [line.split(" |")[0] for line in right] == [line.split(" |")[0] for line in wrong]
    assert right[3] == "06 = Aufwendungen | 121863 101469"


def test_one_of_two_lines_that_divide_the_total_once_more_may_be_mistyped() -> None:
    rows = "TT;Hoạt động;Kinh phí (triệu đồng)\n1;Đào tạo nghề;570\n;NS tỉnh;450\n;NS huyện;120\n2;Việc làm;2300\n"
    rows += ";NS tỉnh;800\n;NS huyện;1500\n;Tổng số;2870\n;NS tỉnh;{}\n;NS huyện;1620\n"
    for tinh, errors in ((1250, []), (1200, ["SX104"])):
        found = check_plan(reading(rows.format(tinh), "a.csv"), doubt=Doubt(wanted=False)).findings
        assert [finding.code for finding in found if finding.severity == "error"] == errors


def test_a_numbered_total_that_stands_first_is_told_where_a_figure_is_wrong() -> None:
    rows = (
        "STT;Nội dung;Dự toán (triệu đồng)\n1;Tổng cộng;460\n2;Chi đầu tư;{}\n3;Chi thường xuyên;120\n4;Dự phòng;40\n"
    )
    assert lines(reading(rows.format(300), "a.csv"))[1] == "  2 Chi đầu tư | 300"
    assert "SX513" in doubts(reading(rows.format(307), "a.csv"))


def test_a_sum_by_many_columns_is_one_though_another_is_off_by_anything() -> None:
    head = "Item;2019;2020;2021;2022;2023\nGrants;1582;2955;1120;1500;2000\nDues;106;{};1340;500;1000\n"
    rows = head + "Letters;6162;11480;16255;10000;16000\n"
    rows += "Gifts;7850;15147;18715;12000;19000\nSales;2200;4197;5000;2000;4000\n"
    right = lines(reading(rows.format(712), "a.csv"))
    assert right[0].startswith("Gifts") and right[1].startswith("  Grants")
    changed = reading(rows.format(7120), "a.csv")
    assert [line.split(" |")[0] for line in lines(changed)] == [line.split(" |")[0] for line in right]
    errors = [one for one in check_plan(changed, doubt=Doubt(wanted=False)).findings if one.severity == "error"]
    assert [one.facts["gap"] for one in errors] == [-6408]


def test_a_stated_difference_that_is_hardly_off_is_an_error_though_no_slip_explains_it() -> None:
    """With a rule that the line itself states a figure near to it is wrong, not the rule."""
    rows: list[Row] = [["STT", "Nội dung", "Số tiền (đồng)"], ["I", "Tổng thu", 812450300], [1, "Thu phí", 500450300],
        [2, "Thu khác", 312000000], ["II", "Tổng chi", 790120500], [1, "Chi lương", 600120500],
        [2, "Chi khác", 190000000], ["III", "Chênh lệch (I-II)", 24871930]]  # fmt: skip
    told = [one.code for one in check_plan(reading(book(rows))).findings if one.severity is Severity.ERROR]
    assert told == ["SX104"]
    rows[-1][2] = 248719300
    assert [one for one in check_plan(reading(book(rows))).findings if one.severity is Severity.ERROR] == []


def test_differences_that_several_lines_state_the_other_way_round_are_no_errors() -> None:
    """Of expenses what is below the plan may have a plus; a single line may only have the wrong sign."""
    amounts = [(10_000 + 137 * at * at, 10_500 + 211 * at * (24 - at)) for at in range(1, 25)]

    def errors(turned: set[int]) -> int:
        body = [[at, f"Việc {at}", one, other, (one - other) if at in turned else other - one]
                for at, (one, other) in enumerate(amounts, 1)]  # fmt: skip
        loaded = reading(book([["STT", "Nội dung", "Dự toán", "Thực hiện", "Chênh lệch"], *body]))
        return sum(one.severity is Severity.ERROR for one in check_plan(loaded).findings)

    assert (errors({9}), errors({9, 17})) == (1, 0)
