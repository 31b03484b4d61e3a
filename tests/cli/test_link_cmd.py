"""`habeas link` as its users call it."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path


def habeas(*words: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "habeas", "link", *words]
    return subprocess.run(line, capture_output=True, text=True, encoding="utf-8", check=False)


def test_table_and_json_say_the_same(tmp_path: Path) -> None:
    one, two = tmp_path / "a.csv", tmp_path / "b.csv"
    one.write_text("name,born\nВіктар Бабарыка,1963\n", "utf-8")
    two.write_text("wer,born\nBabariko Viktor,1963\nBabariko Eduard,1990\n", "utf-8")
    assert habeas(str(one), str(one)).stdout.count("\n") == 1
    assert habeas(str(one), str(two), "--column", "name=wer").returncode == 2
    two.write_text(two.read_text("utf-8").replace("wer", "name"), "utf-8")
    done = habeas(str(one), str(two))
    (row,) = csv.DictReader(io.StringIO(done.stdout))
    (found,) = (
        json.loads(line) for line in habeas(str(one), str(two), "--json").stdout.splitlines()
    )
    assert {key: str(value) for key, value in found.items()} == row
    assert (row["left_line"], row["right_line"]) == ("2", "2")
    assert set(row["left_keys"].split()) & set(row["right_keys"].split())


def test_nothing_is_printed_where_a_list_is_not_there(tmp_path: Path) -> None:
    one = tmp_path / "a.csv"
    one.write_text("name\nВіктар Бабарыка\n", "utf-8")
    done = habeas(str(one), str(tmp_path / "none.csv"))
    assert (done.returncode, done.stdout) == (3, "")
    assert "none.csv does not exist; check its name and folder." in done.stderr


def test_a_wrong_column_is_a_sentence(tmp_path: Path) -> None:
    done = habeas(str(tmp_path), str(tmp_path), "--column", "colour=x")
    assert done.returncode == 2 and done.stdout == ""


def test_a_formula_in_a_list_is_none_in_the_table(tmp_path: Path) -> None:
    one, two = tmp_path / "a.csv", tmp_path / "b.csv"
    one.write_text("name\n=Ales Bialiatski\n", "utf-8")
    two.write_text("name\nAles Bialiatski\n", "utf-8")
    (row,) = csv.DictReader(io.StringIO(habeas(str(one), str(two)).stdout))
    assert (row["left_name"], row["right_name"]) == ("'=Ales Bialiatski", "Ales Bialiatski")
    found = json.loads(habeas(str(one), str(two), "--json").stdout)
    assert found["left_name"] == "=Ales Bialiatski"
