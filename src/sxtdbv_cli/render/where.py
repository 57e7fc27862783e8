"""What a file is called where machines read it: relative to the project, slashes forward, escaped in a URI."""

import os.path
from pathlib import PurePath
from urllib.parse import quote

from sxtdbv_cli.render.style import Style


def relative(file: str, style: Style) -> str:
    """A file as the root of the project sees it; one that is not below the root is called as the user called it."""
    if style.here:
        whole = PurePath(os.path.normpath(PurePath(style.here, file)))
        if whole.is_relative_to(style.root or style.here):
            return whole.relative_to(style.root or style.here).as_posix()
    return PurePath(file).as_posix()


def uri(file: str, style: Style) -> str:
    """A file as a URI: a relative reference, or ``file:`` for one that is named from the top of the machine."""
    name = relative(file, style)
    path = quote(name.encode("utf-8", "surrogateescape"), safe="/")
    if not PurePath(name).is_absolute():
        return path
    return f"file://{'' if path.startswith('/') else '/'}{path}"
