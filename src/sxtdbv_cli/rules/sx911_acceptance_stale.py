"""SX911: an acceptance that matches no finding any more."""

from sxtdbv_cli.rules.acceptances import figures, where
from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.WARNING
TITLE = Text("Mục chấp nhận không còn khớp với phát hiện nào", "An acceptance that matches no finding any more")
MESSAGE = Text(
    "không có phát hiện {rule} nào ở {where} như mục chấp nhận này nêu; hãy xóa mục này",
    "there is no finding {rule} at {where} as this acceptance says; remove the entry",
)
OTHER = Text(
    "mục này chấp nhận {rule} ở {where} với {accepted}, nay phát hiện là {now}; "
    "hãy xem lại, rồi chấp nhận lại hoặc xóa mục này",
    "this entry accepts {rule} at {where} with {accepted}, now the finding has {now}; "
    "look again, then accept it anew or remove the entry",
)
AFTER_ACCEPTING = True


def check(subject: Subject) -> Hits:
    """Yield a hit for every entry that matches no finding; one whose figures have changed is told apart."""
    for index, acceptance, now in subject.ledger.unmatched:
        facts = {"rule": acceptance.rule, "where": where(acceptance)}
        if now is None:
            yield Hit(("accept", index), facts)
        else:
            accepted, found = (figures(subject.plan, one, acceptance.amounts) for one in (acceptance.amounts, now))
            changed = {"accepted": accepted, "now": found}
            yield Hit(("accept", index), facts | changed, message=OTHER)
