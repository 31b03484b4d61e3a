"""An answer as plain values, in the shape of the command-line contract.

Decides the keys of `habeas count --json` and `habeas why --json`. Numbers stand at the top; who is
behind each of them, under `people`; what reports say, under `reported`, never mixed in.
"""

from collections.abc import Sequence

from habeas.counting.inside import RULES
from habeas.counting.reported import Contradiction, Reported
from habeas.tasks.answer import Answer
from habeas.tasks.aside import plain_aside
from habeas.tasks.moments import instant_words
from habeas.tasks.parts import plain_parts
from habeas.tasks.plainly import plain_bounds, plain_ground, plain_issue, plain_spell, plain_verdict
from habeas.tasks.why import Walk, figure_of
from habeas.terms.ids import PersonId
from habeas.terms.plain import Plain, plain_amount, plain_quote, plain_when


def plain_answer(answer: Answer, field: str | None = None) -> Plain:
    """An answer with every claim of its basis by id; with its groups, where split by a field."""
    count, asked = answer.count, answer.question
    recorded = None if asked.recorded_by is None else instant_words(asked.recorded_by)
    return {
        "what": count.what,
        **plain_bounds(count.number),
        "named": {"sure": len(count.sure), "possible": len(count.possible)},
        "unit": answer.unit,
        "judged": {"people": answer.shares[0], "spellings": answer.shares[1]},
        "on": count.on.isoformat(),
        "known_by": count.known_by.isoformat(),
        "recorded_by": recorded,
        "definition": answer.definition.id,
        "definition_name": count.definition,
        "definition_words": answer.definition.words,
        "people": {
            "sure": [_person(answer, one, "sure") for one in count.sure],
            "possible": [_person(answer, one, "possible") for one in count.possible],
        },
        "reported": [_total(answer, total) for total in answer.reported],
        "contradictions": [_pair(answer, pair) for pair in answer.contradictions],
        "basis": list(answer.basis),
        "rules": _rules(answer),
        "outside": {str(rule): number for rule, number in answer.outside.items()},
        "issues": [plain_issue(issue) for issue in answer.issues],
        "left_out": {
            "unreviewed": answer.left_out.unreviewed,
            "report_without_a_day": answer.left_out.undated,
        },
        "figure": figure_of(asked),
        **(plain_parts(answer, field) if field is not None else {}),
    }


def plain_walk(walk: Walk) -> Plain:
    """The whole tree: the answer, and each claim of its basis with quote, context and report."""
    return {
        "figure": walk.figure,
        "answer": plain_answer(walk.answer),
        "claims": [plain_ground(walk.grounds[id]) for id in walk.answer.basis],
    }


def plain_answers(answers: Sequence[Answer], field: str | None = None) -> Plain:
    """Several definitions side by side; no number stands for them together."""
    first = answers[0]
    return {
        "on": first.count.on.isoformat(),
        "known_by": first.count.known_by.isoformat(),
        "answers": [plain_answer(answer, field) for answer in answers],
    }


def _person(answer: Answer, person: PersonId, standing: str) -> Plain:
    stand = answer.people[person]
    return {
        "id": person,
        "name": answer.names[person],
        "langs": list(answer.languages[person]),
        "judged": person in answer.settled,
        "verdicts": [plain_verdict(one) for one in answer.verdicts.get(person, ())],
        "standing": standing,
        "rule": str(stand.rule),
        "spell": plain_spell(stand.spell),
        "claims": list(stand.spell.claims),
    }


def _rules(answer: Answer) -> list[Plain]:
    used = {stand.rule for stand in answer.people.values()}
    return [{"rule": str(rule), "words": words} for rule, words in RULES.items() if rule in used]


def _total(answer: Answer, total: Reported) -> Plain:
    claim = total.claim
    report = answer.reports[claim.report]
    part, source = claim.said.part, claim.draft.source
    return {
        "claim": claim.id,
        **plain_bounds(total.bounds),
        "count": plain_amount(total.amount),
        "near": str(total.near),
        "when": plain_when(total.when),
        "dated": total.dated,
        "population": claim.said.population.value if claim.said.population else None,
        "counted_as": total.population or None,
        "part": part.value if part else None,
        "definition": claim.said.definition or None,
        "source": source.value if source else None,
        "modality": str(claim.draft.modality),
        "publisher": report.publisher,
        "published": plain_when(report.published),
        "report": report.id,
        "quote": plain_quote(claim.quote),
        "set_aside": plain_aside(answer.aside.get(claim.id)),
    }


def _pair(answer: Answer, pair: Contradiction) -> Plain:
    return {
        "claims": [pair.one, pair.other],
        "same_people": pair.sure,
        "quotes": [answer.claims[one].quote.words for one in (pair.one, pair.other)],
    }
