"""The frame reader: from a text to drafts of claims, offline, without a model.

segments → mentions → frames → discourse → gate → drafts. Decides the order of the steps and what a page
says twice. Laws: the same text, language, day and names give the same drafts, in order of their quotes;
no draft leaves that the gate refuses; a page that is not about custody has none.
"""

from __future__ import annotations

from collections.abc import Sequence

from habeas.language.transcript import transcript
from habeas.reading.accusation import accused, of_the_accused
from habeas.reading.aimed import aimed
from habeas.reading.attribution import attributed
from habeas.reading.bearing import bearing
from habeas.reading.bracketed import bracketed
from habeas.reading.clauses import clauses
from habeas.reading.custody import events
from habeas.reading.deals import deals
from habeas.reading.drafting import draft
from habeas.reading.ellipsis import resumed
from habeas.reading.flows import compared
from habeas.reading.found import Found, with_found
from habeas.reading.gapped import gapped
from habeas.reading.gate import gate_of
from habeas.reading.groups import groups
from habeas.reading.lexicon import Cue
from habeas.reading.lives import bounded
from habeas.reading.members import introduced, members
from habeas.reading.mentions import CountAt
from habeas.reading.once import once
from habeas.reading.outline import Outline, Scene
from habeas.reading.outside import left_out
from habeas.reading.page import Page, Read, page, read
from habeas.reading.respelling import given_back
from habeas.reading.story import Story
from habeas.reading.targets import settled
from habeas.reading.totals import stocks, totals, without
from habeas.terms.claim import Draft
from habeas.terms.when import When

_STOPS = (".", "!", "?", "…", ":", ",", ";")
_HEADING = 2
"""Sentences that may be a page's heading."""
_PERIOD = 7
"""Days of what a heading reviews, at least."""
READER = "frames 1"
"""Name and version of this reader, as written into every claim. A change of what it finds changes it."""


def drafts(
    text: str,
    *,
    language: str,
    published: When | None,
    known_names: Sequence[str] = (),
    found: Found | None = None,
) -> list[Draft]:
    """What a text claims.

    Args:
        text: The body of a report, as `reading.formats` made it.
        language: ISO 639-1 code of a language there is a pack for.
        published: When the report was published; None: nobody knows, and no relative day is reckoned.
        known_names: Full names a register knows already, in any order.
        found: Where somebody else's finder sees people in it; None: nobody else has looked.

    Returns:
        Drafts in the order of their quotes; none where the text is about something else.

    Raises:
        MistakeError: there is no pack for the language.
    """
    script = transcript(text, language)
    if script is not None:
        return given_back(_drafts(script.text, language, published, known_names), script)
    return _drafts(text, language, published, known_names, found)


def _drafts(
    text: str,
    language: str,
    published: When | None,
    known_names: Sequence[str],
    found: Found | None = None,
) -> list[Draft]:
    """What a text in the first script of its language claims; no one else reads a transcript."""
    seen = page(text, language, published, known_names)
    reader = READER
    if found is not None:
        seen, reader = with_found(seen, found), f"{READER} with {found.finder}"
    if not seen.concerns:
        return []
    reads = tuple(read(sentence, seen.known) for sentence in seen.sentences)
    made = [one for outline in outlines(seen, reads) if (one := draft(outline, seen, reader))]
    gate = gate_of(seen, reads)
    passed = [one for one in made if not gate.faults(one)]
    return sorted(once(passed), key=lambda one: (one.quote.start, one.quote.stop))


def outlines(seen: Page, reads: Sequence[Read]) -> list[Outline]:
    """What each sentence of a page tells, in order."""
    review, period = _reviewed(reads, seen)
    story = Story(review=review, reviewed=period)
    for plain in reads:
        scene, counts = _scene(plain, seen, story)
        happened = of_the_accused(scene, events(scene, story))
        found = compared(totals(scene, counts), happened, scene.read)
        happened = gapped(scene, happened)
        happened += [*accused(scene, happened), *introduced(scene, story, happened)]
        dealt = deals(scene, story)
        happened = settled(happened, dealt)
        made = [*happened, *dealt, *resumed(scene, story, happened)]
        named = [] if found else aimed(scene, story) or members(scene, story)
        story.tell(scene, bracketed([*found, *made, *named], scene))
    return bounded(bearing(story.outlines, seen))


def _reviewed(reads: Sequence[Read], seen: Page) -> tuple[bool, When | None]:
    """Whether a heading says that the page sums up ("The half-year in figures"), and which days."""
    for one in reads[:_HEADING]:
        sentence = one.sentence
        heads = sentence.number == 0 and seen.text[sentence.stop - 1 : sentence.stop] not in _STOPS
        days = [day.when for day in sentence.days if (day.when.days or 0) >= _PERIOD]
        if one.has("flow.review") or (heads and days):
            return True, days[0] if days else None
    return False, None


def _scene(plain: Read, seen: Page, story: Story) -> tuple[Scene, list[tuple[CountAt, Cue | None]]]:
    told = attributed(plain, seen)
    together = groups(told.read, seen)
    parts = tuple(clauses(told.read, together, seen))
    counts = stocks(Scene(seen, told, tuple(together), parts), story)
    left = without(together, [*(count for count, _ in counts), *left_out(told.read)])
    return Scene(seen, told, tuple(left), parts), counts
