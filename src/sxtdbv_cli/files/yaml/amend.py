"""Changing amounts in a plan file: only the characters of the amount, in the notation it was written in."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sxtdbv_cli.files.yaml.places import Places
from sxtdbv_cli.files.yaml.source import Key, Map, Seq, Source, at
from sxtdbv_cli.model.edit import Correction, Edit
from sxtdbv_cli.model.plan import Erratum, Plan
from sxtdbv_cli.text.numbers import write_amount


class NotThere(ValueError):
    """The file has no characters for a cell: a blank that is not even named. ``edit`` is the one meant."""

    def __init__(self, edit: Edit) -> None:
        super().__init__(str(edit))
        self.edit = edit


class Piece(NamedTuple):
    """Characters of the text that become others."""

    start: int
    end: int
    new: str


def with_amounts(places: Places, plan: Plan, edits: Sequence[Edit]) -> str:
    """The text of the file with some amounts changed.

    Raises:
        NotThere: a cell to change is not in the file.
    """
    text = places.source.text
    for start, end, new in sorted([_piece(places, plan, edit) for edit in edits], reverse=True):
        text = text[:start] + new + text[end:]
    return text


def correction(places: Places, plan: Plan, edit: Edit) -> Correction | None:
    """What an edit does to the file; None where it has no characters for the cell or states another amount there."""
    if plan.cells[edit.cell] != edit.before:
        return None
    try:
        start, end, new = _piece(places, plan, edit)
    except NotThere:
        return None
    return Correction(places.source.place(start, end), new)


def _piece(places: Places, plan: Plan, edit: Edit) -> Piece:
    """The characters that an edit changes: those of the amount, in the notation it was written in."""
    address = plan.address(edit.cell)
    inside, key = places.find(address)
    if key != address[-1] or not isinstance(inside, Map):
        raise NotThere(edit)
    start, end = places.source.positions(inside, key)
    text = places.source.text
    new = _quoted(text[start:end], like(str(at(inside, key) or ""), edit.after, plan.unit.scale))
    space = " " if start == end and text[start - 1 : start] == ":" else ""
    return Piece(start, end, space + new)


def like(written: str, amount: int, decimals: int) -> str:
    """An amount in the notation of another: grouped by dots, by underscores, or plain digits."""
    grouped = write_amount(amount, decimals)
    if "_" in written:
        return grouped.replace(".", "_")
    plain = re.fullmatch("-?[0-9]{4,}(?:,[0-9]*)?", written) is not None
    return grouped.replace(".", "") if plain else grouped


def _quoted(written: str, new: str) -> str:
    """An amount in the quotes that were there; one with a comma gets them in any case."""
    quote = written[:1] if written[:1] in ("'", '"') else "'" if "," in new else ""
    return f"{quote}{new}{quote}"


def with_errata(places: Places, errata: Sequence[Erratum], scale: int) -> str:
    """The text of a plan file with more errata: behind those it has, in their indentation, else at its end.

    Where the file is written so that this does not fit, the text is no plan, or another one: read it again.
    """
    text = places.source.text
    newline = "\r\n" if "\r\n" in text else "\n"
    listed = places.root.get("errata")
    where, indent, header = len(text), "  ", "errata:\n"
    if isinstance(listed, Seq) and listed:
        where, indent, header = (
            _line_end(text, _end(places.source, listed, len(listed) - 1)),
            _indent(places, listed),
            "",
        )
    elif "errata" in places.root:
        start, end = places.source.positions(places.root, "errata")
        if listed is not None:  # an empty list, []
            close = text.index("]", start) + 1
            text, end = text[:start].rstrip(" ") + text[close:], start
        where, header = _line_end(text, end), ""
    entries = header + "".join(_entry(erratum, scale, indent) for erratum in errata)
    before = text[:where]
    gap = newline if before and not before.endswith(("\n", "\r")) else ""
    return before + gap + entries.replace("\n", newline) + text[where:]


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


def _entry(erratum: Erratum, scale: int, indent: str) -> str:
    fields: Mapping[str, object] = {
        "line": _plain_or_quoted(erratum.line),
        "column": _plain_or_quoted(erratum.column),
        "stated": _quoted("", write_amount(erratum.stated, scale)),
        "correct": _quoted("", write_amount(erratum.correct, scale)),
        "reason": _plain_or_quoted(erratum.reason),
        "by": None if erratum.by is None else _plain_or_quoted(erratum.by),
        "date": erratum.date,
    }
    rows = [f"{name}: {value}" for name, value in fields.items() if value is not None]
    return f"{indent}- " + f"\n{indent}  ".join(rows) + "\n"


def _plain_or_quoted(text: str) -> str:
    """A text as a YAML scalar: plain where nothing in it could be taken for syntax, else in double quotes."""
    if re.fullmatch(r"[\w/.][\w/. ,()%-]*", text) and text.strip() == text and text.lower() not in ("null", "~"):
        return text
    inside = "".join(_escaped(character) for character in text)
    return f'"{inside}"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08x}"
