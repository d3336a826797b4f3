"""What is remembered of utterances so that their traces can be found one by one: in memory only, until a reload.

Of an utterance that is not remembered any more, the ledger still knows when it was said; then everything that was left
in that time is taken for its.
"""

from collections import OrderedDict
from collections.abc import Iterable
from datetime import datetime, timedelta
import hashlib
from typing import Any, Final

from homeassistant.components.assist_pipeline import PipelineEvent, PipelineEventType
from homeassistant.util import dt as dt_util

from ..const import FINISH_PATIENCE
from ..ledger.view import UtteranceView
from ..traces.place import Said
from .runs import Run

REMEMBERED: Final = 1000
"""Utterances: some days of a talkative home, in half a megabyte. Most traces live for minutes; the others are found by
their time afterwards."""


class Remembered:
    """The newest utterances that are over, by id."""

    def __init__(self) -> None:
        self._said: OrderedDict[str, Said] = OrderedDict()

    def add(self, utterance_id: str, run: Run) -> None:
        """Remember an utterance whose run is over, or was broken off."""
        self._said[utterance_id] = _said(utterance_id, run)
        if len(self._said) > REMEMBERED:
            self._said.popitem(last=False)

    def get(self, view: UtteranceView) -> Said:
        """Return what is known of an utterance."""
        return self._said.get(view.utterance_id) or _by_time(view)

    def of_run(self, run_id: str) -> str | None:
        """Return the utterance that a run was; None if none is remembered."""
        newest_first = reversed(self._said.values())
        return next((said.utterance_id for said in newest_first if said.run and said.run[1] == run_id), None)

    def newest_of(self, user_id: str) -> str | None:
        """Return the newest utterance of a person's own browser or app; None if none is remembered."""
        return next((said.utterance_id for said in reversed(self._said.values()) if said.user_id == user_id), None)

    def drop(self, utterance_ids: Iterable[str]) -> None:
        """Forget these, too."""
        for utterance_id in utterance_ids:
            self._said.pop(utterance_id, None)


def _said(utterance_id: str, run: Run) -> Said:
    events = {event.type: event for event in reversed(run.events)}
    began = events.get(PipelineEventType.STT_START) or events.get(PipelineEventType.RUN_START)
    answer = _data(events, PipelineEventType.TTS_START).get("tts_input")
    now = dt_util.utcnow()
    return Said(
        utterance_id=utterance_id,
        since=dt_util.parse_datetime(began.timestamp, raise_on_error=True) if began else now,
        until=now,
        run=(run.pipeline_id, run.run_id),
        conversation_id=run.conversation_id,
        token=_data(events, PipelineEventType.RUN_START).get("tts_output", {}).get("token"),
        answer_sha1=_sha1(answer) if answer else None,
        user_id=run.user_id,
    )


def _data(events: dict[PipelineEventType, PipelineEvent], kind: PipelineEventType) -> dict[str, Any]:
    event = events.get(kind)
    return (event.data or {}) if event else {}


def _sha1(answer: str) -> str:
    return hashlib.sha1(answer.encode()).hexdigest()  # noqa: S324 - Home Assistant names its files by it


def _by_time(view: UtteranceView) -> Said:
    """Know an utterance by its time. Of one without an end, the longest that an answer may take is assumed."""
    took = timedelta(seconds=FINISH_PATIENCE) if view.took_ms is None else timedelta(milliseconds=view.took_ms)
    until: datetime = view.at + took
    return Said(utterance_id=view.utterance_id, since=view.at, until=until)
