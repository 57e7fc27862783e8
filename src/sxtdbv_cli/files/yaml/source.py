"""The text of a YAML file, the groups and lists of its tree, and where everything in them stands."""

from collections.abc import Sequence

from sxtdbv_cli.files.text_file import Positions
from sxtdbv_cli.model.place import Address, Place

_BITS = 32
_MASK = 2**_BITS - 1


class Map(dict[str, "Node"]):
    """A group of keys, in the order of the file. ``spans`` says where each key and its value stand."""

    __slots__ = ("spans",)

    def __init__(self) -> None:
        self.spans: list[int] = []


class Seq(list["Node"]):
    """A list. ``spans`` says where each entry stands."""

    __slots__ = ("spans",)

    def __init__(self) -> None:
        self.spans: list[int] = []


class Figures:
    """A group of amounts that was set aside: ``total: 1.500, 2022: 700``, and where that begins in the text."""

    __slots__ = ("start", "written")

    def __init__(self, written: str, start: int) -> None:
        self.written = written
        self.start = start

    def pairs(self) -> list[str]:
        """Key, value, key, value."""
        return self.written.replace(": ", ", ").split(", ")

    def group(self) -> Map:
        """The same as any other group."""
        found = Map()
        pairs, at = self.pairs(), self.start
        for key, value in zip(pairs[::2], pairs[1::2], strict=True):
            start = at + len(key) + len(": ")
            end = start + len(value)
            found[key] = value
            found.spans.append((at << _BITS | start) << _BITS | end)
            at = end + len(", ")
        return found


Node = str | Map | Seq | Figures | None
"""A value as written, None where nothing is written; or a group, or a list.

A span is three positions in the text as one number, 32 bits each: where the key begins (0 in a list), where the
value begins, where it ends. A plan has millions, and a tuple of three takes four times the memory.
"""


Key = str | int
"""What names a value: the group or list it is in, and its key there."""


def has(inside: Map | Seq, key: Key) -> bool:
    """Whether a group has a key, or a list an entry."""
    return key in inside if isinstance(inside, Map) else isinstance(key, int) and key < len(inside)


def at(inside: Map | Seq, key: Key) -> str | Map | Seq | None:
    """A value; None where there is none."""
    node = inside.get(str(key)) if isinstance(inside, Map) else inside[int(key)]
    return node.group() if isinstance(node, Figures) else node


class Source(Positions):
    """The text of a plan file. ``dashes`` are the positions of each ``-`` that YAML does not take for a value."""

    def __init__(self, file: str, text: str) -> None:
        super().__init__(file, text)
        self.dashes: list[tuple[int, int]] = []

    def of_value(self, inside: Map | Seq, key: Key) -> Place:
        """Where a value stands; of a group or a list, where it begins."""
        start, end = self.positions(inside, key)
        return self.place(start, end)

    def positions(self, inside: Map | Seq, key: Key) -> tuple[int, int]:
        """The positions in the text from the start of a value to behind its end."""
        _, start, end = self._span(inside, key)
        return start, end

    def of_key(self, inside: Map, key: str) -> Place:
        """Where a key stands."""
        start, _, _ = self._span(inside, key)
        return self.place(start, start + len(key))

    def _span(self, inside: Map | Seq, key: Key) -> tuple[int, int, int]:
        packed = inside.spans[list(inside).index(str(key)) if isinstance(inside, Map) else int(key)]
        return packed >> 2 * _BITS, packed >> _BITS & _MASK, packed & _MASK


class Places:
    """Finds the place of an address; what is absent is placed at the line or group it would belong to."""

    def __init__(self, source: Source, root: Map, lines: Sequence[Map]) -> None:
        self.source = source
        self.root = root
        self.lines = lines

    def __call__(self, address: Address) -> Place:
        """The place of an address."""
        inside, key = self.find(address)
        return self.source.of_value(inside, key)

    def find(self, address: Address) -> tuple[Map | Seq, Key]:
        """The group and the key of what stands at an address, or of what it would belong to."""
        inside: Map | Seq
        fallback: tuple[Map, str]
        if address[0] == "lines" and len(address) > 1:
            inside, steps = self.lines[int(address[1])], address[2:]
            fallback = (inside, "code" if inside.get("code") else "title")
        else:
            inside, steps = self.root, address
            fallback = (inside, str(steps[0]) if steps[0] in inside else next(iter(inside)))
        for step in steps[:-1]:
            below = at(inside, step) if has(inside, step) else None
            if not isinstance(below, Map | Seq):
                return fallback
            inside = below
        return (inside, steps[-1]) if steps and has(inside, steps[-1]) else fallback
