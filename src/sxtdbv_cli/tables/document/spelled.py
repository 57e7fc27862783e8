"""Amounts in words, as they stand below a total: *Bốn mươi tám triệu, sáu trăm linh năm nghìn đồng*."""

from sxtdbv_cli.model.units import plain

_DIGITS = {"khong": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "nham": 5, "sau": 6}
_DIGITS |= {"bay": 7, "tam": 8, "chin": 9}
_SCALES = {"nghin": 10**3, "ngan": 10**3, "trieu": 10**6, "ty": 10**9, "ti": 10**9}
_FILLERS = ("linh", "le", "va")
_MOST = 10**9
"""What is counted in *tỷ* may itself have thousands: *hai nghìn tỷ*."""


def read_spelled(words: str) -> int | None:
    """A whole number in Vietnamese words; None where they are no plain one.

    >>> read_spelled("Hai nghìn ba trăm linh năm tỷ, mười lăm triệu"), read_spelled("hai mốt")
    (2305015000000, None)
    """
    whole, part, group, digit, last = 0, 0, 0, None, _MOST
    for word in plain(words.replace(",", " ")).split():
        if word in _DIGITS and digit is None:
            digit = _DIGITS[word]
        elif word == "tram" and digit is not None and not group:
            group, digit = 100 * digit, None
        elif word == "muoi":
            group, digit = group + 10 * (1 if digit is None else digit), None
        elif word in _SCALES and (_SCALES[word] < last or _SCALES[word] == _MOST):
            group, digit, last = group + (digit or 0), None, _SCALES[word]
            if last == _MOST:
                whole, part = (whole + part + group) * last, 0
            else:
                part += group * last
            group = 0
        elif word not in _FILLERS:
            return None
    found = whole + part + group + (digit or 0)
    return found or None
