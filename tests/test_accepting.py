"""Laws of accepted findings: they survive lines that move, and no figure that changes."""

import datetime
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sxtdbv_cli import acceptances
from sxtdbv_cli.accepting import settled
from sxtdbv_cli.check import Doubt, check_plan
from sxtdbv_cli.files.yaml import parse
from sxtdbv_cli.files.yaml.entries import NoRoom
from sxtdbv_cli.model.acceptance import Entry
from sxtdbv_cli.model.place import Place
from sxtdbv_cli.model.plan import Acceptance
from sxtdbv_cli.model.report import Report
from sxtdbv_cli.model.settings import Tuning
from sxtdbv_cli.settings.find import nearest
from sxtdbv_cli.settings.force import in_force
from sxtdbv_cli.settings.load import load

NO_DOUBT = Doubt(wanted=False)
AMOUNTS = Tuning(select=("SX1", "SX2", "SX9"))
"""Rules whose findings hang on figures and not on the order of lines."""

Row = tuple[str, int, int, int, tuple[tuple[str, int, int, int], ...]]
figures = st.integers(-2, 4)


@st.composite
def tables(draw: st.DrawFn) -> list[Row]:
    """Lines with a total, two years and child lines; some add up, some do not."""
    letters = draw(st.lists(st.sampled_from("ABCDE"), min_size=1, max_size=4, unique=True))
    rows = []
    for letter in letters:
        numbers = draw(st.lists(st.sampled_from("123"), max_size=3, unique=True))
        below = tuple((number, draw(figures), draw(figures), draw(figures)) for number in numbers)
        rows.append((letter, draw(figures), draw(figures), draw(figures), below))
    return rows


def text(rows: Sequence[Row], accept: str = "") -> str:
    def line(indent: str, code: str, total: int, one: int, two: int) -> str:
        return f"{indent}- {{code: {code}, title: t, amounts: {{total: {total}, 2022: {one}, 2023: {two}}}"

    out = ["document: {}", "years: [2022, 2023]", "lines:"]
    for code, total, one, two, below in rows:
        children = ", ".join(line("", *child)[2:] + "}" for child in below)
        out.append(line("  ", code, total, one, two) + (f", lines: [{children}]}}" if below else "}"))
    return "\n".join(out) + "\n" + accept


def accepted(rows: Sequence[Row]) -> str:
    """The ``accept`` key of a plan in which everything is accepted."""
    loaded = parse(text(rows), "plan.yaml")
    findings = check_plan(loaded, doubt=NO_DOUBT, tuning=AMOUNTS).findings
    assume(findings)
    entries = acceptances.of(loaded.plan, findings, acceptances.Why("xem rồi: «a: b» #1", by="Sở"))
    change = acceptances.in_plan(loaded, entries)
    assert change.before is not None
    assert change.after.startswith(change.before)
    return change.after.removeprefix(change.before)


@given(tables(), st.randoms(use_true_random=False))
def test_what_is_accepted_stays_so_wherever_its_lines_move(rows: list[Row], random: object) -> None:
    entries = accepted(rows)
    before = check_plan(parse(text(rows, entries), "plan.yaml"), doubt=NO_DOUBT, tuning=AMOUNTS)
    assert before.findings == ()
    assert before.accepted
    moved = [(*row[:4], tuple(random.sample(row[4], len(row[4])))) for row in random.sample(rows, len(rows))]  # type: ignore[attr-defined]
    after = check_plan(parse(text(moved, entries), "plan.yaml"), doubt=NO_DOUBT, tuning=AMOUNTS)
    assert after.findings == ()
    assert sorted(map(what, after.accepted)) == sorted(map(what, before.accepted))
    assert after._replace(strict=True).exit_code() == 0


def what(one: object) -> tuple[object, ...]:
    finding, entry = one  # type: ignore[misc]
    return (finding.code, entry.acceptance.key[1:])


@given(tables(), st.data())
def test_a_finding_whose_figure_changes_is_accepted_no_more(rows: list[Row], data: st.DataObject) -> None:
    """Every finding that names the changed figure counts again, and each lost entry is reported."""
    entries = accepted(rows)
    index = data.draw(st.integers(0, len(rows) - 1))
    code, total, one, two, below = rows[index]
    changed = [*rows[:index], (code, total + data.draw(st.sampled_from([-1, 1])), one, two, below), *rows[index + 1 :]]
    was = check_plan(parse(text(rows, entries), "plan.yaml"), doubt=NO_DOUBT, tuning=AMOUNTS)
    now = check_plan(parse(text(changed, entries), "plan.yaml"), doubt=NO_DOUBT, tuning=AMOUNTS)
    plain = check_plan(parse(text(changed), "plan.yaml"), doubt=NO_DOUBT, tuning=AMOUNTS)
    about = [found for found in was.accepted if found.entry.acceptance.line == code]
    lost = [found for found in about if found.entry.acceptance.column == "total"]
    stale = [finding for finding in now.findings if finding.code == "SX911"]
    # Siblings may have other findings too (SX205 compares them), so the lost ones are among the stale.
    assert {found.entry.acceptance.rule for found in lost} <= {str(finding.facts["rule"]) for finding in stale}
    kept = [finding for finding in now.findings if finding.code != "SX911"]
    assert len(kept) + len(now.accepted) == len(plain.findings)
    assert {(found.finding.code, found.finding.address) for found in now.accepted} <= {
        (found.finding.code, found.finding.address) for found in was.accepted
    }
    assert not {(finding.code, finding.address, *finding.facts.items()) for finding in kept} & {
        (found.finding.code, found.finding.address, *found.finding.facts.items()) for found in was.accepted
    }


PLAN = """
document: {title: Dự toán}
years: [2022]
lines:
  - {code: I, title: Tập huấn, amounts: {total: 30, 2022: 20}}
  - {code: II, title: In tài liệu}
accept:
  - {rule: SX204, line: II, reason: chờ, until: 2026-06-30}
  - {rule: SX101, line: I, column: total, amounts: {stated: 30, computed: 20}, reason: chờ, until: 2026-06-30}
"""


def on(day: str, **tuning: object) -> Report:
    today = datetime.date.fromisoformat(day)
    return check_plan(parse(PLAN, "plan.yaml"), doubt=NO_DOUBT, tuning=Tuning(today=today, **tuning))  # type: ignore[arg-type]


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


def test_an_acceptance_holds_until_the_end_of_its_last_day() -> None:
    assert codes(on("2026-06-30")) == []
    assert len(on("2026-06-30").accepted) == 2
    assert codes(on("2026-07-01")) == ["SX101", "SX204", "SX912", "SX912"]
    assert on("2026-07-01").accepted == ()


def test_an_entry_for_a_rule_that_does_not_run_is_not_judged() -> None:
    assert codes(on("2026-01-01", ignore=("SX204",))) == []
    assert codes(on("2027-01-01", ignore=("SX204", "SX101"))) == []
    assert codes(on("2027-01-01", ignore=("SX9",))) == ["SX101", "SX204"]


def test_sums_and_diagnosis_are_those_of_the_plan() -> None:
    loaded = parse(PLAN, "plan.yaml")
    bare = parse(PLAN[: PLAN.index("accept:")], "plan.yaml")
    mine, theirs = (check_plan(one, tuning=Tuning(today=datetime.date(2026, 1, 1))) for one in (loaded, bare))
    assert mine.subject is not None
    assert theirs.subject is not None
    assert mine.subject.audit == theirs.subject.audit
    assert mine.diagnosis is not None
    assert theirs.diagnosis is not None
    assert mine.diagnosis._replace(seconds=0) == theirs.diagnosis._replace(seconds=0)
    assert theirs.exit_code() == 1
    assert mine._replace(strict=True).exit_code() == 0


def entry(line: str, number: int) -> Entry:
    return Entry(Acceptance(rule="SX204", line=line, reason="chờ"), Place("sxtdbv.toml", number))


def test_an_entry_for_several_files_is_stale_where_it_matches_in_none_and_told_once() -> None:
    """II matches in the first file, III in the second, IV in neither."""
    entries = (entry("II", 1), entry("III", 5), entry("IV", 9))
    texts = (PLAN[: PLAN.index("accept:")], PLAN[: PLAN.index("accept:")].replace("II,", "III,"))
    reports = settled(
        [
            check_plan(parse(text, name), doubt=NO_DOUBT, tuning=Tuning(select=("SX2", "SX9"), accept=entries))
            for name, text in zip(("a.yaml", "b.yaml"), texts, strict=True)
        ]
    )
    assert [len(report.accepted) for report in reports] == [1, 1]
    assert [[(f.code, f.place.line) for f in report.findings] for report in reports] == [[("SX911", 9)], []]


def test_amounts_are_in_the_unit_of_the_plan_and_do_not_change_its_rounding() -> None:
    plan = (
        "document: {}\nunit: triệu đồng\nyears: [2022]\nlines:\n- {title: a, amounts: {total: '1.977,8', 2022: 500}}\n"
    )
    loaded = parse(plan, "plan.yaml")
    [finding] = check_plan(loaded, doubt=NO_DOUBT).findings
    entries = acceptances.of(loaded.plan, [finding], acceptances.Why("x"))
    assert entries[0].amounts == {"stated": 1_977_800_000, "computed": 500_000_000}
    after = acceptances.in_plan(loaded, entries).after
    assert "{stated: '1.977,8', computed: 500}" in after
    again = parse(after, "plan.yaml")
    assert again.plan.unit == loaded.plan.unit
    assert check_plan(again, doubt=NO_DOUBT).findings == ()


def test_only_amounts_are_figures_of_an_acceptance() -> None:
    """SX202 names a year and an amount, SX203 a year only: the column tells the year already."""
    plan = "document: {}\nyears: [2022, 2023]\nlines:\n- {title: a, schedule: 2022, amounts: {total: 5, 2023: 5}}\n"
    loaded = parse(plan, "plan.yaml")
    findings = check_plan(loaded, doubt=NO_DOUBT, tuning=Tuning(select=("SX202", "SX203"))).findings
    entries = acceptances.of(loaded.plan, findings, acceptances.Why("x"))
    found = {(one.rule, one.column): one.amounts for one in entries}
    assert found == {("SX203", "2022"): {}, ("SX202", "2023"): {"amount": 5}}


def test_an_entry_whose_finding_is_gone_is_not_taken_for_one_of_another_line() -> None:
    entry = Entry(Acceptance(rule="SX101", line="II", column="total", amounts={"stated": 1}, reason="x"), Place("s", 1))
    report = check_plan(
        parse(PLAN[: PLAN.index("accept:")], "plan.yaml"), doubt=NO_DOUBT, tuning=Tuning(accept=(entry,))
    )
    assert codes(report) == ["SX101", "SX204", "SX911"]  # those about a configuration stand last
    assert "now" not in report.findings[-1].facts


CONFIGURATIONS = {
    "none": None,
    "empty": "",
    "no end of line": "strict = true",
    "sections": 'strict = true\n[files."*.yaml"]\nignore = ["SX3"]\n',
    "entries": '[[accept]]\nrule = "SX204"\nfile = "/plan.yaml"\nline = "V"\nreason = "x"\n',
    "windows": "strict = true\r\n",
}


@pytest.mark.parametrize("name", CONFIGURATIONS)
@pytest.mark.parametrize("file", ["plan.yaml", "dữ liệu/a [1] *.yaml"])
def test_entries_of_files_that_cannot_be_changed_go_to_the_configuration(
    name: str, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plan file stands for the workbook here: what is written is read again and accepts all of its findings."""
    monkeypatch.chdir(tmp_path)
    Path(file).parent.mkdir(exist_ok=True)
    text = CONFIGURATIONS[name]
    if text is not None:
        Path("sxtdbv.toml").write_text(text, "utf-8", newline="")
    loaded = parse(PLAN[: PLAN.index("accept:")], file)
    findings = check_plan(loaded, doubt=NO_DOUBT).findings
    why = acceptances.Why('chờ "quyết\nđịnh" \\', datetime.date(2999, 12, 31), "Sở")
    change = acceptances.in_configuration(nearest(file), file, acceptances.of(loaded.plan, findings, why))
    assert change.before == text
    assert change.after.startswith(text or "")
    assert change.after.count("\r\n") == (change.after.count("\n") if name == "windows" else 0)
    Path(change.file).write_text(change.after, "utf-8", newline="")
    source = nearest(file)
    assert source is not None
    settings = in_force(load(source), file, {})
    report = check_plan(loaded, doubt=NO_DOUBT, tuning=settings.tuning)
    assert len(report.accepted) == len(findings) == 2
    assert [one.entry.acceptance.reason for one in report.accepted] == [why.reason, why.reason]
    assert in_force(load(source), "other/plan.yaml", {}).accept == ()


def test_a_configuration_without_room_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sxtdbv.toml").write_text('accept = [{rule = "SX204", reason = "x"}]\n', "utf-8")
    loaded = parse(PLAN[: PLAN.index("accept:")], "plan.yaml")
    entries = acceptances.of(loaded.plan, check_plan(loaded, doubt=NO_DOUBT).findings, acceptances.Why("x"))
    with pytest.raises(NoRoom):
        acceptances.in_configuration(nearest("plan.yaml"), "plan.yaml", entries)
    with pytest.raises(NoRoom):  # not below the configuration's folder
        acceptances.in_configuration(nearest("plan.yaml"), "../plan.yaml", entries)
