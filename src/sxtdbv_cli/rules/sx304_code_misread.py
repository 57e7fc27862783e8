"""SX304: a code that looks misread, by a scanner or by eye: ``Ill`` for III, ``l.1``, ``3.O``."""

import re

from sxtdbv_cli.rules.codes import canonical, parts
from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text
from sxtdbv_cli.text.saying import Late, roman_value

SEVERITY = Severity.WARNING
TITLE = Text("Số thứ tự có thể bị đọc nhầm", "A code that looks misread")
MESSAGE = Text(
    "số thứ tự “{code}” có thể bị đọc nhầm; có phải là “{likely}”?",
    "the code “{code}” looks misread; is it “{likely}”?",
)
_AS_ROMAN = str.maketrans("l1|!i", "IIIII")
_AS_DIGITS = str.maketrans("lI|!oO", "111100")
_LOOKS = re.compile(r"[IVXl1|!i]+|[0-9lI|!oO.)\s]+").fullmatch
"""What is a number, Roman or not, when the letters that look like others are read so."""
_LETTER = Late("[A-Za-zĐđ](?<![loO])").fullmatch


def check(subject: Subject) -> Hits:
    """Yield a hit for every code that is none, but would be one with other letters or digits of the same look."""
    for line, code in enumerate(subject.plan.lines.codes):
        if not code or code.replace(".", "").isdecimal():
            continue  # as nearly always
        likely = _likely(code.strip())
        if likely is not None:
            yield Hit(("lines", line, "code"), {"code": code, "likely": likely})


def _likely(code: str) -> str | None:
    """What a code that cannot be counted probably is; both readings where there are two."""
    if len(code) < 2 or not _LOOKS(code) or parts(code) or (roman_value(code.upper()) and code.islower()):
        return None
    if all(part.isdecimal() or roman_value(part) or _LETTER(part) for part in canonical(code).split(".")):
        return None
    roman, digits = code.translate(_AS_ROMAN), code.translate(_AS_DIGITS)
    readings = [roman] if roman_value(roman) else []
    if parts(digits) and not (readings and re.search("[IVX]", code)):
        readings.append(digits)
    return " / ".join(readings) or None
