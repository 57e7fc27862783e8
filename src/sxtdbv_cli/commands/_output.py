"""The options of the commands that write a new file, and the writing: whole or not at all."""

import os
from typing import Annotated

from sxtdbv_cli.commands._cannot_run import CannotRun
from sxtdbv_cli.commands._formats import NOT_WRITTEN, OVER_INPUT
from sxtdbv_cli.commands._shared import flag, option
from sxtdbv_cli.text.interface import say
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.safe import visible
from sxtdbv_cli.text.trouble import reason

OUTPUT = Text("Tệp để ghi; đuôi tệp cho biết dạng.", "The file to write; its suffix says the format.")
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
