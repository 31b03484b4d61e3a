"""All words of the command line can be translated: the template holds them."""

import ast

from tests.catalogue import CLI, calls, constants, messages, template


def test_the_template_holds_one_entry_for_each_message() -> None:
    entries = template().count("\nmsgid ")
    assert entries == len(messages()) > 500
    assert (
        "{number} claim waits for a review.",
        "{number} claims wait for a review.",
    ) in messages()
    assert ("tells of a death",) in messages()
    assert all("\\x" not in line for line in template().splitlines() if line.startswith("msgid"))


def test_no_words_for_one_and_many_escape_it() -> None:
    """`numbered` is given its words as they are, or those of a `plural`, which notes them."""
    for path in sorted(CLI.glob("*.py")):
        for call in calls(path):
            first = call.args[0]
            if not constants(call) and isinstance(call.func, ast.Name):
                assert call.func.id != "plural", f"{path.name}:{call.lineno}"
                if call.func.id == "numbered":
                    names = first.value if isinstance(first, ast.Starred) else first
                    assert isinstance(names, ast.Name), f"{path.name}:{call.lineno}"
                    assert "plural(" in path.read_text("utf-8"), f"{path.name}:{call.lineno}"


def test_no_f_string_is_to_be_translated() -> None:
    for path in sorted(CLI.glob("*.py")):
        made = [call for call in calls(path) if isinstance(call.args[0], ast.JoinedStr)]
        assert made == [], path.name
