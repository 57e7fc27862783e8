"""Why a table is not read: what was tried, and what to state instead."""

from sxtdbv_cli.model.finding import Fact, Fault
from sxtdbv_cli.model.place import Place
from sxtdbv_cli.text.language import Text

CODE = "SX011"

NO_TABLE = Text(
    "không tìm thấy bảng số liệu nào (đã xem: {sheets}); bảng cần một cột nội dung và ít nhất một cột số tiền; "
    "có thể nêu rõ bằng --sheet, --range, --header-rows, --columns",
    "no table of figures was found (looked at: {sheets}); it needs a column of titles and at least one of amounts; "
    "--sheet, --range, --header-rows and --columns can state it",
)
NO_SHEET = Text(
    "không có trang tính nào tên “{name}”; các trang: {sheets}", "there is no sheet “{name}”; the sheets are: {sheets}"
)
SHEETS = Text(
    "có nhiều trang chứa bảng: {sheets}; hãy chọn một bằng --sheet, hoặc kiểm tra mọi trang bằng check --sheet all",
    "more than one sheet holds a table: {sheets}; choose one with --sheet, or check them all with check --sheet all",
)
RANGE = Text(
    "không hiểu vùng “{range}”; hãy viết như A5:H40, trong phạm vi của trang",
    "“{range}” is no range; write it as A5:H40, within the sheet",
)
NO_TITLES = Text(
    "không thấy cột nội dung trong bảng {block}; hãy nêu bằng --columns, ví dụ B=title",
    "the table {block} shows no column of titles; state it with --columns, such as B=title",
)
NO_AMOUNTS = Text(
    "không thấy cột số tiền nào trong bảng {block}; hãy nêu bằng --columns, ví dụ D=total,E=2022",
    "the table {block} shows no column of amounts; state them with --columns, such as D=total,E=2022",
)
NO_COLUMN = Text(
    "bảng {block} không có cột {letters} nêu ở --columns",
    "the table {block} has no column {letters}, which --columns states",
)
NEAREST = Text(
    "không thấy cột số tiền nào trong bảng {block}; gần nhất là cột {letters} “{heading}”, không được đọc vì: {why}; "
    "nếu là số tiền, hãy nêu bằng --columns, ví dụ {letters}=total",
    "the table {block} shows no column of amounts; the nearest is column {letters} “{heading}”, not read: {why}; "
    "if it holds amounts, state it with --columns, such as {letters}=total",
)
TWO_READINGS = Text(
    "“{text}” có thể là {vi} (viết kiểu Việt Nam) hoặc {en} (kiểu Anh); hãy nêu cách viết số của bảng bằng "
    "--numbers vi hoặc en",
    "“{text}” could be {vi} (Vietnamese notation) or {en} (English); state how the table writes figures with "
    "--numbers vi or en",
)
TOO_FINE = Text(
    "có số tiền với hơn {most:d} chữ số thập phân; hãy làm tròn trong sổ tính",
    "an amount has more than {most:d} decimals; round it in the workbook",
)
NO_LINES = Text("bảng {block} không có dòng nào", "the table {block} has no lines")


def refuse(message: Text, place: Place, **facts: Fact) -> Fault:
    """A fault that says why a table is not read."""
    return Fault(CODE, message, facts, place)
