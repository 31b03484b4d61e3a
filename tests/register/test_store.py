"""A store that is stopped from the keyboard says so, and nothing of what it was at is kept."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.register.sqlcipher import FILE, make_file, open_file

_KEY = bytes(range(32))
_LONG = (
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 3000000)"
    " SELECT max(x) FROM n"
)


@pytest.fixture
def a_timer_presses() -> Iterator[None]:
    """Whoever sets the timer is stopped as from the keyboard when it is over."""

    def pressed(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, pressed)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.needs("posix")
@pytest.mark.usefixtures("a_timer_presses")
def test_stopped_within_a_statement_it_is_no_other_error_and_nothing_is_kept(
    tmp_path: Path,
) -> None:
    store = make_file(tmp_path / FILE, _KEY)
    store.write_out("CREATE TABLE a (x INTEGER)")
    with pytest.raises(KeyboardInterrupt), store.writing():
        store.write_out("INSERT INTO a VALUES (1)")
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        while True:
            store.write_out(_LONG)
    again = open_file(tmp_path / FILE, _KEY)
    assert again.write_out("SELECT count(*) FROM a") == [(0,)]
    again.close()
