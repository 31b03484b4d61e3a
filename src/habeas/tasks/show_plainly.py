"""What `show` found, as plain values for `--json`."""

from habeas.register.reviewed import Reviewed
from habeas.tasks.moments import instant_words
from habeas.tasks.plainly import (
    plain_ground,
    plain_issue,
    plain_report,
    plain_review,
    plain_spell,
    plain_verdict,
)
from habeas.tasks.show import ClaimShown, PersonShown, ReportShown
from habeas.tasks.spelling import Spelled
from habeas.terms.plain import Plain, plain, plain_when


def plain_shown(shown: ReportShown | ClaimShown | PersonShown) -> Plain:
    """A report, claim or person with its claims, quotes and reports."""
    match shown:
        case ReportShown():
            return {
                "what": "report",
                "report": plain_report(shown.report),
                "characters": shown.length,
                "claims": [plain_ground(one) for one in shown.claims],
                "sent": [
                    {
                        "place": one.place,
                        "reader": one.reader,
                        "characters": one.characters,
                        "recorded_at": instant_words(one.recorded_at),
                    }
                    for one in shown.sendings
                ],
            }
        case ClaimShown():
            in_force = shown.ground.review.id if shown.ground.review else None
            return {
                "what": "claim",
                "claim": plain_ground(shown.ground),
                "proposed": plain(shown.proposed.draft),
                "reviews": [
                    plain_review(review, in_force=review.id == in_force) for review in shown.reviews
                ],
            }
        case PersonShown():
            return {
                "what": "person",
                **plain_spelled(shown.spelled),
                "spells": [plain_spell(spell) for spell in shown.spells],
                "issues": [plain_issue(issue) for issue in shown.issues],
                "claims": [plain_ground(one) for one in shown.claims],
            }


def plain_spelled(spelled: Spelled) -> Plain:
    """A person or spelling: how it is written, how many claims and reports, the last event."""
    return {
        "id": spelled.person.id,
        "unit": spelled.unit,
        "spelling": spelled.written[0],
        "spellings": list(spelled.written),
        "langs": list(spelled.languages),
        "written": [
            {"spelling": form, "langs": list(spelled.spoken[form])} for form in spelled.written
        ],
        "contested": spelled.person.contested,
        "verdicts": [plain_verdict(one) for one in spelled.verdicts],
        "mentions": list(spelled.person.mentions),
        "claims_number": len(spelled.claims),
        "counted_number": len(spelled.counted),
        "reports_number": len(spelled.reports),
        "last": _last(spelled.last),
    }


def _last(one: Reviewed | None) -> Plain | None:
    if one is None:
        return None
    event = one.as_counted.said
    return {
        "kind": str(event.kind),
        "when": plain_when(event.when),
        "claim": one.claim.id,
        "counted": one.counts,
    }
