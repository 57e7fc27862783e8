"""Figures with a comma before each three digits (``50,000``) that stand without quotation marks between commas: each is
cut in two, and no record tells where."""

import re
from collections.abc import Sequence
from itertools import pairwise

from sxtdbv_cli.files.why import of_syntax

CUT = of_syntax(
    "dòng này có {found:d} ô mà dòng tiêu đề chỉ có {width:d}: dấu phẩy cắt số như “{text}” làm hai; hãy đặt các số "
    "đó trong dấu nháy kép, hoặc ngăn các ô bằng dấu chấm phẩy",
    "this record has {found:d} cells and the header {width:d}: the comma cuts figures such as “{text}” in two; put "
    "these figures in quotation marks, or semicolons between the cells",
)
FEWEST = 2
"""So many records are several."""
Field = tuple[str, int, int]
_HEAD, _TAIL = re.compile(r"\s*[-(]?\D?[1-9]\d{0,2}").fullmatch, re.compile(r"\d{3}\)?\s*").fullmatch


def first_cut(records: Sequence[Sequence[Field]]) -> tuple[Sequence[Field], int, Field, Field] | None:
    """The first record whose figures were cut, how many cells the header before it has, and the parts of the first such
    figure: where several records from there on have more cells than that, and all of these as many that may be the end
    of a figure."""
    held = [record for record in records if len(record) > 1]
    uneven = len({*map(len, held)}) > 1  # as next to no file is
    at = next((at for at, record in enumerate(held) if _cuts(record)), 0) if uneven else 0
    width = len(held[at - 1]) if at else 0
    longer = [record for record in held[at:] if len(record) > width] if at else []
    if len(longer) < FEWEST or not all(len(record) - width <= len(_cuts(record)) for record in longer):
        return None
    return longer[0], width, *_cuts(longer[0])[0]


def _cuts(record: Sequence[Field]) -> list[tuple[Field, Field]]:
    """The cells side by side that may be parts of one figure; what stands in quotation marks is whole."""
    bare = [field[2] - field[1] == len(field[0]) for field in record]
    pairs = zip(pairwise(record), pairwise(bare), strict=True)
    return [(one, other) for (one, other), both in pairs if all(both) and _HEAD(one[0]) and _TAIL(other[0])]
