"""Which human mistake turns the right figure into the stated one.

One digit replaced, added or dropped, or two adjacent ones swapped, is a Damerau-Levenshtein distance of one between
the figures as strings of digits. Figures of one digit are left alone: any of them is one digit away from any other
(Scholtus 2009, Automatic correction of simple typing errors in numerical data with balance edits, section 5.3).
"""

from collections.abc import Iterable

from sxtdbv_cli.diagnose.ranking.usual import zeros
from sxtdbv_cli.model.diagnosis import Slip
from sxtdbv_cli.model.plan import Amount

UNITS = (6, 9)
"""So many zeros only a wrong unit explains; three of them are a group of zeros."""


def slip(stated: int | None, proposed: int, neighbours: Iterable[Amount] = ()) -> Slip | None:
    """How ``proposed`` became ``stated``; None where no known mistake does that.

    Args:
        stated: the figure in the table (None for a blank: nothing was mistyped).
        proposed: the figure that belongs there.
        neighbours: the figures of the cells around, any of which may have been typed instead; looked at last.
    """
    if stated is None or stated == proposed:
        return None
    if stated == -proposed:
        return Slip.SIGN
    one, two = abs(stated), abs(proposed)
    if one >= 10 <= two and (stated < 0) == (proposed < 0) and (found := _slip_of_digits(one, two)):
        return found
    if stated and stated in neighbours:
        return Slip.NEIGHBOUR
    return None


def _slip_of_digits(stated: int, proposed: int) -> Slip | None:
    one, two = str(stated), str(proposed)
    if len(one) == len(two):
        return _slip_of_order(stated, proposed)
    if len(one) > len(two):
        return _slip_of_length(one, two, Slip.ZEROS_ADDED, Slip.DIGIT_ADDED)
    return _slip_of_length(two, one, Slip.ZEROS_DROPPED, Slip.DIGIT_DROPPED)


def _slip_of_order(stated: int, proposed: int) -> Slip | None:
    """The slip between two figures of as many digits. The last digit in which they differ is where the zeros end that
    their difference has."""
    step = 10 ** zeros(stated - proposed)
    one, two = stated // step, proposed // step
    if one // 10 == two // 10:
        return Slip.DIGIT_REPLACED
    if one // 100 == two // 100 and one % 10 == two // 10 % 10 and one // 10 % 10 == two % 10:
        return Slip.DIGITS_SWAPPED
    return None


def _slip_of_length(longer: str, shorter: str, zeros: Slip, digit: Slip) -> Slip | None:
    more = len(longer) - len(shorter)
    if longer == shorter + "0" * more:
        return zeros if more <= 3 else Slip.UNIT if more in UNITS else None
    if more > 3:
        return None
    gap = next((at for at, (one, two) in enumerate(zip(longer, shorter, strict=False)) if one != two), len(shorter))
    if longer[gap + more :] != shorter[gap:]:
        return None
    if more == 1:
        return digit
    # Removing any of several equal runs gives the same figure, so look at the run that ends where they differ.
    return zeros if _is_run_of_zeros(longer, shorter, more) else None


def _is_run_of_zeros(longer: str, shorter: str, more: int) -> bool:
    """Whether the longer figure has so many zeros in a row that the shorter one has not."""
    return any(
        longer[:at] + "0" * more + longer[at + more :] == longer and longer[:at] + longer[at + more :] == shorter
        for at in range(1, len(shorter) + 1)
    )
