"""SX912: an acceptance that has run out."""

from sxtdbv_cli.rules.acceptances import where
from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.WARNING
TITLE = Text("Mục chấp nhận đã hết hạn", "An acceptance that has run out")
MESSAGE = Text(
    "mục chấp nhận {rule} ở {where} chỉ có hiệu lực đến hết ngày {until:date}; phát hiện này lại được tính",
    "the acceptance of {rule} at {where} held until {until:date} only; the finding counts again",
)
AFTER_ACCEPTING = True


def check(subject: Subject) -> Hits:
    """Yield a hit for every entry that matches a finding and holds no more."""
    for index, acceptance, _ in subject.ledger.expired:
        facts = {"rule": acceptance.rule, "where": where(acceptance), "until": str(acceptance.until)}
        yield Hit(("accept", index), facts)
