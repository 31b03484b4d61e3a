"""`habeas review`: decide about claims, one by one or in a batch; note a missed one; undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from habeas.cli.acts import Act, Given, asked
from habeas.cli.clock import now
from habeas.cli.decider import decider
from habeas.cli.lines import tell
from habeas.cli.opening import opened_register, opening_options
from habeas.cli.terminal import json_line
from habeas.cli.words import _, numbered, plural
from habeas.errors import MistakeError

if TYPE_CHECKING:
    from habeas.register.register import Register
    from habeas.terms.claim import Claim, Tier
    from habeas.terms.ids import ReportId

_FIELDS = ("kind", "count", "when", "modality", "source", "place", "destination")
_MORE = ("actor", "terms", "penalty", "population", "part", "note")


@click.command(
    help=_("Review claims one by one; or, with one of the options below, do one thing at once.")
)
@opening_options
@click.option("--as", "name", metavar="NAME", help=_("Who decides. Asked for, if not given."))
@click.option("--report", metavar="ID", help=_("Only claims of this report."))
@click.option("--tier", type=click.Choice(["check", "likely"]), help=_("Only claims of this tier."))
@click.option("--unsure", is_flag=True, help=_("Claims a reviewer was unsure about."))
@click.option("--list", "listing", is_flag=True, help=_("Print the claims that wait."))
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON, with --list or a single act."))
@click.option("--accept", metavar="tier=likely", help=_("Accept, unread, what can do no harm."))
@click.option("--undo", "taken_back", metavar="REVIEW", help=_("Take one review back."))
@click.option("--reason", default="", help=_("Why it is taken back."))
@click.option("--missed", metavar="REPORT", help=_("Note a claim the reader missed."))
@click.option("--words", help=_("With --missed: words of the text it stands on."))
@click.option("--at", "which", type=int, help=_("With --missed: which of several places, from 1."))
@click.option("--kind", help=_("With --missed: its kind, as `released`."))
@click.option(
    "--person", "persons", multiple=True, help=_("With --missed: a name; may be repeated.")
)
@click.option("--count", help=_("With --missed: a number, as “at least 12”."))
@click.option("--when", help=_("With --missed: a day or days, as 2025-12-13/2025-12-14."))
@click.option("--modality", help=_("With --missed: how it is said, as `reported`."))
@click.option("--source", help=_("With --missed: who says it."))
@click.option("--place", help=_("With --missed: where."))
@click.option("--destination", help=_("With --missed: where they went."))
@click.option("--actor", help=_("With --missed: who did it."))
@click.option("--terms", help=_("With --missed: what was given or asked in exchange."))
@click.option("--penalty", help=_("With --missed: as “6 years 6 months”, life or death."))
@click.option("--population", help=_("With --missed: who is counted."))
@click.option("--part", help=_("With --missed: the part of a larger number this is."))
@click.option("--note", help=_("With --missed: for kind `other`, what it is."))
def command(**given: str | bool | int | tuple[str, ...] | None) -> None:
    """Do the one thing asked for, or talk."""
    register, keyfile = _text(given, "register"), _text(given, "keyfile")
    acts = (
        Act("listing", "--list", _list),
        Act("accept", "--accept", _batch),
        Act("taken_back", "--undo", _take_back),
        Act("missed", "--missed", _note),
    )
    does = asked(given, acts, _talk)
    with opened_register(register, keyfile) as opened:
        does(opened, given)


def _talk(register: Register, given: Given) -> None:
    from habeas.cli.review_talk import Talk  # noqa: PLC0415 - heavy

    claims = _queue(register, given)
    if not claims:
        tell(_none_waits(given))
        return
    Talk(register, _reviewer(given), claims, now).run()


def _list(register: Register, given: Given) -> None:
    from habeas.cli.review_words import listed  # noqa: PLC0415 - heavy
    from habeas.tasks.plainly import plain_counted  # noqa: PLC0415 - heavy

    claims = _queue(register, given)
    if not claims:
        tell(_none_waits(given))
    for claim in claims:
        review = register.claim(claim.id).review if given["unsure"] else None
        if given["as_json"]:
            click.echo(json_line(plain_counted(claim, review)))
        else:
            click.echo(listed(claim, review))


def _none_waits(given: Given) -> str:
    if given["unsure"]:
        return _("No claim waits for a second look: no reviewer was unsure about one.")
    return _("No claim waits for a review.")


def _batch(register: Register, given: Given) -> None:
    from habeas.tasks.review import accept_unread  # noqa: PLC0415 - heavy

    what, _sign, value = str(given["accept"]).partition("=")
    if what != "tier" or value not in ("likely", "check"):
        raise MistakeError(
            _("Write --accept tier=likely; nothing else can be accepted in a batch."),
            code="batch-tier",
        )
    batch = accept_unread(register, _tier(value), _reviewer(given), at=now(), report=_report(given))
    if given["as_json"]:
        left = {reason.name.lower(): number for reason, number in batch.left_out.items()}
        click.echo(json_line({"accepted_unread": batch.accepted, "left_out": left}))
        return
    one, many = plural("Accepted UNREAD: {number} claim.", "Accepted UNREAD: {number} claims.")
    click.echo(numbered(one, many, batch.accepted))
    total = sum(batch.left_out.values())
    one, many = plural(
        "Left for a human eye: {number} claim.", "Left for a human eye: {number} claims."
    )
    click.echo(numbered(one, many, total))
    for reason, number in batch.left_out.items():
        click.echo(f"  {number:>6}  {_(str(reason))}")
    waiting = sum(1 for _claim in register.unreviewed())
    one, many = plural("{number} claim waits for a review.", "{number} claims wait for a review.")
    click.echo(numbered(one, many, waiting))


def _take_back(register: Register, given: Given) -> None:
    from habeas.tasks.review import undo  # noqa: PLC0415 - heavy
    from habeas.terms.ids import ReviewId  # noqa: PLC0415 - heavy

    name = ReviewId(str(given["taken_back"]))
    done = undo(register, name, _reviewer(given), at=now(), reason=str(given["reason"]))
    if given["as_json"]:
        click.echo(json_line({"withdrawal": done.id, "review": done.target}))
    else:
        click.echo(_("Taken back: {review} (by {id}).").format(review=name, id=done.id))


def _note(register: Register, given: Given) -> None:
    from habeas.tasks.amend import note, noted  # noqa: PLC0415 - heavy
    from habeas.tasks.words import place_of  # noqa: PLC0415 - heavy
    from habeas.terms.ids import ReportId  # noqa: PLC0415 - heavy

    report = ReportId(str(given["missed"]))
    fields = {name: str(given[name]) for name in (*_FIELDS, *_MORE) if given[name] is not None}
    persons = cast(tuple[str, ...], given["persons"])
    if persons:
        fields["persons"] = ", ".join(persons)
    words = _text(given, "words") or ""
    place = place_of(register.text(report), words, cast(int | None, given["which"]))
    draft = noted(register, report, place, fields)
    done = note(register, report, draft, _reviewer(given), at=now())
    if given["as_json"]:
        click.echo(json_line({"claim": done.id, "report": report}))
    else:
        click.echo(_("Noted and accepted: {claim}.").format(claim=done.id))


def _queue(register: Register, given: Given) -> list[Claim]:
    from habeas.tasks.review import queue  # noqa: PLC0415 - a database is heavy

    tier = _tier(str(given["tier"])) if given["tier"] else None
    unsure = bool(given["unsure"])
    return list(queue(register, report=_report(given), tier=tier, unsure=unsure))


def _reviewer(given: Given) -> str:
    return decider(_text(given, "name"), what="review")


def _tier(value: str) -> Tier:
    from habeas.terms.claim import Tier  # noqa: PLC0415 - heavy

    return Tier(value)


def _report(given: Given) -> ReportId | None:
    return cast("ReportId | None", given["report"])


def _text(given: Given, name: str) -> str | None:
    value = given[name]
    return value if isinstance(value, str) else None
