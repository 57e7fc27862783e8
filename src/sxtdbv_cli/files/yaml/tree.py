"""YAML as written: a tree of raw texts, each with its place; nothing is typed, nothing is guessed.

PyYAML's own constructor would turn the code 3.10 into 3.1, 80.000 into 80.0, 0123 into 83, and keep the last of
two equal keys without a word. Here libyaml only splits the text into events.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from sys import intern
from typing import Any

import yaml

from sxtdbv_cli.files.faults import Why, fault
from sxtdbv_cli.files.yaml.source import NO_KEY, Map, Node, Seq, Source
from sxtdbv_cli.files.yaml.syntax import control_characters, syntax_fault
from sxtdbv_cli.model.finding import Fault, Unreadable

DEEPEST = 128
LONGEST = 100_000

_BLANK = frozenset(("", "~", "null", "Null", "NULL"))
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Build a large tree without the garbage collector walking it again and again; it is on again afterwards.

    A tree has no cycles, so there is nothing to collect: on 100 000 lines the walks take a fifth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def grow(source: Source) -> tuple[Node | None, list[Fault]]:
    """The tree of a YAML text (None if it holds nothing), and the faults that leave a tree to go on with.

    Raises:
        Unreadable: the text is no YAML; its faults have places.
    """
    try:
        return _Grower(source).grow()
    except yaml.reader.ReaderError as error:
        raise Unreadable(control_characters(source)) from error
    except yaml.MarkedYAMLError as error:
        raise Unreadable([syntax_fault(source, error)]) from error


class _Grower:
    """Follows the events of the parser and builds the tree."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.faults: list[Fault] = []

    def grow(self) -> tuple[Node | None, list[Fault]]:  # noqa: C901, PLR0912, PLR0915 -- one loop, for its speed
        next_event: Callable[[], Any] = _LOADER(self.source.text).get_event
        scalar, mapping, sequence, blank = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent, _BLANK
        ends = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        root: Node | None = None
        around: list[Any] = []
        inner: Any = None  # the group or list being filled; the checks below are what tells them apart
        in_map = False
        name: Any = None
        at = NO_KEY
        node: Node
        while True:
            event = next_event()
            kind = event.__class__
            if kind is scalar:
                text = event.value
                if in_map and name is None:
                    name, at = intern(text), event.start_mark.index
                    continue
                if text in blank and (not text or event.style is None):
                    text = None
                elif len(text) > LONGEST:
                    self._note(Why.TOO_LONG, event, limit=LONGEST)
                node = (text, at, event.start_mark.index, event.end_mark.index)
            elif kind is mapping or kind is sequence:
                if in_map and name is None:
                    raise Unreadable([*self.faults, self._fault(Why.KEY_SHAPE, event)])
                if len(around) >= DEEPEST:
                    raise Unreadable([*self.faults, self._fault(Why.TOO_DEEP, event, limit=DEEPEST)])
                node = (Map if kind is mapping else Seq)(at, event.start_mark.index)
            elif kind in ends:
                inner = around.pop()
                in_map = inner.__class__ is Map
                continue
            elif kind is yaml.AliasEvent:
                self._note(Why.ALIAS, event)
                node = (None, at, event.start_mark.index, event.end_mark.index)
            elif kind is yaml.DocumentStartEvent and root is not None:
                raise Unreadable([*self.faults, self._fault(Why.SECOND, event)])
            elif kind is yaml.StreamEndEvent:
                return root, self.faults
            else:
                continue
            if inner is None:
                root = node
            elif in_map:
                if name in inner:
                    self._twice(name, inner[name], node)
                else:
                    inner[name] = node
                name, at = None, NO_KEY
            else:
                inner.append(node)
            if kind is not scalar and kind is not yaml.AliasEvent:
                around.append(inner)
                inner = node
                in_map = kind is mapping
            if kind is not yaml.AliasEvent and event.tag is not None:
                self._note(Why.TAG, event)

    def _twice(self, key: str, first: Node, second: Node) -> None:
        line = self.source.of_key(key, first).line
        self.faults.append(fault(Why.DUPLICATE_KEY, self.source.of_key(key, second), key=key, first=line))

    def _fault(self, why: Why, event: Any, **facts: int) -> Fault:
        start, end = event.start_mark.index, event.end_mark.index
        return fault(why, self.source.place(start, max(end, start + 1)), **facts)

    def _note(self, why: Why, event: Any, **facts: int) -> None:
        self.faults.append(self._fault(why, event, **facts))
