"""The body of an entry as it goes into the log: canonical, not too large, and of clean characters."""

from habeas.errors import MistakeError
from habeas.register.wording import BODY_LIMIT, check_size, check_words
from habeas.terms.canonical import body
from habeas.terms.entry import Content


def canonical(content: Content) -> bytes:
    """The canonical body of a content.

    Raises:
        MistakeError: it cannot be written, is too large, or holds characters that do not belong there.
    """
    try:
        data = body(content)
    except ValueError as wrong:
        raise MistakeError(
            f"The content {content.id} cannot be written ({wrong}).", code="content-unwritable"
        ) from None
    check_size(len(data), BODY_LIMIT, f"one entry ({content.id})")
    words = data.decode("utf-8")
    check_words(_unescaped(words), f"the content {content.id}")
    return data


def _unescaped(words: str) -> str:
    """The JSON text with its escaped NULs as NULs, and no other change."""
    if "\\u0000" not in words:
        return words
    return words.replace("\\\\", "").replace("\\u0000", "\0")
