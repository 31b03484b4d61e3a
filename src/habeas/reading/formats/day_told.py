"""The day of a page where the page itself says of which article it is the day.

Decides the order in which a page is believed: the linked data (JSON-LD) of the article with the page's
headline; metadata that name a publication; the day printed beside the headline, in words of the page's
language; the page's address. Laws: a day of another article, of a comment or of a change is never taken;
a day is whole, or it is not taken here.
"""

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from lxml import html

from habeas.errors import MistakeError
from habeas.language.dates import dates
from habeas.language.identify import language_of
from habeas.language.pack import codes, pack
from habeas.reading.formats.headline import Headline
from habeas.reading.formats.page import sizes_of
from habeas.reading.formats.page_words import bare, page_words
from habeas.terms.when import When, from_edtf, on

_ARTICLE = re.compile(r"Article$|Posting$|^Report$|^PressRelease$")
_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage")
_LONGEST_DATA = 1_000_000
_LONGEST = 90
"""Letters a line may have in which a day is printed."""
_OTHER_WORDS = 7
"""Words it may have beside its days, where the page calls it a day."""
_FEW_WORDS = 3
"""Words any other line may have, none of them longer than three letters and small."""
_VERBAL = re.compile(r"[^\W\d_]{4}")
_RUNNING = 60
"""Letters from which a paragraph is part of the article."""
_MOST = 80
"""Elements behind the headline that are looked at; before it, a quarter."""
_LATER = re.compile(r"modif|updat|changed", re.I)
_DAYS = re.compile(r"dat[eau]|time|publish|posted|meta|byline|info", re.I)
_APART = re.compile(
    r"comment|related|recommend|sidebar|footer|teaser|widget|archive|card|recent|event|calendar",
    re.I,
)
_SILENT = frozenset(("script", "style", "noscript", "template", "svg", "button", "form"))
_ENDS = frozenset(("nav", "aside", "footer", "h1", "h2", "h3", "article"))
_DATED = ("h2", "h3")
_YEAR = re.compile(r"\d{4}|\d[./]\d")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?!\d)")


def told_day(tree: html.HtmlElement, top: Headline, language: str | None) -> When | None:
    """The whole day on which the article was published; None where the page does not say so."""
    return (
        _of_linked_data(tree, top)
        or _of_metadata(tree)
        or _beside(tree, top, language)
        or _of_address(tree)
    )


def strange_data(tree: html.HtmlElement) -> list[html.HtmlElement]:
    """What tells days that are not the article's: data of several articles, days of a change."""
    several = [script for script in _scripts(tree) if len(list(_articles(script))) != 1]
    changed = [
        element
        for element in tree.iter("meta", "time")
        if _LATER.search(" ".join(map(str, element.attrib.values())))
    ]
    with_top = {box for top in tree.iter("h1") for box in top.iterancestors()}
    apart = [
        time
        for time in tree.iter("time")
        if any(_marked(box, _APART) and box not in with_top for box in time.iterancestors())
    ]
    return [*(script for script in several if _has_lists(script)), *changed, *apart]


def _has_lists(script: html.HtmlElement) -> bool:
    return (script.text or "").count('"@type"') > 1


def _scripts(tree: html.HtmlElement) -> list[html.HtmlElement]:
    return [script for script in tree.iter("script") if "ld+json" in (script.get("type") or "")]


def _articles(script: html.HtmlElement) -> Iterator[dict[str, object]]:
    """The articles that a piece of linked data is about, not those it only mentions."""
    if len(script.text or "") > _LONGEST_DATA:
        return
    try:
        waiting: deque[object] = deque([json.loads(script.text or "")])
    except (ValueError, RecursionError):
        return
    while waiting:
        thing = waiting.popleft()
        if isinstance(thing, list):
            waiting += thing
        if not isinstance(thing, dict):
            continue
        kinds = thing.get("@type")
        if any(
            _ARTICLE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])
        ):
            yield thing
        waiting += [thing[key] for key in _WITHIN if key in thing]


def _of_linked_data(tree: html.HtmlElement, top: Headline) -> When | None:
    found = [article for script in _scripts(tree) for article in _articles(script)]
    own = [article for article in found if _same(str(article.get("headline") or ""), top.words)]
    for article in own or (found if len(found) == 1 else []):
        if day := _day(str(article.get("datePublished") or "")):
            return day
    return None


def _same(one: str, other: str) -> bool:
    one, other = bare(one), bare(other)
    return bool(one and other) and (one in other or other in one)


def _of_metadata(tree: html.HtmlElement) -> When | None:
    for meta in tree.iter("meta"):
        names = {(meta.get(key) or "").lower() for key in ("property", "name", "itemprop")}
        if names & page_words().published and (day := _day(meta.get("content") or "")):
            return day
    return None


def _beside(tree: html.HtmlElement, top: Headline, language: str | None) -> When | None:
    if top.element is None:
        return None
    order = [one for one in tree.iter() if isinstance(one.tag, str)]
    place = order.index(top.element)
    inside = len(list(top.element.iter()))
    sizes = sizes_of(tree)
    behind = list(_near(order[place + inside : place + inside + _MOST], sizes))
    before = order[max(0, place - _MOST // 4) : place][::-1]
    for element in behind:
        written = element.get("datetime") or element.get("content") or ""
        if element.tag == "time" and not _marked(element, _LATER) and (day := _day(written)):
            return day
    spoken = dict.fromkeys((_spoken(tree), language))
    for code in spoken:
        for element in (*behind, *_near(before, sizes)):
            if code in codes() and (day := _printed(element, code)):
                return day
    return None


def _near(
    elements: Sequence[html.HtmlElement], sizes: Mapping[html.HtmlElement, int]
) -> Iterator[html.HtmlElement]:
    """Elements with few words, up to where the article, or another one, begins."""
    for element in elements:
        long = element.tag == "p" and sizes[element] > _LONGEST
        if long or _marked(element, _APART):
            return
        if element.tag in _SILENT or sizes[element] > 4 * _LONGEST:
            if element.tag in _ENDS:
                return
            continue
        words = " ".join(element.text_content().split())
        dated = any(map(str.isdigit, words))
        if element.tag in _ENDS and not (
            element.tag in _DATED and dated and len(words) <= _RUNNING
        ):
            return
        yield element
        if element.tag == "p" and len(words) > _RUNNING and not _YEAR.search(words):
            return


def _marked(element: html.HtmlElement, names: re.Pattern[str]) -> bool:
    marks = (element.get(key) or "" for key in ("class", "id", "itemprop", "property"))
    return names.search(" ".join(marks)) is not None


def _spoken(tree: html.HtmlElement) -> str | None:
    return language_of(
        " ".join(one.text_content() for one in tree.iter("p", "h1", "title"))[:20_000]
    )


def _printed(element: html.HtmlElement, language: str) -> When | None:
    """The day in a short line beside the headline; of two, the earlier: the other tells a change."""
    line = " ".join(element.text_content().split())
    if not 8 <= len(line) <= _LONGEST or not any(map(str.isdigit, line)):
        return None
    found = [day for day in dates(line, pack(language), None) if day.when.days == 1]
    rest = line
    for day in reversed(found):
        rest = rest[: day.start] + rest[day.stop :]
    changed = len(found) == 1 and page_words().changed.search(rest)
    if not found or changed or _marked(element, _LATER) or _tells_more(element, rest):
        return None
    return min((day.when for day in found), key=lambda when: when.edtf)


def _tells_more(element: html.HtmlElement, rest: str) -> bool:
    """Whether the other words of a line are too many for a mere day and its author."""
    others = [word for word in rest.split() if any(map(str.isalpha, word))]
    if _marked(element, _DAYS):
        return len(others) > _OTHER_WORDS
    return len(others) > _FEW_WORDS or any(_is_small(word) for word in others)


def _is_small(word: str) -> bool:
    """Whether a word begins with four small letters, as those of a sentence do."""
    return bool(_VERBAL.match(word)) and word[:4].islower()


def _of_address(tree: html.HtmlElement) -> When | None:
    found = tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    for address in found:
        if match := _IN_ADDRESS.search(str(address)):
            try:
                return on(date(*map(int, match.groups())))
            except ValueError:
                continue
    return None


def _day(written: str) -> When | None:
    """A day as machines write it; None for all else, a mere month too."""
    if re.match(r"(?:19[9]|2[01]\d)\d-\d\d-\d\d(?!\d)", written) is None:
        return None
    try:
        return from_edtf(written[:10])
    except MistakeError:
        return None
