"""How many entries of a log there are, in words, for the sentences of tasks."""


def entries(number: int) -> str:
    """So many entries: "1 entry", "1,200 entries"."""
    return "1 entry" if number == 1 else f"{number:,} entries"


def first_entries(number: int) -> str:
    """The first so many entries: "first entry", "first 1,200 entries"."""
    return "first entry" if number == 1 else f"first {entries(number)}"
