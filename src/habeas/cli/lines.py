"""Lines typed by a person, or piped in, and sentences said to one: how all talk is done.

Decides how a question is asked: on stderr, with the answer read as one line from stdin. The end of the
input is `Ended`; whoever asks decides what to do then.
"""

import sys

import click

from habeas.cli.shown import lines_shown, shown
from habeas.cli.terminal import wrapped
from habeas.cli.words import _
from habeas.errors import MistakeError


class Ended(Exception):
    """There are no more lines."""


def ask(question: str) -> str:
    """The next line, without blanks around it.

    Raises:
        Ended: the input is at its end.
    """
    click.echo(f"{lines_shown(question)} ", err=True, nl=False)
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        click.echo("", err=True)
        raise Ended
    return line.strip()


def confirmed(question: str) -> bool:
    """Whether the next line says yes; anything but "y" or "yes" is a no."""
    return ask(question).casefold() in ("y", "yes")


def have_confirmed(question: str, *, code: str) -> None:
    """Go on only once somebody at the terminal said yes.

    Raises:
        MistakeError: there is no terminal to ask at; `code` is its code.
        click.Abort: they said no.
    """
    if not sys.stdin.isatty():
        raise MistakeError(
            _("There is no terminal to ask at; nothing was changed. Give --yes if you mean it."),
            code=code,
        )
    click.confirm(question, abort=True, err=True)


def tell(words: str) -> None:
    """Say something that is not data: filled to its columns on a terminal, elsewhere on one line."""
    lines = wrapped(words, "", "  ", whole=True) if sys.stderr.isatty() else [shown(words)]
    click.echo("\n".join(lines), err=True)
