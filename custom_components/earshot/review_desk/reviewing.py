"""Reviewing: a random clip into somebody's hands, its sound once for each ticket, and what they say of it.

No list, no donor, no way to ask for a certain clip. What somebody is handed is a receipt before they have it.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from ..donation.clip import Clip
from ..donation.desk.agreement import Verdict, complete, settle
from ..donation.desk.desk_store import Connection, clips, reviewing
from ..donation.desk.desk_store.rows import ClipRow, LabelRow, ReceiptRow, State
from ..donation.label import Label, OpenedLabel, label_bytes, open_label
from ..donation.purposes import Purpose
from ..donation.receipts import ReceiptAction
from ..errors import ContentDamagedError, ContentGoneError, ContentMissingError, VaultError
from ..errors.desk import ClipOverError, LabelRefusedError, ReviewDeskError, ReviewLimitError
from .ending import Ending
from .leases import LEASE_SECONDS, SOUND_SECONDS, Lease
from .opened import Opened
from .receipting import Receipts
from .shown import ClipToReview, Progress, SoundTicket

DRAWS: Final = 8
"""How many clips are tried that turn out not to open, before somebody is told that there is none. A lost disk must not
make one request go through everything."""

PLAYS: Final = 20
"""How often somebody hears a clip while it is in their hands. Each time is a receipt, of which a donation has some
hundred at most."""

REJECTED: Final = "rejected"
ACCIDENT: Final = "accident"
PERSONAL_DATA: Final = "personal_data"
"""Reasons of a deletion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """A clip that goes into somebody's hands, with the receipt of what they read by that."""

    donation_id: str
    clip: ClipToReview
    receipts: tuple[ReceiptRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """What a label came to."""

    receipts: tuple[ReceiptRow, ...]
    alarm: bool


@dataclass(frozen=True, slots=True)
class Reviewing:
    """The reviewers' side of an open desk. Blocks."""

    desk: Opened
    receipts: Receipts
    ending: Ending

    def next_clip(self, user_id: str, day: date) -> Handed | None:
        """Give somebody a clip: the one that they have in hand, or a random one. None: there is none for them.

        `day` is today where the desk is. Raises ReviewLimitError.
        """
        if (lease := self.desk.leases.of_user(user_id)) is not None:
            return self._again(lease)
        number = self.desk.store.write(lambda connection: reviewing.number_of(connection, user_id))
        self._refuse_too_many(number, day)
        without: list[str] = []
        for _ in range(DRAWS):
            in_hands = (*self.desk.leases.in_hands(), *without)
            with self.desk.store.read() as connection:
                drawn = clips.draw(connection, number, in_hands)
            if drawn is None:
                return None
            without.append(drawn.donation_id)
            if (handed := self._hand_over(drawn, user_id, number, day)) is not None:
                return handed
        return None

    def sound_ticket(self, ticket: str, user_id: str) -> SoundTicket:
        """Let somebody fetch the sound of the clip in their hands once. Raises ClipOverError."""
        lease = self.desk.leases.find(ticket, user_id)
        if self.desk.leases.played(lease) >= PLAYS:
            raise ClipOverError
        sound = self.desk.leases.offer_sound(lease.donation_id, user_id, lease.reviewer)
        return SoundTicket(ticket=sound.ticket, until=self.desk.now() + timedelta(seconds=SOUND_SECONDS))

    def sound(self, ticket: str, user_id: str) -> tuple[bytes, ReceiptRow]:
        """Return a sound as a FLAC file, with the receipt of the listening. Raises ClipOverError."""
        lease = self.desk.leases.take_sound(ticket, user_id)
        sound = self._clip(lease.donation_id).sound
        if sound is None:
            raise ClipOverError
        state = State.HELD if lease.alarm else State.WAITING

        def listen(connection: Connection) -> ReceiptRow:
            clip = _in_state(connection, lease.donation_id, state)
            return self._heard(connection, clip, lease.reviewer, clip.sound_ms)

        return sound, self.desk.store.write(listen)

    def label(self, ticket: str, label: Label, user_id: str) -> Labelled:
        """Take what somebody says of the clip in their hands. Raises ClipOverError, LabelRefusedError."""
        lease = self.desk.leases.take_back(ticket, user_id)
        try:
            labelled, doomed = self._write_label(lease, label)
        except ReviewDeskError, VaultError:
            self.desk.leases.return_to(lease)
            raise
        if not doomed:
            return labelled
        gone = self.ending.finish(self._find(lease.donation_id))
        return replace(labelled, receipts=(*labelled.receipts, *([gone] if gone else [])))

    def skip(self, ticket: str, user_id: str) -> ReceiptRow:
        """Take the clip in somebody's hands back. They are not given it again. Raises ClipOverError."""
        lease = self.desk.leases.take_back(ticket, user_id)

        def end(connection: Connection) -> ReceiptRow:
            _in_state(connection, lease.donation_id, State.WAITING)
            reviewing.end_turn(connection, lease.donation_id, lease.reviewer)
            at = self.desk.now()
            return self.receipts.write(
                connection, lease.donation_id, ReceiptAction.SKIPPED, at, reviewer=lease.reviewer
            )

        return self.desk.store.write(end)

    def progress(self, user_id: str, day: date) -> Progress:
        """Return how far somebody is."""
        with self.desk.store.read() as connection:
            number = reviewing.known_number(connection, user_id)
            return Progress(
                today=0 if number is None else reviewing.given_on(connection, number, day.isoformat()),
                limit=self.desk.choices.daily_limit,
                labels=0 if number is None else reviewing.labelled_by(connection, number),
                waiting=reviewing.waiting_for(connection, number),
            )

    def _refuse_too_many(self, number: int, day: date) -> None:
        limit = self.desk.choices.daily_limit
        with self.desk.store.read() as connection:
            if reviewing.given_on(connection, number, day.isoformat()) >= limit:
                raise ReviewLimitError(limit=str(limit))

    def _again(self, lease: Lease) -> Handed:
        clip = self._clip(lease.donation_id)
        return Handed(donation_id=lease.donation_id, clip=self._shown(lease, clip), receipts=())

    def _hand_over(self, drawn: ClipRow, user_id: str, number: int, day: date) -> Handed | None:
        """Give a clip into somebody's hands. None: it does not open, or somebody else has it by now."""
        try:
            clip = self._clip(drawn.donation_id)
        except ClipOverError:
            return None
        if (lease := self.desk.leases.give(drawn.donation_id, user_id, number)) is None:
            return None

        def hand(connection: Connection) -> tuple[ReceiptRow, ...]:
            row = _in_state(connection, drawn.donation_id, State.WAITING)
            reviewing.count_given(connection, number, day.isoformat())
            # To be shown the words is to read them, and no sound is heard by that.
            return (self._heard(connection, row, number, 0),) if clip.words else ()

        try:
            read = self.desk.store.write(hand)
        except ClipOverError:
            self.desk.leases.drop(drawn.donation_id)
            return None
        return Handed(donation_id=drawn.donation_id, clip=self._shown(lease, clip), receipts=read)

    def _shown(self, lease: Lease, clip: Clip) -> ClipToReview:
        left = lease.over - self.desk.leases.elapsed()
        return ClipToReview(
            ticket=lease.ticket,
            until=self.desk.now() + timedelta(seconds=min(left, LEASE_SECONDS)),
            purpose=clip.purpose,
            language=clip.language,
            words=clip.words,
            wake_word=clip.wake_word,
            sound_ms=0 if clip.sound is None else clip.sound_ms,
            masked=clip.masked,
            redactions=clip.redactions,
        )

    def _write_label(self, lease: Lease, label: Label) -> tuple[Labelled, bool]:
        """Seal a label and enter it with what it comes to. Also return whether the clip is to be erased by that."""
        clip = self._find(lease.donation_id)
        purpose = Purpose(clip.purpose)
        if clip.state is not State.WAITING:
            raise ClipOverError
        if not _fits(label, purpose):
            raise LabelRefusedError
        opened = open_label(label)
        number = clip.labels + 1
        earlier = self._earlier(clip)
        until = self.desk.now() + self.desk.choices.retention
        sealed = self.desk.chest.put_label(clip.donation_id, number, opened, until)
        try:
            written = self.desk.store.write(
                lambda connection: self._enter(connection, lease, number, opened, [*earlier, label])
            )
        except BaseException:
            self.desk.chest.vault.discard(sealed)
            raise
        self.desk.chest.settle(sealed)
        return Labelled(receipts=written, alarm=label.danger), self._find(clip.donation_id).state is State.DOOMED

    def _enter(
        self, connection: Connection, lease: Lease, number: int, opened: OpenedLabel, labels: list[Label]
    ) -> tuple[ReceiptRow, ...]:
        """Enter a label, and what the clip comes to by it, in one transaction."""
        name, label, at = lease.donation_id, opened.label, self.desk.now()
        clip = _in_state(connection, name, State.WAITING)
        if clip.labels != number - 1:
            raise ClipOverError
        counts = not (label.danger or label.accident or label.personal_data)
        reviewing.add_label(connection, name, LabelRow(number=number, reviewer=lease.reviewer, counts=counts))
        reviewing.end_turn(connection, name, lease.reviewer)
        written = self.receipts.write(
            connection,
            name,
            ReceiptAction.LABELLED,
            at,
            reviewer=lease.reviewer,
            label=number,
            label_commitment=opened.commitment,
        )
        if label.danger:
            clips.move(connection, name, State.HELD)
            reviewing.raise_alarm(connection, name, lease.reviewer, int(at.timestamp() * 1000))
            raised = self.receipts.write(connection, name, ReceiptAction.RAISED_DANGER, at, reviewer=lease.reviewer)
            return written, raised
        if label.accident or label.personal_data:
            clips.doom(connection, name, ACCIDENT if label.accident else PERSONAL_DATA, lease.reviewer)
            return (written,)
        settled = settle(labels, Purpose(clip.purpose))
        if settled.verdict is Verdict.ACCEPTED:
            clips.move(connection, name, State.ACCEPTED)
        if settled.verdict is Verdict.REJECTED:
            clips.doom(connection, name, REJECTED, None)
        return (written,)

    def _earlier(self, clip: ClipRow) -> list[Label]:
        """Return what others said of a clip, as far as it counts."""
        with self.desk.store.read() as connection:
            rows = [row for row in reviewing.labels(connection, clip.donation_id) if row.counts]
        try:
            return [self.desk.chest.label(clip.donation_id, row.number).label for row in rows]
        except (ContentGoneError, ContentMissingError, ContentDamagedError) as err:
            raise ClipOverError from err

    def _heard(self, connection: Connection, clip: ClipRow, reviewer: int, heard_ms: int) -> ReceiptRow:
        at = self.desk.now()
        return self.receipts.write(
            connection, clip.donation_id, ReceiptAction.LISTENED, at, reviewer=reviewer, heard_ms=heard_ms
        )

    def _find(self, donation_id: str) -> ClipRow:
        with self.desk.store.read() as connection:
            clip = clips.find(connection, donation_id)
        if clip is None:
            raise ClipOverError
        return clip

    def _clip(self, donation_id: str) -> Clip:
        """Return a clip. Raises ClipOverError if it does not open: its time is over, or its file is lost."""
        try:
            return self.desk.chest.clip(donation_id)
        except (ContentGoneError, ContentMissingError, ContentDamagedError) as err:
            raise ClipOverError from err


def _fits(label: Label, purpose: Purpose) -> bool:
    """Return whether a label says what the clip was given for, in a text that may stand in one."""
    try:
        label_bytes(label)
    except ValueError:
        return False
    return complete(label, purpose)


def _in_state(connection: Connection, donation_id: str, state: State) -> ClipRow:
    clip = clips.find(connection, donation_id)
    if clip is None or clip.state is not state:
        raise ClipOverError
    return clip
