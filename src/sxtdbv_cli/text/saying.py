"""What a text says, told by a pattern of its words."""

import re
from collections.abc import Callable

Says = Callable[[str], bool]
"""Whether a text says something."""


def says(pattern: str, letters: Callable[[str], str] = str, *, around: str = "", within: bool = False) -> Says:
    """Whether all of a text is what a pattern matches, or a part ``within`` it.

    Args:
        pattern: a regular expression.
        letters: the letters that it is written in: as the text has them, in plain ones.
        around: signs around the text that do not count.
        within: whether the pattern may stand anywhere in the text.
    """
    compiled = re.compile(pattern)
    match = compiled.search if within else compiled.fullmatch

    def told(text: str) -> bool:
        spelled = letters(text)
        return match(spelled.strip(around) if around else spelled) is not None

    return told
