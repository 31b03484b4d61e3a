"""Reports, claims, reviews and grounds as plain values, for `--json` and for exports.

Decides the keys under which they go out. The shape of what a claim says is that of `terms.plain`.
"""

from datetime import date

from habeas.register.reviewed import Reviewed
from habeas.tasks.grounds import Ground
from habeas.tasks.moments import instant_words
from habeas.terms.bounds import Bounds
from habeas.terms.claim import Claim
from habeas.terms.count import Issue, Spell
from habeas.terms.person import Verdict
from habeas.terms.plain import Plain, plain, plain_when, with_gaps
from habeas.terms.report import Report
from habeas.terms.review import Review


def plain_report(report: Report) -> Plain:
    """All that is known of a report, but for its bytes and text."""
    return {
        "id": report.id,
        "name": report.name,
        "medium": str(report.medium),
        "media_type": report.media_type,
        "sha256": report.sha256,
        "text_sha256": report.text_sha256,
        "publisher": report.publisher,
        "published": plain_when(report.published),
        "published_basis": str(report.basis),
        "lang": report.language,
        "title": report.title,
        "fetched_from": report.fetched_from,
        "sensitivity": str(report.sensitivity),
        "pages": len(report.pages) or None,
        "warnings": list(report.warnings),
    }


def plain_review(review: Review, *, in_force: bool) -> Plain:
    """A review; `in_force`: it decides about its claim."""
    return {
        "id": review.id,
        "claim": review.claim,
        "decision": str(review.decision),
        "reviewer": review.reviewer,
        "reason": review.reason,
        "unread": review.unread,
        "in_force": in_force,
        "recorded_at": instant_words(review.recorded_at),
        "amended": plain(review.amended) if review.amended else None,
    }


def plain_verdict(verdict: Verdict) -> Plain:
    """A verdict in force."""
    return {
        "id": verdict.id,
        "left": verdict.left,
        "right": verdict.right,
        "judgement": str(verdict.judgement),
        "judge": verdict.judge,
        "reason": verdict.reason,
        "recorded_at": instant_words(verdict.recorded_at),
    }


def plain_claim(one: Reviewed) -> Plain:
    """A claim as it counts (amended words, where it was amended) and how it was reviewed."""
    values = plain_counted(one.as_counted, one.review)
    if one.review is not None and one.review.amended is not None:
        values["proposed"] = plain(one.claim.draft)
    return values


def plain_counted(claim: Claim, review: Review | None) -> Plain:
    """A claim whose draft is the one that counts, and its review in force."""
    return {
        "id": claim.id,
        "report": claim.report,
        "state": str(review.decision) if review else "unreviewed",
        "review": review.id if review else None,
        "reviewer": review.reviewer if review else None,
        "unread": review.unread if review else None,
        "known_on": plain_when(claim.known_on),
        "recorded_at": instant_words(claim.recorded_at),
        **with_gaps(plain(claim.draft)),
    }


def plain_ground(ground: Ground) -> Plain:
    """A claim with its quote in context and its report."""
    around = ground.context
    return plain_counted(ground.claim, ground.review) | {
        "context": {"before": around.before, "words": around.words, "after": around.after},
        "page": ground.page,
        "report": plain_report(ground.report),
    }


def plain_bounds(bounds: Bounds) -> Plain:
    """Both ends, inclusive; `high` None: no upper bound."""
    return {"low": bounds.low, "high": bounds.high}


def plain_issue(issue: Issue) -> Plain:
    """An issue with its code, sentence and claims."""
    return {"code": issue.code, "sentence": issue.sentence, "claims": list(issue.claims)}


def plain_spell(spell: Spell) -> Plain:
    """A stay in custody."""
    return {
        "entered": plain_when(spell.entered),
        "left": plain_when(spell.left),
        "exit": str(spell.exit) if spell.exit else None,
        "last_proof": _iso(spell.last_proof),
        "term_end": _iso(spell.term_end),
        "claims": list(spell.claims),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
