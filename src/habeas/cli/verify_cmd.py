"""`habeas verify`: check every law of a register. Exit code 1: something found; 5: tampering."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from habeas.cli.opening import opened_register, opening_options
from habeas.cli.terminal import json_line
from habeas.cli.words import _, numbered, plural

if TYPE_CHECKING:
    from habeas.register.reviewed import Checked
    from habeas.tasks.verify import Verified

LAWS: dict[str, tuple[str, str]] = {
    "slots": plural("way to open, as it was sealed", "ways to open, as they were sealed"),
    "pages": plural(
        "page of the file, as it was written", "pages of the file, as they were written"
    ),
    "chain": plural("log entry, chained without a gap", "log entries, chained without a gap"),
    "tree": plural(
        "tile of the trees over the log, as it grows them",
        "tiles of the trees over the log, as it grows them",
    ),
    "signatures": plural(
        "device, having signed its own entries", "devices, each having signed its own entries"
    ),
    "heads": plural(
        "device, not behind what this computer last saw",
        "devices, none behind what this computer last saw",
    ),
    "forks": plural("device, its log in one line", "devices, each log in one line"),
    "contents": plural(
        "original or text, as its hash says", "originals and texts, as their hash says"
    ),
    "tables": plural(
        "table row, the same as a rebuild makes", "table rows, the same as a rebuild makes"
    ),
    "redactions": plural(
        "body redacted, with an entry that says by whom",
        "bodies redacted, each with an entry that says by whom",
    ),
    "protected": plural(
        "sealed field or key to one, for a named reader",
        "sealed fields and keys to them, each for a named reader",
    ),
    "quotes": plural("claim, with its quote in the text", "claims, with their quotes in the text"),
}
"""For each law, what was looked at: one of it, and many."""
FOUND, TAMPERED = 1, 5


@click.command(help=_("Check the log, the tables and every quote of the register."))
@opening_options
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def command(register: str | None, keyfile: str | None, as_json: bool) -> None:
    """Check every law, one line each, and end with what was found."""
    from habeas.tasks.heads import remembering  # noqa: PLC0415 - a database is heavy
    from habeas.tasks.verify import verify  # noqa: PLC0415 - a database is heavy

    with opened_register(register, keyfile) as opened:
        verified = verify(opened, compared=remembering(opened))
    click.echo(in_json(verified) if as_json else in_words(verified))
    if not verified.sound:
        sys.exit(TAMPERED if verified.tampered else FOUND)


def in_json(verified: Verified) -> str:
    """What was found, as one JSON object."""
    laws = [
        {
            "law": law.law,
            "looked_at": law.looked_at,
            "issues": [
                {"code": issue.code, "sentence": issue.sentence, "claims": list(issue.claims)}
                for issue in law.issues
            ],
        }
        for law in verified.laws
    ]
    values = {
        "sound": verified.sound,
        "tampered": verified.tampered,
        "head": {"sequence": verified.sequence, "hash": verified.head.hex()},
        "letters": verified.letters,
        "laws": laws,
    }
    return json_line(values)


def in_words(verified: Verified) -> str:
    """One line for each law, with the sentences of what breaks it beneath, and the head."""
    lines = [line for law in verified.laws for line in _lines(law)]
    lines.append(
        _("Last entry {sequence}: {hash}").format(
            sequence=verified.sequence, hash=verified.head.hex()
        )
    )
    lines.append(
        _("In letters, for paper or the telephone: {letters}").format(letters=verified.letters)
    )
    if verified.sound:
        lines.append(_("All is as it was written. Note the letters elsewhere, to compare later."))
    return "\n".join(lines)


def _lines(law: Checked) -> list[str]:
    mark = _("ok") if not law.issues else _("FOUND {number}").format(number=len(law.issues))
    one, many = LAWS[law.law]
    head = f"{mark:<9} {law.looked_at:>8} {numbered(one, many, law.looked_at)}"
    return [head, *(f"          {issue.sentence}" for issue in law.issues)]
