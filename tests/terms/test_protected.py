"""What cannot be part of a protected identity is refused; no word of what is sealed stands in it."""

import pytest

from habeas.errors import MistakeError
from habeas.terms.ids import CaseId, KeyCopyId, ReaderId, SealingId
from habeas.terms.protected import (
    BLOCK,
    MOST_WORDS,
    NONCE_SIZE,
    TAG_SIZE,
    Case,
    Field,
    KeyCopy,
    Reader,
    Sealing,
)

KEY, NONCE, HIDDEN = "0a" * 32, bytes(NONCE_SIZE), bytes(BLOCK + TAG_SIZE)


def _sealing(
    version: int = 1, key: str = KEY, nonce: bytes = NONCE, hidden: bytes = HIDDEN, by: str = "Ann"
) -> Sealing:
    case = CaseId("p-1")
    return Sealing(SealingId("s-1"), case, Field.NAME, version, key, nonce, hidden, by)


def test_a_case_is_named_by_its_cover_and_its_id() -> None:
    assert Case(CaseId("p-7f3k"), "Linden", "Ann").code_name == "Linden p-7f3k"


@pytest.mark.parametrize("cover", ["", " ", "two words", " Linden", "4711", "x" * 41, "-"])
def test_a_cover_is_one_word(cover: str) -> None:
    with pytest.raises(MistakeError) as caught:
        Case(CaseId("p-1"), cover, "Ann")
    assert caught.value.code == "cover-unfit"


def test_what_cannot_have_been_sealed_is_refused() -> None:
    assert _sealing().version == 1
    huge = bytes(MOST_WORDS + 2 * BLOCK + TAG_SIZE)
    for wrong in (
        lambda: _sealing(version=0),
        lambda: _sealing(key=KEY[:-1]),
        lambda: _sealing(key="0A" * 32),
        lambda: _sealing(nonce=NONCE[:-1]),
        lambda: _sealing(hidden=HIDDEN[:-1]),
        lambda: _sealing(hidden=bytes(TAG_SIZE)),
        lambda: _sealing(hidden=huge),
        lambda: KeyCopy(KeyCopyId("y-1"), SealingId("s-1"), "age1", b""),
        lambda: KeyCopy(KeyCopyId("y-1"), SealingId("s-1"), "age1", bytes(5000)),
    ):
        with pytest.raises(MistakeError) as caught:
            wrong()
        assert caught.value.code == "sealed-unfit"


def test_nothing_is_protected_by_nobody() -> None:
    case, reader = CaseId("p-1"), ReaderId("n-1")
    for wrong in (
        lambda: Case(case, "Linden", " "),
        lambda: Reader(reader, case, "", "age1", True, "Ann"),
        lambda: Reader(reader, case, "Bob", "age1", True, ""),
        lambda: _sealing(by=""),
    ):
        with pytest.raises(MistakeError) as caught:
            wrong()
        assert caught.value.code == "protector-missing"
