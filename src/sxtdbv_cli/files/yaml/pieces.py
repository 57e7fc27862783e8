"""The pieces a plan file is made of: groups, lists, texts and values, read with every fault noted on the way."""

from collections.abc import Callable, Collection
from typing import TypeVar

from sxtdbv_cli.files.faults import Why, fault, unknown_key
from sxtdbv_cli.files.formula import BadFormula, Terms, read_formula
from sxtdbv_cli.files.yaml.source import NO_KEY, Map, Node, Seq, Source
from sxtdbv_cli.model.finding import Fact, Fault
from sxtdbv_cli.text.language import Text

T = TypeVar("T")

_A_SUM = Text("một phép cộng trừ các mã đã có, ví dụ A + B - C", "a sum of codes that exist, such as A + B - C")
_A_GROUP = Text("một nhóm khóa", "a group of keys")
_A_LIST = Text("một danh sách", "a list")
_A_VALUE = Text("một giá trị đơn", "a single value")
_NOTHING = Text("ô trống", "nothing")


class Pieces:
    """Reads nodes of one tree; what is wrong is noted in ``faults`` and read as blank."""

    def __init__(self, source: Source, faults: list[Fault]) -> None:
        self.source = source
        self.faults = faults

    def note(self, why: Why, node: Node, **facts: Fact) -> None:
        """Note a fault at a value."""
        self.faults.append(fault(why, self.source.of_value(node), **facts))

    def keys(self, node: Map, known: Collection[str]) -> None:
        """Note every key that is not known here."""
        for key in node:
            if key not in known:
                self.faults.append(unknown_key(self.source.of_key(key, node[key]), key, tuple(known)))

    def missing(self, node: Map, key: str) -> None:
        """Note a key that is missing."""
        self.note(Why.MISSING_KEY, node, key=key)

    def group(self, node: Node | None, *, needed: bool = False) -> Map:
        """A group of keys; an empty one where there is none."""
        if isinstance(node, Map):
            return node
        if node is not None and (needed or not is_blank(node)):
            self.note(Why.WANT_MAPPING, node, found=_kind(node))
        return Map(NO_KEY, 0)

    def list(self, node: Node | None, *, needed: bool = False) -> Seq:
        """A list; an empty one where there is none. A list that is ``needed`` has at least one entry."""
        if isinstance(node, Seq) and (node or not needed):
            return node
        if node is not None and (needed or not is_blank(node)):
            self.note(Why.WANT_LIST, node, found=_NOTHING if isinstance(node, Seq) else _kind(node))
        return Seq(NO_KEY, 0)

    def text(self, node: Node | None) -> str | None:
        """A text as written; None where it is blank or absent."""
        if node is None or isinstance(node, tuple):
            return None if node is None else node[0]
        self.note(Why.WANT_TEXT, node, found=_kind(node))
        return None

    def value(self, node: Node | None, read: Callable[[str], T | None], wanted: Text) -> T | None:
        """What ``read`` makes of a text; None where it is blank, or where ``read`` gives None, which is noted."""
        text = self.text(node)
        if node is None or text is None:
            return None
        found = read(text)
        if found is None:
            self.note(Why.WANT, node, text=text, wanted=wanted)
        return found

    def needed_value(self, node: Node, read: Callable[[str], T | None], wanted: Text) -> T | None:
        """Like ``value``, but a blank is noted too."""
        if is_blank(node):
            self.note(Why.WANT, node, text="", wanted=wanted)
        return self.value(node, read, wanted)

    def formula(self, node: Node | None, known: Collection[str]) -> Terms | None:
        """The terms of a stated rule; None where there is none, or where it is wrong and noted."""
        text = self.text(node)
        if node is None or text is None:
            return None
        try:
            return read_formula(text, known)
        except BadFormula as bad:
            self.note(Why.WANT, node, text=bad.unknown or text, wanted=_A_SUM)
            return None


def is_blank(node: Node) -> bool:
    """Whether nothing was written: ``key:``, ``~`` or ``null``."""
    return isinstance(node, tuple) and node[0] is None


def _kind(node: Node) -> Text:
    if isinstance(node, tuple):
        return _NOTHING if node[0] is None else _A_VALUE
    return _A_GROUP if isinstance(node, Map) else _A_LIST
