"""Writing to the terminal, to a pipe, to a file of any encoding: it never fails for want of a character."""

import codecs
import os
import sys
from collections.abc import Mapping
from shutil import get_terminal_size
from typing import TextIO

from sxtdbv_cli.text.safe import SPELLED_OUT, TONES_APART, no_command, tame

NARROWEST, PIPED = 40, 100


def write(text: str, *, machine: bool = False, commands: bool = False, stream: TextIO | None = None) -> None:
    """Write a text: for a machine always in UTF-8, for people in the stream's encoding, spelled where it must be.

    Where a machine's text goes to a terminal after all, it commands nothing there; elsewhere it is exact. In a log of
    GitHub no text commands the runner but one that is made of ``commands``.
    """
    to = stream or sys.stdout
    buffer = getattr(to, "buffer", None)
    if machine and buffer is not None:
        to.flush()
        if to.isatty():
            text = tame(text)
        if os.environ.get("GITHUB_ACTIONS") and not commands:
            text = no_command(text, machine=True)
        buffer.write(text.encode("utf-8", "replace"))
        buffer.flush()
        return
    if os.environ.get("GITHUB_ACTIONS"):
        text = no_command(text)
    never_fail(to)
    to.write(text)
    to.flush()


def never_fail(stream: TextIO) -> None:
    """Spell what a stream cannot encode, whoever writes to it."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        vietnamese = codecs.lookup(stream.encoding or "utf-8").name == "cp1258"
        reconfigure(errors=TONES_APART if vietnamese else SPELLED_OUT)


def takes_colour(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether to colour: only on a terminal, unless NO_COLOR or FORCE_COLOR say otherwise (no-color.org)."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def width(environment: Mapping[str, str] = os.environ) -> int:
    """The width to lay out for: COLUMNS, else that of the terminal, else 100 where there is none."""
    fallback = (PIPED, 24)
    return max(
        NARROWEST, get_terminal_size(fallback).columns if "COLUMNS" not in environment else _columns(environment)
    )


def _columns(environment: Mapping[str, str]) -> int:
    asked = environment["COLUMNS"]
    return int(asked) if asked.isdecimal() and 0 < len(asked) < 5 else PIPED
