"""Changing amounts in a plan file: only the characters of the amount, in the notation it was written in."""

import re
from collections.abc import Mapping, Sequence

from sxtdbv_cli.files.yaml.places import Places
from sxtdbv_cli.files.yaml.source import Map, at
from sxtdbv_cli.model.edit import Edit
from sxtdbv_cli.model.plan import Erratum, Plan
from sxtdbv_cli.text.numbers import write_amount


class NotThere(ValueError):
    """The file has no characters for a cell: a blank that is not even named. ``edit`` is the one meant."""

    def __init__(self, edit: Edit) -> None:
        super().__init__(str(edit))
        self.edit = edit


def with_amounts(places: Places, plan: Plan, edits: Sequence[Edit]) -> str:
    """The text of the file with some amounts changed.

    Raises:
        NotThere: a cell to change is not in the file.
    """
    pieces: list[tuple[int, int, str]] = []
    for edit in edits:
        address = plan.address(edit.cell)
        inside, key = places.find(address)
        if key != address[-1] or not isinstance(inside, Map):
            raise NotThere(edit)
        start, end = places.source.positions(inside, key)
        written = at(inside, key)
        new = like(str(written or ""), edit.after, plan.unit.scale)
        pieces.append((start, end, _quoted(places.source.text[start:end], new)))
    text = places.source.text
    for start, end, new in sorted(pieces, reverse=True):
        space = " " if start == end and text[start - 1 : start] == ":" else ""
        text = text[:start] + space + new + text[end:]
    return text


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


def with_errata(text: str, errata: Sequence[Erratum], scale: int) -> str:
    """The text of a plan file with more errata at its end, or behind those it has already."""
    entries = "".join(_entry(erratum, scale) for erratum in errata)
    newline = "\r\n" if "\r\n" in text else "\n"
    if text and not text.endswith(("\n", "\r")):
        text += newline
    header = "" if re.search(r"(?m)^errata:", text) else "errata:\n"
    return text + (header + entries).replace("\n", newline)


def _entry(erratum: Erratum, scale: int) -> str:
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
    return "  - " + "\n    ".join(rows) + "\n"


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
