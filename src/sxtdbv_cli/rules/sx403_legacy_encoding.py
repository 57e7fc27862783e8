"""SX403: text that looks like TCVN3 (ABC) or VNI typed in a legacy font and read as Latin."""

import re
from collections.abc import Iterator

from sxtdbv_cli.model.finding import Hit, Severity
from sxtdbv_cli.model.sums import Subject
from sxtdbv_cli.rules.texts import texts
from sxtdbv_cli.text.language import Text

NAME = "legacy-encoding"
SEVERITY = Severity.WARNING
TITLE = Text("Chữ có thể ở bảng mã cũ", "Text that may be in a legacy encoding")
MESSAGE = Text(
    "chữ giống bảng mã {encoding} cũ đọc sai; hãy chuyển sang Unicode",
    "the text looks like the legacy encoding {encoding} read wrongly; convert it to Unicode",
)
_TCVN3 = re.compile("[A-Za-z][¸¶·¨¾¼½¬]|®[A-Za-z]|[A-Za-z][µ¹©ª«][A-Za-z]")
_VNI = re.compile("[aeouAEOU][ïûõøùéèëêäåÄÅØÙÛÕÏ]|[aeoAEO]â[ùøûõï]?|ñ[aeiouyôö]|[öô][ûùøïõ]")
_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
"""Letters that neither legacy text nor other Latin writing has."""


def check(subject: Subject) -> Iterator[Hit]:
    """Yield a hit for every text with the letter pairs of a legacy encoding and no letter of Vietnamese in Unicode.

    Two such pairs are needed: one alone stands in French or Spanish words too (naïf, español).
    """
    for address, text in texts(subject.plan):
        if text.isascii() or _VIETNAMESE.search(text):
            continue
        for encoding, pairs in (("TCVN3", _TCVN3), ("VNI", _VNI)):
            if len(pairs.findall(text)) >= (1 if encoding == "TCVN3" else 2):
                yield Hit(address, {"encoding": encoding})
                break
