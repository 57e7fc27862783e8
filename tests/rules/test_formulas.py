"""Formulas are calculated as Python's fractions calculate them, and nothing makes the parser fall."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sxtdbv_cli.model.grid import Grid, GridCell, Kind
from sxtdbv_cli.model.place import Place
from sxtdbv_cli.rules.formulas.calculate import calculate
from sxtdbv_cli.rules.formulas.compare import terms
from sxtdbv_cli.rules.formulas.parse import NotRead

FIGURES = ["5", "0.1", "1977.8", "-3", "1000000000000"]
GRID = Grid("x", [[GridCell(Kind.NUMBER, text)] for text in FIGURES], lambda row, column: Place("x"))
CELLS = {f"A{row}": Fraction(text) for row, text in enumerate(FIGURES, 1)}

ATOMS = st.sampled_from(list(CELLS)) | st.integers(0, 10**6).map(str) | st.sampled_from(["0.5", "1.25"])


def join(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    signs = st.sampled_from([" + ", "-", "*", " / "])
    pairs = st.builds(lambda a, sign, b: f"{a}{sign}{b}", parts, signs, parts)
    return (
        pairs
        | parts.map(lambda text: f"({text})")
        | parts.map(lambda text: f"-({text})")
        | parts.map(lambda text: f"SUM({text};A1:A3)")
    )


def python(formula: str) -> Any:
    """The same with Python's own parser."""
    text = formula.replace("A1:A3", "*RANGE").replace(";", ",")
    for name in CELLS:
        text = text.replace(name, f"F('{name}')")
    for number in ("0.5", "1.25"):
        text = text.replace(number, f"N('{number}')")
    names = {"F": CELLS.__getitem__, "N": Fraction, "RANGE": [CELLS[f"A{row}"] for row in (1, 2, 3)]}
    return Fraction(eval(text, {**names, "SUM": lambda *values: sum(values, Fraction(0))}))


@given(st.recursive(ATOMS, join, max_leaves=8))
def test_a_formula_comes_to_what_fractions_come_to(formula: str) -> None:
    if "/" in formula:  # Python would divide whole numbers in binary
        formula = formula.replace(" / ", "*")
    assert calculate(GRID, f"={formula}").value == python(formula)


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("=ROUND(2.5,0)", 3),
        ("=ROUND(-2.5,0)", -3),
        ("=ROUND(1977.85,1)", Fraction("1977.9")),
        ("=ROUND(1250,-2)", 1300),
        ("=50%*A1", Fraction(5, 2)),
        ("=-A4^1", None),
        ("=A1/3", Fraction(5, 3)),
        ("=A9", 0),
        ("=SUM(A1:C9)", sum(CELLS.values())),
        ("=2*(A1+A4)", 4),
        ("= sum( A1 , A4 )", 2),
        ("=1E3", 1000),
    ],
)
def test_values(formula: str, value: Any) -> None:
    if value is None:
        with pytest.raises(NotRead):
            calculate(GRID, formula)
    else:
        assert calculate(GRID, formula).value == value


HOSTILE = [
    "=" + "(" * 5000,
    "=" + "-" * 5000 + "1",
    "=" + "SUM(" * 500 + "1" + ")" * 500,
    "=" + "+".join(["A1"] * 2500),
    "=SUM(A1:XFD1048576)",
    "=A0",
    "=ZZZZ1",
    "=A1:B2",
    "=",
    "=)",
    "=1.2.3",
    "=SUM(",
    '="a"',
    "=1" + "0" * 9000,
    "=1E999",
    "=ROUND(1,99)",
]


@pytest.mark.parametrize("formula", HOSTILE, ids=range(len(HOSTILE)))
def test_no_formula_makes_it_fall(formula: str) -> None:
    for read in (lambda: calculate(GRID, formula), lambda: terms(formula, 5)):
        try:
            read()
        except NotRead:
            continue


@given(st.text(st.sampled_from("=A1:B$+-*/(),;%.SUMROUND 9eE!'"), max_size=25))
def test_any_text_is_read_or_not_read(text: str) -> None:
    for read in (lambda: calculate(GRID, text), lambda: terms(text, 5)):
        try:
            read()
        except NotRead:
            continue


def test_terms_count_how_often_a_cell_is_added() -> None:
    assert terms("=SUM(A1:A3)+A2-A3", 5) == {(0, 0): 1, (1, 0): 2}
    assert terms("=-(A1-A2)", 5) == {(0, 0): -1, (1, 0): 1}


@pytest.mark.parametrize(
    ("cells", "stored", "noisy"),
    [
        (("71.4285714285714", "45.6"), "117.028571428571", True),  # LibreOffice writes 15 digits
        (("71.4285714285714", "45.6"), "117.02857143", False),
        (("1977.8", "0.1"), "1977.9", True),
        (("1977.8", "0.1"), "1977.90000001", False),
        (("333333333333.333", "0.5"), "333333333333.833", True),
    ],
)
def test_what_a_spreadsheet_may_be_off_by(cells: tuple[str, ...], stored: str, *, noisy: bool) -> None:
    grid = Grid("x", [[GridCell(Kind.NUMBER, text)] for text in cells], lambda row, column: Place("x"))
    found = calculate(grid, "=A1+A2")
    assert (abs(Fraction(stored) - found.value) <= found.noise) == noisy
