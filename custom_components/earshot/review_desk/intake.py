"""What comes in: each bundle is looked at in the order of what that costs, sealed durably, and then acknowledged.

All of it happens on threads of the desk's own, of which there are few. What is in hand at the same time is bounded, so
a burst costs no more memory than that, and is told when to come again.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
import errno
from hashlib import sha256
import shutil
from typing import Final

from ..donation.bundle import MAX_BUNDLE, Envelope, open_bundle, read_envelope
from ..donation.clip import MAX_SOUND_MS, Clip, decode_clip
from ..donation.desk.answers import TAKEN, Answer, NotTaken, not_taken
from ..donation.desk.desk_store import clips
from ..donation.desk.desk_store.rows import NewClip
from ..donation.desk.quotas import Capacity, InHand, Rate, Shares, timely
from ..donation.statement import Statement
from ..errors import BundleError, ClipError, ContentDamagedError, VaultError
from ..errors.desk import DeskStoreError
from ..vault.clock import elapsed_seconds
from ..vault.flac import measure
from .opened import Opened

RETRY_SAME: Final = 1
"""Seconds after which a bundle may come again that is in hand already."""


class Intake:
    """Takes bundles. `look` is for the event loop, `take` blocks."""

    def __init__(self, capacity: Capacity | None = None, rate: Rate | None = None) -> None:
        self._capacity = capacity or Capacity()
        self._rate = rate or Rate(elapsed_seconds)
        self._shares = Shares(self._capacity)
        self._in_hand = InHand()
        self._names = InHand()
        self.refused: Counter[str] = Counter()
        """Since the last start, by why."""

    def look(self, size: int) -> Answer | None:
        """Look at the size of a bundle only. None: it is worth more than that."""
        if size > MAX_BUNDLE:
            return self._refuse(NotTaken.TOO_LARGE)
        return None

    def begin(self, key: object, size: int) -> Answer | None:
        """Take a bundle in hand, known by `key` until `end`. None: it is in hand; else it is not to be looked at."""
        answer = self.look(size)
        if answer is None and not (self._rate.take() and self._in_hand.take(key, size)):
            answer = self._refuse(NotTaken.BUSY)
        return answer

    def end(self, key: object) -> None:
        """Be done with a bundle."""
        self._in_hand.put_down(key)

    def take(self, desk: Opened, body: bytes, donation_id: str | None, sharer: str | None = None) -> Answer:
        """Look at a bundle, and take it in. Blocks.

        `donation_id`: the one that was announced, if one was. `sharer`: by what it is counted where it comes from.
        """
        try:
            with self._alone(read_envelope(body)) as envelope:
                self._look_closer(desk, envelope, body, donation_id, sharer)
                return TAKEN
        except _NotTakenError as err:
            return self._refuse(err.why, err.retry_after)
        except BundleError, ClipError, ContentDamagedError:
            return self._refuse(NotTaken.MALFORMED)
        except (VaultError, DeskStoreError) as err:
            return self._refuse(NotTaken.FULL if _is_full(err) else NotTaken.CLOSED)

    def close(self) -> Answer:
        """Refuse a bundle because the desk is closed."""
        return self._refuse(NotTaken.CLOSED)

    def _look_closer(
        self, desk: Opened, envelope: Envelope, body: bytes, announced: str | None, sharer: str | None
    ) -> None:
        """Raise for what may not come in; what is there already is as good as taken."""
        if announced not in {None, envelope.donation_id}:
            raise _NotTakenError(NotTaken.MALFORMED)
        digest = sha256(body).hexdigest()
        if _there(desk, envelope.donation_id, digest):
            return
        _check_terms(desk, envelope)
        today = desk.now().date()
        free = shutil.disk_usage(desk.folder).free
        if not (desk.held.has_room(self._capacity, free, today) and self._shares.has_room(sharer, today)):
            raise _NotTakenError(NotTaken.FULL)
        payload = open_bundle(body, desk.keys.encryption)
        clip = decode_clip(payload)
        sound_ms = _measured(clip)
        if clip.purpose is not envelope.purpose:
            raise _NotTakenError(NotTaken.MALFORMED)
        _keep(desk, envelope, digest, payload, sound_ms)
        self._shares.more(sharer, len(payload), today)

    @contextmanager
    def _alone(self, envelope: Envelope) -> Iterator[Envelope]:
        """Let nobody else take in a bundle of the same identifier meanwhile."""
        if not self._names.take(envelope.donation_id, 0):
            raise _NotTakenError(NotTaken.BUSY, RETRY_SAME)
        try:
            yield envelope
        finally:
            self._names.put_down(envelope.donation_id)

    def _refuse(self, why: NotTaken, retry_after: int | None = None) -> Answer:
        self.refused[why.value] += 1
        return not_taken(why, retry_after=retry_after)


class _NotTakenError(Exception):
    def __init__(self, why: NotTaken, retry_after: int | None = None) -> None:
        super().__init__(why.value)
        self.why = why
        self.retry_after = retry_after


def _there(desk: Opened, donation_id: str, digest: str) -> bool:
    """Return whether a bundle is there already, be its clip gone since. Raises if another of this identifier is."""
    with desk.store.read() as connection:
        found = clips.find(connection, donation_id)
    if found is not None and found.bundle_sha256 != digest:
        raise _NotTakenError(NotTaken.ANOTHER)
    return found is not None


def _check_terms(desk: Opened, envelope: Envelope) -> None:
    """Raise unless a bundle was made lately, under the statement that holds now, for something that it names."""
    statement: Statement = desk.statement.statement
    if not timely(envelope.made_on, desk.now().date()):
        raise _NotTakenError(NotTaken.MADE_ON)
    ours = desk.statement.sha256, statement.desk_key_sha256
    if (envelope.statement_sha256, envelope.desk_key_sha256) != ours:
        raise _NotTakenError(NotTaken.STATEMENT_OUTDATED)
    if envelope.purpose not in statement.purposes:
        raise _NotTakenError(NotTaken.PURPOSE)


def _measured(clip: Clip) -> int:
    """Return how long the sound of a clip is. Raises ContentDamagedError if it is none, or not as long as it says."""
    if clip.sound is None:
        return 0
    sound_ms = measure(clip.sound, most_ms=MAX_SOUND_MS)
    if sound_ms != clip.sound_ms:
        raise ContentDamagedError("a sound is not as long as it says")
    return sound_ms


def _keep(desk: Opened, envelope: Envelope, digest: str, payload: bytes, sound_ms: int) -> None:
    """Seal a clip and enter it; when this returns, both are durable."""
    now = desk.now()
    until = now + desk.choices.retention
    sealed = desk.chest.put_clip(envelope.donation_id, payload, until)
    clip = NewClip(
        donation_id=envelope.donation_id,
        bundle_sha256=digest,
        token_sha256=envelope.token_sha256,
        statement_sha256=envelope.statement_sha256,
        purpose=envelope.purpose.value,
        day=now.date().isoformat(),
        size=len(payload),
        sound_ms=sound_ms,
        reply_key=envelope.reply_key,
    )
    try:
        desk.store.write(lambda connection: clips.add(connection, clip))
    except DeskStoreError:
        # It was rolled back, so nothing knows of it. If even this fails, the next start throws it away.
        desk.chest.vault.discard(sealed)
        raise
    desk.held.more(len(payload), now.date())
    desk.chest.settle(sealed)


def _is_full(err: BaseException | None) -> bool:
    """Return whether a full disk is behind an error."""
    while err is not None:
        if getattr(err, "errno", None) in {errno.ENOSPC, errno.EDQUOT} or "SQLITE_FULL" in _sqlite_name(err):
            return True
        err = err.__cause__
    return False


def _sqlite_name(err: BaseException) -> str:
    return str(getattr(getattr(err, "orig", None), "sqlite_errorname", ""))
