"""The errata of a plan file: recorded corrections of printed cells."""

import datetime
from typing import Any

from sxtdbv_cli.files.faults import Why
from sxtdbv_cli.files.yaml.lines import LineReader
from sxtdbv_cli.files.yaml.pieces import Pieces
from sxtdbv_cli.files.yaml.source import Map, Seq
from sxtdbv_cli.model.plan import Erratum
from sxtdbv_cli.text.language import Text

KEYS = ("line", "column", "stated", "correct", "reason", "by", "date")
NEEDED = KEYS[:5]

A_DATE = Text("một ngày có thật, ví dụ 2022-07-26", "a date that exists, such as 2022-07-26")
A_VALUE = Text("một giá trị (không được để trống)", "a value (it may not be left blank)")


def read_errata(pieces: Pieces, root: Map, reader: LineReader) -> list[Erratum]:
    """The corrections a plan file records; what is wrong with them is noted."""
    entries = pieces.list(root, "errata")
    found = (_erratum(pieces, entries, index, reader) for index in range(len(entries)))
    return [erratum for erratum in found if erratum is not None]


def _erratum(pieces: Pieces, entries: Seq, index: int, reader: LineReader) -> Erratum | None:
    group = pieces.group(entries, index, needed=True)
    before = len(pieces.faults)
    pieces.keys(group, KEYS)
    for key in NEEDED:
        if key not in group:
            pieces.missing(entries, index, key)
        elif group[key] is None:
            pieces.note(Why.WANT, group, key, text="", wanted=A_VALUE)
    values: dict[str, Any] = {key: pieces.text(group, key) for key in ("line", "column", "reason", "by")}
    values |= {key: reader.amount(group, key) for key in ("stated", "correct")}
    values["date"] = pieces.value(group, "date", a_date, A_DATE)
    if len(pieces.faults) > before:
        return None
    return Erratum(**values)


def a_date(text: str) -> datetime.date | None:
    """A date as 2022-07-26; None if it is none."""
    try:
        return datetime.date.fromisoformat(text) if len(text) == len("2022-07-26") else None
    except ValueError:
        return None
