"""Text in any encoding Vietnamese offices use: read exactly, or refused; never read wrongly."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sxtdbv_cli.check import Doubt, check_plan
from sxtdbv_cli.files.encoding import decode_any
from sxtdbv_cli.files.read import file_type, load
from sxtdbv_cli.model.choices import Choices
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.text import legacy
from sxtdbv_cli.text.language import Language
from sxtdbv_cli.text.vietnamese import is_abbreviation, is_syllable, words

PLAN = (Path(__file__).parents[2] / "data/plan_2022_2025.yaml").read_text(encoding="utf-8")
TONES = "\u0300\u0301\u0303\u0309\u0323"
LETTERS = [unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in ("", *TONES)] + ["đ"]


def cp1258(text: str) -> bytes:
    """As Windows stores Vietnamese: the tone behind its letter."""
    out = []
    for letter in text:
        decomposed = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in decomposed if mark in TONES)
        rest = unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in TONES))
        out.append(rest + tone)
    return "".join(out).encode("cp1258")


def typed(text: str, scheme: str) -> str:
    """A text in Unicode as it was typed in a legacy encoding: the oracle is the table read backwards."""
    back = {letter: code for code, letter in legacy.SCHEMES[scheme].items()}
    return "".join(back.get(letter, letter) for letter in text)


def test_every_syllable_of_the_plan_is_one() -> None:
    found = {word for word in words(PLAN) if not is_abbreviation(word)}
    assert len(found) > 200
    assert [word for word in sorted(found) if not is_syllable(word)] == ["đ"] or all(map(is_syllable, found))


@pytest.mark.parametrize("word", ["céng", "Tæng", "Résumé", "nãm".upper() + "x", "càt", "đđ", "ngé", "qư", "ùng"[::-1]])
def test_what_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize("scheme", legacy.SCHEMES)
def test_a_legacy_encoding_has_every_letter_once(scheme: str) -> None:
    assert set(LETTERS) - set("aeiouy") <= set(legacy.SCHEMES[scheme].values())
    for letter in LETTERS:
        assert legacy.convert(typed(letter, scheme), scheme) == letter


@pytest.mark.parametrize("scheme", legacy.SCHEMES)
def test_the_plan_survives_a_legacy_encoding(scheme: str) -> None:
    text = PLAN.replace("“", '"').replace("”", '"').lower()
    old = typed(text, scheme)
    assert old != text
    assert legacy.scheme_of(old.splitlines()) == scheme
    assert legacy.convert(old, scheme) == text


def test_known_legacy_words() -> None:
    """Words as they stand in real files."""
    assert legacy.convert("Tæng céng; ChÕ ®é; Chi ®Çu t\xad; TæNG CéNG; §¬n vÞ", "TCVN3") == (
        "Tổng cộng; Chế độ; Chi đầu tư; TỔNG CỘNG; Đơn vị"
    )
    assert legacy.convert("Toång coäng; Ñaàu tö; NGAÂN SAÙCH NHAØ NÖÔÙC; Kyõ thuaät; Ñôn vò", "VNI") == (
        "Tổng cộng; Đầu tư; NGÂN SÁCH NHÀ NƯỚC; Kỹ thuật; Đơn vị"
    )


@pytest.mark.parametrize(
    ("typed_as", "shown"),
    [
        ("SöA CH÷A §ÞNH Kú", "SỬA CHỮA ĐỊNH KỲ"),
        ("SöA CH÷A §éT XUÊT", "SỬA CHỮA ĐỘT XUẤT"),
        ("CHI ë X·", "CHI Ở XÃ"),
        ("Chi kú 2 ë x·; Kú 1", "Chi kỳ 2 ở xã; Kỳ 1"),
        ("B¸o c¸o THU ë x·", "Báo cáo THU ở xã"),
    ],
)
def test_capitals_of_a_font_that_has_none_with_a_tone(typed_as: str, shown: str) -> None:
    assert legacy.convert(typed_as, "TCVN3") == shown


@pytest.mark.parametrize(
    "texts",
    [
        ["Résumé", "déjà", "où", "Noël", "garçon", "crème brûlée"],
        ["Tổng cộng", "Đơn vị", "hoà bình"],
        ["và", "các", "là", "hoà", "khoá"],
        ["Año", "España", "mañana", "niño"],
        ["£ 30000", "µ", "100 ¶"],
        [],
    ],
)
def test_other_writing_is_left_alone(texts: list[str]) -> None:
    assert legacy.scheme_of(texts) is None


ENCODERS = {
    "utf-8": lambda text: text.encode(),
    "utf-8 with its mark": lambda text: text.encode("utf-8-sig"),
    "utf-16-le with its mark": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "utf-16-be with its mark": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "utf-32 with its mark": lambda text: text.encode("utf-32"),
    "cp1258": cp1258,
    "TCVN3": lambda text: typed(text, "TCVN3").encode("cp1252"),
    "VNI": lambda text: typed(text, "VNI").encode("cp1252"),
    "decomposed": lambda text: unicodedata.normalize("NFD", text).encode(),
}


@pytest.mark.parametrize("name", ENCODERS)
def test_the_plan_is_read_in_every_encoding(name: str) -> None:
    text = PLAN.replace("“", '"').replace("”", '"').lower()
    found = decode_any(ENCODERS[name](text), "plan.csv")
    assert found.text == text
    assert found.encoding in (name.partition(" ")[0], "utf-8", "utf-32-le")


LONG = {word for word in words(PLAN) if len(word) > 1}
"""A letter alone proves nothing: in TCVN3 ô looks like «."""
SAMPLE = st.lists(st.sampled_from(sorted({*LONG, "Tong", "1.000", "ISO"})), min_size=1, max_size=8)


@given(SAMPLE, st.sampled_from(sorted(ENCODERS)))
def test_a_reading_is_never_wrong(sample: list[str], name: str) -> None:
    """Few words may not be enough to tell: then the file is refused, not misread."""
    text = " ".join(sample).lower()
    try:
        assert decode_any(ENCODERS[name](text), "x.csv").text == text
    except Unreadable as error:
        assert name in ("cp1258", "TCVN3", "VNI")
        assert error.faults[0].code == "SX002"


def test_a_control_character_is_named_behind_a_byte_order_mark_too() -> None:
    for mark in (b"", b"\xef\xbb\xbf"):
        with pytest.raises(Unreadable) as caught:
            decode_any(mark + "a\nđ\x1b".encode(), "x.csv")
        (fault,) = caught.value.faults
        assert (fault.facts["character"], str(fault.place)) == ("U+001B", "x.csv:2:2")


def code(content: bytes, stated: str | None = None) -> str:
    with pytest.raises(Unreadable) as caught:
        decode_any(content, "x.csv", stated)
    return caught.value.faults[0].message.en


def test_two_readings_are_shown() -> None:
    content = "n\xe3m".encode("cp1252")  # năm in cp1258, nãm in cp1252
    with pytest.raises(Unreadable) as caught:
        decode_any(content, "x.csv")
    readings = caught.value.faults[0].facts["readings"]
    assert "cp1258 “năm”" in str(readings)
    assert decode_any(content, "x.csv", "cp1258").text == "năm"


def test_what_is_no_text_is_refused() -> None:
    assert "tried" in code(bytes(range(128, 256)))
    assert "tried" in code("Привет мир".encode("cp1251"))
    assert "tried" in code("Tổng cộng".encode()[:-1] + b"\xff\xfe")
    assert "control" in code("Tổng \x1b[31m".encode())
    assert "tried" in code(b"PK\x03\x04\x00\x00\xff\xfe")
    assert "not in the encoding" in code("Tổng".encode(), "ascii")
    assert "no encoding" in code(b"x", "klingon")
    assert "no encoding" in code(b"x", "rot13")
    assert decode_any("Café; 30 €; £ 5".encode("cp1252"), "x.csv").text == "Café; 30 €; £ 5"
    for text in (
        "Órgão;Dotação;Inversões;Licitações",
        "År;Bevilling i alt;Løn;Områder",
        "Förslag;Åtgärd;Summa",
        "Grus til 20 m³ på 36 m²",
    ):
        assert decode_any(text.encode("cp1252"), "x.csv").text == text


TABLE = "STT;Nội dung;Kinh phí (đồng)\n1;Tập huấn cán bộ;500\n2;Hội nghị sơ kết;400\n;Tổng cộng;900\n"


@pytest.mark.parametrize(
    ("content", "stated", "said"),
    [
        (ENCODERS["TCVN3"](TABLE.lower()), None, ["SX521: the file is in TCVN3; it was read as Unicode"]),
        (ENCODERS["VNI"](TABLE.lower()), None, ["SX521: the file is in VNI; it was read as Unicode"]),
        (ENCODERS["TCVN3"](TABLE.lower()), "TCVN3", []),
        (ENCODERS["cp1258"](TABLE), None, []),  # cp1258 knows no other way
        (TABLE.encode(), None, []),
        (
            unicodedata.normalize("NFD", TABLE).encode("utf-16"),
            None,
            ["SX517: decomposed text (NFD) was turned into NFC throughout the file"],
        ),
    ],
)
def test_what_was_converted_is_told(content: bytes, stated: str | None, said: list[str]) -> None:
    loaded = load(file_type("a.csv"), content, "a.csv", Choices(encoding=stated))
    findings = check_plan(loaded, doubt=Doubt(wanted=False)).findings
    assert [f"{found.code}: {found.message.say(Language.EN, found.facts)}" for found in findings] == said


LOST = "STT,N?i dung,S? ti?n (đ?ng)\r\n1,Ti?n đi?n,500\r\n2,Ti?n n??c,300\r\n,T?ng c?ng,800\r\n"


def test_letters_lost_in_a_plain_csv_are_told_and_nothing_is_guessed() -> None:
    plain = LOST.replace("đ", "?").replace("N?i", "Nội").replace("Nội", "N\xf4i")
    with pytest.raises(Unreadable) as refusal:
        decode_any(plain.encode("cp1252"), "x.csv")
    assert "ti?n" in str(refusal.value.faults[0].facts["words"])
    assert decode_any(plain.encode("cp1252"), "x.csv", "cp1252").text == plain


def test_letters_lost_before_a_file_was_saved_as_unicode_are_a_warning() -> None:
    loaded = load(file_type("x.csv"), LOST.encode("utf-8-sig"), "x.csv")
    (found,) = [one for one in check_plan(loaded, doubt=Doubt(wanted=False)).findings if one.code == "SX517"]
    assert (found.severity, found.facts["text"]) == ("warning", "N?i")


def test_questions_and_addresses_lose_no_letters() -> None:
    text = "Item,Amount\nWhy? Who?,5\nhttps://a.vn/b?c=d https://a.vn/e?f=g https://a.vn/h?i=j,7\n"
    loaded = load(file_type("x.csv"), text.encode(), "x.csv")
    assert not [one for one in check_plan(loaded, doubt=Doubt(wanted=False)).findings if one.code == "SX517"]
