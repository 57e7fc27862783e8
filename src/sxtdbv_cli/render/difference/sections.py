"""A difference told in sections of entries, for the outputs that people read."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from sxtdbv_cli.model.comparison import Comparison, Difference, FindingChange, Move
from sxtdbv_cli.render.difference import words
from sxtdbv_cli.render.difference.change import Entry, Told
from sxtdbv_cli.text.language import Language, Text


class Section(NamedTuple):
    """Changes of one kind. ``figures``: its rows hold amounts."""

    name: str
    title: Text
    entries: Sequence[Entry]
    figures: bool = False


def sections(found: Comparison, language: Language) -> list[Section]:
    """Every kind of change that there is."""
    told = Told(found, language)
    ways: dict[str, Callable[[Any], Entry]] = {
        "document": told.particular,
        "columns": told.column,
        "added": lambda change: told.line(found.new, change, "+"),
        "removed": lambda change: told.line(found.old, change, "-"),
        "moved": told.move,
        "reordered": told.reorder,
        "renamed": told.wording,
        "edited": told.wording,
        "errata_added": lambda change: told.erratum(found.new, change),
        "errata_removed": lambda change: told.erratum(found.old, change),
        "accept_added": told.acceptance,
        "accept_removed": told.acceptance,
    }
    made = []
    for name, changes in found.changes.items():
        if name in ("amounts", "declared"):
            entries = list(told.amounts(getattr(found, name)))
        else:
            entries = [ways[name](change) for change in (_roots(found) if name == "moved" else changes)]
        if entries:
            made.append(
                Section(name, words.SECTIONS[name], entries, name in ("amounts", "declared", "added", "removed"))
            )
    return made


def findings(found: Comparison, language: Language) -> list[tuple[str, Text, list[tuple[FindingChange, str]]]]:
    """The findings that are new, mended or otherwise, with a mark and a sentence each."""
    told = Told(found, language)
    kinds = found.findings_by_kind.items()
    return [(*words.FINDINGS[kind], [(one, told.finding(one)) for one in ones]) for kind, ones in kinds if ones]


def counts(found: Comparison, language: Language) -> str:
    """How many changes there are of each kind."""
    counted = [(words.COUNTS[name], len(changes)) for name, changes in found.changes.items()]
    counted += [(words.FINDING_COUNTS[name], len(ones)) for name, ones in found.findings_by_kind.items()]
    said = [text.say(language, {"count": count}) for text, count in counted if count]
    return ", ".join(said) or words.NOTHING.say(language)


def sums_line(difference: Difference, language: Language) -> str:
    """How many sums failed before and fail now."""
    facts: dict[str, object] = {}
    for name, report in (("before", difference.old), ("after", difference.new)):
        audit = report.checked.audit
        facts |= {name: len(audit.failing), f"{name}_total": audit.total}
    return words.FAILING.say(language, facts)


def _roots(found: Comparison) -> list[Move]:
    """The moves to tell one by one: a line renumbered somewhere below one that moved goes along with it."""
    moved = {move.new for move in found.moved}
    along: set[int] = set()
    for line, parent in enumerate(found.new.lines.parents):
        if parent in moved or parent in along:
            along.add(line)
    return [move for move in found.moved if move.parent or move.new not in along]
