"""`habeas compare` as its users call it."""

import json
import subprocess
import sys
from pathlib import Path


def habeas(*words: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "habeas", "compare", *words]
    return subprocess.run(line, capture_output=True, text=True, encoding="utf-8", check=False)


def test_json_has_the_shape_of_the_contract() -> None:
    done = habeas("Svetlana Zichanouskaja", "Светлана Тихановская", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert found["verdict"] in ("same", "unsure") and found["likeness"] > 0.9
    assert all({"words", "weight"} <= reason.keys() for reason in found["reasons"])


def test_words_show_the_sum() -> None:
    done = habeas("Viktar Babaryka", "Эдуард Бабарико")
    lines = done.stdout.splitlines()
    assert lines[0].startswith("different")
    weights = [float(line[:7]) for line in lines[1:]]
    assert abs(sum(weights[:-1]) - weights[-1]) < 0.05


def test_a_file_of_pairs_gives_one_likeness_a_line(tmp_path: Path) -> None:
    file = tmp_path / "pairs.tsv"
    file.write_text(
        "Maria Kolesnikova\tМарыя Калеснікава\n\nno tab\nunknown\tN. N.\nA\tB\tC\na\u2028b\tc",
        "utf-8",
    )
    done = habeas("--pairs", str(file))
    assert done.returncode == 0
    values = [float(line) for line in done.stdout.splitlines()]
    assert len(values) == 6 and values[0] > 0.9 and values[1:5] == [0.0, 0.0, 0.0, 0.0]
    assert "3 lines have no two names" in done.stderr and "line 2" in done.stderr


def test_wrong_use_is_a_sentence(tmp_path: Path) -> None:
    latin = tmp_path / "latin.tsv"
    latin.write_bytes("Łukasz\tŁ\n".encode("iso8859-2"))
    none = ("--pairs", str(tmp_path / "none.tsv"))
    for words, code in (((), 2), (("one",), 2), (("a", "b", "c"), 2), (none, 3)):
        done = habeas(*words)
        assert (done.returncode, done.stdout) == (code, "") and len(done.stderr.splitlines()) == 1
    assert "UTF-8" in habeas("--pairs", str(latin)).stderr
