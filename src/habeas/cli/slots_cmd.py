"""`habeas slots`: the ways to open a register, and the key behind them."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from habeas.cli import opening
from habeas.cli.in_order import InOrder
from habeas.cli.terminal import json_line
from habeas.cli.typing_back import have_typed_back
from habeas.cli.verify_cmd import FOUND, TAMPERED, in_words
from habeas.cli.words import _, numbered, plural
from habeas.errors import MistakeError, ReportError

if TYPE_CHECKING:
    from habeas.protecting.cost import Cost
    from habeas.protecting.slots import RecoveryCode, Secret, Slot, Way

KINDS = ("passphrase", "recovery", "keyfile", "recipient")
UNCHANGED = _("nothing was changed.")
_NO_WORDS = _("There is no terminal to ask at; name a file behind the word passphrase.")


@click.group(
    cls=InOrder, help=_("The ways to open the register: list, add, change or remove them.")
)
def command() -> None:
    """The group; its commands do the work."""


@command.command("list", help=_("List the ways to open the register, by number."))
@opening.opening_options
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def listing(register: str | None, keyfile: str | None, as_json: bool) -> None:
    """One line for each way. No secret is needed, and `keyfile` is not looked at."""
    from habeas.tasks.slots import listed  # noqa: PLC0415 - a database is heavy

    slots = listed(opening.folder(register))
    if as_json:
        click.echo(json_line({"slots": [_plain(*one) for one in enumerate(slots, 1)]}))
        return
    for number, slot in enumerate(slots, 1):
        click.echo(f"{number}  {_(slot.kind)}{_cost(slot.cost) if slot.cost else ''}")


def _plain(number: int, slot: Slot) -> dict[str, object]:
    cost = slot.cost
    return {
        "number": number,
        "kind": slot.kind,
        "memory_kib": cost.memory_kib if cost else None,
        "rounds": cost.rounds if cost else None,
    }


def _cost(cost: Cost) -> str:
    """How dear one guess at a passphrase is."""
    words = plural(" ({memory} MiB, {number} round)", " ({memory} MiB, {number} rounds)")
    return numbered(*words, cost.rounds, memory=cost.memory_kib // 1024)


@command.command(
    short_help=_("Add a way to open it."),
    help=_("Add a way: passphrase [FILE], recovery, keyfile FILE or recipient age1…"),
)
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("what", required=False)
@opening.opening_options
def add(kind: str, what: str | None, register: str | None, keyfile: str | None) -> None:
    """Open with one way, and add another."""
    from habeas.tasks import slots  # noqa: PLC0415 - a database is heavy

    place, secret = opening.folder(register), opening.secret(keyfile)
    with _way(kind, what) as way:
        number = slots.add(place, secret, way)
    click.echo(_("Number {number} opens the register, too.").format(number=number))


@command.command(help=_("Put a new way in place of the one you open with now."))
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("what", required=False)
@opening.opening_options
def change(kind: str, what: str | None, register: str | None, keyfile: str | None) -> None:
    """Open with one way, and put another in its place."""
    from habeas.tasks import slots  # noqa: PLC0415 - a database is heavy

    place, secret = opening.folder(register), opening.secret(keyfile)
    with _way(kind, what) as way:
        number = slots.change(place, secret, way)
    told = _("Number {number} was changed. Old copies still open as before.")
    click.echo(told.format(number=number))


@command.command(help=_("Remove the way with that NUMBER. Old copies still open by it."))
@click.argument("number", type=int)
@opening.opening_options
def remove(number: int, register: str | None, keyfile: str | None) -> None:
    """Open with one way, and remove another."""
    from habeas.tasks import slots  # noqa: PLC0415 - a database is heavy

    slots.remove(opening.folder(register), opening.secret(keyfile), number)
    click.echo(_("Removed. Copies made before still open by it; see also: habeas slots rotate"))


@command.command(
    short_help=_("Encrypt the register with a new key."),
    help=_("Encrypt it with a new key, opened by what you open with and a new code."),
)
@opening.opening_options
def rotate(register: str | None, keyfile: str | None) -> None:
    """Make a copy under a new key, check it, and put it in place."""
    from habeas.protecting.slots import Identity  # noqa: PLC0415 - cryptography is heavy
    from habeas.tasks import rotate as task  # noqa: PLC0415 - a database is heavy

    place, secret = opening.folder(register), opening.secret(keyfile)
    if isinstance(secret, Identity) or secret.kind == "recovery code":
        raise MistakeError(
            _("Open with a passphrase or key file to rotate; it goes on opening the register."),
            code="rotation-by-code",
        )
    code = _new_code(UNCHANGED)
    old = task.rotate(place, secret, [secret, code], heads=opening.heads_folder())
    click.echo(
        _(
            "The register has a new key; add other ways with `habeas slots add`.\n"
            "Under the old key it lies in {folder}: destroy it, and old backups, when all is well."
        ).format(folder=old)
    )


@command.command(
    short_help=_("Take over the new key of another copy."),
    help=_(
        "Take over the key that another copy of this register was given by `rotate`: SLOTS is its "
        "slots.json, or its folder."
    ),
)
@click.argument("slots", type=click.Path())
@opening.opening_options
@click.option(
    "--with",
    "other",
    type=click.Path(),
    help=_("The key file or age identity that opens the other copy, if it is not the same."),
)
def adopt(slots: str, register: str | None, keyfile: str | None, other: str | None) -> None:
    """Open both, and encrypt this copy with the other's key."""
    from habeas.tasks import rotate as task  # noqa: PLC0415 - a database is heavy

    place, secret = opening.folder(register), opening.secret(keyfile)
    given = Path(slots)
    if not given.exists():
        raise ReportError(
            _("{place} does not exist; name the other copy's slots.json, or its folder.").format(
                place=given
            ),
            code="slots-absent",
            report=given.name,
        )
    way = opening.key_in(Path(other)) if other else _opening_other(given, secret)
    old = task.adopt(place, secret, given, way, heads=opening.heads_folder())
    click.echo(
        _(
            "This copy has the other's key now, and opens as the other does: bundles go to and fro.\n"
            "Under the old key it lies in {folder}: destroy it, and old backups, when all is well."
        ).format(folder=old)
    )


def _opening_other(given: Path, secret: Secret) -> Secret:
    """What opens the other copy: the same secret, else one that is asked for."""
    from habeas.protecting.slots import meant, number_of  # noqa: PLC0415 - cryptography is heavy
    from habeas.protecting.slots_file import read_slots, slots_in  # noqa: PLC0415 - heavy

    slots = read_slots(given) if given.is_dir() else slots_in(given)
    if number_of(slots, secret) is not None:
        return secret
    asked = opening.asked(
        _("Passphrase or recovery code of the other copy"),
        _(
            "What opens this copy does not open the other one, and there is no terminal to ask at; give"
            " --with FILE."
        ),
    )
    return meant(asked)


@command.command(
    short_help=_("Try the recovery code on a copy."),
    help=_("Open a copy with the recovery code, and check it: does the paper work?"),
)
@opening.opening_options
def drill(register: str | None, keyfile: str | None) -> None:
    """Ask for the code, and open a copy with it; `keyfile` is not looked at."""
    from habeas.protecting.recovery import typed  # noqa: PLC0415 - cryptography is heavy
    from habeas.protecting.slots import RecoveryCode  # noqa: PLC0415 - cryptography is heavy
    from habeas.tasks import slots  # noqa: PLC0415 - a database is heavy

    place = opening.folder(register)
    click.echo(_("Type the recovery code from the paper: "), err=True, nl=False)
    verified = slots.drill(place, RecoveryCode(typed(sys.stdin.readline())))
    click.echo(in_words(verified))
    if not verified.sound:
        sys.exit(TAMPERED if verified.tampered else FOUND)
    click.echo(_("The recovery code opens the register."))


def _way(kind: str, what: str | None) -> AbstractContextManager[Way]:
    """The new way that is meant; a code is typed back, a key file written, and gone if it opens nothing.

    Raises:
        MistakeError: the file or the recipient is not named, or the code was not typed back.
    """
    from habeas.protecting.age import recipient  # noqa: PLC0415 - cryptography is heavy
    from habeas.protecting.slots import Passphrase, Recipient  # noqa: PLC0415 - heavy
    from habeas.tasks.new import key_file  # noqa: PLC0415 - a database is heavy

    if kind == "passphrase":
        return nullcontext(
            Passphrase(
                opening.passphrase_in(Path(what)) if what else opening.asked_twice(_NO_WORDS)
            )
        )
    if kind == "recovery":
        return nullcontext(_new_code(UNCHANGED))
    if not what:
        raise MistakeError(
            _("Name the new key file, or the recipient (age1…)."), code="slot-unnamed"
        )
    if kind == "keyfile":
        return key_file(Path(what))
    return nullcontext(Recipient(recipient(what)))


def _new_code(otherwise: str) -> RecoveryCode:
    from habeas.tasks.new import new_recovery_code  # noqa: PLC0415 - a database is heavy

    code = new_recovery_code()
    have_typed_back(code.letters, otherwise)
    return code
