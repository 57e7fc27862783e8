"""Lines whose number fits no place, is a date, or is missing: they may stand elsewhere, or head others."""

from collections import Counter
from collections.abc import Iterator

from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.grid import Kind
from sxtdbv_cli.model.plan import NOWHERE, Role
from sxtdbv_cli.model.sheet import Doubt
from sxtdbv_cli.tables.columns.taken import columns_of
from sxtdbv_cli.tables.doubts.kinds import NESTING
from sxtdbv_cli.tables.entries import weigh
from sxtdbv_cli.tables.numbering import Style, code_in_title
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.tree.structure import Structure

ODD_NUMBER = NESTING.settled(
    "số thứ tự “{code}” không theo thứ tự nào đang mở; cấp của dòng có thể sai",
    "the number “{code}” follows none that is open; the level of the line may be wrong",
)
LOOSE = NESTING.kind(
    "dòng không có số thứ tự, không phép cộng nào xác nhận cấp của dòng",
    "a line without a number whose level no sum confirms",
)
_DATE = Kind.DATE  # asked of every cell: before Python 3.12 a member is a slow attribute
DATED = NESTING.kind(
    "số thứ tự của dòng là một ngày ({text}); có lẽ bảng tính đã đổi một số như 1.2 hoặc 1-2 thành ngày",
    "the code of the line is a date ({text}); a spreadsheet may have made it of a number such as 1.2 or 1-2",
)


def doubts(found: Structure) -> Iterator[Doubt]:
    """What is doubtful about single numbers, and about their absence."""
    at = found.lines_by_row
    severity = Severity.NOTE if {*found.parents} == {NOWHERE} else None  # numbers that show no level are names
    for entry in found.outcome.odd:
        code = entry.code or code_in_title(entry.title)
        yield ODD_NUMBER.at("lines", at[entry.row], severity=severity, code=code)
    loose = (*_unconfirmed(found), *_like_the_one_above(found), *_behind_listings(found), *without_figures(found))
    for line in sorted({*loose, *_before_lists(found)}):
        yield LOOSE.at("lines", line, severity=Severity.NOTE if _adds_nothing(found, line) else None)


def _adds_nothing(found: Structure, line: int) -> bool:
    """Whether a line without figures is all there is below one without them: no sum depends on its level."""
    parent = found.parents[line]
    return found.children[parent] == [line] and not (
        found.entries[parent].has_figures or found.entries[line].has_figures
    )


def _unconfirmed(found: Structure) -> Iterator[int]:
    """Lines with figures but without a number in a table that has numbers, where no sum or not every sum holds."""
    if found.tally.proves or not any(entry.marks for entry in found.entries):
        return
    for line in found.bare:
        if found.entries[line].has_figures and not _is_confirmed(found, line):
            yield line


def _like_the_one_above(found: Structure) -> Iterator[int]:
    """Lines without a number with the figures of the numbered line right above: they may stand below it or beside it,
    where no sum of both tells, nor one of several such lines below a number."""
    several = {parent for line in found.bare if len(found.children[parent := found.parents[line]]) > 1}
    if any(parent != NOWHERE and found.tally_of(parent).holds for parent in several):
        return
    for line in found.bare:
        entry, above = found.entries[line], found.entries[line - 1]
        same = line > 0 and entry.has_figures and above.is_numbered and above.figures == entry.figures
        if same and found.roles[line] is Role.PART and not found.tally_of(found.parents[line - 1]).holds:
            yield line


def _is_confirmed(found: Structure, line: int) -> bool:
    """Whether as many of the sums that a line is in hold as fail, or there are none; at the top, of its own."""
    parent = found.parents[line]
    if found.roles[line] is not Role.PART or (parent != NOWHERE and _is_under_heading(found, line)):
        return True
    tallies = [found.tally_of(one) for one in ((parent, line) if parent == NOWHERE else (parent,))]
    return any(tally.holds >= max(1, tally.fails) for tally in tallies)


def _is_under_heading(found: Structure, line: int) -> bool:
    """Whether a line stands in a run of lines without a number that one with a number, but no amounts, opens."""
    parent = found.entries[found.parents[line]]
    if parent.has_figures or parent.marked or not parent.marks:
        return False
    run = found.entries[found.parents[line] + 1 : line + 1]
    after = found.entries[line + 1].marks if line + 1 < len(found.entries) else ()
    return not any(entry.marks for entry in run) and all(mark.ordinal > 1 for mark in after)


def _behind_listings(found: Structure) -> Iterator[int]:
    """Lines that stand behind the bullets of a partial listing and were taken for part of it without one, unless the
    sums of the line above hold without them."""
    for line in [line for line, role in enumerate(found.roles) if line and role is Role.OF_WHICH]:
        before, entry = found.entries[line - 1 : line + 1]
        beside = found.parents[line - 1] == found.parents[line] and before.is_bullet
        if not beside or entry.marks or entry.listed:
            continue
        above = found.parents[found.parents[line]]
        if above == NOWHERE or not found.tally_of(above).proves:
            yield line


def without_figures(found: Structure) -> Iterator[int]:
    """Lines without a number or amounts other than nought among numbered ones, or alone below one, unless what stands
    below them comes to that, or that one has its total behind them or stands further to the left."""
    beside = Counter(found.parents)
    closed = {line.row for line, _ in found.outcome.merged}
    bare = Counter(parent for entry, parent in zip(found.entries, found.parents, strict=True) if not entry.marks)
    for line in found.bare:
        parent = found.parents[line]
        above = found.entries[parent]
        placed = above.row in closed or above.indent < found.entries[line].indent
        among = beside[parent] > bare[parent] or (beside[parent] == 1 and not placed)
        nothing = among and parent != NOWHERE and not any(found.entries[line].figures)
        if nothing and (beside[parent] > 1 or not parts_the_whole(found, line)):
            yield line


def parts_the_whole(found: Structure, line: int) -> bool:
    """Whether the lines below one come to what the line above it states."""
    whole = found.whole(found.parents[line])
    return whole is not None and weigh(whole, found.parts(line), found.tally.step).proves


def _before_lists(found: Structure) -> Iterator[int]:
    """Lines without a number right before one beside them that begins to count anew: they may be its heading."""
    counted: set[tuple[int, Style]] = set()
    bare = {*found.bare}
    for line, entry in enumerate(found.entries[:-1] if bare else ()):
        after, above = found.entries[line + 1], found.parents[line + 1]
        counted |= {(found.parents[line], mark.style) for mark in entry.marks}
        again = any(mark.ordinal == 1 and (above, mark.style) in counted for mark in after.marks)
        begins = again or (bool(after.marks) and after.marks[0].ordinal == 1 and not entry.marked)
        if line in bare and begins and found.parents[line] == above:
            yield line


def dated(reading: Reading) -> Iterator[Doubt]:
    """The lines whose code is a date among others that are none: *1.2* may become the first of February."""
    view, column = reading.view, columns_of(reading.taken).code
    if column is None or not any(len(row) > column and (c := row[column]) and c.kind is _DATE for row in view.rows):
        return
    cells = [view.at(entry.row, column) for entry in reading.structure.entries]
    kinds = {cell.kind for cell in cells if cell is not None}
    for line, cell in enumerate(cells if _DATE in kinds and len(kinds) > 1 else ()):
        if cell is not None and cell.kind is _DATE:
            yield DATED.at("lines", line, "code", text=cell.text)
