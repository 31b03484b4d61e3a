from tests.readme import BEGIN, END, README, excerpt, with_excerpt


def test_the_readme_shows_what_the_demo_prints() -> None:
    page = README.read_text(encoding="utf-8")
    assert page.count(BEGIN) == page.count(END) == 1
    assert page == with_excerpt(page, excerpt()), "run `python -m tests.readme`"
