"""Which sentence tells an event: what it is called depends on the line it is about, too."""

from sxtdbv_cli.model.diagnosis import Event, EventKind
from sxtdbv_cli.model.plan import NOWHERE, Plan
from sxtdbv_cli.render.diagnosis import words
from sxtdbv_cli.text.language import Text


def template(plan: Plan, event: Event) -> Text:
    """The sentence for an event."""
    if event.line == len(plan.lines) and event.kind in words.OF_DECLARED:
        return words.OF_DECLARED[event.kind]
    if event.kind is EventKind.WRONG_UNIT and event.line == NOWHERE:
        return words.COLUMN_UNIT
    if event.kind is EventKind.COUNTED_TWICE and event.other is not None:
        parent = plan.lines.parents[event.line]
        return words.NOT_A_PART if event.other in (parent, len(plan.lines)) else words.LISTED_TWICE
    if event.kind is EventKind.PARENTS_NOT_UPDATED and _alone(plan, event):
        return words.ONE_NOT_UPDATED
    if event.kind is EventKind.PARENTS_NOT_UPDATED and event.other is not None:
        return words.SOME_NOT_UPDATED
    return words.EVENTS[event.kind]


def _alone(plan: Plan, event: Event) -> bool:
    """Whether a single line was not updated: nothing above it states a figure, or the next one above was."""
    above = plan.lines.parents[event.line]
    if event.other is not None:
        return event.other == (len(plan.lines) if above == NOWHERE else above)
    return above == NOWHERE and all(plan.declared[column] is None for column in event.columns)
