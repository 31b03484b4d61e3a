"""`habeas reconcile` as its users call it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SERIES = Path(__file__).parents[2] / "examples/belarus/totals.csv"


def habeas(*words: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "habeas", "reconcile", *words]
    return subprocess.run(line, capture_output=True, text=True, encoding="utf-8", check=False)


def test_json_has_the_shape_of_the_contract_and_nothing_else_on_stdout() -> None:
    done = habeas(str(SERIES), "--ask", "recognised_in:2025-09-18/2025-12-23", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert {"claims", "words"} <= found["conflicts"][0].keys()
    (bound,) = found["bounds"]
    assert (bound["what"], bound["low"], bound["high"]) == ("recognised_in", 208, 226)
    assert (bound["from"], bound["to"]) == ("2025-09-18", "2025-12-23")
    assert bound["because"] == ["b058", "b070", "b081"]
    for told in found["conflicts"]:
        assert set(told["claims"]) <= found["statements"].keys()


def test_set_aside_is_the_callers_choice() -> None:
    done = habeas(str(SERIES), "--set-aside", "b028,b043,b052,b080", "--json")
    assert json.loads(done.stdout)["set_aside"] == ["b028", "b043", "b052", "b080"]


def test_text_fits_eighty_columns_but_for_addresses() -> None:
    done = habeas(str(SERIES), "--ask", "stock_inside:2025-12-13")
    assert "968 (men) + 168 (women) = 1,136, not 1,135" in done.stdout
    assert all(len(line) <= 80 or "https://" in line for line in done.stdout.splitlines())


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("none.csv",), 3, "cannot be read"),
        ((str(SERIES), "--ask", "stock:2025"), 2, "MEASURE:FROM/TO"),
        ((str(SERIES), "--ask", "stock_inside:2025-02-30"), 2, "is not a day"),
        ((str(SERIES), "--definition", "nobody"), 2, "those there are"),
        ((str(SERIES), "--set-aside", "b999"), 2, "b999"),
        ((str(SERIES), "--assume", "luck<=3"), 2, "not an assumption"),
    ],
)
def test_a_mistake_gets_one_sentence(words: tuple[str, ...], code: int, sentence: str) -> None:
    done = habeas(*words)
    assert (done.returncode, done.stdout) == (code, "")
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "data",
    [b"", b"id,value\n1,2\n", b"\xff\xfe\x00", b'id,date_from,measure,value\n"a', b"\x00" * 99],
)
def test_a_table_that_is_none_gets_one_sentence(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes(data)
    done = habeas(str(tmp_path / "t.csv"))
    assert (done.returncode, done.stdout) == (3, "")
    assert "t.csv" in done.stderr and "Traceback" not in done.stderr


def test_plots_of_the_corridor_and_the_conflicts(tmp_path: Path) -> None:
    plot, cards = tmp_path / "corridor.svg", tmp_path / "cards.svg"
    done = habeas(str(SERIES), "--plot", str(plot), "--cards", str(cards), "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["set_aside"]
    assert "corridor.svg.csv" in done.stderr
    svg = plot.read_text("utf-8")
    assert "Definition: recognised by the Belarusian" in svg and "123 freed" in svg
    rows = (tmp_path / "corridor.svg.csv").read_text("utf-8").splitlines()
    bounds = [row for row in rows if row.startswith("bounds")]
    assert len(bounds) == 61
    assert "bounds,,2025-12-31,2025-12-31,1131,1131," in bounds
    assert "9 sets of numbers that cannot all be right" in cards.read_text("utf-8")


def test_a_plot_of_no_known_format_is_refused_before_anything_is_counted(tmp_path: Path) -> None:
    done = habeas(str(SERIES), "--plot", str(tmp_path / "corridor.pdf"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "FILE.svg or FILE.png" in done.stderr


def test_a_round_number_is_remarked_on() -> None:
    found = json.loads(habeas(str(SERIES), "--json").stdout)
    remarks = {tuple(one["claims"]): one["remark"] for one in found["conflicts"]}
    assert remarks["b041", "b043", "b045"] == (
        "3,500 (b041) is round; if it was rounded to hundreds, all of these can be right"
    )
    assert remarks["b025", "b028"] is None


def test_the_width_of_a_hedge_is_a_choice_that_is_printed() -> None:
    done = habeas(str(SERIES), "--hedge", "exact=25", "--json")
    found = json.loads(done.stdout)
    assert found["hedges"] == ["exact=25"]
    kinds = [one["kind"] for one in found["conflicts"]]
    assert kinds.count("balance") < 8
    assert "Chosen width of a hedge: about=5%" in habeas(str(SERIES), "--hedge", "about=5%").stdout
    for wrong in ("luck=5", "at least=5", "about", "about=x%"):
        done = habeas(str(SERIES), "--hedge", wrong)
        assert (done.returncode, done.stdout) == (2, "")
        assert "is not the width of a hedge" in done.stderr


def test_without_a_table_or_a_register_there_is_a_sentence() -> None:
    done = habeas()
    assert (done.returncode, done.stdout) == (2, "")
    assert "Which register?" in done.stderr


HEAD = "id,date_from,date_to,measure,value,hedge,definition\n"
GOOD = "a,2025-01-01,,stock_inside,10,exact,d\n"


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("x,,,stock_inside,10,exact,d\n", "it has no date_from"),
        ("x,2025-01-01,,stock_inside,-3,exact,d\n", "cannot be -3"),
        ("x,2025-01-01,,stock_inside,3,perhaps,d\n", "hedge “perhaps” is not one of"),
        ("x,2025-02-01,2025-01-01,stock_inside,3,exact,d\n", "ends before it begins"),
        ("x,2025-01-01,,heads,3,exact,d\n", "measure “heads” is not one of"),
        ("x,2025-01-01,,stock_inside,many,exact,d\n", "“many” is not a number"),
        ("x,2025-02-30,,stock_inside,3,exact,d\n", "is not a day"),
        ("a,2025-01-01,,stock_inside,3,exact,d\n", "stands twice"),
    ],
)
def test_a_bad_row_gets_a_sentence_and_the_rest_is_counted(
    row: str, sentence: str, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_text(HEAD + GOOD + row, "utf-8")
    done = habeas(str(tmp_path / "t.csv"), "--ask", "stock_inside:2025-01-01", "--json")
    assert done.returncode == 0
    found = json.loads(done.stdout)
    assert found["used"] == ["a"]
    assert sentence in found["issues"][0]["words"]
    assert (found["bounds"][0]["low"], found["bounds"][0]["high"]) == (10, 10)


def test_ten_thousand_identical_claims_are_one(tmp_path: Path) -> None:
    rows = [f"a{n},2025-01-01,,stock_inside,10,exact,d\n" for n in range(10_000)]
    (tmp_path / "t.csv").write_text(HEAD + "".join(rows), "utf-8")
    done = habeas(str(tmp_path / "t.csv"), "--ask", "stock_inside:2025-01-01", "--json")
    found = json.loads(done.stdout)
    assert len(found["repeats"]["a0"]) == 9_999
    assert not found["conflicts"] and found["bounds"][0]["high"] == 10
