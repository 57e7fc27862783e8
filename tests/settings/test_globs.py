"""Which files a pattern of a configuration means."""

import unicodedata

import pytest

from sxtdbv_cli.settings.force import matches

CASES = [
    ("plan.yaml", "plan.yaml", True),
    ("plan.yaml", "data/2022/plan.yaml", True),
    ("*.yaml", "data/plan.yaml", True),
    ("*.yaml", "data/plan.yml", False),
    ("data/*.yaml", "data/plan.yaml", True),
    ("data/*.yaml", "data/2022/plan.yaml", False),
    ("data/*.yaml", "old/data/plan.yaml", False),
    ("./data/*.yaml", "data/plan.yaml", True),
    ("/data/*.yaml", "data/plan.yaml", True),
    ("data/**/*.yaml", "data/plan.yaml", True),
    ("data/**/*.yaml", "data/2022/q1/plan.yaml", True),
    ("data/**", "data/2022/plan.yaml", True),
    ("data/**", "dat/plan.yaml", False),
    ("data/", "data/2022/plan.yaml", True),
    ("data/", "more/data/plan.yaml", False),
    ("**/draft/*", "a/b/draft/plan.yaml", True),
    ("**/draft/*", "draft/plan.yaml", True),
    ("plan_202[0-4].yaml", "plan_2022.yaml", True),
    ("plan_202[!0-4].yaml", "plan_2022.yaml", False),
    ("plan_????.yaml", "plan_2022.yaml", True),
    ("*", "data/plan.yaml", True),
    ("DATA/*", "data/plan.yaml", False),
]


@pytest.mark.parametrize(("pattern", "path", "meant"), CASES)
def test_a_pattern_means(pattern: str, path: str, meant: bool) -> None:
    assert matches(pattern, path) is meant


def test_names_are_compared_whatever_their_form_of_unicode() -> None:
    name = "kế hoạch/dự toán.yaml"
    assert matches(unicodedata.normalize("NFD", "kế hoạch/*.yaml"), unicodedata.normalize("NFC", name))


def test_many_stars_take_no_time() -> None:
    assert not matches("**/a/" * 60 + "b", "a/" * 60 + "c")
