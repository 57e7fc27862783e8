"""The currency that number formats show, where nothing else states a unit."""

import io
import zipfile

import pytest

from recogniser.made import book, reading
from sxtdbv_cli.tables.units.stated import symbols_of

ROWS = [
    ["STT", "Nội dung", "Tổng", "2022", "2023"],
    [1, "Mua sách", 300, 100, 200],
    [2, "Mua bàn", 510, 200, 310],
    ["", "Tổng cộng", 810, 300, 510],
]
SHOWN = {
    "#,##0 [$₫-42A]": "đồng",
    "#,##0 [$VND];[Red]-#,##0 [$VND]": "đồng",
    "0[$VND]": "đồng",
    "[$đ]\\ #,##0": "đồng",
    '#,##0" đ"': "đồng",
    '#,##0\\ "VNĐ"': "đồng",
    "[$€-407] #,##0.00": "EUR",
    "[$EUR] #,##0": "EUR",
    "[$£-809]#,##0": "GBP",
    "[$$-409]#,##0": "USD",
    "[$$-C09]#,##0": "AUD",
    '_("$"* #,##0_);_("$"* (#,##0)': "USD",
    '"Rp"#,##0': "IDR",
    "[$-42A]#,##0": None,
    "[$-409]#,##0;[Red]-#,##0": None,
    "#,##0\\ \\V\\N\\D": "đồng",
    "#,##0.00": None,
    '_-* #,##0\\ _₫_-;\\-* #,##0\\ _₫_-;_-* "-"\\ _₫_-;_-@_-': None,
    "_-* #,##0\\ [$₫-42A]_-": "đồng",
    '#,##0 "điểm"': None,
    '#,##0.0 "triệu"': "triệu đồng",
    '#,##0 "tr.đ";[Red]-#,##0 "tr.đ"': "triệu đồng",
    '#,##0\\ "nghìn đồng"': "nghìn đồng",
    "#,##0 VND": "đồng",  # as programs write it: no date, though it has a D
}
"""What a spreadsheet shows with a format, which was looked up in one: a number of a land alone shows no sign."""


@pytest.mark.parametrize("code", SHOWN)
def test_a_format_shows_the_currency_of_its_sign(code: str) -> None:
    found = reading(book(ROWS, formats={f"{column}{row}": code for column in "CDE" for row in (2, 3, 4)}))
    assert (found.sheet.understanding.unit, *symbols_of([code])) == ((SHOWN[code],) * 2 if SHOWN[code] else (None,))


@pytest.mark.parametrize(
    ("unit", "code", "other"),
    [
        ("đồng", '#,##0 "triệu"', "triệu đồng"),
        ("triệu đồng", '#,##0 "nghìn đồng"', "nghìn đồng"),
        ("nghìn đồng", '"$"#,##0', "USD"),
        ("triệu đồng", '#,##0 "triệu"', None),
        ("đồng", '#,##0,, "triệu"', None),  # the cells hold đồng
        ("triệu đồng", '#,##0 "đ"', None),  # only a sign
        ("USD", "[$€-407] #,##0", None),
    ],
)
def test_a_format_that_shows_another_unit_than_the_table_states_is_told(
    unit: str, code: str, other: str | None
) -> None:
    rows = [[f"ĐVT: {unit}"], *ROWS]
    found = reading(book(rows, formats={f"{column}{row}": code for column in "CDE" for row in (3, 4, 5)}))
    told = [doubt.facts["others"] for doubt in found.sheet.understanding.doubts if "others" in doubt.facts]
    assert (found.sheet.understanding.unit, told) == (unit, [other] if other else [])


CELL = (
    '<table:table-cell office:value-type="currency" office:currency="{currency}" office:value="{value}">'
    "<text:p>{value}</text:p></table:table-cell>"
)


@pytest.mark.parametrize(("currency", "unit"), [("VND", "đồng"), ("EUR", "EUR"), ("USD", "USD")])
def test_cells_of_a_currency_in_an_open_document(currency: str, unit: str) -> None:
    rows = ""
    for row in ROWS:
        cells = [
            CELL.format(currency=currency, value=one)
            if isinstance(one, int) and at > 1
            else f'<table:table-cell office:value-type="string"><text:p>{one}</text:p></table:table-cell>'
            for at, one in enumerate(row)
        ]
        rows += f"<table:table-row>{''.join(cells)}</table:table-row>"
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f"<office:document-content{names}><office:body><office:spreadsheet>"
            f'<table:table table:name="A">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    assert reading(stream.getvalue(), "plan.ods").sheet.understanding.unit == unit
