"""Laws of the canonical body: one content, one sequence of bytes, and back."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from habeas.errors import IntegrityError
from habeas.terms.aside import SetAside
from habeas.terms.canonical import body, content_from
from habeas.terms.correction import Correction
from habeas.terms.definition import Definition
from habeas.terms.entry import Content, EntryKind, kind_of
from habeas.terms.person import Verdict
from habeas.terms.protected import Protected
from habeas.terms.redaction import Redaction
from habeas.terms.review import Review, Withdrawal
from habeas.terms.sending import Sending
from tests.strategies import recorded

Recorded = (
    Review
    | Verdict
    | SetAside
    | Withdrawal
    | Definition
    | Redaction
    | Protected
    | Sending
    | Correction
)


@given(recorded())
def test_a_content_comes_back_from_its_bytes(content: Content) -> None:
    at = content.recorded_at if isinstance(content, Recorded) else 0
    assert content_from(kind_of(content), body(content), at=at) == content


@given(recorded())
def test_the_bytes_say_one_thing_in_one_way(content: Content) -> None:
    again = content_from(kind_of(content), body(content), at=0)
    assert body(again) == body(content)
    values = json.loads(body(content))
    assert list(values) == sorted(values)
    assert "recorded_at" not in values


@given(recorded())
def test_the_instant_is_the_entrys_and_not_in_the_bytes(content: Content) -> None:
    if isinstance(content, Recorded):
        later = replace(content, recorded_at=content.recorded_at + 1)
        assert body(later) == body(content)
    else:
        assert not hasattr(content, "recorded_at")


NO_OBJECT = [
    (kind, data)
    for kind in EntryKind
    for data in (b"", b"{", b"[]", b'"x"', b"\xff", b"[" * 99_999)
]
TOO_LITTLE = [
    (EntryKind.REPORT_ADDED, b"{}"),
    (EntryKind.CLAIM_PROPOSED, b'{"id":"c-1"}'),
    (EntryKind.CLAIM_NOTED, b'{"claim":{"kind":"released"}}'),
    (EntryKind.REVIEWED, b'{"decision":"perhaps"}'),
    (EntryKind.JUDGED, b"{}"),
    (EntryKind.SET_ASIDE, b'{"id":"a-1","claim":"c-1","by":"Ann"}'),
    (EntryKind.CASE_OPENED, b'{"id":"p-1","cover":"two words","by":"Ann"}'),
    (EntryKind.READERS_CHANGED, b'{"id":"n-1"}'),
    (
        EntryKind.SEALED,
        b'{"id":"s-1","case":"p-1","field":"face","version":1,"key":"","nonce":"","hidden":"","by":"A"}',
    ),
    (EntryKind.CORRECTED, b'{"id":"k-1","report":"r-1","by":"Ann"}'),
    (EntryKind.REDACTED, b'{"id":"x-1","entries":[5],"by":"Ann","reason":"wish"}'),
    (EntryKind.REDACTED, b'{"id":"x-1","entries":["a:b:c"],"by":"Ann","reason":"wish"}'),
    (EntryKind.REDACTED, b'{"id":"x-1","entries":["a"],"by":"Ann","reason":"wish"}'),
    (EntryKind.KEY_GIVEN, b'{"id":"y-1","sealing":"s-1","recipient":"age1","wrapped":"%%%"}'),
]


@pytest.mark.parametrize(("kind", "data"), NO_OBJECT + TOO_LITTLE)
def test_what_is_no_content_is_an_integrity_error(kind: EntryKind, data: bytes) -> None:
    with pytest.raises(IntegrityError) as caught:
        content_from(kind, data, at=0)
    assert caught.value.code == "entry-unreadable"
