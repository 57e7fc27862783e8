"""Tables in Markdown, and what the sums say where words and numbers leave it open."""

from recogniser.made import book, columns, doubts, lines, reading
from sxtdbv_cli.model.sums import audit


def test_a_header_in_words_that_are_not_known_is_one_by_the_rule_below_it() -> None:
    loaded = reading(
        "**Gastos 2026**\n\n| Partida | Importe | Notas |\n|---|---:|---|\n"
        "| Salarios | 1.500,00 € | doce meses |\n| Alquiler | 400,00 € | |\n| Seguros | 20,50 € | |\n"
        "| **Total** | **1.920,50 €** | |\n",
        "x.md",
    )
    assert lines(loaded) == ["Salarios | 1500", "Alquiler | 400", "Seguros | 20.5", "declared | 1920.5"]
    assert columns(loaded) == {"Importe": ""}
    assert loaded.plan.unit.name == "EUR"
    assert doubts(loaded) == []


def test_a_second_table_of_a_text_is_told() -> None:
    one = "| Poste | Montant |\n|---|---:|\n| Loyer | 1.500 |\n| Eau | 2.300 |\n| Gaz | 4.100 |\n"
    loaded = reading(f"{one}\nAutre :\n\n{one.replace('Gaz', 'Bois')}", "x.md")
    assert lines(loaded) == ["Loyer | 1500", "Eau | 2300", "Gaz | 4100"]
    assert doubts(loaded) == ["SX516"]


def test_a_figure_in_thousands_or_millions_of_another_unit_is_none() -> None:
    loaded = reading(
        "| Category | Budget |\n|---|---|\n| Travel | $150M |\n| Staff | $1.2B |\n| Rent | $900 |\n"
        "| Fees | $28k |\n| Fuel | $70 |\n| Food | $80 |\n",
        "x.md",
    )
    assert lines(loaded) == ["Travel | .", "Staff | .", "Rent | 900", "Fees | .", "Fuel | 70", "Food | 80"]
    assert doubts(loaded).count("SX511") == 3


def test_a_rate_in_a_title_makes_no_line_of_percentages() -> None:
    rows = [
        ["STT", "Nội dung", "Kinh phí (đồng)"],
        ["1", "Thiết bị", 700],
        ["2", "Nhân công", 300],
        [None, "Dự phòng (10%)", 100],
        [None, "Tỷ lệ so với năm trước (%)", 95],
        [None, "Tổng cộng", 1100],
    ]
    loaded = reading(book(rows))
    assert lines(loaded) == [
        "1 Thiết bị | 700",
        "2 Nhân công | 300",
        "Dự phòng (10%) | 100",
        "Tỷ lệ so với năm trước (%) [memo] | 95",
        "declared | 1100",
    ]
    assert not audit(loaded.plan).failing


HEADER = ["STT", "Nội dung", "Năm 2025", "Năm 2026"]


def test_a_section_beside_a_total_that_adds_up_only_with_it_stands_below_and_is_told() -> None:
    rows = [
        ["ĐVT: triệu đồng"],
        HEADER,
        ["A", "TỔNG CHI", 1500, 1620],
        ["I", "Chi cân đối", 1000, 1100],
        [1, "Chi đầu tư", 400, 450],
        [2, "Chi thường xuyên", 600, 650],
        ["B", "CHI CÓ MỤC TIÊU", 500, 520],
        ["C", "BỘI CHI", 30, 40],
    ]
    loaded = reading(book(rows))
    assert lines(loaded) == [
        "A TỔNG CHI | 1500 1620",
        "  I Chi cân đối | 1000 1100",
        "    1 Chi đầu tư | 400 450",
        "    2 Chi thường xuyên | 600 650",
        "  B CHI CÓ MỤC TIÊU | 500 520",
        "C BỘI CHI | 30 40",
    ]
    assert doubts(loaded) == ["SX513"]
    rows[2] = ["A", "TỔNG CHI", 1500, 1600]
    loaded = reading(book(rows))
    assert lines(loaded)[4:] == ["B CHI CÓ MỤC TIÊU | 500 520", "C BỘI CHI | 30 40"]
    assert len(audit(loaded.plan).failing) == 2


def test_the_rest_of_the_line_above_is_no_rule_of_its_own() -> None:
    rows = [
        ["ĐVT: triệu đồng"],
        HEADER,
        ["1", "Chi đầu tư", 900, 800],
        ["1.1", "Vốn cho doanh nghiệp", 200, None],
        ["1.2", "Chi đầu tư còn lại (1-1.1)", 700, 800],
        ["2", "Chi thường xuyên", 300, 400],
    ]
    loaded = reading(book(rows))
    assert lines(loaded)[:3] == [
        "1 Chi đầu tư | 900 800",
        "  1.1 Vốn cho doanh nghiệp | 200 .",
        "  1.2 Chi đầu tư còn lại (1-1.1) | 700 800",
    ]
    assert doubts(loaded) == []


def test_a_partial_listing_never_exceeds_the_whole_where_it_can_be_read_otherwise() -> None:
    rows = [
        ["ĐVT: triệu đồng"],
        HEADER,
        ["1", "Chi đầu tư", 900, 800],
        [None, "Trong đó:", None, None],
        [None, "Phân theo nguồn vốn", 900, 800],
        ["a", "Vốn trong nước", 500, 450],
        ["b", "Xổ số", 400, 350],
        ["2", "Chi thường xuyên", 300, 400],
    ]
    loaded = reading(book(rows))
    assert lines(loaded) == [
        "1 Chi đầu tư | 900 800",
        "  Phân theo nguồn vốn [of-which] | 900 800",
        "    a Vốn trong nước | 500 450",
        "    b Xổ số | 400 350",
        "2 Chi thường xuyên | 300 400",
    ]


def test_counts_are_no_amounts() -> None:
    rows = [
        ["TT", "Chỉ tiêu", "Tần suất", "Số điểm", "Số đợt/năm", "Số lượng", "Đơn giá (đồng)", "Thành tiền (đồng)"],
        ["1", "Nhiệt độ", 2, 6, 18, 108, 1000, 108000],
        ["2", "Độ mặn", 2, 6, 18, 108, 2000, 216000],
        [None, "Cộng", None, None, None, None, None, 324000],
    ]
    loaded = reading(book(rows))
    assert lines(loaded) == ["1 Nhiệt độ | 108000", "2 Độ mặn | 216000", "declared | 324000"]
    assert doubts(loaded) == []


def test_a_large_figure_among_the_quantities_of_a_line_without_amounts_is_told() -> None:
    rows = [
        ["TT", "Chỉ tiêu", "Số lượng", "Đơn giá (đồng)", "Thành tiền (đồng)"],
        ["1", "Mẫu nước", 72313308, None, None],
        ["2", "Độ mặn", 12, 2000, 24000],
        ["3", "Nhiệt độ", 10, 1000, 10000],
    ]
    loaded = reading(book(rows))
    assert lines(loaded) == ["1 Mẫu nước | .", "2 Độ mặn | 24000", "3 Nhiệt độ | 10000"]
    assert doubts(loaded) == ["SX516"]
