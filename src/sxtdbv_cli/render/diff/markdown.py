"""Markdown: what a change does, for a comment on it."""

from collections.abc import Iterator, Sequence

from sxtdbv_cli.model.audit import Outcome
from sxtdbv_cli.model.comparison import Difference
from sxtdbv_cli.render.difference import words
from sxtdbv_cli.render.difference.change import Entry, Row
from sxtdbv_cli.render.difference.effect import Said
from sxtdbv_cli.render.difference.sections import Section, counts, findings, sections, sums_line
from sxtdbv_cli.render.markdown import cell
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.render.where import relative
from sxtdbv_cli.text.words import MORE

MOST = 100
MARKS = {Outcome.HOLDS: "✅", Outcome.FAILS: "❌", Outcome.UNCONFIRMED: "❔"}


def render(difference: Difference, style: Style) -> str:
    """A headline, a list for every kind of change, the findings."""
    return "\n".join(_lines(difference, style)) + "\n"


def _lines(difference: Difference, style: Style) -> Iterator[str]:
    found, language = difference.found, style.language
    word = (words.SAME if found.same else words.DIFFERENT).say(language)
    yield f"### {cell(relative(difference.new.file, style))}: {word}"
    yield from ("", f"{cell(difference.old.file)} → {cell(difference.new.file)}: {counts(found, language)}.")
    if not found.same:
        yield from ("", sums_line(difference, language))
    for section in sections(found, language):
        yield from _section(section, style)
    for _, title, entries in findings(found, language):
        yield from ("", f"**{title.say(language)}**", "")
        codes = [(change.after or change.before, said) for change, said in entries[:MOST]]
        yield from (f"- {finding.code} {cell(said)}" for finding, said in codes if finding)
        yield from _more(len(entries) - MOST, style)


def _section(section: Section, style: Style) -> Iterator[str]:
    yield from ("", f"**{section.title.say(style.language)}**", "")
    for entry in section.entries[:MOST]:
        yield from _entry(entry)
    yield from _more(len(section.entries) - MOST, style)


def _entry(entry: Entry) -> Iterator[str]:
    more = f" ({cell(entry.more)})" if entry.more else ""
    rows = [_row(row) for row in entry.rows]
    if entry.name:
        title = f" {cell(entry.title)}" if entry.title else ""
        yield f"- **{cell(entry.name)}**{title}{more}"
    indent = "  " if entry.name else ""
    for row, said in zip(entry.rows, rows, strict=True):
        yield f"{indent}- {said}"
        yield from _effects(row.effects, indent + "  ")
    yield from _effects(entry.effects, indent)


def _row(row: Row) -> str:
    label = f"{cell(row.label)}: " if row.label else ""
    sides = " → ".join(cell(side) for side in (row.before, row.after) if side)
    return f"{label}{sides}{f' ({cell(row.change)})' if row.change else ''}"


def _effects(effects: Sequence[Said], indent: str) -> Iterator[str]:
    for effect in effects:
        mark = MARKS.get(effect.outcome, "·") if effect.outcome else "·"
        yield f"{indent}- {mark} {cell(effect.text)}"


def _more(count: int, style: Style) -> Iterator[str]:
    if count > 0:
        yield f"- {MORE.say(style.language, {'more': count})}"
