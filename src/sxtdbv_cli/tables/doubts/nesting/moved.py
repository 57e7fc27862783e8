"""Lines that stand elsewhere than their numbers say, or count otherwise, because the sums hold only so."""

from collections.abc import Iterator

from sxtdbv_cli.model.sheet import Doubt
from sxtdbv_cli.tables.doubts.codes import NESTING
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
