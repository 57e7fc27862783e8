"""The errata of a plan file (corrections of printed cells), and its acceptances (of findings, with a reason)."""

import datetime
from functools import partial
from typing import Any

from sxtdbv_cli.files.codes import Bad, an_acceptable_code
from sxtdbv_cli.files.why import Why
from sxtdbv_cli.files.yaml.lines import LineReader
from sxtdbv_cli.files.yaml.pieces import NOT_BLANK, Pieces
from sxtdbv_cli.files.yaml.source import Map
from sxtdbv_cli.model.plan import Acceptance, Erratum
from sxtdbv_cli.text.language import Text

ERRATUM = ("line", "column", "stated", "correct", "reason", "by", "date")
_NEEDED = ERRATUM[:5]
A_DATE = Text("một ngày có thật, ví dụ 2022-07-26", "a date that exists, such as 2022-07-26")
KEY = "accept"
ACCEPTANCE = ("rule", "line", "column", "amounts", "reason", "until", "by")
NEEDED = ("rule", "reason")


def read_errata(pieces: Pieces, root: Map, reader: LineReader) -> list[Erratum]:
    """The corrections a plan file records; what is wrong with them is noted."""
    entries = pieces.list(root, "errata")
    read = partial(_erratum, pieces, reader)
    return [Erratum(**values) for values in pieces.records(entries, ERRATUM, _NEEDED, read)]


def _erratum(pieces: Pieces, reader: LineReader, group: Map) -> dict[str, Any]:
    values: dict[str, Any] = {key: pieces.text(group, key) for key in ("line", "column", "reason", "by")}
    values |= {key: reader.amount(group, key) for key in ("stated", "correct")}
    values["date"] = pieces.value(group, "date", a_date, A_DATE)
    return values


def a_date(text: str) -> datetime.date | None:
    """A date as 2022-07-26; None if it is none."""
    try:
        return datetime.date.fromisoformat(text) if len(text) == len("2022-07-26") else None
    except ValueError:
        return None


def read_acceptances(pieces: Pieces, root: Map, scale: int) -> list[Acceptance]:
    """The findings a plan file accepts; what is wrong with the entries is noted."""
    read = partial(_acceptance, pieces, scale)
    return [Acceptance(**values) for values in pieces.records(pieces.list(root, KEY), ACCEPTANCE, NEEDED, read)]


def _acceptance(pieces: Pieces, scale: int, group: Map) -> dict[str, Any]:
    values: dict[str, Any] = {key: pieces.text(group, key) for key in ("line", "column", "reason", "by")}
    values["rule"] = _rule(pieces, group)
    values["until"] = pieces.value(group, "until", a_date, A_DATE)
    values["amounts"] = _amounts(pieces, pieces.group(group, "amounts"), scale)
    return values


def _rule(pieces: Pieces, group: Map) -> str | None:
    text = pieces.text(group, "rule")
    try:
        return None if text is None else an_acceptable_code(text)
    except Bad as bad:
        pieces.note(bad.why, group, "rule", **bad.facts)
        return None


def _amounts(pieces: Pieces, group: Map, scale: int) -> dict[str, int | None]:
    """The figures of the finding, in the unit of the plan; they say nothing of how the table was rounded."""
    reader = LineReader(pieces, (), scale)
    for name, amount in group.items():
        if amount is None:
            pieces.note(Why.WANT, group, name, text="", wanted=NOT_BLANK)
    return {name: reader.amount(group, name) for name in group}
