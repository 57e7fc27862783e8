"""Changing amounts in a plan file: only the characters of the amount, in the notation it was written in."""

import re
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import NamedTuple

from sxtdbv_cli.files.yaml.entries import ANCHOR, Fields, written, written_amount
from sxtdbv_cli.files.yaml.source import Map, Places, at
from sxtdbv_cli.model.edit import Correction, Edit
from sxtdbv_cli.model.plan import Erratum, Plan
from sxtdbv_cli.text.numbers import write_amount

BLOCKS = ("|", ">")
"""What a value begins with that stands below its key; it needs no quotes."""


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
    text, written = places.source.text, str(at(inside, key) or "")
    if anchor := ANCHOR.match(text, start, end):
        start = anchor.end()
    new = like(written, edit.after, plan.unit.scale)
    if text.startswith(BLOCKS, start, end):  # ``>-`` and the amount on a line of its own
        start = text.rindex(written, start, end)
        return Piece(start, start + len(written), new)
    new = _quoted(text[start:end], new)
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


def errata_fields(errata: Sequence[Erratum], scale: int) -> list[Fields]:
    """Errata as entries of a plan file."""
    return [{key: written_value(value, scale) for key, value in asdict(erratum).items()} for erratum in errata]


def written_value(value: str | int | date | None, scale: int = 0) -> str | None:
    """A value as a YAML scalar; a whole number is an amount."""
    if isinstance(value, int):
        return written_amount(value, scale)
    return value.isoformat() if isinstance(value, date) else written(value)
