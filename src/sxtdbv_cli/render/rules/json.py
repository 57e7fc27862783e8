"""JSON: the rules as a list."""

import json
from collections.abc import Sequence

from sxtdbv_cli.model.rule import Rule
from sxtdbv_cli.render.style import Style


def render(rules: Sequence[Rule], style: Style) -> str:
    """Code, name, severity and title of each, by code."""
    found = [
        {"code": rule.code, "name": rule.name, "severity": rule.severity.value, "title": rule.title.say(style.language)}
        for rule in rules
    ]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
