"""The screen of ``sxtdbv inspect``: what a table was taken for, and how sure that is."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table

from sxtdbv_cli.model.audit import Audit
from sxtdbv_cli.model.finding import Finding
from sxtdbv_cli.model.place import column_letters
from sxtdbv_cli.model.plan import Plan, Role
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.sheet import GridColumn, Sheet, Use
from sxtdbv_cli.model.subject import Subject
from sxtdbv_cli.render.annex import UNIT, levels
from sxtdbv_cli.render.inspect.json import plain_decimal
from sxtdbv_cli.render.names import heading
from sxtdbv_cli.render.screen import COLOURS, clipped, draw, shown
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.numbers import Digits, grouped
from sxtdbv_cli.text.safe import visible
from sxtdbv_cli.text.words import COLUMN, NO_UNIT

MOST_LINES, MOST_LEFT_OUT = 300, 20
GAP = INDENT = 2
TABLE = Text("Bảng: {sheet}, {block}", "Table: {sheet}, {block}")
HEADER = Text("Tên cột: dòng {rows}", "Header: {count:row|rows} {rows}")
NO_HEADER = Text("Tên cột: không có", "Header: none")
TITLE = Text("Tiêu đề: {title}", "Title: {title}")
NESTING = Text("Cấp của dòng: {why}", "Levels of lines: {why}")
HEADING, USE, WHY = Text("Tên", "Heading"), Text("Chứa", "Holds"), Text("Vì sao", "Why")
USES = {
    Use.CODE: Text("số thứ tự", "codes"),
    Use.TITLE: Text("nội dung", "titles"),
    Use.SCHEDULE: Text("thời gian", "schedules"),
    Use.UNIT: Text("đơn vị tính", "units"),
    Use.QUANTITY: Text("số lượng (không cộng)", "quantities (not summed)"),
    Use.PRICE: Text("đơn giá (không cộng)", "prices (not summed)"),
    Use.AMOUNT: Text("số tiền", "amounts"),
    Use.NOTE: Text("ghi chú", "notes"),
    Use.SKIP: Text("không đọc", "not read"),
}
COMPARED = Text("tỷ lệ (không cộng)", "a ratio (not summed)")
ROLES = {
    Role.OF_WHICH: Text("trong đó", "of which"),
    Role.DEDUCTION: Text("trừ đi", "taken away"),
    Role.MEMO: Text("không cộng", "not added"),
}
LINES = Text("Các dòng", "Lines")
MORE = Text("… còn {count:d} dòng nữa; xem đủ bằng --format json", "… {count:d} more lines; --format json has them all")
DECLARED = Text("Tổng của cả bảng ở dòng {row:d}", "Total of everything in row {row:d}")
SAID = Text("Tổng cột {column} nêu trong văn bản, {place}", "Total of {column} in the text, {place}")
LEFT_OUT = Text("Không đưa vào kế hoạch", "Left out")
MORE_LEFT = Text("… còn {count:d} dòng nữa", "… {count:d} more")
ROW = Text("dòng {row:d}", "row {row:d}")
DOUBTS = Text("Chỗ chưa chắc", "Doubts")
CELLS = Text("Ô cần xem lại", "Cells to look at")
SURE = Text(
    "Chắc đến đâu: {hold:d} trên {total:d} phép cộng khớp ({share:d}%), {doubts:d} chỗ chưa chắc.",
    "How sure: {hold:d} of {total:d} sums hold ({share:d}%), doubts: {doubts:d}.",
)
UNSURE = Text(
    "Chắc đến đâu: bảng không có phép cộng nào để kiểm tra, {doubts:d} chỗ chưa chắc.",
    "How sure: the table has no sums to check, doubts: {doubts:d}.",
)


def render(reports: Sequence[Report], style: Style) -> str:
    """The screens of all files, one after the other."""
    return draw(style, lambda console: _paint(console, reports, style.language))


def _paint(console: Console, reports: Sequence[Report], language: Language) -> None:
    for number, report in enumerate(reports):
        if number:
            console.print()
        console.print(shown(report.named(report.file), "bold"), soft_wrap=True)
        if report.subject is not None and report.subject.sheet is not None:
            _table(console, report.subject, report.subject.sheet, report.findings, language)


def _table(console: Console, subject: Subject, sheet: Sheet, findings: Sequence[Finding], language: Language) -> None:
    for line in _particulars(subject.plan, sheet, language):
        console.print(shown(line))
    console.print()
    console.print(_columns(subject.plan, sheet, language))
    console.print()
    console.print(shown(LINES.say(language), "bold"))
    for line in _tree(subject.plan, sheet, console.width, language):
        console.print(shown(line), no_wrap=True, crop=True)
    _left_out(console, sheet, language)
    doubts = [finding for finding in findings if finding.of_reading]
    _found(console, DOUBTS, doubts, subject.plan, language)
    _found(console, CELLS, [finding for finding in findings if finding.of_cells], subject.plan, language)
    console.print()
    console.print(shown(_sure(subject.audit, len(doubts), language), "bold"))


def _particulars(plan: Plan, sheet: Sheet, language: Language) -> Iterator[str]:
    understanding = sheet.understanding
    yield TABLE.say(language, {"sheet": sheet.grid.name, "block": understanding.block.name})
    if plan.document.title:
        yield TITLE.say(language, {"title": plan.document.title})
    rows = ", ".join(str(row + 1) for row in understanding.header)
    facts = {"rows": rows, "count": len(understanding.header)}
    yield HEADER.say(language, facts) if rows else NO_HEADER.say(language)
    yield UNIT.say(language, {"unit": understanding.unit}) if understanding.unit else NO_UNIT.say(language)
    yield NESTING.say(language, {"why": understanding.nesting})


def _columns(plan: Plan, sheet: Sheet, language: Language) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for title in (COLUMN, HEADING, USE, WHY):
        table.add_column(title.say(language), overflow="fold")
    for column in sheet.understanding.columns:
        said = COMPARED if column.use is Use.SKIP and column.rule else USES[column.use]
        key = f" “{column.key}”" if column.key and column.key != column.heading else ""
        rule = f" = {_added(plan, sheet, column)}" if column.rule else ""
        quiet = "dim" if said is USES[Use.SKIP] else ""
        table.add_row(
            column_letters(column.column + 1),
            shown(column.heading, quiet),
            shown(said.say(language) + key + rule, quiet),
            shown(column.why.say(language), "dim"),
        )
    return table


def _added(plan: Plan, sheet: Sheet, column: GridColumn) -> str:
    """What a column is the sum of, by the letters of the columns."""
    own = plan.columns[sheet.keys[column.key]] if column.key else None
    if own is None or not (own.plus or own.minus):
        return column.rule or ""
    signed = ((sign, part) for sign, parts in ((" + ", own.plus), (" - ", own.minus)) for part in parts)
    return "".join(f"{sign}{column_letters(sheet.columns[part] + 1)}" for sign, part in signed).removeprefix(" + ")


def _tree(plan: Plan, sheet: Sheet, width: int, language: Language) -> Iterator[str]:
    """The lines with their rows, and the amount of the first column that has one, no farther from the titles than the
    longest of them needs."""
    depths = levels(plan)
    lines = [_line(plan, sheet, line, depth - 1, language) for line, depth in enumerate(depths[:MOST_LINES])]
    figures = max((len(figure) for _, _, figure in lines), default=0)
    names = min(width - figures - GAP, max((len(head) + len(name) for head, name, _ in lines), default=0))
    for head, name, figure in lines:
        room = max(0, names + figures - len(head) - len(figure))
        yield f"{head}{clipped(name, room):<{room}}{' ' * GAP}{figure}"
    if len(depths) > MOST_LINES:
        yield MORE.say(language, {"count": len(depths) - MOST_LINES})
    if sheet.declared is not None:
        yield DECLARED.say(language, {"row": sheet.declared + 1})
    for address, position in sheet.said.items():
        if address[0] == "declared" and len(address) > 1:
            yield SAID.say(language, {"column": str(address[1]), "place": sheet.grid.place(*position).within})


def _line(plan: Plan, sheet: Sheet, line: int, depth: int, language: Language) -> tuple[str, str, str]:
    """A line as it is shown: its row and level, its name, its amount; a column that is not the first is named."""
    amounts = [column[line] for column in plan.lines.amounts]
    stated = next((place for place, amount in enumerate(amounts) if amount is not None), 0)
    first = amounts[stated] if amounts else None
    column = f" [{heading(plan.columns[stated]).say(language)}]" if stated else ""
    role = f" [{ROLES[plan.lines.roles[line]].say(language)}]" if plan.lines.roles[line] in ROLES else ""
    rule = f" [= {plan.lines.equals[line]}]" if plan.lines.equals[line] else ""
    name = " ".join(filter(None, (plan.lines.codes[line], plan.lines.titles[line]))) + role + rule + column
    figure = "" if first is None else figure_of(first, plan.unit.scale)
    return f"{sheet.rows[line] + 1:>5}  {'  ' * depth}", visible(name), figure


def figure_of(amount: int, scale: int) -> str:
    """An amount in the unit of the table, as people write it there."""
    decimals = len(plain_decimal(amount, scale).partition(".")[2])
    return grouped(amount // 10 ** (scale - decimals), Digits(decimals))


def _left_out(console: Console, sheet: Sheet, language: Language) -> None:
    left = sheet.understanding.left_out
    if not left:
        return
    console.print()
    console.print(shown(LEFT_OUT.say(language), "bold"))
    for one in left[:MOST_LEFT_OUT]:
        row = ROW.say(language, {"row": one.row + 1})
        console.print(_indented(f"{row}: {one.why.say(language)}: {clipped(one.text, 60)}"))
    if len(left) > MOST_LEFT_OUT:
        console.print(shown("  " + MORE_LEFT.say(language, {"count": len(left) - MOST_LEFT_OUT})))


def _found(console: Console, title: Text, findings: Sequence[Finding], plan: Plan, language: Language) -> None:
    if not findings:
        return
    console.print()
    console.print(shown(title.say(language), "bold"))
    for one in findings:
        message = one.say(language, plan.unit.digits)
        console.print(_indented(f"{one.code} {one.place.within}: {message}", COLOURS[one.severity]))


def _indented(text: str, style: str = "") -> Padding:
    """A text further in, on all of its lines."""
    return Padding(shown(text, style), (0, 0, 0, INDENT))


def _sure(audit: Audit, doubts: int, language: Language) -> str:
    if not audit.total:
        return UNSURE.say(language, {"doubts": doubts})
    facts = {"hold": audit.hold, "total": audit.total, "share": 100 * audit.hold // audit.total, "doubts": doubts}
    return SURE.say(language, facts)
