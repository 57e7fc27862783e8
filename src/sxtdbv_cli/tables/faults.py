"""Why a table is not read: what was tried, and what to state instead."""

from sxtdbv_cli.model.finding import Fact, Fault
from sxtdbv_cli.model.place import Place
from sxtdbv_cli.text.language import Text

CODE = "SX011"

NO_TABLE = Text(
    "không tìm thấy bảng số liệu nào (đã xem: {sheets}); bảng cần một cột nội dung và ít nhất một cột số tiền",
    "no table of figures was found (looked at: {sheets}); it needs a column of titles and at least one of amounts",
)


def refuse(message: Text, place: Place, **facts: Fact) -> Fault:
    """A fault that says why a table is not read."""
    return Fault(CODE, message, facts, place)
