"""XML parts: nothing expands, nothing outside is opened, nothing is too large."""

import pytest

from habeas.errors import ReportError
from habeas.reading.formats import xml


def code(data: bytes) -> str:
    with pytest.raises(ReportError) as caught:
        xml.tree(data, name="x")
    return caught.value.code


def test_names_come_without_their_space() -> None:
    root = xml.tree(b'<a:b xmlns:a="urn:x"><c/><!-- no --></a:b>', name="x")
    assert [xml.local(element) for element in root.iter()] == ["b", "c"]


@pytest.mark.parametrize(
    "doctype",
    [
        b'<!DOCTYPE x [<!ENTITY a "b">]>',
        b'<!DOCTYPE x SYSTEM "file:///etc/hostname">',
        b"<!DOCTYPE x>",
    ],
)
def test_a_document_type_is_refused(doctype: bytes) -> None:
    assert code(doctype + b"<x/>") == "xml-doctype"


def test_an_entity_in_another_encoding_is_refused_too() -> None:
    assert code('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode("utf-16")) == "xml-doctype"


def test_what_is_no_xml_or_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert code(b"<a><b></a>") == "report-damaged"
    monkeypatch.setattr(xml, "LARGEST", 10)
    assert code(b"<a>0123456789</a>") == "archive-too-large"
