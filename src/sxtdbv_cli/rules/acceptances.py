"""How the rules about acceptances name what an entry is about."""

from collections.abc import Mapping

from sxtdbv_cli.model.plan import Acceptance, Plan
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.numbers import grouped
from sxtdbv_cli.text.words import DOCUMENT

_NO_FIGURES = Text("không có số nào", "no figures")


def where(acceptance: Acceptance) -> str | Text:
    """The line and the column, as ``III/A:total``."""
    if acceptance.line is None:
        return DOCUMENT
    return f"{acceptance.line}:{acceptance.column}" if acceptance.column else acceptance.line


def figures(plan: Plan, amounts: Mapping[str, int], like: Mapping[str, int]) -> str | Text:
    """Figures with their names, in the order of another entry as far as it has them."""
    order = list(like)
    names = sorted(amounts, key=lambda name: (order.index(name) if name in order else len(order), name))
    named = (f"{name} {grouped(amounts[name], plan.unit.digits)}" for name in names)
    return ", ".join(named) or _NO_FIGURES
