"""The acceptances of a plan file: findings that somebody looked at and accepts, with a reason."""

from typing import Any

from sxtdbv_cli.files.codes import Bad, an_acceptable_code
from sxtdbv_cli.files.faults import Why
from sxtdbv_cli.files.yaml.errata import A_DATE, A_VALUE, a_date
from sxtdbv_cli.files.yaml.lines import LineReader
from sxtdbv_cli.files.yaml.pieces import Pieces
from sxtdbv_cli.files.yaml.source import Map, Seq
from sxtdbv_cli.model.plan import Acceptance

KEY = "accept"
KEYS = ("rule", "line", "column", "amounts", "reason", "until", "by")
NEEDED = ("rule", "reason")


def read_acceptances(pieces: Pieces, root: Map, scale: int) -> list[Acceptance]:
    """The findings a plan file accepts; what is wrong with the entries is noted."""
    entries = pieces.list(root, KEY)
    found = (_acceptance(pieces, entries, index, scale) for index in range(len(entries)))
    return [acceptance for acceptance in found if acceptance is not None]


def _acceptance(pieces: Pieces, entries: Seq, index: int, scale: int) -> Acceptance | None:
    group = pieces.group(entries, index, needed=True)
    before = len(pieces.faults)
    pieces.keys(group, KEYS)
    for key in NEEDED:
        if key not in group:
            pieces.missing(entries, index, key)
        elif group[key] is None:
            pieces.note(Why.WANT, group, key, text="", wanted=A_VALUE)
    values: dict[str, Any] = {key: pieces.text(group, key) for key in ("line", "column", "reason", "by")}
    values["rule"] = _rule(pieces, group)
    values["until"] = pieces.value(group, "until", a_date, A_DATE)
    values["amounts"] = _amounts(pieces, pieces.group(group, "amounts"), scale)
    if len(pieces.faults) > before:
        return None
    return Acceptance(**values)


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
            pieces.note(Why.WANT, group, name, text="", wanted=A_VALUE)
    return {name: reader.amount(group, name) for name in group}
