"""The page about workbooks and documents: its example is read, and the encodings it names are those that are tried."""

import re

from conftest import ROOT
from sxtdbv_cli.check import check_plan
from sxtdbv_cli.files.archive import LARGEST
from sxtdbv_cli.files.docx import LARGEST as LARGEST_DOCUMENT
from sxtdbv_cli.files.encoding import TRIED
from sxtdbv_cli.files.read import file_type, load

PAGE = (ROOT / "docs" / "workbooks.md").read_text(encoding="utf-8")


def test_the_example_is_read_as_the_page_says() -> None:
    (example,) = re.findall(r"```txt\n(.*?)```", PAGE, re.DOTALL)
    loaded = load(file_type("x.txt"), example.encode(), "x.txt")
    assert loaded.plan.lines.titles == ("Tập huấn cho cán bộ", "Hội nghị")
    assert loaded.plan.lines.amounts == ((3000, None), (1000, 3000))
    assert check_plan(loaded).findings == ()


def test_the_page_names_what_is_tried_and_the_limits() -> None:
    assert [name for name in TRIED if name not in PAGE] == []
    assert f"{LARGEST // 2**20} MiB (a document: {LARGEST_DOCUMENT // 2**20})" in PAGE.replace("\n", " ")
