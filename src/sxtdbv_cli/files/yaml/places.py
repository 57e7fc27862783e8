"""Where the things of a plan stand in its file."""

from collections.abc import Sequence

from sxtdbv_cli.files.yaml.source import Key, Map, Seq, Source, at, has
from sxtdbv_cli.model.place import Address, Place


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
