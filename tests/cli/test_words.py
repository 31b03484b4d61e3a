"""One thing and many things have words of their own, each with what stands beside the number."""

import ast
import re
from pathlib import Path

import pytest

import habeas.cli
from habeas.cli.words import numbered

NOUNS = (
    "bodies|choices|claims|days|decisions|entries|fields|files|groups|keys|lines|names|others|pairs|"
    "people|readers|records|reports|reviews|rounds|sets|spellings|statements|totals|verdicts|ways"
)
COUNTED = re.compile(rf"\{{(\w+)(?::,)?\}} (?:\w+ )?(?:{NOUNS})\b")


def test_numbers_have_their_words() -> None:
    words = "{who} has {number} entry", "{who} has {number} entries"
    assert [numbered(*words, number, who="Ann") for number in (1, 2, 1200)] == [
        "Ann has 1 entry",
        "Ann has 2 entries",
        "Ann has 1,200 entries",
    ]


@pytest.mark.parametrize(
    "module",
    sorted(
        place
        for place in Path(habeas.cli.__file__).parent.glob("*.py")
        if not place.name.startswith("demo_")
    ),
    ids=lambda place: place.stem,
)
def test_what_is_counted_has_words_for_one(module: Path) -> None:
    """A sentence handed to `_` has one form: a number with a noun in the plural does not go there.

    The demo is left out: its reports, and so its numbers, are always the same.
    """
    calls = (node for node in ast.walk(ast.parse(module.read_text("utf-8"))) if _gate(node))
    words = (leaf for call in calls for leaf in ast.walk(call) if isinstance(leaf, ast.Constant))
    found = [leaf.value for leaf in words if COUNTED.search(str(leaf.value))]
    assert found == []


def _gate(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_"
