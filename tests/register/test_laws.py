"""Laws of a register, over random histories."""

import random
import secrets
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from unicodedata import normalize

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from habeas.register.register import Register
from habeas.register.sqlcipher import FILE
from habeas.terms.canonical import content_from
from habeas.terms.claim import Argument, Claim, Draft, Said
from habeas.terms.entry import Content, Proposal
from habeas.terms.kind import Kind
from habeas.terms.quote import quote
from habeas.terms.review import COUNTED, Review, Withdrawal
from tests.register.given import KEY, TEXT, blobs, proposal, report, review, verdict, withdrawal
from tests.register.histories import Step, history, steps
from tests.register.undoing import undone

FEW = settings(max_examples=25, deadline=None)


@contextmanager
def _register() -> Iterator[Register]:
    with (
        tempfile.TemporaryDirectory() as place,
        Register.found(Path(place), KEY, secrets.token_bytes) as one,
    ):
        yield one


def _put(one: Register, contents: Iterable[Content], *, first: int = 1) -> None:
    """Put the contents one by one, at instants `first`, `first` + 1…"""
    for at, content in enumerate(contents, first):
        one.put([content], at=at, blobs=blobs(TEXT) if at == 1 else {})


def _answers(one: Register) -> list[object]:
    """All that the register answers about what holds now."""
    return [
        list(one.claims()),
        list(one.counted()),
        list(one.unreviewed()),
        one.verdicts(),
        list(one.mentions()),
        one.mentions_like("bial"),
    ]


def _counted_by_hand(contents: list[Content], length: int) -> list[Claim]:
    """What is counted after the first `length` contents, reckoned the slow way."""
    known = contents[:length]
    gone = {one.target for one in known if isinstance(one, Withdrawal)}
    found: list[Claim] = []
    for at, one in enumerate(known, 1):
        if not isinstance(one, Proposal):
            continue
        reviews = [
            given
            for given in known
            if isinstance(given, Review) and given.claim == one.id and given.id not in gone
        ]
        if reviews and reviews[-1].decision in COUNTED:
            draft = reviews[-1].amended or one.draft
            found.append(Claim(one.id, one.report, draft, None, at))
    return found


@FEW
@given(steps())
def test_a_rebuild_makes_the_same_tables(drawn: list[Step]) -> None:
    with _register() as one:
        _put(one, history(drawn))
        before = one.digest()
        rebuilt = one.rebuild()
        assert (rebuilt.digest, rebuilt.changed) == (before, ())
        assert list(one.issues()) == []


@FEW
@given(steps(), st.integers(1, 7))
def test_put_at_once_or_in_any_batches_gives_the_same_tables(drawn: list[Step], size: int) -> None:
    contents = history(drawn)
    with _register() as one, _register() as other:
        _put(one, contents)
        for start in range(0, len(contents), size):
            given = blobs(TEXT) if start == 0 else {}
            other.put(contents[start : start + size], at=1, blobs=given)
        assert one.digest() == other.digest()


@FEW
@given(steps())
def test_counts_now_and_at_every_instant_what_is_counted_by_hand(drawn: list[Step]) -> None:
    contents = history(drawn)
    with _register() as one:
        _put(one, contents)
        for length in range(len(contents) + 1):
            assert list(one.counted(recorded_by=length)) == _counted_by_hand(contents, length)
        assert list(one.counted()) == _counted_by_hand(contents, len(contents))


@FEW
@given(steps())
def test_review_and_judge_then_withdraw_is_nothing(drawn: list[Step]) -> None:
    contents = history([("propose", 0, 0), ("propose", 1, 0), *drawn])
    with _register() as one:
        _put(one, contents)
        before = _answers(one)
        made = (review("v-new", "c-0", "unsure"), verdict("j-new", "c-0.0", "c-1.0"))
        _put(one, made, first=1000)
        _put(one, (withdrawal("v-new", "w-new1"), withdrawal("j-new", "w-new2")), first=2000)
        assert _answers(one) == before


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_verdicts_and_reviews_taken_back_in_any_order_are_nothing(seed: int) -> None:
    assert undone(random.Random(seed))


@FEW
@given(steps())
def test_the_log_gives_back_what_was_put(drawn: list[Step]) -> None:
    contents = history(drawn)
    with _register() as one:
        _put(one, contents)
        read = [content_from(entry.kind, entry.body, at=0) for entry in one.log()]
        chained = [entry.sequence for entry in one.log()]
    assert read == contents
    assert all(later == earlier + 1 for earlier, later in pairwise(chained))


TURNING = "".join(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0" + TURNING),
    min_size=1,
    max_size=200,
).map(lambda text: normalize("NFC", text))


@FEW
@given(TEXTS, st.integers(0, 199), st.integers(1, 200))
def test_a_quote_of_any_text_comes_back_as_it_stands_there(text: str, one: int, size: int) -> None:
    start = one % len(text)
    stop = min(len(text), start + size)
    said = Said(Kind.RELEASED, (Argument(text[start:stop], start, stop),))
    given = proposal(of=Draft(said, quote(text, start, stop)))
    with _register() as register:
        register.put([report(text=text), given], at=1, blobs=blobs(text))
        assert register.text(report().id) == text
        pair = register.claim(given.id)
        assert pair.claim.draft == given.draft
        assert text[pair.claim.quote.start : pair.claim.quote.stop] == pair.claim.quote.words
        assert list(register.issues()) == []


COLUMNS = ("kind", "commitment", "device", "previous", "at", "hash", "salt", "body")


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(COLUMNS), st.integers(1, 4), st.integers(0, 10_000), st.integers(0, 7))
def test_one_changed_bit_of_any_field_of_any_entry_breaks_the_chain(
    column: str, sequence: int, place: int, bit: int
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Register.found(folder, KEY, secrets.token_bytes) as one:
            _put(one, history([("propose", 0, 0), ("review", 0, 0), ("propose", 1, 0)]))
        _flip(folder, column, sequence, (place, bit))
        with Register(folder, KEY, secrets.token_bytes) as one:
            chain = next(law for law in one.audit() if law.law == "chain")
    assert chain.issues


def _flip(folder: Path, column: str, sequence: int, where: tuple[int, int]) -> None:
    """Flip one bit of a field of an entry, as one can who has the key."""
    place, bit = where
    raw = dbapi2.connect(str(folder / FILE), isolation_level=None)
    raw.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    raw.execute("DROP TRIGGER log_never_changes")
    row = raw.execute(f"SELECT {column} FROM log WHERE sequence = ?", (sequence,)).fetchone()
    value = row[0]
    changed: object
    if isinstance(value, int):
        changed = value ^ (1 << bit)
    else:
        data = bytearray(value.encode() if isinstance(value, str) else value)
        data[place % len(data)] ^= 1 << (bit % 6 if isinstance(value, str) else bit)
        changed = data.decode() if isinstance(value, str) else bytes(data)
    raw.execute(f"UPDATE log SET {column} = ? WHERE sequence = ?", (changed, sequence))
    raw.close()
