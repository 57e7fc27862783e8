"""The units of the đồng family in the ways that people write them: *1.000.000đ*, *10^6 đồng*, *VND million*."""

import re

from sxtdbv_cli.model.units import plain

NO_UNIT = "?"
"""The name of a unit that nothing states."""
_NAMES = {0: "đồng", 3: "nghìn đồng", 6: "triệu đồng", 9: "tỷ đồng", 12: "nghìn tỷ đồng"}
_TIMES = (
    (3, r"1?[.,]?000|10\^3|nghin|ngan|thousand|k"),
    (6, r"1?[.,]?000[.,]?000|10\^6|trieu|tr\.?|million|mil\.?|mn"),
    (9, r"1?[.,]?000[.,]?000[.,]?000|10\^9|t[yi]|billion|bil\.?|bn"),
    (12, r"(?:nghin|ngan) ?t[yi]|trillion"),
)
_DONG = r"(?:d|dong|vnd|vnd\.|dong viet nam|viet nam dong)"
_FORMS = [
    (scale, re.compile(rf"(?:{times}) ?\.?{_DONG}|{_DONG} ?\(?(?:{times})\)?").fullmatch) for scale, times in _TIMES
]
_RAISED = str.maketrans({"³": "^3", "⁶": "^6", "⁹": "^9"})
_APART = re.compile(r"\s*[;/]\s*|,\s+|\s+và\s+|\s+-\s+")


def in_dong(text: str) -> str | None:
    """The unit of the đồng family that a text states, alone or as the only one in a list: *ha, triệu đồng*.

    >>> in_dong("1.000.000đ"), in_dong("Trđồng"), in_dong("VND million"), in_dong("ha, triệu đồng"), in_dong("USD")
    ('triệu đồng', 'triệu đồng', 'triệu đồng', 'triệu đồng', None)
    """
    if name := _alone(text):
        return name
    found = {name for part in _APART.split(text) if (name := _alone(part) or _plainly(part))}
    return found.pop() if len(found) == 1 else None


def _alone(text: str) -> str | None:
    said = plain(text.translate(_RAISED)).strip(" .:()")
    return next((_NAMES[scale] for scale, match in _FORMS if match(said)), None)


def _plainly(text: str) -> str | None:
    return _NAMES[0] if plain(text).strip(" .:()") in ("dong", "vnd") else None
