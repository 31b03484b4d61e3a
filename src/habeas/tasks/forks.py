"""Forks: a device whose log went on in several ways, told until somebody says that it is known why.

Decides the sentences, and what it takes for a fork to be no finding any more: the name of a person,
kept in this copy of the register. Laws: nothing of either side is dropped or preferred, whoever knows
of it; a side that comes later is told anew.
"""

from habeas.protecting.device import short
from habeas.register.branches import Fork, device_of
from habeas.register.register import Register
from habeas.register.reviewed import Checked
from habeas.tasks.entries import first_entries
from habeas.tasks.moments import instant_words
from habeas.terms.count import Issue

_CHOICE = "fork known: "


def known_by(register: Register, fork: Fork) -> str | None:
    """Who said of every side of the fork that it is known; None where somebody did not yet."""
    names = [register.choice(f"{_CHOICE}{side.branch}") for side in fork.sides]
    told = [name for name in names if name is not None]
    return ", ".join(sorted(set(told))) if len(told) == len(names) else None


def know(register: Register, *, by: str) -> None:
    """Keep that `by` knows why every fork there is now came about."""
    for fork in register.forks():
        if known_by(register, fork) is None:
            for side in fork.sides:
                register.choose(f"{_CHOICE}{side.branch}", by)


def sentence(fork: Fork) -> str:
    """What is told of a fork."""
    sides = "; ".join(
        f"{side.entries} on side {short(side.branch)} (from {instant_words(side.since)})"
        for side in fork.sides
    )
    return (
        f"Device {short(fork.device)} went on in {len(fork.sides)} ways after its"
        f" {first_entries(fork.shared)}: {sides}. A copy of that laptop's register was written to as"
        " well, or somebody wrote in its name. All sides are kept, and count."
    )


def checked(register: Register) -> Checked:
    """The devices, and each fork that nobody said to know of."""
    devices = {device_of(one.device) for one in register.checkpoints()}
    issues = [
        Issue(
            "device-forked",
            f"{sentence(fork)} Find out who wrote which; then `habeas heads --accept --as NAME`.",
        )
        for fork in register.forks()
        if known_by(register, fork) is None
    ]
    return Checked("forks", len(devices), tuple(issues))
