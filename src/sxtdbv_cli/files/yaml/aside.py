"""Amounts that stand in one line (``amounts: {total: 1.500, 2022: 700}``), set aside before libyaml splits the text.

They are half of a large plan file. One pattern finds them all; a character stands in for each, and makes a comment of
the rest of its line, so that everything stays where it is. Where libyaml finds that character as a value, the group
stands. Only what both would read alike is set aside, and whatever does not come out even or is wrong in the file is
read again without.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

STAND_IN = "\ue001"

_AMOUNT = r"(?:0|-?[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,6}|-?[1-9][0-9]{0,17})"
_FIGURE = rf"\w{{1,40}}: {_AMOUNT}"
_GROUP = re.compile(rf" amounts: \{{(?=({_FIGURE}(?:, {_FIGURE})*)\}}\r?\n)....")
_LEFT = f" amounts: '{STAND_IN}' #"
"""As long as what it stands for. Unlike a plain word, a quote leaves what follows it to be looked at."""


class Aside(NamedTuple):
    """A text with a stand-in for each group that was set aside, and the groups as written, in their order."""

    text: str
    figures: Iterator[str]


def set_aside(text: str) -> Aside | None:
    """A text without its groups of amounts; None where it has none."""
    between = [text] if STAND_IN in text else _GROUP.split(text)
    return Aside(_LEFT.join(between[::2]), iter(between[1::2])) if len(between) > 1 else None
