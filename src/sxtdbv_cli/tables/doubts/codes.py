"""The codes of the rules that tell the doubts, and what is doubtful about a column."""

from sxtdbv_cli.model.finding import Fact
from sxtdbv_cli.model.place import column_letters
from sxtdbv_cli.model.sheet import GRID, Doubt
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.text.language import Text

NO_FIGURE, UNIT, NESTING, COLUMN_RULE, LINE_RULE, LEFT_OUT, CONVERTED, HEADER = (
    "SX511", "SX512", "SX513", "SX514", "SX515", "SX516", "SX517", "SX518",
)  # fmt: skip


def of_column(reading: Reading, code: str, column: int, message: Text, **facts: Fact) -> Doubt:
    """A doubt about a column, told by its letters at its heading."""
    return Doubt(code, (GRID, reading.block.header, column), {"letters": column_letters(column + 1), **facts}, message)
