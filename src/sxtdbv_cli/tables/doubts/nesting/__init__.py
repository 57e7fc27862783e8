"""SX513: which line belongs to which, and which lines a total is the sum of."""

from collections.abc import Iterator, Mapping

from sxtdbv_cli.model.sheet import Doubt
from sxtdbv_cli.tables.doubts.nesting import behind, headings, levels, numbers, rows, summed
from sxtdbv_cli.tables.entries import Tally
from sxtdbv_cli.tables.reading import Reading


def doubts(reading: Reading, conjectured: Mapping[int, Tally]) -> Iterator[Doubt]:
    """Every doubt about the nesting; ``conjectured``: the lines whose child lines nothing states, and their sums."""
    found = reading.structure
    yield from numbers.doubts(found)
    yield from levels.doubts(reading, conjectured)
    yield from headings.doubts(reading)
    yield from headings.of_noughts(reading)
    yield from rows.opened(reading)
    yield from summed.of_totals(found, conjectured)
    yield from summed.doubts(reading)
    yield from behind.doubts(reading)
    yield from rows.begun_again(reading)
    yield from rows.carried(reading)
    yield from rows.joined(reading)
    yield from numbers.dated(reading)
