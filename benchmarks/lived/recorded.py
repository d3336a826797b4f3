"""What Home Assistant's recorder writes because of Earshot."""

from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass
import json
from pathlib import Path
import sqlite3
from typing import Final

from scripts.home.websocket import HomeSocket

_STATES: Final = """
SELECT count(*) FROM states JOIN states_meta USING (metadata_id)
WHERE states_meta.entity_id IN (SELECT value FROM json_each(?))
"""
_EVENTS: Final = (
    "SELECT count(*) FROM events JOIN event_types USING (event_type_id) WHERE event_types.event_type LIKE 'earshot%'"
)


@dataclass(frozen=True, slots=True)
class Rows:
    """How many there are at one moment."""

    ours: int
    """States of Earshot's entities, and events of Earshot's."""
    all: int
    """States and events of everything."""

    def __sub__(self, other: Rows) -> Rows:
        return Rows(self.ours - other.ours, self.all - other.all)


def own_entities(socket: HomeSocket) -> tuple[str, ...]:
    """List those that Earshot has made and that are not disabled."""
    registered = socket.ask("config/entity_registry/list")
    return tuple(
        str(entity["entity_id"])
        for entity in registered
        if entity["platform"] == "earshot" and entity["disabled_by"] is None
    )


def rows(config: Path, entities: Collection[str]) -> Rows:
    """Count them. The recorder of a demo home commits once a second."""
    with closing(sqlite3.connect(f"file:{config / 'home-assistant_v2.db'}?mode=ro", uri=True)) as database:
        states = database.execute(_STATES, (json.dumps(list(entities)),)).fetchone()[0]
        events = database.execute(_EVENTS).fetchone()[0]
        every = sum(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("states", "events"))  # noqa: S608 - our own names
    return Rows(states + events, every)
