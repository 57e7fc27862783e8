"""JSON: what is in force for each file and where it comes from, as docs/configuration.md describes it."""

from collections.abc import Sequence
from typing import Any

from sxtdbv_cli.model.settings import InForce, Setting
from sxtdbv_cli.render.record import VERSION, entry, place
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.as_json import as_records


def render(found: Sequence[InForce], style: Style) -> str:  # noqa: ARG001 -- a machine has no style
    """One record for one file, a list of records for several."""
    return as_records([_record(one) for one in found])


def _record(found: InForce) -> dict[str, Any]:
    return {
        "version": VERSION,
        "file": found.file,
        "configuration": found.configuration,
        "settings": [_setting(setting) for setting in found.settings],
        "rules_off": list(found.off),
        "accept": [{**entry(one.acceptance), "place": place(one.place)} for one in found.accept],
    }


def _setting(setting: Setting) -> dict[str, Any]:
    return {
        "key": setting.name,
        "value": setting.value,
        "origin": setting.origin.value,
        "section": setting.section,
        "place": None if setting.place is None else place(setting.place),
    }
