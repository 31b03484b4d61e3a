"""The reference pages: `commands.md` is made from the verbs' own help, `errors.md` is written by hand.

    python -m tests.reference     write commands.md anew, and add a heading for each new error code

Decides what both pages must hold; `tests/test_reference.py` holds them to it.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click

from habeas.cli.program import program
from habeas.cli.verbs import VERBS

ROOT = Path(__file__).parents[1]
COMMANDS = ROOT / "docs/reference/commands.md"
ERRORS = ROOT / "docs/reference/errors.md"

_TOP = """# Commands

One section per verb, as `habeas VERB --help` prints it. This page is written by
`python -m tests.reference`; the words are those of the commands themselves.

Data go to stdout, talk to stderr. Wherever data come out, `--json` writes them for machines.

| exit code | means |
|---|---|
| 0 | done |
| 1 | `verify`, `backup --try` or `slots drill` found something |
| 2 | wrong use |
| 3 | a report, or another file handed in, is at fault |
| 4 | the register is at fault, or set-up failed |
| 5 | something was changed behind our back |
| 6 | refused: it could harm a person |
| 130 | stopped, by Ctrl-C or by the system |
| 141 | nobody read on what was printed (`head`) |

What a sentence on stderr means, and what to do, is in [errors](errors.md).
"""

_DRAFT = """
## {code}

{names}, exit code {exits}. WHAT HAPPENED. WHAT TO DO.
"""


def commands_page() -> str:
    """What `commands.md` must be."""
    context = click.Context(
        program, info_name="habeas", help_option_names=["-h", "--help"], terminal_width=80
    )
    parts = [_TOP, _block("habeas", program.get_help(context))]
    for verb in VERBS:
        command = program.get_command(context, verb)
        assert command is not None
        parts += _blocks(f"habeas {verb}", command, context)
    return "\n".join(parts)


def _blocks(heading: str, command: click.Command, parent: click.Context) -> Iterator[str]:
    """The help of a verb, and of each verb within it."""
    name = heading.rpartition(" ")[2]
    inner = click.Context(command, info_name=name, parent=parent, terminal_width=80)
    yield _block(heading, command.get_help(inner))
    if isinstance(command, click.Group):
        for within in command.list_commands(inner):
            part = command.get_command(inner, within)
            assert part is not None
            yield from _blocks(f"{heading} {within}", part, inner)


def _block(heading: str, words: str) -> str:
    lines = "\n".join(line.rstrip() for line in words.splitlines())
    return f"## {heading}\n\n```text\n{lines}\n```\n"


def error_codes() -> dict[str, set[str]]:
    """Every code that src gives to an error or an `Issue`, with the names of what carries it."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "src").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call):
                for code in _codes(call):
                    found.setdefault(code, set()).add(_name(call.func))
    return dict(sorted(found.items()))


def _codes(call: ast.Call) -> Iterator[str]:
    given = [keyword.value for keyword in call.keywords if keyword.arg == "code"]
    if _name(call.func) == "Issue":
        given += call.args[:1]
    for value in given:
        for part in ast.walk(value):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def error_sections(page: str) -> dict[str, str]:
    """The headings of `errors.md` that are codes, each with the words below it."""
    parts = re.split(r"^## (\S+)$", page, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], (words.strip() for words in parts[1::2]), strict=True))


def _write() -> None:
    COMMANDS.write_text(commands_page(), "utf-8")
    page = ERRORS.read_text("utf-8")
    known = error_sections(page)
    for code, names in error_codes().items():
        if code not in known:
            page += _DRAFT.format(code=code, names=", ".join(sorted(names)), exits="N")
    ERRORS.write_text(page, "utf-8")


if __name__ == "__main__":
    _write()
