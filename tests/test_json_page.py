"""The page on JSON names every key that a verb writes at the top, and those of a claim."""

import json
import re
from pathlib import Path
from typing import cast

import pytest
from click.testing import CliRunner

from habeas.cli.program import program
from habeas.terms.kind import Kind
from tests import sample

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "reference" / "json.md").read_text(encoding="utf-8")
REPORT = str(ROOT / "examples" / "belarus" / "de-2025-12-14-freilassung.html")
TABLE = str(ROOT / "examples" / "belarus" / "totals.csv")


@pytest.mark.parametrize(
    "line",
    [
        "read REPORT",
        "add REPORT PLACE",
        "review --list PLACE",
        "review --accept tier=likely --as Ann PLACE",
        "find babar PLACE",
        "show r-a PLACE",
        "show c-a1 PLACE",
        "show c-a2.0 PLACE",
        "count --on 2025-12-12 PLACE",
        "why count:2025-12-12 PLACE",
        "why c-a1 PLACE",
        "reconcile TABLE",
        "flow --by month --from 2025-12-01 --to 2025-12-31 PLACE",
        "compare Babaryka Бабарико",
        "resolve --list PLACE",
        "resolve --accept different --as Ann PLACE",
        "checkpoint PLACE",
        "heads PLACE",
        "slots list PLACE",
        "link NAMES NAMES",
        "verify PLACE",
        "protect list PLACE",
        "rebuild PLACE",
    ],
)
def test_every_key_has_its_place_on_the_page(line: str, tmp_path: Path) -> None:
    folder, keyfile = sample.on_disk(tmp_path, *sample.accepted("c-a1", "c-a2"))
    places = {"REPORT": [REPORT], "TABLE": [TABLE], "PLACE": ["-r", folder, "--keyfile", keyfile]}
    (tmp_path / "names.csv").write_text("name\nMaria Kalesnikava\nMaria Kalesnikava\n", "utf-8")
    places["NAMES"] = [str(tmp_path / "names.csv")]
    words = [one for word in line.split() for one in places.get(word, [word])]
    result = CliRunner().invoke(program, [*words, "--json"])
    assert result.exception is None, result.exception
    told = cast(dict[str, object], json.loads(result.stdout.splitlines()[0]))
    row = _told_of(line)
    claims = told["claims"] if isinstance(told.get("claims"), list) else []
    inner = {key for claim in cast(list[dict[str, object]], claims) for key in claim}
    assert {key for key in told if key not in row} == set()
    assert {key for key in inner if f"`{key}`" not in PAGE} == set()


@pytest.mark.parametrize(
    "line",
    [
        "find babar PLACE",
        "show r-a PLACE",
        "show c-a2.0 PLACE",
        "count --on 2025-12-12 --by sex PLACE",
        "count --on 2025-12-12 --definition named --definition viasna PLACE",
        "why count:2025-12-12 PLACE",
        "reconcile TABLE --ask stock_inside:2024-01-01/2024-02-01",
        "refill --from 2025-09-11 --to 2025-12-13 --totals TABLE",
        "flow --by month --from 2025-12-01 --to 2025-12-31 PLACE",
    ],
)
def test_every_key_within_stands_on_the_page(line: str, tmp_path: Path) -> None:
    folder, keyfile = sample.on_disk(tmp_path, *sample.accepted("c-a1", "c-a2"))
    places = {"TABLE": [TABLE], "PLACE": ["-r", folder, "--keyfile", keyfile]}
    words = [one for word in line.split() for one in places.get(word, [word])]
    result = CliRunner().invoke(program, [*words, "--json"])
    assert result.exception is None, result.exception
    assert {key for key in _keys(json.loads(result.stdout)) if f"`{key}`" not in PAGE} == set()


def _keys(value: object) -> set[str]:
    """The keys of a value at every depth, but for ids and names that stand as keys."""
    if isinstance(value, list):
        return {key for one in value for key in _keys(one)}
    if not isinstance(value, dict):
        return set()
    inner = {key for one in value.values() for key in _keys(one)}
    names = {str(kind) for kind in Kind}
    return inner | {key for key in value if re.fullmatch("[a-z_]+[a-z]", key) and key not in names}


def _told_of(line: str) -> set[str]:
    """The keys in the row of a verb, with those of the rows and parts it speaks of."""
    verb, first = line.split()[:2]
    name = f"{verb} {first}" if verb in ("review", "protect", "resolve", "slots") else verb
    rows = dict(re.findall(r"^\| `([^`]+)` \| (.*) \|$", PAGE, re.MULTILINE))
    words = rows[name]
    if name == "review --list":
        words = PAGE.partition("## A claim")[2].partition("## The verbs")[0]
    for other in re.findall(r"keys of `(\w+)`", words):
        words += rows[other] + "".join(rows[one] for one in re.findall(r"of `(\w+)`", rows[other]))
    return set(re.findall(r"`(\w+)`", words))
