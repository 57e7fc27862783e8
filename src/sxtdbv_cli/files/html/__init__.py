"""Web pages (``.html``, ``.htm``): their tables, as legal sites and web programs give them; often named ``.xls``."""

import re

from sxtdbv_cli.files.container_faults import DAMAGED, NO_TABLES
from sxtdbv_cli.files.encoding import decode_any
from sxtdbv_cli.files.faults import refused
from sxtdbv_cli.files.html.page import Page
from sxtdbv_cli.files.kind import Kind, expect, kind_of
from sxtdbv_cli.model.grid import Grid

SUFFIXES = (".html", ".htm")
IS_TEXT = True
_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?([\w-]+)", re.IGNORECASE)


def grids(content: bytes, file: str, encoding: str | None = None) -> list[Grid]:
    """The tables of a page, each with the text before it.

    Raises:
        Unreadable: it is no page, its encoding is not known, or it has no tables.
    """
    if kind_of(content) is not Kind.TEXT:
        expect(Kind.HTML, content, file)
    decoded = decode_any(content, file, encoding or _declared(content))
    try:
        found = Page(file).tables(decoded.text)
    except (AssertionError, ValueError):  # what the parser says of declarations that break off
        raise refused(DAMAGED, file) from None
    if not found:
        raise refused(NO_TABLES, file)
    return decoded.told(found)


def _declared(content: bytes) -> str | None:
    """The encoding a page declares; none where its bytes are UTF-8 or have a mark, whatever it says."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        match = None if content.startswith((b"\xff\xfe", b"\xfe\xff")) else _CHARSET.search(content[:4096])
        return match[1].decode("ascii") if match else None
    return None
