"""Which texts are in a legacy encoding, for the rules that look at characters."""

import re
from functools import lru_cache

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


@lru_cache(maxsize=2**14)  # many lines of a table say the same
def legacy_encoding(text: str) -> str | None:
    """The legacy encoding of a text, by a letter pair that only it has, or by its words; None for any other text.

    A text with a letter that only Vietnamese in Unicode has is in none.
    """
    if text.isascii() or _VIETNAMESE.search(text):
        return None
    named = (encoding for encoding, pairs in (("TCVN3", _TCVN3), ("VNI", _VNI)) if pairs.search(text))
    return next(named, None) or _by_words(text)


def _by_words(text: str) -> str | None:
    """The encoding that the words of a text prove; the tables for it are loaded for the few texts that need them."""
    from sxtdbv_cli.text.suspect import surely_legacy

    return surely_legacy(text)
