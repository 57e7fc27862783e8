"""What a document says in words around its table: its number, date, issuer and title, whether the table is complete.

Only what the forms of official documents state plainly is taken: the letterhead (*Số: ...*, *..., ngày ... tháng ...
năm ...*), the line below the title of an annex (*Kèm theo Kế hoạch số ... ngày ... của ...*), the source below the
table. Where two of them differ neither is taken, and that is told.
"""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.model.form import INCOMPLETE, SOURCE
from sxtdbv_cli.model.sheet import Position
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.view import View
from sxtdbv_cli.text.language import Language
from sxtdbv_cli.text.saying import Late

HEAD = 30
"""The letterhead stands among so many first lines."""
_NATION = re.compile("cộng hòa xã hội chủ nghĩa việt nam|cộng hoà xã hội chủ nghĩa việt nam", re.IGNORECASE).search
_WORDS_DATE = r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})"
_NUMBER = Late(r"số\s*:\s*(\S*\d\S*/\S+)", re.IGNORECASE).fullmatch
_DATED = Late(rf"[^,;:]{{2,40}},\s*{_WORDS_DATE}", re.IGNORECASE).fullmatch
_ATTACHED = Late(
    r"\((?:ban\s+hành\s+)?(?:kèm\s+theo|đính\s+kèm|attached\s+to)\s+[^()\d]{2,40}?\s+(?:số|no\.)\s+(\S*\d\S*)"
    rf"(?:,?\s+(?:{_WORDS_DATE}|(?:ngày|of)\s+(\d{{1,2}})/(\d{{1,2}})/(\d{{4}})))?(?:(?:\s+của|,)\s+([^()]{{2,200}}))?\)",
    re.IGNORECASE,
)
_KINDS = "KẾ HOẠCH|QUYẾT ĐỊNH|NGHỊ QUYẾT|TỜ TRÌNH|BÁO CÁO|CHƯƠNG TRÌNH|ĐỀ ÁN|THÔNG BÁO"
_TITLE = Late(rf"(?:{_KINDS})\b").match


class Saying(NamedTuple):
    """Something a text states, and the cell it stands in."""

    value: str
    at: Position


class Prose(NamedTuple):
    """What the text around a table states, by the names of the particulars (``number``, ``date`` in ISO form,
    ``issuer``, ``title``, ``note``, ``incomplete``); ``unclear`` is what it states in two ways."""

    said: Mapping[str, Saying]
    unclear: Sequence[tuple[str, Saying]] = ()


def read_prose(view: View, block: Block) -> Prose:
    """What the text above and below a table states of its document."""
    above = list(_lines(view, range(block.header)))
    found = by_key((*_letterhead(above), *_attached(above), *_below(view, block)))
    if "issuer" in found and any(not saying.value.isupper() for saying in found["issuer"]):
        found["issuer"] = [saying for saying in found["issuer"] if not saying.value.isupper()]
    said = {name: sayings[-1] for name, sayings in found.items() if len({one.value for one in sayings}) == 1}
    unclear = [(name, sayings[-1]) for name, sayings in found.items() if name not in said]
    return Prose(said, unclear)


def _lines(view: View, rows: Sequence[int]) -> Iterator[Saying]:
    for row in rows:
        yield from (Saying(view.text(row, column).strip("#*_ "), (row, column)) for column, _ in view.filled(row))


def _letterhead(lines: Sequence[Saying]) -> Iterator[tuple[str, Saying]]:
    """The particulars of a letterhead, which names the nation."""
    nation = next((place for place, line in enumerate(lines[:HEAD]) if _NATION(line.value)), None)
    if nation is None:
        return
    issuer = [line for line in lines[:nation] if line.value.isupper() and len(line.value.split()) > 1]
    if len(issuer) == 1:
        yield "issuer", issuer[0]
    for place in range(nation, min(len(lines), HEAD)):
        line = lines[place]
        if match := _NUMBER(line.value):
            yield "number", line._replace(value=match[1])
        elif (match := _DATED(line.value)) and (date := _date(match.groups())):
            yield "date", line._replace(value=date)
        elif _TITLE(line.value) and line.value.isupper():
            yield from _title(lines[place:HEAD])
            return


def _title(lines: Sequence[Saying]) -> Iterator[tuple[str, Saying]]:
    """The title of a document: its kind in capitals, and the lines in capitals that follow."""
    capitals = []
    for line in lines:
        if not line.value.isupper():
            break
        capitals.append(line.value)
    text = " ".join(capitals)
    if len(text.split()) > len(_KINDS.partition("|")[0].split()):
        yield "title", lines[0]._replace(value=text)


def _attached(lines: Sequence[Saying]) -> Iterator[tuple[str, Saying]]:
    """The particulars of the document that an annex is attached to: of the last such line above the table."""
    for line in reversed(lines):
        if match := _ATTACHED.search(line.value):
            number, *digits, issuer = match.groups()
            yield "number", line._replace(value=number.rstrip(","))
            if date := _date(digits[:3] if digits[0] else digits[3:]):
                yield "date", line._replace(value=date)
            if issuer:
                yield "issuer", line._replace(value=issuer.strip(" ."))
            return


def _below(view: View, block: Block) -> Iterator[tuple[str, Saying]]:
    """The source that is named below the table, and whether all of the table was there."""
    for line in _lines(view, range(block.end, view.height)):
        for language in Language:
            before, _, _ = SOURCE.say(language, {"note": "\0"}).partition("\0")
            if line.value == INCOMPLETE.say(language):
                yield "incomplete", line
            elif line.value.startswith(before) and line.value != before:
                yield "note", line._replace(value=line.value.removeprefix(before))


def _date(digits: Sequence[str | None]) -> str | None:
    """A day, a month and a year in ISO form; None where they are no date."""
    try:
        day, month, year = (int(part or 0) for part in digits)
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
