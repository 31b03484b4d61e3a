"""One piece of work for each of many items, in several processes, with the answers in order.

Decides how many items are under way at once, how they are handed over, and what becomes of an item
whose process dies. Laws: answers come in the order of the items, the same whatever the number of
processes and however many are handed over together; an item that ends its process costs only its own
answer; only a few items for each process are held at once; no process outlives the first one, however
that ends, for a copy holds open what the first one had open, and its locks with it.
"""

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from threading import Thread
from typing import Generic, TypeVar

from habeas.tasks.clearing import clear_seldom

_AHEAD = 3
"""Handfuls under way or waiting, for each process."""
TOGETHER = 4
"""Items that are handed over together where there are many, and none takes long."""
_THREADS = Path("/proc/self/task")
"""Where Linux lists the threads of this process, those of libraries too."""

Item = TypeVar("Item")
Answer = TypeVar("Answer")


def in_order(
    work: Callable[[Item], Answer],
    items: Iterable[Item],
    *,
    jobs: int,
    lost: Callable[[Item], Answer],
    together: int = 1,
) -> Iterator[Answer]:
    """What `work` answers for each item, in the order of the items.

    Args:
        work: What is done for an item; with several processes, it, the items and the answers must be
            able to travel between them. What it raises is raised here, and ends the rest.
        items: Taken up a few at a time.
        jobs: Processes; with 1 or less all is done in this one.
        lost: The answer for an item at which a process died, as when the system ends it.
        together: Items handed over at once, at least one. They share what the way costs, and wait for
            one another; of account for the speed alone.
    """
    if jobs <= 1:
        yield from map(work, items)
        return
    line = _Line(work, jobs, lost)
    waiting = iter(items)
    try:
        for _number in range(jobs * _AHEAD):
            line.begin(tuple(islice(waiting, together)))
        while line.under_way:
            yield from line.answers()
            line.begin(tuple(islice(waiting, together)))
    finally:
        line.close()


def _all(work: Callable[[Item], Answer], handful: Sequence[Item]) -> list[Answer]:
    """What is done in another process for a handful of items."""
    return [work(item) for item in handful]


class _Line(Generic[Item, Answer]):
    """Items under way in a few processes, first in, first out; new processes where some died."""

    def __init__(
        self, work: Callable[[Item], Answer], jobs: int, lost: Callable[[Item], Answer]
    ) -> None:
        self.under_way = deque[tuple[Sequence[Item], Future[list[Answer]] | None]]()
        self._work = work
        self._jobs = jobs
        self._lost = lost
        self._pool = _pool(jobs)

    def begin(self, handful: Sequence[Item]) -> None:
        """Take up some more; none is no work."""
        if not handful:
            return
        try:
            future = self._pool.submit(partial(_all, self._work), handful)
            self.under_way.append((handful, future))
        except BrokenProcessPool:
            self.under_way.append((handful, None))

    def answers(self) -> Iterator[Answer]:
        """The answers for the handful that has waited longest.

        Where one of them failed, each is done once more by itself: those before it are answered, and
        what is raised is raised for it alone.
        """
        handful, future = self.under_way.popleft()
        error = None if future is None else future.exception()
        if future is not None and error is None:
            yield from future.result()
            return
        for item in handful:
            yield self._alone(item)
        self._begin_anew()

    def close(self) -> None:
        """End the processes, once each has done the items it is at."""
        self._pool.shutdown(cancel_futures=True)

    def _alone(self, item: Item) -> Answer:
        """Do it in a process of its own: it may have been another item that ended the first."""
        with _pool(1) as pool:
            try:
                return pool.submit(self._work, item).result()
            except BrokenProcessPool:
                return self._lost(item)

    def _begin_anew(self) -> None:
        """Fresh processes for what was under way; answers that are there already are kept."""
        before = list(self.under_way)
        self.close()
        self._pool = _pool(self._jobs)
        self.under_way.clear()
        for handful, future in before:
            if future is not None and _answered(future):
                self.under_way.append((handful, future))
            else:
                self.begin(handful)


def _answered(future: Future[list[Answer]]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Fresh processes that leave it to this one to be stopped from the keyboard."""
    way = get_context("fork" if _may_be_copied() else "spawn")
    return ProcessPoolExecutor(jobs, mp_context=way, initializer=_begin)


def _may_be_copied() -> bool:
    """Whether processes may begin as copies of this one, with all that it has loaded.

    On Linux, while it has one thread: a lock that another thread holds would never be opened in a copy.
    """
    return sys.platform == "linux" and _THREADS.is_dir() and len(list(_THREADS.iterdir())) == 1


def _begin() -> None:
    """Leave it to the first process to be stopped, clear up seldom, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    clear_seldom()
    Thread(target=_end_with_the_first, daemon=True).start()


def _end_with_the_first() -> None:
    """Wait for the end of the process that began this one; where it was killed, nobody else tells."""
    first = parent_process()
    if first is not None:
        wait([first.sentinel])
        os._exit(1)
