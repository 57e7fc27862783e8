"""Tables as text (``.csv``, ``.tsv``): the delimiter is found by the structure it gives, every cell keeps its place.

The cells are read by hand: Python's csv module does not say where a field stands.
"""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from sxtdbv_cli.files import kind
from sxtdbv_cli.files.cells import MOST_CELLS
from sxtdbv_cli.files.container_faults import CELLS
from sxtdbv_cli.files.csv.broken import CUT, Field, first_cut, whole
from sxtdbv_cli.files.encoding import decode_any
from sxtdbv_cli.files.faults import refused
from sxtdbv_cli.files.text_file import Positions
from sxtdbv_cli.files.why import of_syntax
from sxtdbv_cli.model.grid import Grid, GridCell, Kind
from sxtdbv_cli.model.place import Place
from sxtdbv_cli.text.safe import unguarded

SUFFIXES = (".csv", ".tsv")
IS_TEXT = True
DELIMITERS = "\t;,|"
SAMPLE = 300
"""So many records show which delimiter it is."""

QUOTE = of_syntax("dấu nháy kép mở ở đây không có dấu đóng", "the quotation mark that opens here is never closed")
_STATED = re.compile(r"\ufeff?sep=(.)\r?\n", re.IGNORECASE).match
_TEXT = Kind.TEXT  # asked of every cell: before Python 3.12 a member is a slow attribute


def grids(content: bytes, file: str, encoding: str | None = None) -> list[Grid]:
    """The one table of a file.

    Raises:
        Unreadable: it is no text, its encoding is not known, a quotation mark is never closed, or commas cut figures.
    """
    kind.expect(kind.Kind.TEXT, content, file)
    decoded = decode_any(content, file, encoding)
    text = decoded.text
    if max(map(text.count, DELIMITERS)) > 2 * MOST_CELLS:  # before an endless line is cut
        raise refused(CELLS, file, sheet=file, limit=MOST_CELLS)
    stated = _STATED(text)
    start = stated.end() if stated else 0
    delimiter = stated[1] if stated else find_delimiter(text, tabs=file.lower().endswith(".tsv"))
    records, unclosed = split(text, delimiter, start)
    records, remarks = (records, []) if unclosed is not None else whole(records)
    place = _Places(file, text, records)
    if unclosed is not None:
        raise refused(QUOTE, place.place(unclosed, unclosed + 1))
    if delimiter == "," and (found := first_cut(records)):
        record, width, one, other = found
        text = f"{one[0].strip()},{other[0].strip()}"
        raise refused(CUT, place.place(one[1], other[2]), found=len(record), width=width, text=text)
    if sum(map(len, records)) > MOST_CELLS:
        raise refused(CELLS, file, sheet=file, limit=MOST_CELLS)
    rows: list[list[GridCell | None]] = [
        [GridCell(_TEXT, unguarded(text)) if text and not text.isspace() else None for text, *_ in record]
        for record in records
    ]
    return decoded.told([Grid(Path(file).name, rows, place, remarks=remarks)])


def find_delimiter(text: str, *, tabs: bool = False) -> str:
    """The sign that gives most records the same number of fields, more than one."""
    if tabs and "\t" in text:
        return "\t"
    return max(DELIMITERS, key=lambda delimiter: (_regularity(text, delimiter), -DELIMITERS.index(delimiter)))


def _regularity(text: str, delimiter: str) -> tuple[float, int]:
    """Which share of the records has the commonest number of fields; 0 where that is one."""
    records, _ = split(text, delimiter, 0, SAMPLE)
    counts = Counter(len(record) for record in records if any(field[0].strip() for field in record))
    several = {count: times for count, times in counts.items() if count > 1}
    if not several:
        return 0.0, 0
    count, times = max(several.items(), key=lambda item: (item[1], item[0]))
    return times / sum(counts.values()), count


def split(text: str, delimiter: str, start: int = 0, most: int | None = None) -> tuple[list[list[Field]], int | None]:
    """The records of a text, and where a quotation mark opens that is never closed."""
    field = re.compile(
        rf'[ ]*"(?P<quoted>[^"]*(?:""[^"]*)*)"[ ]*(?={re.escape(delimiter)}|\r|\n|\Z)|'
        rf"(?P<plain>[^{re.escape(delimiter)}\r\n]*)"
    )
    ends = re.compile(rf"{re.escape(delimiter)}|\r\n|\r|\n|\Z")
    records: list[list[Field]] = [[]]
    position = start
    while True:
        match = field.match(text, position)
        end = ends.match(text, match.end()) if match else None
        if match is None or end is None:  # neither happens: both match nothing at all
            return records, position
        quoted, plain = match.groups()
        if quoted is None and '"' in plain and '"' not in plain.lstrip().removeprefix('"'):
            return records, match.start()
        value = quoted.replace('""', '"') if quoted is not None else plain
        records[-1].append((value, match.start(), match.end()))
        position = end.end()
        if end[0] == delimiter:
            continue
        if position >= len(text) or (most is not None and len(records) >= most):
            return records, None
        records.append([])


class _Places(Positions):
    """Where the cells of a text stand."""

    def __init__(self, file: str, text: str, records: Sequence[Sequence[Field]]) -> None:
        super().__init__(file, text)
        self.records = records

    def __call__(self, row: int, column: int) -> Place:
        """The place of a cell; one beyond the end of its record is placed there."""
        record = self.records[row] if row < len(self.records) else []
        if not record:
            return Place(self.file, 1, 1, 1, 1)
        _, start, end = record[min(column, len(record) - 1)]
        return self.place(end if column >= len(record) else start, end)
