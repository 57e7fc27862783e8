"""The same table set out otherwise: a line twice, the header once more, a column put in, a small table beside or below.

What is read must be the same, or be doubted at its place.
"""

import pytest

from recogniser.made import book, doubts, lines, reading
from sxtdbv_cli.check import Doubt, check_plan
from sxtdbv_cli.files.loaded import Loaded


def _errors(loaded: Loaded) -> list[str]:
    return [one.code for one in check_plan(loaded, doubt=Doubt(wanted=False)).findings if one.severity == "error"]


def _warned(loaded: Loaded) -> list[tuple[str, str]]:
    found = check_plan(loaded, doubt=Doubt(wanted=False)).findings
    return [(one.code, one.place.within) for one in found if one.severity == "warning" and one.code > "SX510"]


COSTS = [("Receipts", None), ("Gifts", 2310), ("Stalls", 640), ("Total receipts", 2950), ("Costs", None)]
SPENT = [("Hall", 400), ("Prints", 275), ("Music", 260)]


def _club(*spent: tuple[str, int]) -> Loaded:
    return reading(book([("Item", "Amount"), *COSTS, *spent, ("Total costs", 935)]))


def test_a_line_typed_twice_is_not_below_itself() -> None:
    """The total holds only if the second is taken for all of the first: it is told instead that a sum fails."""
    loaded = _club(SPENT[0], SPENT[1], SPENT[1], SPENT[2])
    assert lines(loaded)[4:7] == ["  Hall | 400", "  Prints | 275", "  Prints | 275"]
    assert "SX513" in doubts(loaded)


def test_two_lines_of_one_amount_alone_show_no_level() -> None:
    """Nor does another that states as much, where no sum of several is there."""
    loaded = _club(SPENT[0], SPENT[1], ("Paper", 275), SPENT[2])
    assert lines(loaded)[5:7] == ["  Prints | 275", "  Paper | 275"]
    assert "SX513" in doubts(loaded)


def test_a_line_that_is_all_of_another_is_below_it_beside_sums() -> None:
    """*Culture*, of which there is only *Music*, between sections that are sums of several lines."""
    spent = [("Rooms", 400), ("Hall", 300), ("Yard", 100), ("Culture", 260), ("Music", 260), ("Print", 275)]
    assert lines(_club(*spent))[4:9] == [
        "  Rooms | 400",
        "    Hall | 300",
        "    Yard | 100",
        "  Culture | 260",
        "    Music | 260",
    ]


@pytest.mark.parametrize("heading", ["Type (cont.)", "Type (continued)", "Type"])
def test_the_header_once_more_may_say_that_the_list_goes_on(heading: str) -> None:
    """*Type (cont.)*, on the next page, is no line and no name of a section."""
    rows = [("Library", 23574), ("Civic", 7050), ("Halls", 38671), ("Parks", 4300)]
    table = [("Type", "Amount", "Share"), *((name, amount, amount / 73595) for name, amount in rows)]
    again = reading(book([*table[:3], (heading, "Amount", "Share"), *table[3:], ("Total", 73595, 1)]))
    assert lines(again) == [*(f"{name} | {amount}" for name, amount in rows), "declared | 73595"]


def test_years_beside_the_header_once_more_are_no_amounts() -> None:
    """The column of years holds nothing else, though its heading stands in it once more."""
    rows = [(year, name, amount) for year in (2021, 2022) for name, amount in (("Điện", 28.7), ("Nước", 8.84))]
    table = [("Năm", "Khoản mục", "Giá trị"), *rows[:3], ("Năm", "Khoản mục (tiếp)", "Giá trị"), *rows[3:]]
    assert lines(reading(book(table)))[0] == "Điện | 28.7"


def test_a_column_of_codes_behind_words_headed_as_amounts_begins_no_table() -> None:
    """*Nhóm chi phí* names lines, and is no column of amounts that the table would end with."""
    rows = [(1, "Phần cứng", "DA10", 260_000), (2, "Đóng gói", "DA47", 120_000), (3, "Tài liệu", "DA30", 100_000)]
    table = [("STT", "Nhóm chi phí", "Mã số", "Chi phí dự kiến", "Ghi chú"), *rows, ("", "Tổng", "", 480_000)]
    assert lines(reading(book(table))) == [
        "1 Phần cứng | 260000",
        "2 Đóng gói | 120000",
        "3 Tài liệu | 100000",
        "declared | 480000",
    ]


def test_a_list_behind_empty_columns_is_another_table() -> None:
    """Its figures are none of the lines of the table left of it, and their total is not its last line."""
    beside = [("Item", "Amount"), ("Roads", 36), ("School", 48), ("Health", 60), ("Ready", 84)]
    table = [("Posten", "Min", "Max"), ("Web", 23, 51), ("Werbung", 4, 9), ("Recht", 10, 19), ("Gesamt", 37, 79)]
    loaded = reading(book([(*own, "", "", *other) for own, other in zip(table, beside, strict=True)]))
    assert lines(loaded) == ["Web | 23 51", "Werbung | 4 9", "Recht | 10 19", "declared | 37 79"]
    assert (_errors(loaded), _warned(loaded)) == ([], [("SX516", "Sheet1!F1")])


def test_a_longer_list_without_a_header_above_the_table_is_warned_of() -> None:
    """The table that has a header is read; most lines stand in none."""
    above = [("Fund raising", 219_000), ("Carnival", 11_000), ("Gifts", 2_500), ("Sports", 5_000), ("All", 237_500)]
    below = [("Item", "Amount"), ("Roads", 36_000), ("School", 48_000), ("Total", 84_000)]
    assert _warned(reading(book([*above, (), (), (), *below]))) == [("SX516", "Sheet1!B1")]


def test_a_few_figures_above_the_table_are_a_note() -> None:
    """A short summary above a longer table."""
    above = [("Fund raising", 19_000), ("Carnival", 11_000), ("Gifts", 54_000)]
    below = [("Item", "Amount"), *((f"Road {name}", 21_000) for name in "ABCD"), ("Total", 84_000)]
    loaded = reading(book([*above, (), (), (), *below]))
    assert (doubts(loaded), _warned(loaded)) == (["SX516"], [])


def test_months_name_the_lines_rather_than_remarks_that_come_again() -> None:
    """Where no other words are; remarks that tell the lines apart as well are what was bought."""
    months = ["July", "August", "September", "October"]
    again, other = ("paid", "open", "paid", "open"), ("pens", "hall", "ink", "tea")
    for heading, remarks, named in (("Remarks", again, months), ("", again, months), ("Remarks", other, other)):
        rows = [(month, what, 100 + at, 90 - at) for at, (month, what) in enumerate(zip(months, remarks, strict=True))]
        loaded = reading(book([("Date", heading, "Income", "Costs"), *rows]))
        assert [*loaded.plan.lines.titles] == [*named]


def test_an_only_total_that_stands_first_and_comes_to_nothing_is_doubted() -> None:
    """Its lines come to something else: nothing shows whether it is a total that is wrong, or a line."""
    rows = [("Frame", 5000), ("Board", 7500), ("Memory", 7000), ("Disk", 3500), ("Fan", 2000)]
    loaded = reading(book([("Item", "Total"), ("Subtotal of the workstation", 31_500), *rows]))
    assert _warned(loaded) == [("SX513", "Sheet1!A2")]


def test_words_below_a_table_that_numbers_its_lines_are_no_line() -> None:
    """Nor where another column stands left of the numbers."""
    rows = [("quý I", 1, "Máy tính", 45_000), ("quý II", 2, "Máy quét", 12_000)]
    below = [(), ("", "Kính trình Giám đốc xem xét, phê duyệt."), (), ("", "CHÁNH VĂN PHÒNG")]
    loaded = reading(book([("Ghi chú", "STT", "Thiết bị", "Thành tiền"), *rows, *below]))
    assert lines(loaded) == ["1 Máy tính | 45000", "2 Máy quét | 12000"]


CLUB = [("Income", None), ("Dues", 5000), ("Gifts", 10000), ("Total income", 15000)]
CLUB += [("Expenses", None), ("Prints", 8000), ("Rooms", 3500), ("Total expenses", 11500)]
SECTIONS = ["Income | 15000", "  Dues | 5000", "  Gifts | 10000", "Expenses | 11500", "  Prints | 8000"]


def test_the_first_section_is_named_above_the_lines_of_a_table_without_a_header() -> None:
    """Right above them, behind a blank row as those of the others, or beside numbers that only lines have."""
    title = [("Proposed budget of the branch",), ()]
    apart = [row for name, amount in CLUB for row in [(name, amount), *[()] * (amount is None)]]
    numbers = iter(range(1, 9))
    numbered = [(next(numbers) if amount and "Total" not in name else None, name, amount) for name, amount in CLUB]
    assert lines(reading(book([*title, *CLUB])))[:5] == SECTIONS
    assert lines(reading(book([*title, *apart])))[:5] == SECTIONS
    assert lines(reading(book([*title, *numbered])))[0] == SECTIONS[0]


def test_a_title_behind_a_blank_row_is_no_section_where_others_have_none() -> None:
    """The title of the sheet stands apart, the names of sections do not."""
    assert lines(reading(book([("Budget of the branch",), (), *CLUB[1:]])))[0] == "Total income | 15000"


def test_letters_that_number_lines_are_no_titles_beside_words() -> None:
    """Whatever the columns are called, or not at all; one that comes again is the name of a customer."""
    rows = [("A", "Grant", 3500), ("B", "Refund", 140), ("C", "Parking", 420), ("D", "Interest", 900)]
    assert lines(reading(book([*rows, ("Total", None, 4960)])))[0] == "A Grant | 3500"
    again = [("Kunde", "Projekt", "Betrag"), ("A", "Web", 16500), ("B", "Web", 9750), ("B", "Host", 5400)]
    assert lines(reading(book(again)))[0] == "A | 16500"


def test_the_letter_of_a_column_without_a_heading_is_no_word() -> None:
    """The thirteenth is called *M*, and holds no metres."""
    rows = [(name, *range(at, at + 14)) for name, at in (("Roads", 2100), ("School", 5300), ("Health", 7200))]
    loaded = reading(book([*rows, ("Total", *(14_600 + 3 * at for at in range(14)))]))
    assert len(loaded.plan.columns) == 14 and _errors(loaded) == []
