"""Many doubts of one kind told as one: hundreds of warnings are read by nobody."""

from collections.abc import Callable, Iterable, Sequence

from sxtdbv_cli.model.finding import Fact
from sxtdbv_cli.model.place import Place
from sxtdbv_cli.model.sheet import GRID, Doubt
from sxtdbv_cli.text.language import Text

MANY = 5
"""So many doubts with one message are told one by one."""
SHOWN = 20
"""So many of the other rows are named."""

MORE = Text("; {more:d} dòng khác cũng vậy: dòng {others}", "; so it is with {more:d} other rows: {others}")


def gathered(doubts: Iterable[Doubt], rows: Sequence[int], place: Callable[[int, int], Place]) -> list[Doubt]:
    """Doubts about lines and rows, by their messages; of more than a few that say the same the first, which names the
    rows of the others.

    ``rows`` are the rows of the lines in the grid, from 0; ``place`` says where a cell of it stands in the file.
    """
    alike: dict[Text | None, list[Doubt]] = {}
    for doubt in doubts:
        alike.setdefault(doubt.message, []).append(doubt)
    return [one for many in alike.values() for one in (many if len(many) <= MANY else [_as_one(many, rows, place)])]


def _as_one(many: Sequence[Doubt], rows: Sequence[int], place: Callable[[int, int], Place]) -> Doubt:
    first, *others = sorted(many, key=lambda doubt: _row(doubt, rows))
    message = first.message or MORE
    named = [str(place(_row(doubt, rows), 0).line) for doubt in others[:SHOWN]]
    facts: dict[str, Fact] = {"more": len(others), "others": ", ".join([*named, "…"][: len(others)])}
    return first._replace(facts={**first.facts, **facts}, message=Text(message.vi + MORE.vi, message.en + MORE.en))


def _row(doubt: Doubt, rows: Sequence[int]) -> int:
    """The row of the grid that a doubt is about; the last for the total of everything."""
    match doubt.address:
        case ("lines", int(line), *_):
            return rows[line]
        case (str(first), int(row), *_) if first == GRID:
            return row
    return max(rows, default=0)
