"""Two tables below each other with one header: the name of the first section stands above it."""

from recogniser.made import book, lines, reading

HEAD = ["STT", "Nội dung", "Năm 2023", "Năm 2024"]
INCOME: list[list[object]] = [[1, "Hội phí", 12, 13], [2, "Tài trợ", 30, 25], [None, "Cộng thu", 42, 38]]
SPENDING: list[list[object]] = [[1, "Hội họp", 8, 9], [2, "Thăm hỏi", 5, 6], [None, "Cộng chi", 13, 15]]


def test_the_first_section_is_named_above_the_header() -> None:
    rows = [["QUỸ HỘI"], ["A. PHẦN THU"], HEAD, *INCOME, [], ["B. PHẦN CHI"], HEAD, *SPENDING]
    found = reading(book(rows))
    assert lines(found) == [
        "A. PHẦN THU | 42 38",
        "  1 Hội phí | 12 13",
        "  2 Tài trợ | 30 25",
        "B. PHẦN CHI | 13 15",
        "  1 Hội họp | 8 9",
        "  2 Thăm hỏi | 5 6",
    ]
    assert found.plan.document.title == "QUỸ HỘI"


def test_a_title_above_the_header_is_no_section() -> None:
    rows = [["1. QUỸ HỘI"], HEAD, *INCOME[:2], ["B. PHẦN CHI"], HEAD, *SPENDING[:2]]
    assert not [line for line in lines(reading(book(rows))) if "QUỸ HỘI" in line]
