"""What the commands share: their common options, the plan they read by default, and how they print."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sxtdbv_cli.commands._completion import names
from sxtdbv_cli.model.finding import Fault
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text import output
from sxtdbv_cli.text.interface import say, spoken
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.safe import visible

WORKSPACES = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")

LANG_HELP = Text(
    "Ngôn ngữ: vi hoặc en (mặc định: SXTDBV_LANG, rồi tệp cấu hình, rồi ngôn ngữ hệ thống).",
    "Language: vi or en (default: SXTDBV_LANG, else the configuration, else the locale).",
)
FILES = Text(
    "Các tệp kế hoạch; “-” là đầu vào chuẩn. Không nêu: data/plan_2022_2025.yaml.",
    "Plan files; “-” is standard input. None: data/plan_2022_2025.yaml.",
)
TABLE = Text("Sổ tính, CSV hoặc văn bản có bảng.", "A workbook, a CSV or a document that holds a table.")
BAD_LANG = Text("ngôn ngữ phải là vi hoặc en", "the language is vi or en")


if TYPE_CHECKING:
    from sxtdbv_cli.settings.force import Settings

ALL = "all"


def argument(said: Text, metavar: str, complete: Any = None) -> Any:
    """An argument: what is said of it, what stands for it in the help, what completes it."""
    return typer.Argument(help=say(said), metavar=metavar, show_default=False, autocompletion=complete)


def option(said: Text, metavar: str, *names: str, complete: Any = None, **more: Any) -> Any:
    """An option that takes a value; ``names`` where those are not that of its parameter."""
    return typer.Option(*names, help=say(said), metavar=metavar, show_default=False, autocompletion=complete, **more)


def flag(said: Text, *names: str) -> Any:
    """An option that is given or not."""
    return typer.Option(*names, help=say(said))


def check_language(value: str) -> str:
    """The value of ``--lang``, which has been acted on already."""
    if value not in ("", "vi", "en"):
        raise typer.BadParameter(say(BAD_LANG))
    return value


Lang = Annotated[str, option(LANG_HELP, "vi|en", complete=names(["vi", "en"]), callback=check_language)]
TableFile = Annotated[str, argument(TABLE, "FILE")]
Files = Annotated[list[str] | None, argument(FILES, "[FILE...]")]


def style(*, quiet: bool = False, timings: bool = False, accepted: bool = False) -> Style:
    """How to show results on standard output."""
    here, root = _folders()
    return Style(spoken(), output.width(), output.takes_colour(sys.stdout), quiet, timings, here, root, accepted)


def _folders() -> tuple[str, str]:
    """The current folder and that of the project: the one CI names, if it is above this one, else this one."""
    with suppress(OSError):  # the current folder may be gone
        here = Path.cwd()
        named = [root for name in WORKSPACES if (root := os.environ.get(name)) and here.is_relative_to(root)]
        return str(here), named[0] if named else str(here)
    return "", ""


def show_faults(faults: Iterable[Fault]) -> None:
    """Print why a file could not be read, one fault a line, on standard error."""
    for fault in faults:
        output.write(f"{visible(str(fault.place))}: {fault.code} {visible(fault.say(spoken()))}\n", stream=sys.stderr)


def parts(file: str, settings: "Settings") -> "list[tuple[str, Settings]]":
    """The sheets of a file that there is a report for each of, with its settings; one without a name where there is one
    report for all of it. A file that cannot be read is asked for as it is: reading it says why."""
    if settings.choices.sheet != ALL:
        return [("", settings)]
    from sxtdbv_cli.files.read import sheets_of
    from sxtdbv_cli.model.finding import Unreadable

    try:
        names = sheets_of(file, settings.choices)
    except Unreadable:
        names = []
    if ALL in names or len(names) < 2:
        return [("", settings if ALL in names else settings.of_sheet(""))]
    return [(name, settings.of_sheet(name)) for name in names]
