"""Records that are not what they were: a line break within a cell without quotation marks broke them in two, which are
put together where all of them come out like the others, and told in any case; or commas cut figures (``50,000``) that
stand without quotation marks between commas, and no record tells where."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from sxtdbv_cli.files.why import of_syntax
from sxtdbv_cli.model.grid import Remark
from sxtdbv_cli.text.language import Text

SHAPE = "SX522"
JOINED = Text(
    "bản ghi bị ngắt dòng giữa ô, không có dấu nháy kép; hai phần được nối lại: {count:d} bản ghi",
    "a line break within a cell without quotation marks broke the record; its parts were put together: "
    "{count:d} {count:record|records}",
)
BROKEN = Text(
    "bản ghi này và bản ghi sau thiếu cột, có thể là một bản ghi bị ngắt dòng giữa ô: {count:d} chỗ",
    "this record and the next lack columns; they may be one that a line break within a cell broke in two: "
    "{count:d} {count:place|places}",
)
SAMPLE = 400
REMARK = "#"
"""What programs begin a remark with, which is no record."""
FEWEST = 4
"""So many columns a record needs: among fewer, two short records add up to one by chance."""

Field = tuple[str, int, int]
"""A text, and where it begins and ends."""
CUT = of_syntax(
    "dòng này có {found:d} ô mà dòng tiêu đề chỉ có {width:d}: dấu phẩy cắt số như “{text}” làm hai; hãy đặt các số "
    "đó trong dấu nháy kép, hoặc ngăn các ô bằng dấu chấm phẩy",
    "this record has {found:d} cells and the header {width:d}: the comma cuts figures such as “{text}” in two; put "
    "these figures in quotation marks, or semicolons between the cells",
)
SEVERAL = 2
"""So many records are several."""
_HEAD, _TAIL = re.compile(r"\s*[-(]?\D?[1-9]\d{0,2}").fullmatch, re.compile(r"\d{3}\)?\s*").fullmatch
_FIGURE = re.compile(r"[-+(]?\s*[$£€]?\s*\d[\d.,\s]*[)%-]?").fullmatch


def whole(records: list[list[Field]]) -> tuple[list[list[Field]], list[Remark]]:
    """The records with those that were broken put together, and what is to be said of it."""
    lengths = Counter(len(record) for record in records if _is_filled(record))
    width, times = max(lengths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    pairs = _pairs(records, width) if width >= FEWEST else []
    if not pairs:
        return records, []
    joined = {first: _join(records[first], records[second]) for first, second in pairs}
    alike = 2 * times > len(records) - 2 * len(pairs) and _all_paired(records, pairs, width)
    figured = _figured([record for record in records if len(record) == width][:SAMPLE], width)
    if not alike or not all(_fits(record, figured) for record in joined.values()):
        return records, [Remark(SHAPE, pairs[0][0], 0, {"count": len(pairs)}, BROKEN)]
    behind = {second for _, second in pairs}
    kept = [number for number in range(len(records)) if number not in behind]
    first = kept.index(pairs[0][0])
    remark = Remark(SHAPE, first, len(records[pairs[0][0]]) - 1, {"count": len(pairs)}, JOINED)
    return [joined.get(number, records[number]) for number in kept], [remark]


def _is_filled(record: Sequence[Field]) -> bool:
    return any(text.strip() for text, _, _ in record)


def _pairs(records: Sequence[Sequence[Field]], width: int) -> list[tuple[int, int]]:
    """Short records and those right behind them that make up one of the common width."""
    found: list[tuple[int, int]] = []
    for number in range(len(records) - 1):
        first, second = records[number], records[number + 1]
        taken = found and found[-1][1] == number
        fit = max(len(first), len(second)) < width and len(first) + len(second) == width + 1
        noted = any(record[0][0].startswith(REMARK) for record in (first, second))
        if fit and not (taken or noted) and first[-1][0].strip() and second[0][0].strip():
            found.append((number, number + 1))
    return found


def _join(first: Sequence[Field], second: Sequence[Field]) -> list[Field]:
    (left, start, _), (right, _, end) = first[-1], second[0]
    return [*first[:-1], (f"{left.rstrip()} {right.lstrip()}", start, end), *second[1:]]


def _all_paired(records: Sequence[Sequence[Field]], pairs: Sequence[tuple[int, int]], width: int) -> bool:
    """Whether no other record is short."""
    paired = {number for pair in pairs for number in pair}
    return all(
        len(record) >= width or number in paired or not _is_filled(record) for number, record in enumerate(records)
    )


def _figured(records: Sequence[Sequence[Field]], width: int) -> list[bool | None]:
    """Which columns hold figures in most records; None where nothing stands."""
    found: list[bool | None] = []
    for column in range(width):
        cells = [text for record in records if (text := record[column][0].strip())]
        figures = sum(bool(_FIGURE(cell)) for cell in cells)
        found.append(2 * figures > len(cells) if cells else None)
    return found


def _fits(record: Sequence[Field], figured: Sequence[bool | None]) -> bool:
    """Whether a record has figures where the others have them, and nowhere else."""
    return all(
        not text.strip() or is_figured is None or bool(_FIGURE(text.strip())) == is_figured
        for (text, _, _), is_figured in zip(record, figured, strict=True)
    )


def first_cut(records: Sequence[Sequence[Field]]) -> tuple[Sequence[Field], int, Field, Field] | None:
    """The first record whose figures were cut, how many cells the header before it has, and the parts of the first such
    figure: where several records from there on have more cells than that, and all of these as many that may be the end
    of a figure."""
    held = [record for record in records if len(record) > 1]
    uneven = len({*map(len, held)}) > 1  # as next to no file is
    at = next((at for at, record in enumerate(held) if _cuts(record)), 0) if uneven else 0
    width = len(held[at - 1]) if at else 0
    longer = [record for record in held[at:] if len(record) > width] if at else []
    if len(longer) < SEVERAL or not all(len(record) - width <= len(_cuts(record)) for record in longer):
        return None
    return longer[0], width, *_cuts(longer[0])[0]


def _cuts(record: Sequence[Field]) -> list[tuple[Field, Field]]:
    """The cells side by side that may be parts of one figure; what stands in quotation marks is whole."""
    bare = [field[2] - field[1] == len(field[0]) for field in record]
    pairs = zip(pairwise(record), pairwise(bare), strict=True)
    return [(one, other) for (one, other), both in pairs if all(both) and _HEAD(one[0]) and _TAIL(other[0])]
