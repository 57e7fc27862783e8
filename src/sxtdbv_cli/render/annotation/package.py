"""The parts of a workbook file: a zip of XML parts, how they refer to each other, and the way back to bytes."""

import posixpath
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REFERENCES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
CONTENT_TYPES = "[Content_Types].xml"
SIGNATURES = "_xmlsignatures/"
_FIXED = (1980, 1, 1, 0, 0, 0)
_IDENTITY = f"{{{REFERENCES}}}id"


def tag(name: str) -> str:
    """The full name of an element of a workbook or a sheet."""
    return f"{{{MAIN}}}{name}"


class NotUsual(Exception):
    """The workbook is not built as workbooks are; the message is the part that is missing or odd."""


class Package:
    """A workbook file that was opened; parts that are changed are written anew, all others as they are."""

    def __init__(self, content: bytes) -> None:
        with ZipFile(BytesIO(content)) as source:
            self.infos = {info.filename: info for info in source.infolist() if not info.is_dir()}
            self.parts = {name: source.read(name) for name in self.infos}
        self.trees: dict[str, Any] = {}
        self.pristine: dict[str, bytes] = {}

    def has(self, prefix: str) -> bool:
        """Whether any part has a name that begins so."""
        return any(name.startswith(prefix) for name in self.parts)

    def tree(self, part: str) -> Any:
        """The XML of a part; what is changed in it is written.

        Raises:
            NotUsual: there is no such part, or it is no XML.
        """
        if part not in self.trees:
            try:
                parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
                self.trees[part] = etree.fromstring(self.parts[part], parser)
                self.pristine[part] = etree.tostring(self.trees[part])
            except (KeyError, etree.XMLSyntaxError):
                raise NotUsual(part) from None
        return self.trees[part]

    def add(self, part: str, content: bytes, content_type: str) -> None:
        """A new part."""
        self.parts[part] = content
        override = etree.SubElement(self.tree(CONTENT_TYPES), f"{{{TYPES}}}Override")
        override.set("PartName", f"/{part}")
        override.set("ContentType", content_type)

    def replace(self, part: str, content: bytes) -> None:
        """Another content for a part."""
        self.trees.pop(part, None)
        self.parts[part] = content

    def default_type(self, extension: str, content_type: str) -> None:
        """What parts with a suffix are, unless that is known."""
        types = self.tree(CONTENT_TYPES)
        known = {element.get("Extension", "").lower() for element in types if element.tag == f"{{{TYPES}}}Default"}
        if extension not in known:
            element = etree.Element(f"{{{TYPES}}}Default", Extension=extension, ContentType=content_type)
            types.insert(0, element)

    def free(self, pattern: str) -> str:
        """The first name of a pattern such as ``xl/comments{}.xml`` that no part has."""
        taken = {name.lower() for name in self.parts}
        return next(
            name for number in range(1, len(taken) + 2) if (name := pattern.format(number)).lower() not in taken
        )

    # -- relations ---------------------------------------------------------------------------------------------

    def relations(self, part: str) -> Any:
        """The relations of a part, made where there are none."""
        name = _relations_of(part)
        if name not in self.parts:
            self.parts[name] = f'<Relationships xmlns="{RELATIONS}"/>'.encode()
        return self.tree(name)

    def related(self, part: str, kind: str) -> list[tuple[str, str]]:
        """The relations of a part of one kind (the end of its type): identity and part."""
        if _relations_of(part) not in self.parts:
            return []
        folder = posixpath.join("/", posixpath.dirname(part))  # targets are told from there, or from the root
        return [
            (relation.get("Id", ""), posixpath.normpath(posixpath.join(folder, relation.get("Target", ""))).lstrip("/"))
            for relation in self.relations(part)
            if relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") != "External"
        ]

    def relate(self, part: str, kind: str, target: str) -> str:
        """A new relation; gives its identity."""
        relations = self.relations(part)
        taken = {relation.get("Id") for relation in relations}
        identity = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        relation = etree.SubElement(relations, f"{{{RELATIONS}}}Relationship")
        for key, value in (("Id", identity), ("Type", f"{REFERENCES}/{kind}"), ("Target", f"/{target}")):
            relation.set(key, value)
        return identity

    # -- the whole ---------------------------------------------------------------------------------------------

    @property
    def workbook(self) -> str:
        """The part of the workbook itself.

        Raises:
            NotUsual: there is none.
        """
        found = self.related("", "officeDocument")
        if not found:
            raise NotUsual("officeDocument")
        return found[0][1]

    def sheets(self) -> dict[str, str]:
        """The sheets in order: name and part."""
        targets = dict(self.related(self.workbook, "worksheet"))
        listed = [
            (sheet.get("name", ""), sheet.get(_IDENTITY)) for sheet in self.tree(self.workbook).iter(tag("sheet"))
        ]
        return {name: targets[identity] for name, identity in listed if identity in targets}

    def sheet_names(self) -> list[str]:
        """The names of all sheets, in order, charts among them."""
        return [sheet.get("name", "") for sheet in self.tree(self.workbook).iter(tag("sheet"))]

    def sheet(self, name: str) -> str:
        """The part of a sheet.

        Raises:
            NotUsual: there is none of that name.
        """
        found = self.sheets().get(name)
        if found is None:
            raise NotUsual(name)
        return found

    def texts_of_first_row(self, sheet: str) -> list[str]:
        """The texts in the first row of a sheet, those that are shared among sheets too."""
        row = next(self.tree(sheet).iter(tag("row")), ())
        shared = [part for _, part in self.related(self.workbook, "sharedStrings")]
        strings = [*self.tree(shared[0]).iter(tag("si"))] if shared else []
        found = []
        for cell in row:
            value = cell.findtext(tag("v"), "")
            by_number = cell.get("t") == "s" and value.isdecimal() and int(value) < len(strings)
            found.append("".join((strings[int(value)] if by_number else cell).itertext(tag("t"))))
        return [text for text in found if text]

    def drop_signatures(self) -> None:
        """Take out the signatures: they sign the workbook as it was."""
        if not self.has(SIGNATURES):
            return
        for name in [name for name in self.parts if name.startswith(SIGNATURES)]:
            del self.parts[name]
        for element in list(self.tree(CONTENT_TYPES)):
            if element.get("PartName", "").startswith(f"/{SIGNATURES}"):
                self.tree(CONTENT_TYPES).remove(element)
        for relation in list(self.relations("")):
            if relation.get("Target", "").lstrip("/").startswith(SIGNATURES):
                self.relations("").remove(relation)

    def save(self) -> bytes:
        """The bytes of the file: parts in their old order, new ones last, the same bytes for the same contents."""
        for name, tree in self.trees.items():
            if etree.tostring(tree) != self.pristine[name]:
                self.parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        stream = BytesIO()
        with ZipFile(stream, "w", ZIP_DEFLATED) as target:
            for name, content in self.parts.items():
                info = ZipInfo(name, self.infos[name].date_time if name in self.infos else _FIXED)
                info.compress_type = ZIP_DEFLATED
                target.writestr(info, content)
        return stream.getvalue()


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")
