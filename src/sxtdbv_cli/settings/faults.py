"""Every reason a configuration cannot be used, noted as it is read and told all at once. The codes are those of plan
files: one list for one user."""

from collections.abc import Callable, Mapping
from typing import Any

from sxtdbv_cli.files.faults import fault, unknown_key
from sxtdbv_cli.files.why import Why, of_file, of_key_twice, of_limit, of_syntax, of_value
from sxtdbv_cli.model.finding import Fault
from sxtdbv_cli.model.place import Address, Place
from sxtdbv_cli.text.language import Text

FOLDER = of_file(
    "đây là thư mục, không phải tệp cấu hình; hãy đổi tên thư mục, hoặc chạy với --no-config",
    "this is a folder, not a configuration file; rename it, or run with --no-config",
)
TOO_LARGE = of_limit(
    "tệp cấu hình lớn hơn {limit:d} KiB; hãy kiểm tra lại tệp",
    "the configuration is larger than {limit:d} KiB; check that it is the right file",
)
TOO_DEEP = of_limit("lồng nhau quá nhiều cấp", "nested too deep")
SYNTAX = of_syntax(
    "sai cú pháp TOML ở đây; mỗi dòng là khóa = giá trị, chữ đặt trong dấu nháy kép, danh sách trong [ ]",
    "this is not valid TOML; a line is key = value, texts stand in double quotes, lists in [ ]",
)
TWICE = of_key_twice(
    "khóa hoặc mục này đã có ở trên; chỉ ghi một lần", "this key or section is given before; give it once"
)
SAME_COLUMNS = of_key_twice(
    "hai cột cùng được nêu là “{use}”; mỗi cột số tiền cần một khóa riêng",
    "two columns are stated as “{use}”; each column of amounts needs a key of its own",
)
NOT_PER_FILE = of_value(
    "khóa “{key}” nói về cả lần chạy; hãy đặt ở mức ngoài cùng, không đặt trong mục của tệp",
    "the key “{key}” is about the whole run; it belongs at the top level, not in a section for files",
)
_A_GROUP = Text("một nhóm khóa, ví dụ [files]", "a group of keys, such as [files]")


class Notes:
    """What is wrong with one configuration file, as far as it has been read; ``place`` tells where something stands."""

    def __init__(self, place: Callable[[Address], Place]) -> None:
        self.place = place
        self.faults: list[Fault] = []

    def group(self, address: Address, value: Any) -> Mapping[str, Any]:
        """A group of keys; an empty one where it is something else, which is noted."""
        if isinstance(value, dict):
            return value
        from sxtdbv_cli.model.settings import written  # start-up needs no model of plans

        self.note(Why.WANT, address, text=written(value), wanted=_A_GROUP)
        return {}

    def note(self, why: Any, address: Address, **facts: Any) -> None:
        """Note a fault at an address."""
        self.faults.append(fault(why, self.place(address), **facts))

    def unknown(self, address: Address, name: str, known: tuple[str, ...]) -> None:
        """Note a key that is none of those known."""
        self.faults.append(unknown_key(self.place((*address, name)), name, known))
