"""``sxtdbv explain``: the page of a rule."""

import re
from importlib.resources import files
from typing import Annotated

import typer

from sxtdbv_cli import discover
from sxtdbv_cli.commands._cannot_run import CannotRun
from sxtdbv_cli.commands._shared import Lang
from sxtdbv_cli.text import output
from sxtdbv_cli.text.interface import say, spoken
from sxtdbv_cli.text.language import Language, Text

HELP = Text(
    "In trang giải thích của một quy tắc, ví dụ SX102.",
    "Print the page of a rule, such as SX102.",
)
CODE = Text("Mã của quy tắc.", "The code of a rule.")
NO_RULE = Text("không có quy tắc “{code}”; các mã: {known}", "there is no rule “{code}”; the codes are: {known}")
RULES = "sxtdbv_cli.rules"

_SECTION = {Language.VI: "Tiếng Việt", Language.EN: "English"}


def page(code: str) -> str:
    """The page of a rule, in both languages.

    Raises:
        CannotRun: there is no such rule.
    """
    modules = {name.partition("_")[0].upper(): name for name in discover.names(RULES, "sx")}
    if code not in modules:
        raise CannotRun(say(NO_RULE, code=code, known=", ".join(modules)))
    return files(RULES).joinpath(f"{modules[code]}.md").read_text(encoding="utf-8")


def in_language(text: str, language: Language) -> str:
    """A page without the section of the other language."""
    sections = re.split("(?m)^(?=## )", text)
    other = next(title for spoken_in, title in _SECTION.items() if spoken_in is not language)
    return "".join(section for section in sections if not section.startswith(f"## {other}\n"))


def run(
    code: Annotated[str, typer.Argument(help=say(CODE), metavar="CODE", show_default=False)],
    lang: Lang = "",  # noqa: ARG001 -- acted on before the command line is parsed
) -> None:
    """Print a page."""
    output.write(in_language(page(code.upper()), spoken()))
