"""SX508: an amount that is not its quantity times its unit price."""

from sxtdbv_cli.model.place import cell_name
from sxtdbv_cli.rules.cells import in_grid
from sxtdbv_cli.rules.rule import Facts, Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.ERROR
TITLE = Text("Số lượng nhân đơn giá không bằng số tiền", "Quantity times unit price is not the amount")
MESSAGE = Text(
    "ghi {stated}, số lượng nhân đơn giá ({factors}) được {computed}, lệch {gap}",
    "states {stated}, quantity times unit price ({factors}) is {computed}, off by {gap}",
)


def check(subject: Subject) -> Hits:
    """Yield a hit for every product of the table that its amount is not, further off than rounding explains."""
    sheet = subject.sheet
    if sheet is None:
        return
    plan = subject.printed
    for product in sheet.understanding.products:
        cell = plan.cell(product.line, product.column)
        stated = plan.cells[cell]
        if stated is None or abs(stated - product.computed) <= product.slack:
            continue
        computed = round(product.computed)
        positions = [(sheet.rows[product.line], column) for column in product.factors]
        facts: Facts = {
            "stated": stated,
            "computed": computed,
            "gap": stated - computed,
            "factors": " x ".join([*map(cell_name, positions), *([str(product.times)] if product.times != 1 else [])]),
        }
        yield Hit(plan.address(cell), facts, tuple(map(in_grid, positions)))
