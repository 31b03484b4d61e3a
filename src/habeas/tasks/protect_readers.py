"""Who may read a protected case: how readers are named, added and removed.

Laws: a reader who is added gets the keys of every field sealed before, from somebody who has them; one
who is removed gets no later key, and the keys given to them are deleted here. What somebody could read
once, they can have copied.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from habeas.errors import MistakeError
from habeas.protecting.age import recipient as as_written
from habeas.register.register import Register
from habeas.terms.ids import CaseId
from habeas.terms.protected import Reader


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody by name, and the age recipient to which one seals for them."""

    name: str
    recipient: str


def standing(register: Register, case: CaseId) -> list[Named]:
    """The readers of a case now.

    Raises:
        MistakeError: it has none any more.
    """
    found = [Named(one.name, one.recipient) for one in register.readers(case) if one.standing]
    if not found:
        raise MistakeError(
            "This case has no reader any more; add one first, or open a new case.",
            code="readers-missing",
        )
    return found


def named(register: Register, given: Iterable[str]) -> list[Named]:
    """The readers that are meant by "NAME=age1…", or by NAME where one of that name reads another case.

    Raises:
        MistakeError: nobody of that name is known, or several are; or what stands behind “=” is no
            recipient.
    """
    found: dict[str, Named] = {}
    for text in given:
        name, parted, recipient = (part.strip() for part in text.partition("="))
        one = Named(name, as_written(recipient)) if parted else _known(register.readers(), name)
        found.setdefault(one.recipient, one)
    return list(found.values())


def _known(readers: Iterable[Reader], name: str) -> Named:
    recipients = {
        one.recipient: one.name
        for one in readers
        if one.standing and one.name.casefold() == name.casefold()
    }
    if len(recipients) != 1:
        many = "Several readers have" if recipients else "No reader of a case here has"
        raise MistakeError(f"{many} the name {name[:80]}; write NAME=age1…", code="reader-unknown")
    return next(Named(name, recipient) for recipient, name in recipients.items())


def appointed(before: Iterable[Reader], after: Iterable[Reader]) -> list[Reader]:
    """Those who may read a case now and might not before, as when a bundle was taken in.

    Whoever has the register's key can name a reader, also one that nobody here knows.
    """
    known = {(one.case, one.recipient) for one in before if one.standing}
    return [one for one in after if one.standing and (one.case, one.recipient) not in known]
