"""What the diagnosis says to people: one mistake, how many zeros, why nothing was located, errata that hold."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run
from sxtdbv_cli.files.yaml import parse
from sxtdbv_cli.model.diagnosis import Change, Cluster, Explanation
from sxtdbv_cli.render.diagnosis.text import Teller, is_brief
from sxtdbv_cli.render.diagnosis.text import told as shown
from sxtdbv_cli.text.language import Language

HEAD = "document: {}\nyears: [2022, 2023]\n"
ROWS = (
    "  - {code: 1, title: b, amounts: {total: 46.000.000, 2022: 12.000.000, 2023: 34.000.000}}\n"
    "  - {code: 2, title: c, amounts: {total: 70.000.000, 2022: 23.000.000, 2023: 47.000.000}}\n"
)


@pytest.fixture
def told(sxtdbv: Run, tmp_path: Path) -> Callable[..., str]:
    def tell(text: str, *options: str, command: str = "diagnose") -> str:
        path = tmp_path / "plan.yaml"
        path.write_text(text, "utf-8")
        return sxtdbv(command, str(path), "--lang", "en", *options, COLUMNS="200").out

    return tell


def plan(total: str, first: str, second: str, rows: str = ROWS) -> str:
    amounts = f"{{total: {total}, 2022: {first}, 2023: {second}}}"
    return f"{HEAD}lines:\n- code: I\n  title: a\n  amounts: {amounts}\n  lines:\n{rows}"


def test_one_line_left_out_is_one_mistake(told: Callable[..., str]) -> None:
    out = told(plan("177.300.000", "48.100.000", "129.200.000"))
    assert "3 of 6 sums fail. One mistake explains them all; cell by cell it takes 3 amounts, no fewer." in out
    assert "looks like line I not updated after a figure below it was changed" in out
    assert "looks like a line left out under I, worth Total 61.300.000, 2022 13.100.000, 2023 48.200.000" in out


@pytest.mark.parametrize(
    ("stated", "said"),
    [("11.600.000", "1 zero missing"), ("116.000", "3 zeros missing"), ("1.160.000.000", "1 zero too many")],
)
def test_how_many_zeros_is_said(told: Callable[..., str], stated: str, said: str) -> None:
    assert f"is wrong: {said};" in told(plan(stated, "35.000.000", "81.000.000"))


def test_a_filled_blank_is_not_passed_over(told: Callable[..., str]) -> None:
    rows = ROWS.replace(", 2023: 34.000.000", "").replace("total: 70.", "total: 71.")
    assert "no other can. Blank cells are filled from the sums." in told(
        plan("116.000.000", "35.000.000", "81.000.000", rows)
    )


def test_a_search_that_ended_is_not_too_many_sums(told: Callable[..., str]) -> None:
    out = told(plan("11.600.000", "35.000.000", "81.000.000"), "--budget", "0")
    assert "At least 1 amount is needed" in out
    assert "No cells were located within the limits of the search (2 sums)" in out


def test_a_table_and_its_declared_total_in_different_units(told: Callable[..., str]) -> None:
    text = plan("116.000.000", "35.000.000", "81.000.000").replace("lines:", "declared: {total: 116.000}\nlines:", 1)
    assert "different units in the table and in “Declared in the text” (off by a factor of 1.000)" in told(text)


ERRATUM = "- {{line: I, column: total, stated: 11.600.000, correct: {}, reason: CV 12, by: STC, date: 2022-08-01}}\n"
PRINTED = plan("11.600.000", "35.000.000", "81.000.000") + "errata:\n"


def test_the_errata_that_hold_are_told(told: Callable[..., str]) -> None:
    out = told(PRINTED + ERRATUM.format("116.000.000"), command="check")
    assert "2 sums fail as printed and hold with the errata." in out
    assert "Erratum of I, Total: 11.600.000 → 116.000.000 (CV 12, STC, 2022-08-01)" in out


def test_of_two_errata_for_one_cell_none_holds(told: Callable[..., str]) -> None:
    out = told(PRINTED + ERRATUM.format("116.000.000") + ERRATUM.format("117.000.000"), command="check")
    assert "there are several errata of I, column total" in out
    assert "Erratum of" not in out
    assert "errors: 3" in out


def test_an_erratum_that_leaves_a_sum_worse_names_the_sum(told: Callable[..., str]) -> None:
    out = told(PRINTED + ERRATUM.format("500.000.000"), command="check")
    assert "the sum of I, column total is off by 384.000.000 instead of 104.400.000" in out


@pytest.mark.parametrize("options", [(), ("--as-errata", "--reason", "x")])
def test_a_cell_with_an_erratum_is_not_mended_beside_it(sxtdbv: Run, tmp_path: Path, options: tuple[str, ...]) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(PRINTED + ERRATUM.format("115.000.000"), "utf-8")
    outcome = sxtdbv("fix", str(path), "--set", "I:total=116.000.000", "--write", "--lang", "en", *options)
    assert (outcome.code, outcome.out) == (2, "")
    assert "an erratum in the file corrects the cell I:total already" in outcome.err
    assert path.read_text("utf-8") == PRINTED + ERRATUM.format("115.000.000")


def test_a_wrong_amount_beside_an_event_is_not_called_the_only_place(told: Callable[..., str]) -> None:
    rows = "- {code: I, title: a, amounts: {total: 60.000.000, 2022: 27.400.000, 2023: 32.600.000}}\n"
    rows += "- {code: II, title: b, amounts: {total: 38.000.000, 2022: 19.000.000, 2023: 19.000.000}}\n"
    said = told(f"{HEAD}declared: {{total: 100.000.000}}\nlines:\n{rows}")
    assert "the only single place, if it is a wrong amount" in said
    assert "looks like a line left out at the top of the table, worth Total 2.000.000" in said


def test_one_wrong_digit_beside_an_event_is_most_likely_wrong(told: Callable[..., str]) -> None:
    rows = "- {code: I, title: a, amounts: {total: 60.000.000, 2022: 27.400.000, 2023: 32.600.000}}\n"
    assert "is most likely wrong: one wrong digit" in told(f"{HEAD}declared: {{total: 90.000.000}}\nlines:\n{rows}")


@pytest.mark.parametrize(("command", "options"), [("check", ()), ("diagnose", ()), ("check", ("--format=markdown",))])
def test_cells_that_no_sum_protects_are_named_where_nothing_fails(
    told: Callable[..., str], command: str, options: tuple[str, ...]
) -> None:
    rows = "- {code: I, title: a, amounts: {2022: 27.400.000, 2023: 32.600.000}}\n"
    assert "2 cells are in no sum that can be checked" in told(f"{HEAD}lines:\n{rows}", *options, command=command)


def test_many_columns_that_are_all_a_line_has_figures_in_are_not_listed(told: Callable[..., str]) -> None:
    keys = ("a", "b", "c", "d", "e", "f")
    rows = "".join(
        f"- {{title: {name}, amounts: {{{', '.join(f'{key}: 5' for key in stated)}}}}}\n"
        for name, stated in (("x", keys[:5]), ("y", keys[:4]))
    )
    out = told(f"document: {{}}\ncolumns: [{', '.join(f'{{key: {key}}}' for key in keys)}]\nlines:\n{rows}")
    assert "#1 (all its figures), #2 (a, b, c, d)" in out


def test_a_figure_beside_blanks_is_counted_apart(told: Callable[..., str]) -> None:
    rows = (
        "- code: I\n  title: a\n  amounts: {total: 970, 2022: 120, 2023: 370, 2024: 480}\n  lines:\n"
        "  - {code: 1, title: b, amounts: {total: 590, 2023: 28, 2024: 310}}\n"
        "  - {code: 2, title: c, amounts: {total: 170, 2024: 170}}\n"
        "  - {code: 3, title: d, amounts: {total: 210, 2022: 120, 2023: 90}}\n"
    )
    out = told(f"{HEAD.replace('2023]', '2023, 2024]')}lines:\n{rows}")
    assert "1 wrong amount explains them all with no blank cell filled; with blank cells filled none has to be" in out
    assert "(1)   I/1, 2023  b" in out


def test_blanks_that_may_be_filled_in_many_ways_are_told(told: Callable[..., str]) -> None:
    head = HEAD.replace("2023]", "2023, 2024]")
    rows = "- {code: I, title: a, amounts: {total: 500, 2022: 100}}\n"
    assert "blank cells can be filled in several ways, so that these hold: I (cross-footing)" in told(
        f"{head}lines:\n{rows}"
    )


def test_that_blanks_have_to_be_filled_besides_is_said(told: Callable[..., str]) -> None:
    rows = (
        "- code: II\n  title: d\n  amounts: {total: 500}\n  lines:\n"
        "  - {code: 1, title: e, amounts: {total: 100}}\n  - {code: 2, title: f}\n  - {code: 3, title: g}\n"
    )
    out = told(plan("11.600.000", "35.000.000", "81.000.000") + rows)
    said = "3 of 7 sums fail. One amount explains them all; no other can. Blank cells have to be filled besides"
    assert said in out


def test_of_the_ways_to_change_many_cells_one_is_told_and_in_brief(told: Callable[..., str]) -> None:
    years = range(2021, 2028)

    def row(base: int) -> str:
        amounts = [base + base * year % 13 for year in years]
        return f"{{total: {sum(amounts)}, " + ", ".join(f"{y}: {n}" for y, n in zip(years, amounts, strict=True)) + "}"

    whole, *parts = (row(base) for base in (977, 231, 342, 253))
    rows = "".join(f"  - {{code: {code}, title: b, amounts: {part}}}\n" for code, part in enumerate(parts, 1))
    text = f"document: {{}}\nyears: {[*years]}\nlines:\n- code: I\n  title: a\n  amounts: {whole}\n  lines:\n{rows}"
    out = told(text)
    assert "looks like line I not updated" in out
    assert "(3) 8 wrong cells: I/3 (all its figures)\n      … +2\n" in out
    assert out.count("wrong cells: ") == out.count("one of these 5") == 1
    markdown = told(text, "--format", "markdown", command="check")
    assert "   3. 8 wrong cells: I/3 (all its figures)\n   - … +2\n" in markdown.replace("\\", "")


def test_blanks_that_are_filled_are_no_wrong_cells() -> None:
    plan = parse(f"{HEAD}lines:\n- {{code: I, title: a, amounts: {{total: 3, 2022: 1}}}}\n", "plan.yaml").plan
    wrong, blank = Change(plan.cell(0, 0), 3, 4, None), Change(plan.cell(0, 2), None, 3, None)
    teller = Teller(plan, Language.EN)
    assert teller.cells(Explanation((wrong, blank))) == "1 wrong cell: I (Total); 1 blank cell is filled from the sums"
    assert teller.cells(Explanation((blank,))) == "1 blank cell is filled from the sums"
    below = Explanation((wrong, blank._replace(proposed=-3)))
    assert teller.cells(below).endswith("; 1 blank cell is filled from the sums, with less than nothing")
    likelier = Explanation((wrong,))
    found = (likelier, below, below, Explanation((wrong, blank)))
    cluster = Cluster((), 1, 1, proven=True, unique=False, complete=True, explanations=found)
    assert [rank for rank, _ in shown(cluster, 5)] == [1, 2, 4]
    assert [is_brief(cluster, one) for one in cluster.explanations] == [False, True, True, False]
    assert not is_brief(cluster._replace(explanations=(below,)), below)


def test_many_columns_of_a_line_are_counted(told: Callable[..., str]) -> None:
    rows = "  - {code: 1, title: b, amounts: {2021: 2}}\n"
    whole = "{" + ", ".join(f"{year}: 3" for year in range(2021, 2028)) + "}"
    out = told(
        f"document: {{}}\nyears: {[*range(2021, 2028)]}\nlines:\n- title: a\n  amounts: {whole}\n  lines:\n{rows}"
    )
    assert "6 cells are in no sum that can be checked, a mistake there would not show: #1 (6 columns)\n" in out


def test_of_many_findings_that_say_the_same_the_first_are_told(told: Callable[..., str]) -> None:
    rows = "".join(f"- {{code: {code}, title: Mục {code}}}\n" for code in range(1, 10))
    out = told(
        f"{HEAD}lines:\n{rows}- {{code: 11, title: Mục, amounts: {{total: 3, 2022: 1, 2023: 2}}}}\n", command="check"
    )
    assert out.count("has a figure; a blank is not counted as 0") == 3
    assert "… and 6 more: 7, 8, 9, 10, 11, 12\n" in out
    assert out.count("SX302") == 1


def test_what_else_is_within_rounding_is_said(told: Callable[..., str]) -> None:
    """A blank that may be filled in several ways is not told, as in an exact table."""
    rows = "".join(f"  - {{code: {n}, title: b, amounts: {{2022: {amount}}}}}\n" for n, amount in ((1, 2), (2, 33)))
    head = HEAD.replace("years", "unit: triệu đồng\nyears")
    out = told(f"{head}lines:\n- code: I\n  title: a\n  amounts: {{2022: 95}}\n  lines:\n{rows}")
    assert "I, 2022  a  95.000.000 → 35.000.000\n" in out
    assert "I/2, 2022  b  33.000.000 → 93.000.000\n      1.000.000 more or less is within rounding\n" in out
    assert "blank" not in out


BLANKS = (
    "  - {code: 1, title: b, amounts: {total: 30, 2022: 20, 2023: 10}}\n"
    "  - {code: 2, title: c}\n  - {code: 3, title: d}\n"
)


@pytest.mark.parametrize("form", ["terminal", "markdown", "github", "gitlab", "sarif", "junit"])
def test_blanks_that_can_be_filled_in_several_ways_are_told_in_every_format(
    told: Callable[..., str], form: str
) -> None:
    out = told(plan("70", "50", "20", BLANKS), "--format", form, command="check")
    assert "blank cells can be filled in several ways, so that these hold: I" in out
    assert not any(empty in out for empty in ("Proposed: \n", "Proposed: %0A", "Proposed: \\n", "1. :", "1. \n"))


@pytest.mark.parametrize(
    ("first", "said"),
    [
        ("45", "60; 15 is not itemised in the source (5 after the corrections)"),
        ("55", "60; 5 is not itemised in the source (the sections in the source exceed it by 5 after the corrections)"),
        ("65", "60; the sections in the source exceed it by 5 (15 after the corrections)"),
    ],
)
def test_a_total_that_the_lines_of_an_incomplete_source_exceed_lacks_nothing(
    told: Callable[..., str], first: str, said: str
) -> None:
    right = int(first) + 10
    text = f"{HEAD}source: {{complete: false}}\ndeclared: {{2022: 60}}\nlines:\n- title: a\n"
    text += f"  amounts: {{total: {right}, 2022: {first}, 2023: 0}}\n  lines:\n"
    text += f"  - {{title: b, amounts: {{total: {right}, 2022: {right}, 2023: 0}}}}\n"
    assert said in told(text, command="check")
