"""What is doubtful about a reading, as doubts that the rules SX511 to SX518 tell: a module for each kind of doubt,
with its sentences."""

from collections.abc import Mapping

from sxtdbv_cli.model.sheet import Doubt
from sxtdbv_cli.tables.doubts import (
    columns_left_out,
    converted,
    figures,
    header,
    left_out,
    nesting,
    prose,
    ratios,
    rules,
    same_titles,
    units,
)
from sxtdbv_cli.tables.doubts.gathered import gathered
from sxtdbv_cli.tables.entries import Tally
from sxtdbv_cli.tables.reading import Reading


def doubts_of(reading: Reading, conjectured: Mapping[int, Tally]) -> tuple[Doubt, ...]:
    """Every doubt about a reading, in the order of the codes; ``conjectured``: the lines whose sums are."""
    return (
        *figures.doubts(reading),
        *units.doubts(reading),
        *gathered(nesting.doubts(reading, conjectured), [entry.row for entry in reading.structure.entries]),
        *rules.doubts(reading),
        *left_out.doubts(reading),
        *columns_left_out.doubts(reading),
        *prose.doubts(reading),
        *converted.doubts(reading),
        *header.doubts(reading),
        *same_titles.doubts(reading),
        *ratios.doubts(reading),
    )
