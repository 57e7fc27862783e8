"""What the YAML parser could not read, in words."""

import re
from contextlib import suppress
from typing import Any

import yaml

from sxtdbv_cli.files.faults import Faults, fault
from sxtdbv_cli.files.why import Why
from sxtdbv_cli.files.yaml.source import Source
from sxtdbv_cli.model.finding import Fault
from sxtdbv_cli.text.language import Text

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_CONTROL = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ufeff\ud800-\udfff]"


def control_characters(source: Source) -> list[Fault]:
    """A fault for every character that may not stand in a YAML text.

    Raises:
        Unreadable: there are too many.
    """
    found = Faults()
    for match in re.finditer(_CONTROL, source.text):
        place = source.place(match.start(), match.end())
        found.append(fault(Why.CONTROL, place, character=f"U+{ord(match[0]):04X}"))
    return found


_NO_TAG = Text("giá trị bắt đầu bằng “!” phải đặt trong dấu nháy", "a value that begins with “!” must be quoted")
_NO_DIRECTIVE = Text(
    "dòng bắt đầu bằng “%” không dùng được ở đây; hãy bỏ dòng này", "no line may begin with “%” here; remove it"
)
_OTHER = Text(
    "không đọc được từ chỗ này; hãy kiểm tra dấu nháy, dấu ngoặc và thụt dòng",
    "it cannot be read from here on; check quotes, brackets and indentation",
)
_UNCLOSED = ("found unexpected end of stream", "found unexpected document indicator")
_PROBLEMS = {
    "mapping values are not allowed in this context": Text(
        "có dấu “: ” ở chỗ không được phép (giá trị chứa “: ” phải đặt trong dấu nháy)",
        "a “: ” stands where none may (a value that contains “: ” must be quoted)",
    ),
    "could not find expected ':'": Text("thiếu dấu “:” sau tên khóa", "a “:” is missing after a key"),
    "did not find expected key": Text(
        "thụt dòng không khớp với các khóa phía trên, hoặc thiếu dấu nháy",
        "the indentation does not match the keys above, or a quote is missing",
    ),
    "did not find expected '-' indicator": Text(
        "danh sách bị ngắt: thiếu dấu “-” hoặc thụt dòng sai",
        "the list breaks off: a “-” is missing or the indentation is wrong",
    ),
    "did not find expected ',' or '}'": Text(
        "thiếu dấu phẩy hoặc dấu “}” trong nhóm {…}", "a comma or “}” is missing in a {…} group"
    ),
    "did not find expected ',' or ']'": Text(
        "thiếu dấu phẩy hoặc dấu “]” trong danh sách […]", "a comma or “]” is missing in a […] list"
    ),
    "block sequence entries are not allowed in this context": Text(
        "dấu “-” không được đứng ở đây; một danh sách bắt đầu ở dòng dưới, ô trống thì để trống",
        "a “-” may not stand here; a list begins on the next line, and a blank is left blank",
    ),
    "did not find expected node content": Text("thiếu giá trị ở đây", "a value is missing here"),
    "found character that cannot start any token": Text(
        "ký tự này không được đứng đầu giá trị; hãy đặt giá trị trong dấu nháy",
        "no value can begin with this character; quote the value",
    ),
    "exceeded maximum nesting depth": Text(
        "lồng nhau quá sâu; hãy kiểm tra các dấu ngoặc [ và {", "nested too deep; check the brackets [ and {"
    ),
    "mapping keys are not allowed in this context": Text(
        "dấu “?” không được đứng ở đây; hãy đặt giá trị trong dấu nháy", "a “?” may not stand here; quote the value"
    ),
    "did not find expected alphabetic or numeric character": Text(
        "giá trị bắt đầu bằng “*” hoặc “&” phải đặt trong dấu nháy",
        "a value that begins with “*” or “&” must be quoted",
    ),
    "did not find expected comment or line break": Text(
        "giá trị bắt đầu bằng “>” hoặc “|” phải đặt trong dấu nháy",
        "a value that begins with “>” or “|” must be quoted",
    ),
    "found an indentation indicator equal to 0": Text(
        "giá trị bắt đầu bằng “>” hoặc “|” phải đặt trong dấu nháy",
        "a value that begins with “>” or “|” must be quoted",
    ),
    "found unknown escape character": Text(
        "dấu “\\” không dùng được ở đây; hãy thay dấu nháy kép bằng dấu nháy đơn",
        "a “\\” may not stand here; use single quotes instead of double ones",
    ),
    "did not find expected hexdecimal number": Text(
        "sau “\\x”, “\\u” phải là mã ký tự dạng thập lục phân", "“\\x” and “\\u” need a hexadecimal number after them"
    ),
    "found invalid Unicode character escape code": Text(
        "mã ký tự sau “\\u” không có trong Unicode", "the code after “\\u” is no Unicode character"
    ),
    "found undefined tag handle": _NO_TAG,
    "did not find the expected '>'": _NO_TAG,
    "did not find expected '!'": _NO_TAG,
    "did not find expected tag URI": _NO_TAG,
    "did not find expected whitespace or line break": _NO_TAG,
    "found unknown directive name": _NO_DIRECTIVE,
    "could not find expected directive name": _NO_DIRECTIVE,
    "found unexpected non-alphabetical character": _NO_DIRECTIVE,
    "did not find expected digit or '.' character": _NO_DIRECTIVE,
    "did not find expected version number": _NO_DIRECTIVE,
    "found extremely long version number": _NO_DIRECTIVE,
    "did not find expected whitespace": _NO_DIRECTIVE,
    "found incompatible YAML document": _NO_DIRECTIVE,
    "found duplicate %YAML directive": _NO_DIRECTIVE,
    "found duplicate %TAG directive": _NO_DIRECTIVE,
    "did not find expected <document start>": Text(
        "sau kế hoạch còn nội dung không thuộc kế hoạch; hãy kiểm tra thụt dòng",
        "there is text after the plan that does not belong to it; check the indentation",
    ),
}


DASH = "block sequence entries are not allowed in this context"
_CLOSE = {"{": "}", "[": "]"}


def syntax_fault(source: Source, error: yaml.MarkedYAMLError) -> Fault:
    """What libyaml could not read, in words; what is never closed stands where it opens."""
    return _swallowed(source, error) or _unclosed(source, error) or _problem(source, error)


def _swallowed(source: Source, error: yaml.MarkedYAMLError) -> Fault | None:
    """The quoted value before what could not be read, if it goes over several lines: its own quote may be missing."""
    last, problem = _last_value(source.text), error.problem_mark
    if last is None or last.style not in ("'", '"') or problem is None:
        return None
    start, end = last.start_mark, last.end_mark
    assert start is not None and end is not None  # a parser sets both
    if start.line == end.line or end.index > problem.index or source.text[end.index : problem.index].strip():
        return None
    place = source.place(start.index, start.index + 1)
    return fault(Why.SWALLOWED, place, line=end.line + 1, quote=last.style)


def _last_value(text: str) -> yaml.ScalarEvent | None:
    """The last single value before what cannot be read."""
    found = None
    with suppress(yaml.YAMLError):
        for event in yaml.parse(text, Loader=LOADER):
            if isinstance(event, yaml.ScalarEvent):
                found = event
    return found


def _unclosed(source: Source, error: yaml.MarkedYAMLError) -> Fault | None:
    """The quote or bracket that is not closed, if that is what is wrong."""
    if error.context_mark is None or error.problem_mark is None:
        return None
    start = error.context_mark.index
    place = source.place(start, start + 1)
    opened = source.text[start : start + 1]
    if error.context == "while scanning a quoted scalar" and error.problem in _UNCLOSED:
        return fault(Why.UNCLOSED_QUOTE, place, quote=opened)
    line = error.problem_mark.line + 1
    at_end = error.problem_mark.index >= len(source.text)
    if not (error.problem or "").startswith("did not find expected ',' or") or (line == place.line and not at_end):
        return None
    return fault(Why.UNCLOSED_BRACKET, place, opened=f"“{opened}”", close=f"“{_CLOSE.get(opened, opened)}”", line=line)


def _problem(source: Source, error: yaml.MarkedYAMLError) -> Fault:
    mark = error.problem_mark or error.context_mark
    position = min(mark.index, len(source.text)) if mark else 0
    place = source.place(position, position + 1)
    if source.text[position : position + 1] == "\t":
        return fault(Why.TAB, place)
    return fault(Why.SYNTAX, place, problem=_PROBLEMS.get(error.problem or "", _OTHER))
