"""The screen of ``sxtdbv rules``."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text as Shown

from sxtdbv_cli.model.report import Rule
from sxtdbv_cli.render.names import SEVERITIES
from sxtdbv_cli.render.screen import COLOURS, draw
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.words import CODE, SEVERITY

NAME = Text("Tên", "Name")
TITLE = Text("Báo khi", "Says")
MORE = Text("“sxtdbv explain MÃ” giải thích một quy tắc.", "“sxtdbv explain CODE” explains a rule.")


def render(rules: Sequence[Rule], style: Style) -> str:
    """A table of the rules, by code."""
    return draw(style, lambda console: _paint(console, rules, style))


def _paint(console: Console, rules: Sequence[Rule], style: Style) -> None:
    say = style.language
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    table.add_row(*[Shown(word.say(say), "dim") for word in (CODE, NAME, SEVERITY, TITLE)])
    for rule in rules:
        severity = Shown(SEVERITIES[rule.severity].say(say), COLOURS[rule.severity])
        table.add_row(Shown(rule.code, "bold"), rule.name, severity, rule.title.say(say))
    console.print(table)
    console.print()
    console.print(Shown(MORE.say(say), "dim"))
