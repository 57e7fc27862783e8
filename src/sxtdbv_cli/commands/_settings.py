"""The options that a configuration may state too, and what is in force for each file."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

from sxtdbv_cli.commands._cannot_run import CannotRun
from sxtdbv_cli.commands._completion import codes
from sxtdbv_cli.commands._doubt import cells_named
from sxtdbv_cli.commands._shared import flag, option, parts, show_faults
from sxtdbv_cli.text.interface import say, spoken
from sxtdbv_cli.text.language import Text

if TYPE_CHECKING:
    from sxtdbv_cli.check import Doubt
    from sxtdbv_cli.model.report import Report
    from sxtdbv_cli.settings.find import Source
    from sxtdbv_cli.settings.force import Settings
    from sxtdbv_cli.settings.load import Configuration

CONFIG = Text(
    "Tệp cấu hình (mặc định: sxtdbv.toml hoặc pyproject.toml gần nhất ở trên tệp kế hoạch).",
    "Configuration (default: the sxtdbv.toml or pyproject.toml nearest above the plan file).",
)
NO_CONFIG = Text("Không dùng tệp cấu hình nào.", "Use no configuration file.")
SELECT = Text(
    "Chỉ chạy các quy tắc này: mã hoặc đầu mã, ví dụ SX1,SX204. Dùng được nhiều lần.",
    "Run these rules only: codes or their beginnings, such as SX1,SX204. May be given again.",
)
IGNORE = Text(
    "Không chạy các quy tắc này: mã hoặc đầu mã, ví dụ SX3,SX204. Dùng được nhiều lần.",
    "Do not run these rules: codes or their beginnings, such as SX3,SX204. May be given again.",
)
SEVERITY = Text(
    "Mức của một quy tắc: error, warning hoặc note, ví dụ SX204=error. Dùng được nhiều lần.",
    "How bad a rule's findings are: error, warning or note, such as SX204=error. May be given again.",
)
STRICT = Text(
    "Cảnh báo và ghi chú cũng là không đạt (--no-strict: chỉ lỗi).",
    "Warnings and notes fail the run too (--no-strict: only errors).",
)
BOTH = Text("--config và --no-config không dùng cùng nhau", "--config and --no-config do not go together")
BAD_SEVERITY = Text(
    "“{text}” không dùng được ở đây; cần MÃ=MỨC, ví dụ SX204=error",
    "“{text}” will not do; expected CODE=SEVERITY, such as SX204=error",
)
BAD_OPTION = Text("giá trị của --{name} không dùng được: {problem}", "the value of --{name} will not do: {problem}")
COLUMNS = Text(
    "nội dung của từng cột, ví dụ A=code,B=title,D=total,E=2022",
    "what each column holds, such as A=code,B=title,D=total,E=2022",
)
NOT_USED = Text(
    "không dùng được tệp cấu hình; không có tệp nào được kiểm tra",
    "the configuration cannot be used; nothing was checked",
)

Config = Annotated[str, option(CONFIG, "FILE")]
NoConfig = Annotated[bool, flag(NO_CONFIG, "--no-config")]
Select = Annotated[list[str] | None, option(SELECT, "CODES", complete=codes)]
Ignore = Annotated[list[str] | None, option(IGNORE, "CODES", complete=codes)]
SeverityOf = Annotated[list[str] | None, option(SEVERITY, "CODE=LEVEL", "--severity", complete=codes)]
Strict = Annotated[bool | None, flag(STRICT, "--strict/--no-strict")]


def settings_of(config: str = "", no_config: bool = False, /, **options: Any) -> "Callable[[str], Settings]":
    """What tells the settings in force for a file (``-`` and "" mean the current folder), by keys' names.

    Raises:
        CannotRun: an option's value will not do; the configuration of a file cannot be used.
    """
    if config and no_config:
        raise CannotRun(say(BOTH))
    stated = {name: _read(name, value) for name, value in options.items() if value is not None and value != []}

    def settings(file: str) -> "Settings":
        from sxtdbv_cli.settings.force import in_force

        return in_force(None if no_config else _configuration(config, file or "-"), file or "-", stated)

    return settings


def _configuration(config: str, file: str) -> "Configuration | None":
    source = source_of(config, file)
    if source is None:
        return None
    from sxtdbv_cli.settings.load import load

    with _usable():
        return load(source)


def source_of(config: str, file: str) -> "Source | None":
    """The configuration file of a file: the one that is named, else the nearest.

    Raises:
        CannotRun: it cannot be read.
    """
    from sxtdbv_cli.settings.find import nearest, stated

    with _usable():
        return stated(config) if config else nearest(file)


@contextmanager
def _usable() -> Iterator[None]:
    """Tell the user when a configuration cannot be used."""
    from sxtdbv_cli.model.finding import Unreadable

    try:
        yield
    except Unreadable as unreadable:
        show_faults(unreadable.faults)
        raise CannotRun(say(NOT_USED)) from None


def _read(name: str, value: Any) -> Any:
    """The value of an option, read as that of its key."""
    from sxtdbv_cli.files.codes import Bad
    from sxtdbv_cli.settings.keys import KEYS

    key = next(key for key in KEYS if key.name == name)
    try:
        return key.read(_OPTIONS.get(name, lambda stated: stated)(value))
    except Bad as bad:
        form = {"text": value, "wanted": _FORMS[name]} if name in _FORMS and "wanted" in bad.facts else {}
        problem = bad.why.message.say(spoken(), {**bad.facts, **form})
        raise CannotRun(say(BAD_OPTION, name=name, problem=problem)) from None


def _codes(stated: list[str]) -> list[str]:
    """Codes given again and again, or with commas."""
    return [code for text in stated for code in text.split(",")]


def _severities(stated: list[str]) -> dict[str, str]:
    """Codes with their severities, ``SX204=error`` each."""
    pairs = [text.partition("=") for text in _codes(stated)]
    if wrong := next((pair for pair in pairs if not pair[1]), None):
        raise CannotRun(say(BAD_OPTION, name="severity", problem=say(BAD_SEVERITY, text="".join(wrong))))
    return {code.strip(): word.strip() for code, _, word in pairs}


def _columns(stated: str) -> dict[str, str]:
    """What columns hold, ``A=code,B=title``."""
    pairs = [text.partition("=") for text in stated.split(",")]
    return {letters.strip(): use.strip() for letters, _, use in pairs}


_OPTIONS: dict[str, Callable[[Any], Any]] = {
    "select": _codes,
    "ignore": _codes,
    "severity": _severities,
    "columns": _columns,
}
"""How the words of an option become what its key reads, where that is not the same."""
_FORMS = {"columns": COLUMNS}
"""How such a value is written as an option, where a configuration would write it otherwise."""


def reports_of(
    plans: "Sequence[tuple[str, str, Settings]]", reported: "Callable[[str, str, Settings], Report]"
) -> "list[Report]":
    """A report for each file, or each sheet that is asked for; why one cannot be read is told at once."""
    reports = [
        reported(file, name, own)._replace(part=part)
        for file, name, settings in plans
        for part, own in parts(file, settings)
    ]
    for report in reports:
        show_faults(report.faults)
    return reports


def check_all(plans: "Sequence[tuple[str, str, Settings]]", *, diagnose: bool = True) -> "list[Report]":
    """Check files, each as its settings say."""
    reports = reports_of(plans, partial(_checked, diagnose=diagnose))
    if not any(settings.accept for _, _, settings in plans):
        return reports
    from sxtdbv_cli.accepting import settled

    return settled(reports)


def check_one(file: str, name: str, settings: "Settings", *, diagnose: bool = True) -> "Report":
    """Check a file as its settings say.

    Raises:
        Unreadable: it is no plan.
    """
    from sxtdbv_cli.model.finding import Unreadable

    report = _checked(file, name, settings, diagnose=diagnose)
    if report.faults:
        raise Unreadable(list(report.faults))
    return report


def _checked(file: str, name: str, settings: "Settings", *, diagnose: bool) -> "Report":
    from sxtdbv_cli.check import check_file
    from sxtdbv_cli.settings import keys

    with cells_named(settings):
        report = check_file(file, name, doubt_of(settings, wanted=diagnose), settings.choices, settings.tuning)
    return report._replace(strict=settings.value(keys.STRICT))


def doubt_of(settings: "Settings", *, wanted: bool = True) -> "Doubt":
    """How far the settings let the diagnosis go."""
    from sxtdbv_cli.check import Doubt
    from sxtdbv_cli.settings import keys

    return Doubt(wanted, settings.value(keys.TRUST), settings.value(keys.BUDGET))
