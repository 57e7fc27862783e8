"""Where the things of a plan stand in its file."""

from collections.abc import Sequence

from sxtdbv_cli.files.yaml.source import Map, Node, Seq, Source
from sxtdbv_cli.model.place import Address, Place


class Places:
    """Finds the place of an address; what is absent is placed at the line or group it would belong to."""

    def __init__(self, source: Source, root: Map, lines: Sequence[Map]) -> None:
        self.source = source
        self.root = root
        self.lines = lines

    def __call__(self, address: Address) -> Place:
        """The place of an address."""
        if address[0] != "lines" or len(address) < 2:
            return self.source.of_value(_walk(self.root, address))
        line = self.lines[int(address[1])]
        found = _walk(line, address[2:])
        return self.source.of_value(found if isinstance(found, tuple) else _name(line))


def _walk(node: Node, address: Address) -> Node:
    """The node at an address, or the innermost one on the way to it."""
    for step in address:
        if isinstance(node, Map) and step in node:
            node = node[str(step)]
        elif isinstance(node, Seq) and isinstance(step, int) and step < len(node):
            node = node[step]
        else:
            break
    return node


def _name(line: Map) -> Node:
    """What names a line: its code, else its title."""
    return line.get("code") or line["title"]
