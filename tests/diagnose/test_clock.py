"""What a diagnosis took is what it did, the first one of a process too: loading the searches is no part of it."""

import subprocess
import sys

FIRST = """
import sys
from time import perf_counter
import sxtdbv_cli.diagnose as diagnosing
from sxtdbv_cli.check import check_file
seen = []
def clock():
    seen.append(frozenset(name for name in sys.modules if name.startswith("sxtdbv_cli.diagnose")))
    return perf_counter()
diagnosing.perf_counter = clock
report = check_file("-")
assert report.diagnosis is not None and report.diagnosis.minimum == 1
assert len(seen) == 2, len(seen)
print(*sorted(seen[1] - seen[0]))
"""

PLAN = """
document: {title: Dự toán}
years: [2022, 2023]
lines:
  - {code: I, title: Tập huấn, amounts: {total: 400, 2022: 200, 2023: 220}}
"""


def test_nothing_is_loaded_while_the_clock_runs() -> None:
    command = [sys.executable, "-c", FIRST]
    ran = subprocess.run(command, input=PLAN, capture_output=True, text=True, encoding="utf-8", check=True)
    assert ran.stdout.strip() == ""
