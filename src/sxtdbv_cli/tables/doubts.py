"""What is doubtful about a reading, as doubts that the rules SX511 to SX518 tell."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from sxtdbv_cli.model.grid import Kind
from sxtdbv_cli.model.place import Address, column_letters
from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.model.sheet import GRID, Doubt, Use
from sxtdbv_cli.model.units import dong_scale, plain
from sxtdbv_cli.tables import doubt_words as say
from sxtdbv_cli.tables.across.labels import labelled
from sxtdbv_cli.tables.across.rule import Rule, holds_on
from sxtdbv_cli.tables.body.lines import Body
from sxtdbv_cli.tables.choosing import name_of
from sxtdbv_cli.tables.columns.reasons import BY_CONTENT, MARKS, NO_HEADING, RATIO, REPEATING, RUNNING
from sxtdbv_cli.tables.columns.taken import Taken
from sxtdbv_cli.tables.entries import Entry, Tally, weigh
from sxtdbv_cli.tables.figures import What, read_figure
from sxtdbv_cli.tables.nesting import HEADED, OPENED
from sxtdbv_cli.tables.plan_of import terms_of
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.structure import Structure, is_behind_listing
from sxtdbv_cli.tables.surroundings import figures_outside
from sxtdbv_cli.tables.unit import unit_name
from sxtdbv_cli.tables.view import is_figure
from sxtdbv_cli.tables.words import named_by_total
from sxtdbv_cli.text.language import Text

NO_FIGURE, UNIT, NESTING, COLUMN_RULE, LINE_RULE, LEFT_OUT, CONVERTED, HEADER = (
    "SX511", "SX512", "SX513", "SX514", "SX515", "SX516", "SX517", "SX518",
)  # fmt: skip

LARGE = 10_000
MANY = 7
FEW = 4
"""So few lines without levels need no word."""


def doubts_of(reading: Reading, conjectured: Mapping[int, Tally]) -> tuple[Doubt, ...]:
    """Every doubt about a reading, in the order of the codes; ``conjectured``: the lines whose sums are."""
    return (
        *_figures(reading),
        *_unit(reading),
        *_nesting(reading.structure, conjectured),
        *_shared(reading),
        *_columns(reading),
        *(Doubt(LINE_RULE, ("lines", line), {"rule": said}, say.RULE_FAILS) for line, said in reading.rules.refuted),
        *_left_out(reading),
        *_prose(reading),
        *_converted(reading.body),
        *_misread(reading),
        *_header(reading),
    )


def _figures(reading: Reading) -> Iterator[Doubt]:
    view, body, found = reading.chosen.view, reading.body, reading.structure
    ratios = {entry.row for entry, role in zip(found.entries, found.roles, strict=True) if role is Role.MEMO}
    for (row, column), figure in body.odd:
        cell = view.at(row, column)
        if figure.what is What.PERCENT and row in ratios:
            continue  # a line of percentages says so itself
        if cell is not None and cell.kind not in (Kind.ERROR, Kind.PENDING):
            if figure.rough:
                yield Doubt(NO_FIGURE, (GRID, row, column), {"text": figure.mark}, say.ROUGH)
                continue
            mark = "%" if figure.what is What.PERCENT else ""
            yield Doubt(NO_FIGURE, (GRID, row, column), {"text": (figure.mark or cell.text) + mark})
    if body.notation.why == "both":
        row, column = body.rows[0].row, 0
        yield Doubt(NO_FIGURE, (GRID, row, column), {"text": ""}, say.MIXED)


def _unit(reading: Reading) -> Iterator[Doubt]:
    unit = reading.unit
    scale = dong_scale(unit.name) if unit.name else None
    for (row, column), written in reading.body.units:
        other = dong_scale(unit_name(written) or "")
        if other is not None and other != scale:
            facts = {"text": reading.chosen.view.text(row, column), "unit": unit.name or say.NO_UNIT_NAME}
            yield Doubt(UNIT, (GRID, row, column), facts, say.OTHER_UNIT)
    if reading.choices.unit is not None:
        return
    if unit.name is None:
        yield Doubt(UNIT, ("unit",), {}, say.NO_UNIT)
    elif unit.others:
        yield Doubt(UNIT, ("unit",), {"unit": unit.name, "others": ", ".join(unit.others)}, say.UNITS)


def _nesting(found: Structure, conjectured: Mapping[int, Tally]) -> Iterator[Doubt]:
    line_of = {entry.row: line for line, entry in enumerate(found.entries)}
    for entry in found.odd:
        yield Doubt(NESTING, ("lines", line_of[entry.row]), {"code": entry.code or ""}, say.ODD_NUMBER)
    coded = any(entry.marks for entry in found.entries)
    if coded and (found.tally.fails or not found.tally.holds):
        for entry in found.loose:
            if entry.has_figures and not _confirmed(found, line_of[entry.row]):
                yield Doubt(NESTING, ("lines", line_of[entry.row]), {}, say.LOOSE)
    sums = found.tally.holds + found.tally.fails
    if len(found.entries) > FEW and not sums and not coded and set(found.parents) == {-1}:
        yield Doubt(NESTING, ("lines", 0), {}, say.NO_LEVELS)
    if found.tally.fails > found.tally.holds and sums > 3:
        yield Doubt(NESTING, ("lines", 0), {"fails": found.tally.fails, "sums": sums}, say.MOST_FAIL)
    yield from _by_sums(found, line_of)
    yield from _partial(found)
    yield from _misfits(found, conjectured)
    yield from _heads(found)
    yield from _heads_of_totals(found, line_of)
    yield from _heads_nothing(found)
    yield from _strays(found, line_of)
    for entry in found.outcome.doubtful:
        yield Doubt(NESTING, _address(entry, line_of, found), {"title": entry.title}, say.TOTAL_OF)
    for entry in found.outcome.unclear:
        yield Doubt(NESTING, (GRID, entry.row, 0), {"title": entry.title}, say.TOTAL_LEFT)


def _by_sums(found: Structure, line_of: dict[int, int]) -> Iterator[Doubt]:
    """What the sums say against the numbering."""
    for entry in found.lifted:
        title = found.entries[found.parents[line_of[entry.row]]].title
        yield Doubt(NESTING, ("lines", line_of[entry.row]), {"code": entry.code or "", "title": title}, say.LIFTED)
    for entry in found.outcome.drawn:
        title = found.entries[found.parents[line_of[entry.row]]].title
        yield Doubt(NESTING, ("lines", line_of[entry.row]), {"title": title}, say.DRAWN)
    for entry in found.outcome.behind:
        title = found.outcome.declared.title if found.outcome.declared else ""
        yield Doubt(NESTING, ("lines", line_of[entry.row]), {"title": title}, say.BEHIND)
    for entry in found.alone:
        title = found.entries[found.parents[line_of[entry.row]]].title
        yield Doubt(NESTING, ("lines", line_of[entry.row]), {"title": title}, say.ALONE)
    for entry in found.broken_down:
        yield Doubt(NESTING, ("lines", line_of[entry.row]), {}, say.WAYS)


def _partial(found: Structure) -> Iterator[Doubt]:
    below = next((line for line, above in enumerate(found.parents) if above >= 0), None)
    if found.partial and below is not None:
        yield Doubt(NESTING, ("lines", below), {}, say.PARTIAL)


def _heads(found: Structure) -> Iterator[Doubt]:
    """Headings that nothing confirms: neither a total nor that all lines stand below several of them."""
    if found.why not in (HEADED, OPENED):
        return
    counts = Counter(found.parents)
    heads = [line for line, entry in enumerate(found.entries) if counts[line] and not entry.has_figures]
    regular = len(heads) > 1 and all(counts[line] > 1 for line in heads) and counts[NOWHERE] == len(heads)
    for line in heads if not regular else ():
        yield Doubt(NESTING, ("lines", line), {}, say.HEAD)
    given = {entry.row for entry, _ in found.outcome.merged}
    bare = [not entry.has_figures for entry in found.entries]
    if set(found.parents) == {NOWHERE, 0} and counts[NOWHERE] == 1 and found.entries[0].row in given and any(bare):
        yield Doubt(NESTING, ("lines", 0), {}, say.HEAD)  # others without figures head nothing


def _heads_of_totals(found: Structure, line_of: dict[int, int]) -> Iterator[Doubt]:
    """Lines that are headings only because a total stands below the lines behind them: where other totals close lines
    without a heading, or where there is but one and nothing sets it apart, it may be a line without figures."""
    counts = Counter(found.parents)
    adopts = any(entry.total and counts[line] > 1 for line, entry in enumerate(found.entries))
    alone = counts[NOWHERE] == 1 and set(found.parents) == {NOWHERE, 0}
    for head, total in found.outcome.merged:
        line = line_of[head.row]
        shared = {*named_by_total(total.title).split()} & {*plain(head.title).split()}
        told = shared or head.marks or head.title.rstrip().endswith(":") or head.title.isupper()
        if (adopts or (alone and line == 0)) and not told and counts[line]:
            yield Doubt(NESTING, ("lines", line), {}, say.HEAD)


def _strays(found: Structure, line_of: dict[int, int]) -> Iterator[Doubt]:
    """Lines without a number among numbered ones, or alone below one, that have no figures which could confirm it."""
    beside = Counter(found.parents)
    bare = Counter(parent for entry, parent in zip(found.entries, found.parents, strict=True) if not entry.marks)
    for line in range(1, len(found.entries)):
        behind = is_behind_listing(found.entries, found.parents, found.roles, line)
        if behind and not _holds(found, found.parents[found.parents[line]]):
            yield Doubt(NESTING, ("lines", line), {}, say.LOOSE)
    for entry in found.loose:
        parent = found.parents[line_of[entry.row]]
        among = beside[parent] > bare[parent] or beside[parent] == 1
        if not any(entry.figures) and parent != NOWHERE and among:
            yield Doubt(NESTING, ("lines", line_of[entry.row]), {}, say.LOOSE)


def _holds(found: Structure, line: int) -> bool:
    """Whether every sum of a line holds, and there is one."""
    parts = [entry for entry, above, role in _lines(found) if above == line and role is Role.PART]
    tally = weigh(found.entries[line], parts, found.tally.step) if line != NOWHERE else None
    return tally is not None and bool(tally.holds) and not tally.fails


def _lines(found: Structure) -> Iterator[tuple[Entry, int, Role]]:
    return zip(found.entries, found.parents, found.roles, strict=True)


def _misfits(found: Structure, conjectured: Mapping[int, Tally]) -> Iterator[Doubt]:
    """The lines whose child lines are only conjectured, and whose sums fail."""
    for line, tally in conjectured.items():
        facts = {"fails": tally.fails, "sums": tally.fails + tally.holds}
        yield Doubt(NESTING, ("lines", line) if line < len(found.entries) else ("declared",), facts, say.MISFIT)


def _heads_nothing(found: Structure) -> Iterator[Doubt]:
    """Lines without a number or amounts that stand before others and have nothing below them."""
    for line, entry in enumerate(found.entries[:-1]):
        following, above = found.entries[line + 1], found.parents[line]
        bare = not entry.marks and not entry.marked and not entry.has_figures and not entry.listed
        if bare and found.parents[line + 1] == above and following.has_figures and not following.marks:
            yield Doubt(NESTING, ("lines", line), {}, say.HEADS_NOTHING)


def _confirmed(found: Structure, line: int) -> bool:
    """Whether the sums of the parent of a line hold, or it has none to weigh."""
    parent = found.parents[line]
    if parent < 0 or found.roles[line] is not Role.PART:
        return found.roles[line] is not Role.PART
    if _under_heading(found, line):
        return True
    parts = [found.entries[other] for other, above in enumerate(found.parents) if above == parent]
    return weigh(found.entries[parent], parts, found.tally.step).convinces


def _under_heading(found: Structure, line: int) -> bool:
    """Whether a line stands in a run of lines without a number that one with a number, but no amounts, opens."""
    parent = found.entries[found.parents[line]]
    if parent.has_figures or parent.marked or not parent.marks:
        return False
    run = found.entries[found.parents[line] + 1 : line + 1]
    after = found.entries[line + 1].marks if line + 1 < len(found.entries) else ()
    return not any(entry.marks for entry in run) and all(mark.ordinal > 1 for mark in after)


def _address(entry: Entry, line_of: dict[int, int], found: Structure) -> Address:
    if found.outcome.declared is entry:
        return ("declared",)
    return ("lines", line_of[entry.row]) if entry.row in line_of else (GRID, entry.row, 0)


def _columns(reading: Reading) -> Iterator[Doubt]:
    across, plan = reading.across, reading.plan
    for rule in across.refuted:
        said = rule.said if rule.said != "=" else plan.columns[rule.whole].key
        yield Doubt(COLUMN_RULE, ("columns", rule.whole), {"rule": said}, say.RULE_FAILS)
    for index, said in reading.products.refuted:
        yield Doubt(COLUMN_RULE, ("columns", index), {"rule": said}, say.RULE_FAILS)
    for rule in across.partly:
        yield from _differing(reading, rule)
    for rule in across.also:
        yield from _differing(reading, rule, say.ALSO)
    for column, said in _unread(reading):
        yield Doubt(COLUMN_RULE, ("columns", column), {"rule": said}, say.NOT_READ)
    for column in across.unexplained:
        yield Doubt(COLUMN_RULE, ("columns", column), {}, say.NO_PARTS)


def _prose(reading: Reading) -> Iterator[Doubt]:
    """What the text around the table states, but not plainly enough to be taken."""
    for total in reading.totals.unclear:
        yield Doubt(LEFT_OUT, (GRID, *total.at), {"text": total.text}, say.TOTAL_SAID)
    if not reading.plan.source.complete and "incomplete" not in reading.prose.said:
        last = reading.structure.entries[-1].row
        yield Doubt(LEFT_OUT, (GRID, last, 0), {}, say.BREAKS_OFF)
    for name, saying in reading.prose.unclear:
        yield Doubt(
            LEFT_OUT,
            (GRID, *saying.at),
            {"what": say.PARTICULARS.get(name, name), "text": saying.value},
            say.TWICE_SAID,
        )


def _unread(reading: Reading) -> Iterator[tuple[int, str]]:
    """The columns of amounts whose number states a rule that is neither a sum nor a product of known columns."""
    heads = [column.head for column in reading.taken if column.use is Use.AMOUNT]
    products = {product.column for product in reading.products.found} | {one for one, _ in reading.products.refuted}
    for column, head in enumerate(heads):
        if "=" in head.label and not labelled(heads, column) and column not in products:
            yield column, head.label


def _differing(reading: Reading, rule: Rule, message: Text = say.DIFFERS) -> Iterator[Doubt]:
    """The lines that do not agree with a rule that was not taken, the first few of them."""
    plan, found = reading.plan, reading.structure
    keys = [column.key for column in plan.columns]
    facts = {"column": keys[rule.whole], "terms": terms_of(rule, keys)}
    lines = [line for line, entry in enumerate(found.entries) if holds_on(rule, entry, found.tally) is False]
    for line in lines[:FEW]:
        yield Doubt(COLUMN_RULE, plan.address(plan.cell(line, rule.whole)), facts, message)


def _left_out(reading: Reading) -> Iterator[Doubt]:
    chosen, block = reading.chosen, reading.chosen.block
    for other in chosen.others:
        yield Doubt(LEFT_OUT, (GRID, other.header, other.left), {"block": name_of(other)}, say.OTHER_BLOCK)
    if (outside := figures_outside(chosen)) is not None:
        yield Doubt(LEFT_OUT, (GRID, *outside), {}, say.OUTSIDE)
    if chosen.sheets:
        yield Doubt(LEFT_OUT, (GRID, block.header, block.left), {"sheets": ", ".join(chosen.sheets)}, say.OTHER_SHEETS)
    for column in reading.taken:
        yield from _column_left(reading, column)


def _column_left(reading: Reading, column: Taken) -> Iterator[Doubt]:
    """What is doubtful about a column that was not read as amounts."""
    number = column.head.column
    at, facts = (GRID, reading.chosen.block.header, number), {"letters": column_letters(number + 1)}
    if column.why == RATIO and _has_large(reading, number):
        yield Doubt(LEFT_OUT, at, facts, say.RATIOS)
    if column.use is Use.QUANTITY:
        for row in _uncounted(reading, number):
            yield Doubt(LEFT_OUT, (GRID, row, number), facts, say.COUNTED)
    if column.why in (REPEATING, MARKS):
        yield Doubt(LEFT_OUT, at, facts, say.NO_AMOUNTS)
    if column.why == RUNNING:
        yield Doubt(LEFT_OUT, at, facts, say.RUNS)
    if column.why == NO_HEADING:
        yield Doubt(LEFT_OUT, at, facts, say.COLUMN_LEFT)


def _uncounted(reading: Reading, column: int) -> Iterator[int]:
    """The rows without amounts whose quantity is as large as amounts are."""
    for row in reading.body.rows:
        if all(value is None for value in row.figures):
            value = read_figure(reading.chosen.view.at(row.row, column), reading.body.notation).value
            if value is not None and abs(value) >= LARGE:
                yield row.row


def _has_large(reading: Reading, column: int) -> bool:
    """Whether a column holds a figure that no ratio comes to."""
    view = reading.chosen.view
    cells = (view.at(row.row, column) for row in reading.body.rows)
    return any(
        figure.value is not None and abs(figure.value) >= LARGE
        for cell in cells
        if (figure := read_figure(cell, reading.body.notation)).value is not None
    )


def _shared(reading: Reading) -> Iterator[Doubt]:
    """Figures in cells that are merged over several rows."""
    view, block = reading.chosen.view, reading.chosen.block
    amounts = {column.head.column for column in reading.taken if column.use is Use.AMOUNT}
    for span in view.grid.merged:
        inside = block.body <= span.top < span.bottom < block.end and span.left in amounts
        if inside and is_figure(view.at(span.top, span.left)):
            yield Doubt(NESTING, (GRID, span.top, span.left), {"count": span.bottom - span.top + 1}, say.SHARED)


def _converted(body: Body) -> Iterator[Doubt]:
    for cells, message in ((body.decomposed, say.COMPOSED), (body.noisy, say.NOISE)):
        if cells:
            yield Doubt(CONVERTED, (GRID, *cells[0]), {"count": len(cells)}, message)


def _misread(reading: Reading) -> Iterator[Doubt]:
    for entry, meant in reading.structure.misread:
        written = reading.chosen.view.text(entry.row, reading.code_column)
        line = reading.structure.entries.index(entry)
        yield Doubt(CONVERTED, ("lines", line, "code"), {"text": written, "meant": meant}, say.MISREAD)


def _header(reading: Reading) -> Iterator[Doubt]:
    block = reading.chosen.block
    if block.header == block.body:
        yield Doubt(HEADER, (GRID, block.body, block.left), {}, say.NO_HEADER)
    yield from _unknown(reading)


def _unknown(reading: Reading) -> Iterator[Doubt]:
    """Columns that were read although their headings promise no amounts, and their figures look like none."""
    amounts = [taken for taken in reading.taken if taken.use is Use.AMOUNT]
    columns = [
        (taken.head, [value for row in reading.body.rows if (value := row.figures[number]) is not None])
        for number, taken in enumerate(amounts)
        if taken.why == BY_CONTENT and not any(map(str.isdigit, taken.head.text))
    ]
    noughts = [head for head, stated in columns if len(stated) > FEW and not any(stated)]
    named = [head for head, stated in columns if _is_named(stated)] if len(amounts) > 1 else []
    for head, message in (
        *((head, say.NOUGHTS) for head in noughts if len(noughts) == 1),
        *((head, say.ALIKE) for head in named),
    ):
        facts = {"letters": column_letters(head.column + 1)}
        yield Doubt(HEADER, (GRID, reading.chosen.block.header, head.column), facts, message)


def _is_named(stated: Sequence[Decimal | int]) -> bool:
    """Whether figures look like numbers of accounts: many, different, whole, and of one length."""
    texts = {str(value) for value in stated}
    lengths = {len(text) for text in texts}
    return (
        len(stated) > MANY
        and 2 * len(texts) > len(stated)
        and len(lengths) == 1
        and lengths.pop() > 2
        and all(map(str.isdecimal, texts))
    )
