"""What a module of events says: an event with the sums it explains, or where a line would have to be lower."""

from typing import NamedTuple

from sxtdbv_cli.diagnose.events._rows import Row
from sxtdbv_cli.diagnose.network import Key
from sxtdbv_cli.model.diagnosis import Explanation


class Reading(NamedTuple):
    """An event that makes some failing sums hold (their numbers: ``keys``) and leaves all others as they are.

    ``doubt`` is what it costs more than others of its kind, or less.
    """

    explanation: Explanation
    keys: tuple[Key, ...]
    doubt: int = 0


class Shift(NamedTuple):
    """A line whose figures, were they lower by ``by``, would make the failing footings of ``lines`` hold.

    ``branch`` says that the lines below it would have to be lower with it.
    """

    line: int
    by: Row
    lines: tuple[int, ...]
    branch: bool = False
