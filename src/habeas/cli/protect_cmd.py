"""`habeas protect`: identities sealed to named readers, behind a code name.

Decides that words to be sealed, and names sought, come from a prompt or standard input, never from the
command line; and that what was opened goes to a terminal alone, unless `--private` is said.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from habeas.cli.clock import now
from habeas.cli.identities import identity_from, new_passphrase
from habeas.cli.in_order import InOrder
from habeas.cli.opening import opened_register, opening_options
from habeas.cli.protect_readers_cmd import readers
from habeas.cli.redact_cmd import asking_options, redact
from habeas.cli.terminal import json_line
from habeas.cli.words import _
from habeas.errors import MistakeError, PolicyError
from habeas.terms.ids import CaseId
from habeas.terms.protected import MOST_WORDS, Field

_JSON = click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
_PRIVATE = click.option(
    "--private", is_flag=True, help=_("Print elsewhere than on a terminal, too: it stays with you.")
)
_IDENTITY_HELP = _("The file of your age identity, as it is or locked with a passphrase.")
_TAMPERED = 5


@click.group(
    cls=InOrder, help=_("Seal who somebody is to named readers; all others see a code name.")
)
def command() -> None:
    """The group; its commands do the work."""


@command.command(
    short_help=_("Make an age identity of your own."),
    help=_("Make an age identity of your own, in the new file OUT, locked with a passphrase."),
)
@click.argument("out", type=click.Path())
def identity(out: str) -> None:
    """Write it, and print the recipient to be given to others."""
    from habeas.tasks import protect_change  # noqa: PLC0415 - a database is heavy

    protect_change.check_identity_file(Path(out))
    click.echo(protect_change.new_identity_file(Path(out), new_passphrase()))
    click.echo(
        _(
            "Give this recipient to whoever seals for you. Keep {file} apart from the register, and a"
            " copy of it elsewhere: without it, what is sealed to you is lost."
        ).format(file=out),
        err=True,
    )


@command.command(
    help=_(
        "Seal a field of CASE (p-…), or of a new case. The words are asked for, or come on standard "
        "input: a name on the command line would stay in the shell's history."
    )
)
@click.argument("case", nargs=-1)
@opening_options
@click.option(
    "--field",
    "what",
    type=click.Choice([str(one) for one in Field]),
    default=str(Field.NAME),
    help=_("What is sealed; the name, unless told otherwise. One spelling a line."),
)
@click.option("--cover", metavar="WORD", help=_("Of a new case: one word, seen by all."))
@click.option(
    "--reader",
    multiple=True,
    metavar="NAME=age1…",
    help=_("Of a new case: who can read it; NAME alone, if they read another case."),
)
@click.option("--as", "by", metavar="NAME", required=True, help=_("Who seals it."))
@_JSON
def seal(case: tuple[str, ...], register: str | None, keyfile: str | None, **given: object) -> None:
    """Seal, say to whom, and where the words stand in the clear."""
    from habeas.cli.protect_words import clear_in_words, kept_in_words  # noqa: PLC0415 - heavy
    from habeas.tasks import protect  # noqa: PLC0415 - a database is heavy
    from habeas.tasks.protect_clear import in_clear  # noqa: PLC0415 - a database is heavy
    from habeas.tasks.protect_plainly import plain_kept  # noqa: PLC0415 - a database is heavy

    name = _case_in(case)
    what, cover = Field(str(given["what"])), str(given["cover"] or "")
    chosen = (
        tuple(str(one) for one in given["reader"]) if isinstance(given["reader"], tuple) else ()
    )
    _check_new(name, cover, chosen)
    with opened_register(register, keyfile) as opened:
        words = protect.sealable(_typed(_("Type the words to be sealed; an empty line ends them.")))
        wish = protect.Wish(what, words, str(given["by"]), name, cover, chosen)
        kept = protect.seal(opened, wish, at=now())
        clear = in_clear(opened, what, words)
    if given["as_json"]:
        click.echo(json_line(plain_kept(kept, clear)))
    else:
        click.echo(kept_in_words(kept))
    if clear.anywhere:
        click.echo(clear_in_words(clear), err=True)


@command.command(
    short_help=_("Show a case, and with an identity what is sealed."),
    help=_("Show a case: to all, its code name and readers; with an identity, what is sealed."),
)
@click.argument("case")
@opening_options
@click.option("--identity", type=click.Path(), help=_IDENTITY_HELP)
@_PRIVATE
@_JSON
def show(case: str, register: str | None, keyfile: str | None, **given: object) -> None:
    """Open what the identity opens, and print it to a terminal."""
    from habeas.cli.protect_words import shown_in_words  # noqa: PLC0415 - heavy
    from habeas.tasks import protect_open  # noqa: PLC0415 - a database is heavy
    from habeas.tasks.protect_plainly import plain_shown  # noqa: PLC0415 - a database is heavy

    name, identity = _case_in((case,)), _identity(given)
    with opened_register(register, keyfile) as opened:
        shown = protect_open.show(opened, CaseId(name), identity)
    click.echo(json_line(plain_shown(shown)) if given["as_json"] else shown_in_words(shown))
    if any(one.changed for one in shown.fields):
        sys.exit(_TAMPERED)


@command.command(
    short_help=_("Find a case by a name, which is asked for."),
    help=_("Find the case of a name, which is asked for, among those your identity opens."),
)
@opening_options
@click.option("--identity", type=click.Path(), required=True, help=_IDENTITY_HELP)
@_PRIVATE
@_JSON
def find(register: str | None, keyfile: str | None, **given: object) -> None:
    """Open every case the identity opens, in memory, and compare."""
    from habeas.cli.protect_words import found_in_words  # noqa: PLC0415 - heavy
    from habeas.tasks import protect_open  # noqa: PLC0415 - a database is heavy
    from habeas.tasks.protect_plainly import plain_found  # noqa: PLC0415 - a database is heavy

    identity = _identity(given) or ""
    with opened_register(register, keyfile) as opened:
        words = _typed(_("Type the name that is sought; an empty line ends it."))
        found = protect_open.find(opened, identity, words)
    click.echo(json_line(plain_found(found)) if given["as_json"] else found_in_words(found))


@command.command("list", help=_("List the cases by their code names, without opening any."))
@opening_options
@_JSON
def listing(register: str | None, keyfile: str | None, as_json: bool) -> None:
    """One block for each case."""
    from habeas.cli.protect_words import listed_in_words  # noqa: PLC0415 - heavy
    from habeas.tasks.protect_plainly import listed, plain_shown  # noqa: PLC0415 - heavy

    with opened_register(register, keyfile) as opened:
        cases = listed(opened)
    if as_json:
        click.echo(json_line({"cases": [plain_shown(one) for one in cases]}))
    else:
        click.echo(listed_in_words(cases))


command.add_command(readers)


@command.command(
    short_help=_("Delete all that is sealed of CASE, for good."),
    help=_(
        "Delete all that is sealed of CASE, and every key to it, so that nobody can read it ever."
    ),
)
@click.argument("case")
@opening_options
@asking_options
def erase(case: str, register: str | None, keyfile: str | None, **given: object) -> None:
    """The same as `habeas redact CASE`."""
    redact(_case_in((case,)), register, keyfile, given)


def _case_in(words: tuple[str, ...]) -> str:
    """The id of a case; "" for none. What is no id is not repeated: it may be a name."""
    if not words:
        return ""
    if len(words) > 1 or not words[0].startswith("p-"):
        raise MistakeError(
            _(
                "That is not the id of a case, p-…. A name never stands on the command line, which"
                " shells remember: it is asked for. If you typed one, take it out of your history."
            ),
            code="case-unfit",
        )
    return words[0]


def _check_new(name: str, cover: str, chosen: tuple[str, ...]) -> None:
    if name and (cover or chosen):
        raise MistakeError(
            _("The case has its cover and readers already: habeas protect readers changes them."),
            code="case-there",
        )
    if not name and not cover:
        raise MistakeError(
            _("A new case needs a cover, one word seen by all: --cover WORD."), code="cover-missing"
        )


def _identity(given: dict[str, object]) -> str | None:
    """The identity that is named, if any; refused where what it opens would go into a file."""
    named = given["identity"]
    if not named:
        return None
    if not given["private"] and not sys.stdout.isatty():
        raise PolicyError(
            _(
                "What is sealed goes to a terminal, not into a file or a pipe, where it would stay. If"
                " it stays in your hands, say so with --private."
            ),
            code="sealed-not-private",
        )
    return identity_from(str(named))


def _typed(question: str) -> str:
    """Words typed at the terminal up to an empty line, or all of standard input, if not too long."""
    from habeas.protecting.sealing import too_long  # noqa: PLC0415 - cryptography is heavy

    if sys.stdin.isatty():
        click.echo(question, err=True)
        return "".join(iter(sys.stdin.readline, "\n"))
    data = sys.stdin.buffer.read(MOST_WORDS + 1)
    if len(data) > MOST_WORDS:
        raise too_long()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise MistakeError(
            _("The words on standard input are not in UTF-8; nothing was sealed."),
            code="note-encoding",
        ) from None
