"""Whether one text is surely Vietnamese before Unicode: it is none as it stands, but is when it is converted."""

import re
from functools import lru_cache

from sxtdbv_cli.text.legacy import SCHEMES, convert
from sxtdbv_cli.text.vietnamese import is_syllable

_TOKEN = re.compile("[^\\s\\d!-/:-@\\[-`{-~\u2010-\u2026]+")
_CAPITAL_INSIDE = re.compile("[a-z][À-Þ]|[A-Za-z][À-Þ][a-z]")
"""A capital with a mark behind or between small letters: TCVN3 writes ế as ``Õ``, no language does."""
_OF_OTHERS = frozenset(("mãe", "mães", "où", "dû", "dûs", "på", "må", "så", "nå", "få", "gå", "ål", "mª", "µm", "µn"))
"""Words of other languages, and a unit, that would become syllables."""


def surely_legacy(text: str) -> str | None:
    """The legacy encoding that a text must be in; None for a text that may be anything else.

    Every word must become a syllable, and there must be a sign that no other writing has: a capital inside a word,
    two words that change, or one among words that all are syllables.
    """
    found = [token for token in _TOKEN.findall(text) if len(token) > 1 or token.isascii()]
    strange = dict.fromkeys(token for token in found if not token.isascii())
    if not strange or all(_stands(token) for token in strange):
        return None
    for scheme in SCHEMES:
        if all(_becomes(token, scheme) for token in strange) and (
            len(strange) > 1
            or any(map(_CAPITAL_INSIDE.search, strange))
            or (len(found) > 1 and all(_stands(token) for token in found if token.isascii()))
        ):
            return scheme
    return None


@lru_cache(maxsize=1 << 15)
def _stands(token: str) -> bool:
    """Whether a word is a syllable as it stands."""
    return is_syllable(token) and not _CAPITAL_INSIDE.search(token)


@lru_cache(maxsize=1 << 15)
def _becomes(token: str, scheme: str) -> bool:
    """Whether a word becomes a syllable by a conversion, and is no word of another language."""
    converted = convert(token, scheme)
    return converted != token and token.lower() not in _OF_OTHERS and converted.isalpha() and is_syllable(converted)
