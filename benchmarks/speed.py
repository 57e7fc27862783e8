"""Speed as ratios, measured in one run: start-up against its yardstick, a large plan against draining its events, a
large workbook against openpyxl's own read-only pass over it.

    python benchmarks/speed.py [--runs 15] [--lines 100000] [--rows 20000]

Whole processes, in turn (A B A B ...), medians of the ratios pair by pair: a machine that changes its speed
changes both sides.
"""

import argparse
import compileall
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from plans import plan_file

from workbooks import write_list, write_plainly, write_workbook

ROOT = Path(__file__).parents[1]
PLAN = str(ROOT / "data" / "plan_2022_2025.yaml")
YARDSTICK = [sys.executable, "-c", "import yaml, pydantic, rich.console, rich.table, typer"]
SXTDBV = [str(Path(sys.executable).with_name("sxtdbv"))]
DRAIN = "import sys, yaml\nfor event in yaml.parse(open(sys.argv[1], encoding='utf-8'), Loader=yaml.CSafeLoader): pass"

PASS = (
    "import sys, openpyxl\n"
    "for values in sys.argv[2:]:\n"
    "    book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=values == 'values')\n"
    "    for row in book.worksheets[0].iter_rows():\n"
    "        for cell in row: cell.value"
)
"""openpyxl gives values or formulas: a pass for each that is named."""


SHAPES: dict[str, tuple[Callable[[Path, int], None], list[str]]] = {
    "figures": (partial(write_workbook, formulas=False), ["values"]),
    "formulas": (partial(write_workbook, formulas=True), ["values", "formulas"]),
    "figures by openpyxl": (write_plainly, ["values"]),
    "a list without sums": (write_list, ["values"]),
}
"""What a workbook may be; with the passes that read as much of it."""


def seconds(command: list[str]) -> float:
    """The wall time of one run."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def compare(name: str, command: list[str], yardstick: list[str], runs: int, bound: str) -> None:
    """Print the ratio of two commands."""
    seconds(command), seconds(yardstick)
    pairs = [(seconds(command), seconds(yardstick)) for _ in range(runs)]
    ratios = sorted(mine / other for mine, other in pairs)
    medians = [statistics.median(column) * 1000 for column in zip(*pairs, strict=True)]
    print(
        f"{name:44} {medians[0]:8.0f} ms / {medians[1]:6.0f} ms   ratio {statistics.median(ratios):5.2f} "
        f"({ratios[0]:.2f} to {ratios[-1]:.2f})   {bound}"
    )


def compare_workbooks(folder: Path, rows: int, runs: int) -> None:
    """A workbook of figures against one pass of openpyxl; one whose sums are formulas against a pass for the values and
    one for the formulas, for both are checked."""
    for name, (write, passes) in SHAPES.items():
        file = folder / f"{name}.xlsx"
        write(file, rows)
        title = f"sxtdbv check, {rows} rows of {name} / openpyxl"
        drain = [sys.executable, "-c", PASS, str(file), *passes]
        compare(title, [*SXTDBV, "check", "-q", str(file)], drain, runs, "at most 1.5")


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--runs", type=int, default=15)
    arguments.add_argument("--lines", type=int, default=100_000)
    arguments.add_argument("--rows", type=int, default=20_000)
    asked = arguments.parse_args()
    compileall.compile_dir(ROOT / "src", quiet=1)  # as an installer leaves it
    compare("sxtdbv check, the plan / imports", [*SXTDBV, "check", PLAN], YARDSTICK, asked.runs, "at most 1.5")
    compare("sxtdbv --version / imports", [*SXTDBV, "--version"], YARDSTICK, asked.runs, "at most 0.6")
    with tempfile.TemporaryDirectory() as folder:
        compare_workbooks(Path(folder), asked.rows, max(3, asked.runs // 3))
        size = 100
        while size <= asked.lines:
            file = Path(folder) / f"{size}.yaml"
            file.write_text(plan_file(size), encoding="utf-8")
            name = f"sxtdbv check, {size} lines / draining events"
            drain = [sys.executable, "-c", DRAIN, str(file)]
            bound = "at most 2.5" if size == 100_000 else ""
            compare(name, [*SXTDBV, "check", "-q", str(file)], drain, max(3, asked.runs // 5), bound)
            size *= 10
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"largest memory of a process: {peak:.0f} MiB; the largest file: {file.stat().st_size / 2**20:.0f} MiB")


if __name__ == "__main__":
    main()
