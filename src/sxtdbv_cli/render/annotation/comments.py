"""Comments on the cells of a sheet: those that are there stay, ours are added to them."""

import re
from typing import Any

from lxml import etree

from sxtdbv_cli.model.place import cell_name
from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.render.annotation.cells import SheetCells
from sxtdbv_cli.render.annotation.package import MAIN, REFERENCES, NotUsual, Package, tag

AUTHOR = "sxtdbv"
COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
DRAWING = "application/vnd.openxmlformats-officedocument.vmlDrawing"
WIDEST, HIGHEST = 6, 14
"""The size of a comment in columns, and at most in rows."""
CHARACTERS = 46
"""What a line of a comment holds, about."""

_SHAPES = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"></xml>'
)
_KIND = (
    '<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = (
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{number}" type="#_x0000_t202" '
    'style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>"
    "</x:ClientData></v:shape>"
)


def add_comments(package: Package, sheet: str, cells: SheetCells, texts: dict[Position, str]) -> None:
    """Put a comment on each of these cells; a cell that has one gets the text behind its own."""
    part = _comments_part(package, sheet)
    tree = package.tree(part)
    listed = tree.find(tag("commentList"))
    authors = tree.find(tag("authors"))
    if listed is None or authors is None:
        raise NotUsual(part)
    etree.SubElement(authors, tag("author")).text = AUTHOR
    known = {comment.get("ref"): comment for comment in listed}
    fresh: dict[Position, str] = {}
    for position, text in sorted(texts.items()):
        if cell_name(position) in known:
            if text not in "".join(known[cell_name(position)].itertext()):  # an annotated copy that is annotated again
                _append(known[cell_name(position)], text)
        else:
            comment = etree.SubElement(listed, tag("comment"), ref=cell_name(position), authorId=str(len(authors) - 1))
            etree.SubElement(comment, tag("text"))
            _append(comment, text)
            fresh[position] = text
    if fresh:
        _shapes(package, sheet, cells, fresh)


def _comments_part(package: Package, sheet: str) -> str:
    """The part of the comments of a sheet, made where there is none."""
    found = package.related(sheet, "comments")
    if found:
        return found[0][1]
    part = package.free("xl/comments{}.xml")
    empty = f'<comments xmlns="{MAIN}"><authors/><commentList/></comments>'
    package.add(part, empty.encode(), COMMENTS)
    package.relate(sheet, "comments", part)
    return part


def _append(comment: Any, text: str) -> None:
    """Add a text to a comment, behind what it says."""
    holder = comment.find(tag("text"))
    if holder is None:
        holder = etree.SubElement(comment, tag("text"))
    plain = holder.find(tag("t"))
    if plain is not None:  # a text without runs: make it one, for runs may follow
        run = etree.Element(tag("r"))
        holder.replace(plain, run)
        run.append(plain)
    runs = holder.findall(tag("r"))
    run = etree.Element(tag("r"))
    written = etree.SubElement(run, tag("t"))
    written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    written.text = f"\n\n{text}" if runs else text
    holder.insert(holder.index(runs[-1]) + 1 if runs else 0, run)


def _shapes(package: Package, sheet: str, cells: SheetCells, texts: dict[Position, str]) -> None:
    """The boxes that comments are shown in: they are drawings of an old kind, and Excel shows none without."""
    part = _shapes_part(package, sheet, cells)
    drawing = package.parts[part].decode("utf-8", "surrogateescape")
    first = max([1024, *map(int, re.findall(r"_x0000_s(\d{1,9})", drawing))]) + 1
    kind = "" if 'id="_x0000_t202"' in drawing else _KIND
    shapes = [_shape(number, position, text) for number, (position, text) in enumerate(texts.items(), first)]
    before, end, after = drawing.rpartition("</xml>")
    if not end:
        raise NotUsual(part)
    package.parts[part] = f"{before}{kind}{''.join(shapes)}{end}{after}".encode("utf-8", "surrogateescape")


def _shapes_part(package: Package, sheet: str, cells: SheetCells) -> str:
    """The part of the boxes of a sheet, made where there is none."""
    key = f"{{{REFERENCES}}}id"
    reference = cells.tree.find(tag("legacyDrawing"))
    if reference is not None:
        found = dict(package.related(sheet, "vmlDrawing"))
        if reference.get(key) not in found:
            raise NotUsual("legacyDrawing")
        return found[reference.get(key)]
    part = package.free("xl/drawings/vmlDrawing{}.vml")
    package.parts[part] = _SHAPES.encode()
    package.default_type("vml", DRAWING)
    cells.refer_to_comments(package.relate(sheet, "vmlDrawing", part), key)
    return part


def _shape(number: int, position: Position, text: str) -> str:
    row, column = position
    lines = sum(1 + len(line) // CHARACTERS for line in text.splitlines())
    bottom = row + min(max(lines, 4), HIGHEST)
    anchor = f"{column + 1}, 15, {row}, 10, {column + 1 + WIDEST}, 15, {bottom}, 4"
    return _SHAPE.format(number=number, anchor=anchor, row=row, column=column)
