"""The rules that lines state in titles or codes, and the lines these name: ``Chênh lệch (I-II)``, ``C = A - B``."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.text.saying import Late

Terms = tuple[tuple[int, ...], tuple[int, ...]]
"""The lines that are added, and those that are taken away."""

_NAME = r"(?:[IVX]{1,5}|[A-ZĐ](?:\d{1,2}[a-z]?)?|\d{1,2}(?:\.\d{1,2})*|[a-zđ])(?:\.\d{1,2})*"
_SIGN = r"\s*(?:\+|-|–|−)\s*"
_RUN = rf"{_NAME}(?:\s*\+\s*(?:\.{{2,}}|…)\s*\+\s*{_NAME})"
_GROUP = rf"(?:{_NAME}|\(\s*{_NAME}(?:{_SIGN}{_NAME})+\s*\))"
_SUM = rf"{_GROUP}(?:{_SIGN}{_GROUP})+"
_BRACKETED = rf"\(\s*{_NAME}\s*\)"
_STATED = Late(
    rf"[({{\[]\s*(?:(?:{_NAME}\s*)?=\s*)?(?P<a>{_RUN}|{_SUM})\s*[)}}\]]|"
    rf"(?:^|[\s:(])(?:{_NAME}\s*)?=\s*(?P<b>{_RUN}|{_SUM})\s*\)?\s*$|"
    rf"(?P<c>{_BRACKETED}(?:{_SIGN}{_BRACKETED})+)\s*$"
)
_MAY_STATE = re.compile(r"[(\[{=]").search
_BARE = Late(rf"\(\s*({_NAME})\s*\)")
_PLACES = re.compile(r"[A-ZĐ]\d").search
"""Without a sign of equality these are places, not lines: *Khối nhà (A1+A2)*, *Tuyến đường (D1-D5)*."""
_SQUARE = Late(rf"\[({_NAME})\]")
_ZEROS = re.compile(r"^0+(?=\d)")
_SPLIT = Late(r"(\+|-|–|−)")
_BRACKETS = Late(r"([-+–−])\(([^()]*)\)")
_MINUS = "-–−"
_TURNED = str.maketrans("+-–−", "-+++")
"""The signs of terms in brackets behind a minus."""


class Among(NamedTuple):
    """Lines, from the top, and which of them have a code as rules name it."""

    lines: Sequence[int]
    named: Mapping[str, Sequence[int]]


class Stated(NamedTuple):
    """What a line says it is: the codes that are added and those that are taken away, and the words of the rule.

    ``run`` means that all codes from the first to the second are added.
    """

    plus: tuple[str, ...]
    minus: tuple[str, ...]
    said: str
    run: bool = False


def stated_rule(entry: Entry) -> Stated | None:
    """The rule that a line states; None where it states none."""
    title = _SQUARE.sub(r"\1", entry.title) if "[" in entry.title else entry.title
    for text in (entry.code or "", title):
        if _MAY_STATE(text) and (match := _STATED.search(text)):
            said = match["a"] or match["b"] or match["c"]
            if _PLACES(said) and "=" not in match[0]:
                continue
            return terms_said(_BARE.sub(r"\1", said))._replace(said=said)
    return None


def terms_said(said: str) -> Stated:
    """What a rule adds and takes away, by names: ``20+(21-22)``, ``1+...+5``."""
    compact = re.sub(r"\s+", "", said)
    if "..." in compact or ".." in compact or "…" in compact:
        names = [name for name in re.split(r"\+|\.{2,}|…", compact) if name]
        return Stated((names[0], names[-1]), (), said, run=True)
    # Without inner brackets: ``20+(21-22)-(25+26)`` is ``20+21-22-25-26``.
    bare = _BRACKETS.sub(lambda at: at[1] + (at[2].translate(_TURNED) if at[1] in _MINUS else at[2]), f"+{compact}")
    pieces = _SPLIT.split(bare[1:])
    signs = ["+", *pieces[1::2]]
    names = pieces[::2]
    plus = tuple(name for sign, name in zip(signs, names, strict=True) if sign == "+")
    return Stated(plus, tuple(name for sign, name in zip(signs, names, strict=True) if sign != "+"), said)


def among(lines: Sequence[int], codes: Sequence[str | None]) -> Among:
    """Lines, from the top, to find by their codes."""
    return Among(lines, by_key((bare_code(codes[line]), line) for line in lines))


def find_terms(stated: Stated, known: Among, but: int = NOWHERE) -> Terms | None:
    """The lines that a rule names among some, ``but`` the one that states it; None where one of them is not there, or
    there twice."""
    sides = []
    for names in (stated.plus, stated.minus):
        found = [[line for line in known.named.get(bare_code(name), ()) if line != but] for name in names]
        if any(len(lines) != 1 for lines in found):
            return None
        sides.append(tuple(lines[0] for lines in found))
    if not stated.run:
        return sides[0], sides[1]
    first, last = sides[0]
    run = known.lines[bisect_left(known.lines, first) : bisect_right(known.lines, last)]
    return (tuple(line for line in run if line != but), ()) if first < last else None


def names_all(whole: Entry, parts: Sequence[Entry]) -> bool:
    """Whether a line states that it is the sum of just these, by their codes: *Tổng cộng (I+II+III)*."""
    stated, everything = stated_rule(whole), range(len(parts))
    terms = find_terms(stated, among(everything, [part.code for part in parts])) if stated else None
    return terms == (tuple(everything), ())


def bare_code(code: str | None) -> str:
    """A code as a rule names it: 01 may be stored as the number 1."""
    return _ZEROS.sub("", (code or "").strip("()[] ").rstrip(".):"))
