"""`habeas resolve`: which mentions are one person, one by one or in a batch; and undo."""

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
    from habeas.resolving.proposals import Pair


@click.command(
    help=_(
        "Judge which mentions are one person: the clear pairs in one list, the others one by one; or, "
        "with one of the options below, do one thing at once."
    )
)
@opening_options
@click.option("--as", "name", metavar="NAME", help=_("Who judges. Asked for, if not given."))
@click.option("--unsure", is_flag=True, help=_("Also pairs that a judge was unsure about."))
@click.option("--list", "listing", is_flag=True, help=_("Print all pairs that are proposed."))
@click.option("--contested", is_flag=True, help=_("Print who is joined and parted at once."))
@click.option(
    "--accept",
    type=click.Choice(["same", "different"]),
    help=_("Judge, unread: join the clear pairs; or part those like no other from the nearest."),
)
@click.option("--yes", is_flag=True, help=_("With --accept: write. Without: only print the list."))
@click.option("--undo", "taken_back", metavar="VERDICT", help=_("Take one verdict back."))
@click.option("--undo-batch", "batch", metavar="BATCH", help=_("Take a whole batch back."))
@click.option("--reason", default="", help=_("Why it is taken back."))
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON: one object a line."))
def command(**given: str | bool | None) -> None:
    """Do the one thing asked for, or talk."""
    register, keyfile = _text(given, "register"), _text(given, "keyfile")
    if given["yes"] and not given["accept"]:
        raise MistakeError(
            _("--yes goes with --accept same or --accept different."), code="yes-alone"
        )
    acts = (
        Act("listing", "--list", _list),
        Act("contested", "--contested", _contested),
        Act("accept", "--accept", _batch),
        Act("taken_back", "--undo", _take_back),
        Act("batch", "--undo-batch", _take_batch_back),
    )
    does = asked(given, acts, _talk)
    with opened_register(register, keyfile) as opened:
        does(opened, given)


def _talk(register: Register, given: Given) -> None:
    from habeas.cli.resolve_talk import Talk  # noqa: PLC0415 - heavy
    from habeas.tasks.resolve import proposed  # noqa: PLC0415 - a database is heavy

    found = proposed(register, again=bool(given["unsure"]))
    if not found.clear and not found.unclear:
        tell(_("Nobody in this register may be the same as anybody else; nothing to judge."))
        return
    Talk(register, _judge(given), now, found).run()


def _list(register: Register, given: Given) -> None:
    from habeas.cli.resolve_words import proposals_words  # noqa: PLC0415 - heavy
    from habeas.tasks.resolve import proposed  # noqa: PLC0415 - a database is heavy
    from habeas.tasks.resolve_plainly import plain_pair  # noqa: PLC0415 - heavy

    found = proposed(register, again=bool(given["unsure"]))
    if not given["as_json"]:
        click.echo("\n".join(proposals_words(found)))
        return
    rows = (("clear", found.clear), ("unclear", found.unclear), ("apart", found.apart))
    for what, pairs in rows:
        for pair in pairs:
            click.echo(json_line(plain_pair(pair, what)))


def _contested(register: Register, given: Given) -> None:
    from habeas.cli.resolve_words import contested_words  # noqa: PLC0415 - heavy
    from habeas.tasks.resolve import contested  # noqa: PLC0415 - a database is heavy
    from habeas.tasks.resolve_plainly import plain_contested  # noqa: PLC0415 - heavy

    found = contested(register)
    if given["as_json"]:
        for one in found:
            click.echo(json_line(plain_contested(one)))
    else:
        click.echo("\n".join(contested_words(found)))


def _batch(register: Register, given: Given) -> None:
    from habeas.tasks.resolve import judge_unread, proposed  # noqa: PLC0415 - a database is heavy
    from habeas.terms.person import Judgement  # noqa: PLC0415 - heavy

    judgement = Judgement(str(given["accept"]))
    by = _judge(given)
    found = proposed(register)
    pairs = found.clear if judgement is Judgement.SAME else found.apart
    mark = ""
    if given["yes"]:
        mark = judge_unread(register, pairs, judgement, by, at=now())
    if given["as_json"]:
        _batch_in_json(pairs, judgement, mark, bool(given["yes"]))
        return
    _batch_in_words(pairs, bool(given["yes"]))
    if mark:
        told = numbered(
            "{number} verdict written UNREAD: {judgement}. Batch {mark}.",
            "{number} verdicts written UNREAD: {judgement}. Batch {mark}.",
            len(pairs),
            judgement=judgement,
            mark=mark,
        )
        click.echo(told)
        undo = _("Take all of them back: habeas resolve --undo-batch {mark}")
        click.echo(undo.format(mark=mark))
    elif given["yes"]:
        click.echo(_("Nothing was written: there is no such pair."))
    else:
        told = numbered(
            "Nothing was written. --yes writes {number} verdict, {judgement}, UNREAD.",
            "Nothing was written. --yes writes {number} verdicts, {judgement}, UNREAD.",
            len(pairs),
            judgement=judgement,
        )
        click.echo(told)


def _batch_in_json(pairs: tuple[Pair, ...], judgement: str, mark: str, written: bool) -> None:
    from habeas.tasks.resolve_plainly import plain_pair  # noqa: PLC0415 - heavy

    what = "clear" if judgement == "same" else "apart"
    values = {
        "judgement": str(judgement),
        "batch": mark or None,
        "written": len(pairs) if written else 0,
        "pairs": [plain_pair(pair, what) for pair in pairs],
    }
    click.echo(json_line(values))


def _batch_in_words(pairs: tuple[Pair, ...], written: bool) -> None:
    from habeas.cli.resolve_words import case_lines  # noqa: PLC0415 - heavy
    from habeas.resolving.proposals import cases  # noqa: PLC0415 - heavy

    if not written:
        for case in cases(pairs):
            click.echo("\n".join(case_lines(case)))


def _take_back(register: Register, given: Given) -> None:
    from habeas.tasks.resolve import undo  # noqa: PLC0415 - a database is heavy
    from habeas.terms.ids import VerdictId  # noqa: PLC0415 - heavy

    name = VerdictId(str(given["taken_back"]))
    done = undo(register, name, _judge(given), at=now(), reason=str(given["reason"]))
    if given["as_json"]:
        click.echo(json_line({"withdrawal": done.id, "verdict": done.target}))
    else:
        click.echo(_("Taken back: {verdict} (by {id}).").format(verdict=name, id=done.id))


def _take_batch_back(register: Register, given: Given) -> None:
    from habeas.tasks.resolve import undo_batch  # noqa: PLC0415 - a database is heavy

    mark, reason = str(given["batch"]), str(given["reason"])
    number = undo_batch(register, mark, _judge(given), at=now(), reason=reason)
    if given["as_json"]:
        click.echo(json_line({"batch": mark, "withdrawn": number}))
    else:
        one, many = plural(
            "Taken back: {number} verdict of batch {mark}.",
            "Taken back: {number} verdicts of batch {mark}.",
        )
        click.echo(numbered(one, many, number, mark=mark))


def _judge(given: Given) -> str:
    return decider(_text(given, "name"), what="verdict")


def _text(given: Given, name: str) -> str | None:
    return cast("str | None", given[name])
