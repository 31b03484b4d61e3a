"""`habeas read`, as it is typed: the contract's shape, the listing, files at fault among others."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from habeas.cli.program import program
from habeas.errors import MistakeError
from tests.reading.formats import made

RELEASE = (
    "Am Samstag wurden in Belarus 123 politische Gefangene freigelassen, "
    "darunter Maria Kolesnikowa.\n"
)
CLAIM_KEYS = {
    *("kind", "persons", "count", "when", "place", "destination", "actor", "terms", "penalty"),
    *("population", "source", "modality", "tier", "quote"),
}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(RELEASE, encoding="utf-8")
    return tmp_path


def run(*words: str, typed: bytes = b"") -> Result:
    return CliRunner().invoke(program, ["read", *words], input=typed)


def test_json_has_the_shape_of_the_contract(place: Path) -> None:
    result = run("a.txt", "--published", "2025-12-16", "--json")
    assert result.exit_code == 0
    [line] = result.stdout.splitlines()
    found = json.loads(line)
    assert set(found) == {"report", "claims"}
    assert {"sha256", "lang", "published", "published_basis"} <= set(found["report"])
    assert found["report"]["lang"] == "de"
    assert found["report"]["published"] == "2025-12-16"
    assert found["report"]["published_basis"] == "stated"
    assert len(found["report"]["sha256"]) == 64
    assert found["claims"]
    for claim in found["claims"]:
        assert set(claim) >= CLAIM_KEYS
        quote = claim["quote"]
        assert RELEASE[quote["start"] : quote["stop"]] == quote["text"]
        assert claim["tier"] in {"likely", "check"}
        assert claim["count"] is None or set(claim["count"]) >= {
            "low",
            "high",
            "value",
            "qualifier",
        }
        assert claim["when"] is None or set(claim["when"]) >= {"earliest", "latest", "text"}
    released = next(claim for claim in found["claims"] if claim["count"])
    assert released["kind"] == "released"
    assert (released["count"]["low"], released["count"]["high"]) == (123, 123)
    assert released["when"]["earliest"] == released["when"]["latest"] == "2025-12-13"


def test_one_line_of_json_per_report(place: Path) -> None:
    result = run("a.txt", "a.txt", "-", "--lang", "de", "--json", typed=RELEASE.encode())
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["report"]["name"] for line in lines] == ["a.txt", "a.txt", "standard input"]
    assert lines[0]["report"]["sha256"] == lines[2]["report"]["sha256"]


@pytest.mark.parametrize(
    ("day", "edtf"), [("2025-12-16", "2025-12-16"), ("2025-12", "2025-12"), ("2025", "2025")]
)
def test_published_is_a_day_a_month_or_a_year(place: Path, day: str, edtf: str) -> None:
    found = json.loads(run("a.txt", "--published", day, "--json").stdout)
    assert found["report"]["published"] == edtf


@pytest.mark.parametrize(
    "words",
    [
        ("--published", "2025-02-30"),
        ("--published", "yesterday"),
        ("--published", "16.12.2025"),
        ("--lang", "german"),
        ("--lang", "xx"),
        ("--lang", "\x1b["),
    ],
)
def test_what_cannot_be_is_wrong_use(place: Path, words: tuple[str, ...]) -> None:
    result = run("a.txt", *words)
    assert isinstance(result.exception, MistakeError)
    assert result.exception.exit_code == 2
    assert result.exception.sentence.endswith(".")
    assert "\x1b" not in result.exception.sentence


def test_the_listing_says_what_who_when_and_where_it_stands(place: Path) -> None:
    result = run("a.txt", "--published", "2025-12-16")
    assert result.exit_code == 0
    told = result.stdout
    assert "a.txt · de · published 2025-12-16 (stated)" in told
    assert "\nreleased\n" in told
    assert "123 politische Gefangene" in told
    assert "2025-12-13 (“Am Samstag”, " in told
    assert "“Am Samstag wurden in Belarus 123 politische Gefangene freigelassen" in told
    assert "Reports read: 1. Claims: " in told
    assert all(len(line) <= 80 for line in told.splitlines())


def bad_files(place: Path) -> dict[str, str]:
    """Files at fault, with the words their sentences must have."""
    (place / "folder").mkdir()
    (place / "empty.txt").touch()
    (place / "blank.txt").write_text(" \n\t\n")
    (place / "binary.txt").write_bytes(bytes(500))
    (place / "letter.pdf").write_bytes(b"%PDF-1.7 words")
    (place / "wrong.txt").write_bytes(bytes(range(128, 256)) * 3)
    (place / "app.html").write_text("<html><body><script>a()</script></body></html>")
    with (place / "large.txt").open("wb") as file:
        file.truncate(1 << 30)
    (place / "told.txt").write_text(RELEASE, encoding="utf-8")
    (place / "told.txt.meta.toml").write_text('published = "2025-02-30"')
    os.mkfifo(place / "pipe")
    (place / "loop").symlink_to(place / "loop")
    return {
        "folder": "holds no files to read",
        "none.txt": "does not exist",
        "empty.txt": "is empty",
        "blank.txt": "only blanks",
        "binary.txt": "binary data",
        "letter.pdf": "is a damaged PDF",
        "wrong.txt": "encoding",
        "app.html": "only scripts",
        "large.txt": "1,024 MiB",
        "told.txt": "told.txt.meta.toml, key “published”",
        "pipe": "a pipe or a device",
        "loop": "leads back to itself",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes and loops of files")
def test_files_at_fault_are_told_one_by_one_and_the_others_read(place: Path) -> None:
    bad = bad_files(place)
    names = ["a.txt", *bad, "a.txt"]
    result = run(*names, "--json", "--lang", "de")
    assert result.exit_code == 3
    assert len(result.stdout.splitlines()) == 2
    told = result.stderr.splitlines()
    assert len(told) == len(bad)
    for line, (name, words) in zip(told, bad.items(), strict=True):
        assert words in line
        assert name in line


def test_the_program_ends_with_the_exit_code_of_a_report_at_fault(place: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "habeas", "read", "none.txt", "a.txt", "--json"],
        capture_output=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    assert done.returncode == 3
    assert json.loads(done.stdout)["report"]["name"] == "a.txt"
    assert done.stderr.decode().count("\n") == 1


def test_a_sidecar_among_the_files_is_passed_over(place: Path) -> None:
    (place / "a.txt.meta.toml").write_text('publisher = "Viasna"\nodd = 1')
    result = run("a.txt", "a.txt.meta.toml", "--json")
    assert result.exit_code == 0
    [line] = result.stdout.splitlines()
    report = json.loads(line)["report"]
    assert report["publisher"] == "Viasna"
    assert any("'odd'" in warning for warning in report["warnings"])
    assert "passed over" in result.stderr


def test_no_escape_sequence_reaches_the_terminal(place: Path) -> None:
    name = "a\x1b]0;x\x07.txt"
    (place / name).write_text(
        f"Am Samstag\x1b[2J wurden 12 Gefangene\x1b[31m\u202e freigelassen. {RELEASE}", "utf-8"
    )
    (place / f"{name}.meta.toml").write_text('"k\\u009b\\u202e" = 1\n', encoding="utf-8")
    for words in ((name,), (name, "--json"), (f"none{name}",), (f"none{name}", "--json")):
        result = run(*words, "--published", "2025-12-16")
        for told in (result.stdout, result.stderr):
            assert "\x1b" not in told
            assert "\x07" not in told
            assert "\u202e" not in told
            assert "\x9b" not in told
    assert r"a\x1b]0;x\x07.txt" in run(name).stdout


def test_without_files_it_is_wrong_use() -> None:
    assert run().exit_code == 2


def test_reading_a_text_loads_nothing_heavy(place: Path) -> None:
    program_text = (
        "import sys; from habeas.cli.program import program\n"
        "program.main(['read', 'a.txt', '--lang', 'de'], standalone_mode=False)\n"
        "heavy = {'lxml', 'trafilatura', 'htmldate', 'dateparser', 'numpy', 'sqlalchemy',\n"
        "         'sqlcipher3', 'urllib3', 'ssl', 'cryptography', 'babel'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program_text],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_file_of_several_reports_gives_a_line_for_each(place: Path) -> None:
    posts = [made.message(1), made.message(2, "Ales Bialiatski was released on Friday.")]
    (place / "a.json").write_bytes(made.telegram(posts))
    result = run("a.json", "--published", "2025-12-20", "--json")
    assert result.exit_code == 0
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["report"]["name"] for line in lines] == ["a.json: post 1", "a.json: post 2"]
    assert {line["report"]["published"] for line in lines} == {"2025-12-13"}
    assert {line["report"]["published_basis"] for line in lines} == {"visible"}
    assert len({line["report"]["sha256"] for line in lines}) == 2
    assert all(line["claims"] for line in lines)
    assert "Reports read: 2." in run("a.json").stdout


def test_a_claim_of_a_pdf_names_its_page(place: Path) -> None:
    (place / "a.pdf").write_bytes(made.pdf([["Nothing here."], [made.PARAGRAPH]]))
    assert "\n      page 2\n" in run("a.pdf", "--published", "2025-12-20").stdout
    result = run("a.pdf", "--published", "2025-12-20", "--json")
    claims = json.loads(result.stdout)["claims"]
    assert claims
    assert {claim["page"] for claim in claims} == {2}


def test_a_list_is_read_with_the_mapping_beside_it(place: Path) -> None:
    (place / "a.csv").write_text("who\nMaria Kalesnikava\n", "utf-8")
    mapping = 'name = "x"\n[columns]\na = ["who"]\n[[claim]]\nkind = "held"\npersons = "a"\n'
    for name in ("source.toml", "a.source.toml"):
        (place / name).write_text(mapping, "utf-8")
        [claim] = json.loads(run("a.csv", "--json").stdout)["claims"]
        assert (claim["kind"], claim["persons"]) == ("held", ["Maria Kalesnikava"])
    assert "passed over" in run("a.source.toml", "source.toml").stderr
    (place / "a.source.toml").write_text("nothing = 1", "utf-8")
    assert run("a.csv").exit_code == 3


def test_a_page_of_an_archive_that_cannot_be_read_is_told_and_the_others_are_read(
    place: Path,
) -> None:
    empty = made.record("https://example.org/empty", b"<html><script>x</script></html>")
    page = made.record("https://example.org/page", made.page())
    (place / "a.warc").write_bytes(made.warc(empty, page))
    result = run("a.warc", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["report"]["address"] == "https://example.org/page"
    assert "https://example.org/empty” is a page without words" in result.stderr


def test_a_day_that_is_still_to_come_is_told() -> None:
    report = Path(__file__).parents[2] / "examples" / "belarus" / "ru-2025-12-15-granitsa.txt"
    for day, told in (("9000", True), ("2025-12-16", False)):
        result = CliRunner().invoke(program, ["read", str(report), "--published", day])
        assert result.exit_code == 0
        assert ("still to come" in result.stderr) is told
