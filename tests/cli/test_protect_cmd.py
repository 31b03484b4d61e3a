"""`protect`, as it is typed: sealed from a prompt or standard input, shown to its readers alone."""

import json
from pathlib import Path
from typing import cast

import pytest

from habeas.errors import HabeasError
from habeas.terms.protected import MOST_WORDS
from tests.cli.protecting import (
    NAME,
    TO_ANN,
    code_of,
    protect,
    seal,
    sealed_register,
    told,
)
from tests.cli.registers import run


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return sealed_register(tmp_path, monkeypatch)


def test_a_case_that_no_claim_names_is_found_by_its_cover(register: Path) -> None:
    case, other = seal(), seal("Ihar Jalouski", cover="Larch")
    for asked in (["linden"], ["Lind"], [case], ["Linden", case]):
        found = run("-r", "a", "find", *asked)
        words = " ".join(found.stdout.split())
        assert f"Linden {case}: a protected case; who it is stays sealed." in words
        assert f"habeas protect show {case}" in words and "No claim in this register" in words
        assert "Kanarejk" not in found.output and other not in found.output
    plain = told(run("-r", "a", "find", "L", "--json"))
    assert plain["cases"] == [
        {"case": case, "cover": "Linden", "code_name": f"Linden {case}"},
        {"case": other, "cover": "Larch", "code_name": f"Larch {other}"},
    ]
    for asked in (["Maria", "L"], ["inden"], ["Kanarejkina"]):
        assert told(run("-r", "a", "find", *asked, "--json"))["cases"] == []


def test_a_name_is_sealed_and_shown_to_its_reader(register: Path) -> None:
    case = seal()
    closed = protect("show", case)
    assert f"Linden {case}" in closed.stdout and "closed" in closed.stdout
    assert "Kanarejk" not in closed.output
    opened = protect("show", case, "--identity", "ann.age", "--private")
    assert NAME in opened.stdout
    fields = told(protect("show", case, "--identity", "ann.age", "--private", "--json"))["fields"]
    (field,) = cast(list[dict[str, object]], fields)
    assert (field["words"], field["state"], field["version"]) == (NAME, "open", 1)
    assert code_of(protect("show", case, "--identity", "bob.age", "--private")) == "case-not-for-us"


def test_what_is_opened_goes_to_a_terminal_unless_it_stays_private(register: Path) -> None:
    case = seal()
    for words in (("show", case), ("find",)):
        refused = protect(*words, "--identity", "ann.age", typed=NAME)
        assert code_of(refused) == "sealed-not-private"
        assert isinstance(refused.exception, HabeasError) and refused.exception.exit_code == 6


def test_more_fields_and_versions_need_no_identity(register: Path) -> None:
    case = seal()
    for words, field in (("12 Example Street", "address"), ("Alena Vieranika", "name")):
        protect("seal", case, "--field", field, "--as", "Bob", typed=words)
    shown = told(protect("show", case, "--identity", "ann.age", "--private", "--json"))
    fields = cast(list[dict[str, object]], shown["fields"])
    assert [(one["field"], one["version"], one["latest"], one["words"]) for one in fields] == [
        ("name", 1, False, NAME),
        ("address", 1, True, "12 Example Street"),
        ("name", 2, True, "Alena Vieranika"),
    ]


def test_a_name_on_the_command_line_is_refused_and_not_repeated(register: Path) -> None:
    for words in ((NAME,), ("Alena", "Kanarejkina"), ("Kanarejkina",)):
        assert code_of(protect("seal", *words, "--as", "Ann")) == "case-unfit"
    for verb in ("show", "erase"):
        reason = ("--reason", "wish", "--as", "Ann") if verb == "erase" else ()
        assert code_of(protect(verb, "Kanarejkina", *reason)) == "case-unfit"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "sealed-empty"),
        ("  \n", "sealed-empty"),
        ("Kanarejkina\0", "text-with-nul"),
        ("Kanarejkina \u202e gnihtemos", "text-with-bidi"),
        (b"Kanarejkina \xff", "note-encoding"),
        ("Kanarejkina " * (10_000_000 // 12), "sealed-too-long"),
        ("ы" * (MOST_WORDS // 2) + "ы", "sealed-too-long"),
    ],
    ids=["empty", "blank", "nul", "bidi", "bytes", "ten-megabytes", "one-too-many"],
)
def test_words_that_cannot_be_sealed_are_refused(
    register: Path, typed: str | bytes, code: str
) -> None:
    whom = ("--cover", "Linden", "--reader", f"Ann={TO_ANN}", "--as", "Ann")
    assert code_of(protect("seal", *whom, "--field", "note", typed=typed)) == code
    assert told(protect("list", "--json")) == {"cases": []}


def test_a_case_needs_a_cover_and_a_reader_of_its_own(register: Path) -> None:
    case = seal()
    ann = ("--reader", f"Ann={TO_ANN}", "--as", "Ann")
    refused = {
        code_of(protect("seal", *ann, typed=NAME)): "cover-missing",
        code_of(protect("seal", "--cover", "Maple", "--as", "Ann", typed=NAME)): "readers-missing",
        code_of(protect("seal", "--cover", "LINDEN", *ann, typed=NAME)): "cover-taken",
        code_of(protect("seal", "--cover", "Two words", *ann, typed=NAME)): "cover-unfit",
        code_of(protect("seal", "--cover", "Kanarka", *ann, typed=NAME)): "cover-tells",
        code_of(protect("seal", case, *ann, typed=NAME)): "case-there",
        code_of(protect("seal", "p-9", "--as", "Ann", typed=NAME)): "case-unknown",
        code_of(
            protect("seal", "--cover", "Maple", "--reader", "Cyd", "--as", "Ann", typed=NAME)
        ): "reader-unknown",
        code_of(
            protect("seal", "--cover", "Oak", "--reader", "Cyd=age1x", "--as", "Ann", typed=NAME)
        ): "recipient-unfit",
    }
    assert all(found == expected for found, expected in refused.items())
    known = ("--cover", "Maple", "--reader", "ann", "--as", "Ann", "--json")
    sealed = told(protect("seal", *known, typed="Somebody Else"))
    assert sealed["readers"] == [{"name": "Ann", "recipient": TO_ANN}]


def test_it_is_told_where_the_words_stand_in_the_clear(register: Path) -> None:
    note = f"{NAME} was released on 3 May 2024."
    added = run("-r", "a", "add", "--note", note, "--as", "Ann", "--json")
    report = json.loads(added.stdout)["report"]["id"]
    alike = "Olena Kanareikina was detained in May 2024."
    run("-r", "a", "add", "--note", alike, "--as", "Ann", "--lang", "en")
    whom = ("--cover", "Linden", "--reader", f"Ann={TO_ANN}", "--as", "Ann")
    sealed = protect("seal", *whom, typed=NAME)
    assert report in sealed.stderr and "named in c-" in sealed.stderr
    assert "a name like it in c-" in " ".join(sealed.stderr.split())
    assert "redacting the report deletes 2 entries" in " ".join(sealed.stderr.split())
    assert "Kanarejk" not in sealed.output
    case = told(protect("list", "--json"))["cases"]
    name = str(cast(list[dict[str, object]], case)[0]["case"])
    noted = protect("seal", name, "--field", "note", "--as", "Ann", typed="on 3 May 2024\nnothing")
    assert report in noted.stderr
    quiet = protect("seal", name, "--field", "note", "--as", "Ann", typed="nowhere at all\nhm")
    assert quiet.stderr == ""


def test_a_claim_may_name_the_case(register: Path) -> None:
    case = seal()
    added = run("-r", "a", "add", "--note", "Linden is at home.", "--as", "Ann", "--json")
    report = json.loads(added.stdout)["report"]["id"]
    missed = ("--missed", report, "--words", "Linden is at home", "--kind", "released")
    run("-r", "a", "review", *missed, "--person", f"Linden {case}", "--as", "Ann")
    claims = told(protect("show", case, "--json"))["claims"]
    assert len(cast(list[str], claims)) == 1
    assert f"Linden {case}" in run("-r", "a", "find", "Linden").stdout
    assert code_of(run("-r", "a", "show", case)) == "id-protected"
