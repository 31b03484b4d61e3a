"""Pages saved with SingleFile tell where they are from."""

from habeas.reading.formats.html import Html
from habeas.reading.formats.saved_page import SavedPage
from tests.reading.formats import made

COMMENT = (
    b"<!--\n Page saved with SingleFile \n url: https://example.org/a?b=c \n saved date: Sun\n-->"
)
PAGE = b"<!DOCTYPE html> <html lang=en>" + COMMENT + b"<p>" + made.PARAGRAPH.encode()


def test_the_page_stays_as_it_is_and_tells_its_address() -> None:
    assert SavedPage().sniff(PAGE, name="a.html")
    [member] = SavedPage().members(PAGE, name="a.html")
    assert (member.data, member.address) == (PAGE, "https://example.org/a?b=c")
    assert SavedPage().text_of(PAGE, name="a") == Html().text_of(PAGE, name="a")


def test_an_address_that_is_no_web_address_is_not_believed() -> None:
    assert not SavedPage().sniff(PAGE.replace(b"https:", b"javascript:"), name="a.html")
    assert not SavedPage().sniff(made.page(), name="a.html")
