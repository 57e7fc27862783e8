"""The shared texts of a workbook are the same by the quick way and by the parser."""

from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sxtdbv_cli.files.xlsx.strings import parsed, read_strings

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TEXTS = st.lists(st.text(st.sampled_from("aĐ <&>\r\n\t_x0041]\ufffd\U0001f600"), max_size=8), max_size=6)
PIECES = (
    "<si>",
    "</si>",
    "<t>",
    "</t>",
    "<t/>",
    "<si/>",
    "<r>",
    "</r>",
    "<rPh>",
    "</rPh>",
    "a",
    " ",
    "&amp;",
    "]]>",
    "<!-- -->",
)


def book_of(inside: str) -> bytes:
    return f'{HEAD}<sst xmlns="{SPACE}" count="9" uniqueCount="7">{inside}</sst>'.encode()


def read(xml: bytes) -> list[str] | None:
    try:
        return read_strings(xml)
    except ValueError:
        return None


def by_parser(xml: bytes) -> list[str] | None:
    try:
        return parsed(xml)
    except ValueError:
        return None


@given(TEXTS)
def test_texts_come_back_whatever_they_hold(texts: list[str]) -> None:
    xml = book_of("".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in texts))
    assert read(xml) == by_parser(xml)


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_no_form_is_read_otherwise_than_by_the_parser(pieces: list[str]) -> None:
    for inside in ("".join(pieces), f"<si><t>{''.join(pieces)}</t></si>"):
        assert read(book_of(inside)) == by_parser(book_of(inside))


@pytest.mark.parametrize(
    "broken", [b"<sst>", b"\xff\xfe", book_of("<si><t>\x07</t></si>"), book_of("<si><t>]]></t></si>")]
)
def test_what_is_no_xml_is_refused(broken: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_strings(broken)
