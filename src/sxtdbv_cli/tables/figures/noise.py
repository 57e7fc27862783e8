"""Binary numbers without the noise of their arithmetic, and how many decimals a figure shows."""

from decimal import Decimal
from math import ulp

_NOISE_DIGITS, _NOISE_ULPS = 13, 4


def without_noise(value: Decimal) -> Decimal:
    """A binary number without what is provably noise of its arithmetic: 0.30000000000000004 is 0.3.

    It is noise where a decimal of at most 13 digits lies within a few units in the last place of the binary number
    (chance alone does that once in a hundred times); any other figure stays as it is.
    """
    digits = value.as_tuple()
    if len(digits.digits) <= _NOISE_DIGITS + 1 or int(digits.exponent) >= 0:
        return value
    near = Decimal(f"{value:.{_NOISE_DIGITS - 1}e}")
    within = Decimal(ulp(float(value))) * _NOISE_ULPS
    return _tidy(near) if abs(near - value) <= within else value


def _tidy(value: Decimal) -> Decimal:
    """Without zeros at the end, and never with an exponent above nought."""
    found = value.normalize()
    return found if int(found.as_tuple().exponent) <= 0 else found.quantize(Decimal(1))


def without_tail(value: Decimal, decimals: int, largest: Decimal) -> int | Decimal:
    """A figure without what binary arithmetic on figures as large leaves behind so many decimals, where it is no more
    than a few units in the last place of the largest."""
    near = round(value, decimals) if decimals else round(value)
    return near if abs(near - value) <= Decimal(ulp(float(largest))) * _NOISE_ULPS else value


def decimals_of(value: Decimal) -> int:
    """How many decimals a figure shows; zeros at the end do not count."""
    _, digits, exponent = value.as_tuple()
    return max(0, -int(exponent if digits[-1] else _tidy(value).as_tuple().exponent))
