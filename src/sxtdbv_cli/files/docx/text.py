"""The text of a paragraph as it is shown: what was deleted, hidden or computed from is left out."""

from collections.abc import Iterator
from typing import Any

from sxtdbv_cli.files import cells
from sxtdbv_cli.files.docx.xml import W, children, is_on, value

_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


def paragraph_text(paragraph: Any) -> str:
    """The text of a paragraph in one piece."""
    return "".join(text for run in children(paragraph, "r") for text in _run(run))


def _run(run: Any) -> Iterator[str]:
    properties = run.find(W + "rPr")
    if is_on(properties, "vanish"):
        return
    raised = value(properties, "vertAlign") == "superscript"
    for child in run.iterchildren():
        name = str(child.tag).removeprefix(W)
        if name == "t":
            yield cells.raised(child.text or "") if raised else child.text or ""
        elif name == "sym":
            yield "•"
        else:
            yield _SIGNS.get(name, "")


def is_revised(element: Any) -> bool:
    """Whether figures in it were changed and the change was not accepted yet."""
    return any(
        any(map(str.isdecimal, "".join(change.itertext())))
        for kind in ("ins", "del", "moveFrom", "moveTo")
        for change in element.iter(W + kind)
    )


def indent(paragraph: Any) -> int:
    """How far a paragraph is set in, in levels of 0.3 cm; the first line counts."""
    found = paragraph.find(f"{W}pPr/{W}ind")
    if found is None:
        return 0
    twips = [found.get(W + name, "0") for name in ("left", "start", "firstLine")]
    hanging = found.get(f"{W}hanging", "0")
    total = sum(int(text) for text in twips if text.isdecimal()) - (int(hanging) if hanging.isdecimal() else 0)
    return max(0, min(round(total / 170), 15))
