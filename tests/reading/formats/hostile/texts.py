"""Plain text and Markdown: signs without end, numbers and days that are none, letters in disguise."""

from collections.abc import Iterator

from tests.reading.formats import made

_SAID = f"{made.PARAGRAPH} "
_FREED = "On Saturday, {} political prisoners were released in Minsk."
_MARIA = "Maria Kalesnikava was released in Minsk {}. "
_MANY = 20_000
_DAYS = (
    *(
        "on 32.13.0000",
        "on 30.02.2025",
        "on 29.02.1900",
        "on 0.0.0",
        "on 1.1.10000",
        "on 99.99.99999",
    ),
    *("on 31.12.9999", "on 1.1.1", "on 2025-13-45", "on 0000-00-00", "on 10000-01-01", "in 0000"),
    *(
        "on 30 February 2025",
        "on February 30",
        "on 31 June",
        "on 0 January 2025",
        "in December 99999",
    ),
    *("999999999999 days ago", "9999 years ago", "in 99999999 weeks", "0 days ago", "-5 days ago"),
    *("9" * 3_000 + " days ago", "yesterday " * 1_000, "on 12.12.\u0662\u0660\u0662\u0665"),
)
_NUMBERS = {
    **{f"digits-{size}": "9" * size for size in (20, 400, 4_000, 4_301, 100_000)},
    "groups": "1," * 5_000 + "000",
    "decimals": "1." + "0" * 5_000 + "1 million",
    "magnitudes": "5 " + "million " * 5_000,
    "words": "hundred " * 5_000,
    "ranges": "12-" * 5_000 + "15",
    "arabic": "\u0660\u0661\u0662\u0663",
    "thai": "\u0e51\u0e52\u0e53",
    "mathematical": "\U0001d7cf\U0001d7d0\U0001d7d1",
    "full": "\uff11\uff12\uff13",
    "ideographs": "\u4e00\u767e\u4e8c\u5341\u4e09",
    "roman": "\u216b",
    "raised": "123\u00b9",
    "half": "\u00bd",
    "odd": "1e999 -5 +5 1/0 NaN Infinity",
}
_SIGNS = {
    **{name: sign * _MANY for name, sign in (("brackets", "("), ("dots", "."), ("commas", ","))},
    **{name: sign * _MANY for name, sign in (("dashes", "-"), ("marks", '"'), ("colons", "a: "))},
    "pairs": "()" * _MANY,
    "nested": "(a" * _MANY + ")" * _MANY,
    "line": "x" * 500_000,
    "digit": "7" * 500_000,
    "lines": "\n" * 500_000,
    "blanks": " " * 500_000,
    "unseen": "\u200b" * _MANY + "\u202e" * _MANY,
    "heap": "a" + "\u0301" * 100_000,
    "heap-of-two": "a" + "\u0301\u0316" * 100_000,
    "heaps": "".join(letter + "\u0301\u0323" * 56 for letter in "Kalesnikava was released " * 20),
    "halves": "Maria \ud800 Kales\udfffnikava was released in Minsk. " * 5,
    "planes": "".join(map(chr, range(0xE0000, 0xE1000))) + "\U0010ffff\u0378\U0003fffe",
    "nothing": "\ufdd0\uffff\ufffe" * 500,
    "turned": "\u202eavakinselaK airaM\u202c was released. \u2066Kales\u2069nikava was detained. "
    * 50,
    "marks-inside": f"\ufeff{_SAID}\ufeff" * 3,
    "shortened": "Dr. Prof. St. z.B. u.a. " * 2_000,
    "hyphens": "Anna-" * _MANY,
    "initials": "A. " * _MANY,
    "names": "Maria Kalesnikava, " * 2_000,
    "triggers": "released detained sentenced died pardoned 12 Maria Kalesnikava and " * 300,
    "endless": "Maria Kalesnikava was released and " * 2_000,
    "days": "12 December 2025, " * 2_000,
    "slashes": "released 1/" * _MANY,
    "ligatures": "\ufdfa\u0958\U0001d160" * 5_000,
    "families": "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 5_000,
    "long-word": "Kalesnikava" * _MANY,
}
_MARKDOWN = {
    "heading": "# a" + " " * 500_000 + "b\n",
    "heading-marks": "# a" + " #" * 200_000 + "b\n",
    "comments": "<!--" * 200_000,
    "tags": "<b " * 100_000,
    "pictures": "![a](" * 100_000,
    "fences": "```\n" * 50_000,
    "rules": "- - - " * 50_000 + "\n",
    "braces": "x{." * 100_000,
    "title": "---\ntitle: a" + " " * 500_000 + "b\ndate: 99999-99-99T\nlang: ../..\n---\n",
}


def texts() -> Iterator[tuple[str, bytes]]:
    """All of them."""
    for name, words in _SIGNS.items():
        yield f"signs-{name}.txt", (_SAID + words).encode("utf-8", "surrogatepass")
    for name, number in _NUMBERS.items():
        term = (
            f"Maria Kalesnikava was sentenced to {number} years in prison on {number}.12.{number}."
        )
        yield f"number-{name}.txt", f"{_FREED.format(number)} {term}".encode()
    yield "odd-days.txt", "".join(_MARIA.format(day) for day in _DAYS).encode()
    for name, words in _MARKDOWN.items():
        yield f"{name}.md", (words + _SAID).encode()
    russian = "В Минске освободили 12 человек. "
    yield "mixed.txt", russian.encode() * 20 + russian.encode("cp1251") * 20
    yield "wrong-mark.txt", b"\xff\xfe" + _SAID.encode()
    yield "nuls.txt", f"{_SAID * 50}\0".encode()
    yield "note.note", b"Habeas note 1\nKind: x\nDay: 2025-13-45\n\n" + _SAID.encode()
    yield "post.post", b"Habeas post 1\nKind: post\nDay: 9999-99-99\n" + b"A: b\n" * 9_999 + b"\nx"
