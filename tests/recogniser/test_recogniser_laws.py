"""Laws of the recogniser: any grid at all is read or refused, and what was read is the same plan as a plan file."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from sxtdbv_cli.check import check_plan
from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.files.yaml import parse
from sxtdbv_cli.files.yaml.write import write_yaml
from sxtdbv_cli.model.choices import NONE
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.grid import Grid, GridCell, Kind, Span
from sxtdbv_cli.model.place import in_sheet
from sxtdbv_cli.tables import recognise

SAID = """STT|TT|Nội dung|Tổng số|Tổng cộng|Cộng|Năm 2024|Năm 2025|2024|Ghi chú|ĐVT: triệu đồng|Đơn giá|Số lượng
Thành tiền|Trong đó:|Trong đó: lương|- Chi|+ Khác|I|II|A|B|1|1.1|1.2|2|a|-|3=1+2|(1)|4=3/2|Chênh lệch (A-B)|Cộng I|Total
Subtotal|Người lập|Thủ trưởng|1.234.567|1,234.5|1.500|(20)|$5|…|NC|12%|Item|Amount (USD)|Ill|x|Tỷ lệ (%)|Kế hoạch"""
WORDS = st.sampled_from(SAID.replace("\n", "|").split("|"))
CELL = st.one_of(
    st.none(),
    WORDS.map(lambda text: GridCell(Kind.TEXT, text)),
    st.integers(-5, 2030).map(lambda number: GridCell(Kind.NUMBER, str(number))),
    st.sampled_from(["0.1", "0.30000000000000004", "33.333333333333336", "1977.8"]).map(
        lambda t: GridCell(Kind.NUMBER, t)
    ),
    st.sampled_from(
        [
            GridCell(Kind.ERROR, "#REF!"),
            GridCell(Kind.PENDING, "=SUM(C2:C3)", "=SUM(C2:C3)"),
            GridCell(Kind.DATE, "2024-01-01"),
            GridCell(Kind.NUMBER, "0.5", None, "0%"),
            GridCell(Kind.NUMBER, "7", "=C2+D2"),
            GridCell(Kind.TRUTH, "TRUE"),
        ]
    ),
)
HEADER = [GridCell(Kind.TEXT, text) for text in ("STT", "Nội dung", "Tổng số", "2024", "2025")]


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    rows = draw(st.lists(st.lists(CELL, max_size=7), max_size=12))
    if draw(st.booleans()):
        rows.insert(draw(st.integers(0, min(2, len(rows)))), list(HEADER))
    spans = st.builds(
        lambda top, left, down, right: Span(top, left, top + down, left + right),
        *(st.integers(0, 8), st.integers(0, 5), st.integers(0, 3), st.integers(0, 4)),
    )
    outline = draw(st.dictionaries(st.integers(0, 11), st.integers(1, 3), max_size=4))
    return Grid("S", rows, in_sheet("x.xlsx", "S"), merged=draw(st.lists(spans, max_size=2)), outline=outline)


NOTHING_COUNTS = Grid(
    "S",
    [
        [GridCell(Kind.TEXT, "STT"), GridCell(Kind.TEXT, "1")],
        [None, GridCell(Kind.TEXT, "Trong đó:"), GridCell(Kind.NUMBER, "0")],
        [None, GridCell(Kind.TEXT, "STT"), GridCell(Kind.TEXT, "2024")],
        [None, None, GridCell(Kind.NUMBER, "7", "=C2+D2")],
    ],
    in_sheet("x.xlsx", "S"),
)
"""A declared total over lines of which none counts."""


BLANKS_ADDED = Grid(
    "S",
    [
        [GridCell(Kind.TEXT, text) for text in ("STT", "Nội dung", "Tổng số", "2024", "2025")],
        [],
        [],
        [
            None,
            GridCell(Kind.TEXT, "STT"),
            GridCell(Kind.PENDING, "=SUM(C2:C3)", "=SUM(C2:C3)"),
            GridCell(Kind.NUMBER, "0"),
        ],
    ],
    in_sheet("x.xlsx", "S"),
)
"""A formula that adds rows which are no lines."""


@given(grids())
@example(NOTHING_COUNTS)
@example(BLANKS_ADDED)
@settings(max_examples=150, deadline=None)
def test_any_grid_is_read_or_refused_and_imports_as_the_same_plan(grid: Grid) -> None:
    try:
        plan, sheet = recognise([grid], NONE, "x.xlsx")
    except Unreadable as unreadable:
        assert unreadable.faults
        return
    report = check_plan(Loaded("x.xlsx", plan, sheet.place, sheet))
    assert report.subject is not None
    for line, row in enumerate(sheet.rows):
        assert sheet.place(("lines", line)).line == row + 1
    assert parse(write_yaml(plan), "plan.yaml").plan == plan
