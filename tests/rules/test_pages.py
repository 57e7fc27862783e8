"""Every rule has a page in both languages, and the examples of the page are run."""

import re
from importlib.resources import files

import pytest

from sxtdbv_cli import discover
from sxtdbv_cli.check import PACKAGE, all_rules, check_plan
from sxtdbv_cli.files.read import file_type, load
from sxtdbv_cli.text.language import Language
from sxtdbv_cli.text.pages import in_language
from workbooks import book

MODULES = discover.names(PACKAGE, "sx")
HEADINGS = [
    "## Tiếng Việt",
    "### Kiểm tra gì",
    "### Vì sao",
    "### Cách sửa",
    "## English",
    "### What it checks",
    "### Why it matters",
    "### How to mend it",
    "## Bad / Sai",
    "## Good / Đúng",
]


def page(module: str) -> str:
    return files(PACKAGE).joinpath(f"{module}.md").read_text(encoding="utf-8")


def codes(kind: str, example: str) -> set[str]:
    """The codes of what is found in an example of a file type, which the fence names."""
    name = f"example.{kind}"
    content = book(example) if kind == "xlsx" else example.encode()
    return {finding.code for finding in check_plan(load(file_type(name), content, name)).findings}


@pytest.mark.parametrize("module", MODULES)
def test_a_page_has_its_form_and_its_examples_are_run(module: str) -> None:
    text = page(module)
    rule = next(rule for rule in all_rules() if module.startswith(rule.code.lower()))
    assert module == f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
    assert text.startswith(f"# {rule.code} {rule.name}\n")
    assert rule.page() == text
    assert re.findall("(?m)^##.*$", text) == HEADINGS
    bad, good = re.findall(r"```(\w+)\n(.*?)```", text, re.DOTALL)
    assert rule.code in codes(*bad)
    assert codes(*good) == set()


TERMS = {
    "SX101": ("cross-footing", "cộng ngang"),
    "SX102": ("footing", "cộng dọc"),
    "SX103": ("declared total", "tổng nêu trong văn bản"),
    "SX104": ("stated rule", "quy tắc"),
    "SX105": ("of-which", "trong đó"),
}


@pytest.mark.parametrize("code", TERMS)
@pytest.mark.parametrize("language", Language)
def test_a_page_names_the_term_of_the_audit_in_both_languages(code: str, language: Language) -> None:
    rule = next(rule for rule in all_rules() if rule.code == code)
    prose = in_language(rule.page(), language).partition("\n## ")[0].lower()
    assert [term for term in TERMS[code] if term not in prose.partition("\n")[2]] == []


@pytest.mark.parametrize("module", MODULES)
def test_a_page_is_shown_in_one_language(module: str) -> None:
    vi, en = (in_language(page(module), language) for language in Language)
    assert "### Vì sao" in vi
    assert "### Why it matters" not in vi
    assert "### Why it matters" in en
    assert "### Vì sao" not in en
    assert [head for head in ("## Sai", "## Đúng", "## Bad", "## Good") if f"{head}\n" in vi] == ["## Sai", "## Đúng"]
    assert [head for head in ("## Sai", "## Đúng", "## Bad", "## Good") if f"{head}\n" in en] == ["## Bad", "## Good"]
