"""What passes the gate, and what each of its laws stops."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from habeas.reading.claims import drafts
from habeas.reading.gate import Fault, gate
from habeas.terms.amount import Amount
from habeas.terms.claim import Argument, Draft
from habeas.terms.kind import Kind
from habeas.terms.quote import Quote, quote
from habeas.terms.when import from_edtf

_TEXT = (
    "Belarus freed 123 prisoners on Saturday. Ales Bialiatski walked free on December 13. "
    "Relatives waited at the border. Nobody had slept, and the night was long and very cold."
)
_PUBLISHED = from_edtf("2025-12-16")
_GATE = gate(_TEXT, language="en", published=_PUBLISHED)


def _drafts() -> list[Draft]:
    return drafts(_TEXT, language="en", published=_PUBLISHED)


def _person() -> Draft:
    return next(draft for draft in _drafts() if draft.said.persons)


def _number() -> Draft:
    return next(draft for draft in _drafts() if draft.said.amount is not None)


def test_our_own_drafts_pass() -> None:
    assert len(_drafts()) == 2
    assert [_GATE.faults(draft) for draft in _drafts()] == [(), ()]


def _paraphrased(draft: Draft) -> Draft:
    old = draft.quote
    words = old.words.replace("freed", "releases")[: len(old.words)]
    return replace(draft, quote=Quote(old.start, old.stop, words, old.prefix, old.suffix))


def _whole_page(draft: Draft) -> Draft:
    return replace(draft, quote=quote(_TEXT, 0, len(_TEXT)))


def _invented_number(draft: Draft) -> Draft:
    return replace(draft, said=replace(draft.said, amount=Amount(9999)))


def _number_elsewhere(draft: Draft) -> Draft:
    at = _TEXT.index("13.")
    return replace(draft, said=replace(draft.said, amount=Amount(13), amount_at=(at, at + 2)))


def _invented_day(draft: Draft) -> Draft:
    when = from_edtf("2025-12-14").said("on Saturday")
    return replace(draft, said=replace(draft.said, when=when))


def _another_kind(draft: Draft) -> Draft:
    return replace(draft, said=replace(draft.said, kind=Kind.DIED))


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (_paraphrased, Fault.QUOTE),
        (_whole_page, Fault.SENTENCES),
        (_invented_number, Fault.NUMBER),
        (_number_elsewhere, Fault.NUMBER),
        (_invented_day, Fault.DAY),
        (_another_kind, Fault.TRIGGER),
    ],
)
def test_a_number_that_is_not_so_said(change: Callable[[Draft], Draft], fault: Fault) -> None:
    assert fault in _GATE.faults(change(_number()))


def test_an_invented_person() -> None:
    draft = _person()
    place = draft.said.persons[0]
    invented = Argument("Viktar Babaryka", place.start, place.stop)
    wrong = replace(draft, said=replace(draft.said, persons=(invented,)))
    assert _GATE.faults(wrong) == (Fault.PERSON,)


def test_another_person_of_the_same_given_name() -> None:
    draft = _person()
    place = draft.said.persons[0]
    other = Argument("Ales Kazlou", place.start, place.stop)
    wrong = replace(draft, said=replace(draft.said, persons=(other,)))
    assert _GATE.faults(wrong) == (Fault.PERSON,)


def test_a_person_named_outside_the_quote() -> None:
    draft = _number()
    at = _TEXT.index("Ales")
    outside = Argument("Ales Bialiatski", at, at + len("Ales Bialiatski"))
    wrong = replace(draft, said=replace(draft.said, persons=(outside,)))
    assert _GATE.faults(wrong) == (Fault.PERSON,)


def test_an_inferred_person_passes() -> None:
    draft = _number()
    right = replace(draft, said=replace(draft.said, persons=(Argument("Ales Bialiatski"),)))
    assert _GATE.faults(right) == ()


def test_a_quote_from_another_text() -> None:
    draft = _person()
    other = gate("x" + _TEXT, language="en", published=_PUBLISHED)
    assert other.faults(draft) == (Fault.QUOTE,)


def test_a_quote_without_its_trigger() -> None:
    draft = _person()
    at = _TEXT.index("Ales")
    narrow = quote(_TEXT, at, at + len("Ales Bialiatski"))
    bare = replace(draft, quote=narrow, said=replace(draft.said, when=None))
    assert _GATE.faults(bare) == (Fault.TRIGGER,)


def test_a_longer_quote_than_allowed() -> None:
    text = "Belarus freed 123 prisoners " + "and waited " * 60 + "."
    ours = gate(text, language="en", published=_PUBLISHED)
    long = Quote(0, len(text), text)
    draft = replace(
        _number(), quote=long, said=replace(_number().said, when=None, amount_at=(14, 17))
    )
    assert Fault.LENGTH in ours.faults(draft)
