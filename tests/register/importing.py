"""A program that imports reports until it is stopped, and prints each sequence it was told is kept.

python -m tests.register.importing FOLDER
"""

import secrets
import sys
from pathlib import Path

from habeas.register.register import Register
from habeas.terms.entry import Content
from tests.register.given import KEY, blobs, draft, proposal, report

CLAIMS = 20
"""Claims that each report has, put in one transaction with it."""


def contents(text: str) -> list[Content]:
    """A new report and its claims."""
    name = f"r-{secrets.token_hex(8)}"
    claims = [
        proposal(f"c-{secrets.token_hex(8)}", name, draft("Maria Kalesnikava", text))
        for _ in range(CLAIMS)
    ]
    return [report(name, text), *claims]


def run(folder: Path, times: int | None = None) -> None:
    """Import `times` reports, or until stopped."""
    with Register(folder, KEY, secrets.token_bytes) as one:
        done = 0
        while times is None or done < times:
            text = f"Maria Kalesnikava was released, says message {secrets.token_hex(300)}."
            sequence = one.put(contents(text), at=1, blobs=blobs(text))
            sys.stdout.write(f"{sequence}\n")
            sys.stdout.flush()
            done += 1


if __name__ == "__main__":
    run(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None)
