"""How the value of a key is read, from a configuration file and from an option alike."""

from collections.abc import Mapping
from typing import Any

from sxtdbv_cli.files.codes import Bad, a_code, known_codes, unknown_code
from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.settings import written
from sxtdbv_cli.settings.faults import TWICE, WANT
from sxtdbv_cli.text.language import Language, Text

_CODES = Text('các mã quy tắc, ví dụ ["SX2", "SX306"]', 'codes of rules, such as ["SX2", "SX306"]')
_SEVERITIES = Text('mức của từng mã, ví dụ {SX204 = "error"}', 'a severity for each code, such as {SX204 = "error"}')
_SEVERITY = Text("error, warning hoặc note", "error, warning or note")
_BOOLEAN = Text("true hoặc false", "true or false")
_LANGUAGE = Text('"vi" hoặc "en"', '"vi" or "en"')
_TEXTS = Text('một danh sách chữ, ví dụ ["III/A:total"]', 'a list of texts, such as ["III/A:total"]')
_SECONDS = Text("số giây, từ 0 trở lên", "a number of seconds, 0 or more")


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
        raise Bad(WANT, text=written(value), wanted=_SEVERITIES)
    found = {a_code(code): _severity(word) for code, word in value.items()}
    if len(found) < len(value):  # SX204 and sx204
        raise Bad(TWICE)
    return found


def _severity(word: Any) -> Severity:
    if word not in tuple(Severity):
        raise Bad(WANT, text=written(word), wanted=_SEVERITY)
    return Severity(word)


def boolean(value: Any) -> bool:
    """True or false, never a number or a text."""
    if not isinstance(value, bool):
        raise Bad(WANT, text=written(value), wanted=_BOOLEAN)
    return value


def language(value: Any) -> Language:
    """A language of the interface."""
    if value not in tuple(Language):
        raise Bad(WANT, text=written(value), wanted=_LANGUAGE)
    return Language(value)


def texts(value: Any) -> tuple[str, ...]:
    """A list of texts; one text is a list of one."""
    return tuple(_texts(value, _TEXTS))


def seconds(value: Any) -> float:
    """A time in seconds."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < float("inf"):
        raise Bad(WANT, text=written(value), wanted=_SECONDS)
    return float(value)


def _texts(value: Any, wanted: Text) -> list[str]:
    found = [value] if isinstance(value, str) else value
    if not isinstance(found, list | tuple) or not all(isinstance(text, str) for text in found):
        raise Bad(WANT, text=written(value), wanted=wanted)
    return list(found)
