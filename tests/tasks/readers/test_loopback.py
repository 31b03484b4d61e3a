"""The one module that opens a connection: to the places of its route, encrypted where that says so."""

from __future__ import annotations

import ssl
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from habeas.errors import ReaderError
from habeas.tasks.readers.loopback import Message, post
from habeas.tasks.readers.others import Burden, Leave
from habeas.tasks.readers.sending import Route, route
from habeas.terms.report import Sensitivity
from tests.tasks.readers.fake_server import claims, serving

HOST = "model.example"
ROOT = Path(__file__).parents[3]


def _certificate(folder: Path) -> tuple[Path, Path]:
    """A key and a certificate for `HOST`, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    (folder / "key.pem").write_bytes(private)
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    return folder / "cert.pem", folder / "key.pem"


class _Quiet(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        words = f"{self.path} {self.headers['Host']}".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(words)))
        self.end_headers()
        self.wfile.write(words)

    def log_message(self, format: str, *args: object) -> None:
        """Be silent."""


@pytest.fixture
def port(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """An encrypted server for `HOST` on this computer, whose certificate is trusted."""
    certificate, key = _certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = HTTPServer(("127.0.0.1", 0), _Quiet)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    thread = Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    thread.join()
    server.server_close()


def test_another_host_is_spoken_to_encrypted(port: int) -> None:
    burden = Burden("a", Sensitivity.PUBLIC)
    way = route(f"https://{HOST}:{port}/v1/x", burden, Leave(frozenset({"MODEL.example"})))
    assert (way.host, way.places, way.encrypted) == (HOST, (HOST,), True)
    here = Route(way.host, way.port, way.path, ("127.0.0.1",), way.encrypted)
    found = post(here, Message(b"{}"), seconds=5)
    assert found.body == f"/v1/x {HOST}:{port}".encode()


def test_a_certificate_for_another_host_is_refused(port: int) -> None:
    way = Route("other.example", port, "/v1", ("127.0.0.1",), True)
    with pytest.raises(ReaderError) as caught:
        post(way, Message(b"{}"), seconds=5)
    assert caught.value.code == "reader-unreachable"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.9.1", "[::1]", "LOCALHOST"])
def test_this_computer_has_several_names(host: str) -> None:
    way = route(f"http://{host}:9/v1", Burden("a", None), Leave())
    assert set(way.places) <= {"127.0.0.1", "127.8.9.1", "::1"}
    assert way.shown.endswith(":9")


def test_localhost_is_tried_in_both_families_without_a_look_up() -> None:
    with serving(claims()) as server:
        way = Route("localhost", server.port, "/v1", ("127.0.0.1", "::1"))
        assert post(way, Message(b"{}"), seconds=5).status == 200
        back = Route("localhost", server.port, "/v1", ("127.0.0.2", "127.0.0.1"))
        assert post(back, Message(b"{}"), seconds=5).status == 200


def test_a_public_report_needs_an_encrypted_way() -> None:
    leave = Leave(frozenset({HOST}))
    with pytest.raises(Exception, match="not encrypted"):
        route(f"http://{HOST}/v1", Burden("a", Sensitivity.PUBLIC), leave)


def test_the_proxies_of_the_environment_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with serving(claims()) as server:
        way = Route("127.0.0.1", server.port, "/v1", ("127.0.0.1",))
        assert post(way, Message(b"{}"), seconds=5).status == 200


def test_nobody_who_asks_no_reader_loads_a_network(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ales Bialiatski was released on 13 December 2025.")
    program = (
        "import sys; from habeas.cli import main\n"
        "sys.argv = ['habeas', 'read', 'a.txt', '--json']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('=', *(set(sys.modules) & {'http.client', 'habeas.tasks.readers.loopback'}))"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", program],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.rpartition("=")[2].strip() == ""
