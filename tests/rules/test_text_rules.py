"""The rules about codes and characters: sharp cases, and what must stay silent."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sxtdbv_cli.check import check_plan
from sxtdbv_cli.files.yaml import parse
from sxtdbv_cli.model.plan import line_paths
from sxtdbv_cli.rules.texts import legacy_encoding

ABOUT_TEXT = ("SX3", "SX4")


def found(*lines: str, under: str | None = None) -> list[tuple[str, str]]:
    """The rule and the code of the line of every finding on lines given as ``code`` or ``code|title``."""
    rows = [line.partition("|") for line in lines]
    pad = "" if under is None else "      "
    text = "document: {}\nyears: [2022]\nlines:\n"
    if under is not None:
        text += f"  - code: {json.dumps(under)}\n    title: x\n    amounts: {{total: 1, 2022: 1}}\n    lines:\n"
    for number, (code, _, title) in enumerate(rows):
        named = f"code: {json.dumps(code)}, " if code else ""
        text += f"{pad}  - {{{named}title: {json.dumps(title or f'title {number}')}, amounts: {{total: 1, 2022: 1}}}}\n"
    loaded = parse(text, "plan.yaml")
    about = [finding for finding in check_plan(loaded).findings if finding.code.startswith(ABOUT_TEXT)]
    return [(finding.code, loaded.plan.lines.codes[int(finding.address[1])] or "") for finding in about]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("1.1", "1.3"), [("SX302", "1.3")]),
        (("I", "III"), [("SX302", "III")]),
        (("a", "c"), [("SX302", "c")]),
        (("II", "I"), [("SX302", "I")]),
        (("1", "1."), [("SX301", "1.")]),
        (("A", "A"), [("SX301", "A")]),
        (("1", "01"), [("SX301", "01")]),
        (("I", "A", "II"), []),
        (("a", "b", "c", "d", "đ", "e", "g"), []),
        (("d", "e", "f"), []),
        (("H", "I", "K"), []),
        (("H", "I", "J"), []),
        (("VIII", "IX", "X"), [("SX302", "VIII")]),
        (("II", "III"), [("SX302", "II")]),
        (("2", "3"), [("SX302", "2")]),
        (("071", "072", "074"), []),  # the budget index names: it does not count
        (("002", "003"), [("SX302", "002")]),
        (("II",), []),
        (("-", "-", "-"), []),
        (("+", "*", "+", "•", "•"), []),
        (("1", "-", "2", "-"), []),
        (("1.9", "1.10"), []),
        (("6001", "6003", "6051"), []),
        (("01.4130", "01.4150", "01.4190"), []),
        (("3", "7", "12", "20", "31"), []),
        (("01", "02", "10", "11", "20", "21", "22", "30", "31"), []),
        (("1", "2", "3", "10", "11", "20"), []),
        (("13", "12", "14"), []),
        (("8", "10", "9"), [("SX302", "10"), ("SX302", "9")]),
        (("1", "2", "3", "10", "11"), [("SX302", "10")]),
        (("1", "3", "4", "5", "6", "7"), [("SX302", "3")]),
        (("01", "02"), []),
        (("1.1", "1.2", "1.3", "2.1", "2.2"), []),
        (("i", "ii", "iii", "iv"), []),
        (("I", "II", "Ill"), [("SX304", "Ill")]),
        (("l.1",), [("SX304", "l.1")]),
        (("l.2",), [("SX304", "l.2")]),
        (("3.O",), [("SX304", "3.O")]),
        (("A.1", "A.2"), []),
        (("a.1",), []),
    ],
)
def test_codes(lines: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert found(*lines) == expected


@pytest.mark.parametrize(
    ("below", "expected"),
    [(("I", "B"), []), (("I",), [("SX302", "C")]), (("A", "B"), [("SX302", "C")]), (("I", "D"), [("SX302", "C")])],
)
def test_a_code_that_stands_below_the_line_before_is_not_missing(
    below: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    """A = I + B, so B was put below A; a list of its own below A is none of it."""
    amounts = "amounts: {total: 1, 2022: 1}"
    rows = "".join(f"      - {{code: {code}, title: Mục {code}, {amounts}}}\n" for code in below)
    text = f"document: {{}}\nyears: [2022]\nlines:\n  - code: A\n    title: Tổng chi\n    lines:\n{rows}"
    loaded = parse(f"{text}  - {{code: C, title: Bội chi, {amounts}}}\n", "plan.yaml")
    gaps = [finding for finding in check_plan(loaded).findings if finding.code == "SX302"]
    assert [
        ("SX302", loaded.plan.lines.codes[int(gap.address[1])]) for gap in gaps if gap.facts["code"] == "C"
    ] == expected


def test_what_many_siblings_share_is_told_once() -> None:
    lines = "".join(f"  - {{code: {code}, title: {title}}}\n" for code, title in zip("4444", "xyzx", strict=True))
    findings = check_plan(parse(f"document: {{}}\nyears: [2022]\nlines:\n{lines}", "plan.yaml")).findings
    told = [(one.code, one.address[1], one.facts) for one in findings if one.code in ("SX301", "SX306")]
    assert told == [
        ("SX301", 1, {"code": "4", "first": "x", "count": 4}),
        ("SX306", 3, {"first": "4"}),
    ]
    assert found(*["4|x"] * 3) == [("SX301", "4"), ("SX306", "4")]


def test_many_titles_that_come_again_are_told_once() -> None:
    """Where titles hardly tell lines apart, a finding for each of them is read by nobody."""
    titles = "wxyzwxyz"
    lines = "".join(f"  - {{code: {code}, title: {title}}}\n" for code, title in enumerate(titles, 1))
    findings = check_plan(parse(f"document: {{}}\nyears: [2022]\nlines:\n{lines}", "plan.yaml")).findings
    told = [(one.address[1], one.facts, [at[1] for at in one.related]) for one in findings if one.code == "SX306"]
    assert told == [(4, {"count": 4, "title": "w"}, [5, 6, 7])]
    assert [code for code, _ in found("1|x", "2|y", "3|z", "4|x", "5|y", "6|z") if code == "SX306"] == ["SX306"] * 3


@pytest.mark.parametrize(
    ("parent", "lines", "expected"),
    [
        ("1", ("2.1",), [("SX303", "2.1")]),
        ("1.1", ("1.10",), [("SX303", "1.10")]),
        ("1.1", ("1.1",), [("SX303", "1.1")]),
        ("01", ("1.1",), []),
        ("1", ("1.1", "1.2"), []),
        ("1", ("1.2", "1.3"), [("SX302", "1.2")]),
        ("1", ("1.2",), [("SX302", "1.2")]),
        ("1", ("-", "-"), []),
        ("A", ("3", "4"), []),
        ("III", ("3.2", "3.3"), []),
        ("III", ("1.1", "1.2"), []),
        ("III", ("3.1", "3.2"), []),
        ("III", ("3.1", "3.2", "4.3"), [("SX303", "4.3")]),
    ],
)
def test_codes_under_a_parent(parent: str, lines: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert found(*lines, under=parent) == expected


def test_a_code_read_wrongly_is_not_guessed_where_two_readings_are_possible() -> None:
    assert found("10", "1l") == [("SX304", "1l")]
    text = 'document: {}\nyears: [2022]\nlines:\n  - {code: "1l", title: x, amounts: {total: 1, 2022: 1}}\n'
    [finding] = [one for one in check_plan(parse(text, "plan.yaml")).findings if one.code == "SX304"]
    assert finding.facts["likely"] == "II / 11"


@pytest.mark.parametrize(
    "title",
    [
        "l¸I",
        "Së C«ng Th­¬ng",
        "Chi phÝ qu¶n lý dù ¸n",
        "ñoàng",
        "Sôû Coâng Thöông",
        "Ñaàu tö xaây döïng",
        "teân ñôn vò",
        "TËp huÊn",
        "Tæ chøc",
        "trang thiÕt bÞ",
        "Chi phÝ",
        "Hoäi nghò",
        "Y teá",
        "Hoäi nghò toång keát",
    ],
)
def test_a_legacy_encoding_is_named(title: str) -> None:
    assert ("SX403", "I") in found(f"I|{title}")


@pytest.mark.parametrize("title", ["NÃ³mina de EspaÃ±a", "GrÃ¶ÃŸe", "Dá»± toÃ¡n", "prÃ©vu"])
def test_utf8_that_was_saved_as_latin_letters_is_called_so(title: str) -> None:
    assert found(f"I|{title}") == [("SX403", "I")]
    assert legacy_encoding(title) == "UTF-8"


@pytest.mark.parametrize(
    "title",
    [
        "Sở Công Thương",
        "Đoàn kiểm tra số liệu thu chi",
        "dépenses effectuées et évaluées",
        "enquête et requête",
        "poète, poème",
        "Noël, Israël",
        "niños pequeños, años, españoles",
        "naïf, maïs, haïr",
        "10 kW·h và 5 m² (25°C)",
        "Toyota®Vios, Brand®",
        "«mot» et «chose», côté, hôtel",
        "Größe, Übung, Ärger, Öl",
        "ação, coração, São Paulo",
        "paral·lel, col·legi",
        "10 µm, 5µs, ½ kg, 3¾",
        "table¹, note ² and §4",
        "Hoà bình, hàng hoá, toà nhà, khoá hè, hoè, thuý",
        "Hoà, toà, khoá",
        "leões, João, geändert, baúl, Ñuñoa",
        "Kho bạc Nhà nước",
        "où est la mère, là ou très tôt",
        "le montant dû à la société, née à l'hôpital",
        "La mãe, a mãe e o pai",
        "não há pão, põe a mão no avô",
        "él está aquí: sí, más día",
        "Öl für Tür und Söhne, Übung, Grün",
        "på, må så",
        "cao 10 µm",
        "CAFÉ, CÔTÉ, ÉTÉ, MÜNCHEN, ESPAÑA",
        "Nói, báo cáo, Tính toán, khám và chữa",
        "José Núñez, Besançon, Zoë, naïveté",
        "Tổng chi phí",
    ],
)
def test_ordinary_writing_is_no_legacy_encoding(title: str) -> None:
    assert found(f"I|{title}") == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("a\u200bb", [("SX402", "I")]),
        ("a\u202eb", [("SX402", "I")]),
        ("a\u00adb", [("SX402", "I")]),
        ("a\u00a0b", []),
        ("e\u0302\u0301", [("SX401", "I")]),
        (" ", [("SX305", "I")]),
        ("\u200b", [("SX305", "I"), ("SX402", "I")]),
    ],
)
def test_characters(title: str, expected: list[tuple[str, str]]) -> None:
    assert found(f"I|{title}") == expected


def test_the_same_title_twice_whatever_its_case_and_spaces() -> None:
    assert found("1|Tập huấn", "2|tập  HUẤN") == [("SX306", "2")]


def test_the_same_title_in_two_forms_of_unicode() -> None:
    assert found("1|Tập huấn", "2|" + unicodedata.normalize("NFD", "Tập huấn")) == [("SX306", "2"), ("SX401", "2")]


def test_roman_parents_are_held_to_their_number_where_the_plan_goes_by_it() -> None:
    assert _branches(I="1.1", II="1.1", III="3.1", IV="4.1") == [("SX303", "1.1")]
    assert _branches(I="1.1", II="2.1", III="3.1") == []
    assert _branches(I="1.1", II="1.1", III="3.1") == [("SX303", "1.1")]
    assert _branches(I="1.1", II="1.1", III="1.1", IV="4.1") == []


def _branches(**codes: str) -> list[tuple[str, str]]:
    """What is found in a plan of branches with one line each."""
    row = "amounts: {total: 1, 2022: 1}"
    lines = "".join(
        f"  - code: {code}\n    title: {code}\n    {row}\n    lines:\n      - {{code: '{child}', title: x, {row}}}\n"
        for code, child in codes.items()
    )
    loaded = parse(f"document: {{}}\nyears: [2022]\nlines:\n{lines}", "plan.yaml")
    about = [finding for finding in check_plan(loaded).findings if finding.code.startswith(ABOUT_TEXT)]
    return [(finding.code, loaded.plan.lines.codes[int(finding.address[1])] or "") for finding in about]


def test_bullets_are_named_by_their_place() -> None:
    assert line_paths(("I", "-", "-", None, "•", "II"), (-1, 0, 0, 0, 0, -1)) == [
        "I",
        "I/#1",
        "I/#2",
        "I/#3",
        "I/#4",
        "II",
    ]


ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"]


@given(st.integers(1, 15), st.sampled_from(["I", "1", "01", "A", "a", "3.1", "3.1.1"]))
def test_a_list_numbered_in_order_is_silent(count: int, style: str) -> None:
    numbers = range(1, count + 1)
    styles = {
        "I": ROMAN[:count],
        "1": [str(n) for n in numbers],
        "01": [f"{n:02}" for n in numbers],
        "A": [chr(ord("A") + n - 1) for n in numbers],
        "a": [chr(ord("a") + n - 1) for n in numbers],
        "3.1": [f"3.{n}" for n in numbers],
        "3.1.1": [f"3.1.{n}" for n in numbers],
    }
    assert found(*styles[style]) == []


def test_the_soft_hyphen_of_tcvn3_is_no_invisible_character() -> None:
    """Its advice would be to delete a letter."""

    def found(title: str) -> list[str]:
        plan = parse(f'document: {{}}\nyears: [2022]\nlines:\n- {{title: "{title}", amounts: {{2022: 1}}}}\n', "p.yaml")
        return [finding.code for finding in check_plan(plan).findings]

    assert found("C«ng nghiÖp vµ th\\xad¬ng m¹i") == ["SX403"]
    assert found("Công nghiệp và thương\\xad mại") == ["SX402"]
