"""JSON: the rules as a list."""

from collections.abc import Sequence

from sxtdbv_cli.model.report import Rule
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.as_json import as_json


def render(rules: Sequence[Rule], style: Style) -> str:
    """Code, name, severity and title of each, by code."""
    found = [
        {"code": rule.code, "name": rule.name, "severity": rule.severity.value, "title": rule.title.say(style.language)}
        for rule in rules
    ]
    return as_json(found)
