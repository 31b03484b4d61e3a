"""`SetUpError`, and the sentence that an installer's output comes down to.

Decides what a person is told when set-up fails: one sentence with what to do now. Everything the
installer said stays in the log beside `.venv`'s stamp.
"""

import re

SET_UP_FAILED = 4
"""Exit code of a set-up that failed."""

_NO_NETWORK = re.compile(
    r"NewConnectionError|ConnectTimeout|ProxyError|Connection refused|Name or service not known"
    r"|Temporary failure in name resolution|getaddrinfo failed|Network is unreachable"
    r"|dns error|tcp connect error|error sending request|[Cc]onnection (?:reset|error|timed out)"
)
_WRONG_HASH = re.compile(r"DO NOT MATCH THE HASHES|[Hh]ash mismatch")
_NO_WHEEL = re.compile(
    r"No matching distribution|Could not find a version|no usable wheels|no wheels with a matching"
    r"|has no wheels|No solution found|is not a supported wheel"
)
_FULL = re.compile(r"No space left on device|ENOSPC|not enough space", re.IGNORECASE)


class SetUpError(Exception):
    """Set-up cannot go on; the sentence says why, and what to do now."""

    def __init__(self, sentence: str, *, exit_code: int = SET_UP_FAILED) -> None:
        """Keep the sentence, and the exit code it ends the program with."""
        super().__init__(sentence)
        self.sentence = sentence
        self.exit_code = exit_code


def sentence(tool: str, output: str, log: str) -> str:
    """What a failed run of `tool` comes down to; `log` is where its whole output lies."""
    if _NO_NETWORK.search(output):
        return (
            "The packages cannot be fetched, since the package index cannot be reached; "
            f"connect to the network and run the same again (what {tool} said is in {log})."
        )
    if _FULL.search(output):
        return "The disk is full; make room (about 400 MB), and run the same again."
    if _WRONG_HASH.search(output):
        return (
            "A package is not the one named in the lock, so it was not installed; run the same "
            f"again, and if it stays so, do not trust this network (see {log})."
        )
    if _NO_WHEEL.search(output):
        return (
            f"{tool} finds no ready-made package for this machine and Python where it looks; use "
            f"a Python from 3.11 to 3.14, and check the index it is set to (see {log})."
        )
    last = output.strip().splitlines()[-1:] or ["no word"]
    return f"{tool} could not install the packages ({last[0].strip()}); see {log}."
