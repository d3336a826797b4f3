"""The one thread that writes: it takes up what waits, writes it in one transaction, and answers when it is durable."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Any

from ..errors import LedgerError, LedgerUnavailableError
from .batch import Batch, disputed_head, load_frontier
from .checkpoint import SigningKey, VerifyingKey
from .store import Store
from .tree import Frontier

QUEUE_LENGTH = 4096
"""Writes that may wait. A house says a few things a minute, so a queue this long means that storage hangs; failing
then is better than filling the memory."""

BATCH_LENGTH = 512
"""Writes of one transaction. By then the cost of flushing to disk is spread so thin that more would only add delay."""


@dataclass(frozen=True, slots=True)
class _Job:
    """One write: what it does to a batch, and who waits for it."""

    work: Callable[[Batch], Any]
    future: Future[Any]


class Writer:
    """Writes for everybody. `submit` never waits; the futures are resolved on the writer's own thread."""

    def __init__(self, store: Store, key: SigningKey, trusted: Sequence[VerifyingKey]) -> None:
        """Start the thread. It goes on until `close`."""
        self._store = store
        self._key = key
        self._trusted = trusted
        self._jobs = SimpleQueue[_Job | None]()
        self._closed = False
        self._lock = Lock()
        self._frontier: Frontier | None = None
        self._disputed: str | None = None
        self._thread = Thread(target=self._run, name="earshot-ledger", daemon=True)
        self._thread.start()

    def submit[T](self, work: Callable[[Batch], T]) -> Future[T]:
        """Have something written. The future resolves when it is durable, or fails with LedgerUnavailableError.

        It cannot be cancelled: what was handed over is written even if nobody waits for it any more.
        """
        future: Future[T] = Future()
        future.set_running_or_notify_cancel()
        with self._lock:
            if self._closed:
                future.set_exception(LedgerUnavailableError("the ledger is closed"))
            elif self._jobs.qsize() >= QUEUE_LENGTH:
                future.set_exception(LedgerUnavailableError("too many writes are waiting"))
            else:
                self._jobs.put(_Job(work, future))
        return future

    def close(self) -> None:
        """Write what waits, then end the thread."""
        with self._lock:
            already, self._closed = self._closed, True
        if not already:
            self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        ended = False
        while not ended:
            jobs, ended = self._take()
            if jobs:
                self._answer(jobs)

    def _take(self) -> tuple[list[_Job], bool]:
        """Wait for a write, and take up the others that came meanwhile. Also return whether that was the last."""
        jobs: list[_Job] = []
        job = self._jobs.get()
        while job is not None:
            jobs.append(job)
            if len(jobs) == BATCH_LENGTH:
                return jobs, False
            try:
                job = self._jobs.get_nowait()
            except Empty:
                return jobs, False
        return jobs, True

    def _answer(self, jobs: Sequence[_Job]) -> None:
        """Write some jobs, and tell each how it went once that is durable."""
        try:
            outcomes = self._write(jobs)
        except Exception as err:  # noqa: BLE001 - whatever it was, those who wait must hear of it, and the next must be tried
            # What the database holds now is the only truth about the tree.
            self._frontier = None
            failure = LedgerUnavailableError(f"the ledger could not be written: {err}")
            failure.__cause__ = err
            outcomes = [failure] * len(jobs)
        for job, outcome in zip(jobs, outcomes, strict=True):
            if isinstance(outcome, LedgerError):
                job.future.set_exception(outcome)
            else:
                job.future.set_result(outcome)

    def _write(self, jobs: Sequence[_Job]) -> list[Any]:
        """Write some jobs in one transaction. Return what each came to: its result, or the error of that one alone."""
        with self._store.write() as transaction:
            frontier = self._frontier
            if frontier is None:
                frontier = load_frontier(transaction)
                self._disputed = disputed_head(transaction, frontier, self._trusted)
            batch = Batch(transaction, frontier, self._key, self._disputed)
            outcomes = [_attempt(job, batch) for job in jobs]
            batch.finish()
        self._frontier = frontier
        if batch.appends:
            self._disputed = None
        return outcomes


def _attempt(job: _Job, batch: Batch) -> Any:
    try:
        return job.work(batch)
    except LedgerError as err:
        return err
