"""What claims tell beside a name: facts, and seats in lists."""

from dataclasses import replace

from habeas.resolving.told import facts, lists, merged, together
from habeas.terms.claim import Argument, Claim
from habeas.terms.ids import ReportId
from habeas.terms.kind import Kind
from habeas.terms.person import mention_id
from habeas.terms.quote import quote
from tests.making import claim


def told(number: int, words: str, start: int = 0, kind: Kind = Kind.RELEASED) -> Claim:
    """A claim on `words`, which stand `start` code points into the report; capitals are names."""
    made = claim(number, kind, "2020-06-18", who="Ann B")
    body = " " * start + words
    at = start + words.index("Ann") if "Ann" in words else start
    said = replace(made.said, persons=(Argument("Ann B", at, at + 3),))
    return replace(made, draft=replace(made.draft, said=said, quote=quote(body, start, len(body))))


def test_facts_of_an_arrest() -> None:
    made = told(1, "Ann B, born in 1981, was arrested under Article 342", kind=Kind.DETAINED)
    made = replace(
        made, draft=replace(made.draft, said=replace(made.said, place=Argument("Minsk", 0, 1)))
    )
    found = facts(made)
    assert found.born is not None and found.born.edtf == "1981"
    assert found.places | found.articles | found.detained == {"minsk", "342", "2020-06-18"}


def test_what_may_be_about_somebody_else_tells_nothing() -> None:
    made = claim(1, Kind.DETAINED, "2020-06-18", who="Ann B, Bob C")
    assert facts(made) == merged([])
    assert facts(told(1, "born in 1981 or born in 1982")).born is None


def test_two_years_of_birth_make_none() -> None:
    one, two = facts(told(1, "Ann born in 1981")), facts(told(2, "Ann born in 1994"))
    assert merged([one, one]).born == one.born
    assert merged([one, two]).born is None


def test_two_of_one_claim_sit_together() -> None:
    found = lists([claim(1, Kind.RELEASED, who="Ann B, Ann B")])
    seats = [found.of([mention_id(claim(1, Kind.RELEASED).id, number)]) for number in (0, 1)]
    assert not together(*seats)  # both stand at the same place of the text
    made = claim(1, Kind.RELEASED, who="Ann B, Ann B")
    persons = (Argument("Ann B", 0, 5), Argument("Ann B", 7, 12))
    apart = replace(made, draft=replace(made.draft, said=replace(made.said, persons=persons)))
    found = lists([apart])
    seats = [found.of([mention_id(apart.id, number)]) for number in (0, 1)]
    assert together(*seats) and together(*reversed(seats))


def test_claims_whose_quotes_overlap_are_one_list() -> None:
    one = told(1, "Ann and one more", 0)
    two = told(2, "more and Ann", 12)
    far = told(3, "Ann again", 200)
    other = replace(told(4, "Ann and one more", 0), report=ReportId("r-2"))
    found = lists([one, two, far, other])
    a, b, c, d = (found.of([mention_id(each.id, 0)]) for each in (one, two, far, other))
    assert together(a, b)
    assert not together(a, c) and not together(a, d) and not together(a, a)
