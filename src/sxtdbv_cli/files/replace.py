"""Replacing a file in one step or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path


class Changed(Exception):
    """The file is not what was read: somebody changed it meanwhile."""


def replace(file: str, before: bytes, after: bytes) -> None:
    """Write ``after`` over a file that still holds ``before``; links are followed, the mode is kept.

    Raises:
        Changed: the file holds something else by now; it is left as it is.
        OSError: the file could not be written; it is left as it is.
    """
    target = Path(os.path.realpath(file))
    mode = target.stat().st_mode
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(after)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(mode & 0o7777)
        if target.read_bytes() != before:
            raise Changed(file)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
