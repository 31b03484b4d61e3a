"""Short ways to make terms in tests."""

from habeas.terms.amount import Amount, Hedge
from habeas.terms.claim import Argument, Claim, Draft, Modality, Said, Tier
from habeas.terms.ids import ClaimId, MentionId, PersonId, ReportId
from habeas.terms.kind import Kind
from habeas.terms.person import Mention, mention_id
from habeas.terms.quote import quote
from habeas.terms.when import When, from_edtf


def when(text: str | None) -> When | None:
    return from_edtf(text) if text else None


def claim(
    number: int,
    kind: Kind,
    day: str | None = None,
    *,
    who: str = "",
    known: str | None = None,
    modality: Modality = Modality.ASSERTED,
    penalty: str = "",
    amount: Amount | None = None,
    population: str = "",
    part: str = "",
    definition: str = "",
) -> Claim:
    """An accepted claim; `who` may name several people, parted by commas."""
    words = f"Sentence {number} of a report."
    said = Said(
        kind,
        tuple(Argument(name.strip(), 0, 1) for name in who.split(",") if name.strip()),
        amount,
        when=when(day),
        penalty=Argument(penalty, 0, 1) if penalty else None,
        population=Argument(population, 0, 1) if population else None,
        part=Argument(part, 0, 1) if part else None,
        definition=definition,
    )
    draft = Draft(said, quote(words, 0, len(words)), modality, tier=Tier.LIKELY)
    return Claim(ClaimId(f"c-{number:04d}"), ReportId("r-1"), draft, when(known), 0)


def total(number: int, value: int, day: str | None, **more: str) -> Claim:
    """An accepted stock total; `hedge` and `modality` as their values, the rest as in `claim`."""
    hedge = Hedge(more.pop("hedge", "exact"))
    modality = Modality(more.pop("modality", "asserted"))
    return claim(
        number,
        Kind.STOCK_TOTAL,
        day,
        amount=Amount(value, hedge),
        modality=modality,
        known=more.get("known"),
        population=more.get("population", ""),
        part=more.get("part", ""),
        definition=more.get("definition", ""),
    )


def by_name(claims: list[Claim]) -> dict[MentionId, PersonId]:
    """Each mention standing for the person of that very name."""
    return {
        mention_id(one.id, number): PersonId(person.value)
        for one in claims
        for number, person in enumerate(one.said.persons)
    }


def mention(number: int, written: str, language: str | None = "en") -> Mention:
    of = ClaimId(f"c-{number:04d}")
    return Mention(mention_id(of, 0), of, 0, written, language)
