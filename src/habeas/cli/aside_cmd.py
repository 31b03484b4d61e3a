"""`habeas aside`: set the number of a claim aside, by name and for a reason; list; take back."""

import click

from habeas.cli.clock import now
from habeas.cli.opening import opened_register, opening_options
from habeas.cli.terminal import json_line, wrapped
from habeas.cli.words import _
from habeas.errors import MistakeError

LIST = "list"
"""What may stand in the place of a claim to ask for the list, as it does in `habeas slots`."""


@click.command(
    help=_(
        "Set the numbers of CLAIMs (c-…) aside: reconcile, refill, count and flow leave them out and "
        "say so. Without CLAIM, list what is set aside."
    )
)
@click.argument("claims", nargs=-1, metavar="[CLAIM]...")
@opening_options
@click.option("--as", "by", metavar="NAME", help=_("Who decides so."))
@click.option("--reason", metavar="WORDS", default="", help=_("Why; printed beside every result."))
@click.option("--undo", metavar="ID", help=_("Take one back, by its id (a-…) or its claim's."))
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def command(claims: tuple[str, ...], *, as_json: bool, **given: str | None) -> None:
    """Do what is asked, then print all that is set aside."""
    from habeas.cli.aside_words import aside_lines  # noqa: PLC0415 - a database is heavy
    from habeas.tasks import aside  # noqa: PLC0415 - a database is heavy

    by, back = given["by"] or "", given["undo"]
    claims = () if claims == (LIST,) else claims
    if claims and back is not None:
        raise MistakeError(
            _("Either set numbers aside or take one back, not both at once."), code="aside-both"
        )
    if (claims or back) and not by.strip():
        raise MistakeError(
            _("Say who decides so, with --as NAME; nothing was written."), code="reviewer-missing"
        )
    with opened_register(given["register"], given["keyfile"]) as register:
        if claims:
            aside.set_aside(register, claims, by, given["reason"] or "", at=now())
        if back is not None:
            aside.taken_back(register, back, by, at=now(), reason=given["reason"] or "")
        found = list(aside.chosen(register).values())
    if as_json:
        click.echo(json_line({"set_aside": aside.plain_asides(found)}))
        return
    for line in aside_lines(found) or wrapped(_("Nothing is set aside.")):
        click.echo(line)
