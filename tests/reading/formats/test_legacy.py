"""Old encodings: words that no language writes are evidence against one."""

import codecs

from habeas.reading.formats.legacy import best_legacy, letters_of


def test_the_encodings_are_known_to_python_and_hold_their_letters() -> None:
    for encoding, languages in letters_of().items():
        codecs.lookup(encoding)
        for letters in languages:
            assert letters.encode(encoding).decode(encoding) == letters
            assert letters == letters.lower()
            assert len(set(letters)) == len(letters)


def test_one_letter_beyond_ascii_is_never_cyrillic() -> None:
    found = best_legacy(b"a caf\xe9 in Minsk")
    assert found is not None
    assert found.text == "a café in Minsk"


def test_plain_ascii_gives_no_evidence() -> None:
    assert best_legacy(b"only plain words here") is None


def test_accents_alone_make_no_word() -> None:
    koi8 = "Новости дня: освобождены люди".encode("koi8_r")
    found = best_legacy(koi8)
    assert found is not None
    assert found.encoding.startswith("koi8")
