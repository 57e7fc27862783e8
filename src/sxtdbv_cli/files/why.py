"""Every reason a plan file cannot be read: a code that never changes, and what to tell the user."""

from collections.abc import Callable
from typing import NamedTuple

from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.numbers import Fault as AmountFault


class Kind(NamedTuple):
    """A kind of fault: its code and its sentence."""

    code: str
    message: Text


def _of(code: str) -> Callable[[str, str], Kind]:
    """Makes kinds of faults with one code of their sentences in Vietnamese and in English."""
    return lambda vi, en: Kind(code, Text(vi, en))


of_file, of_encoding, of_syntax, of_nothing = map(_of, ("SX001", "SX002", "SX003", "SX004"))
of_unknown_key, of_missing_key, of_key_twice = map(_of, ("SX005", "SX006", "SX007"))
of_value, of_amount, of_limit, of_table = map(_of, ("SX008", "SX009", "SX010", "SX011"))


class Why:
    """The kinds of faults of a plan file."""

    NO_FILE = of_file("không có tệp này; hãy kiểm tra đường dẫn", "there is no such file; check the path")
    FOLDER = of_file("đây là thư mục; hãy nêu tên một tệp kế hoạch", "this is a folder; name a plan file")
    NOT_ALLOWED = of_file(
        "không mở được tệp ({reason}); hãy kiểm tra quyền đọc",
        "the file cannot be opened ({reason}); check that you may read it",
    )
    FILE_TYPE = of_file(
        "không đọc được loại tệp “{suffix}”; các loại đọc được: {known}",
        "files of type “{suffix}” cannot be read; those that can: {known}",
    )
    TOO_LARGE = of_limit(
        "tệp lớn hơn {limit:d} MiB, không thể là một kế hoạch; hãy kiểm tra lại tệp",
        "the file is larger than {limit:d} MiB, which no plan is; check that it is the right file",
    )
    ENCODING = of_encoding(
        "tệp không phải UTF-8 (byte {byte}); hãy lưu lại với mã hóa UTF-8",
        "the file is not UTF-8 (byte {byte}); save it again with the encoding UTF-8",
    )
    UTF16 = of_encoding(
        "tệp mã hóa UTF-16; hãy lưu lại với mã hóa UTF-8",
        "the file is encoded in UTF-16; save it again with the encoding UTF-8",
    )
    CONTROL = of_encoding(
        "có ký tự điều khiển {character}; hãy xóa ký tự này", "there is a control character {character}; delete it"
    )
    TAB = of_syntax(
        "có dấu tab ở chỗ thụt dòng; YAML chỉ cho thụt dòng bằng dấu cách",
        "there is a tab in the indentation; YAML indents with spaces only",
    )
    SYNTAX = of_syntax("sai cú pháp YAML: {problem}", "this is not valid YAML: {problem}")
    UNCLOSED_QUOTE = of_syntax(
        "dấu nháy mở ở đây không có dấu nháy đóng; hãy thêm {quote} vào cuối giá trị",
        "the quote that opens here is never closed; put {quote} at the end of the value",
    )
    UNCLOSED_BRACKET = of_syntax(
        "dấu {opened} mở ở đây không có dấu {close} đóng trước dòng {line:d}, hoặc thiếu dấu phẩy trước dòng đó",
        "the {opened} that opens here is not closed by a {close} before line {line:d}, or a comma is missing there",
    )
    SWALLOWED = of_syntax(
        "dấu nháy mở ở đây mãi đến dòng {line:d} mới đóng; có lẽ thiếu {quote} ở cuối giá trị này, "
        "hoặc dấu nháy bên trong chưa được viết đôi",
        "the quote that opens here is closed on line {line:d} only; {quote} may be missing at the end of this "
        "value, or a quote inside it is not doubled",
    )
    DASH = of_syntax(
        "dấu “-” đứng một mình không phải là giá trị; ô trống thì để trống, chữ thì đặt trong dấu nháy: '-'",
        "a “-” by itself is no value; leave a blank blank, and quote a text: '-'",
    )
    SECOND = of_syntax(
        "có tài liệu YAML thứ hai; mỗi tệp chỉ chứa một kế hoạch",
        "a second YAML document begins here; a file holds one plan",
    )
    KEY_SHAPE = of_syntax(
        "tên khóa phải là một từ đơn giản, ví dụ “title:”", "a key must be a plain word such as “title:”"
    )
    EMPTY = of_nothing(
        "tệp trống; một kế hoạch cần ít nhất document, years (hoặc columns) và lines",
        "the file is empty; a plan has at least document, years (or columns) and lines",
    )
    NO_PLAN = of_nothing(
        "đây không phải tệp kế hoạch: ở mức ngoài cùng cần các khóa document, years (hoặc columns) và lines",
        "this is no plan file: its top level needs the keys document, years (or columns) and lines",
    )
    UNKNOWN_KEY = of_unknown_key(
        "không có khóa nào tên “{key}” ở đây; các khóa dùng được: {known}",
        "there is no key “{key}” here; the keys are: {known}",
    )
    UNKNOWN_KEY_NEAR = of_unknown_key(
        "không có khóa nào tên “{key}” ở đây; có phải là “{nearest}”?",
        "there is no key “{key}” here; did you mean “{nearest}”?",
    )
    COMMA = of_unknown_key(
        "không có khóa nào tên “{key}” ở đây; nếu đây là phần sau dấu phẩy của số tiền đứng trước thì đặt số đó "
        "trong dấu nháy, ví dụ '1.977,8'",
        "there is no key “{key}” here; if it is what follows the comma of the amount before it, quote that amount, "
        "as in '1.977,8'",
    )
    MISSING_KEY = of_missing_key("thiếu khóa “{key}”", "the key “{key}” is missing")
    DUPLICATE_KEY = of_key_twice(
        "khóa “{key}” đã có ở dòng {first:d}; mỗi khóa chỉ ghi một lần",
        "the key “{key}” is already given on line {first:d}; give each key once",
    )
    WANT_MAPPING = of_value(
        "ở đây cần một nhóm khóa (khóa: giá trị), không phải {found}",
        "a group of keys (key: value) was expected here, not {found}",
    )
    WANT_LIST = of_value("ở đây cần {wanted}, không phải {found}", "{wanted} was expected here, not {found}")
    WANT_TEXT = of_value(
        "ở đây cần một giá trị đơn, không phải {found}", "a single value was expected here, not {found}"
    )
    WANT = of_value("“{text}” không dùng được ở đây; cần {wanted}", "“{text}” will not do; expected {wanted}")
    AMOUNT = of_amount("“{text}” không phải là số tiền: {reason}", "“{text}” is no amount: {reason}")
    ALIAS = of_limit(
        "tệp kế hoạch không dùng bí danh YAML (*tên); hãy viết đầy đủ giá trị",
        "a plan file uses no YAML aliases (*name); write the value out",
    )
    TAG = of_limit(
        "tệp kế hoạch không dùng thẻ YAML (!thẻ); hãy bỏ thẻ", "a plan file uses no YAML tags (!tag); remove it"
    )
    TOO_DEEP = of_limit(
        "lồng nhau quá {limit:d} cấp; hãy kiểm tra thụt dòng",
        "nested deeper than {limit:d} levels; check the indentation",
    )
    TOO_LONG = of_limit(
        "giá trị dài hơn {limit:d} ký tự; hãy kiểm tra dấu nháy hoặc thụt dòng",
        "the value is longer than {limit:d} characters; check the quotes or the indentation",
    )
    TOO_MANY = of_limit(
        "đã quá {limit:d} chỗ phải sửa, dừng đọc ở đây; hãy sửa rồi đọc lại tệp",
        "more than {limit:d} faults, reading stops here; mend these and read the file again",
    )


AMOUNT_FAULTS = {
    AmountFault.TWO_READINGS: Text(
        "có thể đọc là {readings}; hãy ngăn cách hàng nghìn bằng dấu chấm (1.500.000) và phần thập phân bằng dấu phẩy",
        "it could be read as {readings}; group thousands with dots (1.500.000), decimals take a comma",
    ),
    AmountFault.GROUPS: Text(
        "các nhóm phải đủ ba chữ số, ví dụ 1.977.800.000; phần thập phân đứng sau dấu phẩy",
        "groups must have three digits each, as in 1.977.800.000; decimals take a comma",
    ),
    AmountFault.LEADING_ZERO: Text(
        "thừa số 0 ở đầu; hãy bỏ số 0 hoặc kiểm tra xem có thiếu chữ số không",
        "it begins with a zero; remove it, or check whether a digit is missing",
    ),
    AmountFault.SIGN: Text(
        "dấu và chữ số không khớp; số âm ghi là -1.000, ô trống thì để trống",
        "sign and digits do not go together; a negative amount is written -1.000, a blank is left blank",
    ),
    AmountFault.LETTERS: Text(
        "chỉ được có chữ số 0-9 và dấu chấm ngăn nhóm; hãy kiểm tra chữ l/I thay cho 1, chữ O thay cho 0",
        "only the digits 0-9 and dots between groups may stand here; look for a letter l or I for 1, O for 0",
    ),
    AmountFault.DECIMALS: Text("đơn vị này không có từng ấy chữ số thập phân", "the unit has not that many decimals"),
    AmountFault.SPACES: Text(
        "không được có dấu cách; hãy viết 1.977.800.000 hoặc 1_000",
        "it may hold no spaces; write 1.977.800.000 or 1_000",
    ),
    AmountFault.TOO_LONG: Text("quá nhiều chữ số", "it has too many digits"),
}
