"""The review desk of this house. Everything that blocks runs on threads of its own, never on the event loop."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Final

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_send
from homeassistant.util import dt as dt_util
from homeassistant.util.signal_type import SignalType

from ..donation.answers import ReceivedReceipt
from ..donation.desk.answers import Answer
from ..donation.desk.desk_store import receipts
from ..donation.desk.desk_store.rows import ReceiptRow
from ..donation.desk.layouts import Layout
from ..donation.desk.quotas import Capacity, Rate, most_a_day
from ..donation.label import Label
from ..donation.receipts import ReceiptAction, SignedReceipt
from ..donation.statement import SignedStatement
from ..errors import LedgerUnavailableError
from ..errors.desk import DeskStoreError
from ..gate.storage import Storage
from ..vault.clock import elapsed_seconds
from .alarms import Alarms, clear_alarms, show_alarms
from .announcing import announce
from .configured import DeskChoices
from .donors import receipts_of, withdraw
from .ending import Ending
from .entering import Entering, in_ledger
from .feed import Feed
from .figures import made_data_sets, statistics
from .handing_out import HandingOut
from .intake import Intake
from .keeping import Keeper, end_what_is_due, not_entered, to_enter
from .open_desk import DeskPaths, open_desk
from .opened import Opened
from .publishing import Publishing
from .receipting import Receipts, signed
from .reviewing import Reviewing
from .shown import (
    Alarm,
    Asking,
    ClipToReview,
    DataSet,
    DataSetFile,
    Decision,
    HeldClip,
    Progress,
    SoundTicket,
    Statistics,
)

SIGNAL_DESK: Final = SignalType[()]("earshot_desk")
"""Sent when something at the desk has changed: within the process, and with nothing of what."""

THREADS: Final = 8
"""More than a machine has cores, because most of a bundle's time is waiting for the disk; and so few that a burst
takes none of Home Assistant's own."""

ASKING_RATE: Final = 50.0
ASKING_BURST: Final = 500
"""Requests a second of donors for receipts and withdrawals, and how many at once. Each costs a look into the store."""


class ReviewDesk:
    """One desk, from `start` to `stop`.

    Donors' side: `signed_statement`, `turn_away`, `accept`, `may_ask`, `receipts`, `withdraw`, `tombstones`; whoever
    calls, nobody is known. Reviewers' side: `next_clip`, `sound_ticket`, `sound`, `label`, `skip`, `progress`; who may
    review is decided before. Administrators' side: the rest.

    While the store does not open (`is_open` is false) everything raises DeskStoreError, and bundles are turned away.
    """

    def __init__(  # noqa: PLR0913 - the parts that a desk needs, and two limits for tests
        self,
        hass: HomeAssistant,
        storage: Storage,
        choices: DeskChoices,
        paths: DeskPaths,
        *,
        capacity: Capacity | None = None,
        rate: Rate | None = None,
    ) -> None:
        self.choices = choices
        self._hass = hass
        self._paths = paths
        most = most_a_day(len(choices.reviewers), choices.daily_limit)
        self._intake = Intake(capacity or Capacity(most_a_day=most), rate)
        self._asking = {what: Rate(elapsed_seconds, rate=ASKING_RATE, burst=ASKING_BURST) for what in Asking}
        self._entering = Entering(storage, choices.name)
        self._handing_out = HandingOut(hass)
        self._feed = Feed()
        self._threads = ThreadPoolExecutor(THREADS, "earshot-desk")
        self._opened: Opened | None = None
        self._announced = False
        self._one_enters = asyncio.Lock()
        self._caught_up = False
        """Whether what an earlier run had entered and not noted was looked for."""
        self._keeper = Keeper(hass, self)

    async def start(self) -> None:
        """Open the desk and keep it in order from now on. One that does not open is tried again, and stops nothing."""
        await self._keeper.start()

    async def stop(self) -> None:
        """Let go of everything. Idempotent."""
        await self._keeper.stop()
        await self.close()

    @property
    def is_open(self) -> bool:
        """Whether the desk takes and gives anything now."""
        return self._opened is not None

    async def open(self) -> None:
        """Open the desk, if it is not. Raises EarshotError, OSError, and stays closed."""
        if self._opened is not None:
            return
        desk = await self._on_thread(open_desk, self._paths, self.choices, dt_util.utcnow)
        await self._on_thread(Publishing(desk, self._paths.data_sets).clean)
        self._opened = desk
        await self.show_alarms()

    async def close(self) -> None:
        """Close the desk; what is in hand is finished first. Idempotent, and final."""
        desk, self._opened = self._opened, None
        self._handing_out.close()
        await self._hass.async_add_executor_job(self._threads.shutdown)
        if desk is not None:
            await self._hass.async_add_executor_job(desk.store.close)

    # What donors ask.

    @callback
    def signed_statement(self) -> SignedStatement:
        """Return the statement that holds. Raises DeskStoreError."""
        return self._desk.statement

    @callback
    def turn_away(self, size: int | None) -> Answer | None:
        """Return the answer to a bundle that need not even be read, by its size in bytes; None: read it.

        `size` is what the request says, None if it says nothing.
        """
        if self._opened is None:
            return self._intake.close()
        return self._intake.look(size or 0)

    async def accept(self, body: bytes, donation_id: str | None = None, sharer: str | None = None) -> Answer:
        """Take a bundle. When the answer says that it is taken, it is durable. Never raises for anything in it.

        `donation_id` is the one that the request named; a bundle of another one is refused. `sharer` is
        by what it is counted from where it comes, which is forgotten with the day; None: it is not counted.
        """
        if self._opened is None:
            return self._intake.close()
        key = object()
        if (answer := self._intake.begin(key, len(body))) is not None:
            return answer
        try:
            answer = await self._on_thread(self._intake.take, self._opened, body, donation_id, sharer)
        finally:
            self._intake.end(key)
        if answer.taken:
            self._tell()
        return answer

    @callback
    def may_ask(self, what: Asking) -> bool:
        """Take one permission to ask for something. False: too many do, and it is to come again.

        Each has its own: whoever asks for the list all the time keeps nobody from withdrawing.
        """
        return self._asking[what].take()

    async def receipts(self, donation_id: str, token: bytes) -> list[ReceivedReceipt]:
        """Return the receipts of a donation in order, with the labels that are still there.

        Of a donation that nobody knows, or with another token, none. Raises DeskStoreError.
        """
        return await self._on_thread(receipts_of, self._desk, donation_id, token)

    async def withdraw(self, donation_id: str, token: bytes) -> SignedReceipt | None:
        """Erase a donation, and return the receipt of its deletion, be it one of before.

        None: nobody knows the donation, or the token is another. Raises DeskStoreError, VaultError: not done yet.
        """
        desk = self._desk
        ending = Ending(desk, Receipts(desk.keys.signing))
        row = await self._on_thread(withdraw, desk, ending, donation_id, token)
        if row is None:
            return None
        await self._enter([row])
        self._tell()
        return signed(row)

    async def tombstones(self) -> bytes:
        """Return the signed list of what was withdrawn or should never have been given. Raises DeskStoreError."""
        return await self._on_thread(self._feed.get, self._desk)

    # What reviewers do.

    async def next_clip(self, user: User) -> ClipToReview | None:
        """Give a reviewer a clip: the one in their hands, or a random one. None: there is none for them now.

        Raises ReviewLimitError; DeskStoreError; LedgerUnavailableError, and shows nothing, if it cannot be entered.
        """
        handed = await self._on_thread(self._reviewing.next_clip, user.id, dt_util.now().date())
        if handed is None:
            return None
        try:
            await self._enter_first(handed.receipts)
        except BaseException:
            # Nor are they shown it the next time, as what they have in hand already.
            self._desk.leases.drop(handed.donation_id)
            raise
        return handed.clip

    @callback
    def in_hand(self, user: User) -> str | None:
        """Return the ticket of the clip in a reviewer's hands. None: there is none, or the desk is closed."""
        lease = None if self._opened is None else self._opened.leases.of_user(user.id)
        return None if lease is None else lease.ticket

    async def sound_ticket(self, ticket: str, user: User) -> SoundTicket:
        """Let a reviewer fetch the sound of the clip in their hands once, within a minute. Raises ClipOverError."""
        return self._reviewing.sound_ticket(ticket, user.id)

    async def sound(self, ticket: str, user: User) -> bytes:
        """Return the sound that a sound's ticket stands for, as a FLAC file. The ticket is used up by that.

        Raises ClipOverError; LedgerUnavailableError, and hands out nothing, if the listening cannot be entered.
        """
        sound, receipt = await self._on_thread(self._reviewing.sound, ticket, user.id)
        await self._enter_first([receipt])
        return sound

    async def label(self, ticket: str, label: Label, user: User) -> None:
        """Take what a reviewer says of the clip in their hands. Raises ClipOverError, LabelRefusedError."""
        labelled = await self._on_thread(self._reviewing.label, ticket, label, user.id)
        await self._enter(labelled.receipts)
        if labelled.alarm:
            await self.show_alarms()
        self._tell()

    async def skip(self, ticket: str, user: User) -> None:
        """Take the clip in a reviewer's hands back. They are not given it again. Raises ClipOverError."""
        await self._enter([await self._on_thread(self._reviewing.skip, ticket, user.id)])
        self._tell()

    async def progress(self, user: User) -> Progress:
        """Return how far a reviewer is. Raises DeskStoreError."""
        return await self._on_thread(self._reviewing.progress, user.id, dt_util.now().date())

    # What administrators do.

    async def alarms(self) -> tuple[Alarm, ...]:
        """Return the alarms that nobody has decided on, the oldest first. Raises DeskStoreError."""
        return await self._on_thread(self._alarms.all_of_them)

    async def open_alarm(self, number: int, user: User) -> HeldClip:
        """Open a held clip for an administrator who has to decide; it is a listening like any other.

        Its sound is fetched by `sound`. Raises AlarmUnknownError, LedgerUnavailableError.
        """
        clip, read = await self._on_thread(self._alarms.open, number, user.id)
        await self._enter_first(read)
        return clip

    async def decide(self, number: int, decision: Decision, user: User) -> None:
        """Do what was decided on an alarm, and enter who did. Raises AlarmUnknownError, DeskStoreError, VaultError."""
        await self._enter(await self._on_thread(self._alarms.decide, number, decision))
        await self._entering.enter_decision(number, decision, user)
        await self.show_alarms()
        self._tell()

    async def statistics(self) -> Statistics:
        """Return the desk in figures. Raises DeskStoreError."""
        return await self._on_thread(statistics, self._desk, self._intake.refused)

    async def data_sets(self) -> tuple[DataSet, ...]:
        """Return the data sets that were made, the oldest first. Raises DeskStoreError."""
        return await self._on_thread(made_data_sets, self._desk)

    async def export(self, name: str, layout: Layout, user: User) -> DataSetFile:
        """Make a data set of the accepted clips, to be fetched once within five minutes by whoever asked for it.

        Raises DataSetNameError, DataSetEmptyError, DeskStoreError.
        """
        made = await self._on_thread(Publishing(self._desk, self._paths.data_sets).make, name, layout)
        await self._entering.enter_data_set(name, user)
        self._announced = False
        with suppress(DeskStoreError):  # it is noted, and the next look goes on with it
            await self._announce()
            await self.enter_what_is_missing()
        self._tell()
        return await self._handing_out.offer(made, f"{name}.zip", user)

    async def data_set(self, ticket: str, user: User) -> AsyncGenerator[bytes]:
        """Return the parts of a data set's file. The ticket is used up by that. Raises DataSetUnknownError."""
        return await self._handing_out.take(ticket, user)

    # What goes on by itself; see `keeping`.

    async def look(self) -> None:
        """Erase what is due, finish what was broken off, and enter what is not entered. Raises EarshotError."""
        rows = await self._on_thread(end_what_is_due, self._desk)
        if rows:
            await self.show_alarms()
            self._tell()
        await self._announce()
        await self.enter_what_is_missing()

    async def enter_what_is_missing(self) -> None:
        """Enter the receipts that the house's ledger does not have yet. Raises DeskStoreError."""
        while rows := await self._on_thread(to_enter, self._desk):
            if not self._caught_up:
                await self._note_entered(await self._on_thread(in_ledger, self._entering.ledger, rows))
            if not await self._enter(rows):
                return
        self._caught_up = True

    async def _announce(self) -> None:
        """Make the receipts of what was published since the last look, and after a start of what broke off."""
        while not self._announced:
            self._announced = True
            try:
                rows = await self._on_thread(announce, self._desk)
            except BaseException:
                self._announced = False
                raise
            self._announced = self._announced and not rows

    async def show_alarms(self) -> None:
        """Keep what administrators are shown of alarms true. Raises DeskStoreError."""
        await show_alarms(self._hass, self.choices, len(await self.alarms()))

    @callback
    def clear(self) -> None:
        """Take away what is shown of alarms: the desk is no more."""
        clear_alarms(self._hass)

    @property
    def _desk(self) -> Opened:
        if self._opened is None:
            raise DeskStoreError("the desk is closed")
        return self._opened

    @property
    def _reviewing(self) -> Reviewing:
        desk = self._desk
        writing = Receipts(desk.keys.signing)
        return Reviewing(desk, writing, Ending(desk, writing))

    @property
    def _alarms(self) -> Alarms:
        desk = self._desk
        writing = Receipts(desk.keys.signing)
        return Alarms(desk, writing, Ending(desk, writing))

    async def _on_thread[**P, T](self, work: Callable[P, T], *args: P.args, **_: P.kwargs) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work, *args)

    async def _enter_first(self, rows: Sequence[ReceiptRow]) -> None:
        if not await self._enter(rows):
            raise LedgerUnavailableError("the listening could not be entered")

    async def _enter(self, rows: Sequence[ReceiptRow]) -> bool:
        """Enter receipts in the house's ledger. What cannot be entered now is by the next look."""
        if not rows:
            return True
        if any(row.action == ReceiptAction.DELETED for row in rows):
            self._feed.forget()
        async with self._one_enters:  # or a look would enter what somebody else is about to
            left = await self._on_thread(not_entered, self._desk, rows)
            if not await self._entering.enter(left):
                return False
            await self._note_entered(left)
        return True

    async def _note_entered(self, rows: Sequence[ReceiptRow]) -> None:
        if rows:
            await self._on_thread(self._desk.store.write, lambda connection: receipts.note_entered(connection, rows))

    @callback
    def _tell(self) -> None:
        async_dispatcher_send(self._hass, SIGNAL_DESK)
