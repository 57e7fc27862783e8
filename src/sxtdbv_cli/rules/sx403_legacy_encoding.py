"""SX403: text that looks like TCVN3 (ABC) or VNI typed in a legacy font and read as Latin."""

from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text
from sxtdbv_cli.rules.texts import legacy_encoding, texts

SEVERITY = Severity.WARNING
TITLE = Text("Chữ có thể ở bảng mã cũ", "Text that may be in a legacy encoding")
MESSAGE = Text(
    "chữ giống bảng mã {encoding} cũ đọc sai; hãy chuyển sang Unicode",
    "the text looks like the legacy encoding {encoding} read wrongly; convert it to Unicode",
)


def check(subject: Subject) -> Hits:
    """Yield a hit for every text in a legacy encoding."""
    for address, text in texts(subject.plan, str.isascii):
        if encoding := legacy_encoding(text):
            yield Hit(address, {"encoding": encoding})
