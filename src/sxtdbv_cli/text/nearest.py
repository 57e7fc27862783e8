"""The known words that are nearest to one that is not known: *did you mean …?*"""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], count: int = 3, cutoff: float = 0.6) -> list[str]:
    """At most so many known words, the nearest first; none that is less alike than ``cutoff`` (0 to 1).

    Words that are equally near stand in the order of the alphabet.
    """
    from difflib import SequenceMatcher  # loaded only when somebody mistyped

    alike = [(SequenceMatcher(None, word, candidate).ratio(), candidate) for candidate in known]
    ranked = sorted((-ratio, candidate) for ratio, candidate in alike if ratio >= cutoff)
    return [candidate for _, candidate in ranked[:count]]
