"""All words of a piece of HTML (a letter's, a feed entry's), one block a line."""

from habeas.errors import ReportError
from habeas.reading.formats.flow import PAGE, flowed
from habeas.reading.formats.page import parsed, within_bounds


def words_of_page(source: str, *, name: str) -> str:
    """The words; "" where there are none.

    Raises:
        ReportError: the piece is beyond the bounds of a page (see `page`).
    """
    if not source.strip():
        return ""
    within_bounds(source.encode("utf-8", "replace"), name=name)
    try:
        return flowed(parsed(f"<html><body>{source}", name=name).tree, PAGE)
    except ReportError as error:
        if error.code == "html-empty":
            return ""
        raise
