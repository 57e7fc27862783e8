"""Mending a plan file: from edits to the new text, checked before anything is written."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.files.yaml import parse
from sxtdbv_cli.files.yaml.amend import errata_fields, with_amounts
from sxtdbv_cli.files.yaml.entries import extended
from sxtdbv_cli.files.yaml.places import Places
from sxtdbv_cli.model.edit import Edit, Effect
from sxtdbv_cli.model.plan import Erratum
from sxtdbv_cli.model.subject import subject_of
from sxtdbv_cli.render.names import column_of, path_of


class Record(NamedTuple):
    """Why a correction is recorded as an erratum, by whom, when."""

    reason: str
    by: str | None = None
    date: datetime.date | None = None


class NoErratum(ValueError):
    """A cell that no erratum can name. ``edit`` is what was meant; ``blank`` says that it prints nothing."""

    def __init__(self, edit: Edit, *, blank: bool) -> None:
        super().__init__(str(edit))
        self.edit = edit
        self.blank = blank


class Mended(NamedTuple):
    """The text of a file before and after, and what the change does to its sums."""

    before: str
    after: str
    effect: Effect


def mend(loaded: Loaded, edits: Sequence[Edit], as_errata: Record | None = None) -> Mended:
    """The new text of a plan file, read again to see what the change does.

    Raises:
        NotThere: a cell to change has no characters in the file.
        NoErratum: a cell prints nothing, or several lines have its path.
        NoRoom: errata cannot be added to a file that is written as this one.
        Unreadable: the new text is no plan (which would be a fault of ours; nothing is written).
    """
    places = loaded.place
    assert isinstance(places, Places)
    text = places.source.text
    if as_errata is None:
        after = with_amounts(places, loaded.plan, edits)
    else:
        return _with_errata(loaded, places, [_erratum(loaded, edit, as_errata) for edit in edits])
    again = parse(after, loaded.file)
    return Mended(text, after, Effect(subject_of(loaded.plan).audit, subject_of(again.plan).audit))


def _with_errata(loaded: Loaded, places: Places, errata: list[Erratum]) -> Mended:
    """A plan file with more errata and nothing else changed, which is made sure of by reading it again."""
    wanted = replace(loaded.plan, errata=(*loaded.plan.errata, *errata))
    after = extended(loaded, "errata", errata_fields(errata, loaded.plan.unit.scale), wanted)
    return Mended(places.source.text, after, Effect(subject_of(loaded.plan).audit, subject_of(wanted).audit))


def _erratum(loaded: Loaded, edit: Edit, record: Record) -> Erratum:
    address = loaded.plan.address(edit.cell)
    line, column = path_of(loaded.plan, address) or "", column_of(address) or ""
    printed = loaded.plan.cells[edit.cell]
    if printed is None or loaded.plan.find(line, column) != edit.cell:
        raise NoErratum(edit, blank=printed is None)
    return Erratum(
        line=line,
        column=column,
        stated=printed,
        correct=edit.after,
        **record._asdict(),
    )
