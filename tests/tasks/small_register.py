"""What ways to open and new keys are tried on: a register of three entries."""

from pathlib import Path

from habeas.errors import RegisterError
from habeas.protecting.cost import Cost
from habeas.protecting.slots import KeyFile, Passphrase, RecoveryCode, Secret
from habeas.tasks.new import new
from habeas.tasks.opening import opened
from tests.register.given import TEXT, blobs, proposal, report, review

CHEAP = Cost(64, 1, 1)
"""What a guess at a passphrase costs here: next to nothing."""


def made(beside: Path, words: KeyFile | Passphrase, code: RecoveryCode) -> Path:
    """The register, in a folder of its own; what was seen of it is remembered in the folder `heads`."""
    place = beside / "a.habeas"
    new(place, [words, code], cost=CHEAP)
    with opened(place, words, heads=beside / "heads") as one:
        one.put([report(), proposal(), review()], at=1, blobs=blobs(TEXT))
    return place


def opens(folder: Path, secret: Secret) -> bool:
    """Whether it opens by the secret, and nothing in it is wrong."""
    try:
        with opened(folder, secret) as one:
            return list(one.issues()) == []
    except RegisterError:
        return False
