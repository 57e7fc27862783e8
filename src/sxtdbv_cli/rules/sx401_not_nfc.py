"""SX401: text that is not in Unicode's composed form (NFC, UAX #15)."""

import unicodedata
from functools import partial

from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text
from sxtdbv_cli.rules.texts import texts

SEVERITY = Severity.WARNING
TITLE = Text("Chữ không ở dạng Unicode dựng sẵn", "Text not in Unicode's composed form")
MESSAGE = Text(
    "chữ có dấu đang ở dạng Unicode tổ hợp; tìm kiếm và so sánh sẽ không thấy, hãy chuyển sang dựng sẵn (NFC)",
    "the accents are separate characters; searches and comparisons will miss this text, convert it to NFC",
)


def check(subject: Subject) -> Hits:
    """Yield a hit for every text that its composed form differs from."""
    composed = partial(unicodedata.is_normalized, "NFC")
    for address, text in texts(subject.plan, composed):
        if not composed(text):
            yield Hit(address)
