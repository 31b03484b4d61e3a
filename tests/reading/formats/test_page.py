"""The tree of a page: how many words its parts have, and what is dropped."""

from __future__ import annotations

from habeas.reading.formats.page import drop_banners, parsed, sizes_of

PAGE = """<html><body>
<div id="article"> Twelve <b>freed</b> today. <p>In Minsk</p></div>
<script>let a = "many words"</script><svg>a<text>of a drawing</text></svg>
<div class="cookie-banner">We <i>ask</i> you</div> end
</body></html>"""


def test_the_words_of_an_element_are_those_in_it_and_none_of_scripts() -> None:
    tree = parsed(PAGE, name="a.html").tree
    sizes = {element.tag: size for element, size in sizes_of(tree).items()}
    own = {"b": 5, "p": 8, "script": 0, "text": 12, "svg": 12, "i": 3}
    assert {tag: sizes[tag] for tag in own} == own
    by_id = tree.get_element_by_id("article")
    assert sizes_of(tree)[by_id] == len("Twelve") + len("freed") + len("today.") + len("In Minsk")
    assert sizes["html"] == sizes["body"] == 25 + len("We") + len("ask") + len("you") + len("end")


def test_a_banner_is_dropped_and_it_is_told_that_one_was() -> None:
    tree = parsed(PAGE, name="a.html").tree
    assert drop_banners(tree, sizes_of(tree))
    assert "ask" not in tree.text_content()
    assert not drop_banners(tree, sizes_of(tree))


def test_what_holds_most_of_the_words_is_no_banner() -> None:
    tree = parsed("<html><body><div id=consent>All words</div></body></html>", name="a.html").tree
    assert not drop_banners(tree, sizes_of(tree))
    assert tree.text_content() == "All words"
