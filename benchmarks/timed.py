"""A diagnosis and the time it takes."""

from time import process_time

from sxtdbv_cli.diagnose import diagnose
from sxtdbv_cli.model.audit import Audit
from sxtdbv_cli.model.diagnosis import Diagnosis
from sxtdbv_cli.model.plan import Plan


def timed(plan: Plan, sums: Audit, repeat: int) -> tuple[Diagnosis, float]:
    """Diagnose a table so many times: what is found, and the least time that the processor spent on it, in seconds."""
    seconds = float("inf")
    for _ in range(repeat):
        start = process_time()
        found = diagnose(plan, sums)
        seconds = min(seconds, process_time() - start)
    return found, seconds
