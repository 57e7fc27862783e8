"""Changing a file of the user: in one step or not at all."""

import datetime

from sxtdbv_cli.commands._cannot_run import CannotRun
from sxtdbv_cli.text.interface import say
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.trouble import reason

CHANGED = Text(
    "tệp đã bị thay đổi trong lúc chạy; không có gì được ghi",
    "the file was changed meanwhile; nothing was written",
)
NOT_WRITTEN = Text(
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
        raise CannotRun(say(NOT_WRITTEN, reason=reason(error))) from None
