"""The plan file as a JSON Schema (draft 2020-12), for editors and for validators in CI.

It refuses no plan that the reader accepts, whether a validator sees scalars as texts or typed as YAML types them. What
a schema cannot say (columns that do not exist, dates that do not, sums) is left to ``sxtdbv check``.
"""

from typing import Any

from sxtdbv_cli.files.yaml.columns import YEAR
from sxtdbv_cli.model.plan import Role
from sxtdbv_cli.model.units import MOST_DECIMALS
from sxtdbv_cli.text.language import Language, Text

DRAFT = "https://json-schema.org/draft/2020-12/schema"
NAME = "urn:sxtdbv:plan:1"

_TWO_READINGS = "-?[1-9][0-9]{0,2},[0-9]{3}"
_GROUPED = r"[1-9][0-9]{0,2}(\.[0-9]{3})+"
AMOUNT = rf"^(?!{_TWO_READINGS}$)(?!-0(,0*)?$)-?((0|[1-9][0-9]*|{_GROUPED})(,[0-9]+)?|[1-9][0-9]{{0,2}}(_[0-9]{{3}})+)$"
"""An amount as a text: digits, groups of three after dots or underscores, a decimal comma."""

Schema = dict[str, Any]

_TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
_SAID: Schema = {"type": ["string", "number", "boolean"]}
_FIGURE: Schema = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": AMOUNT}]}
_DATE: Schema = {"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_AMOUNTS: Schema = {"type": ["object", "null"], "additionalProperties": {"$ref": "#/$defs/amount"}}


def schema(language: Language) -> Schema:
    """The schema, described in a language; ``x-description-vi`` and ``-en`` hold both."""
    described: Schema = _described({**_TOP, "$defs": _DEFS}, language)
    return {"$schema": DRAFT, "$id": NAME, **described}


def _described(node: Any, language: Language) -> Any:
    """The same with every description as text."""
    if isinstance(node, list):
        return [_described(item, language) for item in node]
    if not isinstance(node, dict):
        return node
    found = {key: _described(value, language) for key, value in node.items() if not isinstance(value, Text)}
    said = node.get("description")
    if not isinstance(said, Text):
        return found
    return {"description": said.say(language), "x-description-vi": said.vi, "x-description-en": said.en, **found}


def _key(vi: str, en: str, what: Schema, **more: Any) -> Schema:
    """What a key holds."""
    return {"description": Text(vi, en), **what, **more}


def _group(properties: Schema, needed: tuple[str, ...] = (), *, blank: bool = False) -> Schema:
    """A group of known keys; one that may be left blank is null then."""
    found: Schema = {"type": ["object", "null"] if blank else "object", "properties": properties}
    if needed:
        found["required"] = list(needed)
    return {**found, "additionalProperties": False}


def _list(items: Schema, *, needed: bool = False) -> Schema:
    return {"type": "array" if needed else ["array", "null"], "items": items} | ({"minItems": 1} if needed else {})


_YEAR: Schema = {
    "anyOf": [{"type": "integer", "minimum": 1900, "maximum": 2199}, {"type": "string", "pattern": f"^{YEAR}$"}]
}
_WEIGHT: Schema = {"enum": [1, -1, "1", "+1", "-1"]}

_DOCUMENT = _group(
    {
        "number": _key("Số văn bản, ví dụ 160/KH-UBND.", "The number, such as 160/KH-UBND.", _TEXT),
        "date": _key("Ngày ban hành, ví dụ 2022-07-26.", "The date, such as 2022-07-26.", _DATE),
        "issuer": _key("Cơ quan ban hành.", "Who issued it.", _TEXT),
        "title": _key("Tên văn bản.", "The title.", _TEXT),
    }
)
_SOURCE = _group(
    {
        "complete": _key(
            "false nếu không đọc được bảng đến hết.",
            "false when the table could not be read to its end.",
            {"enum": [True, False, "true", "false", None]},
        ),
        "note": _key("Nguồn thiếu ở đâu.", "Where the source breaks off.", _TEXT),
    },
    blank=True,
)
_COLUMN = _group(
    {
        "key": _key("Tên cột, dùng trong amounts và declared.", "The name used in amounts and declared.", _SAID),
        "title": _key("Tên hiện trong bảng.", "What it is called in tables.", _TEXT),
        "year": _key("Năm của cột.", "Its year.", {"anyOf": [{"type": "null"}, _YEAR]}),
        "parts": _key(
            "Cột này là tổng của các cột nào: danh sách, hoặc nhóm với hệ số 1 và -1.",
            "The columns it is the sum of: a list, or a group with the weights 1 and -1.",
            {"anyOf": [_list(_SAID) | {"minItems": 1}, {"type": "object", "additionalProperties": _WEIGHT}]},
        ),
        "equals": _key("Công thức riêng, ví dụ plan - actual.", "A rule of its own, such as plan - actual.", _TEXT),
    },
    ("key",),
) | {"not": {"required": ["parts", "equals"]}}
_LINE = _group(
    {
        "code": _key("Số thứ tự (STT) trong bảng.", "Its number in the table (STT).", _TEXT),
        "title": _key("Nội dung của dòng.", "The text of the line.", _TEXT),
        "schedule": _key(
            "Thời gian thực hiện như đã in: Hằng năm, 2022, 2022-2024.",
            "When it is carried out, as printed: Hằng năm, 2022, 2022-2024.",
            _TEXT,
        ),
        "note": _key("Ghi chú.", "Any text.", _TEXT),
        "role": _key(
            "Cách tính vào dòng trên: part (cộng), of-which (trong đó, không cộng), deduction (trừ), memo (bỏ qua).",
            "How it counts above: part (added), of-which (never added), deduction (taken away), memo (ignored).",
            {"enum": [*(role.value for role in Role), None]},
        ),
        "equals": _key(
            "Công thức riêng theo mã dòng, ví dụ A + B - C; thay cho tổng các dòng con.",
            "A rule of its own by codes, such as A + B - C; it takes the place of the sum of its child lines.",
            _TEXT,
        ),
        "amounts": _key(
            "Số tiền theo cột; cột không nêu là để trống.",
            "One amount for a column; a column not named is blank.",
            _AMOUNTS,
        ),
        "lines": _key(
            "Các dòng con: dòng này là tổng của chúng ở mọi cột.",
            "Its child lines: the line is their sum in every column.",
            _list({"$ref": "#/$defs/line"}),
        ),
    },
    ("title",),
)
_ERRATUM = _group(
    {
        "line": _key("Đường dẫn của dòng (III/A/3.2), hoặc declared.", "The path of a line, or declared.", _SAID),
        "column": _key("Tên cột.", "The key of a column.", _SAID),
        "stated": _key("Số đã in.", "The figure as printed.", _FIGURE),
        "correct": _key("Số đúng.", "The figure that belongs there.", _FIGURE),
        "reason": _key("Lý do.", "Why.", _SAID),
        "by": _key("Người hoặc cơ quan đính chính.", "Who corrected it.", _TEXT),
        "date": _key("Ngày đính chính.", "When.", _DATE),
    },
    ("line", "column", "stated", "correct", "reason"),
)
_ACCEPTANCE = _group(
    {
        "rule": _key("Mã quy tắc, ví dụ SX204.", "The code of a rule, such as SX204.", _SAID),
        "line": _key("Đường dẫn của dòng, hoặc declared.", "The path of a line, or declared.", _TEXT),
        "column": _key("Tên cột.", "The key of a column.", _TEXT),
        "amounts": _key(
            "Các số của phát hiện; số đổi thì không còn được chấp nhận.",
            "The figures of the finding; once one changes it is accepted no more.",
            {"type": ["object", "null"], "additionalProperties": _FIGURE},
        ),
        "reason": _key("Lý do chấp nhận.", "Why it is accepted.", _SAID),
        "until": _key("Chấp nhận đến hết ngày này.", "Accepted to the end of this day.", _DATE),
        "by": _key("Người chấp nhận.", "Who accepted it.", _TEXT),
    },
    ("rule", "reason"),
)
_DEFS: Schema = {
    "amount": _key(
        "Một số tiền như trong văn bản (1.977.800.000), để trống nếu văn bản để trống. Trống không phải là 0.",
        "An amount as in the document (1.977.800.000), blank where the document is. Blank is not zero.",
        {"anyOf": [{"type": "null"}, *_FIGURE["anyOf"]]},
    ),
    "line": _LINE,
}
_TOP: Schema = {
    "title": "sxtdbv plan",
    **_key("Một kế hoạch có bảng kinh phí.", "A plan with its budget table.", {}),
    **_group(
        {
            "document": _key("Văn bản nào.", "Which document it is.", _DOCUMENT),
            "source": _key(
                "Nguồn số liệu, và có đầy đủ không.", "Where the figures come from, and all of them?", _SOURCE
            ),
            "unit": _key(
                "Đơn vị tính của số trong tệp; mặc định là đồng.",
                "The unit the amounts are written in; đồng where none is stated.",
                _TEXT,
                examples=["đồng", "nghìn đồng", "triệu đồng", "tỷ đồng", "USD"],
            ),
            "decimals": _key(
                "Số chữ số thập phân của một đồng tiền khác.",
                "The decimals of another currency.",
                {"enum": [*range(MOST_DECIMALS + 1), *map(str, range(MOST_DECIMALS + 1)), None]},
            ),
            "years": _key(
                "Dạng ngắn: cột total và một cột cho mỗi năm.",
                "The short form: the column total, and one for each year.",
                {**_list(_YEAR, needed=True), "uniqueItems": True},
            ),
            "columns": _key("Dạng dài: các cột bất kỳ.", "The long form: any columns.", _list(_COLUMN, needed=True)),
            "declared": _key(
                "Các tổng nêu trong lời văn, ngoài bảng.", "Totals stated in the text, outside the table.", _AMOUNTS
            ),
            "lines": _key(
                "Các dòng của bảng.", "The lines of the table.", _list({"$ref": "#/$defs/line"}, needed=True)
            ),
            "errata": _key(
                "Đính chính: số đã in vẫn giữ, cộng theo số đúng.",
                "Recorded corrections: the printed figures stay, sums use the correct ones.",
                _list(_ERRATUM),
            ),
            "accept": _key(
                "Những phát hiện đã xem và chấp nhận, có lý do.",
                "Findings that somebody looked at and accepts, with a reason.",
                _list(_ACCEPTANCE),
            ),
        },
        ("document", "lines"),
    ),
    "oneOf": [{"required": ["years"]}, {"required": ["columns"]}],
}
