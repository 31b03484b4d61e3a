"""`protect`, as it is typed: sealed from a prompt or standard input, opened for its readers alone.

A little over 300 lines: all of it types the same few commands on one sealed register.
"""

import json
from pathlib import Path
from typing import cast

import pytest
from click.testing import CliRunner, Result

from habeas.cli.program import program
from habeas.errors import HabeasError
from habeas.protecting import age
from habeas.terms.protected import MOST_WORDS
from tests.cli.registers import place, run, started

NAME = "Alena Kanarejkina"
ANN, TO_ANN = age.new_identity()
BOB, TO_BOB = age.new_identity()


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = started(place(tmp_path, monkeypatch))
    for name, identity in (("ann.age", ANN), ("bob.age", BOB)):
        (tmp_path / name).write_text(f"# a key\n{identity}\n", encoding="utf-8")
    return made


def protect(*words: str, typed: str | bytes = "") -> Result:
    return CliRunner().invoke(program, ["-r", "a", "protect", *words], input=typed)


def told(result: Result) -> dict[str, object]:
    assert result.exception is None, result.exception
    return cast(dict[str, object], json.loads(result.stdout))


def code_of(result: Result) -> str:
    assert isinstance(result.exception, HabeasError), result.exception
    assert "Kanarejk" not in result.output + result.exception.sentence
    return result.exception.code


def seal(words: str = NAME, *more: str, cover: str = "Linden") -> str:
    """A new case with Ann as its reader; its id."""
    whom = ("--cover", cover, "--reader", f"Ann={TO_ANN}", "--as", "Ann", "--json")
    return str(told(protect("seal", *whom, *more, typed=f"{words}\n"))["case"])


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


def test_a_reader_is_added_and_removed(register: Path) -> None:
    case = seal()
    add = ("readers", "add", case, f"Bob={TO_BOB}", "--as", "Ann")
    assert code_of(protect(*add, "--identity", "bob.age")) == "case-not-for-us"
    assert "1 sealed field of" in protect(*add, "--identity", "ann.age").stdout
    assert NAME in protect("show", case, "--identity", "bob.age", "--private").stdout
    listed = protect("readers", "list", case)
    assert listed.stdout == f"Ann  {TO_ANN}\nBob  {TO_BOB}\n"
    assert cast(list[object], told(protect("readers", "list", case, "--json"))["readers"])

    removed = protect("readers", "remove", case, "Bob", "--as", "Ann")
    assert "1 key given before is deleted" in " ".join(removed.stdout.split())
    assert "can have copied" in " ".join(removed.stdout.split())
    protect("seal", case, "--field", "note", "--as", "Ann", typed="later")
    assert code_of(protect("show", case, "--identity", "bob.age", "--private")) == "case-not-for-us"
    assert "later" in protect("show", case, "--identity", "ann.age", "--private").stdout
    remove = ("readers", "remove", case)
    assert code_of(protect(*remove, "Ann", "--as", "Ann")) == "reader-last"
    assert code_of(protect(*remove, "Bob", "--as", "Ann")) == "reader-unknown"
    assert run("-r", "a", "verify").exit_code == 0


def test_one_who_holds_the_key_finds_a_case_by_a_name(register: Path) -> None:
    case = seal("Alena Kanarejkina\nАлена Канарейкина")
    seal("Somebody Else", cover="Maple")
    protect("seal", "--cover", "Birch", "--reader", f"Bob={TO_BOB}", "--as", "Bob", typed=NAME)
    asked = ("find", "--identity", "ann.age", "--private")
    for typed in ("Kanarejkina", "Олена Канарейкіна", "Aliena Kanareykina"):
        found = told(protect(*asked, "--json", typed=typed))
        cases = cast(list[dict[str, object]], found["cases"])
        assert [one["case"] for one in cases] == [case], typed
        assert (found["opened"], found["closed"], found["changed"]) == (2, 1, 0)
    assert "has these letters" in protect(*asked, typed="kanarej").stdout
    nobody = protect(*asked, typed="Viktar Babaryka")
    assert "No case" in nobody.stdout and "1 other stays closed" in nobody.stdout
    assert code_of(protect(*asked, typed="?!")) == "name-empty"
    assert "kanarej" not in run("-r", "a", "find", "Kanarejkina").stdout.replace("Kanarejkina", "")


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


def test_a_case_is_erased(register: Path) -> None:
    case = seal()
    erase = ("erase", case, "--reason", "wish", "--as", "Ann")
    dry = protect(*erase, "--dry-run")
    assert "4 entries will be gone" in dry.stdout and "Nothing was changed" in dry.stdout
    assert code_of(protect(*erase)) == "redaction-unconfirmed"
    assert "4 bodies are gone" in protect(*erase, "--yes").stdout
    assert code_of(protect("show", case, "--identity", "ann.age", "--private")) == "case-unknown"
    assert protect("list").stdout == "There is no protected case.\n"
    assert run("-r", "a", "verify").exit_code == 0


def test_an_identity_is_made_here_and_locked(
    register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "idwords").write_text("six other words nobody will guess\n", encoding="utf-8")
    monkeypatch.setenv("HABEAS_IDENTITY_PASSPHRASE_FILE", str(tmp_path / "idwords"))
    made = protect("identity", "cyd.age")
    recipient = made.stdout.strip()
    assert recipient.startswith("age1") and b"AGE-SECRET" not in Path("cyd.age").read_bytes()
    assert Path("cyd.age").stat().st_mode & 0o077 == 0
    whom = ("--cover", "Oak", "--reader", f"Cyd={recipient}", "--as", "Cyd", "--json")
    case = str(told(protect("seal", *whom, typed=NAME))["case"])
    show = ("show", case, "--identity", "cyd.age", "--private")
    assert NAME in protect(*show).stdout
    assert code_of(protect("identity", "cyd.age")) == "identity-not-written"
    (tmp_path / "idwords").write_text("wrong\n", encoding="utf-8")
    assert code_of(protect(*show)) == "identity-locked"
    monkeypatch.delenv("HABEAS_IDENTITY_PASSPHRASE_FILE")
    for nobody in (protect(*show), protect("identity", "new.age")):
        assert code_of(nobody) == "passphrase-missing"
        assert "HABEAS_IDENTITY_PASSPHRASE_FILE" in str(nobody.exception)
    assert code_of(protect("show", case, "--identity", "words", "--private")) == "identity-unfit"


def test_two_laptops_keep_what_both_sealed(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = seal()
    run("-r", "a", "backup", "b")
    protect("seal", case, "--field", "note", "--as", "Ann", typed="seen at home")
    run("-r", "a", "bundle", "from-a")
    assert b"Kanarejk" not in Path("from-a").read_bytes()
    monkeypatch.setenv("HABEAS_HEADS", "heads-of-b")
    other = ["-r", "b", "protect", "seal", case, "--field", "note", "--as", "Bob"]
    CliRunner().invoke(program, other, input="seen abroad")
    run("-r", "b", "merge", "from-a")
    shown = CliRunner().invoke(
        program,
        ["-r", "b", "protect", "show", case, "--identity", "ann.age", "--private", "--json"],
    )
    fields = cast(list[dict[str, object]], told(shown)["fields"])
    notes = [(one["version"], one["words"]) for one in fields if one["field"] == "note"]
    assert sorted(notes) == [(1, "seen abroad"), (1, "seen at home")]
    assert run("-r", "b", "verify").exit_code == 0


def test_an_export_holds_nothing_of_it(register: Path) -> None:
    case = seal()
    run("-r", "a", "export", "out", "--private", "--with-notes")
    for file in Path("out").iterdir():
        data = file.read_bytes()
        assert b"Kanarejk" not in data and case.encode() not in data


@pytest.mark.parametrize(
    "words",
    [
        ("slots", "add", "recipient", ANN),
        ("protect", "seal", "--cover", "Linden", "--reader", f"Ann={ANN}", "--as", "Ann"),
        ("bundle", "out", "--to", ANN),
        ("verify", "--keyfile", ANN),
        ("merge", "words", "--identity", ANN.lower()),
        ("protect", "find", "--private", "--identity", f"./{ANN}"),
    ],
)
def test_a_secret_typed_in_a_wrong_place_is_not_repeated(
    register: Path, words: tuple[str, ...]
) -> None:
    result = run("-r", "a", *words, typed="Somebody\n")
    assert isinstance(result.exception, HabeasError), result.exception
    assert result.exception.code in ("recipient-unfit", "keyfile-unfit")
    told = (result.output + result.exception.sentence).upper()
    assert ANN.upper()[:24] not in told and "HISTORY" in told
