"""The files a verb is called with: options they share, each in its turn, and what becomes of failures.

Law: a file that fails is told on stderr in one sentence, the others are still handled, and the exit
code at the end is that of a report at fault.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from habeas.cli.lines import tell
from habeas.cli.shown import shown
from habeas.cli.words import _
from habeas.errors import MistakeError, ReportError
from habeas.tasks.incoming import LARGEST, Incoming, incoming, too_large
from habeas.tasks.sidecar import is_sidecar
from habeas.terms.when import When, from_edtf

STANDARD_INPUT = "-"


def each_report(files: tuple[str, ...], handle: Callable[[Incoming], None]) -> int:
    """Hand each file to `handle`; the exit code: 0, or 3 where one could not be read."""
    code = 0
    for name in files:
        if is_sidecar(Path(name)):
            say(_("“{name}” tells about a report and is none itself; it was passed over."), name)
            continue
        try:
            handle(standard_input() if name == STANDARD_INPUT else incoming(Path(name)))
        except ReportError as error:
            tell(error.sentence)
            code = error.exit_code
    return code


def standard_input() -> Incoming:
    """The bytes on standard input.

    Raises:
        ReportError: there are more than a report may have.
    """
    name = _("standard input")
    data = sys.stdin.buffer.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise too_large(name, None, LARGEST)
    return Incoming(name, data)


def say(sentence: str, name: str) -> None:
    """A sentence about a file, on stderr; `{name}` in it stands for the file's name."""
    tell(sentence.format(name=name))


def day_of(words: str | None) -> When | None:
    """The day of an option; None where it was not given.

    Raises:
        MistakeError: there is no such day.
    """
    return from_edtf(words) if words else None


def language_of_option(words: str | None) -> str | None:
    """The language of an option, as two small letters; None where it was not given.

    Raises:
        MistakeError: it is no such code.
    """
    if not words:
        return None
    small = words.strip().lower()
    if not (len(small) == 2 and small.isascii() and small.isalpha()):
        raise MistakeError(
            _("“{value}” is no language; write two letters, such as de, en or ru.").format(
                value=shown(words)
            ),
            code="language-unreadable",
        )
    return small


day_option = click.option(
    "--published",
    metavar="DAY",
    callback=lambda _ctx, _parameter, value: day_of(value),
    help=_("When it was published: 2025-12-16, 2025-12 or 2025."),
)
language_option = click.option(
    "--lang",
    "language",
    metavar="xx",
    callback=lambda _ctx, _parameter, value: language_of_option(value),
    help=_("Its language: de, en, ru…"),
)
