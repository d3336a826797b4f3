"""What may be kept of what is said, as people set it, and what is off the record now.

A change that keeps less holds at once, whatever the disk says. A change that keeps more holds only when it is in the
ledger and on the disk: nobody's words are kept on the strength of a setting that nobody can see.
"""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
import logging
from pathlib import Path
from typing import Final

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.dispatcher import async_dispatcher_send
from homeassistant.util import dt as dt_util
from homeassistant.util.signal_type import SignalType

from ..const import NO_SATELLITE
from ..errors import (
    LedgerUnavailableError,
    NotOffTheRecordError,
    RetentionPeriodError,
    RuleNeededError,
    SettingsUnreadableError,
    SettingsUnsavedError,
)
from ..ledger.record import SettingChanged
from ..models import ContentKind, Rule, RuleContent, Satellite, Stage
from ..policy.classify import Standing
from ..policy.decide import Decision, decide, loosens
from ..policy.off_record import OffTheRecord, Silence
from ..policy.retention import LONGEST, NOTHING, Retention, RetentionRules, is_period
from ..policy.rules import NO_RULES, RuleSet, is_zone
from ..policy.sharing import Sharing
from ..vault.clock import elapsed_seconds
from .runs import describe_satellite, speaker_key
from .setting_values import AS_ITS_PLACE, AS_THE_HOUSE, OFF, ON, spoken_choice, spoken_period
from .settings_file import Settings, load, save
from .settings_told import ToldSettings, told_settings
from .storage import Storage

LOGGER = logging.getLogger(__name__)

SIGNAL_SETTINGS: Final = SignalType[()]("earshot_settings")
"""Sent after every change. Stays within the process: no event."""

OFF_THE_RECORD: Final = "off_the_record"
SHARE: Final = "share_with_household"
GUESTS: Final = "guests_or_children"
KEEP: Final = "keep_"
RULE: Final = "rule_"
"""Settings by their names in the ledger; those that end so with the kind of content behind them."""
END_TIME: Final = "end_time"
"""Who ended a time off the record: nobody, it was over."""

STRICTEST: Final = Settings(
    retention=RetentionRules(house=Retention(sound=NOTHING, words=NOTHING, response=NOTHING)), rules=NO_RULES
)
"""What holds while nobody can say what people set."""


class PrivacySettings:
    """The settings of one home. Lives in the event loop."""

    def __init__(self, hass: HomeAssistant, storage: Storage, path: Path) -> None:
        self._hass = hass
        self._storage = storage
        self._path = path
        self._settings = STRICTEST
        self._changing = asyncio.Lock()
        self._listeners: list[Callable[[], None]] = []
        self._deadlines: dict[str | None, float] = {}
        """When the times off the record that were set in this run are over, by the clock that nobody can set."""
        self.readable = False
        """Whether it is known what people set."""

    @property
    def retention(self) -> RetentionRules:
        """How long what is kept."""
        return self._settings.retention

    @property
    def off_the_record(self) -> OffTheRecord:
        """Where nothing is kept now."""
        return self._settings.off_the_record

    def silence_of(self, satellite: str | None) -> Silence | None:
        """Return the time off the record that a satellite (or without one, the house) has of its own."""
        return self.off_the_record.of(None if satellite is None else self.place_of(satellite))

    @property
    def rules(self) -> RuleSet:
        """What holds before sound or words are handed to an engine."""
        return self._settings.rules

    @property
    def sharing(self) -> Sharing:
        """Since when everybody in the house may read what is said to a satellite."""
        return self._settings.sharing

    @property
    def guests(self) -> frozenset[str]:
        """The keys of the satellites that guests or children speak to, as far as it is readable who does."""
        return self._settings.guests

    def guests_speak(self, place: str) -> bool:
        """Whether nothing of a satellite is ever offered: guests or children speak to it, or nobody can say."""
        return place in self.guests or not self.readable

    @property
    def to_shorten(self) -> bool:
        """Whether what is kept already has not been brought under the retention yet."""
        return self._settings.shorten

    def keep(self, place: str, kind: ContentKind) -> timedelta:
        """Return how long something that is said now is kept; zero if it is not. `place` is from `place_of`."""
        return NOTHING if self.off_the_record.covers(place) else self.retention.keep(place, kind)

    def place_of(self, entity_id: str | None) -> str:
        """Give the key that a satellite's settings go by. It survives renaming; None is no satellite."""
        if entity_id is None or entity_id == NO_SATELLITE:
            return NO_SATELLITE
        return speaker_key(self._hass, entity_id)

    def rule_of(self, satellite: str | None, content: RuleContent, place_or_engine: str) -> Rule | None:
        """Return the rule that is set for exactly this; None if none is. The arguments are those of `set_rule`."""
        place = None if satellite is None else self.place_of(satellite)
        return self.rules.own(place, content, self._target(place_or_engine))

    def decide(self, place: str, stage: Stage, standing: Standing, engine_id: str | None) -> Decision:
        """Decide whether an engine may have what is said to a satellite now. `place` is from `place_of`.

        `engine_id` is the id by which Home Assistant calls the engine; None for Earshot's own.
        """
        engine = None if engine_id is None else self._target(engine_id)
        return decide(
            self.rules,
            satellite=place,
            stage=stage,
            place=standing.place,
            evidence=standing.evidence,
            engine=engine,
        )

    @callback
    def told(self) -> ToldSettings:
        """Tell what is set."""
        return told_settings(self._settings, self.entity_id_of, readable=self.readable)

    @callback
    def add_listener(self, listener: Callable[[], None]) -> CALLBACK_TYPE:
        """Call `listener` after every change, until the returned function is called."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    async def load(self) -> None:
        """Read what was set. If that is not readable, nothing is kept or handed on until somebody sets it anew."""
        try:
            self._settings = await self._hass.async_add_executor_job(load, self._path)
        except SettingsUnreadableError as err:
            LOGGER.warning("Nothing is kept, and nothing leaves this machine, until it is set anew what may: %s", err)
        else:
            self.readable = True
        self._tell()

    async def set_retention(self, satellite: str | None, kind: ContentKind, period: timedelta | None, by: str) -> None:
        """Set how long a kind of content is kept: in the whole house, or at a satellite (entity id or NO_SATELLITE).

        None lets a satellite do as the house does. What is kept already is shortened by this and never lengthened.
        Raises RetentionPeriodError, SettingsUnsavedError, and LedgerUnavailableError for a longer time that cannot be
        entered.
        """
        if (period is None and satellite is None) or (period is not None and not is_period(period)):
            raise RetentionPeriodError(days=str(LONGEST.days))
        async with self._changing:
            place = None if satellite is None else self.place_of(satellite)
            before, now = self.retention.own(place, kind), self._settings
            rules = self.retention.changed(place, kind, period)
            record = SettingChanged(
                at=dt_util.utcnow(),
                setting=KEEP + kind.value,
                satellite=self._describe(satellite),
                before=spoken_period(before),
                after=spoken_period(period),
                by=by,
            )
            loosens = rules.loosens(self.retention)
            await self._change(replace(now, retention=rules, shorten=True), record, loosens=loosens)

    async def set_rule(
        self, satellite: str | None, content: RuleContent, place_or_engine: str, rule: Rule | None, by: str
    ) -> None:
        """Set what holds before content is handed on: from the whole house, or from a satellite (id or NO_SATELLITE).

        `place_or_engine` is a `Zone` or an engine's id in Home Assistant. None takes the rule away, so that a satellite
        does as the house does, and an engine as its place. Raises RuleNeededError where the house would be left without
        one, SettingsUnsavedError, and LedgerUnavailableError for a looser rule that cannot be entered.
        """
        if rule is None and satellite is None and is_zone(place_or_engine):
            raise RuleNeededError
        async with self._changing:
            place = None if satellite is None else self.place_of(satellite)
            target, before = self._target(place_or_engine), self.rules
            was = before.own(place, content, target)
            rules = before.changed(place, content, target, rule)
            unset = AS_THE_HOUSE if place is not None else AS_ITS_PLACE
            record = SettingChanged(
                at=dt_util.utcnow(),
                setting=RULE + content.value,
                target=str(place_or_engine),
                satellite=self._describe(satellite),
                before=was.value if was else unset,
                after=rule.value if rule else unset,
                by=by,
            )
            await self._change(replace(self._settings, rules=rules), record, loosens=loosens(rules, before))

    async def share(self, satellite: str | None, shared: bool | None, by: str) -> None:  # noqa: FBT001 - a value that is set
        """Set whether everybody in the house may read and hear what is said to a satellite from now on.

        Without a satellite, to each that has no choice of its own; None lets a satellite do as the house does. What is
        said to a browser or an app is never shared. Raises SettingsUnsavedError, and LedgerUnavailableError if more
        would be shared and that cannot be entered.
        """
        async with self._changing:
            place, now, before = None if satellite is None else self.place_of(satellite), dt_util.utcnow(), self.sharing
            sharing = before.changed(place, shared, now)
            record = SettingChanged(
                at=now,
                setting=SHARE,
                satellite=self._describe(satellite),
                before=spoken_choice(before.own(place)),
                after=spoken_choice(sharing.own(place)),
                by=by,
            )
            await self._change(replace(self._settings, sharing=sharing), record, loosens=sharing.loosens(before))

    async def set_guests(self, satellite: str, speak: bool, by: str) -> None:  # noqa: FBT001 - a value that is set
        """Set whether guests or children speak to a satellite, so that nothing of it is ever offered.

        Raises SettingsUnsavedError, and LedgerUnavailableError if more could be offered and that cannot be entered.
        """
        async with self._changing:
            place, before = self.place_of(satellite), self.guests
            record = SettingChanged(
                at=dt_util.utcnow(),
                setting=GUESTS,
                satellite=self._describe(satellite),
                before=spoken_choice(place in before),
                after=spoken_choice(speak),
                by=by,
            )
            guests = before | {place} if speak else before - {place}
            await self._change(replace(self._settings, guests=guests), record, loosens=guests < before)

    async def go_off(self, satellite: str | None, until: datetime | None, by: str) -> None:
        """Keep nothing of what is said from now on: in the whole house, or at a satellite.

        Raises SettingsUnsavedError: it holds, but not after a restart. LedgerUnavailableError if an earlier end than
        before cannot be entered.
        """
        async with self._changing:
            now, elapsed = dt_util.utcnow(), elapsed_seconds()
            place = None if satellite is None else self.place_of(satellite)
            before = self.off_the_record.of(place)
            silence = Silence(before.since if before else now, until)
            record = self._switched(satellite, before, ON, by, until)
            sooner = before is not None and until is not None and (before.until is None or until < before.until)
            changed = self.off_the_record.changed(place, silence)
            await self._change(replace(self._settings, off_the_record=changed), record, loosens=sooner)
            self._deadlines.pop(place, None)
            if until is not None:
                self._deadlines[place] = elapsed + (until - now).total_seconds()

    async def go_on(self, satellite: str | None, by: str) -> None:
        """End the time off the record of exactly this place.

        Raises NotOffTheRecordError if it has none of its own; LedgerUnavailableError, SettingsUnsavedError; it goes on
        then.
        """
        async with self._changing:
            place = None if satellite is None else self.place_of(satellite)
            if self.off_the_record.of(place) is None:
                raise NotOffTheRecordError
            await self._end(place, self._describe(satellite), by)

    async def end_what_is_over(self, now: datetime) -> None:
        """End the times off the record that are over by the wall clock, and by the time that went by since.

        Both, because ending too early keeps what somebody said in confidence; a clock that was set must not do that.
        Raises LedgerUnavailableError, SettingsUnsavedError; they go on then.
        """
        async with self._changing:
            for place in self.off_the_record.ended(now):
                if elapsed_seconds() >= self._deadlines.get(place, 0.0):
                    entity_id = None if place is None else self.entity_id_of(place)
                    await self._end(place, self._describe(entity_id), END_TIME)

    def seconds_to_end(self, now: datetime) -> float | None:
        """Return in how many seconds the next time off the record is over, if nobody sets the clock."""
        elapsed, off = elapsed_seconds(), self.off_the_record
        places = ((None, off.house), *off.satellites.items())
        left = (
            max((silence.until - now).total_seconds(), self._deadlines.get(place, 0.0) - elapsed)
            for place, silence in places
            if silence is not None and silence.until is not None
        )
        return min(left, default=None)

    async def shortened(self, rules: RetentionRules) -> None:
        """Note that what is kept is under these rules. Means nothing if they are others by now."""
        async with self._changing:
            if rules is self.retention:
                await self._save(replace(self._settings, shorten=False))

    @callback
    def entity_id_of(self, place: str) -> str:
        """Give the entity id that a key stands for now; the key itself where there is no such entity any more."""
        entry = er.async_get(self._hass).entities.get_entry(place)
        return entry.entity_id if entry else place

    def _target(self, place_or_engine: str) -> str:
        """Give the key that a rule for this goes by. An engine's survives renaming."""
        return str(place_or_engine) if is_zone(place_or_engine) else speaker_key(self._hass, place_or_engine)

    async def _end(self, place: str | None, satellite: Satellite | None, by: str) -> None:
        record = SettingChanged(
            at=dt_util.utcnow(), setting=OFF_THE_RECORD, satellite=satellite, before=ON, after=OFF, by=by
        )
        changed = self.off_the_record.changed(place, None)
        await self._change(replace(self._settings, off_the_record=changed), record, loosens=True)
        self._deadlines.pop(place, None)

    async def _change(self, after: Settings, record: SettingChanged, *, loosens: bool) -> None:
        if loosens:
            await self._loosen(after, record)
            return
        self._apply(after)
        if not await self._storage.write([record]):
            self._storage.owe(record)
        await self._save(after)

    async def _loosen(self, after: Settings, record: SettingChanged) -> None:
        if not await self._storage.write([record]):
            raise LedgerUnavailableError("the change could not be entered")
        try:
            await self._save(after)
        except SettingsUnsavedError:
            taken_back = replace(record, at=dt_util.utcnow(), before=record.after, after=record.before or AS_THE_HOUSE)
            await self._storage.write([replace(taken_back, until=None)])
            raise

    async def _save(self, settings: Settings) -> None:
        try:
            await self._hass.async_add_executor_job(save, self._path, settings)
        except OSError as err:
            raise SettingsUnsavedError("the privacy settings cannot be written") from err
        self._settings = settings
        self.readable = True
        self._tell()

    @callback
    def _apply(self, settings: Settings) -> None:
        self._settings = settings
        self._tell()

    @callback
    def _tell(self) -> None:
        async_dispatcher_send(self._hass, SIGNAL_SETTINGS)
        for listener in tuple(self._listeners):
            listener()

    def _switched(
        self, satellite: str | None, before: Silence | None, after: str, by: str, until: datetime | None
    ) -> SettingChanged:
        return SettingChanged(
            at=dt_util.utcnow(),
            setting=OFF_THE_RECORD,
            satellite=self._describe(satellite),
            before=ON if before else OFF,
            after=after,
            until=until,
            by=by,
        )

    def _describe(self, satellite: str | None) -> Satellite | None:
        if satellite is None:
            return None
        return describe_satellite(self._hass, None if satellite == NO_SATELLITE else satellite)
