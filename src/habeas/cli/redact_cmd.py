"""`habeas redact`: forget for good what a report, claim, review or verdict said. It tells first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

import click

from habeas.cli.clock import now, today
from habeas.cli.lines import have_confirmed
from habeas.cli.opening import opened_register, opening_options
from habeas.cli.terminal import wrapped
from habeas.cli.words import _, numbered, plural
from habeas.terms.redaction import ReasonClass

if TYPE_CHECKING:
    from habeas.tasks.redact import Effect
    from habeas.terms.bounds import Bounds


TOLD = 10
"""People who come apart that are named."""

F = TypeVar("F", bound=Callable[..., object])

_OPTIONS = (
    click.option(
        "--reason",
        type=click.Choice([str(one) for one in ReasonClass]),
        required=True,
        help=_("Why; only this word is recorded."),
    ),
    click.option("--as", "by", metavar="NAME", required=True, help=_("Who decides it.")),
    click.option("--dry-run", is_flag=True, help=_("Tell what would go, and change nothing.")),
    click.option("--yes", is_flag=True, help=_("Do not ask again.")),
)


def asking_options(command: F) -> F:
    """Give a verb that deletes for good the options by which it is told why, by whom, and whether."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command(
    help=_(
        "Forget what ID (a report, claim, review, verdict or protected case) says. It cannot be taken "
        "back."
    )
)
@click.argument("target", metavar="ID")
@opening_options
@asking_options
def command(target: str, register: str | None, keyfile: str | None, **given: object) -> None:
    """Redact what has that id."""
    redact(target, register, keyfile, given)


def redact(
    target: str, register: str | None, keyfile: str | None, given: Mapping[str, object]
) -> None:
    """Tell what goes and what that does to the counts; then do it, if that is wanted."""
    from habeas.tasks.redact import effect, order  # noqa: PLC0415 - a database is heavy

    asked = order(target, by=str(given["by"]), reason=ReasonClass(str(given["reason"])))
    with opened_register(register, keyfile) as opened:
        told = effect(opened, asked, today=today(), at=now())
        click.echo(in_words(told))
        if given["dry_run"]:
            click.echo(_("Nothing was changed."))
            return
        if not given["yes"]:
            have_confirmed(_("Forget all this for good?"), code="redaction-unconfirmed")
        clean = opened.redact(asked, at=now())
    one, many = plural("{number} body is gone.", "{number} bodies are gone.")
    click.echo(numbered(one, many, len(told.doomed.sequences)))
    if not clean:
        click.echo(
            _("Another program has the register open: close it, and the journal is emptied, too."),
            err=True,
        )
    click.echo(
        _(
            "Backups and copies made before still hold them: make a new backup, and destroy the old"
            " ones. Other laptops forget with the next bundle they take in."
        ),
        err=True,
    )


def in_words(told: Effect) -> str:
    """What goes, and how many are counted before and after."""
    gone = told.doomed
    if gone.protected:
        return numbered(
            "Of the protected case, {number} entry will be gone: what is sealed, its keys, readers, its"
            " cover. Claims and notes keep its code name.",
            "Of the protected case, {number} entries will be gone: sealed fields, keys, readers, its"
            " cover. Claims and notes keep its code name.",
            len(gone.protected),
        )
    lines = [
        _("Of these, every word will be gone: {reports}, {claims},").format(
            reports=numbered("{number} report", "{number} reports", len(gone.reports)),
            claims=numbered("{number} claim", "{number} claims", len(gone.claims)),
        ),
        _("  {reviews}, {verdicts}, {withdrawals},").format(
            reviews=numbered("{number} review", "{number} reviews", len(gone.reviews)),
            verdicts=numbered("{number} verdict", "{number} verdicts", len(gone.verdicts)),
            withdrawals=numbered(
                "{number} withdrawal", "{number} withdrawals", len(gone.withdrawals)
            ),
        ),
        "  "
        + numbered("{number} original or text.", "{number} originals and texts.", len(gone.blobs)),
        _("Counted claims: {before} before, {after} after.").format(
            before=told.claims[0], after=told.claims[1]
        ),
        _("Inside today: {before} before, {after} after.").format(
            before=ranged(told.inside[0]), after=ranged(told.inside[1])
        ),
    ]
    lines += _most_changed(told)
    lines += _coming_apart(told)
    if gone.anew:
        lines.append(_("The decision itself stays; only the words of its reason go."))
    return "\n".join(lines)


def _most_changed(told: Effect) -> list[str]:
    """The days on which the count changes most."""
    if not told.most:
        return [_("On no day until today does the number of those inside change.")]
    words = _("Greatest change of all days, {day}: inside {before} before, {after} after.")
    return [
        words.format(day=one.on.isoformat(), before=ranged(one.before), after=ranged(one.after))
        for one in told.most
    ]


def _coming_apart(told: Effect) -> list[str]:
    """Who is one person no longer, since the verdicts that joined the spellings go."""
    if not told.apart:
        return []
    number = len(told.apart)
    lines = [
        *wrapped(
            numbered(
                "{number} person comes apart: the verdicts that joined these spellings go, too. "
                "Each spelling then counts as somebody of its own, until `habeas resolve` joins "
                "them again:",
                "{number} people come apart: the verdicts that joined these spellings go, too. "
                "Each spelling then counts as somebody of its own, until `habeas resolve` joins "
                "them again:",
                number,
            )
        )
    ]
    for parts in told.apart[:TOLD]:
        names = (f"{one.name} [{', '.join(one.languages)}]" for one in parts)
        lines += wrapped(" | ".join(names), "  ", "    ")
    if number > TOLD:
        lines.append(_("  and {number} more.").format(number=number - TOLD))
    return lines


def ranged(bounds: Bounds) -> str:
    """The bounds as one number, or as two."""
    return str(bounds.low) if bounds.low == bounds.high else f"{bounds.low}–{bounds.high}"
