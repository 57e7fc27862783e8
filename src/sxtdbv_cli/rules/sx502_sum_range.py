"""SX502: a sum formula that leaves out a part, or takes in what is none."""

from sxtdbv_cli.rules.cells import FORMULA, amount_cells, names
from sxtdbv_cli.rules.formulas.compare import SheetSums
from sxtdbv_cli.rules.formulas.plain import PlainSums
from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.WARNING
TITLE = Text("Công thức cộng thiếu hoặc thừa ô", "A sum formula leaves out or takes in cells")
MESSAGE = Text(
    "công thức {formula} bỏ sót {left_out} và cộng thừa {taken_in}",
    "the formula {formula} leaves out {left_out} and takes in {taken_in}",
)
LEFT_OUT = Text("công thức {formula} bỏ sót {left_out}", "the formula {formula} leaves out {left_out}")
TAKEN_IN = Text("công thức {formula} cộng thừa {taken_in}", "the formula {formula} takes in {taken_in}")

SHOWN = 60


def check(subject: Subject) -> Hits:
    """Yield a hit for every formula that adds other cells than the sum it stands for."""
    sheet = subject.sheet
    if sheet is None or not sheet.grid.has_formulas:
        return
    plain, sums = PlainSums(subject, sheet), SheetSums(subject, sheet)
    for found in amount_cells(subject, sheet, FORMULA):
        formula = found.found.formula or ""
        if plain.fits(found, formula):
            continue
        wrong = sums.compare(found.position, formula)
        if wrong and any(wrong):
            facts = {"formula": formula[:SHOWN], "left_out": names(wrong.left_out), "taken_in": names(wrong.taken_in)}
            message = None if all(wrong) else LEFT_OUT if wrong.left_out else TAKEN_IN
            yield Hit(subject.printed.address(found.cell), facts, message=message)
