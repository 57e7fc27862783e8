"""How time and memory grow with the rows of a table: each file type that is read, each command that writes.

    python benchmarks/growth.py [--rows 5000 20000 80000] [--only TEXT]

Processor time and the largest memory of whole processes. The yardstick is the growth from one size to the next: a
table of four times the rows may take four times as long, and hardly more.
"""

import argparse
import compileall
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from workbooks import HEAD, UNIT, lines, write_workbook

ROOT = Path(__file__).parents[1]
SXTDBV = str(Path(sys.executable).with_name("sxtdbv"))
COMMANDS = tuple(
    command.split()
    for command in (
        "check -q {book}",
        "inspect {book}",
        "summary {book}",
        "annotate {book} -o {folder}/annotated.xlsx",
        "import {book} -o {folder}/plan.yaml",
        "check -q {folder}/plan.yaml",
        "export {book} -o {folder}/plan.xlsx",
        "export {book} -o {folder}/plan.csv",
        "check -q {folder}/plan.csv",
        "diff {book} {folder}/plan.csv",
        "check -q {text}",
        "check -q {columns}",
        "check -q {page}",
        "check -q {totals}",
        "check -q {statements}",
        "export {book} -o {folder}/plan.docx",
        "check -q {folder}/plan.docx",
    )
)
"""In the order in which each finds what those before it wrote."""


class Cost(NamedTuple):
    """What a process took: processor time in seconds, the largest memory in MiB."""

    seconds: float
    memory: float


def cost(command: list[str]) -> Cost | None:
    """Run a command; None where it refuses, as a Word document of 80 000 lines is."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):  # 1: it found errors
        return None
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def shown(found: Cost | None) -> str:
    """A cost in the columns of the table."""
    return f"{'refused':>18}" if found is None else f"{found.seconds:8.2f} s {found.memory:5.0f} MiB"


def texts(rows: int) -> Iterator[list[str]]:
    """The same table as texts, header first."""
    yield [*HEAD]
    for code, title, amounts in lines(rows):
        yield [code, title, "Hằng năm", *(f"{amount:,}".replace(",", ".") for amount in (sum(amounts), *amounts))]


def write_totals(file: Path, rows: int) -> None:
    """A table whose groups have no number: each is closed by a line *Cộng*, all by *Tổng cộng*."""
    groups = [*texts(rows)][1:]
    sums = {text[0]: text[3:] for text in groups if "." not in text[0]}
    found = [[*HEAD]]
    for before, after in zip(groups, [*groups[1:], ["end", ""]], strict=True):
        group, _, place = before[0].partition(".")
        found += [[place, *before[1:]]] if place else []
        found += [["", "Cộng", "", *sums[group]]] if "." not in after[0] else []
    file.write_text("\n".join("\t".join(row) for row in found) + "\n", encoding="utf-8")


def write_statements(file: Path, rows: int) -> None:
    """Statements below each other that give nothing but totals, which no line above them adds up to."""
    found = ["Fund,Plan,Actual"]
    for fund in range(rows // 4):
        found += [f"Total revenue {fund},{fund + 9},{fund + 8}", f"Total expenses {fund},{fund + 2},{fund + 3}"]
        found += [f"Net change {fund},7,5", f"Fund balance June 30,{fund + 7},{fund + 5}"]
    file.write_text("\n".join(found) + "\n", encoding="utf-8")


def write_texts(folder: Path, rows: int) -> dict[str, str]:
    """The files that the commands take, by the names they call them."""
    names = {
        "book": "book.xlsx",
        "text": "table.md",
        "columns": "table.txt",
        "page": "table.html",
        "totals": "totals.tsv",
        "statements": "statements.csv",
    }
    files = {name: folder / file for name, file in names.items()}
    write_workbook(files["book"], rows, formulas=False)
    write_totals(files["totals"], rows)
    write_statements(files["statements"], rows)
    table = [*texts(rows)]
    bars = ["| " + " | ".join(row) + " |" for row in table]
    files["text"].write_text("\n".join([UNIT, "", bars[0], "|---" * len(HEAD) + "|", *bars[1:]]), encoding="utf-8")
    wide = [max(map(len, column)) + 2 for column in zip(*table, strict=True)]
    set_out = ("".join(map(str.ljust, row, wide)).rstrip() for row in table)
    files["columns"].write_text("\n".join([UNIT, "", *set_out]), encoding="utf-8")
    cells = "".join("<tr><td>" + "</td><td>".join(row) + "</td></tr>\n" for row in table)
    files["page"].write_text(f"<p>{UNIT}</p><table>{cells}</table>", encoding="utf-8")
    return {name: str(file) for name, file in files.items()} | {"folder": str(folder)}


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--rows", type=int, nargs="+", default=[5_000, 20_000, 80_000])
    arguments.add_argument("--only", default="", help="commands that hold this text")
    asked = arguments.parse_args()
    compileall.compile_dir(ROOT / "src", quiet=1)  # as an installer leaves it
    with tempfile.TemporaryDirectory() as place:
        folders = [Path(place) / str(rows) for rows in asked.rows]
        for folder in folders:
            folder.mkdir()
        with ProcessPoolExecutor(1) as elsewhere:  # a process begins with the memory of the one that starts it
            files = [*elsewhere.map(write_texts, folders, asked.rows)]
        for command in COMMANDS:
            name = " ".join(command).replace("{folder}/", "")
            if asked.only in name:
                costs = [cost([SXTDBV, *(word.format(**known) for word in command)]) for known in files]
                print(f"{name:36}" + "".join(map(shown, costs)), flush=True)


if __name__ == "__main__":
    main()
