"""Whatever happens, in any order: nothing reaches a desk that nobody agreed to or let go, or that is not entered."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
import secrets
import shutil
import tempfile
from types import SimpleNamespace
from typing import Any, override

from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, rule
import pytest

from custom_components.earshot.donating.consents import Consents
from custom_components.earshot.donating.content_names import notes, original_sound, original_words, payload
from custom_components.earshot.donating.home import Home
from custom_components.earshot.donating.issues import Findings
from custom_components.earshot.donating.offering import Offering
from custom_components.earshot.donating.receipts import Receipts
from custom_components.earshot.donating.sending import Sending
from custom_components.earshot.donating.stock import Stock
from custom_components.earshot.donating.withdrawing import Withdrawing
from custom_components.earshot.donation.clip import Clip, encode_clip
from custom_components.earshot.donation.consent import Consent
from custom_components.earshot.donation.offer_store import Offer
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.donation.states import BEFORE_IT_LEAVES, MAY_HAVE_LEFT, OfferState
from custom_components.earshot.errors import DeskUnreachableError
from custom_components.earshot.gate.paths import Paths
from custom_components.earshot.gate.storage import LEDGER_ILL
from custom_components.earshot.ledger.giving import ConsentGiven, Donated
from custom_components.earshot.ledger.record import Record
from custom_components.earshot.ledger.view import StoredEntry
from custom_components.earshot.models import ContentKind, Satellite
from custom_components.earshot.vault.clock import Clock
from tests.donating.giving_home import Hands
from tests.donating.stand_in_desk import ADDRESS, StandInDesk

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)
KITCHEN = Satellite(label="Kitchen", entity_id="assist_satellite.kitchen")
WAIT = timedelta(hours=24)


class Ledger:
    """Holds what is entered, or is ill."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.outages: dict[str, datetime] = {}

    @property
    def ledger(self) -> Ledger:
        return self

    def entries(self, utterance_id: str) -> tuple[StoredEntry, ...]:
        return tuple(
            StoredEntry(index=index, record=record, leaf_hash="")
            for index, record in enumerate(self.records)
            if record.utterance_id == utterance_id
        )

    async def write(self, records: list[Record]) -> bool:
        if self.outages:
            return False
        self.records += records
        return True

    async def recover(self) -> None:
        """Try again, in vain while it is ill."""

    def owe(self, record: Record) -> None:
        self.records.append(record)

    def donated(self) -> list[Donated]:
        return [one for one in self.records if isinstance(one, Donated)]


class LoopOnly:
    """What of Home Assistant the parts under test use: its loop, and a dispatcher that nobody listens to."""

    def __init__(self) -> None:
        self.data: dict[Any, Any] = {}

    def verify_event_loop_thread(self, what: str) -> None:
        """There is one thread only."""

    def async_create_background_task(
        self,
        work: Any,
        name: str,
        eager_start: bool = True,  # noqa: FBT001, FBT002 - as Home Assistant has it
    ) -> asyncio.Task[Any]:
        return asyncio.Task(work, loop=asyncio.get_running_loop(), name=name, eager_start=eager_start)

    async def async_add_executor_job(self, work: Callable[..., Any], *args: Any) -> Any:
        return work(*args)


class QuietHome(Home):
    """Tells nobody."""

    __slots__ = ()

    @override
    def tell(self) -> None:
        pass


@dataclass
class Known:
    """What the test knows of an offer."""

    payload: bytes
    consent_id: str
    statement: str
    put_up: float
    said_yes: bool = False
    entered_when_brought: list[int] = field(default_factory=list)


class Life(RuleBasedStateMachine):
    """A home, a desk, people, two clocks, and things that fail."""

    offers = Bundle("offers")

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = Path(tempfile.mkdtemp())
        self.hands = Hands(lambda: NOON)
        self.ledger, self.desk = Ledger(), StandInDesk()
        self.known: dict[str, Known] = {}
        self.desk.on_deliver = self.brought
        self.off_under_way = False
        self.live()

    def live(self) -> None:
        """Begin to run, from what is on disk."""
        clock = Clock(wall=self.hands.wall, elapsed=self.hands.elapsed)
        hass: Any = LoopOnly()
        paths = Paths(self.folder / "earshot", self.folder / "cache" / "keys")
        self.stock = Stock(hass, paths, clock)
        places: Any = SimpleNamespace(place_of=lambda one: one, entity_id_of=lambda one: one)
        storage: Any = self.ledger
        self.consents = Consents(hass, storage, places, self.stock, clock)
        self.home = QuietHome(
            hass=hass, storage=storage, settings=places, stock=self.stock, consents=self.consents, clock=clock
        )
        self.offering = Offering(self.home)
        self.sending = Sending(self.home, self.desk, self.offering)
        receipts = Receipts(self.home, self.desk, Findings(hass))
        self.withdrawing = Withdrawing(self.home, self.desk, receipts)
        self.consents.on_ended = self.sending.break_off
        self.run(self.stock.open())
        self.run(self.consents.load())
        self.looked = self.hands.elapsed()

    def run[R](self, work: Awaitable[R]) -> R:
        async def within() -> R:
            return await work

        return self.loop.run_until_complete(within())

    @override
    def teardown(self) -> None:
        self.run(self.stock.close())
        self.loop.close()
        shutil.rmtree(self.folder)

    @initialize()
    def begin(self) -> None:
        self.consent(30)

    @rule(days=st.sampled_from([1, 30]))
    def consent(self, days: int) -> None:
        if self.ledger.outages or self.consents.standing:
            return
        said, now = self.desk.statement, self.hands.wall()
        one = Consent(
            consent_id=secrets.token_hex(16),
            purpose=Purpose.SPEECH,
            satellite_key="kitchen",
            satellite=KITCHEN,
            statement_sha256=said.sha256,
            desk="Some desk",
            address=ADDRESS,
            desk_key_sha256=said.statement.desk_key_sha256,
            receipt_sha256="",
            given=now,
            until=now + timedelta(days=days),
            by="Ada",
        )
        self.stock.store.add_consents([one], said.to_bytes(), b"")
        self.run(self.consents._let_stand([one.consent_id]))
        self.consents.all = (one, *self.consents.all)
        self.consents._measure([one])

    @rule(target=offers, by_itself=st.booleans())
    def offer(self, by_itself: bool) -> Any:  # noqa: FBT001 - drawn
        consent = self.consents.covering(Purpose.SPEECH, "kitchen")
        if consent is None:
            return multiple()
        now = self.hands.wall()
        shown = encode_clip(
            Clip(purpose=Purpose.SPEECH, week="2026-W48", language="en", words=f"light {len(self.known)}")
        )
        row = Offer(
            offer_id=secrets.token_hex(16),
            utterance_id=f"said-{len(self.known)}",
            consent_id=consent.consent_id,
            purpose=Purpose.SPEECH,
            desk=consent.desk,
            address=ADDRESS,
            satellite=KITCHEN,
            said=now,
            at=now,
            state=OfferState.PREPARING,
            until=now + WAIT if by_itself else None,
            drop_at=now + timedelta(days=14),
            contents=(ContentKind.WORDS,),
            sha256=sha256(shown).hexdigest(),
            size=len(shown),
        )
        self.stock.store.add_offer(row)
        parts = (original_sound(row.offer_id), original_words(row.offer_id), notes(row.offer_id, 0))
        sealed = [self.stock.seal(part, b"x", now + timedelta(days=15)) for part in parts]
        sealed.append(self.stock.seal(payload(row.offer_id, 0), shown, consent.until))
        self.offering._wait(row, sealed)
        # The ledger knows the utterance.
        self.ledger.records.append(_heard(row))
        self.known[row.offer_id] = Known(
            shown, consent.consent_id, self.desk.statement.sha256, put_up=self.hands.elapsed()
        )
        return row.offer_id

    @rule(target=offers)
    def offer_and_yes(self) -> Any:
        made = self.offer(by_itself=False)
        if isinstance(made, str):
            self.say_yes(made)
        return made

    @rule(target=offers)
    def offer_and_wait(self) -> Any:
        made = self.offer(by_itself=True)
        self.look()
        self.time_passes(13)
        self.look()
        self.time_passes(12)
        return made

    @rule(offer=offers)
    def say_yes(self, offer: str) -> None:
        digest = sha256(self.known[offer].payload).hexdigest()
        if self.stock.store.offer(offer).state is OfferState.WAITING:
            self.stock.store.approve(offer, digest, "Ada")
            self.known[offer].said_yes = True

    @rule(offer=offers)
    def say_never(self, offer: str) -> None:
        row = self.stock.store.offer(offer)
        if row.state in BEFORE_IT_LEAVES:
            self.run(self.sending.decline(row, "never", "Ada"))

    @rule(hours=st.sampled_from([1, 13, 30]))
    def time_passes(self, hours: int) -> None:
        self.hands.pass_by(timedelta(hours=hours))

    @rule(hours=st.sampled_from([-48, -5, 5, 48]))
    def somebody_sets_the_clock(self, hours: int) -> None:
        self.hands.set_forward(timedelta(hours=hours))

    @rule()
    def look(self) -> None:
        went_by, self.looked = self.hands.elapsed() - self.looked, self.hands.elapsed()
        store = self.stock.store
        store.waited(round(went_by * 1000))
        self.run(self.consents.look())
        self.run(self.sending.drop(store.unanswered(self.hands.wall()), "unanswered"))
        store.approve_what_waited(self.hands.wall())
        self.run(self.sending.look())
        self.run(self.withdrawing.look())

    @rule()
    def off(self) -> None:
        self.run(self.consents.off("Bob"))
        self.run(self.sending.drop_uncovered())

    @rule(under_way=st.booleans())
    def next_off_is_while_it_uploads(self, under_way: bool) -> None:  # noqa: FBT001 - drawn
        self.off_under_way = under_way

    @rule(ill=st.booleans())
    def ledger_falls_ill_or_is_well(self, ill: bool) -> None:  # noqa: FBT001 - drawn
        self.ledger.outages = {LEDGER_ILL: NOON} if ill else {}

    @rule(away=st.booleans())
    def desk_goes_or_comes(self, away: bool) -> None:  # noqa: FBT001 - drawn
        self.desk.fails = DeskUnreachableError() if away else None

    @rule(who=st.sampled_from(["Two volunteers", "Others"]))
    def desk_says(self, who: str) -> None:
        self.desk.say_otherwise(people=who)

    @rule()
    def restart(self) -> None:
        self.run(self.stock.close())
        self.live()

    @rule(offer=offers)
    def erase(self, offer: str) -> None:
        row = self.stock.store.offer(offer)
        if row.state in BEFORE_IT_LEAVES:
            self.run(self.sending.drop([row], "erased"))

    @rule(offer=offers)
    def take_back(self, offer: str) -> None:
        donation = self.stock.store.donation_of(offer)
        if donation is not None and self.stock.store.offer(offer).state is OfferState.GIVEN:
            self.run(self.withdrawing.ask((donation,), "Ada"))

    async def brought(self) -> None:
        """Hold against everything what reaches the desk, in the moment in which it does."""
        assert self.sending._under_way is not None
        row = self.stock.store.offer(self.sending._under_way[0].offer_id)
        assert row.state is OfferState.SENDING
        known = self.known[row.offer_id]
        assert self.consents.holding(known.consent_id) is not None
        assert self.desk.statement.sha256 == known.statement
        waited = row.until is not None and self.hands.elapsed() - known.put_up >= WAIT.total_seconds()
        assert known.said_yes or waited
        entered = [one for one in self.ledger.donated() if one.sha256 == sha256(known.payload).hexdigest()]
        assert len(entered) == 1
        if self.off_under_way:
            self.off_under_way = False
            await self.consents.off("Bob")

    @invariant()
    def nothing_is_at_the_desk_or_on_its_way_but_what_may_be(self) -> None:
        shown = {known.payload for known in self.known.values()}
        assert {held.payload for held in self.desk.held.values()} <= shown
        hashes = [one.sha256 for one in self.ledger.donated()]
        assert len(set(hashes)) == len(hashes)
        for offer in self.stock.store.offers(MAY_HAVE_LEFT - {OfferState.SENDING}):
            known = self.known[offer.offer_id]
            assert sha256(known.payload).hexdigest() in hashes
            assert known.said_yes or offer.until is not None

    @invariant()
    def what_is_decided_is_not_kept(self) -> None:
        if not self.desk.fails and not self.ledger.outages:
            for offer in self.stock.store.offers(set(OfferState) - BEFORE_IT_LEAVES - {OfferState.SENDING}):
                assert not self.stock.vault.holds(payload(offer.offer_id, 0).name, ContentKind.SOUND)


def _heard(offer: Offer) -> Record:
    """Return any entry of an utterance."""
    record: Any = ConsentGiven(
        at=NOON,
        consent_id="",
        purpose="",
        satellite=KITCHEN,
        desk="",
        statement_sha256="",
        desk_key_sha256="",
        receipt_sha256="",
        until=NOON,
        by="",
    )
    return _Of(record, offer.utterance_id)  # type: ignore[return-value]  # only its utterance matters


@dataclass
class _Of:
    record: Record
    utterance_id: str


TestLife = pytest.mark.promise(8)(Life.TestCase)
Life.TestCase.settings = settings(
    max_examples=8, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
