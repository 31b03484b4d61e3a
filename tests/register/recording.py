"""What SQLCipher writes and syncs, recorded beneath its encryption: a VFS around that of the platform.

Law: the program under test is the real one, key and pages too; only the functions by which SQLite
writes, truncates, syncs and deletes a file are called through here, and do what they did.

Source: SQLite's own description of `sqlite3_vfs` and `sqlite3_io_methods`.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass, field

from sqlcipher3 import _sqlite3

_WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_TRUNCATE = CFUNCTYPE(c_int, c_void_p, c_int64)
_SYNC = CFUNCTYPE(c_int, c_void_p, c_int)
_DELETE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
_OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)


class _Methods(Structure):
    """`sqlite3_io_methods`, version 3."""

    _fields_ = (
        ("version", c_int),
        ("close", c_void_p),
        ("read", c_void_p),
        ("write", _WRITE),
        ("truncate", _TRUNCATE),
        ("sync", _SYNC),
        *((f"more{number}", c_void_p) for number in range(13)),
    )


class _File(Structure):
    """`sqlite3_file`."""

    _fields_ = (("methods", POINTER(_Methods)),)


class _Vfs(Structure):
    """`sqlite3_vfs`, version 3."""

    _fields_ = (
        ("version", c_int),
        ("size", c_int),
        ("longest", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", _OPEN),
        ("delete", _DELETE),
        *((f"more{number}", c_void_p) for number in range(14)),
    )


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes written to a file at a place."""

    file: str
    data: bytes
    at: int


@dataclass(frozen=True, slots=True)
class Truncate:
    """A file cut to a size."""

    file: str
    size: int


@dataclass(frozen=True, slots=True)
class Sync:
    """All that was written to a file so far is on the disk."""

    file: str


@dataclass(frozen=True, slots=True)
class Delete:
    """A file is gone."""

    file: str


@dataclass(frozen=True, slots=True)
class Told:
    """The program was told that what it did is kept."""

    what: object


Step = Write | Truncate | Sync | Delete | Told


def can_record() -> bool:
    """Whether this SQLCipher lets another VFS in: its functions can be found by their names."""
    return hasattr(ctypes.CDLL(_sqlite3.__file__), "sqlite3_vfs_register")


@dataclass(slots=True)
class Recording:
    """The steps so far; `tell` adds what the program was told."""

    steps: list[Step] = field(default_factory=list)

    def tell(self, what: object) -> None:
        """Note that the program was told."""
        self.steps.append(Told(what))


class _Shim:
    """Our functions, which must live as long as SQLite may call them."""

    def __init__(self, below: _Vfs, steps: list[Step]) -> None:
        self.below, self.steps = below, steps
        self.files: dict[int, tuple[str, _Methods]] = {}
        self.tables: dict[int, tuple[_Methods, _Methods]] = {}
        self.vfs = _Vfs.from_buffer_copy(below)
        self.vfs.name, self.vfs.next = b"recording", None
        self.vfs.open, self.vfs.delete = _OPEN(self.open), _DELETE(self.delete)

    def open(self, _vfs: int, name: int | None, at: int, flags: int, out: int) -> int:
        code: int = self.below.open(ctypes.addressof(self.below), name, at, flags, out)
        file = _File.from_address(at)
        if code == 0 and file.methods:
            where = ctypes.addressof(file.methods.contents)
            if where not in self.tables:
                theirs = file.methods.contents
                ours = _Methods.from_buffer_copy(theirs)
                ours.write, ours.truncate = _WRITE(self.write), _TRUNCATE(self.truncate)
                ours.sync = _SYNC(self.sync)
                self.tables[where] = theirs, ours
            theirs, ours = self.tables[where]
            self.files[at] = _words(name), theirs
            file.methods = ctypes.pointer(ours)
        return code

    def write(self, at: int, data: int, size: int, place: int) -> int:
        name, below = self.files[at]
        self.steps.append(Write(name, ctypes.string_at(data, size), place))
        code: int = below.write(at, data, size, place)
        return code

    def truncate(self, at: int, size: int) -> int:
        name, below = self.files[at]
        self.steps.append(Truncate(name, size))
        code: int = below.truncate(at, size)
        return code

    def sync(self, at: int, flags: int) -> int:
        name, below = self.files[at]
        code: int = below.sync(at, flags)
        self.steps.append(Sync(name))
        return code

    def delete(self, _vfs: int, name: int, flush: int) -> int:
        self.steps.append(Delete(_words(name)))
        code: int = self.below.delete(ctypes.addressof(self.below), name, flush)
        return code


def _words(name: int | None) -> str:
    """A file's name. SQLite keeps the pointer itself, so that ours must not be a copy."""
    return ctypes.string_at(name).decode() if name else ""


@contextmanager
def recorded() -> Iterator[Recording]:
    """Inside, what is opened anew is recorded; all of it must be closed before the end."""
    library = ctypes.CDLL(_sqlite3.__file__)
    library.sqlite3_vfs_find.restype = c_void_p
    library.sqlite3_vfs_register.argtypes = (c_void_p, c_int)
    library.sqlite3_vfs_unregister.argtypes = (c_void_p,)
    below = library.sqlite3_vfs_find(None)
    recording = Recording()
    shim = _Shim(_Vfs.from_address(below), recording.steps)
    library.sqlite3_vfs_register(ctypes.addressof(shim.vfs), 1)
    try:
        yield recording
    finally:
        library.sqlite3_vfs_unregister(ctypes.addressof(shim.vfs))
        library.sqlite3_vfs_register(below, 1)
