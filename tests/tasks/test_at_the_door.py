"""What is dropped at the door never reaches a register: no number, no id, no address, no reaction."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.errors import ReportError
from habeas.register.register import Register
from habeas.tasks.add import add, add_all
from habeas.tasks.incoming import Incoming
from habeas.tasks.sidecar import Told
from habeas.terms.plain import plain
from habeas.terms.report import Sensitivity
from habeas.terms.when import from_edtf
from tests.reading.formats import made
from tests.register.given import KEY

WORDS = (
    "On Saturday 123 political prisoners were released in Belarus, among them Maria Kalesnikava."
)
CANARIES = {
    "phone": "+375291112233",
    "user": "user987654321",
    "mail": "canary@secret.example",
    "name": "Kanarienvogel",
    "ip": "203.0.113.77",
    "cookie": "c00kie-canary",
    "message": "msgid-canary",
    "reaction": "\U0001f92c-canary",
}
PHONE, USER, MAIL, NAME, IP, COOKIE, MESSAGE, REACTION = CANARIES.values()

TELEGRAM = made.telegram(
    [
        made.message(
            1,
            [WORDS, {"type": "phone", "text": PHONE}, {"type": "email", "text": MAIL}],
            author=NAME,
            via_bot=NAME,
            reactions=[{"emoji": REACTION, "recent": [{"from": NAME, "from_id": USER}]}],
            contact_information={"phone_number": PHONE, "first_name": NAME},
            reply_to_peer_id=USER,
            viewed_by=[USER],
        ),
        made.message(2, WORDS + " " + PHONE, from_id=USER, **{"from": NAME}),
        made.message(3, "Passed on.", forwarded_from=NAME, forwarded_from_id=USER),
    ]
)
PAGE = made.telegram_page(
    made.page_message(
        1,
        f'{WORDS} <a href="tel:{PHONE}">{PHONE}</a> <a href="mailto:{MAIL}">{MAIL}</a>',
        more=f'<span class="reactions">{REACTION}<span class="userpics" title="{NAME}">'
        f'</span></span><div class="signature">{NAME}</div>',
    )
)
LETTER = made.letter(
    {
        "Received": f"from x ({IP}) by y with id {MESSAGE}",
        "Return-Path": f"<{MAIL}>",
        "From": f"{NAME} <{MAIL}>",
        "To": f"{MAIL}",
        "Cc": f"{PHONE} <{MAIL}>",
        "Message-ID": f"<{MESSAGE}>",
        "In-Reply-To": f"<{MESSAGE}>",
        "X-Originating-IP": IP,
        "X-User": USER,
        "Date": "Tue, 16 Dec 2025 10:00:00 +0000",
        "Subject": "Released",
    },
    WORDS,
)
WARC = made.warc(
    made.warc_record(
        "request",
        "https://example.org/a",
        f"GET /a HTTP/1.1\r\nCookie: {COOKIE}\r\nX-Forwarded-For: {IP}\r\n\r\n".encode(),
        "application/http; msgtype=request",
    ),
    made.warc_record("warcinfo", "", f"operator: {NAME} {MAIL}\r\nip: {IP}".encode(), "text/plain"),
    made.record(
        f"https://{NAME}:{COOKIE}@example.org/a",
        made.page(WORDS),
        headers=f"Set-Cookie: id={COOKIE}\r\nX-User: {USER}\r\nX-Message: {MESSAGE}\r\n",
    ),
    made.record("https://example.org/api", MAIL.encode(), kind="application/json"),
)
FEED = made.rss(
    made.item("Released", WORDS).replace("secret@example.org (Somebody)", f"{MAIL} ({NAME})")
)
FILES = {
    "result.json": TELEGRAM,
    "messages.html": PAGE,
    "letter.eml": LETTER,
    "a.warc": WARC,
    "a.warc.gz": made.warc(WARC, packed=True),
    "a.wacz": made.zipped({"archive/a.warc": WARC, "datapackage.json": "{}", "logs/x": MAIL}),
    "a.rss": FEED,
}


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    folder = tmp_path / "a.habeas"
    folder.mkdir()
    with Register.found(folder, KEY, lambda size: bytes(size)) as opened:
        yield opened


def everything(register: Register) -> str:
    """All a register holds of its reports, as one text."""
    parts = []
    for report in register.reports():
        parts += [repr(report), register.text(report.id)]
        parts.append(register.original(report.id).decode("utf-8", "replace"))
    parts += [repr(plain(one.claim.draft)) for one in register.claims()]
    parts += [repr(entry) for entry in register.log()]
    return "\n".join(parts)


@pytest.mark.parametrize("name", FILES)
def test_no_canary_reaches_the_register(register: Register, name: str) -> None:
    source = Incoming(name, FILES[name], Told(published=from_edtf("2025-12-16"), language="en"))
    added = add_all(register, source, at=1)
    assert sum(one.likely + one.check for one in added) > 0
    held = everything(register)
    assert "Maria Kalesnikava" in held
    assert [canary for canary, value in CANARIES.items() if value in held] == []
    assert list(register.issues()) == []


@pytest.mark.parametrize("name", FILES)
def test_the_same_file_twice_changes_nothing(register: Register, name: str) -> None:
    source = Incoming(name, FILES[name])
    first = add_all(register, source, at=1)
    head = register.head()
    again = add_all(register, source, at=2)
    assert register.head() == head
    assert [one.report for one in again] == [one.report for one in first]
    assert all(one.already for one in again)


def test_an_account_without_any_channel_is_not_read_as_text(register: Register) -> None:
    account = (
        f'{{"about": "", "personal_information": {{"phone_number": "{PHONE}"}}, "contacts": {{}}}}'
    )
    with pytest.raises(ReportError) as caught:
        add_all(register, Incoming("result.json", account.encode()), at=1)
    assert caught.value.code == "report-without-posts"


def test_a_later_export_brings_only_what_is_new(register: Register) -> None:
    add_all(register, Incoming("a.json", made.telegram([made.message(1)])), at=1)
    later = made.telegram([made.message(1), made.message(2, "Another.")])
    added = add_all(register, Incoming("b.json", later), at=2)
    assert [one.already for one in added] == [True, False]
    assert len(register.reports()) == 2


def test_all_reports_of_a_file_go_in_together_or_not_at_all(register: Register) -> None:
    posts = made.telegram([made.message(at, f"Post {at}.") for at in range(1, 4)])
    add_all(register, Incoming("a.json", posts), at=1)
    assert len(register.reports()) == 3
    assert {entry.at for entry in register.log()} == {1}


def test_the_untouched_file_is_kept_only_with_a_reason_that_stands_in_the_log(
    register: Register,
) -> None:
    source = Incoming("letter.eml", LETTER)
    kept = add_all(register, source, at=1, keep="a court asks\nfor it")
    report = register.report(kept[-1].report.id)
    assert register.original(report.id) == LETTER
    assert report.sensitivity is Sensitivity.SEALED
    assert register.text(report.id).endswith("kept because: a court asks for it")
    assert "a court asks for it" in "".join(repr(entry) for entry in register.log())
    assert (kept[-1].likely, kept[-1].check) == (0, 0)
    assert MAIL not in register.text(report.id)
    assert len(add_all(register, source, at=2, keep="again")) == 1


def test_a_file_kept_as_it_is_is_not_kept_twice(register: Register) -> None:
    added = add_all(register, Incoming("a.txt", WORDS.encode()), at=1, keep="why")
    assert len(added) == 1


def test_adding_one_of_many_is_refused(register: Register) -> None:
    with pytest.raises(ReportError) as caught:
        add(register, Incoming("result.json", TELEGRAM), at=1)
    assert caught.value.code == "report-several"
    assert register.reports() == []


def test_nothing_is_half_written_when_a_file_fails(register: Register) -> None:
    for name in ("result.json", "letter.eml", "a.warc", "a.wacz", "a.rss"):
        with pytest.raises(ReportError):
            add_all(register, Incoming(name, FILES[name][: len(FILES[name]) // 2]), at=1)
    assert register.reports() == []
