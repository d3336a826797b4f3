"""One day at a glance, put together from the ledger, the vault, and what goes on in this moment."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..errors import VaultError
from ..gate.storage import Storage
from ..gate.streamed import Running, Streamed
from ..ledger.ledger import Ledger
from ..models import ContentKind
from ..vault.vault import Vault
from .answers import Decision, GapShown, KeptNow, Today, WatchedVerdict
from .decisions.source import AtHand
from .decisions.table import find_decisions
from .leftovers import FRESH_SECONDS
from .line import draw_lines
from .reasons import StreamNow, find_reasons
from .summary import Summary, summarize
from .sums import gaps_of, sum_announcements, sum_contacts, sum_streams
from .verdict import judge

type StreamsNow = Callable[[], Sequence[StreamNow]]
"""Says which microphones stream to a wake word engine in this moment, through the gate or past it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What goes on in this moment, taken in the event loop."""

    now: datetime
    outages: tuple[tuple[str, datetime], ...]
    watching_since: datetime
    running: tuple[Running, ...]
    streams: tuple[StreamNow, ...]
    decisions: tuple[Decision, ...]
    leftovers_known: bool


class Days:
    """Tells of days."""

    def __init__(
        self, hass: HomeAssistant, storage: Storage, streamed: Streamed, streams_now: StreamsNow, at_hand: AtHand
    ) -> None:
        self._hass = hass
        self._storage = storage
        self._streamed = streamed
        self._streams_now = streams_now
        self._at_hand = at_hand
        self._since = dt_util.utcnow()

    async def tell(self, day: date | None = None, *, fresh_seconds: float = FRESH_SECONDS) -> Today:
        """Tell of a day of the house's time zone; of today, if none is named.

        What lies around is looked for anew behind this where it was seen longer ago than `fresh_seconds`. Raises
        LedgerUnavailableError, LedgerCorruptError, and LedgerError for a day at the end of the calendar.
        """
        ledger, zone = self._storage.ledger, dt_util.get_default_time_zone()
        leftovers = self._at_hand.leftovers
        leftovers.refresh(fresh_seconds)
        moment = Moment(
            now=dt_util.utcnow(),
            outages=tuple(self._storage.outages.items()),
            watching_since=self._since,
            running=self._streamed.running(),
            streams=tuple(self._streams_now()),
            decisions=await find_decisions(self._at_hand),
            leftovers_known=leftovers.known is not None,
        )
        return await self._hass.async_add_executor_job(tell_day, ledger, self._vault(), day, zone, moment)

    async def sum(self, first: date, last: date) -> Summary:
        """Sum some days of the house's time zone. Raises LedgerUnavailableError, LedgerError."""
        zone = dt_util.get_default_time_zone()
        return await self._hass.async_add_executor_job(summarize, self._storage.ledger, first, last, zone)

    def _vault(self) -> Vault | None:
        try:
            return self._storage.vault
        except VaultError:
            return None


def tell_day(ledger: Ledger, vault: Vault | None, day: date | None, zone: tzinfo, moment: Moment) -> Today:
    """Put everything together. Blocks."""
    today = moment.now.astimezone(zone).date()
    day = day or today
    facts = ledger.day(day, zone)
    is_today = day == today
    gaps = gaps_of(facts, moment.outages, moment.watching_since, moment.now)
    running, streams = (moment.running, moment.streams) if is_today else ((), ())
    reasons = find_reasons(facts, gaps, [one.so_far for one in running], streams)
    unknown = facts.unknown + facts.unseen
    return Today(
        day=day.isoformat(),
        began=facts.began,
        ended=facts.ended,
        is_today=is_today,
        said=facts.count.said,
        false_wakes=facts.count.false_wakes,
        blocked=facts.count.blocked,
        left_house=facts.internet + unknown,
        unknown=unknown,
        listened=facts.count.listened,
        outside=len(facts.outside),
        open=facts.open,
        sentence=judge(facts, reasons, _watched(gaps, day, today)),
        reasons=reasons,
        places=facts.places,
        satellites=draw_lines(facts),
        gaps=gaps,
        streamed=sum_streams(facts.streamed.records, running),
        announced=sum_announcements(facts.announced.records),
        contacted=sum_contacts(facts.contacted.records),
        kept=None if vault is None else kept_now(vault),
        decisions=moment.decisions,
        leftovers_known=moment.leftovers_known,
    )


def _watched(gaps: Sequence[GapShown], day: date, today: date) -> WatchedVerdict:
    if day > today:
        return WatchedVerdict.NOT_YET
    if gaps:
        return WatchedVerdict.IN_PART
    return WatchedVerdict.SO_FAR if day == today else WatchedVerdict.WHOLE


def kept_now(vault: Vault) -> KeptNow:
    """Tell what the vault holds. Blocks."""
    held = vault.held()
    return KeptNow(
        sounds=held.contents.get(ContentKind.SOUND, 0),
        words=held.contents.get(ContentKind.WORDS, 0),
        responses=held.contents.get(ContentKind.RESPONSE, 0),
        bytes=held.size,
        next_erasure=held.first_until,
        last_erasure=held.last_until,
        without_end=held.without_end,
    )
