"""Files made with bad intent or by bad luck, for every format; made by code, a module for each family.

A small file stands for a large one where the fault is the same: what takes minutes at its largest size
was measured apart, through the command line (docs/decisions/0040-workers-and-caps.md).
"""

from collections.abc import Callable, Iterator

from tests.reading.formats.hostile.archives import archives
from tests.reading.formats.hostile.exports import exports
from tests.reading.formats.hostile.feeds import feeds
from tests.reading.formats.hostile.knots import knots
from tests.reading.formats.hostile.letters import letters
from tests.reading.formats.hostile.lists import lists
from tests.reading.formats.hostile.mails import mails
from tests.reading.formats.hostile.markup import markup
from tests.reading.formats.hostile.packages import packages
from tests.reading.formats.hostile.pages import pages
from tests.reading.formats.hostile.pdfs import pdfs
from tests.reading.formats.hostile.posts import posts
from tests.reading.formats.hostile.records import records
from tests.reading.formats.hostile.sheets import sheets
from tests.reading.formats.hostile.texts import texts
from tests.reading.formats.hostile.whole import GOOD as GOOD
from tests.reading.formats.hostile.whole import cut_and_flipped
from tests.reading.formats.hostile.zips import zips

MAKERS: tuple[Callable[[], Iterator[tuple[str, bytes]]], ...] = (
    *(cut_and_flipped, packages, zips, sheets, lists, pdfs, knots, letters, mails),
    *(exports, posts, feeds, archives, records, pages, markup, texts),
)

FILES: dict[str, bytes] = {name: data for maker in MAKERS for name, data in maker()}
"""All of them, by name."""
