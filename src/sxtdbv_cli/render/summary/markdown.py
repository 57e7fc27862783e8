"""Markdown: the summary as a table, for a comment or a page."""

from collections.abc import Sequence

from sxtdbv_cli.model.plan import Amount
from sxtdbv_cli.model.summary import Summary
from sxtdbv_cli.render.markdown import cell, row
from sxtdbv_cli.render.names import heading
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.render.totals import percent, totals, whole_column
from sxtdbv_cli.text.numbers import grouped
from sxtdbv_cli.text.words import LINE, MARK, MARKED, SHARE


def render(summary: Summary, style: Style) -> str:
    """The table, and under it what its mark means."""
    plan, language = summary.plan, style.language
    whole = whole_column(plan)
    titles = [LINE, *map(heading, plan.columns), *([SHARE] if whole is not None else [])]
    out = [row([cell(title.say(language)) for title in titles]), row(["---", *["---:"] * (len(titles) - 1)])]

    def figures(amounts: Sequence[Amount], marked: Sequence[bool] = ()) -> list[str]:
        shown = ["" if amount is None else grouped(amount, plan.unit.decimals) for amount in amounts]
        marks = marked or [False] * len(shown)
        return [f"{figure}\\{MARK}" if mark else figure for figure, mark in zip(shown, marks, strict=True)]

    def share(amounts: Sequence[Amount]) -> list[str]:
        return [] if whole is None else [percent(amounts[whole], summary.listed[whole], language)]

    for line in summary.rows:
        name = cell(f"{line.path}  {line.title}")
        out.append(row([name, *figures(line.amounts, line.marked), *share(line.amounts)]))
    for title, amounts in totals(summary):
        blank = [] if whole is None else [""]
        out.append(row([f"**{cell(title.say(language))}**", *figures(amounts), *blank]))
    if any(any(line.marked) for line in summary.rows):
        out += ["", f"\\{MARK} {MARKED.say(language)}"]
    return "\n".join(out) + "\n"
