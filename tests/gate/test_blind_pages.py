"""The blind pages obey their guide: quotes stand where they say, labels are of known kinds.

What a reader makes of the pages is measured elsewhere; here only the labels themselves are held
to their rules (see `blind/README.md`)."""

import json
import re
from datetime import date
from pathlib import Path
from typing import TypedDict, cast

import pytest

from habeas.terms.when import from_edtf

BLIND = Path(__file__).parent / "blind"
IDS = sorted(path.stem for path in (BLIND / "gold").glob("*.json"))

TYPES = {
    "detained",
    "charged",
    "sentenced",
    "pardoned",
    "released",
    "expelled",
    "transferred",
    "died",
    "recognised_as_political_prisoner",
    "stock_total",
    "flow_total",
    "sanction_imposed",
    "sanction_lifted",
    "negotiation",
    "support_granted",
    "support_cut",
    "other",
}
QUALIFIERS = {"exact", "at least", "more than", "about", "at most"}
MODALITIES = {"asserted", "reported", "alleged", "denied", "planned", "agreed", "possible"}
DAY = r"\d{4}(?:-\d\d(?:-\d\d)?)?"


class Count(TypedDict):
    value: int
    qualifier: str


class Label(TypedDict):
    claim_id: str
    type: str
    persons: list[str]
    count: Count | None
    date: str | None
    penalty: str | None
    modality: str
    note: str | None
    quote: str
    start: int
    end: int


class Page(TypedDict):
    id: str
    lang: str
    published: str
    text: str
    claims: list[Label]


def read(folder: str, name: str) -> Page:
    return cast(Page, json.loads((BLIND / folder / f"{name}.json").read_text("utf-8")))


def labels() -> list[tuple[Page, Label]]:
    return [(read("pages", name), label) for name in IDS for label in read("gold", name)["claims"]]


def test_every_page_has_labels_and_every_label_a_page() -> None:
    assert sorted(path.stem for path in (BLIND / "pages").glob("*.json")) == IDS
    for name in IDS:
        page, gold = read("pages", name), read("gold", name)
        assert (page["id"], page["lang"], page["published"]) == (
            gold["id"],
            gold["lang"],
            gold["published"],
        )
        assert page["id"] == name and re.fullmatch(rf"{page['lang']}-[b-gq]\d\d", name)
        assert from_edtf(page["published"]).earliest


@pytest.mark.parametrize("name", IDS)
def test_quotes_stand_where_they_say(name: str) -> None:
    text = read("pages", name)["text"]
    for number, label in enumerate(read("gold", name)["claims"], 1):
        assert text[label["start"] : label["end"]] == label["quote"]
        assert 0 < len(label["quote"]) <= 400
        assert label["claim_id"] == f"{name}#{number}"


def test_words_of_the_labels_are_known() -> None:
    for _, label in labels():
        assert label["type"] in TYPES and label["modality"] in MODALITIES, label["claim_id"]
        if label["count"]:
            assert label["count"]["qualifier"] in QUALIFIERS, label["claim_id"]
        if label["type"] in {"stock_total", "flow_total"}:
            assert label["count"] or label["modality"] == "denied", label["claim_id"]
        if label["type"] == "other":
            assert label["note"], label["claim_id"]


def test_dates_and_penalties_are_well_formed() -> None:
    for _, label in labels():
        told, penalty = label["date"], label["penalty"]
        assert told, label["claim_id"]
        first, _, last = told.partition("/")
        assert re.fullmatch(rf"{DAY}|{DAY}/{DAY}|\.\./{DAY}|{DAY}/\.\.", told), label["claim_id"]
        for end in (first, last):
            if len(end) == len("2024-01-01"):
                date.fromisoformat(end)
        if last and ".." not in {first, last}:
            assert first <= last, label["claim_id"]
        if penalty:
            assert re.fullmatch(r"P(?:\d+Y)?(?:\d+M)?(?:\d+D)?|life|death", penalty)
            assert label["type"] == "sentenced", label["claim_id"]
