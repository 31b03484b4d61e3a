"""`habeas add`: reports, notes and phone calls go into a register, and their claims are proposed.

The clock is read here, and nowhere beneath.
"""

import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from habeas.cli.clock import is_to_come
from habeas.cli.lines import tell
from habeas.cli.next_line import tell_next
from habeas.cli.opening import opened_register, opening_options
from habeas.cli.opening import typed as typed_place
from habeas.cli.other_readers import (
    asked_others,
    heard_code,
    heard_sentences,
    heard_values,
    reader_options,
)
from habeas.cli.report_files import each_report
from habeas.cli.telling import day_of_note, kept_because, notes, taker, telling_options, told
from habeas.cli.terminal import block
from habeas.cli.terminal import json_line as safe_line
from habeas.cli.words import _
from habeas.errors import MistakeError
from habeas.tasks.incoming import Incoming

if TYPE_CHECKING:
    from habeas.register.register import Register
    from habeas.tasks.add import Added
    from habeas.tasks.readers.others import Others
    from habeas.terms.report import Report


@click.command(name="add")
@click.argument("files", nargs=-1, metavar="FILE...", type=click.Path())
@telling_options
@reader_options
@opening_options
@click.option("--json", "as_json", is_flag=True, help=_("One JSON object a line, one per report."))
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    register: str | None,
    keyfile: str | None,
    as_json: bool,
) -> None:
    """Take reports into the register, and propose the claims found in them.

    FILE may be a folder: then all files in it; "-" is standard input. A sidecar beside a file,
    NAME.meta.toml, may tell its publisher, day, language, address, title and sensitivity; options go
    before it. The same bytes twice change nothing. A note or a call needs no file, but who took it
    (--as NAME).
    """
    given = told(ctx)
    typed = list(_typed(ctx))
    kept = kept_because(ctx)
    others = asked_others(ctx)
    if not files and not typed:
        raise MistakeError(
            _("There is nothing to add; name files, or give --note or --call."),
            code="nothing-to-add",
        )
    with opened_register(register, keyfile) as opened:
        adding = _Adding(opened, as_json, kept, others)
        for source in typed:
            adding.add(source)
        code = each_report(
            files, lambda source: adding.add(replace(source, told=given.over(source.told)))
        )
    if adding.proposed and not as_json:
        tell_next("review", typed_place(register), '--as "Your Name"')
    if code := max(code, adding.code):
        sys.exit(code)


class _Adding:
    """Adds one report after the other to a register, and tells what came of each.

    `code` is the exit code that readers by others which failed ask for; `proposed`: how many claims.
    """

    def __init__(
        self, register: "Register", as_json: bool, keep: str, others: "Others | None"
    ) -> None:
        from habeas.tasks.add import names_in  # noqa: PLC0415 - a database is heavy

        self._register = register
        self._names = names_in(register)
        self._as_json = as_json
        self._keep = keep
        self._others = others
        self.code = 0
        self.proposed = 0

    def add(self, source: Incoming) -> None:
        """Add one, and tell it."""
        from habeas.tasks.add import add_all  # noqa: PLC0415 - a database is heavy

        at = time.time_ns() // 1000
        found = add_all(
            self._register,
            source,
            at=at,
            known_names=self._names,
            keep=self._keep,
            others=self._others,
        )
        for added in found:
            for sentence in heard_sentences(added.report.name, added.heard):
                tell(sentence)
            self.code = max(self.code, heard_code(added.heard))
            self.proposed += added.likely + added.check
            click.echo(json_line(added).encode() if self._as_json else added_lines(added))
            if is_to_come(added.report.published):
                tell(_to_come(added.report))


def _to_come(report: "Report") -> str:
    words = _(
        "The day on which {id} was published is still to come; if that is wrong, habeas correct {id}."
    )
    return words.format(id=report.id)


def _typed(ctx: click.Context) -> Iterable[Incoming]:
    from habeas.tasks.add import note  # noqa: PLC0415 - a database is heavy

    given = told(ctx)
    for medium, words in notes(ctx):
        dated = replace(given, published=day_of_note(given.published))
        yield note(words, by=taker(ctx), told=dated, medium=medium)


def json_line(added: "Added") -> str:
    """What came of adding, as one line of JSON."""
    report = added.report
    published = report.published
    values = {
        "report": {
            "id": report.id,
            "name": report.name,
            "sha256": report.sha256,
            "media_type": report.media_type,
            "medium": str(report.medium),
            "lang": report.language,
            "published": published.edtf if published else None,
            "published_basis": str(report.basis),
            "publisher": report.publisher or None,
            "title": report.title or None,
            "sensitivity": str(report.sensitivity),
        },
        "already": added.already,
        "proposed": {"likely": added.likely, "check": added.check},
        "warnings": list(added.issues),
    }
    heard = {"readers": heard_values(added.heard)} if added.heard else {}
    return safe_line(values | heard)


def added_lines(added: "Added") -> str:
    """What came of adding, in lines that fit the terminal."""
    report = added.report
    if added.already:
        sentence = _("“{name}” is already here as {id}; nothing changed.")
        return block(sentence.format(name=report.name, id=report.id), rest="  ")
    day = _("published {day} ({basis})") if report.published else _("day of publication unknown")
    facts = (
        report.id,
        report.name,
        report.language or _("language unknown"),
        day.format(day=report.published.edtf if report.published else "", basis=report.basis),
    )
    proposed = _("claims proposed: {number} ({likely} likely, {check} to check)").format(
        number=added.likely + added.check, likely=added.likely, check=added.check
    )
    lines = [block(" · ".join(facts), rest="  "), block(proposed, first="  ", rest="  ")]
    lines += [block(issue, first="  ! ", rest="    ") for issue in added.issues]
    return "\n".join(lines)
