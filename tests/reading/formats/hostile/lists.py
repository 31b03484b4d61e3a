"""More lists: cells, columns, quotation marks and days that nobody expects."""

from collections.abc import Iterator

from tests.reading.formats import made

_HEAD = b"name,arrested,prison,penalty\n"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_DAYS = (
    *(
        "32.13.0000",
        "30.02.2021",
        "29.02.1900",
        "0000-01-01",
        "10000-01-01",
        "2020-W01-1",
        "2020-13",
    ),
    *("2020-01-01T99:99", "-2020-01-01", "2020/2021", "..", "\u0662\u0660\u0662\u0660-01-01"),
    "\uff17.\uff19.\uff12\uff10\uff12\uff10",
)
_TERMS = ("9" * 4_000, "-5", "0", "1e99", "\u0663", "\u4e09", "99999999999", "\u00bd", "NaN")
_NUMBERS = ("-1", "0", "60", "2958466", "1e400", "0x10", "\uff19\uff19", "9" * 400, "--", "1_000")


def _workbooks() -> Iterator[tuple[str, bytes]]:
    cell = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'
    shared = f"<sst {_MAIN}>{'<si><t>Maria Kalesnikava</t></si>' * 50_000}</sst>"
    yield "shared.xlsx", made.xlsx([["a", "b"]], cells=cell, parts={"xl/sharedStrings.xml": shared})
    long = f"<sst {_MAIN}><si><t>{'A' * 100_000}</t></si></sst>"
    many = '<row><c t="s"><v>0</v></c></row>' * 2_000
    yield "swollen.xlsx", made.xlsx([], cells=many, parts={"xl/sharedStrings.xml": long})
    yield "wide.xlsx", made.xlsx([["x"] * 16_384])
    yield "rows.xlsx", made.xlsx([], cells="<row><c><v>1</v></c></row>" * 100_001)
    places = "".join(
        f'<c r="{at}"><v>1</v></c>' for at in ("AAAAAA1", "$A$1", "A0", "a1", "Z9999999")
    )
    yield "places.xlsx", made.xlsx([["a"]], cells=f"<row>{places}</row>")
    one = '<c r="A1"><v>1</v></c>'
    yield "one-cell.xlsx", made.xlsx([], cells=f"<row>{one * 20_000}</row>")
    sheets = "".join(f'<sheet name="n{at}" r:id="rId1"/>' for at in range(5_000))
    book = f'<workbook {_MAIN} xmlns:r="r"><sheets>{sheets}</sheets></workbook>'
    yield "sheets.xlsx", made.xlsx([["a", "b"], ["x", "y"]], parts={"xl/workbook.xml": book})
    for at, target in enumerate(("workbook.xml", "../../../etc/passwd", "")):
        link = f'<Relationships><Relationship Id="rId1" Target="{target}"/></Relationships>'
        yield f"link-{at}.xlsx", made.xlsx([["a"]], parts={"xl/_rels/workbook.xml.rels": link})
    numbers = "".join(f'<row><c s="1"><v>{one}</v></c></row>' for one in _NUMBERS)
    yield "numbers.xlsx", made.xlsx([["name", "day"]], cells=numbers)
    odd = '<row><c t="e"><v>#REF!</v></c><c t="d"><v>2025-13-45</v></c><c t="s"><v>\u00b2</v></c></row>'
    yield "kinds.xlsx", made.xlsx([["a", "b"]], cells=odd)
    form = f'<styleSheet {_MAIN}><numFmts><numFmt numFmtId="x" formatCode="[$-{"y" * 100_000}"/>'
    styles = {"xl/styles.xml": f"{form}</numFmts><cellXfs/></styleSheet>"}
    yield "format.xlsx", made.xlsx([["a", "b"]], parts=styles)


def _tables() -> Iterator[tuple[str, bytes]]:
    row = "Мария Колесникова,2020-09-07,Гомель,11 лет\n"
    yield "mixed.csv", row.encode() * 50 + row.encode("cp1251") * 50 + row.encode("utf-16-le") * 5
    yield "nearly.csv", row.encode() * 500 + row.encode("cp1251")
    lone = b'Maria "Masha" Kalesnikava,2020-09-07,"x,y\nAnother,2020-09-08,z,w\n'
    yield "lone-quotes.csv", _HEAD + lone * 300
    yield "open-quote.csv", _HEAD + b'"' + b"a,b\n" * 100_000
    yield "one-quote.csv", b'"'
    columns = b",".join(b"c%d" % at for at in range(100_000))
    yield "columns.csv", columns + b"\n" + columns
    yield "commas.csv", b"," * 200_000
    yield "marks.csv", _HEAD + b"A B,2020-01-01,\xef\xbb\xbfx,y\n\xef\xbb\xbfC D,2020-01-01,x,y\n"
    yield "two-marks.csv", b"\xef\xbb\xbf\xef\xbb\xbf" + _HEAD + b"A B,2020-01-01,x,y\n"
    yield "sign.csv", b"sep=;"
    yield "returns.csv", _HEAD.replace(b"\n", b"\r") + b"A B,2020-01-01,x,y\r" * 5
    yield (
        "lines.csv",
        _HEAD + '"A\nB",2020-01-01,"x\r\ny",z\nC\u2028D,x\u0085y,z\x0b\x0c,\n'.encode(),
    )
    days = "".join(f"Maria K,{day},x,2 years\n" for day in _DAYS)
    yield "odd-days.csv", _HEAD + days.encode()
    terms = "".join(f"Maria K,2020-01-01,x,{term} years\n" for term in _TERMS)
    yield "terms.csv", _HEAD + terms.encode()
    yield "twice.csv", b"name,name,arrested,arrested\nA,B,2020-01-01,2021-01-01\n"
    yield "unseen.csv", "na\u200bme,arr\u202eested,prison,penalty\nA B,2020-01-01,x,y\n".encode()
    yield "cell.csv", b"name,arrested\n" + b"A" * 131_073 + b",2020-01-01\n"
    yield "heaped.csv", _HEAD + ("A" + "\u0301\u0316" * 50_000 + " B,2020-01-01,x,y\n").encode()
    yield "escape.csv", _HEAD + b"\x1b]0;x\x07A B,2020-01-01,x,y\n"
    yield "utf-16.csv", "name,arrested\nMaria K,2020-01-01\n".encode("utf-16-be") * 3


def lists() -> Iterator[tuple[str, bytes]]:
    """All of them."""
    yield from _workbooks()
    yield from _tables()
