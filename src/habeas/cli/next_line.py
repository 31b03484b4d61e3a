"""How a verb ends: what was left out unreviewed, and the line to type next.

Law: the line works as it stands, on the same register, and opens the figure that was printed.
"""

import shlex
import sys

import click

from habeas.cli.terminal import wrapped
from habeas.cli.words import _, numbered, plural


def next_lines(figure: str | None, register: str | None) -> list[str]:
    """An empty line and the line to type; nothing where no words name the figure.

    `register` is the place given with -r; None where it was named otherwise.
    """
    if figure is None:
        return []
    return ["", _line("why", register, f'"{figure}"' if " " in figure else figure)]


def tell_next(verb: str, register: str | None, rest: str) -> None:
    """Say on stderr what to type next, where a person reads along; `register` as in `next_lines`."""
    if sys.stderr.isatty():
        click.echo(_line(verb, register, rest), err=True)


def _line(verb: str, register: str | None, rest: str) -> str:
    place = f"-r {shlex.quote(register)} " if register else ""
    return _("Next:  {line}").format(line=f"habeas {verb} {place}{rest}")


def unreviewed_lines(number: int) -> list[str]:
    """How many claims wait for a review and count for nothing; no line where none does."""
    one, many = plural(
        "Left out: {number} claim that nobody has reviewed (`habeas review`).",
        "Left out: {number} claims that nobody has reviewed (`habeas review`).",
    )
    return wrapped(numbered(one, many, number)) if number else []
