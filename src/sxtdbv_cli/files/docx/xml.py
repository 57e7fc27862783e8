"""The words of WordprocessingML that tables are written in."""

from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WRAPPERS = tuple(
    W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple")
)
"""Elements around content that is shown."""


def children(element: Any, *names: str) -> Iterator[Any]:
    """The child elements of these names, those in wrappers too, in order; every kind where none is named."""
    wanted = {W + name for name in names}
    waiting = [element.iterchildren()]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag in WRAPPERS:
            waiting.append(child.iterchildren())
        elif not wanted or child.tag in wanted:
            yield child


def value(element: Any, *path: str, attribute: str = "val") -> str | None:
    """An attribute of the element at a path of names; None if there is none. One without the attribute is on."""
    for name in path:
        if element is None:
            return None
        element = element.find(W + name)
    return None if element is None else str(element.get(W + attribute, "on"))


def is_on(element: Any, *path: str) -> bool:
    """Whether a switch at a path is there and on."""
    return value(element, *path) not in (None, "0", "false", "off", "none")


def number(element: Any, *path: str, attribute: str = "val") -> int:
    """A whole number at a path; 0 if there is none."""
    text = value(element, *path, attribute=attribute) or ""
    return int(text) if text.removeprefix("-").isdecimal() and len(text) < 10 else 0
