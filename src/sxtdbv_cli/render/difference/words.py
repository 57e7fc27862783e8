"""A difference in words: what changed, and what that does to the sums."""

from sxtdbv_cli.text.language import Text

SAME = Text("GIỐNG NHAU", "THE SAME")
DIFFERENT = Text("KHÁC NHAU", "DIFFERENT")
NOTHING = Text("hai kế hoạch không khác gì nhau", "the plans do not differ")
FAILING = Text(
    "Phép cộng không khớp: trước {before:d} trên {before_total:d}, sau {after:d} trên {after_total:d}.",
    "Sums that fail: {before:d} of {before_total:d} before, {after:d} of {after_total:d} after.",
)

SECTIONS = {
    "document": Text("Thông tin văn bản thay đổi", "Particulars of the document"),
    "columns": Text("Cột thay đổi", "Columns"),
    "added": Text("Dòng thêm", "Lines added"),
    "removed": Text("Dòng bớt", "Lines removed"),
    "moved": Text("Dòng chuyển chỗ hoặc đánh số lại", "Lines moved or renumbered"),
    "reordered": Text("Dòng đổi thứ tự", "Lines in another order"),
    "renamed": Text("Dòng đổi tên", "Lines renamed"),
    "edited": Text("Dòng sửa nội dung khác", "Lines edited"),
    "amounts": Text("Số tiền thay đổi", "Amounts changed"),
    "declared": Text("Tổng nêu trong văn bản thay đổi", "Declared totals changed"),
    "errata_added": Text("Đính chính thêm", "Errata added"),
    "errata_removed": Text("Đính chính bớt", "Errata removed"),
    "accept_added": Text("Mục chấp nhận thêm", "Acceptances added"),
    "accept_removed": Text("Mục chấp nhận bớt", "Acceptances removed"),
}
COUNTS = {
    "document": Text("{count:d} thông tin văn bản", "particulars: {count:d}"),
    "columns": Text("{count:d} cột", "columns: {count:d}"),
    "added": Text("thêm {count:d} dòng", "lines added: {count:d}"),
    "removed": Text("bớt {count:d} dòng", "removed: {count:d}"),
    "moved": Text("chuyển chỗ hoặc đánh số lại {count:d} dòng", "moved or renumbered: {count:d}"),
    "reordered": Text("đổi thứ tự ở {count:d} chỗ", "reordered: {count:d}"),
    "renamed": Text("đổi tên {count:d} dòng", "renamed: {count:d}"),
    "edited": Text("sửa {count:d} nội dung khác", "edited: {count:d}"),
    "amounts": Text("{count:d} số tiền", "amounts: {count:d}"),
    "declared": Text("{count:d} tổng nêu trong văn bản", "declared totals: {count:d}"),
    "errata_added": Text("thêm {count:d} đính chính", "errata added: {count:d}"),
    "errata_removed": Text("bớt {count:d} đính chính", "errata removed: {count:d}"),
    "accept_added": Text("thêm {count:d} mục chấp nhận", "acceptances added: {count:d}"),
    "accept_removed": Text("bớt {count:d} mục chấp nhận", "acceptances removed: {count:d}"),
}
FINDING_COUNTS = {
    "new": Text("{count:d} phát hiện mới", "new findings: {count:d}"),
    "mended": Text("{count:d} phát hiện đã hết", "findings mended: {count:d}"),
    "changed": Text("{count:d} phát hiện số khác trước", "findings with other figures: {count:d}"),
}
FINDINGS = {
    "new": ("+", Text("Phát hiện mới", "New findings")),
    "mended": ("-", Text("Phát hiện đã hết", "Findings mended")),
    "changed": ("~", Text("Phát hiện còn đó, số khác trước", "Findings that stay, with other figures")),
}
"""A mark for each, and the heading."""

FIELDS = {
    "number": Text("số văn bản", "number"),
    "date": Text("ngày", "date"),
    "issuer": Text("cơ quan ban hành", "issuer"),
    "title": Text("tên", "title"),
    "complete": Text("nguồn đầy đủ", "source complete"),
    "source-note": Text("ghi chú về nguồn", "note on the source"),
    "unit": Text("đơn vị tính", "unit"),
    "columns": Text("thứ tự cột", "order of columns"),
    "schedule": Text("thời gian", "schedule"),
    "role": Text("vai trò", "role"),
    "note": Text("ghi chú", "note"),
    "equals": Text("công thức", "rule"),
    "year": Text("năm", "year"),
    "parts": Text("là tổng của", "sum of"),
}
BLANK = Text("(trống)", "(blank)")
COLUMN_ADDED = Text("cột mới", "new column")
COLUMN_REMOVED = Text("bỏ cột", "column removed")
ALONG = Text("và {count:d} dòng bên dưới", "and {count:d} {count:line|lines} below it")
FROM = Text("{before} → {after}", "{before} → {after}")
ORDER = Text("các dòng dưới {path}", "lines below {path}")
TOP = Text("các dòng trên cùng", "lines at the top")
ERRATUM = Text("{stated} → {correct}: {reason}", "{stated} → {correct}: {reason}")

WITH_PARTS = Text("tổng thay đổi {stated}, đúng bằng các phần", "the total moves by {stated}, as do its parts")
TOTAL_STILL = Text(
    "tổng giữ nguyên, các phần thay đổi {computed}", "the total is unchanged, its parts move by {computed}"
)
PARTS_STILL = Text(
    "tổng thay đổi {stated}, các phần giữ nguyên", "the total moves by {stated}, its parts are unchanged"
)
APART = Text(
    "tổng thay đổi {stated}, các phần thay đổi {computed}", "the total moves by {stated}, its parts by {computed}"
)
HOLDS_STILL = Text("vẫn khớp", "still holds")
HOLDS_NOW = Text("nay khớp (trước lệch {before})", "now holds (was off by {before})")
HOLDS_FIRST = Text("nay có đủ số để kiểm tra, khớp", "can now be checked, and holds")
OFF_STILL = Text("vẫn lệch {after}", "still off by {after}")
OFF_OTHERWISE = Text("nay lệch {after} (trước {before})", "now off by {after} (was {before})")
OFF_NOW = Text("nay lệch {after}", "now off by {after}")
OFF_FIRST = Text("nay có đủ số để kiểm tra, lệch {after}", "can now be checked, and is off by {after}")
NEW_HOLDS = Text("phép cộng mới, khớp", "a new sum, holds")
NEW_OFF = Text("phép cộng mới, lệch {after}", "a new sum, off by {after}")
BLANK_NOW = Text("không còn đủ số để kiểm tra", "can no longer be checked")
BLANK_STILL = Text("chưa đủ số để kiểm tra", "cannot be checked")
GONE = Text("phép cộng không còn", "the sum is gone")
UNCONFIRMED = Text("; nguồn chưa đầy đủ", "; the source is incomplete")
CONJECTURED = Text("; chưa chắc dòng nào thuộc tổng này", "; which lines belong to it is not certain")
