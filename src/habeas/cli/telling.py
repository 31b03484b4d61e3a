"""What a person tells by options: about the reports of one call, and the notes typed with it.

Decides how these options are given; what they mean is for `habeas.tasks`. They are kept in the
context, as one value each, so that a verb need not take nine arguments.
"""

import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TypeVar, cast

import click

from habeas.cli.report_files import day_of, language_of_option
from habeas.cli.words import _
from habeas.errors import MistakeError
from habeas.tasks.sidecar import Told, one_line
from habeas.terms.report import Medium, Sensitivity
from habeas.terms.when import When, on

F = TypeVar("F", bound=Callable[..., object])

_TYPED = "\x04"
"""Value of --note and --call without words: they are typed, or come on standard input."""


def _keep(ctx: click.Context, parameter: click.Parameter, value: str | None) -> None:
    ctx.meta[f"{__name__}.{parameter.name}"] = value or ""


_option = partial(click.option, expose_value=False, callback=_keep)
_words = partial(_option, is_flag=False, flag_value=_TYPED, metavar="[WORDS]")

_OPTIONS = (
    _option("--published", metavar="DAY", help=_("When: 2025-12-16, 2025-12 or 2025.")),
    _option("--lang", metavar="xx", help=_("Their language: de, en, ru…")),
    _option("--publisher", metavar="NAME", help=_("Who published or sent them.")),
    _option("--address", metavar="URL", help=_("Where they are from; never opened.")),
    _option(
        "--sensitivity",
        type=click.Choice([str(kind) for kind in Sensitivity]),
        help=_("Who may see them; restricted, unless you say otherwise."),
    ),
    _words("--note", help=_("Add a note: these words, or typed ones.")),
    _words("--call", help=_("Add what was said in a phone call.")),
    _option("--as", metavar="NAME", help=_("Who took the note or the call.")),
    _option(
        "--keep-original",
        is_flag=True,
        help=_("Keep the untouched file too, with what is dropped at the door; needs --reason."),
    ),
    _option("--reason", metavar="WORDS", help=_("Why it is kept; stands in the log.")),
)


def telling_options(command: F) -> F:
    """Give a verb the options that tell about reports and those of notes and calls."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def told(ctx: click.Context) -> Told:
    """What the options tell about reports.

    Raises:
        MistakeError: the day or the language cannot be.
    """
    sensitivity = _value(ctx, "sensitivity")
    return Told(
        one_line(_value(ctx, "publisher")),
        day_of(_value(ctx, "published")),
        language_of_option(_value(ctx, "lang")),
        one_line(_value(ctx, "address")),
        sensitivity=Sensitivity(sensitivity) if sensitivity else None,
    )


def notes(ctx: click.Context) -> list[tuple[Medium, str]]:
    """The notes and calls of this call, with their words; typed ones are asked for now.

    Raises:
        MistakeError: nobody is named who took them, or their words are not in UTF-8.
    """
    found = []
    for name, medium in (("note", Medium.NOTE), ("call", Medium.CALL)):
        words = _value(ctx, name)
        if words:
            if not taker(ctx).strip():
                raise MistakeError(
                    _("A {medium} needs the name of who took it: --as NAME.").format(
                        medium=_(str(medium))
                    ),
                    code="taker-missing",
                )
            found.append((medium, _typed(medium) if words in (_TYPED, "-") else words))
    return found


def taker(ctx: click.Context) -> str:
    """Who took the notes and calls; "" where nobody is named."""
    return _value(ctx, "as")


def kept_because(ctx: click.Context) -> str:
    """Why the untouched files are kept besides what is made of them; "" where they are not.

    Raises:
        MistakeError: they are to be kept, and nobody says why.
    """
    reason = one_line(_value(ctx, "reason"))
    if _value(ctx, "keep_original") and not reason:
        raise MistakeError(
            _("To keep an untouched file, say why: --reason WORDS."), code="keep-without-reason"
        )
    return reason if _value(ctx, "keep_original") else ""


def day_of_note(given: When | None) -> When:
    """The day of a note: the one given, else today."""
    return given or on(datetime.now().astimezone().date())


def _typed(medium: Medium) -> str:
    """Words typed at the terminal up to an empty line, or all of standard input."""
    if sys.stdin.isatty():
        ask = _("Type the words of the {medium}; an empty line ends them.")
        click.echo(ask.format(medium=_(str(medium))), err=True)
        return "".join(iter(sys.stdin.readline, "\n"))
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise MistakeError(
            _("The words on standard input are not in UTF-8; nothing was added."),
            code="note-encoding",
        ) from None


def _value(ctx: click.Context, name: str) -> str:
    return cast(str, ctx.meta[f"{__name__}.{name}"])
