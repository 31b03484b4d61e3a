from tests.pages import Command, Ids, commands

PAGE = """
Words.

<!-- exits 2 -->
<!-- types a | q -->
```console
$ habeas review \\
    --as "Ann B"
one
...
last
$ habeas read a.txt > b.jsonl
```

```text
$ habeas not this
```
"""


def test_commands_are_read_with_their_output() -> None:
    assert list(commands(PAGE)) == [
        Command(7, ("habeas", "review", "--as", "Ann B"), "one\n...\nlast", 2, "a\nq\n"),
        Command(12, ("habeas", "read", "a.txt"), None, 2, "a\nq\n", "b.jsonl"),
    ]


def test_dots_stand_for_any_lines() -> None:
    assert Ids().meets("one\n...\nlast", "one\nx\ny\nlast\n")
    assert not Ids().meets("one\n...\nlast", "one\nx\ny\n")
    assert not Ids().meets("one", "one\ntwo")


def test_dots_within_a_line_stand_for_anything_in_it() -> None:
    assert Ids().meets("0 spellings... told", "0 spellings, as was told")
    assert not Ids().meets("0 spellings... told", "0 spellings\nas was told")


def test_ids_of_the_page_stand_for_those_of_the_run() -> None:
    ids = Ids()
    page, run = "c-aaaaaaaaaaaa says, c-aaaaaaaaaaaa", "c-bbbbbbbbbbbb says, c-bbbbbbbbbbbb"
    assert ids.meets(page, run)
    assert ids.in_run("habeas show c-aaaaaaaaaaaa") == "habeas show c-bbbbbbbbbbbb"
    assert not ids.meets("c-aaaaaaaaaaaa", "c-dddddddddddd")


def test_one_id_of_the_page_is_one_id_of_the_run() -> None:
    page, run = "c-aaaaaaaaaaaa c-aaaaaaaaaaaa", "c-bbbbbbbbbbbb c-dddddddddddd"
    assert not Ids().meets(page, run)


def test_a_command_may_have_its_first_line_typed_back() -> None:
    page = "<!-- types back -->\n```console\n$ habeas new a\n```\n"
    assert list(commands(page)) == [Command(3, ("habeas", "new", "a"), None, 0, None)]
