"""Tables as text (.csv, .tsv): the delimiter by structure, quoted line breaks, places, figures of either notation."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recogniser.made import lines, reading
from sxtdbv_cli.files.csv import find_delimiter, grids, split
from sxtdbv_cli.model.choices import Choices, Numbers
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.text.language import Language


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b\n1,2\n", ","),
        ("a;b\n1,5;2,5\n", ";"),
        ("a\tb\n1,5\t2;5\n", "\t"),
        ("a|b|c\n1|2|3\n", "|"),
        ("Tiêu đề, dài\nSTT;Nội dung;Số tiền\n1;a, b;2\n2;c;3\n", ";"),
    ],
)
def test_the_delimiter_is_the_one_that_gives_records_of_one_length(text: str, delimiter: str) -> None:
    assert find_delimiter(text) == delimiter


FIELDS = st.lists(st.lists(st.text('a"\n,;x=', max_size=5), min_size=2, max_size=4), min_size=1, max_size=6)


@given(FIELDS)
def test_records_are_those_of_the_csv_module(records: list[list[str]]) -> None:
    """The oracle is Python's own writer."""
    stream = io.StringIO()
    csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(records)
    found, unclosed = split(stream.getvalue(), ",")
    assert unclosed is None
    assert [[field[0] for field in record] for record in found] == records


def test_places_count_lines_of_the_file_not_records() -> None:
    (grid,) = grids('STT,"Nội\ndung",Tiền\n1,"a, ""b""",5\n'.encode(), "a.csv")
    assert grid.rows[1][1] is not None
    assert grid.rows[1][1].text == 'a, "b"'
    assert str(grid.place(1, 2)) == "a.csv:3:14"
    assert str(grid.place(0, 1)) == "a.csv:1:5"


def test_a_text_that_looks_like_a_formula_is_data() -> None:
    loaded = reading("Item,Amount (USD)\n=1+1,5\n'- x,7\n@SUM(A1),8\n", "a.csv")
    assert loaded.plan.lines.titles == ("=1+1", "- x", "@SUM(A1)")


def test_a_quotation_mark_that_is_never_closed_is_refused_at_its_place() -> None:
    with pytest.raises(Unreadable) as refused:
        grids(b'a,b\n1,"2\n3,4\n', "a.csv")
    assert str(refused.value.faults[0].place) == "a.csv:2:3"


def test_figures_that_can_be_read_two_ways_are_refused_until_the_notation_is_stated() -> None:
    text = "STT;Nội dung;Số tiền (triệu đồng)\n1;a;1.500\n2;b;20\n"
    with pytest.raises(Unreadable) as refused:
        reading(text, "a.csv")
    assert refused.value.faults[0].facts == {"text": "1.500", "vi": "1500", "en": "1.500"}
    assert lines(reading(text, "a.csv", Choices(numbers=Numbers.VI)))[0] == "1 a | 1500"
    assert lines(reading(text, "a.csv", Choices(numbers=Numbers.EN)))[0] == "1 a | 1.5"


def test_currency_signs_negatives_and_marks() -> None:
    loaded = reading(
        'Category,2023,2024,Total\nTravel,"$1,200.50","$(50.00)","$1,150.50"\nFood,-,..., \nRent,n/a,5,5\n', "a.csv"
    )
    assert lines(loaded) == ["Travel | 1200.5 -50 1150.5", "Food | . . .", "Rent | . 5 5"]
    assert loaded.sheet is not None
    assert [d.facts for d in loaded.sheet.understanding.doubts if d.code == "SX511"] == [{"text": "n/a"}]
    assert loaded.plan.unit.name == "USD"


def test_the_sep_line_of_excel_and_tabs() -> None:
    assert reading("sep=;\nItem;Amount (USD)\na;5\n", "a.csv").plan.lines.titles == ("a",)
    assert reading("Item\tAmount (USD)\na, b\t5\n", "a.tsv").plan.lines.titles == ("a, b",)


BROKEN = (
    "code;office;title;year;budget\n1;Hall;Wages;2024;500\n2;Hall of\n the town;Rent;2024;40\n3;Works;Pipes;2024;30\n{}"
)


def test_records_that_a_line_break_without_quotes_broke_are_put_together_and_told() -> None:
    (grid,) = grids(BROKEN.format("").encode(), "a.csv")
    assert [cell and cell.text for cell in grid.rows[2]] == ["2", "Hall of the town", "Rent", "2024", "40"]
    assert [remark.code for remark in grid.remarks] == ["SX522"]
    assert (grid.place(2, 4).line, grid.place(3, 0).line) == (4, 5)


@pytest.mark.parametrize("more", ["4;Works\n", "4;Hall;Wood;x\nboards;7\n", "5;60;a\n;2024;5\n4;Works\n"])
def test_records_that_do_not_come_out_like_the_others_are_left_and_told(more: str) -> None:
    (grid,) = grids(BROKEN.format(more).encode(), "a.csv")
    assert len(grid.rows[2]) == 2
    assert [remark.code for remark in grid.remarks] == ["SX522"]


def test_short_records_that_make_up_none_are_no_matter() -> None:
    (grid,) = grids(
        b"Budget\ncode;office;title;year;budget\n1;Hall;Wages;2024;500\n2;Hall\n3;Works;Pipes;2024;30\n", "a.csv"
    )
    assert not grid.remarks


def test_a_remark_above_the_header_is_no_half_of_a_record() -> None:
    remarks = "#rate,5.62\n# plan: AB = both, A = only A, B = only B | checked\n"
    text = remarks + "day,plan,item,usd,state\n1,A,Fuel,35,ok\n2,B,Food,50,ok\n"
    [grid] = grids(text.encode(), "a.csv")
    assert grid.remarks == []


@pytest.mark.parametrize(
    "text",
    [
        "Item,Amount\nRent,50,000\nFood,30,000\nTotal,80,000\n",
        "Budget of the club\nItem,2024,2025\nRent,50,000,60,000\nFood,30,500,900\nTotal,80,500,60,900\n",
        "Item,Amount\nRent,50,000\nFood,900\nTotal,50,900\n",
        "Item,Amount\nRent,$50,000\nFood,(3,000)\nTotal,$47,000\n",
    ],
)
def test_figures_that_commas_cut_in_two_are_refused(text: str) -> None:
    with pytest.raises(Unreadable) as refused:
        grids(text.encode(), "a.csv")
    assert "50,000" in refused.value.faults[0].say(Language.EN)


@pytest.mark.parametrize(
    "text",
    [
        'Item,Amount\nRent,"50,000"\nFood,"30,000"\nTotal,"80,000"\n',
        "Item,Q1,Q2\nRent,50,120\nFood,30,140\nTotal,80,260\n",
        "Item;Amount\nRent;50,000\nFood;30,000\nTotal;80,000\n",
        "Item,Amount\nRent,50,000\nFood,30\nTotal,80\n",
    ],
)
def test_figures_that_no_comma_cuts_are_read(text: str) -> None:
    assert len(grids(text.encode(), "a.csv")[0].rows) == 4
