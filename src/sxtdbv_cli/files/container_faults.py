"""Why a text, a workbook or a document cannot be opened: what it is instead, its encoding, what is wrong inside."""

from sxtdbv_cli.files.why import of_encoding, of_file, of_limit, of_nothing, of_syntax, of_table

NO_ENCODING = of_encoding(
    "không nhận ra bảng mã của tệp; đã thử {tried}; hãy lưu lại với mã hóa UTF-8, hoặc nêu bảng mã bằng --encoding",
    "the encoding of the file is not known; tried {tried}; save it again as UTF-8, or state it with --encoding",
)
ENCODINGS = of_encoding(
    "tệp đọc được theo nhiều bảng mã: {readings}; hãy nêu bảng mã đúng bằng --encoding, hoặc lưu lại với mã UTF-8",
    "the file can be read in more than one encoding: {readings}; state the right one with --encoding, or save it "
    "again as UTF-8",
)
LOST_LETTERS = of_encoding(
    "tệp đã mất chữ: dấu ? đứng thay chữ tiếng Việt ({words}), vì được lưu bằng bảng mã không có các chữ này; hãy lưu "
    "lại từ tệp gốc với mã UTF-8 (trong Excel: CSV UTF-8), hoặc nêu --encoding cp1252 để vẫn đọc như vậy",
    "letters are lost from the file: ? stands for those that the encoding lacks which it was saved in ({words}); save "
    "the original again as UTF-8 (in Excel: CSV UTF-8), or state --encoding cp1252 to read it as it is",
)
NOT_ENCODED = of_encoding(
    "tệp không đọc được theo bảng mã {encoding}; hãy kiểm tra lại tệp hoặc bảng mã",
    "the file is not in the encoding {encoding}; check the file or the encoding",
)
WHICH_ENCODING = of_encoding(
    "không có bảng mã nào tên “{encoding}”; ví dụ dùng được: {known}",
    "there is no encoding “{encoding}”; ones to use are {known}",
)
DIGITS = of_limit(
    "ô này có hơn {limit:d} chữ số liền nhau nên không phải là số; hãy sửa hoặc xóa ô",
    "this cell has more than {limit:d} digits in a row, which is no number; mend the cell or clear it",
)
RENAME = of_file(
    "tệp mang đuôi {suffix} nhưng thật ra là {kind}; hãy đổi đuôi tệp thành {right}",
    "the file is named {suffix} but is really {kind}; rename it to {right}",
)
NAMELESS = of_file(
    "đầu vào chuẩn và tệp không đuôi phải là tệp kế hoạch; đây là {kind}: hãy lưu thành tệp có đuôi rồi nêu tên",
    "standard input and files without a suffix are plan files; this is {kind}: save it with its suffix and name it",
)
OTHER_KIND = of_file(
    "tệp mang đuôi {suffix} nhưng thật ra là {kind}; hãy mở bằng phần mềm văn phòng rồi lưu thành .xlsx hoặc .docx",
    "the file is named {suffix} but is really {kind}; save it as .xlsx or .docx in an office program",
)
NOT_THAT = of_file(
    "tệp mang đuôi {suffix} nhưng không phải {wanted}: bên trong là {kind}, hoặc tệp đã hỏng; hãy kiểm tra lại tệp",
    "the file is named {suffix} but is not {wanted}: it holds {kind}, or is damaged; is it the right one?",
)
LOCK = of_file(
    "đây là tệp tạm mà Office giữ khi đang mở “{name}”, không có bảng nào; hãy nêu tên tệp kia",
    "Office keeps this file while “{name}” is open; it holds no table: name that file instead",
)
NOTHING = of_nothing("tệp trống; hãy kiểm tra lại tệp", "the file is empty; check that it is the right file")
PASSWORD = of_file(
    "tệp có mật khẩu; hãy mở tệp, bỏ mật khẩu rồi lưu lại",
    "the file has a password; open it, take the password away and save it again",
)
DAMAGED = of_syntax(
    "tệp bị hỏng hoặc bị cắt cụt; hãy tải hoặc chép lại tệp, hoặc mở bằng phần mềm văn phòng rồi lưu lại",
    "the file is damaged or cut short; copy it again, or open it in an office program and save it",
)
PART_TWICE = of_syntax(
    "tệp có hai phần cùng tên “{part}”, không rõ phần nào đúng; hãy mở bằng phần mềm văn phòng rồi lưu lại",
    "the file has two parts named “{part}”, and which one counts is not clear; save it in an office program",
)
BOMB = of_limit(
    "khi bung ra, tệp lớn hơn {limit:d} MiB hoặc có quá {parts:d} phần, không thể là một kế hoạch",
    "unpacked, the file is larger than {limit:d} MiB or has more than {parts:d} parts, which no plan has",
)
CELLS = of_limit(
    "bảng “{sheet}” có hơn {limit:d} ô có nội dung, không thể là một kế hoạch; hãy kiểm tra lại tệp",
    "the sheet “{sheet}” has more than {limit:d} cells that are not empty, which no plan has; check the file",
)
PARAGRAPHS = of_limit(
    "văn bản có hơn {limit:d} đoạn văn và ô bảng, không thể là một kế hoạch; hãy kiểm tra lại tệp",
    "the document has more than {limit:d} paragraphs and cells, which no plan has; check the file",
)
TAGS = of_limit(
    "một phần của tệp có hơn {limit:d} thẻ XML, không thể là một kế hoạch; hãy kiểm tra lại tệp",
    "a part of the file has more than {limit:d} XML tags, which no plan has; check the file",
)
FORMULAS = of_limit(
    "công thức của bảng “{sheet}” dài hơn {limit:d} triệu ký tự, không thể là một kế hoạch; hãy kiểm tra lại tệp",
    "the formulas of the sheet “{sheet}” are longer than {limit:d} million characters, which no plan has; "
    "check the file",
)
NO_TABLES = of_table(
    "văn bản không có bảng nào; kế hoạch phải nằm trong một bảng của Word",
    "the document has no tables; a plan must stand in a table of Word",
)
DOCTYPE = of_limit(
    "phần “{part}” khai báo kiểu tài liệu XML (DOCTYPE), điều không tệp văn phòng nào cần; tệp không được đọc",
    "the part “{part}” declares an XML document type, which no office file needs; the file is not read",
)
