"""What the YAML parser could not read, in words."""

import re

import yaml

from sxtdbv_cli.files.faults import Faults, Why, fault
from sxtdbv_cli.files.yaml.source import Source
from sxtdbv_cli.model.finding import Fault
from sxtdbv_cli.text.language import Text

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
    "found unexpected end of stream": Text(
        "tệp kết thúc giữa chừng: thiếu dấu nháy đóng", "the file ends too early: a closing quote is missing"
    ),
    "block sequence entries are not allowed in this context": Text(
        "dấu “-” không được đứng ở đây", "a “-” may not stand here"
    ),
    "did not find expected node content": Text("thiếu giá trị ở đây", "a value is missing here"),
    "found character that cannot start any token": Text(
        "ký tự này không được đứng đầu giá trị; hãy đặt giá trị trong dấu nháy",
        "no value can begin with this character; quote the value",
    ),
    "exceeded maximum nesting depth": Text(
        "lồng nhau quá sâu; hãy kiểm tra các dấu ngoặc [ và {", "nested too deep; check the brackets [ and {"
    ),
    "did not find expected <document start>": Text(
        "sau kế hoạch còn nội dung không thuộc kế hoạch; hãy kiểm tra thụt dòng",
        "there is text after the plan that does not belong to it; check the indentation",
    ),
}


def syntax_fault(source: Source, error: yaml.MarkedYAMLError) -> Fault:
    """What libyaml could not read, in words."""
    mark = error.problem_mark or error.context_mark
    position = min(mark.index, len(source.text)) if mark else 0
    place = source.place(position, position + 1)
    if source.text[position : position + 1] == "\t":
        return fault(Why.TAB, place)
    problem = error.problem or ""
    return fault(Why.SYNTAX, place, problem=_PROBLEMS.get(problem, problem))
