"""What lines and columns are called in outputs."""

from sxtdbv_cli.model.finding import Finding, Severity
from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.plan import DECLARED, Amount, Column, Plan
from sxtdbv_cli.model.sums import Kind
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.words import DECLARED as IN_TEXT
from sxtdbv_cli.text.words import TOTAL

KINDS = {
    Kind.CROSS_FOOTING: Text("cộng ngang", "cross-footing"),
    Kind.FOOTING: Text("cộng dọc", "footing"),
    Kind.DECLARED: Text("cộng các mục", "declared total"),
    Kind.STATED: Text("công thức đã ghi", "stated rule"),
}

SEVERITIES = {
    Severity.ERROR: Text("lỗi", "error"),
    Severity.WARNING: Text("cảnh báo", "warning"),
    Severity.NOTE: Text("ghi chú", "note"),
}


OF_DOCUMENT = {
    "number": Text("Số văn bản", "Document number"),
    "date": Text("Ngày văn bản", "Document date"),
    "issuer": Text("Cơ quan ban hành", "Issuer"),
    "title": Text("Tên văn bản", "Document title"),
}


SHORT, LONG = 24, 45
"""A title of a column is cut from so many characters on, and its first group to so many."""


def line_of(address: Address) -> int | None:
    """The line an address is about, or None."""
    return int(address[1]) if address[0] == "lines" and len(address) > 1 else None


def column_of(address: Address) -> str | None:
    """The key of the column an address is about, or None."""
    if address[0] == "declared" and len(address) > 1:
        return str(address[1])
    return str(address[3]) if len(address) > 3 and address[2] == "amounts" else None


def path_of(plan: Plan, address: Address) -> str | None:
    """The path of the line an address is about; ``declared`` for a declared total."""
    line = line_of(address)
    if line is not None:
        return plan.paths[line]
    return DECLARED if address[0] == "declared" else None


def heading(column: Column) -> Text:
    """What a column is called: its own title, the word for the total, or its key; of a long title in groups how it
    begins, and the last of them."""
    if not column.title and column.key == "total":
        return TOTAL
    title = column.title or column.key
    first, *others = title.split(": ")
    if others and len(title) > LONG:
        begun = first if len(first) <= SHORT else first[:SHORT].rpartition(" ")[0] + "…"
        title = f"{begun}: {others[-1]}"
    return Text(title, title)


def heading_of(plan: Plan, key: str | None) -> Text:
    """What the column of a key is called; empty for None."""
    found = next((heading(column) for column in plan.columns if column.key == key), None)
    return found or Text(key or "", key or "")


def total_name(plan: Plan) -> Text:
    """What the total of everything is called: as its row in the table is, or declared in the text."""
    return Text(plan.total_title, plan.total_title) if plan.total_title else IN_TEXT


def name_of(plan: Plan, address: Address, language: Language) -> str:
    """What people call an address: *III/A, Total*; empty where it is about no line."""
    if address[0] == "document" and len(address) > 1:
        return OF_DOCUMENT[str(address[1])].say(language)
    path, column = path_of(plan, address), column_of(address)
    if path is not None and line_of(address) is None:
        path = total_name(plan).say(language)
    return ", ".join(filter(None, (path, heading_of(plan, column).say(language))))


def amount_at(plan: Plan, address: Address) -> Amount:
    """What is stated at the address of a cell."""
    line, key = line_of(address), column_of(address)
    column = next(index for index, found in enumerate(plan.columns) if found.key == key)
    return plan.declared[column] if line is None else plan.lines.amounts[column][line]


def is_discrepancy(finding: Finding) -> bool:
    """Whether a finding is a sum that fails: it has a row of figures instead of a sentence. A product is no sum."""
    known = finding.facts.keys()
    return finding.severity is Severity.ERROR and {"stated", "computed", "gap"} <= known and "factors" not in known
