"""What is wrong with one configuration file, each with its place: noted as it is read, told all at once."""

from collections.abc import Mapping
from typing import Any

from sxtdbv_cli.files.faults import fault, unknown_key
from sxtdbv_cli.model.finding import Fault
from sxtdbv_cli.model.place import Address, Place
from sxtdbv_cli.model.settings import written
from sxtdbv_cli.settings.faults import WANT
from sxtdbv_cli.settings.find import Source
from sxtdbv_cli.text.language import Text

_A_GROUP = Text("một nhóm khóa, ví dụ [files]", "a group of keys, such as [files]")


class Notes:
    """What is wrong with one configuration file, as far as it has been read."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.faults: list[Fault] = []

    def group(self, address: Address, value: Any) -> Mapping[str, Any]:
        """A group of keys; an empty one where it is something else, which is noted."""
        if isinstance(value, dict):
            return value
        self.note(WANT, address, text=written(value), wanted=_A_GROUP)
        return {}

    def note(self, why: Any, address: Address, **facts: Any) -> None:
        """Note a fault at an address."""
        self.faults.append(fault(why, self.place(address), **facts))

    def place(self, address: Address) -> Place:
        """Where something stands."""
        return self.source.toml.place(address)

    def unknown(self, address: Address, name: str, known: tuple[str, ...]) -> None:
        """Note a key that is none of those known."""
        self.faults.append(unknown_key(self.place((*address, name)), name, known))
