"""JUnit: a suite for each file, a case for each rule that looked at it; those that passed are listed too."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from sxtdbv_cli.model.finding import Fault
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.render.style import Style
from sxtdbv_cli.render.telling import Told, tell
from sxtdbv_cli.render.where import relative
from sxtdbv_cli.text.safe import visible

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def render(reports: Sequence[Report], style: Style) -> str:
    """The suites. A rule fails with what fails the run; what else it found is its output."""
    root = ET.Element("testsuites", name="sxtdbv")
    for report in reports:
        suite = ET.SubElement(root, "testsuite", name=visible(report.named(relative(report.file, style))))
        _fill(suite, report, style)
        _count(suite)
    _count(root)
    ET.indent(root)
    return f"{DECLARATION}{ET.tostring(root, encoding='unicode')}\n"


def _fill(suite: ET.Element, report: Report, style: Style) -> None:
    for code in sorted({fault.code for fault in report.faults}):
        _unread(_case(suite, code), [fault for fault in report.faults if fault.code == code], style)
    told = tell(report, style.language)
    for rule in report.rules:
        case = _case(suite, f"{rule.code} {rule.name}")
        found = [one for one in told if one.finding.code == rule.code]
        if found:
            _checked(case, report, found, style)


def _case(suite: ET.Element, name: str) -> ET.Element:
    return ET.SubElement(suite, "testcase", classname=suite.get("name", ""), name=name)


def _checked(case: ET.Element, report: Report, told: list[Told], style: Style) -> None:
    """What a rule found in a file."""
    failing = [one for one in told if report.fails(one.finding)]
    others = [one for one in told if not report.fails(one.finding)]
    if failing:
        message = told[0].finding.title.say(style.language)
        failure = ET.SubElement(
            case, "failure", message=f"{message} ({len(failing)})", type=failing[0].finding.severity
        )
        failure.text = _lines(failing)
    if others:
        ET.SubElement(case, "system-out").text = _lines(others)


def _lines(told: list[Told]) -> str:
    return "\n".join(f"{visible(str(one.finding.place))}: {one.text}".replace("\n", "\n    ") for one in told)


def _unread(case: ET.Element, faults: list[Fault], style: Style) -> None:
    """Why a file cannot be read."""
    messages = [visible(fault.say(style.language)) for fault in faults]
    places = [visible(str(fault.place)) for fault in faults]
    error = ET.SubElement(case, "error", message=messages[0], type=faults[0].code)
    error.text = "\n".join(f"{place}: {message}" for place, message in zip(places, messages, strict=True))


def _count(element: ET.Element) -> None:
    """Write down how many cases there are below an element, and how many of them failed."""
    for name, below in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
        element.set(name, str(len(element.findall(f".//{below}"))))
