"""Balance sheets and accounts of clubs, towns and societies in other languages: levels, totals, marks."""

import pytest

from recogniser.made import columns, doubts, lines, reading
from sxtdbv_cli.tables.figures.exact import What, read_text
from sxtdbv_cli.tables.figures.notation import Notation
from sxtdbv_cli.tables.words.totals import is_total, named_by_total


def table(*rows: str, header: str = "| Item | 2024 |") -> str:
    """A table of bars below its header."""
    return "\n".join([header, "|---" * (header.count("|") - 1) + "|", *rows]) + "\n"


BALANCE = [
    "| ACTIU | |",
    "| ACTIU FIX | 1.250 |",
    "| Edificis | 1.000 |",
    "| Mobles | 250 |",
    "| ACTIU CORRENT | 430 |",
    "| Deutors | 30 |",
    "| Caixa | 400 |",
    "| TOTAL ACTIU | 1.680 |",
]


def test_a_word_in_capitals_above_others_of_several_words_begins_the_levels() -> None:
    found = reading(table(*BALANCE), "x.md")
    assert lines(found) == [
        "ACTIU | 1680",
        "  ACTIU FIX | 1250",
        "    Edificis | 1000",
        "    Mobles | 250",
        "  ACTIU CORRENT | 430",
        "    Deutors | 30",
        "    Caixa | 400",
    ]
    assert doubts(found) == []


def test_a_short_name_in_capitals_is_a_line_like_the_others() -> None:
    rows = ["| INCOME | |", "| Gifts | 480 |", "| GIVE | 120 |", "| Fair | 60 |", "| Total income | 660 |"]
    assert lines(reading(table(*rows), "x.md")) == ["INCOME | 660", "  Gifts | 480", "  GIVE | 120", "  Fair | 60"]


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Sum langsiktig gjeld", "langsiktig gjeld"),
        ("Sum finansposter", "finansposter"),
        ("会費収入計", "会費収入"),
        ("経常費用計", "経常費用"),
        ("管理費計", "管理費"),
    ],
)
def test_totals_are_known_by_the_word_before_or_behind_any_name(title: str, named: str) -> None:
    assert is_total(title)
    assert named_by_total(title) == named


@pytest.mark.parametrize("title", ["Sum insured", "Sum of squares", "法人会計", "設計", "Sum họp gia đình"])
def test_other_words_are_no_totals(title: str) -> None:
    assert not is_total(title)


def test_the_total_of_a_single_line_is_that_of_its_section() -> None:
    rows = ["| EGENKAPITAL OG GJELD | |", "| Egenkapital | |", "| 2000 Innskutt | 1000 |", "| 2099 Resultat | 250 |"]
    rows += ["| Sum Egenkapital | 1250 |", "| Kort gjeld | |", "| 2900 Kort gjeld | 340 |", "| Sum Kort gjeld | 340 |"]
    found = reading(table(*rows, "| SUM EGENKAPITAL OG GJELD | 1590 |"), "x.md")
    assert lines(found) == [
        "EGENKAPITAL OG GJELD | 1590",
        "  Egenkapital | 1250",
        "    2000 Innskutt | 1000",
        "    2099 Resultat | 250",
        "  Kort gjeld | 340",
        "    2900 Kort gjeld | 340",
    ]


def test_headings_of_signs_typed_apart_are_words() -> None:
    rows = ["| 収入の部 | | | |", "| 会 費 | 500 | 480 | 20 |", "| 寄 付 | 300 | 340 | △ 40 |"]
    found = reading(table(*rows, "| 収入計 | 800 | 820 | △ 20 |", header="| 科 目 | 予 算 | 決 算 | 差 異 |"), "x.md")
    assert lines(found) == ["収入の部 | 800 820 -20", "  会 費 | 500 480 20", "  寄 付 | 300 340 -40"]
    assert [*columns(found)] == ["予 算", "決 算", "差 異"]


def test_nil_is_a_mark_for_nothing() -> None:
    assert read_text("Nil", Notation(".")).what is What.BLANK
    rows = ["| Debtors | Nil |", "| Prepaid | Nil |", "| Cash | 1.200,50 |", "| Total assets | 1.200,50 |"]
    found = reading(table(*rows, header="| Item | 2024 € |"), "x.md")
    assert lines(found)[:2] == ["Debtors | .", "Prepaid | ."]
    assert doubts(found) == []


def test_numbers_before_titles_nest_what_columns_of_titles_do_not() -> None:
    rows = ["| 1. Ordinary | | | |", "| (1) Income | | | |", "| 1) Fees | | 700 | 710 |", "| | Members | 600 | 590 |"]
    rows += ["| | Friends | 100 | 120 |", "| 2) Gifts | | 50 | 40 |", "| Total income | | 750 | 750 |"]
    found = reading(table(*rows, header="| Item | | 2024 | 2023 |"), "x.md")
    assert lines(found) == [
        "1. Ordinary | . .",
        "  (1) Income | 750 750",
        "    1) Fees | 700 710",
        "      Members | 600 590",
        "      Friends | 100 120",
        "    2) Gifts | 50 40",
    ]


def test_a_letter_with_a_number_and_a_bracket_is_a_level_above_numerals() -> None:
    rows = ["| A) PATRIMONIO NETO | 940 | 880 |", "| A-1) Fondos propios | 840 | 810 |", "| I. Dotación | 600 | 600 |"]
    rows += ["| II. Reservas | 240 | 210 |", "| A-2) Subvenciones | 100 | 70 |", "| B) PASIVO CORRIENTE | 60 | 45 |"]
    rows += ["| I. Deudas | 60 | 45 |", "| TOTAL (A+B) | 1.000 | 925 |"]
    found = reading(table(*rows, header="| PASIVO | 2024 | 2023 |"), "x.md")
    assert lines(found) == [
        "A) PATRIMONIO NETO | 940 880",
        "  A-1) Fondos propios | 840 810",
        "    I. Dotación | 600 600",
        "    II. Reservas | 240 210",
        "  A-2) Subvenciones | 100 70",
        "B) PASIVO CORRIENTE | 60 45",
        "  I. Deudas | 60 45",
        "declared | 1000 925",
    ]
    assert doubts(found) == []


def test_numerals_behind_lesser_numbers_still_head_a_level_above() -> None:
    rows = ["| 1. Staff | 60 |", "| 2. Rent | 40 |", "| I. Works | 900 |", "| 1. Roof | 900 |", "| Total | 1.000 |"]
    assert lines(reading(table(*rows), "x.md"))[2:4] == ["I. Works | 900", "  1. Roof | 900"]


def test_the_total_of_one_side_heads_no_other_in_a_balanced_budget() -> None:
    rows = ["| Revenues | |", "| Taxes | 134,200.50 |", "| State aid | 12,300.25 |", "| Total Revenues | 146,500.75 |"]
    rows += ["| Expenses | |", "| Works | 130,000.75 |", "| Police | 18,000.50 |", "| Sub Total | 148,001.25 |"]
    rows += [
        "| Reserves | (2,000.50) |",
        "| Overlay | 500.00 |",
        "| Total Expenditures | 146,500.75 |",
        "| Mill rate | 0.0171 |",
    ]
    assert lines(reading(table(*rows), "x.md")) == [
        "Revenues | 146500.75",
        "  Taxes | 134200.5",
        "  State aid | 12300.25",
        "Total Expenditures | 146500.75",
        "  Expenses | 148001.25",
        "    Works | 130000.75",
        "    Police | 18000.5",
        "  Reserves | -2000.5",
        "  Overlay | 500",
        "Mill rate | 0.0171",
    ]
