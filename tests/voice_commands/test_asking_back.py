"""To erase more than one thing by voice is asked back, and is done on a yes from the same place only."""

from datetime import datetime
from itertools import cycle
from typing import Any

from homeassistant.components.assist_pipeline import PipelineEventType, async_get_pipelines, async_update_pipeline
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest

from custom_components.earshot.errors import VaultError
from custom_components.earshot.models import Rule, RuleContent, Stage
from custom_components.earshot.voice_commands.sentences import LANGUAGES, Answer, Command
from tests.gate.engines import ANSWER, Cloud
from tests.gate.house import House, add_satellite
from tests.gate.test_rules_hold import QUESTION, Talk, cloud, guarded, rule, stages
from tests.voice_commands.said import NO, SAID, YES
from tests.voice_commands.test_commands import readable

__all__ = ["cloud", "guarded", "stages"]

ENGLISH = LANGUAGES["en"].answers
ASKED = ENGLISH[Answer.ASK_FORGET_HOUR].format(count=2)
NOTHING_ERASED = ENGLISH[Answer.NOTHING_ERASED]
DONE = (ENGLISH[Answer.MANY_FORGOTTEN].format(count=2), ENGLISH[Answer.MANY_TRACES_LEFT].format(count=2))


async def speak_in(hass: HomeAssistant, house: House, code: str) -> None:
    pipeline = next(one for one in async_get_pipelines(hass) if one.id == house.pipeline_id)
    await async_update_pipeline(hass, pipeline, conversation_language=code)


async def kept(hass: HomeAssistant, house: House) -> list[bool]:
    """Whether the words of each utterance can be read, the oldest first."""
    await house.over()
    await hass.async_block_till_done(wait_background_tasks=False)
    return [readable(house, view) for view in reversed(await house.utterances())]


async def talked(house: House, satellite: str) -> Talk:
    """Say two things to a satellite."""
    talk = Talk(house, satellite)
    await talk.hear()
    await talk.hear("and tomorrow")
    await house.over()
    return talk


def continues(events: dict[PipelineEventType, dict[str, Any]]) -> bool:
    """Whether the satellite listens on after the answer."""
    return bool(events[PipelineEventType.INTENT_END]["intent_output"]["continue_conversation"])


@pytest.mark.parametrize(("code", "command"), zip(LANGUAGES, cycle([Command.FORGET_HOUR, Command.FORGET_TODAY])))
async def test_on_a_yes_everything_that_was_said_there_is_erased_and_both_sentences(
    hass: HomeAssistant, guarded: House, cloud: Cloud, code: str, command: Command
) -> None:
    texts = LANGUAGES[code].answers
    talk = await talked(guarded, add_satellite(hass, "Kitchen"))
    await speak_in(hass, guarded, code)
    asked = await talk.say(SAID[command][code])
    question = Answer.ASK_FORGET_HOUR if command is Command.FORGET_HOUR else Answer.ASK_FORGET_TODAY
    assert asked[PipelineEventType.TTS_START]["tts_input"] == texts[question].format(count=2)
    assert continues(asked)
    assert await kept(hass, guarded) == [True, True, True]
    answered = await talk.say(YES[code])
    done = {texts[Answer.MANY_FORGOTTEN].format(count=2), texts[Answer.MANY_TRACES_LEFT].format(count=2)}
    assert answered[PipelineEventType.TTS_START]["tts_input"] in done
    assert not continues(answered)
    assert await kept(hass, guarded) == [False, False, False, False]
    assert cloud.mind.asked == [QUESTION, "and tomorrow"]


@pytest.mark.parametrize("code", LANGUAGES)
async def test_on_a_no_nothing_is(hass: HomeAssistant, guarded: House, cloud: Cloud, code: str) -> None:
    talk = await talked(guarded, add_satellite(hass, "Kitchen"))
    await speak_in(hass, guarded, code)
    await talk.hear(SAID[Command.FORGET_TODAY][code])
    assert await talk.hear(NO[code]) == LANGUAGES[code].answers[Answer.NOTHING_ERASED]
    assert await kept(hass, guarded) == [True] * 4
    assert cloud.mind.asked == [QUESTION, "and tomorrow"]


@pytest.mark.parametrize("said", ["turn on the light", "yes and no", "rejected", None])
async def test_anything_else_and_silence_is_a_no_and_a_yes_afterwards_means_nothing(
    hass: HomeAssistant, guarded: House, cloud: Cloud, said: str | None
) -> None:
    talk = await talked(guarded, add_satellite(hass, "Kitchen"))
    assert await talk.hear("forget the last hour") == ASKED
    events = await talk.say(said)
    if said is not None:
        assert events[PipelineEventType.TTS_START]["tts_input"] == NOTHING_ERASED
    assert await talk.hear("yes") == ANSWER
    assert all((await kept(hass, guarded))[:2])
    assert cloud.mind.asked == [QUESTION, "and tomorrow", "yes"]


async def test_another_sentence_for_earshot_is_done_and_no_yes(hass: HomeAssistant, guarded: House) -> None:
    talk = await talked(guarded, add_satellite(hass, "Kitchen"))
    await talk.hear("forget the last hour")
    assert await talk.hear("back on the record") == ENGLISH[Answer.ON_ELSEWHERE]
    assert await talk.hear("yes") == ANSWER
    assert all((await kept(hass, guarded))[:2])


async def test_a_yes_counts_from_the_same_satellite_and_conversation_only(
    hass: HomeAssistant, guarded: House, cloud: Cloud
) -> None:
    kitchen = await talked(guarded, add_satellite(hass, "Kitchen"))
    hall = Talk(guarded, add_satellite(hass, "Hall"))
    assert await kitchen.hear("forget the last hour") == ASKED
    hall.conversation_id = kitchen.conversation_id
    assert await hall.hear("yes") == ANSWER
    elsewhere = Talk(guarded, kitchen._satellite)
    assert await elsewhere.hear("yes") == ANSWER
    assert all((await kept(hass, guarded))[:2])
    assert await kitchen.hear("yes") in DONE
    assert not any((await kept(hass, guarded))[:2])
    assert cloud.mind.asked == [QUESTION, "and tomorrow", "yes", "yes"]


class Since:
    """Stands for an hour, and ends at an instant: no test waits for one."""

    def __init__(self, began: datetime) -> None:
        self._began = began

    def __rsub__(self, _now: datetime) -> datetime:
        return self._began


async def test_what_was_said_to_another_satellite_or_earlier_or_since_stays(
    hass: HomeAssistant, guarded: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    satellite = add_satellite(hass, "Kitchen")
    await Talk(guarded, satellite).hear("long ago")
    await guarded.over()
    monkeypatch.setattr("custom_components.earshot.voice_commands.erasing.HOUR", Since(dt_util.utcnow()))
    await Talk(guarded, add_satellite(hass, "Hall")).hear("elsewhere")
    talk = await talked(guarded, satellite)
    assert await talk.hear("forget the last hour") == ASKED
    other = Talk(guarded, satellite)
    await other.hear("meanwhile")
    assert await talk.hear("yes") in DONE
    assert await kept(hass, guarded) == [True, True, False, False, False, True, False]


async def test_a_question_stands_for_a_minute_and_no_longer(
    hass: HomeAssistant, guarded: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.earshot.gate.own_sentences.PATIENCE_SECONDS", 0.0)
    talk = await talked(guarded, add_satellite(hass, "Kitchen"))
    await talk.hear("forget the last hour")
    assert await talk.hear("yes") == ANSWER
    assert all((await kept(hass, guarded))[:2])


async def test_where_nothing_was_said_nothing_is_asked(hass: HomeAssistant, guarded: House) -> None:
    events = await Talk(guarded, add_satellite(hass, "Kitchen")).say("forget today")
    assert events[PipelineEventType.TTS_START]["tts_input"] == ENGLISH[Answer.NOTHING_THEN]
    assert not continues(events)


async def test_it_says_so_if_it_could_not(hass: HomeAssistant, guarded: House, monkeypatch: pytest.MonkeyPatch) -> None:
    async def refuse(*_: object, **__: object) -> None:
        raise VaultError

    talk = await talked(guarded, add_satellite(hass, "Kitchen"))
    await talk.hear("forget the last hour")
    monkeypatch.setattr(guarded.runtime.forgetting, "erase", refuse)
    assert await talk.hear("yes") == ENGLISH[Answer.NOT_FORGOTTEN]


async def test_a_yes_is_heard_by_the_recognizer_that_hears_answers(hass: HomeAssistant, guarded: House) -> None:
    """What hears only the sentences of the home hears a yes only if it is told to expect one."""
    talk = await talked(guarded, add_satellite(hass, "Kitchen"))
    await talk.hear("forget the last hour")
    guarded.host.answers.clear()
    await talk.hear("yes")
    await talk.hear("and now")
    assert guarded.host.answers == [True, False]


@pytest.mark.parametrize("stages", [(Stage.SPEECH_TO_TEXT,)])
async def test_no_recognizer_that_must_be_asked_about_gets_the_yes(
    hass: HomeAssistant, guarded: House, cloud: Cloud
) -> None:
    cloud.ears.hears = "forget the last hour"
    talk = Talk(guarded, add_satellite(hass, "Kitchen"))
    await talk.say()
    await guarded.over()
    await talk.say()
    await rule(guarded, RuleContent.SOUND, Rule.ASK)
    heard = len(cloud.ears.heard)
    done = {ENGLISH[one].format(count=1) for one in (Answer.MANY_FORGOTTEN, Answer.MANY_TRACES_LEFT)}
    assert await talk.hear("yes") in done
    assert len(cloud.ears.heard) == heard
