"""Two readers: agreement raises the tier, a contradiction shows both, ours is never lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from habeas.reading.claims import drafts
from habeas.reading.found import Found
from habeas.reading.others.agreeing import conflicts, joined, with_finder
from habeas.terms.amount import Amount, Hedge
from habeas.terms.claim import Argument, Draft, Modality, Said, Tier
from habeas.terms.kind import Kind
from habeas.terms.marks import AGREES, CONFLICTS, all_marks, marks
from habeas.terms.when import from_edtf

DAY = from_edtf("2025-12-16")
TEXT = "Belarus freed 123 prisoners on Saturday. Police detained Pavel Sieviaryniec on December 12."
NUMBER, PERSON = drafts(TEXT, language="en", published=DAY)


def _theirs(draft: Draft, change: Callable[[Said], Said] | None = None) -> Draft:
    said = change(draft.said) if change else draft.said
    return replace(draft, said=said, tier=Tier.CHECK, reader="other 1")


def _on(draft: Draft, day: str) -> Draft:
    return _theirs(draft, lambda said: replace(said, when=from_edtf(day)))


def _unsure(draft: Draft) -> Draft:
    return replace(draft, tier=Tier.CHECK)


def test_agreement_raises_the_tier_and_keeps_ours() -> None:
    found = joined(
        [_unsure(NUMBER), _unsure(PERSON)],
        [_theirs(PERSON, lambda said: replace(said, place=None))],
    )
    assert found[0] == _unsure(NUMBER)
    assert found[1].tier is Tier.LIKELY
    assert found[1].said == PERSON.said
    assert marks(found[1], AGREES) == ["other 1"]


def test_what_can_harm_stays_to_be_checked() -> None:
    for changed in (
        replace(PERSON, said=replace(PERSON.said, kind=Kind.DIED)),
        replace(PERSON, modality=Modality.ALLEGED),
        replace(PERSON, said=replace(PERSON.said, when=None)),
        replace(PERSON, said=replace(PERSON.said, note="in absentia")),
        replace(PERSON, said=replace(PERSON.said, persons=(Argument("Pavel Sieviaryniec"),))),
    ):
        (found,) = joined([_unsure(changed)], [replace(changed, reader="other 1")])
        assert marks(found, AGREES) == ["other 1"]
        assert found.tier is Tier.CHECK


def test_a_conflict_shows_both_marked() -> None:
    other = _on(PERSON, "2025-12-14")
    ours, theirs = joined([PERSON], [other])
    assert (ours.said, theirs.said) == (PERSON.said, other.said)
    assert marks(ours, CONFLICTS) == ["other 1: day"]
    assert marks(theirs, CONFLICTS) == ["frames 1: day"]
    assert all_marks(ours) == ["conflicts with other 1: day"]
    assert ours.tier is theirs.tier is Tier.CHECK


def test_another_number_for_the_same_thing_is_a_conflict() -> None:
    more = _theirs(NUMBER, lambda said: replace(said, amount=Amount(123, Hedge.MORE_THAN)))
    ours, theirs = joined([NUMBER], [more])
    assert marks(ours, CONFLICTS) == ["other 1: number"]
    assert marks(theirs, CONFLICTS)


def test_a_torn_draft_is_not_mended_by_a_third() -> None:
    torn = joined([PERSON], [_on(PERSON, "2025-12-14")])
    third = joined(torn, [_theirs(PERSON)])
    ours = next(draft for draft in third if draft.reader == PERSON.reader)
    assert ours.tier is Tier.CHECK
    assert marks(ours, AGREES) == ["other 1"]


def test_what_only_others_see_stands_beside_ours() -> None:
    new = _theirs(
        PERSON, lambda said: replace(said, persons=(Argument("Ales Bialiatski", 55, 70),))
    )
    found = joined([PERSON], [new])
    assert PERSON in found and new in found


def test_another_day_told_elsewhere_is_another_event() -> None:
    text = f"{TEXT} Relatives waited. Police had detained Pavel Sieviaryniec in June 2020, too."
    found = drafts(text, language="en", published=DAY)
    before = next(one for one in found if one.said.when and one.said.when.edtf == "2020-06")
    both = joined([PERSON], [_theirs(before)])
    assert [one.rules for one in both] == [PERSON.rules, before.rules]


def test_whether_it_is_so_may_be_the_conflict() -> None:
    denied = replace(_theirs(PERSON), modality=Modality.DENIED)
    assert conflicts(PERSON, denied) == ["whether it is so"]
    assert conflicts(PERSON, PERSON) == []


def test_a_finder_adds_people_only_it_has_seen() -> None:
    text = "Police detained qVarn on December 12. Police detained Qork Nimaa on December 11."
    ours = drafts(text, language="en", published=DAY)
    at = text.index("Qork")
    found = Found("seer 1", ((at, at + 10),))
    extended = drafts(text, language="en", published=DAY, found=found)
    both = with_finder(ours, extended, found)
    seen = next(one for one in both if any("Qork" in p.value for p in one.said.persons))
    assert marks(seen, AGREES) == ["seer 1: persons"]
    assert seen.tier is Tier.LIKELY
    assert next(one for one in ours if one.said.persons).tier is Tier.CHECK


def test_a_lone_name_is_seen_by_the_finder_alone() -> None:
    text = "Police detained Wolk in Minsk on December 12."
    ours = drafts(text, language="en", published=DAY)
    assert not any(one.said.persons for one in ours)
    found = Found("seer 1", ((16, 20),))
    extended = drafts(text, language="en", published=DAY, found=found)
    (new,) = [one for one in with_finder(ours, extended, found) if one not in ours]
    assert [person.value for person in new.said.persons] == ["Wolk"]
    assert (new.tier, new.reader) == (Tier.CHECK, "frames 1 with seer 1")


def test_places_that_are_no_names_are_passed_over() -> None:
    text = "Police detained Wolk in Minsk on December 12."
    for span in ((0, 15), (16, 19), (21, 29), (33, 44), (16, 29)):
        found = Found("seer 1", (span,))
        extended = drafts(text, language="en", published=DAY, found=found)
        ours = drafts(text, language="en", published=DAY)
        names = [p.value for one in with_finder(ours, extended, found) for p in one.said.persons]
        assert names == [], span
