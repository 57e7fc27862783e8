"""The program. ``--version`` is answered before anything is imported; everything else goes to the app."""

import gc
import os
import sys
from contextlib import suppress


def expanded(arguments: list[str]) -> list[str]:
    """The arguments with the files that ``*`` and ``?`` stand for, sorted: shells of Windows leave that to programs.
    What Office keeps beside a file that is open (``~$book.xlsx``) is none of them."""
    from glob import glob
    from pathlib import Path

    found: list[str] = []
    for argument in arguments:
        pattern = argument.replace("[", "[[]") if "*" in argument or "?" in argument else ""
        files = sorted(glob(pattern))  # noqa: PTH207 -- of the current folder and of others, as they are written
        names = [name for name in files if not Path(name).name.startswith("~$")]
        found += names or [argument]
    return found


def main() -> None:
    """Run the program with the arguments of the process."""
    if sys.stdout is None or sys.stderr is None:  # closed by who runs it: nobody wants to read that
        nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 -- for the life of the process
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
    arguments = expanded(sys.argv[1:]) if os.name == "nt" else sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        from sxtdbv_cli import __version__

        sys.stdout.write(f"sxtdbv {__version__}\n")
        return
    # A run is short and its data has no cycles: a collector would only walk what is being imported and read.
    gc.disable()
    from sxtdbv_cli.cli import run

    code = run(arguments)
    with suppress(OSError):  # what could not be written has been said already
        sys.stdout.flush()
        sys.stderr.flush()
    # All is written. Taking a large plan and a hundred modules apart, only to end, would take a tenth of the time.
    os._exit(code)


if __name__ == "__main__":
    main()
