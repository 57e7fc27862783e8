"""YAML as written: a tree of raw texts, each with its place; nothing is typed, nothing is guessed.

PyYAML's own constructor would turn the code 3.10 into 3.1, 80.000 into 80.0, 0123 into 83, and keep the last of
two equal keys without a word. Here libyaml only splits the text into events.
"""

from collections.abc import Callable, Iterator
from sys import intern
from typing import Any

import yaml

from sxtdbv_cli.files.faults import Faults, fault
from sxtdbv_cli.files.why import Kind, Why
from sxtdbv_cli.files.yaml.aside import STAND_IN, Aside
from sxtdbv_cli.files.yaml.source import Figures, Map, Node, Seq, Source, at
from sxtdbv_cli.files.yaml.syntax import DASH, LOADER, control_characters, syntax_fault
from sxtdbv_cli.model.finding import Fault, Unreadable
from sxtdbv_cli.text.saying import Late

DEEPEST = 128
LONGEST = 100_000

_BLANK = frozenset(("", "~", "null", "Null", "NULL"))
_UNUSUAL = _BLANK | {STAND_IN}


def grow(source: Source, aside: Aside | None = None) -> tuple[Seq, list[Fault]]:
    """The tree of a YAML text, and the faults that leave a tree to go on with.

    Args:
        source: the text.
        aside: the text with groups set aside; then only a tree without any fault is grown.

    Returns:
        A list that holds the value of the text, or nothing where the text holds nothing; the faults.

    Raises:
        Unreadable: the text is no YAML; its faults have places.
    """
    try:
        if aside is None:
            return _Grower(source, source.text).grow()
        return _even(_Grower(source, aside.text, aside.figures))
    except yaml.reader.ReaderError as error:
        raise Unreadable(control_characters(source)) from error
    except yaml.MarkedYAMLError as error:
        if error.problem == DASH and _DASH not in source.text:
            return _with_dashes(source)
        raise Unreadable([syntax_fault(source, error)]) from error


def _even(grower: "_Grower") -> tuple[Seq, list[Fault]]:
    """The tree of a text with groups set aside, each of which stands in it.

    Raises:
        Unreadable: one does not, or something is wrong.
    """
    top, faults = grower.grow()
    if faults or next(grower.figures, None) is not None:
        raise Unreadable(faults)
    return top, faults


_LONE_DASH = Late(r"(?m)(?<=: )( *)-(?=[ \t]*(?:[ \t]#.*)?\r?$)")
_DASH = "\ue000"


def _with_dashes(source: Source) -> tuple[Seq, list[Fault]]:
    """The tree of a text in which a ``-`` stands for a value (``total: -``), which YAML forbids: as if it were allowed.

    The positions of these are noted in ``source.dashes``, so that none of them passes for a value.

    Raises:
        Unreadable: that is not all that is wrong.
    """
    text = _LONE_DASH.sub(rf"\1{_DASH}", source.text)
    try:
        top, faults = _Grower(source, text).grow()
    except yaml.MarkedYAMLError as error:
        raise Unreadable([syntax_fault(source, error)]) from error
    waiting: list[Map | Seq] = [top]
    while waiting:
        inside = waiting.pop()
        for key in list(inside) if isinstance(inside, Map) else range(len(inside)):
            node = at(inside, key)
            if isinstance(node, Map | Seq):
                waiting.append(node)
            elif isinstance(node, str) and _DASH in node:
                inside[key] = node.replace(_DASH, "-")  # type: ignore[index]
                if node == _DASH:
                    source.dashes.append(source.positions(inside, key))
    return top, faults


class _Grower:
    """Follows the events of the parser of a text and builds the tree. Positions are those of the source."""

    def __init__(self, source: Source, text: str, figures: Iterator[str] | None = None) -> None:
        self.source = source
        self.text = text
        self.figures = figures or iter(())
        self.faults: list[Fault] = Faults()

    def grow(self) -> tuple[Seq, list[Fault]]:  # noqa: C901, PLR0912, PLR0915 -- one loop, for its speed
        next_event: Callable[[], Any] = LOADER(self.text).get_event
        scalar, mapping, unusual = yaml.ScalarEvent, yaml.MappingStartEvent, _UNUSUAL
        starts = (mapping, yaml.SequenceStartEvent)
        ends = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        top = Seq()
        around: list[Any] = []
        inner: Any = top  # the group or list that is being filled
        keep = inner.spans.append
        in_map = False
        name: str | None = None  # the key that waits for its value
        at = 0
        node: Node
        while True:
            event = next_event()
            kind = event.__class__
            if kind is scalar:
                node = value = event.value
                if in_map:
                    if name is None:
                        name, at = intern(value), event.start_mark.index
                        continue
                    if value not in unusual and len(value) < LONGEST and event.tag is None and name not in inner:
                        # What nearly every event is, the quick way; all that follows would do the same.
                        inner[name] = value
                        keep(((at << 32) | event.start_mark.index) << 32 | event.end_mark.index)
                        name = None
                        continue
                if value == STAND_IN and event.style == "'" and len(around) < DEEPEST:
                    written = next(self.figures, None)
                    node = value if written is None else Figures(written, event.start_mark.index + 1)
                elif value in _BLANK and not (value and event.style):
                    node = None
                elif len(value) > LONGEST:
                    self._note(Why.TOO_LONG, event, limit=LONGEST)
            elif kind in starts:
                node = Map() if kind is mapping else Seq()
            elif kind in ends:
                inner = around.pop()
                keep = inner.spans.append
                in_map = inner.__class__ is Map
                continue
            elif kind is yaml.StreamEndEvent:
                return top, self.faults
            elif kind is yaml.AliasEvent:
                node = None
                self._note(Why.ALIAS, event)
            else:
                if kind is yaml.DocumentStartEvent and top:
                    raise Unreadable([*self.faults, self._fault(Why.SECOND, event)])
                continue
            where = ((at << 32) | event.start_mark.index) << 32 | event.end_mark.index  # ``span``, without a call
            if node.__class__ is Figures:
                where -= 2  # a group stands where its bracket does; three characters stand in for it
            if not in_map:
                inner.append(node)
                keep(where)
            elif name is None:
                raise Unreadable([*self.faults, self._fault(Why.KEY_SHAPE, event)])
            elif name in inner:
                self._twice(inner, name, at)
                name = None
            else:
                inner[name] = node
                keep(where)
                name = None
            if kind in starts:
                if len(around) >= DEEPEST:
                    raise Unreadable([*self.faults, self._fault(Why.TOO_DEEP, event, limit=DEEPEST)])
                around.append(inner)
                inner = node
                keep = inner.spans.append
                in_map = kind is mapping
            if kind is not yaml.AliasEvent and event.tag is not None:
                self._note(Why.TAG, event)

    def _twice(self, inside: Map, key: str, at: int) -> None:
        place = self.source.place(at, at + len(key))
        self.faults.append(fault(Why.DUPLICATE_KEY, place, key=key, first=self.source.of_key(inside, key).line))

    def _fault(self, why: Kind, event: Any, **facts: int) -> Fault:
        start, end = event.start_mark.index, event.end_mark.index
        return fault(why, self.source.place(start, max(end, start + 1)), **facts)

    def _note(self, why: Kind, event: Any, **facts: int) -> None:
        self.faults.append(self._fault(why, event, **facts))
