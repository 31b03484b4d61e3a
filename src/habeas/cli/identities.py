"""age identities that a person names by a file: as they are, or locked with a passphrase.

Decides where the passphrase of an identity is looked for: `HABEAS_IDENTITY_PASSPHRASE_FILE`, then a
prompt without echo. Never on the command line.
"""

import os
from pathlib import Path

from habeas.cli import opening
from habeas.cli.words import _
from habeas.errors import MistakeError, RegisterError

PASSPHRASE_FILE = "HABEAS_IDENTITY_PASSPHRASE_FILE"

_NOBODY = _("There is no terminal to ask at; name a file in HABEAS_IDENTITY_PASSPHRASE_FILE.")


def identity_from(place: str) -> str:
    """The age identity in a file.

    Raises:
        MistakeError: it holds none, or nobody is there to ask for its passphrase.
        RegisterError: it cannot be read, or the passphrase does not open it.
    """
    from habeas.protecting.age import STARTS, identity_in, unlocked  # noqa: PLC0415 - heavy

    data = opening.bytes_of_secret(Path(place))
    if data.startswith(STARTS):
        opened = unlocked(data, _passphrase(_("Passphrase of the identity")))
        if opened is None:
            raise RegisterError(
                _("This passphrase does not open the identity {file}; try again.").format(
                    file=place
                ),
                code="identity-locked",
            )
        data = opened
    found = identity_in(data.decode("utf-8", "replace"))
    if found is None:
        raise MistakeError(
            _("{file} holds no age identity.").format(file=place), code="identity-unfit"
        )
    return found


def new_passphrase() -> str:
    """A passphrase for a new identity: from the file, or asked for twice."""
    named = os.environ.get(PASSPHRASE_FILE)
    return opening.passphrase_in(Path(named)) if named else opening.asked_twice(_NOBODY)


def _passphrase(words: str) -> str:
    named = os.environ.get(PASSPHRASE_FILE)
    if named:
        return opening.passphrase_in(Path(named))
    return opening.asked(words, _NOBODY)
