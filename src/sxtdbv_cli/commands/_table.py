"""The options that state what the recogniser would find: one decorator gives them to a command that reads files."""

import inspect
from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sxtdbv_cli.text.interface import say
from sxtdbv_cli.text.language import Text

if TYPE_CHECKING:
    from sxtdbv_cli.model.choices import Choices

SHEET = Text(
    "Trang tính có bảng: tên hoặc số thứ tự; all: mọi trang có bảng, từng trang một (check, diagnose, inspect, "
    "annotate).",
    "The sheet that holds the table: its name or its number; all: every sheet with a table, each by itself (check, "
    "diagnose, inspect, annotate).",
)
RANGE = Text(
    "Vùng của bảng kể cả tên cột, ví dụ A5:H40.", "The cells of the table, its header included, such as A5:H40."
)
HEADER_ROWS = Text("Số dòng tên cột ở đầu bảng.", "How many rows at the top of the table are its header.")
COLUMNS = Text(
    "Nội dung từng cột, ví dụ A=code,B=title,D=total,E=2022 (code, title, schedule, note, skip, hoặc tên cột).",
    "What columns hold, such as A=code,B=title,D=total,E=2022 (code, title, schedule, note, skip, or a key).",
)
UNIT = Text("Đơn vị tính, ví dụ 'triệu đồng'.", "The unit of the amounts, such as 'triệu đồng' or USD.")
NUMBERS = Text(
    "Cách viết số dạng chữ: vi (1.234,5) hoặc en (1,234.5).",
    "How figures in text are written: vi (1.234,5) or en (1,234.5).",
)
PARENTS = Text(
    "Cấp của dòng lấy từ: numbering, indent hoặc outline.",
    "What shows the levels of lines: numbering, indent or outline.",
)
ENCODING = Text(
    "Bảng mã của tệp văn bản, ví dụ cp1258, TCVN3, VNI.", "The encoding of a text file, such as cp1258, TCVN3, VNI."
)

PLAN_FILES = (".yaml", ".yml", "")

Run = Callable[..., int]


def choices_for(file: str, table: Mapping[str, Any], config: str = "", no_config: bool = False) -> "Choices":
    """What is stated about the table of a file, by options and by its configuration; a plan file has no table."""
    from sxtdbv_cli.commands._settings import settings_of
    from sxtdbv_cli.model.choices import NONE

    stated = config or any(value is not None for value in table.values())
    if Path(file).suffix.lower() in PLAN_FILES and not stated:
        return NONE
    return settings_of(config, no_config, **table)(file).choices


_OPTIONS: dict[str, Any] = {
    "sheet": Annotated[str | None, typer.Option(help=say(SHEET), metavar="NAME", show_default=False)],
    "range": Annotated[str | None, typer.Option(help=say(RANGE), metavar="A1:B2", show_default=False)],
    "header_rows": Annotated[int | None, typer.Option(help=say(HEADER_ROWS), metavar="N", show_default=False)],
    "columns": Annotated[str | None, typer.Option(help=say(COLUMNS), metavar="A=USE,...", show_default=False)],
    "unit": Annotated[str | None, typer.Option(help=say(UNIT), metavar="UNIT", show_default=False)],
    "numbers": Annotated[str | None, typer.Option(help=say(NUMBERS), metavar="vi|en", show_default=False)],
    "parents": Annotated[str | None, typer.Option(help=say(PARENTS), metavar="WAY", show_default=False)],
    "encoding": Annotated[str | None, typer.Option(help=say(ENCODING), metavar="NAME", show_default=False)],
}


def states_table(run: Run) -> Run:
    """Give a command the options about tables; it gets them as ``table``, by the names of their keys."""
    signature = inspect.signature(run)
    own = [parameter for parameter in signature.parameters.values() if parameter.name != "table"]
    options = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)
        for name, annotation in _OPTIONS.items()
    ]

    @wraps(run)
    def with_table(**given: Any) -> int:
        table = {name.replace("_", "-"): given.pop(name) for name in _OPTIONS}
        return run(**given, table=table)

    with_table.__signature__ = signature.replace(parameters=[*own, *options])  # type: ignore[attr-defined]
    with_table.__annotations__ = {p.name: p.annotation for p in [*own, *options]}
    return with_table
