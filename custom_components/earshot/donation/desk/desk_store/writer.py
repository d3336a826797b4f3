"""The one thread that writes: it takes up what waits, writes it in one transaction, and answers when it is durable."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from ....errors.desk import DeskStoreError

QUEUE_LENGTH = 1024
"""Changes that may wait. There are never more bundles in hand than a small part of that, so a queue this long means
that the disk hangs; failing then is better than filling the memory."""

BATCH_LENGTH = 128
"""Changes of one transaction. By then the cost of flushing to disk is spread so thin that more would only add delay."""


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[Connection], Any]
    future: Future[Any]


class Writer:
    """Writes for everybody. `submit` never waits; the futures are resolved on the writer's own thread."""

    def __init__(self, engine: Engine) -> None:
        """Start the thread. It goes on until `close`."""
        self._engine = engine
        self._jobs = SimpleQueue[_Job | None]()
        self._closed = False
        self._lock = Lock()
        self._thread = Thread(target=self._run, name="earshot-desk", daemon=True)
        self._thread.start()

    def submit[T](self, work: Callable[[Connection], T]) -> Future[T]:
        """Have something written. The future resolves when it is durable, or fails; it cannot be cancelled."""
        future: Future[T] = Future()
        future.set_running_or_notify_cancel()
        with self._lock:
            if self._closed:
                future.set_exception(DeskStoreError("the store is closed"))
            elif self._jobs.qsize() >= QUEUE_LENGTH:
                future.set_exception(DeskStoreError("too many changes are waiting"))
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
        """Wait for a change, and take up the others that came meanwhile. Also return whether that was the last."""
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
        """Write some changes, and tell each how it went once that is durable."""
        try:
            outcomes = self._write(jobs)
        except Exception as err:  # noqa: BLE001 - whatever it was, those who wait must hear of it, and the next must be tried
            failure = DeskStoreError(f"the store could not be written: {type(err).__name__}")
            failure.__cause__ = err
            outcomes = [failure] * len(jobs)
            # After an I/O error a connection may keep a half-open state; the next change begins with a new one.
            self._engine.dispose()
        for job, outcome in zip(jobs, outcomes, strict=True):
            if isinstance(outcome, Exception):
                job.future.set_exception(outcome)
            else:
                job.future.set_result(outcome)

    def _write(self, jobs: Sequence[_Job]) -> list[Any]:
        """Write some changes in one transaction. Return what each came to: its result, or the error of that one."""
        with self._engine.begin() as connection:
            return [_attempt(job, connection) for job in jobs]


def _attempt(job: _Job, connection: Connection) -> Any:
    try:
        with connection.begin_nested():
            return job.work(connection)
    except SQLAlchemyError:
        # A full or broken disk concerns every change of the transaction.
        raise
    except Exception as err:  # noqa: BLE001 - it is told to the one who waits for it
        return err
