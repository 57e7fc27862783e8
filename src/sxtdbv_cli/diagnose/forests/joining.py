"""Blocks that could do better together: a smallest explanation could join one that needs more than its bound."""

from collections.abc import Sequence

from sxtdbv_cli.diagnose.forests.block import Block
from sxtdbv_cli.diagnose.forests.search import Search
from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.graph import Graph
from sxtdbv_cli.diagnose.pieces import parted

MOST_TOGETHER = 34
"""Failing nodes of several blocks beyond this number are not searched together."""


def joined(search: Search, blocks: list[Block]) -> list[Block]:
    """Blocks that could do better together taken together, until there are none."""
    excess = sum(block.excess for block in blocks)
    lost = any(block.minimum is None for block in blocks)
    if len(blocks) == 1 or (not excess and not lost):
        return blocks
    if search.meter.late:
        return _apart(blocks)
    parts = _one_tree(search.graph, blocks) if lost else _within(search.graph, blocks, excess + 2)
    if all(len(part) == 1 for part in parts):
        return blocks
    found: list[Block] = []
    for part in parts:
        together = [blocks[index] for index in part]
        found += together if len(part) == 1 else _together(search, together)
    if lost or any(block.minimum != block.lower_bound for block in found):
        return found
    return joined(search, found)


def _one_tree(graph: Graph, blocks: list[Block]) -> list[tuple[int, ...]]:
    """The blocks of each tree that has one without an explanation, and the other blocks by themselves."""
    trees = [graph.ground(block.nodes[-1]) for block in blocks]
    lost = {tree for tree, block in zip(trees, blocks, strict=True) if block.minimum is None}
    first: dict[Node, int] = {}
    pairs = [(first.setdefault(tree, index), index) for index, tree in enumerate(trees) if tree in lost]
    return parted(range(len(blocks)), pairs)


def _together(search: Search, blocks: list[Block]) -> list[Block]:
    """Several blocks as one; where that cannot be decided, as they were, with what remains proven."""
    if sum(len(block.nodes) for block in blocks) <= MOST_TOGETHER:
        block = search.around(tuple(sorted(node for block in blocks for node in block.nodes)))
        if block.minimum is not None:
            return [block]
    return _apart(blocks)


def _apart(blocks: list[Block]) -> list[Block]:
    """Blocks as they were, with what remains proven though they could do better together."""
    return [block._replace(lower_bound=block.lower_bound - block.excess) for block in blocks]


def _within(graph: Graph, blocks: Sequence[Block], distance: int) -> list[tuple[int, ...]]:
    """The blocks parted into those that so many steps may separate."""
    owners = {node: index for index, block in enumerate(blocks) for node in block.nodes}
    rings: list[set[Node]] = [set(block.nodes) for block in blocks]
    balls = [set(ring) for ring in rings]
    pairs: list[tuple[int, int]] = []
    for _ in range((distance + 1) // 2):
        for index, ball in enumerate(balls):
            fresh = {to for node in rings[index] for _, to, _ in graph.edges(node)} - ball
            rings[index] = fresh
            ball.update(fresh)
            pairs += {(owner, index) for node in fresh if (owner := owners.setdefault(node, index)) != index}
        parts = parted(range(len(blocks)), pairs)
        if len(parts) == 1:
            break  # they hang together, however much farther one looks
    return parts
