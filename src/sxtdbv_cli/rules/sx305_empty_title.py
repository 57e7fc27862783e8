"""SX305: a line whose title is empty."""

from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text

SEVERITY = Severity.WARNING
TITLE = Text("Dòng không có nội dung", "A line without a title")
MESSAGE = Text("dòng này không ghi nội dung; không biết tiền chi vào việc gì", "the line has no title: money for what?")


def check(subject: Subject) -> Hits:
    """Yield a hit for every title without a visible character."""
    for line, title in enumerate(subject.plan.lines.titles):
        if title.isprintable() and title.strip():
            continue  # as nearly always
        if not any(character.isprintable() and not character.isspace() for character in title):
            yield Hit(("lines", line, "title"))
