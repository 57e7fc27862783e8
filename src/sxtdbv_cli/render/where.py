"""What machines know things by: files relative to the project, slashes forward, escaped in a URI; findings by what
tells them apart from all others, whatever the language and wherever their lines have moved to."""

import json
import os.path
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from sxtdbv_cli.model.finding import Finding
from sxtdbv_cli.model.plan import Plan
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render.names import path_of
from sxtdbv_cli.render.record import facts
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.text.language import Language


def relative(file: str, style: Style) -> str:
    """A file as the root of the project sees it; one that is not below the root is called as the user called it."""
    if style.here:
        whole = PurePath(os.path.normpath(PurePath(style.here, file)))
        if whole.is_relative_to(style.root or style.here):
            return whole.relative_to(style.root or style.here).as_posix()
    return PurePath(file).as_posix()


def uri(file: str, style: Style) -> str:
    """A file as a URI: a relative reference, or ``file:`` for one that is named from the top of the machine."""
    name = relative(file, style)
    path = quote(name.encode("utf-8", "surrogateescape"), safe="/")
    if not PurePath(name).is_absolute():
        return path
    return f"file://{'' if path.startswith('/') else '/'}{path}"


def fingerprints(report: Report, *salt: str) -> list[str]:
    """One for each finding, in their order, then the accepted ones: of the rule, the path, the column, the facts.

    Findings that are the same in all of these are numbered. ``salt`` is put in too.
    """
    if report.subject is None:
        return []
    seen: Counter[str] = Counter()
    found: list[str] = []
    for finding in (*report.findings, *(one.finding for one in report.accepted)):
        one = digest([*salt, *filter(None, [report.part]), *_content(report.subject.plan, finding)])
        seen[one] += 1
        found.append(f"{one}:{seen[one]}")
    return found


def digest(content: Sequence[Any]) -> str:
    """Thirty-two hexadecimal digits for what a thing consists of."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def _content(plan: Plan, finding: Finding) -> list[Any]:
    names = [step for step in finding.address if isinstance(step, str)]  # positions move, names stay
    return [finding.code, path_of(plan, finding.address), names, facts(finding.facts, Language.VI)]
