"""SX502: a sum formula that leaves out a part, or takes in what is none."""

from collections import Counter

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.model.plan import NOWHERE, Cell, Role
from sxtdbv_cli.model.sheet import Sheet
from sxtdbv_cli.rules.cells import FORMULA, Addresses, AmountCell, amount_cells, names
from sxtdbv_cli.rules.formulas.alike import MOST, odd_links, odd_ones
from sxtdbv_cli.rules.formulas.compare import SheetSums
from sxtdbv_cli.rules.formulas.parse import NotRead, plain_sum
from sxtdbv_cli.rules.formulas.rates import WHOLE, rate_said, rate_taken, shown
from sxtdbv_cli.rules.rule import Facts, Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.WARNING
TITLE = Text("Công thức cộng thiếu hoặc thừa ô", "A sum formula leaves out or takes in cells")
MESSAGE = Text(
    "công thức {formula} bỏ sót {left_out} và cộng thừa {taken_in}",
    "the formula {formula} leaves out {left_out} and takes in {taken_in}",
)
LEFT_OUT = Text("công thức {formula} bỏ sót {left_out}", "the formula {formula} leaves out {left_out}")
TAKEN_IN = Text("công thức {formula} cộng thừa {taken_in}", "the formula {formula} takes in {taken_in}")
TURNED = Text(
    "công thức {formula} cộng ô phải trừ và trừ ô phải cộng: {left_out}",
    "the formula {formula} adds what is to be taken away, and takes away what is to be added: {left_out}",
)
CIRCLE = Text(
    "công thức {formula} cộng cả chính ô này: tham chiếu vòng, bảng tính không tính được",
    "the formula {formula} adds its own cell: a circular reference, which a spreadsheet cannot calculate",
)
HIDDEN = Text(
    "công thức {formula} không cộng các dòng ẩn: {left_out}",
    "the formula {formula} passes over hidden rows: {left_out}",
)
UNLIKE = Text(
    "công thức {formula} khác {count:d} ô còn lại; theo các ô ấy thì ô này là {usual}",
    "the formula {formula} differs from {count:d} others; by those this cell would be {usual}",
)
ELSEWHERE = Text(
    "công thức {formula} lấy dòng khác với ô cùng dòng ({usual}); ở {count:d} dòng khác các ô của dòng lấy từ cùng một "
    "dòng",
    "the formula {formula} takes another row than the cell beside it ({usual}); the cells of {count:d} other lines are "
    "taken from one row each",
)
RATE = Text(
    "công thức {formula} lấy {rate}%, tên dòng hoặc tên cột ghi {said}%",
    "the formula {formula} takes {rate}%, the name of the line or the column says {said}%",
)

SHOWN = 60


def check(subject: Subject) -> Hits:
    """Yield a hit for every formula that adds other cells than the sum it stands for."""
    sheet = subject.sheet
    if sheet is None or not sheet.grid.has_formulas:
        return
    sums = SheetSums(subject, sheet)
    for found in amount_cells(subject, sheet, FORMULA):
        formula = found.found.formula or ""
        if hidden := sums.over_hidden.get(found.cell):
            said: Facts = {"formula": formula[:SHOWN], "left_out": names(sheet, hidden)}
            yield Hit(subject.printed.address(found.cell), said, message=HIDDEN)
            continue
        if _is_plain(subject, sheet, found, formula):
            continue
        wrong = sums.compare(found.position, formula)
        if wrong and any(wrong):
            facts: Facts = {
                "formula": formula[:SHOWN],
                "left_out": names(sheet, wrong.left_out),
                "taken_in": names(sheet, wrong.taken_in),
            }
            message = None if all(wrong) else LEFT_OUT if wrong.left_out else TAKEN_IN
            message = TURNED if wrong.left_out == wrong.taken_in else message
            message = CIRCLE if wrong.taken_in == [found.position] else message
            yield Hit(subject.printed.address(found.cell), facts, message=message)
    yield from unlike(subject, sheet, sums)
    yield from _rates(subject, sheet)


def _rates(subject: Subject, sheet: Sheet) -> Hits:
    """A hit for every formula that takes another percentage than the name of its line says, or of its column; a column
    whose formulas all take the same one is told once."""
    plan = subject.printed
    heads = [rate_said(column.key) for column in plan.columns]
    lines = {line: rate for line, title in enumerate(plan.lines.titles) if (rate := rate_said(title)) is not None}
    told, seen = list[tuple[int, Cell, Facts]](), Counter[int]()
    for found in amount_cells(subject, sheet, FORMULA) if lines or any(heads) else ():
        line, column = plan.position(found.cell)
        said, formula = lines.get(line, heads[column]), found.found.formula or ""
        rate = rate_taken(formula) if said is not None else None
        if said is None or rate is None:
            continue
        place = NOWHERE if line in lines else column
        seen[place] += 1
        if rate not in (said, WHOLE - said):
            told.append((place, found.cell, {"formula": formula[:SHOWN], "rate": shown(rate), "said": shown(said)}))
    for column, hits in by_key((column, (cell, facts)) for column, cell, facts in told).items():
        alike = column != NOWHERE and len(hits) == seen[column] and len({str(facts["rate"]) for _, facts in hits}) == 1
        for cell, facts in hits[:1] if alike else hits:
            yield Hit(plan.address(cell), facts, message=RATE)


def unlike(subject: Subject, sheet: Sheet, sums: SheetSums) -> Hits:
    """A hit for every formula that is judged by no sum and differs from nearly all others: in the lines without child
    lines from those of its column, in the other lines from those of its row."""
    block, addresses = sheet.understanding.block, Addresses(subject, sheet)
    columns, below = range(block.left, block.right + 1), subject.printed.children
    leaves = {row for row, kids in zip(sheet.figures, below, strict=False) if not kids}
    rows = [row for row in (*sheet.figures, sheet.declared) if row is not None and row not in leaves]
    runs = [[(row, column) for row in sorted(leaves)] for column in columns]
    runs += [[(row, column) for column in columns] for row in rows[:MOST]]
    odds = [(odd, False) for run in runs if not sheet.shifts for odd in odd_ones(sheet.grid, run)]
    odds += odd_links(sheet.grid, ((row, column) for row in sorted(leaves) for column in columns))
    for odd, elsewhere in {odd.position: (odd, elsewhere) for odd, elsewhere in reversed(odds)}.values():
        if odd.position not in sums.cells or sums.compare(odd.position, odd.formula) is None:
            facts: Facts = {"formula": odd.formula[:SHOWN], "count": odd.times, "usual": odd.usual[:SHOWN]}
            yield Hit(addresses.of(odd.position), facts, message=ELSEWHERE if elsewhere else UNLIKE)


def _is_plain(subject: Subject, sheet: Sheet, found: AmountCell, formula: str) -> bool:
    """Whether a formula adds the one range that is the sum of its cell, down or across, as nearly all do."""
    try:
        area = plain_sum(formula)
    except NotRead:
        return False
    if area is None:
        return False
    plan, (row, place) = subject.printed, found.position
    line, column = plan.position(found.cell)
    if area.top == area.bottom == row:
        whole = plan.columns[column]
        return not whole.minus and [*range(area.left, area.right + 1)] == [sheet.columns[part] for part in whole.plus]
    children, roles = plan.children[line], plan.lines.roles
    if not area.left == area.right == place or any(rule.whole == line for rule in plan.line_rules):
        return False
    added = all(roles[child] is Role.PART for child in children)
    return added and [*range(area.top, area.bottom + 1)] == [sheet.figures[child] for child in children]
