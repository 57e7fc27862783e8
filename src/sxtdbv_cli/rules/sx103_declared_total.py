"""SX103: a total declared in the text is the sum of the lines at the top of the table."""

from sxtdbv_cli.model.sums import Kind
from sxtdbv_cli.rules.rule import Hits, Severity, Subject, Text
from sxtdbv_cli.rules.words import balance_hit, sum_hits

SEVERITY = Severity.ERROR
TITLE = Text("Tổng chung không bằng tổng các mục", "The declared total is not the sum of the sections")
MESSAGE = Text(
    "văn bản nêu {stated}, các mục cộng lại được {computed}, lệch {gap}",
    "the text declares {stated}, the sections add up to {computed}, off by {gap}",
)
IN_TABLE = Text(
    "dòng tổng ghi {stated}, các mục cộng lại được {computed}, lệch {gap}",
    "the total states {stated}, the sections add up to {computed}, off by {gap}",
)
UNCONFIRMED = Text(
    "văn bản nêu {stated}, các mục trong nguồn cộng lại được {computed}: {gap} chưa được chi tiết, "
    "vì nguồn không đầy đủ",
    "the text declares {stated}, the sections in the source add up to {computed}: {gap} is not itemised, "
    "since the source is incomplete",
)
EXCEEDED = Text(
    "văn bản nêu {stated}, nhưng riêng các mục trong nguồn không đầy đủ này đã cộng được {computed}, lệch {gap}",
    "the text declares {stated}, but the sections of this incomplete source alone add up to {computed}, off by {gap}",
)


def check(subject: Subject) -> Hits:
    """Yield a hit for every declared total that differs; a warning where the source is incomplete."""
    yield from sum_hits(subject, Kind.DECLARED, IN_TABLE if subject.plan.total_title else MESSAGE)
    for balance in () if subject.plan.source.complete else subject.audit.unconfirmed:
        message = UNCONFIRMED if balance.gap > 0 else EXCEEDED
        yield balance_hit(subject.plan, balance)._replace(severity=Severity.WARNING, message=message)
