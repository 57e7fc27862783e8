"""SX508: an amount that is not its quantity times its unit price."""

from decimal import Decimal
from fractions import Fraction

from sxtdbv_cli.model.plan import Cell
from sxtdbv_cli.model.sheet import Factor, Sheet, Use
from sxtdbv_cli.model.sums import Kind, promised
from sxtdbv_cli.rules.cells import in_grid
from sxtdbv_cli.rules.rule import Facts, Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.ERROR
TITLE = Text("Số lượng nhân đơn giá không bằng số tiền", "Quantity times unit price is not the amount")
MESSAGE = Text(
    "ghi {stated}, số lượng nhân đơn giá ({factors}) được {computed}, lệch {gap}",
    "states {stated}, quantity times unit price ({factors}) is {computed}, off by {gap}",
)
OTHER = Text(
    "ghi {stated}, tích {factors} được {computed}, lệch {gap}",
    "states {stated}, the product {factors} is {computed}, off by {gap}",
)
"""Where it is no quantity times a unit price, but what the table states: times 8%, times a rate for all."""
STEPS = (Fraction(1, 1000), Fraction(1, 1000000))


def check(subject: Subject) -> Hits:
    """Yield a hit for every product of the table that its amount is not, further off than rounding explains.

    Where most lines that have others below them are no product (the units of a group times the rate of one line
    below it), none of those says a mistake."""
    sheet = subject.sheet
    if sheet is None:
        return
    plan = subject.printed
    factors = {column.column for column in sheet.understanding.columns if column.use in (Use.QUANTITY, Use.PRICE)}
    products = [(product, plan.cell(product.line, product.column)) for product in sheet.understanding.products]
    amounts = [(product, cell, stated) for product, cell in products if (stated := plan.cells[cell]) is not None]
    wrong = [one for one in amounts if abs(one[2] - one[0].computed) > one[0].slack]
    footed = _footed(subject) if wrong else frozenset()
    unlike = 2 * sum(cell in footed for _, cell, _ in wrong) > sum(cell in footed for _, cell in products)
    for product, cell, stated in wrong:
        if unlike and cell in footed:
            continue
        computed = round(product.computed)
        row = sheet.rows[product.line]
        facts: Facts = {
            "stated": stated,
            "computed": computed,
            "gap": stated - computed,
            "factors": " x ".join([*(_said(sheet, row, factor) for factor in product.factors), *_times(product.times)]),
        }
        columns = [column for factor in product.factors for column in factor.columns]
        message = None if len(columns) > 1 and factors.issuperset(columns) else OTHER
        yield Hit(plan.address(cell), facts, tuple(in_grid((row, column)) for column in columns), message=message)


def _said(sheet: Sheet, row: int, factor: Factor) -> str:
    """The cells of a factor."""
    plus, minus = ([sheet.grid.named((row, column)) for column in side] for side in factor)
    said = " - ".join([" + ".join(plus), *minus])
    return f"({said})" if len(factor.columns) > 1 else said


def _times(number: Fraction) -> list[str]:
    """A number that is multiplied, unless it is 1: 12, 8%, 1/1000."""
    if number == 1:
        return []
    thousandths = number * 100_000
    if number.denominator == 1:
        return [f"{int(number):,}".replace(",", ".")]
    if number in STEPS or thousandths.denominator > 1:
        return [str(number)]
    return [f"{Decimal(int(thousandths)).scaleb(-3).normalize():f}%".replace(".", ",")]


def _footed(subject: Subject) -> frozenset[Cell]:
    """The figures that are to be the sum of those of the lines below them."""
    return frozenset(sum_.whole for sum_ in promised(subject.plan) if sum_.kind is Kind.FOOTING)
