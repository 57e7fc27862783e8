"""Why the tables of a text are not read."""

from sxtdbv_cli.files.why import of_limit, of_syntax, of_table
from sxtdbv_cli.text.language import Text

MORE_CELLS = of_syntax(
    "dòng này có {cells:d} ô nhưng đầu bảng chỉ có {columns:d}; dấu | trong chữ phải viết là \\|",
    "this row has {cells:d} {cells:cell|cells} but the header only {columns:d}; write a bar within a text as \\|",
)
NO_COLUMNS = of_table(
    "không xác định được bảng này có mấy cột (mỗi dòng một ô, ngăn bằng dấu |): {reason}; hãy dán bảng vào Excel "
    "rồi lưu thành .xlsx, hoặc lưu thành .csv",
    "how many columns this table has (one cell a line, bars between) cannot be told: {reason}; paste the table "
    "into a workbook and save it as .xlsx, or save it as .csv",
)
TOO_MANY = of_limit(
    "văn bản có hơn {limit:d} dòng và ô, không thể là một kế hoạch; hãy kiểm tra lại tệp",
    "the text has more than {limit:d} lines and cells, which no plan has; check the file",
)
WHICH_CELL = of_table(
    "không rõ “{text}” thuộc ô nào, dòng nào (bảng được chép từ trang web, mỗi dòng một ô); hãy dán bảng vào Excel "
    "rồi lưu thành .xlsx",
    "which cell and which row “{text}” belongs to cannot be told (the table was copied from a web page, a cell a "
    "line); paste the table into a workbook and save it as .xlsx",
)
NO_SEPARATORS = of_table(
    "không có gì ngăn các ô của bảng: không có dấu | hay tab, và các dấu cách không tách được mọi dòng thành cùng "
    "những cột (đã thử: từng trang; ô nằm trên nhiều dòng, đặt ở trên hay ở giữa); với tệp PDF hãy dùng "
    "“pdftotext -layout”, hoặc mở bằng Word rồi lưu thành .docx, hoặc dán bảng vào Excel rồi lưu thành .xlsx",
    "nothing parts the cells of a table: there are no bars or tabs, and blanks do not part all lines into the same "
    "columns (tried: each page by itself; cells of several lines, set to the top or to the middle); of a PDF take "
    "“pdftotext -layout”, or open it in Word and save it as .docx, or paste the table into a workbook and save it "
    "as .xlsx",
)
NO_ROW = of_table(
    "đầu bảng có {columns:d} cột, nhưng từ đây không còn cách nào cắt các ô thành dòng (đã thử: đủ {columns:d} ô; "
    "dòng tiêu đề có ô gộp; dòng thiếu ô đầu vì gộp với dòng trên; ô nội dung gộp với các cột sau khi tổng "
    "khớp); hãy dán bảng vào Excel rồi lưu thành .xlsx, hoặc lưu thành .csv",
    "the header has {columns:d} columns, but from here on there is no way to cut the cells into rows (tried: all "
    "{columns:d} cells; headings with merged cells; rows without first cells that are merged with those above; "
    "titles that cover the columns behind them, where sums hold); paste the table into a workbook and save it as "
    ".xlsx, or save it as .csv",
)
TWO_WAYS = of_table(
    "các ô từ đây có thể cắt thành dòng theo hai cách: “{one}” hoặc “{other}”; hãy dán bảng vào Excel rồi lưu "
    "thành .xlsx, hoặc lưu thành .csv",
    "the cells from here on can be cut into rows in two ways: “{one}” or “{other}”; paste the table into a "
    "workbook and save it as .xlsx, or save it as .csv",
)
LOST_HEADER = of_table(
    "dòng tiêu đề này chỉ có {cells:d} ô còn bảng có {columns:d} cột; các ô gộp bị mất khi sao chép có thể chia "
    "theo nhiều cách, hoặc không cách nào khớp; hãy dán bảng vào Excel rồi lưu thành .xlsx, "
    "hoặc thêm ô trống vào chỗ thiếu",
    "this row of the header has only {cells:d} cells, the table {columns:d} columns; the merged cells that were "
    "lost in copying can be divided in several ways, or in none; paste the table into a workbook and save it as "
    ".xlsx, or put blank cells where they are missing",
)
SHORT_ROW = of_table(
    "dòng này có {cells:d} ô còn bảng có {columns:d} cột, và không rõ số tiền của nó thuộc cột nào (đã thử: như "
    "đang viết; ô nội dung gộp với các cột trước số tiền; thiếu ô ở các cột chữ); hãy thêm ô trống vào chỗ "
    "thiếu, hoặc dán bảng vào Excel rồi lưu thành .xlsx",
    "this row has {cells:d} cells, the table {columns:d} columns, and it is not clear in which columns its figures "
    "stand (tried: as they are written; the title merged with the columns before the figures; cells of columns of "
    "words missing); put blank cells where they are missing, or paste the table into a workbook and "
    "save it as .xlsx",
)
NO_START = Text(
    "không có ô tiêu đề “STT” (hoặc “Nội dung”) để biết bảng bắt đầu ở đâu",
    "no heading “STT” (or “Nội dung”) shows where it begins",
)
NONE_FITS = Text("không số cột nào khiến mọi dòng khớp nhau", "with no number of columns do all rows agree")
SEVERAL_FIT = Text("nhiều số cột cùng khớp", "several numbers of columns fit")
HEADER_SHAPE = Text(
    "các ô gộp ở đầu bảng có thể chia theo nhiều cách, hoặc không cách nào khớp",
    "the merged cells of the header can be divided in several ways, or in none",
)
