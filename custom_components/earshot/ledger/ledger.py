"""The ledger: the append-only, tamper-evident list of what happened."""

from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import Self

from ..errors import LedgerCorruptError, LedgerError, LedgerUnavailableError
from .batch import Appended, Batch, Redaction
from .checkpoint import VerifyingKey, parse_note
from .day import DayFacts, read_day
from .erasure import Selection, pages
from .export import write_export
from .happenings import read_happenings
from .key_files import SIGNING_KEY, add_trusted, load_or_create, trusted
from .opening import ContentSource
from .pages import opened, read_page, read_views
from .plain import from_milliseconds, to_milliseconds
from .proof import ConsistencyProof, InclusionProof
from .query import HappeningsPage, Labels, Page, Query
from .rebuilding import parts
from .receipt import Receipt, write_receipt
from .record import CheckpointWitnessed, Erased, Record
from .search import Found, Search, look_for
from .sql_store import SqlStore
from .store import Store, node_reader
from .totals import Totals, count_utterances
from .tree import consistency_proof, inclusion_proof
from .verify import Verdict, verify
from .view import StoredEntry, UtteranceView, build_view
from .witness import Comparison, ProofSizes, compare
from .writer import Writer

ALIVE = "alive"
"""Name of the value that holds the last sign of life, in milliseconds since the epoch."""
_SIGNERS = "signers"
_WITNESSED = "witnessed"
"""Where the newest agreeing `checkpoint_witnessed` stands. Lost or wrong, it only makes the sensor forget."""


class Ledger:
    """One ledger, open for reading and writing. Every method may be called from any thread.

    All of them block, except `append`, and raise LedgerUnavailableError when the storage does not answer.
    """

    def __init__(self, store: Store, writer: Writer, keys: tuple[VerifyingKey, ...]) -> None:
        """Use `open`."""
        self._store = store
        self._writer = writer
        self._keys = keys
        self._unscrubbed = False

    @classmethod
    def open(cls, db_url: str, *, keys: Path, origin: str) -> Self:
        """Open the ledger of a database, and make both the first time.

        `keys` is the folder of its private key, outside the backups. `origin` names a new key and with it the
        ledger, for example "earshot/<instance id>"; a key that exists keeps its name.

        Raises LedgerSchemaError for a database of a newer Earshot, LedgerCorruptError for a damaged database or
        key, and LedgerUnavailableError.
        """
        store = SqlStore.open(db_url)
        try:
            # Before the key is made: if this is broken off, the next start does it again.
            if not (keys / SIGNING_KEY).exists():
                _adopt(store, keys)
            signing = load_or_create(keys, origin)
            known = trusted(keys)
        except OSError as err:
            store.close()
            raise LedgerUnavailableError("the ledger's keys cannot be read or made") from err
        except LedgerError:
            store.close()
            raise
        ledger = cls(store, Writer(store, signing, known), known)
        signers = "\n".join(key.text for key in known)
        ledger._writer.submit(lambda batch: batch.put_meta(_SIGNERS, signers))
        return ledger

    def close(self) -> None:
        """Write what waits, and give up the database."""
        self._writer.close()
        self._store.close()

    @property
    def keys(self) -> tuple[VerifyingKey, ...]:
        """The public keys that this ledger is verified with, the oldest first."""
        return self._keys

    def append(self, records: Sequence[Record]) -> Future[Appended]:
        """Enter records, all of them or none, one behind the other. Returns at once.

        The future resolves when they are flushed to disk. It fails with LedgerUnavailableError if they could not be
        written, and with LedgerError if a record is not what its class says.
        """
        taken = tuple(records)
        return self._writer.submit(lambda batch: _enter(batch, taken))

    def size(self) -> int:
        """Return the number of entries."""
        with self._store.read() as snapshot:
            return snapshot.size()

    def entries(self, utterance_id: str) -> tuple[StoredEntry, ...]:
        """Return the entries of one utterance in order; none, if the ledger does not know it.

        Raises LedgerCorruptError.
        """
        with self._store.read() as snapshot:
            return tuple(opened(row) for row in snapshot.entries_of([utterance_id]))

    def utterance(self, utterance_id: str) -> UtteranceView | None:
        """Return one utterance, or None if the ledger does not know it. Raises LedgerCorruptError."""
        records = [entry.record for entry in self.entries(utterance_id)]
        return build_view(utterance_id, records) if records else None

    def utterances(self, query: Query) -> Page:
        """Return a page of utterances, newest first. Raises LedgerError for a query that makes no sense."""
        with self._store.read() as snapshot:
            return read_page(snapshot, query)

    def count(self, query: Query) -> int:
        """Count the utterances that a query finds, whatever its page."""
        with self._store.read() as snapshot:
            return snapshot.count(query)

    def labels(self) -> Labels:
        """Return the satellites and ears that the list of utterances knows, to choose from."""
        with self._store.read() as snapshot:
            return snapshot.labels()

    def search(
        self, search: Search, source: ContentSource, progress: Callable[[int, int], None] | None = None
    ) -> Found:
        """Look for something in the sealed words of a range. See `search.look_for`."""
        return look_for(self._store.read, search, source, progress or (lambda _done, _all: None))

    def views(self, utterance_ids: Sequence[str]) -> tuple[UtteranceView, ...]:
        """Return some utterances in this order. Unknown ones are passed over. Raises LedgerCorruptError."""
        with self._store.read() as snapshot:
            return read_views(snapshot, utterance_ids)

    def totals(self, first: date, last: date, zone: tzinfo) -> Totals:
        """Count the utterances of some days for charts. See `totals.count_utterances`. Raises LedgerError."""
        with self._store.read() as snapshot:
            return count_utterances(snapshot, first, last, zone)

    def day(self, day: date, zone: tzinfo) -> DayFacts:
        """Tell of one day. See `day.read_day`. Raises LedgerError, LedgerCorruptError."""
        with self._store.read() as snapshot:
            return read_day(snapshot, day, zone)

    def erased(self, since: datetime, until: datetime) -> int:
        """Count the utterances of which something was made unreadable in a time, whenever they were said.

        What was redacted since is not among them: nobody knows of what kind its entries were. Nor is what was entered
        before the last utterance of the time before, by a clock that was ahead.
        """
        with self._store.read() as snapshot:
            before = snapshot.utterances(Query(limit=1, until=since))
            begin = before[0].first_index if before else 0
            return snapshot.affected(Erased.kind, begin, to_milliseconds(since), to_milliseconds(until))

    def happenings(self, kinds: Collection[str], before: str | None, limit: int) -> HappeningsPage:
        """Return a page of entries of some kinds. See `happenings.read_happenings`. Raises LedgerError."""
        with self._store.read() as snapshot:
            return read_happenings(snapshot, kinds, before, limit)

    def select(self, selection: Selection) -> Iterator[tuple[str, ...]]:
        """Yield the identifiers of the utterances that a selection means, in pages. See `erasure.pages`."""
        return pages(self._store.read, selection)

    def means(self, selection: Selection, utterance_id: str) -> bool:
        """Whether an utterance is one of those that a selection means."""
        with self._store.read() as snapshot:
            return any(map(selection.means, snapshot.utterance_rows([utterance_id]).values()))

    def redact(self, selection: Selection, *, by: str, at: datetime | None = None) -> Redaction:
        """Destroy what the ledger knows of some utterances; only the leaves of their entries stay, for the proofs.

        `by` is who wants it, `at` when (now). Each page of utterances is a transaction with an entry of its own, so
        what is broken off is done as far as it went. What the vault holds of them must be erased before: afterwards
        nobody knows of it. Nothing of it is left in the database's files when this returns, unless somebody reads
        them just now: then it is left to the next `mark_alive` that finds them free.
        """
        done = Redaction(0, 0)
        for ids in self.select(selection):
            when = at or datetime.now(UTC)
            done += self._writer.submit(lambda batch, ids=ids, when=when: batch.redact(ids, by, when)).result()  # type: ignore[misc]  # a lambda's defaults have no types
        self._unscrubbed = self._unscrubbed or done.entries > 0
        self._scrub()
        return done

    def rebuild(self, progress: Callable[[int, int], None] | None = None) -> int:
        """Make the list of utterances anew from the entries. Return how many rows were not what the entries say.

        It goes on in parts, each a transaction of its own, so appends wait for one part at most, and what is broken
        off is done as far as it went. `progress` is called with the entries that were looked at and their number.
        Raises LedgerCorruptError if an entry cannot be read.
        """
        found = 0
        for names in parts(self._store.read, progress or (lambda _done, _all: None)):
            found += self._writer.submit(lambda batch, names=names: batch.put_right(names)).result()  # type: ignore[misc]  # a lambda's defaults have no types
        return found

    @property
    def scrubbed(self) -> bool:
        """Whether nothing of what was redacted is left in the database's files. Of a server's nobody can say that."""
        return self._store.erases and not self._unscrubbed

    def _scrub(self) -> None:
        self._unscrubbed = self._unscrubbed and not self._store.scrub()

    def checkpoint(self) -> str:
        """Sign the tree as it is now, keep the note, and return it."""
        return self._writer.submit(Batch.sign).result()

    def latest_checkpoint(self) -> str | None:
        """Return the newest note that was kept."""
        with self._store.read() as snapshot:
            return snapshot.latest_checkpoint()

    def compare(self, text: str) -> Comparison:
        """Compare a checkpoint that somebody outside holds with the tree as it is now. See `witness.compare`.

        Raises CheckpointUnreadableError and CheckpointForeignError. That it was compared is for the caller to enter.
        """
        with self._store.read() as snapshot:
            return compare(snapshot, self._keys, text)

    def proof_sizes(self) -> ProofSizes:
        """Return how far the ledger is proven. Raises LedgerCorruptError."""
        witnessed = self.last_witnessed()
        with self._store.read() as snapshot:
            note, size = snapshot.head(), snapshot.size()
        signed = parse_note(note).size if note else 0
        return ProofSizes(size=size, signed_size=signed, witnessed_size=witnessed.size if witnessed else 0)

    def last_witnessed(self) -> CheckpointWitnessed | None:
        """Return the newest entry of a checkpoint that was compared and agreed; None if there is none."""
        with self._store.read() as snapshot:
            place = snapshot.meta(_WITNESSED)
            row = next(snapshot.entries(int(place)), None) if place and place.isdecimal() else None
        record = opened(row).record if row is not None and not row.redacted else None
        return record if isinstance(record, CheckpointWitnessed) else None

    def prove_consistency(self, old_size: int) -> ConsistencyProof:
        """Return the proof that the ledger as it was last signed goes on from what it was at a size.

        Raises LedgerError if it never had that size.
        """
        with self._store.read() as snapshot:
            note = snapshot.head()
            size = parse_note(note).size if note else 0
            if note is None or not 0 <= old_size <= size:
                raise LedgerError(f"the ledger never had {old_size} entries")
            return ConsistencyProof(old_size, consistency_proof(old_size, size, node_reader(snapshot.hashes)), note)

    def prove(self, index: int) -> InclusionProof:
        """Return the proof that an entry is in the ledger as it was last signed. Raises LedgerError."""
        with self._store.read() as snapshot:
            note = snapshot.head()
            size = parse_note(note).size if note else 0
            if note is None or not 0 <= index < size:
                raise LedgerError(f"the ledger has no entry {index}")
            return InclusionProof(index, inclusion_proof(index, size, node_reader(snapshot.hashes)), note)

    def receipt(self, utterance_id: str) -> Receipt:
        """Return the proofs that the entries of an utterance are in the ledger as it was last signed.

        Raises LedgerError if the ledger does not know it.
        """
        with self._store.read() as snapshot:
            return write_receipt(snapshot, utterance_id)

    def verify(self, progress: Callable[[int, int], None] | None = None) -> Verdict:
        """Check everything that is stored against its hashes and signatures. See `verify.verify`."""
        with self._store.read() as snapshot:
            return verify(snapshot, self._keys, progress)

    def span(self, since: datetime | None, until: datetime | None) -> tuple[int, int]:
        """Return the first entry of a time, and the one behind its last.

        It begins with the first utterance heard at `since` or later, and ends before the first heard at `until` or
        later. Whatever was entered in between is part of it, also what happened then to older utterances. Raises
        LedgerError if there is nothing.
        """
        with self._store.read() as snapshot:
            begin = 0 if since is None else snapshot.first_heard(to_milliseconds(since))
            end = None if until is None else snapshot.first_heard(to_milliseconds(until))
            end = snapshot.size() if end is None else end
        if begin is None or begin >= end:
            raise LedgerError("the ledger has no entries of that time")
        return begin, end

    def export(
        self, *, first: int = 0, end: int | None = None, contents: ContentSource | None = None
    ) -> Iterator[bytes]:
        """Yield the entries from `first` up to `end` (all that follow) as a file that proves itself, line by line.

        With a source of contents, what it opens stands behind the entries; see `export_contents`.

        It tells of one moment, whatever is entered meanwhile. The storage is read while this goes on: close the
        generator if it is not used up. Raises LedgerError if there are no such entries. See `export_verify`.
        """
        with self._store.read() as snapshot:
            yield from write_export(snapshot, self._keys, first, end, contents)

    @contextmanager
    def still(self) -> Iterator[None]:
        """Keep the database's file as it is while it is copied together with its log, in whatever order.

        What is entered meanwhile goes to the log, and nothing of the log into the file: somebody reads what was there
        at the beginning. So whatever part of the log the copy has, file and log make a ledger of one moment.
        """
        self._store.scrub()
        with self._store.read() as snapshot:
            snapshot.size()  # the reading begins here
            yield

    def mark_alive(self, now: datetime) -> None:
        """Note that Earshot was watching at this instant."""
        alive = str(to_milliseconds(now))
        self._writer.submit(lambda batch: batch.put_meta(ALIVE, alive)).result()
        self._scrub()

    def last_alive(self) -> datetime | None:
        """Return the last instant that was marked, also by an earlier run."""
        with self._store.read() as snapshot:
            alive = snapshot.meta(ALIVE)
        try:
            return None if alive is None else from_milliseconds(int(alive))
        except ValueError as err:
            raise LedgerCorruptError("the last sign of life is malformed") from err


def verify_file(
    path: Path, keys: Sequence[VerifyingKey], progress: Callable[[int, int], None] | None = None
) -> Verdict:
    """Verify the ledger in a SQLite file that nobody writes to, without changing it.

    Raises LedgerSchemaError, LedgerCorruptError or LedgerUnavailableError if it cannot be read as a ledger.
    """
    store = SqlStore.open_read_only(path)
    try:
        with store.read() as snapshot:
            return verify(snapshot, keys, progress)
    finally:
        store.close()


def _adopt(store: Store, keys: Path) -> None:
    """Believe the keys that a database names, if this installation has never had one.

    That is a ledger restored from a backup, which holds no keys. Only here is a database believed for what it says
    itself; whoever wants more compares a checkpoint that was noted elsewhere.
    """
    with store.read() as snapshot:
        signers = snapshot.meta(_SIGNERS)
    if signers:
        add_trusted(keys, [VerifyingKey.parse(line) for line in signers.split()])


def _enter(batch: Batch, records: Sequence[Record]) -> Appended:
    """Enter records, and note where the newest witness stands: nothing else finds one entry among a million."""
    appended = batch.append(records)
    for index, record in enumerate(records, appended.first_index):
        if isinstance(record, CheckpointWitnessed) and record.agrees:
            batch.put_meta(_WITNESSED, str(index))
    return appended
