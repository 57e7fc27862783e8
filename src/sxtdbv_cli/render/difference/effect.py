"""What a change does to a sum, as a sentence: how the total and its parts moved, and how the sum comes out now."""

from typing import NamedTuple

from sxtdbv_cli.model.audit import Outcome
from sxtdbv_cli.model.comparison import Comparison, Effects, Standing, SumChange
from sxtdbv_cli.model.sums import Kind
from sxtdbv_cli.render.diagnosis.text import Teller
from sxtdbv_cli.render.difference import words
from sxtdbv_cli.render.names import KINDS
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.numbers import Digits, grouped

OFF = (Outcome.FAILS, Outcome.UNCONFIRMED)


class Said(NamedTuple):
    """One effect in words. ``outcome`` is that of the sum after the change; None where the sum is gone."""

    outcome: Outcome | None
    text: str


def say_effects(effects: Effects, found: Comparison, language: Language) -> list[Said]:
    """Every effect of a change; sums of one kind of which the same is to be said are said together."""
    together: dict[tuple[Outcome | None, str, str], list[str]] = {}
    for effect in effects:
        plan = found.new if effect.after else found.old
        teller = Teller(plan, language)
        standing = effect.after or effect.before
        assert standing is not None
        outcome = effect.after.outcome if effect.after else None
        kind = "" if effect.kind is Kind.DECLARED else f"{teller.say(KINDS[effect.kind])} "
        key = (outcome, kind, _sentence(effect, teller))
        together.setdefault(key, []).append(teller.cell(standing.sum.whole))
    return [Said(outcome, f"{kind}{'; '.join(cells)}: {text}") for (outcome, kind, text), cells in together.items()]


def signed(amount: int, digits: Digits) -> str:
    """A difference with its sign."""
    return f"{'+' if amount > 0 else ''}{grouped(amount, digits)}"


def _sentence(effect: SumChange, teller: Teller) -> str:
    movement, state = _movement(effect, teller), _state(effect, teller)
    return f"{movement}; {state}" if movement else state


def _movement(effect: SumChange, teller: Teller) -> str:
    """How the total and its parts moved; empty where that cannot be said, or neither did."""
    before, after = effect.before, effect.after
    if before is None or after is None or Outcome.BLANK in (before.outcome, after.outcome):
        return ""
    stated, computed = _less(after.stated, before.stated), _less(after.computed, before.computed)
    if stated == computed == 0:
        return ""
    text = words.APART
    if stated == computed:
        text = words.WITH_PARTS
    elif not stated:
        text = words.TOTAL_STILL
    elif not computed:
        text = words.PARTS_STILL
    digits = teller.plan.unit.digits
    return teller.say(text, stated=signed(stated, digits), computed=signed(computed, digits))


def _less(after: int | None, before: int | None) -> int:
    return (after or 0) - (before or 0)


def _state(effect: SumChange, teller: Teller) -> str:
    """How the sum came out before and comes out now."""
    before, after = effect.before, effect.after
    if after is None:
        return teller.say(words.GONE)
    if after.outcome is Outcome.BLANK:
        return teller.say(words.BLANK_STILL if before is None or before.outcome is Outcome.BLANK else words.BLANK_NOW)
    text = _holds(before) if after.outcome is Outcome.HOLDS else _off(before, after)
    digits = teller.plan.unit.digits
    gaps = {name: signed(side.gap or 0, digits) for name, side in (("before", before), ("after", after)) if side}
    incomplete = effect.kind is Kind.DECLARED and not teller.plan.source.complete
    doubt = teller.say(words.UNCONFIRMED if incomplete else words.CONJECTURED)
    return teller.say(text, **gaps) + (doubt if after.outcome is Outcome.UNCONFIRMED else "")


def _holds(before: Standing | None) -> Text:
    if before is None:
        return words.NEW_HOLDS
    if before.outcome is Outcome.BLANK:
        return words.HOLDS_FIRST
    return words.HOLDS_NOW if before.outcome in OFF else words.HOLDS_STILL


def _off(before: Standing | None, after: Standing) -> Text:
    if before is None:
        return words.NEW_OFF
    if before.outcome is Outcome.BLANK:
        return words.OFF_FIRST
    if before.outcome is Outcome.HOLDS:
        return words.OFF_NOW
    return words.OFF_STILL if before.gap == after.gap else words.OFF_OTHERWISE
