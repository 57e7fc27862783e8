"""SX402: control or invisible characters in a text."""

import unicodedata

from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text
from sxtdbv_cli.rules.texts import legacy_encoding, texts

SEVERITY = Severity.WARNING
TITLE = Text("Ký tự không nhìn thấy", "Invisible characters")
MESSAGE = Text(
    "có ký tự không nhìn thấy ({characters}); hãy xóa hoặc gõ lại",
    "there are invisible characters ({characters}); delete them or type the text again",
)
_SOFT_HYPHEN = "U+00AD"
_INVISIBLE = ("Cc", "Cf", "Co", "Zl", "Zp")


def check(subject: Subject) -> Hits:
    """Yield a hit for every text with control, format (zero-width, direction) or private characters.

    The soft hyphen of a text in TCVN3 is its letter ư: that is for SX403 to tell.
    """
    for address, text in texts(subject.plan, str.isprintable):
        if not text.isprintable() and (found := _invisible(text)):
            yield Hit(address, {"characters": ", ".join(found)})


def _invisible(text: str) -> list[str]:
    found = {f"U+{ord(c):04X}" for c in text if unicodedata.category(c) in _INVISIBLE and c not in "\n\t"}
    if _SOFT_HYPHEN in found and legacy_encoding(text) == "TCVN3":
        found.remove(_SOFT_HYPHEN)
    return sorted(found)
