"""SX202: money in a year outside the schedule."""

from sxtdbv_cli.rules.rule import Facts, Hit, Hits, Severity, Subject, Text
from sxtdbv_cli.rules.schedules import scheduled_lines

SEVERITY = Severity.WARNING
TITLE = Text("Có tiền ở năm ngoài thời gian thực hiện", "Money in a year outside the schedule")
MESSAGE = Text(
    "thời gian thực hiện ghi “{schedule}”, nhưng năm {year:d} có {amount}",
    "the schedule says “{schedule}”, but {year:d} has {amount}",
)


def check(subject: Subject) -> Hits:
    """Yield a hit for every amount, zero excepted, in a year that the line's schedule does not name."""
    plan = subject.plan
    for line, schedule, named, years in scheduled_lines(plan, partly=True):
        for column, year in years.items():
            amount = plan.lines.amounts[column][line]
            if amount and year not in named:
                facts: Facts = {"schedule": schedule, "year": year, "amount": amount}
                yield Hit(plan.address(plan.cell(line, column)), facts)
