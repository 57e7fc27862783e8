"""Word documents (``.docx``): their tables, with the paragraphs before each; codes that Word numbers by itself."""

from sxtdbv_cli.files.archive import open_archive
from sxtdbv_cli.files.container_faults import DAMAGED, NO_TABLES, PARAGRAPHS, TAGS
from sxtdbv_cli.files.docx.carried import with_carried
from sxtdbv_cli.files.docx.numbering import Numbering
from sxtdbv_cli.files.docx.parts import MOST_PARAGRAPHS, Parts, TooLarge
from sxtdbv_cli.files.docx.tables import tables
from sxtdbv_cli.files.faults import refused
from sxtdbv_cli.files.kind import Kind, expect
from sxtdbv_cli.files.tags import TooManyTags
from sxtdbv_cli.model.grid import Grid

SUFFIXES = (".docx",)
LARGEST = 128 * 2**20
"""The most bytes the parts of a document may have unpacked: a row of a table is read as a tree, of several times its
size, and one row may be all there is."""


def grids(content: bytes, file: str) -> list[Grid]:
    """The tables of a document.

    Raises:
        Unreadable: it is no document, is damaged, or has no tables.
    """
    from lxml.etree import LxmlError

    expect(Kind.DOCX, content, file)
    with open_archive(content, file, LARGEST) as archive:
        try:
            parts = Parts(archive)
            found = tables(parts.blocks(), Numbering(parts.tree("numbering"), parts.tree("styles")), file)
            found = with_carried(found, parts.custom())
        except TooLarge:
            raise refused(PARAGRAPHS, file, limit=MOST_PARAGRAPHS) from None
        except TooManyTags as many:
            raise refused(TAGS, file, limit=many.most) from None
        except (LxmlError, LookupError, ValueError, AttributeError, TypeError):
            raise refused(DAMAGED, file) from None
    if not found:
        raise refused(NO_TABLES, file)
    return found
