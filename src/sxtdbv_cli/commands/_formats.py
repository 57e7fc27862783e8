"""The options ``--format`` and ``--output``: which formats are wanted, and the file each of them goes to."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from sxtdbv_cli import discover
from sxtdbv_cli.commands._cannot_run import CannotRun
from sxtdbv_cli.commands._completion import names
from sxtdbv_cli.commands._shared import option
from sxtdbv_cli.text import output
from sxtdbv_cli.text.interface import say
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.nearest import nearest
from sxtdbv_cli.text.safe import visible
from sxtdbv_cli.text.trouble import reason

if TYPE_CHECKING:
    from sxtdbv_cli.render.style import Style

TERMINAL, RUNNER = "terminal", "github"
STANDARD_OUTPUT = ("", "-")

FORMAT = Text(
    "Dạng kết quả: {known} (mặc định: terminal). DẠNG=TỆP ghi vào tệp; dùng được nhiều lần.",
    "Output format: {known} (default: terminal). FORMAT=FILE writes to a file; may be given again.",
)
OUTPUT = Text("Ghi kết quả vào tệp này thay vì in ra.", "Write the result to this file instead of printing it.")
BAD_FORMAT = Text(
    "không có dạng “{name}”; các dạng: {known}{nearest}",
    "there is no format “{name}”; the formats are: {known}{nearest}",
)
NEAREST = Text("; có phải là {name}?", "; did you mean {name}?")
NO_FILE = Text("“{value}” thiếu tên tệp sau dấu =", "“{value}” lacks the name of a file after the =")
TWICE = Text(
    "chỉ một dạng được in ra màn hình, nhưng có {names}; hãy cho mỗi dạng còn lại một tệp: --format DẠNG=TỆP",
    "only one format can go to standard output, not {names}; give the others a file: --format FORMAT=FILE",
)
NOTHING = Text(
    "--output {file}: mọi dạng đã có tệp riêng; thêm một --format không kèm tệp",
    "--output {file}: every format has a file of its own; add a --format without one",
)
SAME = Text("hai dạng cùng ghi vào tệp {file}", "two formats would be written to {file}")
OVER_INPUT = Text(
    "{file} là tệp kế hoạch đang đọc; kết quả sẽ ghi đè lên nó",
    "{file} is the plan being read; it would be overwritten",
)
NOT_WRITTEN = Text("không ghi được {file}: {reason}", "{file} cannot be written: {reason}")


OutputFile = Annotated[str, option(OUTPUT, "FILE", "--output", "-o")]


class Target(NamedTuple):
    """A format, and the file it goes to; none is standard output."""

    name: str
    file: str = ""


def format_option(package: str) -> Any:
    """The option ``--format`` of a kind of result: its formats are the modules of a folder."""
    known = discover.names(package)

    def check(values: list[str] | None) -> list[str] | None:
        for value in values or ():
            _check_format(value, known)
        return values

    said = say(FORMAT, known=", ".join(known))
    return typer.Option(
        "--format", help=said, metavar="FORMAT[=FILE]", show_default=False, callback=check, autocompletion=names(known)
    )


def _check_format(value: str, known: list[str]) -> None:
    name, equals, file = value.partition("=")
    if name not in known:
        near = "".join(say(NEAREST, name=found) for found in nearest(name, known, 1))
        raise typer.BadParameter(say(BAD_FORMAT, name=visible(name), known=", ".join(known), nearest=near))
    if equals and not file:
        raise typer.BadParameter(say(NO_FILE, value=value))


def targets(asked: Sequence[str] | None, to: str, inputs: Sequence[str]) -> list[Target]:
    """Where each format goes. One at most goes to standard output, or to the file ``to``.

    Raises:
        CannotRun: two formats would go to one place, or one over a plan that is read.
    """
    found = [Target(name, file) for name, _, file in (value.partition("=") for value in asked or [TERMINAL])]
    printed = [target.name for target in found if target.file in STANDARD_OUTPUT]
    if len(printed) > 1:
        raise CannotRun(say(TWICE, names=", ".join(printed)))
    if to not in STANDARD_OUTPUT and not printed:
        raise CannotRun(say(NOTHING, file=visible(to)))
    found = [Target(name, to if file in STANDARD_OUTPUT else file) for name, file in found]
    _check_files([target.file for target in found if target.file not in STANDARD_OUTPUT], inputs)
    return found


def _check_files(files: list[str], inputs: Sequence[str]) -> None:
    """No file is written twice, and none that is read."""
    read = {os.path.realpath(file) for file in inputs}
    written: set[str] = set()
    for file in files:
        real = os.path.realpath(file)
        if real in read:
            raise CannotRun(say(OVER_INPUT, file=visible(file)))
        if real in written:
            raise CannotRun(say(SAME, file=visible(file)))
        written.add(real)


def write(package: str, found: Sequence[Target], result: Any, style: "Style") -> None:
    """Show a result in every format that is wanted: the files first, then what is printed.

    Raises:
        CannotRun: a file cannot be written; it is then as it was.
    """
    plain = style._replace(colour=False)
    files = [target for target in found if target.file not in STANDARD_OUTPUT]
    texts = [(target.file, _text(package, target, result, plain)) for target in files]
    printed = [(target.name, _text(package, target, result, style)) for target in found if target not in files]
    for file, text in texts:
        put(file, text)
    for name, text in printed:
        output.write(text, machine=name != TERMINAL, commands=name == RUNNER)


def _text(package: str, target: Target, result: Any, style: "Style") -> str:
    return str(discover.load(package, target.name).render(result, style))


def put(file: str, text: str, *, append: bool = False) -> None:
    """Write a text to a file, in UTF-8.

    Raises:
        CannotRun: it cannot be written; it is then as it was.
    """
    from pathlib import Path

    from sxtdbv_cli.files.replace import put as put_bytes

    content = text.encode("utf-8", "replace")
    try:
        if append:
            with Path(file).open("ab") as stream:
                stream.write(content)
        else:
            put_bytes(file, content)
    except OSError as error:
        raise CannotRun(say(NOT_WRITTEN, file=visible(file), reason=reason(error))) from None
