"""Makes everything that is generated: golden outputs, pictures of the screen, docs/rules.md, docs/messages.md.

python tests/generate.py            write what has changed (read the difference before you commit it)
python tests/generate.py --check    change nothing, exit 1 if anything is not current
"""

import difflib
import os
import re
import sys
from collections.abc import Iterator
from contextlib import chdir
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.text import Text as Shown

from sxtdbv_cli import discover
from sxtdbv_cli.check import Doubt, all_rules, check_file
from sxtdbv_cli.compare import difference
from sxtdbv_cli.files import container_faults
from sxtdbv_cli.files.read import read
from sxtdbv_cli.files.txt import faults as txt_faults
from sxtdbv_cli.files.why import Kind as FaultKind
from sxtdbv_cli.model.finding import Severity
from sxtdbv_cli.model.subject import subject_of
from sxtdbv_cli.model.summary import summarise
from sxtdbv_cli.render.check import json, jsonl, terminal
from sxtdbv_cli.render.diff import terminal as diff_terminal
from sxtdbv_cli.render.inspect import terminal as inspect_terminal
from sxtdbv_cli.render.names import SEVERITIES
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.render.summary import csv, markdown
from sxtdbv_cli.render.summary import json as summary_json
from sxtdbv_cli.render.summary import terminal as summary_terminal
from sxtdbv_cli.text.language import Language
from workbooks import book

ROOT = Path(__file__).parents[1]
PLAN = "data/plan_2022_2025.yaml"
CASES = (PLAN, *(f"tests/cases/plans/{name}.yaml" for name in ("clean", "columns", "hostile")))
WIDTHS = (80, 200)

FOR_CI = ("plan_2022_2025", "hostile")
CI_FORMATS = {
    "sarif": "sarif",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "junit": "junit.xml",
    "markdown": "md",
}


def everything() -> Iterator[tuple[str, str]]:
    """Every generated file: its path in the repository and its text."""
    for language in Language:
        yield f"docs/images/check.{language}.svg", picture(language)
        for case in CASES:
            yield from goldens(case, language)
        yield from differences(language)
        yield from of_a_workbook(language)
    for language, name in ((Language.EN, "README.md"), (Language.VI, "README.vi.md")):
        yield name, readme(name, language)
    yield "docs/rules.md", rules_index()
    yield "docs/messages.md", gallery()


def goldens(case: str, language: Language) -> Iterator[tuple[str, str]]:
    """The outputs of one case in one language: case x format x width."""
    report = check_file(case)
    loaded = read(case)
    summary = summarise(subject_of(loaded.plan), depth=2)
    name = Path(case).stem
    for width in WIDTHS:
        style = Style(language, width)
        yield f"tests/golden/{name}.check.{language}.{width}.txt", terminal.render([report], style)
        yield f"tests/golden/{name}.summary.{language}.{width}.txt", summary_terminal.render(summary, style)
    style = Style(language)
    for chosen, suffix in CI_FORMATS.items() if name in FOR_CI else ():
        text = discover.load("sxtdbv_cli.render.check", chosen).render([report], style)
        yield f"tests/golden/{name}.check.{language}.{suffix}", text
    yield f"tests/golden/{name}.check.{language}.json", json.render([report], style)
    yield f"tests/golden/{name}.summary.{language}.csv", csv.render(summary, style)
    yield f"tests/golden/{name}.summary.{language}.md", markdown.render(summary, style)
    if language is Language.EN:
        yield f"tests/golden/{name}.summary.json", summary_json.render(summary, style)
        yield f"tests/golden/{name}.check.jsonl", jsonl.render([report, report], style)


def differences(language: Language) -> Iterator[tuple[str, str]]:
    """What ``sxtdbv diff`` says of the plan and a copy that was changed in every way there is."""
    reports = [check_file(file, doubt=Doubt(wanted=False)) for file in (PLAN, "tests/cases/diff/changed.yaml")]
    found = difference(*reports)
    for width in WIDTHS:
        yield f"tests/golden/changed.diff.{language}.{width}.txt", diff_terminal.render(found, Style(language, width))
    for chosen, suffix in (("json", "json"), ("markdown", "md")):
        text = discover.load("sxtdbv_cli.render.diff", chosen).render(found, Style(language))
        yield f"tests/golden/changed.diff.{language}.{suffix}", text


def of_a_workbook(language: Language) -> Iterator[tuple[str, str]]:
    """What is said of an officer's workbook in which much is wrong."""
    made = book((ROOT / "tests/cases/books/du_toan.txt").read_text(encoding="utf-8"))
    with TemporaryDirectory() as folder, chdir(folder):
        Path("du_toan.xlsx").write_bytes(made)
        report = check_file("du_toan.xlsx")
    summary = summarise(report.checked)
    for width in WIDTHS:
        style = Style(language, width)
        yield f"tests/golden/du_toan.check.{language}.{width}.txt", terminal.render([report], style)
        yield f"tests/golden/du_toan.inspect.{language}.{width}.txt", inspect_terminal.render([report], style)
        yield f"tests/golden/du_toan.summary.{language}.{width}.txt", summary_terminal.render(summary, style)


def picture(language: Language) -> str:
    """The screen of ``sxtdbv check`` on the plan, as an SVG without fonts from elsewhere."""
    screen = terminal.render([check_file(PLAN)], Style(language, 96, colour=True))
    console = Console(width=96, record=True, file=StringIO(), force_terminal=True)
    console.print(Shown.from_ansi(screen))
    svg = console.export_svg(title="$ sxtdbv check", unique_id=f"sxtdbv-{language}")
    return re.sub(r"@font-face \{.*?\}\n", "", svg, flags=re.DOTALL).replace("Fira Code", "ui-monospace") + "\n"


def readme(name: str, language: Language) -> str:
    """A README with the output of ``sxtdbv summary`` as it is now."""
    plan = read(PLAN).plan
    screen = summary_terminal.render(summarise(subject_of(plan)), Style(language, 100))
    command = f"$ sxtdbv summary --lang {language}\n"
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.sub(rf"(?s){re.escape(command)}.*?```", lambda _: f"{command}{screen}```", text)


def rules_index() -> str:
    """docs/rules.md: a table of the rules, and their pages."""
    rows = [
        "# Rules",
        "",
        "Generated from the rules and their pages by `make docs`; `sxtdbv explain CODE` prints a page.",
        "",
    ]
    rows += ["| code | name | severity | what it says | điều được kiểm tra |", "| --- | --- | --- | --- | --- |"]
    pages = []
    for rule in all_rules():
        anchor = f"[{rule.code}](#{rule.code.lower()}-{rule.name})"
        rows.append(f"| {anchor} | {rule.name} | {rule.severity} | {rule.title.en} | {rule.title.vi} |")
        pages += ["", re.sub("^(#+) ", r"#\1 ", rule.page(), flags=re.MULTILINE).strip()]
    return "\n".join(rows + pages) + "\n"


def gallery() -> str:
    """docs/messages.md: every way a file can be unreadable, and what the program says of it."""
    out = [
        "# Messages",
        "",
        "Generated by `make docs`: files that cannot be read, and what is said of them. Exit code 2.",
        "",
    ]
    for case in sorted((ROOT / "tests/cases/unreadable").glob("*.yaml")):
        report = check_file(str(case.relative_to(ROOT)))
        out += [f"## {case.stem}", "", "```text", *_quoted(case), "```", ""]
        for language in Language:
            for fault in report.faults:
                where = str(fault.place).replace(f"{report.file}:", "")
                out.append(f"- {language}: `{where}` {fault.code} {fault.message.say(language, fault.facts)}")
        out.append("")
    out += ["# Workbooks, documents and texts", "", "Why one of them is not read, with the facts in braces.", ""]
    for why in (kind for module in (container_faults, txt_faults) for kind in vars(module).values()):
        if isinstance(why, FaultKind):
            out += [f"- {why.code} vi: {why.message.vi}", f"- {why.code} en: {why.message.en}"]
    out.append("")
    out += ["# Findings", "", "What rules say, with their facts in braces.", ""]
    for rule in all_rules():
        severity = SEVERITIES[Severity(rule.severity)]
        out += [f"- {rule.code} ({severity.vi}) {rule.title.vi}: {rule.message.vi}"]
        out += [f"- {rule.code} ({severity.en}) {rule.title.en}: {rule.message.en}"]
    return re.sub(r"\{\w+:[^{}|]*\|([^{}]*)\}", r"\1", "\n".join(out)) + "\n"  # of two numbers the plural


def _quoted(case: Path) -> list[str]:
    text = case.read_bytes().decode("utf-8", "backslashreplace")
    lines = "".join(c if c.isprintable() or c == "\n" else f"\\x{ord(c):02x}" for c in text).splitlines()
    return [line if len(line) <= 100 else f"{line[:100]}…" for line in lines]


def main() -> int:
    """Write or compare; 1 when something was not current and ``--check`` was given."""
    os.chdir(ROOT)
    stale = 0
    for name, text in everything():
        path = Path(name)
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        if before == text:
            continue
        stale += 1
        if "--check" in sys.argv[1:]:
            lines = difflib.unified_diff(
                before.splitlines(), text.splitlines(), f"{name} (committed)", name, lineterm=""
            )
            print("\n".join(list(lines)[:40]))
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print("written", name)
    if stale and "--check" in sys.argv[1:]:
        print(f"{stale} generated files are not current: run `make docs` and read the difference")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
