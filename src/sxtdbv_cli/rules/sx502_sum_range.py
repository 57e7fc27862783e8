"""SX502: a sum formula that leaves out a part, or takes in what is none."""

from sxtdbv_cli.model.plan import Role
from sxtdbv_cli.model.sheet import Sheet
from sxtdbv_cli.rules.cells import FORMULA, AmountCell, amount_cells, names
from sxtdbv_cli.rules.formulas.compare import SheetSums
from sxtdbv_cli.rules.formulas.parse import NotRead, plain_sum
from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text

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

SHOWN = 60


def check(subject: Subject) -> Hits:
    """Yield a hit for every formula that adds other cells than the sum it stands for."""
    sheet = subject.sheet
    if sheet is None or not sheet.grid.has_formulas:
        return
    sums = SheetSums(subject, sheet)
    for found in amount_cells(subject, sheet, FORMULA):
        formula = found.found.formula or ""
        if _is_plain(subject, sheet, found, formula):
            continue
        wrong = sums.compare(found.position, formula)
        if wrong and any(wrong):
            facts = {
                "formula": formula[:SHOWN],
                "left_out": names(sheet, wrong.left_out),
                "taken_in": names(sheet, wrong.taken_in),
            }
            message = None if all(wrong) else LEFT_OUT if wrong.left_out else TAKEN_IN
            message = TURNED if wrong.left_out == wrong.taken_in else message
            yield Hit(subject.printed.address(found.cell), facts, message=message)


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
