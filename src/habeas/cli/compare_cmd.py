"""`habeas compare`: how far two names are spellings of one person's name, and why."""

import json
from pathlib import Path

import click

from habeas.cli.words import _, numbered
from habeas.errors import MistakeError
from habeas.resolving.likeness import Likeness
from habeas.tasks.compare import likeness_of, likenesses, pairs_of


@click.command(help=_("Tell how far two names are spellings of one person's name, and why."))
@click.argument("names", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
@click.option(
    "--pairs",
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("A file with two names on a line, a tab between them; prints one likeness a line."),
)
def command(names: tuple[str, ...], as_json: bool, pairs: Path | None) -> None:
    """Compare two names given, or all pairs of a file."""
    if pairs is not None and not names:
        _print_all(pairs, as_json)
    elif pairs is None and len(names) == 2:
        found = likeness_of(*names)
        click.echo(_as_json(found) if as_json else _as_words(found))
    else:
        raise MistakeError(
            _("Give two names, each in quotation marks, or --pairs with a file of them."),
            code="compare-needs-two",
        )


def _print_all(file: Path, as_json: bool) -> None:
    lines = pairs_of(file)
    bad = [number for number, pair in enumerate(lines, 1) if pair is None]
    for found in likenesses(lines):
        click.echo(_as_json(found) if as_json else f"{found.value:.6f}")
    if bad:
        click.echo(
            numbered(
                "{number} line has no two names with a tab between: line {first}.",
                "{number} lines have no two names with a tab between; the first is line {first}.",
                len(bad),
                first=bad[0],
            ),
            err=True,
        )


def _as_json(found: Likeness) -> str:
    return json.dumps(
        {
            "likeness": found.value,
            "verdict": found.verdict.value,
            "reasons": [
                {"words": reason.words, "weight": reason.weight} for reason in found.reasons
            ],
        },
        ensure_ascii=False,
    )


def _as_words(found: Likeness) -> str:
    lines = [f"{_(found.verdict.value)}, {found.value:.3f}"]
    lines += [f"{reason.weight:+7.2f}  {reason.words}" for reason in found.reasons]
    lines.append(f"{sum(reason.weight for reason in found.reasons):+7.2f}  {_('in all')}")
    return "\n".join(lines)
