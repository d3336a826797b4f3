"""Rows of the recorder's database that hold words: finding them, and blanking them in the recorder's own thread.

The rows stay, without the words: that somebody had something announced remains in the history. The recorder shares one
row of data among all equal events, so one blank row serves them all.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import batched
from typing import Any, Final, override

from homeassistant.components.recorder.core import Recorder
from homeassistant.components.recorder.db_schema import (
    EventData,
    Events,
    EventTypes,
    StateAttributes,
    States,
    StatesMeta,
)
from homeassistant.components.recorder.tasks import RecorderTask
from homeassistant.const import EVENT_CALL_SERVICE
from homeassistant.helpers.json import json_bytes
from homeassistant.helpers.recorder import session_scope
from homeassistant.util.json import json_loads_object

from .spoken_input import SPOKEN_MEDIA, speaks, without_words

CONTENT_ID: Final = "media_content_id"
"""The attribute of a media player that names what it plays, which may be a text."""

ROWS_AT_ONCE: Final = 500
"""Rows that are held in memory together. Fewer than the variables that SQLite takes in one statement."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time, in seconds since the epoch."""

    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class Row:
    """An event or a state whose data holds words."""

    at: float
    data_id: int
    size: int
    """Bytes of the data."""
    blank: bytes
    """The data without the words."""


def rows_with_words(instance: Recorder, window: Window | None) -> list[Row]:
    """Return the rows of a window of time, or all. Blocks; to be called in one of the recorder's threads."""
    with session_scope(session=instance.get_session(), read_only=True) as session:
        return [*_events(session, window), *_states(session, window)]


def _events(session: Any, window: Window | None) -> Iterator[Row]:
    query = (
        session.query(Events.time_fired_ts, EventData.data_id, EventData.shared_data)
        .join(EventTypes, Events.event_type_id == EventTypes.event_type_id)
        .join(EventData, Events.data_id == EventData.data_id)
        .filter(EventTypes.event_type == EVENT_CALL_SERVICE)
    )
    for at, data_id, text in _of(query, Events.time_fired_ts, window):
        call = json_loads_object(text or "{}")
        data = call.get("service_data")
        if speaks(call.get("domain"), call.get("service"), data):
            blank = json_bytes({**call, "service_data": without_words(data)})  # type: ignore[arg-type]  # `speaks` has looked
            yield Row(at, data_id, len(text), blank)


def _states(session: Any, window: Window | None) -> Iterator[Row]:
    query = (
        session.query(States.last_updated_ts, StateAttributes.attributes_id, StateAttributes.shared_attrs)
        .join(StatesMeta, States.metadata_id == StatesMeta.metadata_id)
        .join(StateAttributes, States.attributes_id == StateAttributes.attributes_id)
        .filter(StatesMeta.entity_id.like("media_player.%"))
        .filter(StateAttributes.shared_attrs.like(f"%{SPOKEN_MEDIA}%"))
    )
    for at, attributes_id, text in _of(query, States.last_updated_ts, window):
        attributes = json_loads_object(text)
        kept = {name: value for name, value in attributes.items() if SPOKEN_MEDIA not in str(value)}
        # Negative: attributes and events have their own numbers.
        yield Row(at, -attributes_id, len(text), json_bytes(kept))


def _of(query: Any, time: Any, window: Window | None) -> Any:
    if window is not None:
        query = query.filter(time >= window.begin).filter(time <= window.end)
    return query.yield_per(ROWS_AT_ONCE)


@dataclass(slots=True)
class BlankRows(RecorderTask):
    """Take the words out of rows. The recorder writes what waits before it runs a task, so nothing comes after it."""

    windows: tuple[Window, ...] | None
    """The stretches of time that are meant; None: all."""
    done: Callable[[int, bool], None]
    """Called in the recorder's thread with the number of rows, and whether its files hold nothing more of the words."""
    failed: Callable[[Exception], None]
    _rows: dict[int, bytes] = field(default_factory=dict, init=False)

    @override
    def run(self, instance: Recorder) -> None:
        """Do it, and tell."""
        try:
            found = [row for window in self.windows or (None,) for row in rows_with_words(instance, window)]
            self._rows = {row.data_id: row.blank for row in found}
            clean = self._blank(instance)
        except Exception as err:  # noqa: BLE001 - the recorder's thread must go on, and the one who waits must hear of it
            self.failed(err)
        else:
            self.done(len({(row.at, row.data_id) for row in found}), clean)

    def _blank(self, instance: Recorder) -> bool:
        if not self._rows:
            return True
        sqlite = instance.engine is not None and instance.engine.dialect.name == "sqlite"
        with session_scope(session=instance.get_session()) as session:
            if sqlite:
                # What an overwritten row leaves in its page is overwritten as well, and not only given free.
                session.connection().exec_driver_sql("PRAGMA secure_delete=ON")
            for rows in batched(self._rows.items(), ROWS_AT_ONCE, strict=False):
                for data_id, blank in rows:
                    _update(session, data_id, blank)
                session.flush()
        # The recorder remembers recent data by its text, to share its row: that text goes too.
        instance.event_data_manager.evict_purged({data_id for data_id in self._rows if data_id > 0})
        instance.state_attributes_manager.evict_purged({-data_id for data_id in self._rows if data_id < 0})
        return _wrote_back(instance) if sqlite else True


def _update(session: Any, data_id: int, blank: bytes) -> None:
    text = blank.decode()
    if data_id > 0:
        values = {EventData.shared_data: text, EventData.hash: EventData.hash_shared_data_bytes(blank)}
        query = session.query(EventData).filter(EventData.data_id == data_id)
    else:
        values = {
            StateAttributes.shared_attrs: text,
            StateAttributes.hash: StateAttributes.hash_shared_attrs_bytes(blank),
        }
        query = session.query(StateAttributes).filter(StateAttributes.attributes_id == -data_id)
    query.update(values, synchronize_session=False)


def _wrote_back(instance: Recorder) -> bool:
    """Write SQLite's journal back and empty it; False if somebody reads just now, and it stays until later."""
    with session_scope(session=instance.get_session()) as session:
        busy, *_ = session.connection().exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
    return bool(busy == 0)
