"""The frame reader: from a text to drafts of claims, offline, without a model.

segments → mentions → frames → discourse → gate → drafts. Decides the order of the steps and what a page
says twice. Laws: the same text, language, day and names give the same drafts, in order of their quotes;
no draft leaves that the gate refuses; a page that is not about custody has none.
"""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.attribution import attributed
from habeas.reading.bearing import bearing
from habeas.reading.clauses import clauses
from habeas.reading.custody import events
from habeas.reading.deals import deals
from habeas.reading.discourse import Story
from habeas.reading.drafting import draft
from habeas.reading.ellipsis import resumed
from habeas.reading.gate import gate_of
from habeas.reading.groups import groups
from habeas.reading.lexicon import Cue
from habeas.reading.members import members
from habeas.reading.mentions import CountAt
from habeas.reading.once import once
from habeas.reading.outline import Outline, Scene
from habeas.reading.page import Page, Read, page, read
from habeas.reading.totals import stocks, totals, without
from habeas.terms.claim import Draft
from habeas.terms.when import When

READER = "frames 1"
"""Name and version of this reader, as written into every claim. A change of what it finds changes it."""


def drafts(
    text: str, *, language: str, published: When | None, known_names: Sequence[str] = ()
) -> list[Draft]:
    """What a text claims.

    Args:
        text: The body of a report, as `reading.formats` made it.
        language: ISO 639-1 code of a language there is a pack for.
        published: When the report was published; None: nobody knows, and no relative day is reckoned.
        known_names: Full names a register knows already, in any order.

    Returns:
        Drafts in the order of their quotes; none where the text is about something else.

    Raises:
        MistakeError: there is no pack for the language.
    """
    seen = page(text, language, published, known_names)
    if not seen.concerns:
        return []
    reads = tuple(read(sentence, seen.known) for sentence in seen.sentences)
    made = [found for outline in outlines(seen, reads) if (found := draft(outline, seen, READER))]
    gate = gate_of(seen, reads)
    passed = [found for found in made if not gate.faults(found)]
    return sorted(once(passed), key=lambda found: (found.quote.start, found.quote.stop))


def outlines(seen: Page, reads: Sequence[Read]) -> list[Outline]:
    """What each sentence of a page tells, in order."""
    story = Story()
    for plain in reads:
        scene, counts = _scene(plain, seen, story)
        found = totals(scene, counts)
        happened = events(scene, story)
        made = [*happened, *deals(scene, story), *resumed(scene, story, happened)]
        story.tell(scene, [*found, *made, *members(scene, story)] if not found else [*found, *made])
    return bearing(story.outlines, seen)


def _scene(plain: Read, seen: Page, story: Story) -> tuple[Scene, list[tuple[CountAt, Cue | None]]]:
    told = attributed(plain, seen)
    together = groups(told.read, seen)
    parts = tuple(clauses(told.read, together, seen))
    counts = stocks(Scene(seen, told, tuple(together), parts), story)
    left = without(together, [count for count, _ in counts])
    return Scene(seen, told, tuple(left), parts), counts
