"""Text of a file in Markdown: it stays text."""

import re
from collections.abc import Sequence

from sxtdbv_cli.text.safe import visible

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|~<>&@])")


def cell(text: str) -> str:
    """A text for a table cell: one line, every character that Markdown or HTML could act on escaped."""
    return _SPECIAL.sub(_escape, visible(text))


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return {"<": "&lt;", ">": "&gt;", "&": "&amp;", "|": "&#124;", "@": "&#64;"}.get(character, "\\" + character)


def row(cells: Sequence[str]) -> str:
    """A row of a table, of cells that are Markdown already."""
    return f"| {' | '.join(cells)} |"
