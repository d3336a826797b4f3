"""The privacy settings of one satellite, as few as a person has on the page of its device."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from homeassistant.util import dt as dt_util

from ..const import WORDS_KEPT
from ..gate.setting_values import AS_THE_HOUSE
from ..gate.settings import PrivacySettings
from ..models import ContentKind, Rule, RuleContent, Zone
from ..policy.retention import NOTHING


class SilenceLength(StrEnum):
    """For how long a satellite goes off the record when somebody switches it off there."""

    UNTIL_ENDED = "until_ended"
    QUARTER = "15_minutes"
    HOUR = "1_hour"
    FOUR_HOURS = "4_hours"
    NIGHT = "10_hours"


LENGTHS: Final = {
    SilenceLength.UNTIL_ENDED: None,
    SilenceLength.QUARTER: timedelta(minutes=15),
    SilenceLength.HOUR: timedelta(hours=1),
    SilenceLength.FOUR_HOURS: timedelta(hours=4),
    SilenceLength.NIGHT: timedelta(hours=10),
}
"""A talk, a meal, an evening with guests, a night; None has no end."""

RULE_OPTIONS: Final = (AS_THE_HOUSE, *Rule)

WORDS: Final = (ContentKind.WORDS, ContentKind.RESPONSE)
"""What "keep words" means: an answer tells what was asked."""
SOUND: Final = (ContentKind.SOUND,)


class Rooms:
    """Reads and sets them. Whoever sets something is named in the ledger."""

    def __init__(self, settings: PrivacySettings) -> None:
        self._settings = settings
        self._lengths: dict[str, SilenceLength] = {}

    def keeps(self, entity_id: str, kinds: Sequence[ContentKind]) -> bool:
        """Whether any of these kinds of content is kept of what is said there, while it is on the record."""
        place = self._settings.place_of(entity_id)
        return any(self._settings.retention.keep(place, kind) > NOTHING for kind in kinds)

    async def keep(self, entity_id: str, kinds: Sequence[ContentKind], by: str, *, on: bool) -> None:
        """Keep them as long as the house does, or for the usual time where the house keeps none; or keep none.

        Raises SettingsUnsavedError, and LedgerUnavailableError for a longer time that cannot be entered.
        """
        for kind in kinds:
            if self.keeps(entity_id, (kind,)) is on:
                continue
            house = self._settings.retention.own(None, kind)
            longer = None if house else WORDS_KEPT
            await self._settings.set_retention(entity_id, kind, longer if on else NOTHING, by)

    def own(self, entity_id: str) -> Mapping[ContentKind, timedelta | None]:
        """Return what is set for the satellite itself, to be restored."""
        place = self._settings.place_of(entity_id)
        return {kind: self._settings.retention.own(place, kind) for kind in ContentKind}

    async def restore(self, entity_id: str, own: Mapping[ContentKind, timedelta | None], by: str) -> None:
        """Set again what `own` returned. Raises as `keep` does."""
        now = self.own(entity_id)
        for kind, period in own.items():
            if now[kind] != period:
                await self._settings.set_retention(entity_id, kind, period, by)

    def off_the_record(self, entity_id: str) -> bool:
        """Whether nothing is kept of what is said there now, be it because the whole house is off the record."""
        return self._settings.off_the_record.covers(self._settings.place_of(entity_id))

    def silent(self, entity_id: str) -> bool:
        """Whether the satellite itself is off the record."""
        return self._settings.off_the_record.of(self._settings.place_of(entity_id)) is not None

    def silent_until(self, entity_id: str) -> datetime | None:
        """Return when its time off the record ends by itself; None if it does not, or if it is on the record."""
        off = self._settings.off_the_record
        silences = (off.of(self._settings.place_of(entity_id)), off.house)
        ends = [silence.until for silence in silences if silence is not None]
        return None if None in ends else max((end for end in ends if end is not None), default=None)

    async def go_off(self, entity_id: str, by: str) -> None:
        """Keep nothing from now on, for as long as it was chosen. Raises as PrivacySettings.go_off does."""
        length = LENGTHS[self.length(entity_id)]
        await self._settings.go_off(entity_id, None if length is None else dt_util.utcnow() + length, by)

    async def go_on(self, entity_id: str, by: str) -> None:
        """End it. Raises NotOffTheRecordError where the whole house is, and as PrivacySettings.go_on does."""
        await self._settings.go_on(entity_id, by)

    def length(self, entity_id: str) -> SilenceLength:
        """Return for how long it will go off the record; until somebody ends it, if nobody has chosen."""
        return self._lengths.get(self._settings.place_of(entity_id), SilenceLength.UNTIL_ENDED)

    def set_length(self, entity_id: str, length: str) -> None:
        """Choose it, for the next time. Raises ValueError for one that there is not."""
        self._lengths[self._settings.place_of(entity_id)] = SilenceLength(length)

    def rule(self, entity_id: str, content: RuleContent) -> str:
        """Return what holds there before something leaves the house."""
        return self._settings.rule_of(entity_id, content, Zone.INTERNET) or AS_THE_HOUSE

    async def set_rule(self, entity_id: str, content: RuleContent, option: str, by: str) -> None:
        """Set it. Raises SettingsUnsavedError, and LedgerUnavailableError for a looser one that cannot be entered."""
        rule = None if option == AS_THE_HOUSE else Rule(option)
        await self._settings.set_rule(entity_id, content, Zone.INTERNET, rule, by)
