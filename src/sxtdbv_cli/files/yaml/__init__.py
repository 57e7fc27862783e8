"""The plan file (``.yaml``): from the tree of its texts to a plan. docs/formats.md describes the format."""

from contextlib import suppress
from functools import partial

from sxtdbv_cli.files.faults import by_place, fault
from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.files.text_file import decode
from sxtdbv_cli.files.why import Why
from sxtdbv_cli.files.yaml.aside import Aside, set_aside
from sxtdbv_cli.files.yaml.columns import read_columns
from sxtdbv_cli.files.yaml.lines import LineReader
from sxtdbv_cli.files.yaml.pieces import Pieces
from sxtdbv_cli.files.yaml.records import A_DATE, a_date, read_acceptances, read_errata
from sxtdbv_cli.files.yaml.source import Map, Places, Seq, Source
from sxtdbv_cli.files.yaml.tree import grow
from sxtdbv_cli.model import plan as model
from sxtdbv_cli.model.edit import Correction, Edit
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.place import Place
from sxtdbv_cli.model.units import MOST_DECIMALS, rounded, unit_of
from sxtdbv_cli.text.language import Text

SUFFIXES = (".yaml", ".yml")
KEYS = ("document", "source", "unit", "decimals", "years", "columns", "declared", "lines", "errata", "accept")
DOCUMENT = ("number", "date", "issuer", "title")
SOURCE = ("complete", "note")

_KNOWN_DECIMALS = {str(decimals): decimals for decimals in range(MOST_DECIMALS + 1)}
_LINES = Text("một danh sách có ít nhất một dòng", "a list of at least one line")
_TRUE_OR_FALSE = Text("true hoặc false", "true or false")
_DECIMALS = Text(f"một số từ 0 đến {MOST_DECIMALS}", f"a number from 0 to {MOST_DECIMALS}")
_A_UNIT = Text(
    "đồng, nghìn đồng, triệu đồng, tỷ đồng, hoặc một đồng tiền khác kèm khóa decimals (số chữ số thập phân)",
    "đồng, nghìn đồng, triệu đồng, tỷ đồng, or another currency with the key decimals",
)


def parse(content: str | bytes, file: str) -> Loaded:
    """Read the text of a plan file, or its bytes.

    Raises:
        Unreadable: it is no plan; lists everything that is wrong with it, with places.
    """
    text = content if isinstance(content, str) else decode(content, file)
    if aside := set_aside(text):
        with suppress(Unreadable):  # what is wrong is told by the other way, which sees everything
            return _parsed(Source(file, text), aside)
    return _parsed(Source(file, text))


def _parsed(source: Source, aside: Aside | None = None) -> Loaded:
    top, faults = grow(source, aside)
    pieces = Pieces(source, faults)
    if not top or top[0] is None:
        raise Unreadable(faults or [fault(Why.EMPTY, Place(source.file, 1, 1, 1, 1))])
    root = top[0]
    if not isinstance(root, Map) or root.keys().isdisjoint(KEYS):
        pieces.note(Why.NO_PLAN, top, 0)
        raise Unreadable(faults)
    _check_keys(pieces, top, root)
    return _read(pieces, root)


def _check_keys(pieces: Pieces, top: Seq, root: Map) -> None:
    pieces.keys(root, KEYS)
    for key in ("document", "lines"):
        if key not in root:
            pieces.missing(top, 0, key)
    if not root.keys() & {"years", "columns"}:
        pieces.missing(top, 0, "years")


def _read(pieces: Pieces, root: Map) -> Loaded:
    """The plan of a tree."""
    document = _document(pieces, pieces.group(root, "document", needed=True))
    origin = _origin(pieces, pieces.group(root, "source"))
    unit = _unit(pieces, root)
    columns = read_columns(pieces, root)
    scale = MOST_DECIMALS if unit is None else unit.scale
    reader = LineReader(pieces, columns, scale)
    declared = reader.row(root, "declared")
    lines = reader.read(pieces.list(root, "lines", _LINES))
    rules = reader.rules(lines)
    errata = read_errata(pieces, root, reader)
    accept = read_acceptances(pieces, root, scale)
    pieces.lone_dashes()
    if pieces.faults or unit is None:
        raise Unreadable(by_place(pieces.faults))
    plan = model.Plan(
        document=document,
        source=origin,
        unit=rounded(unit, reader.decimals),
        columns=tuple(columns),
        declared=tuple(declared),
        lines=lines,
        line_rules=tuple(rules),
        errata=tuple(errata),
        accept=tuple(accept),
    )
    places = Places(pieces.source, root, reader.nodes)
    return Loaded(pieces.source.file, plan, places, correct=partial(_correct, places, plan))


def _correct(places: Places, plan: model.Plan, edit: Edit) -> Correction | None:
    from sxtdbv_cli.files.yaml.amend import correction  # wanted only where sums fail

    return correction(places, plan, edit)


def _document(pieces: Pieces, node: Map) -> model.Document:
    pieces.keys(node, DOCUMENT)
    return model.Document(
        number=pieces.text(node, "number"),
        date=pieces.value(node, "date", a_date, A_DATE),
        issuer=pieces.text(node, "issuer"),
        title=pieces.text(node, "title"),
    )


def _origin(pieces: Pieces, node: Map) -> model.Source:
    pieces.keys(node, SOURCE)
    complete = pieces.value(node, "complete", {"true": True, "false": False}.get, _TRUE_OR_FALSE)
    return model.Source(complete=complete is not False, note=pieces.text(node, "note"))


def _unit(pieces: Pieces, root: Map) -> model.Unit | None:
    """The unit of the amounts; None where it cannot be read, which is noted: then nobody knows their decimals."""
    before = len(pieces.faults)
    decimals = pieces.value(root, "decimals", _KNOWN_DECIMALS.get, _DECIMALS)
    known = decimals if len(pieces.faults) == before else 0
    unit = pieces.value(root, "unit", lambda name: unit_of(name, known), _A_UNIT)
    return unit or model.Unit() if len(pieces.faults) == before else None
