"""SX203: a scheduled year without money."""

from sxtdbv_cli.rules.rule import Hit, Hits, Severity, Subject, Text
from sxtdbv_cli.rules.schedules import scheduled_lines, years_of

SEVERITY = Severity.WARNING
TITLE = Text("Năm có trong thời gian thực hiện nhưng không có tiền", "A scheduled year without money")
MESSAGE = Text(
    "thời gian thực hiện ghi “{schedule}”, nhưng năm {year:d} không có tiền",
    "the schedule says “{schedule}”, but {year:d} has no money",
)


def check(subject: Subject) -> Hits:
    """Yield a hit for every year of the schedule without money, in lines that have some for another year."""
    plan = subject.plan
    if all(all(plan.lines.amounts[column]) for column in years_of(plan)):
        return
    for line, schedule, named, years in scheduled_lines(plan):
        money = [plan.lines.amounts[column][line] for column in years]
        if all(money) or not any(money):
            continue
        paid = {year for year, amount in zip(years.values(), money, strict=True) if amount}
        for column, year in years.items():
            if year in named and year not in paid:
                paid.add(year)
                yield Hit(plan.address(plan.cell(line, column)), {"schedule": schedule, "year": year})
