"""Writing acceptances: into the plan file, or where that cannot be changed into a configuration."""

import datetime
import glob
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import NamedTuple

from sxtdbv_cli.accepting import key_of
from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.files.yaml.entries import Fields, NoRoom, extended, quoted, written, written_amount
from sxtdbv_cli.files.yaml.records import KEY
from sxtdbv_cli.files.yaml.source import Places
from sxtdbv_cli.model.acceptance import amounts_of
from sxtdbv_cli.model.finding import Finding, Unreadable
from sxtdbv_cli.model.plan import Acceptance, AcceptedKey, Plan
from sxtdbv_cli.render.names import column_of, path_of
from sxtdbv_cli.settings.find import OWN, Source
from sxtdbv_cli.settings.force import in_force
from sxtdbv_cli.settings.load import load
from sxtdbv_cli.settings.toml import Toml


class Why(NamedTuple):
    """Why findings are accepted, until when, and by whom."""

    reason: str
    until: datetime.date | None = None
    by: str | None = None


class Change(NamedTuple):
    """A file to change: its text before and after. ``before`` is None for a file that is not there yet."""

    file: str
    before: str | None
    after: str


def of(plan: Plan, findings: Sequence[Finding], why: Why) -> list[Acceptance]:
    """An acceptance for each finding; one for those that are the same in all that it is keyed by."""
    found: dict[AcceptedKey, Acceptance] = {}
    for finding in findings:
        found.setdefault(key_of(plan, finding), _acceptance(plan, finding, why))
    return list(found.values())


def _acceptance(plan: Plan, finding: Finding, why: Why) -> Acceptance:
    return Acceptance(
        rule=finding.code,
        line=path_of(plan, finding.address),
        column=column_of(finding.address),
        amounts=amounts_of(finding),
        **why._asdict(),
    )


def in_plan(loaded: Loaded, acceptances: Sequence[Acceptance]) -> Change:
    """The plan file with more acceptances and nothing else changed.

    Raises:
        NoRoom: the file is written in a way that leaves no room for them.
    """
    assert isinstance(loaded.place, Places)
    wanted = replace(loaded.plan, accept=(*loaded.plan.accept, *acceptances))
    scale = loaded.plan.unit.scale

    def fields(found: Acceptance) -> Fields:
        amounts = (f"{name}: {written_amount(amount, scale)}" for name, amount in found.amounts.items())
        return _fields(found, written, amounts)

    after = extended(loaded, KEY, list(map(fields, acceptances)), wanted)
    return Change(loaded.file, loaded.place.source.text, after)


def _fields(acceptance: Acceptance, text: Callable[[str | None], str | None], amounts: Iterable[str]) -> Fields:
    """What an entry says, as its file writes texts and amounts."""
    figures = ", ".join(amounts)
    until = None if acceptance.until is None else str(acceptance.until)
    own = {"amounts": f"{{{figures}}}" if figures else None, "until": until}
    return {key: own[key] if key in own else text(value) for key, value in asdict(acceptance).items()}


def in_configuration(source: Source | None, file: str, acceptances: Sequence[Acceptance]) -> Change:
    """A configuration with more acceptances for one file; where there is none, a new one beside the file.

    Raises:
        NoRoom: the configuration states its acceptances in a way that leaves no room for more, or is not for the file.
        Unreadable: the configuration is wrong.
    """
    where = str(Path(file).with_name(OWN)) if source is None else source.toml.file
    before = "" if source is None else source.toml.text
    folder, top = (str(Path(file).absolute().parent), ()) if source is None else (source.folder, source.top)
    newline = "\r\n" if "\r\n" in before else "\n"
    name = glob_of(file, folder)
    entries = "\n".join(f"[[{'.'.join((*top, KEY))}]]\n{_rows(acceptance, name)}" for acceptance in acceptances)
    gap = "" if not before else newline if before.endswith("\n") else 2 * newline
    after = before + gap + entries.replace("\n", newline)
    stated = () if source is None else in_force(load(source), file, {}).accept
    if _read(Source(folder, _toml(where, after), top), file) != [*(entry.acceptance for entry in stated), *acceptances]:
        raise NoRoom(where)
    return Change(where, None if source is None else before, after)


def _toml(file: str, text: str) -> Toml:
    try:
        return Toml(file, text.encode("utf-8"))
    except Unreadable:
        raise NoRoom(file) from None


def _read(source: Source, file: str) -> list[Acceptance]:
    return [entry.acceptance for entry in in_force(load(source), file, {}).accept]


def glob_of(file: str, folder: str) -> str:
    """The glob that means one file, from the folder of a configuration."""
    path = glob.escape(Path(os.path.relpath(file, folder)).as_posix())
    return path if "/" in path else f"/{path}"


def _rows(acceptance: Acceptance, file: str) -> str:
    amounts = (f"{name} = {amount:_}" for name, amount in acceptance.amounts.items())
    fields = _fields(acceptance, lambda text: None if text is None else quoted(text), amounts)
    named = {"rule": None, "file": quoted(file), **fields}  # the file stands behind the rule
    return "".join(f"{name} = {value}\n" for name, value in named.items() if value is not None)
