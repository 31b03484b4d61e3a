"""`habeas link`: two lists of people joined, with likeness and reasons."""

import csv
import sys
from pathlib import Path

import click

from habeas.cli.terminal import json_line
from habeas.cli.words import _
from habeas.errors import MistakeError


@click.command(
    help=_("Join two lists of people (CSV), or one with itself, by names in any spelling.")
)
@click.argument("left", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("right", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="WHAT=HEADER",
    help=_("Which column is what: name, given, surname, patronymic, born, place, article."),
)
@click.option("--least", default=0.5, show_default=True, help=_("The least likeness of a link."))
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object a link."))
def command(left: Path, right: Path, columns: tuple[str, ...], least: float, as_json: bool) -> None:
    """Print the links, as a table or as JSON."""
    from habeas.tasks.link import Joined, keys_of, link  # noqa: PLC0415 - numpy is heavy

    def row(found: Joined) -> dict[str, object]:
        return {
            "left_line": found.left.line,
            "right_line": found.right.line,
            "left_name": found.left.name,
            "right_name": found.right.name,
            "likeness": found.likeness,
            "others": found.others,
            "reasons": "; ".join(f"{one.weight:+.2f} {one.words}" for one in found.reasons),
            "left_keys": keys_of(found.left),
            "right_keys": keys_of(found.right),
        }

    found = link(left, right, columns=dict(map(_pair, columns)), least=least)
    rows = (row(one) for one in found)
    if as_json:
        for one in rows:
            click.echo(json_line(one))
        return
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(HEADER)
    table.writerows(map(_cell, one.items()) for one in rows)


HEADER = (
    "left_line",
    "right_line",
    "left_name",
    "right_name",
    "likeness",
    "others",
    "reasons",
    "left_keys",
    "right_keys",
)

_NAMES = ("left_name", "right_name")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _cell(given: tuple[str, object]) -> object:
    """A value for the table: a name out of somebody's list does not begin as a spreadsheet's formula."""
    key, value = given
    return f"'{value}" if key in _NAMES and str(value).startswith(_FORMULA) else value


def _pair(text: str) -> tuple[str, str]:
    from habeas.tasks.link import COLUMNS  # noqa: PLC0415 - numpy is heavy

    what, equals, header = text.partition("=")
    if what not in COLUMNS or not equals:
        raise MistakeError(
            _("--column wants WHAT=HEADER, where WHAT is one of {words}; not “{text}”.").format(
                words=", ".join(COLUMNS), text=text
            ),
            code="column-unknown",
        )
    return what, header
