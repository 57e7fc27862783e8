"""SX512: no unit, several units, a figure with another unit than the table, number formats that show another, lines
that count people or things; SX518: a column with a unit of its own."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.plan import Role
from sxtdbv_cli.model.sheet import GRID, Doubt, Use
from sxtdbv_cli.model.units import UNNAMED, dong_scale, plain
from sxtdbv_cli.tables.body.figures import steps_below
from sxtdbv_cli.tables.body.left_out import UNIT as WRITTEN
from sxtdbv_cli.tables.columns.taken import columns_of
from sxtdbv_cli.tables.document.unit import shortened
from sxtdbv_cli.tables.doubts.kinds import HEADER, UNIT, gathered
from sxtdbv_cli.tables.figures.exact import period_of
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.units.money import CODES, DONG, in_dong, scale_of, written_of
from sxtdbv_cli.tables.units.stated import currency_in, heading_unit, unit_name
from sxtdbv_cli.tables.view import said
from sxtdbv_cli.tables.words.titles import counts_things
from sxtdbv_cli.tables.words.totals import is_total
from sxtdbv_cli.text.saying import Late

STATE_UNIT = UNIT.but("hãy nêu bằng --unit", "state it with --unit")
NO_UNIT = STATE_UNIT.kind("bảng không nêu đơn vị tính", "the table states no unit")
EXCHANGED = UNIT.kind(
    "cột {letters} đứng cạnh cột tỷ giá và không nêu loại tiền; được đọc theo đơn vị của bảng ({unit})",
    "column {letters} stands beside rates of exchange and names no money; it was read in the unit of the table "
    "({unit})",
)
UNITS = STATE_UNIT.kind(
    "nêu nhiều đơn vị tính: {unit}, {others}; dùng {unit}",
    "more than one unit is stated: {unit}, {others}; {unit} is taken",
)
OTHER_UNIT = UNIT.kind(
    "“{text}” ghi đơn vị khác với bảng ({unit}); số được đọc theo đơn vị của bảng",
    "“{text}” names another unit than the table ({unit}); the figure was read in that of the table",
)
OWN_UNIT = UNIT.kind(
    "“{text}” ghi đơn vị riêng; số được đổi sang đơn vị của bảng ({unit})",
    "“{text}” names a unit of its own; the figure was put into that of the table ({unit})",
)
BELOW = HEADER.kind(
    "“{text}” nêu đơn vị khác với bảng ({unit}); số của các dòng dưới đó được đổi sang đơn vị của bảng",
    "“{text}” states another unit than that of the table ({unit}); the figures below were put into that of the table",
)
IN_FIGURES = HEADER.plain.kind(
    "các số của cột {letters} ghi “{other}”, khác đơn vị của bảng ({unit}); vẫn được đọc như số tiền; nếu không phải, "
    "hãy bỏ cột bằng --columns",
    "the figures of column {letters} say “{other}”, another unit than that of the table ({unit}); they were read as "
    "amounts; leave the column out with --columns if they are none",
)
OTHER_IN_HEADING = HEADER.kind(
    "tên cột {letters} ghi “{other}”, khác đơn vị của bảng ({unit}); số của cột được đọc theo đơn vị của bảng",
    "column {letters} is headed “{other}”, another unit than that of the table ({unit}); its figures were read in that "
    "of the table",
)
BY_LINE = HEADER.kind(
    "cột {letters} ghi nhiều đơn vị tiền ({units}); số tiền của mọi dòng được đọc theo một đơn vị",
    "column {letters} names several units of money ({units}); the amounts of all lines were read in one",
)
NO_MONEY = HEADER.kind(
    "cột {letters} ghi đơn vị tiền cho một số dòng, và {units} cho các dòng khác; số của các dòng này cũng được đọc là "
    "tiền",
    "column {letters} names a unit of money for some lines, and {units} for others; the figures of these were read as "
    "amounts all the same",
)
PERIODS = UNIT.settled(
    "“{text}” và “{other}” tính theo kỳ khác nhau, nhưng được đọc trong cùng một cột; hãy quy về cùng một kỳ",
    "“{text}” and “{other}” are paid for different times, but were read in one column; put them into one",
)._replace(severity=Severity.WARNING)
_MOST = 5
_LONGEST = 20
SHOWN = UNIT.kind(
    "các ô ghi số bằng {stored}, định dạng số chỉ hiện {unit}; được đọc bằng {stored}",
    "the cells hold {stored}, and their number formats show {unit}; they were read in {stored}",
)
SHORTENED = HEADER.kind(
    "định dạng số của cột {letters} hiện số nhỏ hơn hàng nghìn lần số ghi trong ô; được đọc theo số ghi trong ô",
    "number formats of column {letters} show its figures a thousand times smaller than the cells hold; they were read "
    "as the cells hold them",
)
COUNTS = UNIT.kind(
    "“{text}” là số đếm chứ không phải số tiền, nhưng được đọc theo đơn vị của bảng ({unit}); nên để ở cột riêng",
    "“{text}” counts something and is no money, but was read in the unit of the table ({unit}); better keep it in a "
    "column or a table of its own",
)


def doubts(reading: Reading) -> Iterator[Doubt]:
    """What is doubtful about the unit; of the unit of the table nothing, where the user states it."""
    unit = reading.unit
    foreign = signed(reading) if dong_scale(reading.unit.name or "") is not None else {}
    rows = [row.row for row in reading.body.rows]
    yield from gathered(_other_units(reading, foreign), rows, reading.view.grid.place)
    yield from gathered(_periods(reading), rows, reading.view.grid.place)
    yield from _below(reading)
    yield from _by_line(reading)
    headed = [*_other_headings(reading, foreign)]
    yield from headed
    if reading.choices.unit is not None:
        return
    yield from _exchanged(reading)
    if unit.name is None:
        yield NO_UNIT.at("unit")
    elif unit.others and not headed:
        severity = Severity.WARNING if unit.clash else None
        yield UNITS.at("unit", severity=severity, unit=unit.name, others=", ".join(unit.others))


def signed(reading: Reading) -> dict[int, str]:
    """The columns of which every figure names a currency other than đồng, with it: nothing is counted there."""
    found: dict[int, list[str]] = {}
    for (_, column), written in reading.body.units:
        found.setdefault(column, []).extend(filter(None, [currency_in(written)]))
    amounts = enumerate(columns_of(reading.taken).amounts if found else ())
    stated = {at: sum(row.figures[place] is not None for row in reading.body.rows) for place, at in amounts}
    return {column: names[0] for column, names in found.items() if names and len(names) >= stated.get(column, 0)}


def _below(reading: Reading) -> Iterator[Doubt]:
    """The rows among the lines that state another unit than the table, below which figures were put into its own."""
    name, body = reading.unit.name or UNNAMED, reading.body
    scale = dong_scale(name)
    moved = {row for row, _ in steps_below(body, scale)} if scale is not None else set()
    for before, after in pairwise(body.rows) if moved else ():
        left = [left for left in body.left_out if left.why is WRITTEN and before.row < left.row < after.row]
        if left and after.row in moved:
            yield BELOW.at(GRID, left[-1].row, 0, text=left[-1].text, unit=name)


def _other_units(reading: Reading, foreign: Mapping[int, str]) -> Iterator[Doubt]:
    """The cells that name a unit of the đồng family other than that of the table, or a currency where it is in đồng;
    not those of columns that are told as a whole."""
    name = reading.unit.name
    scale, money = dong_scale(name) if name else None, scale_of(name or "") or (name or "", 0)
    blank = {cell for cell, figure in reading.body.odd if figure.value is None}
    for (row, column), written in reading.body.units:
        if (row, column) in blank:
            continue
        other = written_of(unit_name(written) or "", money[0])
        strange = scale is not None and column not in foreign and currency_in(written) is not None
        if strange or (other is not None and other != money and (other[0] == DONG or other[1])):
            kind = OWN_UNIT if other and other[1] and money[0] == other[0] else OTHER_UNIT
            yield kind.at(GRID, row, column, text=reading.view.text(row, column), unit=name or UNNAMED)


def _periods(reading: Reading) -> Iterator[Doubt]:
    """The figures that are paid for each month, year or the like, where most of their column are for another, or for
    none; but for a total, which says that of them all."""
    view = reading.view
    rows = reading.body.rows if reading.body.units else ()  # what has a period has a currency
    totals = {row.row for row in rows if is_total(row.title)}
    for at, column in enumerate(columns_of(reading.taken).amounts):
        stated = [row.row for row in rows if row.figures[at] is not None]
        cells = {row: cell for row in stated if (cell := view.at(row, column)) and "/" in cell.text}
        paid = {row: period for row, cell in cells.items() if (period := period_of(said(cell))) is not None}
        counted = Counter(paid.values())
        texts = {row: view.text(row, column) for row in (stated if counted else ())}
        most = max(counted, key=lambda period: counted[period], default=None)
        usual = most if 2 * len(paid) >= len(texts) else None
        other = next((text for row, text in texts.items() if paid.get(row) == usual), "")
        for row, period in paid.items():
            if period != usual and (usual or (period != "year" and row not in totals)):  # of a year are the others, too
                yield PERIODS.at(GRID, row, column, text=texts[row], other=other)


def _by_line(reading: Reading) -> Iterator[Doubt]:
    """The columns that say line by line what amounts are in, and name several units or currencies, or no money."""
    view, rows = reading.view, reading.body.rows
    beside = any(taken.use in (Use.QUANTITY, Use.PRICE) for taken in reading.taken)
    for taken in reading.taken:
        column = taken.head.column
        if taken.use not in (Use.SKIP, Use.UNIT, Use.NOTE) or (taken.use is Use.UNIT and beside):
            continue
        texts = dict.fromkeys(text for row in rows if (text := view.text(row.row, column)))
        units = {unit: text for text in texts if len(text) <= _LONGEST and (unit := _money(text)) is not None}
        others = [text for text in texts if _money(text) is None] if units and taken.use is Use.UNIT else []
        several = len(units) > 1 and (taken.use is Use.UNIT or len(units) == len(texts))
        for wrong, kind, named in ((several, BY_LINE, [*units.values()]), (bool(others), NO_MONEY, others[:_MOST])):
            if wrong:
                yield kind.of_column(reading, column, units=", ".join(named))


def _money(text: str) -> str | int | None:
    """What a cell says that amounts are in: a currency, or how many zeros a unit of the đồng family stands for."""
    scale = dong_scale(in_dong(text) or unit_name(text) or "")
    return scale if scale is not None else text.upper() if text.upper() in CODES else None


def _exchanged(reading: Reading) -> Iterator[Doubt]:
    """The columns of amounts that name no money in a table of a currency that other columns name, where rates of
    exchange stand beside: *Chi phí (USD)*, *Tỷ giá*, *Thành tiền*."""
    name = reading.unit.name
    others = [taken for taken in reading.taken if not _is_rate(plain(taken.head.text))]
    if len(others) == len(reading.taken) or name not in CODES or dong_scale(name) is not None:
        return
    amounts = [taken for taken in others if taken.use is Use.AMOUNT]
    silent = [taken for taken in amounts if currency_in(taken.head.text) is None]
    for taken in silent if len(silent) < len(amounts) else ():
        yield EXCHANGED.of_column(reading, taken.head.column, unit=name)


_is_rate = Late(r"\bt[yi] gia\b|\bexchange rates?\b|\brates? of exchange\b|\b(fx|forex) rates?\b").search


def _other_headings(reading: Reading, foreign: Mapping[int, str]) -> Iterator[Doubt]:
    """The columns of amounts whose headings name a unit of the đồng family other than that of the table, so that each
    of their figures is a thousand times another; or they or all their figures a currency where the table is in đồng."""
    name = reading.unit.name
    scale = dong_scale(name) if name else None
    for taken in reading.taken if scale is not None else ():
        text = taken.head.text
        other = (heading_unit(text) or currency_in(text)) if taken.use is Use.AMOUNT else None
        column = taken.head.column
        headed = other is not None and dong_scale(other) != scale
        if headed or column in foreign:
            said, message = (other, OTHER_IN_HEADING) if headed else (foreign[column], IN_FIGURES)
            yield message.of_column(reading, column, other=said or UNNAMED, unit=name or UNNAMED)


def shown_otherwise(reading: Reading) -> Iterator[Doubt]:
    """That number formats show figures smaller than they are: all of them in the unit of the table, or some."""
    if reading.unit.shown is not None:
        yield SHOWN.at("unit", unit=reading.unit.shown, stored=reading.unit.name or UNNAMED)
        return
    for column, times in shortened(reading.view, reading.block, columns_of(reading.taken).amounts).items():
        if any(times):
            yield SHORTENED.of_column(reading, column)


def counting(reading: Reading) -> Iterator[Doubt]:
    """The lines that count something, have no unit of their own and are part of no sum that holds, where most of the
    others do not count and the table is in money."""
    found, name = reading.structure, reading.unit.name
    if name is None or dong_scale(name) is None:
        return
    lines = [line for line, entry in enumerate(found.entries) if entry.has_figures]
    told = [line for line in lines if not found.entries[line].unit and counts_things(found.entries[line].title)]
    if len(told) == len(lines):
        return
    for line in told:
        if not (found.roles[line] is Role.PART and found.tally_of(found.parents[line]).convinces):
            yield COUNTS.at("lines", line, text=found.entries[line].title, unit=name)
