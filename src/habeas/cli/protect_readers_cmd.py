"""`habeas protect readers`: who may read a case; add one, remove one."""

import click

from habeas.cli.clock import now
from habeas.cli.identities import identity_from
from habeas.cli.in_order import InOrder
from habeas.cli.opening import opened_register, opening_options
from habeas.cli.shown import shown
from habeas.cli.terminal import json_line, wrapped
from habeas.cli.words import _, numbered
from habeas.terms.ids import CaseId

_BY = click.option("--as", "by", metavar="NAME", required=True, help=_("Who decides it."))


@click.group(cls=InOrder, help=_("Who may read a case: list, add or remove them."))
def readers() -> None:
    """The group; its commands do the work."""


@readers.command("list", help=_("List the readers of CASE, with their whole recipients."))
@click.argument("case")
@opening_options
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def listing(case: str, register: str | None, keyfile: str | None, as_json: bool) -> None:
    """One line for each reader."""
    from habeas.tasks.protect_open import show  # noqa: PLC0415 - a database is heavy
    from habeas.tasks.protect_plainly import plain_shown  # noqa: PLC0415 - a database is heavy

    with opened_register(register, keyfile) as opened:
        found = show(opened, CaseId(case))
    if as_json:
        told = plain_shown(found)
        click.echo(json_line({"case": told["case"], "readers": told["readers"]}))
    for one in () if as_json else found.readers:
        click.echo(f"{shown(one.name)}  {one.recipient}")


@readers.command(help=_("Let READER (NAME=age1…) read CASE, what was sealed before, too."))
@click.argument("case")
@click.argument("reader")
@opening_options
@click.option(
    "--identity",
    type=click.Path(),
    required=True,
    help=_("The file of an age identity that opens the case: keys are copied with it."),
)
@_BY
def add(case: str, reader: str, register: str | None, keyfile: str | None, **given: str) -> None:
    """Copy the keys for one more reader."""
    from habeas.tasks.protect_change import Change, add_reader  # noqa: PLC0415 - heavy

    identity = identity_from(given["identity"])
    with opened_register(register, keyfile) as opened:
        change = Change(CaseId(case), reader, given["by"])
        done = add_reader(opened, change, identity, at=now())
    told = numbered(
        "{name} can read {number} sealed field of this case, and those sealed from now on.",
        "{name} can read {number} sealed fields of this case, and those sealed from now on.",
        done.fields,
        name=done.reader.name,
    )
    lines = wrapped(told)
    if done.without:
        lacking = numbered(
            "{number} field they cannot read: the identity does not open it, either.",
            "{number} fields they cannot read: the identity does not open them, either.",
            done.without,
        )
        lines += wrapped(lacking)
    click.echo("\n".join(lines))


@readers.command(help=_("Let READER (a name, or age1…) read nothing more of CASE."))
@click.argument("case")
@click.argument("reader")
@opening_options
@_BY
def remove(case: str, reader: str, register: str | None, keyfile: str | None, by: str) -> None:
    """Delete the keys given to a reader, and give no more."""
    from habeas.tasks.protect_change import Change, remove_reader  # noqa: PLC0415 - heavy

    with opened_register(register, keyfile) as opened:
        done = remove_reader(opened, Change(CaseId(case), reader, by), at=now())
    told = _(
        "{name} gets no key to what is sealed from now on; {keys} here."
        " What {name} could read once, they can have copied; and old backups, and other laptops until"
        " they take in the next bundle, still hold what was given."
    )
    keys = numbered(
        "{number} key given before is deleted", "{number} keys given before are deleted", done.keys
    )
    lines = wrapped(told.format(name=done.reader.name, keys=keys))
    if not done.clean:
        lines += wrapped(
            _("Another program has the register open: close it, to empty the journal, too.")
        )
    click.echo("\n".join(lines))
