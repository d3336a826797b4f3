"""Say something to a satellite and follow it through the ledger."""

from dataclasses import dataclass
from pathlib import Path
import time
from typing import Any, Final

from . import speech
from .errors import HomeError
from .microphone import RATE
from .paths import HomePaths
from .satellite import SatelliteFolder
from .websocket import HomeSocket

_SETTLED: Final = 2.0
"""Seconds for which a satellite has listened again, after which an utterance that is not over waits for an answer: the
last entry of any other is written within some tens of milliseconds of the end of its run."""

_PATIENCE: Final = 30.0
"""Seconds after the recording has ended until the utterance must be whole in the ledger."""


@dataclass(frozen=True, slots=True)
class Said:
    """One utterance as the ledger tells it, and its words, which the ledger does not hold."""

    view: dict[str, Any]
    """The utterance, as `earshot/utterances/get` gives it."""
    entries: list[dict[str, Any]]
    checkpoint: str | None
    heard: str | None
    """The words that were understood; None when none were."""
    answer: str | None
    """The words of the answer."""
    seconds_to_answer: float | None
    """From the end of the last word to the answer's first sound at the satellite."""

    @property
    def waits(self) -> bool:
        """Whether somebody was asked something about it, and has not answered yet."""
        return self.view["outcome"] is None

    @property
    def came_through(self) -> bool:
        """Whether it was understood and answered."""
        return bool(self.view["outcome"] == "answered")

    def as_json(self) -> dict[str, Any]:
        """Return one flat object for `--json`."""
        view = self.view
        return {
            "utterance_id": view["utterance_id"],
            "satellite": view["satellite"],
            "outcome": view["outcome"],
            "heard_words": self.heard,
            "answer_words": self.answer,
            "left_house": view["left_house"],
            "ears": view["ears"],
            "acted": view.get("acted"),
            "entries": self.entries,
            "checkpoint": self.checkpoint,
            "seconds": {stage["stage"]: stage["took_ms"] / 1000 for stage in view["stages"]},
            "seconds_to_answer": self.seconds_to_answer,
        }


class Speaker:
    """Somebody in a room of the demo home."""

    def __init__(self, socket: HomeSocket, paths: HomePaths, satellite: str, entity_id: str) -> None:
        """Stand before the satellite of that name."""
        self._socket = socket
        self._satellite = SatelliteFolder(paths, satellite)
        self._entity_id = entity_id

    def say(self, recording: Path, pcm: bytes) -> Said:
        """Play a recording whose sound is `pcm`; return when its utterance is finished, or waits for an answer.

        Raises HomeError.
        """
        seconds, spoken = len(pcm) / 2 / RATE, speech.last_word(pcm)
        before, answers = self._known(), len(self._satellite.answers())
        while True:
            began = self._play(recording)
            if (view := self._wait_for_utterance(before, began, seconds + _PATIENCE)) is not None:
                break
        if view["outcome"] == "answered":
            self._wait_for_answer(answers)
        # Reading the words is itself entered in the ledger, so the checkpoint comes after it.
        told = self._socket.ask("earshot/utterances/get", utterance_id=view["utterance_id"], words=True)
        return Said(
            view=told["utterance"],
            entries=told["entries"],
            checkpoint=self._socket.ask("earshot/ledger/status", sign=True)["checkpoint"],
            heard=told["words"]["words"],
            answer=told["words"]["response"],
            seconds_to_answer=self._first_sound(began, spoken),
        )

    def _play(self, recording: Path) -> float:
        try:
            self._satellite.wait_until_listening()
        except TimeoutError as error:
            raise HomeError(str(error)) from error
        began = time.time()
        self._satellite.hear(recording)
        return began

    def _known(self) -> set[str]:
        return {item["utterance_id"] for item in self._latest()}

    def _latest(self) -> list[dict[str, Any]]:
        return list(self._socket.ask("earshot/utterances/list", limit=10)["items"])

    def _wait_for_utterance(self, before: set[str], began: float, seconds: float) -> dict[str, Any] | None:
        """Return the utterance when it is finished or waits; None if the satellite could not hear it: repeat it.

        When a run ends in the same instant in which sound arrives, Home Assistant 2026.10 forgets to read on, and
        takes the satellite up again only eight seconds later.
        """
        while time.time() < began + seconds:
            for item in self._latest():
                ours = (item["satellite"] or {}).get("entity_id") == self._entity_id
                new = ours and item["utterance_id"] not in before
                if new and (item["outcome"] is not None or self._listens_again(began)):
                    return item
            if self._satellite.was_cut_off(began):
                return None
            time.sleep(0.1)
        raise HomeError("the utterance did not come through: nothing about it is in the ledger")

    def _listens_again(self, began: float) -> bool:
        """Whether the run in which it was said is over, and another waits for the wake word."""
        events = [event for event in self._satellite.events() if event.at >= began]
        heard = any(event.type == "detection" for event in events)
        return heard and self._satellite.listens_for_wake_word() and events[-1].at < time.time() - _SETTLED

    def _wait_for_answer(self, before: int) -> None:
        deadline = time.monotonic() + _PATIENCE
        while len(self._satellite.answers()) == before:
            if time.monotonic() > deadline:
                raise HomeError("the utterance was answered, and the answer did not reach the satellite")
            time.sleep(0.05)

    def _first_sound(self, began: float, spoken: float) -> float | None:
        starts = [event.at for event in self._satellite.events() if event.type == "audio-start" and event.at > began]
        return round(starts[0] - began - spoken, 3) if starts else None
