"""The acceptances of a plan file: findings that somebody looked at and accepts, with a reason."""

from typing import Any

from sxtdbv_cli.files.codes import Bad, an_acceptable_code
from sxtdbv_cli.files.why import Why
from sxtdbv_cli.files.yaml.errata import A_DATE, a_date
from sxtdbv_cli.files.yaml.lines import LineReader
from sxtdbv_cli.files.yaml.pieces import NOT_BLANK, Pieces
from sxtdbv_cli.files.yaml.source import Map
from sxtdbv_cli.model.plan import Acceptance

KEY = "accept"
KEYS = ("rule", "line", "column", "amounts", "reason", "until", "by")
NEEDED = ("rule", "reason")


def read_acceptances(pieces: Pieces, root: Map, scale: int) -> list[Acceptance]:
    """The findings a plan file accepts; what is wrong with the entries is noted."""

    def read(group: Map) -> dict[str, Any]:
        return _values(pieces, group, scale)

    return [Acceptance(**values) for values in pieces.records(pieces.list(root, KEY), KEYS, NEEDED, read)]


def _values(pieces: Pieces, group: Map, scale: int) -> dict[str, Any]:
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
