"""Groups of failing nodes that are alike: one becomes the other where columns change places.

Where no cell is blank or trusted, the graph looks the same from any column of a sum of columns: a leaf leads from its
sum across to the line above in each. So two groups that differ in columns only, of which the same lines fail, need
trees of the same size.
"""

from collections.abc import Hashable, Iterable, Sequence

from sxtdbv_cli.diagnose.graph.edges import Node
from sxtdbv_cli.diagnose.graph.graph import Graph
from sxtdbv_cli.diagnose.network import Network


class Alike:
    """What groups of some ``nodes`` have in common with those that are alike, where all of ``values`` fail.

    Groups are bit masks over the nodes, which are in order: those of a column of lines stand together.
    """

    def __init__(self, graph: Graph, values: Iterable[Node], nodes: Sequence[Node]) -> None:
        network = graph.network
        self.known = not graph.trusted and not graph.joined and not network.plan.line_rules
        failing, ours = _lines(network, sorted(values)), _lines(network, nodes)
        kinds: dict[Hashable, int] = {}
        self.columns: list[tuple[int, int, int]] = []  # what kind each is of, its first bit, a mask of its bits
        first = len(nodes) - sum(map(len, ours))
        self.others = (1 << first) - 1
        for at, lines in enumerate(ours):
            whole = [of for of, _ in network.column_sums[at][:1]]
            kind = (tuple(whole), network.plan.declared[at] is None, tuple(failing[at]), tuple(lines))
            self.columns.append((kinds.setdefault(kind, at), first, (1 << len(lines)) - 1))
            first += len(lines)

    def sign(self, group: int) -> Hashable:
        """The same for groups that are alike."""
        if not self.known:
            return group
        kinds = sorted([(kind, part) for kind, first, mask in self.columns if (part := group >> first & mask)])
        return group & self.others, tuple(kinds)


def _lines(network: Network, nodes: Iterable[Node]) -> list[list[int]]:
    """The lines that some nodes sum up in each column."""
    found: list[list[int]] = [[] for _ in range(network.width)]
    for node in nodes:
        if network.size <= node < 2 * network.size:
            column, line = divmod(node - network.size, network.rows)
            found[column].append(line)
    return found
