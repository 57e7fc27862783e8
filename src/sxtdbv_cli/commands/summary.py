"""``sxtdbv summary``: a plan year by year."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from sxtdbv_cli.commands._cannot_run import CannotRun
from sxtdbv_cli.commands._completion import lines
from sxtdbv_cli.commands._formats import format_option, output_option, targets, write
from sxtdbv_cli.commands._shared import Lang, plan_file, show_faults, style
from sxtdbv_cli.commands._table import choices_for, states_table
from sxtdbv_cli.text.interface import say
from sxtdbv_cli.text.language import Text

HELP = Text(
    "Tổng hợp kế hoạch theo mục và theo năm.",
    "Summarise a plan by section and by year.",
)
FILE = Text(
    "Tệp kế hoạch; “-” là đầu vào chuẩn. Không nêu: data/plan_2022_2025.yaml.",
    "Plan file; “-” is standard input. None: data/plan_2022_2025.yaml.",
)
DEPTH = Text(
    "Số cấp dòng được hiện (mặc định 1: chỉ các mục).", "How many levels of lines to show (default 1: sections)."
)
LINE = Text("Chỉ nhánh dưới dòng này, ví dụ III/A.", "Only the branch below this line, such as III/A.")
NO_LINE = Text(
    "không có dòng “{path}”; các dòng gần nhất: {near}", "there is no line “{path}”; the nearest are: {near}"
)
CORRECTED = Text(
    "Dùng số đã đính chính (errata) thay cho số đã in.", "With the figures of the errata, not those printed."
)
PACKAGE = "sxtdbv_cli.render.summary"


@states_table
def run(
    file: Annotated[str, typer.Argument(help=say(FILE), metavar="[FILE]", show_default=False)] = "",
    depth: Annotated[int, typer.Option(help=say(DEPTH), min=1, metavar="N", show_default=False)] = 1,
    line: Annotated[str, typer.Option(help=say(LINE), metavar="PATH", show_default=False, autocompletion=lines)] = "",
    format: Annotated[list[str] | None, format_option(PACKAGE)] = None,
    output: Annotated[str, output_option()] = "",
    corrected: Annotated[bool, typer.Option("--corrected", help=say(CORRECTED))] = False,
    lang: Lang = "",  # noqa: ARG001 -- acted on before the command line is parsed
    *,
    table: Mapping[str, Any],
) -> int:
    """Print the summary of a file."""
    from sxtdbv_cli.files.read import read
    from sxtdbv_cli.model.finding import Unreadable
    from sxtdbv_cli.model.summary import summarise
    from sxtdbv_cli.model.sums import Subject, subject_of

    named = plan_file(file)
    wanted = targets(format, output, named[:1])
    try:
        plan = read(*named, choices_for(named[1], table)).plan
    except Unreadable as unreadable:
        show_faults(tuple(unreadable.faults))
        return 2
    branch = _branch(list(plan.paths), line) if line else None
    subject = subject_of(plan)
    if not corrected:
        subject = Subject(subject.printed, subject.as_printed, subject.printed, subject.as_printed)
    summary = summarise(subject, depth, branch)
    write(PACKAGE, wanted, summary, style())
    return 0


def _branch(paths: list[str], path: str) -> int:
    """The line of a path.

    Raises:
        CannotRun: there is none; names the nearest.
    """
    from difflib import get_close_matches

    if path in paths:
        return paths.index(path)
    near = get_close_matches(path, paths, 3, 0.3) or paths[:3]
    raise CannotRun(say(NO_LINE, path=path, near=", ".join(near)))
