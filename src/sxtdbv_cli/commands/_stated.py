"""The options of the commands that read files: one decorator gives them to a command, behind its own.

They state the language, which configuration to use, and what the recogniser would find in a table.
"""

import inspect
import sys
from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from sxtdbv_cli.commands._settings import Config, NoConfig, settings_of
from sxtdbv_cli.commands._shared import Lang, option
from sxtdbv_cli.text import output
from sxtdbv_cli.text.interface import say
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.safe import visible

if TYPE_CHECKING:
    from sxtdbv_cli.model.choices import Choices
    from sxtdbv_cli.settings.force import Settings

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

NO_EFFECT = Text(
    "{file} là tệp kế hoạch, không có bảng để nhận dạng: {options} không có tác dụng",
    "{file} is a plan file and has no table to recognise: {options} does nothing",
)
PLAN_FILES = (".yaml", ".yml", "")

Run = Callable[..., int | None]


class Stated(NamedTuple):
    """What these options state: the language, the configuration or that none is to be used, the table by its keys."""

    lang: str
    config: str
    no_config: bool
    table: Mapping[str, Any]

    def settings(self, **options: Any) -> "Callable[[str], Settings]":
        """What tells the settings in force for a file; ``options`` are more of them, by the names of their keys.

        Raises:
            CannotRun: an option's value will not do; the configuration of a file cannot be used.
        """
        known = settings_of(self.config, self.no_config, **options, **self.table)

        def settings(file: str) -> "Settings":
            self._tell(file)
            return known(file)

        return settings

    def _tell(self, file: str) -> None:
        """Say that what is stated about a table does nothing for a plan file."""
        given = [f"--{name}" for name, value in self.table.items() if value is not None]
        if given and Path(file).suffix.lower() in PLAN_FILES[:2]:
            said = say(NO_EFFECT, file=visible(file), options=", ".join(given))
            output.write(f"sxtdbv: {said}\n", stream=sys.stderr)

    def choices(self, file: str) -> "Choices":
        """What is stated about the table of a file, by options and by its configuration; a plan file has no table."""
        from sxtdbv_cli.model.choices import NONE

        stated = self.config or any(value is not None for value in self.table.values())
        if Path(file).suffix.lower() in PLAN_FILES and not stated:
            return NONE
        return self.settings()(file).choices


def _option(said: Text, metavar: str, kind: type = str) -> Any:
    return Annotated[kind | None, option(said, metavar)]


_TABLE: dict[str, Any] = {
    "sheet": _option(SHEET, "NAME"),
    "range": _option(RANGE, "A1:B2"),
    "header_rows": _option(HEADER_ROWS, "N", int),
    "columns": _option(COLUMNS, "A=USE,..."),
    "unit": _option(UNIT, "UNIT"),
    "numbers": _option(NUMBERS, "vi|en"),
    "parents": _option(PARENTS, "WAY"),
    "encoding": _option(ENCODING, "NAME"),
}
CONFIGURED = ("config", "no_config", "lang")
TABLE = tuple(_TABLE)
_OPTIONS: dict[str, tuple[Any, Any]] = {
    "config": (Config, ""),
    "no_config": (NoConfig, False),
    "lang": (Lang, ""),
    **{name: (annotation, None) for name, annotation in _TABLE.items()},
}
"""The options and what they are where nobody states them. That of the language is acted on before it is parsed."""


def states(*names: str) -> Callable[[Run], Run]:
    """Give a command these options, or all of them; it gets what they state as ``stated``."""
    chosen = names or tuple(_OPTIONS)

    def decorated(run: Run) -> Run:
        signature = inspect.signature(run)
        own = [parameter for parameter in signature.parameters.values() if parameter.name != "stated"]
        options = [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
            for name, (annotation, default) in _OPTIONS.items()
            if name in chosen
        ]

        @wraps(run)
        def with_options(**given: Any) -> int | None:
            found = {name: given.pop(name, default) for name, (_, default) in _OPTIONS.items()}
            table = {name.replace("_", "-"): found[name] for name in TABLE}
            return run(**given, stated=Stated(found["lang"], found["config"], found["no_config"], table))

        with_options.__signature__ = signature.replace(parameters=[*own, *options])  # type: ignore[attr-defined]
        with_options.__annotations__ = {p.name: p.annotation for p in [*own, *options]}
        return with_options

    return decorated
