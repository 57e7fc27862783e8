"""Tables put together at random from what real ones hold: each is read or refused, in whatever file it comes."""

from hypothesis import example, given
from hypothesis import strategies as st

from recogniser.made import Rows, book
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.files.read import file_type, load
from sxtdbv_cli.model.finding import Unreadable

HEADINGS = """STT;Nội dung;Tổng số;2025;2026;Ghi chú;Trong đó;ĐVT;Số lượng;Đơn giá;Mã số;%;NSTW;NSĐP;So sánh;TH/DT (%);
Total;Budget;Actual;Variance;Item;Jan;Feb;Q1;Dự toán;Thực hiện;Chênh lệch;""".replace("\n", "").split(";")
CODES = ["I", "II", "1", "2", "1.1", "a", "-", "A", ""]
TITLES = """Chi khác;Thu phí;Sở Y tế;Tổng cộng;Trong đó: vốn A;Total revenue;Net income;Cộng I;Dư đầu kỳ;Dư cuối kỳ;
- Lương;+ Phụ cấp;Opening balance;Tổng thu (I+II);Chênh lệch (1-2);VAT 10%""".replace("\n", "").split(";")
FIGURES = [0, 100, 200, 500, 300.5, -100, "", "", "1.500", "12,5%", "(1)", "2=3+4", "#REF!", "(500)", "$1,200", "x"]


@st.composite
def tables(draw: st.DrawFn) -> list[list[object]]:
    """A header of one to three rows over lines with codes, titles and whatever stands behind them."""
    width = draw(st.integers(1, 6))
    heads = draw(st.lists(st.lists(st.sampled_from(HEADINGS), min_size=width, max_size=width), max_size=2))
    line = st.tuples(st.sampled_from(CODES), st.sampled_from(TITLES), *[st.sampled_from(FIGURES)] * width)
    rows = [["STT", "Nội dung", *head] for head in heads] or [["STT", "Nội dung"]]
    return [*rows, *map(list, draw(st.lists(line, max_size=9)))]


def as_text(rows: Rows, bar: str) -> bytes:
    """The same with bars or blanks between the cells."""
    return "\n".join(bar.join(f"{cell!s:10}" for cell in row) for row in rows).encode()


@given(tables(), st.sets(st.sampled_from(["A1:A2", "B1:C1", "C1:D1", "C1:C2", "E1:F1", "B4:C4", "A3:A5", "D3:D4"])))
@example(
    [
        ["STT", "Nội dung"],
        ["I", "Chi khác", 100],
        ["-", "Trong đó: vốn A", 0],
        ["-", "Tổng cộng", 0],
        ["1", "Chi khác", 0],
    ],
    set(),
)
@example(
    [["Nội dung", "Variance", "", "Variance"], ["Số lượng", "Nội dung", "Q1", "Total"], ["Chi đầu tư", "3.000 đồng"]],
    set(),
)
def test_every_table_is_read_or_refused(rows: list[list[object]], merged: set[str]) -> None:
    apart = [span for span in sorted(merged) if not any(span != other and span[:2] == other[:2] for other in merged)]
    for name, content in {
        "x.xlsx": book(rows, apart),
        "x.md": as_text(rows, " | "),
        "x.txt": as_text(rows, "   "),
    }.items():
        try:
            loaded = load(file_type(name), content, name)
        except Unreadable as unreadable:
            assert unreadable.faults
            continue
        assert len(check_plan(loaded).checked.printed.lines) == len(loaded.plan.lines)
