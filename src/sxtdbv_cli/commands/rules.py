"""``sxtdbv rules``: the rules there are."""

from typing import Annotated

from sxtdbv_cli.commands._formats import OutputFile, format_option, targets, write
from sxtdbv_cli.commands._shared import Lang, style
from sxtdbv_cli.text.language import Text

HELP = Text(
    "Liệt kê các quy tắc: mã, tên, mức độ, điều được báo.",
    "List the rules: code, name, severity, what each says.",
)
PACKAGE = "sxtdbv_cli.render.rules"


def run(
    format: Annotated[list[str] | None, format_option(PACKAGE)] = None,
    output: OutputFile = "",
    lang: Lang = "",  # noqa: ARG001 -- acted on before the command line is parsed
) -> None:
    """Print the list."""
    from sxtdbv_cli.check import all_rules

    write(PACKAGE, targets(format, output, []), all_rules(), style())
