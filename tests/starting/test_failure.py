"""What an installer said, and the sentence it comes down to. The lines are those of pip and uv."""

import pytest

from starting.failure import sentence

LOG = "habeas-set-up.log"


@pytest.mark.parametrize(
    ("output", "told"),
    [
        (
            "WARNING: Retrying (Retry(total=0, connect=None)) after connection broken by "
            "'NewConnectionError: Failed to establish a new connection: [Errno 111] Connection "
            "refused'\nERROR: No matching distribution found for stone==1.0\n",
            "the package index cannot be reached",
        ),
        (
            "error: Failed to fetch: `…/stone/`\n  cause: dns error\n",
            "the package index cannot be reached",
        ),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.\n",
            "is not the one named in the lock",
        ),
        ("error: Hash mismatch for `stone==1.0`\n", "is not the one named in the lock"),
        ("ERROR: No matching distribution found for stone==1.0\n", "no ready-made package"),
        ("  cause: Because stone==1.0 has no usable wheels\n", "no ready-made package"),
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on "
            "device\n",
            "The disk is full",
        ),
        ("first\nERROR: something else\n\n", "pip could not install the packages (ERROR: som"),
        ("", "pip could not install the packages (no word)"),
    ],
)
def test_what_was_said_comes_down_to_one_sentence(output: str, told: str) -> None:
    words = sentence("pip", output, LOG)
    assert told in words
    assert "\n" not in words
    assert words.endswith((".", ").")), words
