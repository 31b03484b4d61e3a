"""The options by which readers by others are asked for, and what is told of what they did.

Decides where a setting is looked for: the option, then the environment. The environment is read here,
and nowhere beneath:

    HABEAS_READERS        names, parted by commas, where no --reader is given
    HABEAS_ALLOW_HOSTS    hosts, parted by commas, besides those of --allow-host
    HABEAS_NAME_SETTING   a setting of a reader, as HABEAS_LOCAL_MODEL_ADDRESS

Law: what is handed to another program is told on stderr before the first byte leaves.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TypeVar, cast

import click

from habeas.cli.lines import tell
from habeas.cli.words import _
from habeas.errors import MistakeError
from habeas.tasks.readers.others import Departure, Heard, Leave, Others

F = TypeVar("F", bound=Callable[..., object])

READERS = "HABEAS_READERS"
HOSTS = "HABEAS_ALLOW_HOSTS"


def _keep(ctx: click.Context, parameter: click.Parameter, value: object) -> None:
    ctx.meta[f"{__name__}.{parameter.name}"] = value


_option = partial(click.option, expose_value=False, callback=_keep)

_OPTIONS = (
    _option(
        "--reader",
        metavar="NAME",
        multiple=True,
        help=_("Ask this reader, too: local-model, gliner, slovnet… May be repeated."),
    ),
    _option(
        "--reader-setting",
        metavar="NAME.KEY=VALUE",
        multiple=True,
        help=_("A setting of a reader, as local-model.model=NAME. May be repeated."),
    ),
    _option(
        "--allow-host",
        metavar="HOST",
        multiple=True,
        help=_("Let reports marked public be sent to this host. May be repeated."),
    ),
    _option(
        "--send-sealed",
        is_flag=True,
        help=_("Hand sealed reports, notes and calls to programs on this computer, too."),
    ),
)


def reader_options(command: F) -> F:
    """Give a verb the options about readers by others."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def asked_others(ctx: click.Context) -> Others | None:
    """The readers that are asked besides ours; None: nobody.

    Raises:
        MistakeError: there is no such reader, or a setting that none of them heeds, or that one lacks.
    """
    given = cast(tuple[str, ...], _value(ctx, "reader"))
    names = tuple(dict.fromkeys(given or _listed(os.environ.get(READERS, ""))))
    if not names:
        return None
    from habeas.tasks.readers.hearing import known, rehearse  # noqa: PLC0415 - loads a network

    heeded = {reader.name: reader.settings for reader in known(names)}
    settings = _of_environment(heeded)
    for words in cast(tuple[str, ...], _value(ctx, "reader_setting")):
        name, key, value = _setting(words, heeded)
        settings[name][key] = value
    hosts = cast(tuple[str, ...], _value(ctx, "allow_host"))
    leave = Leave(
        frozenset([*hosts, *_listed(os.environ.get(HOSTS, ""))]),
        bool(_value(ctx, "send_sealed")),
    )
    others = Others(tuple(heeded), settings, leave, tell_departure)
    rehearse(others)
    return others


def tell_departure(departure: Departure) -> None:
    """Say that a text is about to be handed to another program."""
    words = _("“{report}”: its text ({letters} letters) is handed to {place} for {reader}.")
    tell(
        words.format(
            report=departure.report,
            letters=f"{departure.characters:,}",
            place=departure.place,
            reader=departure.reader,
        )
    )


def heard_sentences(name: str, heard: Iterable[Heard]) -> Iterator[str]:
    """What came of the readers by others for one report, in sentences."""
    for one in heard:
        words = _("“{name}”, {reader}: {proposed} proposed, {passed} came in{dropped}.")
        dropped = "; ".join(
            _("{number} dropped: {reason}").format(number=number, reason=_(str(fault)))
            for fault, number in one.dropped.items()
        )
        yield words.format(
            name=name,
            reader=one.reader,
            proposed=one.proposed,
            passed=one.passed,
            dropped=f"; {dropped}" if dropped else "",
        )
        if one.failure is not None:
            failed = _("“{name}”, {reader}: {sentence}")
            yield failed.format(name=name, reader=one.reader, sentence=one.failure.sentence)


def heard_code(heard: Iterable[Heard]) -> int:
    """The exit code that readers which failed ask for."""
    return max((one.failure.exit_code for one in heard if one.failure is not None), default=0)


def heard_values(heard: Iterable[Heard]) -> list[dict[str, object]]:
    """What came of the readers by others, as plain values for `--json`."""
    return [
        {
            "reader": one.reader,
            "proposed": one.proposed,
            "passed": one.passed,
            "dropped": {fault.key: number for fault, number in one.dropped.items()},
            "failed": _failure(one),
        }
        for one in heard
    ]


def _failure(one: Heard) -> dict[str, str] | None:
    if one.failure is None:
        return None
    return {"code": one.failure.code, "sentence": one.failure.sentence}


def _of_environment(heeded: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """The settings that the environment gives to each reader."""
    found: dict[str, dict[str, str]] = {}
    for name, keys in heeded.items():
        variables = {key: f"HABEAS_{name}_{key}".upper().replace("-", "_") for key in keys}
        found[name] = {
            key: os.environ[variable]
            for key, variable in variables.items()
            if variable in os.environ
        }
    return found


def _setting(words: str, heeded: Mapping[str, Mapping[str, str]]) -> tuple[str, str, str]:
    place, sign, value = words.partition("=")
    name, _dot, key = place.partition(".")
    if not sign or key not in heeded.get(name, {}):
        there = [f"{reader}.{one}" for reader, keys in heeded.items() for one in keys]
        raise MistakeError(
            _("“{words}” is no setting of a reader that is asked; there are {there}.").format(
                words=place[:80], there=", ".join(there) or _("none")
            ),
            code="reader-setting",
        )
    return name, key, value


def _listed(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(",") if word.strip())


def _value(ctx: click.Context, name: str) -> object:
    return ctx.meta[f"{__name__}.{name}"]
