"""What the terminal outputs share: a console that writes to a text, texts of a file made safe, a change as a diff."""

from collections.abc import Callable
from difflib import unified_diff
from io import StringIO
from textwrap import fill

from rich.console import Console
from rich.table import Table
from rich.text import Text as Shown

from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.place import Place
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.language import Language, Text
from sxtdbv_cli.text.safe import visible
from sxtdbv_cli.text.words import MORE

COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def draw(style: Style, paint: Callable[[Console], None]) -> str:
    """What ``paint`` prints on a console of the style's width and colour, as text without trailing blanks."""
    stream = StringIO()
    console = Console(
        file=stream,
        width=style.width,
        force_terminal=style.colour,
        color_system="standard" if style.colour else None,
        no_color=not style.colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    paint(console)
    return "".join(line.rstrip() + "\n" for line in stream.getvalue().splitlines())


def section(console: Console, title: Text, language: Language) -> None:
    """Begin a part of a screen with a heading of its own."""
    console.print()
    console.print(Shown(title.say(language), "bold underline"))


def more(console: Console, count: int, language: Language) -> None:
    """Say how many entries are not shown, if any."""
    if count > 0:
        console.print(Shown(MORE.say(language, {"more": count}), "dim"))


def listing(console: Console) -> Table:
    """An empty table of findings: a code, a name that takes a third of the screen at most, a sentence."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(max_width=max(console.width // 3, 18), overflow="fold")
    table.add_column(ratio=1)
    return table


def spot(place: Place) -> str:
    """The line in the file, or the cell of the sheet."""
    return place.within.partition(":")[0] if place.sheet is None else place.within


def shown(text: str, style: str = "") -> Shown:
    """A text of a file: never markup, never a terminal escape."""
    return Shown(visible(text), style)


MOST_ROWS = 6
"""More than any title needs; a text that somebody pasted into one must not push the figures off the screen."""


def hanging(text: str, lead: str, width: int) -> str:
    """A text behind a lead, in lines of at most ``width`` characters; what goes on after ``MOST_ROWS`` is not shown."""
    room, after = max(width, len(lead) + 10), " " * len(lead)
    found = fill(
        visible(text), room, initial_indent=lead, subsequent_indent=after, max_lines=MOST_ROWS, placeholder="…"
    )
    return found or lead.rstrip()


def clipped(text: str, width: int) -> str:
    """The beginning of a text, in one line of at most so many characters."""
    safe = visible(text)
    return safe if len(safe) <= width else safe[: max(width - 1, 0)].rstrip() + "…"


_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def patch(before: str, after: str, file: str, style: Style) -> str:
    """The lines that change, with their surroundings; no line is cut or wrapped."""
    lines = unified_diff(before.splitlines(), after.splitlines(), file, file, lineterm="", n=1)

    def paint(console: Console) -> None:
        for line in lines:
            console.print(Shown(visible(line), _COLOURS.get(line[:1], "")), soft_wrap=True)

    return draw(style, paint)
