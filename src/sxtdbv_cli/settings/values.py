"""How the value of a key is read, from a configuration file and from an option alike."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from sxtdbv_cli.files.codes import Bad, a_code, known_codes, unknown_code
from sxtdbv_cli.files.why import Why
from sxtdbv_cli.model.choices import Numbers, Parents
from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.settings import written
from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.settings.faults import SAME_COLUMNS, TWICE
from sxtdbv_cli.text.language import Language, Text

E = TypeVar("E", bound=StrEnum)

_CODES = Text('các mã quy tắc, ví dụ ["SX2", "SX306"]', 'codes of rules, such as ["SX2", "SX306"]')
_SEVERITIES = Text('mức của từng mã, ví dụ {SX204 = "error"}', 'a severity for each code, such as {SX204 = "error"}')
_BOOLEAN = Text("true hoặc false", "true or false")
_TEXTS = Text('một danh sách chữ, ví dụ ["III/A:total"]', 'a list of texts, such as ["III/A:total"]')
_TEXT = Text("một chữ", "a text")
_RANGE = Text('một vùng ô, ví dụ "A5:H40"', 'a range of cells, such as "A5:H40"')
_COUNT = Text("số dòng, từ 0 đến 9", "a number of rows, from 0 to 9")
_COLUMNS = Text(
    'nội dung của từng cột, ví dụ {A = "code", B = "title", D = "total", E = "2022"}',
    'what each column holds, such as {A = "code", B = "title", D = "total", E = "2022"}',
)
_SHARED = (Use.TITLE, Use.NOTE, Use.UNIT, Use.QUANTITY, Use.PRICE, Use.SKIP)
"""What several columns may hold."""
_SECONDS = Text("số giây, từ 0 trở lên", "a number of seconds, 0 or more")


def unwanted(value: Any, wanted: Text) -> Bad:
    """That a value will not do, and what would."""
    return Bad(Why.WANT, text=written(value), wanted=wanted)


def _one_of(kind: type[E], wanted: Text) -> Callable[[Any], E]:
    """What reads one of a few words."""

    def read(value: Any) -> E:
        if value not in tuple(kind):
            raise unwanted(value, wanted)
        return kind(value)

    return read


language = _one_of(Language, Text('"vi" hoặc "en"', '"vi" or "en"'))
numbers = _one_of(Numbers, Text('"vi" (1.234,5) hoặc "en" (1,234.5)', '"vi" (1.234,5) or "en" (1,234.5)'))
parents = _one_of(Parents, Text('"numbering", "indent" hoặc "outline"', '"numbering", "indent" or "outline"'))
_severity = _one_of(Severity, Text("error, warning hoặc note", "error, warning or note"))


def codes(value: Any) -> tuple[str, ...]:
    """Codes or their beginnings (``SX2``), each of which names at least one rule."""
    return tuple(_prefix(text) for text in _texts(value, _CODES))


def _prefix(text: str) -> str:
    prefix = text.strip().upper()
    if not prefix or not any(code.startswith(prefix) for code in known_codes()):
        raise unknown_code(text)
    return prefix


def severities(value: Any) -> Mapping[str, Severity]:
    """A severity for each of some codes."""
    if not isinstance(value, dict):
        raise unwanted(value, _SEVERITIES)
    found = {a_code(code): _severity(word) for code, word in value.items()}
    if len(found) < len(value):  # SX204 and sx204
        raise Bad(TWICE)
    return found


def boolean(value: Any) -> bool:
    """True or false, never a number or a text."""
    if not isinstance(value, bool):
        raise unwanted(value, _BOOLEAN)
    return value


def texts(value: Any) -> tuple[str, ...]:
    """A list of texts; one text is a list of one."""
    return tuple(_texts(value, _TEXTS))


def seconds(value: Any) -> float:
    """A time in seconds."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < float("inf"):
        raise unwanted(value, _SECONDS)
    return float(value)


def text(value: Any, wanted: Text = _TEXT) -> str:
    """A text that is not empty."""
    if not isinstance(value, str) or not value.strip():
        raise unwanted(value, wanted)
    return value


def sheet(value: Any) -> str:
    """A sheet by its name, or by its number from 1."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) and value > 0 else text(value)


def cell_range(value: Any) -> str:
    """A range of cells as a workbook writes it."""
    if not isinstance(value, str) or not re.fullmatch(r"\$?[A-Za-z]{1,3}\$?\d{1,7}:\$?[A-Za-z]{1,3}\$?\d{1,7}", value):
        raise unwanted(value, _RANGE)
    return value.upper()


def count(value: Any) -> int:
    """A small number of rows."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 9:
        raise unwanted(value, _COUNT)
    return value


def columns(value: Any) -> Mapping[str, str]:
    """What columns hold, by their letters."""
    if not isinstance(value, dict) or not value or not all(map(_is_column, value.items())):
        raise unwanted(value, _COLUMNS)
    found = {letters.upper(): use for letters, use in value.items()}
    if len(found) < len(value):  # A and a
        raise Bad(TWICE)
    for use, times in Counter(found.values()).items():
        if times > 1 and use not in _SHARED:
            raise Bad(SAME_COLUMNS, use=use)
    return found


def _is_column(entry: tuple[Any, Any]) -> bool:
    letters, use = entry
    return bool(re.fullmatch("[A-Za-z]{1,3}", letters)) and isinstance(use, str) and bool(use.strip())


def _texts(value: Any, wanted: Text) -> list[str]:
    found = [value] if isinstance(value, str) else value
    if not isinstance(found, list | tuple) or not all(isinstance(text, str) for text in found):
        raise unwanted(value, wanted)
    return list(found)
