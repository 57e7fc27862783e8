"""Which encoding a text is in, by what can be proved: a wrong guess is worse than an error."""

import codecs
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from sxtdbv_cli.files.container_faults import ENCODINGS, LOST_LETTERS, NO_ENCODING, NOT_ENCODED, WHICH_ENCODING
from sxtdbv_cli.files.faults import refused
from sxtdbv_cli.files.text_file import Positions
from sxtdbv_cli.files.why import Why
from sxtdbv_cli.model.grid import Grid, Remark
from sxtdbv_cli.text import legacy
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.lost import lost_words
from sxtdbv_cli.text.safe import CONTROL
from sxtdbv_cli.text.vietnamese import is_vietnamese, words

LEGACY = Text(
    "cả tệp gõ bằng bảng mã {encoding}, đã đọc theo Unicode", "the file is in {encoding}; it was read as Unicode"
)
COMPOSED = Text(
    "chữ viết dạng tổ hợp (NFD) trong cả tệp đã được chuyển thành NFC",
    "decomposed text (NFD) was turned into NFC throughout the file",
)


class Decoded(NamedTuple):
    """A text in NFC without its byte order mark, and the name of the encoding it was in: ``TCVN3`` and ``VNI`` too.

    ``remark`` says what was converted, where the user did not ask for it.
    """

    text: str
    encoding: str
    remark: Remark | None = None

    def told(self, grids: Sequence[Grid]) -> list[Grid]:
        """The tables of the text, each with the remark."""
        return [replace(grid, remarks=[*grid.remarks, self.remark]) if self.remark else grid for grid in grids]


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = re.compile("[a-zàáâãäçèéêëíîïñóôõöùúûüœßåæø]+", re.IGNORECASE).fullmatch
_TWO_MARKED = re.compile(r"(?!éé|ç[ãõ])[^\x00-\x7f]{2}")
_SYMBOL_IN_WORD = re.compile(r"[A-Za-z][^\w\s\x00-\x7f’‘–—…€£°][A-Za-z]")
SHOWN = 3
"""So many words without their letters are shown."""
TRIED = ("UTF-8", "UTF-16", "cp1258", "cp1252", "TCVN3", "VNI")


def decode_any(content: bytes, file: str, stated: str | None = None) -> Decoded:
    """The text of a file in whatever encoding its bytes prove, or in the one ``stated``.

    A byte order mark decides; UTF-8 and UTF-16 prove themselves by their form; the rest must come out as words of
    its language, in one way only.

    Raises:
        Unreadable: no encoding fits, or several do and the texts differ; says what was tried.
    """
    if stated:
        return _stated(content, file, stated)
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content.removeprefix(mark), encoding, file)
    if (text := _decoded(content, "utf-8")) is not None:
        return _unicode(text, "utf-8")
    if b"\0" not in content:
        _refuse_control(content, file)
        if lost := lost_words(content.decode("cp1252", "replace").replace(",", " ").replace(";", " ").splitlines()):
            raise refused(LOST_LETTERS, file, words=", ".join(lost[:SHOWN]))
    found = _wide(content) if b"\0" in content else [decoded for read in _NARROW if (decoded := read(content))]
    if len({decoded.text for decoded in found}) > 1:
        raise refused(ENCODINGS, file, readings=_readings(found))
    if not found or (found[0].encoding in legacy.SCHEMES and not legacy.is_convincing(found[0].text)):
        raise refused(NO_ENCODING, file, tried=", ".join(TRIED))
    return found[0]


def _stated(content: bytes, file: str, stated: str) -> Decoded:
    """The text in the encoding the user names: any that Python knows, TCVN3 or VNI."""
    scheme = stated.upper()
    if scheme in legacy.SCHEMES:
        return Decoded(legacy.convert(_strictly(content, "cp1252", file).text, scheme), scheme)
    try:
        encoding = codecs.lookup(stated).name
        if not isinstance("".encode(encoding), bytes):
            raise LookupError
    except LookupError:
        raise refused(WHICH_ENCODING, file, encoding=stated, known=", ".join(TRIED)) from None
    for mark, _ in _MARKS:
        if encoding.startswith(("utf-8", "utf-16-", "utf-32-")):
            content = content.removeprefix(mark)
    return _strictly(content, encoding, file)


def _strictly(content: bytes, encoding: str, file: str) -> Decoded:
    text = _decoded(content, encoding)
    if text is None:
        if encoding == "utf-8":
            _refuse_control(content, file)
        raise refused(NOT_ENCODED, file, encoding=encoding)
    return _unicode(text, encoding)


def _unicode(text: str, encoding: str) -> Decoded:
    """A text in an encoding that can hold it composed; that it was not is told. cp1258 knows no other way."""
    composed = _composed(text)
    same = composed == text or not encoding.startswith("utf")
    return Decoded(composed, encoding, None if same else Remark("SX517", 0, 0, message=COMPOSED))


def _decoded(content: bytes, encoding: str) -> str | None:
    """The text, None if a byte does not fit or a control character comes out."""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if CONTROL.search(text) else text


def _refuse_control(content: bytes, file: str) -> None:
    """A text in UTF-8 that is none for its control characters needs no search for another encoding."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return
    if control := CONTROL.search(text):
        place = Positions(file, text).place(*control.span())
        raise refused(Why.CONTROL, place, character=f"U+{ord(control[0]):04X}")


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _wide(content: bytes) -> list[Decoded]:
    """UTF-16 without its mark: one byte order gives letters of our part of Unicode only, the other does not."""
    found = []
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _decoded(content, encoding)
        if text and all(c < "\u0400" or "\u1e00" <= c < "\u2300" for c in text):
            found.append(_unicode(text, encoding))
    return found


def _windows_vietnamese(content: bytes) -> Decoded | None:
    text = _decoded(content, "cp1258")
    if text is None or not is_vietnamese(words(_composed(text))):
        return None
    return Decoded(_composed(text), "cp1258")


def _western(content: bytes) -> Decoded | None:
    """cp1252, if all its words could be of a language of western Europe, and none has a symbol within."""
    text = _decoded(content, "cp1252")
    if text is None or _SYMBOL_IN_WORD.search(text) or not all(map(_is_western, words(text))):
        return None
    return Decoded(text, "cp1252")


def _is_western(word: str) -> bool:
    word = word.rstrip("²³") if word.endswith(("m²", "m³")) else word
    one_case = word.isupper() or word[1:].islower() or len(word) == 1
    return bool(_WESTERN(word)) and one_case and not _TWO_MARKED.search(word.lower())


def _legacy(scheme: str) -> Callable[[bytes], Decoded | None]:
    def read(content: bytes) -> Decoded | None:
        text = _decoded(content, "cp1252")
        converted = legacy.convert(text, scheme) if text else ""  # ``lý`` in TCVN3 looks the same, in cp1258 it is lư
        remark = Remark("SX521", 0, 0, {"encoding": scheme}, LEGACY)
        return Decoded(converted, scheme, remark) if is_vietnamese(words(converted)) else None

    return read


_NARROW = (_windows_vietnamese, _western, *map(_legacy, legacy.SCHEMES))
"""The encodings of one byte a character, each read where it makes words of its language of the bytes."""


def _readings(found: list[Decoded]) -> str:
    """The first words that differ between the readings, for people to choose by: ``cp1258 “năm”, cp1252 “nãm”``."""
    columns = zip(*(decoded.text.split() for decoded in found), strict=False)
    first = next((words_ for words_ in columns if len(set(words_)) > 1), ())
    return ", ".join(f"{decoded.encoding} “{word}”" for decoded, word in zip(found, first, strict=False))
