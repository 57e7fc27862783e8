"""The options of the commands that diagnose."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

from sxtdbv_cli.commands._cannot_run import CannotRun
from sxtdbv_cli.commands._completion import cells
from sxtdbv_cli.commands._shared import flag, option
from sxtdbv_cli.text.interface import say
from sxtdbv_cli.text.language import Text

if TYPE_CHECKING:
    from sxtdbv_cli.model.plan import Plan
    from sxtdbv_cli.settings.force import Settings

MOST = 3
"""So many names of cells are given as examples."""

TRUST = Text(
    "Ô chắc chắn đúng, không bị nghi là sai: DÒNG hoặc DÒNG:CỘT, ví dụ III/A:total. Dùng được nhiều lần.",
    "Cells known to be right, never blamed: PATH or PATH:COLUMN, such as III/A:total. May be given again.",
)
BUDGET = Text("Số giây tối đa để tìm ô sai (mặc định 2).", "Seconds to spend on finding wrong cells (default 2).")
TIMINGS = Text("Ghi thời gian đã dùng vào bản ghi JSON.", "Put the time spent into the JSON record.")
NO_CELL = Text(
    "không có ô “{name}”; ghi là DÒNG hoặc DÒNG:CỘT, ví dụ {like}",
    "there is no cell “{name}”; write PATH or PATH:COLUMN, such as {like}",
)
SEVERAL = Text(
    "nhiều dòng cùng có tên “{name}”; hãy cho mỗi dòng một số thứ tự riêng",
    "several lines are named “{name}”; give each a code of its own",
)


@contextmanager
def cells_named(settings: "Settings") -> Iterator[None]:
    """Tell the user when ``--trust``, or a configuration, names no cell of the plan."""
    from sxtdbv_cli.check import NoCell

    try:
        yield
    except NoCell as unknown:
        place = settings.found["trust"].place
        raise CannotRun((f"{place}: " if place else "") + no_cell(unknown.plan, unknown.name)) from None


def no_cell(plan: "Plan", name: str) -> str:
    """Why a name is that of no cell, with names of cells that are like it."""
    path = name if name in plan.paths else name.rpartition(":")[0]
    if plan.paths.count(path) > 1:
        return say(SEVERAL, name=path)
    step = (path or name).rpartition("/")[2]
    alike = [path] if path in plan.paths else [one for one in plan.paths if one.rpartition("/")[2] == step]
    keys = [column.key for column in plan.columns]
    like = [f"{one}:{key}" for one in alike[:MOST] or plan.paths[:1] for key in (keys if len(alike) == 1 else keys[:1])]
    return say(NO_CELL, name=name, like=", ".join(like[:MOST]))


Trust = Annotated[list[str] | None, option(TRUST, "PATH[:COLUMN]", complete=cells)]
Budget = Annotated[float | None, option(BUDGET, "SECONDS", min=0)]
Timings = Annotated[bool, flag(TIMINGS, "--timings")]
