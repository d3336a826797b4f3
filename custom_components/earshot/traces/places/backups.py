"""Backups: they carry Home Assistant's database and traces, words included. Earshot's own words they carry locked."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from homeassistant.components.backup import AgentBackup
from homeassistant.components.backup.const import DATA_MANAGER, DOMAIN
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..place import BACKUP, Found, Purged, Said
from ..reach import data_of


class Backups:
    """Backups on this machine. Places further away are not asked: that would tell them something each time."""

    name: Final = "backups"

    async def measure(self, hass: HomeAssistant) -> Found:
        """Count those with Home Assistant in them, and their bytes."""
        backups = await _backups(hass)
        return Found(
            place=self.name,
            count=len(backups),
            size=sum(backup.size for backup in backups),
            since=min(map(_made, backups), default=None),
            purgeable=False,
            why_not=BACKUP,
        )

    async def purge(self, hass: HomeAssistant) -> Purged:
        """Leave them, and say so."""
        return self._left(len(await _backups(hass)))

    async def forget(self, hass: HomeAssistant, said: Sequence[Said]) -> Purged:
        """Leave them, and say how many were made since."""
        since = min(one.since for one in said)
        return self._left(sum(_made(backup) >= since for backup in await _backups(hass)))

    def _left(self, left: int) -> Purged:
        return Purged(place=self.name, left=left, why_not=BACKUP if left else None)


async def _backups(hass: HomeAssistant) -> list[AgentBackup]:
    manager = data_of(hass, DOMAIN, DATA_MANAGER)
    agents = manager.local_backup_agents.values() if manager else ()
    found = {backup.backup_id: backup for agent in agents for backup in await agent.async_list_backups()}
    return [backup for backup in found.values() if backup.homeassistant_included]


def _made(backup: AgentBackup) -> datetime:
    return dt_util.as_utc(dt_util.parse_datetime(backup.date, raise_on_error=True))


PLACE: Final = Backups()
