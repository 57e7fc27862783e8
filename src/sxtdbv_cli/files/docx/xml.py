"""The words of WordprocessingML that tables are written in, and the text of a paragraph as it is shown: what was
deleted, hidden or computed from is left out."""

from collections.abc import Iterator
from typing import Any

from sxtdbv_cli.files import cells

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WRAPPERS = {
    W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple")
}
"""Elements around content that is shown."""
_SIGNS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "ptab": "\t", W + "sym": "•"}
_TEXT = W + "t"
_REVISIONS = [W + name for name in ("ins", "del", "moveFrom", "moveTo")]


def children(element: Any, *names: str) -> Iterator[Any]:
    """The child elements of these names, those in wrappers too, in order; every kind where none is named."""
    wanted = {W + name for name in names}
    for one in element:
        tag = one.tag
        if tag in WRAPPERS:
            yield from children(one, *names)  # no deeper than a parser of XML goes
        elif not wanted or tag in wanted:
            yield one


def child(element: Any, name: str) -> Any | None:
    """The first child element of a name, several times as fast as lxml looks for a path."""
    return next(element.iterchildren(W + name), None)


def value(element: Any, *path: str, attribute: str = "val") -> str | None:
    """An attribute of the element at a path of names; None if there is none. One without the attribute is on."""
    for name in path:
        if element is None:
            return None
        element = child(element, name)
    return None if element is None else str(element.get(W + attribute, "on"))


def is_on(element: Any, *path: str) -> bool:
    """Whether a switch at a path is there and on."""
    return value(element, *path) not in (None, "0", "false", "off", "none")


def number(element: Any, *path: str, attribute: str = "val") -> int:
    """A whole number at a path; 0 if there is none."""
    text = value(element, *path, attribute=attribute) or ""
    return int(text) if text.removeprefix("-").isdecimal() and len(text) < 10 else 0


def paragraph_text(paragraph: Any) -> str:
    """The text of a paragraph in one piece."""
    return "".join(text for run in children(paragraph, "r") for text in _run(run))


def _run(run: Any) -> Iterator[str]:
    properties = child(run, "rPr")
    if is_on(properties, "vanish"):
        return
    raised = value(properties, "vertAlign") == "superscript"
    for one in run:
        if one.tag == _TEXT:
            yield cells.raised(one.text or "") if raised else one.text or ""
        elif one.tag in _SIGNS:
            yield _SIGNS[one.tag]


def is_revised(element: Any) -> bool:
    """Whether figures in it were changed and the change was not accepted yet."""
    return any(any(map(str.isdecimal, "".join(change.itertext()))) for change in element.iter(*_REVISIONS))


def indent(paragraph: Any) -> int:
    """How far a paragraph is set in, in levels of 0.3 cm; the first line counts."""
    properties = child(paragraph, "pPr")
    found = None if properties is None else child(properties, "ind")
    if found is None:
        return 0
    twips = [found.get(W + name, "0") for name in ("left", "start", "firstLine")]
    hanging = found.get(f"{W}hanging", "0")
    total = sum(int(text) for text in twips if text.isdecimal()) - (int(hanging) if hanging.isdecimal() else 0)
    return max(0, min(round(total / 170), 15))
