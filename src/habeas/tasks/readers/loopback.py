"""The one place where a text is handed to another program, over HTTP: one request, one answer.

One of the three modules that may open a connection (decision 16). Decides how, never whether: that is
for `sending`, whose `Route` it is given. Laws:

1. It connects to the places of the route and nowhere else: no proxy of the environment, no redirect,
   no cookie, no second request.
2. The whole exchange ends within the seconds given, however slowly bytes come in.
3. It takes in no more than `LARGEST` bytes of an answer.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from threading import Event, Timer
from typing import Final

from habeas.errors import PolicyError, ReaderError
from habeas.reading.others.asked import Posted
from habeas.tasks.readers.sending import Route

LARGEST: Final = 4 * 1024 * 1024
"""Bytes an answer may have."""

_STEP = 65_536


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent: the bytes of a JSON text, and the password the program asks for, if it does."""

    body: bytes
    key: str = ""


def post(route: Route, message: Message, *, seconds: float) -> Posted:
    """Send a message, and wait for the answer; `seconds` is all the time there is.

    Raises:
        ReaderError: nobody answers there (code "reader-unreachable"), not in time ("reader-slow"), too
            much ("reader-flood"), or no HTTP ("reader-garbled").
        PolicyError: it was sent on to another address (code "sending-redirected").
    """
    deadline = time.monotonic() + seconds
    late = Event()
    try:
        with _connected(route, deadline) as sock, _watched(sock, deadline, late):
            found = _exchange(sock, route, message)
        if not late.is_set():
            return found
    except TimeoutError:
        late.set()
    except ssl.SSLError as wrong:
        raise _unreachable(route, wrong) from None
    except (http.client.HTTPException, ValueError) as wrong:
        if not late.is_set():
            raise _garbled(route, wrong) from None
    except OSError as wrong:
        if not late.is_set():
            raise _unreachable(route, wrong) from None
    raise ReaderError(
        f"{route.shown} did not answer within {seconds:g} seconds; give it more time, or take a"
        " smaller model.",
        code="reader-slow",
    )


def _connected(route: Route, deadline: float) -> socket.socket:
    """A connection to the first place of the route where somebody listens."""
    for place in route.places[:-1]:
        try:
            return _connection(place, route, deadline)
        except ConnectionError:
            continue
    return _connection(route.places[-1], route, deadline)


def _connection(place: str, route: Route, deadline: float) -> socket.socket:
    plain = socket.create_connection((place, route.port), timeout=_left(deadline))
    if not route.encrypted:
        return plain
    try:
        return ssl.create_default_context().wrap_socket(plain, server_hostname=route.host)
    except OSError:
        plain.close()
        raise


@contextmanager
def _watched(sock: socket.socket, deadline: float, late: Event) -> Iterator[None]:
    """Inside, the connection is cut at the deadline, whatever is going on."""

    def cut() -> None:
        late.set()
        with suppress(OSError):
            socket.socket.shutdown(sock, socket.SHUT_RDWR)

    watch = Timer(_left(deadline), cut)
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()


def _exchange(sock: socket.socket, route: Route, message: Message) -> Posted:
    headers = {
        "Content-Type": "application/json",
        "Accept": "application/json",
        "Connection": "close",
    }
    if message.key:
        headers["Authorization"] = f"Bearer {message.key}"
    speaking = http.client.HTTPConnection(route.host, route.port)
    speaking.sock = sock
    speaking.request("POST", route.path or "/", message.body, headers)
    with closing(speaking.getresponse()) as answer:
        if 300 <= answer.status < 400:
            raise PolicyError(
                f"{route.shown} sends the text on to another address; it was not followed. Look what"
                " listens there.",
                code="sending-redirected",
            )
        return Posted(answer.status, _body(answer, route))


def _body(answer: http.client.HTTPResponse, route: Route) -> bytes:
    """All bytes of an answer, where they are not too many."""
    body = bytearray()
    while part := answer.read(min(_STEP, LARGEST + 1 - len(body))):
        body += part
        if len(body) > LARGEST:
            raise _flood(route)
    if answer.length:
        raise http.client.IncompleteRead(bytes(body), answer.length)
    return bytes(body)


def _flood(route: Route) -> ReaderError:
    return ReaderError(
        f"{route.shown} answers with more than {LARGEST // 1024 // 1024} MiB; nothing of it was"
        " taken. Look what listens there.",
        code="reader-flood",
    )


def _garbled(route: Route, wrong: Exception) -> ReaderError:
    return ReaderError(
        f"{route.shown} does not speak HTTP as it should ({type(wrong).__name__}); look what"
        " listens there.",
        code="reader-garbled",
    )


def _unreachable(route: Route, wrong: OSError) -> ReaderError:
    why = wrong.reason if isinstance(wrong, ssl.SSLError) else wrong.strerror
    return ReaderError(
        f"Nobody answers at {route.shown} as should be ({why or 'no connection'}); start the model's"
        " server, or mend the address.",
        code="reader-unreachable",
    )


def _left(deadline: float) -> float:
    """Seconds until the deadline; more than none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
