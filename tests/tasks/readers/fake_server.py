"""A server on this computer that answers as a script says: real HTTP, for tests of `local-model`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

MODEL = "tiny"


@dataclass(frozen=True, slots=True)
class Said:
    """One answer: a status, headers, and the bytes; `drip`: one byte each so many seconds."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    drip: float = 0.0
    length: int | None = None
    """What Content-Length claims, where that is not the truth."""


@dataclass(slots=True)
class Server:
    """A running server: its address, and the requests that came, each as its JSON."""

    port: int
    requests: list[dict[str, object]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    ended: Event = field(default_factory=Event)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"


Script = Callable[[dict[str, object]], Said]


def chat(content: str | None, *, finish: str = "stop", **more: object) -> Said:
    """An answer of the OpenAI kind with this message."""
    message = {"role": "assistant", "content": content, **more}
    values = {"model": MODEL, "choices": [{"message": message, "finish_reason": finish}]}
    return Said(json.dumps(values).encode())


def claims(*found: Mapping[str, object], **more: object) -> Said:
    """An answer that selects these claims."""
    return chat(json.dumps({"claims": list(found), **more}))


def failing(status: int, words: str) -> Said:
    """A refusal by the server itself."""
    return Said(json.dumps({"error": {"message": words}}).encode(), status)


@contextmanager
def serving(*script: Said | Script) -> Iterator[Server]:
    """A server that gives one answer after the other, the last one again and again."""
    answers = list(script)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            given = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            server.requests.append({"path": self.path, **given})
            server.keys.append(self.headers.get("Authorization"))
            said = answers.pop(0) if len(answers) > 1 else answers[0]
            self._say(said(given) if callable(said) else said)

        def _say(self, said: Said) -> None:
            self.send_response(said.status)
            for name, value in said.headers.items():
                self.send_header(name, value)
            length = len(said.body) if said.length is None else said.length
            self.send_header("Content-Length", str(length))
            self.end_headers()
            try:
                self._body(said, length)
            except OSError:
                server.ended.set()

        def _body(self, said: Said, length: int) -> None:
            if said.drip:
                for at in range(len(said.body)):
                    self.wfile.write(said.body[at : at + 1])
                    server.ended.wait(said.drip)
                return
            self.wfile.write(said.body)
            left = length - len(said.body)
            chunk = b" " * 65_536
            while said.length is not None and left > 0 and not said.headers.get("X-Stop"):
                self.wfile.write(chunk[: min(left, len(chunk))])
                left -= len(chunk)

        def log_message(self, format: str, *args: object) -> None:
            """Be silent."""

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listening.daemon_threads = True
    server = Server(listening.server_address[1])
    thread = Thread(target=listening.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server
    finally:
        server.ended.set()
        listening.shutdown()
        thread.join()
        listening.server_close()
