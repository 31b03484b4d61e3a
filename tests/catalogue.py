"""The template from which the words of the program are translated (gettext).

    python -m tests.catalogue > habeas.pot

Decides what is in it: whatever stands in `_`, `numbered` and `plural` of the command line, and the
values of the lists of words (`StrEnum`) that are shown through `_`. A translation goes, compiled, to
`src/habeas/cli/locales/<code>/LC_MESSAGES/habeas.mo`.
"""

import ast
import json
import pkgutil
import sys
from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from pathlib import Path

import habeas.tasks.harm
import habeas.terms

ROOT = Path(__file__).parents[1]
CLI = ROOT / "src/habeas/cli"

_HEADER = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""

Message = tuple[str, ...]
"""The words; or those for one thing, and those for many."""


def messages() -> dict[Message, list[str]]:
    """Every message, with the places it stands at."""
    found: dict[Message, list[str]] = {}
    for path in sorted(CLI.glob("*.py")):
        for call in calls(path):
            words = constants(call)
            if words:
                place = f"{path.relative_to(ROOT).as_posix()}:{call.lineno}"
                found.setdefault(words, []).append(place)
    for name, value in shown_words():
        found.setdefault((value,), []).append(name)
    return found


def calls(path: Path) -> Iterator[ast.Call]:
    """The calls in a file that hand words on to be translated."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id="_" | "numbered" | "plural")):
                yield node


def constants(call: ast.Call) -> Message:
    """The words that stand in a call as they are; none where they are made elsewhere."""
    assert isinstance(call.func, ast.Name)
    wanted = call.args[: 1 if call.func.id == "_" else 2]
    words = [one.value for one in wanted if isinstance(one, ast.Constant)]
    return tuple(str(one) for one in words) if len(words) == len(wanted) else ()


def shown_words() -> Iterator[tuple[str, str]]:
    """Where it stands, and the value, for each member of a list of words."""
    modules = [import_module(f"habeas.terms.{one.name}") for one in pkgutil.iter_modules(_terms())]
    for module in (*modules, habeas.tasks.harm):
        for name, kind in sorted(vars(module).items()):
            ours = isinstance(kind, type) and kind.__module__ == module.__name__
            if ours and issubclass(kind, StrEnum):
                place = f"{module.__name__}.{name}"
                yield from ((place, str(member).replace("_", " ")) for member in kind)


def template() -> str:
    """The template, in the form of gettext."""
    parts = [_HEADER]
    for words, places in messages().items():
        lines = [f"#: {place}" for place in places]
        lines.append(f"msgid {_quoted(words[0])}")
        if len(words) > 1:
            lines += [f"msgid_plural {_quoted(words[1])}", 'msgstr[0] ""', 'msgstr[1] ""']
        else:
            lines.append('msgstr ""')
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def _terms() -> list[str]:
    return list(habeas.terms.__path__)


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


if __name__ == "__main__":
    sys.stdout.write(template())
