"""What a user makes of the rules: which run, how bad their findings are, which are accepted."""

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from sxtdbv_cli.model.acceptance import Entry
from sxtdbv_cli.model.finding import Severity


class Tuning(NamedTuple):
    """Rules by the beginnings of their codes; none in ``select`` means all. What is in ``ignore`` never runs.

    ``accept`` are entries beside those of the plan; ``today`` is the day that their ``until`` is held against, that
    of the machine if None.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}
    accept: tuple[Entry, ...] = ()
    today: datetime.date | None = None

    def runs(self, code: str) -> bool:
        """Whether the rule of a code runs."""
        return code.startswith(self.select or ("",)) and not code.startswith(self.ignore)


PLAIN = Tuning()
"""Every rule, as it is."""
NO_RULES = Tuning(ignore=("SX",))
"""None at all: only sums and the diagnosis are left."""
