"""How an utterance ended, decided from values."""

from datetime import UTC, datetime

import pytest

from custom_components.earshot.gate.engine import Engine
from custom_components.earshot.gate.entries import StageDone
from custom_components.earshot.gate.outcome import Ending, conclude
from custom_components.earshot.models import Outcome, Received, Stage
from custom_components.earshot.policy.classify import HOME_ASSISTANT

HEARD, ASKED, SPOKEN = Stage.SPEECH_TO_TEXT, Stage.CONVERSATION, Stage.TEXT_TO_SPEECH


def done(stage: Stage, status: str) -> StageDone:
    engine = Engine(stage=stage, label="it", integration="test", version="1", standing=HOME_ASSISTANT)
    return StageDone(engine=engine, at=datetime.now(UTC), got=Received(), took_ms=1, status=status)


@pytest.mark.parametrize(
    ("statuses", "error", "ending"),
    [
        ({HEARD: "ok", ASKED: "ok", SPOKEN: "ok"}, None, Ending(Outcome.ANSWERED)),
        ({HEARD: "ok", ASKED: "ok"}, None, Ending(Outcome.ANSWERED)),
        ({HEARD: "silence"}, "stt-no-text-recognized", Ending(Outcome.FALSE_WAKE)),
        ({HEARD: "rejected"}, "stt-no-text-recognized", Ending(Outcome.NOT_UNDERSTOOD)),
        ({HEARD: "ok", ASKED: "rejected", SPOKEN: "ok"}, None, Ending(Outcome.NOT_UNDERSTOOD)),
        ({HEARD: "error:host_unavailable"}, "stt-stream-failed", Ending(Outcome.FAILED, "host_unavailable")),
        ({HEARD: "ok", ASKED: "error:failed_to_handle"}, None, Ending(Outcome.FAILED, "failed_to_handle")),
        ({HEARD: "ok", ASKED: "ok", SPOKEN: "error:host_protocol"}, None, Ending(Outcome.FAILED, "host_protocol")),
        ({HEARD: "ok"}, "intent-failed", Ending(Outcome.FAILED, "intent-failed")),
        ({}, "duplicate_wake_up_detected", Ending(Outcome.CANCELLED, "duplicate_wake_up_detected")),
        ({}, None, Ending(Outcome.CANCELLED)),
    ],
)
def test_an_ending_follows_from_the_stages(statuses: dict[Stage, str], error: str | None, ending: Ending) -> None:
    stages = [done(stage, status) for stage, status in statuses.items()]
    assert conclude(stages, cancelled=False, error=error, spoken_to=True) == ending


@pytest.mark.parametrize(
    ("second", "ending"),
    [
        ("ok", Ending(Outcome.ANSWERED)),
        ("silence", Ending(Outcome.FALSE_WAKE)),
        ("error:host_protocol", Ending(Outcome.FAILED, "host_protocol")),
    ],
)
def test_an_engine_that_stepped_in_decides_instead_of_the_one_that_failed(second: str, ending: Ending) -> None:
    stages = [done(HEARD, "error:host_unavailable"), done(HEARD, second)]
    assert conclude(stages, cancelled=False, error=None, spoken_to=True) == ending


@pytest.mark.parametrize(
    ("error", "spoken_to", "ending"),
    [
        (None, True, Ending(Outcome.CANCELLED)),
        ("timeout", True, Ending(Outcome.CANCELLED, "timeout")),
        ("timeout", False, Ending(Outcome.FALSE_WAKE, "timeout")),
    ],
)
def test_a_run_that_was_broken_off_is_cancelled_unless_nobody_spoke(
    error: str | None,
    spoken_to: bool,  # noqa: FBT001 - a parameter of the test
    ending: Ending,
) -> None:
    stages = [done(HEARD, "error:cancelled")]
    assert conclude(stages, cancelled=True, error=error, spoken_to=spoken_to) == ending
