"""SX508: an amount that is not its quantity times its unit price."""

from sxtdbv_cli.model.plan import Cell
from sxtdbv_cli.model.sums import Kind, promised
from sxtdbv_cli.rules.cells import in_grid
from sxtdbv_cli.rules.rule import Facts, Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.ERROR
TITLE = Text("Số lượng nhân đơn giá không bằng số tiền", "Quantity times unit price is not the amount")
MESSAGE = Text(
    "ghi {stated}, số lượng nhân đơn giá ({factors}) được {computed}, lệch {gap}",
    "states {stated}, quantity times unit price ({factors}) is {computed}, off by {gap}",
)


def check(subject: Subject) -> Hits:
    """Yield a hit for every product of the table that its amount is not, further off than rounding explains.

    Where most lines that have others below them are no product (the units of a group times the rate of one line
    below it), none of those says a mistake."""
    sheet = subject.sheet
    if sheet is None:
        return
    plan = subject.printed
    products = [(product, plan.cell(product.line, product.column)) for product in sheet.understanding.products]
    amounts = [(product, cell, stated) for product, cell in products if (stated := plan.cells[cell]) is not None]
    wrong = [one for one in amounts if abs(one[2] - one[0].computed) > one[0].slack]
    footed = _footed(subject) if wrong else frozenset()
    unlike = 2 * sum(cell in footed for _, cell, _ in wrong) > sum(cell in footed for _, cell in products)
    for product, cell, stated in wrong:
        if unlike and cell in footed:
            continue
        computed = round(product.computed)
        positions = [(sheet.rows[product.line], column) for column in product.factors]
        facts: Facts = {
            "stated": stated,
            "computed": computed,
            "gap": stated - computed,
            "factors": " x ".join(
                [*map(sheet.grid.named, positions), *([str(product.times)] if product.times != 1 else [])]
            ),
        }
        yield Hit(plan.address(cell), facts, tuple(map(in_grid, positions)))


def _footed(subject: Subject) -> frozenset[Cell]:
    """The figures that are to be the sum of those of the lines below them."""
    return frozenset(sum_.whole for sum_ in promised(subject.plan) if sum_.kind is Kind.FOOTING)
