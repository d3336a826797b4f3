"""Telling that something left the house, or could not: a signal for what follows it, and a notice once a day."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from homeassistant.components import persistent_notification
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import translation
from homeassistant.helpers.dispatcher import async_dispatcher_send
from homeassistant.util.signal_type import SignalType

from ..const import DOMAIN
from ..models import Satellite
from ..policy.decide import Decision
from ..vault.clock import elapsed_seconds
from .engine import Engine

ONCE_IN: Final = timedelta(days=1)
"""How often a person is told of the same engine. Whoever asks a cloud agent fifty times a day knows it after the first
time; whoever has not looked for a day is told again."""

SENT: Final = "sent"
BARRED: Final = "barred"
"""The two notices: `common.notice_<name>` is their text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """Something is being handed to an engine, and a rule wants that to be told."""

    utterance_id: str | None
    """None for what is no utterance: typed words, an announcement, sound that is searched for a wake word."""
    satellite: Satellite | None
    engine: Engine
    decision: Decision


SIGNAL_SENT: Final = SignalType[Sent]("earshot_sent")
"""Sent for each handing over that a rule wants to be told. Stays within the process: no event."""


class Telling:
    """Tells a person. Holds no words."""

    def __init__(self, hass: HomeAssistant) -> None:
        self._hass = hass
        self._told: dict[tuple[str, str, str], float] = {}
        """When each notice of each engine was last shown, by the clock that nobody can set."""

    @callback
    def sent(self, sent: Sent) -> None:
        """Tell that something is being handed over."""
        async_dispatcher_send(self._hass, SIGNAL_SENT, sent)
        self._notice(SENT, sent.engine)

    @callback
    def barred(self, engine: Engine) -> None:
        """Tell that an engine gets nothing, where nobody has spoken who could be told."""
        self._notice(BARRED, engine)

    @callback
    def _notice(self, notice: str, engine: Engine) -> None:
        key, now = (notice, engine.stage.value, engine.label), elapsed_seconds()
        if now - self._told.get(key, -ONCE_IN.total_seconds()) < ONCE_IN.total_seconds():
            return
        self._told[key] = now
        self._hass.async_create_task(self._show(notice, engine), "earshot notice", eager_start=False)

    async def _show(self, notice: str, engine: Engine) -> None:
        sentences = await translation.async_get_translations(self._hass, self._hass.config.language, "common", [DOMAIN])

        def sentence(key: str) -> str:
            return sentences[f"component.{DOMAIN}.common.{key}"]

        persistent_notification.async_create(
            self._hass,
            sentence(f"notice_{notice}").format(
                engine=engine.label,
                place=sentence(f"notice_place_{engine.standing.place}"),
                what=sentence(f"notice_what_{engine.stage}"),
            ),
            sentence(f"notice_{notice}_title"),
            f"{DOMAIN}_{notice}_{engine.stage}_{engine.label}",
        )
