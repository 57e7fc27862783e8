"""Writing files for the user, new ones and ones that are changed: in one step or not at all."""

import datetime
import os
from typing import Annotated

from sxtdbv_cli.commands._cannot_run import CannotRun
from sxtdbv_cli.commands._formats import NOT_WRITTEN, OVER_INPUT
from sxtdbv_cli.commands._shared import flag, option
from sxtdbv_cli.text.interface import say
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.safe import visible
from sxtdbv_cli.text.trouble import reason

CHANGED = Text(
    "tệp đã bị thay đổi trong lúc chạy; không có gì được ghi",
    "the file was changed meanwhile; nothing was written",
)
LEFT_ALONE = Text(
    "không ghi được tệp: {reason}; tệp vẫn như cũ",
    "the file cannot be written: {reason}; it is as it was",
)
NO_INPUT = Text("đầu vào chuẩn không ghi được; hãy nêu tên tệp", "standard input cannot be written; name a file")
BAD_DATE = Text("“{text}” không phải là ngày, ví dụ {like}", "“{text}” is no date such as {like}")
DONE = Text("Đã ghi vào {file}.", "Written to {file}.")
NOT_DONE = Text("Chưa ghi; thêm --write để ghi vào tệp.", "Not written; --write makes the change.")


def day(text: str, like: str) -> datetime.date | None:
    """The day that is stated, if one is.

    Raises:
        CannotRun: it is none; ``like`` is an example.
    """
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        raise CannotRun(say(BAD_DATE, text=text, like=like)) from None


def write_over(file: str, before: bytes | None, after: bytes) -> None:
    """Replace a file that still holds ``before``; None is a file that is not there yet.

    Raises:
        CannotRun: it holds something else by now, or cannot be written; it is as it was.
    """
    from sxtdbv_cli.files.replace import Changed, create, replace

    try:
        if before is None:
            create(file, after)
        else:
            replace(file, before, after)
    except (Changed, FileExistsError):
        raise CannotRun(say(CHANGED)) from None
    except OSError as error:
        raise CannotRun(say(LEFT_ALONE, reason=reason(error))) from None


OUTPUT = Text("Tệp để ghi; đuôi tệp cho biết dạng.", "The file to write; its suffix says the format.")
WRITE = Text("Ghi thay đổi vào tệp.", "Make the change.")
FORCE = Text("Ghi đè nếu tệp đã có.", "Write over a file that exists.")
EXISTS = Text(
    "đã có tệp {file}; không ghi đè. Chọn tên khác hoặc thêm --force",
    "{file} exists and was left alone; choose another name or add --force",
)


def write_file(file: str, content: bytes, source: str, *, force: bool) -> None:
    """Write a file that was made of ``source``, in one step.

    Raises:
        CannotRun: it exists and ``force`` is not given, it is the source, or it cannot be written; it is as it was.
    """
    from sxtdbv_cli.files.replace import create, put

    if os.path.realpath(file) == os.path.realpath(source):
        raise CannotRun(say(OVER_INPUT, file=visible(file)))
    try:
        (put if force else create)(file, content)
    except FileExistsError:
        raise CannotRun(say(EXISTS, file=visible(file))) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise CannotRun(say(NOT_WRITTEN, file=visible(file), reason=reason(error))) from None


Output = Annotated[str, option(OUTPUT, "FILE", "--output", "-o")]
Force = Annotated[bool, flag(FORCE, "--force")]
Write = Annotated[bool, flag(WRITE, "--write")]
