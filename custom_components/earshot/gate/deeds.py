"""What a sentence did to the home: actions and changes of state that bear the mark of its run.

Home Assistant gives every run a context. What the run does carries it, an automation that is set off by that carries it
as its parent, and so on. The mark is public in the conversation stage only; `runs` says how it is found in the others.

What is not marked is not seen here: an automation with a sentence trigger begins with a mark of its own, and a device
that is asked for its state minutes later reports without one.
"""

from collections.abc import Callable, Collection, Coroutine, Mapping
from datetime import datetime
from typing import Any, Final

from homeassistant.config_entries import ConfigEntry
from homeassistant.const import ATTR_DOMAIN, ATTR_ENTITY_ID, ATTR_SERVICE, EVENT_CALL_SERVICE, EVENT_STATE_CHANGED
from homeassistant.core import CALLBACK_TYPE, Event, EventStateChangedData, HomeAssistant, callback, valid_entity_id
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.event import async_call_later
from homeassistant.helpers.target import TargetSelection, async_extract_referenced_entity_ids
from homeassistant.util import dt as dt_util

from ..const import DOMAIN
from ..ledger.circumstances import Acted
from ..ledger.record import Record
from ..models import Deed, Evidence, Target
from .runs import area_name

_AUTOMATION_TRIGGERED: Final = "automation_triggered"
"""Home Assistant's event by which an automation says that it begins. The automations themselves are not needed here."""

MAX_DEEDS: Final = 20
"""Actions of one utterance that are named. "Turn off everything" is one; a long script has some ten."""
MAX_TARGETS: Final = 60
"""Entities of one utterance that are named, so that an entry stays within its 64 KiB whatever they are called. What is
more is counted."""
MAX_MARKS: Final = 32
"""Automations of one utterance that are followed. Two that set each other off would go on for ever."""

LATE_SECONDS: Final = 300.0
"""How long after its end an utterance is followed: a script that dims the light and closes the shutters is done by
then. What it does later than that is not seen, and stands in Home Assistant's own logbook."""
LATE_BATCH_SECONDS: Final = 5.0
"""How long what is done late is gathered before it is entered: a scene changes twenty things within a second or two."""
MAX_LATE: Final = 64
"""Utterances that are followed after their end at once, each for some kilobytes. A house says some ten in that time."""

_MACHINERY: Final = frozenset({"assist_satellite", "conversation", "stt", "tts", "wake_word"})
"""Domains whose states change because somebody spoke, and not because of what was said."""

type Write = Callable[[list[Record]], Coroutine[Any, Any, object]]
"""Enters records. What is lost is a gap."""


class Watched:
    """What one utterance has done so far. What was handed out as an entry is forgotten, but for its number."""

    def __init__(self, hass: HomeAssistant, utterance_id: str) -> None:
        self.utterance_id: Final = utterance_id
        self.marks: Final[set[str]] = set()
        self.unmarked = False
        """Whether somebody acted for it whose doings do not bear its mark."""
        self.discreet = False
        """Whether it is off the record: then it is entered how much was done, and not what. That would tell what was
        said."""
        self._hass = hass
        self._deeds: list[Deed] = []
        self._changed: dict[str, Target] = {}
        self._seen: set[str] = set()
        self._named = 0
        self._acted = 0
        self._left_out = 0
        self._entered = False

    @property
    def has_news(self) -> bool:
        """Whether it did something that is in no entry yet."""
        return bool(self._deeds or self._changed or self._left_out)

    @callback
    def act(self, data: Mapping[str, Any], through: str | None) -> None:
        """Note an action. Of its data only the entities that it aims at are looked at."""
        self._acted += 1
        targets, missed = self._aims(data.get("service_data") or {})
        if self._acted > MAX_DEEDS:
            self._left_out += 1 + len(targets) + missed
            return
        named = targets[: MAX_TARGETS - self._named]
        self._named += len(named)
        self._left_out += len(targets) - len(named) + missed
        action = f"{data[ATTR_DOMAIN]}.{data[ATTR_SERVICE]}"
        self._deeds.append(Deed(action=action, targets=tuple(map(self._target, named)), through=through))

    @callback
    def change(self, entity_id: str) -> None:
        """Note that the state of an entity changed, once for each."""
        if entity_id in self._seen:
            return
        if self._named >= MAX_TARGETS:
            self._left_out += 1  # it is not remembered, so one that changes often is counted as often
            return
        self._seen.add(entity_id)
        self._named += 1
        self._changed[entity_id] = self._target(entity_id)

    @callback
    def take_news(self, *, last: bool = False) -> Acted | None:
        """Return an entry of what is new; None if nothing is. `last` asks for one, if there was none before."""
        if not self.has_news and not (last and not self._entered):
            return None
        left_out = self._left_out
        if self.discreet:
            left_out += len(self._deeds) + len(self._changed) + sum(len(deed.targets) for deed in self._deeds)
        known = bool(self.marks) and (self._acted > 0 or not self.unmarked)
        acted = Acted(
            utterance_id=self.utterance_id,
            at=dt_util.utcnow(),
            evidence=Evidence.OBSERVED if known else Evidence.UNKNOWN,
            deeds=() if self.discreet else tuple(self._deeds),
            changed=() if self.discreet else tuple(self._changed.values()),
            left_out=left_out or None,
        )
        self._deeds, self._changed, self._left_out, self._entered = [], {}, 0, True
        return acted

    def _aims(self, service_data: Mapping[str, Any]) -> tuple[list[str], int]:
        """Return the entities that an action aims at, and how many more things it names that are none."""
        try:
            found = async_extract_referenced_entity_ids(
                self._hass, TargetSelection(dict(service_data)), expand_group=False
            )
            named: list[Any] = sorted(found.referenced | found.indirectly_referenced)
        except TypeError, ValueError:  # an action without a schema takes anything
            return [], 1
        entities = [one for one in named if isinstance(one, str) and valid_entity_id(one)]
        return entities, len(named) - len(entities)

    def _target(self, entity_id: str) -> Target:
        return Target(entity_id=entity_id, area=area_name(self._hass, entity_id))


class Deeds:
    """Watches the bus while there is an utterance to watch for, and no longer."""

    def __init__(self, hass: HomeAssistant, entry: ConfigEntry, write: Write) -> None:
        self._hass = hass
        self._entry = entry
        self._write = write
        self._marks: dict[str, tuple[Watched, str | None]] = {}
        """By the id of a context: for whom it stands, and the automation whose it is."""
        self._stop: list[CALLBACK_TYPE] = []
        self._late: dict[Watched, CALLBACK_TYPE] = {}
        """Those that are over, and what ends their time."""
        self._batches: dict[Watched, CALLBACK_TYPE] = {}
        self._closed = False

    @callback
    def mark(self, watched: Watched, mark: str | None, through: str | None = None) -> None:
        """Let what bears this context count as its doing."""
        if self._closed or mark is None or mark in watched.marks or len(watched.marks) > MAX_MARKS:
            return
        watched.marks.add(mark)
        self._marks[mark] = (watched, through)
        if not self._stop:
            listen = self._hass.bus.async_listen
            self._stop = [
                listen(EVENT_CALL_SERVICE, self._on_action),
                listen(_AUTOMATION_TRIGGERED, self._on_automation),
                listen(EVENT_STATE_CHANGED, self._on_change, event_filter=self._is_marked),
            ]

    @callback
    def mark_of(self, utterance_id: str) -> str | None:
        """Return the id of the context of an utterance's own run; None when it is followed no more."""
        own = (mark for mark, (watched, _) in self._marks.items() if watched.utterance_id == utterance_id)
        return next(own, None)

    @callback
    def outlive(self, watched: Watched) -> None:
        """Go on for a while: the utterance is over, and a script of its may not be."""
        if self._closed:  # what goes past the gate is entered until a moment after the gate is closed
            self.drop(watched)
            return
        while len(self._late) >= MAX_LATE:
            self._end(next(iter(self._late)))
        self._late[watched] = self._after(LATE_SECONDS, self._end, watched)
        if watched.has_news:
            self._gather(watched)

    @callback
    def drop(self, watched: Watched) -> None:
        """Watch no more, and enter no more: the ledger is not to know it."""
        for mark in watched.marks:
            self._marks.pop(mark, None)
        for timers in (self._late, self._batches):
            if (cancel := timers.pop(watched, None)) is not None:
                cancel()
        if not self._marks:
            while self._stop:
                self._stop.pop()()

    @callback
    def forget(self, utterance_ids: Collection[str]) -> None:
        """Drop those of these utterances that are over."""
        for watched in [one for one in self._late if one.utterance_id in utterance_ids]:
            self.drop(watched)

    async def close(self) -> None:
        """Enter what is not entered yet, and watch no more, whoever asks for it from now on."""
        self._closed = True
        records: list[Record] = []
        for watched in tuple(self._late):
            if watched in self._batches and (news := watched.take_news()) is not None:
                records.append(news)
            self.drop(watched)
        if records:
            await self._write(records)

    @callback
    def _after(self, seconds: float, act: Callable[[Watched], None], watched: Watched) -> CALLBACK_TYPE:
        @callback
        def due(_now: datetime) -> None:
            act(watched)

        return async_call_later(self._hass, seconds, due)

    @callback
    def _end(self, watched: Watched) -> None:
        if watched in self._batches:
            self._enter(watched)
        self.drop(watched)

    @callback
    def _on_action(self, event: Event[Mapping[str, Any]]) -> None:
        if (found := self._bearer(event)) is not None:
            watched, through = found
            watched.act(event.data, through)
            self._gather(watched)

    @callback
    def _on_change(self, event: Event[EventStateChangedData]) -> None:
        entity_id = event.data["entity_id"]
        if entity_id.partition(".")[0] in _MACHINERY or self._only_tells(entity_id):
            return
        if (found := self._bearer(event)) is not None:
            found[0].change(entity_id)
            self._gather(found[0])

    @callback
    def _on_automation(self, event: Event[Mapping[str, Any]]) -> None:
        parent = self._marks.get(event.context.parent_id or "")
        if parent is not None:
            self.mark(parent[0], event.context.id, event.data.get(ATTR_ENTITY_ID))

    @callback
    def _is_marked(self, data: EventStateChangedData) -> bool:
        state = data["new_state"]
        return state is not None and (state.context.id in self._marks or state.context.parent_id in self._marks)

    def _only_tells(self, entity_id: str) -> bool:
        """Whether it is Earshot's event, which bears the mark of what it tells of."""
        if not entity_id.startswith("event."):
            return False
        entity = er.async_get(self._hass).async_get(entity_id)
        return entity is not None and entity.platform == DOMAIN

    def _bearer(self, event: Event[Any]) -> tuple[Watched, str | None] | None:
        return self._marks.get(event.context.id) or self._marks.get(event.context.parent_id or "")

    @callback
    def _gather(self, watched: Watched) -> None:
        if watched in self._late and watched not in self._batches and watched.has_news:
            self._batches[watched] = self._after(LATE_BATCH_SECONDS, self._enter, watched)

    @callback
    def _enter(self, watched: Watched) -> None:
        if (cancel := self._batches.pop(watched, None)) is not None:
            cancel()
        if (news := watched.take_news()) is not None:
            self._entry.async_create_task(self._hass, self._write([news]), f"earshot deeds of {watched.utterance_id}")
