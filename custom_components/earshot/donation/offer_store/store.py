"""The store: what changes together is written together, and is on the disk when a method returns."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import UTC, datetime
import json
from pathlib import Path
import sqlite3
from threading import Lock
from typing import Any, Self

from ...errors.donating import DonationsUnreadableError, OfferUnknownError, PreviewChangedError
from ..choices import Choices, choices_from_json, choices_to_json
from ..consent import Consent
from ..states import NOTHING, OfferState, require
from .plain import TABLES, Row, instant, milliseconds, read, values
from .rows import Donation, Offer, Over, Review
from .schema import open_database

_CHOICES = "choices"
WAITED = "waited"
"""Who let an offer go: nobody stopped it."""
_NEVER_LEFT = "offer_id NOT IN (SELECT offer_id FROM donation)"


class OfferStore:
    """One store. Every method blocks, and may be called from any thread; trouble is a DonationsUnreadableError."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Use `open`."""
        database.row_factory = sqlite3.Row
        self._database = database
        self._lock = Lock()

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the file, and make it the first time. Raises DonationsUnreadableError."""
        with _translated():
            return cls(open_database(path))

    def close(self) -> None:
        """Close it. Idempotent."""
        with self._lock:
            self._database.close()

    def choices(self) -> Choices:
        """Return what was chosen; what a fresh install has, if nothing was."""
        with self._reading() as run:
            row = run("SELECT value FROM meta WHERE name = ?", (_CHOICES,)).fetchone()
            return Choices() if row is None else choices_from_json(json.loads(row["value"]))

    def choose(self, choices: Choices) -> None:
        """Note what was chosen."""
        with self._writing() as run:
            run("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_CHOICES, json.dumps(choices_to_json(choices))))

    def consents(self) -> tuple[Consent, ...]:
        """Return every consent that was ever given, the newest first."""
        return self._all(Consent, "ORDER BY given DESC, consent_id")

    def add_consents(self, consents: Sequence[Consent], statement: bytes, receipt: bytes) -> None:
        """Note consents of one act, with the statement that was shown and the receipt of it."""
        first = consents[0]
        with self._writing() as run:
            run("INSERT OR REPLACE INTO statement VALUES (?, ?)", (first.statement_sha256, statement))
            run("INSERT OR REPLACE INTO consent_receipt VALUES (?, ?)", (first.receipt_sha256, receipt))
            for consent in consents:
                _put(run, consent)

    def put_consents(self, consents: Iterable[Consent]) -> None:
        """Note how consents are now."""
        with self._writing() as run:
            for consent in consents:
                _put(run, consent)

    def statement(self, sha256: str) -> bytes | None:
        """Return a statement that was consented to, as it was signed."""
        return self._blob("SELECT signed FROM statement WHERE sha256 = ?", sha256)

    def consent_receipt(self, sha256: str) -> bytes | None:
        """Return the receipt of an act of consent."""
        return self._blob("SELECT body FROM consent_receipt WHERE sha256 = ?", sha256)

    def offers(self, states: Iterable[OfferState]) -> tuple[Offer, ...]:
        """Return the offers in some states, the oldest first."""
        names = [state.value for state in states]
        marks = ",".join("?" * len(names))
        return self._all(Offer, f"WHERE state IN ({marks}) ORDER BY at, offer_id", *names)

    def offer(self, offer_id: str) -> Offer:
        """Return one offer. Raises OfferUnknownError."""
        return _only(self._all(Offer, "WHERE offer_id = ?", offer_id))

    def offers_of(self, utterance_ids: Iterable[str]) -> tuple[Offer, ...]:
        """Return the offers that were made of some utterances."""
        found = (self._all(Offer, "WHERE utterance_id = ? ORDER BY at", name) for name in utterance_ids)
        return tuple(offer for some in found for offer in some)

    def offered_since(self, instant: datetime) -> int:
        """Count the offers that were put up by themselves since then."""
        with self._reading() as run:
            sql = "SELECT count(*) AS n FROM offer WHERE at >= ? AND by_hand = 0"
            return int(run(sql, (milliseconds(instant),)).fetchone()["n"])

    def add_offer(self, offer: Offer) -> None:
        """Note a new offer."""
        with self._writing() as run:
            _put(run, offer)

    def change(self, offer_id: str, state: OfferState, **told: Any) -> Offer:
        """Bring an offer into another state, with whatever else of it is another now; or, in the same state, only that.

        Raises OfferUnknownError, and OfferDecidedError for a step that the table of states does not have.
        """
        with self._writing() as run:
            return self._change(run, offer_id, state, told)

    def approve(self, offer_id: str, sha256: str, by: str) -> Offer:
        """Let exactly that payload leave. Raises PreviewChangedError for another one, and as `change`."""
        with self._writing() as run:
            before = self._offer(run, offer_id)
            require(before.state, OfferState.APPROVED)
            if before.sha256 != sha256:
                raise PreviewChangedError
            return self._change(run, offer_id, OfferState.APPROVED, {"by": by, "failure": None})

    def approve_what_waited(self, now: datetime) -> tuple[Offer, ...]:
        """Let everything leave whose wait is over by both clocks: the one on the wall, and the time that went by."""
        with self._writing() as run:
            sql = "SELECT * FROM offer WHERE state = ? AND until <= ? AND waited_ms >= until - at"
            rows = run(sql, (OfferState.WAITING.value, milliseconds(now))).fetchall()
            due = [read(Offer, row) for row in rows]
            return tuple(self._change(run, one.offer_id, OfferState.APPROVED, {"by": WAITED}) for one in due)

    def unanswered(self, now: datetime) -> tuple[Offer, ...]:
        """Return what nobody has answered in its time, by either clock."""
        sql = "WHERE state = ? AND (drop_at <= ? OR waited_ms >= drop_at - at)"
        return self._all(Offer, sql, OfferState.WAITING.value, milliseconds(now))

    def wait_for_persons(self) -> None:
        """Let nothing leave by itself that waits."""
        with self._writing() as run:
            run("UPDATE offer SET until = NULL WHERE state = ?", (OfferState.WAITING.value,))

    def begin_sending(self, donation: Donation) -> Offer:
        """Let an approved offer be a donation: from now on it is the same bundle, whatever happens."""
        with self._writing() as run:
            offer = self._change(run, donation.offer_id, OfferState.SENDING, {})
            _put(run, donation)
            return offer

    def put_donation(self, donation: Donation, state: OfferState | None = None, **told: Any) -> Donation:
        """Note how a donation is now, and in the same moment bring its offer into another state."""
        with self._writing() as run:
            _put(run, donation)
            if state is not None:
                self._change(run, donation.offer_id, state, told)
        return donation

    def donation(self, donation_id: str) -> Donation:
        """Return one donation. Raises OfferUnknownError."""
        return _only(self._all(Donation, "WHERE donation_id = ?", donation_id))

    def donation_of(self, offer_id: str) -> Donation | None:
        """Return the donation that an offer has become."""
        return next(iter(self._all(Donation, "WHERE offer_id = ?", offer_id)), None)

    def donations(self) -> tuple[Donation, ...]:
        """Return all donations, the newest first."""
        return self._all(Donation, "ORDER BY made DESC, donation_id")

    def waited(self, milliseconds_more: int) -> None:
        """Count time that went by for every offer that waits."""
        with self._writing() as run:
            sql = "UPDATE offer SET waited_ms = waited_ms + ? WHERE state = ?"
            run(sql, (milliseconds_more, OfferState.WAITING.value))

    def reviews(self, donation_id: str) -> tuple[Review, ...]:
        """Return the receipts of a donation, in the desk's order."""
        return self._all(Review, "WHERE donation_id = ? ORDER BY sequence", donation_id)

    def put_review(self, review: Review) -> None:
        """Note a receipt, or that it is entered."""
        with self._writing() as run:
            _put(run, review)

    def over(self) -> tuple[Over, ...]:
        """Return what came to nothing and is not entered yet, the oldest first."""
        with self._reading() as run:
            sql = "SELECT offer.*, over.at AS over_at FROM over JOIN offer USING (offer_id) ORDER BY over_at, offer_id"
            rows = run(sql, ()).fetchall()
        return tuple(Over(offer=read(Offer, row), at=instant(row["over_at"])) for row in rows)

    def note_over(self, offer_id: str) -> None:
        """Note that it is entered, or need not be, that an offer came to nothing."""
        with self._writing() as run:
            run("DELETE FROM over WHERE offer_id = ?", (offer_id,))

    def forget(self, utterance_ids: Iterable[str]) -> None:
        """Take out what is known of redacted utterances. What was given can still be taken back, by its token."""
        with self._writing() as run:
            for name in utterance_ids:
                run("DELETE FROM over WHERE offer_id IN (SELECT offer_id FROM offer WHERE utterance_id = ?)", (name,))
                run(f"DELETE FROM offer WHERE utterance_id = ? AND {_NEVER_LEFT}", (name,))  # noqa: S608 - names only
                run("UPDATE offer SET utterance_id = '' WHERE utterance_id = ?", (name,))

    def _change(self, run: _Run, offer_id: str, state: OfferState, told: dict[str, Any]) -> Offer:
        before = self._offer(run, offer_id)
        if state is not before.state:
            require(before.state, state)
            if state in NOTHING:
                now = milliseconds(datetime.now(UTC))
                run("INSERT OR REPLACE INTO over VALUES (?, ?)", (offer_id, now))
        after = replace(before, state=state, **told)
        _put(run, after)
        return after

    def _offer(self, run: _Run, offer_id: str) -> Offer:
        rows = run("SELECT * FROM offer WHERE offer_id = ?", (offer_id,)).fetchall()
        return _only(tuple(read(Offer, row) for row in rows))

    def _all[R: Row](self, kind: type[R], rest: str, *bound: Any) -> tuple[R, ...]:
        with self._reading() as run:
            sql = f"SELECT * FROM {TABLES[kind]} {rest}"  # noqa: S608 - made of names that stand in this package
            return tuple(read(kind, row) for row in run(sql, bound))

    def _blob(self, sql: str, name: str) -> bytes | None:
        with self._reading() as run:
            row = run(sql, (name,)).fetchone()
            return None if row is None else bytes(row[0])

    @contextmanager
    def _reading(self) -> Iterator[_Run]:
        with self._lock, _translated():
            yield self._database.execute

    @contextmanager
    def _writing(self) -> Iterator[_Run]:
        with self._lock, _translated():
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield self._database.execute
                self._database.execute("COMMIT")
            except BaseException:
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
                raise


type _Run = Callable[[str, Sequence[Any]], sqlite3.Cursor]


def _put(run: _Run, row: Row) -> None:
    told = values(row)
    columns = ",".join(f'"{field.name}"' for field in fields(row))
    marks = ",".join("?" * len(told))
    sql = f"INSERT OR REPLACE INTO {TABLES[type(row)]} ({columns}) VALUES ({marks})"  # noqa: S608 - the same
    run(sql, list(told.values()))


def _only[R: Row](rows: Sequence[R]) -> R:
    if not rows:
        raise OfferUnknownError
    return rows[0]


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError, ValueError, KeyError, TypeError) as err:
        raise DonationsUnreadableError(f"the store of donations failed: {type(err).__name__}") from err
