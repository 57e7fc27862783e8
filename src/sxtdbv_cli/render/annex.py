"""What the annex of a document says around its table: heading, columns, the row that numbers them, its figures.

Shared by every format a plan is exported to.
"""

from decimal import Decimal

from sxtdbv_cli.model.plan import NOWHERE, Document, Plan, Unit
from sxtdbv_cli.model.units import UNNAMED
from sxtdbv_cli.text.language import Language, Text

CODE = Text("STT", "No.")
CONTENT = Text("Nội dung", "Description")
SCHEDULE = Text("Thời gian", "Schedule")
NOTE = Text("Ghi chú", "Note")
LEVEL = Text("Cấp", "Level")
ROLE = Text("Cách tính", "Counts as")
RULE = Text("Quy tắc", "Rule")
ANNEX = Text("PHỤ LỤC", "ANNEX")
UNIT = Text("Đơn vị tính: {unit}", "Unit: {unit}")
SUM = Text("Cộng các mục", "Sum of the sections")
NUMBERED = Text(" số {number}", " No. {number}")
DATED = Text(" ngày {day:d} tháng {month:d} năm {year:d}", " of {day:d}/{month:d}/{year:d}")
ISSUED = Text(" của {issuer}", ", {issuer}")
ATTACHED = Text("(Kèm theo {document})", "(Attached to {document})")

_KINDS = {
    "KH": Text("Kế hoạch", "Plan"),
    "QĐ": Text("Quyết định", "Decision"),
    "NQ": Text("Nghị quyết", "Resolution"),
    "TTR": Text("Tờ trình", "Proposal"),
    "BC": Text("Báo cáo", "Report"),
    "CTR": Text("Chương trình", "Programme"),
    "ĐA": Text("Đề án", "Scheme"),
    "TT": Text("Thông tư", "Circular"),
}
_DOCUMENT = Text("văn bản", "the document")


def attached(document: Document, language: Language) -> str:
    """*(Kèm theo Kế hoạch số 160/KH-UBND ngày 26 tháng 7 năm 2022 của ...)*; empty for a draft without a number."""
    if document.number is None:
        return ""
    kind = document.number.rpartition("/")[2].partition("-")[0].strip().upper()  # of 160/KH-UBND, a plan
    pieces = [_KINDS.get(kind, _DOCUMENT).say(language), NUMBERED.say(language, {"number": document.number})]
    if date := document.date:
        pieces.append(DATED.say(language, {"day": date.day, "month": date.month, "year": date.year}))
    if document.issuer:
        pieces.append(ISSUED.say(language, {"issuer": document.issuer}))
    return ATTACHED.say(language, {"document": "".join(pieces)})


def counted_in(unit: Unit, language: Language) -> str:
    """*Đơn vị tính: triệu đồng*; empty where the table does not say what it counts in."""
    return "" if unit.name == UNNAMED else UNIT.say(language, {"unit": unit.name})


def levels(plan: Plan) -> list[int]:
    """How deep each line stands: 1 for a section."""
    found: list[int] = []
    for parent in plan.lines.parents:
        found.append(1 if parent == NOWHERE else found[parent] + 1)
    return found


def figure(amount: int, unit: Unit) -> Decimal:
    """An amount in the unit of the table, exactly: 1.977.800.000 đồng are 1977.8 triệu."""
    value = Decimal(amount).scaleb(-unit.scale)
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()


def decimals(plan: Plan) -> int:
    """How many decimals the figures of the table show."""
    unit = plan.unit
    stated = [amount for amount in plan.cells if amount]
    if unit.scale == unit.decimals:
        finer: int = 10**unit.digits.kept
        return unit.decimals - (0 if any(amount % finer for amount in stated) else unit.digits.kept)
    steps = [10 ** (unit.scale - shown) for shown in range(unit.scale)]
    return next((shown for shown, step in enumerate(steps) if not any(amount % step for amount in stated)), unit.scale)
