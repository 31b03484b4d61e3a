"""Which kind of entry records which content."""

from dataclasses import replace

from hypothesis import given

from habeas.terms.entry import EntryKind, Proposal, kind_of
from tests.strategies import proposals


@given(proposals())
def test_a_claim_is_noted_by_a_person_and_proposed_by_a_reader(proposal: Proposal) -> None:
    assert kind_of(replace(proposal, by="")) is EntryKind.CLAIM_PROPOSED
    assert kind_of(replace(proposal, by="A")) is EntryKind.CLAIM_NOTED
