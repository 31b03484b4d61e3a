"""ZIP archives in memory, under caps: nothing is unpacked to disk, and a member's name is no path.

Decides how many members an archive may have, how large they may be together, and how far they may
swell. The bytes that really come out are counted, not those the archive declares.
"""

import io
import zipfile
import zlib
from dataclasses import dataclass, field

from habeas.errors import ReportError
from habeas.reading.formats.limited import damaged

MOST_ENTRIES = 10_000
"""Members an archive may have."""

MOST_BYTES = 1_000_000_000
"""Bytes all members that are read may have together."""

RATIO = 100
"""Times by which a member may be larger than in the archive, beyond its first megabyte."""

DEEPEST = 3
"""Archives one inside the other."""

_STEP = 65_536
_FREE = 1_000_000


@dataclass(slots=True)
class Ration:
    """Bytes that may still be unpacked of one file, over all its archives."""

    name: str
    left: int = MOST_BYTES

    def take(self, got: int, packed: int, unpacked: int) -> None:
        """Count `got` more bytes of a stream that has given `unpacked` of `packed` so far.

        Raises:
            ReportError: there are too many (code "archive-bomb").
        """
        self.left -= got
        if self.left < 0 or unpacked > _FREE + RATIO * packed:
            raise ReportError(
                f"“{self.name}” swells to far more than it should when it is unpacked (a “bomb”), "
                "and was given up; ask where it came from.",
                code="archive-bomb",
                report=self.name,
            )


@dataclass(slots=True)
class Archive:
    """An open archive; `names` are its members' names, as data."""

    name: str
    names: tuple[str, ...]
    ration: Ration
    _file: zipfile.ZipFile = field(repr=False)

    def member(self, name: str, *, limit: int = MOST_BYTES) -> bytes:
        """The bytes of a member.

        Raises:
            ReportError: there is none, it is encrypted or damaged, larger than `limit`, or a bomb.
        """
        try:
            info = self._file.getinfo(name)
            with self._file.open(info) as member:
                parts: list[bytes] = []
                size = 0
                while part := member.read(_STEP):
                    size += len(part)
                    self.ration.take(len(part), info.compress_size, size)
                    if size > limit:
                        raise self._too_large(limit)
                    parts.append(part)
        except KeyError:
            raise damaged(self.name, f"lacks its part “{name}”") from None
        except _BROKEN as wrong:
            raise _unreadable(self.name, wrong) from None
        return b"".join(parts)

    def _too_large(self, limit: int) -> ReportError:
        return ReportError(
            f"“{self.name}” has a part of more than {limit:,} bytes, more than Habeas reads; split it.",
            code="archive-too-large",
            report=self.name,
        )


_ODD = (RuntimeError, NotImplementedError, EOFError, OSError, ValueError, OverflowError)
_BROKEN = (zipfile.BadZipFile, zlib.error, *_ODD)


def opened(data: bytes, *, name: str, ration: Ration | None = None) -> Archive:
    """An archive, opened in memory.

    Raises:
        ReportError: it is damaged, holds a name twice, or has too many members (code
            "archive-too-large").
    """
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as wrong:
        raise _unreadable(name, wrong) from None
    names = tuple(info.filename for info in file.infolist())
    if len(names) > MOST_ENTRIES:
        raise ReportError(
            f"“{name}” is an archive of {len(names):,} parts, more than the {MOST_ENTRIES:,} Habeas "
            "reads; split it.",
            code="archive-too-large",
            report=name,
        )
    if len(set(names)) < len(names):
        raise damaged(name, "holds two parts of one name, and programs differ in which they show")
    return Archive(name, names, ration or Ration(name), file)


def _unreadable(name: str, wrong: BaseException) -> ReportError:
    if isinstance(wrong, RuntimeError) and "password" in str(wrong):
        return encrypted(name)
    return damaged(name)


def encrypted(name: str) -> ReportError:
    """The refusal of a file that asks for a password."""
    return ReportError(
        f"“{name}” is locked with a password; open it, save it without one, and add that.",
        code="report-encrypted",
        report=name,
    )
