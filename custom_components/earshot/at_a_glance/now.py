"""Who listens in this moment: satellites, browsers and apps, and whoever captures a microphone."""

from collections.abc import Iterable, Iterator, Mapping

from homeassistant.core import HomeAssistant, State, callback
from homeassistant.helpers import entity_registry as er

from ..gate.captures import captured_satellites, captures_now
from ..gate.outside import Outside
from ..gate.passed import PassedSpeech
from ..gate.runs import describe_satellite
from ..gate.settings import PrivacySettings
from ..models import EarKind, Stage
from ..satellites.muting import muting
from ..satellites.room import Rooms
from ..satellites.survey import Survey
from .now_answers import Now, NowState, OtherKind, OtherNow, SatelliteNow
from .reasons import StreamNow
from .runs_now import RunNow, RunsNow, unknown

_OTHERS_RUNS = {NowState.LISTENING, NowState.PROCESSING}
"""What a run without a satellite does that concerns a listener. To speak a text is none."""


class Listeners:
    """Looks who listens. Keeps nothing."""

    def __init__(  # noqa: PLR0913 - it looks at all of them
        self,
        hass: HomeAssistant,
        *,
        runs: RunsNow,
        outside: Outside,
        settings: PrivacySettings,
        rooms: Rooms,
        survey: Survey,
    ) -> None:
        self._hass = hass
        self._runs = runs
        self._outside = outside
        self._settings = settings
        self._rooms = rooms
        self._survey = survey

    async def tell(self) -> Now:
        """Tell of everything that listens, or could."""
        runs = self._runs.all()
        others = [*self._captures(), *[await self._other(run) for run in _without_satellite(runs)]]
        others += [await self._direct(passed) for passed in self._outside.direct]
        return Now(
            satellites=self._satellites(runs),
            others=tuple(sorted(others, key=lambda other: (other.since is None, other.since, other.id))),
        )

    @callback
    def streams(self) -> tuple[StreamNow, ...]:
        """Return the microphones of satellites that stream to a wake word engine in this moment."""
        newest = _newest(self._runs.all())
        return tuple(
            StreamNow(
                satellite=describe_satellite(self._hass, entity_id).label,
                engine=run.streams_to.label,
                place=run.streams_to.place,
                evidence=run.streams_to.evidence,
                since=run.since,
            )
            for entity_id, run in newest.items()
            if run.listening_for == "wake_word" and run.streams_to is not None
        )

    def _satellites(self, runs: Iterable[RunNow]) -> tuple[SatelliteNow, ...]:
        newest, captured = _newest(runs), captured_satellites(self._hass)
        found = [
            self._satellite(entity_id, newest.get(entity_id), captured=entity_id in captured)
            for entity_id in self._survey.ids()
        ]
        return tuple(sorted(found, key=lambda one: (one.label.casefold(), one.entity_id)))

    def _satellite(self, entity_id: str, run: RunNow | None, *, captured: bool) -> SatelliteNow:
        described, state = describe_satellite(self._hass, entity_id), self._hass.states.get(entity_id)
        wake = self._survey.wake_of(entity_id).where
        _, muted = muting(self._hass, er.async_get(self._hass).async_get(entity_id))
        shown = _state_of(state)
        listening = run is not None and run.listening_for is not None
        if shown is NowState.IDLE and listening:
            shown = NowState.LISTENING
        streams_to, listening_for = (run.streams_to, run.listening_for) if run is not None else (None, None)
        if shown is NowState.LISTENING and listening_for is None:
            # Home Assistant says that it streams a command, and no run says to whom.
            streams_to, listening_for = unknown(EarKind.SPEECH_TO_TEXT), "command"
        return SatelliteNow(
            entity_id=entity_id,
            label=described.label,
            area=described.area,
            state=shown,
            listening_for=listening_for,
            since=run.since if run is not None and listening else state.last_changed if state else None,
            streams_to=streams_to,
            wake=wake.value,
            wake_evidence=wake.evidence,
            muted=muted.value,
            off_the_record=self._settings.off_the_record.covers(self._settings.place_of(entity_id)),
            off_the_record_until=self._rooms.silent_until(entity_id),
            captured=captured,
        )

    def _captures(self) -> Iterator[OtherNow]:
        known = {capture.queue_id: capture for capture in self._outside.captures}
        for queue_id, found in captures_now(self._hass).items():
            capture = known.get(queue_id, found)
            yield OtherNow(
                id=f"capture_{queue_id}",
                kind=OtherKind.CAPTURE,
                entity_id=capture.satellite.entity_id,
                label=capture.satellite.label,
                user=None,
                state=NowState.LISTENING,
                listening_for=None,
                since=capture.began if queue_id in known else None,
                streams_to=unknown(EarKind.RECIPIENT),
            )

    async def _other(self, run: RunNow) -> OtherNow:
        return OtherNow(
            id=run.run.run_id,
            kind=OtherKind.RUN,
            entity_id=None,
            label=None,
            user=await self._name(run.run.user_id),
            state=run.state,
            listening_for=run.listening_for,
            since=run.since,
            streams_to=run.streams_to,
        )

    async def _direct(self, passed: PassedSpeech) -> OtherNow:
        return OtherNow(
            id=passed.utterance_id,
            kind=OtherKind.STT_API,
            entity_id=None,
            label=None,
            user=await self._name(passed.user_id),
            state=NowState.LISTENING,
            listening_for="command",
            since=passed.began,
            streams_to=self._runs.streams_to(Stage.SPEECH_TO_TEXT, passed.engine_id),
        )

    async def _name(self, user_id: str | None) -> str | None:
        user = await self._hass.auth.async_get_user(user_id) if user_id else None
        return user.name if user else None


def _newest(runs: Iterable[RunNow]) -> Mapping[str, RunNow]:
    """Return the newest run of each satellite: one that was broken off may not have ended yet."""
    return {run.run.satellite_id: run for run in runs if run.run.satellite_id is not None}


def _without_satellite(runs: Iterable[RunNow]) -> Iterator[RunNow]:
    return (run for run in runs if run.run.satellite_id is None and run.state in _OTHERS_RUNS)


def _state_of(state: State | None) -> NowState:
    known = {one.value: one for one in NowState}
    return known.get(state.state, NowState.UNAVAILABLE) if state else NowState.UNAVAILABLE
