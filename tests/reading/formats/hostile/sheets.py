"""Lists: workbooks and CSV."""

from collections.abc import Iterator

from tests.reading.formats import made


def sheets() -> Iterator[tuple[str, bytes]]:
    yield "far.xlsx", made.xlsx([], cells='<row><c r="XFD1"><v>1</v></c></row>')
    yield (
        "row.xlsx",
        made.xlsx([["a"]], cells='<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
    )
    yield "index.xlsx", made.xlsx([], cells='<row><c t="s"><v>999999999</v></c></row>')
    yield "minus.xlsx", made.xlsx([], cells='<row><c t="s" s="-1"><v>-5</v></c></row>')
    yield "style.xlsx", made.xlsx([], cells='<row><c s="99999999999999"><v>1e308</v></c></row>')
    yield "day.xlsx", made.xlsx([], cells='<row><c s="1"><v>2958465.9</v></c></row>')
    yield (
        "nan.xlsx",
        made.xlsx([], cells='<row><c s="1"><v>nan</v></c><c s="1"><v>inf</v></c></row>'),
    )
    yield "formula.xlsx", made.xlsx([["=1+1", "=cmd|' /C calc'!A0"], ["@SUM(A1)", "+1"]])
    yield "none.xlsx", made.xlsx([])
    yield (
        "link.xlsx",
        made.xlsx(
            [["a"]],
            parts={
                "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" '
                'TargetMode="External" Target="https://example.org/"/></Relationships>'
            },
        ),
    )
    yield "cells.csv", b"a;b\n" + b";".join(b"x" for _ in range(300)) + b"\n"
    yield "quote.csv", b'a;b\n"' + b"x\n" * 200_000
    yield "quotes.csv", b'"' * 9_999 + b"\na\n"
    yield "nul.csv", b"a,b\n1,\0\n"
    yield "formula.csv", b'name,day\n=HYPERLINK("http://x"),@SUM(A1)\n'
    yield "digits.csv", b"name,arrested,prison,penalty\nA B," + b"9" * 6_000 + b",x," + b"9" * 400
    yield "days.csv", b"name,arrested,prison,penalty\nA B,0000-00-00,x,y\nC D,99.99.9999,x,y\n"
    yield "header.csv", b",,,\n1,2,3,4\n"
    yield "long.csv", b"name,arrested,prison,penalty\n" + b"A" * 5_000 + b",2020-01-01,x,y\n"
