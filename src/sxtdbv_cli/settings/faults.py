"""Every reason a configuration cannot be used. The codes are those of plan files: one list for one user."""

from sxtdbv_cli.files.why import Kind
from sxtdbv_cli.text.language import Text

FOLDER = Kind(
    "SX001",
    Text(
        "đây là thư mục, không phải tệp cấu hình; hãy đổi tên thư mục, hoặc chạy với --no-config",
        "this is a folder, not a configuration file; rename it, or run with --no-config",
    ),
)
TOO_LARGE = Kind(
    "SX010",
    Text(
        "tệp cấu hình lớn hơn {limit:d} KiB; hãy kiểm tra lại tệp",
        "the configuration is larger than {limit:d} KiB; check that it is the right file",
    ),
)
TOO_DEEP = Kind("SX010", Text("lồng nhau quá nhiều cấp", "nested too deep"))
SYNTAX = Kind(
    "SX003",
    Text(
        "sai cú pháp TOML ở đây; mỗi dòng là khóa = giá trị, chữ đặt trong dấu nháy kép, danh sách trong [ ]",
        "this is not valid TOML; a line is key = value, texts stand in double quotes, lists in [ ]",
    ),
)
TWICE = Kind(
    "SX007",
    Text("khóa hoặc mục này đã có ở trên; chỉ ghi một lần", "this key or section is given before; give it once"),
)
SAME_COLUMNS = Kind(
    "SX007",
    Text(
        "hai cột cùng được nêu là “{use}”; mỗi cột số tiền cần một khóa riêng",
        "two columns are stated as “{use}”; each column of amounts needs a key of its own",
    ),
)
NOT_PER_FILE = Kind(
    "SX008",
    Text(
        "khóa “{key}” nói về cả lần chạy; hãy đặt ở mức ngoài cùng, không đặt trong mục của tệp",
        "the key “{key}” is about the whole run; it belongs at the top level, not in a section for files",
    ),
)
WANT = Kind(
    "SX008",
    Text("“{text}” không dùng được ở đây; cần {wanted}", "“{text}” will not do; expected {wanted}"),
)
MISSING = Kind("SX006", Text("thiếu khóa “{key}”", "the key “{key}” is missing"))
