"""The exported CSV: nothing in it is a formula, everything in it comes back."""

import csv
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import CASES, PLAN
from sxtdbv_cli.check import check_file, check_plan
from sxtdbv_cli.files.yaml import parse
from sxtdbv_cli.render.export import DoesNotFit
from sxtdbv_cli.render.export import csv as export
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.language import Language
from sxtdbv_cli.text.safe import RISKY, guarded, unguarded

HOSTILE = CASES / "plans" / "hostile.yaml"


@given(st.text(st.sampled_from("'=+-@\t\r\n＝ aб")))
def test_a_guarded_text_is_no_formula_and_comes_back(text: str) -> None:
    assert not guarded(text).startswith(RISKY)
    assert unguarded(guarded(text)) == text


def test_the_real_plan_opens_in_excel_and_has_every_title() -> None:
    report = check_file(str(PLAN))
    content = export.render(report, Style(Language.VI))
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(content.decode("utf-8-sig").splitlines()))
    assert len({len(row) for row in rows}) == 1
    assert report.subject is not None
    titles = [unguarded(row[1]) for row in rows[2 : 2 + len(report.subject.plan.lines)]]
    assert titles == list(report.subject.plan.lines.titles)
    assert [title for title in titles if title.startswith("-")] == ["- In poster, tài liệu tuyên truyền", "- Tập huấn"]


def test_what_could_not_be_read_back_is_not_written() -> None:
    with pytest.raises(DoesNotFit) as refused:
        export.render(check_file(str(HOSTILE)), Style(Language.EN))
    assert refused.value.facts["character"] == "U+0007"


def test_no_cell_is_a_formula() -> None:
    text = re.sub(r"\\(e|x07)", "", HOSTILE.read_text(encoding="utf-8"))
    content = export.render(check_plan(parse(text, "plan.yaml")), Style(Language.EN))
    rows = list(csv.reader(content.decode("utf-8-sig").splitlines(keepends=True)))
    assert not [cell for row in rows for cell in row if cell.startswith(RISKY)]
    assert any(cell.startswith("'=HYPERLINK") for row in rows for cell in row)
