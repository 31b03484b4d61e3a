"""The calls that help and wrong calls show can be typed; a wrong call is told how to be right."""

import shlex

import click
import pytest

from habeas.cli.program import program
from habeas.cli.verbs import GROUPS, VERBS, WITHIN
from tests.cli.test_program import called

CALLS = {name: verb.call for name, verb in VERBS.items()} | WITHIN


def test_every_verb_stands_in_one_group_and_every_command_within_has_a_call() -> None:
    assert [name for group in GROUPS.values() for name in group] == list(VERBS)
    context = click.Context(program, info_name="habeas")
    found = {"protect readers"}
    for name in VERBS:
        verb = program.get_command(context, name)
        if isinstance(verb, click.Group):
            found |= {f"{name} {within}" for within in verb.list_commands(context)}
            readers = verb.commands.get("readers")
            if isinstance(readers, click.Group):
                found |= {f"{name} readers {one}" for one in readers.list_commands(context)}
    assert found == set(WITHIN)


@pytest.mark.parametrize("name", CALLS)
def test_the_call_of_a_verb_is_one_that_it_takes(name: str) -> None:
    first, *words = shlex.split(CALLS[name])
    assert first == "habeas"
    assert CALLS[name].startswith(f"habeas {name}")
    command: click.Command = program
    context = click.Context(program, info_name="habeas")
    while isinstance(command, click.Group):
        _name, found, words = command.resolve_command(context, words)
        assert found is not None
        command = found
        if not isinstance(command, click.Group):
            command.make_context(name, list(words), parent=context)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["raed"], "There is no command “raed”. Did you mean: read"),
        (["REVIEW"], "There is no command “REVIEW”. Did you mean: review"),
        (["xyzzy"], "There is no command “xyzzy”.\n"),
        (["slots", "drop"], "There is no command “drop”"),
        (["count"], "For instance: habeas count --on 2025-12-12"),
        (["slots", "add"], "passphrase,\n"),
        (["slots", "remove"], "For instance: habeas slots remove 3"),
    ],
)
def test_a_wrong_call_is_told_how_to_be_right(words: list[str], told: str) -> None:
    done = called(*words)
    assert done.returncode == 2
    assert told in done.stderr.decode()
    assert "\\t" not in done.stderr.decode()


def test_help_is_a_word_too() -> None:
    assert called("help").stdout == called("--help").stdout
    for words in (["count"], ["slots", "add"]):
        helped = called("help", *words)
        assert (helped.returncode, helped.stdout) == (0, called(*words, "--help").stdout)
    assert b"For instance: habeas slots add" in called("help", "slots", "add").stdout
    assert called("help", "raed").returncode == 2
