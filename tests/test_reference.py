"""The reference pages say what the program says."""

from habeas.cli.verbs import VERBS
from tests.reference import COMMANDS, ERRORS, commands_page, error_codes, error_sections

MEND = "run `python -m tests.reference`"


def test_commands_md_is_what_the_commands_say() -> None:
    assert COMMANDS.read_text("utf-8") == commands_page(), MEND


def test_every_verb_has_a_section() -> None:
    page = COMMANDS.read_text("utf-8")
    assert [verb for verb in VERBS if f"## habeas {verb}\n" not in page] == []


def test_every_error_code_has_a_section_and_no_section_is_left_over() -> None:
    sections = error_sections(ERRORS.read_text("utf-8"))
    assert set(error_codes()) - set(sections) == set(), MEND
    assert set(sections) - set(error_codes()) == set(), "no code in src is called this"


def test_every_section_says_what_to_do() -> None:
    sections = error_sections(ERRORS.read_text("utf-8"))
    thin = [code for code, words in sections.items() if len(words) < 60 or "WHAT" in words]
    assert thin == []


def test_codes_are_found_in_errors_and_issues() -> None:
    codes = error_codes()
    assert codes["quote-too-long"] == {"MistakeError"}
    assert codes["entry-unreadable"] == {"IntegrityError"}
    assert all(code == code.lower() and " " not in code for code in codes)
