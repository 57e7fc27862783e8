"""SX511: cells of amounts without a figure, or an exact one; SX517: what was read otherwise than it is written."""

from collections.abc import Iterator
from operator import attrgetter

from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.grid import Kind
from sxtdbv_cli.model.plan import Role
from sxtdbv_cli.model.sheet import GRID, Doubt
from sxtdbv_cli.tables.columns.taken import amounts_of
from sxtdbv_cli.tables.doubts.kinds import CONVERTED, NO_AMOUNT, NO_FIGURE, gathered
from sxtdbv_cli.tables.figures.exact import What, read_text
from sxtdbv_cli.tables.figures.notation import decimals_in
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.two_readings import SUMS
from sxtdbv_cli.tables.units.stated import heading_unit
from sxtdbv_cli.tables.view import said
from sxtdbv_cli.tables.words.totals import is_total
from sxtdbv_cli.text.lost import lost_words
from sxtdbv_cli.text.saying import Late

_text = attrgetter("text")
_PART = Role.PART  # asked of every line: before Python 3.12 a member is a slow attribute
TYPE = NO_FIGURE.but("hãy gõ lại thành số", "type it as a number")
ROUGH = TYPE.settled(
    "“{text}” là số gần đúng hoặc có lời ghi kèm; được đọc như một số đúng",
    "“{text}” is approximate, or has a remark; it was read as an exact figure",
)
_IN_BOTH = Late(r"[-+(]?[1-9]\d{0,2}(?:\.\d{3})*(?:\.\d{3},|,\d{3}\.)\d{3}\D{0,5}").fullmatch
"""A figure in groups whose last sign is another: *5.000,000*."""
_ABOUT = Late(r"[~≈±]\s*[^()]+").fullmatch
GROUP = 3
"""So many digits stand between the signs of groups."""
PARTS = TYPE.settled(
    "“{text}” được đọc là số có ba chữ số thập phân, khác với các số kia của bảng; có thể dấu đó phân cách hàng nghìn",
    "“{text}” was read with three decimals, unlike the other figures of the table; the sign may set off thousands",
)
GROUPED = NO_FIGURE.kind(
    "dấu trong “{text}” được đọc là dấu phân cách hàng nghìn, khác với các cột kia của bảng",
    "the sign in “{text}” was read as setting off thousands, unlike in the other columns of the table",
)
BRACKETED = NO_FIGURE.kind(
    "“{text}” trong ngoặc được đọc là số âm, nhưng dòng này chỉ kể một phần nên không phép cộng nào xác nhận; "
    "nếu là số dương, hãy bỏ ngoặc",
    "“{text}” in brackets was read as negative, but the line is no part of a sum that could confirm it; take the "
    "brackets away if it is positive",
)
MIXED = NO_FIGURE.kind(
    "số trong bảng viết theo cả hai kiểu 1.234,5 và 1,234.5", "figures are written both as 1.234,5 and as 1,234.5"
)
COMPOSED = CONVERTED.kind(
    "chữ viết dạng tổ hợp (NFD) đã được chuyển thành NFC: {count:d} ô",
    "decomposed text (NFD) was turned into NFC: {count:d} {count:cell|cells}",
)
NOISE = CONVERTED.kind(
    "đã bỏ phần lẻ do máy tính tạo ra khi cộng số nhị phân: {count:d} ô",
    "noise of binary arithmetic was taken off: {count:d} {count:cell|cells}",
)
BY_SUMS = CONVERTED.kind(
    "“{text}” có thể đọc theo hai cách; được đọc với dấu thập phân “{decimal}”, vì chỉ như vậy các phép cộng mới khớp: "
    "{count:d} ô",
    "“{text}” can be read two ways; it was read with “{decimal}” as the decimal sign, for only then its sums hold: "
    "{count:d} {count:cell|cells}",
)
TURNED = CONVERTED.kind(
    "“{text}” ở ô bên cạnh cho biết số thuộc bên kia của tài khoản cấp trên; được đọc là số âm, vì chỉ như vậy các "
    "phép cộng mới khớp: {count:d} ô",
    "“{text}” beside it says that a figure is of the other side than the account above; it was read below nought, for "
    "only then its sums hold: {count:d} {count:cell|cells}",
)
LOST = CONVERTED.kind(
    "dấu ? đứng thay chữ trong {count:d} từ (“{text}”): chữ đã mất khi lưu tệp bằng bảng mã không có chữ tiếng Việt, "
    "nên tổng và cấp của dòng có thể không nhận ra; hãy lưu lại từ tệp gốc với mã UTF-8 (trong Excel: CSV UTF-8)",
    "? stands for letters in {count:d} words (“{text}”): they were lost when the file was saved in an encoding that "
    "lacks them, and totals and levels may not be recognised; save the original again as UTF-8 (in Excel: CSV UTF-8)",
)._replace(severity=Severity.WARNING)
MISREAD = CONVERTED.kind("số thứ tự “{text}” được đọc là “{meant}”", "the code “{text}” was read as “{meant}”")


def doubts(reading: Reading) -> Iterator[Doubt]:
    """What stands in cells of amounts and is no plain figure; and figures in two notations."""
    view, body, found = reading.view, reading.body, reading.structure
    titles = {row.row: row.title for row in body.rows}
    for (row, column), figure in body.odd:
        cell, line = view.at(row, column), found.lines_by_row.get(row)
        if figure.what is What.PERCENT and row not in titles:
            continue  # it says how large a part a column is
        if figure.what is What.PERCENT and line is not None and found.roles[line] is Role.MEMO:
            continue  # a line of percentages says so itself
        if cell is None or cell.kind in (Kind.ERROR, Kind.PENDING) or said(cell) == titles.get(row):
            continue  # what a row is called stands among its amounts where a total has no other cell before it
        if figure.rough:
            severity = Severity.NOTE if _ABOUT(figure.mark) else None  # the figure is plain, if not exact
            yield ROUGH.at(GRID, row, column, severity=severity, text=figure.mark)
            continue
        mark = "%" if figure.what is What.PERCENT and cell.kind is Kind.NUMBER else ""
        text = (figure.mark or cell.text) + mark
        span = view.merged.get((row, column))
        if line is None and span is not None and span.right > span.left and not any(map(str.isdigit, text)):
            continue  # a text over several columns captions them
        named = line is not None and any(map(str.isalpha, found.entries[line].title))
        bare = any(map(str.isdigit, text)) or row == body.rows[0].row or is_total(text)
        # words hold no figure that may be lost, unless they are a header; of a line without a title they may be that
        severity = (None if bare else Severity.NOTE) if named or line is None else Severity.WARNING
        yield NO_AMOUNT.at(GRID, row, column, severity=severity, text=cell.said if cell.kind is Kind.DATE else text)
    yield from _parts(reading)
    rows = [entry.row for entry in found.entries]
    yield from gathered(_bracketed(reading), rows, reading.view.grid.place)
    if body.notation.why == "both":
        yield MIXED.at(GRID, body.rows[0].row, 0, text="")


def _bracketed(reading: Reading) -> Iterator[Doubt]:
    """The figures in brackets of lines that are not added: brackets may set them apart as well as below nought."""
    view, found = reading.view, reading.structure
    columns = [taken.head.column for taken in amounts_of(reading.taken)]
    others = [line for line, role in enumerate(found.roles) if role is not _PART]
    for line in others:
        entry = found.entries[line]
        for at, column in enumerate(columns) if found.roles[line] in (Role.OF_WHICH, Role.MEMO) else ():
            cell = view.at(entry.row, column) if (entry.figures[at] or 0) < 0 else None
            if cell is not None and cell.kind is Kind.TEXT and cell.text.strip().startswith("("):
                yield BRACKETED.at(GRID, entry.row, column, text=cell.text.strip())


def _parts(reading: Reading) -> Iterator[Doubt]:
    """The figures that may be one group of three digits and were read as three decimals, where no other figure shows
    three, and all show as many: none of them, or two. The đồng has no parts at all."""
    view, notation = reading.view, reading.body.notation
    if notation.decimal is None or notation.why in ("stated", SUMS):
        return
    heads = [taken.head for taken in amounts_of(reading.taken)]
    cells = {(row.row, head.column): view.at(row.row, head.column) for row in reading.body.rows for head in heads}
    texts = {place: cell.text for place, cell in cells.items() if cell is not None and cell.kind is Kind.TEXT}
    widths, single = decimals_in(texts.values(), notation.decimal)
    odd = GROUP not in widths and len(widths) <= 1
    parted = any(cell is not None and cell.kind is Kind.NUMBER and "." in cell.text for cell in cells.values())
    mixed = [text for text in texts.values() if _IN_BOTH(text.strip())] if widths == {GROUP} and not single else []
    if len(mixed) == 1 and not parted:
        single, odd = mixed, True
    dong = {head.column for head in heads if heading_unit(head.text) == "đồng"}
    told = set()
    for (row, column), text in texts.items() if single else ():
        if column in reading.body.grouped:
            if text in single and column not in told:
                yield GROUPED.at(GRID, row, column, text=text.strip())
                told.add(column)
            continue
        value = read_text(text, notation).value if text in single and (odd or column in dong) else None
        if value is not None and value.as_tuple().exponent == -GROUP:
            yield PARTS.at(GRID, row, column, text=text.strip())


def _lost(reading: Reading) -> Iterator[Doubt]:
    """That letters are lost from the headings and the lines of a table, at the first cell."""
    view, block = reading.view, reading.block
    asking = [row for row in range(block.header, block.end) if "?" in "".join(map(_text, filter(None, view.rows[row])))]
    texts = {
        (row, column): cell.text
        for row in asking
        for column, cell in enumerate(view.rows[row][block.left : block.right + 1], block.left)
        if cell is not None and "?" in cell.text
    }
    words = lost_words(texts.values())
    if words:
        first = next(at for at, text in texts.items() if words[0] in text)
        yield LOST.at(GRID, *first, text=words[0], count=len(words))


def converted(reading: Reading) -> Iterator[Doubt]:
    """Texts that were composed or have lost letters, figures freed of noise, codes with a letter that looks like
    another."""
    yield from _lost(reading)
    for cells, message in ((reading.body.decomposed, COMPOSED), (reading.body.noisy, NOISE)):
        if cells:
            yield message.at(GRID, *cells[0], count=len(cells))
    if reading.body.notation.why == SUMS:
        cell, figure = reading.body.doubled[0]
        yield BY_SUMS.at(
            GRID, *cell, text=figure.mark, decimal=reading.body.notation.decimal, count=len(reading.body.doubled)
        )
    columns = [taken.head.column for taken in amounts_of(reading.taken)]
    turned = [(entry.figures_row, columns[place]) for entry, place in reading.structure.outcome.turned]
    for row, column in turned[:1]:
        yield TURNED.at(GRID, row, column, text=reading.view.text(row, column + 1), count=len(turned))
    at = reading.structure.lines_by_row
    for entry, meant in reading.structure.outcome.misread:
        written = reading.view.text(entry.row, reading.code_column)
        yield MISREAD.at("lines", at[entry.row], "code", text=written, meant=meant)
