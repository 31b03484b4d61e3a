"""The command line: words in, words out. `main` answers `--version` before anything is imported."""

import sys

from habeas import __version__


def main() -> None:
    """Run the program with the words it was called with."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"habeas {__version__}\n")
        return
    from habeas.cli.program import run  # noqa: PLC0415 - keeps --version quick

    run()
