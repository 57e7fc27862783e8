"""What a shell offers to complete. Names come from folders alone; only line paths read a plan."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sxtdbv_cli import discover

if TYPE_CHECKING:
    from sxtdbv_cli.model.plan import Plan

_UNSAFE = re.compile(r"[^\w./#:+-]")
RULES = "sxtdbv_cli.rules"
_LINE = ("_TYPER_COMPLETE_ARGS", "COMP_WORDS")
"""Where the scripts for shells put what is typed so far."""

Offer = list[tuple[str, str]]
"""What may be typed, and a word about it."""


def codes(incomplete: str) -> Offer:
    """Codes of rules with their names; the last one where codes stand behind each other."""
    before, comma, last = incomplete.rpartition(",")
    rules = [name.partition("_") for name in discover.names(RULES, "sx")]
    found = [(code.upper(), name.replace("_", "-")) for code, _, name in rules]
    typed = before + comma + last  # kept as it is typed: a shell drops what begins otherwise
    return [(typed + code[len(last) :], name) for code, name in found if code.startswith(last.upper())]


def names(known: list[str]) -> Callable[[str], list[str]]:
    """The names of a list that begin as what is typed."""

    def offer(incomplete: str) -> list[str]:
        return [name for name in known if name.startswith(incomplete)]

    return offer


def lines(incomplete: str) -> Offer:
    """Paths of the lines of the plan that is named, with their titles."""
    plan = _plan()
    if plan is None:
        return []
    found = zip(plan.paths, plan.lines.titles, strict=True)
    return _offered([pair for pair in found if pair[0].startswith(incomplete)])


def cells(incomplete: str) -> Offer:
    """Paths of lines, and behind a colon the columns."""
    path, colon, _ = incomplete.rpartition(":")
    if not colon or (plan := _plan()) is None or path not in plan.paths:
        return lines(incomplete)
    found = [(f"{path}:{column.key}", column.title or "") for column in plan.columns]
    return _offered([pair for pair in found if pair[0].startswith(incomplete)])


def _offered(found: Offer) -> Offer:
    """What a shell may be given of a file: it evaluates what it is offered, so names have plain characters only."""
    return [(name, _UNSAFE.sub(" ", title)) for name, title in found if not _UNSAFE.search(name)]


def _plan() -> "Plan | None":
    """The plan that the command line names, else the shipped one; None where it cannot be read.

    The library cannot say what is named while an option lacks its value, so the words are looked through here.
    Standard input is left alone.
    """
    from sxtdbv_cli.files.read import STANDARD_INPUT, read
    from sxtdbv_cli.files.shipped import plan_file
    from sxtdbv_cli.model.finding import Unreadable

    words = next(filter(None, (os.environ.get(name) for name in _LINE)), "").split()
    files = [word for word in words if Path(word).suffix.lower() in (".yaml", ".yml")]
    try:
        return None if STANDARD_INPUT in words else read(*plan_file(files[0] if files else None)).plan
    except Unreadable:
        return None
