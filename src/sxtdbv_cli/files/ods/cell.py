"""One cell of an OpenDocument spreadsheet."""

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element

from sxtdbv_cli.files import cells
from sxtdbv_cli.model.grid import GridCell, Kind

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{_NAMES}office:1.0}}"
TABLE = f"{{{_NAMES}table:1.0}}"
TEXT = f"{{{_NAMES}text:1.0}}"
STYLE = f"{{{_NAMES}style:1.0}}"
_FO = f"{{{_NAMES}xsl-fo-compatible:1.0}}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_ERROR = re.compile(r"#(?:REF!|VALUE!|DIV/0!|NAME\?|N/A|NUM!|NULL!)|Err:\d{3}").fullmatch
_INDENT = 10.0
"""A level of indentation in points, as office programs set it."""
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54}
_FIGURES = ("float", "currency", "percentage")
LONGEST = 30
"""The most digits a figure may have on either side of its point; with an exponent it could have any number."""


def number_in(element: Element, name: str) -> int:
    """A count in an attribute; 1 if it is absent or none."""
    return cells.times(element.get(name))


def cell_of(element: Element, styles: Mapping[str, Element]) -> GridCell | None:
    """A cell by its declared type; an error is one whatever its type says, as programs differ in it."""
    paragraphs = [_paragraph(child) for child in element if child.tag == f"{TEXT}p"]
    text = "\n".join(paragraphs) or element.get(f"{OFFICE}string-value", "")
    formula = formula_of(element.get(f"{TABLE}formula", "")) or None
    kind = element.get(f"{OFFICE}value-type")
    indent = _indent(styles.get(element.get(f"{TABLE}style-name", "")))
    if element.get(f"{_CALC}value-type") == "error" or (formula and _ERROR(text)):
        found: GridCell | None = GridCell(Kind.ERROR, text or "#N/A")
    elif kind in _FIGURES:
        value = element.get(f"{OFFICE}value", "")
        found = _figure(value, _format(kind, value, text, element.get(f"{OFFICE}currency", "")), indent)
    elif kind == "boolean":
        found = cells.truth(element.get(f"{OFFICE}boolean-value") == "true")
    elif kind in ("date", "time"):
        said = element.get(f"{OFFICE}{kind}-value", text)
        found = GridCell(Kind.DATE, said.removesuffix("T00:00:00"))
    else:
        found = cells.typed(text, indent)
    if found is None:
        pending = formula and kind is None and not paragraphs  # what comes to a text without letters has an empty one
        return GridCell(Kind.PENDING, "", formula) if pending else None
    return found._replace(formula=formula)


def _format(kind: str, value: str, text: str, currency: str) -> str:
    """The number format as far as the shown text tells it: 3.1 shown as 3.10 is a code with two decimals."""
    if kind == "percentage":
        return "0%"
    if kind == "currency":
        return f"0[${currency}]"
    shown = re.search(r"\d[.,](\d+)$", text)
    return f"0.{'0' * len(shown[1])}" if shown and "." in value else ""


def _figure(value: str, format_code: str, indent: int) -> GridCell:
    try:
        exact = Decimal(value)
    except InvalidOperation:
        return GridCell(Kind.ERROR, "#NUM!")
    if not exact.is_finite() or abs(exact.adjusted()) > LONGEST:
        return GridCell(Kind.ERROR, "#NUM!") if exact else cells.number(0, format_code, indent)
    return cells.number(exact, format_code, indent)


def _paragraph(element: Element) -> str:
    """The text of a paragraph; blanks and breaks are elements of their own."""
    for blank in element.iter(f"{TEXT}s"):
        blank.text = " " * min(number_in(blank, f"{TEXT}c"), 1000)
    for name, text in (("tab", "\t"), ("line-break", "\n")):
        for mark in element.iter(f"{TEXT}{name}"):
            mark.text = text
    return "".join(element.itertext())


def _indent(style: Element | None) -> int:
    looks = style.find(f"{STYLE}paragraph-properties") if style is not None else None
    match = re.fullmatch(r"([\d.]+)(pt|in|cm|mm)", looks.get(f"{_FO}margin-left", "") if looks is not None else "")
    return min(round(float(match[1]) * _POINTS[match[2]] / _INDENT), 15) if match else 0


_PIECES = re.compile(r"""("(?:[^"]|"")*")|\[((?:'(?:[^']|'')*'|[^\]'])*)\]|(;)""")


def formula_of(text: str) -> str:
    """A formula in the notation of other workbooks: ``of:=SUM([.C2:.C3];1)`` is ``=SUM(C2:C3,1)``."""
    body = re.sub(r"^[a-z]+:=", "=", text)
    return _PIECES.sub(_piece, body) if body.startswith("=") else ""


def _piece(match: re.Match[str]) -> str:
    if match[1]:
        return match[1]
    if match[3]:
        return ","
    ends = [end.rpartition(".") for end in match[2].split(":.")]
    sheet = ends[0][0].removeprefix("$")
    return (f"{sheet}!" if sheet else "") + ":".join(end[2] for end in ends)
