"""The acceptances of a configuration: the keys of those in a plan file, and ``file``, a glob."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from sxtdbv_cli.files.codes import Bad, an_acceptable_code
from sxtdbv_cli.files.why import Why
from sxtdbv_cli.model.acceptance import Entry
from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.plan import Acceptance
from sxtdbv_cli.settings.faults import Notes
from sxtdbv_cli.settings.values import text, unwanted
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.numbers import BadAmount, read_amount

NEEDED = ("rule", "reason")

_A_TEXT = Text("chữ trong dấu nháy, không để trống", "a text in quotes, not blank")
_A_DATE = Text("một ngày có thật, ví dụ 2022-07-26", "a date that exists, such as 2022-07-26")
_AMOUNTS = Text(
    "các số của phát hiện, tính bằng đồng: {stated = 400_000_000, computed = 420_000_000}",
    "the figures of the finding, in đồng: {stated = 400_000_000, computed = 420_000_000}",
)


class Scoped(NamedTuple):
    """An entry, and the glob of the files it is for; None is all of them."""

    entry: Entry
    glob: str | None


def _text(value: Any) -> str:
    return text(value, _A_TEXT)


def _date(value: Any) -> datetime.date:
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    try:
        return datetime.date.fromisoformat(value)
    except (TypeError, ValueError):
        raise unwanted(value, _A_DATE) from None


def _amounts(value: Any) -> Mapping[str, int]:
    if not isinstance(value, dict):
        raise unwanted(value, _AMOUNTS)
    return {name: _amount(amount) for name, amount in value.items()}


def _amount(value: Any) -> int:
    try:
        if isinstance(value, str):
            return read_amount(value)
    except BadAmount:
        pass
    if isinstance(value, bool) or not isinstance(value, int):
        raise unwanted(value, _AMOUNTS)
    return value


KEYS: Mapping[str, Callable[[Any], Any]] = {
    "rule": lambda value: an_acceptable_code(_text(value)),
    "line": _text,
    "column": _text,
    "amounts": _amounts,
    "reason": _text,
    "until": _date,
    "by": _text,
    "file": _text,
}
"""The keys of an entry and how each is read."""


def read_acceptances(notes: Notes, address: Address, entries: Sequence[Any]) -> list[Scoped]:
    """The entries that could be read; what is wrong with the others is noted."""
    found = []
    for index, entry in enumerate(entries):
        inside = (*address, index)
        before = len(notes.faults)
        values = _values(notes, inside, notes.group(inside, entry))
        if len(notes.faults) == before:
            glob = values.pop("file", None)
            found.append(Scoped(Entry(Acceptance(**values), notes.place(inside)), glob))
    return found


def _values(notes: Notes, inside: Address, entry: Mapping[str, Any]) -> dict[str, Any]:
    """The values of one entry that could be read."""
    for name in NEEDED:
        if name not in entry:
            notes.note(Why.MISSING_KEY, inside, key=name)
    found: dict[str, Any] = {}
    for name, value in entry.items():
        if name not in KEYS:
            notes.unknown(inside, name, tuple(KEYS))
            continue
        try:
            found[name] = KEYS[name](value)
        except Bad as bad:
            notes.note(bad.why, (*inside, name), **bad.facts)
    return found
