"""Adding entries to a list of a plan file, and nothing else: comments and layout stay."""

import re
from collections.abc import Mapping, Sequence

from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.files.yaml import parse
from sxtdbv_cli.files.yaml.source import Key, Map, Places, Seq, Source, at
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.text.numbers import write_amount

Fields = Mapping[str, str | None]
"""The keys of an entry and their values as they are written; None is left out."""


class NoRoom(ValueError):
    """Entries cannot be added to a file that is written as this one; the message is its name."""


def extended(loaded: Loaded, key: str, entries: Sequence[Fields], wanted: Plan) -> str:
    """The text of a plan file with more entries, read again to make sure that it is the plan that was wanted.

    Raises:
        NoRoom: the file is written in a way that leaves no room for them.
    """
    assert isinstance(loaded.place, Places)
    after = with_entries(loaded.place, key, entries)
    try:
        again = parse(after, loaded.file).plan
    except Unreadable:
        raise NoRoom(loaded.file) from None
    if again != wanted:
        raise NoRoom(loaded.file)
    return after


def with_entries(places: Places, key: str, entries: Sequence[Fields]) -> str:
    """The text of a plan file with more entries of a list: behind those it has, in their indentation, else at its end.

    Where the file is written so that this does not fit, the text is no plan, or another one: read it again.
    """
    text = places.source.text
    newline = "\r\n" if "\r\n" in text else "\n"
    listed = places.root.get(key)
    where, indent, header = len(text), "  ", f"{key}:\n"
    if isinstance(listed, Seq) and listed:
        where, header = _line_end(text, _end(places.source, listed, len(listed) - 1)), ""
        indent = _indent(places, listed)
    elif key in places.root:
        start, end = places.source.positions(places.root, key)
        if listed is not None:  # an empty list, []
            close = text.index("]", start) + 1
            text, end = text[:start].rstrip(" ") + text[close:], start
        where, header = _line_end(text, end), ""
    added = header + "".join(f"{entry(fields, indent)}\n" for fields in entries)
    before = text[:where]
    gap = newline if before and not before.endswith(("\n", "\r")) else ""
    return before + gap + added.replace("\n", newline) + text[where:]


def _end(source: Source, inside: Map | Seq, key: Key) -> int:
    """The position behind the last value of what stands at a key."""
    node = at(inside, key)
    if isinstance(node, Map | Seq) and node:
        return _end(source, node, next(reversed(node)) if isinstance(node, Map) else len(node) - 1)
    return source.positions(inside, key)[1]


def _line_end(text: str, position: int) -> int:
    """The position behind the line that a value ends on; a block of text ends with its own last line."""
    if text[position - 1 : position] == "\n":
        return position
    found = text.find("\n", position)
    return len(text) if found < 0 else found + 1


def _indent(places: Places, listed: Seq) -> str:
    """What stands before the dashes of a list."""
    start, _ = places.source.positions(listed, 0)
    row = places.source.text[:start].splitlines()[-1]
    return row[: len(row) - len(row.lstrip())] if row.strip() == "-" else "  "


def entry(fields: Fields, indent: str) -> str:
    """An entry of a list as lines behind a dash."""
    rows = [f"{name}: {value}" for name, value in fields.items() if value is not None]
    return f"{indent}- " + f"\n{indent}  ".join(rows)


def written(text: str | None) -> str | None:
    """A text as a YAML scalar: plain where nothing in it could be taken for syntax, else in double quotes."""
    if text is None:
        return None
    if re.fullmatch(r"[\w/.][\w/. ,()%-]*", text) and text.strip() == text and text.lower() not in ("null", "~"):
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """A text in double quotes, as YAML and TOML read them alike."""
    inside = "".join(_escaped(character) for character in text)
    return f'"{inside}"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08x}"


def written_amount(amount: int, decimals: int) -> str:
    """An amount in the unit of the plan; one with a comma in quotes."""
    text = write_amount(amount, decimals)
    return f"'{text}'" if "," in text else text
