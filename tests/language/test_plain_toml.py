"""Plain TOML, against the reader of the standard library."""

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.language.pack import codes
from habeas.language.plain_toml import plain_toml

DATA = files("habeas.language") / "data"

STATEMENTS = (
    *("[a]", "[[a]]", "[a.b]", "[a.c]", "[b]", "[a.]", "[ a ]", "[[a.b]]", "# a remark", "", "  "),
    *(
        'a = "x"',
        "a = 1",
        "a = 007",
        "a = -1",
        "b = true",
        "b=[]",
        'b = ["x", "y"] # two',
        "b = 1.5",
    ),
    *(
        'b = [\n  ["x"], # one\n]',
        'b = [\n ["x", "a, ]"],\n ["]"],\n]',
        'b = [["x", 1]]',
        "b = [[]]",
    ),
    *(
        'c = """\nx\n y"z\n"""',
        'c = """x""" ',
        'c = """x"""" ',
        "c = 'x'",
        'c = "x" "y"',
        'c = """',
    ),
    *(
        '"d e" = "x"',
        '"" = "x"',
        'c = "\\u0041"',
        'c = "\x07"',
        'c = "\t"',
        'c.d = "x"',
        "c = {}",
        "x",
    ),
)


def by_the_library(data: bytes) -> object:
    """What the standard library reads, None where it finds a fault."""
    try:
        return tomllib.loads(data.decode())
    except tomllib.TOMLDecodeError:
        return None


@pytest.mark.parametrize("code", codes())
def test_packs_are_plain_and_read_as_the_library_reads_them(code: str) -> None:
    for path in (DATA / code).iterdir():
        data = path.read_bytes()
        assert plain_toml(data) == tomllib.loads(data.decode()), path.name
        assert plain_toml(data.replace(b"\n", b"\r\n")) == plain_toml(data), path.name


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(STATEMENTS), max_size=6).map("\n".join), st.booleans())
def test_what_is_plain_is_what_the_library_reads(text: str, closed: bool) -> None:
    data = (text + "\n" * closed).encode()
    found = plain_toml(data)
    assert found is None or found == by_the_library(data)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_torn_pack_is_read_as_the_library_reads_it(drawn: st.DataObject) -> None:
    data = (DATA / "en" / "numerals.toml").read_bytes()
    begin, end = sorted(drawn.draw(st.tuples(*[st.integers(0, len(data))] * 2)))
    torn = data[:begin] + data[end:]
    found = plain_toml(torn)
    assert found is None or found == by_the_library(torn)


@pytest.mark.parametrize(
    "text", ("a = 1\n", '[a]\nb = ["x",]\n[[c]]\nd = """\nx\n"""\n# end', "", "\n# nothing\n")
)
def test_plain_files_are_taken(text: str) -> None:
    assert plain_toml(text.encode()) == tomllib.loads(text)
