"""What a bundle may look like: whoever has the register's key can seal anything as one."""

import json
import secrets
from collections.abc import Iterable
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.errors import HabeasError, IntegrityError, MistakeError
from habeas.protecting import chunks
from habeas.protecting.bundle import (
    LARGEST_DOCUMENT,
    START,
    Bundle,
    Feed,
    Packed,
    opened,
    sealed,
)
from habeas.protecting.keys import drawn
from habeas.register.wording import ORIGINAL_LIMIT, TEXT_LIMIT

REGISTER, KEY, SALT = "ab" * 16, bytes(32), bytes(16)
ENTRY = Packed("defined", b"c" * 32, 1, bytes(32), 7, b"h" * 32, b"s" * 16, b"{}")
FEED = Feed("d" * 32, 0, (ENTRY,), "a note", b"p" * 32)
BUNDLE = Bundle((FEED,), (("00" * 32, b"bytes"), ("01" * 32, b"")))

_JUNK: st.SearchStrategy[object] = st.sampled_from(
    [None, True, -1, 2**63, 1.5, float("inf"), "A", "\ud800", "é", [], {}, [[]], ["", ""]]
)


def forged(plain: bytes) -> bytes:
    """What somebody who has the key seals."""
    key = drawn(KEY, salt=REGISTER.encode() + SALT, purpose="habeas bundle 2")
    return START + SALT + b"".join(chunks.sealed([plain], key, START))


def part(kind: bytes, data: bytes, size: int | None = None) -> bytes:
    """A part that says it has so many bytes."""
    return kind + (len(data) if size is None else size).to_bytes(4, "big") + data


def plain(bundle: Bundle) -> bytes:
    """What stands in the chunks."""
    data = b"".join(sealed(bundle, REGISTER, KEY, entropy=lambda _size: SALT))
    key = drawn(KEY, salt=REGISTER.encode() + SALT, purpose="habeas bundle 2")
    stream = chunks.Opening(BytesIO(data[len(START) + len(SALT) :]), key, START)
    made = bytearray()
    while True:
        try:
            made += stream.read(1)
        except HabeasError:
            return bytes(made)


def read(data: bytes) -> Bundle:
    """All of a bundle."""
    found = opened(BytesIO(data), REGISTER, KEY)
    return Bundle(found.feeds, tuple(found.documents))


def written(bundle: Bundle) -> bytes:
    return b"".join(sealed(bundle, REGISTER, KEY, entropy=secrets.token_bytes))


def test_what_was_sealed_is_opened() -> None:
    assert read(written(BUNDLE)) == read(forged(plain(BUNDLE))) == BUNDLE
    assert written(BUNDLE) != written(BUNDLE)
    assert read(written(Bundle(()))) == Bundle(())


def test_entries_come_by_lots_and_documents_one_by_one() -> None:
    """No more is asked for than what goes into the next chunks."""
    asked = 0

    def many() -> Iterable[tuple[str, bytes]]:
        nonlocal asked
        for number in range(20):
            asked += 1
            yield f"{number:064x}", bytes(chunks.CHUNK * 4)

    pieces = sealed(Bundle((), many()), REGISTER, KEY, entropy=secrets.token_bytes)
    for _ in range(5):
        next(pieces)
    assert asked <= 2
    entry = Packed("defined", b"c" * 32, 1, bytes(32), 7, b"h" * 32, b"s" * 16, b'"' * 200_000)
    feeds = (Feed("d" * 32, 0, (entry,) * 30, "", b""), FEED)
    assert read(written(Bundle(feeds))) == Bundle(feeds)


@pytest.mark.parametrize("limit", [ORIGINAL_LIMIT, TEXT_LIMIT])
def test_every_document_that_a_register_takes_fits(limit: int) -> None:
    assert limit <= LARGEST_DOCUMENT


def test_a_bundle_of_an_older_program_is_told() -> None:
    with pytest.raises(MistakeError, match="older Habeas"):
        opened(BytesIO(b"habeas bundle 1\n" + bytes(100)), REGISTER, KEY)


@pytest.mark.parametrize(
    "words",
    [
        part(b"Z", b""),
        part(b"E", b"[]"),
        part(b"F", b""),
        part(b"F", b"null"),
        part(b"F", b"{}"),
        part(b"F", b"\xff"),
        part(b"F", b"[" * 60_000),
        part(b"F", b" " * 70_000),
        part(b"F", b"", 2**32 - 1),
        part(b"E", b"[]", 5 * 2**20),
        part(b"D", b"", LARGEST_DOCUMENT + 33),
        part(b"D", b"short"),
        part(b"D", bytes(32)) + part(b"F", b"{}"),
        part(b".", b"more"),
    ],
)
def test_what_is_no_bundle_at_all_is_refused_before_room_is_made_for_it(words: bytes) -> None:
    with pytest.raises(IntegrityError) as caught:
        read(forged(words))
    assert caught.value.code == "bundle-broken"


@pytest.mark.parametrize(
    "words",
    [b"", b"F", part(b"D", bytes(40)), part(b"D", bytes(99), 2**28), part(b".", b"") + b"more"],
)
def test_one_that_ends_too_soon_or_too_late_is_refused(words: bytes) -> None:
    with pytest.raises(HabeasError) as caught:
        read(forged(words))
    assert caught.value.code == "bundle-cut"


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 8), st.sampled_from(["feed", "entry"]), _JUNK)
def test_a_part_put_wrong_is_refused_or_read_as_it_stands(
    number: int, where: str, junk: object
) -> None:
    data = plain(Bundle((FEED,)))
    size = int.from_bytes(data[1:5], "big")
    values, rows = json.loads(data[5 : 5 + size]), json.loads(data[size + 10 : -5])
    if where == "entry":
        rows[0][number % len(rows[0])] = junk
    else:
        values[sorted(values)[number % len(values)]] = junk
    made = [part(kind, json.dumps(one).encode()) for kind, one in ((b"F", values), (b"E", rows))]
    try:
        found = read(forged(b"".join(made) + part(b".", b"")))
    except HabeasError as error:
        assert error.code == "bundle-broken"
    else:
        assert read(written(found)) == found


@settings(max_examples=60, deadline=None)
@given(st.data(), st.integers(0, 3 * chunks.CHUNK))
def test_a_stream_of_any_size_in_any_pieces_comes_back_and_is_whole_or_refused(
    data: st.DataObject, size: int
) -> None:
    words = secrets.token_bytes(size)
    cuts = sorted(data.draw(st.lists(st.integers(0, size), max_size=4)))
    pieces = [words[start:stop] for start, stop in zip([0, *cuts], [*cuts, size], strict=True)]
    made = list(chunks.sealed(pieces, KEY, b"about"))
    assert [len(one) for one in made[:-1]] == [chunks.CHUNK + 16] * (len(made) - 1)
    stream = chunks.Opening(BytesIO(b"".join(made)), KEY, b"about")
    assert stream.read(size) == words
    stream.check_ended()
    for wrong in (made[:-1], made[1:], [*made, made[-1]], [*made[1:], made[0], b"x"]):
        stream = chunks.Opening(BytesIO(b"".join(wrong)), KEY, b"about")
        with pytest.raises(HabeasError):
            _read_whole(stream, size)


def _read_whole(stream: chunks.Opening, size: int) -> None:
    stream.read(size)
    stream.check_ended()
