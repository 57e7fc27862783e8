"""What is said of each doubt about a reading."""

from sxtdbv_cli.text.language import Text

NO_UNIT = Text("bảng không nêu đơn vị tính", "the table states no unit")
UNITS = Text(
    "nêu nhiều đơn vị tính: {unit}, {others}; dùng {unit}",
    "more than one unit is stated: {unit}, {others}; {unit} is taken",
)
OTHER_UNIT = Text(
    "“{text}” ghi đơn vị khác với bảng ({unit}); số được đọc theo đơn vị của bảng",
    "“{text}” names another unit than the table ({unit}); the figure was read in that of the table",
)
NO_UNIT_NAME = "?"
SHARED = Text(
    "số nằm trong ô gộp của {count:d} dòng; số được ghi cho dòng đầu",
    "the figure stands in a cell merged over {count:d} rows; it was taken for the first",
)
RATIOS = Text(
    "cột {letters} được coi là tỷ lệ hoặc so sánh nên không đọc, nhưng có số lớn",
    "column {letters} was taken for ratios or a comparison and not read, but has large figures",
)
ODD_NUMBER = Text(
    "số thứ tự “{code}” không theo thứ tự nào đang mở; cấp của dòng có thể sai",
    "the number “{code}” follows none that is open; the level of the line may be wrong",
)
LIFTED = Text(
    "số thứ tự “{code}” đặt dòng này ngang với “{title}”, nhưng chỉ khi cộng cả dòng này thì “{title}” mới khớp; "
    "dòng được đưa vào dưới “{title}”",
    "the number “{code}” puts this line beside “{title}”, which adds up only with it; the line was put below “{title}”",
)
LOOSE = Text(
    "dòng không có số thứ tự, không phép cộng nào xác nhận cấp của dòng",
    "a line without a number whose level no sum confirms",
)
NO_LEVELS = Text(
    "không thấy cấp nào và không phép cộng nào xác nhận: mọi dòng được coi là ngang hàng",
    "no levels are shown and no sum confirms any: all lines were taken to stand side by side",
)
PARTIAL = Text(
    "dòng không có tỷ trọng được coi là liệt kê một phần của dòng có tỷ trọng đứng trước, không được cộng",
    "lines without a share were taken for a partial listing of the line with a share before them, and are not added",
)
MOST_FAIL = Text(
    "{fails:d} trên {sums:d} phép cộng theo cấp không khớp; cấp của các dòng có thể đã bị hiểu sai",
    "{fails:d} of {sums:d} sums over the levels fail; the levels may have been misread",
)
HEAD = Text(
    "dòng không có số tiền được coi là mục của các dòng theo sau; không tổng nào xác nhận",
    "a line without figures was taken to head those that follow; no total confirms it",
)
MISFIT = Text(
    "{fails:d} trên {sums:d} phép cộng của dòng này không khớp và không có gì khác xác nhận cấp của các dòng; "
    "không phép cộng nào của dòng được coi là sai",
    "{fails:d} of {sums:d} sums of this line fail, and nothing else confirms which lines belong to it; none of them is "
    "taken to be wrong",
)
WAYS = Text(
    "mỗi dòng con đều bằng dòng này: cùng một số tiền phân theo nhiều cách; chỉ cách thứ nhất được cộng",
    "each child line states the whole of this one: one amount broken down in several ways; only the first is added",
)
TOTAL_OF = Text("không rõ “{title}” là tổng của những dòng nào", "it is not clear which lines “{title}” is the sum of")
TOTAL_LEFT = Text(
    "không rõ “{title}” là tổng của những dòng nào; dòng này không được đưa vào kế hoạch",
    "it is not clear which lines “{title}” is the sum of; it was left out",
)
RULE_FAILS = Text(
    "bảng ghi “{rule}” nhưng phần lớn các dòng không theo; quy tắc này không được dùng",
    "the table states “{rule}” but most lines do not agree; the rule was not taken",
)
DIFFERS = Text(
    "“{column}” là {terms} ở phần lớn các dòng nhưng không ở dòng này; bảng không nêu quy tắc nên không dùng",
    "“{column}” is {terms} on most lines, but not on this one; nothing states the rule, so it was not taken as a sum",
)
ALSO = Text(
    "bảng ghi thêm “{column}” là {terms}, nhưng dòng này không theo; một cột chỉ giữ một quy tắc nên quy tắc này "
    "chỉ được so, không đưa vào phép cộng",
    "the table also states that “{column}” is {terms}, but this line does not agree; a column keeps one rule, so this "
    "one was only compared",
)
NOT_READ = Text(
    "bảng ghi “{rule}”, không đọc được là tổng hay tích của các cột đã biết; quy tắc này không được kiểm tra",
    "the table states “{rule}”, which is neither a sum nor a product of known columns; the rule was not checked",
)
NO_PARTS = Text(
    "cột tên là tổng nhưng không thấy các cột thành phần cộng bằng nó", "called a total, but no columns add up to it"
)
OTHER_BLOCK = Text(
    "bảng khác trên cùng trang ({block}) không được đọc", "another table on the sheet ({block}) was not read"
)
OUTSIDE = Text(
    "có số nằm ngoài bảng, không được đọc; hãy xem “sxtdbv inspect” hoặc nêu bảng bằng --range",
    "figures stand outside the table and were not read; see “sxtdbv inspect”, or state the table with --range",
)
OTHER_SHEETS = Text(
    "các trang khác cũng có bảng, không được đọc: {sheets}", "other sheets hold tables that were not read: {sheets}"
)
TOTAL_SAID = Text(
    "văn bản nêu “{text}”; không rõ là tổng của cột nào hoặc không khớp với bảng nên không đưa vào",
    "the text says “{text}”; it is not plain which column it totals, or it does not fit the table, so it was left out",
)
BREAKS_OFF = Text(
    "văn bản nêu tổng lớn hơn các mục trong bảng và dừng ngay sau dòng này; bảng được coi là chưa đầy đủ",
    "the text declares more than the table lists and ends right behind this line; the table was taken to be incomplete",
)
TWICE_SAID = Text(
    "văn bản nêu {what} theo hai cách khác nhau nên không đưa vào; cách sau là “{text}”",
    "the text states the {what} in two ways, so it was left out; the later one is “{text}”",
)
PARTICULARS = {
    "number": Text("số", "number"),
    "date": Text("ngày", "date"),
    "issuer": Text("cơ quan ban hành", "issuer"),
    "title": Text("tên văn bản", "title"),
    "note": Text("nguồn", "source"),
}
COUNTED = Text(
    "dòng không có số tiền nhưng có số lớn ở cột {letters}, cột được coi là số lượng nên không đọc",
    "the line has no amounts but a large figure in column {letters}, which was taken for quantities and not read",
)
RUNS = Text(
    "cột {letters} chỉ cộng dồn cột bên trái, không được đọc",
    "column {letters} only adds up the one to its left from row to row; it was not read",
)
COLUMN_LEFT = Text(
    "cột {letters} có số nhưng không có tên, không được đọc",
    "column {letters} has figures but no heading; it was not read",
)
NO_AMOUNTS = Text(
    "cột {letters} được coi là số hiệu hoặc đánh dấu nên không đọc",
    "column {letters} was taken for numbers that name something, or for marks, and not read",
)
ALONE = Text(
    "chỉ có một dòng này dưới “{title}” và nhỏ hơn; coi là một phần được liệt kê, không phải toàn bộ",
    "this line alone stands below “{title}” and falls short of it; it was taken for a partial listing",
)
DRAWN = Text(
    "chỉ khi cộng cả dòng này thì tổng của “{title}” mới khớp; dòng được đưa vào dưới “{title}”",
    "the total of “{title}” adds up only with this line; the line was put below it",
)
BEHIND = Text(
    "dòng đứng sau dòng tổng “{title}”, mà tổng chỉ đúng khi không có dòng này; không cộng dòng này",
    "the line stands behind the total “{title}”, whose sums hold only without it; it was not counted",
)
HEADS_NOTHING = Text(
    "dòng không có số tiền và không có dòng con; có thể là mục của các dòng theo sau",
    "the line has no amounts and nothing below it; it may be the heading of the lines that follow",
)
ROUGH = Text(
    "“{text}” là số gần đúng hoặc có lời ghi kèm; được đọc như một số đúng",
    "“{text}” is approximate, or has a remark; it was read as an exact figure",
)
COMPOSED = Text(
    "chữ viết dạng tổ hợp (NFD) đã được chuyển thành NFC: {count:d} ô",
    "decomposed text (NFD) was turned into NFC: {count:d} {count:cell|cells}",
)
NOISE = Text(
    "đã bỏ phần lẻ do máy tính tạo ra khi cộng số nhị phân: {count:d} ô",
    "noise of binary arithmetic was taken off: {count:d} {count:cell|cells}",
)
MISREAD = Text("số thứ tự “{text}” được đọc là “{meant}”", "the code “{text}” was read as “{meant}”")
NO_HEADER = Text(
    "bảng không có tên cột; các cột được gọi theo chữ cái",
    "the table has no header; its columns are called by their letters",
)
NOUGHTS = Text(
    "cột {letters} chỉ có số 0 và tên cột không cho biết đó là số tiền; vẫn được đọc",
    "column {letters} has nothing but 0 and a heading that promises no amounts; it was read all the same",
)
ALIKE = Text(
    "cột {letters} có các số nguyên dài bằng nhau và tên cột không cho biết đó là số tiền; có thể là số hiệu",
    "column {letters} has whole numbers of one length and a heading that promises no amounts; they may name something",
)
MIXED = Text(
    "số trong bảng viết theo cả hai kiểu 1.234,5 và 1,234.5", "figures are written both as 1.234,5 and as 1,234.5"
)
