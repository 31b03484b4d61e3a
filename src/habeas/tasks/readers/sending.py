"""Whether a text may be handed to a program at an address: decided before a byte is sent.

Laws:

1. By default nothing leaves this computer: an address is 127.0.0.0/8 or ::1, written so, or
   "localhost", which is never looked up anywhere.
2. Another host gets a text only if the report is marked public, a setting allows that very host, and
   the way there is encrypted (https). Sealed reports, notes, calls and letters never go there.
3. Sealed reports, notes, calls and letters go nowhere, not even to this computer's own programs, unless
   the person says so at that very call. A letter that somebody marked public is a report like others.
4. What is refused is refused before any name is looked up and any connection is opened.
"""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urlsplit

from habeas.errors import MistakeError, PolicyError
from habeas.tasks.readers.others import Burden, Leave
from habeas.terms.report import Medium

_PORTS = {"http": 80, "https": 443}
_LOCAL = "localhost"


@dataclass(frozen=True, slots=True)
class Route:
    """Where to: `places` are tried one after the other; `host` is what is asked for there."""

    host: str
    port: int
    path: str
    places: tuple[str, ...]
    encrypted: bool = False

    @property
    def shown(self) -> str:
        """Host and port, for people and the log."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


def route(address: str, burden: Burden, leave: Leave) -> Route:
    """The way to an address, where the report may go there.

    Raises:
        MistakeError: it is no address of a program (code "reader-address").
        PolicyError: the report may not go there (codes "sending-elsewhere", "sending-sealed").
    """
    scheme, host, port, path = _parts(address)
    places = _on_this_computer(host)
    if burden.sealed and not (leave.sealed and places):
        raise _sealed(burden, elsewhere=not places)
    if not places:
        _check_elsewhere(host, scheme, burden, leave)
        places = (host,)
    return Route(host, port, path, places, scheme == "https")


def _parts(address: str) -> tuple[str, str, int, str]:
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise _no_address(address) from None
    plain = address.isascii() and address.isprintable() and " " not in address
    more = parts.query or parts.fragment or parts.username or parts.password or "\\" in address
    if not plain or more or parts.scheme not in _PORTS or not host or "%" in parts.netloc:
        raise _no_address(address)
    return parts.scheme, host, port or _PORTS[parts.scheme], parts.path.rstrip("/")


def _no_address(address: str) -> MistakeError:
    return MistakeError(
        f"“{address[:200]}” is no address of a program; write http://127.0.0.1:PORT/v1.",
        code="reader-address",
    )


def _on_this_computer(host: str) -> tuple[str, ...]:
    """The places of a host of this computer; none for any other."""
    if host == _LOCAL:
        return "127.0.0.1", "::1"
    try:
        place = ip_address(host)
    except ValueError:
        return ()
    own = place.is_loopback if isinstance(place, IPv4Address) else place == IPv6Address(1)
    return (host,) if own else ()


def _check_elsewhere(host: str, scheme: str, burden: Burden, leave: Leave) -> None:
    if not burden.public or host not in {one.lower() for one in leave.hosts}:
        raise PolicyError(
            f"“{burden.name}” was not sent: {host} is not this computer (127.0.0.1, ::1, localhost)."
            " Only a report marked public may go to another, and only to a host that --allow-host"
            " names.",
            code="sending-elsewhere",
        )
    if scheme != "https":
        raise PolicyError(
            f"“{burden.name}” was not sent: {host} is another computer, and the way there is not"
            " encrypted; write https.",
            code="sending-elsewhere",
        )


def _sealed(burden: Burden, *, elsewhere: bool) -> PolicyError:
    what = "a letter that nobody said is public" if burden.letter else "sealed"
    what = "a note or a call" if burden.medium is not Medium.DOCUMENT else what
    hint = (
        "and such never leave this computer."
        if elsewhere
        else "and such are handed to no other program; --send-sealed allows it for this call."
    )
    return PolicyError(f"“{burden.name}” was not sent: it is {what}, {hint}", code="sending-sealed")
