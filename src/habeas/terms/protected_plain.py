"""Protected identities as plain values for the log, and back. Bytes are written in base64.

Law: `protected_from(plain_protected(content), at) == content`, whatever type it is, but for its instant.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import cast

from habeas.terms.ids import CaseId, KeyCopyId, ReaderId, SealingId
from habeas.terms.plain import Plain
from habeas.terms.protected import Case, Field, KeyCopy, Protected, Reader, Sealing


def plain_protected(content: Protected) -> Plain:
    """The content as the log has it."""
    match content:
        case Case():
            return {"id": content.id, "cover": content.cover, "by": content.by}
        case Reader():
            return {
                "id": content.id,
                "case": content.case,
                "name": content.name,
                "recipient": content.recipient,
                "standing": content.standing,
                "by": content.by,
            }
        case Sealing():
            return {
                "id": content.id,
                "case": content.case,
                "field": str(content.field),
                "version": content.version,
                "key": content.key,
                "nonce": _text(content.nonce),
                "hidden": _text(content.hidden),
                "by": content.by,
            }
        case KeyCopy():
            return {
                "id": content.id,
                "sealing": content.sealing,
                "recipient": content.recipient,
                "wrapped": _text(content.wrapped),
            }


def case_from(values: Mapping[str, object], at: int) -> Case:
    """The case that `plain_protected` wrote."""
    return Case(CaseId(_str(values, "id")), _str(values, "cover"), _str(values, "by"), at)


def reader_from(values: Mapping[str, object], at: int) -> Reader:
    """The reader that `plain_protected` wrote."""
    return Reader(
        ReaderId(_str(values, "id")),
        CaseId(_str(values, "case")),
        _str(values, "name"),
        _str(values, "recipient"),
        bool(values["standing"]),
        _str(values, "by"),
        at,
    )


def sealing_from(values: Mapping[str, object], at: int) -> Sealing:
    """The sealed field that `plain_protected` wrote."""
    return Sealing(
        SealingId(_str(values, "id")),
        CaseId(_str(values, "case")),
        Field(_str(values, "field")),
        cast(int, values["version"]),
        _str(values, "key"),
        _bytes(values, "nonce"),
        _bytes(values, "hidden"),
        _str(values, "by"),
        at,
    )


def key_copy_from(values: Mapping[str, object], at: int) -> KeyCopy:
    """The wrapped key that `plain_protected` wrote."""
    return KeyCopy(
        KeyCopyId(_str(values, "id")),
        SealingId(_str(values, "sealing")),
        _str(values, "recipient"),
        _bytes(values, "wrapped"),
        at,
    )


def _str(values: Mapping[str, object], key: str) -> str:
    return cast(str, values[key])


def _text(data: bytes) -> str:
    return b64encode(data).decode()


def _bytes(values: Mapping[str, object], key: str) -> bytes:
    return b64decode(_str(values, key), validate=True)
