"""Word documents (``.docx``): their tables, with the paragraphs before each; codes that Word numbers by itself."""

import io
from collections.abc import Iterator
from typing import Any

from sxtdbv_cli.files.archive import open_archive
from sxtdbv_cli.files.container_faults import DAMAGED, NO_TABLES
from sxtdbv_cli.files.docx.numbering import Numbering
from sxtdbv_cli.files.docx.tables import tables
from sxtdbv_cli.files.faults import fault
from sxtdbv_cli.files.kind import Kind, expect
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.grid import Grid
from sxtdbv_cli.model.place import Place

SUFFIXES = (".docx",)
LARGEST = 128 * 2**20
"""The most bytes the parts of a document may have unpacked: it is read as a tree, of several times its size."""


def grids(content: bytes, file: str) -> list[Grid]:
    """The tables of a document.

    Raises:
        Unreadable: it is no document, is damaged, or has no tables.
    """
    expect(Kind.DOCX, content, file)
    open_archive(content, file, LARGEST).close()
    body, numbering = _opened(content, file)
    found = tables(body, numbering, file)
    if not found:
        raise Unreadable([fault(NO_TABLES, Place(file))])
    return found


def _opened(content: bytes, file: str) -> tuple[Any, Numbering]:
    """The body of a document and its numbering; its links to other files are not followed."""
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        document: Any = docx.Document(io.BytesIO(content))
        if document.element.body is None:
            raise ValueError(file)
        return document.element.body, Numbering(_numbering(document), document.styles.element)
    except (OpcError, LxmlError, LookupError, ValueError, AttributeError, TypeError):
        raise Unreadable([fault(DAMAGED, Place(file))]) from None


def _numbering(document: Any) -> Any:
    """The part that says how lists are numbered, None without one."""
    found: Iterator[Any] = (
        relation.target_part.element
        for relation in document.part.rels.values()
        if not relation.is_external and relation.reltype.endswith("/numbering")
    )
    return next(found, None)
