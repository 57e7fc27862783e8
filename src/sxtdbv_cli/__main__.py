"""The program. ``--version`` is answered before anything is imported; everything else goes to the app."""

import os
import sys


def main() -> None:
    """Run the program with the arguments of the process."""
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        from sxtdbv_cli import __version__

        sys.stdout.write(f"sxtdbv {__version__}\n")
        return
    # Pydantic would look through every installed distribution for plugins: a tenth of the start-up, for nothing.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from sxtdbv_cli.cli import run

    sys.exit(run(arguments))


if __name__ == "__main__":
    main()
