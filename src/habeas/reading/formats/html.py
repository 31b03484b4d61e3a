"""Web pages saved as HTML: the article, its headline, the day the page says it was published.

Joins the steps: bounds and tree (`page`), day (`page_day`), words (`article`). The libraries behind
the last two cost 0.2 s to load, and are loaded with the first page.
"""

import re

from habeas.errors import ReportError
from habeas.language.clean import clean
from habeas.reading.formats.binary import binary_kind
from habeas.reading.formats.decoding import decoded
from habeas.reading.formats.making import made
from habeas.terms.report import Text

_BEGINS = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}"
    r"<(?:!doctype\s+html|html|head|body|meta|title)\b",
    re.I | re.S,
)
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)
_PROLOG = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.-]{2,40})", re.I)
_BEGINNING = 16_384


class Html:
    """Web pages."""

    name = "html"
    version = "2"
    media_types = ("text/html", "application/xhtml+xml")
    endings = (".html", ".htm", ".xhtml")

    def sniff(self, data: bytes, *, name: str) -> bool:
        """Whether the name ends as a page's does, or the bytes begin as a page."""
        if binary_kind(data) is not None:
            return False
        head = data[:_BEGINNING].replace(b"\0", b"").decode("latin-1").lstrip("ÿþï»¿")
        return name.lower().endswith(self.endings) or _BEGINS.match(head) is not None

    def text_of(self, data: bytes, *, name: str) -> Text:
        """The article of a page, with its headline, and the day its metadata tell.

        Raises:
            ReportError: the encoding cannot be told; the page is too large, or holds no words.
        """
        from habeas.reading.formats.article import article  # noqa: PLC0415 - 0.2 s to load
        from habeas.reading.formats.headline import headline  # noqa: PLC0415 - loads lxml
        from habeas.reading.formats.page import (  # noqa: PLC0415 - loads lxml
            parsed,
            sizes_of,
            within_bounds,
        )
        from habeas.reading.formats.page_day import page_day  # noqa: PLC0415 - 0.1 s to load

        slim = within_bounds(data, name=name)
        found = decoded(slim, name=name, declared=declared_encoding(slim))
        source, dropped = clean(found.text)
        page = parsed(source, name=name)
        language = (page.tree.get("lang") or "")[:2].lower() or None
        sizes = sizes_of(page.tree)
        top = headline(page.tree, sizes)
        published = page_day(page.tree, top, language)
        told = article(page, top, sizes)
        if not told.body.strip():
            raise _without_words(name, source)
        raw = Text(
            told.body,
            f"{self.name} {self.version} ({told.by})",
            told.title,
            published,
            language,
            (*found.warnings, *dropped, *told.warnings),
        )
        return made(raw, name=name)


def declared_encoding(data: bytes) -> str | None:
    """The encoding a page names in its first 4,096 bytes, as written there."""
    head = data[:4096]
    match = _CHARSET.search(head) or _PROLOG.search(head)
    return match[1].decode("ascii") if match else None


def _without_words(name: str, source: str) -> ReportError:
    scripts = ", only scripts" if "<script" in source.lower() else ""
    return ReportError(
        f"“{name}” is a page without words{scripts}; open it in a browser, and save what you see as "
        "text or HTML.",
        code="html-without-words",
        report=name,
    )
