"""The errata of a plan file: recorded corrections of printed cells."""

import datetime
from typing import Any

from sxtdbv_cli.files.yaml.lines import LineReader
from sxtdbv_cli.files.yaml.pieces import Pieces
from sxtdbv_cli.files.yaml.source import Map
from sxtdbv_cli.model.plan import Erratum
from sxtdbv_cli.text.language import Text

KEYS = ("line", "column", "stated", "correct", "reason", "by", "date")
NEEDED = KEYS[:5]

A_DATE = Text("một ngày có thật, ví dụ 2022-07-26", "a date that exists, such as 2022-07-26")


def read_errata(pieces: Pieces, root: Map, reader: LineReader) -> list[Erratum]:
    """The corrections a plan file records; what is wrong with them is noted."""

    def read(group: Map) -> dict[str, Any]:
        return _values(pieces, group, reader)

    return [Erratum(**values) for values in pieces.records(pieces.list(root, "errata"), KEYS, NEEDED, read)]


def _values(pieces: Pieces, group: Map, reader: LineReader) -> dict[str, Any]:
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
