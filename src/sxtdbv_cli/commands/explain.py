"""``sxtdbv explain``: the page of a rule."""

from typing import Annotated

from sxtdbv_cli import discover
from sxtdbv_cli.commands._cannot_run import CannotRun
from sxtdbv_cli.commands._completion import codes
from sxtdbv_cli.commands._shared import Lang, argument
from sxtdbv_cli.text import output
from sxtdbv_cli.text.interface import say, spoken
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.nearest import nearest
from sxtdbv_cli.text.pages import in_language
from sxtdbv_cli.text.safe import visible

HELP = Text("In trang giải thích của một quy tắc, ví dụ SX102.", "Print the page of a rule, such as SX102.")
RULE = Text("Mã hoặc tên của quy tắc: SX102, footing.", "The code or the name of a rule: SX102, footing.")
NO_RULE = Text(
    "không có quy tắc “{asked}”; “sxtdbv rules” liệt kê tất cả",
    "there is no rule “{asked}”; “sxtdbv rules” lists them all",
)
NEAR_RULES = Text(
    "không có quy tắc “{asked}”; gần nhất: {near}. “sxtdbv rules” liệt kê tất cả",
    "there is no rule “{asked}”; the nearest: {near}. “sxtdbv rules” lists them all",
)
NEAR = 0.75
"""SX1O2 is near SX102; SX999 is near none."""
RULES = "sxtdbv_cli.rules"


def module_of(asked: str) -> str:
    """The module of the rule that a code or a name means.

    Raises:
        CannotRun: there is no such rule; names those that are near.
    """
    modules = discover.names(RULES, "sx")
    wanted = asked.lower().replace("-", "_")
    found = [module for module in modules if wanted in module.split("_", 1)]
    if found:
        return found[0]
    near = _near(wanted, modules)
    raise CannotRun(say(NEAR_RULES if near else NO_RULE, asked=visible(asked), near=", ".join(near)))


def _near(wanted: str, modules: list[str]) -> list[str]:
    codes = [module.partition("_")[0] for module in modules]
    names = [module.partition("_")[2] for module in modules]
    near = nearest(wanted, codes + names, cutoff=NEAR)
    return [name.upper() if name in codes else name.replace("_", "-") for name in near]


def run(
    code: Annotated[str, argument(RULE, "CODE", complete=codes)],
    lang: Lang = "",  # noqa: ARG001 -- acted on before the command line is parsed
) -> None:
    """Print a page."""
    output.write(in_language(discover.page(RULES, module_of(code)), spoken()))
