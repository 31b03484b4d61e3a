"""Encodings: each text is written in an old encoding, and must come back letter by letter."""

import pytest

from habeas.errors import ReportError
from habeas.reading.formats.decoding import decoded, known_encoding, wide_encoding

TEXTS = {
    "ru": "В субботу из колонии вышли 123 политзаключённых, среди них Мария Колесникова.",
    "uk": "У суботу вийшли 123 політв’язні, серед них Марія Колеснікова. Їх вивезли до України.",
    "be": "У суботу выйшлі на волю 123 палітвязні, сярод іх Марыя Калеснікава. Ўсіх вывезлі.",
    "de": "Am Samstag wurden 123 Häftlinge freigelassen; Lukaschenko ließ sie für Zusagen frei.",
    "pl": "W sobotę zwolniono 123 więźniów politycznych, wśród nich Marię Kalesnikawą.",
    "lt": "Šeštadienį paleisti 123 politiniai kaliniai. Žmonės išvežti į Ukrainą.",
    "en": "“On Saturday” 123 people were released – among them Kalesnikava’s friends.",
}
OLD = [
    ("ru", "cp1251"),
    ("ru", "koi8_r"),
    ("ru", "cp866"),
    ("ru", "iso8859_5"),
    ("uk", "cp1251"),
    ("uk", "koi8_u"),
    ("be", "cp1251"),
    ("de", "cp1252"),
    ("pl", "cp1250"),
    ("pl", "iso8859_2"),
    ("lt", "cp1257"),
    ("en", "cp1252"),
]
WIDE = ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-8-sig"]


@pytest.mark.parametrize(("language", "encoding"), OLD)
def test_an_old_encoding_is_told_by_its_letters(language: str, encoding: str) -> None:
    data = TEXTS[language].encode(encoding, errors="ignore")
    found = decoded(data, name="a.txt")
    assert found.text == data.decode(encoding)
    assert "No encoding is named" in found.warnings[0]


@pytest.mark.parametrize("encoding", WIDE)
@pytest.mark.parametrize("language", TEXTS)
def test_unicode_of_any_width_needs_no_guess(language: str, encoding: str) -> None:
    found = decoded(TEXTS[language].encode(encoding), name="a.txt")
    assert found.text == TEXTS[language]
    assert found.warnings == ()


def test_a_declared_encoding_goes_before_a_guess() -> None:
    data = "für Häftlinge".encode("cp1252")
    assert decoded(data, name="a.html", declared="ISO-8859-1").encoding == "cp1252"
    assert decoded(data, name="a.html", declared="no-such").text == "für Häftlinge"
    assert decoded("für".encode(), name="a.html", declared="windows-1251").text == "für"


@pytest.mark.parametrize(
    "label", ["rot13", "zip", "hex", "unicode_escape", "idna", "punycode", "x"]
)
def test_codecs_that_are_no_encodings_of_text_are_unknown(label: str) -> None:
    assert known_encoding(label) is None


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(128, 256)) * 3,
        b"abc \xff\xfe\xfd abc",
        "слово ".encode("koi8_r") + bytes(range(128, 160)),
        "хорошо".encode() * 2 + b"\xff" * 9,
    ],
)
def test_without_evidence_it_is_refused(data: bytes) -> None:
    with pytest.raises(ReportError, match="UTF-8") as caught:
        decoded(data, name="a.txt")
    assert caught.value.code == "encoding"


def test_one_broken_place_in_a_long_text_is_said_and_costs_nothing_else() -> None:
    words = "где они сейчас "
    found = decoded((words * 20).encode() + b"\xd0" + (words * 20).encode(), name="a.txt")
    assert found.text.count("\ufffd") == 1
    assert found.text.replace("\ufffd", "") == words * 40
    assert found.warnings == ("One place is damaged (utf-8) and stands as “\ufffd”.",)


def test_a_utf_16_text_cut_in_a_character_is_said() -> None:
    found = decoded("слово ".encode("utf-16") * 1 + b"\x04", name="a.txt")
    assert found.text == "слово \ufffd"
    assert found.warnings


def test_wide_encoding_does_not_take_binary_for_text() -> None:
    assert wide_encoding(bytes(1000)) is None
    assert wide_encoding(b"plain words, all of them ASCII") is None
    assert wide_encoding(b"\0a\0b") is None
