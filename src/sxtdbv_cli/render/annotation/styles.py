"""The styles of a workbook: new ones are added behind the old, which stay as they are."""

from collections.abc import Collection
from copy import deepcopy
from typing import Any

from lxml import etree

from sxtdbv_cli.render.annotation.package import MAIN, NotUsual, Package, tag


class Styles:
    """Adds styles to the part of the styles. A style is its position among the formats of cells."""

    def __init__(self, package: Package) -> None:
        found = package.related(package.workbook, "styles")
        if not found:
            raise NotUsual("styles")
        self.tree = package.tree(found[0][1])
        self.formats = self._list("cellXfs")
        self.known: dict[tuple[int, str], int] = {}
        self.colours: dict[str, int] = {}

    def filled(self, style: int, colour: str) -> int:
        """A style as it is but for the colour of its ground (``FBE3E0``)."""
        key = (style, colour)
        if key not in self.known:
            if not 0 <= style < len(self.formats):
                raise NotUsual(f"style {style}")
            format_ = deepcopy(self.formats[style])
            format_.set("fillId", str(self._fill(colour)))
            format_.set("applyFill", "1")
            self.known[key] = self._append(self.formats, format_)
        return self.known[key]

    def unfilled(self, style: int, colours: Collection[str]) -> int:
        """The style that one of these colours was put on: one that is the same but for its ground, or without any."""
        if not 0 <= style < len(self.formats) or self._ground(self.formats[style]) not in colours:
            return style
        wanted = _but_for_ground(self.formats[style])
        for at, format_ in enumerate(self.formats):
            if _but_for_ground(format_) == wanted and self._ground(format_) not in colours:
                return at
        format_ = deepcopy(self.formats[style])
        format_.set("fillId", "0")
        return self._append(self.formats, format_)

    def _ground(self, format_: Any) -> str:
        """The colour of the ground of a format (``FBE3E0``), or nothing."""
        fills, at = self._list("fills"), int(format_.get("fillId", 0))
        colour = fills[at].find(f"{tag('patternFill')}/{tag('fgColor')}") if at < len(fills) else None
        return "" if colour is None else str(colour.get("rgb", ""))[2:]

    def new(self, *, font: str = "", fill: str = "", border: bool = False, number: str = "", align: str = "") -> int:
        """A new style: pieces of XML for the font, the number format and the alignment; the colour of its ground."""
        format_ = etree.Element(tag("xf"), numFmtId="0", fontId="0", fillId="0", borderId="0", xfId="0")
        parts = (
            ("fontId", "applyFont", self._font(font) if font else None),
            ("fillId", "applyFill", self._fill(fill) if fill else None),
            ("borderId", "applyBorder", self._append(self._list("borders"), _piece(_BORDER)) if border else None),
            ("numFmtId", "applyNumberFormat", self._number(number) if number else None),
        )
        for part, applied, position in parts:
            if position is not None:
                format_.set(part, str(position))
                format_.set(applied, "1")
        if align:
            format_.append(_piece(align))
            format_.set("applyAlignment", "1")
        return self._append(self.formats, format_)

    def _font(self, pieces: str) -> int:
        """The first font of the workbook with other pieces."""
        font = deepcopy(self._list("fonts")[0])
        for name in ("b", "i", "u", "sz", "color"):
            for old in font.findall(tag(name)):
                font.remove(old)
        for place, piece in enumerate(_pieces(pieces)):
            font.insert(place, piece)
        return self._append(self._list("fonts"), font)

    def _fill(self, colour: str) -> int:
        if colour not in self.colours:
            ground = f'<fgColor rgb="FF{colour}"/><bgColor indexed="64"/>'
            fill = f'<fill><patternFill patternType="solid">{ground}</patternFill></fill>'
            self.colours[colour] = self._append(self._list("fills"), _piece(fill))
        return self.colours[colour]

    def _number(self, code: str) -> int:
        """A number format of our own."""
        formats = self.tree.find(tag("numFmts"))
        if formats is None:
            formats = etree.Element(tag("numFmts"))
            self.tree.insert(0, formats)
        taken = [int(found.get("numFmtId", 0)) for found in formats]
        identity = max([163, *taken]) + 1
        element = etree.Element(tag("numFmt"), numFmtId=str(identity), formatCode=code)
        self._append(formats, element)
        return identity

    def _list(self, name: str) -> Any:
        found = self.tree.find(f"{{{MAIN}}}{name}")
        if found is None or (not len(found)):
            raise NotUsual(name)
        return found

    @staticmethod
    def _append(parent: Any, element: Any) -> int:
        """Add an element behind the others; gives its position."""
        parent.append(element)
        parent.set("count", str(len(parent)))
        return len(parent) - 1


def _but_for_ground(format_: Any) -> tuple[dict[str, str], bytes]:
    """What a format is besides its ground."""
    said = {key: value for key, value in format_.attrib.items() if key not in ("fillId", "applyFill")}
    return said, b"".join(map(etree.tostring, format_))


_SIDES = [f'<{side} style="thin"><color rgb="FF7F7F7F"/></{side}>' for side in ("left", "right", "top", "bottom")]
_BORDER = f"<border>{''.join(_SIDES)}<diagonal/></border>"


def _pieces(xml: str) -> list[Any]:
    return list(etree.fromstring(f'<x xmlns="{MAIN}">{xml}</x>'))


def _piece(xml: str) -> Any:
    return _pieces(xml)[0]
