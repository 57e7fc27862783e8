"""The kinds of doubt: which rule tells one, its sentence, what can be done about it, and whether sums settle it. Many
of one kind are told as one: hundreds of warnings are read by nobody."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.model.finding import Fact, Severity
from sxtdbv_cli.model.place import Place, column_letters
from sxtdbv_cli.model.sheet import GRID, Doubt
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.words import first_of

MANY = 5
"""So many doubts with one message are told one by one."""
SHOWN = 20
"""So many of the other rows are named."""

MORE = Text("; {more:d} dòng khác cũng vậy: dòng {others}", "; so it is with {more:d} other rows: {others}")


class Kind(NamedTuple):
    """One kind of doubt; ``message`` and ``severity`` replace those of its rule. ``settled``: see ``Rule``."""

    code: str
    message: Text | None = None
    severity: Severity | None = None
    settled: bool = False

    def at(self, *address: str | int, severity: Severity | None = None, **facts: Fact) -> Doubt:
        """A doubt of this kind; one that is given a severity of its own is not settled by sums."""
        settled = self.settled and severity is None
        return Doubt(self.code, address, facts, self.message, severity or self.severity, settled)

    def of_lines(self, lines: Iterable[int]) -> Iterator[Doubt]:
        """One about each of some lines."""
        return (self.at("lines", line) for line in lines)

    def of_column(self, reading: Reading, column: int, **facts: Fact) -> Doubt:
        """One about a column, told by its letters at its heading."""
        facts = {"letters": column_letters(column + 1), **facts}
        return self.at(GRID, reading.block.header, column, severity=None, **facts)


class Rule(NamedTuple):
    """A rule that tells doubts; what can be done about them stands behind each of their sentences."""

    code: str
    step: Text | None = None

    def but(self, vi: str, en: str) -> "Rule":
        """The same, where something else can be done."""
        return self._replace(step=Text(vi, en))

    @property
    def plain(self) -> "Rule":
        """The same, where the sentence itself says what can be done, or nothing can."""
        return self._replace(step=None)

    def kind(self, vi: str, en: str) -> Kind:
        """A kind of doubt by its sentence."""
        step = self.step
        return Kind(self.code, Text(f"{vi}; {step.vi}", f"{en}; {step.en}") if step else Text(vi, en))

    def settled(self, vi: str, en: str) -> Kind:
        """One that is settled where the figures of the line, the column or the table are added, and come out."""
        return self.kind(vi, en)._replace(settled=True)

    def note(self, vi: str, en: str) -> Kind:
        """One that is proven, or speaks of no figure."""
        return self.kind(vi, en)._replace(severity=Severity.NOTE)


NO_FIGURE, UNIT, CONVERTED = Rule("SX511"), Rule("SX512"), Rule("SX517")
NESTING = Rule("SX513").but(
    "xem cây dòng bằng sxtdbv inspect; nếu sai, hãy sửa số thứ tự hoặc nêu --parents",
    "see the tree in sxtdbv inspect; where it is wrong, mend the numbers or state --parents",
)
OFF_TABLE = NESTING.but(
    "nếu không phải một dòng của bảng, hãy xóa hoặc để ra ngoài bảng", "if it is no line, move it off the table"
)
COLUMN_RULE = Rule("SX514").but(
    "hãy ghi quy tắc ở hàng đánh số cột (ví dụ 3=1+2), hoặc sửa số",
    "state the rule in the row of numbers (such as 3=1+2), or mend the figures",
)
LINE_RULE = Rule("SX515").but("hãy sửa quy tắc hoặc sửa số", "mend the rule or the figures")
LEFT_OUT = Rule("SX516").but(
    "xem các cột bằng sxtdbv inspect; nếu sai, hãy sửa tên cột hoặc nêu --columns",
    "see the columns in sxtdbv inspect; where they are wrong, mend the headings or state --columns",
)
HEADER = LEFT_OUT._replace(code="SX518")
APART = Text("để đọc riêng một bảng, hãy nêu --range hoặc --sheet", "to read one by itself, state --range or --sheet")
NO_AMOUNT = Kind(NO_FIGURE.code, settled=True)
"""In the words of the rule itself."""


def gathered(doubts: Iterable[Doubt], rows: Sequence[int], place: Callable[[int, int], Place]) -> list[Doubt]:
    """Doubts about lines and rows, by their messages; of more than a few that say the same the first, which names the
    rows of the others.

    ``rows`` are the rows of the lines in the grid, from 0; ``place`` says where a cell of it stands in the file.
    """
    alike = by_key((doubt.message, doubt) for doubt in doubts)
    return [one for many in alike.values() for one in (many if len(many) <= MANY else [_as_one(many, rows, place)])]


def _as_one(many: Sequence[Doubt], rows: Sequence[int], place: Callable[[int, int], Place]) -> Doubt:
    first, *others = sorted(many, key=lambda doubt: _row(doubt, rows))
    message = first.message or MORE
    more = sorted({_row(doubt, rows) for doubt in others} - {_row(first, rows)})
    if not more:
        return first
    named = [str(place(row, 0).line) for row in more]
    facts: dict[str, Fact] = {"more": len(more), "others": first_of(named, SHOWN)}
    return first._replace(facts={**first.facts, **facts}, message=Text(message.vi + MORE.vi, message.en + MORE.en))


def _row(doubt: Doubt, rows: Sequence[int]) -> int:
    """The row of the grid that a doubt is about; the last for the total of everything."""
    match doubt.address:
        case ("lines", int(line), *_):
            return rows[line]
        case (str(first), int(row), *_) if first == GRID:
            return row
    return max(rows, default=0)
