"""How many real tables are read exactly, and whether what is found in them is what exact arithmetic finds.

    python benchmarks/tables.py [--codes] FOLDER...

Each folder holds ``original.*`` and ``table.json`` (lines with code, title, parent and amounts as decimal numbers;
``declared``; ``sheet`` and ``range`` where they must be stated; ``also`` has other pairs of code and title that name
a line as well); ``truth.json`` has what exact arithmetic finds. A table.json that covers some rows of a sheet only
(``excel_row``) is compared with the lines of those; errors told of other rows are counted as beyond.

exact           every line, parent, column and amount is the same
doubted         something differs, and findings (SX51x, SX522) that speak of what differs say so
refused         not read, with the reason
SILENTLY WRONG  something differs and nothing says so

Behind it: false errors (SX10x where exact arithmetic finds nothing), errors missed in a table that is read exactly, and
differences within rounding that are told as errors. Exit code 1 if a table is silently wrong or has a false error.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from sxtdbv_cli.check import Doubt, check_plan
from sxtdbv_cli.files.loaded import Loaded
from sxtdbv_cli.files.read import read
from sxtdbv_cli.model.choices import Choices
from sxtdbv_cli.model.finding import Finding, Unreadable
from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.text.language import Language

SUMS = ("SX101", "SX102", "SX103", "SX104")
PRODUCTS = "SX508"
UNJUDGED = (("SX101", "declared"), ("SX104", "declared"))
"""That a declared total adds up across, too, is nothing that the truth speaks of."""
SPEAKS_OF = {
    "lines": ("SX511", "SX513", "SX516", "SX518", "SX522"),
    "parents": ("SX513", "SX515", "SX518"),
    "columns": ("SX511", "SX513", "SX514", "SX516", "SX517", "SX518", "SX522"),
    "declared": ("SX513", "SX516"),
}
"""The doubts that warn of a difference in lines, parents, columns or the declared total."""

Vector = tuple[Decimal | None, ...]


class Seen(NamedTuple):
    """A table as it is compared: codes and titles (every way a reader may name the line), parents, the columns from top
    to bottom, the declared figures."""

    names: list[frozenset[tuple[str | None, str]]]
    parents: list[int | None]
    columns: list[Vector]
    declared: list[Decimal]


class Outcome(NamedTuple):
    """What came of one table: the class, words on it, and how many findings are false, missed, or only rounding."""

    kind: str
    words: str
    false: int = 0
    missed: int = 0
    rounding: int = 0
    beyond: int = 0


def seen(loaded: Loaded, rows: range | None) -> Seen:
    """What was read, of some rows of the sheet or of all."""
    plan, lines, scale = loaded.plan, loaded.plan.lines, loaded.plan.unit.scale
    assert loaded.sheet is not None
    kept = [line for line, row in enumerate(loaded.sheet.rows) if rows is None or row + 1 in rows]
    at = {line: index for index, line in enumerate(kept)}
    whole = len(kept) == len(lines)
    return Seen(
        [frozenset({(lines.codes[line], " ".join(lines.titles[line].split()))}) for line in kept],
        [at.get(lines.parents[line]) if lines.parents[line] != NOWHERE else None for line in kept],
        [tuple(_scaled(amounts[line], scale) for line in kept) for amounts in lines.amounts],
        sorted(Decimal(amount).scaleb(-scale) for amount in plan.declared if amount is not None and whole),
    )


def wanted(table: dict[str, Any]) -> Seen:
    """What a careful reader takes from a table; amounts freed of what 13 digits do not show."""
    lines = table["lines"]
    grand = [one for one in table.get("declared", {}).get("grand", []) if one["of"] == "roots"][:1]
    keys = list(dict.fromkeys(key for line in lines for key in line["amounts"]))
    columns = [tuple(_amount(line["total"]) for line in lines)]
    columns += [tuple(_amount(line["amounts"].get(key)) for line in lines) for key in keys]
    figures = [_amount(value) for one in grand for value in (one["total"], *one["amounts"].values())]
    return Seen(
        [frozenset(map(_name, (*line.get("also", ()), (line["code"], line["title"])))) for line in lines],
        [line["parent"] for line in lines],
        columns,
        sorted(value for value in figures if value is not None),
    )


def _name(pair: tuple[str | None, str]) -> tuple[str | None, str]:
    return pair[0], " ".join(pair[1].split())


def _scaled(amount: int | None, scale: int) -> Decimal | None:
    return None if amount is None else _freed(Decimal(amount).scaleb(-scale))


def _amount(text: str | None) -> Decimal | None:
    if text is None:
        return None
    return _freed(Decimal(text))


def _freed(value: Decimal) -> Decimal:
    """Free of the noise of binary arithmetic, which no whole number has."""
    return Decimal(f"{value:.12e}") if value % 1 and len(value.as_tuple().digits) > 13 else value


def unrooted(one: Seen, other: Seen) -> Seen:
    """Without the line at the top that is what the other calls the declared total, where no other line at the top has
    a figure where it has one: the same thing said in another way."""
    roots = [line for line, parent in enumerate(one.parents) if parent is None]
    if one.declared or not other.declared or len(one.names) != len(other.names) + 1:
        return one
    root = next((line for line in roots if _figures(one, line) == other.declared), None)
    stated = [column for column in one.columns if root is not None and column[root] is not None]
    if root is None or any(column[line] is not None for column in stated for line in roots if line != root):
        return one
    rest = [line for line in range(len(one.names)) if line != root]
    at = {line: index for index, line in enumerate(rest)}
    return Seen(
        [one.names[line] for line in rest],
        [at.get(parent) if (parent := one.parents[line]) is not None else None for line in rest],
        [tuple(column[line] for line in rest) for column in one.columns],
        other.declared,
    )


def _figures(one: Seen, line: int) -> list[Decimal]:
    return sorted(value for column in one.columns if (value := column[line]) is not None)


def _said(names: frozenset[tuple[str | None, str]]) -> str:
    return " or ".join(sorted(f"{code or ''} {title}".strip() for code, title in names))


def differences(found: Seen, right: Seen) -> Iterator[tuple[str, str]]:
    """What differs, and where first."""
    pairs = zip(found.names, right.names, strict=False)
    at = next((index for index, (one, other) in enumerate(pairs) if not one & other), None)
    if at is not None or len(found.names) != len(right.names):
        where = "at the end" if at is None else f"at {at}: {_said(found.names[at])} is not {_said(right.names[at])}"
        yield "lines", f"{len(found.names)} lines, not {len(right.names)}, {where}"
        return
    if found.parents != right.parents:
        at = next(index for index, one in enumerate(found.parents) if one != right.parents[index])
        yield "parents", f"parent of {_said(found.names[at])} is {found.parents[at]}, not {right.parents[at]}"
    ours, theirs = (
        Counter(column for column in one.columns if any(v is not None for v in column)) for one in (found, right)
    )
    more, less = (sum((a - b).values()) for a, b in ((ours, theirs), (theirs, ours)))
    if ours != theirs:
        yield "columns", f"{more} columns that are not there, {less} not read"
    said, meant = Counter(found.declared), Counter(right.declared)
    if sum((said - meant).values()) > more or sum((meant - said).values()) > less:  # more than those of such columns
        yield "declared", f"declared {[*map(str, found.declared)]}, not {[*map(str, right.declared)]}"


def compare(folder: Path, codes: list[str]) -> Outcome:
    """What there is to say of one table. ``codes`` takes the doubts it was read with."""
    table = json.loads((folder / "table.json").read_text(encoding="utf-8"))
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    original = next(folder.glob("original.*"))
    try:
        loaded = read(str(original), None, Choices(sheet=table.get("sheet"), range=table.get("range")))
    except Unreadable as unreadable:
        fault = unreadable.faults[0]
        return Outcome("refused", fault.message.say(Language.EN, fault.facts))
    findings = check_plan(loaded, doubt=Doubt(wanted=False)).findings
    codes += [finding.code for finding in findings if finding.code > "SX510" and finding.code < "SX6"]
    rows = [line["excel_row"] for line in table["lines"] if "excel_row" in line]
    covered = range(min(rows), max(rows) + 1) if rows and not table.get("range") else None
    found, right = seen(loaded, covered), wanted(table)
    found, right = unrooted(found, right), unrooted(right, found)
    wrong = list(differences(found, right))
    counts = _findings(loaded, findings, truth, covered)
    silent = [what for what, _ in wrong if not set(SPEAKS_OF[what]) & set(codes)]
    if not wrong:
        return Outcome("exact", f"{len(found.names)} lines", *counts)
    words = "; ".join(f"{what}: {words}" for what, words in wrong)
    return Outcome("SILENTLY WRONG" if silent else "doubted", words, *counts)._replace(missed=0)


def _findings(
    loaded: Loaded, findings: tuple[Finding, ...], truth: list[dict[str, Any]], rows: range | None
) -> tuple[int, int, int, int]:
    """How many errors are false, missed, only rounding, beyond the rows. A sum is known by its two sides."""
    scale = loaded.plan.unit.scale
    errors = [
        finding
        for finding in findings
        if finding.code in SUMS and finding.severity == "error" and (finding.code, finding.address[0]) not in UNJUDGED
    ]
    within = [finding for finding in errors if rows is None or finding.place.line in rows]
    ours = _sides(within, scale)
    products = _sides([one for one in findings if one.code == PRODUCTS], scale)
    by_kind: dict[str, set[tuple[Decimal, ...]]] = {}
    for one in truth:
        if one["stated"] is not None:
            pair = tuple(_amount(one[fact]) or Decimal(0) for fact in ("stated", "computed"))
            by_kind.setdefault(one["kind"], set()).add(pair)
    wrong, rounding = by_kind.get("error", set()), by_kind.get("rounding", set())
    beyond = len(errors) - len(within)
    return len(ours - wrong - rounding), len(wrong - ours - products), len(ours & rounding - wrong), beyond


def _sides(findings: Iterable[Finding], scale: int) -> set[tuple[Decimal, ...]]:
    """What findings state and compute, in the unit of the table."""
    return {
        tuple(Decimal(int(str(finding.facts[fact]))).scaleb(-scale) for fact in ("stated", "computed"))
        for finding in findings
    }


def main(names: list[str]) -> int:
    """Print what there is to say of each table, and the totals."""
    with_codes = "--codes" in names
    total: Counter[str] = Counter()
    for name in names:
        if name == "--codes":
            continue
        codes: list[str] = []
        outcome = compare(Path(name), codes)
        counts = {
            "false": outcome.false,
            "missed": outcome.missed,
            "rounding": outcome.rounding,
            "beyond": outcome.beyond,
        }
        total.update({outcome.kind: 1, "tables": 1, **counts})
        told = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
        doubts = ", ".join(f"{code} x{count}" for code, count in sorted(Counter(codes).items()))
        shown = f" [{doubts}]" if doubts and (with_codes or outcome.kind == "doubted") else ""
        print(f"{Path(name).name:32} {outcome.kind}: {outcome.words}{shown}{' !! ' + told if told else ''}")
    kinds = ("exact", "doubted", "refused", "SILENTLY WRONG", "false", "missed", "rounding", "beyond")
    print(f"{total['tables']} tables: " + ", ".join(f"{total[kind]} {kind}" for kind in kinds))
    return 1 if total["SILENTLY WRONG"] or total["false"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
