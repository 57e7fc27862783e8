"""Writing a file in one step or not at all."""

import errno
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


class Changed(Exception):
    """The file is not what was read: somebody changed it meanwhile."""


def replace(file: str, before: bytes, after: bytes) -> None:
    """Write ``after`` over a file that still holds ``before``; links are followed, the mode is kept.

    Raises:
        Changed: the file holds something else by now; it is left as it is.
        OSError: the file could not be written, or is protected from it; it is left as it is.
    """
    target = Path(os.path.realpath(file))
    if not os.access(target, os.W_OK):  # the folder alone would allow it
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), file)

    def unchanged() -> None:
        if target.read_bytes() != before:
            raise Changed(file)

    _swap(target, target.stat().st_mode & 0o7777, after, unchanged)


def put(file: str, content: bytes) -> None:
    """Write a file, new or not, as a whole; a device or a pipe is written to as it is.

    Raises:
        OSError: it could not be written; a file is left as it is.
    """
    target = Path(os.path.realpath(file))
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:
            stream.write(content)
        return
    _swap(target, target.stat().st_mode & 0o7777 if target.exists() else _usual_mode(), content, lambda: None)


def create(file: str, content: bytes) -> None:
    """Write a new file as a whole.

    Raises:
        FileExistsError: there is one already; it is left as it is.
        OSError: it could not be written; there is none.
    """
    target = Path(os.path.realpath(file))
    # Taking the name at the last moment: a file that appeared meanwhile is not written over.
    _swap(target, _usual_mode(), content, lambda: target.touch(exist_ok=False))


def _usual_mode() -> int:
    """The mode of a new file: all may read and write it but for what the user's mask takes away."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _swap(target: Path, mode: int, content: bytes, last_look: Callable[[], None]) -> None:
    """Write a file beside the target, take a last look at the target, and put the one in the place of the other."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        _owned_as(target, name)
        Path(name).chmod(mode)
        last_look()
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _owned_as(target: Path, name: str) -> None:
    """Give a new file the owner and the group of the one it replaces, as far as the user may: others share it."""
    if hasattr(os, "chown") and target.exists():
        owner = target.stat()
        for uid, gid in ((-1, owner.st_gid), (owner.st_uid, -1)):
            with suppress(OSError):
                os.chown(name, uid, gid)
