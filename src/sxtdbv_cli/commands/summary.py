"""``sxtdbv summary``: a plan year by year."""

from typing import TYPE_CHECKING, Annotated

from sxtdbv_cli.by_key import by_key
from sxtdbv_cli.commands._cannot_run import CannotRun
from sxtdbv_cli.commands._completion import lines
from sxtdbv_cli.commands._formats import OutputFile, Target, format_option, targets, write
from sxtdbv_cli.commands._shared import argument, flag, option, style
from sxtdbv_cli.commands._stated import Stated, states
from sxtdbv_cli.files.shipped import plan_file
from sxtdbv_cli.text.interface import say
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.nearest import nearest
from sxtdbv_cli.text.safe import visible

if TYPE_CHECKING:
    from sxtdbv_cli.model.finding import Fault

HELP = Text("Tổng hợp kế hoạch theo mục và theo năm.", "Summarise a plan by section and by year.")
FILE = Text(
    "Tệp kế hoạch; “-” là đầu vào chuẩn. Không nêu: data/plan_2022_2025.yaml.",
    "Plan file; “-” is standard input. None: data/plan_2022_2025.yaml.",
)
DEPTH = Text(
    "Số cấp dòng được hiện (mặc định 1: chỉ các mục; 2 nếu chỉ có một mục).",
    "How many levels of lines to show (default 1: sections; 2 where there is one section only).",
)
LINE = Text("Chỉ nhánh của dòng này, ví dụ III/A.", "Only the branch of this line, such as III/A.")
NO_LINE = Text(
    "không có dòng “{path}”; các dòng gần nhất: {near}", "there is no line “{path}”; the nearest are: {near}"
)
NO_LINE_NEAR = Text(
    "không có dòng “{path}”, cũng không có dòng nào gần giống; các mục: {near}",
    "there is no line “{path}”, nor one like it; the sections are: {near}",
)
MOST = 12
CORRECTED = Text(
    "Dùng số đã đính chính (errata) thay cho số đã in.", "With the figures of the errata, not those printed."
)
PACKAGE = "sxtdbv_cli.render.summary"


@states()
def run(
    file: Annotated[str | None, argument(FILE, "[FILE]")] = None,
    depth: Annotated[int | None, option(DEPTH, "N", min=1)] = None,
    line: Annotated[str, option(LINE, "PATH", complete=lines)] = "",
    format: Annotated[list[str] | None, format_option(PACKAGE)] = None,
    output: OutputFile = "",
    corrected: Annotated[bool, flag(CORRECTED, "--corrected")] = False,
    *,
    stated: Stated,
) -> int:
    """Print the summary of a file."""
    from sxtdbv_cli.files.read import read
    from sxtdbv_cli.model.finding import Unreadable
    from sxtdbv_cli.model.subject import Subject, subject_of
    from sxtdbv_cli.model.summary import only_section, summarise
    from sxtdbv_cli.render.totals import as_one_whole

    named = plan_file(file)
    wanted = targets(format, output, named[:1])
    try:
        loaded = read(*named, stated.choices(named[1]))
    except Unreadable as unreadable:
        _write_faults(wanted, named[1], unreadable.faults)
        raise
    plan = loaded.plan
    branch = _branch(list(plan.paths), line) if line else None
    subject = subject_of(plan, loaded.sheet)
    if not corrected:
        subject = Subject(subject.printed, subject.as_printed, subject.printed, subject.as_printed)
    alone = branch is None and only_section(plan) is not None
    write(PACKAGE, wanted, as_one_whole(summarise(subject, depth or 1 + alone, branch), loaded.sheet), style())
    return 0


def _branch(paths: list[str], path: str) -> int:
    """The line of a path.

    Raises:
        CannotRun: there is none; names the nearest, or the sections where none is near.
    """
    if path in paths:
        return paths.index(path)
    near = _near(paths, path)
    sentence = NO_LINE if near else NO_LINE_NEAR
    sections = [found for found in paths if "/" not in found]
    known = ", ".join(near or sections[:MOST]) + (" …" if not near and len(sections) > MOST else "")
    raise CannotRun(say(sentence, path=visible(path), near=visible(known)))


def _near(paths: list[str], path: str) -> list[str]:
    """At most three paths, the nearest first; a path may be meant by its last part (*3.2* of *III/A/3.2*)."""
    parts = ((known, dict.fromkeys((known.casefold(), known.rpartition("/")[2].casefold()))) for known in paths)
    names = by_key((name, known) for known, both in parts for name in both)
    found = [known for name in nearest(path.casefold(), names, 9) for known in names[name]]
    return list(dict.fromkeys(found))[:3]


def _write_faults(wanted: list[Target], file: str, faults: "list[Fault]") -> None:
    """Why a file cannot be read, in the formats that have a record of it."""
    from sxtdbv_cli.render.summary.json import Unread

    records = [target for target in wanted if target.name == "json"]
    write(PACKAGE, records, Unread(file, faults), style())
