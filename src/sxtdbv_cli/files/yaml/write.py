"""A plan as the text of a plan file, tidy for version control: reading it gives the same plan back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from sxtdbv_cli.files.yaml.amend import errata_fields, written_value
from sxtdbv_cli.files.yaml.entries import Fields, entry, quoted, written, written_amount
from sxtdbv_cli.model.plan import NOWHERE, Amount, Column, Plan, Role
from sxtdbv_cli.model.units import dong_scale
from sxtdbv_cli.text.safe import visible

WIDTH = 160
"""Amounts stand in one line as long as it is no longer."""
NOTHING: Mapping[int | None, Sequence[str]] = {}


def write_yaml(plan: Plan, heading: Sequence[str] = (), comments: Mapping[int | None, Sequence[str]] = NOTHING) -> str:
    """The text of a plan file.

    Args:
        plan: what to write; only what a plan file can say comes back from it.
        heading: lines of comment at the top.
        comments: lines of comment before a line of the table, by its position; before the declared totals for None.
    """
    pieces = [
        *_comment(heading),
        *_group("document", {key: written_value(value) for key, value in asdict(plan.document).items()}),
        *_group("source", {"complete": None if plan.source.complete else "false", "note": written(plan.source.note)}),
        *_unit(plan),
        *_columns(plan),
        *_declared(plan, comments.get(None, ())),
        "lines:" if len(plan.lines) else "lines: []",
        *_lines(plan, comments),
        *(["errata:"] if plan.errata else []),
        *(entry(fields, "  ") for fields in errata_fields(plan.errata, plan.unit.scale)),
    ]
    return "".join(f"{piece}\n" for piece in pieces)


def _comment(lines: Sequence[str], indent: str = "") -> Iterator[str]:
    return (f"{indent}# {visible(line)}".rstrip() for line in lines)


def _group(name: str, fields: Fields) -> list[str]:
    stated = [f"  {key}: {value}" for key, value in fields.items() if value is not None]
    return [f"{name}:", *stated] if stated else [f"{name}: {{}}"] if name == "document" else []


def _unit(plan: Plan) -> list[str]:
    """The unit, and its decimals where its name does not say them."""
    unit = plan.unit
    known = dong_scale(unit.name) is not None
    lines = [f"unit: {written(unit.name)}"]
    return lines if known and not unit.decimals else [*lines, f"decimals: {unit.decimals}"]


def _columns(plan: Plan) -> list[str]:
    columns = plan.columns
    years = [column.key for column in columns[1:]]
    short = Column(key="total", plus=tuple(range(1, len(columns))))
    if years and columns == (short, *(Column(key=year, year=int(year)) for year in years if _is_year(year))):
        return [f"years: [{', '.join(years)}]"]
    return ["columns:", *(f"  - {{{', '.join(_column(column, columns))}}}" for column in columns)]


def _is_year(key: str) -> bool:
    return key.isascii() and key.isdecimal() and len(key) == 4 and "1900" <= key <= "2199"


def _column(column: Column, columns: Sequence[Column]) -> Iterator[str]:
    yield f"key: {_inline(column.key)}"
    if column.title is not None:
        yield f"title: {_inline(column.title)}"
    if column.year is not None and not _is_year(column.key):
        yield f"year: {column.year}"
    if column.equals is not None:
        yield f"equals: {_inline(column.equals)}"
    elif column.minus:
        weights = [(part, 1) for part in column.plus] + [(part, -1) for part in column.minus]
        yield f"parts: {{{', '.join(f'{_inline(columns[part].key)}: {weight}' for part, weight in weights)}}}"
    elif column.plus:
        yield f"parts: [{', '.join(_inline(columns[part].key) for part in column.plus)}]"


def _inline(text: str) -> str:
    """A text inside a group or a list in one line, where a comma ends it."""
    plain = str(written(text))
    return quoted(text) if "," in plain and not plain.startswith('"') else plain


def _declared(plan: Plan, comments: Sequence[str]) -> list[str]:
    if all(amount is None for amount in plan.declared):
        return []
    return [*_comment(comments), *_amounts(plan, plan.declared, "declared", "")]


def _amounts(plan: Plan, amounts: Sequence[Amount], name: str, indent: str) -> list[str]:
    """The amounts of a line that are stated, in one line where they fit; nothing where none is."""
    scale = plan.unit.scale
    stated = [
        f"{_inline(column.key)}: {written_amount(amount, scale)}"
        for column, amount in zip(plan.columns, amounts, strict=True)
        if amount is not None
    ]
    if not stated:
        return []
    line = f"{indent}{name}: {{{', '.join(stated)}}}"
    return [line] if len(line) <= WIDTH else [f"{indent}{name}:", *(f"{indent}  {entry}" for entry in stated)]


def _lines(plan: Plan, comments: Mapping[int | None, Sequence[str]]) -> Iterator[str]:
    depths: list[int] = []
    rows = zip(*plan.lines.amounts, strict=True)
    for line, amounts in enumerate(rows):
        parent = plan.lines.parents[line]
        depths.append(0 if parent == NOWHERE else depths[parent] + 1)
        indent = "    " * depths[line] + "  "
        yield from _comment(comments.get(line, ()), indent)
        yield entry(_line(plan, line), indent)
        yield from _amounts(plan, amounts, "amounts", f"{indent}  ")
        if plan.children[line]:
            yield f"{indent}  lines:"


def _line(plan: Plan, line: int) -> Fields:
    lines = plan.lines
    return {
        "code": written(lines.codes[line]),
        "title": written(lines.titles[line]),
        "schedule": written(lines.schedules[line]),
        "note": written(lines.notes[line]),
        "role": None if lines.roles[line] is Role.PART else lines.roles[line].value,
        "equals": written(lines.equals[line]),
    }
