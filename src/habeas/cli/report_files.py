"""The files and folders a verb is called with: options they share, each in its turn, failures told.

Law: a file that fails is told on stderr in one sentence, the others are still handled, and the exit
code at the end is that of a report at fault.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
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
SLOTS = "slots.json"
"""The file by which a register's folder is known."""


def each_report(files: tuple[str, ...], handle: Callable[[Incoming], None]) -> int:
    """Hand each file to `handle`; the exit code: 0, or 3 where one could not be read."""
    named = Named()
    code = 0
    for source in named.sources(files):
        try:
            handle(source if isinstance(source, Incoming) else incoming(source))
        except ReportError as error:
            tell(error.sentence)
            code = error.exit_code
    return max(code, named.code)


class Named:
    """The reports that a call names: files, all files in folders, "-" for standard input.

    `code` is 3 once something named could not be used, which was told, else 0.
    """

    def __init__(self) -> None:
        """Begin with nothing amiss."""
        self.code = 0

    def sources(self, files: Iterable[str]) -> Iterator[Path | Incoming]:
        """Each file's path, each folder's files by name, or what came on standard input.

        In a folder, hidden files, sidecars, registers and links to folders are passed over.
        """
        for name in files:
            place = Path(name)
            if is_sidecar(place):
                say(
                    _("“{name}” tells about a report and is none itself; it was passed over."), name
                )
            elif name == STANDARD_INPUT:
                try:
                    yield standard_input()
                except ReportError as error:
                    self._amiss(error.sentence)
            elif place.is_dir() and _passed_over(place.name) and Path(place, SLOTS).exists():
                words = _("“{name}” is a register and holds no report to read; name the reports.")
                self._amiss(words.format(name=shown(name)))
            elif place.is_dir():
                yield from self._inside(place)
            else:
                yield place

    def _inside(self, folder: Path) -> Iterator[Path]:
        empty = True
        for place, folders, names in os.walk(folder, onerror=self._unread):
            folders[:] = sorted(one for one in folders if not _passed_over(one))
            for name in sorted(names):
                if not _passed_over(name) and not is_sidecar(Path(name)):
                    empty = False
                    yield Path(place, name)
        if empty and not self.code:
            words = _("“{name}” holds no files to read; name another folder, or the files.")
            self._amiss(words.format(name=folder))

    def _unread(self, error: OSError) -> None:
        words = _(
            "“{name}” cannot be looked into ({why}); change its permissions, or name its files."
        )
        self._amiss(words.format(name=error.filename, why=error.strerror))

    def _amiss(self, sentence: str) -> None:
        tell(sentence)
        self.code = ReportError.exit_code


def _passed_over(name: str) -> bool:
    return name.startswith(".") or name.endswith(".habeas")


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


def check_pack(language: str | None) -> None:
    """Refuse a language that was typed and in which no claims can be looked for.

    Raises:
        MistakeError: there is no pack for it.
    """
    from habeas.language.pack import codes  # noqa: PLC0415 - keeps --help quick

    if language is not None and language not in codes():
        raise MistakeError(
            _(
                "There is no language pack for “{value}”; name one of {known}, or leave --lang out."
            ).format(value=language, known=", ".join(codes())),
            code="language-unknown",
        )


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
