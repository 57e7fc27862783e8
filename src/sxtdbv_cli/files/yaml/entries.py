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


ANCHOR = re.compile(r"&\S+\s+")
"""A name before a value: it is no part of it."""

BREAK = re.compile(r"\r\n|\r|\n")

DOCUMENT_END = re.compile(r"(?:(?<=[\r\n])|^)\.\.\.(?=\s|$)")
"""What ends a plan that does not go on to the end of its file."""

IN_BRACKETS = re.compile(r"[},\]]|[ \t\r\n]+|(?<=\s)#[^\r\n]*")
"""What may stand between the last value of a list and its closing bracket."""


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
    """The text of a plan file with more entries of a list: behind those it has, in their indentation, or in the
    brackets that they stand in; else at the end of the plan.

    Where the file is written so that this does not fit, the text is no plan, or another one: read it again.
    """
    text = places.source.text
    newline = match[0] if (match := BREAK.search(text)) else "\n"
    listed = places.root.get(key)
    where, indent, header = _document_end(text), "  ", f"{key}:\n"
    if key in places.root:
        start, end = places.source.positions(places.root, key)
        start = anchor.end() if (anchor := ANCHOR.match(text, start)) else start
        if text.startswith("[", start):
            last = _end(places.source, listed, len(listed) - 1) if isinstance(listed, Seq) and listed else start + 1
            return _in_brackets(text, last, [flow_entry(fields) for fields in entries])
        header = ""
        if isinstance(listed, Seq):
            end, indent = _end(places.source, listed, len(listed) - 1), _indent(places, listed)
        where = _line_end(text, end)
    added = header + "".join(f"{entry(fields, indent)}\n" for fields in entries)
    before = text[:where]
    gap = newline if before and not before.endswith(("\n", "\r")) else ""
    return before + gap + added.replace("\n", newline) + text[where:]


def _document_end(text: str) -> int:
    """Where a plan ends: before the line that says so, or at the end of the text."""
    found = DOCUMENT_END.search(text)
    return found.start() if found else len(text)


def _in_brackets(text: str, last: int, added: Sequence[str]) -> str:
    """A text with more entries in the brackets of a list whose last value, or whose bracket, ends at ``last``."""
    held, close = last, last
    while (found := IN_BRACKETS.match(text, close)) and found[0] != "]":
        close = found.end()
        held = close if found[0] in ("}", ",") else held
    comma = "" if text[held - 1] in "[," else ", "
    return text[:held] + comma + ", ".join(added) + text[held:]


def _end(source: Source, inside: Map | Seq, key: Key) -> int:
    """The position behind the last value of what stands at a key."""
    node = at(inside, key)
    if isinstance(node, Map | Seq) and node:
        return _end(source, node, next(reversed(node)) if isinstance(node, Map) else len(node) - 1)
    return source.positions(inside, key)[1]


def _line_end(text: str, position: int) -> int:
    """The position behind the line that a value ends on; a block of text ends with its own last line."""
    if text[position - 1 : position] in ("\n", "\r"):
        return position
    found = BREAK.search(text, position)
    return found.end() if found else len(text)


def _indent(places: Places, listed: Seq) -> str:
    """What stands before the dashes of a list."""
    start, _ = places.source.positions(listed, 0)
    row = places.source.text[:start].splitlines()[-1]
    return row[: len(row) - len(row.lstrip())] if row.strip() == "-" else "  "


def entry(fields: Fields, indent: str) -> str:
    """An entry of a list as lines behind a dash."""
    rows = [f"{name}: {value}" for name, value in fields.items() if value is not None]
    return f"{indent}- " + f"\n{indent}  ".join(rows)


def flow_entry(fields: Fields) -> str:
    """An entry of a list in brackets."""
    rows = [f"{name}: {_in_flow(value)}" for name, value in fields.items() if value is not None]
    return f"{{{', '.join(rows)}}}"


def _in_flow(value: str) -> str:
    """A value as it is written in brackets, where commas and brackets part values."""
    return value if value[0] in "{\"'" or not re.search(r"[,\[\]{}]", value) else quoted(value)


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
