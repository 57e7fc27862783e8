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
_TCVN3 = re.compile(r"[A-Za-z][¸¶¨¬]|\xad¬|(?<![A-Za-z])®[A-Za-z]|[A-Za-z][µ¹©ª«¾¼½][A-Za-z]")
_VNI = re.compile(
    r"[aeo]â|[ae]à|[aeo]å|aá|aã|aä|aê|[aeuy]ù|[aeouy]ø|[au]û|[au]õ|[ôö][ùøûõï]|öô|\bñ\w*[âàåäôöïøûõùêã]",
    re.IGNORECASE,
)
"""Marks that stand behind their letter, as VNI types them. Left out are the pairs that Vietnamese in Unicode (hoà,
hoá), French (ué, oè, aï, où), Spanish (eá), Portuguese (ão, ões) and German (eä) have; đ, typed ñ, begins a word,
which hardly a Spanish ñ does."""
_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
"""Letters that neither legacy text nor other Latin writing has."""


def check(subject: Subject) -> Iterator[Hit]:
    """Yield a hit for every text in a legacy encoding: by a letter pair that only it has, or by its words.

    A text with a letter that only Vietnamese in Unicode has is none.
    """
    for address, text in texts(subject.plan, str.isascii):
        if text.isascii() or _VIETNAMESE.search(text):
            continue
        named = (encoding for encoding, pairs in (("TCVN3", _TCVN3), ("VNI", _VNI)) if pairs.search(text))
        if encoding := next(named, None) or _by_words(text):
            yield Hit(address, {"encoding": encoding})


def _by_words(text: str) -> str | None:
    """The encoding that the words of a text prove; the tables for it are loaded for the few texts that need them."""
    from sxtdbv_cli.text.suspect import surely_legacy

    return surely_legacy(text)
