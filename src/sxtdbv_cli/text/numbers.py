"""Amounts as people write them, read exactly and written back: ``1.977.800.000``, ``1_000``, ``1.977,8``.

No float anywhere: an amount is a whole number of the plan's smallest step (đồng, or a cent).
"""

import re
from enum import StrEnum
from typing import NamedTuple

# Compiled here: what nearly every amount is. The rest is compiled when it is met, for start-up is a feature.
_DIGITS = re.compile(r"-?(?:0|[1-9][0-9]*)").fullmatch
_DOTS = re.compile(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+").fullmatch
_UNDERSCORES = r"-?[1-9][0-9]{0,2}(?:_[0-9]{3})+"
_DECIMAL = r"(-?)(0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:\.[0-9]{3})+),([0-9]+)"
_ENGLISH_GROUPS = r"-?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?"
_ZERO_SIGN = r"-0(?:,0*)?"

LONGEST = 30
"""The most digits an amount may have: far above any budget, far below what slows a reader down."""


class Digits(NamedTuple):
    """How many decimals an amount has, and how many of these, the last ones, no figure of its table shows: they are
    kept to tell half a step of rounding."""

    decimals: int = 0
    kept: int = 0


WHOLE = Digits()


class Fault(StrEnum):
    """Why a text is no amount."""

    TWO_READINGS = "two-readings"
    GROUPS = "groups"
    LEADING_ZERO = "leading-zero"
    SIGN = "sign"
    LETTERS = "letters"
    DECIMALS = "decimals"
    SPACES = "spaces"
    TOO_LONG = "too-long"


class BadAmount(ValueError):
    """A text that is no amount: ``fault`` says why, ``readings`` lists what it could mean (in smallest steps)."""

    def __init__(self, fault: Fault, readings: tuple[str, ...] = ()) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.readings = readings


def grouped_amount(text: str) -> int | None:
    """An amount in groups, as ``1.977.800.000``, in the unit it is written in; None for any other text.

    The quick way for what nearly every amount is.
    """
    return int(text.replace(".", "")) if _DOTS(text) and len(text) < LONGEST else None


def read_amount(text: str, decimals: int = 0) -> int:
    """The amount that ``text`` states, in steps of ``10**-decimals`` of the unit it is written in.

    Args:
        text: digits as written, e.g. ``1.977.800.000``, ``1_000``, ``1.977,8``.
        decimals: how many decimals the unit has (0 for đồng, 6 for triệu đồng, 2 for a currency with cents).

    Raises:
        BadAmount: the text can be read two ways, or not at all.
    """
    unit: int = 10**decimals
    if (amount := grouped_amount(text)) is not None:
        return amount * unit
    if len(text) > 2 * LONGEST or sum(map(str.isdecimal, text)) > LONGEST:
        raise BadAmount(Fault.TOO_LONG)
    if _DIGITS(text) and text != "-0":
        return int(text) * unit
    if re.fullmatch(_UNDERSCORES, text):
        return int(text.replace("_", "")) * unit
    if match := re.fullmatch(_DECIMAL, text):
        return _decimal(text, match, decimals)
    raise BadAmount(*_fault(text))


def _decimal(text: str, match: re.Match[str], decimals: int) -> int:
    """An amount with a decimal comma; refused where the comma could group thousands instead."""
    sign, whole, fraction = match.groups()
    if re.fullmatch(_ENGLISH_GROUPS, text):
        as_groups = text.replace(",", ".")
        raise BadAmount(Fault.TWO_READINGS, (as_groups, f"{sign}{whole},{fraction.rstrip('0') or '0'}"))
    if re.fullmatch(_ZERO_SIGN, text):
        raise BadAmount(Fault.SIGN)
    fraction = fraction.rstrip("0")
    if len(fraction) > decimals:
        raise BadAmount(Fault.DECIMALS)
    return int(sign + whole.replace(".", "") + fraction.ljust(decimals, "0"))


_FAULTS = (
    (r"[-+−–\s]*", Fault.SIGN),  # a sign without digits
    (r"[^0-9]*", Fault.LETTERS),
    (r"[+−–(].*|-0(?:,0*)?", Fault.SIGN),
    (r"-?0[0-9_.,]+", Fault.LEADING_ZERO),
    (r"[-0-9.,_]+", Fault.GROUPS),
    (r"[-0-9.,_\s]+", Fault.SPACES),
)


def _fault(text: str) -> tuple[Fault, tuple[str, ...]]:
    """Why a text is no amount, the likeliest reason first."""
    if re.fullmatch(_ENGLISH_GROUPS, text):
        return Fault.TWO_READINGS, (text.translate(str.maketrans(",.", ".,")),)
    return next((fault for form, fault in _FAULTS if re.fullmatch(form, text)), Fault.LETTERS), ()


def decimals_written(text: str) -> int:
    """How many decimals a readable amount shows: 1 for ``1.977,8``."""
    return len(text.partition(",")[2].rstrip("0"))


def grouped(amount: int, digits: Digits = WHOLE) -> str:
    """An amount for people, with the decimals that its table shows: ``-1.977.800``, or ``19,78`` with two; with all it
    has where it needs them.

    The same in both languages: the figures must look as they do in the document.
    """
    decimals, kept = digits
    finer: int = 10**kept
    if kept and not amount % finer:
        amount, decimals = amount // finer, decimals - kept
    whole, fraction = divmod(abs(amount), 10**decimals)
    tail = f",{fraction:0{decimals}d}" if decimals else ""
    return f"{'-' if amount < 0 else ''}{whole:,}".replace(",", ".") + tail


def write_amount(amount: int, decimals: int = 0) -> str:
    """An amount in the notation of a plan file, as short as it is exact: ``read_amount`` gives it back.

    >>> write_amount(1_977_800_000)
    '1.977.800.000'
    >>> write_amount(1_977_800_000, 6)
    '1.977,8'
    """
    text = grouped(amount, Digits(decimals))
    if not decimals:
        return text
    whole, _, fraction = text.partition(",")
    fraction = fraction.rstrip("0")
    if len(fraction) == 3 and len(whole.lstrip("-")) <= 3 and whole.lstrip("-") != "0":
        fraction += "0"  # 1,234 could be twelve hundred thirty-four: a fourth decimal tells them apart
    return f"{whole},{fraction}" if fraction else whole
