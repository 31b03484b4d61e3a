"""Setting of an event: its day, its place, where people were taken, who did it, what was given for it.

Decides which of the mentions of a clause fill these. Who it happened to is for `custody`.
"""

from __future__ import annotations

from dataclasses import dataclass

from habeas.reading.anniversaries import is_remembered
from habeas.reading.belonging import is_between, is_of_participle
from habeas.reading.clauses import Clause
from habeas.reading.mentions import DayAt, Part
from habeas.reading.outline import Scene
from habeas.reading.story import MOVES, Story
from habeas.reading.timing import (
    LEAD,
    NO_DAY,
    before,
    begun,
    day_at,
    day_before,
    now,
    opening_day,
    past,
    since,
    undated,
)
from habeas.terms.claim import Argument
from habeas.terms.kind import Kind
from habeas.terms.when import When

_NEWS = 45
"""Days from the first batch of a page to the day published within which it is the news."""
_NIGHTS = 3
"""Days on which one batch is let go, at most."""
_ENDS = frozenset(";:.!?")
_OF_NEWS = MOVES | {
    *(Kind.SANCTION_IMPOSED, Kind.SANCTION_LIFTED, Kind.SUPPORT_GRANTED, Kind.SUPPORT_CUT),
}
"""Kinds that follow on the news of a page: people got out, and what was done for it and for them."""
_STATES = frozenset({Kind.DETAINED, Kind.HELD, Kind.SENTENCED, Kind.CHARGED})
"""Kinds that a phrase with "since" tells as a state, and not as what has happened since then."""
_ALIKE = dict.fromkeys(
    (Kind.SANCTION_IMPOSED, Kind.SANCTION_LIFTED), (Kind.SANCTION_IMPOSED, Kind.SANCTION_LIFTED)
)
"""Kinds of which two words in a row tell one event: what is lifted had been imposed."""
_AGAIN = "again"
"""The note of an arrest of somebody who had just been let go."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The circumstances of one event. `dated`: a day is named in its sentence."""

    when: When | None
    dated: bool
    place: Argument | None = None
    destination: Argument | None = None
    actor: Argument | None = None
    terms: Argument | None = None


def setting(clause: Clause, scene: Scene, story: Story) -> Setting:
    """The circumstances of the event of a clause."""
    when, dated = when_of(clause, scene, story, clause.trigger.place)
    toward, within = _places(clause, scene)
    actor = _actor(clause, scene)
    if actor is None and clause.trigger.frame.voice == "none":
        actor, within = within, None
    return Setting(when, dated, within, toward, actor, exchange(scene))


def when_of(clause: Clause, scene: Scene, story: Story, near: int) -> tuple[When | None, bool]:
    """The days of an event told near a word of a clause, and whether its sentence names them."""
    read, page = scene.read, scene.page
    if is_remembered(clause.trigger, read, page):
        return before(page), False
    day = day_at(read, page, clause.first, clause.last, near)
    if (day is None and clause.trigger.place < near) or (
        day is not None and near < day.first < clause.trigger.place
    ):
        day = day_at(read, page, clause.first, clause.last, clause.trigger.place)
    opening = opening_day(read, page) if day is None else None
    if opening is not None and is_of_participle(opening, clause.trigger.place, read):
        opening = None
    if opening is not None and not _is_parted(opening.last, near, scene):
        if opening.began is not None and not opening.span and 0 <= clause.first - opening.last <= 1:
            return begun(opening), True
        day = opening
    if day is None:
        day = _shared(clause, scene, near)
    if day is None and (earlier := day_before(read, page, clause.first)) is not None:
        return begun(earlier), True
    if day is not None:
        return _of_day(day, clause, scene, story), True
    return _unnamed(clause, scene, story), False


def _of_day(day: DayAt, clause: Clause, scene: Scene, story: Story) -> When:
    """The days that a day told for an event stands for."""
    own = lasts(clause) or _is_own(clause, scene) or _is_free(day, clause, scene)
    if day.span and own:
        return begun(day)
    if not day.span and (standing := since(day, scene.read, scene.page)) is not None:
        return day.when if "<since>" in clause.trigger.rule else standing
    return _bounded(past(day.when, scene.page), story)


def lasts(clause: Clause) -> bool:
    """Whether a clause tells what began then and goes on ("in jail since May", "serving since May")."""
    since = "<since>" in clause.trigger.rule and clause.trigger.kind in _STATES
    return since or clause.trigger.frame.ongoing


def _is_own(clause: Clause, scene: Scene) -> bool:
    """Whether what began then befell somebody named ("K., in custody since May")."""
    counted = any(clause.holds(count.first) for count in scene.read.sentence.counts)
    return clause.trigger.kind in _STATES and not counted


def _is_free(day: DayAt, clause: Clause, scene: Scene) -> bool:
    """ "52 have been free since Saturday": the day on which they were let go."""
    trigger, days = clause.trigger, begun(day).days or _NEWS
    return (
        trigger.kind is Kind.RELEASED
        and days <= _NIGHTS
        and any(
            cue.name == "free" and cue.first <= trigger.place < cue.last for cue in scene.read.cues
        )
    )


def _shared(clause: Clause, scene: Scene, near: int) -> DayAt | None:
    """The day of a verb or noun beside this one, with no comma between.

    "In March the court found him guilty and gave him five years"; "suspend asset freezes and travel
    bans in October".
    """
    read, page, row = scene.read, scene.page, scene.read.sentence.row
    if is_between(clause.trigger.place, read, page):
        return None
    for one in scene.clauses:
        if one.last == clause.first and scene.page.known.joins.takes(row[clause.first]):
            return day_at(read, page, one.first, one.last, one.trigger.place)
        if one.first == clause.last and one.trigger.kind in _ALIKE.get(clause.trigger.kind, ()):
            return day_at(read, page, clause.first, one.last, near)
    return None


def _is_parted(first: int, near: int, scene: Scene) -> bool:
    """Whether a semicolon parts a day from what happened."""
    return any(word.text == ";" for word in scene.read.sentence.row[first:near])


def _bounded(when: When, story: Story) -> When:
    """ "By Thursday": not before the batch the page is about, where its day is known."""
    news = story.news
    if when.earliest is not None or when.latest is None or news is None or news.earliest is None:
        return when
    if news.earliest > when.latest:
        return when
    rule = f"{when.rule} (“{when.words}”), not before what was told before"
    return When(news.earliest, when.latest, "", rule)


def _unnamed(clause: Clause, scene: Scene, story: Story) -> When | None:
    """The days of an event whose sentence names none."""
    read, page = scene.read, scene.page
    if read.within(clause.first, clause.last, "same_day") is not None and story.day is not None:
        return story.day
    if read.within(clause.first, clause.last, "this_time") is not None and story.news is not None:
        return story.news
    if clause.trigger.kind is Kind.HELD:
        return now(page)
    carried = story.day_of(clause.trigger.kind, scene.number)
    frame = clause.trigger.frame
    again = frame.kind is Kind.DETAINED and frame.note == _AGAIN
    if carried is None and (frame.kind in _OF_NEWS or again) and not frame.ongoing:
        news = story.news if frame.kind in MOVES else story.news or story.lead
        carried = _of_news(news, scene)
    return carried or undated(read, page, ongoing=frame.ongoing)


def _of_news(news: When | None, scene: Scene) -> When | None:
    """Of people who get out, without a day: not before those the page has told of first."""
    published = scene.page.published
    if news is None or published is None or scene.read.sentence.number <= LEAD:
        return None
    if news.earliest is None or published.latest is None:
        return None
    if not 0 <= (published.latest - news.earliest).days <= _NEWS:
        return None
    return When(
        news.earliest, published.latest, "", f"{NO_DAY}: not before what the page told first"
    )


def _places(clause: Clause, scene: Scene) -> tuple[Argument | None, Argument | None]:
    """Where people went, and where it happened."""
    named = [place for place in scene.read.sentence.places if clause.holds(place.first)]
    toward = next((place.as_argument() for place in named if place.toward), None)
    moves = clause.trigger.kind in (Kind.EXPELLED, Kind.TRANSFERRED)
    if moves and toward is None and named:
        toward = named[-1].as_argument()
    if moves:
        return toward, None
    within = [place for place in named if not place.toward] or named
    return None, within[0].as_argument() if within else None


def _actor(clause: Clause, scene: Scene) -> Argument | None:
    for person in scene.read.sentence.persons:
        if clause.holds(person.first) and person.part is Part.ACTOR:
            return person.as_argument()
    return None


def exchange(scene: Scene) -> Argument | None:
    """What a sentence says was given or asked in exchange, in its own words."""
    row = scene.read.sentence.row
    for cue in scene.read.cues:
        if cue.name not in ("exchange", "in_return"):
            continue
        end = cue.last
        while (
            cue.name == "exchange"
            and end < len(row)
            and row[end].text not in _ENDS
            and end - cue.first < 20
        ):
            end += 1
        written = row[cue.first : end]
        text = scene.page.text[written[0].start : written[-1].stop]
        return Argument(text, written[0].start, written[-1].stop)
    return None
