"""Readers of a protected case, as they are named, found by and taken away; and what is erased."""

from pathlib import Path
from typing import cast

import pytest
from click.testing import CliRunner

from habeas.cli.program import program
from habeas.errors import HabeasError
from tests.cli.protecting import (
    ANN,
    NAME,
    TO_ANN,
    TO_BOB,
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
