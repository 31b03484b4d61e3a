"""Checkpoints that leave the house: stated, compared again later, and countersigned for a partner.

Laws: what is stated tells how many entries each device wrote, and nothing of what they say; a partner's
checkpoint is countersigned only where it is shown to go on from the one countersigned before.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.errors import IntegrityError, MistakeError
from habeas.protecting.checkpoint import Checkpoint, cosigned
from habeas.protecting.statement import Statement, statements_from, written
from habeas.register.register import Register
from habeas.tasks.entries import entries, first_entries
from habeas.terms.count import Issue


@dataclass(frozen=True, slots=True)
class Witnessed:
    """What was countersigned: the file to give back, and the checkpoints seen for the first time."""

    text: str
    checkpoints: tuple[Checkpoint, ...]
    new: tuple[Checkpoint, ...]


def stated(register: Register, *, since: str = "") -> str:
    """The text of a file that states the register's checkpoints.

    `since`: the text of an earlier such file; then each is proved to go on from the one in it.

    Raises:
        MistakeError: `since` is no such file, or nothing was signed yet.
        IntegrityError: the register does not go on from the earlier checkpoint.
    """
    earlier = {register.feed_with(one): one.size for one in _checkpoints(since)} if since else {}
    for issue in differing(register, since) if since else ():
        raise IntegrityError(issue.sentence, code=issue.code)
    keys = register.public_keys()
    made: list[Statement] = []
    for feed, note in sorted(register.notes().items()):
        old = earlier.get(feed, 0)
        proof = register.consistency(feed, old, note.checkpoint.size)
        made.append(Statement(note, keys[note.checkpoint.device], old, tuple(proof)))
    if not made:
        raise MistakeError(
            "Nothing was written to this register yet, so there is no checkpoint to state.",
            code="checkpoint-none",
        )
    return written(made)


def differing(register: Register, text: str) -> list[Issue]:
    """What a file of checkpoints states and the register does not have.

    Raises:
        MistakeError: it is no such file.
    """
    found: list[Issue] = []
    for one in _checkpoints(text):
        now = register.checkpoints_at(one.device, one.size)
        if one not in now:
            words = "has other entries" if now else "has fewer entries"
            found.append(
                Issue(
                    "checkpoint-differs",
                    f"The file states {entries(one.size)} of device {one.device[:8]}; the register"
                    f" {words} of it. It is older, or its log was written anew.",
                )
            )
    return found


def witness(register: Register, text: str, *, at: int) -> Witnessed:
    """Countersign a partner's checkpoints with this register's device; `at` in s since 1970 UTC.

    Raises:
        MistakeError: it is no such file, or lacks the proof that is needed.
        IntegrityError: a signature is wrong, or a partner's log was cut, written anew, or is forked.
    """
    statements = statements_from(text)
    before = [register.witnessed(one.note.checkpoint.device) for one in statements]
    _check_one_each([one.note.checkpoint.device for one in statements])
    for one, seen in zip(statements, before, strict=True):
        _check(one, seen)
    signer = register.signing()
    done: list[Statement] = []
    for one in statements:
        register.keep_witnessed(one.note.checkpoint)
        done.append(Statement(cosigned(one.note, signer, at=at), one.public, one.since, one.proof))
    checkpoints = tuple(one.note.checkpoint for one in statements)
    new = tuple(one for one, seen in zip(checkpoints, before, strict=True) if seen is None)
    return Witnessed(written(done), checkpoints, new)


def _check_one_each(devices: Sequence[str]) -> None:
    """Refuse a file that states more than one log of a device."""
    for device in devices:
        if devices.count(device) > 1:
            raise IntegrityError(
                f"The file states two logs of device {device[:8]}: it went on in several ways, as a copy"
                " or as somebody in its name. Speak with your partner, by another way than this file.",
                code="witness-forked",
            )


def _check(one: Statement, seen: Checkpoint | None) -> None:
    now = one.note.checkpoint
    if not one.signed:
        raise IntegrityError(
            f"The checkpoint of device {now.device[:8]} is not signed by that device; ask for the file"
            " again.",
            code="checkpoint-unsigned",
        )
    if seen is None or one.goes_on_from(seen):
        return
    if now.size < seen.size:
        raise IntegrityError(
            f"Device {now.device[:8]} had written {entries(seen.size)} when it was countersigned here,"
            f" and now states {now.size}: an old copy was put back, or this is an old file.",
            code="witness-older",
        )
    if now.size > seen.size and one.since != seen.size:
        raise MistakeError(
            f"The file does not show that it goes on from the {first_entries(seen.size)}, countersigned"
            " here before. Ask for one made with `habeas checkpoint --since FILE`, FILE being what you"
            " gave back then.",
            code="witness-unproved",
        )
    raise IntegrityError(
        f"The log of device {now.device[:8]} does not go on from the {first_entries(seen.size)},"
        " countersigned here before: it was written anew. Speak with your partner, by another way than"
        " this file.",
        code="witness-forked",
    )


def _checkpoints(text: str) -> list[Checkpoint]:
    return [one.note.checkpoint for one in statements_from(text)]
