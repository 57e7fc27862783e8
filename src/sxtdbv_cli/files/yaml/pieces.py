"""The pieces a plan file is made of: groups, lists, texts and values, read with every fault noted on the way."""

from collections.abc import Callable, Collection, Iterator
from typing import TypeVar

from sxtdbv_cli.files.faults import fault, unknown_key
from sxtdbv_cli.files.why import Kind, Why
from sxtdbv_cli.files.yaml.source import Key, Map, Node, Seq, Source, at, has
from sxtdbv_cli.model.finding import Fact, Fault
from sxtdbv_cli.model.formula import BadFormula, Terms, read_formula
from sxtdbv_cli.text.language import Text

T = TypeVar("T")

_A_SUM = Text("một phép cộng trừ các mã đã có, ví dụ A + B - C", "a sum of codes that exist, such as A + B - C")
_A_GROUP = Text("một nhóm khóa", "a group of keys")
_A_LIST = Text("một danh sách", "a list")
_A_VALUE = Text("một giá trị đơn", "a single value")
NOT_BLANK = Text("một giá trị (không được để trống)", "a value (it may not be left blank)")
_NOTHING = Text("ô trống", "nothing")
_EMPTY_LIST = Text("danh sách trống", "an empty one")


class Pieces:
    """Reads the values of one tree; what is wrong is noted in ``faults`` and read as blank.

    A value is named by the group or list it is in and its key there.
    """

    def __init__(self, source: Source, faults: list[Fault]) -> None:
        self.source = source
        self.faults = faults

    def note(self, why: Kind, inside: Map | Seq, key: Key, /, **facts: Fact) -> None:
        """Note a fault at a value."""
        self.faults.append(fault(why, self.source.of_value(inside, key), **facts))

    def keys(self, node: Map, known: Collection[str]) -> None:
        """Note every key that is not known here."""
        for key in node:
            if key not in known:
                self.faults.append(unknown_key(self.source.of_key(node, key), key, tuple(known)))

    def missing(self, inside: Map | Seq, key: Key, missing: str) -> None:
        """Note a key that is missing from the group that stands at ``key``."""
        self.note(Why.MISSING_KEY, inside, key, key=missing)

    def group(self, inside: Map | Seq, key: Key, *, needed: bool = False) -> Map:
        """A group of keys; an empty one where there is none."""
        node = at(inside, key)
        if isinstance(node, Map):
            return node
        self._wanted(Why.WANT_MAPPING, inside, key, needed=needed)
        return Map()

    def groups(self, nodes: Seq) -> Iterator[tuple[int, Map]]:
        """The entries of a list that are groups, each with its position; the others are noted."""
        for index, node in enumerate(nodes):
            if isinstance(node, Map):
                yield index, node
            else:
                self._wanted(Why.WANT_MAPPING, nodes, index, needed=True)

    def lone_dashes(self) -> None:
        """Note every ``-`` that stands for a value where nothing else is wrong with it."""
        told = {found.place for found in self.faults}
        for start, end in self.source.dashes:
            if (place := self.source.place(start, end)) not in told:
                self.faults.append(fault(Why.DASH, place))

    def list(self, inside: Map | Seq, key: Key, needed: Text | None = None) -> Seq:
        """A list; an empty one where there is none. One that is ``needed`` has at least one entry, as that says."""
        node = at(inside, key)
        if isinstance(node, Seq) and (node or needed is None):
            return node
        self._wanted(Why.WANT_LIST, inside, key, needed=needed is not None, wanted=needed or _A_LIST)
        return Seq()

    def _wanted(self, why: Kind, inside: Map | Seq, key: Key, /, *, needed: bool, **facts: Fact) -> None:
        if not has(inside, key) or (at(inside, key) is None and (not needed or self._told(inside, key))):
            return
        self.note(why, inside, key, found=_kind(at(inside, key)), **facts)

    def _told(self, inside: Map | Seq, key: Key) -> bool:
        """Whether a value is blank because it was refused already: an alias."""
        place = self.source.of_value(inside, key)
        return any(found.place == place for found in self.faults)

    def text(self, inside: Map | Seq, key: Key) -> str | None:
        """A text as written; None where it is blank or absent."""
        node = at(inside, key)
        if node is None or isinstance(node, str):
            return node
        self.note(Why.WANT_TEXT, inside, key, found=_kind(node))
        return None

    def value(self, inside: Map | Seq, key: Key, read: Callable[[str], T | None], wanted: Text) -> T | None:
        """What ``read`` makes of a text; None where it is blank, or where ``read`` gives None, which is noted."""
        text = self.text(inside, key)
        if text is None:
            return None
        found = read(text)
        if found is None:
            self.note(Why.WANT, inside, key, text=text, wanted=wanted)
        return found

    def needed_value(self, inside: Map | Seq, key: Key, read: Callable[[str], T | None], wanted: Text) -> T | None:
        """Like ``value``, but a blank is noted too."""
        if at(inside, key) is None:
            self.note(Why.WANT, inside, key, text="", wanted=wanted)
        return self.value(inside, key, read, wanted)

    def records(
        self, entries: Seq, keys: Collection[str], needed: Collection[str], read: Callable[[Map], T]
    ) -> Iterator[T]:
        """What ``read`` makes of each entry of a list of groups; one with a fault is noted and left out."""
        for index, group in self.groups(entries):
            before = len(self.faults)
            self.keys(group, keys)
            for key in needed:
                if key not in group:
                    self.missing(entries, index, key)
                elif group[key] is None:
                    self.note(Why.WANT, group, key, text="", wanted=NOT_BLANK)
            found = read(group)
            if len(self.faults) == before:
                yield found

    def formula(self, inside: Map, key: str, known: Collection[str]) -> Terms | None:
        """The terms of a stated rule; None where there is none, or where it is wrong and noted."""
        text = self.text(inside, key)
        if text is None:
            return None
        try:
            return read_formula(text, known.__contains__)
        except BadFormula as bad:
            self.note(Why.WANT, inside, key, text=bad.unknown or text, wanted=_A_SUM)
            return None


def _kind(node: Node) -> Text:
    if isinstance(node, Map | Seq) and node:
        return _A_GROUP if isinstance(node, Map) else _A_LIST
    if isinstance(node, Map | Seq):
        return _NOTHING if isinstance(node, Map) else _EMPTY_LIST
    return _NOTHING if node is None else _A_VALUE
