"""What a text says, told by a pattern of its words."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import Any, TypeVar

Says = Callable[[str], bool]
"""Whether a text says something."""
_Told = TypeVar("_Told")
_MOST_TEXTS = 2**17
"""A table with more lines than this finds nothing kept: each question goes through all of them in order."""


def kept(told: Callable[[str], _Told]) -> Callable[[str], _Told]:
    """The same, told but once of each text: for what is asked of the titles of lines again and again."""
    return lru_cache(maxsize=_MOST_TEXTS)(told)


class Late:
    """A pattern that is compiled when it is first looked for: no table asks for more than half of them, and all take as
    long to compile as 3 000 rows to read."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern = pattern, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(*self._pattern)

    def match(self, text: str) -> re.Match[str] | None:
        """What it matches at the beginning of a text."""
        return self._compiled.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """What it matches, where that is all of a text."""
        return self._compiled.fullmatch(text)

    def search(self, text: str) -> re.Match[str] | None:
        """What it matches first, anywhere in a text."""
        return self._compiled.search(text)

    def findall(self, text: str) -> list[Any]:
        """All that it matches in a text, or the groups of each."""
        return self._compiled.findall(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All its matches in a text."""
        return self._compiled.finditer(text)

    def split(self, text: str) -> list[str | Any]:
        """The pieces of a text between what it matches, and the groups of that."""
        return self._compiled.split(text)

    def sub(self, other: str | Callable[[re.Match[str]], str], text: str) -> str:
        """A text with something else in place of what it matches."""
        return self._compiled.sub(other, text)


def says(pattern: str, letters: Callable[[str], str] = str, *, around: str = "", within: bool = False) -> Says:
    """Whether all of a text is what a pattern matches, or a part ``within`` it.

    Args:
        pattern: a regular expression.
        letters: the letters that it is written in: as the text has them, in plain ones.
        around: signs around the text that do not count.
        within: whether the pattern may stand anywhere in the text.
    """
    late = Late(pattern)
    match = late.search if within else late.fullmatch

    def told(text: str) -> bool:
        spelled = letters(text)
        return match(spelled.strip(around) if around else spelled) is not None

    return told


_ROMAN = Late("(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})").fullmatch
_VALUES = {"I": 1, "V": 5, "X": 10}


def roman_value(text: str) -> int:
    """The value of a Roman numeral up to 39, in capitals; 0 if it is none."""
    values = [_VALUES[letter] for letter in text] if _ROMAN(text) else []
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=False))
