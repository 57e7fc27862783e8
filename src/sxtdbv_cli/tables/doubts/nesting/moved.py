"""Lines that stand elsewhere than their numbers say, or count otherwise, because the sums hold only so."""

from collections.abc import Iterator, Sequence

from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.model.sheet import Doubt
from sxtdbv_cli.tables.doubts.codes import NESTING
from sxtdbv_cli.tables.entries import Entry
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.text.language import Text

LIFTED = Text(
    "số thứ tự “{code}” đặt dòng này ngang với “{title}”, nhưng chỉ khi cộng cả dòng này thì “{title}” mới khớp; "
    "dòng được đưa vào dưới “{title}”",
    "the number “{code}” puts this line beside “{title}”, which adds up only with it; the line was put below “{title}”",
)
DRAWN = Text(
    "chỉ khi cộng cả dòng này thì tổng của “{title}” mới khớp; dòng được đưa vào dưới “{title}”",
    "the total of “{title}” adds up only with this line; the line was put below it",
)
RUNNING = Text(
    "dòng này đúng bằng tổng của {count:d} dòng ngay trước nó, và chỉ như vậy tổng chung mới khớp; các dòng đó được "
    "đưa vào dưới dòng này",
    "this line is the sum of the {count:d} lines just before it, and the total holds only so; they were put below it",
)
BEHIND = Text(
    "dòng đứng sau dòng tổng “{title}”, mà tổng chỉ đúng khi không có dòng này; không cộng dòng này",
    "the line stands behind the total “{title}”, whose sums hold only without it; it was not counted",
)
ALONE = Text(
    "chỉ có một dòng này dưới “{title}” và nhỏ hơn; coi là một phần được liệt kê, không phải toàn bộ",
    "this line alone stands below “{title}” and falls short of it; it was taken for a partial listing",
)
WAYS = Text(
    "mỗi dòng con đều bằng dòng này: cùng một số tiền phân theo nhiều cách; chỉ cách thứ nhất được cộng",
    "each child line states the whole of this one: one amount broken down in several ways; only the first is added",
)


LACKS = Text(
    "tổng của “{title}” lệch đúng bằng các dòng từ dòng này, được đưa vào một mục con; có thể chúng thuộc “{title}”",
    "the sum of “{title}” is off by just the lines from this one on, which were put below one of its lines; they may "
    "belong to “{title}” itself",
)


def doubts(found: Structure) -> Iterator[Doubt]:
    """What the sums say against the numbering."""
    at, outcome = found.lines_by_row, found.outcome
    moved = [*found.lifted, *outcome.drawn, *found.alone]
    above = {entry.row: found.entries[found.parents[at[entry.row]]].title for entry in moved}
    for entry in found.lifted:
        facts = {"code": entry.code or "", "title": above[entry.row]}
        yield Doubt(NESTING, ("lines", at[entry.row]), facts, LIFTED)
    for entry in outcome.drawn:
        yield Doubt(NESTING, ("lines", at[entry.row]), {"title": above[entry.row]}, DRAWN)
    for entry in outcome.running:
        count = found.parents.count(at[entry.row])
        yield Doubt(NESTING, ("lines", at[entry.row]), {"count": count}, RUNNING)
    for entry in outcome.behind:
        title = outcome.declared.title if outcome.declared else ""
        yield Doubt(NESTING, ("lines", at[entry.row]), {"title": title}, BEHIND)
    for entry in found.alone:
        yield Doubt(NESTING, ("lines", at[entry.row]), {"title": above[entry.row]}, ALONE)
    for entry in found.broken_down:
        yield Doubt(NESTING, ("lines", at[entry.row]), {}, WAYS)
    for line, whole in _lacking(found):
        yield Doubt(NESTING, ("lines", line), {"title": found.entries[whole].title}, LACKS)


def _lacking(found: Structure) -> Iterator[tuple[int, int]]:
    """Lines at the end of those below a line which are just what the sum of the line above that lacks in each column;
    and that line."""
    for above, lines in found.children.items() if found.tally.fails else ():
        gaps = _gaps(found.entries[above], found.parts(above)) if above != NOWHERE else {}
        for child in lines if gaps else ():
            left = dict(gaps)
            for line in found.children.get(child, [])[:0:-1]:
                left = {column: gap - (found.entries[line].figures[column] or 0) for column, gap in left.items()}
                if not any(left.values()):
                    yield line, above
                    break


def _gaps(whole: Entry, parts: Sequence[Entry]) -> dict[int, int]:
    """By how much the sum of a line falls short, by its columns; empty where it does in none."""
    stated = {column: amount for column, amount in enumerate(whole.figures) if amount is not None}
    gaps = {c: amount - sum(part.figures[c] or 0 for part in parts) for c, amount in stated.items()}
    return gaps if parts and any(gaps.values()) else {}
