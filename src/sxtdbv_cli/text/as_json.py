"""JSON: letters as they are, and what could act on a terminal or turn a line around as ``\\u001b``.

Reading gives back every text exactly, control characters, marks of direction and half surrogates too.
"""

import json
from collections.abc import Sequence
from typing import Any


def as_records(records: Sequence[Any]) -> str:
    """Records as JSON: one by itself, several as a list."""
    return as_json(records[0] if len(records) == 1 else records)


def as_json(value: Any, indent: int | None = 2) -> str:
    """A value as JSON, closed by a newline; without an indent it is one line.

    >>> print(as_json("mã\\u202e\\x9b"), end="")
    "mã\\u202e\\u009b"
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    acting = {character for character in set(text) if not character.isprintable() and character != "\n"}
    # Outside of texts JSON is plain, so that every one of these stands in a text.
    escaped = {ord(character): json.dumps(character)[1:-1] for character in sorted(acting)}
    return (text.translate(escaped) if escaped else text) + "\n"
