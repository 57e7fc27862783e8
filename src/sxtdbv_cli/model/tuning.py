"""What a user makes of the rules: which run, and how bad their findings are."""

from collections.abc import Mapping
from typing import NamedTuple

from sxtdbv_cli.model.finding import Severity


class Tuning(NamedTuple):
    """Rules by the beginnings of their codes; none in ``select`` means all. What is in ``ignore`` never runs."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}

    def runs(self, code: str) -> bool:
        """Whether the rule of a code runs."""
        return code.startswith(self.select or ("",)) and not code.startswith(self.ignore)


PLAIN = Tuning()
"""Every rule, as it is."""
