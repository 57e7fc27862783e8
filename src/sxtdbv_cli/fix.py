"""Mending a plan file: from edits to the new text, checked before anything is written."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto
from typing import NamedTuple

from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.files.yaml import parse
from sxtdbv_cli.files.yaml.amend import errata_fields, with_amounts
from sxtdbv_cli.files.yaml.entries import extended
from sxtdbv_cli.files.yaml.source import Places
from sxtdbv_cli.model.edit import Edit, Effect
from sxtdbv_cli.model.plan import Erratum
from sxtdbv_cli.model.subject import subject_of
from sxtdbv_cli.render.names import column_of, path_of


class Record(NamedTuple):
    """Why a correction is recorded as an erratum, by whom, when."""

    reason: str
    by: str | None = None
    date: datetime.date | None = None


class Why(Enum):
    """Why a cell is not changed, or no erratum can be recorded for it."""

    BLANK = auto()  # it prints nothing
    NOT_ALONE = auto()  # several lines have its path
    CORRECTED = auto()  # an erratum corrects it already


class Refused(ValueError):
    """A cell that is not mended in the way that was asked for. ``edit`` is what was meant."""

    def __init__(self, edit: Edit, why: Why) -> None:
        super().__init__(str(edit))
        self.edit = edit
        self.why = why


class Mended(NamedTuple):
    """The text of a file before and after, and what the change does to its sums."""

    before: str
    after: str
    effect: Effect


def mend(loaded: Loaded, edits: Sequence[Edit], as_errata: Record | None = None) -> Mended:
    """The new text of a plan file, read again to see what the change does.

    Raises:
        NotThere: a cell to change has no characters in the file.
        Refused: an erratum corrects a cell already, or none can be recorded for it.
        NoRoom: errata cannot be added to a file that is written as this one.
        Unreadable: the new text is no plan (which would be a fault of ours; nothing is written).
    """
    places = loaded.place
    assert isinstance(places, Places)
    corrected = {loaded.plan.find(erratum.line, erratum.column) for erratum in loaded.plan.errata}
    for edit in edits:
        if edit.cell in corrected:
            raise Refused(edit, Why.CORRECTED)
    if as_errata is not None:
        return _with_errata(loaded, places, [_erratum(loaded, edit, as_errata) for edit in edits])
    after = with_amounts(places, loaded.plan, edits)
    again = parse(after, loaded.file)
    return Mended(places.source.text, after, Effect(subject_of(loaded.plan).audit, subject_of(again.plan).audit))


def _with_errata(loaded: Loaded, places: Places, errata: list[Erratum]) -> Mended:
    """A plan file with more errata and nothing else changed, which is made sure of by reading it again."""
    wanted = replace(loaded.plan, errata=(*loaded.plan.errata, *errata))
    after = extended(loaded, "errata", errata_fields(errata, loaded.plan.unit.scale), wanted)
    return Mended(places.source.text, after, Effect(subject_of(loaded.plan).audit, subject_of(wanted).audit))


def _erratum(loaded: Loaded, edit: Edit, record: Record) -> Erratum:
    address = loaded.plan.address(edit.cell)
    line, column = path_of(loaded.plan, address) or "", column_of(address) or ""
    printed = loaded.plan.cells[edit.cell]
    if printed is None:
        raise Refused(edit, Why.BLANK)
    if loaded.plan.find(line, column) != edit.cell:
        raise Refused(edit, Why.NOT_ALONE)
    return Erratum(line=line, column=column, stated=printed, correct=edit.after, **record._asdict())
