"""The TOML that packs are written in, read in a quarter of the time that all of TOML takes.

Decides what of a file belongs to that part: tables, arrays of tables, and under a name a text on one
line or many, a list of texts, a list of such lists, a whole number, true or false; nothing is escaped.
Whatever else there is, faults too, is for `tomllib`, and so for the caller.

Laws: what comes is what `tomllib` gives; the time grows with the length of the file alone.
"""

from __future__ import annotations

import re
from typing import cast

_TEXT = r'"[^"\n]*+"'
_LIST = rf"\[\s*+(?:{_TEXT}\s*+,\s*+)*+(?:{_TEXT}\s*+)?\]"
_LISTS = rf"\[\s*+(?:{_LIST}\s*+,\s*+)*+(?:{_LIST}\s*+)?\]"
_VALUE = rf'("""\n?)|({_TEXT})|({_LIST})|({_LISTS})|(-?(?:0|[1-9]\d*)|true|false)'
_STATEMENT = re.compile(
    rf"(?:([\w-]+|{_TEXT})[ ]*=[ ]*(?:{_VALUE})|\[([\w.-]+)\]|\[\[([\w-]+)\]\])", re.A
)
_MANY_LINES, _ONE_LINE, _OF_TEXTS, _OF_LISTS, _PLAIN, _TABLE, _ARRAY = range(2, 9)
"""The groups of a statement, by number."""
_GAP = re.compile(r"[ \t]*+(?:#[^\n]*+)?(?:\n[ \t]*+(?:#[^\n]*+)?)*+(?:(?<=\n)|\Z)")
"""What may stand behind a statement: a remark, the end of the line, and lines of nothing else."""
_BEGINNING = re.compile(r"(?:[ \t]*+(?:#[^\n]*+)?\n)*+")
_TEXTS = re.compile(r'"([^"]*)"')
_INNER = re.compile(_LIST)
_STRANGE = bytes({*range(32), 127, ord("\\")} - {9, 10})
"""Bytes that no pack has: control signs, and the sign that escapes."""

Values = dict[str, object]


def plain_toml(data: bytes) -> Values | None:
    """The values of a file in UTF-8; None where it is not all of the plain sort."""
    data = data.replace(b"\r\n", b"\n")
    if len(data.translate(None, _STRANGE)) != len(data):
        return None
    text = data.decode("utf-8")
    file = _File()
    at = _behind(_BEGINNING, text, 0)
    while at < len(text):
        found = _STATEMENT.match(text, at)
        if found is None:
            return None
        at = file.take(found)
        at = _behind(_GAP, text, at) if at >= 0 else at
        if at < 0:
            return None
    return file.values


def _behind(pattern: re.Pattern[str], text: str, at: int) -> int:
    """The place behind what a pattern takes, -1 where it takes nothing."""
    found = pattern.match(text, at)
    return found.end() if found is not None else -1


class _File:
    """The values of a file so far, and the table that is being filled."""

    def __init__(self) -> None:
        self.values: Values = {}
        self._now = self.values
        self._tables = set[str]()
        self._arrays: dict[str, list[Values]] = {}

    def take(self, found: re.Match[str]) -> int:
        """Take a statement in: the place behind it, -1 where it may not stand here."""
        sort = found.lastindex
        if sort == _ARRAY:
            taken = self._begin_in_array(found[_ARRAY])
        elif sort == _TABLE:
            taken = self._begin(found[_TABLE])
        elif sort == _MANY_LINES:
            return self._take_lines(found)
        else:
            taken = self._enter(found, _value(found))
        return found.end() if taken else -1

    def _begin_in_array(self, name: str) -> bool:
        if name not in self._arrays and name in self.values:
            return False
        if name not in self._arrays:
            self.values[name] = self._arrays[name] = []
        self._now = {}
        self._arrays[name].append(self._now)
        return True

    def _begin(self, name: str) -> bool:
        if name in self._tables:
            return False
        self._tables.add(name)
        inner: object = self.values
        for part in name.split("."):
            if not part or not isinstance(inner, dict):
                return False
            inner = inner.setdefault(part, {})
        self._now = cast(Values, inner)
        return isinstance(inner, dict)

    def _take_lines(self, found: re.Match[str]) -> int:
        text, begin = found.string, found.end()
        end = text.find('"""', begin)
        return end + 3 if end >= 0 and self._enter(found, text[begin:end]) else -1

    def _enter(self, found: re.Match[str], value: object) -> bool:
        """Write a value under its name; not where there is one already."""
        name = found[1].strip('"')
        if name in self._now:
            return False
        self._now[name] = value
        return True


def _value(found: re.Match[str]) -> object:
    """The value of a statement that has one, on one line or as a list."""
    sort = found.lastindex or 0
    written = found[sort]
    if sort == _ONE_LINE:
        return written[1:-1]
    if sort == _OF_TEXTS:
        return _TEXTS.findall(written)
    if sort == _OF_LISTS:
        return [_TEXTS.findall(one) for one in _INNER.findall(written, 1)]
    return written == "true" if written in ("true", "false") else int(written)
