from hypothesis import given
from hypothesis import strategies as st

from habeas.cli.quoting import one_line

LONG = "Am Samstag ließ Belarus nach langen Verhandlungen insgesamt 123 Gefangene frei, hieß es."


def test_a_short_quote_stays_whole_on_one_line() -> None:
    assert one_line("123 Gefangene\n  frei", 40) == "“123 Gefangene frei”"


def test_a_long_quote_is_cut_at_words_around_what_matters() -> None:
    assert one_line(LONG, 40, around="123") == "“…insgesamt 123 Gefangene frei,…”"
    assert one_line(LONG, 40) == "“Am Samstag ließ Belarus nach langen…”"
    assert one_line(LONG, 40, around="hieß es") == "“…123 Gefangene frei, hieß es.”"


def test_what_is_not_there_leaves_the_beginning() -> None:
    assert one_line(LONG, 40, around="1.110") == one_line(LONG, 40)


@given(st.text(st.characters(categories=("L", "N", "Zs")), max_size=200), st.integers(12, 100))
def test_a_line_is_never_wider_and_never_says_what_the_quote_does_not(
    text: str, width: int
) -> None:
    line = one_line(text, width, around=text[50:55].strip())
    assert len(line) <= width
    assert line.strip("“”").strip("…") in " ".join(text.split())
