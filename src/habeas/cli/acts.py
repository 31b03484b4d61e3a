"""Verbs that talk, or do one thing at once: which act a call of `review` or `resolve` asks for.

Law: a call that asks for two acts does neither; it is not guessed which one was meant.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.cli.words import _
from habeas.errors import MistakeError

if TYPE_CHECKING:
    from habeas.register.register import Register

Given = Mapping[str, str | bool | int | tuple[str, ...] | None]
"""What was given for each option, by the name of its parameter."""

Doing = Callable[["Register", Given], None]


@dataclass(frozen=True, slots=True)
class Act:
    """An act: the parameter that asks for it, how its option is typed, what it does."""

    parameter: str
    option: str
    does: Doing


def asked(given: Given, acts: Sequence[Act], otherwise: Doing) -> Doing:
    """What the call asks for; `otherwise` where it asks for no act.

    Raises:
        MistakeError: it asks for more than one.
    """
    named = [one for one in acts if given[one.parameter]]
    if len(named) > 1:
        raise MistakeError(
            _("One thing at a time: {first} or {second}; nothing was done.").format(
                first=named[0].option, second=named[1].option
            ),
            code="acts-several",
        )
    return named[0].does if named else otherwise
