"""`habeas read`: the claims in reports, as lines to read or as JSON. Needs no register."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from habeas.cli.clock import is_to_come
from habeas.cli.lines import tell
from habeas.cli.other_readers import asked_others, reader_options
from habeas.cli.progress import Progress
from habeas.cli.report_files import Named, check_pack, day_option, language_option
from habeas.cli.shown import shown
from habeas.cli.words import _, numbered, plural
from habeas.tasks.clearing import clear_seldom
from habeas.tasks.sidecar import Told
from habeas.terms.when import When

if TYPE_CHECKING:
    from habeas.cli.reading_work import Done, Source, Work
    from habeas.tasks.readers.others import Others

_MANY = 12
"""Files from which on it pays to start a second process."""
_VERY_MANY = 128
"""Files from which on several are handed over together: nobody waits long for the last ones."""


class _Given(TypedDict):
    """What options tell about every report of a call."""

    published: When | None
    language: str | None


@click.command(
    name="read",
    epilog=_(
        "A sidecar beside a file, NAME.meta.toml, may tell its publisher, day and language. "
        "For instance: habeas read report.pdf"
    ),
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@day_option
@language_option
@reader_options
@click.option("--json", "as_json", is_flag=True, help=_("One JSON object a line, one per report."))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help=_("Add the JSON lines to this file, and pass over what is in it already."),
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    help=_("Processes that read; else one for each processor, where files are many."),
)
def command(
    files: tuple[str, ...],
    as_json: bool,
    out: Path | None,
    jobs: int | None,
    **given: Unpack[_Given],
) -> None:
    """Read reports and print the claims in them.

    Needs no register, and keeps nothing but what --out names. FILE may be a folder: then all files
    in it; "-" is standard input. With --out, a reading that was stopped goes on where it was when
    the same command is typed again.
    """
    from habeas.cli.reading_work import Work  # noqa: PLC0415 - keeps --help quick

    check_pack(given["language"])
    clear_seldom()
    if is_to_come(given["published"]):
        tell(_("The day given with --published is still to come; look whether it is wrong."))
    named = Named()
    sources = list(named.sources(files))
    told = Told(**given)
    others = asked_others(click.get_current_context())
    tally = _Tally()
    write: Callable[[Sequence[str]], None] = _in_utf_8 if as_json else _listed
    with ExitStack() as stack:
        work = Work(told, as_json or out is not None, others=others)
        if out is not None:
            from habeas.tasks.results import Results  # noqa: PLC0415 - keeps --help quick

            results = stack.enter_context(Results(out))
            work, write = Work(told, True, results.done, others), results.write
        try:
            for done in _told(sources, work, jobs or _processes(len(sources), others)):
                write(done.blocks)
                tally.add(done)
        except KeyboardInterrupt:
            _stopped(tally, len(sources), out)
    if not work.as_json or out is not None:
        click.echo(tally.words(), err=out is not None)
    if code := max(tally.code, named.code):
        sys.exit(code)


def _processes(files: int, others: "Others | None") -> int:
    """How many processes are worth their start for so many files; one, where a model is to be fed."""
    return os.cpu_count() or 1 if files >= _MANY and others is None else 1


def _told(sources: Sequence["Source"], work: "Work", jobs: int) -> Iterator["Done"]:
    """What came of each file, in order; what could not be read is told as it comes."""
    alone = sys.stderr.isatty() and not (sys.stdout.isatty() and work.known is None)
    progress = Progress(len(sources), shown=alone)
    try:
        for done in _done(sources, work, jobs):
            progress.step(done.skipped)
            if done.sentences:
                progress.wipe()
            for sentence in done.sentences:
                click.echo(shown(sentence), err=True)
            yield done
    finally:
        progress.wipe()


def _done(sources: Sequence["Source"], work: "Work", jobs: int) -> Iterator["Done"]:
    """What came of each file, in order, from as many processes."""
    if jobs == 1:
        return map(work, sources)
    from habeas.cli.reading_work import lost  # noqa: PLC0415 - keeps --help quick
    from habeas.tasks.parallel import TOGETHER, in_order  # noqa: PLC0415 - 0.02 s to load

    together = TOGETHER if len(sources) >= _VERY_MANY else 1
    return in_order(work, sources, jobs=jobs, lost=lost, together=together)


def _listed(blocks: Sequence[str]) -> None:
    for block in blocks:
        click.echo(block)


def _in_utf_8(blocks: Sequence[str]) -> None:
    for block in blocks:
        click.echo(block.encode())


class _Tally:
    """What was read so far, and the exit code it asks for."""

    def __init__(self) -> None:
        self.files = self.reports = self.claims = self.likely = self.skipped = self.code = 0

    def add(self, done: "Done") -> None:
        """One more file."""
        self.files += 1
        self.skipped += done.skipped
        self.reports += len(done.blocks)
        self.claims += done.claims
        self.likely += done.likely
        self.code = max(self.code, done.code)

    def words(self) -> str:
        """The sum of it, on a line."""
        words = _("Reports read: {reports}. Claims: {claims}, likely {likely}, to check {check}.")
        line = words.format(
            reports=self.reports,
            claims=self.claims,
            likely=self.likely,
            check=self.claims - self.likely,
        )
        if self.skipped:
            line += " " + _("Files that were in it already: {files}.").format(files=self.skipped)
        return line


def _stopped(tally: _Tally, total: int, out: Path | None) -> None:
    """Say how far it came, and end as what is stopped from the keyboard ends."""
    one, many = plural(
        "Stopped after {files} of {number} file; {next}",
        "Stopped after {files} of {number} files; {next}",
    )
    nothing = _("with --out FILE the next reading could go on from here.")
    again = _("type the same command again, and it goes on from there.")
    told = numbered(one, many, total, files=tally.files, next=again if out else nothing)
    click.echo(told, err=True)
    sys.exit(130)
