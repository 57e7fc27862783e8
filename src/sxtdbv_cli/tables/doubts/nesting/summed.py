"""Totals whose lines are not clear, and lines that add up those beside them, and are counted beside them."""

from collections.abc import Container, Iterator, Sequence

from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.place import Address
from sxtdbv_cli.model.plan import NOWHERE
from sxtdbv_cli.model.results import is_difference_line
from sxtdbv_cli.model.sheet import GRID, Doubt
from sxtdbv_cli.model.units import plain
from sxtdbv_cli.tables.doubts.kinds import NESTING, Kind
from sxtdbv_cli.tables.entries import Entry, by_columns, weigh
from sxtdbv_cli.tables.numbering import without_code
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.tables.stated_rules import stated_rule
from sxtdbv_cli.tables.totals.by_words import are_near, is_far
from sxtdbv_cli.tables.totals.names import names_another
from sxtdbv_cli.tables.tree.adding import FEW, Added, added_up, is_result, is_telling, several
from sxtdbv_cli.tables.tree.structure import Structure
from sxtdbv_cli.tables.words.headings import is_difference
from sxtdbv_cli.tables.words.totals import is_balance, is_grand, is_rounding, is_total, names_rest
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.saying import Late, says

CALL_TOTAL = NESTING.but(
    "nếu vậy, hãy gọi là “Cộng …” hoặc đánh số các dòng thuộc nó theo cấp dưới",
    "if so, call it “Total …”, or number its lines as of a lower level",
)
SUMMED = CALL_TOTAL.kind(
    "dòng này đúng bằng tổng của các dòng ngay trước nó, nhưng được cộng ngang với chúng; có thể là dòng tổng",
    "the line is the sum of the lines just before it, but was counted beside them; it may be a total",
)
HEADS = CALL_TOTAL.kind(
    "dòng này đúng bằng tổng của các dòng ngay sau nó, nhưng được cộng ngang với chúng; có thể là dòng tổng của chúng",
    "the line is the sum of the lines just behind it, but was counted beside them; it may be their total",
)
MAY_HEAD = HEADS._replace(severity=Severity.NOTE)
CALLED = CALL_TOTAL.settled(
    "dòng mang tên dòng tổng và đứng đầu hoặc cuối các dòng ngang hàng, nhưng được cộng với chúng như một dòng",
    "the line is called a total and stands first or last of its list, but was counted beside the others as a line",
)
NEARLY = NESTING.kind(
    "dòng cuối gần bằng tổng của mọi dòng trước nó, nhưng được cộng ngang với chúng; có thể là dòng tổng bị sai",
    "the last line is nearly the sum of all lines before it, but was counted beside them; it may be a total that is "
    "wrong",
)
NEAR = 100
"""Off by less than a hundredth of itself, the last line is hardly one of the others."""
MANY = 3
"""So many lines behind one, or so many such sums, are no difference and no chance."""
LONGEST = 50
"""No longer list is looked for behind a subtotal."""
NAME_TOTAL = NESTING.but(
    "hãy ghi rõ tên mục ở dòng tổng, ví dụ “Cộng mục I”", "name its section in the total, such as “Total of I”"
)
TOTAL_OF = NAME_TOTAL.kind(
    "không rõ “{title}” là tổng của những dòng nào", "it is not clear which lines “{title}” is the sum of"
)
TOTAL_LEFT = NAME_TOTAL.kind(
    "không rõ “{title}” là tổng của những dòng nào; dòng này không được đưa vào kế hoạch",
    "it is not clear which lines “{title}” is the sum of; it was left out",
)
TOTAL_AGAIN = NESTING.plain.kind(
    "“{title}” ghi đúng các số của “{line}” nhưng mang tên khác; được coi là cùng một dòng tổng và bị bỏ ra: hãy xem "
    "có thiếu dòng nào không",
    "“{title}” states the figures of “{line}” under another name; it was taken for the same total and left out: see "
    "that no line is missing",
)

_REMARK = Late(r"(?<=\w)\s*\([^()]*\)")
_is_income = says(r"\b(operating|pre-?tax)\b.*\b(income|result|margin)\b|\bincome before\b", plain, within=True)
"""Whether a line is what statements call so, which its words alone do not say to be a difference."""

UNNAMED = Text("dòng không tên", "a row without a name")


def doubts(reading: Reading) -> Iterator[Doubt]:
    """Every line whose figures are the sum of those right before it, or behind it, where no sum confirms that it
    counts, and which neither states a rule nor is a balance that is carried on."""
    found, told_lines = reading.structure, set[int]()
    for parent, children in found.added.items():
        lines = [line for line in children if not found.entries[line].partial]
        if len(lines) >= FEW and not found.tally_of(parent).proves:
            added = [*_sums(found, lines)]
            heads = _heads(reading, lines)
            told_heads = [(line, HEADS) for line in _telling(reading, heads)]
            told_heads = told_heads or [(line, MAY_HEAD) for line in _may_head(found, lines, heads)]
            for line, kind in [*((line, SUMMED) for line in added), *told_heads]:
                told = (
                    line in reading.rules.equals or stated_rule(found.entries[line]) or _is_carried(found, line, lines)
                )
                if not (told or is_result(found, line, lines) or (line in added and kind is not SUMMED)):
                    told_lines.add(line)
                    yield kind.at("lines", line)
    told_lines |= {*reading.rules.equals}
    yield from CALLED.of_lines(line for line in _called(found) if line not in told_lines)
    roots: Sequence[int] = found.added.get(NOWHERE, ())
    if found.outcome.declared is None and len(roots) > FEW and roots[-1] not in told_lines:
        yield from (kind.at("lines", roots[-1]) for kind in _of_last(found, roots))


def _is_carried(found: Structure, line: int, beside: Sequence[int]) -> bool:
    """Whether a line is the balance at the end, and that at the beginning stands beside it: no total of either."""
    if not is_balance(found.entries[line].title):  # as hardly any is
        return False
    return next(other for other in beside if is_balance(found.entries[other].title)) < line


def _called(found: Structure) -> Iterator[int]:
    """The last of several lines, where its title is that of a total and nothing stands below it; where nothing adds
    them, one with a number is none that is far from the sum of the others, and not near that of the last of them,
    behind a subtotal. The first one at the top, called that of everything, or the only total of several lines."""
    for parent, lines in found.added.items():
        first = found.entries[lines[0]]
        heads = parent == NOWHERE and len(lines) > FEW and lines[0] not in found.children
        alone = first.total and len(lines) > MANY and not any(found.entries[line].total for line in lines[1:])
        named = is_grand(without_code(first.title)) if first.is_numbered else alone and first.has_figures
        yield from lines[:1] if heads and named else ()
        entry = found.entries[lines[-1]]
        leaf = not entry.total and lines[-1] not in found.added and not entry.listed
        if len(lines) <= FEW or not leaf or not is_total(without_code(entry.title)) or stated_rule(entry) is not None:
            continue
        others = [found.entries[line] for line in lines[:-1]]
        added = found.outcome.declared is not None if parent == NOWHERE else found.entries[parent].has_figures
        alone = entry.is_numbered and not added and is_far(entry, others)
        behind = range(max(1, len(others) - LONGEST), len(others) - 1)
        if not alone or any(all(are_near(entry, others[at:], NEAR) or [False]) for at in behind):
            yield lines[-1]


def _of_last(found: Structure, roots: Sequence[int]) -> Iterator[Kind]:
    """That the last line at the top, without a number, is what all before it come to; nearly, if they are three at
    least, or just that in most columns."""
    *before, last = (found.entries[line] for line in roots)
    if last.marks or last.total:
        return
    off = any(stated != sum(amounts) for stated, amounts in by_columns(last, before))
    weighed = weigh(last, before, found.tally.step)
    near = len(before) > FEW and all(are_near(last, before, NEAR))
    if off and (near or (weighed.holds > 1 and weighed.convinces)):
        yield NEARLY
    elif weighed.proves and is_telling(last.figures, FEW):
        yield SUMMED


def _sums(found: Structure, lines: Sequence[int]) -> Iterator[int]:
    """The lines, of some side by side, that are the sum of those right before them: over several columns, of all there
    are or from another sum on, or of many lines with many digits. A profit is no total of what earned it and what,
    below nought, it cost; and of two that count on, *II Revenue* and *III Expenditure*, none is that of the other."""
    for one in added_up(found, lines):
        if len(one.parts) == 1 and all(found.entries[line].is_numbered for line in (one.line, *one.parts)):
            continue
        signed = any(amount < 0 for part in one.parts for amount in filter(None, found.entries[part].figures))
        title = found.entries[one.line].title
        if signed and (is_difference_line(title) or _is_income(title)):
            continue
        if one.begins or several(found.entries[one.line].figures) or (one.sure and one.made_of > FEW):
            yield one.line


def _heads(reading: Reading, lines: Sequence[int]) -> list[Added]:
    """The lines, of some side by side, that are the sum of lines behind them, those of sums in their place: sought from
    the last line on. A line may state what the one behind it does by chance, or because it heads it."""
    found = {
        head.line: head
        for fewest in (1, FEW)
        for head in added_up(reading.structure, lines[::-1], fewest=fewest)
        if not _holds_difference(reading, head.parts)
    }
    return [head for _, head in sorted(found.items(), reverse=True)]


def _telling(reading: Reading, heads: Sequence[Added]) -> list[int]:
    """Those of them that are told. One of two lines is only where it is so again, and neither is called a difference:
    what a difference is taken from is the sum of the two behind it."""
    sure = [head for head in heads if _is_sure(reading, head)]
    told = heads if len(heads) >= MANY else sure if len(sure) > 1 else [head for head in sure if head.made_of >= MANY]
    return [head.line for head in reversed(told)]


def _may_head(found: Structure, lines: Sequence[int], heads: Sequence[Added]) -> list[int]:
    """The one line that is the sum of the two behind it in several columns, or the first that is the sum of all others,
    where no title names what is left of others; or by many digits in one column, where none of theirs does."""
    first, *others = entries = [found.entries[line] for line in lines]
    all_ = len(others) >= MANY and weigh(first, others, found.tally.step).proves
    rest = {line for line, one in zip(lines, entries, strict=True) if (all_ or heads) and names_rest(one.title)}
    if all_:
        return [] if rest else [lines[0]]
    wide = {head.line for head in heads if several(found.entries[head.line].figures)}
    return [head.line for head in heads if head.sure and not rest & {*(lines if wide else head.parts), head.line}]


def _is_sure(reading: Reading, head: Added) -> bool:
    """Whether a sum alone tells: over several columns, or of many lines that are all there are or have many digits."""
    return several(reading.structure.entries[head.line].figures) or (
        head.made_of >= MANY and (head.begins or head.sure)
    )


def _holds_difference(reading: Reading, lines: Sequence[int]) -> bool:
    """Whether one of some lines is called a difference, or states by which rule it is one."""
    entries = [reading.structure.entries[line] for line in lines]
    titles = [_REMARK.sub("", entry.title) for entry in entries]  # *Taxes (net to the Union)* are what was taken
    named = any(is_difference(title) or is_difference_line(title) or _is_income(title) for title in titles)
    return named or any(stated_rule(entry) is not None for entry in entries)


def of_totals(found: Structure, conjectured: Container[int]) -> Iterator[Doubt]:
    """Totals that were placed by their words alone, and those that were left out; of those that say again what a line
    says, the ones with another name. Of lines whose sums are ``conjectured`` as much is told."""
    at = found.lines_by_row
    told = {id(found.entries[line]) for line in range(len(found.entries)) if line in conjectured}
    told |= {id(found.outcome.declared)} if len(found.entries) in conjectured else set()
    wrong = {id(found.whole(line)) for line, tally in found.tallies.items() if tally.fails}
    for entry in (entry for entry in found.outcome.doubtful if id(entry) not in told):
        severity = Severity.NOTE if id(entry) in wrong else None  # that it does not come out is told as an error
        yield TOTAL_OF.at(*_address(entry, found, at), severity=severity, title=entry.title)
    for entry in found.outcome.unclear:
        yield TOTAL_LEFT.at(GRID, entry.row, 0, title=entry.title or entry.code or UNNAMED)
    for total in found.outcome.repeated:
        same = [entry for entry in found.entries if entry.figures == total.figures]
        if same and not is_rounding(total.title) and all(names_another(total.title, entry) for entry in same):
            yield TOTAL_AGAIN.at(GRID, total.row, 0, title=total.title, line=same[0].title)


def _address(entry: Entry, found: Structure, at: dict[int, int]) -> Address:
    if found.outcome.declared is entry:
        return ("declared",)
    return ("lines", at[entry.row]) if entry.row in at else (GRID, entry.row, 0)
