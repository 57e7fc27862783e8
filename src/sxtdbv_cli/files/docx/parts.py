"""The parts of a document that are read: the main one as it goes by, its numbering and its styles, by their relations.

Relations that lead out of the document are not followed.
"""

import posixpath
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from sxtdbv_cli.files.docx.xml import WRAPPERS, W
from sxtdbv_cli.files.tags import Counted, TooManyTags, few

MOST_PARAGRAPHS = 1_000_000
"""So many paragraphs, cells and rows a document may have: a plan of 20 000 lines and eight columns has 340 000."""
_SHOWN = (*WRAPPERS, W + "tbl")


class Block(NamedTuple):
    """A paragraph outside tables (``p``), a row of one (``tr``), its end (``tbl``); gone when the next is asked for."""

    kind: str
    element: Any


class TooLarge(Exception):
    """A document has more paragraphs, cells and rows than any plan."""


class Parts:
    """The parts of a document.

    Raises:
        LookupError: it has no main part.
    """

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._main = next(iter(self._related("", "officeDocument")), "")
        if not self._main:
            raise LookupError("officeDocument")

    def tree(self, relation: str) -> Any:
        """A part that the main one is related to, as a tree; None without one."""
        return next(map(self._parsed, self._related(self._main, relation)), None)

    def custom(self) -> list[Any]:
        """The parts of XML that are no program's own, as trees; one that is gone or broken changes nothing."""
        from lxml.etree import LxmlError

        found = []
        for name in self._related(self._main, "customXml"):
            with suppress(LxmlError, LookupError, TooManyTags):
                found.append(self._parsed(name))
        return found

    def blocks(self) -> Iterator[Block]:
        """What the body of the main part holds, in order.

        Raises:
            LookupError: the part is no document.
            TooLarge: it has too many paragraphs.
            TooManyTags: a row of it has too many tags.
        """
        from lxml import etree

        within = seen = 0  # paragraphs and rows that are open; elements that were seen
        tags = [W + name for name in ("p", "tr", "tbl", "tc")]
        with self._archive.open(self._main) as stream:
            counted = Counted(stream)
            events = etree.iterparse(counted, ("start", "end"), tag=tags, no_network=True)
            for event, element in events:
                kind = element.tag.removeprefix(W)
                seen += event == "start"
                if seen > MOST_PARAGRAPHS:
                    raise TooLarge
                step = 1 if kind in ("p", "tr") else 0
                within += step if event == "start" else -step
                if event == "end" and not within and kind != "tc":
                    if _is_shown(element):
                        yield Block(kind, element)
                    _forget(element)
                    counted.tags = 0
            if events.root.tag != W + "document":
                raise LookupError(self._main)

    def _related(self, source: str, relation: str) -> list[str]:
        """The names of the parts in a relation to another; "" is the document itself."""
        folder, name = posixpath.split(source)
        listed = posixpath.join(folder, "_rels", f"{name}.rels")
        found = self._parsed(listed) if listed in self._archive.namelist() else ()
        return [
            posixpath.normpath(posixpath.join("/", folder, str(one.get("Target")))).lstrip("/")
            for one in found
            if str(one.get("Type")).endswith(f"/{relation}") and one.get("TargetMode") != "External"
        ]

    def _parsed(self, name: str) -> Any:
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        return etree.fromstring(few(self._archive.read(name)), parser)


def _is_shown(element: Any) -> bool:
    """Whether all around an element up to the body shows what it holds."""
    above = element.getparent()
    while above is not None and above.tag in _SHOWN:
        above = above.getparent()
    return above is not None and above.tag == W + "body"


def _forget(element: Any) -> None:
    """Free the memory of an element and of those before it."""
    element.clear()
    above = element.getparent()
    while above is not None and element.getprevious() is not None:
        del above[0]
