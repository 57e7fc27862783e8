"""The columns of a plan file: the short form (``years``) and the long form (``columns``)."""

import re
from collections.abc import Callable, Sequence

from sxtdbv_cli.files.why import Why
from sxtdbv_cli.files.yaml.pieces import Pieces
from sxtdbv_cli.files.yaml.source import Map, Seq
from sxtdbv_cli.model.formula import Terms
from sxtdbv_cli.model.plan import Column
from sxtdbv_cli.text.language import Text

TOTAL = "total"
KEYS = ("key", "title", "year", "parts", "equals")

YEAR = "(?:19|20|21)[0-9]{2}"
"""What a year looks like."""

_YEAR = re.compile(YEAR).fullmatch
_A_YEAR = Text("một năm bốn chữ số, mỗi năm một lần", "a year of four digits, each year once")
_A_KEY = Text("một tên cột, mỗi tên một lần", "the name of a column, each name once")
_A_COLUMN = Text("tên một cột khác, mỗi cột một lần", "the name of another column, each column once")
_YEARS = Text("một danh sách có ít nhất một năm", "a list of at least one year")
_COLUMNS = Text("một danh sách có ít nhất một cột", "a list of at least one column")
_A_WEIGHT = Text("1 hoặc -1", "1 or -1")
_ONE_FORM = Text("chỉ một trong hai khóa years và columns", "only one of the keys years and columns")
_ONE_RULE = Text("chỉ một trong hai khóa parts và equals", "only one of the keys parts and equals")
_WEIGHTS = {"1": 1, "+1": 1, "-1": -1}


def read_columns(pieces: Pieces, root: Map) -> list[Column]:
    """The columns of a plan, in order; empty where they cannot be read, which is noted."""
    if "years" in root and "columns" in root:
        pieces.note(Why.WANT, root, "columns", text="columns", wanted=_ONE_FORM)
        return []
    if "columns" in root:
        return _long_form(pieces, pieces.list(root, "columns", _COLUMNS))
    return _years(pieces, pieces.list(root, "years", _YEARS))


def _years(pieces: Pieces, nodes: Seq) -> list[Column]:
    """A total and the years it is the sum of."""
    years = _names(pieces, nodes, lambda text, seen: bool(_YEAR(text)) and text not in seen, _A_YEAR)
    total = Column(key=TOTAL, plus=tuple(range(1, len(years) + 1)))
    spoilt = dict.fromkeys(node for node in nodes if isinstance(node, str) and node not in years)
    columns = [*(Column(key=year, year=int(year)) for year in years), *(Column(key=name) for name in spoilt)]
    return [total, *columns] if years else []


def _long_form(pieces: Pieces, nodes: Seq) -> list[Column]:
    """Any columns, each with a rule of its own or none."""
    groups: list[Map] = []
    keys: list[str] = []
    spoilt: list[str] = []  # names of columns that are told to be wrong: what uses them is not told as well
    for index, group in pieces.groups(nodes):
        pieces.keys(group, KEYS)
        if "key" not in group:
            pieces.missing(nodes, index, "key")
            spoilt += [text for text in group.values() if isinstance(text, str)]
            continue
        key = pieces.needed_value(group, "key", lambda text: text if text not in keys else None, _A_KEY)
        if key is not None:
            keys.append(key)
            groups.append(group)
    for name in dict.fromkeys(spoilt):
        if name not in keys:
            keys.append(name)
            groups.append(Map())
    return [_column(pieces, group, keys, own) for own, group in enumerate(groups)]


def _column(pieces: Pieces, group: Map, keys: Sequence[str], own: int) -> Column:
    if "parts" in group and "equals" in group:
        pieces.note(Why.WANT, group, "equals", text="equals", wanted=_ONE_RULE)
    others = [key for key in keys if key != keys[own]]
    terms = pieces.formula(group, "equals", others) or _parts(pieces, group, others)
    year = pieces.value(group, "year", _a_year, _A_YEAR) or _a_year(keys[own])
    return Column(
        key=keys[own],
        title=pieces.text(group, "title"),
        year=int(year) if year else None,
        plus=tuple(keys.index(name) for name in terms.plus),
        minus=tuple(keys.index(name) for name in terms.minus),
        equals=pieces.text(group, "equals"),
    )


def _a_year(text: str) -> str | None:
    return text if _YEAR(text) else None


def _parts(pieces: Pieces, group: Map, others: Sequence[str]) -> Terms:
    """The parts of a column: a list of columns that are added, or a group of columns with weights 1 and -1."""
    parts = group.get("parts")
    if not isinstance(parts, Map):
        names = _names(
            pieces,
            pieces.list(group, "parts", None if parts is None else _COLUMNS),
            lambda text, seen: text in others and text not in seen,
            _A_COLUMN,
        )
        return Terms(tuple(names), ())
    weights = {name: pieces.needed_value(parts, name, _WEIGHTS.get, _A_WEIGHT) for name in parts}
    pieces.keys(parts, others)
    known = [name for name in weights if name in others]
    return Terms(
        tuple(name for name in known if weights[name] == 1), tuple(name for name in known if weights[name] == -1)
    )


def _names(pieces: Pieces, nodes: Seq, fits: Callable[[str, list[str]], bool], wanted: Text) -> list[str]:
    """The entries of a list that fit; the others are noted."""
    seen: list[str] = []
    for index in range(len(nodes)):
        name = pieces.needed_value(nodes, index, lambda text: text if fits(text, seen) else None, wanted)
        if name is not None:
            seen.append(name)
    return seen
