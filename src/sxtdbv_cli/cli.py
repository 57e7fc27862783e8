"""The app: commands are the modules of a folder and load when they are called."""

import errno
import os
import re
import sys
from typing import Annotated, Any

import typer
from typer._click import exceptions  # private, hence the upper bound on typer: its errors have no public names
from typer.core import TyperCommand, TyperGroup

from sxtdbv_cli import discover
from sxtdbv_cli.commands._cannot_run import CannotRun
from sxtdbv_cli.text import output
from sxtdbv_cli.text.interface import asked_for, say, speak, spoken
from sxtdbv_cli.text.language import Language, Text, stated_language
from sxtdbv_cli.text.nearest import nearest
from sxtdbv_cli.text.safe import visible
from sxtdbv_cli.text.trouble import reason

PACKAGE = "sxtdbv_cli.commands"
CANNOT_RUN = 2
INTERRUPTED = 130

ABOUT = Text(
    "Kiểm tra và đối chiếu kế hoạch ngân sách công: cộng lại mọi tổng trong bảng, chỉ ra những ô ghi sai.",
    "Validate and reconcile public budget plans: add up every sum of the table, name the wrong cells.",
)
USAGE = Text("Cách dùng:", "Usage:")
ARGUMENTS = Text("Đối số", "Arguments")
OPTIONS = Text("Tùy chọn", "Options")
COMMANDS = Text("Lệnh", "Commands")
_TYPED = {
    "AMOUNT": "SỐ",
    "ARGS": "ĐỐI SỐ",
    "CLUSTER": "CỤM",
    "CODE": "MÃ",
    "CODES": "MÃ",
    "COLUMN": "CỘT",
    "COMMAND": "LỆNH",
    "DATE": "NGÀY",
    "FILE": "TỆP",
    "FORMAT": "DẠNG",
    "LEVEL": "MỨC",
    "NAME": "TÊN",
    "NEW": "SAU",
    "OLD": "TRƯỚC",
    "OPTIONS": "TÙY CHỌN",
    "PATH": "DÒNG",
    "PLAN": "KẾ-HOẠCH",
    "REV": "PHIÊN-BẢN",
    "SECONDS": "GIÂY",
    "TEXT": "CHỮ",
    "UNIT": "ĐƠN-VỊ",
    "USE": "NỘI-DUNG",
    "WAY": "CÁCH",
}
"""The words in capitals that stand for what is typed, in Vietnamese."""
REQUIRED = Text("phải có", "required")
OR_MORE = Text("từ {least} trở lên", "{least} or more")
HELP = Text("Hiện trợ giúp này rồi thoát.", "Show this help and exit.")
VERSION = Text("Hiện phiên bản rồi thoát.", "Show the version and exit.")
INSTALL = Text("Cài tự hoàn thành lệnh cho trình dòng lệnh đang dùng.", "Install completion for the current shell.")
SHOW = Text("In đoạn mã tự hoàn thành lệnh.", "Print the completion script.")
SEE = Text("Xem “{command} --help”.", "See “{command} --help”.")
UNKNOWN_OPTION = Text("không có tùy chọn {name}", "there is no option {name}")
UNKNOWN_COMMAND = Text(
    "không có lệnh “{name}”; các lệnh: {known}", "there is no command “{name}”; the commands are: {known}"
)
NEAR = 0.75
"""--quite is near --quiet; --nope is near none."""
NEAREST = Text("; có phải là {nearest}?", "; did you mean {nearest}?")
NO_VALUE = Text("tùy chọn {name} cần một giá trị", "the option {name} needs a value")
MISSING = Text("thiếu {name}", "{name} is missing")
BAD_VALUE = Text("giá trị của {name} không dùng được: {problem}", "the value of {name} will not do: {problem}")
EXTRA = Text("thừa đối số {names}", "too many arguments: {names}")
A_NUMBER = Text("cần một số{least}", "a number{least} is wanted")
LEAST = Text(", ít nhất là {least}", ", at least {least},")
BAD_USAGE = Text("không hiểu câu lệnh: {problem}", "the command line cannot be understood: {problem}")
NOT_PRINTED = Text("không in được kết quả: {reason}", "the result cannot be printed: {reason}")
BROKEN = Text(
    "lỗi của chương trình: {problem}; không có gì bị thay đổi. Xin báo lỗi kèm câu lệnh và tệp.",
    "an error of the program itself: {problem}; nothing was changed. Please report it with the command and the file.",
)


class _Help:
    """Help screens in the user's language; the library's own are in English only."""

    def format_help(self: Any, ctx: Any, formatter: Any) -> None:
        """Write the help of a command or of the app."""
        bare = (piece.removeprefix("{").removesuffix("}") for piece in self.collect_usage_pieces(ctx))
        pieces = " ".join(map(_typed, bare))  # what must be given stands without the library's braces
        formatter.write_usage(ctx.command_path, pieces, prefix=say(USAGE) + " ")
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(self.help or "")
        parameters = self.get_params(ctx)
        arguments = [_row(p.get_help_record(ctx)) for p in parameters if p.param_type_name == "argument"]
        options = [_row(_say_help(p).get_help_record(ctx)) for p in parameters if p.param_type_name == "option"]
        sections = [(ARGUMENTS, arguments), (OPTIONS, options), (COMMANDS, self.commands_help(ctx))]
        for title, rows in sections:
            if rows := [row for row in rows if row]:
                with formatter.section(say(title)):
                    formatter.write_dl(rows)

    def commands_help(self, ctx: Any) -> list[tuple[str, str]]:  # noqa: ARG002
        """The commands and what they do; a command has none."""
        return []


def _typed(names: str) -> str:
    """The names of what is typed, in the user's language: ``PATH:COLUMN`` is *DÒNG:CỘT*."""
    return (
        names if spoken() is Language.EN else re.sub("[A-Z]{2,}", lambda found: _TYPED.get(found[0], found[0]), names)
    )


def _row(row: tuple[str, str] | None) -> tuple[str, str] | None:
    """The row of an argument or an option, with our words for one that must be there and for a least number."""
    if row is None:
        return None
    said = row[1].replace("[required]", f"[{say(REQUIRED)}]")
    return _typed(row[0]), re.sub(r"\[x>=(\d+)\]", lambda least: f"[{say(OR_MORE, least=least[1])}]", said)


def _say_help(option: Any) -> Any:
    """An option whose help comes from the library, given ours."""
    words = {"help": HELP, "install_completion": INSTALL, "show_completion": SHOW}
    if option.name in words:
        option.help = say(words[option.name])
    return option


class Command(_Help, TyperCommand):
    """One command."""


class Commands(_Help, TyperGroup):
    """A group whose commands are found in a folder, and imported only when needed."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """The names of the commands."""
        return [name.replace("_", "-") for name in discover.names(PACKAGE)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """One command, or None."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = discover.load(PACKAGE, cmd_name.replace("-", "_"))
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(name=cmd_name, cls=Command, help=say(module.HELP), context_settings=_HELP_NAMES)(module.run)
        return typer.main.get_command(app)

    def commands_help(self, ctx: Any) -> list[tuple[str, str]]:
        """The commands and what they do."""
        return [(name, self.get_command(ctx, name).help) for name in self.list_commands(ctx)]


_HELP_NAMES = {"help_option_names": ["-h", "--help"]}


def build() -> Any:
    """The command line of the program."""
    app = typer.Typer(name="sxtdbv", cls=Commands, help=say(ABOUT), rich_markup_mode=None, context_settings=_HELP_NAMES)

    @app.callback()
    def main(
        lang: Annotated[str, typer.Option(metavar="vi|en", help=say(LANG), show_default=False)] = "",
        version: Annotated[bool, typer.Option("--version", "-V", help=say(VERSION))] = False,  # noqa: FBT002
    ) -> None:
        """Options that stand before the command; ``--version`` alone never comes here."""

    return typer.main.get_command(app)


LANG = Text(
    "Ngôn ngữ hiển thị (mặc định: SXTDBV_LANG, rồi tệp cấu hình, rồi ngôn ngữ hệ thống).",
    "Language (default: SXTDBV_LANG, else the configuration, else the locale).",
)


def run(arguments: list[str]) -> int:
    """Run the program and give its exit code; no exception gets past here."""
    speak(asked_for(arguments) or stated_language() or _configured(arguments))
    output.never_fail(sys.stdout)  # the library writes the help itself
    try:
        return int(build().main(arguments or ["--help"], prog_name="sxtdbv", standalone_mode=False) or 0)
    except BrokenPipeError:
        # The reader has gone (`sxtdbv ... | head`): not our failure. Leave nothing for the exit to flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 -- the last wall: a user never sees a traceback
        return _failed(error, arguments)


def _failed(error: Exception, arguments: list[str]) -> int:
    """Tell the user of an error: all that makes a file unreadable, or the one thing that is wrong."""
    from sxtdbv_cli.commands._shared import show_faults
    from sxtdbv_cli.model.finding import Unreadable

    if isinstance(error, Unreadable):
        show_faults(error.faults)
    elif os.environ.get("SXTDBV_DEBUG"):
        raise error
    else:
        output.write(f"sxtdbv: {visible(_problem(error, arguments))}\n", stream=sys.stderr)
    return CANNOT_RUN


def _configured(arguments: list[str]) -> Language | None:
    """The language a configuration asks for."""
    from sxtdbv_cli.settings.find import configured

    return configured(arguments)


def _problem(error: Exception, arguments: list[str]) -> str:
    """What to tell the user of an error; the library does not always say which command it is about."""
    if isinstance(error, exceptions.UsageError):
        named = [name for name in arguments if name.replace("-", "_") in discover.names(PACKAGE)]
        command = error.ctx.command_path if error.ctx else " ".join(["sxtdbv", *named[:1]])
        problem = _usage_problem(error)
        return f"{problem}{'' if problem.endswith(('.', '?')) else '.'} {say(SEE, command=command)}"
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EIO):  # files have said it already
        return say(NOT_PRINTED, reason=reason(error))
    if isinstance(error, CannotRun | exceptions.ClickException):
        return str(error)
    return say(BROKEN, problem=f"{type(error).__name__}: {error}")


def _named(parameter: Any) -> str:
    """What the user calls a parameter: an option as it is typed, an argument by its name."""
    option = max(parameter.opts, key=len)
    return str(option if option.startswith("-") else _typed(parameter.human_readable_name))


def _usage_problem(error: Any) -> str:
    """What is wrong with a command line, in the user's language."""
    if isinstance(error, exceptions.NoSuchOption):
        near = nearest(error.option_name, error.possibilities or [], 1, NEAR)
        more = say(NEAREST, nearest=near[0]) if near else ""
        return say(UNKNOWN_OPTION, name=error.option_name) + more
    if isinstance(error, exceptions.BadOptionUsage):
        return say(NO_VALUE, name=error.option_name)
    if isinstance(error, exceptions.MissingParameter):
        return say(MISSING, name=_named(error.param) if error.param else "")
    if isinstance(error, exceptions.BadParameter) and error.param:
        return say(BAD_VALUE, name=_named(error.param), problem=_wanted(error))
    return _unnamed_problem(error)


def _unnamed_problem(error: Any) -> str:
    """What is wrong with a command line, where only the library's sentence says which it is."""
    words = error.message.split("'")
    if error.message.startswith("No such command") and len(words) > 1:
        known = ", ".join(discover.names(PACKAGE)).replace("_", "-")
        return say(UNKNOWN_COMMAND, name=words[1], known=known)
    if error.message.startswith("Got unexpected extra argument"):
        return say(EXTRA, names=error.message.partition(" (")[2].removesuffix(")"))
    return say(BAD_USAGE, problem=error.message)


def _wanted(error: Any) -> str:
    """What an option takes: of numbers the library says it in English only."""
    if not error.param.type.name.startswith(("int", "float")):
        return str(error.message)
    least = getattr(error.param.type, "min", None)
    return say(A_NUMBER, least="" if least is None else say(LEAST, least=str(least)))
