"""Why the system refuses a file, in words of the user."""

import errno

from sxtdbv_cli.text.language import Text

_WHY = {
    errno.EACCES: Text("không có quyền", "permission denied"),
    errno.EPERM: Text("không được phép", "not permitted"),
    errno.ENOENT: Text("không có thư mục này", "there is no such folder"),
    errno.ENOTDIR: Text("đường dẫn đi qua một tệp, không phải thư mục", "a part of the path is a file, not a folder"),
    errno.EISDIR: Text("đây là thư mục", "it is a folder"),
    errno.ENOSPC: Text("ổ đĩa đã đầy", "the disk is full"),
    errno.EROFS: Text("ổ đĩa chỉ cho đọc", "the disk is read-only"),
    errno.ENAMETOOLONG: Text("tên quá dài", "the name is too long"),
    errno.EIO: Text("lỗi đọc ghi của ổ đĩa", "an input or output error of the disk"),
}
_OPEN = Text(
    "không có quyền, hoặc tệp đang mở trong chương trình khác như Excel; hãy đóng tệp ở đó",
    "permission denied, or the file is open in another program such as Excel; close it there",
)
_HELD = (5, 32, 33)
"""The errors of Windows where another program holds a file: access denied, a sharing and a lock violation."""


def reason(error: Exception) -> Text | str:
    """What an error of the system says; one that is seldom met speaks as the system does."""
    if getattr(error, "winerror", None) in _HELD:
        return _OPEN
    known = _WHY.get(error.errno or 0) if isinstance(error, OSError) else None
    return known or getattr(error, "strerror", None) or str(error)
