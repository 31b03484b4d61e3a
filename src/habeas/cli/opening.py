"""Which register a verb works on, and the secret that opens it.

Decides where both are looked for. The register: `-r` of the verb, `-r` before the verb, then
`HABEAS_REGISTER`. The secret: `--keyfile`, then the file named by `HABEAS_PASSPHRASE_FILE`, then a
prompt without echo, which takes a recovery code, too. Secrets are never taken from the command line
or from a variable itself, where others could read them.

    @click.command()
    @opening_options
    def command(register: str | None, keyfile: str | None) -> None:
        with opened_register(register, keyfile) as opened: ...
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from habeas.cli.shown import shown
from habeas.cli.words import _
from habeas.errors import MistakeError, RegisterError

if TYPE_CHECKING:
    from habeas.protecting.slots import Secret
    from habeas.register.register import Register

P = ParamSpec("P")
R = TypeVar("R")

REGISTER = "HABEAS_REGISTER"
PASSPHRASE_FILE = "HABEAS_PASSPHRASE_FILE"
HEADS = "HABEAS_HEADS"
KEY_FILE_SIZE = 32
_LONGEST = 64 * 1024


def opening_options(command: Callable[P, R]) -> Callable[P, R]:
    """Give a verb the options by which its register is named and opened."""
    keyfile = click.option(
        "--keyfile", type=click.Path(), help=_("Open with this key file or age identity.")
    )
    register = click.option(
        "-r", "--register", type=click.Path(), help=_("The register's folder, NAME.habeas.")
    )
    return register(keyfile(command))


def opened_register(register: str | None, keyfile: str | None) -> Register:
    """The register, open; the caller closes it (`with`).

    Raises:
        MistakeError: no register is named, or no secret can be asked for.
        RegisterError, IntegrityError: it cannot be opened.
    """
    return opened_in(folder(register), secret(keyfile))


def opened_in(place: Path, given: Secret, *, accepting: bool = False) -> Register:
    """The register in a folder, open and compared with what this computer last saw of it.

    `accepting`: go on from it as it is, whatever was seen.

    Raises:
        RegisterError, IntegrityError: it cannot be opened, or is older than what was seen.
    """
    from habeas.tasks.opening import opened  # noqa: PLC0415 - a database is heavy

    found = opened(place, given, heads=heads_folder(), accepting=accepting)
    if found.kept is not None:
        told = _("The tables were brought up to date. The register as it was lies in {folder}.")
        click.echo(told.format(folder=found.kept), err=True)
    if found.unfinished is not None:
        told = _(
            "Giving it a new key was stopped at its last step: it has the old one, and nothing is lost."
            " Destroy the unfinished copy {folder}, and do it again."
        )
        click.echo(told.format(folder=found.unfinished), err=True)
    return found


def heads_folder() -> Path:
    """Where this computer remembers what it last saw: `HABEAS_HEADS`, else a folder of its own."""
    named = os.environ.get(HEADS)
    if named:
        return Path(named)
    if sys.platform.startswith(("linux", "freebsd")):
        state = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
        return Path(state) / "habeas" / "heads"
    return Path(click.get_app_dir("habeas", roaming=False)) / "heads"


def typed(register: str | None) -> str | None:
    """The place given with -r, behind the verb or before it; None where it is named in neither."""
    root = click.get_current_context().find_root().obj
    return register or (root if isinstance(root, str) else None)


def folder(register: str | None) -> Path:
    """The folder of the register that is meant.

    Raises:
        MistakeError: none is named.
    """
    from habeas.tasks.opening import folder_of  # noqa: PLC0415 - a database is heavy

    named = typed(register) or os.environ.get(REGISTER)
    if not named:
        raise MistakeError(
            _("Which register? Name it with -r NAME.habeas, or in HABEAS_REGISTER."),
            code="register-unnamed",
        )
    return folder_of(named)


def secret(keyfile: str | None) -> Secret:
    """The secret that opens the register.

    Raises:
        MistakeError: there is none, and no terminal to ask at; or a recovery code with a slip.
        RegisterError: its file cannot be read.
    """
    from habeas.protecting.slots import meant  # noqa: PLC0415 - cryptography is heavy

    if keyfile:
        return key_in(Path(keyfile))
    given = passphrase_from_file()
    return meant(asked(_("Passphrase or recovery code")) if given is None else given)


def key_in(place: Path) -> Secret:
    """The secret in a file: the 32 bytes of a key file, or an age identity.

    Raises:
        MistakeError: it is neither.
        RegisterError: it cannot be read.
    """
    from habeas.protecting.age import identity_in  # noqa: PLC0415 - cryptography is heavy
    from habeas.protecting.slots import Identity, KeyFile  # noqa: PLC0415 - cryptography is heavy
    from habeas.protecting.slots_file import no_pipe  # noqa: PLC0415 - cryptography is heavy

    data = bytes_of_secret(place, no_pipe)
    if len(data) == KEY_FILE_SIZE:
        return KeyFile(data)
    identity = identity_in(data.decode("utf-8", "replace"))
    if identity is None:
        raise MistakeError(
            _("{file} is no key file: one has 32 bytes, or holds an age identity.").format(
                file=place
            ),
            code="keyfile-unfit",
        )
    return Identity(identity)


def passphrase_from_file() -> str | None:
    """The first line of the file that `HABEAS_PASSPHRASE_FILE` names; None where it names none.

    Raises:
        RegisterError: it cannot be read, or is no text.
    """
    named = os.environ.get(PASSPHRASE_FILE)
    return passphrase_in(Path(named)) if named else None


def passphrase_in(place: Path) -> str:
    """The first line of a file.

    Raises:
        RegisterError: it cannot be read, or is no text.
    """
    try:
        lines = bytes_of_secret(place).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise RegisterError(
            _("{file} is no text in UTF-8; write the passphrase in its first line.").format(
                file=place
            ),
            code="passphrase-file-unfit",
        ) from None
    return lines[0] if lines else ""


def asked_twice(otherwise: str = "") -> str:
    """A new passphrase, asked for twice at the terminal; `otherwise` as in `asked`.

    Raises:
        MistakeError: the two are not the same, or there is no terminal to ask at.
    """
    first = asked(_("New passphrase"), otherwise)
    if first != asked(_("The same again")):
        raise MistakeError(
            _("The two passphrases are not the same; nothing was made."), code="passphrase-differs"
        )
    return first


def new_passphrase() -> str:
    """A passphrase for a new register: from the file, which is told, or asked for twice.

    Raises:
        MistakeError: the two are not the same, or there is no terminal to ask at.
        RegisterError: the file cannot be read.
    """
    given = passphrase_from_file()
    if given is None:
        return asked_twice()
    taken = _(
        "The passphrase is the first line of {file}, which HABEAS_PASSPHRASE_FILE names;"
        " whoever reads that file opens the register."
    )
    click.echo(taken.format(file=shown(os.environ[PASSPHRASE_FILE])), err=True)
    return given


def asked(words: str, otherwise: str = "") -> str:
    """A secret, asked for without echo; `otherwise` says what to do where there is no terminal.

    Raises:
        MistakeError: there is none.
    """
    if not sys.stdin.isatty():
        known = _(
            "There is no terminal to ask at; name a file in HABEAS_PASSPHRASE_FILE,"
            " or give --keyfile."
        )
        raise MistakeError(otherwise or known, code="passphrase-missing")
    return str(click.prompt(words, hide_input=True, err=True))


def bytes_of_secret(place: Path, opener: Callable[[str, int], int] | None = None) -> bytes:
    """What stands in a file that opens something.

    Raises:
        RegisterError: it cannot be read.
        MistakeError: what was named is the secret itself.
    """
    from habeas.protecting.age import tells_identity  # noqa: PLC0415 - cryptography is heavy

    if tells_identity(str(place)):
        raise MistakeError(
            _(
                "Name the file in which the age identity is, and not the identity itself: the shell may"
                " keep what was typed. Take it out of its history, or make another identity."
            ),
            code="keyfile-unfit",
        )
    try:
        with open(place, "rb", opener=opener) as file:
            return file.read(_LONGEST)
    except OSError as error:
        raise RegisterError(
            _("{file} cannot be read ({why}); check its name and folder.").format(
                file=place, why=error.strerror
            ),
            code="secret-not-read",
        ) from None
