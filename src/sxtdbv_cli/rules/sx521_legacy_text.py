"""SX521: texts of a table were typed in TCVN3 (ABC) or VNI and were converted to Unicode."""

from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text, telling

SEVERITY = Severity.NOTE
TITLE = Text("Chữ ở bảng mã cũ đã chuyển sang Unicode", "Text in a legacy encoding was converted")
MESSAGE = Text(
    "{count:d} ô gõ bằng bảng mã {encoding} đã chuyển sang Unicode, như “{typed}” thành “{text}”",
    "{count:d} {count:cell|cells} typed in {encoding} {count:was|were} converted to Unicode, "
    "such as “{typed}” to “{text}”",
)


def check(subject: Subject) -> Hits:
    """Yield one hit for each encoding, at its first cell."""
    first: dict[str, Hit] = {}
    count: dict[str, int] = {}
    for hit in telling("SX521")(subject):
        encoding = str(hit.facts["encoding"])
        first.setdefault(encoding, hit)
        count[encoding] = count.get(encoding, 0) + 1
    for encoding, hit in first.items():
        yield hit._replace(facts={**hit.facts, "count": count[encoding]})
