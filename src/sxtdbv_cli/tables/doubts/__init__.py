"""What is doubtful about a reading, as rules SX511 to SX518 tell it: a module for each thing, with its sentences."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.sheet import Doubt
from sxtdbv_cli.tables.doubts import columns_left_out, figures, header, left_out, ratios, rules, units
from sxtdbv_cli.tables.doubts.kinds import gathered
from sxtdbv_cli.tables.doubts.nesting import behind, headings, levels, numbers, rows, summed
from sxtdbv_cli.tables.entries import Tally
from sxtdbv_cli.tables.reading import Reading


def doubts_of(reading: Reading, conjectured: Mapping[int, Tally]) -> tuple[Doubt, ...]:
    """Every doubt about a reading, in the order of the codes; ``conjectured``: the lines whose sums are."""
    at, place = [entry.row for entry in reading.structure.entries], reading.view.grid.place
    return (
        *figures.doubts(reading),
        *units.doubts(reading),
        *units.shown_otherwise(reading),
        *gathered(units.counting(reading), at, place),
        *gathered(_of_nesting(reading, conjectured), at, place),
        *rules.doubts(reading),
        *left_out.doubts(reading),
        *columns_left_out.doubts(reading),
        *left_out.unclear(reading),
        *figures.converted(reading),
        *header.doubts(reading),
        *ratios.doubts(reading),
    )


def _of_nesting(reading: Reading, conjectured: Mapping[int, Tally]) -> Iterator[Doubt]:
    """The doubts about the nesting, of each side of a table by itself."""
    sides = reading.structure.sides or [(0, reading.structure)]
    told: dict[Address, list[Doubt]] = defaultdict(list)
    for start, side in sides:
        own = range(start, start + len(side.entries) + 1)
        sums = {line - start: tally for line, tally in conjectured.items() if line in own}
        for doubt in _of_side(reading._replace(structure=side), sums):
            found = doubt._replace(address=_further(doubt.address, start))
            same = told[found.address]
            if found not in same:  # what is said of rows is the same on both sides
                same.append(found)
                yield found


def _of_side(reading: Reading, conjectured: Mapping[int, Tally]) -> Iterator[Doubt]:
    """Which line belongs to which, and which lines a total is the sum of."""
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


def _further(address: Address, lines: int) -> Address:
    """An address, of a line where it is so many lines further on."""
    return ("lines", int(address[1]) + lines, *address[2:]) if address[0] == "lines" and lines else address
