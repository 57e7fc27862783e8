"""Readings of rounded tables: the figures that an event implies are held to all sums, and moved within rounding."""

from sxtdbv_cli.diagnose.events._readings import Reading
from sxtdbv_cli.diagnose.meter import Spent
from sxtdbv_cli.diagnose.rounded.ranges import AS_STATED
from sxtdbv_cli.diagnose.rounded.slack import Slack
from sxtdbv_cli.diagnose.rounded.solving import values
from sxtdbv_cli.model.diagnosis import Change


def within_rounding(slack: Slack, reading: Reading) -> Reading | None:
    """A reading whose figures bring all sums within rounding; None where there are none."""
    explanation, keys, _ = reading
    assert explanation.event
    proposed = {change.cell: change.proposed for change in explanation.changes}
    try:
        if slack.held(keys, proposed):
            return reading
    except Spent:
        return None
    added = None if explanation.event.kind in AS_STATED else values(slack, keys, frozenset(proposed))
    if added is None:
        return None
    moved = [_moved(change, added[change.cell]) for change in explanation.changes if change.cell in added]
    return reading._replace(explanation=explanation._replace(changes=tuple(moved)))


def _moved(change: Change, added: int) -> Change:
    return change._replace(proposed=(change.stated or 0) + added)
