"""Sums that blank cells join. A blank cell is a free unknown: the two sums it stands in become one node."""

from typing import NamedTuple

from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.hierarchy import Hierarchy
from sxtdbv_cli.diagnose.meter import Meter
from sxtdbv_cli.diagnose.network import Key, Network
from sxtdbv_cli.diagnose.pieces import parted
from sxtdbv_cli.model.plan import Cell


class Merged(NamedTuple):
    """What a node is made of: its sums (a ground among them), and the blank cells that join them."""

    keys: tuple[Key, ...]
    blanks: tuple[Cell, ...]


def blank_cells(network: Network) -> list[Cell]:
    """Every blank cell of a line."""
    found: list[Cell] = []
    for column, amounts in enumerate(network.plan.lines.amounts):
        if None in amounts:
            start = column * network.rows
            found += [start + line for line, amount in enumerate(amounts) if amount is None]
    return found


def merged_nodes(hierarchy: Hierarchy, meter: Meter) -> dict[Node, Merged]:
    """The nodes that blank cells make of several sums."""
    ends: dict[Cell, list[Key]] = {}
    for cell in blank_cells(hierarchy.network):
        meter.check()
        if found := hierarchy.joined(cell):
            ends[cell] = found
    keys = {key for found in ends.values() for key in found}
    parts = parted(keys, [(found[0], found[1]) for found in ends.values()])
    homes = {key: part[0] for part in parts for key in part}
    blanks: dict[Node, list[Cell]] = {part[0]: [] for part in parts}
    for cell, found in ends.items():
        blanks[homes[found[0]]].append(cell)
    return {part[0]: Merged(part, tuple(blanks[part[0]])) for part in parts}
