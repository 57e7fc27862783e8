"""The wall before archives of XML: what is no such file, is a bomb, or hides entities, is refused in words."""

import io
import struct
import zipfile

import pytest

from sxtdbv_cli.files.archive import LARGEST, MOST_KEPT, MOST_PARTS, PROLOG, open_archive
from sxtdbv_cli.files.kind import Kind, expect, kind_of
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.text.language import Language

SHEET = '<?xml version="1.0"?><worksheet><sheetData/></worksheet>'


def archive(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as target:
        for name, part in parts.items():
            target.writestr(name, part)
    return out.getvalue()


def refusal(content: bytes, **limits: int) -> str:
    with pytest.raises(Unreadable) as caught:
        open_archive(content, "x.xlsx", **limits)
    found = caught.value.faults[0]
    assert found.message.say(Language.VI, found.facts)
    return f"{found.code} {found.message.say(Language.EN, found.facts)}"


def test_an_archive_is_opened() -> None:
    opened = open_archive(archive({"xl/worksheets/sheet1.xml": SHEET, "media/a.png": b"\x89PNG"}), "x.xlsx")
    assert opened.read("xl/worksheets/sheet1.xml").decode() == SHEET


@pytest.mark.parametrize("length", [0, 10, PROLOG, MOST_KEPT])
def test_a_part_is_the_same_however_often_it_is_read(length: int) -> None:
    """What is kept from the look at a part is all of it; what is longer than may be kept is unpacked again."""
    part = (SHEET + " " * length).encode()
    opened = open_archive(archive({"a.xml": part, "b.xml": SHEET}), "x.xlsx")
    assert opened.read("a.xml") == opened.read(opened.getinfo("a.xml")) == part
    assert opened.read("b.xml").decode() == SHEET


def test_a_bomb_is_refused_by_its_directory() -> None:
    assert "larger than" in refusal(archive({"xl/sheet.xml": b"<a>" + b" " * (LARGEST + 1)}))
    assert "larger than 1 MiB" in refusal(archive({"a": b"\0" * 2**20, "b": b"\0"}), largest=2**20)


def test_a_directory_that_lies_is_refused() -> None:
    """The part unpacks to more than it declares: it is cut there, and its sum does not fit."""
    content = bytearray(archive({"xl/sheet.xml": b"<a>" + b" " * 100_000}))
    at = content.index(b"PK\x01\x02") + 24
    content[at : at + 4] = struct.pack("<I", 10)
    assert "damaged" in refusal(bytes(content))


def test_too_many_parts() -> None:
    assert "parts" in refusal(archive({f"p{n}": b"" for n in range(MOST_PARTS + 1)}, zipfile.ZIP_STORED))


def test_a_part_that_stands_twice() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target, pytest.warns(UserWarning, match="Duplicate"):
        target.writestr("xl/workbook.xml", SHEET)
        target.writestr("xl/workbook.xml", SHEET)
    assert "two parts" in refusal(out.getvalue())
    assert "two parts" in refusal(archive({"xl/Workbook.xml": SHEET, "xl/workbook.xml": SHEET}))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_entities_are_refused(encoding: str) -> None:
    bomb = '<?xml version="1.0"?>\n<!-- > --><!DOCTYPE a [<!ENTITY b "bbbbbbbb">]><a>&b;</a>'
    assert "SX010" in refusal(archive({"xl/workbook.xml": bomb.encode(encoding)}))
    late = f"<?xml version='1.0'?><!--{'x' * PROLOG}--><!DOCTYPE a [<!ENTITY b 'b'>]><a/>"
    assert "SX010" in refusal(archive({"a.rels": late.encode(encoding)}))


def test_damaged_files() -> None:
    whole = archive({"xl/workbook.xml": SHEET * 50})
    for cut in (len(whole) // 2, len(whole) - 10, 40):
        assert "damaged" in refusal(whole[:cut])
    at = whole.index(b"PK\x01\x02")
    assert "damaged" in refusal(whole[:60] + b"\xff" * (at - 60) + whole[at:])
    locked = bytearray(whole)
    locked[at + 8] |= 1
    assert "password" in refusal(bytes(locked))


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
KINDS = {
    Kind.XLSX: archive({"[Content_Types].xml": SHEET, "xl/workbook.xml": SHEET}),
    Kind.XLSB: archive({"xl/workbook.bin": b"", "xl/x.xml": b""}),
    Kind.DOCX: archive({"word/document.xml": SHEET}),
    Kind.ODS: archive({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, zipfile.ZIP_STORED),
    Kind.ZIP: archive({"a.txt": b"a"}),
    Kind.XLS: OLE + "Workbook".encode("utf-16-le"),
    Kind.ENCRYPTED: OLE + "EncryptedPackage".encode("utf-16-le"),
    Kind.OLE: OLE,
    Kind.BROKEN: archive({"xl/workbook.xml": SHEET})[:-30],
    Kind.DOC: OLE + "WordDocument".encode("utf-16-le"),
    Kind.HTML: b"\n<html><table><tr><td>1</td></tr></table></html>",
    Kind.XML_2003: b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
    Kind.PDF: b"%PDF-1.7",
    Kind.RTF: b"{\\rtf1}",
    Kind.IMAGE: b"\x89PNG\r\n",
    Kind.TEXT: "STT;Nội dung".encode("utf-16"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_told_by_what_it_holds(kind: Kind) -> None:
    assert kind_of(KINDS[kind]) is kind


@pytest.mark.parametrize("kind", KINDS)
def test_a_wrong_name_is_told_with_the_right_one(kind: Kind) -> None:
    wanted = Kind.XLSX if kind is not Kind.XLSX else Kind.TEXT
    with pytest.raises(Unreadable) as caught:
        expect(wanted, KINDS[kind], "plan.abc")
    found = caught.value.faults[0]
    said = found.message.say(Language.EN, found.facts)
    assert {Kind.ENCRYPTED: "password", Kind.OLE: "damaged", Kind.BROKEN: "damaged"}.get(kind, kind.value.en) in said
    expect(kind, KINDS[kind], "plan.abc")


def test_an_empty_file_is_told() -> None:
    with pytest.raises(Unreadable, match="1 faults") as caught:
        expect(Kind.XLSX, b" \n", "plan.xlsx")
    assert caught.value.faults[0].code == "SX004"
