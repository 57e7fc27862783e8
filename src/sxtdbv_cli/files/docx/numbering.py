"""The numbers that Word writes before paragraphs by itself: they stand nowhere in the text."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from sxtdbv_cli.files.docx.xml import child, children, number, value

_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_NO_LIST = "0"
_DEEPEST = 9


class Label(NamedTuple):
    """The number of a paragraph; ``sure`` is false if Word counts in a way that is not known here."""

    text: str
    sure: bool = True


class _Level(NamedTuple):
    """How one level is numbered: its format, its pattern (``%1.%2.``) and its first number."""

    style: str
    pattern: str
    start: int


class _List(NamedTuple):
    """A list of the document: whose counts it shares, its levels, and where it begins anew when it is first used."""

    counts: str
    levels: dict[int, _Level]
    restarts: dict[int, int]


class Numbering:
    """Counts through the paragraphs of a document, which must be asked for in order.

    Source: ECMA-376 part 1, 17.9 (numbering).
    """

    def __init__(self, part: Any, styles: Any) -> None:
        self._lists = {} if part is None else dict(_lists(part))
        self._styles = {} if styles is None else dict(_of_styles(styles))
        self._counts: dict[str, dict[int, int]] = {}
        self._used: set[str] = set()

    def label(self, paragraph: Any) -> Label | None:
        """The number before the next paragraph of the document; None if it has none."""
        properties = child(paragraph, "pPr")
        if properties is None:
            return None
        own = _reference(properties)
        key, level = own or self._styles.get(value(properties, "pStyle") or "", (_NO_LIST, 0))
        if key == _NO_LIST:
            return None
        found = self._lists.get(key)
        if found is None or level not in found.levels:
            return Label("", sure=False)
        return _written(found.levels, level, self._count(key, found, level))

    def _count(self, key: str, found: _List, level: int) -> dict[int, int]:
        """Step one level on: the levels below it begin anew, those above it that were never used have begun."""
        counts = self._counts.setdefault(found.counts, {})
        if key not in self._used:
            self._used.add(key)
            for restarted in found.restarts:
                counts.pop(restarted, None)
        starts = {n: found.restarts.get(n, style.start) for n, style in found.levels.items()}
        for above in range(level):
            counts.setdefault(above, starts.get(above, 1))
        counts[level] = counts[level] + 1 if level in counts else starts[level]
        for below in range(level + 1, _DEEPEST):
            counts.pop(below, None)
        return counts


def _lists(part: Any) -> Iterator[tuple[str, _List]]:
    abstract = {value(found, attribute="abstractNumId"): found for found in children(part, "abstractNum")}
    for entry in children(part, "num"):
        name = value(entry, "abstractNumId") or ""
        levels = dict(_levels(abstract[name])) if name in abstract else {}
        restarts = {}
        for override in children(entry, "lvlOverride"):
            levels |= dict(_levels(override))
            if value(override, "startOverride") is not None:
                restarts[number(override, attribute="ilvl")] = number(override, "startOverride")
        yield value(entry, attribute="numId") or "", _List(name, levels, restarts)


def _levels(element: Any) -> Iterator[tuple[int, _Level]]:
    for level in children(element, "lvl"):
        start = number(level, "start") if value(level, "start") else 1
        style = value(level, "numFmt") or "decimal"
        yield number(level, attribute="ilvl"), _Level(style, value(level, "lvlText") or "", start)


def _of_styles(styles: Any) -> Iterator[tuple[str, tuple[str, int]]]:
    """The lists that styles of paragraphs belong to."""
    for style in children(styles, "style"):
        properties = child(style, "pPr")
        if properties is not None and (reference := _reference(properties)):
            yield value(style, attribute="styleId") or "", reference


def _reference(properties: Any) -> tuple[str, int] | None:
    """The list and the level that properties of a paragraph name."""
    found = child(properties, "numPr")
    if found is None or value(found, "numId") is None:
        return None
    return value(found, "numId") or _NO_LIST, number(found, "ilvl")


def _written(levels: dict[int, _Level], level: int, counts: dict[int, int]) -> Label:
    """The pattern of a level with its counts: ``%1.%2.`` becomes 3.1."""
    if levels[level].style == "bullet":
        mark = levels[level].pattern
        return Label(mark if mark in ("-", "+", "–", "*") else "•")
    if levels[level].style == "none":
        return Label("")
    sure = True

    def count(match: re.Match[str]) -> str:
        nonlocal sure
        place = int(match[1]) - 1
        text = _numeral(counts.get(place, 1), levels[place].style) if place in levels else None
        sure = sure and text is not None
        return text or ""

    text = re.sub("%([1-9])", count, levels[level].pattern)
    return Label(text.strip().rstrip("."), sure)


def _numeral(count: int, style: str) -> str | None:
    """A number in a style of numerals; None for styles that are not known."""
    if style == "decimal":
        return str(count)
    if style == "decimalZero":
        return f"{count:02d}"
    if style.endswith("Letter") and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if style == "upperLetter" else letter
    if style.endswith("Roman") and 0 < count < 400:
        return roman(count) if style == "upperRoman" else roman(count).lower()
    return None


def roman(count: int) -> str:
    """A number in Roman numerals, from 1 to 399."""
    text = ""
    for size, letters in _ROMAN:
        while count >= size:
            text += letters
            count -= size
    return text
