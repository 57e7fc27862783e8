"""Rules that a plan states in words: ``A + B - C``."""

import re
from collections.abc import Container, Sequence
from typing import NamedTuple


class Terms(NamedTuple):
    """The names that are added and those that are taken away."""

    plus: tuple[str, ...]
    minus: tuple[str, ...]


class BadFormula(ValueError):
    """A rule that cannot be read; ``unknown`` is the name nobody knows, or empty if the form is wrong."""

    def __init__(self, unknown: str = "") -> None:
        super().__init__(unknown)
        self.unknown = unknown


def read_formula(text: str, known: Container[str]) -> Terms:
    """The terms of a rule.

    Names may themselves hold a dash (``NS-TW``): signs between spaces are tried first, then any sign.

    Raises:
        BadFormula: a name is not among ``known``, or the text is no sum.
    """
    readings = [_split(text, r"(?<=\s)[+-](?=\s)"), _split(text, "[+-]")]
    for terms in readings:
        if all(name in known for name in terms.plus + terms.minus) and terms.plus:
            return terms
    unknown = next((name for name in sum(readings[0], ()) if name not in known), "")
    raise BadFormula(unknown)


def lines_by_code(line: int, codes: Sequence[str | None], parents: Sequence[int]) -> dict[str, int]:
    """The other lines that a rule of a line can name: its siblings win over lines elsewhere of the same code."""
    coded = [other for other, code in enumerate(codes) if code and other != line]
    coded.sort(key=lambda other: parents[other] == parents[line])  # what comes last stays
    return {str(codes[other]): other for other in coded}


def line_terms(
    text: str, line: int, codes: Sequence[str | None], parents: Sequence[int]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The lines that a rule of a line adds and takes away.

    Raises:
        BadFormula: a code is not there, or the text is no sum.
    """
    by_code = lines_by_code(line, codes, parents)
    plus, minus = read_formula(text, by_code)
    return tuple(by_code[name] for name in plus), tuple(by_code[name] for name in minus)


def _split(text: str, sign: str) -> Terms:
    pieces = re.split(f"({sign})", text.strip())
    if pieces[0].strip():
        pieces.insert(0, "+")
    else:
        del pieces[0]
    pairs = list(zip(pieces[::2], (name.strip() for name in pieces[1::2]), strict=False))
    return Terms(tuple(name for s, name in pairs if s == "+"), tuple(name for s, name in pairs if s == "-"))
