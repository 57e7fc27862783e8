"""SX514 and SX515: rules of columns and of lines that the table states or nearly shows, but were not taken."""

from collections.abc import Iterator, Sequence

from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.plan import NOWHERE, LineRule
from sxtdbv_cli.model.sheet import Doubt
from sxtdbv_cli.tables.across.rule import Rule, holds_on, is_turned
from sxtdbv_cli.tables.across.stated import labelled
from sxtdbv_cli.tables.blocks.head import Head
from sxtdbv_cli.tables.columns.taken import amounts_of
from sxtdbv_cli.tables.doubts.kinds import COLUMN_RULE, LINE_RULE, Kind
from sxtdbv_cli.tables.plan_of import terms_of
from sxtdbv_cli.tables.reading import Reading
from sxtdbv_cli.text.language import Text

TWO = 2
"""So many lines that agree with another rule do so by no chance."""
FEW = 4
"""So many lines are told that do not agree with a rule."""

RULE_FAILS = Text(
    "bảng ghi “{rule}” nhưng phần lớn các dòng không theo; quy tắc này không được dùng",
    "the table states “{rule}” but most lines do not agree; the rule was not taken",
)
COLUMN_FAILS, LINE_FAILS = COLUMN_RULE.kind(*RULE_FAILS), LINE_RULE.kind(*RULE_FAILS)
DIFFERS = COLUMN_RULE.kind(
    "“{column}” là {terms} ở các dòng khác nhưng không ở dòng này; bảng không nêu quy tắc nên không dùng",
    "“{column}” is {terms} on other lines, but not on this one; nothing states the rule, so it was not taken as a sum",
)
ALSO = COLUMN_RULE.kind(
    "“{column}” còn là {terms}, nhưng không ở dòng này; một cột chỉ giữ một quy tắc nên quy tắc này chỉ được so, không "
    "đưa vào phép cộng",
    "“{column}” is also {terms}, but not on this line; a column keeps one rule, so this one was only compared",
)
NOT_READ = COLUMN_RULE.kind(
    "bảng ghi “{rule}”, không đọc được là tổng hay tích của các cột đã biết; quy tắc này không được kiểm tra",
    "the table states “{rule}”, which is neither a sum nor a product of known columns; the rule was not checked",
)
BY_NAME = LINE_RULE.note(
    "bảng không ghi công thức; “{rule}” là hiểu theo tên các dòng",
    "the table states no rule here; “{rule}” is what the names of the lines say",
)
UNLIKE = LINE_RULE.but(
    "hãy sửa số, hoặc ghi công thức ở tên dòng, như (A - B)", "mend the figures, or state a rule in the title: (A - B)"
).kind(
    "theo tên các dòng thì ô này là “{rule}”, tức {computed}, nhưng ghi {stated}, lệch {gap}; bảng không ghi công thức "
    "nên không tính là lỗi",
    "by the names of the lines this is “{rule}”, {computed}, but {stated} stands there, off by {gap}; nothing states "
    "the rule, so it is no error",
)
NO_PARTS = COLUMN_RULE.kind(
    "cột tên là tổng nhưng không thấy các cột thành phần cộng bằng nó", "called a total, but no columns add up to it"
)


def doubts(reading: Reading) -> Iterator[Doubt]:
    """What is doubtful about rules of columns, then of lines."""
    names = [column.title or column.key for column in reading.plan.columns]
    refuted = [(rule.whole, rule.said if rule.said != "=" else names[rule.whole]) for rule in reading.across.refuted]
    for column, said in (*refuted, *reading.products.refuted):
        yield COLUMN_FAILS.at("columns", column, rule=said)
    for kind, rules in ((DIFFERS, reading.across.partly), (ALSO, reading.across.also)):
        for rule in rules:
            yield from _differing(reading, rule, kind)
    for column, head in _unread(reading):
        severity = Severity.NOTE if head.factors else None  # times what stands in no column: *3=2xMLCS*
        yield NOT_READ.at("columns", column, severity=severity, rule=head.label)
    for column in reading.across.unexplained:
        yield NO_PARTS.at("columns", column)
    for line, said in reading.rules.refuted:
        yield LINE_FAILS.at("lines", line, rule=said)
    for line, said in reading.rules.named:
        yield BY_NAME.at("lines", line, rule=said)
    for unlike, said in reading.rules.unlike:
        yield from _unlike(reading, unlike, said)


def _unlike(reading: Reading, rule: LineRule, said: str) -> Iterator[Doubt]:
    """The first figure of a line that is not what the names of the lines say."""
    plan, agrees = reading.plan, reading.structure.tally.agrees
    going_on = {one.column for one in reading.balances}  # there a sum of what came in says nothing
    for column, amounts in enumerate(plan.lines.amounts):
        if column in going_on:
            continue
        terms = [amount for one in rule.plus if (amount := amounts[one]) is not None]
        terms += [-amount for one in rule.minus if (amount := amounts[one]) is not None]
        stated, computed = amounts[rule.whole], sum(terms)
        if stated is not None and terms and not agrees(stated - computed, len(terms) + 1):
            at = plan.address(plan.cell(rule.whole, column))
            yield UNLIKE.at(*at, rule=said, computed=computed, stated=stated, gap=stated - computed)
            return


def _differing(reading: Reading, rule: Rule, kind: Kind) -> Iterator[Doubt]:
    """The lines that do not agree with a rule that was not taken, the first few of them; not those that agree with a
    difference from another column instead (revenue from what was estimated, expenditure from the plan), nor the
    sections that state it the other way round (of expenditure what is spent below the plan is written with a plus)."""
    plan, found = reading.plan, reading.structure
    names = [column.title or column.key for column in plan.columns]
    terms = terms_of(rule, names)
    tops: list[int] = []  # the line at the top that each stands below, or is
    for line, parent in enumerate(found.parents):
        tops.append(line if parent == NOWHERE else tops[parent])
    held = [holds_on(rule, entry, found.tally) for entry in found.entries]
    agree = {top for top, holds in zip(tops, held, strict=True) if holds}
    failing = [line for line, holds in enumerate(held) if holds is False]
    turned = {line for line in failing if rule.minus and is_turned(rule, found.entries[line])}
    lines = [line for line in failing if tops[line] in agree or line not in turned]
    for line in _of_neither(reading, rule, lines)[:FEW]:
        yield kind.at(*plan.address(plan.cell(line, rule.whole)), column=names[rule.whole], terms=terms)


def _of_neither(reading: Reading, rule: Rule, lines: Sequence[int]) -> Sequence[int]:
    """Those of some lines that do not agree with a difference; without those, two at least, that are one from another
    column."""
    found = reading.structure
    others = [column for column in range(len(reading.plan.columns)) if column not in rule.columns]
    for other in others if len(rule.plus) == len(rule.minus) == 1 else ():
        instead = rule._replace(minus=(other,))
        left = [line for line in lines if not holds_on(instead, found.entries[line], found.tally)]
        if len(lines) - len(left) >= TWO and 2 * len(left) < len(lines):
            return left
    return lines


def _unread(reading: Reading) -> Iterator[tuple[int, Head]]:
    """The columns of amounts whose number states a rule that is neither a sum nor a product of known columns."""
    heads = [column.head for column in amounts_of(reading.taken)]
    products = {product.column for product in reading.products.found} | {one for one, _ in reading.products.refuted}
    for column, head in enumerate(heads):
        if "=" in head.label and not labelled(heads, column) and column not in products:
            yield column, head
