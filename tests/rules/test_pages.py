"""Every rule has a page in both languages, and the examples of the page are run."""

import re
from importlib.resources import files

import pytest

from sxtdbv_cli import discover
from sxtdbv_cli.check import PACKAGE, all_rules, check_plan
from sxtdbv_cli.commands.explain import in_language
from sxtdbv_cli.files.read import file_type, load
from sxtdbv_cli.text.language import Language

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
    return {finding.code for finding in check_plan(load(file_type(name), example.encode(), name)).findings}


@pytest.mark.parametrize("module", MODULES)
def test_a_page_has_its_form_and_its_examples_are_run(module: str) -> None:
    text = page(module)
    rule = next(rule for rule in all_rules() if module.startswith(rule.code.lower()))
    assert text.startswith(f"# {rule.code} {rule.name}\n")
    assert re.findall("(?m)^##.*$", text) == HEADINGS
    bad, good = re.findall(r"```(\w+)\n(.*?)```", text, re.DOTALL)
    assert rule.code in codes(*bad)
    assert codes(*good) == set()


@pytest.mark.parametrize("module", MODULES)
def test_a_page_is_shown_in_one_language(module: str) -> None:
    vi, en = (in_language(page(module), language) for language in Language)
    assert "### Vì sao" in vi
    assert "### Why it matters" not in vi
    assert "### Why it matters" in en
    assert "### Vì sao" not in en
    assert "## Bad" in vi
    assert "## Bad" in en
