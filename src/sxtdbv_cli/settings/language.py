"""The language a configuration asks for, before the command line is parsed: help must speak it too."""

import os
from typing import Any

from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.settings.find import Source, nearest, stated
from sxtdbv_cli.text.language import Language

CONFIG, NO_CONFIG = "--config", "--no-config"


def configured(arguments: list[str]) -> Language | None:
    """What the configuration asks for: the one that is named, else that of the first file, else the current folder's.

    A configuration that cannot be read asks for nothing; the command says what is wrong with it.
    """
    try:
        source = _source(arguments)
    except Unreadable:
        return None
    if source is None:
        return None
    found: Any = source.toml.table
    for step in (*source.top, "lang"):
        found = found.get(step) if isinstance(found, dict) else None
    return Language(found) if found in tuple(Language) else None


def _source(arguments: list[str]) -> Source | None:
    if NO_CONFIG in arguments:
        return None
    for index, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == CONFIG and (value or index + 1 < len(arguments)):
            return stated(value or arguments[index + 1])
    files = (argument for argument in arguments if not argument.startswith("-") and os.path.isfile(argument))  # noqa: PTH113
    return nearest(next(files, "-"))
