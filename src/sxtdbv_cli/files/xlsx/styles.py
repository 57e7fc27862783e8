"""The styles of a workbook, as far as they say what a figure is: number format, indentation, whether it is a date."""

import re
from typing import NamedTuple
from xml.etree import ElementTree

BUILTIN_FORMATS = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"$"#,##0_);("$"#,##0)',
    6: '"$"#,##0_);[Red]("$"#,##0)',
    7: '"$"#,##0.00_);("$"#,##0.00)',
    8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    37: "#,##0_);(#,##0)",
    38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)",
    41: r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)',
    42: r'_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)',
    43: r'_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)',
    44: r'_("$"* #,##0.00_);_("$"* \(#,##0.00\);_("$"* "-"??_);_(@_)',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
}
"""The number formats that every workbook has without stating them, by their numbers (ECMA-376 part 1, 18.8.30)."""

_UNSEEN = re.compile(r'"[^"]*"|\\.|_.|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]', re.IGNORECASE)
"""What of a format shows no part of a number: texts in quotes, escapes, colours, languages and conditions."""
_DATE = re.compile("[dmhys]", re.IGNORECASE).search
_DIGITS = re.compile(r"#|(?<![.0])0").search
_GENERAL = "General"
_NOT = ("0", "false")


class Style(NamedTuple):
    """What a style says of a cell: its number format, its indentation, whether it is a date, and in bold type."""

    format: str = ""
    indent: int = 0
    is_date: bool = False
    bold: bool = False


def read_styles(xml: bytes) -> list[Style]:
    """The styles of cells by their numbers.

    Raises:
        SyntaxError: the XML is not well formed.
    """
    root = ElementTree.fromstring(xml)
    own = {int(element.get("numFmtId", 0)): element.get("formatCode", "") for element in root.iterfind(".//{*}numFmt")}
    formats = BUILTIN_FORMATS | own
    fonts = [
        (found := font.find("{*}b")) is not None and found.get("val", "1") not in _NOT
        for font in root.iterfind("{*}fonts/{*}font")
    ]
    return [_style(element, formats, fonts) for element in root.iterfind("{*}cellXfs/{*}xf")]


def _style(element: ElementTree.Element, formats: dict[int, str], fonts: list[bool]) -> Style:
    code = formats.get(int(element.get("numFmtId", 0)), _GENERAL)
    alignment = element.find("{*}alignment")
    indent = 0 if alignment is None else int(float(alignment.get("indent", 0)))
    font = int(element.get("fontId", 0))
    return Style(code, indent, shows_date(code), 0 <= font < len(fonts) and fonts[font])


def shows_date(code: str) -> bool:
    """Whether a number format shows a date or a time: its first part has a day, a month, a year, an hour or less, and
    no digits but of a fraction. Programs write currencies without quotes.

    >>> shows_date("dd/mm/yyyy"), shows_date('#,##0 "đồng"'), shows_date("[Red]0"), shows_date("[h]:mm:ss.000")
    (True, False, False, True)
    >>> shows_date("#,##0 VND"), shows_date("0 USD")
    (False, False)
    """
    shown = _UNSEEN.sub("", code).partition(";")[0]
    return code != _GENERAL and _DATE(shown) is not None and not _DIGITS(shown)
