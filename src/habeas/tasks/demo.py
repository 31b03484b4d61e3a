"""The demo: a fresh encrypted register, the sample reports read into it, and the page drawn from it.

Decides the order of the work and where the register lives. What stands on the page is for `demo_page`.
Laws: nothing on the page is written in advance; the register is made out of sight and moved into place
when it is whole, so that a demo that is stopped leaves nothing behind; what is there already is never
touched.
"""

import os
import secrets
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from habeas.errors import RegisterError
from habeas.protecting.cost import FLOOR
from habeas.protecting.slots import Passphrase
from habeas.register.register import Register
from habeas.tasks.add import add
from habeas.tasks.demo_names import judged
from habeas.tasks.demo_page import Page, Read, languages, page, span
from habeas.tasks.demo_totals import totals
from habeas.tasks.harm import reasons
from habeas.tasks.incoming import incoming
from habeas.tasks.new import new, new_recovery_code
from habeas.tasks.opening import opened
from habeas.tasks.plot import write
from habeas.tasks.review import accept_unread
from habeas.tasks.samples import samples
from habeas.terms.claim import Tier
from habeas.terms.kind import Kind

REGISTER, PASSPHRASE, CORRIDOR = "demo.habeas", "demo.passphrase", "corridor.svg"
TABLE = f"{CORRIDOR}.csv"
REVIEWER = "demo"
DEAL, UNSURE = "tells of a deal, a sanction or support", "the reader is not sure of it"
"""Why a claim is left for a human eye, beside what may harm."""

_DEALS = frozenset(
    {
        Kind.NEGOTIATION,
        Kind.SANCTION_IMPOSED,
        Kind.SANCTION_LIFTED,
        Kind.SUPPORT_GRANTED,
        Kind.SUPPORT_CUT,
    }
)
_WORDS = 5
_LETTERS = "abcdefghjkmnpqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Moment:
    """When the demo is run: the day, and the instant in µs since 1970 UTC."""

    today: date
    at: int


def demo(moment: Moment, *, reports: Path, keep: Path | None = None) -> Page:
    """Run the demo on the reports in a folder, and keep its register in `keep`, if given.

    Raises:
        RegisterError: there is a demo in `keep` already, or it cannot be written there.
        ReportError: a sample cannot be read.
    """
    with _workshop(keep) as folder:
        words = _passphrase()
        new(folder / REGISTER, [Passphrase(words), new_recovery_code()], cost=FLOOR)
        with opened(folder / REGISTER, Passphrase(words)) as register:
            read = _filled(register, reports, moment)
            who = judged(register, REVIEWER, at=moment.at)
            shown = page(register, read, who, totals(reports), today=moment.today)
        if keep is not None:
            write(folder / CORRIDOR, shown.totals.corridor())
            _keep(folder, keep, words)
    return shown


def _filled(register: Register, reports: Path, moment: Moment) -> Read:
    """Add every report, accept the likely claims unread, and say what came of it."""
    added = [add(register, incoming(path), at=moment.at) for path in samples(reports)]
    batch = accept_unread(register, Tier.LIKELY, REVIEWER, at=moment.at)
    kept = [one.report for one in added]
    proposed = sum(one.likely + one.check for one in added)
    return Read(languages(kept), span(kept), proposed, batch.accepted, _left(register))


def _left(register: Register) -> tuple[tuple[str, int], ...]:
    """Why claims were left for a human eye, the most common reason first."""
    found: Counter[str] = Counter()
    for claim, reason in reasons(register, register.unreviewed()):
        found[str(reason or (DEAL if claim.said.kind in _DEALS else UNSURE))] += 1
    return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _passphrase() -> str:
    """Five made-up words of five letters, 112 random bits."""
    words = ("".join(secrets.choice(_LETTERS) for _ in range(5)) for _ in range(_WORDS))
    return " ".join(words)


@contextmanager
def _workshop(keep: Path | None) -> Iterator[Path]:
    """A temporary folder, gone at the end whatever happens; within `keep`, where that is given."""
    if keep is None:
        with TemporaryDirectory(prefix="habeas-demo-") as folder:
            yield Path(folder)
        return
    _check_free(keep)
    made = not keep.exists()
    try:
        keep.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".demo-", dir=keep) as folder:
            yield Path(folder)
    except OSError as error:
        raise RegisterError(
            f"The demo cannot be kept in {keep} ({error.strerror}); choose another folder.",
            code="demo-not-kept",
        ) from None
    finally:
        if made and keep.is_dir() and not any(keep.iterdir()):
            keep.rmdir()


def _check_free(keep: Path) -> None:
    for name in (REGISTER, PASSPHRASE, CORRIDOR, TABLE):
        if os.path.lexists(keep / name):
            raise RegisterError(
                f"There is a {name} in {keep} already; choose another folder, or remove it.",
                code="demo-there",
            )


def _keep(folder: Path, keep: Path, words: str) -> None:
    """Write the passphrase for its owner alone, and move both to where they stay."""
    handle = os.open(folder / PASSPHRASE, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(words + "\n")
    _check_free(keep)
    os.rename(folder / PASSPHRASE, keep / PASSPHRASE)
    for name in (CORRIDOR, TABLE):
        os.replace(folder / name, keep / name)
    try:
        os.rename(folder / REGISTER, keep / REGISTER)
    except BaseException:
        (keep / PASSPHRASE).unlink()
        raise
