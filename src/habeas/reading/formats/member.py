"""`Member`: one document that a file is kept as, with what the file itself tells of it.

Most files are kept as they came: one member, the same bytes. A letter is kept without its headers, an
archive as the pages in it, an export as its posts. What is a member's bytes is what is hashed, sealed
and read; whatever is not in them is dropped at the door.
Law: a member's bytes are a file of their own, and kept as themselves.
"""

from dataclasses import dataclass

MOST = 10_000
"""Documents one file may hold."""


@dataclass(frozen=True, slots=True)
class Member:
    """The name and bytes of a document, who published it, its address, and what was odd about it.

    `unsigned`: whatever told who published it was dropped. `borrowed`: the words are another's than
    whoever published the file; what a person tells about the file's publisher does not hold for it.
    """

    name: str
    data: bytes
    publisher: str = ""
    address: str = ""
    warnings: tuple[str, ...] = ()
    borrowed: bool = False
    unsigned: bool = False
