"""Markdown: the summary as a table, for a comment or a page."""

from collections.abc import Iterator, Sequence

from sxtdbv_cli.model.plan import Amount
from sxtdbv_cli.model.summary import Summary
from sxtdbv_cli.render import totals
from sxtdbv_cli.render.difference.effect import signed
from sxtdbv_cli.render.markdown import cell, row
from sxtdbv_cli.render.names import heading
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.language import Language
from sxtdbv_cli.text.numbers import grouped
from sxtdbv_cli.text.words import LINE, MARK, MARKED, SHARE


def render(summary: Summary, style: Style) -> str:
    """The table, under it what its mark means, then the years."""
    language = style.language
    name = totals.branch(summary, language)
    out = [*([f"**{cell(name)}**", ""] if name else []), *_table(summary, language)]
    if totals.has_marks(summary):
        out += ["", f"\\{MARK} {MARKED.say(language)}"]
    return "\n".join([*out, *_years(summary, language)]) + "\n"


def _table(summary: Summary, language: Language) -> Iterator[str]:
    plan = summary.plan
    with_shares = totals.whole_column(summary) is not None
    titles = [LINE, *map(heading, plan.columns), *([SHARE] if with_shares else [])]
    yield from _head([title.say(language) for title in titles])

    def figures(amounts: Sequence[Amount], marks: Sequence[bool], share: int | None = None) -> list[str]:
        shown = ["" if amount is None else grouped(amount, plan.unit.digits) for amount in amounts]
        found = [f"{figure}\\{MARK}" if mark else figure for figure, mark in zip(shown, marks, strict=True)]
        return [*found, totals.percent(share)] if with_shares else found

    for line in summary.rows:
        yield row(
            [cell(f"{line.path}  {line.title}"), *figures(line.amounts, line.marked, totals.share(summary, line))]
        )
    for total in totals.totals(summary):
        yield row([f"**{cell(total.title.say(language))}**", *figures(total.amounts, total.marked)])


def _years(summary: Summary, language: Language) -> Iterator[str]:
    """The years, each with its change on the year before."""
    if not (found := totals.years(summary)):
        return
    digits = summary.plan.unit.digits
    yield ""
    yield from _head([totals.YEAR.say(language), totals.AMOUNT.say(language), totals.CHANGE.say(language), "%"])
    for year in found:
        change = "" if year.change is None else signed(year.change, digits)
        rate = totals.percent(year.rate)
        yield row([cell(year.title.say(language)), grouped(year.amount, digits), cell(change), rate])


def _head(titles: Sequence[str]) -> list[str]:
    return [row(list(map(cell, titles))), row(["---", *["---:"] * (len(titles) - 1)])]
